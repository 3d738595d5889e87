"""Checks that no lesson of the sources is lost on the way to the patterns."""

from collections.abc import Iterator

from macros.core.findings import Finding
from macros.core.language import Language, Pattern
from macros.core.reading import key_of


def every_lesson_is_carried(language: Language) -> Iterator[Finding]:
    """Each lesson stands in exactly one published pattern, or in a chapter's opening when it is a frame."""
    if not (language.sources and language.vocabulary):
        return
    carriers = language.carriers()
    framed = {(frame.source, frame.lesson) for chapter in language.vocabulary.chapters for frame in chapter.frames}
    claimed = _claimed(language)
    document = language.frames["sources.yml"]
    for number, source in enumerate(language.sources.sources):
        for index, lesson in enumerate(source.lessons):
            held = carriers.get((source.key, lesson.letter), [])
            place = document.place(("sources", number, "lessons", index, "letter"))
            told = f"{source.key} {lesson.letter}"
            if lesson.frame and (source.key, lesson.letter) not in framed:
                yield Finding(place, "lesson-lost.opening", written=told)
            elif not lesson.frame and not held and (source.key, lesson.letter) not in claimed:
                yield Finding(place, "lesson-lost.pattern", written=told)
            yield from _again(held, source.key, lesson.letter)


def _again(held: list[Pattern], source: str, letter: str) -> Iterator[Finding]:
    """Yield a finding for every place but the first that carries a lesson."""
    places = [
        (pattern, index)
        for pattern in {one.key: one for one in held}.values()
        for index, use in enumerate(pattern.fields.sources)
        if (use.source, use.lesson) == (source, letter)
    ]
    for pattern, index in places[1:]:
        yield Finding(
            pattern.document.place(("sources", index, "lesson")),
            "lesson-twice",
            {"holder": places[0][0].document.path},
            f"{source} {letter}",
        )


def _claimed(language: Language) -> set[tuple[str, str]]:
    """Return the lessons named in files that have findings of their own, or whose text was withdrawn.

    Mending the former brings their lessons back; withdrawing a text must not wait for others to be edited.
    """
    valid = {key for key, pattern in language.patterns.items() if pattern.withdrawal is None}
    return {
        (source, letter)
        for document in language.documents.values()
        if key_of(document) not in valid
        for entry in document.entries(("sources",))
        for _source_at, source in document.words((*entry, "source"))
        for _letter_at, letter in document.words((*entry, "lesson"))
    }
