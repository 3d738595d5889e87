"""The macros that a page may call, as data: `check` knows them without MkDocs, and macros/site defines them."""

from dataclasses import dataclass
from typing import Final, Literal

Refers = Literal[
    "", "pattern", "patterns", "text", "chapter", "route", "case", "stagnation", "page", "section", "anchor", "path"
]
"""What the text of an argument names; `patterns` is any number of keys, separated by spaces.

`text` is the date of a published text.
"""


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of a macro, which takes a text.

    Attributes:
        name: its name in the call.
        required: whether a call must give it.
        refers: what its text names.
        values: the texts that it takes; empty for any.
    """

    name: str
    required: bool = True
    refers: Refers = ""
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Macro:
    """One macro.

    Attributes:
        name: its name in the call.
        parameters: in the order of the call.
        needs_one: whether a call gives one of its parameters at least, though none of them is required.
    """

    name: str
    parameters: tuple[Parameter, ...] = ()
    needs_one: bool = False


COUNTED: Final = (
    "patterns",
    "lessons",
    "sources",
    "cases",
    "chapters",
    "routes",
    "opening-lessons",
    "patterns-with-more-lessons",
)
"""What `count` counts."""
COUNT_FORMS: Final = ("digits", "words", "capital")
"""How `count` writes a number."""

_OPTIONAL_WORDS: Final = Parameter("words", required=False)
_ALL: Final = (
    Macro(
        "pattern_link",
        (Parameter("key", refers="pattern"), _OPTIONAL_WORDS, Parameter("section", required=False, refers="section")),
    ),
    Macro(
        "pattern_list",
        (
            Parameter("chapter", required=False, refers="chapter"),
            Parameter("keys", required=False, refers="patterns"),
        ),
        needs_one=True,
    ),
    Macro("recognise", (Parameter("keys", refers="patterns"),)),
    Macro("chapter_list"),
    Macro("chapter_overview"),
    Macro("pattern_map"),
    Macro("lesson_table"),
    Macro("field_table"),
    Macro(
        "page_link",
        (
            Parameter("page", refers="page"),
            Parameter("words"),
            Parameter("section", required=False, refers="anchor"),
        ),
    ),
    Macro("repository_link", (Parameter("path", refers="path"), Parameter("words"))),
    Macro("count", (Parameter("what", values=COUNTED), Parameter("form", required=False, values=COUNT_FORMS))),
    Macro("new_pattern_links"),
    Macro("publisher_note", (Parameter("part", values=("name", "contact", "controller", "mailbox")),)),
    Macro("route_overview"),
    Macro("case_overview"),
    Macro("disagreement_list"),
    Macro("diagnosis"),
    Macro("missing_cells"),
    Macro("stagnation_matrix"),
    Macro("forces_drawing"),
    Macro("cycle_drawing"),
    Macro("glossary_list"),
    Macro("search_field"),
    Macro("search_results"),
    Macro("symbol_list"),
    Macro("licence_list"),
    Macro("book_table"),
    Macro("card_uses"),
    Macro("data_link", (Parameter("name", refers="path"),)),
    Macro(
        "download_link",
        (
            Parameter("name", refers="path"),
            Parameter("ending", values=("bib", "ris", "json", "pdf", "docx", "odt", "epub", "zip", "xlsx", "csv")),
            Parameter("shown"),
        ),
    ),
    Macro("offline_link", (Parameter("shown"),)),
    Macro("embed_line", (Parameter("key", refers="pattern"),)),
    Macro("feed_link", (Parameter("shown"),)),
    Macro("bundle"),
    Macro("contribution_doors"),
    Macro(
        "footnote",
        (Parameter("key", refers="pattern"), Parameter("style", values=("note", "author_date", "in_text"))),
    ),
    Macro("reference_list", (Parameter("keys", refers="patterns"),)),
    Macro("reference_check"),
    Macro("pattern_page", (Parameter("key", refers="pattern"),)),
    Macro("version_page", (Parameter("key", refers="pattern"), Parameter("date", refers="text"))),
    Macro("chapter_page", (Parameter("key", refers="chapter"),)),
    Macro("route_page", (Parameter("key", refers="route"),)),
    Macro("case_page", (Parameter("key", refers="case"),)),
    Macro("stagnation_page", (Parameter("key", refers="stagnation"),)),
)
MACROS: Final[dict[str, Macro]] = {macro.name: macro for macro in _ALL}
"""Every macro by its name."""
