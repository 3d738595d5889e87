"""What searching needs, written beside the result page of an edition."""

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from macros.language.addresses import diagnosis_cards
from macros.model.editions import ROOTS
from macros.pages.diagnosis import cards
from macros.search.index import index_files
from macros.site.build import Build


def write_search_files(build: Build, destination: str) -> None:
    """Write what searching and the diagnosis need into the folder that the pages of an edition are built in."""
    for address, content in chain(index_files(build.language, build.edition), _diagnosis_files(build)):
        path = Path(destination, address.removeprefix(ROOTS[build.edition]))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _diagnosis_files(build: Build) -> Iterator[tuple[str, bytes]]:
    """Yield what the diagnosis shows of each pattern, by its address; nothing where there is no diagnosis."""
    if build.language.situations and build.language.situations.diagnosis:
        yield diagnosis_cards(build.edition), cards(build.renderer()).encode()
