"""What pages say of the site that they are on."""

from dataclasses import dataclass, field
from typing import Final
from urllib.parse import quote, urlencode, urlsplit

from macros.findings.finding import Place
from macros.pages.publisher import Publisher


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a site, as far as its pages show them.

    Attributes:
        url: the address of the root of the site, with a closing slash.
        repository: the address of the repository, without a closing slash; empty for none.
        publisher: who publishes the site and how to reach them.
        previewed: whether the site is only for reading on this machine, without the exports.
        drafts: whether a draft has a page: in a preview only, as what was published stays in records and archives.
    """

    url: str = ""
    repository: str = ""
    publisher: Publisher = field(default_factory=Publisher)
    previewed: bool = False
    drafts: bool = False

    def edit_url(self, place: Place) -> str:
        """Return where a file of the repository can be edited, at its line; empty without a repository."""
        if not self.repository:
            return ""
        folder = "-/edit/main" if self._on_gitlab else "edit/main"
        line = f"#L{place.line}" if place.line > 1 else ""
        return f"{self.repository}/{folder}/{place.path}{line}"

    def new_file_url(self, folder: str, name: str, text: str) -> str:
        """Return where a new file can be written at the host, with a text to begin with; empty without a repository.

        GitLab takes no text.
        """
        if not self.repository:
            return ""
        if self._on_gitlab:
            return f"{self.repository}/-/new/main/{folder}?{urlencode({'file_name': name})}"
        return f"{self.repository}/new/main/{folder}?{urlencode({'filename': name, 'value': text}, quote_via=quote)}"

    def new_issue_url(self, title: str) -> str:
        """Return where an issue can be written at the host, up to where its text comes; empty without a repository."""
        if not self.repository:
            return ""
        if self._on_gitlab:
            return f"{self.repository}/-/issues/new?issue%5Btitle%5D={quote(title, safe='')}&issue%5Bdescription%5D="
        return f"{self.repository}/issues/new?title={quote(title, safe='')}&body="

    @property
    def _on_gitlab(self) -> bool:
        return "gitlab" in (urlsplit(self.repository).hostname or "")

    def shown_url(self, address: str) -> str:
        """Return an address of the site as people read it: without `https://`."""
        return self.url.rsplit("://", maxsplit=1)[-1] + address


NO_SETTINGS: Final = Settings()
