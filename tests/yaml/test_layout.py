"""The layout of a file loses nothing, and a file in the layout stays as it is."""

from pathlib import Path

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from macros.language.file_layout import files_with_layout, in_layout
from macros.yaml.comments import comments
from macros.yaml.layout import laid_out
from macros.yaml.reader import parse, read
from macros.yaml.wrapping import WIDTH

CASES = Path(__file__).parents[1] / "cases/layout"
NAMES = sorted(path.name.removesuffix(".before.yml") for path in CASES.glob("*.before.yml"))


@pytest.mark.parametrize("name", NAMES)
def test_a_file_gets_the_layout(name):
    before = parse((CASES / f"{name}.before.yml").read_bytes(), "patterns/deciding/a.yml")
    wanted = (CASES / f"{name}.after.yml").read_text("utf-8")
    assert in_layout(before) == wanted
    assert in_layout(parse(wanted.encode(), before.path)) == wanted


def test_every_file_of_the_language_keeps_its_data_and_comments(root):
    paths = files_with_layout(root)
    assert len(paths) > 90
    for path in paths:
        document = read(path, root)
        written = in_layout(document)
        again = parse(written.encode(), document.path)
        assert (again.data, comments(written)) == (document.data, comments(document.text)), path
        assert in_layout(again) == written, path
        assert [line for line in written.split("\n") if len(line) > WIDTH and not line.startswith("#")] == [], path


WORDS = st.text(st.sampled_from("ab é#:-,[]{}'\"\\&*!|>%@`~?\n\t\u00a0‘’n0"), max_size=12) | st.sampled_from(
    ["no", "2026-11-28", "1.10", "null", "a: b", "a # b", "- a", "word " * 40, "wrd" * 60, "a\n\nb", "a\nb " * 30]
)
NAMES_OF_FIELDS = st.sampled_from(["a", "b", "c: d", "#e", "no", "f g", "h'i"])
DATA: st.SearchStrategy[object] = st.dictionaries(
    NAMES_OF_FIELDS,
    st.recursive(
        WORDS,
        lambda inner: st.lists(inner, max_size=8) | st.dictionaries(NAMES_OF_FIELDS, inner, max_size=4),
        max_leaves=12,
    ),
    min_size=1,
    max_size=5,
)
COMMENT_LINES = st.tuples(st.integers(0, 40), st.integers(0, 6), st.sampled_from(["# one", "#two", "# three: 3", ""]))


@st.composite
def files(draw):
    """A file as some program or person may have written it."""
    text = yaml.safe_dump(
        draw(DATA),
        allow_unicode=True,
        default_flow_style=draw(st.sampled_from([None, True, False])),
        default_style=draw(st.sampled_from([None, None, "'", '"', "|", ">"])),
        width=draw(st.sampled_from([20, 80, 4000])),
        indent=draw(st.sampled_from([2, 4])),
        sort_keys=False,
    )
    lines = text.split("\n")
    for at, indent, comment in draw(st.lists(COMMENT_LINES, max_size=5)):
        lines.insert(at, " " * indent + comment)
    for at, _indent, comment in draw(st.lists(COMMENT_LINES, max_size=2)):
        if at < len(lines):
            lines[at] += f" {comment}"
    return "\n".join(lines)


@given(files(), st.permutations(["a", "b", "c: d", "no"]))
def test_no_file_loses_data_or_a_comment(text, fields):
    document = parse(text.encode(), "a.yml")
    assume(not document.findings and isinstance(document.data, dict))
    written = laid_out(document, lambda _loc: fields)
    again = parse(written.encode(), "a.yml")
    assert (again.findings, again.data, comments(written)) == ([], document.data, comments(text))
    assert laid_out(again, lambda _loc: fields) == written
