"""The search index of Material while single pages are built again.

It has no public way to take a page out: its `entries` are a part of its class, which its documentation does not name.
"""

from typing import Any, Final

from mkdocs.config.defaults import MkDocsConfig

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
