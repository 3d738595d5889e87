"""Checks that no lesson of the sources is lost on the way to the patterns."""

from collections.abc import Iterator

from macros.core.findings import Finding
from macros.core.language import Language


def every_lesson_is_carried(language: Language) -> Iterator[Finding]:
    """Each lesson stands in exactly one published pattern, or in a chapter's opening when it is a frame."""
    if not (language.sources and language.vocabulary):
        return
    carriers = language.carriers()
    framed = {(frame.source, frame.lesson) for chapter in language.vocabulary.chapters for frame in chapter.frames}
    document = language.frames["sources.yml"]
    for number, source in enumerate(language.sources.sources):
        for index, lesson in enumerate(source.lessons):
            held = carriers.get((source.key, lesson.letter), [])
            place = document.place(("sources", number, "lessons", index, "letter"))
            told = f"{source.key} {lesson.letter}"
            if lesson.frame and (source.key, lesson.letter) not in framed:
                yield Finding(
                    place,
                    "lesson-lost",
                    "no chapter opening tells this lesson",
                    told,
                    "frames: of a chapter in patterns/language.yml",
                )
            elif not lesson.frame and not held:
                yield Finding(
                    place,
                    "lesson-lost",
                    "no published pattern carries this lesson",
                    told,
                    "sources: of the pattern it belongs to",
                )
            for pattern in held[1:]:
                at = next(
                    i
                    for i, use in enumerate(pattern.fields.sources)
                    if (use.source, use.lesson) == (source.key, lesson.letter)
                )
                yield Finding(
                    pattern.document.place(("sources", at, "lesson")),
                    "lesson-twice",
                    f"{held[0].key} already carries this lesson",
                    told,
                    "leave out lesson: to name the source as support only",
                )
