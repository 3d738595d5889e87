"""Checks on the pictures of patterns."""

from collections.abc import Iterator

from macros.findings.finding import Finding, Place, among
from macros.language.language import Language
from macros.pictures.collection import EMBLEM, SYMBOLS, is_emblem, source_of


def pictures_are_whole(language: Language) -> Iterator[Finding]:
    """Every picture can be drawn and keeps the rules, and so do the symbols."""
    pictures = language.pictures
    paths = pictures.paths()
    if paths and SYMBOLS not in pictures.files:
        yield Finding(Place(SYMBOLS), "unreadable.missing")
        return
    yield from pictures.symbols.findings
    if pictures.symbols.findings:
        return  # a picture is not blamed for its symbols
    for path in paths:
        yield from pictures.at(path).findings


def pictures_have_text(language: Language) -> Iterator[Finding]:
    """A picture has a text that says what it shows, and such a text has a picture."""
    for path in language.pictures.files:
        if path == SYMBOLS or is_emblem(path):
            continue
        document = language.documents.get(f"{path.removesuffix('.svg')}.yml")
        if document is None:
            yield Finding(Place(path), "picture-pair.pattern", {"path": f"{path.removesuffix('.svg')}.yml"})
        elif isinstance(document.data, dict) and "picture" not in document.data:
            yield Finding(document.place(), "picture-pair.text", {"path": path})
    for path, document in language.documents.items():
        drawing = source_of(path)
        if isinstance(document.data, dict) and "picture" in document.data and drawing not in language.pictures.files:
            place = document.place(("picture",), of_key=True)
            yield Finding(place, "picture-pair.file", {"path": drawing})


def emblems_have_a_chapter(language: Language) -> Iterator[Finding]:
    """An emblem lies in the folder of a chapter, and no pattern has its name."""
    known = [chapter.key for chapter in language.chapters()]
    for path in language.pictures.files:
        folder = path.split("/")[1]
        if is_emblem(path) and known and folder not in known:
            yield Finding(Place(path), "unknown-chapter", {}, folder, among(folder, known))
    for path in language.documents:
        if is_emblem(source_of(path)):
            yield Finding(Place(path), "wrong-key.emblem", {}, EMBLEM)
