"""Years after the first publication: names, keys and texts have changed, and every promise still holds."""

import re
from datetime import date

from lxml import html

from macros.authoring.file_changes import make, objections
from macros.authoring.rename import RenameRequest, plan
from macros.checks import check
from macros.findings.finding import Severity
from macros.language.address_targets import pattern_targets
from macros.language.reading import read_language
from macros.linkcheck.check import check_site
from macros.linkcheck.promised import broken_promise
from macros.linkcheck.site import read_site
from tests.tools.publishing import publish_texts

FIRST = date(2026, 11, 22)
LATER = "2114380800"
"""SOURCE_DATE_EPOCH of 2037-01-01: the last publication lies in the past."""
RENAMES = [
    (
        date(2027, 1, 5),
        "no-one-says-no",
        RenameRequest(key="consent-counts", names={"nl": "Consent telt", "en": "Consent Counts"}),
    ),
    (date(2031, 5, 1), "consent-counts", RenameRequest(names={"nl": "Geen bezwaar"})),
    (date(2031, 5, 1), "consent-counts", RenameRequest(names={"nl": "Wie kan er niet mee leven?"})),
    (date(2036, 9, 9), "consent-counts", RenameRequest(key="no-objection", slugs={"en": "no-objection"})),
]


def grow_older(folder):
    """Rename a pattern four times, two of them on one day, each time publishing what came of it."""
    publish_texts(folder, FIRST)
    for today, key, wish in RENAMES:
        language = read_language(folder).language
        changes = plan(folder, language, language.patterns[key], wish)
        assert objections(folder, changes) == []
        make(folder, changes)
        publish_texts(folder, today)


def text_of(site, address):
    page = html.fromstring((site / address / "index.html").read_bytes())
    return " ".join(map(str, page.itertext()))


def test_after_four_renames_every_address_answers_and_every_text_can_be_read(copy, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", LATER)
    grow_older(copy.folder)
    code, said = copy.build()
    assert code == 0, said
    site, reading = read_site(copy.site, without_exports=True), check(copy.folder)
    findings = [*reading.findings, *check_site(site, reading.language, copy.folder)]
    assert [finding for finding in findings if finding.severity is Severity.ERROR] == []
    entries = reading.language.published_urls.entries.values()
    assert [
        one
        for one in entries
        if broken_promise(one, site.follow(one.address), site.has, pattern_targets(reading.language))
    ] == []
    assert site.follow("patronen/niemand-zegt-nee/")[-1] == "patronen/wie-kan-er-niet-mee-leven/"
    assert site.follow("p/70/2031-05-01-2/")[-1] == "patronen/wie-kan-er-niet-mee-leven/"
    assert site.follow("en/p/70/")[-1] == "en/patterns/no-objection/"
    earlier = r"Eerdere teksten\s+1 mei 2031\s+5 januari 2027\s+22 november 2026"
    assert re.search(earlier, text_of(copy.site, "patronen/wie-kan-er-niet-mee-leven"))
    assert "De naam werd ‘Consent telt’." in text_of(copy.site, "p/70/2026-11-22")
    assert "De naam werd ‘Geen bezwaar’." in text_of(copy.site, "p/70/2027-01-05")
    assert "De naam werd ‘Wie kan er niet mee leven?’." in text_of(copy.site, "p/70/2031-05-01")
    assert "The name became ‘Consent Counts’." in text_of(copy.site, "en/p/70/2026-11-22")
