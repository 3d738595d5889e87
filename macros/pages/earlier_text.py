"""The page of a text as it once was published, with what has changed since."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup, escape

from macros.findings.finding import Place
from macros.language.address_targets import earlier_texts
from macros.language.addresses import pattern_address, permalink, version_address
from macros.language.language import Language
from macros.language.pattern import Pattern
from macros.model.editions import EDITIONS
from macros.model.former_fields import field_named, same_words
from macros.pages.page import Page
from macros.pages.renderer import Renderer
from macros.record.published_text import PublishedText
from macros.record.sections import MOVES, NAMED_PARTS, TextSection, with_names
from macros.view.comparison import compare
from macros.view.section_names import FORMER, section_names
from macros.view.sections import role_names

_NOT_SECTIONS = ("name", "summary")
"""What a page shows at its top, without a heading."""
_TEXT = "text"
"""The part of an entry that is read as text; the other ones say what it is."""


@dataclass(frozen=True, slots=True)
class Part:
    """One section of the text as a page shows it: the id and words of its heading, and its texts.

    Attributes:
        id, heading: of the heading.
        former: the name of the section that answers too; empty when it is the same.
        labels: what stands before each text: a name, or the kind of an example; empty for nothing.
        items: the texts, as prose.
    """

    id: str
    former: str
    heading: str
    labels: list[str]
    items: list[str]


@dataclass(frozen=True, slots=True)
class Change:
    """One part of the text that differs from today's: its heading and its words, with what went and what came."""

    heading: Markup
    words: Markup


def earlier_pages(home: Renderer) -> Iterator[Page]:
    """Yield the page of every text that was published under a date and is no longer the one of today."""
    language, edition = home.language, home.edition
    for pattern in language.patterns.values():
        earlier = earlier_texts(language, pattern)
        dated = {(text.edition, text.text_date) for text in earlier}
        for text in [one for one in earlier if one.edition == edition]:
            yield Page(
                macro="version_page",
                arguments=(pattern.key, str(text.text_date)),
                edition=edition,
                # Where another edition has no text of this date, its page of today is the nearest.
                addresses={
                    one: version_address(pattern.id, text.text_date, one)
                    if (one, text.text_date) in dated
                    else permalink(pattern.id, one)
                    for one in EDITIONS
                },
                title=f"{text.name or pattern.name(edition)} ({text.date})",
                description="",
                source=Place(text.path),
                html=partial(version_page, pattern=pattern, text=text),
                revised=text.text_date.day.isoformat(),
                canonical=pattern_address(pattern, edition),
            )


def version_page(renderer: Renderer, pattern: Pattern, text: PublishedText) -> Markup:
    """Return the page of a published text: the text as it was, or that it was withdrawn, and the way to today's."""
    edition, language = renderer.edition, renderer.language
    withdrawal = language.withdrawals.of(text)
    sections = [] if withdrawal else text.sections
    changed_in, changed = _changed_after(language, text) if not withdrawal else ("", "")
    own = pattern.own_text(edition) if not pattern.withdrawal else None
    today = language.sections(pattern, edition)[0] if own else []
    return renderer.render(
        "version.html",
        withdrawal=withdrawal,
        withdrawn_on=renderer.words.day(withdrawal.since) if withdrawal else "",
        changed=changed,
        changed_in=changed_in if changed_in != edition else "",
        day=renderer.words.text_date(text.text_date),
        name=text.name or pattern.name(edition),
        pattern=pattern,
        summary=_one(sections, "summary", text),
        sections=[_part(section, text, renderer) for section in sections if section.heading not in _NOT_SECTIONS],
        changes=_changes(sections, today, text, renderer) if sections and today else [],
        today_href=renderer.places.pattern(pattern.key),
        permalink_shown=renderer.settings.shown_url(version_address(pattern.id, text.text_date, edition)),
    )


