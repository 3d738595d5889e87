"""The page of a text as it once was published, with what has changed since."""

from dataclasses import dataclass, replace

from markupsafe import Markup

from macros.core.addresses import version_address
from macros.core.language import Pattern
from macros.core.sections import SECTIONS
from macros.core.versions import KeptVersion
from macros.rendering.comparison import compare
from macros.rendering.renderer import Renderer
from macros.rendering.sheet import Section, Sheet, sheet
from macros.rendering.words import Words


@dataclass(frozen=True, slots=True)
class Change:
    """One part of the text that differs from today's: its heading, and the words with what went and what came."""

    heading: str
    words: Markup


def version_page(renderer: Renderer, pattern: Pattern, kept: KeptVersion, site_url: str) -> Markup:
    """Return the page of a kept text: the text as it was, or that it was withdrawn, and the way to today's."""
    edition, version = renderer.edition, kept.version
    text = version.text(edition)
    today = sheet(pattern, renderer.language, edition)
    then = None
    if text:
        past = replace(pattern, fields=pattern.fields.model_copy(update={"texts": {edition: text}}))
        then = sheet(past, renderer.language, edition)
    return renderer.render(
        "version.html",
        version=version,
        withdrawn=version.withdrawn,
        day=renderer.words.day(version.date),
        name=text.name if text else pattern.name(edition),
        pattern=pattern,
        then=then,
        sections=_parts(then, renderer.words) if then else [],
        changes=_changes(then, today, renderer) if then else [],
        today_href=renderer.places.pattern(pattern.key),
        permalink_shown=site_url.rsplit("://", maxsplit=1)[-1] + version_address(pattern.id, version.date, edition),
    )


def _parts(laid_out: Sheet, words: Words) -> list[Section]:
    """Return the sections of a text in the order of the page, examples and variants among them."""
    found = dict(laid_out.sections)
    # A page shows these two with their source and under their own names; for a text of before, the words are enough.
    found["examples"] = Section(
        "examples",
        SECTIONS["examples"],
        words.listing(dict.fromkeys(words(example.kind) for example, _source in laid_out.examples)),
        [example.text for example, _source in laid_out.examples],
    )
    if laid_out.variants:
        texts = [f"{variant.name}: {variant.text}" for variant in laid_out.variants]
        found["variants"] = Section("variants", SECTIONS["variants"], words.variants, texts)
    return [found[field] for field in SECTIONS if field in found]


def _changes(then: Sheet, today: Sheet, renderer: Renderer) -> list[Change]:
    """Return every part whose words differ, compared with today's."""
    words, plain = renderer.words, renderer.prose.plain
    before = {"name": (words.pattern, then.text.name), "summary": (words.summary, plain(then.text.summary))}
    after = {"name": (words.pattern, today.text.name), "summary": (words.summary, plain(today.text.summary))}
    for texts, laid_out in ((before, then), (after, today)):
        for part in _parts(laid_out, words):
            texts[part.field] = (part.heading, " ".join(plain(item) for item in part.items))
    changes = []
    for field in dict.fromkeys([*after, *before]):
        heading, new = after.get(field, ("", ""))
        old_heading, old = before.get(field, ("", ""))
        if old != new:
            changes.append(Change(heading or old_heading, compare(old, new)))
    return changes
