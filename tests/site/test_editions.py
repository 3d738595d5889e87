"""A language has the editions that it declares, and the parts that it needs: one edition, two or three.

With two it is the small language of the other tests. With one it is what `python -m macros init` writes: in English,
with chapters of its own, without phases, driving forces, stagnations, cases, routes, glossary, situations and map.
"""

import json
import os
import subprocess
import sys

import pytest
from lxml import html

from tests.site.once import built_once
from tests.site.three_editions import NAME, write_three_editions
from tests.site.workplace import ENVIRONMENT, PATIENCE, Workplace


def build(root, folder):
    place = Workplace(root, folder, small=True)
    write_three_editions(folder)
    return place.build(EXPORTS="true")  # which checks every link


@pytest.fixture(scope="session")
def three(root, tmp_path_factory):
    """The site of the small language in Dutch, English and Frisian."""
    return built_once("three-editions", tmp_path_factory, lambda folder: build(root, folder))


def page_of(site, address):
    return html.parse(site / address / "index.html").getroot()


def test_a_page_leads_to_the_same_one_in_every_other_edition(three):
    page = page_of(three, "fy/patroanen/earst-sjen")
    switches = [(link.get("hreflang"), link.get("href")) for link in page.xpath("//a[@class='switch']")]
    assert switches == [
        ("nl", "../../../patronen/eerst-eens-kijken/"),
        ("en", "../../../en/patterns/look-first-of-all/"),
    ]
    alternates = page.xpath("//head/link[@rel='alternate']/@hreflang")
    assert sorted(alternates) == ["en", "fy", "nl"]
    missing = html.parse(three / "404.html").getroot()
    assert [one.get("lang") for one in missing.xpath("//*[contains(@class, 'missing')]/div")] == ["nl", "en", "fy"]


def test_an_edition_of_its_own_has_its_own_words_and_borrows_the_others(three):
    page = page_of(three, "fy/patroanen/earst-sjen")
    assert page.get("lang") == "fy"
    assert page.findtext(".//h1").strip().endswith(NAME)
    said = page.text_content()
    assert "It probleem" in said
    assert "Hieraan herken je het" in said, "a word that it lacks is that of the main edition"
    assert page.xpath("//meta[@property='og:locale']/@content") == ["fy_NL"]


def test_a_pattern_that_is_not_there_is_borrowed_and_says_so(three):
    page = page_of(three, "fy/patroanen/kies-en-ga")
    assert "yn it Nederlânsk" in page.text_content()
    assert page.xpath("//h1/@lang") == ["nl"]


def test_every_edition_has_its_downloads_and_the_data_have_all(three):
    names = [{path.name for path in (three / root / "downloads").iterdir()} for root in ("", "en", "fy")]
    assert names[0] - {"site.zip"} == names[1] == names[2], "the archive of the site holds every edition"
    pattern = json.loads((three / "api/v1/patterns/1.json").read_text("utf-8"))
    assert pattern["fy"]["name"] == NAME
    assert "langid = {frisian}" in (three / "fy/p/1/1.bib").read_text("utf-8")


def start(root, folder):
    """Write the start of a language outside the clone and build its site, as its Makefile does."""
    macros = [sys.executable, "-m", "macros"]
    subprocess.run([*macros, "init", str(folder)], cwd=root, check=True, capture_output=True)
    assert f"ENGINE := {root}\n" in (folder / "Makefile").read_text("utf-8")
    (folder / "macros").symlink_to(root / "macros")
    env = os.environ | ENVIRONMENT | {"EXPORTS": "true"}
    said = ""
    for command in ([*macros, "check"], [sys.executable, "-m", "mkdocs", "build", "--strict"]):
        done = subprocess.run(
            command, cwd=folder, env=env, capture_output=True, text=True, timeout=PATIENCE, check=False
        )
        said += done.stdout + done.stderr
        if done.returncode:
            return done.returncode, said
    assert "No findings." in said, "a start is without a warning"
    return 0, said


@pytest.fixture(scope="session")
def one(root, tmp_path_factory):
    """The site of a language in English alone that `init` has written."""
    return built_once("one-edition", tmp_path_factory, lambda folder: start(root, folder))


def test_one_edition_lies_at_the_root_and_names_no_other(one):
    pages = {path: html.parse(path).getroot() for path in one.rglob("*.html")}
    assert len(pages) > 15
    for path, page in pages.items():
        assert {tag.get("lang") for tag in page.iter() if isinstance(tag.tag, str) and tag.get("lang")} <= {"en"}, path
        assert not page.xpath("//a[@class='switch'] | //link[@rel='alternate'][@hreflang]"), path


def test_what_a_language_does_not_have_is_on_no_page(one):
    page = page_of(one, "patterns/say-what-it-is-for")
    facts = {label.text_content() for label in page.xpath("//dt")}
    assert not facts & {"Driving force", "Phase", "Phases", "Answers"}
    menu = [link.text_content() for link in page.xpath("//*[@class='site-menu']/li[not(@hidden)]/a")]
    assert menu == ["Patterns", "Contribute"]
    choices = page_of(one, "patterns").xpath("//form[@id='overview-choices']//select/@name")
    assert choices == ["role", "chapter", "time", "evidence", "level"]
    assert not (one / "api/v1/routes.json").exists()
    assert {path.name for path in (one / "downloads").iterdir()} >= {
        "handbook.pdf",
        "handbook.epub",
        "handbook.docx",
        "handbook.odt",
    }


def test_a_folder_with_something_in_it_is_left_alone(root, tmp_path):
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    command = [sys.executable, "-m", "macros", "init", str(tmp_path), "--lang", "en"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert (done.returncode, [path.name for path in tmp_path.iterdir()]) == (2, ["notes.txt"])
    assert "is no empty folder; nothing was written" in done.stderr
