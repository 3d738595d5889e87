"""A draft that has become a case: what still stands in the way of it, and the file that it becomes."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from macros.contributions.draft import INBOX, StoryDraft, case_text
from macros.findings.finding import Finding, among
from macros.language.language import Language
from macros.language.pattern import key_of
from macros.language.reading import CASES
from macros.model.editions import EDITIONS
from macros.model.validation import validate
from macros.record.clock import now_in_the_netherlands
from macros.text.marks import marks_in
from macros.text.slugs import slugify
from macros.yaml.document import Document
from macros.yaml.reader import read

_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def drafts(root: Path) -> list[str]:
    """Return the keys of the drafts of a language."""
    return sorted(path.stem for path in (root / INBOX).glob("*.yml"))


def read_draft(root: Path, key: str) -> Document:
    """Return a draft as read."""
    return read(root / INBOX / f"{key}.yml", root)


def marks_of(document: Document) -> Iterator[Finding]:
    """Yield a finding on each mark that stands in a draft."""
    yield from _marks_of_comments(document)
    for loc in document.ends:  # also a text that is too long for a case, which `texts` leaves out
        text = str(document.at(loc))
        seen: dict[str, int] = {}
        for found in marks_in(text):
            place = document.place_within(loc, found, seen.get(found, 0))
            seen[found] = seen.get(found, 0) + 1
            yield Finding(place, "draft.mark", {}, found)


def _marks_of_comments(document: Document) -> Iterator[Finding]:
    """Yield a finding on each mark in a comment between the fields; those on top tell what a mark looks like."""
    first = min((line for line, _column in document.keys.values()), default=0)
    for number, line in enumerate(document.file.lines, 1):
        if number > first > 0 and line.lstrip().startswith("#"):
            for found in marks_in(line):
                yield Finding(document.file.place_at(number, line.index(found) + 1), "draft.mark", {}, found)


def is_note(document: Document) -> bool:
    """Whether a draft is the note of a correction, which no case is made of."""
    return bool(document.at(("form",)) == "correction")


def story_of(document: Document, language: Language) -> tuple[StoryDraft | None, list[Finding]]:
    """Return a draft that may become a case, or None with all that stands in the way."""
    approved = document.at(("approved",))
    draft, findings = validate(document, StoryDraft)
    findings = [*document.findings, *marks_of(document), *findings]
    if isinstance(document.data, dict) and not approved:
        findings = [one for one in findings if one.holes.get("field") != "approved"]
        findings.append(Finding(document.place(("approved",), of_key=True), "draft.not-approved"))
    # Days written like this follow one another as their letters do.
    elif _DAY.fullmatch(str(approved)) and str(approved) > now_in_the_netherlands().isoformat():
        findings.append(Finding(document.place(("approved",)), "draft.approved-later", {}, str(approved)))
    known = sorted({key_of(one) for one in language.documents.values()})
    for loc, key in document.words(("patterns",)):
        if key not in known:
            findings.append(Finding(document.place(loc), "unknown-pattern", {}, key, among(key, known)))
    if draft and not case_key(draft):
        edition = next(one for one in EDITIONS if one in draft.texts)
        findings.append(Finding(document.place((edition, "name")), "draft.no-key", {}, draft.texts[edition].name))
    return (None if findings else draft), sorted(findings, key=lambda one: one.place)


def case_key(draft: StoryDraft) -> str:
    """Return the key of the case: its address or name in the first language that gives one; empty where none does."""
    texts = [draft.texts[edition] for edition in EDITIONS if edition in draft.texts]
    return next((key for text in texts if (key := text.slug or slugify(text.name))), "")


def make_folder(folder: Path) -> None:
    """Make a folder to write in where there is none yet.

    Raises:
        NotADirectoryError: when something else stands there, or a link: what is written would come elsewhere.
    """
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise NotADirectoryError(20, "no folder", str(folder))
    folder.mkdir(exist_ok=True)


def place(draft: StoryDraft, root: Path) -> tuple[Path, bool]:
    """Write the file of the case that a draft has become.

    Returns:
        The file, and whether it is new; one that holds just this case already stays as it is.

    Raises:
        FileExistsError: when another case has this key; nothing is overwritten.
        NotADirectoryError: when the folder of the cases is none.
    """
    path = root / "patterns" / CASES / f"{case_key(draft)}.yml"
    text = case_text(draft, path.relative_to(root).as_posix())
    make_folder(path.parent)
    if path.is_file() and path.read_bytes() == text.encode():
        return path, False
    with path.open("x", encoding="utf-8", newline="") as file:
        file.write(text)
    return path, True
