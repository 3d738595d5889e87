"""What was published, as `check` sees it: dates come from the record, and nothing in it can be invented."""

import json
from datetime import date

import pytest

from macros.checks import check
from macros.exports.citation import bibtex, csl, ris
from macros.exports.footnote import footnotes
from macros.exports.imprint import Imprint
from macros.exports.reference import pattern_reference
from macros.findings.finding import Severity
from macros.language.reading import read_language
from macros.model.editions import EDITIONS
from macros.record.clock import LATEST, today
from macros.record.published_text import PublishedText, text_file, text_from
from macros.record.record import record_from
from macros.record.sections import TextSection, fingerprint, sections_of
from macros.record.text_date import TextDate, text_date_from
from macros.view.blocks import plain
from tests.tools.languages import small_language
from tests.tools.publishing import publish_texts

DAY = date(2026, 11, 28)
FILE = "patterns/deciding/choose-and-go.yml"
TEXT = "patterns/versions/3/nl/2026-11-28.json"


@pytest.fixture
def folder(tmp_path):
    made = small_language(tmp_path / "language")
    publish_texts(made, DAY)
    return made


def edit(folder, before, after, path=FILE):
    text = (folder / path).read_text("utf-8")
    assert before in text
    (folder / path).write_text(text.replace(before, after), "utf-8")


def found(folder, *paths):
    """Severity and id of the findings in the files of the pattern and of the record."""
    findings = [one for one in check(folder).findings if one.severity is not Severity.WARNING]
    return [(str(one.severity), one.message) for one in findings if not paths or one.place.path in paths]


def dates(folder, key="choose-and-go"):
    language = read_language(folder).language
    return [str(language.text_date(language.patterns[key], edition)) for edition in EDITIONS]


def test_a_text_has_the_date_it_was_published_under(folder):
    assert found(folder) == []
    assert dates(folder) == ["2026-11-28", "2026-11-28"]


def test_a_published_text_that_changes_passes_with_one_notice(folder):
    edit(folder, "Kies iets en ga door.", "Kies vandaag iets en ga door.")
    assert found(folder) == [("notice", "to-be-published.changed")]


def test_a_new_pattern_passes_with_a_notice_for_each_text(folder):
    (folder / "patterns/deciding/the-case.yml").write_text(
        (folder / FILE).read_text("utf-8").replace("id: 3", "id: 5").replace("lesson: A", "lesson: B")
        .replace("Kies en ga", "Kies").replace("Choose and Go", "Choose"),
        "utf-8",
    )  # fmt: skip
    notices = [one for one in found(folder, "patterns/deciding/the-case.yml") if one[0] == "notice"]
    assert notices == [("notice", "to-be-published")] * 2


def test_before_a_first_publication_nothing_is_said(tmp_path):
    assert found(small_language(tmp_path / "language")) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("  problem: Zolang", "  keywords: [knoop]\n  aliases: [knoop-door]\n  slug: kies\n  problem: Zolang"),
        ("confidence: 0", "confidence: 1"),
        ("levels: [network]", "levels: [network]\nrelations: []"),
        ("Kies iets en ga door.", ">-\n    Kies iets\n    en  ga door."),
    ],
)
def test_what_is_no_part_of_the_text_asks_for_no_new_date(folder, before, after):
    edit(folder, before, after)
    assert publish_texts(folder, date(2027, 1, 5)) == []


def test_accents_in_either_form_of_unicode_are_the_same_text(folder):
    edit(folder, "Kies iets en ga door.", "Kies één ding.")
    publish_texts(folder, date(2027, 1, 5))
    edit(folder, "Kies één ding.", "Kies e\u0301e\u0301n ding.")
    assert publish_texts(folder, date(2027, 1, 6)) == []


def test_a_text_that_reaches_the_record_in_another_way_is_composed_too(folder):
    language = read_language(folder).language
    text, _shown_in = language.patterns["choose-and-go"].text("nl")
    composed, decomposed = (text.model_copy(update={"summary": words}) for words in ("één", "e\u0301e\u0301n"))
    assert sections_of(composed, {}) == sections_of(decomposed, {})


def test_links_count_by_number_and_other_words_by_themselves(folder):
    edit(folder, "Kies iets en ga door.", "Zie [[look-first]].")
    publish_texts(folder, date(2027, 1, 5))
    edit(folder, "Eerst kijken", "Kijk eens rond", "patterns/seeking/look-first.yml")
    assert [text.number for text in publish_texts(folder, date(2027, 1, 6))] == [1]
    edit(folder, "Zie [[look-first]].", "Zie [[look-first|hier]].")
    assert [text.number for text in publish_texts(folder, date(2027, 1, 7))] == [3]


