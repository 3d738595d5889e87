"""The hooks that mkdocs.yml names: each hands its event on.

Everything of `macros` is looked up when it is needed, so that `mkdocs serve` follows edits of the code itself.
"""

import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from mkdocs.plugins import event_priority

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.language.reading import Reading
    from macros.site.build_progress import BuildProgress
    from macros.site.inputs import Inputs
    from macros.site.publication import Publication
    from macros.site.serve_command import ServeCommand

_ROOT = str(Path(__file__).parents[2])

# MkDocs loads this file once in a process, and the module that it makes outlives every build.
_command: str | None = None
_progress: "BuildProgress | None" = None
_publication: "Publication | None" = None
_serving: "ServeCommand | None" = None
_reading: "Reading | None" = None
_inputs: "Inputs | None" = None
_unchanged = False
"""Whether the site stands that this build would make."""


def on_startup(command: str, dirty: bool) -> None:  # noqa: ARG001, FBT001 - MkDocs calls it so
    """Note which command this is; the build of another edition never comes here."""
    global _command, _serving  # noqa: PLW0603 - see above
    # `mkdocs`, unlike `python -m mkdocs`, does not look for packages in the repository.
    if _ROOT not in sys.path:
        sys.path.insert(0, _ROOT)
    context = click.get_current_context(silent=True)
    # `mkdocs serve --clean` says here that it is a build.
    _command = "serve" if context and context.info_name == "serve" else command
    if _command == "serve":
        from macros.site.serve_command import ServeCommand

        _serving = ServeCommand(_told())


def _told() -> "BuildProgress":
    """Return what tells how far it is: one for all builds of this process."""
    global _progress  # noqa: PLW0603 - see above
    if _progress is None:
        from macros.site.build_progress import BuildProgress

        _progress = BuildProgress()
    return _progress


@event_priority(100)
def on_config(config: Any) -> Any:
    """Read and check the language first of all."""
    global _publication  # noqa: PLW0603 - see above
    from macros.site.configuration import configure

    root = Path(config.config_file_path).parent
    if _serving:
        return config if _serving.idle(config) else configure(config, _serving.read(), previewed=True)
    if _command:
        from macros.language.editions import read_editions
        from macros.site.publication import Publication

        if read_editions(root).editions:  # what is wrong with them is told below, with all that is wrong
            _publication = Publication(config, _told())
    if not _reading:
        _note_inputs(root)
    begun = configure(config, _reading or _read(root), _inputs)
    if _publication and _unchanged:
        _publication.leave()
    return begun


def _note_inputs(root: Path) -> None:
    """Note what the language is read from, before it is read: what follows from the same is not made again."""
    global _inputs  # noqa: PLW0603 - see above
    from macros.site.inputs import Inputs

    _inputs = Inputs(root)


def _read(root: Path) -> "Reading":
    """Read and check the language; the other editions are built from what was read while it is being checked."""
    global _reading, _unchanged  # noqa: PLW0603 - see above
    from macros.checks import examine
    from macros.language.reading import read_language
    from macros.site import events

    _told().reading()
    _reading = read_language(root)
    if _publication and not events.has_errors(_reading.findings):
        # `mkdocs gh-deploy` goes on when the site has been built.
        _unchanged = _command == "build" and bool(_inputs and _publication.is_unchanged(_inputs, _reading.language))
        if not _unchanged:
            _publication.start_others(_other)
    examine(_reading, root, beside=True)
    events.tell(_reading.findings)
    if _publication and events.has_errors(_reading.findings):
        _publication.drop_others()
    elif _publication and not _unchanged:
        _told().building()
    return _reading


@contextmanager
def _other() -> "Iterator[None]":
    """Build another edition from what was read, and do nothing else, for as long as this lasts."""
    global _command, _publication  # noqa: PLW0603 - see above
    before = _command, _publication
    _command = _publication = None
    try:
        yield
    finally:
        _command, _publication = before


def on_files(files: Any, config: Any) -> Any:
    """Add the pages that no one writes."""
    from macros.site import page_events
    from macros.site.build import build_of

    if _serving and _serving.idle(config):
        return type(files)([])
    page_events.keep_read(files, config)
    page_events.add_pages(files, config)
    _told().pages(build_of(config).edition, len(files.documentation_pages()))
    return files


