"""The files that the scripts of an edition fetch: for searching, the diagnosis and the check of references."""

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from macros.language.addresses import dated_texts, diagnosis_cards
from macros.model.editions import ROOTS
from macros.pages.dated_texts import dated_texts_json
from macros.pages.diagnosis import cards
from macros.search.index import index_files
from macros.site.build import Build


def write_fetched_files(build: Build, destination: str) -> None:
    """Write what scripts fetch into the folder that the pages of an edition are built in."""
    made = chain(index_files(build.language, build.edition), _diagnosis_files(build), _check_files(build))
    for address, content in made:
        path = Path(destination, address.removeprefix(ROOTS[build.edition]))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _diagnosis_files(build: Build) -> Iterator[tuple[str, bytes]]:
    """Yield what the diagnosis shows of each pattern, by its address; nothing where there is no diagnosis."""
    if build.language.situations and build.language.situations.diagnosis:
        yield diagnosis_cards(build.edition), cards(build.renderer()).encode()


def _check_files(build: Build) -> Iterator[tuple[str, bytes]]:
    """Yield what the check of references knows of every text, by its address; nothing where no page checks any."""
    if "check" in build.pages(build.edition):
        yield dated_texts(build.edition), dated_texts_json(build.renderer()).encode()