def test_a_second_text_of_a_day_is_numbered(folder):
    edit(folder, "Kies iets en ga door.", "Kies vandaag iets en ga door.")
    publish_texts(folder, DAY)
    assert dates(folder) == ["2026-11-28-2", "2026-11-28"]
    edit(folder, "Kies vandaag iets", "Kies nu iets")
    publish_texts(folder, DAY)
    assert dates(folder) == ["2026-11-28-3", "2026-11-28"]
    assert found(folder) == [("notice", "edition-older")]


def test_a_clock_that_runs_behind_gives_no_earlier_date(folder):
    edit(folder, "Kies iets en ga door.", "Kies vandaag iets en ga door.")
    publish_texts(folder, date(2026, 11, 20))
    assert dates(folder)[0] == "2026-11-28-2"


def test_a_text_that_comes_back_gets_a_date_of_its_own(folder):
    edit(folder, "Kies iets en ga door.", "Kies vandaag iets en ga door.")
    publish_texts(folder, date(2027, 1, 5))
    edit(folder, "Kies vandaag iets en ga door.", "Kies iets en ga door.")
    publish_texts(folder, date(2027, 1, 6))
    assert dates(folder)[0] == "2027-01-06"


def test_a_text_that_is_not_published_has_the_date_that_publishing_would_give(tmp_path, monkeypatch):
    folder = small_language(tmp_path / "language")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1798671600")  # 2026-12-31 00:00 in the Netherlands, 23:00 the day before
    assert dates(folder) == ["2026-12-31", "2026-12-31"]


def test_slips_that_were_corrected_keep_the_date(folder):
    edit(folder, "Kies iets en ga door.", "Kies iets en ga dóór.")
    language = read_language(folder).language
    now = language.sections(language.patterns["choose-and-go"], "nl")[1]
    (folder / "patterns/revisions").mkdir()
    said = f"number: 3\nafter:\n  nl: 2026-11-28\nspelling:\n  nl: {now}\n"
    (folder / "patterns/revisions/3.yml").write_text(said, "utf-8")
    assert found(folder) == [("notice", "to-be-corrected")]
    assert dates(folder) == ["2026-11-28", "2026-11-28"]
    assert [text.path for text in publish_texts(folder, date(2027, 1, 5))] == [
        TEXT.replace(".json", "-corrected-1.json")
    ]
    assert dates(folder) == ["2026-11-28", "2026-11-28"]
    assert found(folder) == []
    edit(folder, "Kies iets en ga dóór.", "Kies iets anders.")
    assert found(folder) == [("notice", "to-be-published.changed")]


def test_a_text_that_changes_again_after_its_slips_were_corrected_is_no_correction(folder):
    edit(folder, "Kies iets en ga door.", "Kies iets anders.")
    (folder / "patterns/revisions").mkdir()
    said = f"number: 3\nafter:\n  nl: 2026-11-28\nspelling:\n  nl: {'0' * 32}\n"
    (folder / "patterns/revisions/3.yml").write_text(said, "utf-8")
    assert found(folder) == [("notice", "to-be-published.changed"), ("notice", "corrected-again")]


def altered(folder, **fields):
    """Write a text of the record with other fields in its place, and its own file away."""
    text = text_from((folder / TEXT).read_text("utf-8"), TEXT).model_copy(update=fields)
    (folder / TEXT).unlink()
    (folder / text.path).parent.mkdir(parents=True, exist_ok=True)
    (folder / text.path).write_text(text_file(text), "utf-8")
    return text.path


INVENTED = [TextSection(heading="name", kind="text", text="Verzonnen")]
HOSTILE = [
    ("Kies <script>x()</script>", "raw-html"),
    ("Kies [dit](javascript:x)", "link-target"),
    ("Kies ![dit](https://x.example/a.png)", "image"),
]


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"date": "9999-01-01"}, "record-date.day"),
        ({"date": "2020-01-01"}, "record-date.day"),
        ({"date": "2026-11-28-3"}, "record-date.order"),
        ({"correction": 2}, "record-date.order"),
        ({"number": 77}, "record-number"),
        ({"sections": INVENTED}, "record-changed"),
        ({"sections": [], "names": {}}, "record-empty"),
        *(
            ({"sections": made, "fingerprint": fingerprint(made)}, message)
            for words, message in HOSTILE
            for made in [[*INVENTED, TextSection(heading="problem", kind="text", text=words)]]
        ),
    ],
)
def test_a_record_of_what_never_was_is_refused(folder, fields, message):
    assert ("error", message) in found(folder, altered(folder, **fields))


