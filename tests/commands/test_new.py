"""`python -m macros new`: a starter file that only has to be filled in."""

import jsonschema
import pytest
import yaml

from macros.__main__ import main
from macros.core.checks import check
from macros.core.findings import Severity
from macros.core.jsonschema import pattern_schema
from macros.core.reading import read_language
from macros.core.source import read
from tests.tools.languages import small_language


@pytest.fixture
def language(tmp_path):
    return small_language(tmp_path / "language")


def new(language, *arguments):
    return main(["--root", str(language), "new", *arguments])


@pytest.mark.parametrize("form", ["short", "full"])
def test_the_file_reads_and_lacks_only_what_is_to_be_filled_in(language, form, capsys):
    assert new(language, "Één voor: één", "--chapter", "deciding", "--form", form) == 0
    path = language / "patterns" / "deciding" / "een-voor-een.yml"
    assert capsys.readouterr().out.startswith("patterns/deciding/een-voor-een.yml: pattern 5. ")
    document = read(path, language)
    assert document.findings == []
    assert document.at(("nl", "name")) == "Één voor: één"
    findings = [one for one in check(language).findings if one.place.path == document.path]
    assert {one.rule for one in findings if one.severity is Severity.ERROR} == {"empty-field", "too-few"}


def test_the_number_is_above_the_highest_in_any_file_even_a_broken_one(language, capsys):
    broken = language / "patterns" / "seeking" / "broken.yml"
    broken.write_text("id: 41\nform: nothing\n", "utf-8")
    assert new(language, "Nog een", "--chapter", "deciding") == 0
    assert "pattern 42." in capsys.readouterr().out


def test_the_number_of_a_pattern_that_went_is_not_used_again(language, capsys):
    (language / "published-urls.txt").write_text("/p/77/ 77\n", "utf-8")
    assert new(language, "Nog een", "--chapter", "deciding") == 0
    assert "pattern 78." in capsys.readouterr().out


def test_nothing_is_overwritten(language, capsys):
    path = language / "patterns" / "deciding" / "nog-een.yml"
    path.write_text("mine\n", "utf-8")
    assert new(language, "Nog een", "--chapter", "deciding") == 2
    assert "exists already; nothing was written" in capsys.readouterr().err
    assert path.read_text("utf-8") == "mine\n"


def test_a_misspelt_chapter_is_asked_back(language, capsys):
    assert new(language, "Nog een", "--chapter", "decidng") == 2
    said = capsys.readouterr().err
    assert 'no chapter "decidng", did you mean deciding?' in said
    assert "seeking, deciding" in said


@pytest.mark.parametrize("name", ["", "?!", "   ", "日本"])
def test_a_name_without_an_address_is_refused(language, name, capsys):
    assert new(language, name, "--chapter", "deciding") == 2
    assert "letters or digits" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["../../etc/passwd", "a/b", 'quote " and \\ and # and : and {{ 7*7 }}'])
def test_a_name_is_never_a_path_and_stays_what_it_was(language, name):
    assert new(language, name, "--chapter", "deciding") == 0
    (path,) = set((language / "patterns" / "deciding").iterdir()) - {
        language / "patterns" / "deciding" / known for known in ("choose-and-go.yml", "the-old-way.yml")
    }
    assert read(path, language).at(("nl", "name")) == name


def test_an_editor_completes_what_is_left(language):
    assert new(language, "Nog een", "--chapter", "deciding") == 0
    vocabulary = read_language(language).language.vocabulary
    assert vocabulary is not None
    data = yaml.safe_load((language / "patterns" / "deciding" / "nog-een.yml").read_text("utf-8"))
    paths = {error.json_path for error in jsonschema.Draft202012Validator(pattern_schema(vocabulary)).iter_errors(data)}
    assert "$.takes" in paths
