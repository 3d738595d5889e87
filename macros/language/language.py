"""The language as one object: its patterns, the vocabulary around them, and the ties between them."""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from macros.language.glossary_terms import Terms
from macros.language.pattern import Pattern, key_of
from macros.language.relations import Tie, ties_between
from macros.language.texts import Text, texts_of
from macros.model.case import Case
from macros.model.disagreements import Disagreements
from macros.model.editions import EDITIONS, Edition, Editions
from macros.model.everyday import Everyday
from macros.model.pattern_map import PatternMap
from macros.model.situations import Situations
from macros.model.vocabulary import Chapter, Glossary, Routes, Source, Sources, Term, Vocabulary
from macros.pictures.collection import Pictures
from macros.record.clock import EARLIEST
from macros.record.dates import TextDates
from macros.record.published_text import PublishedText
from macros.record.published_urls import PublishedUrls
from macros.record.record import TextRecord
from macros.record.redirects import Redirects
from macros.record.revisions import Revision
from macros.record.sections import TextSection
from macros.record.text_date import TextDate
from macros.record.withdrawals import NOTHING_WITHDRAWN, Withdrawals
from macros.text.slugs import slugify
from macros.text.wikilinks import wikilinks
from macros.written_pages.page import Page
from macros.yaml.document import Document

_NUMBER = re.compile(r"[1-9][0-9]{0,3}")