def test_a_file_of_the_record_with_hidden_characters_is_refused(folder):
    text = (folder / TEXT).read_text("utf-8")
    (folder / TEXT).write_text(text.replace("Kies en ga", "Kies\u202e en ga"), "utf-8")
    assert ("error", "hidden-character") in found(folder, TEXT)


def test_a_kept_text_is_read_without_the_schema_of_today():
    data = {
        "number": 3,
        "edition": "nl",
        "date": "2036-01-02",
        "fingerprint": "0" * 32,
        "sections": [{"heading": "of_before", "kind": "entries", "entries": [{"name": "x", "text": "y"}]}],
    }
    text = text_from(json.dumps(data), "patterns/versions/3/nl/2036-01-02.json")
    assert text.sections[0].texts() == ["x", "y"]


@pytest.mark.parametrize("written", ["2026-11-28", "2026-11-28-2", "2026-11-28-17"])
def test_a_date_is_read_as_it_is_written(written):
    assert str(text_date_from(written)) == written


@pytest.mark.parametrize("written", ["2026-11-28-1", "2026-11-28-0", "2026-02-30", "2026-11-28-100", "26-11-28", ""])
def test_another_date_is_refused(written):
    with pytest.raises(ValueError, match=r"^"):
        text_date_from(written)


def text(date_, words, correction=0):
    sections = [TextSection(heading="name", kind="text", text=words)]
    return PublishedText(
        number=3, edition="nl", date=date_, correction=correction, fingerprint=fingerprint(sections), sections=sections
    )


def test_the_union_of_two_records_loses_no_text_and_changes_none():
    own = record_from([text("2026-11-28", "a")])
    other = [text("2026-11-28", "a"), text("2026-11-28", "b"), text("2026-11-29", "c")]
    assert [(one.date, one.name) for one in own.union(other)] == [("2026-11-28-2", "b"), ("2026-11-29", "c")]
    assert own.union(other) == []
    assert [(str(one.text_date), one.name) for one in own] == [
        ("2026-11-28", "a"),
        ("2026-11-28-2", "b"),
        ("2026-11-29", "c"),
    ]


def test_the_last_correction_stands_for_its_date():
    record = record_from([text("2026-11-28", "b", 1), text("2026-11-28", "a"), text("2026-11-28-2", "c")])
    assert {str(date_): one.name for date_, one in record.dated(3, "nl").items()} == {
        "2026-11-28": "b",
        "2026-11-28-2": "c",
    }
    assert record.latest(3, "nl") == text("2026-11-28-2", "c")
    assert TextDate(DAY) < TextDate(DAY, 2) < TextDate(date(2026, 11, 29))


def test_before_a_first_publication_the_date_is_that_of_the_commit(tmp_path, monkeypatch):
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    folder = small_language(tmp_path / "language")
    language = read_language(folder).language
    language.file_days = lambda: {FILE: date(2025, 3, 4)}
    assert str(language.text_date(language.patterns["choose-and-go"], "nl")) == "2025-03-04"
    language = read_language(folder).language
    language.file_days = lambda: {FILE: LATEST}
    assert str(language.text_date(language.patterns["choose-and-go"], "nl")) == str(today()), "no day that is to come"
    publish_texts(folder, DAY)
    language = read_language(folder).language
    language.file_days = lambda: {FILE: date(2025, 3, 4)}
    assert str(language.text_date(language.patterns["choose-and-go"], "nl")) == "2026-11-28"


def test_a_citation_names_the_second_text_of_a_day(folder):
    edit(folder, "Kies iets en ga door.", "Kies vandaag iets en ga door.")
    publish_texts(folder, DAY)
    language = read_language(folder).language
    imprint = Imprint(language, "nl", "https://x.example/")
    one = pattern_reference(language.patterns["choose-and-go"], imprint)
    assert "tekst van 28 november 2026 (2)" in plain(footnotes(one, imprint).note)
    assert "  version = {2026-11-28-2},\n" in bibtex([one])
    assert json.loads(csl([one]))[0]["version"] == "2026-11-28-2"
    assert "ET  - 2026-11-28-2\r\n" in ris([one])
    assert imprint.dated(language.patterns["choose-and-go"]) == "https://x.example/p/3/2026-11-28-2/"
