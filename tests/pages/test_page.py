"""Generated pages as values: each knows its address, its source and the call that makes it."""

import pytest

from macros.checks.macros import calls_in
from macros.language.address_targets import pattern_targets
from macros.model.editions import EDITIONS, ROOTS
from macros.pages.forwards import forwards
from macros.pages.generated import KINDS, generated_pages
from macros.pages.page import Page
from macros.pages.renderer import Renderer
from macros.pages.settings import Settings
from macros.written_pages.macro_calls import read_calls
from macros.written_pages.macro_signatures import MACROS
from macros.written_pages.page import page_from
from macros.yaml.text_file import text_from


@pytest.fixture(params=EDITIONS)
def home(request, language):
    edition = request.param
    pages = {page.id: page.address for page in language.pages.values() if page.edition == edition}
    return Renderer(language, edition, ROOTS[edition], pages, Settings("https://patterns.example/"))


def test_the_source_is_one_call_that_a_page_may_hold(home, language):
    for page in generated_pages(home):
        calls, misuses = read_calls(page.call)
        assert (len(calls), misuses) == (1, [])
        assert calls[0].name in MACROS
        written = page_from(text_from(f"# A\n\n{page.call}\n".encode(), f"docs/{page.edition}/a.md"))
        assert written
        assert list(calls_in(language, written)) == []


def test_every_page_has_an_address_of_its_own(home):
    addresses = [page.address for page in generated_pages(home)] + [one.address for one in forwards(home)]
    assert len(set(addresses)) == len(addresses)
    assert all(address.startswith(ROOTS[home.edition]) and address.endswith("/") for address in addresses)


def test_the_source_is_where_what_the_page_shows_is_written(home, root):
    for page in generated_pages(home):
        line = (root / page.source.path).read_text("utf-8").splitlines()[page.source.line - 1]
        in_a_list = page.macro in ("chapter_page", "route_page", "stagnation_page")
        assert not in_a_list or page.arguments[0] in line, page.source


def test_the_same_page_in_the_other_edition_names_this_one(language):
    made: dict[str, Page] = {}
    for edition in EDITIONS:
        made |= {page.address: page for page in generated_pages(Renderer(language, edition, ROOTS[edition], {}))}
    for page in made.values():
        assert all(made[address].addresses == page.addresses for address in page.addresses.values())


def test_html_is_made_as_seen_from_where_the_page_stands(home):
    page = next(page for page in generated_pages(home) if page.macro == "chapter_page")
    pages = {page.id: page.address for page in home.language.pages.values() if page.edition == home.edition}
    near = page.html(Renderer(home.language, home.edition, page.address, pages))
    far = page.html(Renderer(home.language, home.edition, ROOTS[home.edition], pages))
    assert 'href="../../' in near
    assert 'href="../../' not in far


def test_a_chapter_opens_with_its_emblem(home):
    for page in generated_pages(home):
        if page.macro == "chapter_page":
            html = page.html(home)
            assert html.count('<div class="emblem"><svg class="pic pic-s"') == 1
            assert html.index('class="emblem"') < html.index("<h1")


def test_a_forward_leads_to_the_page_of_its_pattern(home, language):
    answers = pattern_targets(language)
    for forward in forwards(home):
        if forward.address in answers:
            assert answers[forward.target] is answers[forward.address]
            assert forward.source.path == answers[forward.target].document.path
            assert f'href="https://patterns.example/{forward.target}"' in forward.html(home)


def test_no_kind_is_empty_but_the_earlier_texts(home):
    empty = {kind.__name__ for kind in KINDS if not list(kind(home))}
    assert empty <= {"earlier_pages"}
