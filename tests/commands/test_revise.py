"""`revise` writes what a writer says of a change, and `withdraw` takes a text down."""

from datetime import date

import pytest

from macros.__main__ import main
from macros.checks import check
from macros.findings.finding import Severity
from macros.language.reading import read_language
from tests.tools.languages import small_language
from tests.tools.publishing import publish_texts

DAY = date(2026, 11, 28)
FILE = "patterns/deciding/choose-and-go.yml"
TEXT = "patterns/versions/3/nl/2026-11-28.json"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")  # 2027-01-15
    made = small_language(tmp_path / "language")
    publish_texts(made, DAY)
    return made


def run(folder, *arguments):
    return main(["--root", str(folder), *arguments])


def edit(folder, before, after, path=FILE):
    text = (folder / path).read_text("utf-8")
    assert before in text
    (folder / path).write_text(text.replace(before, after), "utf-8")


def errors(folder):
    return [one.message for one in check(folder).findings if one.severity is Severity.ERROR]


def test_one_line_in_one_language_is_enough_and_publishing_takes_it_up(folder):
    assert run(folder, "revise", "choose-and-go", "--nl", "Scherper:  wie kiest.") == 0
    edit(folder, "Kies iets en ga door.", "Wie mag, kiest.")
    assert errors(folder) == []
    (text,) = publish_texts(folder, date(2027, 1, 5))
    assert text.changed == {"nl": "Scherper: wie kiest."}
    edit(folder, "Wie mag, kiest.", "Wie kan, kiest.")
    (text,) = publish_texts(folder, date(2027, 1, 6))
    assert text.changed == {}


def test_slips_keep_the_date(folder):
    edit(folder, "Kies iets en ga door.", "Kies iets en ga dóór.")
    assert run(folder, "revise", "choose-and-go", "--spelling") == 0
    (text,) = publish_texts(folder, date(2027, 1, 5))
    assert (text.date, text.correction) == ("2026-11-28", 1)


def test_a_trial_run_writes_nothing(folder, capsys):
    assert run(folder, "revise", "choose-and-go", "--en", "Sharper.", "--dry-run") == 0
    assert "patterns/revisions/3.yml would hold:" in capsys.readouterr().out
    assert not (folder / "patterns/revisions").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("choose-and-go",), "say what changes, in one line"),
        (("chose-and-go", "--nl", "x"), "did you mean choose-and-go?"),
    ],
)
def test_what_cannot_be_done_is_said(folder, capsys, arguments, said):
    assert run(folder, "revise", *arguments) == 2
    assert said in capsys.readouterr().err


def test_what_was_never_published_needs_no_words(tmp_path, capsys):
    folder = small_language(tmp_path / "new")
    assert run(folder, "revise", "choose-and-go", "--nl", "x") == 2
    assert "has not been published yet" in capsys.readouterr().err


def test_a_text_without_changes_has_no_slips(folder, capsys):
    assert run(folder, "revise", "choose-and-go", "--spelling") == 0
    assert "correct the slips first" in capsys.readouterr().out


def test_a_withdrawn_text_is_out_of_the_record_and_of_the_language(folder, capsys):
    assert run(folder, "withdraw", "3", "--reason", "rights") == 0
    assert "still holds the words (en, nl)" in capsys.readouterr().out
    assert errors(folder) == []
    language = read_language(folder).language
    pattern = language.patterns["choose-and-go"]
    assert pattern.withdrawal
    assert pattern.retired
    assert pattern.name("nl") == "Patroon 3 (ingetrokken)"
    assert pattern.slug("nl") == "kies-en-ga"
    for word in ("Zolang niemand", "Kies iets", "De schrijver koos"):
        assert word not in repr(pattern.fields)
        assert word not in (folder / TEXT).read_text("utf-8")


def test_where_one_edition_is_withdrawn_the_other_text_stands_in(folder):
    assert run(folder, "withdraw", "3", "--reason", "privacy", "--edition", "nl", "--date", "2026-11-28") == 0
    pattern = read_language(folder).language.patterns["choose-and-go"]
    assert pattern.editions == ["en"]
    assert errors(folder) == []


def test_a_new_text_after_a_withdrawal_is_published_as_any_other(folder):
    assert run(folder, "withdraw", "3", "--reason", "privacy") == 0
    edit(folder, "De schrijver koos en ging door.", "Iemand koos en ging door.")
    language = read_language(folder).language
    assert language.patterns["choose-and-go"].withdrawal is None
    assert [one.path for one in publish_texts(folder, date(2027, 1, 5))] == ["patterns/versions/3/nl/2027-01-05.json"]
    assert errors(folder) == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("77",), "no text of a pattern 77 was published"),
        (("3", "--date", "2026-11-27"), "did you mean 2026-11-28?"),
    ],
)
def test_only_what_was_published_can_be_withdrawn(folder, capsys, arguments, said):
    assert run(folder, "withdraw", *arguments, "--reason", "privacy") == 2
    assert said in capsys.readouterr().err


def test_withdrawing_twice_changes_nothing(folder, capsys):
    assert run(folder, "withdraw", "3", "--reason", "privacy") == 0
    before = (folder / "patterns/withdrawn.yml").read_text("utf-8")
    assert run(folder, "withdraw", "3", "--reason", "privacy") == 2
    assert "withdrawn before" in capsys.readouterr().err
    assert (folder / "patterns/withdrawn.yml").read_text("utf-8") == before


def test_a_withdrawal_that_comes_first_loses_no_other(folder):
    assert run(folder, "withdraw", "3", "--reason", "privacy", "--edition", "nl") == 0
    assert run(folder, "withdraw", "1", "--reason", "rights") == 0
    withdrawn = read_language(folder).language.withdrawals.withdrawn
    assert [(one.number, one.edition, one.reason) for one in withdrawn] == [(3, "nl", "privacy"), (1, None, "rights")]
