"""Every guard is needed: switched off alone, it lets something through that a list in this folder holds."""

import json
import os
import re
import signal
import stat
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from macros.checks import check, prose
from macros.checks import pages as page_checks
from macros.checks import published as record_checks
from macros.findings.finding import Severity
from macros.language import reading
from macros.model import values
from macros.record.published_text import PublishedText
from macros.record.sections import TextSection, fingerprint
from macros.text import scripts
from macros.written_pages import shape
from macros.yaml import files, text_file
from macros.yaml.reader import parse
from tests.hostile.test_manifest import MANIFEST
from tests.hostile.test_refused import NAMED, PROSE, WHOLE, make, put, rules_where
from tests.tools.languages import CASE_AT, EVERY_FIELD, with_case
from tests.tools.publishing import publish_texts

ELSEWHERE = {
    "templates": "hostile/test_pages.py",
    "html": "hostile/test_pages.py",
    "queries": "browser/test_client_guards.py",
    "bundle-files": "browser/test_client_guards.py",
    "bundle-addresses": "browser/test_client_guards.py",
    "bundle-storage": "browser/test_client_guards.py",
    "words": "site/test_untrusted.py",
}
"""List -> the test that switches its guards off, where that is not this one."""
ANYTHING = re.compile("")
NOTHING = re.compile("(?!)")


@dataclass(frozen=True)
class Guard:
    """What holds something.

    Attributes:
        against: the list of inputs that it is against.
        where: the module, class or function that has it, and `name` its name there.
        off: what takes its place when it is switched off.
        held: whether an input is held in the language of this folder.
    """

    against: str
    where: Any
    name: str
    off: Any
    held: Callable[[Path], object]


def never(*_arguments):
    return ()


def refused(ways, text):
    """Whether a text is refused in the first of these fields; by these rules."""
    return lambda root: rules_where(root, CASE_AT, put(WHOLE, ways[0], text))[ways[0]]


def refused_as_written(text):
    return lambda _root: {one.rule for one in parse(f"name: {text}\n".encode(), "a.yml").findings}


def told(rule, kind, at, payload=None):
    """Whether a rule is told when something of this kind stands here: see `make`."""

    def held(root):
        make(kind, root / at, payload, root)
        return rule in {one.rule for one in check(root).findings}

    return held


def told_of_a_pipe(root):
    """Whether a pipe is told of within a second, and not waited for."""

    def give_up(*_arguments):
        raise TimeoutError

    path = root / "docs/nl/pipe.md"
    make("pipe", path, None, root)
    before = signal.signal(signal.SIGALRM, give_up)
    signal.setitimer(signal.ITIMER_REAL, 1)
    try:
        return [one.rule for one in files.read_text(path, root).findings] == ["not-a-file"]
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def told_of_many_files(root):
    folder = root / "docs/nl/many"
    folder.mkdir()
    for number in range(files.MAX_ENTRIES + 1):
        os.mknod(folder / f"{number}.png")
    return "too-many" in {one.rule for one in files.files_in(root / "docs", root).findings}


def told_of_depth(root):
    folder = root.joinpath("docs/nl", *"abcdefghijklmnopqrstuvwxyz")
    folder.mkdir(parents=True)
    (folder / "a.png").touch()
    return "too-deep" in {one.rule for one in files.files_in(root / "docs", root).findings}


def forged(rule, *, own_fingerprint=False, **fields):
    """Whether a rule is told when these fields replace those of a text in the record."""

    def held(root):
        (text,) = [one for one in publish_texts(root, date(2026, 11, 28)) if (one.number, one.edition) == (3, "nl")]
        data = json.loads((root / text.path).read_text("utf-8")) | fields
        if own_fingerprint:
            data["fingerprint"] = fingerprint(TextSection.model_validate(one) for one in data["sections"])
        (root / text.path).unlink()
        corrected = f"-corrected-{data['correction']}" if "correction" in data else ""
        path = root / f"patterns/versions/3/nl/{data['date']}{corrected}.json"
        path.write_text(json.dumps(data), "utf-8")
        return rule in {one.rule for one in check(root).findings if one.severity is Severity.ERROR}

    return held


def no_day(text):
    def held(_root):
        try:
            TypeAdapter(values.Day).validate_python(text)
        except ValidationError:
            return True
        return False

    return held


def another_address(_root):
    try:
        TypeAdapter(values.Url).validate_python("https://gemeente..nl/")
    except ValidationError:
        return True
    return False


