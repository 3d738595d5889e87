"""A pattern comes in the parts of a proposal, speaks to no reader and advises nothing."""

import itertools
import re

from macros.exports.clipboard.proposal import proposal
from macros.exports.clipboard.text import text
from macros.view.blocks import Heading, Paragraph, plain

PARTS = {
    "nl": ["Aanleiding", "Argumenten", "Kanttekeningen", "Wat bekend is"],
    "en": ["Background", "Arguments", "Caveats", "What is known"],
}
SPOKEN = {"nl": r"\b([Jj]e|[Jj]ij|[Jj]ullie|[Jj]ouw)\b", "en": r"\b([Yy]ou|[Yy]ours?)\b"}


def test_every_pattern_has_the_parts_and_speaks_to_nobody(imprint):
    for pattern in imprint.patterns():
        made = proposal(pattern, imprint)
        assert [plain(block.runs) for block in made if isinstance(block, Heading)] == PARTS[imprint.edition]
        followed = [isinstance(one, Heading) and isinstance(two, Heading) for one, two in itertools.pairwise(made)]
        assert not any(followed), "each part holds something"
        assert not re.search(SPOKEN[imprint.edition], text(made))
        told = pattern.text(imprint.edition)[0]
        assert told.intervention not in text(made)
        assert Paragraph(imprint.reader().runs(told.problem)) in made or re.search(
            SPOKEN[imprint.edition], told.problem
        )


def test_what_is_left_out_leaves_a_place_to_fill_in(imprint):
    open_ends = [text(proposal(pattern, imprint)).count(imprint.words.proposal_open) for pattern in imprint.patterns()]
    assert 0 < sum(open_ends) < len(open_ends) / 2
