"""Citations for reference managers: CSL-JSON, biblatex and RIS.

CSL-JSON: the CSL 1.0.2 data schema. biblatex: `@online`, with the site as `organization` where its author is another.
RIS: the 2001 specification with the tags that today's managers read; ELEC is a page on the web.
In the APA style each gives the reference that `footnote` makes.
"""

import json
import re
from collections.abc import Callable, Iterable
from typing import Any, Final

from macros.exports.reference import Reference
from macros.model.editions import CITED_LANGUAGES

_LATEX: Final = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{character: "\\" + character for character in "%&#$_"},
}
_LATEX_SPECIAL: Final = re.compile(r"[\\{}~^%&#$_]")


def version_of(one: Reference) -> str:
    """Return the date as an address has it, `2026-11-28-2`, where a day has more than one text; else nothing."""
    return str(one.dated) if one.dated.nth > 1 else ""


def csl(references: Iterable[Reference]) -> str:
    """Return references as CSL-JSON."""
    return json.dumps([_csl_item(one) for one in references], ensure_ascii=False, indent=1) + "\n"


def _csl_item(one: Reference) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": one.key,
        "type": "webpage",
        "title": one.title,
        "author": [{"literal": one.author}],
        "issued": {"date-parts": [[one.dated.day.year, one.dated.day.month, one.dated.day.day]]},
        "version": version_of(one),
        "URL": one.url,
        "language": one.language,
        "abstract": one.abstract,
        "container-title": one.site,
        "genre": one.label,
        "note": one.note,
    }
    return {field: value for field, value in item.items() if value}


def bibtex(references: Iterable[Reference]) -> str:
    """Return references for biblatex, with letters in UTF-8 and everything special to LaTeX written out."""
    return "\n".join(_bibtex_entry(one) for one in references)


def _bibtex_entry(one: Reference) -> str:
    fields = {
        "author": f"{{{_latex(one.author)}}}",
        "title": f"{{{_latex(one.title)}}}",
        "organization": _latex(one.site),
        "type": _latex(one.label),
        "date": one.dated.day.isoformat(),
        "version": version_of(one),
        "url": one.url,
        "langid": CITED_LANGUAGES[one.language],
        "abstract": _latex(one.abstract),
        # The styles of biblatex itself print no `type` of a page.
        "note": _latex(". ".join(part for part in (one.label.capitalize(), one.note) if part)),
    }
    lines = [f"  {field} = {{{value}}}" for field, value in fields.items() if value]
    return f"@online{{{one.key},\n" + ",\n".join(lines) + "\n}\n"


def _latex(text: str) -> str:
    return _LATEX_SPECIAL.sub(lambda match: _LATEX[match.group()], text)


def ris(references: Iterable[Reference]) -> str:
    """Return references as RIS."""
    return "".join(_ris_record(one) for one in references)


def _ris_record(one: Reference) -> str:
    tags = [
        ("TY", "ELEC"),
        ("ID", one.key),
        ("TI", one.title),
        ("AU", one.author_unsplit),
        ("T2", one.site),
        ("PY", str(one.dated.day.year)),
        ("DA", one.dated.day.strftime("%Y/%m/%d/")),
        ("ET", version_of(one)),
        ("UR", one.url),
        ("LA", one.language),
        ("AB", one.abstract),
        ("M3", one.label),
        ("N1", one.note),
    ]
    # A text is one line here (see `blocks.words`), so that none of it can begin a tag of its own.
    return "".join(f"{tag}  - {value}\r\n" for tag, value in tags if value) + "ER  - \r\n\r\n"


FORMATS: Final[dict[str, Callable[[Iterable[Reference]], str]]] = {"bib": bibtex, "ris": ris, "json": csl}
"""File ending -> how to write it."""
