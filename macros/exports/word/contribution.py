"""The questions of a form for a contribution as a Word file: a field under each question, to fill in.

The text of a filled-in form is that of a message (`macros.contributions.message`). A field that still shows what to
fill in counts as empty: Word and LibreOffice mark it as such (`showingPlcHdr`).
"""

from collections.abc import Iterator
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from macros.contributions.message import begin_mark, end_mark, heading, placeholder
from macros.contributions.questions import Form, Question, forms
from macros.exports.imprint import Imprint, midnight
from macros.exports.properties import Properties
from macros.exports.word.body import Body
from macros.exports.word.package import word_file
from macros.language.addresses import contribution_form
from macros.model.editions import Edition
from macros.view.blocks import Heading, Paragraph, Run, Runs

_NUMBER: Final = 1
"""Of the only body in the document."""


def contribution_forms(imprint: Imprint) -> Iterator[tuple[str, bytes]]:
    """Yield the address and content of the Word file of each form."""
    for form in forms().values():
        yield contribution_form(form.key, imprint.edition), word_form(form, imprint)


def word_form(form: Form, imprint: Imprint) -> bytes:
    """Return a form as a Word file."""
    edition, words = imprint.edition, imprint.words
    properties = Properties(
        title=form.title[edition],
        author=imprint.author,
        subject=words.contribute_word_do,
        language=edition,
        made=midnight(imprint.revised()),
        site=imprint.name,
        address=imprint.url(contribution_form(form.key, edition)),
    )
    body = Body(_NUMBER, edition)
    body.add([Heading(1, (Run(form.title[edition]),))])
    body.add(_said(imprint))
    body.parts.append(body.paragraph((Run(begin_mark(form, edition)),)))
    for question in form.questions:
        body.parts.append(body.paragraph((Run(heading(question, edition), strong=True),), properties="<w:keepNext/>"))
        body.parts.append(_field(question, edition))
    body.parts.append(body.paragraph((Run(end_mark(edition)),)))
    return word_file([body], properties)


def _said(imprint: Imprint) -> Iterator[Paragraph]:
    """Yield what to know before writing. Who reads along may change: the page says how to send the form in."""
    words = imprint.words
    pages = {
        one.id: imprint.url(one.address) for one in imprint.language.pages.values() if one.edition == imprint.edition
    }
    rules, page = pages.get("house-rules"), pages.get("contribute")
    yield Paragraph((Run(f"{words.contribute_leave_out} "), *_linked(words.contribute_rules, rules)))
    if rules:
        helped = _linked(words.contribute_call_help, f"{rules}#gevaar")
        yield Paragraph((Run(f"{words.contribute_danger} ", strong=True), *helped))
    yield Paragraph((Run(words.contribute_word_fill),))
    if page:
        yield Paragraph(_linked(words.contribute_word_send, page))
    yield Paragraph((Run(words.contribute_promise),))
    yield Paragraph((Run(words.contribute_licence),))


def _linked(words: str, address: str | None) -> Runs:
    """Return words with an address behind them, readable on paper too; nothing without an address."""
    return (Run(f"{words} "), Run(address, url=address)) if address else ()


def _field(question: Question, edition: Edition) -> str:
    """Return the field for an answer, which shows what to fill in until somebody does."""
    label = question.label[edition]
    shown = placeholder(question, edition)
    if question.choices:
        options = [one.label[edition] for one in question.choices]
        rows = "".join(f"<w:listItem w:displayText={quoteattr(one)} w:value={quoteattr(one)}/>" for one in options)
        kind = f"<w:dropDownList>{rows}</w:dropDownList>"
    else:
        # LibreOffice drops the line breaks in a field of plain text, and keeps the paragraphs in one of rich text.
        kind = "<w:richText/>" if question.kind == "text" else "<w:text/>"
    return (
        f"<w:sdt><w:sdtPr><w:alias w:val={quoteattr(label)}/><w:tag w:val={quoteattr(question.key)}/>"
        f'<w:id w:val="{question.number}"/><w:showingPlcHdr/>{kind}</w:sdtPr>'
        f'<w:sdtContent><w:p><w:r><w:rPr><w:color w:val="595959"/></w:rPr><w:t>{escape(shown)}</w:t></w:r></w:p>'
        "</w:sdtContent></w:sdt>"
    )
