"""`rename` shows what it will do, asks, and does it whole or not at all."""

import sys

import pytest

from macros.__main__ import main

COMMAND = "rename"


def test_without_a_yes_it_only_shows(run, contents):
    before = contents()
    code, said = run("choose-and-go", "--nl", "Kies nu", "--key", "choose-now")
    assert code == 2
    for words in (
        "patterns/deciding/choose-and-go.yml becomes patterns/deciding/choose-now.yml",
        "-  name: Kies en ga",
        "+  name: Kies nu",
        "+      - pattern: choose-now",
        "/patronen/kies-en-ga/ goes on working and leads to /patronen/kies-nu/",
        "To do this, add --yes.",
        "Nothing was changed.",
    ):
        assert words in said
    assert contents() == before


def test_with_a_yes_it_does_it(folder, run):
    code, said = run("choose-and-go", "--nl", "Kies nu", "--yes")
    assert code == 0
    assert "Done: 1 file changed." in said
    assert "name: Kies nu\n  aliases: [kies-en-ga]\n" in (folder / "patterns/deciding/choose-and-go.yml").read_text(
        "utf-8"
    )
    assert main(["--root", str(folder), "check"]) == 0


@pytest.mark.parametrize(("answer", "code"), [("y", 0), ("ja", 0), ("", 2), ("n", 2)])
def test_a_person_at_a_terminal_is_asked(run, monkeypatch, answer, code):
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    monkeypatch.setattr("builtins.input", lambda question: answer if question == "Change this file? [y/N] " else "?")
    assert run("choose-and-go", "--nl", "Kies nu")[0] == code


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (
            ["choose-and-go"],
            2,
            "Nothing would change: give a new name with one of --nl, --en, or a new key with --key.",
        ),
        (["choose-and-go", "--nl", "Kies en ga"], 2, "Nothing would change"),
        (["choose-and-go", "--key", "look-first", "--yes"], 2, 'there is a pattern "look-first" already'),
        (["choose-and-go", "--key", "Not A Key", "--yes"], 1, "a file name has only small letters"),
        (["choose-and-go", "--en", "Look First", "--yes"], 1, "this name belongs to"),
        (["choose-and-go", "--slug-nl", "eerst-eens-kijken", "--yes"], 1, "this address belongs to"),
    ],
)
def test_a_mistake_is_told_and_changes_nothing(run, arguments, code, words, contents):
    before = contents()
    answered, said = run(*arguments)
    assert (answered, words in said) == (code, True), said
    assert contents() == before


def test_a_language_with_errors_is_mended_first(folder, run):
    (folder / "patterns/routes.yml").write_text("routes: [\n", encoding="utf-8")
    code, said = run("choose-and-go", "--nl", "Kies nu", "--yes")
    assert code == 2
    assert "patterns/routes.yml:" in said
    assert "Mend it first; nothing was changed." in said


def test_its_picture_goes_along(root, folder, run):
    path = folder / "patterns/deciding/choose-and-go.yml"
    text = path.read_text("utf-8")
    shown = "Iemand staat met een vel papier alleen midden op het blad, en wijst het andere aan."
    path.write_text(text.replace("\nnl:\n", f"\npicture:\n  nl: {shown}\n  en: {shown}\nnl:\n", 1), "utf-8")
    (folder / "patterns/symbols.svg").write_text((root / "tests/pictures/symbols.svg").read_text())
    picture = (root / "tests/cases/composed-pictures/fine.svg").read_text()
    path.with_suffix(".svg").write_text(picture)
    code, said = run("choose-and-go", "--key", "choose-now", "--yes")
    assert code == 0, said
    assert "patterns/deciding/choose-and-go.svg becomes patterns/deciding/choose-now.svg" in said
    assert path.with_name("choose-now.svg").read_text() == picture
    assert not path.with_suffix(".svg").exists()
    assert main(["--root", str(folder), "check"]) == 0
