"""A build on a machine that can't do all of it says in a line what could not be done."""

import pytest

from macros.linkcheck.link_sources import beside
from tests.site.workplace import Workplace, contents, leftovers, python_begins_with

KILLED = """
import os, sys
if any(one.endswith("typst_process.py") for one in sys.orig_argv):
    os.kill(os.getpid(), 9)
"""
"""What a system does to the process that takes most, when memory runs out."""
STOPPED = {"nl": "Meestal is er dan te weinig geheugen", "en": "Most often memory ran out"}


@pytest.fixture
def small(root, tmp_path):
    """A copy of the project with a language of four patterns, of which nothing is kept."""
    return Workplace(root, tmp_path / "copy", small=True, cold=True)


@pytest.mark.parametrize("language", STOPPED)
def test_a_build_whose_typst_is_killed_says_so_in_a_line_and_leaves_the_last_site(small, tmp_path, language):
    small.site.mkdir()
    (small.site / "sitemap.xml").write_text("the last good site")
    first = python_begins_with(KILLED, tmp_path / "first")
    code, said = small.build(EXPORTS="true", LC_ALL=f"{language}.UTF-8", **first)
    assert code == 1
    assert 1 <= sum(STOPPED[language] in line for line in said.splitlines()) <= len(STOPPED), said  # one for an edition
    assert "Traceback" not in said
    assert contents(small.site) == {"sitemap.xml": b"the last good site"}
    assert leftovers(small.folder) == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_site_stands_without_the_file_beside_it_that_names_the_lines_of_its_links(small, language):
    beside(small.site).mkdir(parents=True)
    code, said = small.build(LC_ALL=f"{language}.UTF-8")
    assert code == 0, said
    (line,) = [line for line in said.splitlines() if ".site.links.json" in line]
    assert ("De site staat op haar plaats" if language == "nl" else "The site is in place") in line
    assert "Traceback" not in said
    assert (small.site / "index.html").exists()
