"""The pages that people write: which edition they belong to and which page of the other edition is the same one."""

import re
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import unquote

from macros.findings.finding import Place
from macros.model.editions import EDITIONS, ROOTS, Edition
from macros.written_pages.html import CODE
from macros.yaml.text_file import TextFile

_FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_PAGE = re.compile(r"^page:[ ]*([a-z0-9-]+)[ ]*$", re.MULTILINE)
_TITLE = re.compile(r"^(?:title:|# )(.{0,500})", re.MULTILINE)
_ATTRIBUTES = re.compile(r"\{[^{}]*\}$")
_SHOWN = re.compile(r"[^\n]")
FOLDER: Final = "docs"


@dataclass(frozen=True, slots=True)
class Page:
    """One hand-written page.

    Attributes:
        file: the file as text.
        edition: the edition whose folder it lies in.
        id: the `page:` of its front matter, the same in both editions; empty when it has none.
        prose: the text with its code blanked out, so that the rest keeps its place.
    """

    file: TextFile
    edition: Edition
    id: str
    prose: str

    @property
    def path(self) -> str:
        """Its path relative to the repository root."""
        return self.file.path

    @property
    def text(self) -> str:
        """The whole file."""
        return self.file.text

    def place(self, offset: int) -> Place:
        """Return the place of a character of the text, by its offset from 0."""
        return self.file.place(offset)

    def beside(self, link: str) -> str:
        """Return the path of the file that a link in the page names, relative to the repository root."""
        steps: list[str] = []
        for step in (PurePosixPath(self.path).parent / unquote(re.split("[?#]", link)[0])).parts:
            if step == "..":
                steps[-1:] = []
            else:
                steps.append(step)
        return "/".join(steps)

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
        return _ATTRIBUTES.sub("", found.group(1).strip()).strip().strip("\"'") if found else ""


def page_from(file: TextFile) -> Page | None:
    """Return the page that a file under docs/ is, or None when it lies in no edition's folder."""
    edition = file.path.split("/")[1] if file.path.count("/") > 1 else ""
    for known in EDITIONS:
        if edition == known:
            front = _FRONT_MATTER.match(file.text)
            named = _PAGE.search(front.group(1)) if front else None
            prose = CODE.sub(lambda match: _SHOWN.sub(" ", match.group()), file.text)
            return Page(file, known, named.group(1) if named else "", prose)
    return None
