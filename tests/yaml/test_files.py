"""Files are read within bounds: regular ones inside the tree, of limited size, in UTF-8 and NFC."""

import os
import tracemalloc

import pytest

from macros.checks import check
from macros.language import reading
from macros.model.editions import EDITIONS
from macros.yaml import files
from macros.yaml.files import MAX_BYTES, MAX_COPIED_BYTES, MAX_PAGE_BYTES, files_in, read_text
from macros.yaml.reader import parse, read
from tests.tools.languages import CASE_AT, small_language

READ = ["patterns/language.yml", str(CASE_AT), "docs/nl/index.md", "published-urls.txt", "moved-urls.txt"]
READ += ["patterns/versions/3/nl/2026-11-28.json", "patterns/withdrawn.yml", "patterns/revisions/3.yml"]
"""A file of each kind that is read."""


@pytest.fixture
def root(tmp_path):
    return small_language(tmp_path / "language")


def described(root):
    return [(str(one.place.path), one.rule) for one in check(root).findings if one.severity == "error"]


def replaced(root, name):
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    return path


@pytest.mark.parametrize("target", ["/dev/zero", "/etc/passwd", "secret.txt"])
@pytest.mark.parametrize("name", READ)
def test_a_symbolic_link_is_not_followed(root, name, target):
    (root / "secret.txt").write_text("/secret/\n")
    replaced(root, name).symlink_to(target if target.startswith("/") else root / target)
    tracemalloc.start()
    findings = [one for one in check(root).findings if one.place.path == name]
    assert tracemalloc.get_traced_memory()[1] < 50_000_000
    tracemalloc.stop()
    assert {one.rule for one in findings} == {"symbolic-link"}
    assert "root:" not in str(findings)
    assert "secret/" not in str(findings)


@pytest.mark.parametrize("name", READ)
def test_a_pipe_is_told_and_not_waited_for(root, name):
    os.mkfifo(replaced(root, name))
    assert (name, "not-a-file") in described(root)


@pytest.mark.parametrize("name", READ)
def test_a_folder_in_the_place_of_a_file_is_told(root, name):
    replaced(root, name).mkdir()
    assert (name, "not-a-file") in described(root)


@pytest.mark.parametrize("name", READ)
def test_a_file_that_is_too_large_is_told_and_not_read(root, name):
    with replaced(root, name).open("wb") as file:
        file.truncate(2**33)  # without taking room on the disk
    tracemalloc.start()
    assert (name, "size") in described(root)
    assert tracemalloc.get_traced_memory()[1] < 50_000_000
    tracemalloc.stop()


@pytest.mark.parametrize("name", READ)
def test_another_encoding_is_told(root, name):
    replaced(root, name).write_bytes("é\n".encode("latin-1"))
    assert (name, "encoding") in described(root)


@pytest.mark.parametrize("folder", ["patterns/deciding", "docs/nl", "docs/en/deep", "patterns/versions/3", "docs"])
def test_a_linked_folder_is_not_entered(root, tmp_path, folder):
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.md").write_text("# Secret\n")
    (outside / "secret.yml").write_text("id: 1\n")
    path = root / folder
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists():
        path.rename(tmp_path / "elsewhere")
    path.symlink_to(outside)
    reading = check(root)
    assert (folder, "symbolic-link") in [(one.place.path, one.rule) for one in reading.findings]
    assert not [name for name in (*reading.language.documents, *reading.language.files) if "secret" in name]


def test_a_linked_file_among_the_pages_is_no_file_of_the_site(root):
    (root / "docs/nl/evil.txt").symlink_to("/etc/passwd")
    reading = check(root)
    assert ("docs/nl/evil.txt", "symbolic-link") in described(root)
    assert "docs/nl/evil.txt" not in reading.language.files


def test_a_link_under_patterns_with_any_name_is_told(root):
    (root / "patterns/deciding/notes").symlink_to("/")
    assert ("patterns/deciding/notes", "symbolic-link") in described(root)


def test_the_lock_of_an_editor_is_left_alone(root):
    (root / "docs/nl/.#index.md").symlink_to("somebody@host.1")
    assert described(root) == []


@pytest.mark.parametrize(
    "names", [("deel.md", "Deel.md"), ("cafe\u0301.md", "caf\u00e9.md"), ("\u0131x.md", "\u0131X.md")]
)
def test_names_that_differ_in_form_only_are_told(root, names):
    for name in names:
        (root / "docs/nl" / name).write_text("# A page\n")
    if len(list((root / "docs/nl").glob("*.md"))) < 4:
        pytest.skip("this disk takes the two names for one")
    assert "name-twice" in [rule for _path, rule in described(root)]