@dataclass(slots=True)
class Language:
    """Everything that was read. Parts whose file is wrong are missing here and have a finding elsewhere.

    Attributes:
        documents: every pattern file by path, also those that did not validate.
        ages: what tells the age of the pattern files whose number another has too, the oldest lowest; see `age`.
        misplaced: the keys of the files that look like patterns and lie where none belongs.
        patterns: the valid patterns by key, ordered by number.
        case_documents: every file of a case by path, also those that did not validate.
        cases: the valid cases by key.
        editions: what editions.yml declares; None when it is wrong, and then nothing else was read.
        label_files: the file of each edition that has words of its own for its pages.
        word_files: the file of each edition of whose words the language tells something.
        vocabulary, sources, situations, routes, glossary, disagreements, everyday, map: the files around the patterns;
            None when invalid.
        data_files: the documents of those files, by file name.
        pictures: those of the patterns, and the symbols that they are composed of.
        pages: the hand-written pages by path.
        files: the paths of all files in docs/, pages included.
        published_urls: every address ever published.
        redirects: the addresses of other pages than patterns that lead on.
        record: every text that was published.
        withdrawals: what was withdrawn of it.
        revisions, revision_files: what writers say of texts that are to be published, by the pattern's number.
        file_days: gives the day on which each file last changed, by path, as git has it.
    """

    documents: dict[str, Document] = field(default_factory=dict)
    ages: dict[str, tuple[float, ...]] = field(default_factory=dict)
    misplaced: set[str] = field(default_factory=set)
    patterns: dict[str, Pattern] = field(default_factory=dict)
    case_documents: dict[str, Document] = field(default_factory=dict)
    cases: dict[str, Case] = field(default_factory=dict)
    editions: Editions | None = None
    label_files: dict[Edition, Document] = field(default_factory=dict)
    word_files: dict[Edition, Document] = field(default_factory=dict)
    vocabulary: Vocabulary | None = None
    sources: Sources | None = None
    situations: Situations | None = None
    routes: Routes | None = None
    glossary: Glossary | None = None
    disagreements: Disagreements | None = None
    everyday: Everyday | None = None
    map: PatternMap | None = None
    data_files: dict[str, Document] = field(default_factory=dict)
    pictures: Pictures = field(default_factory=Pictures)
    pages: dict[str, Page] = field(default_factory=dict)
    files: frozenset[str] = frozenset()
    published_urls: PublishedUrls = field(default_factory=PublishedUrls)
    redirects: Redirects = field(default_factory=Redirects)
    record: TextRecord = field(default_factory=TextRecord)
    withdrawals: Withdrawals = NOTHING_WITHDRAWN
    revisions: dict[int, Revision] = field(default_factory=dict)
    revision_files: dict[int, Document] = field(default_factory=dict)
    file_days: Callable[[], Mapping[str, date]] = dict
    _published: list[Pattern] | None = None
    _dates: TextDates | None = None
    _newest: dict[Edition, date] = field(default_factory=dict)
    _ties: dict[str, list[Tie]] | None = None
    _linked: dict[str, set[str]] | None = None
    _mentions: dict[str, list[Pattern]] | None = None
    _terms: dict[Edition, Terms] = field(default_factory=dict)
    _cases_about: dict[str, list[Case]] | None = None
    _texts: list[Text] | None = None
    _names: dict[str, str] | None = None

    def all_documents(self) -> list[Document]:
        """Return every file: the patterns, the cases, then the files around them."""
        return [*self.documents.values(), *self.case_documents.values(), *self.data_files.values()]

    def keys(self) -> set[str]:
        """Return the key of every pattern file, also of those that did not validate or lie in the wrong place."""
        return {key_of(document) for document in self.documents.values()} | self.misplaced

    def names(self) -> dict[str, str]:
        """Return what each pattern is called in any language, as a slug -> its key; also in files with errors."""
        if self._names is None:
            self._names = {
                slugify(name): key_of(document)
                for document in self.documents.values()
                for edition in EDITIONS
                if isinstance(name := document.at((edition, "name")), str)
            }
        return self._names

    def numbers(self) -> dict[str, int]:
        """Return the number of every pattern file by path, also of those that did not validate."""
        written = {path: document.at(("id",)) for path, document in self.documents.items()}
        return {path: int(id_) for path, id_ in written.items() if isinstance(id_, str) and _NUMBER.fullmatch(id_)}

    def order_by_age(self, ages: dict[str, tuple[float, ...]]) -> None:
        """Take the ages of files with the same number, and put the patterns of one number in that order."""
        self.ages = ages
        if ages:
            patterns = self.patterns.values()
            ordered = sorted(patterns, key=lambda one: (one.id, ages.get(one.document.path, ()), one.key))
            self.patterns = {pattern.key: pattern for pattern in ordered}
            self._published = None

    def by_age(self) -> list[Document]:
        """Return every pattern file, the lower number first, of one number the older, and those without one last."""
        numbers = self.numbers()

        def age(path: str) -> tuple[bool, int, tuple[float, ...], str]:
            return path not in numbers, numbers.get(path, 0), self.ages.get(path, ()), path

        paths = sorted(self.documents, key=age)
        return [self.documents[path] for path in paths]

    def published(self) -> list[Pattern]:
        """Return the published patterns in the order of the book."""
        if self._published is None:
            self._published = [pattern for pattern in self.patterns.values() if pattern.published]
        return self._published

    def text_date(self, pattern: Pattern, edition: Edition) -> TextDate:
        """Return the date of the text that an edition shows of a pattern.

        It is the date under which the text was published; a text that was not published yet has the date that
        publishing it would give.
        """
        if pattern.withdrawal:
            return TextDate(pattern.withdrawal.since)
        text, shown_in = pattern.text(edition)
        corrected = self.corrected(pattern, shown_in)
        if corrected:
            return corrected.text_date
        return self._text_dates().date(pattern.id, shown_in, text, pattern.document.path)

    def newest_day(self, edition: Edition) -> date:
        """Return the day of the newest text that an edition shows; without any, the first that files can bear."""
        if edition not in self._newest:
            shown = [pattern for pattern in self.patterns.values() if not pattern.draft]
            days = (self.text_date(pattern, edition).day for pattern in shown)
            self._newest[edition] = max(days, default=EARLIEST)
        return self._newest[edition]

    def published_as(self, pattern: Pattern, edition: Edition) -> PublishedText | None:
        """Return the record of a pattern's own text when that is the one that was published last, or else None."""
        text = pattern.own_text(edition)
        return self._text_dates().published(pattern.id, edition, text) if text and self.record else None

    def corrected(self, pattern: Pattern, edition: Edition) -> PublishedText | None:
        """Return the published text in which a pattern's own text corrects slips and nothing else, or None."""
        revision = self.revisions.get(pattern.id)
        latest = self.record.latest(pattern.id, edition)
        if revision is None or latest is None or pattern.own_text(edition) is None:
            return None
        return latest if revision.corrects(latest, self.sections(pattern, edition)[1]) else None

    def sections(self, pattern: Pattern, edition: Edition) -> tuple[list[TextSection], str]:
        """Return a pattern's own text in an edition as sections, and its fingerprint.

        Raises:
            LookupError: when it has no text of its own there.
        """
        text = pattern.own_text(edition)
        if text is None:
            raise LookupError(f"{pattern.key} has no text of its own in the edition {edition}")
        return self._text_dates().sections(pattern.id, edition, text)

    def _text_dates(self) -> TextDates:
        if self._dates is None:
            numbers = {one.key: one.id for one in self.patterns.values()}
            self._dates = TextDates(self.record, numbers, self.file_days)
        return self._dates

    def in_chapter(self, chapter: str) -> list[Pattern]:
        """Return the published patterns of one chapter in the order of the book."""
        return [pattern for pattern in self.published() if pattern.chapter == chapter]

    def roles(self) -> list[Term]:
        """Return the roles of the vocabulary in their order."""
        return self.vocabulary.roles if self.vocabulary else []

    def chapters(self) -> list[Chapter]:
        """Return the chapters of the vocabulary in the order of the book."""
        return self.vocabulary.chapters if self.vocabulary else []

    def chapter_numbers(self) -> dict[str, int]:
        """Return the place of each chapter in the book, counted from 1, by its key."""
        return {chapter.key: place for place, chapter in enumerate(self.chapters(), 1)}

    def chapter(self, key: str) -> Chapter | None:
        """Return a chapter by its key."""
        return next((chapter for chapter in self.chapters() if chapter.key == key), None)

    def source(self, key: str) -> Source | None:
        """Return a source by its key."""
        sources = self.sources.sources if self.sources else []
        return next((source for source in sources if source.key == key), None)

    def cases_of(self, key: str) -> list[Case]:
        """Return the cases that say something about a pattern: those that it tells first, then the others by key."""
        texts = self.patterns[key].fields.texts.values()
        told = dict.fromkeys(example.case for text in texts for example in text.examples if example.case)
        if self._cases_about is None:
            self._cases_about = defaultdict(list)
            for case in self.cases.values():
                for one in dict.fromkeys(case.fields.patterns):
                    self._cases_about[one].append(case)
        about = self._cases_about.get(key, [])
        place = {case: at for at, case in enumerate(told)}
        return sorted(about, key=lambda case: (place.get(case.key, len(place)), case.key))

    def carriers(self) -> dict[tuple[str, str], list[Pattern]]:
        """Return which published patterns carry each lesson, by source key and letter."""
        carriers: dict[tuple[str, str], list[Pattern]] = defaultdict(list)
        for pattern in self.published():
            for use in pattern.fields.sources:
                if use.lesson:
                    carriers[use.source, use.lesson].append(pattern)
        return carriers

    def ties(self, key: str) -> list[Tie]:
        """Return the relations of a pattern with other published ones, seen from its side, backlinks included."""
        if self._ties is None:
            self._ties = ties_between(self.published(), self.patterns)
        return self._ties.get(key, [])

    def linked(self) -> dict[str, set[str]]:
        """Return the keys that each published pattern's prose links to, in any language."""
        if self._linked is None:
            self._linked = {
                pattern.key: {link.key for _loc, text in pattern.document.linking_texts for link in wikilinks(text)}
                for pattern in self.published()
            }
        return self._linked

    def texts(self) -> list[Text]:
        """Return every text of every pattern."""
        if self._texts is None:
            self._texts = [text for pattern in self.patterns.values() for text in texts_of(pattern)]
        return self._texts

    def terms(self, edition: Edition) -> Terms:
        """Return the words that pages of an edition point out."""
        if edition not in self._terms:
            self._terms[edition] = Terms(self.glossary.terms if self.glossary else [], edition)
        return self._terms[edition]

    def mentions(self, key: str) -> list[Pattern]:
        """Return the published patterns whose prose links to this one."""
        if self._mentions is None:
            self._mentions = defaultdict(list)
            for by, keys in self.linked().items():
                for linked in keys - {by}:
                    self._mentions[linked].append(self.patterns[by])
        return self._mentions.get(key, [])
