"""Workplaces for tests that build the site."""

import pytest

from tests.site.workplace import Workplace


@pytest.fixture
def workplace(root, tmp_path):
    """A copy of the project without a site."""
    return Workplace(root, tmp_path / "copy")


@pytest.fixture
def small(root, tmp_path):
    """A copy of the project with a language of four patterns, without a site: it is built in a second or two."""
    return Workplace(root, tmp_path / "copy", small=True)
