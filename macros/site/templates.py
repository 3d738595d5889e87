"""The templates that pages are: nothing in them reaches further than a call of a macro."""

import os
from dataclasses import replace
from typing import Any, NoReturn

from jinja2 import Environment
from jinja2.exceptions import SecurityError
from jinja2.ext import Extension
from mkdocs.exceptions import Abort
from mkdocs.structure.pages import Page

from macros.checks.macros import calls_in, code_in
from macros.checks.pages import html_in
from macros.findings.finding import Severity
from macros.findings.messages import language_of
from macros.findings.report import sentence
from macros.site.build import Build
from macros.written_pages.front_matter import check_front_matter
from macros.written_pages.macro_calls import read_calls
from macros.written_pages.macro_signatures import MACROS
from macros.yaml.text_file import text_from


class OnlyMacroCalls(Extension):
    """Refuses every template that does more than call macros, and leaves nothing else within reach.

    mkdocs.yml names it, so mkdocs-macros builds its environment with it. Every source that is compiled there passes
    through `preprocess`, titles too.
    """

    def __init__(self, environment: Environment) -> None:
        super().__init__(environment)
        environment.loader = None
        for reach in (environment.globals, environment.filters, environment.tests):
            reach.clear()
        vars(environment).update(getattr=_refuse_reach, getitem=_refuse_reach)

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002 - Jinja's
        """Return the source as it is.

        Raises:
            SecurityError: when it does anything else than call macros with plain arguments.
        """
        calls, misuses = read_calls(source.replace("\r\n", "\n").replace("\r", "\n"))
        for one in misuses:
            raise SecurityError(f"a page only calls macros: {one.written}")
        for call in calls:
            if call.name not in MACROS:
                raise SecurityError(f"there is no macro {call.name}")
        return source


def _refuse_reach(value: Any, name: Any) -> NoReturn:  # noqa: ARG001 - Jinja calls it so
    raise SecurityError(f"a page reaches for {name}")


def refuse_findings(page: Page, build: Build) -> None:
    """Refuse a hand-written page as it now stands, before any of it is a template.

    `check` has said all this of a build; while serving, an edited page comes here first.

    Raises:
        Abort: with every finding that is an error.
    """
    written = build.written(page)
    if written is None:
        return
    now = replace(written, file=text_from(page.file.content_bytes, written.path))
    checks = (check_front_matter(now.path, now.text), code_in(now), calls_in(build.language, now), html_in(now))
    errors = [one for check in checks for one in check if one.severity is Severity.ERROR]
    if errors:
        language = language_of(os.environ)
        raise Abort("\n".join(f"{one.place}: {sentence(one, language)}" for one in errors))
