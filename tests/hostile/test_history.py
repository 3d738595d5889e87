"""Whatever is put into the record of what was published: `check` refuses what was never published."""

import json
from datetime import date

import pytest
import yaml

from macros.checks import check
from macros.findings.finding import Severity
from macros.record.sections import TextSection, fingerprint
from tests.hostile.payloads import FOLDER
from tests.tools.languages import small_language
from tests.tools.publishing import publish_texts

TRUE = "patterns/versions/3/nl/2026-11-28.json"
HISTORY = [
    (payload, entry.get("own_fingerprint", False))
    for entry in yaml.safe_load((FOLDER / "history.yml").read_text("utf-8"))
    for payload in entry["payloads"]
]


@pytest.fixture
def folder(tmp_path):
    made = small_language(tmp_path / "language")
    publish_texts(made, date(2026, 11, 28))
    return made


def refused(folder):
    """The errors on files of the record."""
    found = [one for one in check(folder).findings if one.severity is Severity.ERROR]
    return [one.message for one in found if one.place.path.startswith("patterns/versions/")]


def path_of(data):
    """Where a text says that it belongs, as far as a path can be made of that."""
    steps = (str(data.get(field, "")) for field in ("number", "edition", "date"))
    plain = ["".join(c for c in step if c.isalnum() or c == "-") or "x" for step in steps]
    corrected = f"-corrected-{data['correction']}" if data.get("correction") else ""
    return f"patterns/versions/{plain[0]}/{plain[1]}/{plain[2]}{corrected}.json"


@pytest.mark.parametrize(("payload", "own_fingerprint"), HISTORY, ids=[repr(payload) for payload, _own in HISTORY])
def test_what_was_never_published_is_refused(folder, payload, own_fingerprint):
    data = json.loads((folder / TRUE).read_text("utf-8")) | payload
    if own_fingerprint:
        data["fingerprint"] = fingerprint(TextSection.model_validate(one) for one in data["sections"])
    (folder / TRUE).unlink()
    forged = folder / path_of(data)
    forged.parent.mkdir(parents=True, exist_ok=True)
    forged.write_text(json.dumps(data, ensure_ascii=False), "utf-8")
    assert refused(folder)


def test_there_are_enough_of_them(folder):
    assert len(HISTORY) >= 45
    assert refused(folder) == []


@pytest.mark.parametrize("content", ["", "[]", "null", "{", "[" * 5_000, '"x"', "\x00", "{}" * 3, "1e999", "NaN"])
def test_what_is_no_json_is_refused(folder, content):
    (folder / TRUE).write_text(content, "utf-8")
    assert refused(folder)


def test_a_file_beyond_any_text_is_refused(folder):
    (folder / TRUE).write_text(" " * 500_000 + (folder / TRUE).read_text("utf-8"), "utf-8")
    assert refused(folder)


@pytest.mark.parametrize(
    "place", ["patterns/versions/x.yml", "patterns/versions/3/nl/notes.md", "patterns/versions/3/x"]
)
def test_another_file_in_the_record_is_refused(folder, place):
    (folder / place).write_text("x", "utf-8")
    assert refused(folder)
