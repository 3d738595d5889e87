"""The editions of a language, read before anything else of it."""

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final, NamedTuple, TypeVar

from pydantic import BaseModel

from macros.findings.finding import Finding
from macros.model.edition_words import EditionWords
from macros.model.editions import Edition, Editions, OwnLabels, declare
from macros.model.translated import ByEdition
from macros.model.validation import validate
from macros.yaml.document import Document
from macros.yaml.reader import read

Model = TypeVar("Model", bound=BaseModel)

EDITIONS_FILE: Final = "editions.yml"
"""Its name in the folder of the patterns."""
EDITIONS_PATH: Final = f"patterns/{EDITIONS_FILE}"
"""Its path from the root."""


class Declaration(NamedTuple):
    """The editions of a language as read.

    Attributes:
        editions: what is declared; None when something is wrong with it.
        labels: the file of each edition that has words of its own for its pages.
        words: the file of each edition of whose words the language tells something.
        findings: what is wrong.
    """

    editions: Editions | None
    labels: dict[Edition, Document]
    words: dict[Edition, Document]
    findings: list[Finding]


def read_editions(root: Path) -> Declaration:
    """Read the editions of a language and make them those of this process, unless something is wrong with them.

    Args:
        root: the folder that holds `patterns/`.
    """
    document = read(root / EDITIONS_PATH, root)
    declared, findings = validate(document, Editions)
    findings = document.findings + findings + list(_unusable(document, declared) if declared else ())
    codes = [one.code for one in declared.editions] if declared else []
    label_files, labels, wrong_labels = _of_each(root, codes, labels_path, OwnLabels)
    word_files, words, wrong_words = _of_each(root, codes, words_path, EditionWords)
    findings += wrong_labels + wrong_words
    if declared is None or findings:
        return Declaration(None, label_files, word_files, findings)
    declare(declared.editions, labels, words)
    return Declaration(declared, label_files, word_files, [])


def _of_each(
    root: Path, codes: list[Edition], path_of: Callable[[Edition], str], model: type[Model]
) -> tuple[dict[Edition, Document], dict[Edition, Model], list[Finding]]:
    """Read a file that each edition may have; return the files, what they hold, and what is wrong with them."""
    files = {code: read(root / path_of(code), root) for code in codes if (root / path_of(code)).exists()}
    held: dict[Edition, Model] = {}
    findings: list[Finding] = []
    for code, document in files.items():
        own, wrong = validate(document, model)
        findings += document.findings + wrong
        if own:
            held[code] = own
    return files, held, findings


def labels_path(edition: Edition) -> str:
    """Return the path of the words of its own that an edition has for its pages, from the root."""
    return f"patterns/labels.{edition}.yml"


def words_path(edition: Edition) -> str:
    """Return the path of what a language tells of the words of an edition, from the root."""
    return f"patterns/words.{edition}.yml"


def _unusable(document: Document, declared: Editions) -> Iterator[Finding]:
    """Yield what makes a code unusable: another edition has it, or a file has a field of that name beside the texts."""
    fields = _fields_beside_texts(ByEdition)
    counts = Counter(one.code for one in declared.editions)
    for place, one in enumerate(declared.editions):
        where = document.place(("editions", place, "code"))
        if counts[one.code] > 1:
            yield Finding(where, "edition-code.twice", {}, one.code)
        if one.code in fields:
            yield Finding(where, "edition-code.field", {}, one.code)


def _fields_beside_texts(model: type[Any]) -> set[str]:
    """Return the names of all fields that stand beside a text by edition in some file."""
    names = set(model.model_fields) - {"texts"}
    return names.union(*(_fields_beside_texts(one) for one in model.__subclasses__()))
