"""Pages that may use the clipboard, and what is on it."""

from dataclasses import dataclass

import lxml.html
import pytest

from macros.checks import check
from macros.language.addresses import pattern_address
from macros.model.editions import ROOTS
from macros.view.labels import Labels

READ = """async () => {
  const [item] = await navigator.clipboard.read();
  return Object.fromEntries(await Promise.all(item.types.map(async (type) =>
    [type, await (await item.getType(type)).text()])));
}"""
POLICY = """
  globalThis.broken = [];
  addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
    broken.push(`${violatedDirective}: ${blockedURI}`));
"""
BUNDLES = {"nl": "bundel/", "en": "en/bundle/"}


@dataclass(frozen=True)
class Clip:
    """What was copied: rich text and plain text, put there together."""

    html: str
    text: str

    @property
    def tree(self):
        """The rich text as a word processor reads it."""
        return lxml.html.fromstring(self.html)

    def headings(self):
        """The headings, each with its level."""
        return [(one.tag, one.text_content()) for one in self.tree.iter("h1", "h2", "h3", "h4", "h5", "h6")]

    def links(self):
        """The addresses it leads to."""
        return [link.get("href") for link in self.tree.iter("a")]


@pytest.fixture(scope="session")
def language(root):
    return check(root).language


@pytest.fixture
def words(edition):
    return Labels(edition)


@pytest.fixture
def page(open_page):
    """A page that may use the clipboard and breaks no policy."""
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    page.add_init_script(POLICY)
    troubles = []
    page.on("pageerror", lambda error: troubles.append(str(error)))
    yield page
    assert page.evaluate("globalThis.broken ?? []") == []
    assert troubles == []


@pytest.fixture
def clip(page):
    """Reads the clipboard."""

    def read():
        kinds = page.evaluate(READ)
        assert set(kinds) == {"text/html", "text/plain"}, "both kinds stand on the clipboard together"
        return Clip(kinds["text/html"], kinds["text/plain"])

    return read


@pytest.fixture
def pattern_page(page, site_address, language, edition):
    """The page of a pattern, opened: by its key, in the edition or in another one."""

    def opened(key="no-one-says-no", to=edition):
        page.goto(site_address + pattern_address(language.patterns[key], to))
        page.locator(".report-tools").wait_for()
        return page

    return opened


@pytest.fixture
def bench(page, site_address, edition):
    """The page of a bundle, opened with what stands behind its address."""

    def opened(query="", to=edition):
        page.goto(site_address + BUNDLES[to] + query)
        page.locator("#bench").wait_for()
        return page

    return opened


def styled(document):
    """Return the paragraphs of a Word document, each with the name of its style."""
    return [(one.style.name if one.style else "", one.text) for one in document.paragraphs]


def permalink(number, edition):
    """Return the permalink of a pattern as the tests publish it."""
    return f"https://patterns.example/{ROOTS[edition]}p/{number}/"
