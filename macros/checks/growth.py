"""Checks, with what git remembers, that the record of what was published only grows, and only by publishing.

Compared with the newest content that was accepted and with all that was recorded on the way to it. Without git there
is nothing to compare. A change that adds to the record must add nothing else, and every text that it adds must be one
that stood in the file of its pattern, on the day under which it is recorded or before: so the change of a publication
can be told from a forged one by what it holds, whoever sends it.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from pathlib import Path, PurePosixPath

from macros.findings.finding import Finding, Hole, Place
from macros.language.language import Language
from macros.language.numbers import by_number
from macros.model.validation import validate, validate_pattern
from macros.record.git_history import (
    accepted,
    added_lines,
    blob_id,
    changed_paths,
    first_blobs,
    head_of,
    is_shallow,
    lines_ever,
    lines_with,
    text_at,
    texts_over_time,
)
from macros.record.published_text import TEXTS_FOLDER, PublishedText
from macros.record.published_urls import FIRST_LINE, PUBLISHED_URLS, published_urls_from
from macros.record.sections import all_stand_in, fingerprint, sections_of
from macros.record.withdrawals import WITHDRAWN, Withdrawals
from macros.yaml.reader import parse

_MOST_STATES = 500
"""A pattern file that changed more often than this is not searched further."""


def record_only_grows(root: Path, language: Language) -> Iterator[Finding]:
    """What was recorded stands in the record, and what comes to it was written by publishing."""
    commit = accepted(root)
    if not commit:
        return
    yield from _addresses_stay(root, language, commit)
    yield from _texts_stay(root, language, commit)
    yield from _withdrawals_stay(root, language, commit)
    head = head_of(root)
    if head != commit:
        yield from _added_by_publishing(root, language, commit, head)


def _addresses_stay(root: Path, language: Language, commit: str) -> Iterator[Finding]:
    recorded = published_urls_from("\n".join(lines_ever(root, commit, PUBLISHED_URLS, FIRST_LINE)))
    for was in language.published_urls.missing(recorded.entries.values()):
        now = language.published_urls.entries.get(was.address)
        place = now.place if now else Place(PUBLISHED_URLS)
        yield Finding(place, "published-url-removed", {"line": str(was)}, str(now or ""))
    first_line = language.published_urls.first_line
    if recorded.entries and language.published_urls.entries and first_line != FIRST_LINE:
        yield Finding(Place(PUBLISHED_URLS), "published-url-line.first", {"line": FIRST_LINE}, first_line)


def _texts_stay(root: Path, language: Language, commit: str) -> Iterator[Finding]:
    recorded = first_blobs(root, commit, f":(glob){TEXTS_FOLDER}/*/*/*.json")
    here = {text.path: text for text in language.record}
    for path, blob in recorded.items():
        file = root / path
        back: dict[str, Hole] = {"commit": commit[:10], "path": path}
        if file.is_symlink() or not file.is_file():
            yield Finding(Place(path), "record-removed", back)
        elif blob_id(file.read_bytes(), blob) != blob and not _was_withdrawn(here.get(path), language):
            yield Finding(Place(path), "record-changed.since", back)


def _withdrawals_stay(root: Path, language: Language, commit: str) -> Iterator[Finding]:
    """A text that was withdrawn does not come back because a line goes."""
    content = text_at(root, commit, WITHDRAWN)
    before, _findings = validate(parse(content.encode(), WITHDRAWN), Withdrawals) if content else (None, [])
    for one in before.withdrawn if before else ():
        if one not in language.withdrawals.withdrawn:
            holes: dict[str, Hole] = {"commit": commit[:10], "path": WITHDRAWN}
            yield Finding(Place(WITHDRAWN), "withdrawal-removed", holes, f"{one.number} {one.date or ''}".strip())
            return


def _was_withdrawn(text: PublishedText | None, language: Language) -> bool:
    return text is not None and not text.sections and language.withdrawals.of(text) is not None


def _added_by_publishing(root: Path, language: Language, commit: str, head: str) -> Iterator[Finding]:
    changed = changed_paths(root, commit, head)
    added = [path for path, how in changed.items() if how == "A" and path.startswith(f"{TEXTS_FOLDER}/")]
    was_begun = FIRST_LINE in lines_ever(root, commit, PUBLISHED_URLS, FIRST_LINE)
    lines = added_lines(root, commit, head, PUBLISHED_URLS) if PUBLISHED_URLS in changed and was_begun else []
    others = [path for path in changed if path != PUBLISHED_URLS and not path.startswith(f"{TEXTS_FOLDER}/")]
    if others and (added or any(line.startswith("/") for line in lines)):
        holes: dict[str, Hole] = {
            "other": others[0],
            "commit": commit[:10],
            "paths": f"{PUBLISHED_URLS} {TEXTS_FOLDER}",
        }
        yield Finding(Place(added[0] if added else PUBLISHED_URLS), "record-by-hand", holes)
    here = {text.path: text for text in language.record}
    for path in added:
        text = here.get(path)
        if text and not _has_stood(root, language, text, commit):
            yield Finding(Place(path), "record-forged", {"number": text.number, "date": text.date})


def _has_stood(root: Path, language: Language, text: PublishedText, commit: str) -> bool:
    """Whether a text stood in the file of its pattern on its day or before, in an accepted commit."""
    pattern = by_number(language).get(text.number)
    if pattern is None:
        return False
    states = texts_over_time(root, pattern.document.path, commit)
    for state in islice(states, _MOST_STATES):
        if state.day > text.text_date.day:
            continue
        document = parse(state.text.encode(), pattern.document.path)
        fields, _findings = validate_pattern(document)
        numbers = _numbers_in(root, state.commit)
        if fields is None:
            # The file has fields of before: what they were called is not known any more, only what stood in them.
            if all_stand_in(document.at((text.edition,)), text.sections, numbers):
                return True
        elif (own := fields.texts.get(text.edition)) and fingerprint(sections_of(own, numbers)) == text.fingerprint:
            return True
    # Where older commits were not fetched, it is not known what stood in the file before them.
    return is_shallow(root)


@lru_cache(maxsize=8)
def _numbers_in(root: Path, commit: str) -> dict[str, int]:
    """Return the numbers of the patterns by key as they were in a commit: links are compared by number."""
    lines = lines_with(root, commit, "^id: *[1-9][0-9]{0,3} *(#.*)?$", "patterns")
    return {PurePosixPath(path).stem: int(line.split()[1]) for path, line in lines.items()}
