"""What pages say of the site that they are on."""

from dataclasses import dataclass, field
from typing import Final
from urllib.parse import quote, urlencode, urlsplit

from macros.pages.publisher import Publisher


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a site, as far as its pages show them.

    Attributes:
        url: the address of the root of the site, with a closing slash.
        repository: the address of the repository, without a closing slash; empty for none.
        publisher: who publishes the site and how to reach them.
        previewed: whether the site is only for reading on this machine, without the exports.
    """

    url: str = ""
    repository: str = ""
    publisher: Publisher = field(default_factory=Publisher)
    previewed: bool = False

    def edit_url(self, path: str) -> str:
        """Return where a file of the repository can be edited; empty without a repository."""
        return f"{self.repository}/edit/main/{path}" if self.repository else ""

    def new_file_url(self, folder: str, name: str, text: str) -> str:
        """Return where a new file can be written at the host, with a text to begin with; empty without a repository.

        GitLab takes no text.
        """
        if not self.repository:
            return ""
        if "gitlab" in (urlsplit(self.repository).hostname or ""):
            return f"{self.repository}/-/new/main/{folder}?{urlencode({'file_name': name})}"
        return f"{self.repository}/new/main/{folder}?{urlencode({'filename': name, 'value': text}, quote_via=quote)}"

    def shown_url(self, address: str) -> str:
        """Return an address of the site as people read it: without `https://`."""
        return self.url.rsplit("://", maxsplit=1)[-1] + address


NO_SETTINGS: Final = Settings()
