"""The templates that name their own lines in what they make, so that a build can tell where a link came from."""

from pathlib import Path
from typing import Final

from jinja2.ext import Extension

from macros.linkcheck.link_sources import marked
from macros.pages.renderer import make_templates

_CODE: Final = Path(__file__).parents[2]


class MarkLinks(Extension):
    """Has every element that can hold an address name the line of the template that made it."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002 - Jinja's
        """Return a template of this repository with its marks, and any other as it is."""
        if filename is None or not Path(filename).is_relative_to(_CODE):
            return source
        return marked(source, Path(filename).relative_to(_CODE).as_posix())


TEMPLATES: Final = make_templates(MarkLinks)
"""Those of the macros, with marks."""


def compile_templates() -> None:
    """Compile them all, so that a process that is started next need not do so again."""
    for name in TEMPLATES.list_templates(filter_func=_is_template):
        TEMPLATES.get_template(name)


def _is_template(name: str) -> bool:
    """Return whether a file among the templates is one, and not what an editor or a system leaves beside them."""
    return name.endswith(".html") and not name.rpartition("/")[2].startswith(".")
