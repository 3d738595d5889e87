"""The small language with a third edition, Frisian: its pages, and one pattern that is written in it."""

import shutil
from copy import deepcopy
from pathlib import Path

import yaml

from tests.tools.languages import CASES

WRITTEN = "look-first"
NAME = "Earst sjen"
FOLDERS = {
    "patronen": "patroanen",
    "gevallen": "gefallen",
    "leesroutes": "lesrutes",
    "herken-je-dit": "werkensto-dit",
    "zoek.md": "sykje.md",
}
"""Where a page of the Dutch edition is in the Frisian one, as its declaration has it."""


def write_three_editions(folder: Path) -> None:
    """Give a copy of the project with the small language a third edition."""
    shutil.copytree(CASES / "three-editions", folder, dirs_exist_ok=True)
    shutil.copytree(folder / "docs/nl", folder / "docs/fy")
    for dutch, frisian in FOLDERS.items():
        (folder / "docs/fy" / dutch).rename(folder / "docs/fy" / frisian)
    path = folder / f"patterns/seeking/{WRITTEN}.yml"
    data = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - texts only
    data["fy"] = deepcopy(data["nl"]) | {"name": NAME, "slug": "earst-sjen"}
    path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), "utf-8")
