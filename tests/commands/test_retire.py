"""`retire` shows what it will do and what then has to be corrected, asks, and keeps the page of the pattern."""

import sys
from pathlib import Path

import pytest
from lxml import html

from macros.__main__ import main
from macros.language.reading import read_language
from tests.site.workplace import Workplace

COMMAND = "retire"
PATH = "patterns/seeking/ask-twice.yml"
DONE = ["ask-twice", "--successor", "choose-and-go", "--nl", "Kiezen: dat is genoeg.", "--yes"]
LEFT = {
    "patterns/situations.yml": ["{force: intention, pattern: ask-twice}", "then: [ask-twice]"],
    "patterns/seeking/look-first.yml": ["- balances: ask-twice", "[[ask-twice|het andere]]"],
    "patterns/sources.yml": ["- letter: B"],
}
"""File -> what stands on the lines in it that lean on the pattern."""


def left(folder):
    """The places that lean on the pattern, as a report begins its lines."""
    for path, leaning in LEFT.items():
        lines = (folder / path).read_text("utf-8").splitlines()
        for words in leaning:
            yield f"{path}:{next(number for number, line in enumerate(lines, 1) if words in line)}:"


def edit(path, *changes):
    text = path.read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, "utf-8")


def correct(folder):
    """Do what `retire` has named."""
    patterns = folder / "patterns"
    edit(patterns / "situations.yml", ("ask-twice", "choose-and-go"))
    look = patterns / "seeking/look-first.yml"
    lines = look.read_text("utf-8").splitlines(keepends=True)
    at = next(number for number, line in enumerate(lines) if "balances: ask-twice" in line)
    end = next(number for number in range(at + 1, len(lines)) if not lines[number].startswith("    "))
    look.write_text("".join(lines[:at] + lines[end:]), "utf-8")
    edit(look, ("[[ask-twice|", "[[choose-and-go|"))
    more = "  - source: a-talk\n    lesson: B\n    where: {nl: dia 3, en: slide 3}\n"
    edit(patterns / "deciding/choose-and-go.yml", ("sources:\n", f"sources:\n{more}"))


@pytest.mark.parametrize(("option", "code"), [([], 2), (["--dry-run"], 0)])
def test_without_a_yes_it_only_shows(folder, run, option, code, contents):
    before = contents()
    answered, said = run(*DONE[:-1], *option)
    assert answered == code
    for words in (
        f"{PATH}\n  @@",
        "  +status: retired\n  +successor: choose-and-go\n  +retired_because:\n",
        "/patronen/vraag-het-twee-keer/, /p/2/, /en/patterns/ask-twice/, /en/p/2/",
        "The page names the successor: 3 Choose and Go",
        *left(folder),
    ):
        assert words in said
    assert ("To do this, add --yes." in said) == (not option)
    assert contents() == before


def test_with_a_yes_it_changes_one_file_and_keeps_the_rest_of_it(folder, run, contents):
    before = contents()
    code, said = run(*DONE)
    assert code == 1, "there are things to correct"
    assert "Done: 1 file changed." in said
    assert "Now correct what stands above" in said
    after = contents()
    assert {path for path, text in after.items() if before.get(path) != text} == {folder / PATH}
    added = 'status: retired\nsuccessor: choose-and-go\nretired_because:\n  nl: "Kiezen: dat is genoeg."\n'
    assert (folder / PATH).read_text("utf-8").replace(added, "") == before[folder / PATH].decode()


def test_check_says_the_same_afterwards_and_is_content_when_it_is_corrected(folder, run, capsys):
    run(*DONE)
    assert main(["--root", str(folder), "check"]) == 1
    said = capsys.readouterr().out
    # The links in a file with an error wait until that is corrected.
    [link] = [place for place in left(folder) if place not in said]
    assert link.startswith("patterns/seeking/look-first.yml:")
    correct(folder)
    assert main(["--root", str(folder), "check"]) == 0


def test_a_status_and_a_reason_that_stand_there_are_replaced(folder, run):
    edit(
        folder / PATH,
        ("form: short\n", "form: short # kort\nretired_because: {nl: Oud., en: Old.} # ooit\nstatus: published # nu\n"),
    )
    assert run(*DONE)[0] == 1
    expected = (
        "form: short # kort\nretired_because:\n"
        '  nl: "Kiezen: dat is genoeg." # ooit\nstatus: retired # nu\nsuccessor: choose-and-go\n'
    )
    assert expected in (folder / PATH).read_text("utf-8")


