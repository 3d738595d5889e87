"""Workplaces for tests that build the site."""

import pytest

from tests.site.once import built_once
from tests.site.workplace import Workplace, contents


@pytest.fixture(scope="session")
def small_site(root, tmp_path_factory):
    """The site of the small language with every download, built once for all workers; no test changes it."""
    return built_once(
        "small-site",
        tmp_path_factory,
        lambda folder: Workplace(root, folder, small=True).with_licences().build(EXPORTS="true"),
    )


@pytest.fixture
def small(root, tmp_path):
    """A copy of the project with a language of four patterns, without a site: it is built in a second or two."""
    return Workplace(root, tmp_path / "copy", small=True)


@pytest.fixture
def standing(small):
    """A workplace with a site, and what that site holds."""
    small.site.mkdir()
    for name in ("index.html", "sitemap.xml"):
        (small.site / name).write_text("the last good site")
    return small, contents(small.site)
