"""What `check` accepts, every export can make: the edges of what a text may hold go through all of them."""

import sys
import unicodedata
from itertools import groupby

import pytest
import yaml

from macros.checks import check
from macros.checks.prose import MAX_NESTED
from macros.exports.make import make_exports
from macros.findings.finding import Severity
from macros.model.editions import EDITIONS
from macros.text.characters import hidden_characters
from macros.yaml.reader import MAX_TEXT, parse
from tests.tools.languages import CASE_AT, CASES, small_language

WHOLE = parse((CASES / "valid" / "full.yml").read_bytes(), "full.yml").data


def of_every_category():
    """Three characters of every category of Unicode that may stand in a text."""
    characters = [chr(number) for number in range(0x20, sys.maxunicode + 1)]
    by_category = groupby(sorted(characters, key=unicodedata.category), key=unicodedata.category)
    visible = ((name, [one for one in own if not any(hidden_characters(f"a{one}b"))]) for name, own in by_category)
    chosen = [one for name, own in visible if name not in ("Cn", "Cs") for one in own[:1] + own[-2:]]
    # Letters that stand for two are refused as ligatures.
    plain = (one for one in chosen if one not in "<>[]&*_\\`" and unicodedata.normalize("NFKC", one) == one)
    return " ".join(f"a{one}b" for one in plain)


EDGES = {
    "the longest word": "w" * MAX_TEXT,
    "the longest text": ("word and " * MAX_TEXT)[: MAX_TEXT - 1] + ".",
    "the shortest text": "a",
    "quotations inside one another": "> " * MAX_NESTED + "a",
    "lists inside one another": "\n".join(f"{'  ' * depth}- a" for depth in range(MAX_NESTED + 1)),
    "lists and quotations by turns": "> - " * (MAX_NESTED // 2) + "a",
    "every category of characters": of_every_category(),
    "emoji": "👩\u200d👧 ❤\ufe0f 👍🏽 1\ufe0f\u20e3 🏴\u200d☠\ufe0f 🇳🇱",
    "right to left": "שלום עליכם and مرحبا",
    "marks that mean something elsewhere": "a # $x$ %a ~b ^c {d} @e \\\\f --- ]]> =1+1 #read('a') {{ 1 }} &amp; a|b",
    "the longest address": f"[a](https://a.nl/{'b' * 1000})",
    "an empty link and emphasis": "[](https://a.nl) ** ** __ __ * *",
    "a number that is no list": "2026. Het jaar.\n\n999999999. Meer.",
}


@pytest.mark.parametrize("edge", EDGES)
def test_every_export_can_make(edge, tmp_path):
    root = small_language(tmp_path / "language")
    data = yaml.safe_load(yaml.safe_dump(WHOLE))
    for edition in EDITIONS:
        text = data[edition]
        text["intervention"] = EDGES[edge]
        text["problem"] = EDGES[edge]
        text["summary"] = EDGES[edge]
        text["pitfalls"] = [EDGES[edge]]
        text["basis"] = EDGES[edge]
    (root / CASE_AT).write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), "utf-8")
    reading = check(root)
    assert [one for one in reading.findings if one.severity is Severity.ERROR] == []
    for edition in EDITIONS:
        made = make_exports(reading.language, edition, tmp_path / edition, "https://patterns.example/")
        assert {address.rpartition(".")[2] for address in made} >= {"pdf", "docx", "epub", "xml", "json", "bib"}
