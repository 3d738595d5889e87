"""Markdown that is read back has the same words, headings, lists and links, and nothing else."""

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from macros.exports.markdown import markdown
from macros.view.blocks import Facts, plain, words
from macros.view.outline import outline
from tests.exports.outlines import links_of, runs_of

READER = MarkdownIt("gfm-like", {"html": True, "linkify": False})


def read_back(text):
    """Return the words, the links and the kinds of what stands in Markdown."""
    tree = SyntaxTreeNode(READER.parse(text))
    nodes = list(tree.walk())
    said = [
        "".join(" " if leaf.type.endswith("break") else leaf.content for leaf in node.walk() if not leaf.children)
        for node in nodes
        if node.type == "inline"
    ]
    return said, [node.attrs["href"] for node in nodes if node.type == "link"], {node.type for node in nodes}


ALLOWED = {
    "root",
    "heading",
    "paragraph",
    "inline",
    "text",
    "bullet_list",
    "ordered_list",
    "list_item",
    "strong",
    "em",
    "link",
    "blockquote",
    "softbreak",
    "hardbreak",
}


def check(imprint, pattern):
    blocks = outline(imprint.view(pattern), imprint)
    said, links, kinds = read_back(markdown(blocks))
    assert kinds <= ALLOWED
    meant = [runs for block in blocks if not isinstance(block, Facts) for runs in runs_of(block)]
    assert [words(plain(runs)) for runs in meant] == [words(text) for text in said[: len(meant)]]
    assert links == links_of(block for block in blocks if not isinstance(block, Facts))


def test_every_pattern_reads_back_the_same(imprint):
    for pattern in imprint.patterns():
        check(imprint, pattern)


def test_harm_reads_back_as_words(hostile):
    check(hostile, hostile.language.patterns["no-one-says-no"])


def test_headings_can_stand_lower(imprint):
    blocks = outline(imprint.view(imprint.language.patterns["no-one-says-no"]), imprint)
    lines = markdown(blocks, shift=2).splitlines()
    assert lines[0].startswith("### 70 ")
    assert any(line.startswith("#### ") for line in lines)
