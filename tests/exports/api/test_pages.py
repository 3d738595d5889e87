"""The pages on the data tell what is so: their example and their addresses."""

import json
import re

import pytest

PAGES = ["docs/nl/data.md", "docs/en/data.md"]


def part_of(shown, whole):
    if isinstance(shown, dict):
        return isinstance(whole, dict) and all(
            field in whole and part_of(shown[field], whole[field]) for field in shown
        )
    return bool(shown == whole)


@pytest.mark.parametrize("page", PAGES)
def test_the_example_is_true(root, exported, page):
    (shown,) = re.findall(r"```json\n(.*?)```", (root / page).read_text("utf-8"), re.DOTALL)
    assert part_of(json.loads(shown), json.loads((exported / "api/v1/patterns/70.json").read_text("utf-8")))


@pytest.mark.parametrize("page", PAGES)
def test_every_file_is_named(root, exported, page):
    text = (root / page).read_text("utf-8")
    named = set(re.findall(r'data_link\("([^"]+)"\)', text))
    made = {path.stem for path in (exported / "api/v1").glob("*.json")}
    assert named - {"patterns/70"} == made


@pytest.mark.parametrize("page", PAGES)
def test_every_address_leads_somewhere(root, exported, page):
    for address in re.findall(r"`/((?:en/)?p/[^`]+)`", (root / page).read_text("utf-8")):
        assert (exported / address).is_file(), address
