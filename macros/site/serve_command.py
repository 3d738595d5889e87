"""`mkdocs serve` by its events: a first build that is left empty, then the server, then every build of the site."""

from collections.abc import Callable
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from macros.language.reading import Reading
from macros.site.build_messages import leave_out_what_is_no_help
from macros.site.build_progress import BuildProgress
from macros.site.server_address import refuse_taken_address
from macros.site.serving import ServedSite
from macros.site.snapshot import LISTS
from macros.site.watching import look_without_links, notice_edits


class ServeCommand:
    """One run of the command.

    MkDocs makes a build before the server is there and cannot survive a mistake in it. That first one is therefore
    left empty; every real build is made by the served site, which catches whatever goes wrong.
    """

    def __init__(self, progress: BuildProgress) -> None:
        """Take what tells of each build."""
        self._progress = progress
        self._site: ServedSite | None = None
        self._docs = ""
        self._nav: Navigation | None = None

    def idle(self, config: MkDocsConfig) -> bool:
        """Return whether this is the empty first build, and see to it that it writes no page."""
        if self._site:
            return False
        config.theme.static_templates.clear()
        # MkDocs follows links in its folder of pages, wherever they lead; the folder of the site is empty.
        self._docs = self._docs or config.docs_dir
        config.docs_dir = config.site_dir
        return True

    def read(self) -> Reading:
        """Read and check the language once for all editions.

        Raises:
            LookupError: when there is no server yet.
        """
        if self._site is None:
            raise LookupError("nothing is read for the build before the server is there")
        return self._site.read()

    def note_nav(self, nav: Navigation) -> None:
        """Keep the navigation of the edition that is being built."""
        self._nav = nav

    def note(self, config: MkDocsConfig, files: Files, env: Environment) -> None:
        """Keep what an edition is built with."""
        if self._site and self._nav:
            self._site.note(config, files, self._nav, env)

    def start(self, server: LiveReloadServer, config: MkDocsConfig, builder: Callable[[], None]) -> None:
        """Take over the building from the server, and make the first build.

        Raises:
            Abort: when the server could not answer at its address.
        """
        refuse_taken_address(server, self._progress)
        self._site = ServedSite(server, config, builder, self._progress)
        server.unwatch(config.docs_dir)
        config.docs_dir = self._docs
        look_without_links(server)
        server.watch(config.docs_dir)
        root = Path(config.config_file_path).parent
        for name in LISTS:
            if (root / name).is_file():
                server.watch(str(root / name))
        notice_edits(server, config)
        leave_out_what_is_no_help()
        self._site.begin()
