"""Whatever stands in a YAML file: `check` tells about it, never raises, never hangs."""

import shutil
from itertools import product
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as some

from macros.checks import check
from macros.findings.finding import Severity
from macros.findings.messages import LANGUAGES
from macros.findings.report import REPORTS
from tests.tools.languages import CASE_AT, FRAME, small_language

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
REAL = [path.read_bytes() for path in sorted(ROOT.glob("patterns/*/*.yml"))]
FRAMES = ["language.yml", "sources.yml", "situations.yml", "routes.yml", "glossary.yml"]
FIELDS = [
    "id",
    "form",
    "nl",
    "en",
    "name",
    "slug",
    "forces",
    "relations",
    "needs",
    "why",
    "sources",
    "lesson",
    "aliases",
]
WORDS = some.one_of(
    some.text(max_size=20),
    some.sampled_from(["no", "1.10", "9" * 5000, "2026-02-30", "short", "full", "[[look-first]]", "<b>", "look-first"]),
)
KEYS = some.sampled_from(FIELDS) | WORDS
DATA = some.recursive(
    some.none() | WORDS | some.integers() | some.booleans(),
    lambda inner: some.lists(inner, max_size=4) | some.dictionaries(KEYS, inner, max_size=6),
    max_leaves=25,
)
HARD = [
    b"",
    b"\x00",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\tid: 1\n",
    b"id: !!python/object/apply:os.system ['echo']\n",
    b"? [a]\n: b\n",
    b"&a a: *a\n",
    b"a: &a [*a]\n",
    b"<<: [1]\n",
    b"%YAML 9.9\n---\nid: 1\n",
    b"id: 1\n---\nid: 2\n",
    b"'" * 999,
    b"- " * 9999,
    b"{" * 9999,
    b"[" * 9999,
    b'a: "\\ud800"\n',
    b"relations: [{why: {}}]\nform: short\n",
    b"relations: {needs: [look-first]}\nsources: [[]]\nnl: [a]\nen: {aliases: {a: b}}\n",
    b"nl: {name: [a], aliases: [[a]]}\nen: {examples: [a, {source: {}}]}\nid: []\n",
    b"form: [short]\nstatus: {}\nlevels: {team: }\nsuccessor: [x]\n",
    b"a: " + b"x" * 200_000 + b"\n",
    b"".join(b"k%d: %d\n" % (n, n) for n in range(9000)),
    b"forces: [" + b"a," * 50_000 + b"]\n",
    b"nl: {problem: '" + b"[[a]] <b> ![]( [x](y) " * 5_000 + b"'}\n",
]


@pytest.fixture(scope="module")
def language(tmp_path_factory):
    return small_language(tmp_path_factory.mktemp("anything") / "language")


def described(root, where, raw):
    """Check the small language with these bytes in the place of one file, and make every report."""
    path = root / where
    before = path.read_bytes() if path.exists() else None
    path.write_bytes(raw)
    try:
        findings = check(root).findings
        for report, language in product(REPORTS.values(), LANGUAGES):
            report(findings, language).encode("utf-8")
    finally:
        path.unlink() if before is None else path.write_bytes(before)
    return findings


lasting = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.mark.parametrize("where", [CASE_AT, *(f"patterns/{name}" for name in FRAMES), "docs/nl/index.md"], ids=str)
@pytest.mark.parametrize("raw", HARD, ids=lambda raw: repr(raw[:24]))
def test_what_is_known_to_be_hard_is_told(language, where, raw):
    described(language, where, raw)


@lasting
@given(some.binary(max_size=300))
def test_any_bytes(language, raw):
    assert described(language, CASE_AT, raw)


@lasting
@given(some.sampled_from([CASE_AT, *(f"patterns/{name}" for name in FRAMES)]), DATA)
@example(CASE_AT, {"id": 1, "form": "short", "relations": [{"why": {"nl": "a", "en": "b"}}]})
def test_any_yaml(language, where, data):
    described(language, where, yaml.safe_dump(data, allow_unicode=True).encode("utf-8", "surrogatepass"))


@lasting
@given(some.sampled_from(REAL), some.data())
def test_a_real_pattern_with_a_piece_changed(language, raw, data):
    start = data.draw(some.integers(0, len(raw)))
    length = data.draw(some.integers(0, 60))
    piece = data.draw(
        some.binary(max_size=12)
        | some.sampled_from([b"\n", b": ", b"- ", b"[", b"{", b'"', b"'", b"\t", b"*", b"&", b"!"])
    )
    described(language, CASE_AT, raw[:start] + piece + raw[start + length :])


def test_the_frame_is_whole_again(language):
    """Its texts are too short for a reader, which is a warning; nothing in it is wrong."""
    findings = check(language).findings
    assert findings == check(FRAME).findings
    assert not [finding for finding in findings if finding.severity is Severity.ERROR]


@pytest.mark.parametrize(
    "name", [b"caf\xe9.yml", "café.yml".encode(), b"a\nb.yml", b"a\x1b[31m.yml", b"..yml", b".yml", b" .yml"]
)
def test_any_file_name(tmp_path, name):
    root = small_language(tmp_path / "language")
    folder = bytes(root / CASE_AT.parent)
    with open(folder + b"/" + name, "wb") as file:  # noqa: PTH123 - a name that is no text has no Path
        file.write(b"id: 1\n")
    findings = check(root).findings
    for report, language in product(REPORTS.values(), LANGUAGES):
        shown = report(findings, language)
        shown.encode("utf-8")
        assert "\x1b" not in shown


def test_a_folder_with_a_files_name(tmp_path):
    root = small_language(tmp_path / "language")
    (root / CASE_AT).mkdir()
    shutil.rmtree(root / "docs")
    check(root)
