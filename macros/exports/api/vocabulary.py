"""The files around the patterns as the API tells them: vocabulary, sources, routes and situations."""

from collections.abc import Iterable

from macros.exports.api.models import vocabulary as answers
from macros.exports.api.pattern import translated
from macros.exports.imprint import Imprint
from macros.exports.markdown import inline, prose
from macros.language.addresses import chapter_address
from macros.language.pattern import Pattern
from macros.model import vocabulary as model
from macros.model.base import ENGLISH
from macros.model.disagreements import Disagreements, DisagreementText
from macros.model.situations import Situations
from macros.view.blocks import words


def language_answer(vocabulary: model.Vocabulary, editions: list[Imprint]) -> answers.Language:
    """Return the vocabulary and the chapters."""

    def terms(those: list[model.Term]) -> list[answers.Term]:
        return [_term(one, editions) for one in those]

    return answers.Language(
        chapters=[_chapter(chapter, editions) for chapter in vocabulary.chapters],
        levels=terms(vocabulary.levels),
        roles=terms(vocabulary.roles),
        phases=terms(vocabulary.phases),
        driving_forces=terms(vocabulary.driving_forces),
        stagnations=terms(vocabulary.stagnations),
        takes=terms(vocabulary.takes),
        confidence=terms(vocabulary.confidence),
    )


def _term(term: model.Term, editions: list[Imprint]) -> answers.Term:
    words_in = {
        edition.edition: answers.Word(**_word(term.texts[edition.edition], edition))
        for edition in editions
        if edition.edition in term.texts
    }
    return answers.Term(key=term.key, **words_in)


def _word(text: model.TermText, imprint: Imprint) -> dict[str, str]:
    return {"name": words(text.name), "explanation": inline(imprint.reader().runs(text.explanation))}


def _chapter(chapter: model.Chapter, editions: list[Imprint]) -> answers.Chapter:
    openings = {
        edition.edition: answers.Opening(
            **_word(chapter.texts[edition.edition], edition),
            opening=prose(edition.reader().blocks(chapter.texts[edition.edition].opening)),
            url=edition.url(chapter_address(chapter, edition.edition)),
        )
        for edition in editions
        if edition.edition in chapter.texts
    }
    patterns = _numbers(editions[0].language.in_chapter(chapter.key))
    return answers.Chapter(key=chapter.key, patterns=patterns, **openings)


def _numbers(patterns: Iterable[Pattern]) -> list[int]:
    return [pattern.id for pattern in patterns]


def _known(keys: list[str], imprint: Imprint) -> list[int]:
    patterns = imprint.language.patterns
    return _numbers(patterns[key] for key in keys if not patterns[key].draft)


def sources_answer(sources: model.Sources, editions: list[Imprint]) -> answers.Sources:
    """Return the sources, with the patterns that carry each lesson."""
    carriers = editions[0].language.carriers()

    def lesson(source: model.Source, one: model.Lesson) -> answers.Lesson:
        gist = {
            edition.edition: inline(edition.reader().runs(one.texts[edition.edition]))
            for edition in editions
            if edition.edition in one.texts
        }
        carried = _numbers(carriers.get((source.key, one.letter), []))
        return answers.Lesson(letter=one.letter, where=translated(one.where, editions), patterns=carried, **gist)

    return answers.Sources(
        sources=[
            answers.Source(
                key=source.key,
                title=words(source.title),
                title_en=words(source.titles.texts.get(ENGLISH, source.title)),
                titles={edition: words(title) for edition, title in source.titles.texts.items()},
                author=source.author,
                organisation=source.organisation,
                year=source.year,
                url=source.url,
                date=translated(source.date, editions),
                kind=translated(source.kind, editions),
                note=translated(source.note, editions),
                lessons=[lesson(source, one) for one in source.lessons],
            )
            for source in sources.sources
        ]
    )


def routes_answer(routes: model.Routes, editions: list[Imprint]) -> answers.Routes:
    """Return the reading routes."""
    told = []
    for route in routes.routes:
        texts = {
            edition.edition: answers.RouteText(
                name=words(route.texts[edition.edition].name),
                summary=inline(edition.reader().runs(route.texts[edition.edition].summary)),
            )
            for edition in editions
            if edition.edition in route.texts
        }
        steps = [
            answers.Step(pattern=number, why=translated(step.why, editions))
            for step in route.steps
            for number in _known([step.pattern], editions[0])
        ]
        told.append(answers.Route(key=route.key, role=route.role, steps=steps, **texts))
    return answers.Routes(routes=told)


def disagreements_answer(found: Disagreements, editions: list[Imprint]) -> answers.Disagreements:
    """Return where the sources disagree."""

    def text(one: DisagreementText, imprint: Imprint) -> answers.DisagreementText:
        reader = imprint.reader()
        return answers.DisagreementText(
            question=inline(reader.runs(one.question)),
            decision=inline(reader.runs(one.decision)),
            sides=[
                answers.Side(
                    position=inline(reader.runs(side.position)),
                    source=inline(reader.runs(side.source)),
                    ours=inline(reader.runs(side.ours)),
                )
                for side in one.sides
            ],
        )

    return answers.Disagreements(
        disagreements=[
            answers.Disagreement(
                key=one.key,
                patterns=_known(one.patterns, editions[0]),
                **{
                    edition.edition: text(one.texts[edition.edition], edition)
                    for edition in editions
                    if edition.edition in one.texts
                },
            )
            for one in found.disagreements
        ]
    )


def situations_answer(situations: Situations, editions: list[Imprint]) -> answers.Situations:
    """Return the diagnosis."""
    here = editions[0]
    return answers.Situations(
        levels=[_term(level, editions) for level in situations.matrix_levels],
        matrix=[
            answers.Cell(
                stagnation=cell.stagnation,
                level=cell.level,
                symptom=translated(cell.symptom, editions),
                basis=cell.basis,
                start=_known(cell.start, here),
                then=_known(cell.then, here),
            )
            for cell in situations.matrix
        ],
        springs=[
            answers.Spring(
                see=translated(spring.see, editions),
                strong=spring.strong,
                dry=spring.dry,
                go_to=_known(spring.go_to, here),
                basis=spring.basis,
            )
            for spring in situations.springs
        ],
        signals=[
            answers.Signal(
                key=signal.key,
                signal=translated(signal.signal, editions),
                source=signal.source,
                basis=signal.basis,
                stagnation=signal.stagnation,
                start=_known(signal.start, here),
                then=_known(signal.then, here),
            )
            for signal in situations.signals
        ],
    )
