"""The HTML that the Markdown of a page becomes, before any macro's own is joined to it, and what may stand in it.

Elements are looked for in the HTML as text and not in a tree: what one parser drops, a browser may still act on.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Final

import lxml.html
from lxml import etree
from markdown import Markdown

from macros.findings.finding import NO_ADVICE, Advice, Hole
from macros.text.wikilinks import Wikilink, replaced
from macros.written_pages.macro_calls import Call

EXTENSIONS: Final = ("toc", "tables", "fenced_code", "attr_list", "pymdownx.blocks.details")
"""Those of mkdocs.yml and the ones that MkDocs adds, in its order."""
MARK: Final = "\ue000{}\ue001"
"""What stands in the place of a macro's HTML until the Markdown has run."""
CODE: Final = re.compile(r"(```.*?```|`[^`\n]*`)", re.DOTALL)
"""Code in a page, where [[…]] is no link."""

EVERYWHERE: Final = {"class", "id", "lang", "title"}
"""Attributes that any element may have."""
ELEMENTS: Final[dict[str, set[str]]] = {
    **{f"h{level}": set() for level in range(1, 7)},
    **{name: set() for name in ("p", "br", "hr", "blockquote", "pre", "code", "kbd", "samp", "var")},
    **{name: set() for name in ("ul", "li", "dl", "dt", "dd", "figure", "figcaption", "caption")},
    **{name: set() for name in ("em", "strong", "b", "i", "u", "s", "small", "sub", "sup", "mark", "span")},
    **{name: set() for name in ("abbr", "cite", "dfn", "q", "del", "ins", "summary")},
    **{name: set() for name in ("table", "thead", "tbody", "tfoot", "tr")},
    "a": {"href"},
    "details": {"open"},
    "img": {"alt", "height", "src", "width"},
    "ol": {"start"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "time": {"datetime"},
}
"""Element that a page may hold -> the attributes it may have besides those that any may have."""
_CLASSES: Final = re.compile(r"lead|language-[a-z0-9+#-]+")
_VALUES: Final[dict[str, re.Pattern[str]]] = {
    "id": re.compile(r"(?!__)[\w-]+"),
    "lang": re.compile(r"[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*"),
    **{name: re.compile(r"[0-9]{1,4}") for name in ("start", "height", "width", "colspan", "rowspan")},
    "scope": re.compile("row|col|rowgroup|colgroup"),
}
"""Attribute -> what its value may be."""
ADDRESSES: Final = {"href", "src"}
_MARKUP: Final = re.compile(r"<(?:/?([a-zA-Z][^\s/<>]*)|[^<>]?)")
_HIDDEN: Final = re.compile("\ue000([0-9]{1,9})\ue001|[\ue000-\uf8ff]")
_ALIGNED: Final = re.compile("text-align: (?:left|center|right);")
_MAX_DEPTH: Final = 100


@dataclass(frozen=True, slots=True)
class Unwanted:
    """Something in the HTML of a page that may not be there: the parts of a finding, and what to look for in the page.

    Attributes:
        sought: the text by which its place in the page is found.
        message, written, holes, advice: as in a finding.
    """

    sought: str
    message: str
    written: str = ""
    holes: Mapping[str, Hole] = field(default_factory=dict)
    advice: Advice = NO_ADVICE


@dataclass(frozen=True, slots=True)
class PageHtml:
    """The HTML of a page's Markdown, looked through.

    Attributes:
        unwanted: what may not stand in it.
        addresses: the name of each element that leads to or shows something, and the address in it.
        ids: the ids in it, to which a link can lead.
    """

    unwanted: tuple[Unwanted, ...]
    addresses: tuple[tuple[str, str], ...]
    ids: frozenset[str]


def marked(body: str, calls: list[Call], offset: int = 0) -> tuple[str, int]:
    """Return the Markdown with a mark in the place of every call and [[link]], and the number of marks.

    Args:
        body: the Markdown.
        calls: those in it, in order.
        offset: where it begins in the text that the places of the calls are counted in.
    """
    pieces, place = [], 0
    for number, call in enumerate(calls):
        pieces += [body[place : call.start - offset], MARK.format(number)]
        place = call.end - offset
    pieces.append(body[place:])
    count = len(calls)

    def link(_link: Wikilink) -> str:
        nonlocal count
        count += 1
        return MARK.format(count - 1)

    return with_links_replaced("".join(pieces), link), count


def with_links_replaced(markdown: str, by: Callable[[Wikilink], str]) -> str:
    """Return Markdown with what `by` returns in the place of each [[link]] outside code."""
    parts = CODE.split(markdown)
    parts[::2] = [replaced(part, by) for part in parts[::2]]  # every other part is code
    return "".join(parts)


@lru_cache(maxsize=512)
def look_through(markdown: str, marks: int) -> PageHtml:
    """Return what stands in the HTML that a page's Markdown becomes.

    Args:
        markdown: the page without its front matter, with marks in the place of macros.
        marks: how many of them there are.
    """
    html = Markdown(extensions=list(EXTENSIONS)).convert(markdown)
    tree = _tree(html)
    unwanted = [*_elements(html), *_attributes(tree), *_depth(tree), *_marks(tree, marks)]
    every = [element for element in tree.iter() if isinstance(element.tag, str)]
    addresses = [
        (str(element.tag), element.attrib[name])
        for element in every
        for name in sorted(ADDRESSES & set(element.attrib))
        if element.tag in ELEMENTS  # what others lead to falls away with them
    ]
    ids = frozenset(element.get("id", "") for element in every) - {""}
    return PageHtml(tuple(unwanted), tuple(addresses), ids)


def _tree(html: str) -> Any:
    parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=True)
    document = f"<!doctype html><html><head><title></title></head><body>{html}</body></html>"
    return etree.fromstring(document.encode("utf-8", "surrogatepass"), parser)


