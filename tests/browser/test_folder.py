"""Without scripts, and from a folder on the machine, no control is shown that does nothing, and links lead to pages."""

import zipfile
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import expect

from macros.view.labels import Labels
from tests.tools.places import KINDS, MISSING, PERMALINKS
from tests.tools.thorough import some_of

CONTROLS = "button:not([popovertarget]), input, select, textarea, [role=button]"
"""What a script has to answer for; the menu opens by itself."""
EMPTY_FOLDS = """folds => folds.filter((fold) => {
  fold.open = true;
  const parts = [...fold.children].filter((part) => part.localName !== "summary");
  return !parts.some((part) => part.checkVisibility() && part.innerText.trim());
}).map((fold) => fold.innerText)"""
"""Opens every fold, and tells which show nothing: what they hold waits for a script."""

IN_TURN = some_of(KINDS, 2)
"""A page of each kind in one edition: its other one has the same controls."""


def shown(page):
    """Return what is written on or said of the controls that are visible, and on folds that hold nothing else."""
    empty = page.locator("details").filter(visible=True).evaluate_all(EMPTY_FOLDS)
    controls = page.locator(CONTROLS).filter(visible=True)
    return [*empty, *controls.evaluate_all("controls => controls.map((control) => control.id || control.innerText)")]


def in_folder(site, address):
    """Return the address of a page's file."""
    return (site / f"{address}index.html").as_uri()


@pytest.mark.parametrize("kind", IN_TURN)
def test_without_scripts_no_control_is_dead(shared_page, site_address, built_site, kind):
    page = shared_page(java_script_enabled=False)
    page.goto(site_address + KINDS[kind])
    assert shown(page) == []
    if KINDS[kind] != MISSING:  # a host alone answers with it
        page.goto(in_folder(built_site, KINDS[kind]))
        assert shown(page) == []


@pytest.mark.parametrize("kind", some_of(sorted(set(KINDS) - {"missing page"}), 2, first=1))
def test_a_page_from_a_folder_shows_what_works_and_leads_to_pages(shared_page, built_site, kind):
    page = shared_page()
    page.goto(in_folder(built_site, KINDS[kind]))
    expect(page.locator("#from-folder")).to_be_visible()
    expect(page.locator("#from-folder a")).to_have_attribute("href", f"https://patterns.example/{KINDS[kind]}")
    assert shown(page) == ["scheme"]
    targets = page.locator("a[href]").evaluate_all(
        "links => links.map((link) => new URL(link.getAttribute('href'), location).href)"
    )
    files = [Path(unquote(urlsplit(target).path)) for target in targets if target.startswith("file:")]
    assert [file for file in files if file.is_dir()] == []
    # The buttons and the exports are those of a whole site; of its pages none is missing.
    assert [file for file in files if file.suffix == ".html" and not file.is_file()] == []


@pytest.mark.parametrize(("address", "label"), [("zoek/", "search"), ("nakijken/", "check"), ("bundel/", "bundle")])
def test_a_page_from_a_folder_says_that_it_works_on_the_site(shared_page, built_site, address, label):
    page = shared_page()
    page.goto(in_folder(built_site, address))
    told = page.get_by_text(Labels("nl")(f"{label}_from_folder"))
    expect(told).to_be_visible()
    expect(told.locator("a")).to_have_attribute("href", f"https://patterns.example/{address}")
    expect(page.get_by_text("JavaScript", exact=False).filter(visible=True)).to_have_count(0)


def test_a_control_that_works_in_a_folder_does(page, built_site):
    page.goto(in_folder(built_site, ""))
    paper = "getComputedStyle(document.body).backgroundColor"
    before = page.evaluate(paper)
    page.locator("#scheme").click()
    assert page.evaluate(paper) != before


@pytest.mark.parametrize("edition", ["nl", "en"])
def test_a_permalink_leads_on_in_a_folder(page, built_site, edition):
    page.goto(in_folder(built_site, PERMALINKS[f"permalink {edition}"]))
    page.wait_for_url(in_folder(built_site, KINDS[f"full pattern {edition}"]))


def test_a_permalink_leads_on_in_the_archive_of_the_site(page, built_site, tmp_path):
    with zipfile.ZipFile(built_site / "downloads/site.zip") as package:
        package.extractall(tmp_path)
    (copy,) = tmp_path.iterdir()
    page.goto(in_folder(copy, PERMALINKS["permalink nl"]))
    page.wait_for_url(in_folder(copy, KINDS["full pattern nl"]))
    expect(page.locator("#from-folder")).to_be_visible()


@pytest.mark.parametrize("script", ["search", "report/bench", "report/panel", "report/toggles"])
def test_a_control_whose_script_does_not_come_is_not_shown(page, site_address, script):
    page.route(f"**/assets/scripts/{script}.js", lambda route: route.abort())
    page.goto(site_address + KINDS["bundle nl" if script == "report/bench" else "full pattern nl"])
    dead = {
        "search": "#search-open",
        "report/bench": "#bench :is(button, input, select, textarea, summary)",
        "report/panel": ".report-tools :is(button, input, select, summary)",
        "report/toggles": ".bundle-toggle",
    }[script]
    assert page.locator(dead).filter(visible=True).count() == 0
