"""A feed reader finds every new and revised pattern, dated, with its words as words."""

import feedparser
import pytest

from macros.exports.feed import feed_file
from macros.view.library import title
from tests.exports.conftest import SITE


def read(imprint):
    ((_, content),) = feed_file(imprint)
    parsed = feedparser.parse(content)
    assert not parsed.bozo, parsed.get("bozo_exception")
    return parsed


def test_the_feed_of_each_edition(imprint):
    feed = read(imprint)
    assert feed.version == "atom10"
    assert feed.feed.title == imprint.name
    assert feed.feed.language == imprint.edition
    assert feed.feed.links[0].href == SITE + ("feed.xml" if imprint.edition == "nl" else "en/feed.xml")
    published = {imprint.permalink(pattern): pattern for pattern in imprint.language.published()}
    assert len(feed.entries) == len(published)
    for entry in feed.entries:
        pattern = published[entry.id]
        assert entry.title == title(pattern, imprint.edition)
        assert entry.published <= entry.updated
        assert entry.updated == f"{imprint.language.text_date(pattern, imprint.edition)}T00:00:00+00:00"


def test_the_newest_text_comes_first(imprint):
    days = [entry.updated for entry in read(imprint).entries]
    assert days == sorted(days, reverse=True)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_harm_stays_text_in_the_feed(hostile):
    ((_, content),) = feed_file(hostile)
    assert b"<script" not in content
    (entry,) = [entry for entry in feedparser.parse(content, sanitize_html=False).entries if entry.id.endswith("/70/")]
    assert "&lt;script&gt;" in entry.title or "<script>" in entry.title
