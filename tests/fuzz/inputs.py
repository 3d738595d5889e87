"""What is put in: pieces of what the readers look for, put together in any order."""

import json

import yaml
from hypothesis import strategies as some

from macros.yaml.reader import parse
from tests.tools.languages import EVERY_FIELD, FRAME, every_field

WHOLE = every_field()
_MARKS = (
    "* ** _ [ ] ]( [[ ]] | # > - 1. ` ``` < > & &amp; &#x3c; \\ ! : { } {{ }} {% %} {# #} ( ) \" ' --- ::: ~ ^ $ = @ %"
)
_WORDS = [
    "a",
    "Aa",
    "1",
    ".",
    ",",
    "[[look-first]]",
    "[a](https://a.nl)",
    "[a](javascript:a)",
    "https://a.nl",
    "http://b.nl",
    "<b>",
    "</b>",
    "<script>",
    "<br/>",
    "<a\x09href=x>",
    "onclick=",
    "style=",
    "<!--",
    "-->",
    "<![CDATA[",
    "page_link(",
    "pattern_link(",
    "count(",
    "page:",
    "title:",
    "---",
    "#",
    "**a**",
    "!ref",
    "&x;",
    "[a]:",
    "<b>",
    "![a](b.png)",
    "{#a}",
    "{:.a}",
    "[TOC]",
    "--8<--",
    "é",
    "e\u0301",
    "ß",
    "İ",
    "ﬁ",
    "\U0001f469\u200d\U0001f467",
    "שלום",
    "İ",
    "\ue000",
    "\u200b",
    "\u202e",
    "\x00",
    "\x85",
    "\u2028",
    "\ufeff",
    "\ufffe",
    "2026-11-28",
    "look-first",
    "regio",
    "reg\u0131o",
    "be\u017fluit",
    "home",
    "index.md",
    "../x",
    "/p/70/",
    "mailto:a@b.nl",
    "//evil.example",
]
TOKENS = [*_MARKS.split(" "), *_WORDS, " ", "  ", "    ", "\n", "\n\n", "\t", "\r\n", "\u00a0"]
TEXTS = some.lists(some.sampled_from(TOKENS) | some.text(max_size=6), max_size=30).map("".join)
_LEAVES = some.none() | TEXTS | some.integers() | some.booleans() | some.floats()
_KEYS = some.sampled_from(["id", "nl", "en", "name", "slug", "why", "kind", "text", "source", "key", "url"]) | TEXTS
DATA = some.recursive(
    _LEAVES,
    lambda inner: some.lists(inner, max_size=4) | some.dictionaries(_KEYS, inner, max_size=4),
    max_leaves=12,
)


def _encoded(text):
    return text.encode("utf-8", "surrogatepass")


def _ways(data, way=()):
    yield way
    if isinstance(data, dict | list):
        for name, inner in data.items() if isinstance(data, dict) else enumerate(data):
            yield from _ways(inner, (*way, name))


def _put(data, way, value):
    if not way:
        return value
    if isinstance(data, dict):
        return {name: _put(inner, way[1:], value) if name == way[0] else inner for name, inner in data.items()}
    return [_put(inner, way[1:], value) if at == way[0] else inner for at, inner in enumerate(data)]


@some.composite
def _changed(draw, data):
    """The data with up to three values replaced, texts more often by texts."""
    ways = list(_ways(data))
    for way in draw(some.lists(some.sampled_from(ways[1:]), min_size=1, max_size=3)):
        try:
            data = _put(data, way, draw(TEXTS | TEXTS | DATA))
        except (AttributeError, IndexError, TypeError):  # an earlier change took the place away
            continue
    return data


def changed_yaml(data):
    """Files of YAML like this one, as bytes."""
    return _changed(data).map(
        lambda one: _encoded(yaml.safe_dump(one, allow_unicode=True, sort_keys=False, width=10**9))
    )


def changed_json(data):
    """Files of JSON like this one, as bytes."""
    return _changed(data).map(lambda one: json.dumps(one).encode())


@some.composite
def changed_bytes(draw, raw):
    """Files in which one piece is replaced, as bytes."""
    start, length = draw(some.integers(0, len(raw))), draw(some.integers(0, 40))
    piece = draw(some.binary(max_size=8) | TEXTS.map(_encoded))
    return raw[:start] + piece + raw[start + length :]


def frame(name):
    """A file around the patterns, as data; what the small language lacks, the case with every field has."""
    (path, *_) = [path for folder in (FRAME, EVERY_FIELD) if (path := folder / "patterns" / name).exists()]
    return parse(path.read_bytes(), name).data


PROSE = TEXTS.map(_encoded)
PAGES = some.one_of(
    TEXTS.map(lambda text: _encoded(f"---\npage: home\n---\n# A\n\n{text}\n")),
    TEXTS.map(lambda text: _encoded(f"---\n{text}\n---\n# A\n")),
    changed_bytes((FRAME / "docs/nl/index.md").read_bytes()),
)
_PARTS_OF_LINES = ["/", "/p/3/", "/en/p/3/", " ", "3", "/a/", "#", "x"]
LINES = some.lists(
    some.lists(some.sampled_from(["/", "/p/3/", "/en/p/3/", " ", "3", "/a/", "#", "x"]) | TEXTS, max_size=4).map(
        "".join
    ),
    max_size=8,
).map(lambda lines: _encoded("\n".join(lines)))
