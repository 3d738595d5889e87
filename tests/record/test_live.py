"""The record that a site carries: what publishing writes it reads back, however much has been published."""

import json
import tracemalloc

import pytest

from macros.language.reading import read_language
from macros.publishing import live_record
from macros.publishing.live_record import MAX_BYTES, live_record_file, live_record_from
from macros.publishing.new_texts import texts_to_publish
from macros.record.published_urls import Entry

PATTERNS, TEXTS_OF_EACH = 1000, 90
"""As much as the record has room for in the repository: see MAX_RECORDED_ENTRIES."""
ENTRIES = [Entry("p/3/", 3)]


@pytest.fixture(scope="module")
def texts(root):
    """Every text of the real language, as publishing it records it."""
    return list(texts_to_publish(read_language(root).language))


def test_what_is_written_is_read(texts):
    record = live_record_from(live_record_file(ENTRIES, texts))
    assert record.texts == texts
    assert record.addresses == ["/p/3/ 3"]


def test_there_is_room_for_ninety_texts_of_a_thousand_patterns(texts):
    each = len(live_record_file([], texts)) / len(texts)
    assert each * PATTERNS * TEXTS_OF_EACH < MAX_BYTES


def test_reading_takes_memory_in_proportion(texts):
    content = live_record_file(ENTRIES, texts)
    tracemalloc.start()
    try:
        live_record_from(content)
        assert tracemalloc.get_traced_memory()[1] < 10 * len(content)
    finally:
        tracemalloc.stop()


def test_a_record_that_the_next_publication_could_not_read_is_not_written(texts, monkeypatch):
    content = live_record_file(ENTRIES, texts)
    monkeypatch.setattr(live_record, "MAX_BYTES", len(content) - 1)
    with pytest.raises(ValueError, match="larger than"):
        live_record_from(content)
    with pytest.raises(ValueError, match=f"the record of {len(texts)} texts is larger than"):
        live_record_file(ENTRIES, texts)


@pytest.mark.parametrize("content", [b"", b"\xff", b"{", b"[" * 10_000, b'{"form": 1} x', b'{"a": "\xed\xa0\x80"}'])
def test_what_is_no_json_is_said_to_be_none(content):
    with pytest.raises(ValueError, match="it is no JSON"):
        live_record_from(content)


@pytest.mark.parametrize("form", [0, 2, "1", None, 1.5, [1], {"1": 1}])
def test_another_form_is_not_read(form):
    with pytest.raises(ValueError, match="it has form"):
        live_record_from(json.dumps({"form": form, "addresses": [], "texts": []}).encode())


def test_a_text_that_was_changed_on_the_way_is_refused(texts):
    content = json.loads(live_record_file(ENTRIES, texts[:1]))
    content["texts"][0]["sections"][0]["text"] += " and more"
    with pytest.raises(ValueError, match="does not agree with its fingerprint"):
        live_record_from(json.dumps(content).encode())
