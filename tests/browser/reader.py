"""Somebody who hears a page: what they do with the keyboard, and what is spoken then, written down line by line."""

from dataclasses import dataclass, field
from typing import Final

from playwright.sync_api import Page

from tests.browser.speech import Tree

PAUSE: Final = 700
"""Milliseconds without a change after which all was told that follows from a key: a page waits for 500 itself."""

POLL: Final = 100


@dataclass
class Reader:
    """Writes down what is done and what is spoken.

    Attributes:
        page: with `speech.LISTEN` among its scripts.
        site: its address.
        lines: what is written so far; what is done begins with `>`, a message with `!`.
    """

    page: Page
    site: str
    lines: list[str] = field(default_factory=list)
    groups: list[str] = field(default_factory=list)

    def opens(self, address: str, ready: str) -> None:
        """Open a page, and hear its title.

        Args:
            address: within the site.
            ready: what is there once the page is.
        """
        self.lines += ["", f"> /{address}"]
        self.page.goto(self.site + address)
        self.arrives(ready)

    def arrives(self, ready: str) -> None:
        """Hear the title of the page that has come."""
        self.page.locator(ready).first.wait_for()
        self.page.wait_for_load_state("networkidle")
        self.groups = []
        self.lines.append(f"“{self.page.title()}”")
        self.hears()

    def reads(self, selector: str) -> None:
        """Hear all that stands in a part of the page, from its beginning."""
        tree = Tree.of(self.page)
        self.lines += ["", *tree.block(tree.find(selector), 0), ""]

    def goes(self, selector: str) -> None:
        """Go on to a control with Tab, and hear it with the groups that it stands in."""
        at = self.page.locator(selector).filter(visible=True).first
        for _ in range(200):
            if at.evaluate("(control) => control === document.activeElement"):
                break
            self.page.keyboard.press("Tab")
        else:
            raise AssertionError(f"Tab does not reach {selector}")
        self.lines.append("> Tab")
        self.focused()

    def focused(self) -> None:
        """Hear what has the focus."""
        tree = Tree.of(self.page)
        node = tree.focused()
        if node is None:
            return
        around = tree.around(node)
        said = [tree.said(node)] if tree.speaks(node) else list(tree.lines(node))
        self.lines += [one for one in around if one not in self.groups] + said
        self.groups = around

    def presses(self, key: str, until: str = "") -> None:
        """Press a key, and hear what comes of it.

        Args:
            key: as a browser calls it.
            until: what is there once what was asked for has come.
        """
        self.lines.append(f"> {key}")
        self.page.evaluate("() => { globalThis.before = document.activeElement; }")
        self.page.keyboard.press(key)
        self.hears(until)
        if self.page.evaluate("() => 'before' in globalThis && before !== document.activeElement"):
            self.focused()
        elif self.page.evaluate("() => 'before' in globalThis"):
            self.stays()

    def stays(self) -> None:
        """Hear the control that still has the focus, with what it has become."""
        tree = Tree.of(self.page)
        if (node := tree.focused()) is not None:
            self.lines.append(tree.said(node))

    def types(self, text: str, until: str = "") -> None:
        """Type a text where the focus is, and hear what comes of it; `until` as in `presses`."""
        self.lines.append(f"> {text}")
        self.page.keyboard.type(text)
        self.hears(until)

    def hears(self, until: str = "") -> None:
        """Hear what the page tells by itself; `until` as in `presses`."""
        if until:
            self.page.locator(until).first.wait_for()
        self.page.wait_for_timeout(PAUSE)
        self.page.wait_for_load_state()
        while self.page.evaluate("performance.now() - changed") < PAUSE:
            self.page.wait_for_timeout(POLL)
        told = self.page.evaluate("globalThis.spoken?.splice(0) ?? []")
        # Whether the page tells that it is fetching something depends on the machine.
        busy = self.page.evaluate("[...document.querySelectorAll('[data-busy]')].map(({ dataset }) => dataset.busy)")
        self.lines += [f"! {one}" for one in told if one not in busy]
