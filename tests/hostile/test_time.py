"""Time and memory are bounded: whatever fills a file takes no more than a few times what plain text takes there."""

import time
import tracemalloc
from copy import deepcopy
from itertools import count

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as some

from macros.checks import check
from macros.checks.reported import MAX_OF_A_CHECK
from macros.findings.finding import MAX_FINDINGS
from macros.view.prose import Prose
from macros.written_pages.shape import MAX_PARAGRAPH
from macros.yaml.files import MAX_BYTES, MAX_LIST_BYTES, MAX_PAGE_BYTES
from macros.yaml.reader import MAX_TEXT
from tests.hostile.payloads import entries
from tests.tools.languages import CASE_AT, EVERY_FIELD, every_field, with_case
from tests.tools.thorough import some_of

pytestmark = pytest.mark.slow

SECONDS = 4.0
"""Of the processor, for one check of the small language with one full file in it. Most take less than 0.1."""
MORE_MEMORY = 12
"""How many times the memory that plain text of the same size takes in the same place."""
WHOLE = every_field()
PAGE = "docs/nl/index.md"
SIZES = {"page": MAX_PAGE_BYTES, "prose": MAX_TEXT - 20, "file": MAX_BYTES, "paragraphs": MAX_PARAGRAPH}
HOSTILE = sorted(
    ((entry["in"], payload) for entry in entries("time") for payload in entry["payloads"]),
    key=lambda one: str(one[0]),  # some of each place are taken
)


def filled(payload, size):
    """A payload repeated to a size in bytes."""
    before, after = (payload.get(part, "").format(n=0, m=1) for part in ("before", "after"))
    left = size - len((before + after).encode())
    parts = []
    for number in count() if "repeat" in payload else ():
        part = payload["repeat"].format(n=number, m=number + 1)
        left -= len(part.encode())
        if left < 0:
            break
        parts.append(part)
    return before + "".join(parts) + after


