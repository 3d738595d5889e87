"""The macros as writers may use them; `python -m tests.tools.macro_docs` writes docs/macros.md anew."""

import inspect
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from macros.site.macros import SETS
from macros.written_pages.macro_signatures import MACROS, Parameter

PAGE: Final = Path(__file__).parents[2] / "docs/macros.md"
_NAMES: Final = {
    "pattern": "the key of a pattern",
    "patterns": "keys of patterns, separated by spaces",
    "text": "the date of an earlier text, such as `2026-11-28`",
    "chapter": "the key of a chapter",
    "route": "the key of a reading route",
    "case": "the key of a case",
    "stagnation": "the key of a stagnation",
    "page": "the `page:` of a page",
    "section": "the id of a section of a pattern",
    "anchor": "the id of a heading of that page",
    "path": "a path",
}
_HEAD: Final = """# Macros

What a page in `docs/nl` or `docs/en` may call. A call stands between double braces, and its arguments are plain texts:
`{{ pattern_link("no-one-says-no", "another word") }}`. A page can do nothing else, and `python -m macros check` names
each call that is wrong. `[[no-one-says-no]]` is short for a link to a pattern.

The whole source of a generated page is one call, such as `{{ pattern_page("no-one-says-no") }}`. The same call works in
any page.

The rest of a page is Markdown: headings, lists, tables, code between lines of three backticks, and an id for a heading
(`## Heading {#id}`). What not everybody needs can be folded. It opens without scripts, and on paper it is open:

```
/// details | What stands on it

The text, with an empty line around it.

///
```

A fold has a title and no options. It is PyMdown's `blocks.details`, and nothing else of PyMdown is switched on.
Snippets and `b64` read other files. Superfences write their `title=` into HTML unescaped, and make invalid HTML of
code in a list with no empty line below it. Tabs need a script or a style. The boxes of a task list have no name for
who cannot see them.

This page is made from the code: `python -m tests.tools.macro_docs`.
"""


def page() -> str:
    """Return the text of docs/macros.md."""
    return _HEAD + "".join(_kinds())


def _kinds() -> Iterator[str]:
    for kind in SETS:
        yield f"\n## {(inspect.getdoc(kind) or '').partition('.')[0]}\n"
        for name, function in vars(kind).items():
            if not name.startswith("_"):
                yield f"\n### `{_form(name)}`\n\n{inspect.getdoc(function)}\n"
                parameters = [f"- `{one.name}`: {_takes(one)}\n" for one in MACROS[name].parameters]
                yield "\n" * bool(parameters) + "".join(parameters)


def _form(name: str) -> str:
    return f"{name}({', '.join(one.name if one.required else f'[{one.name}]' for one in MACROS[name].parameters)})"


def _takes(parameter: Parameter) -> str:
    takes = ", ".join(f"`{one}`" for one in parameter.values) or _NAMES.get(parameter.refers, "words")
    return takes if parameter.required else f"{takes}; may be left out"


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
