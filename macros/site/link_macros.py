"""The macros of links: to patterns, pages, files of the site and files of the repository."""

from markupsafe import Markup

from macros.authoring.starter import bare_starter
from macros.exports.offline import SIZE_MARK
from macros.language.addresses import OFFLINE_COPY, collection, data, feed
from macros.language.numbers import next_number
from macros.pages import dated_texts, downloads, embedded_cards, report_panel
from macros.pages.file_names import collection_file, offline_file
from macros.site.macro_set import MacroSet, known


class LinkMacros(MacroSet):
    """Links and what one takes along."""

    def pattern_link(self, key: str, words: str = "", section: str = "") -> str:
        """A link to a pattern: its name, or other words."""
        self._pattern(key)
        return self._put(self._renderer.link(key, words, section, numbered=not words))

    def page_link(self, page: str, words: str, section: str = "") -> str:
        """A link to a hand-written page by its `page:` id."""
        known(page, self._build.pages(self._build.edition), "page")
        href = self._renderer.places.page(page, section)
        return self._put(Markup('<a href="{}">{}</a>').format(href, words))

    def repository_link(self, path: str, words: str) -> str:
        """A link to a page of the repository: a form, or a file; words alone when the repository is not named."""
        repository = self._build.settings.repository
        link = Markup('<a href="{}/{}">{}</a>').format(repository, path, words)
        return self._put(link if repository else Markup.escape(words))

    def new_pattern_links(self) -> str:
        """The chapters, each a link by which who has an account at the host begins a pattern there."""
        language, edition = self._build.language, self._build.edition
        text = bare_starter(next_number(language), language)
        items = [
            Markup('<li><a href="{}">{}</a></li>').format(url, one.of(edition).name)
            for one in language.chapters()
            if (url := self._build.settings.new_file_url(f"patterns/{one.key}", "new-pattern.yml", text))
        ]
        return self._put(Markup("<ul>{}</ul>").format(Markup("").join(items)) if items else Markup(""))

    def publisher_note(self, part: str) -> str:
        """What the site says of its publisher, also where there is none yet.

        "name": who publishes; "contact": how to reach them;
        "controller": who answers for personal data; "mailbox": where to write.
        """
        return self._build.settings.publisher.note(part, self._build.edition, self._put)

    def data_link(self, name: str) -> str:
        """A link to a file of the data: `data_link("patterns")`."""
        return self._file(data(name), Markup("<code>{}.json</code>").format(name))

    def download_link(self, name: str, ending: str, shown: str) -> str:
        """A link to many patterns in one file: `download_link("citations", "bib", "BibTeX")`."""
        saved = collection_file(name, self._renderer.imprint, ending)
        return self._file(collection(name, self._build.edition, ending), shown, saved)

    def offline_link(self, shown: str) -> str:
        """A link to the whole site as an archive, to read without a connection, with its size."""
        saved = offline_file(self._renderer.imprint)
        return self._file(OFFLINE_COPY, shown, saved) + self._put(Markup(SIZE_MARK))  # noqa: S704 - a constant

    def embed_line(self, key: str) -> str:
        """The line of HTML with which another site shows the card of a pattern."""
        return self._put(embedded_cards.embed_line(self._renderer, self._pattern(key)))

    def feed_link(self, shown: str) -> str:
        """A link to the feed of new and revised patterns."""
        return self._file(feed(self._build.edition), shown)

    def book_table(self) -> str:
        """Every book to take along, the whole language and each route, in each kind of file.

        Of a language of more than 200 patterns also each volume, as a PDF and as cards.
        """
        return self._put(downloads.book_table(self._renderer))

    def card_uses(self) -> str:
        """The ways of working with the cards in a meeting, each with its minutes."""
        return self._put(downloads.card_use_list(self._renderer))

    def bundle(self) -> str:
        """The editor of a bundle: to put patterns in order, write to them, and take them along."""
        return self._put(report_panel.bundle(self._renderer))

    def footnote(self, key: str, style: str) -> str:
        """A pattern's footnote in one of its styles, as it is copied: note, author_date or in_text."""
        return self._put(report_panel.footnote(self._renderer, self._pattern(key), style))

    def reference_list(self, keys: str) -> str:
        """The references of several patterns (keys separated by spaces), each with what then stands in the text."""
        return self._put(report_panel.reference_list(self._renderer, [self._pattern(key) for key in keys.split()]))

    def reference_check(self) -> str:
        """Where one pastes references and reads whether each is still current, or what changed in its text since."""
        return self._put(dated_texts.reference_check(self._renderer))

    def _file(self, address: str, shown: str, saved: str = "") -> str:
        """Return a link to a file; `saved` is the name that it is saved under, empty for one that the browser shows."""
        download = Markup(' download="{}"').format(saved) if saved else ""
        return self._put(Markup('<a href="{}"{}>{}</a>').format(self._renderer.places.to(address), download, shown))