def _changed_after(language: Language, text: PublishedText) -> tuple[str, str]:
    """Return what a writer said of the text that came after this one, after its language; empty when nobody did."""
    texts = language.record.of(text.number, text.edition)
    after = next((one for one in texts if one.text_date > text.text_date), None)
    said: dict[str, str] = dict(after.changed.items()) if after else {}
    shown_in = text.edition if text.edition in said else next(iter(said), "")
    return shown_in, said.get(shown_in, "")


def _one(sections: list[TextSection], heading: str, text: PublishedText) -> str:
    return next((with_names(one.text or "", text.names) for one in sections if one.heading == heading), "")


def _part(section: TextSection, text: PublishedText, renderer: Renderer) -> Part:
    """Return a section with its heading in the words of today, or those that its field had last."""
    words, field = renderer.words, field_named(section.heading)
    items = [with_names(item, text.names) for item in [*([section.text] if section.text else []), *section.items]]
    labels = [""] * len(items)
    for entry in section.entries:
        labels.append(_label(section.heading, entry, text, renderer))
        items.append(_said(entry, text, renderer))
    of_examples = section.heading == "examples"  # its entries say what they are
    former = FORMER.get(field, field)
    name = section_names(words.edition).get(field, field)
    return Part(
        name,
        former if former != name else "",
        words.listing(dict.fromkeys(labels)) if of_examples else words.of(field),
        [""] * len(items) if of_examples else labels,
        items,
    )


def _said(entry: dict[str, str], text: PublishedText, renderer: Renderer) -> str:
    """Return what an entry says; how long a run takes is recorded as a number alone."""
    said = entry.get(_TEXT, "")
    if entry.get("name") == "minutes" and said.isdecimal():
        return renderer.words.minutes(int(said))
    return with_names(said, text.names)


def _label(heading: str, entry: dict[str, str], text: PublishedText, renderer: Renderer) -> str:
    """Return what an entry is: its kind or its part in the words of the edition, or else its name as it stands."""
    words = renderer.words
    if "kind" in entry:
        return words.of(entry["kind"])
    if "minutes" in entry:
        return words.minutes(int(entry["minutes"]))
    name = entry.get("name", "")
    if heading == MOVES:
        return text.roles.get(name) or role_names(renderer.language, renderer.edition).get(name, (name, None))[0]
    return words.of(f"{heading}_{name}") if heading in NAMED_PARTS else name


def _changes(
    then: list[TextSection], today: list[TextSection], text: PublishedText, renderer: Renderer
) -> list[Change]:
    """Return every part whose words differ, compared with today's; one that was split, with all that it became."""
    before, after = (_plain(sections, text, renderer) for sections in (then, today))
    changes = []
    for part in dict.fromkeys([*after, *before]):
        heading, new = after.get(part, ("", ""))
        old_heading, old = before.get(part, ("", ""))
        if (old_heading, old) != (heading, new):
            changes.append(Change(_headings(old_heading, heading), compare(old, new)))
    return changes


def _headings(before: str, after: str) -> Markup:
    """Return the heading of a part that changed; both where it has another one now."""
    if before and after and before != after:
        return Markup("<del>{}</del> <ins>{}</ins>").format(before, after)
    return escape(after or before)


def _plain(
    sections: list[TextSection], text: PublishedText, renderer: Renderer
) -> dict[frozenset[str], tuple[str, str]]:
    """Return the heading and the plain words of each part: of sections that share words over time, as one."""
    parts: dict[frozenset[str], tuple[list[str], list[str]]] = {}
    for section in sections:
        part = _part(section, text, renderer)
        headings, said = parts.setdefault(same_words(section.heading), ([], []))
        headings.append(renderer.words.pattern if section.heading == "name" else part.heading)
        for label, item in zip(part.labels, part.items, strict=True):
            said.append(renderer.prose.plain(f"{label}: {item}" if label else item))
    return {names: (renderer.words.listing(headings), " ".join(said)) for names, (headings, said) in parts.items()}
