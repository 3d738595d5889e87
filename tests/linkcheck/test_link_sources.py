"""Where a link came from: noted by a build in the templates' own words, and out of every page before it is written."""

import errno
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from macros.findings.finding import Place
from macros.language.language import Language
from macros.linkcheck.link_sources import LinkSources, beside, marked, read_sources, write_sources
from macros.linkcheck.page import Link, read_page
from macros.pages.forwards import Forward
from macros.pages.renderer import TEMPLATES, Renderer
from macros.site import link_marks

TEMPLATE = '<p>\n  <a\n   href="x/?a&amp;b">x</a> <abbr>y</abbr> <img src="a/b.png"><a href="x/">x</a>'
LINES = "<p>&lt;a href=x&gt;</p><h2>"


def test_a_page_is_written_as_if_it_had_never_been_marked():
    sources = LinkSources()
    assert sources.take_out(LINES + marked(TEMPLATE, "t.html"), "index.html") == LINES + TEMPLATE


def test_each_element_is_told_with_the_line_and_column_of_its_template():
    sources = LinkSources()
    html = sources.take_out(LINES + marked(TEMPLATE, "macros/t.html") + '<a href="own/">', "a/index.html")
    links = read_page(html.encode(), "a/", "a/index.html").links
    assert {link.url: sources.place(html, "a/index.html", link) for link in links} == {
        "x/?a&b": Place("macros/t.html", 2, 3),
        "a/b.png": Place("macros/t.html", 3, 43),
        "x/": Place("macros/t.html", 3, 62),
        "own/": None,
    }


def test_the_place_of_a_page_that_was_changed_by_hand_is_not_known():
    sources = LinkSources()
    html = sources.take_out(marked(TEMPLATE, "t.html"), "index.html")
    assert sources.place("<a href='x/'>" + html, "index.html", Link("x/", "a", "href", 1)) is None


def test_what_was_noted_is_read_again_beside_the_site_and_joined(tmp_path):
    sources, other = LinkSources(), LinkSources(writers={"feed.xml": "macros.exports.feed"})
    sources.take_out(marked("<a href=x>", "one.html"), "index.html")
    html = other.take_out(marked("<a href=y>", "two.html"), "index.html")
    write_sources(other, beside(tmp_path / "en"))
    sources.add(read_sources(beside(tmp_path / "en")), "en/")
    assert sources.place(html, "en/index.html", Link("y", "a", "href", 1)) == Place("two.html", 1, 1)
    assert sources.writers == {"en/feed.xml": "macros.exports.feed"}


def test_without_a_file_or_with_a_broken_one_nothing_is_known(tmp_path):
    (tmp_path / "broken").write_text('["x"]', encoding="utf-8")
    assert [read_sources(tmp_path / name) for name in ("none", "broken")] == [LinkSources(), LinkSources()]


def test_sources_that_cannot_be_written_leave_none_of_an_earlier_site(tmp_path, monkeypatch):
    path = beside(tmp_path / "site")
    write_sources(LinkSources(writers={"feed.xml": "macros.exports.feed"}), path)
    monkeypatch.setattr(Path, "write_text", full)
    with pytest.raises(OSError, match="full"):
        write_sources(LinkSources(), path)
    assert read_sources(path) == LinkSources()


def full(*_arguments, **_named):
    raise OSError(errno.ENOSPC, "full")


def test_a_page_from_marked_templates_is_the_page():
    forward = Forward("p/1/", "patronen/x/", "nl", "1 X", "Over x.", Place("x.yml"))
    plain, named = (
        forward.html(Renderer(Language(), "nl", "p/1/", {}, templates=one)) for one in (TEMPLATES, link_marks.TEMPLATES)
    )
    sources = LinkSources()
    assert sources.take_out(named, "p/1/index.html") == plain != named
    found = sources.place(plain, "p/1/index.html", Link("../../assets/scripts/forward.js", "script", "src", 1))
    assert found is not None
    assert found.path == "macros/frontend/templates/forward.html"


def test_what_editors_and_systems_leave_beside_templates_is_none(tmp_path, monkeypatch):
    for name in (".pattern.html.swp", ".DS_Store", "pattern.html~", ".pattern.html"):
        (tmp_path / name).write_bytes(b"\0\xff{% if")
    (tmp_path / "pattern.html").write_text("{{ name }}", encoding="utf-8")
    templates = Environment(loader=FileSystemLoader(tmp_path), autoescape=True)
    monkeypatch.setattr(link_marks, "TEMPLATES", templates)
    link_marks.compile_templates()
    assert templates.cache is not None
    assert len(templates.cache) == 1