def on_nav(nav: Any, config: Any, files: Any) -> Any:  # noqa: ARG001 - MkDocs calls it so
    """Keep the navigation for the pages that are built again while serving."""
    if _serving:
        _serving.note_nav(nav)
    return nav


def on_env(env: Any, config: Any, files: Any) -> Any:
    """Let the sitemap name the same page in the other edition, and the head of a page say how to cite it."""
    from macros.site import downloads, template_context
    from macros.site.build import build_of
    from macros.site.link_marks import MarkLinks

    if _serving:
        _serving.note(config, files, env)
    else:
        env.add_extension(MarkLinks)
    env.globals["alternates_of"] = lambda page: template_context.alternates_of(page, build_of(config))
    # Only exports make the images: a page names none that is not there.
    with_images = config.extra["exports"] and not _serving
    env.globals["shared"] = lambda about: downloads.shared(build_of(config), about) if with_images else None
    env.globals["cited"] = lambda pattern: downloads.cited(build_of(config), pattern)
    return env


def on_page_markdown(markdown: str, page: Any, config: Any, files: Any) -> str:  # noqa: ARG001 - MkDocs calls it so
    """Describe the page and make its links, after its macros have run."""
    from macros.site import page_events
    from macros.site.build import build_of

    build = build_of(config)
    page_events.raise_failure(page, build)
    _told().half(build.edition)
    page_events.describe(page, build)
    return page_events.link_patterns(markdown, page, build)


def on_page_context(context: Any, page: Any, config: Any, nav: Any) -> Any:  # noqa: ARG001 - MkDocs calls it so
    """Give the templates what they need."""
    from macros.site import template_context

    return context | template_context.around_page(page, config) | template_context.policy(served=_serving is not None)


def on_template_context(context: Any, template_name: str, config: Any) -> Any:
    """Give the template of the 404 what it needs."""
    from macros.site import template_context

    if template_name != "404.html":
        return context
    return context | template_context.around_missing(config) | template_context.policy(served=_serving is not None)


@event_priority(-100)
def on_post_page(output: str, page: Any, config: Any) -> str:
    """Note where the links of the page come from."""
    from macros.site import page_events
    from macros.site.build import build_of

    build = build_of(config)
    _told().half(build.edition)
    return page_events.without_marks(output, page.file.dest_uri, build)


@event_priority(-100)
def on_post_template(output_content: str, template_name: str, config: Any) -> str:
    """Note where the addresses of the 404 and of the sitemap come from."""
    from macros.site import page_events
    from macros.site.build import build_of

    if _serving and _serving.idle(config):
        return output_content
    return page_events.without_marks(output_content, template_name, build_of(config))


@event_priority(-100)
def on_post_build(config: Any) -> None:
    """Write the index and the exports, bring the other editions in after all other files, and check the site."""
    from macros.linkcheck.link_sources import beside, write_sources
    from macros.site import downloads, fetched_files
    from macros.site.build import build_of

    if _serving and _serving.idle(config):
        return
    fetched_files.write_fetched_files(build_of(config), config.site_dir)
    if config.extra["exports"] and not _serving:
        if _publication:
            _told().downloading()
        downloads.make_downloads(build_of(config), config.site_dir, _told())
    if _publication:
        _publication.join()
    elif sources := build_of(config).sources:
        write_sources(sources, beside(Path(config.site_dir)))


def on_build_error(error: Exception) -> None:
    """Keep the site as it was, and tell a mistake in a file without a traceback."""
    from macros.site import error_messages

    _told().stop()
    if _publication:
        _publication.fail()
    error_messages.abort_for(error)


def on_serve(server: Any, config: Any, builder: Any) -> Any:
    """Build every edition for reading here, and again whenever a file changes."""
    if _serving:
        _serving.start(server, config, builder)
    return server


def on_shutdown() -> None:
    """Put the new site in place, and clean up."""
    _told().stop()
    if _publication:
        _publication.close()
