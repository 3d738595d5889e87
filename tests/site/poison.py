"""Patterns whose every text tries to be more than words, as far as `check` lets them through."""

from pathlib import Path
from typing import Any

import yaml

from tests.hostile.payloads import joined

NUMBER, RETIRED, BORROWED = 9001, 9002, 9003
BORROWED_NAME = "Alleen in het Nederlands"
NAMES = {
    "nl": "Gif {{ 7*7 }} {% raw %} {# {: #__config } &lt;b&gt;",
    "en": "Bane {{ 7*7 }} {% raw %} {# {: #__config } &lt;b&gt;",
}
WRITTEN = joined("words", accepted=True)
SHOWN = WRITTEN.replace("[words](https://example.org)", "words")
"""What a reader must see of it: the one link that is allowed, and all the rest as it was written."""


def _text(edition: str, of: str = "live") -> dict[str, Any]:
    def poison(field: str) -> str:
        return f"{edition}-{of}-{field} {WRITTEN}"

    return {
        "name": NAMES[edition],
        "summary": poison("summary"),
        "keywords": [f"{edition}-keyword {{{{ 7*7 }}}} {{% raw %}}"],
        "situations": [f"{edition}-{of}-situation {{{{ 7*7 }}}} {{% raw %}}"],
        "signals": [poison("signal-one"), poison("signal-two")],
        "context": poison("context"),
        "problem": poison("problem"),
        "forces": [poison("force-one"), poison("force-two")],
        "intervention": poison("intervention"),
        "run": {
            "who": poison("who"),
            "minutes": "30",
            "need": poison("need"),
            "open": f"‘{edition}-{of}-open {{{{ 7*7 }}}} {{% raw %}}’",
            "steps": [{"minutes": "10", "do": poison(f"step-{nth}")} for nth in ("one", "two", "three")],
            "leave_with": poison("leave"),
            "stalls": poison("stalls"),
            "ten_minutes": poison("ten"),
        },
        "question": poison("question"),
        "moves": {"team-lead": poison("move")},
        "examples": [
            {"quotation": poison("quotation"), "source": "one-plus-one"},
            {"scene": poison("scene")},
        ],
        "variants": [{"name": f"{edition}-variant {{{{ 7*7 }}}}", "text": poison("variant")}],
        "pitfalls": [poison("pitfall")],
        "basis": {"source": poison("basis")},
    }


def _both(field: str) -> dict[str, str]:
    return {edition: f"{edition}-{field} {WRITTEN}" for edition in ("nl", "en")}


def write_poison(patterns: Path) -> None:
    """Write three patterns with poison in every field that holds text: one lives, one is retired, one is only Dutch."""
    facts = {
        "form": "full",
        "confidence": "1",
        "levels": ["team"],
        "roles": ["facilitator"],
        "can_start": ["facilitator"],
        "takes": "meeting",
        "phases": ["stuck"],
        "driving_force": "intention",
        "relations": [{"needs": "no-one-says-no", "why": _both("why")}],
        "sources": [{"source": "one-plus-one", "where": _both("where")}],
        "basis": {"ours": ["intervention"]},
    }
    live = {"id": str(NUMBER), **facts, **{edition: _text(edition) for edition in NAMES}}
    gone = {"id": str(RETIRED), "status": "retired", "retired_because": _both("reason"), **facts}
    gone["relations"] = []
    for edition, name in NAMES.items():
        gone[edition] = _text(edition, "gone") | {"name": f"{name} twee"}
    alone = {"id": str(BORROWED), **facts, "nl": _text("nl", "alone") | {"name": BORROWED_NAME}}
    alone["relations"] = [{"part_of": "no-one-says-no"}]
    for name, data in (("poison", live), ("poison-gone", gone), ("poison-alone", alone)):
        path = patterns / "steering-and-deciding" / f"{name}.yml"
        path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), "utf-8")


def fields(edition: str) -> list[str]:
    """Return the beginning of each text of an edition that must stand on the page of the live pattern."""
    text = _text(edition)
    prose = [value for value in text.values() if isinstance(value, str) and WRITTEN in value]
    prose += [item for value in text.values() if isinstance(value, list) for item in value if WRITTEN in item]
    prose += [item["text"] for item in text["variants"]]
    prose += [item.get("quotation") or item["scene"] for item in text["examples"]]
    run = text["run"]
    prose += [run[part] for part in ("who", "need", "leave_with", "stalls", "ten_minutes")]
    prose += [step["do"] for step in run["steps"]] + [*text["moves"].values(), text["basis"]["source"]]
    return [one.split()[0] for one in prose] + [f"{edition}-why", f"{edition}-where"]
