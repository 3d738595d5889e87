"""Makes every export of one edition: each format tells its files by address, and only this module writes them."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from macros.exports import citation
from macros.exports.api.files import api_files
from macros.exports.clipboard.parts import part_files
from macros.exports.epub import book_epubs
from macros.exports.feed import feed_file
from macros.exports.imprint import Imprint
from macros.exports.kept import Kept, dates, keeping
from macros.exports.odt.book import book_odts
from macros.exports.odt.pattern import pattern_odts
from macros.exports.pattern_list.files import list_files
from macros.exports.pdf.book import book_pdfs
from macros.exports.pdf.cards import card_decks
from macros.exports.pdf.disagreements import disagreement_sheets
from macros.exports.pdf.pattern import pattern_pdfs
from macros.exports.pdf.poster import posters
from macros.exports.pictures import picture_files
from macros.exports.reference import pattern_reference, references
from macros.exports.share_images import share_image_files
from macros.exports.slides.presentation import slide_decks
from macros.exports.word.book import book_words
from macros.exports.word.bundle import bundle_files
from macros.exports.word.contribution import contribution_forms
from macros.exports.word.pattern import pattern_words
from macros.language.addresses import collection, download
from macros.language.language import Language
from macros.model.editions import EDITIONS, ROOTS, Edition
from macros.pictures import typst_process

Files = Iterator[tuple[str, bytes]]
"""Address from the root of the site, and what stands there."""

Told = Callable[[int, int, int], None]
"""Is told how many formats were made, of how many, and how many files these are."""


def citations(imprint: Imprint) -> Files:
    """Yield the citations of every pattern, and of all of them with the language as a whole."""
    for ending, write in citation.FORMATS.items():
        for pattern in imprint.patterns():
            text = write([pattern_reference(pattern, imprint)])
            yield download(pattern.id, imprint.edition, ending), text.encode()
        yield collection("citations", imprint.edition, ending), write(references(imprint)).encode()


IN_EACH_EDITION: Final[tuple[Callable[[Imprint], Files], ...]] = (
    picture_files,  # first: it draws all PNGs together, and Word files then find them kept
    share_image_files,
    citations,
    feed_file,
    list_files,
    part_files,
    pattern_pdfs,
    pattern_words,
    pattern_odts,
    bundle_files,
    contribution_forms,
    book_pdfs,
    book_words,
    book_odts,
    book_epubs,
    slide_decks,
    card_decks,
    disagreement_sheets,
    posters,
)
SHARED: Final[tuple[Callable[[Imprint], Files], ...]] = (api_files,)
"""What both editions share, made with the default one."""


def make_exports(
    language: Language,
    edition: Edition,
    destination: Path,
    root: str,
    publisher: str = "",
    kept: Kept | None = None,
    tell: Told = lambda _formats, _all, _files: None,
) -> dict[str, str]:
    """Write every export of one edition.

    Args:
        language: as read and checked, without errors.
        edition: the edition to export; the default one brings what both share.
        destination: the folder that the edition's pages are built in.
        root: the address of the root of the whole site, with a closing slash.
        publisher: who publishes the site; may be empty.
        kept: what earlier builds have made; None to make everything anew.
        tell: is told how far it is, at every file.

    Returns:
        The address of each file, from the root of the site, and the module that made it.
    """
    imprint = Imprint(language, edition, root, publisher)
    formats = IN_EACH_EDITION + (SHARED if edition == EDITIONS[0] else ())
    made_of = [imprint.root, imprint.publisher, imprint.edition, *dates(language)]
    made: dict[str, str] = {}
    with keeping(kept):
        for count, files in enumerate(formats):
            for address, content in _files(files, imprint, kept, made_of):
                path = destination / address.removeprefix(ROOTS[edition])
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
                made[address] = files.__module__
                tell(count, len(formats), len(made))
        tell(len(formats), len(formats), len(made))
    typst_process.end()
    return made


def _files(make: Callable[[Imprint], Files], imprint: Imprint, kept: Kept | None, made_of: list[str]) -> Files:
    """Yield the files of one format, as they were kept when nothing has changed that any of them may follow from."""
    if kept is None:
        return make(imprint)
    return kept.files([make.__module__, make.__name__, kept.language, *made_of], lambda: make(imprint))
