"""The page to contribute on credits whoever told a published case, and promises no more than the settings say."""

import re

import pytest

from macros.language.reading import read_language
from macros.pages.contribute import doors
from macros.pages.publisher import Publisher
from macros.pages.renderer import Renderer
from macros.pages.settings import Settings
from macros.view.labels import Labels
from tests.tools.languages import small_language

CASE = """\
kind: practice
patterns: [look-first]
en:
  name: Three times on the agenda
  organisation: a welfare organisation
  period: an autumn
  did: A team leader asked for a decision.
  said: Nobody had asked before.
  result: The decision came that week.
  known: Told by a team leader, who read this text. We did not speak to the manager.
"""


@pytest.fixture
def page(tmp_path):
    folder = small_language(tmp_path / "language")
    for case in (folder / "patterns/cases").iterdir():
        case.unlink()

    def made(case="", publisher=None, repository=""):
        if case:
            (folder / "patterns/cases/three-times.yml").write_text(case, "utf-8")
        settings = Settings("https://patterns.example/", repository, publisher or Publisher())
        return str(doors(Renderer(read_language(folder).language, "en", "contribute/", {}, settings)))

    return made


def test_a_case_that_a_reader_told_stands_there_with_who_told_it(page):
    assert Labels("en").contribute_no_example in page()
    shown = page(CASE)
    assert Labels("en").contribute_no_example not in shown
    assert "Three times on the agenda</a>. <span>Told by a team leader, who read this text.</span>" in shown


def test_only_what_is_set_is_promised(page):
    words = Labels("en")
    assert words.contribute_no_reply in page(publisher=Publisher("A", "a@example.org"))
    told = page(publisher=Publisher("A & B", "https://example.org/contact", "Sam <x>", 5))
    assert "Sam &lt;x&gt; of A &amp; B" in told
    assert words.contribute_reply.format(days=5) in told
    assert 'href="https://example.org/contact" data-way="page"' in told
    assert "mailto:" not in told


@pytest.mark.parametrize("repository", ["", "https://gitlab.example/a/b"])
def test_that_nobody_reads_yet_is_said_once_with_what_to_do_meanwhile(page, repository):
    shown = page(repository=repository)
    assert shown.count("Nobody is reading messages yet") == 1
    assert shown.count("no address") == 1
    assert "save it as a file" in shown
    assert Labels("en").contribute_reads not in shown


def test_somebody_with_something_else_to_say_finds_how_to_reach_the_publisher(page):
    words = Labels("en")
    shown = page(publisher=Publisher("A", "a@example.org"))
    assert f'{words.contribute_else} You can reach us at <a href="mailto:a@example.org">' in shown
    assert words.contribute_else not in page()


def test_the_address_of_an_issue_holds_no_brackets_which_no_address_may(page):
    shown = page(repository="https://gitlab.example/a/b")
    addresses = re.findall(r'href="(https://gitlab.example/a/b/-/issues/[^"]*)"', shown)
    assert len(addresses) == 2
    assert not {character for address in addresses for character in address} & set("[]")
