"""A case as the API tells it."""

from macros.exports.api.models import case as answers
from macros.exports.api.pattern import translated
from macros.exports.imprint import Imprint
from macros.exports.markdown import prose
from macros.language.addresses import case_address, data
from macros.model.case import Case, PracticeCaseText, SourceCase
from macros.view.blocks import words
from macros.view.cases import patterns_of


def case_answer(case: Case, editions: list[Imprint]) -> answers.Case:
    """Return all there is of a case."""
    here, fields = editions[0], case.fields
    from_source = fields if isinstance(fields, SourceCase) else None
    return answers.Case(
        key=case.key,
        kind=fields.kind,
        source=case.source or None,
        where=translated(from_source.where, editions) if from_source else None,
        year=from_source.year if from_source else None,
        patterns=[pattern.id for pattern in patterns_of(case, here.language)],
        data=here.url(data(f"cases/{case.key}")),
        **{edition.edition: _text(case, edition) for edition in editions if edition.edition in case.editions},
    )


def _text(case: Case, imprint: Imprint) -> answers.CaseText:
    own = case.text(imprint.edition)
    reader = imprint.reader()

    def block(text: str) -> str:
        return prose(reader.blocks(text))

    name, url = words(own.name), imprint.url(case_address(case, imprint.edition))
    if isinstance(own, PracticeCaseText):
        return answers.CaseText(
            name=name,
            url=url,
            organisation=words(own.organisation),
            period=words(own.period),
            did=block(own.did),
            said=block(own.said),
            result=block(own.result),
            known=block(own.known),
        )
    return answers.CaseText(name=name, url=url, story=block(own.story), untold=block(own.untold))
