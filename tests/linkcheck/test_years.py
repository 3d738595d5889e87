"""Years after the first publication: names, keys and texts have changed, and every promise still holds."""

import re
from datetime import date

import pytest
from lxml import html

from macros.authoring.file_changes import make, objections
from macros.authoring.rename import RenameRequest, plan
from macros.checks import check
from macros.findings.finding import Severity
from macros.language.address_targets import pattern_targets
from macros.language.reading import read_language
from macros.linkcheck.check import check_site
from macros.linkcheck.promised import addresses_of, broken_promise
from macros.linkcheck.site import read_site
from macros.record.published_urls import add_published_urls
from tests.site.workplace import Workplace
from tests.tools.publishing import publish_texts

FIRST = date(2026, 11, 22)
LATER = "2114380800"
"""SOURCE_DATE_EPOCH of 2037-01-01: the last publication lies in the past."""
RENAMES = [
    (
        date(2027, 1, 5),
        "ask-twice",
        RenameRequest(key="consent-counts", names={"nl": "Consent telt", "en": "Consent Counts"}),
    ),
    (date(2031, 5, 1), "consent-counts", RenameRequest(names={"nl": "Geen bezwaar"})),
    (date(2031, 5, 1), "consent-counts", RenameRequest(names={"nl": "Wie kan er niet mee leven?"})),
    (date(2036, 9, 9), "consent-counts", RenameRequest(key="no-objection", slugs={"en": "no-objection"})),
]


def grow_older(folder):
    """Rename a pattern four times, two of them on one day, each time publishing what came of it."""
    for today, key, wish in RENAMES:
        language = read_language(folder).language
        changes = plan(folder, language, language.patterns[key], wish)
        assert objections(folder, changes) == []
        make(folder, changes)
        publish_texts(folder, today)


def text_of(site, address):
    page = html.fromstring((site / address / "index.html").read_bytes())
    return " ".join(map(str, page.itertext()))


@pytest.fixture
def grown(root, tmp_path):
    """A copy in which everything was published, and renamed since; its addresses are those of the first publication."""
    copy = Workplace(root, tmp_path / "copy", small=True)
    publish_texts(copy.folder, FIRST)
    code, said = copy.build()
    assert code == 0, said
    add_published_urls(copy.folder, addresses_of(read_site(copy.site), read_language(copy.folder).language))
    grow_older(copy.folder)
    return copy


def test_after_four_renames_every_address_answers_and_every_text_can_be_read(grown, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", LATER)
    code, said = grown.build()
    assert code == 0, said
    site, reading = read_site(grown.site, without_exports=True), check(grown.folder)
    findings = [*reading.findings, *check_site(site, reading.language, grown.folder)]
    assert [finding for finding in findings if finding.severity is Severity.ERROR] == []
    entries = reading.language.published_urls.entries.values()
    assert "patronen/vraag-het-twee-keer/" in {one.address for one in entries}
    assert [
        one
        for one in entries
        if broken_promise(one, site.follow(one.address), site.has, pattern_targets(reading.language))
    ] == []
    assert site.follow("patronen/vraag-het-twee-keer/")[-1] == "patronen/wie-kan-er-niet-mee-leven/"
    assert site.follow("p/2/2031-05-01-2/")[-1] == "patronen/wie-kan-er-niet-mee-leven/"
    assert site.follow("en/p/2/")[-1] == "en/patterns/no-objection/"
    earlier = r"Eerdere teksten\s+1 mei 2031\s+5 januari 2027\s+22 november 2026"
    assert re.search(earlier, text_of(grown.site, "patronen/wie-kan-er-niet-mee-leven"))
    assert "De naam werd ‘Consent telt’." in text_of(grown.site, "p/2/2026-11-22")
    assert "De naam werd ‘Geen bezwaar’." in text_of(grown.site, "p/2/2027-01-05")
    assert "De naam werd ‘Wie kan er niet mee leven?’." in text_of(grown.site, "p/2/2031-05-01")
    assert "The name became ‘Consent Counts’." in text_of(grown.site, "en/p/2/2026-11-22")
