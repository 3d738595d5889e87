"""While one file is broken, no other file is blamed for it."""

import shutil
from pathlib import Path

import pytest

from macros.checks import check
from macros.findings.finding import Severity
from macros.language.address_targets import other_targets, pattern_targets
from macros.language.reading import read_language
from macros.record.published_urls import PUBLISHED_URLS, Entry
from macros.record.redirects import REDIRECTS
from tests.tools.languages import FRAME, small_language

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]


def errors(root):
    return [finding for finding in check(root).findings if finding.severity is Severity.ERROR]


@pytest.fixture(scope="module")
def published(tmp_path_factory):
    """The small language with all its addresses published, and one moved."""
    root = small_language(tmp_path_factory.mktemp("published") / "language")
    language = read_language(root).language
    entries = [Entry(address, pattern.id) for address, pattern in pattern_targets(language).items()]
    entries += [Entry(address) for address in [*other_targets(language), "moved/"]]
    (root / PUBLISHED_URLS).write_text("".join(f"{entry}\n" for entry in entries), "utf-8")
    (root / REDIRECTS).write_text("/moved/ /\n", "utf-8")
    assert errors(root) == []
    return root


FILES = [path.relative_to(FRAME).as_posix() for path in FRAME.rglob("*") if path.is_file()]

BREAK = {
    "cut short": lambda text: text[: len(text) // 2].rstrip() + '\n  "never closed\n',
    "not UTF-8": lambda text: text.encode("utf-16").decode("latin-1"),
    "a tab in front of a line": lambda text: text.replace("\n  ", "\n\t", 1) + "\n\t: x",
    "no field as it should be": lambda text: text.replace(":", "x:"),
    "the second field misspelt": lambda text: text.replace("\nform:", "\nfrom:").replace("\nlevels:", "\nlevles:"),
    "every reference misspelt": lambda text: text.replace("source: a-", "source: the-").replace(": look", ": lok"),
    "conflict": lambda text: "<<<<<<< HEAD\n" + text,
    "nothing in it": lambda _text: "",
}


@pytest.mark.parametrize("how", BREAK)
@pytest.mark.parametrize("name", [*FILES, PUBLISHED_URLS, REDIRECTS])
def test_no_other_file_is_blamed(published, name, how):
    path = published / name
    whole = path.read_text("utf-8")
    broken = BREAK[how](whole)
    if broken == whole or (path.suffix == ".md" and how not in ("not UTF-8", "conflict")):
        return  # not broken by this
    path.write_text(broken, "latin-1" if how == "not UTF-8" else "utf-8")
    try:
        assert [str(one.place) for one in errors(published) if one.place.path != name] == []
    finally:
        path.write_text(whole, "utf-8")


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    root = tmp_path_factory.mktemp("real")
    for name in ("patterns", "docs"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / PUBLISHED_URLS, root / PUBLISHED_URLS)
    return root


@pytest.mark.parametrize(
    "name",
    [
        *(f"patterns/{name}.yml" for name in ("language", "sources", "situations", "routes", "glossary")),
        *(path.relative_to(ROOT).as_posix() for path in sorted(ROOT.glob("patterns/*/*.yml"))[::12]),
        "docs/nl/verantwoording.md",
        PUBLISHED_URLS,
    ],
)
def test_no_other_file_of_the_real_language_is_blamed(copy, name):
    path = copy / name
    whole = path.read_bytes()
    path.write_bytes(b"\xff" + whole)
    try:
        found = errors(copy)
        assert {one.place.path for one in found} == {name}, [str(one.place) for one in found]
    finally:
        path.write_bytes(whole)
