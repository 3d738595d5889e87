"""The package of a presentation that grows: it does not look through all that it holds for every slide that comes."""

from collections import Counter
from typing import IO

from pptx.opc.packuri import PackURI
from pptx.package import Package
from pptx.parts.image import Image, ImagePart


class GrowingPackage(Package):
    """Gives parts the names that python-pptx would give them, of which none are removed or put in by others.

    A deck of 1,000 patterns took python-pptx by itself twice as long.
    """

    def __init__(self, pkg_file: str | IO[bytes]) -> None:
        """Take the file of a package that holds no pictures yet."""
        super().__init__(pkg_file)
        self._named = Counter[str]()
        self._pictures: dict[str, ImagePart] = {}

    def next_partname(self, tmpl: str) -> PackURI:
        """Return the next name of a kind of part, which has a place for its number."""
        first = tmpl not in self._named
        self._named[tmpl] += super().next_partname(tmpl).idx or 1 if first else 1
        return PackURI(tmpl % self._named[tmpl])

    def next_image_partname(self, ext: str) -> PackURI:
        """Return the next name of a picture with an ending."""
        return PackURI(f"/ppt/media/image{len(self._pictures) + 1}.{ext}")

    def get_or_add_image_part(self, image_file: str | IO[bytes]) -> ImagePart:
        """Return the part of a picture, the same one for the same bytes."""
        image = Image.from_file(image_file)
        if image.sha1 not in self._pictures:
            self._pictures[image.sha1] = ImagePart.new(self, image)
        return self._pictures[image.sha1]
