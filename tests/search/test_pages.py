"""What search reads of the pages that people write."""

from macros.language.reading import read_language
from macros.search.entries import stems_and_places
from macros.search.index import page_index
from tests.tools.languages import small_language

FOLD = "# Zeldzaam\n\n/// details | Zuurdesem\n\nKruimels.\n\n///\n"


def test_a_fold_is_found_by_its_words_and_not_by_how_it_is_written(tmp_path):
    folder = small_language(tmp_path / "language")
    (folder / "docs/nl/zeldzaam.md").write_text(FOLD, encoding="utf-8")
    written = page_index(read_language(folder).language, "nl")["words"]["far"]
    found = {stem for stem, _places in stems_and_places(written)}
    assert {"zurdesem", "kruimel"} <= found
    assert not [stem for stem in found if "detail" in stem]
