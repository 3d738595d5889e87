"""Checks on the rows to tick of the diagnosis: each row is known and stands once, and every pattern is reached."""

from collections.abc import Iterator

from macros.checks.retired_links import not_alive
from macros.findings.finding import Finding, Severity, among
from macros.language.language import Language
from macros.language.signal_rows import REF, signal_rows
from macros.model.editions import EDITIONS, Edition
from macros.text.slugs import slugify
from macros.yaml.document import Document, Loc


def rows_are_known(language: Language) -> Iterator[Finding]:
    """A row is a signal of a published pattern or of situations.yml, and a row that comes first stands in a group."""
    document = language.data_files.get("situations.yml")
    if document is None:
        return
    known = list(signal_rows(language))
    grouped = [ref for _at, ref in _rows(document)]
    for at, ref in _rows(document):
        if ref not in known:
            yield _unknown(language, document, at, ref, known)
    for at, ref in _first_rows(document):
        if ref not in known:
            yield _unknown(language, document, at, ref, known)
        elif ref not in grouped:
            yield Finding(document.place(at), "row-in-no-group", {}, ref)


def _unknown(language: Language, document: Document, at: Loc, ref: str, known: list[str]) -> Finding:
    """Return the finding on a row that is not known: of a pattern that is not published, or of none."""
    named = REF.fullmatch(ref)
    pattern = language.patterns.get(named["key"]) if named else None
    if pattern and not pattern.published:
        # Withdrawing a text must not wait for others to be edited.
        severity = Severity.WARNING if pattern.withdrawal else Severity.ERROR
        return not_alive(document.place(at), pattern, ref, severity)
    of_pattern = [one for one in known if pattern and one.startswith(f"{pattern.key}.")]
    return Finding(document.place(at), "unknown-row", {}, ref, among(ref, of_pattern or known))


def rows_stand_once(language: Language) -> Iterator[Finding]:
    """No row stands in two groups; a row that stands twice in one list is told by the check of all lists."""
    document = language.data_files.get("situations.yml")
    if document is None:
        return
    groups: dict[str, Loc] = {}
    for group in document.entries(("diagnosis", "groups")):
        for at, ref in document.words((*group, "rows")):
            if groups.setdefault(ref, group) != group:
                yield Finding(document.place(at), "row-in-two-groups", {}, ref)


def answers_differ(language: Language) -> Iterator[Finding]:
    """No two answers to the question of the diagnosis say the same."""
    document = language.data_files.get("situations.yml")
    if document is None:
        return
    first: dict[tuple[Edition, str], Loc] = {}
    for answer in document.entries(("diagnosis", "answers")):
        for edition in EDITIONS:
            for at, text in document.words((*answer, edition)):
                if first.setdefault((edition, text), at) != at:
                    yield Finding(document.place(at), "duplicate-item", {}, text)


def every_pattern_is_reached(language: Language) -> Iterator[Finding]:
    """Every published pattern is one to begin with for a row of a group; the page shows the rest without a group."""
    diagnosis = language.situations.diagnosis if language.situations else None
    if diagnosis is None:
        return
    document = language.data_files["situations.yml"]
    rows = signal_rows(language)
    reached = {
        pattern.key
        for group in diagnosis.groups
        for ref in group.rows
        if (row := rows.get(ref))
        for pattern in row.start
    }
    for pattern in language.published():
        # A file with a name that can't be a key is told of already.
        if pattern.key not in reached and slugify(pattern.key) == pattern.key:
            place = document.place(("diagnosis", "groups"), of_key=True)
            holes = {"row": f"{pattern.key}.1"}
            yield Finding(place, "pattern-in-no-group", holes, pattern.key, severity=Severity.WARNING)


def _rows(document: Document) -> Iterator[tuple[Loc, str]]:
    for group in document.entries(("diagnosis", "groups")):
        yield from document.words((*group, "rows"))


def _first_rows(document: Document) -> Iterator[tuple[Loc, str]]:
    yield from document.words(("diagnosis", "first"))
    for answer in document.entries(("diagnosis", "answers")):
        yield from document.words((*answer, "first"))