def test_a_page_that_names_the_pattern_in_a_macro_is_among_what_to_correct(folder, run):
    edit(folder / "docs/nl/index.md", ("Lees [[", '{{ recognise("ask-twice") }}\n\nLees [['))
    assert "docs/nl/index.md:6:15: warning: this pattern was retired" in run(*DONE)[1]


def test_a_pattern_can_go_without_a_successor(folder, run):
    code, said = run("ask-twice", "--en", "Nobody asks.", "--yes")
    assert code == 1
    assert "successor" not in said.replace("remove successor", "")
    fields = read_language(folder).language.patterns["ask-twice"].fields
    assert (fields.status, fields.successor) == ("retired", None)
    assert fields.retired_because
    assert dict(fields.retired_because.texts) == {"en": "Nobody asks."}


@pytest.mark.parametrize(("answer", "code"), [("j", 1), ("", 2)])
def test_a_person_at_a_terminal_is_asked(folder, run, monkeypatch, answer, code):
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    monkeypatch.setattr("builtins.input", lambda question: answer if question == "Change this file? [y/N] " else "?")
    assert run(*DONE[:-1])[0] == code
    assert ("status: retired" in (folder / PATH).read_text("utf-8")) == (code == 1)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["ask-twise", "--nl", "x"], 'there is no pattern "ask-twise", did you mean ask-twice?'),
        (["ask-twice", "--successor", "chose-and-go", "--nl", "x"], "did you mean choose-and-go?"),
        (["ask-twice", "--successor", "choose-and-go"], 'in one of the languages: --nl "…", --en "…"'),
        (["ask-twice", "--successor", "choose-and-go", "--nl", "  "], "say in one line why"),
        (["ask-twice", "--successor", "ask-twice", "--nl", "x"], "cannot be its own successor"),
        (["ask-twice", "--successor", "the-old-way", "--nl", "x"], "the-old-way is itself not published"),
        (["the-old-way", "--nl", "x"], "retired before (patterns/deciding/the-old-way.yml:3:9)"),
    ],
)
def test_a_mistake_is_told_and_changes_nothing(run, arguments, words, contents):
    before = contents()
    code, said = run(*arguments, "--yes")
    assert (code, words in said) == (2, True), said
    assert contents() == before


def test_a_draft_is_removed_rather_than_retired(folder, run):
    edit(folder / "patterns/deciding/the-old-way.yml", ("status: retired\nsuccessor: choose-and-go", "status: draft"))
    code, said = run("the-old-way", "--nl", "x", "--yes")
    assert code == 2
    assert "was never published; remove the file" in said


def test_it_speaks_dutch(run):
    said = run(*DONE, "--lang", "nl")[1]
    assert "Daarna moet dit worden verbeterd:" in said
    assert "fout: dit patroon is vervallen" in said
    assert "Klaar: 1 bestand veranderd." in said


def page_at(site: Path, address: str) -> html.HtmlElement:
    return html.document_fromstring((site / address / "index.html").read_bytes())


def test_the_site_shows_what_became_of_it(root, tmp_path):
    small = Workplace(root, tmp_path / "copy", small=True)
    assert main(["--root", str(small.folder), "retire", *DONE]) == 1
    correct(small.folder)
    small.append("docs/nl/index.md", '\nEr zijn {{ count("patterns", form="words") }} patronen.\n')
    code, said = small.build()
    assert code == 0, said
    assert "Er zijn twee patronen." in (small.site / "index.html").read_text("utf-8")
    pages = {"patronen/vraag-het-twee-keer": ("patronen", "p/2"), "en/patterns/ask-twice": ("en/patterns", "en/p/2")}
    for address, (overview, permalink) in pages.items():
        page = page_at(small.site, address)
        notice = page.xpath('//main//*[@class="notice"]')[0]
        assert "Kiezen: dat is genoeg." in notice.text_content()
        assert notice.xpath(".//a/@href")[0].rstrip("/").endswith(("kies-en-ga", "choose-and-go"))
        assert page.xpath('//meta[@name="robots"]/@content') == ["noindex"]
        assert (small.site / permalink / "index.html").exists()
        listed = [href.rstrip("/") for href in page_at(small.site, overview).xpath("//main//a/@href")]
        assert [href for href in listed if href.endswith(("kies-en-ga", "choose-and-go"))] != []
        assert [href for href in listed if href.endswith(("vraag-het-twee-keer", "ask-twice"))] == []
