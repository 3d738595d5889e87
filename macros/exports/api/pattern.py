"""A pattern as the API tells it."""

from macros.exports.api.models import base
from macros.exports.api.models import pattern as answers
from macros.exports.imprint import Imprint
from macros.exports.markdown import inline, prose
from macros.language.addresses import data, download, pattern_address
from macros.language.pattern import Pattern
from macros.model.example import Example
from macros.model.former_fields import FORMER_FIELDS, RECORDED, FormerField, heirs
from macros.model.run import Run
from macros.model.text import BasisText, ShortText, Variant
from macros.model.text_fields import TEXT_FIELDS, TextField
from macros.model.translated import Translated
from macros.view.blocks import Reader, plain, words
from macros.view.evidence import evidence


def translated(text: Translated, editions: list[Imprint]) -> base.Translated:
    """Return a text as Markdown in each edition that has it."""
    return base.Translated(
        **{
            edition.edition: inline(edition.reader().runs(text.texts[edition.edition]))
            for edition in editions
            if edition.edition in text.texts
        }
    )


def pattern_answer(pattern: Pattern, editions: list[Imprint]) -> answers.Pattern:
    """Return all there is of a pattern."""
    fields = pattern.fields
    language = editions[0].language
    return answers.Pattern(
        **_facts(pattern, editions[0]),
        levels=fields.levels,
        roles=fields.roles,
        can_start=fields.can_start,
        takes=fields.takes,
        phases=fields.phases,
        driving_force=fields.driving_force or "",
        answers=fields.answers,
        relations=[
            answers.Relation(
                kind=tie.kind, pattern=tie.pattern.id, why=translated(tie.why, editions) if tie.why else None
            )
            for tie in language.ties(pattern.key)
        ],
        sources=[
            answers.SourceUse(source=use.source, lesson=use.lesson, where=translated(use.where, editions))
            for use in fields.sources
        ],
        basis=answers.Basis(ours=_recorded(fields.basis.ours), partly=_recorded(fields.basis.partly)),
        cases=[case.key for case in language.cases_of(pattern.key)],
        **{
            edition.edition: _text(pattern, own, edition)
            for edition in editions
            if (own := pattern.own_text(edition.edition))
        },
    )


def entry_answer(pattern: Pattern, editions: list[Imprint]) -> answers.Entry:
    """Return what the list tells of a pattern."""
    return answers.Entry(
        **_facts(pattern, editions[0]),
        data=editions[0].url(data(f"patterns/{pattern.id}")),
        **{
            edition.edition: answers.Heading(**_heading(pattern, own, edition))
            for edition in editions
            if (own := pattern.own_text(edition.edition))
        },
    )


def _facts(pattern: Pattern, imprint: Imprint) -> dict[str, object]:
    successor = imprint.language.patterns.get(pattern.fields.successor or "")
    return {
        "id": pattern.id,
        "key": pattern.key,
        "chapter": pattern.chapter,
        "status": pattern.fields.status,
        "successor": successor.id if successor else None,
        "confidence": pattern.fields.confidence,
    }


def _heading(pattern: Pattern, own: ShortText, imprint: Imprint) -> dict[str, object]:
    return {
        "name": words(own.name),
        "revised": imprint.language.text_date(pattern, imprint.edition).day,
        "summary": inline(imprint.reader().runs(own.summary)),
        "permalink": imprint.permalink(pattern),
        "url": imprint.url(pattern_address(pattern, imprint.edition)),
    }


def _recorded(fields: list[str]) -> list[str]:
    return [RECORDED[field] for field in fields]


def _text(pattern: Pattern, own: ShortText, imprint: Imprint) -> answers.Text:
    reader = imprint.reader()

    def file(ending: str) -> str:
        return imprint.url(download(pattern.id, imprint.edition, ending))

    shown = imprint.view(pattern).picture
    return answers.Text(
        **_heading(pattern, own, imprint),
        **{RECORDED[name]: _value(getattr(own, name), field, reader) for name, field in answers.TOLD.items()},
        **{
            name: _former(name, former, own, reader) for name, former in FORMER_FIELDS.items() if former.kind != "parts"
        },
        picture=answers.Picture(shows=shown.text, svg=file("svg"), png=file("png")) if shown else None,
        evidence=plain(evidence(pattern, imprint.language, imprint.words)),
        downloads=answers.Downloads(
            pdf=file("pdf"), docx=file("docx"), odt=file("odt"), bib=file("bib"), ris=file("ris"), csl=file("json")
        ),
    )


def _value(value: object, field: TextField, reader: Reader) -> object:
    """Return the value of a field with its prose as Markdown."""

    def block(text: str | None) -> str | None:
        return prose(reader.blocks(text)) if text else text

    match value:
        case str():
            return block(value)
        case Run():
            return _run(value, reader)
        case BasisText():
            return answers.BasisText(source=block(value.source) or "", partly=block(value.partly))
        case list():
            return [_item(one, field, reader) for one in value]
        case dict():
            return {key: inline(reader.runs(text)) for key, text in value.items()}
    return None


def _former(name: str, former: FormerField, own: ShortText, reader: Reader) -> object:
    """Return what stands for a former field: what its heirs hold together, or what holds nothing."""
    values = [_value(getattr(own, heir), TEXT_FIELDS[heir], reader) for heir in heirs(name)]
    match former.kind:
        case "list":
            return [item for value in values for item in (value if isinstance(value, list) else [value]) if item]
        case "mapping":
            return {key: text for value in values if isinstance(value, dict) for key, text in value.items()}
        case "text":
            texts = "\n\n".join(value for value in values if isinstance(value, str))
            return texts or ("" if former.required else None)
    return None


def _item(value: object, field: TextField, reader: Reader) -> object:
    match value:
        case Example():
            text = prose(reader.blocks(value.prose))
            return answers.Example(kind=value.heading, case=value.case, source=value.source, text=text)
        case Variant():
            return answers.Variant(name=words(value.name), text=prose(reader.blocks(value.text)))
    return inline(reader.runs(str(value))) if field.use.section else words(str(value))


def _run(run: Run, reader: Reader) -> answers.Run:
    def line(text: str) -> str:
        return inline(reader.runs(text))

    return answers.Run(
        kind=run.kind,
        clients=run.clients,
        who=line(run.who),
        minutes=run.minutes,
        need=line(run.need),
        open=words(run.open),
        open_at=run.open_at,
        steps=[answers.RunStep(minutes=step.minutes, do=line(step.do)) for step in run.steps],
        leave_with=line(run.leave_with),
        stalls=line(run.stalls),
        ten_minutes=line(run.ten_minutes),
    )
