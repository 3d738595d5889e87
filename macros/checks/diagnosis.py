"""Checks that the diagnosis and the routes speak in the words of the vocabulary, and that the matrix is whole."""

from collections.abc import Iterator

from macros.findings.finding import Finding, among
from macros.language.language import Language
from macros.yaml.document import Document, Loc


def words_are_known(language: Language) -> Iterator[Finding]:
    """Stagnations, forces, levels and roles in situations.yml and routes.yml are words of language.yml."""
    if not language.vocabulary:
        return
    in_file = "patterns/language.yml"
    stagnations = ([term.key for term in language.vocabulary.stagnations], f"{in_file}: stagnations")
    forces = ([term.key for term in language.vocabulary.driving_forces], f"{in_file}: driving_forces")
    roles = ([term.key for term in language.vocabulary.roles], f"{in_file}: roles")
    if routes := language.data_files.get("routes.yml"):
        yield from _unknown(routes, ("routes",), ("role",), roles)
    situations = language.data_files.get("situations.yml")
    if situations is None:
        return
    rows = situations.entries(("matrix_levels",))
    levels = (
        [key for row in rows for _at, key in situations.words((*row, "key"))],
        f"{situations.path}: matrix_levels",
    )
    for table in (("matrix",), ("signals",), ("compass", "passages")):
        yield from _unknown(situations, table, ("stagnation",), stagnations)
    yield from _unknown(situations, ("matrix",), ("level",), levels)
    yield from _unknown(situations, ("springs",), ("strong", "dry"), forces)
    yield from _unknown(situations, ("compass", "forces"), ("force",), forces)
    yield from _unknown(situations, ("diagnosis", "answers"), ("force",), forces)
    yield from _unknown(situations, ("compass", "passages"), ("out_of", "into"), forces)


def _unknown(
    document: Document, table: Loc, columns: tuple[str, ...], words: tuple[list[str], str]
) -> Iterator[Finding]:
    known, where = words
    for row in document.entries(table):
        for column in columns:
            for at, word in document.words((*row, column)):
                if word not in known:
                    yield Finding(document.place(at), "unknown-word", {"list": where}, word, among(word, known))


def matrix_is_whole(language: Language) -> Iterator[Finding]:
    """Every stagnation meets every level in exactly one cell."""
    if not (language.vocabulary and language.situations):
        return
    document = language.data_files["situations.yml"]
    cells = [(cell.stagnation, cell.level) for cell in language.situations.matrix]
    seen: set[tuple[str, str]] = set()
    for index, cell in enumerate(cells):
        if cell in seen:
            yield Finding(document.place(("matrix", index)), "duplicate-cell", written=" / ".join(cell))
        seen.add(cell)
    for stagnation in language.vocabulary.stagnations:
        for level in language.situations.matrix_levels:
            if (stagnation.key, level.key) not in seen:
                yield Finding(
                    document.place(("matrix",), of_key=True),
                    "missing-cell",
                    {"stagnation": stagnation.key, "level": level.key},
                )


def routes_move_on(language: Language) -> Iterator[Finding]:
    """No route passes a pattern twice."""
    if not language.routes:
        return
    document = language.data_files["routes.yml"]
    for number, route in enumerate(language.routes.routes):
        passed: set[str] = set()
        for index, step in enumerate(route.steps):
            if step.pattern in passed:
                yield Finding(
                    document.place(("routes", number, "steps", index, "pattern")),
                    "duplicate-step",
                    written=step.pattern,
                )
            passed.add(step.pattern)
