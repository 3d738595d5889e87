"""One pattern with its place in the language."""

from dataclasses import dataclass

from macros.model.editions import EDITIONS, Edition
from macros.model.pattern import AnyPattern
from macros.model.text import ShortText
from macros.record.withdrawals import Withdrawal
from macros.text.slugs import slugify
from macros.yaml.document import Document


@dataclass(frozen=True, slots=True)
class Pattern:
    """One pattern with its place in the language: the file's name is its key, the folder its chapter.

    Attributes:
        key, chapter: from the path of the file.
        document: the file as read.
        fields: what it holds.
        withdrawal: by what every text of it was withdrawn; nothing of them is in `fields` then.
    """

    key: str
    chapter: str
    document: Document
    fields: AnyPattern
    withdrawal: Withdrawal | None = None

    @property
    def id(self) -> int:
        """The permanent number."""
        return self.fields.id

    @property
    def draft(self) -> bool:
        """Whether nobody but who writes it sees it."""
        return self.fields.status == "draft"

    @property
    def published(self) -> bool:
        """Whether it stands in lists, routes and the map."""
        return self.fields.status == "published"

    @property
    def retired(self) -> bool:
        """Whether only its farewell page remains."""
        return self.fields.status == "retired"

    @property
    def editions(self) -> list[Edition]:
        """The editions in which it has a text of its own."""
        return [edition for edition in EDITIONS if edition in self.fields.texts]

    def own_text(self, edition: Edition) -> ShortText | None:
        """Return its text in one edition, or None when it has none there."""
        return self.fields.texts.get(edition)

    def text(self, edition: Edition) -> tuple[ShortText, Edition]:
        """Return the text to show in an edition and the language it is in: another one where its own is missing."""
        return self.fields.of(edition), self.fields.shown_in(edition)

    def foreign(self, edition: Edition) -> Edition | None:
        """Return the language of the text that an edition shows, or None where that is the edition's own."""
        return self.fields.foreign(edition)

    def name(self, edition: Edition) -> str:
        """Return its name as an edition shows it."""
        return self.text(edition)[0].name

    def slug(self, edition: Edition) -> str:
        """Return the last part of its address in an edition."""
        text = self.text(edition)[0]
        return text.slug or slugify(text.name) or self.key


def key_of(document: Document) -> str:
    """Return the key that a pattern file's name gives it."""
    return document.path.rpartition("/")[2].removesuffix(".yml")


def chapter_of(document: Document) -> str:
    """Return the chapter that a pattern file's folder gives it."""
    return document.path.split("/")[-2]
