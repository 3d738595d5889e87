"""Every kind of mistake that could break a link is found, and the line that has to be mended is named."""

import re
import shutil

import pytest

from macros.core.checks import check
from macros.core.findings import Severity
from macros.core.reading import read_language
from macros.links.check import check_site
from macros.links.site import read_site
from tests.links.mutations import FOUND_BY_CHECK, FOUND_IN_THE_SITE


def named(copy, finding):
    """The line that a finding names."""
    lines = (copy.folder / finding.place.path).read_text("utf-8").splitlines()
    return lines[finding.place.line - 1]


def assert_found(copy, mutation, findings):
    told = [one for one in findings if (one.rule, one.place.path) == (mutation.rule, mutation.path)]
    assert any(re.search(mutation.line, named(copy, one)) for one in told), findings


def test_nothing_is_wrong_before(copy, site):
    findings = check(copy.folder).findings + check_site(site, read_language(copy.folder).language, copy.folder)
    assert [one for one in findings if one.severity is Severity.ERROR] == []


def test_there_are_enough_kinds():
    assert len(FOUND_BY_CHECK) + len(FOUND_IN_THE_SITE) >= 40


@pytest.mark.parametrize("mistake", FOUND_BY_CHECK)
def test_found_by_check(copy, mistake):
    mutation = FOUND_BY_CHECK[mistake]
    mutation.make(copy)
    assert_found(copy, mutation, check(copy.folder).findings)


TAKEN_OVER = {".pdf", ".docx", ".epub", ".json", ".bib", ".ris", ".xml"}


def build(copy, built_site, exports):
    """Build the copy's site; where the mistake is in no export, those of the site that was built before are taken."""
    code, said = copy.build(EXPORTS="true" if exports else "false")
    assert code == 0, said
    for path in () if exports else built_site.rglob("*.*"):
        there = copy.site / path.relative_to(built_site)
        if path.suffix in TAKEN_OVER and not there.exists():
            there.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, there)


@pytest.mark.parametrize("mistake", FOUND_IN_THE_SITE)
def test_found_in_the_site(copy, built_site, mistake):
    mutation = FOUND_IN_THE_SITE[mistake]
    mutation.make(copy)
    build(copy, built_site, exports=mutation.path.startswith("macros/exports"))
    assert_found(copy, mutation, check_site(read_site(copy.site), read_language(copy.folder).language, copy.folder))
