"""docs/macros.md says what every macro takes."""

from macros.written_pages.macro_signatures import MACROS
from tests.tools.macro_docs import PAGE, page


def test_the_page_is_what_the_code_says():
    assert PAGE.read_text("utf-8") == page(), "make it anew: python -m tests.tools.macro_docs"


def test_every_macro_stands_on_it():
    text = PAGE.read_text("utf-8")
    assert [name for name in MACROS if f"### `{name}(" not in text] == []
