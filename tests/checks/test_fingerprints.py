"""A run of eight words that a source has too is found, and nothing shorter; the file gives the words away to no one."""

import pytest

from macros.checks import copying, fingerprints
from macros.checks.fingerprints import Fingerprints, fingerprints_of, load
from macros.language.reading import read_language
from tests.tools.languages import CASE_AT, CASES, with_case

SOURCE = "De een zegt dit, de ander dat. Niemand weet nog wie er met de koffie begon, en waarom."
RUN = "weet nog wie er met de koffie begon"


@pytest.fixture
def prints():
    return fingerprints_of([SOURCE])


@pytest.mark.parametrize("before", range(12))
def test_a_run_is_found_wherever_it_begins(prints, before):
    words = " ".join(["woord"] * before)
    assert list(prints.runs_in(f"{words} {RUN} of niet.")) == [RUN]


def test_a_longer_run_is_told_once_and_whole(prints):
    assert list(prints.runs_in(f"Ja, {SOURCE} Nee.")) == [SOURCE.rstrip(".")]


def test_signs_and_capitals_hide_nothing(prints):
    assert list(prints.runs_in("‘Weet nog: WIE er (met) de koffie,\nbegon’")) == [
        "Weet nog: WIE er (met) de koffie,\nbegon"
    ]


@pytest.mark.parametrize("text", ["", "weet", " ".join(RUN.split()[1:]), RUN.replace("koffie", "thee"), "éé " * 20])
def test_seven_words_are_a_quotation(prints, text):
    assert list(prints.runs_in(text)) == []


def test_the_file_comes_back_as_it_was_written(prints, tmp_path):
    file = tmp_path / "prints.bin"
    file.write_bytes(prints.to_bytes())
    assert load(file) == prints
    assert b"koffie" not in file.read_bytes()


def test_the_file_of_the_sources_is_there():
    assert len(load().runs) > 3000
    assert isinstance(load(), Fingerprints)


def test_the_finding_stands_on_the_line_of_the_words(tmp_path, monkeypatch, prints):
    monkeypatch.setattr(copying, "load", lambda: prints)
    root = with_case(tmp_path / "language", CASES / "valid" / "short.yml")
    case = root / CASE_AT
    case.write_text(
        case.read_text("utf-8")
        .replace("Zet de deur open en zeg", f"Eerst.\n    Dan {RUN}: zeg")
        .replace("intervention: Eerst", "intervention: >-\n    Eerst", 1),
        "utf-8",
    )
    page = root / "docs/nl/index.md"
    page.write_text(page.read_text("utf-8") + f"\nZo {RUN}.\n", "utf-8")
    found = list(copying.nothing_is_copied(read_language(root).language))
    assert [(finding.rule, finding.written) for finding in found] == [("copied", RUN)] * 2
    places = [finding.place for finding in found]
    for place in places:
        line = (root / place.path).read_text("utf-8").splitlines()[place.line - 1]
        assert line[place.column - 1 :].startswith("weet nog")


def test_the_command_says_what_it_did(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(fingerprints, "_FILE", tmp_path / "prints.bin")
    assert fingerprints.main(tmp_path) == 2
    (tmp_path / "a.txt").write_text(SOURCE, "utf-8")
    assert fingerprints.main(tmp_path) == 0
    said = capsys.readouterr()
    assert "holds no .txt files" in said.err
    assert "prints.bin: 11 runs from 1 texts" in said.out
