"""The hooks that mkdocs.yml names: each hands its event to `macros.site.events`."""

import sys
from pathlib import Path
from typing import Any

# MkDocs loads this file by its path: the package must be found from the repository root, however it was started.
sys.path.insert(0, str(Path(__file__).parents[2]))

from mkdocs.plugins import event_priority  # noqa: E402 - after the path is set

from macros.site import events  # noqa: E402


@event_priority(100)
def on_config(config: Any) -> Any:
    """Read and check the language first of all."""
    events.configure(config)
    return config


def on_files(files: Any, config: Any) -> Any:
    """Add the pages that no one writes."""
    events.add_pages(files, config)
    return files


def on_env(env: Any, config: Any, files: Any) -> Any:  # noqa: ARG001 - MkDocs calls it so
    """Let the sitemap name the same page in the other edition."""
    env.globals["alternates_of"] = events.alternates_of
    return env


def on_pre_page(page: Any, config: Any, files: Any) -> Any:  # noqa: ARG001 - MkDocs calls it so
    """Begin a page."""
    events.open_page(page)
    return page


def on_page_markdown(markdown: str, page: Any, config: Any, files: Any) -> str:  # noqa: ARG001 - MkDocs calls it so
    """Describe the page and make its links, after its macros have run."""
    events.describe(page)
    return events.link_patterns(markdown)


def on_page_content(html: str, page: Any, config: Any, files: Any) -> str:  # noqa: ARG001 - MkDocs calls it so
    """Put the HTML in the place of its marks."""
    return events.fill_slots(html, page)


@event_priority(-100)
def on_page_context(context: Any, page: Any, config: Any, nav: Any) -> Any:  # noqa: ARG001 - MkDocs calls it so
    """Give the templates what they need, after search has read the page."""
    events.hide_keywords(page)
    events.context_of(page, context)
    return context
