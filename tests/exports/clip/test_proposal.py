"""A pattern comes in the parts of a proposal, speaks to no reader and advises nothing; what is left out is told."""

import itertools
import re

import pytest

from macros.exports.clipboard.pieces import pieces
from macros.exports.clipboard.proposal import proposal
from macros.exports.clipboard.text import text
from macros.exports.imprint import Imprint
from macros.view.blocks import Heading, Items, Paragraph, plain
from macros.view.outline import outline
from tests.exports.conftest import SITE

PARTS = {
    "nl": ["Aanleiding", "Argumenten, van beide kanten", "Kanttekeningen", "Wat bekend is"],
    "en": ["Background", "Arguments, from both sides", "Caveats", "What is known"],
}
SPOKEN = {"nl": r"\b([Jj]e|[Jj]ij|[Jj]ullie|[Jj]ouw)\b", "en": r"\b([Yy]ou|[Yy]ours?)\b"}
UNKNOWN = {
    "nl": r"\(les [A-Z]\)|‘Leid het gesprek’|‘Beslis je hier niet over?’",
    "en": r"\(lesson [A-Z]\)|‘Lead the conversation’|‘Not yours to decide?’",
}


@pytest.fixture(scope="module")
def proposals(imprint):
    """Every pattern of an edition with its proposal."""
    return [
        (pattern, proposal(pattern, outline(imprint.view(pattern), imprint), imprint)) for pattern in imprint.patterns()
    ]


def made(language, edition, number):
    """Return a pattern as a proposal, with its pattern and imprint."""
    imprint = Imprint(language, edition, SITE)
    (pattern,) = (one for one in imprint.patterns() if one.id == number)
    return proposal(pattern, outline(imprint.view(pattern), imprint), imprint), pattern, imprint


def test_every_pattern_has_the_parts_and_speaks_to_nobody(imprint, proposals):
    for pattern, one in proposals:
        *parts, sources = one.blocks
        assert [plain(block.runs) for block in parts if isinstance(block, Heading)] == PARTS[imprint.edition]
        followed = [isinstance(one, Heading) and isinstance(two, Heading) for one, two in itertools.pairwise(parts)]
        assert not any(followed), "each part holds something"
        assert not re.search(SPOKEN[imprint.edition], text(parts))
        assert isinstance(sources, Items)
        told = pattern.text(imprint.edition)[0]
        assert told.intervention not in text(parts)
        assert Paragraph(imprint.reader().runs(told.problem)) in parts or re.search(
            SPOKEN[imprint.edition], told.problem
        )


def test_every_source_is_named_and_nothing_that_the_text_does_not_hold(imprint, proposals):
    for pattern, one in proposals:
        assert len(one.blocks[-1].items) == len(pattern.fields.sources)
        known = [plain(block.runs) if isinstance(block, Heading) else "" for block in one.blocks].index(
            PARTS[imprint.edition][-1]
        )
        assert not re.search(UNKNOWN[imprint.edition], text(one.blocks[known:])), pattern.id


def test_a_title_that_speaks_to_the_reader_stays(language):
    one, _, _ = made(language, "nl", 5)
    assert "Dat kun je niet op papier zetten" in text(one.blocks)


def test_what_stands_before_a_sentence_to_the_reader_stays(language):
    one, _, _ = made(language, "nl", 5)
    assert "- Een vragenlijst sturen.\n" in text(one.blocks)
    assert "officiële standpunt" not in text(one.blocks)


@pytest.mark.parametrize(
    ("edition", "told"),
    [("nl", "Zinnen weggelaten omdat ze de lezer aanspreken: 8."), ("en", "because they address the reader: 8.")],
)
def test_how_many_sentences_were_left_out_is_told(language, edition, told):
    _, pattern, imprint = made(language, edition, 5)
    assert told in pieces(pattern, imprint)["proposal"]["remark"]


def test_what_is_left_out_leaves_a_place_to_fill_in(imprint, proposals):
    unfilled = 0
    for pattern, one in proposals:
        assert text(one.blocks).count(imprint.words.proposal_open) == len(one.unfilled)
        remark = pieces(pattern, imprint)["proposal"]["remark"]
        asked = imprint.words.proposal_fill_in.partition("{")[0]
        assert (asked in remark) == bool(one.unfilled)
        assert all(f"‘{part}’" in remark.partition(asked)[2] for part in one.unfilled)
        unfilled += bool(one.unfilled)
    assert 0 < unfilled < len(proposals) / 2


def test_a_whole_proposal_has_no_remark(language):
    one, pattern, imprint = made(language, "nl", 70)
    assert not one.left_out
    assert pieces(pattern, imprint)["proposal"]["remark"] == ""


@pytest.mark.parametrize(
    ("edition", "asked"),
    [("nl", "Vul zelf nog in: ‘Kanttekeningen’."), ("en", "Still to be filled in: ‘Caveats’.")],
)
def test_a_pattern_without_pitfalls_asks_for_caveats(language, edition, asked):
    _, pattern, imprint = made(language, edition, 80)
    assert pieces(pattern, imprint)["proposal"]["remark"].endswith(asked)
