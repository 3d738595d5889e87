"""The lists of inputs: each is in the manifest, tried by a test, and together they are many."""

import re
import stat
import unicodedata
from pathlib import Path

import pytest
import yaml

from macros.checks import MAX_OF_A_CHECK, check, first_findings, prose
from macros.findings.finding import Severity
from macros.language import reading
from macros.model import values
from macros.text import scripts
from macros.written_pages import shape
from macros.yaml import files, text_file
from macros.yaml.reader import parse
from tests.hostile.payloads import FOLDER, payloads
from tests.hostile.test_refused import NAMED, PROSE, WHOLE, make, put, rules_where
from tests.tools.languages import CASE_AT, small_language

LEAST = 400
MANIFEST = yaml.safe_load((FOLDER / "manifest.yml").read_text("utf-8"))


def test_every_list_is_in_the_manifest():
    assert {path.stem for path in FOLDER.glob("*.yml")} - {"manifest"} == set(MANIFEST)


def test_every_list_is_tried():
    for name, entry in MANIFEST.items():
        assert re.search(rf'"{name}(\.yml)?"', (FOLDER.parent / entry["tried_by"]).read_text("utf-8")), name


def test_there_are_many_inputs():
    counts = {name: len({repr(payload) for _attacks, payload in payloads(name)}) for name in MANIFEST}
    print(", ".join(f"{name} {count}" for name, count in counts.items()), "in all", sum(counts.values()))
    assert sum(counts.values()) >= LEAST
    assert min(counts.values()) >= 10


@pytest.fixture
def root(tmp_path):
    return small_language(tmp_path / "language")


def refused(root, ways, text):
    """The rules by which a text is refused in the first of these fields."""
    return rules_where(root, CASE_AT, put(WHOLE, ways[0], text))[ways[0]]


def told_of(root, make_it):
    make_it(root)
    return {one.rule for one in check(root).findings if one.severity == "error"}


def never(*_arguments):
    return ()


NOTHING = re.compile("(?!)")
GUARDS = {
    "hidden characters": (
        text_file,
        "hidden_characters",
        never,
        lambda _root: "hidden-character" in refused_as_written("Zet\u200b de deur open"),
    ),
    "spaces in indentation": (
        text_file,
        "indenting_spaces",
        never,
        lambda _root: bool(text_file.spaces_in_indentation(text_file.text_from("\u00a0 a\n".encode(), "a.md"))),
    ),
    "letters": (values, "deceiving_letter", lambda _name: "", lambda root: refused(root, NAMED, "Zеt open")),
    "look-alikes": (scripts, "_LOOK_LATIN", {}, lambda _root: scripts.deceiving_letter("саса")),
    "brackets in names": (
        values,
        "_LINK",
        NOTHING,
        lambda root: refused(root, NAMED, "De ]] deur"),
    ),
    "user in an address": (
        prose,
        "HTTPS",
        re.compile("https://"),
        lambda root: refused(root, PROSE, "a [b](https://a.nl@evil.example/)"),
    ),
    "images": (prose, "_images", never, lambda root: "image" in refused(root, PROSE, "a ![b](https://a.nl/b.png)")),
    "raw HTML": (prose, "_HTML", NOTHING, lambda root: refused(root, PROSE, "a <b>")),
    "nesting": (prose, "_DEEP", NOTHING, lambda root: refused(root, PROSE, "> > > > > > a")),
    "links": (
        Path,
        "is_symlink",
        lambda _path: False,
        lambda root: (
            "symbolic-link"
            in told_of(root, lambda root: make("link", root / "published-urls.txt", "/etc/passwd", root))
        ),
    ),
    "kinds of file": (
        stat,
        "S_ISREG",
        lambda _mode: True,
        lambda root: [one.rule for one in files.read_text(pipe(root), root).findings] == ["not-a-file"],
    ),
    "sizes": (
        reading,
        "MAX_PAGE_BYTES",
        10**7,
        lambda root: "size" in told_of(root, lambda root: make("size", root / "docs/nl/index.md", 40_000, root)),
    ),
    "shape of a page": (
        shape,
        "_findings",
        never,
        lambda _root: shape.shape_findings(text_file.text_from(b"[" * 100, "a.md")),
    ),
    "names of files": (
        unicodedata,
        "normalize",
        lambda _form, text: text,
        lambda root: "name-twice" in told_of(root, lambda root: make("twin", root / "docs/nl/a.md", "\uff41.md", root)),
    ),
}
"""Guard -> where it is, its name, what takes its place when it is off, and what it sees to."""


def refused_as_written(name):
    return {one.rule for one in parse(f"name: {name}\n".encode(), "a.yml").findings}


def pipe(root):
    path = root / "docs/nl/pipe.md"
    make("pipe", path, None, root)
    return path


@pytest.mark.parametrize("guard", GUARDS)
def test_a_guard_that_is_switched_off_lets_something_through(root, guard, monkeypatch):
    module, name, off, held = GUARDS[guard]
    assert held(small_language(root.parent / "guarded"))
    monkeypatch.setattr(module, name, off)
    assert not held(root)


def test_the_limit_of_a_check_is_one(root):
    (root / "docs/nl/Twee.png").touch()
    findings = check(root).findings[:1]
    first = first_findings(iter(findings * (MAX_OF_A_CHECK * 2)))
    assert len(first) == MAX_OF_A_CHECK + 1
    assert first[-1].severity is Severity.ERROR


def test_warnings_alone_never_become_an_error(root):
    warnings = [one for one in check(root).findings if one.severity is Severity.WARNING][:1]
    first = first_findings(iter(warnings * (MAX_OF_A_CHECK * 2)))
    assert {one.severity for one in first} == {Severity.WARNING}
