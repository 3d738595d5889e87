"""A rename changes every place, keeps the old address, and leaves the rest of every file as it stands."""

from datetime import date

import pytest

from macros.authoring.file_changes import make, objections
from macros.authoring.rename import RenameRequest, addresses_after, plan, still_named
from macros.checks import check
from macros.findings.finding import Severity
from macros.language.address_targets import earlier_texts
from macros.language.reading import read_language
from macros.model.editions import EDITIONS
from macros.yaml.edits import Edits
from macros.yaml.quoting import scalar
from tests.tools.languages import small_language
from tests.tools.publishing import publish_texts

TODAY = date(2026, 11, 28)


@pytest.fixture
def folder(tmp_path):
    return small_language(tmp_path / "language")


def rename(folder, pattern, /, **wish):
    language = read_language(folder).language
    changes = plan(folder, language, language.patterns[pattern], RenameRequest(**wish))
    assert objections(folder, changes) == []
    make(folder, changes)
    return sorted(change.new_path for change in changes)


def errors(folder):
    return [finding for finding in check(folder).findings if finding.severity is Severity.ERROR]


def test_a_name_changes_and_the_old_address_stays(folder):
    path = folder / "patterns/deciding/choose-and-go.yml"
    before = path.read_text("utf-8")
    assert rename(folder, "choose-and-go", names={"nl": "Kies nu"}) == ["patterns/deciding/choose-and-go.yml"]
    after = path.read_text("utf-8")
    assert after == before.replace("  name: Kies en ga\n", "  name: Kies nu\n  aliases: [kies-en-ga]\n")
    assert errors(folder) == []


def test_back_to_an_old_name_makes_its_alias_the_address_again(folder):
    rename(folder, "choose-and-go", names={"nl": "Kies nu"})
    rename(folder, "choose-and-go", names={"nl": "Kies en ga"})
    text = read_language(folder).language.patterns["choose-and-go"].text("nl")[0]
    assert (text.name, text.aliases) == ("Kies en ga", ["kies-nu"])


def test_an_address_of_its_own_stays_when_the_name_changes(folder):
    language = read_language(folder).language
    look = language.patterns["look-first"]
    assert list(addresses_after(look, RenameRequest(names={"nl": "Kijk eerst"}))) == []
    assert list(addresses_after(look, RenameRequest(slugs={"nl": "kijk"}))) == [
        ("patronen/eerst-eens-kijken/", "patronen/kijk/")
    ]
    rename(folder, "look-first", slugs={"nl": "kijk"}, names={"en": "Look: First"})
    text = read_language(folder).language.patterns["look-first"]
    assert text.text("nl")[0].slug == "kijk"
    assert "eerst-eens-kijken" in text.text("nl")[0].aliases
    assert text.name("en") == "Look: First"


def test_a_key_changes_in_every_file_that_names_it(folder):
    page = folder / "docs/nl/index.md"
    page.write_text(
        page.read_text("utf-8") + '\n{{ pattern_list(keys="look-first choose-and-go") }}\n\n',
        encoding="utf-8",
    )
    situations = folder / "patterns/situations.yml"
    rows = situations.read_text("utf-8").replace("rows: [look-first.2]", "rows: [look-first.2, choose-and-go.1]")
    situations.write_text(rows, encoding="utf-8")
    changed = rename(folder, "choose-and-go", key="choose-now")
    assert "rows: [look-first.2, choose-now.1]" in situations.read_text("utf-8")
    assert "patterns/deciding/choose-now.yml" in changed
    assert "docs/nl/index.md" in changed
    assert not (folder / "patterns/deciding/choose-and-go.yml").exists()
    assert errors(folder) == []
    for path in folder.rglob("*"):
        assert not path.is_file() or "choose-and-go" not in path.read_text("utf-8"), path


def test_a_draft_leaves_no_alias(folder):
    path = folder / "patterns/deciding/the-old-way.yml"
    text = path.read_text("utf-8").replace("status: retired\nsuccessor: choose-and-go\n", "status: draft\n")
    path.write_text(text, encoding="utf-8")
    rename(folder, "the-old-way", names={"nl": "Ooit"})
    assert "aliases" not in path.read_text("utf-8")


def test_a_name_that_is_taken_is_refused_before_anything_changes(folder):
    language = read_language(folder).language
    changes = plan(folder, language, language.patterns["look-first"], RenameRequest(names={"en": "Choose and Go"}))
    assert {finding.rule for finding in objections(folder, changes)} == {"duplicate-name"}
    assert read_language(folder).language.patterns["look-first"].name("en") == "Look First"


