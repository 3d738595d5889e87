"""The pages that people write: which edition they belong to and which page of the other edition is the same one."""

import re
from dataclasses import dataclass
from typing import Final

from macros.core.editions import EDITIONS, ROOTS, Edition

_FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_PAGE = re.compile(r"^page:[ ]*([a-z0-9-]+)[ ]*$", re.MULTILINE)
_TITLE = re.compile(r"^(?:title:[ ]*|# )[\"']?(.+?)[\"']?(?:[ ]*\{[^}]*\})?[ ]*$", re.MULTILINE)
FOLDER: Final = "docs"


@dataclass(frozen=True, slots=True)
class Page:
    """One hand-written page.

    Attributes:
        path: relative to the repository root.
        edition: the edition whose folder it lies in.
        id: the `page:` of its front matter, the same in both editions; empty when it has none.
        text: the file as it stands.
    """

    path: str
    edition: Edition
    id: str
    text: str

    @property
    def address(self) -> str:
        """Its address from the root of the site."""
        inside = self.path.split("/", 2)[2].removesuffix(".md")
        stem = "" if inside == "index" else inside.removesuffix("/index") + "/"
        return ROOTS[self.edition] + stem

    @property
    def title(self) -> str:
        """The `title:` of its front matter or else its first heading; empty when it has neither."""
        found = _TITLE.search(self.text)
        return found.group(1) if found else ""


def page_from(path: str, text: str) -> Page | None:
    """Return the page that a file under docs/ is, or None when it lies in no edition's folder."""
    edition = path.split("/")[1] if path.count("/") > 1 else ""
    for known in EDITIONS:
        if edition == known:
            front = _FRONT_MATTER.match(text)
            named = _PAGE.search(front.group(1)) if front else None
            return Page(path, known, named.group(1) if named else "", text)
    return None
