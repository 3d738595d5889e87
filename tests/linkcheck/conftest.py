"""The real site with its list of published addresses, for the tests in this folder."""

import pytest

from macros.language.reading import read_language
from macros.linkcheck.promised import addresses_of
from macros.linkcheck.site import read_site
from macros.record.published_urls import PUBLISHED_URLS, add_published_urls
from tests.site.workplace import Workplace


@pytest.fixture(scope="session")
def site(built_site):
    """The built site as the link check reads it."""
    return read_site(built_site)


@pytest.fixture(scope="session")
def language(built_site):
    """The language it was built from."""
    return read_language(built_site.parent).language


@pytest.fixture(scope="session")
def published_urls(root, site, language, tmp_path_factory):
    """The text of the repository's list of published addresses with every address of the built site in it."""
    folder = tmp_path_factory.mktemp("published-urls")
    if (root / PUBLISHED_URLS).exists():
        (folder / PUBLISHED_URLS).write_bytes((root / PUBLISHED_URLS).read_bytes())
    add_published_urls(folder, addresses_of(site, language))
    return (folder / PUBLISHED_URLS).read_text("utf-8")


@pytest.fixture
def copy(root, tmp_path, published_urls):
    """A copy of the repository in which everything has been published."""
    workplace = Workplace(root, tmp_path / "copy")
    (workplace.folder / PUBLISHED_URLS).write_text(published_urls, encoding="utf-8")
    return workplace
