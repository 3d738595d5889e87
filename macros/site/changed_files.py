"""Changed files sorted by what has to be built again, as long as that is less than everything."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from mkdocs.structure.files import File

from macros.language.language import Language
from macros.language.reading import NOT_CHAPTERS
from macros.model.editions import Edition
from macros.pages.page import Page
from macros.site.incremental_build import EditionPages
from macros.written_pages import page as written_pages

_IN_CHAPTER = 3  # patterns/<chapter>/<key>.yml


@dataclass(slots=True)
class Changes:
    """What has to be built again.

    Attributes:
        language: the language as it is now.
        generated: the generated pages of each edition; the same ones as before.
        keys: the patterns that were written.
        pages: the hand-written pages that were, by edition.
        assets: files of the site that are plain copies.
    """

    language: Language
    generated: dict[Edition, dict[str, Page]] = field(default_factory=dict)
    keys: set[str] = field(default_factory=set)
    pages: dict[Edition, list[File]] = field(default_factory=lambda: defaultdict(list))
    assets: list[File] = field(default_factory=list)

    def apply(self, standing: dict[Edition, EditionPages]) -> int:
        """Build again the pages of what has changed, and return how many; the others wait for `refresh_others`."""
        own = sum(
            one.refresh_own(self.language, self.generated[edition], self.keys, self.pages[edition])
            for edition, one in standing.items()
        )
        for asset in self.assets:
            asset.copy_file()
        return own


def sort_changes(
    paths: Iterable[Path], root: Path, standing: dict[Edition, EditionPages], language: Language
) -> Changes | None:
    """Sort changed files.

    Args:
        paths: the files that came, went or were written.
        root: the repository root.
        standing: the editions as they were last built.
        language: the language as it is now.

    Returns:
        The changes, or None when everything has to be built again: a template, code or the vocabulary has changed,
        or there are other pages than before, or pages with another name.
    """
    changes = Changes(language)
    for edition, one in standing.items():
        generated = one.same_pages(language)
        if generated is None:
            return None
        changes.generated[edition] = generated
    for path in paths:
        place = path.relative_to(root)
        assets = [file for one in standing.values() if (file := one.asset(path))]
        if _is_in_chapter(place) and path.stem in language.patterns:
            changes.keys.add(path.stem)
        elif assets and path.exists():
            changes.assets += assets
        elif not _add_page(changes, path, place.as_posix(), standing):
            return None
    return changes


def _is_in_chapter(place: Path) -> bool:
    """Return whether a file is in the place of a pattern or of its picture: a case may have the name of a pattern."""
    folder, *inside = place.parts
    return folder == "patterns" and len(place.parts) == _IN_CHAPTER and inside[0] not in NOT_CHAPTERS


def _add_page(changes: Changes, path: Path, place: str, standing: dict[Edition, EditionPages]) -> bool:
    new = changes.language.pages.get(place)
    old = standing[new.edition].build.language.pages.get(place) if new else None
    if new is None or old is None or _head(new) != _head(old):
        return False
    file = standing[new.edition].page(path)
    if file is None:
        return False
    changes.pages[new.edition].append(file)
    return True


def _head(page: written_pages.Page) -> str:
    """Return the part of a page that others show: its front matter and its title."""
    before, heading, after = page.text.partition("\n# ")
    return before + heading + after.partition("\n")[0]
