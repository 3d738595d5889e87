"""Fields of a pattern that take a word of a list: to be filled in as soon as the language has that list."""

from macros.findings.finding import Finding
from macros.model.base import use_of
from macros.model.pattern import PatternFile
from macros.model.translated import written_fields
from macros.model.validation_errors import missing
from macros.model.vocabulary import VOCABULARY_FIELDS, Vocabulary
from macros.yaml.document import Document

_WHERE_KNOWN = [name for name, info in PatternFile.model_fields.items() if use_of(info).where_known]


def with_missing_words(document: Document, findings: list[Finding], vocabulary: Vocabulary | None) -> list[Finding]:
    """Return what is wrong with a pattern file, with the words that it lacks of the lists that the language has.

    Args:
        document: the file.
        findings: what the schema has against it; a finding there on missing fields names these fields too.
        vocabulary: the lists.
    """
    if not isinstance(document.data, dict) or vocabulary is None:
        return findings
    # A field that is only misspelt is not reported as missing as well.
    meant = {near for one in findings if one.rule == "unknown-field" for near in one.advice.nearest}
    lacking = {
        field
        for field in _WHERE_KNOWN
        if getattr(vocabulary, VOCABULARY_FIELDS[field]) and field not in document.data and field not in meant
    }
    if not lacking:
        return findings
    said = next((one for one in findings if _of_the_file(one, document)), None)
    if said:
        fields = said.holes.get("fields", ())
        lacking |= set(fields) if isinstance(fields, tuple) else set()
        lacking |= {str(said.holes["field"])} if "field" in said.holes else set()
    names = [name for name in written_fields(PatternFile) if name in lacking]
    added = missing(document, (), names)
    return [added if one is said else one for one in findings] if said else [*findings, added]


def _of_the_file(finding: Finding, document: Document) -> bool:
    """Return whether a finding names fields that are missing in the file itself, and not within one of its fields."""
    field = str(finding.holes.get("field", ""))
    missing_here = finding.message in ("missing-field", "missing-field.several") and finding.place == document.place()
    return missing_here and field != "id" and "." not in field
