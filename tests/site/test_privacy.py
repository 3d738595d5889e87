"""The privacy pages and house rules: they name all that a browser keeps, and the same in both editions."""

import re

import pytest

PRIVACY = ("docs/nl/privacy.md", "docs/en/privacy.md")
HOUSE_RULES = ("docs/nl/huisregels.md", "docs/en/house-rules.md")
SCRIPTS = "macros/frontend/theme/assets/scripts"
STORES = re.compile(r"\b(?:localStorage|sessionStorage|indexedDB|cookie|cookieStore|caches|serviceWorker)\b")
KEY = re.compile(r'\bconst KEY = "([a-z]+)"|localStorage\.\w+\("([a-z]+)"')


def test_the_pages_name_all_that_the_scripts_keep_in_a_browser(root):
    kept, stores = set(), set()
    for path in (root / SCRIPTS).rglob("*.js"):
        found = set(STORES.findall(path.read_text("utf-8")))
        if found:
            keys = {key for pair in KEY.findall(path.read_text("utf-8")) for key in pair if key}
            assert keys, f"{path.name} keeps something under a name that cannot be told"
            kept |= keys
            stores |= found
    assert stores == {"localStorage"}
    for page in PRIVACY:
        assert set(re.findall(r"\(`([a-z]+)`\)", (root / page).read_text("utf-8"))) == kept, page


@pytest.mark.parametrize("page", PRIVACY)
def test_the_pages_say_who_is_responsible_and_whether_one_can_write(root, page):
    writing = (root / page).read_text("utf-8").partition("{#schrijven}")[2].partition("\n## ")[0]
    assert '{{ publisher_note("mailbox") }}' in writing
    assert '{{ publisher_note("controller") }}' in writing


@pytest.mark.parametrize("page", HOUSE_RULES)
def test_the_house_rules_name_whom_to_call(root, page):
    danger = (root / page).read_text("utf-8").partition("{#gevaar}")[2].partition("\n## ")[0]
    for number in ("112", "0800-2000", "113", "0800-0113"):
        assert f"{number}**" in danger


@pytest.mark.parametrize(("dutch", "english"), [PRIVACY, HOUSE_RULES])
def test_both_editions_have_the_same_sections(root, dutch, english):
    sections = [re.findall(r"\{#([a-z]+)\}", (root / page).read_text("utf-8")) for page in (dutch, english)]
    assert sections[0] == sections[1]
