"""What the site tells machines of a pattern in the head of its page, and the files that it offers beside its pages."""

from pathlib import Path
from typing import Any, Final

from macros.exports.kept import Kept
from macros.exports.metadata import linked_data, metadata
from macros.exports.share_images import SIZE, site_image
from macros.language.pattern import Pattern
from macros.model.editions import ROOTS
from macros.pages.page import Page
from macros.site.build import Build
from macros.site.build_progress import BuildProgress
from macros.site.inputs import PROGRAM, Inputs

_KEPT: Final = PROGRAM / ".cache/exports"


def cited(build: Build, pattern: Pattern) -> dict[str, Any]:
    """Return what the head of a pattern's page says of it: `metadata`, names with contents, and `linked_data`."""
    imprint = build.renderer().imprint
    return {
        "metadata": metadata(pattern, imprint),
        "linked_data": linked_data(pattern, imprint),
    }


def shared(build: Build, about: Page | None) -> dict[str, Any]:
    """Return the image that is shown with a link to a page: its `url`, its `alt`, its `width` and `height`.

    Args:
        build: of the edition.
        about: the generated page; None for one that people wrote.
    """
    imprint = build.renderer().imprint
    image = about.share(imprint) if about and about.share else site_image(imprint)
    width, height = SIZE
    return {"url": imprint.url(image.address(imprint)), "alt": image.alt(), "width": width, "height": height}


def make_downloads(build: Build, destination: str, progress: BuildProgress) -> None:
    """Write every export of a build into the folder its pages were built in, and tell how far that is."""
    from macros.exports.make import make_exports  # what makes PDF and Word takes a while to load

    settings, inputs = build.settings, build.inputs
    kept = _kept(inputs) if inputs else None

    def tell(kinds: int, all_kinds: int, files: int) -> None:
        progress.downloads(build.edition, kinds, all_kinds, files)

    made = make_exports(
        build.language, build.edition, Path(destination), settings.url, settings.publisher.name, kept, tell
    )
    if inputs and kept and inputs.unchanged():
        kept.confirm()
    if build.sources is not None:
        root = ROOTS[build.edition]
        build.sources.writers |= {address.removeprefix(root): module for address, module in made.items()}


def _kept(inputs: Inputs) -> Kept | None:
    """Return what earlier builds have kept; nothing when a file has changed since the language was read."""
    try:
        kept = Kept(_KEPT, inputs.program, inputs.language, inputs.began)
    except OSError:  # a file went while it was looked at
        return None
    return kept if inputs.unchanged() else None
