"""Workplaces for tests that build the site."""

import pytest

from tests.site.workplace import Workplace


@pytest.fixture
def workplace(root, tmp_path):
    """A copy of the project without a site."""
    return Workplace(root, tmp_path / "copy")


@pytest.fixture(scope="session")
def built(root, tmp_path_factory):
    """A copy of the project with its site, which no test changes."""
    workplace = Workplace(root, tmp_path_factory.mktemp("built") / "copy")
    code, said = workplace.build(EXPORTS="true")
    assert code == 0, said
    return workplace
