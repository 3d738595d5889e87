"""Renders the parts of one page: links are made as seen from that page's address."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.ext import Extension
from markupsafe import Markup

from macros.exports.imprint import Imprint
from macros.language.address_targets import earlier_texts
from macros.language.addresses import version_address
from macros.language.language import Language
from macros.language.pattern import Pattern
from macros.model.case import Case
from macros.model.editions import Edition
from macros.model.translated import ByEdition
from macros.model.vocabulary import Chapter
from macros.pages.links import Places
from macros.pages.pattern_ways import ways_from
from macros.pages.route_nav import walk
from macros.pages.settings import NO_SETTINGS, Settings
from macros.pictures.variants import inline
from macros.text.script_data import script_data
from macros.view.field_reference import field_rows
from macros.view.labels import Labels
from macros.view.library import source_runs
from macros.view.marked_prose import MarkedProse
from macros.view.pattern_view import pattern_view
from macros.view.picture import PictureView
from macros.view.prose import Prose
from macros.view.section_names import FORMER, section_names

_TEMPLATES = Path(__file__).parents[1] / "frontend/templates"


def make_templates(*extensions: type[Extension]) -> Environment:
    """Return the templates of the pages, with extensions of Jinja."""
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        extensions=extensions,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        auto_reload=False,  # `mkdocs serve` makes this anew when a template changes
    )
    environment.filters["script_data"] = script_data
    return environment


TEMPLATES: Final = make_templates()


class Renderer:
    """Renders what the macros of a page ask for, in one edition, as seen from one address."""

    def __init__(
        self,
        language: Language,
        edition: Edition,
        here: str,
        pages: dict[str, str],
        settings: Settings = NO_SETTINGS,
        templates: Environment = TEMPLATES,
    ) -> None:
        """Take what there is to render, and from where it is seen.

        Args:
            language: the language.
            edition: the edition.
            here: the address of the page.
            pages: the addresses of the hand-written pages of the edition by their `page:` id.
            settings: what pages say of the site.
            templates: those that are filled in.
        """
        self.language, self.edition, self.settings, self._templates = language, edition, settings, templates
        self.places = Places(language, edition, here, pages)
        self.prose = Prose(self.places.resolve)
        self.words = Labels(edition)

    @property
    def imprint(self) -> Imprint:
        """The language in the edition of the page, under the name and address that it is published at."""
        return Imprint(self.language, self.edition, self.settings.url, self.settings.publisher.name)

    def render(self, template: str, **values: Any) -> Markup:
        """Return a template filled in; `values` may replace what every template gets."""
        shared = {
            "words": self.words,
            "prose": self.prose,
            "edition": self.edition,
            "lang_of": self._lang_of,
            "thumbnail_of": self.thumbnail_of,
            "emblem_of": self.emblem_of,
            "prose_of": self._prose_of,
            "bundling": self.places.has_page("bundle"),
        }
        given: dict[str, Any] = shared | values
        given["inline"] = partial(self._inline, values.get("prose", self.prose))
        html = self._templates.get_template(template).render(given)
        return Markup(html)  # noqa: S704 - the templates escape

    def plain(self, told: ByEdition[Any] | Pattern | Case, text: str) -> str:
        """Return a text of something as plain words, in the language that this edition shows it in."""
        return self._prose_of(told).plain(text)

    def named(self, told: ByEdition[Any] | Pattern, name: str) -> Markup:
        """Return the name of something, between marks of its language where that is not the edition's."""
        lang = self._lang_of(told)
        return Markup("<span{}>{}</span>").format(lang, name) if lang else Markup.escape(name)

    def _lang_of(self, told: ByEdition[Any] | Pattern | Case) -> Markup:
        """Return the attribute `lang` for an element with a text in another language than the edition's."""
        foreign = told.foreign(self.edition)
        return Markup(' lang="{}"').format(foreign) if foreign else Markup("")

    def thumbnail_of(self, pattern: Pattern) -> Markup:
        """Return the small picture of a pattern, for where its name stands beside it; nothing when it has none."""
        shown = "" if pattern.withdrawal else self.language.pictures.thumbnail(pattern.document.path)
        return Markup(shown)  # noqa: S704 - written from checked values

    def emblem_of(self, chapter: Chapter) -> Markup:
        """Return the emblem of a chapter, for where its name stands beside it; nothing when it has none."""
        shapes = self.language.pictures.emblem(chapter.key)
        return Markup(inline(shapes, small=True) if shapes else "")  # noqa: S704 - written from checked values

    def _prose_of(self, told: ByEdition[Any] | Pattern | Case) -> Prose:
        """Return what renders a text in the language that this edition shows it in."""
        foreign = told.foreign(self.edition)
        return Prose(self.places.resolver(foreign)) if foreign else self.prose

    def _inline(self, prose: Prose, told: ByEdition[str]) -> Markup:
        """Return a text as one run of words, between marks of its language where that is not the edition's."""
        if not told.foreign(self.edition):
            return prose.inline(told.of(self.edition))
        html = self._prose_of(told).inline(told.of(self.edition))
        return Markup("<span{}>{}</span>").format(self._lang_of(told), html)

    def pattern(self, pattern: Pattern, report: Markup) -> Markup:
        """Return the page of a pattern.

        Args:
            pattern: the pattern.
            report: the panel with what can be taken along from it.
        """
        laid_out = pattern_view(pattern, self.language, self.edition)
        places = self.places
        prose = self._marked_prose() if not laid_out.borrowed else self._prose_of(pattern)
        route_place, route_walk = walk(pattern, self.language, self.places, self.render)
        return self.render(
            "pattern.html",
            prose=prose,
            used_terms=getattr(prose, "used", {}),
            route_place=route_place,
            route_walk=route_walk,
            report=report,
            view=laid_out,
            source_runs=lambda source: source_runs(source, self.edition, places.page("sources", source.key)),
            ways=ways_from(laid_out, self.language),
            picture=_shown(laid_out.picture),
            ids=section_names(self.edition),
            former_ids=FORMER,
            successor=self.language.patterns.get(pattern.fields.successor or ""),
            link_to={
                "chapter": places.chapter,
                "pattern": places.pattern,
                "case": places.case,
                "seen_it": places.contribute("story", pattern),
                "not_right": places.contribute("correction", pattern),
                "permalink": places.permalink(pattern.id),
                "earlier": self._earlier(pattern),
                "overview": places.page_if_there("patterns"),
                "map": places.page_if_there("map"),
                "permalink_shown": self.settings.shown_url(laid_out.permalink),
                "edit": self.settings.edit_url(pattern.document.place((laid_out.language,), of_key=True)),
            },
        )

    def _earlier(self, pattern: Pattern) -> list[tuple[str, str]]:
        """Return the dates of a pattern's former texts, as written, and the way to each; the newest first."""
        return [
            (
                self.words.text_date(text.text_date),
                self.places.to(version_address(pattern.id, text.text_date, self.edition)),
            )
            for text in reversed(earlier_texts(self.language, pattern))
            if text.edition == self.edition
        ]

    def _marked_prose(self) -> Prose:
        """Return prose that points out the glossary's words, where there is a page to point to."""
        if not self.places.has_page("words"):
            return self.prose
        terms = self.language.terms(self.edition)
        return MarkedProse(self.places.resolve, terms, lambda key: self.places.page("words", key))

    def link(self, key: str, shown: str = "", section: str = "", *, numbered: bool = False) -> Markup:
        """Return a link to a pattern, with its name or other words."""
        found = self.language.patterns[key]
        return self.render(
            "link.html",
            pattern=found,
            href=self.places.pattern(key, section),
            shown=shown or found.name(self.edition),
            named=not shown,
            numbered=numbered,
        )

    def patterns(self, patterns: Iterable[Pattern]) -> Markup:
        """Return a list of patterns with their numbers, names and summaries."""
        rows = [(pattern, self.places.pattern(pattern.key)) for pattern in patterns]
        return self.render("list.html", rows=rows, numbers=self.language.chapter_numbers())

    def recognise(self, patterns: Iterable[Pattern]) -> Markup:
        """Return the first signal of each pattern, with a link to that pattern, and the way to all signals."""
        rows = [(pattern, self.places.pattern(pattern.key)) for pattern in patterns]
        situations = self.places.page_if_there("situations")
        return self.render("recognise.html", rows=rows, numbers=self.language.chapter_numbers(), situations=situations)

    def chapter_list(self) -> Markup:
        """Return the chapters with what each is about."""
        rows = [(chapter, self.places.chapter(chapter.key)) for chapter in self.language.chapters()]
        return self.render("chapter-list.html", rows=rows)

    def lessons(self) -> Markup:
        """Return every source with every lesson and where it went."""
        sources = self.language.sources.sources if self.language.sources else []
        places: dict[tuple[str, str], list[tuple[str, str, Edition | None]]] = {
            (source.key, lesson.letter): [] for source in sources for lesson in source.lessons
        }
        for lesson, carriers in self.language.carriers().items():
            if lesson in places:
                places[lesson] += [
                    (self.places.pattern(one.key), f"{one.id} {one.name(self.edition)}", one.foreign(self.edition))
                    for one in carriers
                ]
        for chapter in self.language.chapters():
            for frame in chapter.frames:
                shown = chapter.of(self.edition).name, chapter.foreign(self.edition)
                places.get((frame.source, frame.lesson), []).append((self.places.chapter(chapter.key), *shown))
        return self.render("lessons.html", sources=sources, places=places)

    def fields(self) -> Markup:
        """Return the table of the fields of a pattern file."""
        return self.render("fields.html", rows=list(field_rows(self.edition, self.language.vocabulary)))


def _shown(picture: PictureView | None) -> Markup:
    """Return a picture for a page with its text; nothing where there is none."""
    if picture is None:
        return Markup("")
    return Markup(inline(picture.shapes, picture.text, picture.foreign or ""))  # noqa: S704 - from checked values
