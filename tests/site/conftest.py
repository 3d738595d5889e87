"""Workplaces for tests that build the site."""

import pytest

from tests.site.workplace import Workplace


@pytest.fixture
def workplace(root, tmp_path):
    """A copy of the project without a site."""
    return Workplace(root, tmp_path / "copy")
