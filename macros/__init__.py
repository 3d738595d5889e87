"""The pattern language: core, rendering, exports and site, each depending only on the ones before it.

This file stays thin: mkdocs-macros imports it for `define_env`, while the core must load without MkDocs.
"""

from typing import Any


def define_env(env: Any) -> None:
    """Declare the macros of the site to mkdocs-macros (its entry point, called once a build)."""
    from macros.site.macros import declare

    declare(env)
