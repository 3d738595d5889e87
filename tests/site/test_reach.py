"""How far an edit of a pattern can be seen: what `mkdocs serve` builds again must hold what a whole build would."""

from dataclasses import replace

import pytest
import yaml

from macros.language.memory import Memory
from macros.language.reading import read_language
from macros.language.similarity import similar
from macros.site.change_impact import Impact, impact_of, pages_with_other_likes
from tests.site.workplace import Workplace
from tests.tools.languages import small_language

KEY = "have-the-real-conversation"
PAGE = "patronen/voer-het-echte-gesprek/"
NOT_SHOWN = {"slug", "aliases", "keywords", "name", "situations"}
NOT_TEXT = {"kind", "clients", "case", "source", "open"}
"""What stands within a field and is no text of its own: a key, a choice, or a sentence in quotation marks."""


def loaded(text):
    """Return the data of a file, read by the parser in C."""
    return yaml.load(text, yaml.CSafeLoader)


def marked(value, mark):
    """Return a value of a language block with a word of its own in each text."""
    if isinstance(value, str):
        return f"{value} {mark}"
    if isinstance(value, list):
        return [marked(item, mark) for item in value]
    if isinstance(value, dict):
        return {key: one if key in NOT_TEXT else marked(one, mark) for key, one in value.items()}
    return value


@pytest.fixture(scope="module")
def place(root, tmp_path_factory):
    return Workplace(root, tmp_path_factory.mktemp("reach") / "copy")


@pytest.fixture(scope="module")
def file(place):
    (file,) = place.folder.glob(f"patterns/*/{KEY}.yml")
    return file


@pytest.fixture(scope="module")
def block(file):
    """The texts of the pattern by field."""
    return {field: value for field, value in loaded(file.read_text("utf-8"))["nl"].items() if field not in NOT_SHOWN}


@pytest.fixture(scope="module")
def shown(place, file, block):
    """The pages that show each field, found by a whole build in which it holds a word of its own."""
    before = file.read_text("utf-8")
    data = loaded(before)
    data["nl"] |= {field: marked(value, f"gemerkt{field}") for field, value in block.items()}
    file.write_text(yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False), encoding="utf-8")
    code, said = place.build()
    assert code == 0, said
    file.write_text(before, encoding="utf-8")
    pages = {page.relative_to(place.site).as_posix(): page.read_text("utf-8") for page in place.site.rglob("*.html")}
    return {field: {name for name, text in pages.items() if f"gemerkt{field}" in text} for field in block}, pages


def test_an_edit_reaches_every_page_that_shows_the_field(place, file, block, shown):
    where, pages = shown
    before_text = file.read_text("utf-8")
    memory = Memory()
    before = read_language(place.folder, memory).language
    own = {f"{PAGE}index.html", "p/17/index.html"}
    reaches = {}
    for field, value in block.items():
        data = loaded(before_text)
        data["nl"][field] = marked(value, "anders")
        file.write_text(yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False), encoding="utf-8")
        reaches[field] = impact_of(KEY, before, read_language(place.folder, memory).language)
        if reaches[field] is Impact.OWN:
            assert where[field] <= own, field
        if reaches[field] is Impact.LINKING:
            assert all(name in own or "voer-het-echte-gesprek/" in pages[name] for name in where[field]), field
    file.write_text(before_text, encoding="utf-8")
    assert reaches["forces"] is Impact.OWN
    assert reaches["summary"] is Impact.LINKING


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("confidence: 1", "confidence: 2"),
        ("takes: meeting", "takes: years"),
        ("intervention: >-", "intervention: >-\n    [[no-one-says-no]]"),
    ],
    ids=["evidence", "time", "link"],
)
def test_what_others_count_or_link_to_reaches_everywhere(place, file, old, new):
    before_text = file.read_text("utf-8")
    before = read_language(place.folder).language
    assert old in before_text
    file.write_text(before_text.replace(old, new, 1), encoding="utf-8")
    assert impact_of(KEY, before, read_language(place.folder).language) is Impact.EVERYWHERE
    file.write_text(before_text, encoding="utf-8")


def test_another_picture_is_seen_on_pages_that_list_the_pattern(root, tmp_path):
    folder = small_language(tmp_path / "language")
    path = folder / "patterns/deciding/choose-and-go.svg"
    (folder / "patterns/symbols.svg").write_text((root / "tests/pictures/symbols.svg").read_text())
    path.write_text((root / "tests/cases/composed-pictures/fine.svg").read_text())
    before = read_language(folder).language
    assert impact_of("choose-and-go", before, read_language(folder).language) is Impact.OWN
    path.write_text(path.read_text().replace('cx="120"', 'cx="90"'))
    assert impact_of("choose-and-go", before, read_language(folder).language) is Impact.LINKING


def test_a_pattern_that_becomes_unlike_is_seen_where_it_was_named_as_alike(root):
    before, after = read_language(root).language, read_language(root).language
    assert pages_with_other_likes(before, read_language(root).language) == set()
    other, *_ = similar(before.patterns[KEY], before)
    unlike = {"answers": [], "phases": [], "levels": [], "can_start": [], "roles": [], "driving_force": "none"}
    changed = after.patterns[other.key]
    after.patterns[other.key] = replace(changed, fields=changed.fields.model_copy(update=unlike))
    found = pages_with_other_likes(before, after)
    assert other.key in found
    assert all(similar(before.patterns[key], before) != similar(after.patterns[key], after) for key in found)
