"""The macros that pages may use. A macro asks a page or a renderer for HTML, and does nothing else."""

from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any, Final

from macros.site.build import build_of
from macros.site.link_macros import LinkMacros
from macros.site.list_macros import ListMacros
from macros.site.macro_set import MacroSet
from macros.site.page_macros import PageMacros

SETS: Final[tuple[type[MacroSet], ...]] = (PageMacros, ListMacros, LinkMacros)


def declare(env: Any) -> None:
    """Declare every macro to mkdocs-macros."""
    for macro in _macros(env):
        env.macro(_kept_failure(env, macro))


def _macros(env: Any) -> Iterator[Callable[..., str]]:
    for kind in SETS:
        made = kind(env)
        yield from (getattr(made, name) for name in vars(kind) if not name.startswith("_"))


def _kept_failure(env: Any, macro: Callable[..., str]) -> Callable[..., str]:
    """Return a macro whose failure ends the build at the next event: mkdocs-macros would put it into the page."""

    @wraps(macro)
    def call(*arguments: str, **named: str) -> str:
        try:
            return macro(*arguments, **named)
        except Exception as error:  # noqa: BLE001 - whatever it is, the event raises it
            build_of(env.conf).failure = error
            return ""

    return call
