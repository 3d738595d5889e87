"""Checks on where a file lies and what it is called."""

import re
from collections.abc import Iterator

from macros.findings.finding import NO_ADVICE, Advice, Finding, Place, among
from macros.language.language import Language
from macros.language.pattern import chapter_of, key_of
from macros.model.values import KEY
from macros.text.slugs import slugify


def chapters_are_known(language: Language) -> Iterator[Finding]:
    """A pattern's folder is a chapter of language.yml."""
    if not language.vocabulary:
        return
    known = [chapter.key for chapter in language.vocabulary.chapters]
    for path, document in language.documents.items():
        if chapter_of(document) not in known:
            yield Finding(
                Place(path),
                "unknown-chapter",
                {},
                chapter_of(document),
                among(chapter_of(document), known),
            )


def keys_are_plain(language: Language) -> Iterator[Finding]:
    """The name of the file of a pattern or a case can serve as its key."""
    for path, document in (language.documents | language.case_documents).items():
        key = key_of(document)
        if not re.fullmatch(KEY, key):
            better = slugify(key)
            yield Finding(Place(path), "wrong-key", {}, key, Advice((f"{better}.yml",)) if better else NO_ADVICE)
