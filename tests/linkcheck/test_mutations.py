"""Every kind of mistake that could break a link is found, and the line that has to be mended is named."""

import re

import pytest

from macros.checks import check
from macros.findings.finding import Severity
from macros.language.memory import Memory
from macros.language.reading import read_language
from macros.linkcheck.check import check_site
from macros.record.published_urls import PUBLISHED_URLS
from tests.linkcheck.mutations import FOUND_BY_CHECK, FOUND_IN_THE_SITE
from tests.site.once import told_once
from tests.site.workplace import Workplace
from tests.tools.remembered import remember_pictures
from tests.tools.thorough import some_of


def line_of(folder, path, number):
    """The line that a finding names."""
    return (folder / path).read_text("utf-8").splitlines()[number - 1]


def assert_found(copy, mutation, findings):
    told = [one for one in findings if (one.rule, one.place.path) == (mutation.rule, mutation.path)]
    assert any(re.search(mutation.line, line_of(copy.folder, one.place.path, one.place.line)) for one in told), findings


def test_nothing_is_wrong_before(copy, site):
    findings = check(copy.folder).findings + check_site(site, read_language(copy.folder).language, copy.folder)
    assert [one for one in findings if one.severity is Severity.ERROR] == []


def test_there_are_enough_kinds():
    assert len(FOUND_BY_CHECK) + len(FOUND_IN_THE_SITE) >= 40


@pytest.fixture(scope="module")
def shared(root, published_urls, tmp_path_factory):
    """A copy for many mistakes, one after another, with what each file holds before."""
    copy = Workplace(root, tmp_path_factory.mktemp("mistakes") / "copy")
    (copy.folder / PUBLISHED_URLS).write_text(published_urls, encoding="utf-8")
    return copy, written_in(copy.folder)


@pytest.fixture
def mended(shared):
    """The shared copy, in which everything is as it was when the test ends."""
    copy, before = shared
    yield copy
    after = written_in(copy.folder)
    for path in after.keys() - before.keys():
        path.unlink()
    for path, content in before.items():
        if after.get(path) != content:
            path.write_bytes(content)


def written_in(folder):
    """What is written in the files that `check` reads."""
    files = [*folder.glob("*.txt"), *(folder / "docs").rglob("*.*"), *(folder / "patterns").rglob("*.*")]
    return {path: path.read_bytes() for path in files if path.is_file()}


MEMORY = Memory()
"""What the tests leave of the patterns in the shared copy."""


@pytest.mark.parametrize("mistake", some_of(FOUND_BY_CHECK, 3))
def test_found_by_check(mended, mistake, monkeypatch):
    remember_pictures(monkeypatch)
    mutation = FOUND_BY_CHECK[mistake]
    mutation.make(mended)
    assert_found(mended, mutation, check(mended.folder, MEMORY).findings)


TOLD = re.compile(
    r"^(?P<path>[^:\n]+):(?P<line>\d+):\d+: (?P<level>error|warning): .* \[(?P<rule>[a-z-]+)\]$", re.MULTILINE
)
EXPORTED, SMALL = "exports", {"exports", "warning"}
"""The build that makes the exports, and those of the small language; the other one builds the real language.

Mistakes that do not hide one another share a build.
"""


@pytest.fixture
def built(request, root, tmp_path_factory, published_urls):
    """The copy in which the mistakes of a build were made, the exit code and what was said."""

    def build(folder, name):
        copy = Workplace(root, folder, small=name in SMALL)
        if name not in SMALL:
            (copy.folder / PUBLISHED_URLS).write_text(published_urls, encoding="utf-8")
        for mutation in FOUND_IN_THE_SITE.values():
            if mutation.build == name:
                mutation.make(copy)
        return copy.build(EXPORTS="true" if name == EXPORTED else "false")

    name = FOUND_IN_THE_SITE[request.getfixturevalue("mistake")].build
    return told_once(f"mistakes-{name}", tmp_path_factory, lambda folder: build(folder, name))


@pytest.mark.parametrize("mistake", FOUND_IN_THE_SITE)
def test_a_build_finds_it_and_puts_no_site_in_place(built, mistake):
    mutation = FOUND_IN_THE_SITE[mistake]
    folder, code, said = built
    only_warns = mutation.rule == "redirected"
    assert code == (0 if only_warns else 1), said
    assert (folder / "site").exists() == only_warns
    told = [one for one in TOLD.finditer(said) if (one["rule"], one["path"]) == (mutation.rule, mutation.path)]
    assert {one["level"] for one in told} == {"warning" if only_warns else "error"}, said
    assert any(re.search(mutation.line, line_of(folder, one["path"], int(one["line"]))) for one in told), said
