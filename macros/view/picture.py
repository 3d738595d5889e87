"""The picture of a pattern, with the text that says what it shows."""

from dataclasses import dataclass

from macros.language.language import Language
from macros.language.pattern import Pattern
from macros.model.editions import Edition
from macros.pictures.shapes import Shape
from macros.view.blocks import words


@dataclass(frozen=True, slots=True)
class PictureView:
    """A picture in one edition.

    Attributes:
        shapes: what is drawn.
        text: what it shows, in words.
        foreign: the language of these words, where it is not the edition's.
    """

    shapes: tuple[Shape, ...]
    text: str
    foreign: Edition | None


def picture_of(pattern: Pattern, language: Language, edition: Edition) -> PictureView | None:
    """Return the picture of a pattern, or None when it has none that can be shown."""
    texts = pattern.fields.picture
    shapes = language.pictures.beside(pattern.document.path)
    if texts is None or not shapes or pattern.withdrawal:
        return None
    return PictureView(shapes, words(texts.of(edition)), texts.foreign(edition))
