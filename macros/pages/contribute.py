"""The page to contribute on: what one brings, the two forms, and the ways to send what was written."""

from dataclasses import asdict
from typing import Any, Final
from urllib.parse import quote, urlsplit

from markupsafe import Markup

from macros.checks.wording import wording
from macros.contributions.checking import MOST_READ
from macros.contributions.message import begin_mark, blank, end_mark, heading
from macros.contributions.questions import Form, Question, forms
from macros.contributions.signals import Signal, name_of, plain_words, rare, signals
from macros.findings.messages import LANGUAGES, catalogue
from macros.language.addresses import contribution_form
from macros.model.case import Case, PracticeCaseText
from macros.model.editions import Edition, others
from macros.pages.file_names import stem
from macros.pages.links import CONTRIBUTE
from macros.pages.renderer import Renderer
from macros.text.sentences import first_sentence

MOST_IN_A_LINK: Final = 1500
"""Characters of a message that every mail program takes over from a link; the shortest limit is about 2,000 encoded."""
_MOST_IN_AN_ADDRESS: Final = 7000
"""Of the address of a prefilled issue; GitHub answers 414 above about 8,000."""
_FOUND: Final = (
    "contribution.missing",
    "contribution.characters",
    "contribution.words",
    "contribution.identifying",
    "contribution.no-name",
    "contribution.name-unasked",
    "raw-html",
    "image",
    "link-target",
    "link-target.user",
    "jargon.told",
)
"""The findings of `macros.contributions.checking`, which the page makes in the browser."""
_SAID: Final = (
    "contribute_count",
    "contribute_count_over",
    "contribute_no_findings",
    "contribute_findings_one",
    "contribute_findings",
    "contribute_again",
    "contribute_empty",
    "contribute_attached",
    "contribute_copied",
    "contribute_not_copied",
    "contribute_saved",
    "contribute_opened",
    "contribute_not_opened",
    "contribute_replaces",
    "contribute_cleared",
    "contribute_saved_to_attach",
    "contribute_other_edition",
    "contribute_about",
    "contribute_about_opens",
    "contribute_to_form",
    "contribute_text_of",
)


def doors(renderer: Renderer) -> Markup:
    """Return the ten seconds, the two doors with their forms, and what their script needs."""
    words, publisher = renderer.words, renderer.settings.publisher
    read = bool(publisher.contact)
    chapters = _chapters(renderer)
    return renderer.render(
        "contribute.html",
        forms=list(forms().values()),
        sections=CONTRIBUTE,
        heading=heading,
        blank=blank,
        publisher=publisher,
        contact=Markup.escape(words.publisher_contact).format(contact=publisher.link) if read else "",
        reads=words.contribute_reads_text.format(reader=_reader(renderer)) if read else "",
        reader=_reader(renderer),
        reply=_reply(renderer) if read else "",
        example=_example(renderer),
        chapters=chapters,
        rules=renderer.places.page_if_there("house-rules"),
        mail_link=lambda form: mail_link(publisher.mail, form, renderer.edition, blank(form, renderer.edition)),
        issue_link=lambda form: renderer.settings.new_issue_url(form.title[renderer.edition]),
        host=urlsplit(renderer.settings.repository).hostname or "",
        saved=lambda form: f"{stem(form.name[renderer.edition], renderer.imprint)}.docx",
        word_form=lambda form: renderer.places.to(contribution_form(form.key, renderer.edition)),
        data=page_data(renderer.edition)
        | {
            "words": {key: words(key) for key in _SAID},
            "mail": publisher.mail,
            "others": _others(renderer.edition),
            "patterns": {one.id: renderer.places.permalink(one.id) for *_, row in chapters for one in row},
            "mostInLink": MOST_IN_A_LINK,
            "mostInAddress": _MOST_IN_AN_ADDRESS,
        },
    )


def page_data(edition: Edition) -> dict[str, Any]:
    """Return what the scripts need to write a message and to find what `findings_in` finds."""
    return {
        "end": end_mark(edition),
        "forms": {form.key: _form(form, edition) for form in forms().values()},
        "findings": {name: _words_of(name, edition) for name in _FOUND},
        "jargon": wording().jargon.get(edition, []),
        "signs": [_signal(one, edition) for one in signals()],
        "rare": [_signal(one, edition) for one in rare()],
        "plain": sorted(plain_words()),
        "mostRead": MOST_READ,
    }


def _others(edition: Edition) -> dict[str, Edition]:
    """Return the mark before a text of each form in another language, with that language."""
    return {begin_mark(form, one): one for one in others(edition) for form in forms().values() if form.name[one]}


def mail_link(mail: str, form: Form, edition: Edition, text: str) -> str:
    """Return the address that opens a mail with a text in it (RFC 6068: lines end in CR LF)."""
    subject = quote(form.title[edition], safe="")
    return f"mailto:{mail}?subject={subject}&body={quote(text.replace(chr(10), chr(13) + chr(10)), safe='')}"


def _form(form: Form, edition: Edition) -> dict[str, Any]:
    return {
        "begin": begin_mark(form, edition),
        "title": form.title[edition],
        "words": form.words,
        "questions": [_question(one, edition) for one in form.questions],
    }


def _question(question: Question, edition: Edition) -> dict[str, Any]:
    return {
        "key": question.key,
        "kind": question.kind,
        "required": question.required,
        "characters": question.characters,
        "heading": heading(question, edition),
        "read": question.told,
        "choices": {one.key: one.label[edition] for one in question.choices},
    }


def _words_of(name: str, edition: Edition) -> dict[str, str]:
    """Return the words of a finding, in the language of an edition or else the first that findings are in."""
    return asdict(catalogue()[name][edition if edition in LANGUAGES else LANGUAGES[0]])


def _signal(signal: Signal, edition: Edition) -> dict[str, Any]:
    return {
        "kind": signal.kind,
        "name": name_of(signal.kind, edition),
        "find": signal.compiled().pattern,
        "case": signal.case,
        "needs": signal.needs,
    }


def _reader(renderer: Renderer) -> str:
    """Return who reads a contribution first: by name or role, of whom."""
    words, publisher = renderer.words, renderer.settings.publisher
    reader = publisher.reader or words.contribute_reader
    return words.contribute_reader_of.format(reader=reader, name=publisher.name) if publisher.name else reader


def _reply(renderer: Renderer) -> str:
    days = renderer.settings.publisher.reply_days
    return renderer.words.contribute_reply.format(days=days) if days else renderer.words.contribute_no_reply


def _example(renderer: Renderer) -> tuple[Case, str, str] | None:
    """Return a case that a reader told, the way to it, and what it says of who told it; None where there is none."""
    told = sorted(
        (case for case in renderer.language.cases.values() if case.from_practice),
        key=lambda case: (case.foreign(renderer.edition) is not None, case.name(renderer.edition)),
    )
    for case in told:
        text = case.text(renderer.edition)
        if isinstance(text, PracticeCaseText):
            return case, renderer.places.case(case), first_sentence(renderer.plain(case, text.known))
    return None


def _chapters(renderer: Renderer) -> list[tuple[str, Edition | None, list[Any]]]:
    """Return each chapter with patterns: its name, its language where that is not the edition's, its patterns."""
    language, edition = renderer.language, renderer.edition
    rows = [(one.of(edition).name, one.foreign(edition), language.in_chapter(one.key)) for one in language.chapters()]
    return [row for row in rows if row[2]]
