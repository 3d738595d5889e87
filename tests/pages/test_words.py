"""The words on the pages: each in both editions, and each that a template asks for."""

import re
from pathlib import Path

import pytest

from macros.model.basis import ALWAYS_OURS, CLAIMABLE
from macros.model.former_fields import FORMER_FIELDS, RECORDED
from macros.view.labels import Labels
from macros.yaml.reader import read

MACROS = Path(__file__).parents[2] / "macros"
WORDS = read(MACROS / "view" / "labels.yml", MACROS).data
TEMPLATES = [*MACROS.rglob("templates/**/*.html"), *(MACROS / "frontend" / "theme").rglob("*.html")]
METHODS = {name for name in vars(Labels) if not name.startswith("_")} | {"edition"}


@pytest.mark.parametrize("key", sorted(WORDS))
def test_every_word_is_there_in_dutch_and_english(key):
    assert list(WORDS[key]) == ["nl", "en"]
    assert all(WORDS[key].values())


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.relative_to(MACROS).as_posix())
def test_every_word_a_template_asks_for_is_there(template):
    text = template.read_text("utf-8")
    asked = set(re.findall(r"\bwords\.([a-z_]+)", text)) | set(re.findall(r"\bwords\(\"([a-z_]+)\"\)", text))
    assert asked - METHODS - set(WORDS) == set()


def test_every_field_that_a_basis_may_name_has_its_words():
    assert {f"named_{field}" for field in (*ALWAYS_OURS, *CLAIMABLE)} <= set(WORDS)


def test_a_former_field_keeps_its_words_and_its_name():
    assert {key for name in FORMER_FIELDS for key in (name, f"named_{name}", f"section_{name}")} <= set(WORDS)
    assert not FORMER_FIELDS.keys() & set(RECORDED.values())


def test_templates_are_found():
    assert len([path for path in TEMPLATES if "theme" in path.parts]) > 3


def test_a_word_that_is_not_there_is_an_error():
    with pytest.raises(AttributeError):
        _ = Labels("nl").no_such_word
    with pytest.raises(KeyError):
        Labels("en")("no_such_word")


def test_no_word_is_hidden_by_a_method_of_the_same_name():
    assert METHODS & set(WORDS) == set()
