"""What searching needs, written beside the result page of an edition."""

from pathlib import Path

from macros.model.editions import ROOTS
from macros.search.index import index_files
from macros.site.build import Build


def write_search_files(build: Build, destination: str) -> None:
    """Write what searching needs into the folder that the pages of an edition are built in."""
    for address, content in index_files(build.language, build.edition):
        path = Path(destination, address.removeprefix(ROOTS[build.edition]))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
