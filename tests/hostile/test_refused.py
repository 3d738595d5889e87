"""What strangers write is refused by `check`, in every field that it concerns, at its place."""

import os
import unicodedata
from pathlib import Path

import pytest
import yaml
from pydantic import TypeAdapter, ValidationError

from macros.checks import check
from macros.findings.finding import Severity
from macros.language.memory import Memory
from macros.model.values import Day
from macros.yaml.document import Loc
from macros.yaml.reader import parse
from tests.hostile.payloads import entries
from tests.tools.languages import CASE_AT, EVERY_FIELD, every_field, small_language, with_case

WHOLE = every_field()
NAMES = {"name"}
NO_PROSE = {
    "name",
    "slug",
    "aliases",
    "keywords",
    "situations",
    "kind",
    "clients",
    "minutes",
    "open",
    "open_at",
    "case",
}
"""Fields of a text that no renderer reads as Markdown."""


def ways(data, way=()):
    """The way to every text in the data of a file."""
    if isinstance(data, str):
        yield way
    elif isinstance(data, dict | list):
        for name, inner in data.items() if isinstance(data, dict) else enumerate(data):
            yield from ways(inner, (*way, name))


def put(data, way, text):
    """A copy of the data with another text at the end of a way."""
    if not way:
        return text
    if isinstance(data, dict):
        return {name: put(inner, way[1:], text) if name == way[0] else inner for name, inner in data.items()}
    return [put(inner, way[1:], text) if at == way[0] else inner for at, inner in enumerate(data)]


def is_prose(way):
    """Whether a text of a pattern is prose: most texts of an edition, and the reasons and places in the facts."""
    words = {step for step in way if isinstance(step, str)}
    is_key = way[-1] == "source" and "basis" not in words
    return bool(words & {"nl", "en"}) and not words & NO_PROSE and not is_key


PROSE = [way for way in ways(WHOLE) if is_prose(way)]
NAMED = [way for way in ways(WHOLE) if way[-1] in NAMES]
FRAME_NAMES: dict[str, list[Loc]] = {
    "patterns/language.yml": [("chapters", 0, "nl", "name"), ("levels", 0, "en", "name")],
    "patterns/sources.yml": [("sources", 0, "title"), ("sources", 0, "author"), ("sources", 0, "organisation")],
    "patterns/glossary.yml": [("terms", 0, "nl", "term"), ("terms", 0, "nl", "also", 0)],
    "patterns/routes.yml": [("routes", 0, "nl", "name")],
}
"""Names in the files around the patterns."""
NO_LINK_AROUND = {"patterns/sources.yml", "patterns/glossary.yml"}
"""Files in which a name may hold brackets: no link is made of it."""


def listed(name):
    return [(entry, payload) for entry in entries(name) for payload in entry["payloads"]]


def named(part):
    return ascii(part)[:50] if isinstance(part, str) else part["attacks"] if isinstance(part, dict) else str(part)


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    return with_case(tmp_path_factory.mktemp("refused") / "language", EVERY_FIELD)


MEMORY = Memory()
"""What the tests leave of the other files."""


def rules_where(root, where, data):
    """The rules of the errors on a file with this data, by the way to each text."""
    return rules_in(root, {where: data})[where]


def rules_in(root, written):
    """The rules of the errors on files with this data, all at the same time: by file and by the way to each text."""
    before = {where: (root / where).read_bytes() if (root / where).exists() else None for where in written}
    texts = {where: as_yaml(data) for where, data in written.items()}
    try:
        for where, text in texts.items():
            (root / where).write_text(text, "utf-8")
        findings = check(root, MEMORY).findings
    finally:
        for where, content in before.items():
            (root / where).unlink() if content is None else (root / where).write_bytes(content)
    told = {}
    for where, data in written.items():
        name = Path(where).as_posix()
        document = parse(texts[where].encode(), name)
        own = [one for one in findings if one.place.path == name and one.severity is Severity.ERROR]
        lines = {way: range(document.place(way).line, document.ends[way] + 1) for way in ways(data)}
        told[where] = {way: {one.rule for one in own if one.place.line in at} for way, at in lines.items()}
    return told


def as_yaml(data):
    return yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=False, sort_keys=False, width=10**9)


