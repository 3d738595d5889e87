"""A draft has a page with a mark where it is asked for, and stands in nothing that is published."""

import shutil
from types import SimpleNamespace
from typing import Any

import pytest

from macros.language.reading import read_language
from macros.pages.generated import generated_pages
from macros.pages.renderer import Renderer
from macros.pages.settings import Settings
from macros.site.incremental_build import EditionPages
from tests.tools.languages import CASES, small_language

PAGES = ["patronen/zet-de-deur-open", "en/patterns/open-the-door"]
WORDS = ["deur nodigt", "door invites"]


def with_draft(small):
    shutil.copyfile(CASES / "valid/draft-tied-to-nothing.yml", small.folder / "patterns/deciding/open-the-door.yml")
    return small


def holding(site, words):
    """The files of a site that hold words; the archive of the whole site has its pages once more."""
    files = (path for path in site.rglob("*") if path.is_file() and path.name != "site.zip")
    return sorted(path.relative_to(site).as_posix() for path in files if words.encode() in path.read_bytes())


def test_a_draft_has_a_page_only_where_it_is_asked_for(small):
    code, said = with_draft(small).build(DRAFTS="true", EXPORTS="true", REPO_URL="https://github.com/a/b")
    assert code == 0, said
    files = sorted(f"{page}/index.html" for page in PAGES)
    for page, words, mark in zip(PAGES, WORDS, ("Concept.", "Draft."), strict=True):
        assert holding(small.site, words) == [f"{page}/index.html"]
        assert holding(small.site, page) == files, "each leads to the other"
        shown = (small.site / page / "index.html").read_text("utf-8")
        assert f"<strong>{mark}</strong>" in shown
        assert '<meta name="robots" content="noindex">' in shown
        assert "/p/10/" not in shown
        assert f"Draft: https://patterns.example/{page}/" in said


def test_a_site_that_is_published_has_no_page_of_a_draft(small):
    code, said = with_draft(small).build()
    assert code == 0, said
    assert [holding(small.site, one) for one in (*WORDS, *PAGES)] == [[], [], [], []]


@pytest.mark.parametrize("status", ["draft", "published"])
def test_publishing_a_draft_changes_more_than_its_page(tmp_path, status):
    folder = small_language(tmp_path / "language")
    path = folder / "patterns/deciding/open-the-door.yml"

    def pages(language):
        home = Renderer(language, "nl", "", {}, Settings("https://patterns.example/", drafts=True))
        return {page.call: page for page in generated_pages(home)}

    shutil.copyfile(CASES / "valid/draft-tied-to-nothing.yml", path)
    before = pages(read_language(folder).language)
    path.write_text(path.read_text("utf-8").replace("status: draft", f"status: {status}"), "utf-8")
    after = read_language(folder).language
    edition: Any = object.__new__(EditionPages)
    edition.build = SimpleNamespace(generated=before, generate=pages)
    assert (edition.same_pages(after) is not None) == (status == "draft")
