"""The Markdown extension that carries the HTML of macros: Markdown finds nothing in it, and cleans all the rest."""

import pytest
from markdown import Markdown

from macros.site.macro_html import MacroHtml
from macros.written_pages.html import EXTENSIONS, MARK


@pytest.fixture
def macros():
    return MacroHtml()


@pytest.fixture
def convert(macros):
    return lambda text: Markdown(extensions=[*EXTENSIONS, macros]).convert(text)


ACTING = '<b onclick="a()">*b*</b> [x](#x){ onclick="b()" } [TOC] {: #__config } {{ x }}'


def test_what_a_macro_gives_stays_as_it_is(macros, convert):
    assert convert(f"Words {macros.put(ACTING)} and *more*") == f"<p>Words {ACTING} and <em>more</em></p>"


def test_what_people_write_is_cleaned(macros, convert):
    mark = macros.put("<i onclick='a()'>made</i>")
    assert convert(f'<b onclick="a()">written</b> {mark}') == "<p><b>written</b> <i onclick='a()'>made</i></p>"


def test_a_mark_alone_takes_the_place_of_its_paragraph(macros, convert):
    assert convert(macros.put("<ul></ul>")) == "<ul></ul>"


def test_a_heading_is_named_by_what_is_written_in_it(macros, convert):
    mark = macros.put("<i>made</i>")
    assert convert(f"## Written {mark}\n\nWords").startswith('<h2 id="written-0">Written <i>made</i></h2>')


def test_a_mark_in_an_attribute_brings_nothing(macros, convert):
    assert "made" not in convert(f'<a href="{macros.put("made")}">x</a>')


def test_a_mark_that_no_macro_made_brings_nothing(convert):
    assert convert(f"Words {MARK.format(0)}") == "<p>Words </p>"


def test_the_html_of_a_page_is_not_there_for_the_next(macros, convert):
    convert(macros.put("first"))
    assert convert(f"{MARK.format(0)} {macros.put('second')}") == "<p>second second</p>"