def _elements(html: str) -> Iterator[Unwanted]:
    """Yield what begins or ends no element that a page may hold."""
    begun = set()
    for markup in _MARKUP.finditer(html):
        name = markup.group(1)
        if name is None:
            written = html[markup.start() : markup.start() + 20].partition("\n")[0]
            yield Unwanted(written[:4], "page-html.declaration", written)
        elif name.lower() not in ELEMENTS:
            end = markup.group().startswith("</")
            # The end of an element goes with its beginning.
            if not end or name.lower() not in begun:
                yield Unwanted(markup.group(), "page-html.element", f"{markup.group()}>")
            begun.add(name.lower())


def _depth(tree: Any) -> Iterator[Unwanted]:
    """Yield a finding when elements are nested deeper than a reader follows; the parser stops at 2,048."""
    depth = deepest = 0
    for event, _element in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(depth, deepest)
    if deepest > _MAX_DEPTH:
        yield Unwanted("", "page-html.depth", holes={"most": _MAX_DEPTH})


def _attributes(tree: Any) -> Iterator[Unwanted]:
    """Yield the attributes that an element may not have, or not with this value; its addresses are looked at apart."""
    for element in tree.iter():
        if isinstance(element.tag, str) and element.tag in ELEMENTS:
            for name, value in element.attrib.items():
                yield from wrong_attribute(element.tag, name, value)


def wrong_attribute(element: str, name: str, value: str) -> Iterator[Unwanted]:
    """Yield what is wrong with an attribute of an element that a page may hold, but for the address in it."""
    allowed = EVERYWHERE | ELEMENTS[element]
    written = f"{name}={value}"
    if name == "style" and _ALIGNED.fullmatch(value):
        # Markdown gives the same to every cell of the column.
        if element == "th":
            yield Unwanted("-:" if "right" in value else ":-", "page-html.align")
    elif name not in allowed:
        yield Unwanted(name, "page-html.attribute", written, {"element": element}, Advice((), tuple(sorted(allowed))))
    elif hidden := _HIDDEN.search(value):
        yield Unwanted(hidden.group(), "page-html.mark", _HIDDEN.sub("…", written), {"attribute": name})
    elif name == "class":
        for one in value.split():
            if not _CLASSES.fullmatch(one):
                yield Unwanted(one, "page-html.class", one)
    elif name in _VALUES and not _VALUES[name].fullmatch(value):
        yield Unwanted(value, "page-html.value", value, {"attribute": name})


def _marks(tree: Any, marks: int) -> Iterator[Unwanted]:
    """Yield the characters with which a page marks the place of a macro, where no macro has put them."""
    found = _HIDDEN.findall("".join(tree.itertext()))
    if len(set(found)) < len(found) or any(not number or int(number) >= marks for number in found):
        yield Unwanted("&#", "page-html.character")
