"""What search reads of a pattern: its words under its headings, without the page's tools, facts and menus."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from macros.model.sections import SECTIONS
from macros.view.labels import Labels
from macros.view.pattern_view import PatternView
from macros.view.prose import Prose


@dataclass(frozen=True, slots=True)
class Searched:
    """A part of a page for the search index.

    Attributes:
        section: the id of its section, empty for what the page begins with.
        title: its heading, in plain words.
        paragraphs: its text, in plain words; results show the first of a page.
    """

    section: str
    title: str
    paragraphs: tuple[str, ...]

    def html(self) -> Markup:
        """Return the part as HTML: a heading and paragraphs. A search index reads a part from each heading with an id.

        What a page begins with stands under the heading of the page, whose id no index keeps.
        """
        level = 2 if self.section else 1
        heading = Markup('<h{} id="{}">{}</h{}>').format(level, self.section, self.title, level)
        return heading + Markup("").join(Markup("<p>{}</p>").format(text) for text in self.paragraphs)


def searched(laid_out: PatternView, prose: Prose) -> Iterator[Searched]:
    """Yield the parts of a pattern: first its summary, with number, keywords and situations."""
    text = laid_out.text
    names = " ".join((str(laid_out.pattern.id), *text.keywords))
    yield Searched("", text.name, tuple(filter(None, (prose.plain(text.summary), names, " ".join(text.situations)))))
    for section_id, heading, texts in _sections(laid_out, Labels(laid_out.edition)):
        yield Searched(section_id, heading, (" ".join(map(prose.plain, texts)),))


def _sections(laid_out: PatternView, words: Labels) -> Iterator[tuple[str, str, Iterable[str]]]:
    """Yield id, heading and prose of each section."""
    for section in laid_out.sections:
        yield section.id, section.heading, section.texts()
    yield laid_out.basis.id, laid_out.basis.heading, (*laid_out.basis.texts(), *_cited(laid_out))
    ties = [tie for group in laid_out.ties for tie in group.ties]
    if ties or laid_out.mentions:
        reasons = (tie.why.of(laid_out.edition) for tie in ties if tie.why)
        others = [tie.pattern for tie in ties] + laid_out.mentions
        yield SECTIONS["relations"], words("relations"), (*(one.name(laid_out.edition) for one in others), *reasons)


def _cited(laid_out: PatternView) -> Iterator[str]:
    for use in laid_out.citations:
        yield from (use.source.author or "", use.source.title, use.where.of(laid_out.edition))
