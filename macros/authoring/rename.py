"""A new name, address or key for a pattern, in every place at once; the old address stays as an alias."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from macros.authoring.file_changes import Change
from macros.authoring.revise import revision
from macros.language.addresses import former_address, pattern_address
from macros.language.file_layout import in_layout_of
from macros.language.language import Language
from macros.language.pattern import Pattern
from macros.language.signal_rows import REF
from macros.model.editions import RENAMED, Edition
from macros.pictures.collection import source_of
from macros.record.revisions import revision_file, revision_path
from macros.text.slugs import slugify
from macros.yaml.document import Document, Loc
from macros.yaml.edits import Edits
from macros.yaml.files import read_text
from macros.yaml.reader import parse

_NO_REFERENCES: Final = {"language.yml", "sources.yml", "glossary.yml", "everyday.yml"}
_MACRO: Final = re.compile(r"\{\{.*?\}\}", re.DOTALL)


@dataclass(frozen=True, slots=True)
class RenameRequest:
    """What a pattern should be called: only what is filled in changes."""

    key: str = ""
    names: dict[Edition, str] = field(default_factory=dict)
    slugs: dict[Edition, str] = field(default_factory=dict)


def plan(root: Path, language: Language, pattern: Pattern, request: RenameRequest) -> list[Change]:
    """Return every change that a rename takes, without making one.

    The text under the old name needs no care here: the record of what was published keeps it.

    Args:
        root: the repository root.
        language: as read.
        pattern: the pattern to rename.
        request: what it should be called.

    Raises:
        LookupError: when a name or slug is asked for in an edition that has no text of its own.
    """
    changes = _renamed(language, pattern, request)
    named: dict[Edition, str] = {
        edition: RENAMED[edition].replace("{}", name)
        for edition, name in request.names.items()
        if name != pattern.name(edition) and language.record.latest(pattern.id, edition)
    }
    if named:
        changes.append(_said(root, language, pattern, named))
    return changes


def _said(root: Path, language: Language, pattern: Pattern, named: dict[Edition, str]) -> Change:
    """Return the change to the file in which publishing finds what changed; what a writer said there stays."""
    path = revision_path(pattern.id)
    before = read_text(root / path, root).text
    own, _differing = revision(language, pattern, {})
    new, _differing = revision(language, pattern, {**named, **own.changed})
    return Change(path, before, path, revision_file(new))


def _renamed(language: Language, pattern: Pattern, request: RenameRequest) -> list[Change]:
    changes = [_own(pattern, request)]
    if request.key and request.key != pattern.key:
        for document in language.all_documents():
            before = changes[0].after if document is pattern.document else document.text
            after = _with_key(document, before, pattern.key, request.key)
            after = in_layout_of(document, after) if after != before else after
            if document is pattern.document:
                changes[0] = Change(changes[0].path, changes[0].before, changes[0].new_path, after)
            elif after != before:
                changes.append(Change(document.path, before, document.path, after))
        if picture := language.pictures.files.get(source_of(pattern.document.path)):
            changes.append(Change(picture.path, picture.text, source_of(changes[0].new_path), picture.text))
        for page in language.pages.values():
            after = _links_with_key(page.text, pattern.key, request.key)
            after = _MACRO.sub(lambda macro: _word(pattern.key).sub(request.key, macro.group()), after)
            if after != page.text:
                changes.append(Change(page.path, page.text, page.path, after))
    return [change for change in changes if (change.path, change.before) != (change.new_path, change.after)]


def _own(pattern: Pattern, request: RenameRequest) -> Change:
    """Return the change to the pattern's own file, but for its key in it."""
    document = pattern.document
    edits = Edits(document.text)
    for edition in sorted({*request.names, *request.slugs}):
        text = pattern.own_text(edition)
        if text is None:
            raise LookupError(f"{pattern.key} has no text of its own in the edition {edition}")
        name = request.names.get(edition, text.name)
        slug = request.slugs.get(edition, text.slug or "")
        if name != text.name:
            edits.set((edition, "name"), name)
        if slug != (text.slug or ""):
            edits.set((edition, "slug"), slug, after="name")
        before, after = pattern.slug(edition), _slug(pattern, edition, request)
        # A draft has no address yet, so there is none to keep.
        if before != after and not pattern.draft:
            aliases = [alias for alias in text.aliases if alias != after]
            edits.set((edition, "aliases"), [*aliases, before], after="name")
    path = document.path
    if request.key:
        path = f"{path.rpartition('/')[0]}/{request.key}.yml"
    return Change(document.path, document.text, path, in_layout_of(document, edits.made()))


def _with_key(document: Document, text: str, old: str, new: str) -> str:
    edits = Edits(text)
    current = parse(text.encode(), document.path)
    for loc, value in current.texts:
        if _key_in(value) == old and _refers(document, loc):
            place = current.place(loc)
            start = text.index(old, current.file.offset(place.line, place.column))
            edits.replace(start, start + len(old), new)
    return _links_with_key(edits.made(), old, new)


def _key_in(value: str) -> str:
    """Return the key that a value is, or the one before the place of a signal: `no-one-says-no.1`."""
    signal = REF.fullmatch(value)
    return signal["key"] if signal else value


def _refers(document: Document, loc: Loc) -> bool:
    """Whether the text at this place is the key of a pattern."""
    names = [step for step in loc if isinstance(step, str)]
    if document.path.count("/") > 1:
        return names[0] in ("relations", "successor", "patterns")
    return document.path.rpartition("/")[2] not in _NO_REFERENCES and names[-1] != "key"


def _links_with_key(text: str, old: str, new: str) -> str:
    return re.sub(rf"(\[\[\s*){re.escape(old)}(?=\s*[\]|#])", rf"\g<1>{new}", text)


def _word(key: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){re.escape(key)}(?![\w-])")


def _slug(pattern: Pattern, edition: Edition, request: RenameRequest) -> str:
    """Return the last part of the address after the rename."""
    text = pattern.text(edition)[0]
    named = slugify(request.names.get(edition, text.name))
    return request.slugs.get(edition) or text.slug or named or request.key or pattern.key


def still_named(language: Language, pattern: Pattern, request: RenameRequest) -> Iterator[tuple[str, int, str]]:
    """Yield path, line and old name of every other place where prose says the old name: for a writer to judge."""
    for edition, name in request.names.items():
        old = pattern.name(edition)
        if old == name:
            continue
        files = {document.path: document.text for document in language.all_documents()}
        files |= {page.path: page.text for page in language.pages.values()}
        for path, text in files.items():
            for number, line in enumerate(text.splitlines(), 1):
                if old in line and path != pattern.document.path:
                    yield path, number, old


def addresses_after(pattern: Pattern, request: RenameRequest) -> Iterator[tuple[str, str]]:
    """Yield the old and the new address of every edition in which the address changes."""
    for edition in pattern.editions:
        new = _slug(pattern, edition, request)
        if new != pattern.slug(edition):
            yield pattern_address(pattern, edition), former_address(new, edition)
