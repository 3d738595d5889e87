"""Checks on the macros in hand-written pages: they exist, and are called with the arguments they take."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import islice
from typing import Final

from macros.checks.retired_links import not_alive
from macros.findings.finding import MAX_FINDINGS, NO_ADVICE, Advice, Finding, Place, Severity, among
from macros.language.address_targets import earlier_texts
from macros.language.language import Language
from macros.model.editions import Edition
from macros.model.sections import SECTIONS
from macros.written_pages.contents import read_page
from macros.written_pages.macro_calls import Argument, Call
from macros.written_pages.macro_signatures import MACROS, Macro, Parameter
from macros.written_pages.page import Page

_FORMS: Final = {
    "anchor": re.compile(r"[\w-]*"),
    "path": re.compile(r"(?!.*\.\.)[A-Za-z0-9][A-Za-z0-9_./?=&-]*"),
    "pattern": re.compile(r"\s*\S+\s*"),
}
"""What the text of an argument names -> the form it has."""

_NOWHERE: Final = Place("")
Said = tuple[int, Finding]
"""Where in the page, and what is wrong there, still without its place in the file."""


def pages_hold_no_code(language: Language) -> Iterator[Finding]:
    """A page calls macros with plain arguments; a template can do nothing else in it."""
    for page in language.pages.values():
        yield from code_in(page)


def code_in(page: Page) -> Iterator[Finding]:
    """Yield what Jinja would act on in a page and is no call of a macro."""
    source = read_page(page.text)
    # What stands in the front matter has a check of its own.
    for one in [one for one in source.misuses if one.start >= source.body][:MAX_FINDINGS]:
        yield Finding(source.place(page, one.start), one.message, one.holes, one.written, one.advice)


def macros_are_called_well(language: Language) -> Iterator[Finding]:
    """A page calls macros that exist with the arguments they take, and names what is there."""
    for page in language.pages.values():
        yield from calls_in(language, page)


def calls_in(language: Language, page: Page) -> Iterator[Finding]:
    """Yield what is wrong with the calls of macros in a page; no more than a person reads."""
    source = read_page(page.text)
    every = (said for call in source.calls for said in _wrong(language, page, call))
    for start, finding in islice(every, MAX_FINDINGS):
        yield replace(finding, place=source.place(page, start))


def _wrong(language: Language, page: Page, call: Call) -> Iterator[Said]:
    macro = MACROS.get(call.name)
    at = call.start + len("{{ ")
    if macro is None:
        advice = among(call.name, list(MACROS))
        yield at, Finding(_NOWHERE, "unknown-macro", {}, call.name, advice)
    else:
        given, said = _given(macro, call)
        yield from said
        for parameter, argument in given:
            yield from _argument(language, page, parameter, argument)


def _given(macro: Macro, call: Call) -> tuple[list[tuple[Parameter, Argument]], list[Said]]:
    """Return each argument with its parameter, and what is wrong with the call as a whole."""
    parameters = {parameter.name: parameter for parameter in macro.parameters}
    given: dict[str, tuple[Parameter, Argument]] = {}
    said: list[Said] = []
    form = f"{macro.name}({', '.join(parameters)})"

    def wrong(start: int, message: str, written: str = "", advice: Advice = NO_ADVICE) -> None:
        said.append((start, Finding(_NOWHERE, message, {"call": form}, written, advice)))

    for place, argument in enumerate(call.arguments):
        written = argument.text or ""
        if not argument.name and any(earlier.name for earlier in call.arguments[:place]):
            wrong(argument.start, "macro-argument.order", written)
        elif not argument.name and place >= len(macro.parameters):
            wrong(argument.start, "macro-argument.many", written)
        elif argument.name and argument.name not in parameters:
            wrong(argument.start, "macro-argument.name", argument.name, among(argument.name, parameters))
        else:
            parameter = parameters[argument.name or macro.parameters[place].name]
            if parameter.name in given:
                wrong(argument.start, "macro-argument.twice", parameter.name)
            given[parameter.name] = parameter, argument
    if any(one.required and one.name not in given for one in macro.parameters) or (macro.needs_one and not given):
        wrong(call.start, "macro-argument.missing")
    return list(given.values()), said


def _argument(language: Language, page: Page, parameter: Parameter, argument: Argument) -> Iterator[Said]:
    name, text, start = parameter.name, argument.text, argument.start
    if text is None:
        yield start, Finding(_NOWHERE, "macro-argument.text", {"argument": name}, "", NO_ADVICE)
    elif parameter.values and text not in parameter.values:
        yield start, Finding(_NOWHERE, "macro-argument.value", {"argument": name}, text, among(text, parameter.values))
    elif parameter.refers in _FORMS and not _FORMS[parameter.refers].fullmatch(text):
        yield start, Finding(_NOWHERE, "macro-argument.value", {"argument": name}, text, NO_ADVICE)
    elif parameter.refers in {"pattern", "patterns"}:
        for word in re.finditer(r"\S+", text):
            yield from _pattern(language, word.group(), start + word.start())
    elif (text or parameter.required) and parameter.refers in _MESSAGES:
        known = _known(language, page, parameter)
        if text not in known:
            yield start, Finding(_NOWHERE, _MESSAGES[parameter.refers], {}, text, among(text, known))


def _pattern(language: Language, key: str, start: int) -> Iterator[Said]:
    known = language.keys()
    if key not in known:
        yield start, Finding(_NOWHERE, "unknown-pattern", {}, key, among(key, sorted(known), language.names()))
    elif key in language.patterns and not language.patterns[key].published:
        pattern = language.patterns[key]
        yield start, not_alive(_NOWHERE, pattern, key, Severity.WARNING if pattern.retired else Severity.ERROR)


_MESSAGES: Final = {
    "page": "unknown-page.name",
    "chapter": "unknown-chapter.name",
    "route": "unknown-route",
    "case": "unknown-case",
    "stagnation": "unknown-stagnation",
    "text": "unknown-text",
    "section": "unknown-section",
}
"""What the text of an argument names -> the message when it is not there."""


def _known(language: Language, page: Page, parameter: Parameter) -> list[str]:
    """Return what a parameter may name."""
    vocabulary, routes = language.vocabulary, language.routes
    known: dict[str, Callable[[], list[str]]] = {
        "page": lambda: [one.id for one in language.pages.values() if one.edition == page.edition and one.id],
        "chapter": lambda: [one.key for one in language.chapters()],
        "route": lambda: [one.key for one in routes.routes] if routes else [],
        "case": lambda: list(language.cases),
        "stagnation": lambda: [one.key for one in vocabulary.stagnations] if vocabulary else [],
        "text": lambda: _dates(language, page.edition),
        "section": lambda: list(SECTIONS.values()),
    }
    return known[parameter.refers]()


def _dates(language: Language, edition: Edition) -> list[str]:
    """Return the dates of the earlier texts of an edition."""
    earlier = (text for pattern in language.patterns.values() for text in earlier_texts(language, pattern))
    return sorted({str(text.text_date) for text in earlier if text.edition == edition})
