"""The search index of Material, which reads pages tag by tag: a pattern gives it its words itself."""

from html import escape
from typing import Any, Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from macros.model.editions import ROOTS
from macros.pages.renderer import Renderer
from macros.site import build as builds

_PLUGIN: Final = "material/search"


def add_page(page: Page, config: MkDocsConfig) -> None:
    """Add the page of a pattern to the index; one that was retired is not to be found."""
    build = builds.current()
    subject = build.subjects.get(page.file.src_uri)
    index = _index(config)
    if index is None or subject is None or subject.pattern is None or subject.pattern.retired:
        return
    renderer = Renderer(build.language, build.edition, ROOTS[build.edition], {})
    index.entries += [
        {
            "location": page.url + (f"#{part.section}" if part.section else ""),
            "title": escape(part.title, quote=False),
            "text": "".join(f"<p>{escape(text, quote=False)}</p>" for text in part.paragraphs),
        }
        for part in renderer.searched(subject.pattern)
    ]


def forget_pages(urls: set[str], config: MkDocsConfig) -> None:
    """Take pages out of the index, to be added anew."""
    index = _index(config)
    if index is not None:
        index.entries = [entry for entry in index.entries if entry["location"].partition("#")[0] not in urls]


def write_index(config: MkDocsConfig) -> None:
    """Write the index as it now stands."""
    plugin: Any = config.plugins.get(_PLUGIN)
    if plugin:
        plugin.on_post_build(config=config)


def _index(config: MkDocsConfig) -> Any:
    plugin: Any = config.plugins.get(_PLUGIN)
    return plugin.search_index if plugin else None
