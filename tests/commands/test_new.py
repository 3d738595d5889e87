"""`python -m macros new`: a starter file that only has to be filled in."""

import itertools

import jsonschema
import pytest
import yaml

from macros.__main__ import main
from macros.authoring.json_schema import pattern_schema
from macros.checks import check
from macros.findings.finding import Severity
from macros.language.reading import read_language
from macros.model.relation import RELATION_KINDS
from macros.yaml.reader import read
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
    said = capsys.readouterr().err
    assert said == (
        'there is a pattern "nog-een" already (patterns/deciding/nog-een.yml); choose another name. '
        "Nothing was written.\n"
    )
    assert path.read_text("utf-8") == "mine\n"


def test_a_key_is_taken_in_every_chapter(language, capsys):
    before = sorted(language.rglob("*"))
    assert new(language, "Look First", "--chapter", "deciding") == 2
    assert 'a pattern "look-first" already (patterns/seeking/look-first.yml)' in capsys.readouterr().err
    assert sorted(language.rglob("*")) == before


def test_a_file_that_no_one_can_read_as_a_pattern_is_not_overwritten(language, capsys):
    path = language / "patterns" / "deciding" / "nog-een.yml"
    path.symlink_to(language / "elsewhere")
    assert new(language, "Nog een", "--chapter", "deciding") == 2
    assert "exists already; nothing was written" in capsys.readouterr().err
    assert not (language / "elsewhere").exists()


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Vraag het twee keer", 'a pattern is called that already, "Vraag het twee keer" (patterns/seeking/'),
        ("VRAAG HET TWEE KEER!", 'a pattern is called that already, "Vraag het twee keer"'),
        ("Choose & go", 'this name is like that of a pattern that is there already, "Choose and Go"'),
        ("Ga en kies", 'this name is like that of a pattern that is there already, "Kies en ga"'),
        ("Iets heel anders", ""),
    ],
)
def test_a_known_name_is_told_in_whatever_language_it_is(language, capsys, name, said):
    assert new(language, name, "--chapter", "deciding") == 0
    warned = capsys.readouterr().err
    assert said in warned
    assert bool(warned) == bool(said)


def test_the_starter_lists_what_can_be_chosen(language):
    assert new(language, "Nog een", "--chapter", "deciding") == 0
    text = (language / "patterns" / "deciding" / "nog-een.yml").read_text("utf-8")
    lines = " ".join(line.strip("# ") for line in text.splitlines())
    read_again = read_language(language).language
    assert read_again.vocabulary
    assert read_again.sources
    for listing in ("levels", "roles", "phases", "takes", "driving_forces", "stagnations"):
        terms = [f"{term.key} ({term.of('nl').name})" for term in getattr(read_again.vocabulary, listing)]
        assert len(terms) < 2 or f"choose from: {', '.join(terms)}" in lines
    roles = ", ".join(f"{role.key} ({role.of('nl').name})" for role in read_again.vocabulary.roles)
    assert lines.count(f"choose from: {roles}") == 4, "roles, can_start, and moves in each language"
    for number, term in enumerate(read_again.vocabulary.confidence):
        assert f"{number} ({term.of('nl').name})" in lines
    assert f"choose from: {', '.join(source.key for source in read_again.sources.sources)}" in lines


def test_the_kinds_of_relation_are_there_to_be_copied(language):
    assert new(language, "Nog een", "--chapter", "deciding") == 0
    lines = (language / "patterns" / "deciding" / "nog-een.yml").read_text("utf-8").splitlines()
    start = lines.index("relations: []")
    copied = ["relations:", *(line.removeprefix("#") for line in itertools.takewhile(_is_comment, lines[start + 1 :]))]
    kinds = [next(iter(one)) for one in yaml.safe_load("\n".join(copied))["relations"]]
    assert tuple(kinds) == RELATION_KINDS


def _is_comment(line):
    return line.startswith("#  ")


@pytest.mark.parametrize(("edition", "other"), [("nl", "en"), ("en", "nl")])
def test_one_language_can_be_enough(language, edition, other):
    assert new(language, "Nog een", "--chapter", "deciding", "--only", edition) == 0
    path = language / "patterns" / "deciding" / "nog-een.yml"
    data = yaml.safe_load(path.read_text("utf-8"))
    assert data[edition]["name"] == "Nog een"
    assert other not in data
    assert set(data["sources"][0]["where"]) == {edition}
    named = [one for one in check(language).findings if one.place.path.endswith("nog-een.yml")]
    assert {one.rule for one in named if one.severity is Severity.ERROR} == {"empty-field", "too-few"}


def test_the_name_is_in_its_own_language_only(language):
    assert new(language, "Nog een", "--chapter", "deciding") == 0
    data = yaml.safe_load((language / "patterns" / "deciding" / "nog-een.yml").read_text("utf-8"))
    assert (data["nl"]["name"], data["en"]["name"]) == ("Nog een", None)


def test_it_speaks_dutch(language, capsys):
    assert new(language, "Vraag het twee keer", "--chapter", "deciding", "--lang", "nl") == 0
    said = capsys.readouterr()
    assert said.err.startswith("Let op: zo heet al een patroon")
    assert said.out.startswith("patterns/deciding/vraag-het-twee-keer.yml: patroon 5. Vul het in")


def test_a_misspelt_chapter_is_asked_back(language, capsys):
    assert new(language, "Nog een", "--chapter", "decidng") == 2
    said = capsys.readouterr().err
    assert 'there is no chapter "decidng", did you mean deciding?' in said
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
