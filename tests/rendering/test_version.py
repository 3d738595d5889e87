"""The page of an earlier text: what it said, that it is not today's, and what has changed since."""

import re

import pytest

from macros.core.reading import read_language
from macros.rendering.renderer import Renderer
from macros.rendering.version import version_page
from tests.tools.languages import small_language

HEAD = """number: 3
key: choose-and-go
date: 2026-11-01
changed: {nl: Het probleem is korter., en: The problem is shorter.}
"""


def page(folder, version, edition="nl"):
    path = small_language(folder) / "patterns/versions/3/2026-11-01.yml"
    path.parent.mkdir(parents=True)
    path.write_text(HEAD + version, "utf-8")
    reading = read_language(folder)
    assert reading.findings == []
    language = reading.language
    root = "" if edition == "nl" else "en/"
    renderer = Renderer(language, edition, f"{root}p/3/2026-11-01/", {})
    return version_page(renderer, language.patterns["choose-and-go"], language.versions[3][0], "https://x.example/")


@pytest.fixture
def text(root):
    whole = (root / "tests/cases/frame/patterns/deciding/choose-and-go.yml").read_text("utf-8")
    return whole[whole.index("\nnl:") + 1 : whole.index("\nen:") + 1].replace("2026-11-22", "2026-11-01")


def test_an_earlier_text_says_so_and_leads_to_todays(tmp_path, text):
    html = page(tmp_path / "a", text.replace("Zolang niemand kiest", "Zolang niemand durft te kiezen"))
    assert "Dit is een eerdere tekst, gepubliceerd op 1 november 2026." in html
    assert "Het probleem is korter." in html
    assert 'href="../../../patronen/kies-en-ga/"' in html
    assert "Zolang niemand <del>durft te kiezen</del><ins>kiest</ins>, gebeurt er niets." in html
    assert "x.example/p/3/2026-11-01/" in html


def test_only_what_differs_is_compared(tmp_path, text):
    html = page(tmp_path / "a", text)
    assert "<del>" not in html


def test_links_in_an_earlier_text_go_by_number(tmp_path, text):
    html = page(tmp_path / "a", text.replace("Kies iets en ga door.", "Kies iets, zie [[1|Eerst kijken]]."))
    assert re.search(r'zie <a href="../../../p/1/">Eerst kijken</a>', html)


def test_a_withdrawn_text_says_why_and_shows_nothing_of_it(tmp_path):
    html = page(tmp_path / "a", "withdrawn: {nl: Er stond een naam in., en: It held a name.}\n", "en")
    assert "This text was withdrawn: It held a name." in html
    assert "<h2" not in html
