"""What a screen reader would speak of a page: the accessibility tree that the browser passes on, in order, as lines."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from playwright.sync_api import Page

from tests.browser.speech_words import ROLES, STATES

LISTEN: Final = """
  globalThis.spoken = [];
  globalThis.changed = performance.now();
  new MutationObserver((changes) => {
    changed = performance.now();
    const places = changes.map(({ target }) => (target.parentElement ?? target).closest("[role=status], [role=alert]")
      ?? target.closest?.("[role=status], [role=alert]"));
    for (const place of new Set(places.filter(Boolean)))
      if (place.checkVisibility() && place.textContent.trim())
        spoken.push(place.innerText.trim().replace(/\\s+/g, " "));
  }).observe(document, { subtree: true, childList: true, characterData: true });
"""
"""Notes in `spoken` what is told of a place that a screen reader listens to, in `changed` when the page changed."""

ALOUD: Final = 100
"""Characters of a text that stand in a transcript: enough to hear whether it is the right one."""
WHOLE: Final = {"button", "checkbox", "combobox", "image", "radio", "searchbox", "textbox", "DisclosureTriangle"}
"""Roles of which the name says all that is in it."""
INLINE: Final = {"a", "b", "strong", "em", "i", "span", "bdi", "mark", "code", "time", "small", "sup", "abbr", "#text"}
PART: Final = "\0"
FIELDS: Final = {"textbox", "searchbox", "combobox"}


@dataclass
class Tree:
    """The accessibility tree of a page at one moment, with the language of each of its nodes."""

    page: Page
    language: str
    nodes: dict[str, dict[str, Any]] = field(default_factory=dict)
    by_element: dict[int, str] = field(default_factory=dict)
    languages: dict[int, str] = field(default_factory=dict)
    tags: dict[int, str] = field(default_factory=dict)

    @classmethod
    def of(cls, page: Page) -> "Tree":
        """Return the tree of a page as it stands."""
        session = page.context.new_cdp_session(page)
        tree = cls(page, page.evaluate("document.documentElement.lang"))
        session.send("DOM.enable")
        parents: dict[int, int] = {}
        own: dict[int, str] = {}
        ids: dict[int, int] = {}
        for one in session.send("DOM.getFlattenedDocument", {"depth": -1})["nodes"]:
            ids[one["nodeId"]] = one["backendNodeId"]
            attributes = dict(zip(*[iter(one.get("attributes", []))] * 2, strict=True))
            own[one["nodeId"]] = attributes.get("lang", "")
            parents[one["nodeId"]] = one.get("parentId", 0)
            tree.tags[one["backendNodeId"]] = one["nodeName"].lower()
        for node, backend in ids.items():
            at = node
            while at and not own.get(at):
                at = parents.get(at, 0)
            tree.languages[backend] = own.get(at, "")
        for one in session.send("Accessibility.getFullAXTree")["nodes"]:
            tree.nodes[one["nodeId"]] = one
            tree.by_element.setdefault(one.get("backendDOMNodeId", 0), one["nodeId"])
        session.detach()
        return tree

    def find(self, selector: str) -> dict[str, Any]:
        """Return the node of the first element that a selector finds."""
        session = self.page.context.new_cdp_session(self.page)
        root = session.send("DOM.getDocument", {"depth": 0})["root"]["nodeId"]
        found = session.send("DOM.querySelector", {"nodeId": root, "selector": selector})["nodeId"]
        backend = session.send("DOM.describeNode", {"nodeId": found})["node"]["backendNodeId"]
        session.detach()
        return self.nodes[self.by_element[backend]]

    def focused(self) -> dict[str, Any] | None:
        """Return the innermost node that has the focus."""
        having = [one for one in self.nodes.values() if _properties(one).get("focused")]
        return having[-1] if having else None

    def children(self, node: dict[str, Any]) -> list[dict[str, Any]]:
        """Return the nodes within one, as they are passed on: what is ignored gives way to what it holds."""
        held = [self.nodes[one] for one in node.get("childIds", []) if one in self.nodes]
        return [one for child in held for one in (self.children(child) if _hollow(child) else [child])]

    def around(self, node: dict[str, Any]) -> list[str]:
        """Return the groups that a control stands in, the outermost first, as they are spoken on entering them."""
        said: list[str] = []
        at = node
        while (parent := self.nodes.get(at.get("parentId", ""))) is not None:
            named = self.name(parent) or _role(parent) == "list"
            if (
                named
                and not parent.get("ignored")
                and _role(parent) in {"group", "region", "dialog", "list", "navigation"}
            ):
                said.insert(0, self.said(parent))
            at = parent
        return said

    def said(self, node: dict[str, Any]) -> str:
        """Return what is spoken of a node itself: role, name, states, value and description."""
        role, name = _role(node), self.name(node)
        words = STATES[self.language]
        said = ROLES[self.language].get(role, role)
        if role == "heading":
            said += " " + words["level"].format(level=_properties(node).get("level"))
        if role == "list":
            said += " " + words["items"].format(count=sum(_role(one) == "listitem" for one in self.children(node)))
        parts = [f"{said} “{name}”" if name else said, *_states(node, words)]
        if role in FIELDS:
            parts.append(shortened(node.get("value", {}).get("value", "")) or words["empty"])
        if description := node.get("description", {}).get("value"):
            parts.append(f"({shortened(description)})")
        return ", ".join(parts)

    def name(self, node: dict[str, Any]) -> str:
        """Return the name of a node, with its language before it where that is not the language of the page."""
        name = shortened(node.get("name", {}).get("value", ""))
        language = self.languages.get(node.get("backendDOMNodeId", 0), self.language)
        return f"[{language}] {name}" if name and language and language != self.language else name

    def words(self, node: dict[str, Any]) -> str:
        """Return the words of a text with the spaces around them, and with their language as `name` has it."""
        text, name = str(node.get("name", {}).get("value", "")), self.name(node)
        before, after = (" " if text[at : at + 1].isspace() else "" for at in (0, len(text) - 1 if text else 0))
        return before + name + after

    def lines(self, node: dict[str, Any], depth: int = 0) -> Iterator[str]:
        """Yield what is spoken of a node and all within it, a line for each block and each control."""
        line: list[str] = []
        for child in self.children(node):
            if self.inline(child):
                line.append(self.inline_words(child))
                continue
            if any(line):
                yield "  " * depth + _joined(line)
            line = []
            yield from self.block(child, depth)
        if any(line):
            yield "  " * depth + _joined(line)

    def block(self, node: dict[str, Any], depth: int) -> Iterator[str]:
        """Yield the lines of a block or a control."""
        role = _role(node)
        if role in WHOLE or role == "heading":
            yield "  " * depth + self.said(node)
            return
        if role == "listitem":
            inner = list(self.lines(node, depth + 1))
            yield from ([f"{'  ' * depth}- {inner[0].strip()}", *inner[1:]] if inner else [])
            return
        if role in {"status", "alert"} and not list(self.lines(node)):
            return
        if role in {"LabelText", "Legend"}:  # the control and the group have it as their name
            yield from (
                line for child in self.children(node) if not self.inline(child) for line in self.block(child, depth)
            )
            return
        spoken = self.speaks(node)
        if spoken:
            yield "  " * depth + self.said(node)
        yield from self.lines(node, depth + spoken)

    def speaks(self, node: dict[str, Any]) -> bool:
        """Tell whether the role of a node is spoken; that of a group without a name is not."""
        return _role(node) in ROLES[self.language] and bool(_role(node) != "group" or self.name(node))

    def inline(self, node: dict[str, Any]) -> bool:
        """Tell whether a node is spoken within a line."""
        role = _role(node)
        if role in WHOLE or role == "heading":
            return False
        if role in {"LabelText", "Legend"}:
            return False
        if role in {"StaticText", "link", "LineBreak", "mark"}:
            return True
        tag = self.tags.get(node.get("backendDOMNodeId", 0), "")
        return tag in INLINE and all(self.inline(one) for one in self.children(node))

    def inline_words(self, node: dict[str, Any]) -> str:
        """Return what is spoken of a node within a line."""
        role = _role(node)
        if role == "link":
            return f" {self.said(node)} "
        if role == "StaticText":
            return self.words(node)
        if role == "LineBreak":
            return " "
        held = "".join(self.inline_words(one) for one in self.children(node))
        return f" {held} " if self.tags.get(node.get("backendDOMNodeId", 0)) == "span" else held


def shortened(text: Any) -> str:
    """Return as much of a text as a transcript holds, on one line."""
    plain = " ".join(str(text).split())
    return plain if len(plain) <= ALOUD else plain[:ALOUD].rstrip() + "…"


def _joined(parts: list[str]) -> str:
    # Two texts of which the second begins with a capital stand below or beside one another.
    return " ".join(re.sub(rf"(?<=[\w.]){PART}(?=[A-Z])", " ", PART.join(parts)).replace(PART, "").split())


def _role(node: dict[str, Any]) -> str:
    return str(node.get("role", {}).get("value", "")).removesuffix("Grouped")


def _properties(node: dict[str, Any]) -> dict[str, Any]:
    return {one["name"]: one["value"].get("value") for one in node.get("properties", [])}


def _states(node: dict[str, Any], words: dict[str, str]) -> Iterator[str]:
    """Yield the states of a node in words."""
    properties = _properties(node)
    for state in ("pressed", "checked"):
        if state in properties:
            yield words[state if properties[state] == "true" else f"not {state}"]
    if "expanded" in properties:
        yield words["expanded" if properties["expanded"] else "collapsed"]
    for state in ("disabled", "required"):
        if properties.get(state):
            yield words[state]
    if properties.get("invalid", "false") != "false":
        yield words["invalid"]
    if properties.get("hasPopup") == "dialog":
        yield words["haspopup"]


def _hollow(node: dict[str, Any]) -> bool:
    return bool(node.get("ignored")) or _role(node) in {"none", "InlineTextBox", "ListMarker"}
