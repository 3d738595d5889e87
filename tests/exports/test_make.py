"""Everything is made at its address."""

from macros.model.editions import ROOTS


def test_every_pattern_has_every_file(imprint, exported):
    for pattern in imprint.patterns():
        folder = exported / f"{ROOTS[imprint.edition]}p/{pattern.id}"
        assert {path.suffix for path in folder.iterdir()} >= {".pdf", ".docx", ".odt", ".bib", ".ris", ".json"}