@pytest.mark.parametrize(("entry", "payload"), listed("links"), ids=named)
def test_a_link_that_is_not_one_is_refused_in_all_prose(root, entry, payload):
    half = len(PROSE) // 2
    for fields in (PROSE[:half], PROSE[half:]):  # only so many findings of a file are told
        data = WHOLE
        for number, way in enumerate(fields):
            data = put(data, way, f"{number} {payload}")
        told = rules_where(root, CASE_AT, data)
        assert [way for way in fields if entry["rule"] not in told[way]] == []


@pytest.mark.parametrize(("entry", "payload"), listed("names"), ids=named)
def test_a_name_that_deceives_is_refused_wherever_a_name_stands(root, entry, payload):
    data = WHOLE
    for way in NAMED:
        data = put(data, way, payload)
    told = rules_where(root, CASE_AT, data)
    assert [way for way in NAMED if entry["rule"] not in told[way]] == []


@pytest.mark.parametrize(("entry", "payload"), listed("names"), ids=named)
def test_it_is_refused_around_the_patterns_too(root, entry, payload):
    written, wanted = {}, []
    for where, names in FRAME_NAMES.items():
        if entry["attacks"] == "the link around a name" and where in NO_LINK_AROUND:
            continue
        whole = parse((root / where).read_bytes(), where)
        fields = [way for way in names if isinstance(whole.at(way), str)]
        assert fields
        written[where] = whole.data
        for way in fields:
            written[where] = put(written[where], way, payload)
        wanted += [(where, way) for way in fields]
    told = rules_in(root, written)
    assert [(where, way) for where, way in wanted if entry["rule"] not in told[where][way]] == []


@pytest.mark.parametrize(("entry", "payload"), listed("addresses"), ids=named)
def test_an_address_that_deceives_is_refused(root, entry, payload):
    where, way = "patterns/sources.yml", ("sources", 0, "url")
    data = parse((root / where).read_bytes(), where).data
    data = {"sources": [data["sources"][0] | {"url": payload}, *data["sources"][1:]]}
    assert entry["rule"] in rules_where(root, where, data)[way]


@pytest.mark.parametrize(("entry", "payload"), listed("dates-and-sizes"), ids=named)
def test_what_is_out_of_bounds_is_refused(root, entry, payload):
    way = tuple(entry["field"])
    if way == ("since",):  # the day of a withdrawal
        with pytest.raises(ValidationError):
            TypeAdapter(Day).validate_python(payload)
        return
    assert entry["rule"] in rules_where(root, CASE_AT, put(WHOLE, way, payload))[way]


def make(kind, path, payload, root):
    """Make something else than a file, or a bad one, at a path."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if kind != "twin":
        path.unlink(missing_ok=True)
    if kind == "link":
        (root / "secret.txt").write_text("secret\n")
        path.symlink_to(payload)
    elif kind == "pipe":
        os.mkfifo(path)
    elif kind == "folder":
        path.mkdir()
    elif kind == "size":
        path.touch()
        os.truncate(path, payload)
    elif kind == "bytes":
        path.write_bytes(payload.encode("latin-1"))
    elif kind == "twin":
        path.write_text("# Eén\n", "utf-8")
        path.with_name(payload).write_text("# Twee\n", "utf-8")


FILES = [(entry, at, payload) for entry in entries("files") for at in entry["at"] for payload in entry["payloads"]]


@pytest.mark.parametrize(("entry", "at", "payload"), FILES, ids=named)
def test_what_is_no_file_is_told_and_not_read(tmp_path, entry, at, payload):
    root = small_language(tmp_path / "language")
    path = root / at
    make(entry["make"], path, payload, root)
    reading = check(root)
    at_place = {at, path.with_name(str(payload)).relative_to(root).as_posix()} if entry["make"] == "twin" else {at}
    assert entry["rule"] in {one.rule for one in reading.findings if one.place.path in at_place}
    assert "secret" not in str(reading.findings)


def test_every_list_names_its_payloads_once():
    for name in ("links", "addresses", "names"):
        written = [unicodedata.normalize("NFC", str(payload)) for _entry, payload in listed(name)]
        assert len(set(written)) == len(written), name
