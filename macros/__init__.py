"""The pattern language, from YAML to a site and files: docs/architecture.md shows the packages.

This file stays thin: mkdocs-macros imports it for `define_env`, while `check` must load without MkDocs.
"""

from typing import Any


def define_env(env: Any) -> None:
    """Declare the macros of the site to mkdocs-macros (its entry point, called once a build)."""
    from macros.site.macros import declare

    # mkdocs-macros puts the configuration, the environment and more in reach of every page.
    env.variables.clear()
    env.macros.clear()
    declare(env)


def on_pre_page_macros(env: Any) -> None:
    """Refuse a page with more than calls of macros in it (mkdocs-macros calls this before it renders each page)."""
    from macros.site.build import build_of
    from macros.site.templates import refuse_findings

    refuse_findings(env.page, build_of(env.conf))
