"""What a writer says of a published text that changed: one line on what is new, or that only slips were corrected."""

from macros.language.language import Language
from macros.language.pattern import Pattern
from macros.model.editions import Edition
from macros.record.revisions import Revision


class NotPublishedError(Exception):
    """Nothing was published of a pattern, so that there is nothing to say of what changed."""


def revision(
    language: Language, pattern: Pattern, changed: dict[Edition, str], *, spelling: bool = False
) -> tuple[Revision, list[Edition]]:
    """Return what the file of revisions of a pattern should hold, and the editions whose text differs.

    Args:
        language: as read.
        pattern: whose text changes, or has changed.
        changed: what changes, in one line, in one language or both; empty to say nothing.
        spelling: whether only slips were corrected in the texts that differ from what was published.

    Raises:
        NotPublishedError: when no text of the pattern was published.
    """
    latest = {
        edition: published
        for edition in pattern.editions
        if (published := language.record.latest(pattern.id, edition)) is not None
    }
    if not latest:
        raise NotPublishedError(pattern.key)
    differing = [edition for edition in latest if language.published_as(pattern, edition) is None]
    after = {edition: published.date for edition, published in latest.items()}
    before = language.revisions.get(pattern.id)
    # What was said of a text that has been published since then is over.
    current = before if before and before.after == after else None
    return Revision(
        number=pattern.id,
        after=after,
        changed={**(current.changed if current else {}), **changed},
        spelling={edition: language.sections(pattern, edition)[1] for edition in differing} if spelling else {},
    ), differing
