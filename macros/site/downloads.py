"""What the site tells of the exports: machines in a page's head, people by the files beside the pages."""

from pathlib import Path
from typing import Any

from markupsafe import Markup

from macros.core.language import Pattern
from macros.exports.imprint import Imprint
from macros.exports.make import make_exports
from macros.exports.metadata import linked_data, metadata
from macros.site import build as builds


def cited(pattern: Pattern) -> dict[str, Any]:
    """Return what the head of a pattern's page says of it: `metadata`, names with contents, and `linked_data`."""
    build = builds.current()
    imprint = Imprint(build.language, build.edition, build.site_url, build.publisher.get("name", ""))
    return {
        "metadata": metadata(pattern, imprint),
        "linked_data": Markup(linked_data(pattern, imprint)),  # noqa: S704 - nothing in it can close its element
    }


def make_downloads(destination: str) -> None:
    """Write every export of the build at hand into the folder its pages were built in."""
    build = builds.current()
    publisher = build.publisher.get("name", "")
    make_exports(build.language, build.edition, Path(destination), build.site_url, publisher)