def test_a_file_to_copy_may_be_large_but_not_too_large(root):
    (root / "docs/nl/large.png").write_bytes(b"")
    os.truncate(root / "docs/nl/large.png", MAX_COPIED_BYTES)
    assert ("docs/nl/large.png", "size") not in described(root)
    os.truncate(root / "docs/nl/large.png", MAX_COPIED_BYTES + 1)
    assert ("docs/nl/large.png", "size") in described(root)


def test_folders_inside_one_another_end(root):
    deep = root / "docs/nl" / "/".join("d" * (files.MAX_DEPTH + 5))
    deep.mkdir(parents=True)
    (deep / "page.md").write_text("# Deep\n")
    assert "too-deep" in [rule for _path, rule in described(root)]


def test_more_files_than_can_be_looked_at_are_told(root, monkeypatch):
    assert {one.rule for one in files_in(root / "docs", root, 3).findings} == {"too-many"}
    monkeypatch.setattr(reading, "MAX_RECORDED_ENTRIES", 3)
    assert ("patterns", "too-many") in described(root)


def test_ten_years_of_a_thousand_patterns_are_few_enough():
    patterns, editions, texts = 1000, len(EDITIONS), 40
    written, folders = 2 * patterns, (1 + editions) * patterns
    assert written + folders + texts * patterns < files.MAX_RECORDED_ENTRIES
    addresses = (20 * editions + texts) * patterns
    assert addresses * len("/en/patterns/a-name-of-some-length/ 100\n") < files.MAX_LIST_BYTES


def test_the_sizes_hold_to_the_byte(tmp_path):
    path = tmp_path / "some.yml"
    path.write_bytes(b"#" * MAX_BYTES)
    assert read(path, tmp_path).findings == []
    path.write_bytes(b"#" * (MAX_BYTES + 1))
    assert [(one.rule, one.holes) for one in read(path, tmp_path).findings] == [("size", {"kilobytes": 256})]
    path.write_bytes(b"#" * (MAX_PAGE_BYTES + 1))
    assert [one.rule for one in read_text(path, tmp_path, MAX_PAGE_BYTES).findings] == ["size"]


def test_a_file_that_is_not_there_is_told(tmp_path):
    (finding,) = read(tmp_path / "some.yml", tmp_path).findings
    assert finding.message == "unreadable.missing"


COMBINED = "name: Eén café\nb: [ë]\n"
DECOMPOSED = "name: Ee\u0301n cafe\u0301\nb: [e\u0308]\n"


def test_accents_are_read_in_one_form():
    assert parse(DECOMPOSED.encode(), "some.yml").data == parse(COMBINED.encode(), "some.yml").data


def test_accents_written_as_escapes_are_too():
    assert parse(rb'name: "e\u0308"', "some.yml").data == {"name": "ë"}


def test_places_are_those_of_the_file_as_it_was_written():
    document = parse("name: Ee\u0301n cafe\u0301 <b>\n".encode(), "some.yml")
    assert document.place_within(("name",), "<b>").column == 1 + "name: Ee\u0301n cafe\u0301 <b>".index("<")
    assert document.place_within(("name",), "café").column == 1 + "name: Ee\u0301n cafe\u0301 <b>".index("c")
    flow = parse("a: [cafe\u0301, e\u0308, x]\n".encode(), "some.yml")
    assert [flow.place(("a", at)).column for at in range(3)] == [5, 12, 16]


def test_places_in_a_page_are_too(root):
    path = root / "docs/nl/index.md"
    path.write_text(path.read_text("utf-8") + "\nCafe\u0301 en e\u0308: [[niets]]\n", "utf-8")
    (place,) = [one.place for one in check(root).findings if one.rule == "unknown-pattern"]
    assert place.column == 1 + len("Cafe\u0301 en e\u0308: ")


@pytest.mark.parametrize("space", ["\u00a0", "\u2003", "\u3000", "\u202f"])
@pytest.mark.parametrize("where", [str(CASE_AT), "docs/nl/index.md"])
def test_a_space_from_word_in_the_indentation_is_named(root, where, space):
    path = root / where
    path.write_text(f"a:\n  - b\n{space} - c\n", "utf-8")
    said = [one for one in check(root).findings if one.place.path == where and one.rule in {"indentation", "syntax"}]
    assert [(one.rule, one.place.line, one.place.column) for one in said] == [("indentation", 3, 1)]
    assert f"U+{ord(space):04X}" in said[0].written


def test_such_a_space_between_words_is_left_alone():
    assert parse("price: €\u00a05\n".encode(), "some.yml").findings == []
