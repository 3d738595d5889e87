"""What a writer says of a changed text before it is published: `patterns/revisions/70.yml`, one file a pattern."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from macros.findings.finding import Finding, Place
from macros.model.base import Model, described
from macros.model.editions import EDITIONS, DeclaredCode, Edition
from macros.model.validation import validate
from macros.model.values import Number, Plain
from macros.record.published_text import DateOfText, Fingerprint, PublishedText
from macros.yaml.document import Document
from macros.yaml.quoting import scalar
from macros.yaml.reader import read

REVISIONS_FOLDER: Final = "patterns/revisions"


class Revision(Model):
    """What changed in a pattern's text since the one that was published.

    It holds for as long as the text under `after` is the one that was published last; afterwards it has no effect.
    """

    number: Number = described("Het nummer van het patroon.", "The pattern's number.", ge=1, le=9999)
    after: dict[DeclaredCode, DateOfText] = described(
        "De datum van de gepubliceerde tekst die veranderde, per editie.",
        "The date of the published text that changed, by edition.",
    )
    changed: dict[DeclaredCode, Plain] = described("Wat er veranderde.", "What changed.", default={})
    spelling: dict[DeclaredCode, Fingerprint] = described(
        "De vingerafdruk van een tekst waarin alleen verschrijvingen zijn verbeterd.",
        "The fingerprint of a text in which only slips were corrected.",
        default={},
    )

    def holds_for(self, latest: PublishedText) -> bool:
        """Return whether this is about what follows a published text, which was published last."""
        return self.after.get(latest.edition) == latest.date

    def corrects(self, latest: PublishedText, fingerprint: str) -> bool:
        """Return whether a text with this fingerprint only corrects slips in the text that was published last."""
        return self.holds_for(latest) and self.spelling.get(latest.edition) == fingerprint


def revision_file(revision: Revision) -> str:
    """Return the content of the file."""
    lines = [
        "# yaml-language-server: $schema=../schema/revision.json",
        "# Wat er aan dit patroon veranderde; de publicatie neemt het over. / What changed; publishing takes it up.",
        f"number: {revision.number}",
    ]
    parts: dict[str, Mapping[Edition, str]] = {
        "after": revision.after,
        "changed": revision.changed,
        "spelling": revision.spelling,
    }
    for name, by_edition in parts.items():
        if by_edition:
            lines.append(f"{name}:")
            lines += [f"  {edition}: {scalar(by_edition[edition])}" for edition in EDITIONS if edition in by_edition]
    return "\n".join(lines) + "\n"


def revision_path(number: int) -> str:
    """Return where the file of a pattern stands, from the repository root."""
    return f"{REVISIONS_FOLDER}/{number}.yml"


def read_revisions(files: Iterable[Path], root: Path) -> tuple[dict[int, Revision], dict[int, Document], list[Finding]]:
    """Read every file: what was said by the pattern's number, the files, and what is wrong with them."""
    revisions: dict[int, Revision] = {}
    documents: dict[int, Document] = {}
    findings: list[Finding] = []
    for path in (path for path in files if root / REVISIONS_FOLDER in path.parents):
        document = read(path, root)
        revision, wrong = validate(document, Revision)
        findings += document.findings + wrong
        if revision is None:
            continue
        if document.path != revision_path(revision.number):
            right = {"path": revision_path(revision.number)}
            findings.append(Finding(Place(document.path), "revision-misplaced", right, path.name))
            continue
        revisions[revision.number], documents[revision.number] = revision, document
    return revisions, documents, findings
