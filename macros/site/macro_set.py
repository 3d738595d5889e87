"""What every macro works with: the build, the page that it stands in, and the way of its HTML through Markdown."""

from collections.abc import Iterable
from typing import Any

from macros.findings.finding import did_you_mean
from macros.language.pattern import Pattern
from macros.pages.renderer import Renderer
from macros.site.build import Build, build_of


class MacroSet:
    """Macros of one build: the public functions of a class that is derived from this one."""

    def __init__(self, env: Any) -> None:
        """Take the plugin mkdocs-macros, which knows the configuration and the page whose macros run."""
        self._env = env

    @property
    def _build(self) -> Build:
        return build_of(self._env.conf)

    @property
    def _renderer(self) -> Renderer:
        build = self._build
        return build.page_renderer(build.address(self._env.page))

    def _put(self, html: str) -> str:
        """Return the mark that stands for HTML until Markdown has run."""
        return self._build.macro_html.put(html)

    def _pattern(self, key: str) -> Pattern:
        patterns = self._build.language.patterns
        known(key, patterns, "pattern")
        return patterns[key]


def known(key: str, those: Iterable[str], what: str) -> None:
    """Refuse a key that is not among those that there are.

    Raises:
        ValueError: with the nearest of them.
    """
    there = list(those)
    if key not in there:
        near = did_you_mean(key, there)
        raise ValueError(f'there is no {what} "{key}"' + (f", did you mean {near}?" if near else ""))
