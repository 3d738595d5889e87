"""What is unchanged is not made again, and what may have changed is."""

import os
import sys
import time

import pytest

from macros.exports.kept import Kept, keeping, once
from macros.exports.make import make_exports
from macros.language.reading import read_language
from macros.model.editions import EDITIONS
from macros.site import inputs
from macros.site.inputs import Inputs
from tests.site.workplace import contents
from tests.tools.languages import small_language


def build(folder, language="the language", program="the program"):
    """Return what one build keeps its documents with."""
    return Kept(folder, program, language, time.time())


def made(kept, *made_of, content=b"new"):
    """Return whether a document was made, and not taken from what is kept."""
    calls = []

    def make():
        calls.append(content)
        return content

    with keeping(kept):
        once(made_of, make)
    return bool(calls)


def test_a_document_is_made_once(tmp_path):
    first = build(tmp_path)
    assert made(first, "a", b"b")
    first.confirm()
    with keeping(build(tmp_path)):
        assert once(("a", b"b"), lambda: b"another") == b"new"


@pytest.mark.parametrize(
    ("program", "made_of"), [("another program", ("a", "b")), ("the program", ("a", "c")), ("the program", ("ab",))]
)
def test_a_document_of_other_things_is_made_anew(tmp_path, program, made_of):
    first = build(tmp_path)
    made(first, "a", "b")
    first.confirm()
    assert made(build(tmp_path, program=program), *made_of)


def test_nothing_is_kept_that_was_not_confirmed(tmp_path):
    made(build(tmp_path), "a")
    assert made(build(tmp_path), "a")


@pytest.mark.parametrize(("damaged", "now"), [("contents", b"old"), ("made", b"old"), ("made", b"5")])
def test_a_damaged_document_is_made_anew(tmp_path, damaged, now):
    first = build(tmp_path)
    made(first, "a")
    first.confirm()
    (path,) = (tmp_path / damaged).iterdir()
    path.write_bytes(now)
    second = build(tmp_path)
    assert made(second, "a")
    second.confirm()
    assert not made(build(tmp_path), "a")


def test_where_nothing_can_be_written_everything_is_made(tmp_path):
    (tmp_path / "file").touch()
    kept = build(tmp_path / "file" / "inside")
    assert made(kept, "a")
    kept.confirm()


def test_what_was_used_longest_ago_makes_room(tmp_path, monkeypatch):
    monkeypatch.setattr("macros.exports.kept._ROOM", 11)
    for day, name in enumerate(("old", "middle")):
        kept = build(tmp_path)
        made(kept, name, content=name.encode())
        kept.confirm()
        for path in (tmp_path / "contents").iterdir():
            os.utime(path, (day, day))
    kept = build(tmp_path)
    assert not made(kept, "old")
    assert made(kept, "new", content=b"new")
    kept.confirm()
    assert [made(build(tmp_path), name) for name in ("old", "middle", "new")] == [False, True, False]
    assert len(list((tmp_path / "made").iterdir())) == 2


FILES = {
    "patterns/seeking/ask-twice.yml": "language",
    "patterns/seeking/ask-twice.svg": "language",
    "patterns/labels.nl.yml": "language",
    "published-urls.txt": "language",
    "docs/nl/index.md": "language",
    "macros/view/labels.yml": "program",
    "macros/exports/pdf/pattern.py": "program",
    "macros/exports/pdf/typst/pattern.typ": "program",
    "macros/exports/epub.css": "program",
}


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A folder with one file of each kind and one library, which is where the program looks for its own."""
    root = tmp_path / "project"
    for name in FILES:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("before")
    (tmp_path / "libraries" / "typst-1.0.dist-info").mkdir(parents=True)
    monkeypatch.setattr(inputs, "PROGRAM", root)
    monkeypatch.setattr(sys, "path", [str(tmp_path / "libraries")])
    return root


@pytest.mark.parametrize("name", FILES)
def test_every_file_counts(project, name):
    before = Inputs(project)
    was = before.language, before.program
    (project / name).write_text("behind")
    after = Inputs(project)
    assert after.language != was[0]  # the code lies in this folder too
    assert (after.program != was[1]) == (FILES[name] == "program")
    assert not before.unchanged()
    assert after.unchanged()


def test_another_version_of_a_library_counts(project, tmp_path):
    before = Inputs(project).program
    (tmp_path / "libraries" / "typst-1.0.dist-info").rename(tmp_path / "libraries" / "typst-1.1.dist-info")
    assert Inputs(project).program != before


def test_the_caches_of_python_do_not_count(project):
    before = Inputs(project)
    (project / "macros/exports/__pycache__").mkdir()
    (project / "macros/exports/__pycache__/epub.pyc").touch()
    assert before.unchanged()


@pytest.fixture
def typeset(monkeypatch):
    """The templates that Typst has set, in order."""
    from macros.exports.pdf import typesetting

    seen = []
    real = typesetting._compiled

    def compiled(template, data, timestamp):
        seen.append(template)
        return real(template, data, timestamp)

    monkeypatch.setattr(typesetting, "_compiled", compiled)
    return seen


def exports(root, folder, kept, publisher=""):
    """Make the exports of the main edition and return them."""
    reading = read_language(root)
    make_exports(reading.language, EDITIONS[0], folder, "https://patterns.example/", publisher, kept)
    if kept:
        kept.confirm()
    return contents(folder)


def test_an_unchanged_language_is_exported_without_making_anything(tmp_path, typeset, monkeypatch):
    root = small_language(tmp_path / "language")
    first = exports(root, tmp_path / "first", build(tmp_path / "kept"))
    assert typeset
    monkeypatch.setattr("macros.exports.archive._packed", None)
    monkeypatch.setattr("macros.exports.pdf.typesetting._compiled", None)
    monkeypatch.setattr("macros.pictures.png.compiled", None)
    assert exports(root, tmp_path / "second", build(tmp_path / "kept")) == first


def test_only_what_an_edit_changes_is_made_again(tmp_path, typeset):
    root = small_language(tmp_path / "language")
    exports(root, tmp_path / "first", build(tmp_path / "kept", "before"))
    typeset.clear()
    path = root / "patterns/seeking/look-first.yml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("Vertel wat je zag.", "Vertel wat je hoorde.", 1), encoding="utf-8")
    edited = exports(root, tmp_path / "second", build(tmp_path / "kept", "after"))
    assert typeset.count("pattern") == 1
    assert edited == exports(root, tmp_path / "cold", None)


def test_another_publisher_or_day_is_another_document(tmp_path, monkeypatch):
    root = small_language(tmp_path / "language")
    exports(root, tmp_path / "first", build(tmp_path / "kept"))
    named = exports(root, tmp_path / "second", build(tmp_path / "kept"), "The Publisher")
    assert named == exports(root, tmp_path / "cold", None, "The Publisher")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(1795345200 + 86400 * 40))
    later = exports(root, tmp_path / "third", build(tmp_path / "kept"))
    assert later == exports(root, tmp_path / "cold later", None)