SCRIPT = [{"heading": "name", "kind": "text", "text": "<script>alert(1)</script>"}]
GUARDS = {
    "hidden characters": Guard(
        "names", text_file, "hidden_characters", never, refused_as_written("Zet\u200b de deur open")
    ),
    "spaces in indentation": Guard(
        "names",
        text_file,
        "indenting_spaces",
        never,
        lambda _root: text_file.spaces_in_indentation(text_file.text_from("\u00a0 a\n".encode(), "a.md")),
    ),
    "letters": Guard("names", values, "deceiving_letter", lambda _name: "", refused(NAMED, "Zеt open")),
    "look-alikes": Guard("names", scripts, "_LOOK_LATIN", {}, lambda _root: scripts.deceiving_letter("саса")),
    "brackets in names": Guard("names", values, "_LINK", NOTHING, refused(NAMED, "De ]] deur")),
    "user in an address": Guard(
        "links", prose, "HTTPS", re.compile("https://"), refused(PROSE, "a [b](https://a.nl@evil.example/)")
    ),
    "images": Guard("links", prose, "_images", never, refused(PROSE, "a ![b](https://a.nl/b.png)")),
    "raw HTML": Guard("links", prose, "_HTML", NOTHING, refused(PROSE, "a <b>")),
    "site of an address": Guard("addresses", values, "HTTPS", re.compile("https://"), another_address),
    "nesting": Guard("dates-and-sizes", prose, "_DEEP", NOTHING, refused(PROSE, "> > > > > > a")),
    "years": Guard("dates-and-sizes", values, "_DAY", re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}"), no_day("2206-11-22")),
    "links": Guard(
        "files",
        Path,
        "is_symlink",
        lambda _path: False,
        told("symbolic-link", "link", "published-urls.txt", "/etc/passwd"),
    ),
    "devices": Guard("files", stat, "S_ISREG", lambda _mode: True, told_of_a_pipe),
    "not waiting for a pipe": Guard("files", files, "_OPEN", os.O_RDONLY, told_of_a_pipe),
    "folders named as files": Guard(
        "files", files, "_READ", frozenset(), told("not-a-file", "folder", "patterns/deciding/a.yml")
    ),
    "kinds of file": Guard(
        "files", page_checks, "KINDS", (*page_checks.KINDS, ".js"), told("file-kind", "size", "docs/nl/own.js", 1)
    ),
    "sizes of pages": Guard(
        "files", reading, "MAX_PAGE_BYTES", 10**7, told("size", "size", "docs/nl/index.md", 40_000)
    ),
    "sizes of pictures": Guard(
        "files", files, "MAX_COPIED_BYTES", 10**8, told("size", "size", "docs/nl/a.png", 6_000_000)
    ),
    "names of files": Guard(
        "files",
        unicodedata,
        "normalize",
        lambda _form, text: text,
        told("name-twice", "twin", "docs/nl/a.md", "ａ.md"),
    ),
    "hidden characters in names of files": Guard(
        "files", files, "hidden_characters", never, told("hidden-character", "size", "docs/nl/a\u202e.png", 1)
    ),
    "number of files": Guard("files", files.files_in, "__defaults__", (10**9,), told_of_many_files),
    "depth of folders": Guard("files", files, "MAX_DEPTH", 1000, told_of_depth),
    "shape of a page": Guard(
        "time",
        shape,
        "_findings",
        never,
        lambda _root: shape.shape_findings(text_file.text_from(b"[" * 100, "a.md")),
    ),
    "the first day": Guard(
        "history", record_checks, "_FIRST_DAY", date(1, 1, 1), forged("record-date", date="2020-01-01")
    ),
    "the order of texts": Guard(
        "history", record_checks, "_follows", lambda *_: True, forged("record-date", correction=2)
    ),
    "fingerprints": Guard(
        "history", PublishedText, "is_whole", lambda _text: True, forged("record-changed", fingerprint="0" * 32)
    ),
    "prose of the record": Guard(
        "history", record_checks, "_prose", never, forged("raw-html", own_fingerprint=True, sections=SCRIPT)
    ),
}


@pytest.fixture
def language(tmp_path):
    """Makes the small language with a pattern that has every field."""
    return lambda name: with_case(tmp_path / name, EVERY_FIELD)


@pytest.mark.parametrize("guard", GUARDS.values(), ids=GUARDS)
def test_a_guard_that_is_switched_off_lets_something_through(language, guard, monkeypatch):
    assert guard.held(language("guarded"))
    monkeypatch.setattr(guard.where, guard.name, guard.off)
    assert not guard.held(language("open"))


def test_every_list_has_guards_that_are_switched_off():
    assert {guard.against for guard in GUARDS.values()} | set(ELSEWHERE) == set(MANIFEST)