def pattern_full_of(text):
    """A pattern with as many texts like this one as fit in a file."""
    data = deepcopy(WHOLE)
    room = MAX_BYTES - 40_000
    for edition in ("nl", "en"):
        data[edition]["intervention"] = text
        each = max(len(text.encode()), 1)
        data[edition]["pitfalls"] = [f"{number} {text}" for number in range(min(room // 2 // each, 200))]
    return yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=10**9)


def put(root, where, payload):
    """Put a payload in its place in the small language."""
    if where == "prose":
        (root / CASE_AT).write_text(pattern_full_of(filled(payload, SIZES["prose"])), "utf-8")
    elif where == "paragraphs":
        one = filled(payload, MAX_PARAGRAPH - 10)
        (root / PAGE).write_text(
            filled({"repeat": one.replace("{", "{{").replace("}", "}}") + "\n\n"}, MAX_PAGE_BYTES), "utf-8"
        )
    else:
        path = root / {"page": PAGE, "file": CASE_AT}.get(where, where)
        path.write_text(filled(payload, SIZES.get(where, MAX_LIST_BYTES)), "utf-8")


def taken_by(work):
    """Seconds of the processor that something takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


@pytest.fixture
def root(tmp_path):
    return with_case(tmp_path / "language", EVERY_FIELD)


@pytest.mark.parametrize(("where", "payload"), some_of(HOSTILE, 3), ids=lambda part: str(part)[:60])
def test_a_full_file_is_checked_in_time(root, where, payload):
    put(root, where, payload)
    assert taken_by(lambda: check(root)) < SECONDS


def memory_of(root, where, payload):
    """The most bytes that Python holds at once during a check of the small language with this full file in it."""
    put(root, where, payload)
    tracemalloc.start()
    try:
        check(root)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("where", some_of(sorted({where for where, payload in HOSTILE if payload.get("weighed")}), 3))
def test_a_full_file_takes_a_few_times_the_memory_of_plain_text(root, where):
    plain = memory_of(root, where, {"repeat": "word and more "})
    for payload in [payload for at, payload in HOSTILE if at == where and payload.get("weighed")]:
        assert memory_of(root, where, payload) < MORE_MEMORY * plain, payload


TOKENS = [
    "a",
    " ",
    "\n",
    "*",
    "_",
    "[",
    "](",
    "](https://a.nl)",
    "[[a]]",
    "[[",
    "]]",
    "|",
    "#",
    "> ",
    "- ",
    "1. ",
    "\\",
]
TOKENS += [
    "`",
    "```",
    "<",
    "<b>",
    "&",
    "&amp;",
    "https://",
    "  ",
    "!",
    ":",
    "e\u0301",
    "\n\n",
    "(",
    ")",
    "**",
    '"',
    "'",
]
TOKENS += ["{{ ", " }}", "{%", "1,", "Aa", "stakeholder", "\u00e9", "---\n", "page:", "[a]: ", "\\", '"', "'"]
REPEATED = some.lists(some.sampled_from(TOKENS), min_size=1, max_size=3).map("".join)
RATIO = 40
"""How many times what plain text of the same size takes."""
FLOOR = 0.02
"""Seconds below which a measure says nothing."""


def repeated(token, size):
    return {"repeat": token.replace("{", "{{").replace("}", "}}")}, size


@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    return with_case(tmp_path_factory.mktemp("time") / "language", EVERY_FIELD)


@pytest.fixture(scope="module")
def plain(shared):
    """Seconds that plain text takes, by place."""
    seconds = {}
    for where in SIZES:
        seconds[where] = min(check_with(shared, where, "word and more ") for _ in range(3))
    return seconds


def check_with(root, where, token):
    payload, _size = repeated(token, 0)
    kept = (root / PAGE).read_bytes()
    put(root, where, payload)
    try:
        return taken_by(lambda: check(root))
    finally:
        (root / PAGE).write_bytes(kept)
        (root / CASE_AT).unlink(missing_ok=True)


@pytest.mark.parametrize("where", SIZES)
def test_any_repeat_of_a_few_tokens_takes_a_few_times_what_plain_text_takes(shared, plain, where):
    @given(REPEATED)
    def tried(token):
        assert check_with(shared, where, token) < RATIO * max(plain[where], FLOOR)

    tried()


@given(REPEATED, some.sampled_from(["block", "inline", "plain"]))
def test_prose_of_any_repeat_is_rendered_in_time(token, way):
    prose = Prose(lambda _key, _section: ("../x/", "Name"))
    text = filled(repeated(token, 0)[0], MAX_TEXT)
    assert taken_by(lambda: getattr(prose, way)(text)) < 0.5


def test_a_file_with_many_errors_tells_the_first_and_how_many_more(root):
    lines = "".join(f"  - needs: x{number}\n" for number in range(MAX_FINDINGS + 7))
    text = yaml.safe_dump({name: value for name, value in WHOLE.items() if name != "relations"}, allow_unicode=True)
    (root / CASE_AT).write_text(text + "relations:\n" + lines, "utf-8")
    own = [one for one in check(root).findings if one.place.path == CASE_AT.as_posix() and one.severity == "error"]
    assert len(own) == MAX_FINDINGS + 1
    (more,) = [one for one in own if one.rule == "too-many-findings"]
    assert more.holes == {"count": 7}


def test_a_check_that_finds_too_much_stops_and_fails(root):
    (root / "moved-urls.txt").write_text("x\n" * (MAX_OF_A_CHECK + 1))
    told = [one.message for one in check(root).findings if one.place.path == "moved-urls.txt"]
    assert "too-many-findings.counted" in told


def test_warnings_hide_no_error(root):
    words = "stakeholder " * 300
    data = deepcopy(WHOLE)
    data["nl"]["intervention"], data["levels"] = words, ["nowhere"]
    (root / CASE_AT).write_text(yaml.safe_dump(data, allow_unicode=True), "utf-8")
    assert "unknown-word" in [one.rule for one in check(root).findings if one.severity == "error"]
