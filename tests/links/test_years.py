"""Years after the first publication: names, keys and texts have changed, and every promise still holds."""

import re
from datetime import date

from lxml import html

from macros.core.answers import pattern_answers
from macros.core.checks import check
from macros.core.findings import Severity
from macros.core.reading import read_language
from macros.core.rename import Wish, make, objections, plan
from macros.core.revise import record_publication
from macros.links.check import check_site
from macros.links.published import broken_promise
from macros.links.site import read_site
from tests.links.test_mutations import build

RENAMES = [
    (
        date(2027, 1, 5),
        "no-one-says-no",
        Wish(key="consent-counts", names={"nl": "Consent telt", "en": "Consent Counts"}),
    ),
    (date(2031, 5, 1), "consent-counts", Wish(names={"nl": "Geen bezwaar"})),
    (date(2036, 9, 9), "consent-counts", Wish(key="no-objection", slugs={"en": "no-objection"})),
]


def grow_older(folder):
    """Rename a pattern three times, each time publishing what came of it."""
    for today, key, wish in RENAMES:
        language = read_language(folder).language
        changes = plan(folder, language, language.patterns[key], wish, today)
        assert objections(folder, changes) == []
        make(folder, changes)
        record_publication(folder, read_language(folder).language)


def text_of(site, address):
    page = html.fromstring((site / address / "index.html").read_bytes())
    return " ".join(map(str, page.itertext()))


def test_after_three_renames_every_address_answers_and_every_text_can_be_read(copy, built_site):
    grow_older(copy.folder)
    build(copy, built_site, exports=False)
    site, reading = read_site(copy.site), check(copy.folder)
    findings = [*reading.findings, *check_site(site, reading.language, copy.folder)]
    assert [finding for finding in findings if finding.severity is Severity.ERROR] == []
    entries = reading.language.ledger.entries.values()
    answers = pattern_answers(reading.language)
    assert [one for one in entries if broken_promise(one, site.follow(one.address), site.has, answers)] == []
    assert site.follow("patronen/niemand-zegt-nee/")[-1] == "patronen/geen-bezwaar/"
    assert site.follow("en/p/70/")[-1] == "en/patterns/no-objection/"
    assert re.search(
        r"Eerdere teksten\s+5 januari 2027\s+22 november 2026", text_of(copy.site, "patronen/geen-bezwaar")
    )
    assert "De naam werd ‘Consent telt’." in text_of(copy.site, "p/70/2026-11-22")
    assert "De naam werd ‘Geen bezwaar’." in text_of(copy.site, "p/70/2027-01-05")
