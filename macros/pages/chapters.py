"""The opening page of each chapter."""

from collections.abc import Iterator
from functools import partial

from markupsafe import Markup

from macros.exports.share_images import chapter_image
from macros.language.addresses import chapter_address
from macros.model.editions import EDITIONS
from macros.model.vocabulary import Chapter
from macros.pages.page import Page, own_languages
from macros.pages.renderer import Renderer


def chapter_pages(home: Renderer) -> Iterator[Page]:
    """Yield the page of each chapter."""
    language, edition = home.language, home.edition
    for place, chapter in enumerate(language.chapters()):
        yield Page(
            macro="chapter_page",
            arguments=(chapter.key,),
            edition=edition,
            addresses={one: chapter_address(chapter, one) for one in EDITIONS},
            title=chapter.of(edition).name,
            description=home.plain(chapter, chapter.of(edition).explanation),
            source=language.data_files["language.yml"].place(("chapters", place)),
            html=partial(chapter_page, chapter=chapter),
            languages=own_languages(chapter),
            share=partial(chapter_image, chapter=chapter),
        )


def chapter_page(renderer: Renderer, chapter: Chapter) -> Markup:
    """Return the opening page of a chapter."""
    language = renderer.language
    patterns = language.in_chapter(chapter.key)
    number = language.chapter_numbers()[chapter.key]
    return renderer.render(
        "chapter.html",
        chapter=chapter,
        number=number,
        beside=[
            (place, other, renderer.places.chapter(other.key))
            for place, other in enumerate(language.chapters(), 1)
            if abs(place - number) == 1
        ],
        # Their pictures stand in a row above the chapter, but not while none of them has one.
        strip=patterns if any(renderer.thumbnail_of(pattern) for pattern in patterns) else [],
        list=renderer.patterns(patterns),
        overview=renderer.places.page_if_there("patterns"),
    )
