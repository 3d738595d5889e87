"""The statement of accessibility promises nothing that no test checks."""

import ast
import re

import pytest

from tests.browser.states import STATES
from tests.tools.places import KINDS

CHECKED = {
    ("Regels", "Rules"): [
        "browser/test_accessible.py::test_axe_finds_nothing",
        "browser/test_accessible.py::test_axe_finds_nothing_in_dark_colours",
        "browser/test_accessible.py::test_no_state_has_a_barrier_or_falls_outside",
        "browser/test_accessible.py::test_axe_finds_nothing_on_any_page",
    ],
    ("Opmaak", "Markup"): ["site/test_valid_html.py::test_no_page_has_an_error_or_a_warning"],
    ("Toetsenbord", "Keyboard"): [
        "browser/test_keyboard.py::test_every_control_is_reached_in_order_and_seen",
        "browser/test_keyboard.py::test_what_opens_over_a_page_is_left_with_escape",
        "browser/test_contribute.py::test_a_story_is_told_with_the_keyboard_alone",
        "browser/test_frame.py::test_the_first_tab_offers_to_skip_to_the_text",
        "browser/test_map.py::test_focus_lights_a_pattern_and_its_neighbours_and_enter_opens_it",
        "browser/test_overview.py::test_choices_are_made_and_cleared_with_the_keyboard",
        "browser/test_routes.py::test_a_route_is_walked_with_the_keyboard",
        "browser/test_search_queries.py::test_arrows_go_through_the_results_and_enter_opens_one",
    ],
    ("Voorgelezen", "Read aloud"): ["browser/test_transcripts.py::test_what_is_spoken_is_as_it_was_read"],
    ("Groot en klein", "Large and small"): [
        "browser/test_readable.py::test_a_page_reads_well_at_every_width",
        "browser/test_accessible.py::test_no_state_has_a_barrier_or_falls_outside",
        "browser/test_adapted.py::test_a_text_with_more_room_stays_whole",
    ],
    ("Beweging", "Motion"): ["browser/test_adapted.py::test_nothing_moves_by_itself"],
    ("Kleuren", "Colours"): [
        "browser/test_accessible.py::test_every_colour_of_text_is_strong_enough_on_every_ground",
        "browser/test_forced_colours.py::test_every_drawing_has_the_colours_of_the_system",
    ],
    ("Aanraken", "Touch"): ["browser/test_targets.py::test_a_target_is_large_enough"],
    ("Zonder scripts", "Without scripts"): [
        "browser/test_frame.py::test_without_javascript_the_page_reads_and_offers_nothing_that_needs_it",
        "browser/test_overview.py::test_without_scripts_the_whole_list_stands_by_chapter",
        "browser/test_map.py::test_without_scripts_the_map_leads_to_the_patterns",
    ],
    ("Om mee te nemen", "Downloads"): [
        "exports/test_book.py::test_the_epub_passes_epubcheck",
        "exports/test_pdf.py::test_each_is_tagged_with_title_and_language",
        "exports/test_posters.py::test_each_is_tagged_with_title_language_and_pictures",
    ],
}
"""What the statement says is checked, in Dutch and in English, and the tests that check it."""


@pytest.mark.parametrize(("place", "page"), [(0, "nl/toegankelijkheid.md"), (1, "en/accessibility.md")])
def test_it_names_what_is_checked_and_nothing_else(root, place, page):
    checked = (root / "docs" / page).read_text("utf-8").partition("{#nagegaan}")[2].partition("\n## ")[0]
    assert re.findall(r"^- \*\*(.+?)\*\*:", checked, re.MULTILINE) == [claim[place] for claim in CHECKED]


@pytest.mark.parametrize(
    ("page", "counted"),
    [
        ("nl/toegankelijkheid.md", "op de {kinds} soorten pagina’s"),
        ("nl/toegankelijkheid.md", "in de {states} toestanden"),
        ("en/accessibility.md", "on the {kinds} kinds of pages"),
        ("en/accessibility.md", "in the {states} states"),
    ],
)
def test_its_counts_are_those_of_the_tests(root, page, counted):
    kinds = len({kind.removesuffix(" nl").removesuffix(" en") for kind in KINDS})
    assert counted.format(kinds=kinds, states=len(STATES)) in (root / "docs" / page).read_text("utf-8")


@pytest.mark.parametrize("test", sorted({test for tests in CHECKED.values() for test in tests}))
def test_what_it_says_is_checked_by_a_test(root, test):
    file, _, name = test.partition("::")
    there = ast.parse((root / "tests" / file).read_text("utf-8")).body
    assert name in {one.name for one in there if isinstance(one, ast.FunctionDef)}
