"""The real site with its ledger, for the tests in this folder."""

import pytest

from macros.language.reading import read_language
from macros.linkcheck.promised import addresses_of
from macros.linkcheck.site import read_site
from macros.record.promised_addresses import LEDGER, add_to_ledger
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
def ledger(root, site, language, tmp_path_factory):
    """The text of the repository's ledger with every address of the built site in it."""
    folder = tmp_path_factory.mktemp("ledger")
    if (root / LEDGER).exists():
        (folder / LEDGER).write_bytes((root / LEDGER).read_bytes())
    add_to_ledger(folder, addresses_of(site, language))
    return (folder / LEDGER).read_text("utf-8")


@pytest.fixture
def copy(root, tmp_path, ledger):
    """A copy of the repository in which everything has been published."""
    workplace = Workplace(root, tmp_path / "copy")
    (workplace.folder / LEDGER).write_text(ledger, encoding="utf-8")
    return workplace