def test_a_key_that_is_taken_overwrites_nothing(folder):
    language = read_language(folder).language
    before = (folder / "patterns/seeking/ask-twice.yml").read_bytes()
    changes = plan(folder, language, language.patterns["look-first"], RenameRequest(key="ask-twice"))
    with pytest.raises(FileExistsError):
        make(folder, changes)
    assert (folder / "patterns/seeking/ask-twice.yml").read_bytes() == before


def test_prose_that_says_the_old_name_is_pointed_at(folder):
    page = folder / "docs/en/index.md"
    page.write_text(page.read_text("utf-8") + "\nWe call this Look First.\n", encoding="utf-8")
    language = read_language(folder).language
    found = list(still_named(language, language.patterns["look-first"], RenameRequest(names={"en": "Look"})))
    assert found == [("docs/en/index.md", len(page.read_text("utf-8").splitlines()), "Look First")]


def test_an_edition_without_a_text_cannot_be_renamed(folder):
    path = folder / "patterns/seeking/ask-twice.yml"
    path.write_text(path.read_text("utf-8").partition("\nen:")[0] + "\n", encoding="utf-8")
    language = read_language(folder).language
    with pytest.raises(LookupError, match="ask-twice has no text of its own in the edition en"):
        plan(folder, language, language.patterns["ask-twice"], RenameRequest(names={"en": "Ask Again"}))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("nl:\n  name: Oud # zo heet het\n", "nl:\n  name: Nieuw # zo heet het\n  aliases: [oud]\n"),
        ("nl:\n  name: 'Oud'\n  aliases: [a, b] # vroeger\n", "nl:\n  name: Nieuw\n  aliases: [oud] # vroeger\n"),
        (
            "nl:\n  name: Oud\n  aliases:\n    - a\n    - b\n  # een opmerking\n  x: y\n",
            "nl:\n  name: Nieuw\n  aliases: [oud]\n  # een opmerking\n  x: y\n",
        ),
        ("nl:\n    name: >-\n      Oud\n    x: y\n", "nl:\n    name: Nieuw\n    aliases: [oud]\n    x: y\n"),
        ("nl:\n  aliases: []\n  name: Oud", "nl:\n  aliases: [oud]\n  name: Nieuw"),
    ],
)
def test_edits_touch_nothing_else(before, after):
    edits = Edits(before)
    edits.set(("nl", "name"), "Nieuw")
    edits.set(("nl", "aliases"), ["oud"], after="name")
    assert edits.made() == after


@pytest.mark.parametrize(
    "value", ["Plain words", "With: a colon", "# no remark", "- no item", '"quoted"', "it's", "no"]
)
def test_a_text_is_written_so_that_it_reads_the_same(value):
    edits = Edits("name: x\n")
    edits.set(("name",), value)
    assert Edits(edits.made())._node(("name",)).value == value
    assert scalar("Plain words") == "Plain words"


def test_publishing_keeps_the_text_under_the_old_name_also_on_the_same_day(folder):
    publish_texts(folder, TODAY)
    assert "patterns/revisions/3.yml" in rename(folder, "choose-and-go", names={"nl": "Kies nu"}, key="choose-now")
    assert errors(folder) == []
    assert [text.path for text in publish_texts(folder, TODAY)] == ["patterns/versions/3/nl/2026-11-28-2.json"]
    language = read_language(folder).language
    renamed = language.patterns["choose-now"]
    assert [str(language.text_date(renamed, edition)) for edition in EDITIONS] == ["2026-11-28-2", "2026-11-28"]
    [former] = earlier_texts(language, renamed)
    assert (former.name, former.edition) == ("Kies en ga", "nl")
    latest = language.record.latest(3, "nl")
    assert latest
    assert latest.changed == {"nl": "De naam werd ‘Kies nu’."}


def test_what_a_writer_said_of_the_new_name_stays(folder):
    publish_texts(folder, TODAY)
    rename(folder, "choose-and-go", names={"nl": "Kies nu"})
    path = folder / "patterns/revisions/3.yml"
    path.write_text(path.read_text("utf-8").replace("De naam werd ‘Kies nu’.", "Een daad."), "utf-8")
    rename(folder, "choose-and-go", names={"en": "Choose Now"})
    said = read_language(folder).language.revisions[3].changed
    assert said == {"nl": "Een daad.", "en": "The name became ‘Choose Now’."}


def test_a_new_address_or_key_alone_publishes_nothing_new(folder):
    publish_texts(folder, TODAY)
    rename(folder, "choose-and-go", slugs={"nl": "kies"}, key="choose-now")
    assert not (folder / "patterns/revisions").exists()
    assert publish_texts(folder, TODAY) == []
    assert errors(folder) == []
