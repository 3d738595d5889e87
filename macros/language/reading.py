"""From the folder of files to the language: everything is read, and what is wrong is gathered, never raised."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any, Final, TypeVar

from pydantic import BaseModel

from macros.findings.finding import Advice, Finding, Place, among
from macros.language.editions import EDITIONS_FILE, labels_path, read_editions, words_path
from macros.language.language import Language
from macros.language.memory import Memory
from macros.language.missing_words import with_missing_words
from macros.language.numbers import next_number
from macros.language.pattern import Pattern
from macros.language.withdrawn import leave_out_withdrawn
from macros.model.case import Case, case_model
from macros.model.disagreements import Disagreements
from macros.model.everyday import Everyday
from macros.model.pattern import pattern_model
from macros.model.pattern_map import PatternMap
from macros.model.situations import Situations
from macros.model.validation import validate
from macros.model.vocabulary import VOCABULARY_FIELDS, Glossary, Routes, Sources, Vocabulary
from macros.pictures.collection import SYMBOLS
from macros.record.git_history import file_days
from macros.record.published_urls import read_published_urls
from macros.record.record import read_text_record
from macros.record.redirects import read_redirects
from macros.record.revisions import read_revisions
from macros.record.withdrawals import WITHDRAWN, Withdrawals
from macros.written_pages.page import Page, page_from
from macros.written_pages.shape import shape_findings
from macros.yaml.document import Document
from macros.yaml.files import (
    MAX_PAGE_BYTES,
    MAX_PICTURE_BYTES,
    MAX_RECORDED_ENTRIES,
    files_in,
    read_text,
    too_large_to_copy,
)
from macros.yaml.reader import read, without_garbage_collection
from macros.yaml.text_file import spaces_in_indentation

FRAME_FILES: Final[dict[str, tuple[str, type[BaseModel]]]] = {
    "language.yml": ("vocabulary", Vocabulary),
    "sources.yml": ("sources", Sources),
    "situations.yml": ("situations", Situations),
    "routes.yml": ("routes", Routes),
    "glossary.yml": ("glossary", Glossary),
    "disagreements.yml": ("disagreements", Disagreements),
    "everyday.yml": ("everyday", Everyday),
    "map.yml": ("map", PatternMap),
}
"""File name -> attribute of the language it fills, and its model."""
OPTIONAL: Final = FRAME_FILES.keys() - {"language.yml", "sources.yml"}
"""Files that a language may do without."""

CASES: Final = "cases"
"""The folder in patterns/ that holds the cases."""

_OTHER_ENDINGS: Final = {".yaml", ".YML", ".YAML"}
"""What an editor may make of `.yml`."""
NOT_CHAPTERS: Final = {"versions", "revisions", "schema", CASES}
"""Folders in patterns/ that hold no patterns."""


M = TypeVar("M", bound=BaseModel)


@dataclass(slots=True)
class Reading:
    """The language as read, with what reading and validating brought to light."""

    language: Language = field(default_factory=Language)
    findings: list[Finding] = field(default_factory=list)


def read_language(root: Path, memory: Memory | None = None) -> Reading:
    """Read the whole language.

    Args:
        root: the repository root, which holds `patterns/` and `docs/`.
        memory: what an earlier reading has left, which this one adds to.

    Returns:
        The language and the findings of reading and of the schema.
    """
    reading = Reading()
    language, folder = reading.language, root / "patterns"
    if not folder.is_dir():
        reading.findings.append(Finding(Place("patterns"), "unreadable.no-folder"))
        return reading
    language.editions, language.label_files, language.word_files, findings = read_editions(root)
    reading.findings += findings
    if language.editions is None:  # without its editions nothing else can be read
        return reading
    memory = memory or Memory()
    tree = files_in(folder, root, MAX_RECORDED_ENTRIES)
    reading.findings += tree.findings
    top = len(folder.parts)
    beside = [path for path in tree.files if path.parts[top] in NOT_CHAPTERS]
    with without_garbage_collection():
        language.published_urls = read_published_urls(root)
        language.redirects = read_redirects(root)
        _read_frame(reading, folder, root, memory)
        _read_patterns(reading, tree.files, root, memory)
        _read_cases(reading, beside, root, memory)
        _read_record(reading, beside, root)
        if root / WITHDRAWN in tree.files:
            _read_withdrawals(reading, root)
    _read_pages(reading, root, memory)
    return reading


def _validated(path: Path, root: Path, model_of: Callable[[Any], type[M]]) -> tuple[Document, M | None, list[Finding]]:
    """Return a file, its fields when they are valid, and what the schema has against them.

    Args:
        path: the file.
        root: the repository root.
        model_of: gives the model by what the file holds.
    """
    document = read(path, root)
    return document, *validate(document, model_of(document.data))


def _read_frame(reading: Reading, folder: Path, root: Path, memory: Memory) -> None:
    for name, (attribute, model) in FRAME_FILES.items():
        if name in OPTIONAL and not (folder / name).exists():
            continue
        path = folder / name
        document, instance, findings = memory.of(path, partial(_of_frame, path, root, model))
        setattr(reading.language, attribute, instance)
        reading.language.data_files[name] = document
        reading.findings += document.findings + findings


def _of_frame(path: Path, root: Path, model: type[M]) -> tuple[Document, M | None, list[Finding]]:
    return _validated(path, root, lambda _data: model)


def _read_patterns(reading: Reading, files: list[Path], root: Path, memory: Memory) -> None:
    valid: list[Pattern] = []
    refused: list[Finding] = []
    folder = root / "patterns"
    own = [*map(labels_path, reading.language.label_files), *map(words_path, reading.language.word_files)]
    others = {*FRAME_FILES, EDITIONS_FILE, *(Path(path).name for path in (WITHDRAWN, *own))}
    for path in files:
        parts = path.parts[len(folder.parts) :]
        if parts[0] in NOT_CHAPTERS:
            continue
        if len(parts) == 1 and parts[0] in others:
            continue
        if path.suffix == ".svg" and (len(parts) == 2 or path == root / SYMBOLS):  # noqa: PLR2004 - chapter and file
            source = memory.of(path, partial(read_text, path, root, MAX_PICTURE_BYTES))
            reading.language.pictures.files[source.path] = source
            continue
        if len(parts) != 2 or path.suffix != ".yml":  # noqa: PLR2004 - chapter and file
            key, place = path.name.partition(".")[0], Place(path.relative_to(root).as_posix())
            if len(parts) == 2 and path.suffix in _OTHER_ENDINGS:  # noqa: PLR2004 - chapter and file
                reading.findings.append(Finding(place, "misplaced.ending", {"name": f"{key}.yml"}, path.name))
            else:
                message = "misplaced.picture" if path.suffix == ".svg" else "misplaced"
                reading.findings.append(Finding(place, message, written=path.name))
            reading.language.misplaced.add(key)
            continue
        document, fields, findings = memory.of(path, partial(_validated, path, root, pattern_model))
        reading.language.documents[document.path] = document
        reading.findings += document.findings
        refused += with_missing_words(document, findings, reading.language.vocabulary)
        # Without a text in any language there is nothing to show; a check says so.
        if fields and fields.texts and not document.findings:
            valid.append(Pattern(path.stem, parts[0], document, fields))
    reading.findings += (_with_what_is_possible(finding, reading.language) for finding in refused)
    for pattern in sorted(valid, key=lambda pattern: (pattern.id, pattern.key)):
        reading.language.patterns.setdefault(pattern.key, pattern)


def _with_what_is_possible(finding: Finding, language: Language) -> Finding:
    """Return a finding of the schema with what only the other files tell: the next number, the words of a list."""
    field = finding.holes.get("field")
    if field == "id" and finding.message == "missing-field":
        return replace(finding, message="missing-field.id", holes={"next": next_number(language)})
    listing = VOCABULARY_FIELDS.get(str(field))
    words = [term.key for term in getattr(language.vocabulary, listing)] if listing and language.vocabulary else []
    if finding.message == "wrong-kind.list-of-words" and words:
        given = re.findall(r"[\w-]+", str(finding.holes["example"]))[1:]
        if not set(given) <= set(words):
            return replace(finding, message="wrong-kind.list", advice=Advice(allowed=tuple(words)))
    elif words and not finding.written:
        return replace(finding, advice=among("", words))
    return finding


def _read_cases(reading: Reading, files: list[Path], root: Path, memory: Memory) -> None:
    folder = root / "patterns" / CASES
    for path in files:
        if not path.is_relative_to(folder):
            continue
        if path.parent != folder or path.suffix != ".yml":
            place = Place(path.relative_to(root).as_posix())
            reading.findings.append(Finding(place, "misplaced.case", written=path.name))
            continue
        document, fields, findings = memory.of(path, partial(_validated, path, root, case_model))
        reading.language.case_documents[document.path] = document
        reading.findings += document.findings + findings
        if fields and not document.findings:
            reading.language.cases[path.stem] = Case(path.stem, document, fields)


def _read_record(reading: Reading, files: list[Path], root: Path) -> None:
    language = reading.language
    language.file_days = partial(file_days, root)
    language.record, findings = read_text_record(files, root)
    reading.findings += findings
    language.revisions, language.revision_files, findings = read_revisions(files, root)
    reading.findings += findings


def _read_withdrawals(reading: Reading, root: Path) -> None:
    document = read(root / WITHDRAWN, root)
    withdrawals, findings = validate(document, Withdrawals)
    reading.findings += document.findings + findings
    reading.language.data_files[Path(WITHDRAWN).name] = document
    if withdrawals:
        reading.language.withdrawals = withdrawals
        leave_out_withdrawn(reading.language)


def _read_pages(reading: Reading, root: Path, memory: Memory) -> None:
    tree = files_in(root / "docs", root)
    reading.findings += tree.findings
    reading.language.files = frozenset(path.relative_to(root).as_posix() for path in tree.files)
    for path in tree.files:
        if path.suffix != ".md":
            too_large = too_large_to_copy(path, root)
            reading.findings += [too_large] if too_large else []
            continue
        page, findings = memory.of(path, partial(_page, path, root))
        reading.findings += findings
        if page:
            reading.language.pages[page.path] = page


def _page(path: Path, root: Path) -> tuple[Page | None, list[Finding]]:
    file = read_text(path, root, MAX_PAGE_BYTES)
    refused = file.findings + shape_findings(file)
    page = page_from(file) if not refused else None
    return page, refused + spaces_in_indentation(file)
