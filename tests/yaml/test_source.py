"""Reading YAML with positions: what stands where, and what may not stand at all."""

import pytest

from macros.yaml.reader import parse

PATH = "patterns/seeking/some.yml"


def findings_on(raw):
    return [(finding.rule, finding.place.line, finding.place.column) for finding in parse(raw, PATH).findings]


@pytest.mark.parametrize("word", ["no", "yes", "on", "1.10", "010", "0x10", "1e3", "2026-11-22", "12:30:45", "=", "<<"])
def test_words_that_yaml_turns_into_something_else_stay_as_they_are_written(word):
    assert parse(f"name: {word}\n".encode(), PATH).data == {"name": word}


@pytest.mark.parametrize("nothing", ["", "~", "null"])
def test_nothing_is_nothing(nothing):
    assert parse(f"name: {nothing}\n".encode(), PATH).data == {"name": None}


def test_the_word_null_can_be_written_between_quotation_marks():
    assert parse(b'name: "null"\n', PATH).data == {"name": "null"}


def test_a_file_from_windows_reads_the_same():
    text = "name: a\ntexts:\n  - >-\n    one\n    two\n"
    assert parse(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode(), PATH).data == parse(text.encode(), PATH).data


def test_every_key_and_value_knows_its_place():
    document = parse(b"# first\nid: 7\nnl:\n  name: Een naam\n  list: [a, b]\n", PATH)
    assert str(document.place(("nl", "name"))) == f"{PATH}:4:9"
    assert str(document.place(("nl", "name"), of_key=True)) == f"{PATH}:4:3"
    assert str(document.place(("nl",))) == f"{PATH}:3:1"
    assert str(document.place(("nl", "list", 1))) == f"{PATH}:5:13"
    assert str(document.place(("nl", "nothing", 3))) == f"{PATH}:3:1"


def test_words_are_found_in_folded_text_and_never_outside_it():
    document = parse(b"a: >-\n  one two\n  [[key|some\n  words]] and\nb: three [[key|some words]]\n", PATH)
    assert str(document.place_within(("a",), "[[key|some words]]")) == f"{PATH}:3:3"
    assert str(document.place_within(("b",), "[[key|some words]]")) == f"{PATH}:5:10"
    assert str(document.place_within(("a",), "three")) == f"{PATH}:1:4"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32", "latin-1"])
def test_another_encoding_is_told_and_nothing_is_read(encoding):
    document = parse("name: café\n".encode(encoding), PATH)
    assert document.data is None
    assert {finding.rule for finding in document.findings} in ({"encoding"}, {"hidden-character"})


def test_a_bomb_of_aliases_is_told_before_it_goes_off():
    lines = ["a0: &a0 [x, x]", *(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 60))]
    findings = parse("\n".join(lines).encode(), PATH).findings
    assert {finding.rule for finding in findings} == {"alias", "syntax"}
    assert findings[-1].message == "syntax.too-much"


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_deep_nesting_is_told_and_ends(opening):
    assert ("syntax") in [rule for rule, _line, _column in findings_on((opening * 20_000).encode())]
