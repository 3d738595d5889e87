"""Checks that no lesson of the sources is lost on the way to the patterns."""

from collections.abc import Iterator

from macros.findings.finding import Finding
from macros.language.language import Language
from macros.language.pattern import Pattern


def every_lesson_is_carried(language: Language) -> Iterator[Finding]:
    """Each lesson stands in a published pattern, or in a chapter's opening when it is a frame."""
    if not (language.sources and language.vocabulary):
        return
    carriers, withdrawn = language.carriers(), _withdrawn(language)
    framed = {(frame.source, frame.lesson) for chapter in language.vocabulary.chapters for frame in chapter.frames}
    document = language.data_files["sources.yml"]
    for number, source in enumerate(language.sources.sources):
        for index, lesson in enumerate(source.lessons):
            held = carriers.get((source.key, lesson.letter), [])
            place = document.place(("sources", number, "lessons", index, "letter"))
            told = f"{source.key} {lesson.letter}"
            if lesson.frame and (source.key, lesson.letter) not in framed:
                yield Finding(place, "lesson-lost.opening", written=told)
            elif not lesson.frame and not held and (source.key, lesson.letter) not in withdrawn:
                yield Finding(place, "lesson-lost.pattern", written=told)


def no_lesson_is_carried_twice(language: Language) -> Iterator[Finding]:
    """Each lesson stands in one published pattern at most."""
    for (source, letter), held in language.carriers().items():
        yield from _again(held, source, letter)


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


def _withdrawn(language: Language) -> set[tuple[str, str]]:
    """Return the lessons of the patterns whose text was withdrawn, which must not wait for others to be edited."""
    return {
        (use.source, use.lesson)
        for pattern in language.patterns.values()
        if pattern.withdrawal is not None
        for use in pattern.fields.sources
        if use.lesson
    }
