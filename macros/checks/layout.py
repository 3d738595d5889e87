"""Whether the files that a change touches are in the layout that `fmt` writes.

Only these: laying out a file takes as long as all other checks of it, and what was accepted needs no notice. It is
asked by the command alone, so that the preview of an edit does without.
"""

from collections.abc import Iterator
from pathlib import Path

from macros.findings.finding import Finding, Place, Severity
from macros.language.file_layout import has_layout, in_layout
from macros.language.language import Language
from macros.record.git_history import accepted, changed_since
from macros.yaml.document import Document


def changed_files_are_in_layout(root: Path, language: Language) -> Iterator[Finding]:
    """Each file that differs from the newest accepted content is in the layout; without git none is looked at."""
    changed = changed_files(root)
    for document in language.all_documents():
        if document.path in changed and has_layout(document.path):
            yield from out_of_layout(document)


def changed_files(root: Path) -> set[str]:
    """Return the files that differ from the newest accepted content, by path; none without git."""
    commit = accepted(root)
    return changed_since(root, commit, ".") if commit else set()


def out_of_layout(document: Document, severity: Severity = Severity.NOTICE) -> Iterator[Finding]:
    """Yield the finding on a file that is not in the layout, on the first line that would change."""
    written = in_layout(document)
    if written != document.text:
        before, after = document.text.split("\n"), written.split("\n")
        pairs = zip(before, after, strict=False)
        line = next((number for number, (one, two) in enumerate(pairs, 1) if one != two), min(len(before), len(after)))
        yield Finding(Place(document.path, line), "not-formatted", {"path": document.path}, severity=severity)
