"""Notices on the editions: a text that is missing in one, or older than in another."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from macros.findings.finding import Finding, Severity
from macros.language.language import Language
from macros.model.editions import EDITIONS, Edition, others
from macros.yaml.document import Document, Loc


def patterns_are_in_every_edition(language: Language) -> Iterator[Finding]:
    """A pattern has a text in every edition, and so has what is written beside it in the editions that it has."""
    for document in [*language.documents.values(), *language.case_documents.values()]:
        if not isinstance(document.data, dict) or document.findings:
            continue
        written = [edition for edition in EDITIONS if edition in document.data]
        missing = [edition for edition in EDITIONS if edition not in written]
        if not written:
            yield Finding(document.place(), "no-text")
        elif missing:
            yield _notice(document, (), missing)
        yield from _missing(document, written)


def files_are_in_every_edition(language: Language) -> Iterator[Finding]:
    """What the files around the patterns hold has a text in every edition; of one that a file lacks, one notice."""
    for document in language.data_files.values():
        texts = _texts(document)
        written = [edition for edition in EDITIONS if any(edition in found for found in texts.values())]
        missing = [edition for edition in EDITIONS if edition not in written]
        if written and missing:
            yield _notice(document, (), missing)
        yield from _missing(document, written)


def _texts(document: Document) -> dict[Loc, set[str]]:
    """Return every mapping by edition with the editions that it has, but for the whole of a pattern."""
    texts: dict[Loc, set[str]] = defaultdict(set)
    for loc in document.keys:
        if len(loc) > 1 and loc[-1] in EDITIONS:
            texts[loc[:-1]].add(str(loc[-1]))
    return texts


def _missing(document: Document, wanted: Collection[str]) -> Iterator[Finding]:
    """Yield a notice for each mapping that lacks an edition which what it belongs to has: a step, and its route."""
    texts = _texts(document)
    for loc, found in texts.items():
        around = (loc[:end] for end in range(len(loc) - 1, 0, -1))
        expected = next((texts[outer] for outer in around if outer in texts), wanted)
        missing = [edition for edition in EDITIONS if edition in expected and edition not in found]
        if missing:
            yield _notice(document, loc, missing)


def _notice(document: Document, loc: Loc, missing: Iterable[Edition]) -> Finding:
    return Finding(
        document.place(loc, of_key=True),
        "edition-missing",
        {"editions": tuple(f"{edition}:" for edition in missing)},
        severity=Severity.NOTICE,
    )


def texts_are_equally_new(language: Language) -> Iterator[Finding]:
    """The text in one language is not older than in another."""
    for pattern in language.patterns.values():
        published = {edition: language.published_as(pattern, edition) for edition in pattern.editions}
        dated = {edition: text.text_date for edition, text in published.items() if text}
        for edition, own in dated.items():
            newer = [one for one in others(edition) if one in dated and own < dated[one]]
            if newer:
                there = max(newer, key=dated.__getitem__)
                yield Finding(
                    pattern.document.place((edition,), of_key=True),
                    "edition-older",
                    {"edition": there, "date": str(dated[there])},
                    str(own),
                    severity=Severity.NOTICE,
                )
