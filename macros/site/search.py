"""The search index of Material while single pages are built again.

It has no public way to take a page out: its `entries` are a part of its class, which its documentation does not name.
"""

from pathlib import Path
from typing import Any, Final

from mkdocs.config.defaults import MkDocsConfig

from macros.model.editions import ROOTS
from macros.search.index import index_files
from macros.site.build import Build

_PLUGIN: Final = "material/search"


def forget_pages(urls: set[str], config: MkDocsConfig) -> None:
    """Take pages out of the index, to be added anew."""
    plugin: Any = config.plugins.get(_PLUGIN)
    if plugin:
        index = plugin.search_index
        index.entries = [entry for entry in index.entries if entry["location"].partition("#")[0] not in urls]


def write_index(config: MkDocsConfig) -> None:
    """Write the index as it now stands."""
    plugin: Any = config.plugins.get(_PLUGIN)
    if plugin:
        plugin.on_post_build(config=config)


def write_search_files(build: Build, destination: str) -> None:
    """Write what searching needs into the folder that the pages of an edition are built in."""
    for address, content in index_files(build.language, build.edition):
        path = Path(destination, address.removeprefix(ROOTS[build.edition]))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
