"""The small language with a pattern in Dutch only, one in English only, and the first of every list in one language."""

from pathlib import Path
from typing import Any

import yaml

from macros.language.reading import FRAME_FILES
from macros.model.editions import EDITIONS, Edition
from macros.record.published_urls import PUBLISHED_URLS

MARK = {"nl": "eentalig", "en": "monolingual"}
"""Stands in every text that is there in one language only, so that a test can tell which language it is in."""
NUMBERS: dict[Edition, int] = {"nl": 9001, "en": 9002}
RETIRED = 9003
PAGES = {
    "compass": ["forces_drawing()", "cycle_drawing()", "diagnosis()", "stagnation_matrix()"],
    "glossary": ["glossary_list()"],
    "fields": ["field_table()"],
    "disagreements": ["disagreement_list()"],
}
"""Page -> what it shows that the pages of the small language do not show."""


SIDE = {"position": "Zo willen wij het", "source": "Dit staat op een dia", "ours": "Dit denken wij"}
DISAGREEMENT: dict[str, Any] = {
    "key": "here-or-there",
    "patterns": ["look-first", "ask-twice"],
    **{one: {"question": "Zo of anders", "decision": "Eén besluit", "sides": [SIDE, SIDE]} for one in EDITIONS},
}


def marked(value: Any, edition: Edition) -> Any:
    """Return a text, or the texts in a list or mapping, with the mark of an edition at the end of each."""
    if isinstance(value, str):
        return f"{value} {MARK[edition]}"
    if isinstance(value, list):
        return [marked(item, edition) for item in value]
    return {field: marked(item, edition) for field, item in value.items()}


def in_one(value: Any, edition: Edition) -> Any:
    """Return data in which the first item of each list, and what it holds, is in one edition only."""
    if isinstance(value, list):
        return [alone(item, edition) if not place else in_one(item, edition) for place, item in enumerate(value)]
    if isinstance(value, dict):
        return {field: in_one(item, edition) for field, item in value.items()}
    return value


def alone(value: Any, edition: Edition) -> Any:
    """Return data in which every text by edition is left in one edition."""
    if isinstance(value, list):
        return [alone(item, edition) for item in value]
    if not isinstance(value, dict):
        return value
    kept = {field: alone(item, edition) for field, item in value.items() if field not in EDITIONS}
    return kept | ({edition: marked(value[edition], edition)} if edition in value else {})


def write_one_language(folder: Path) -> None:
    """Change a copy of the project with the small language, and let pages show every list of it."""
    (folder / PUBLISHED_URLS).unlink(missing_ok=True)
    patterns = folder / "patterns"
    _write(patterns / "disagreements.yml", {"disagreements": [DISAGREEMENT]})
    for place, name in enumerate(FRAME_FILES):
        path = patterns / name
        if not path.exists():
            continue
        data = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - texts only
        _write(path, in_one(data, EDITIONS[place % len(EDITIONS)]))
    for edition, number in NUMBERS.items():
        _write(patterns / "deciding" / f"only-{edition}.yml", _pattern(number, edition))
    for edition in EDITIONS:
        docs = folder / "docs" / edition
        for page, calls in PAGES.items():
            text = "\n\n".join(f"{{{{ {call} }}}}" for call in calls)
            (docs / f"{page}.md").write_text(f"---\npage: {page}\n---\n# {page}\n\n{text}\n", "utf-8")
        with (docs / "index.md").open("a", encoding="utf-8") as home:
            home.writelines(f'\n{{{{ page_link("{page}", "{page}") }}}}\n' for page in PAGES)
    gone = _pattern(RETIRED, "nl") | {"status": "retired", "retired_because": {"nl": marked("Het is op", "nl")}}
    gone["nl"] = gone["nl"] | {"name": "Vervallen eentalig patroon"}
    _write(patterns / "deciding" / "only-gone.yml", gone | {"relations": []})


def _write(path: Path, data: Any) -> None:
    path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), "utf-8")


def _run(edition: Edition) -> dict[str, Any]:
    parts = {
        "who": "Twee mensen",
        "need": "Een tafel",
        "leave_with": "Een dag",
        "stalls": "Wacht",
        "ten_minutes": "Bel",
    }
    steps = [{"minutes": "10", "do": marked(text, edition)} for text in ("Eerst", "Dan", "Tot slot")]
    return {**marked(parts, edition), "minutes": "30", "open": f"‘Wie begint {MARK[edition]}?’", "steps": steps}


def _pattern(number: int, edition: Edition) -> dict[str, Any]:
    texts = {
        "name": "Een patroon",
        "summary": "Samengevat, naar [[look-first]],",
        "keywords": ["zoekwoord"],
        "situations": ["Ik zoek iets"],
        "signals": ["Je merkt het", "Je hoort het"],
        "context": "Waar je bent",
        "problem": "Wat misgaat",
        "forces": ["Het ene trekt", "Het andere ook"],
        "intervention": "Doe het",
        "moves": {"facilitator": f"{number} Vraag het aan wie beslist"},
        "pitfalls": ["Zo gaat het mis"],
        "question": "Wie begint",
        "basis": {"source": "Dit is van ons"},
    }
    return {
        "id": str(number),
        "form": "full",
        "confidence": "1",
        "levels": ["team"],
        "roles": ["facilitator"],
        "can_start": ["facilitator"],
        "takes": "meeting",
        "phases": ["stuck"],
        "driving_force": "intention",
        "relations": [{"needs": "look-first", "why": {edition: marked("Daarom", edition)}}],
        "sources": [{"source": "a-letter", "where": {edition: marked("dia 4", edition)}}],
        "basis": {"ours": ["intervention"]},
        edition: {
            **marked(
                {field: f"{number} {text}" if isinstance(text, str) else text for field, text in texts.items()}, edition
            ),
            "run": _run(edition),
            "examples": [{"scene": marked("Toen gebeurde het", edition)}],
            "variants": [{"name": marked("Anders", edition), "text": marked("Zo kan het ook", edition)}],
        },
    }
