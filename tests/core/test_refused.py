"""What `check` refuses in every text field of a pattern: the holes that words could slip through."""

import pytest
import yaml

from macros.core.checks import check
from macros.core.findings import Severity
from macros.core.source import parse
from tests.tools.languages import CASE_AT, CASES, small_language

WHOLE = parse((CASES / "valid" / "full.yml").read_bytes(), "full.yml").data
HOLES = {
    "script": "a <script>alert(1)</script>",
    "script-in-capitals": "a <SCRIPT SRC=//example.org>",
    "unclosed-tag": "a <img src=x onerror=alert(1)",
    "comment": "a <!-- b",
    "javascript": "a [b](javascript:alert(1))",
    "javascript-hidden": "a [b](java&#x73;cript:alert(1))",
    "javascript-in-pointed-brackets": "a [b](<javascript:alert(1)>)",
    "javascript-by-reference": "a [b][c]\n\n[c]: javascript:alert(1)",
    "data": "a [b](data:text/html;base64,PHNjcmlwdD4=)",
    "no-scheme": "a [b](//example.org)",
    "up": "a [b](../../p/1/)",
    "image": "a ![b](https://example.org/b.png)",
    "image-by-reference": "a ![b][c]",
    "link-with-markup": "a [[look-first|<b>c</b>]]",
    "link-up": "a [[../../etc/passwd]]",
    "slot": "a \ue0000\ue001",
    "terminal": "a \x1b[31mred",
    "backwards": "a \u202eb",
}


def ways(data, way=()):
    """The way to every text of a pattern, of the facts and of both languages."""
    if isinstance(data, str):
        yield way
    for name, inner in data.items() if isinstance(data, dict) else enumerate(data if isinstance(data, list) else ()):
        yield from ways(inner, (*way, name))


def put(data, way, text):
    """A copy of the data with another text at the end of a way."""
    if not way:
        return text
    if isinstance(data, dict):
        return {name: put(inner, way[1:], text) if name == way[0] else inner for name, inner in data.items()}
    return [put(inner, way[1:], text) if at == way[0] else inner for at, inner in enumerate(data)]


@pytest.mark.parametrize("hole", HOLES)
def test_every_field_of_a_pattern_refuses(hole, tmp_path):
    root = small_language(tmp_path / "language")
    let_through = []
    for way in ways(WHOLE):
        text = yaml.safe_dump(put(WHOLE, way, HOLES[hole]), allow_unicode=True, sort_keys=False)
        (root / CASE_AT).write_text(text, "utf-8")
        findings = [one for one in check(root).findings if one.place.path == CASE_AT.as_posix()]
        if not any(one.severity is Severity.ERROR for one in findings):
            let_through.append(".".join(map(str, way)))
    assert let_through == []


def test_the_fields_are_all_there():
    assert len(list(ways(WHOLE))) > 60
