"""Pictures beside their patterns: each has its text, and what lies in the wrong place is named."""

import re
import shutil

import pytest

from macros.checks import check
from macros.pictures.picture import picture_from
from macros.pictures.shape_reader import CLASSES
from macros.pictures.symbols import symbols_from
from macros.yaml.files import read_text
from macros.yaml.text_file import text_from

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 160">{}</svg>\n'
GOOD = SVG.format(
    '<use href="#person" class="hf" transform="translate(120 142)"/><circle class="t" cx="99" cy="99" r="9"/>'
)
TEXT = "picture:\n  nl: {}\n  en: {}\n".format(
    *("Iemand staat alleen in het midden van het blad, en dat is alles." for _ in "ab")
)


@pytest.fixture
def language(root, tmp_path):
    """A small language with the symbols; it gives the path of a file in it."""
    shutil.copytree(root / "tests/cases/frame", tmp_path / "language")
    folder = tmp_path / "language" / "patterns"
    shutil.copy(root / "tests/pictures/symbols.svg", folder / "symbols.svg")
    return folder


def pattern(folder):
    return next(path for path in sorted(folder.glob("*/*.yml")) if path.parent.name not in ("cases", "schema"))


def found(folder):
    findings = check(folder.parent).findings
    return [
        (str(one.place), one.message) for one in findings if one.rule.startswith(("picture", "svg", "misplaced", "too"))
    ]


def with_text(path, text=TEXT):
    path.write_text(path.read_text("utf-8").replace("\nnl:\n", f"\n{text}nl:\n", 1), "utf-8")


def test_a_pattern_may_have_neither(language):
    assert found(language) == []


def test_a_pattern_may_have_both(language):
    path = pattern(language)
    with_text(path)
    path.with_suffix(".svg").write_text(GOOD)
    assert found(language) == []


def test_a_picture_without_its_text(language):
    path = pattern(language)
    path.with_suffix(".svg").write_text(GOOD)
    assert [message for _place, message in found(language)] == ["picture-pair.text"]


def test_a_text_without_its_picture(language):
    path = pattern(language)
    with_text(path)
    line = path.read_text("utf-8").splitlines().index("picture:") + 1
    name = path.relative_to(language.parent).as_posix()
    assert found(language) == [(f"{name}:{line}:1", "picture-pair.file")]


def test_a_picture_without_a_pattern(language):
    (pattern(language).parent / "no-such-key.svg").write_text(GOOD)
    assert [message for _place, message in found(language)] == ["picture-pair.pattern"]


def test_a_text_that_is_too_short(language):
    path = pattern(language)
    with_text(path, "picture:\n  nl: Een mens.\n  en: A person.\n")
    path.with_suffix(".svg").write_text(GOOD)
    assert {message for _place, message in found(language)} == {"too-short"}


def test_an_emblem_needs_no_text(language):
    (language / "seeking/emblem.svg").write_text(GOOD)
    assert found(language) == []
    assert check(language.parent).language.pictures.emblem("seeking")
    assert check(language.parent).language.pictures.emblem("deciding") == ()


def test_an_emblem_keeps_the_rules_of_pictures(language):
    (language / "seeking/emblem.svg").write_text(GOOD.replace("99", "238"))
    assert [message for _place, message in found(language)] == ["picture-margin"]


def test_an_emblem_outside_the_chapters(language):
    (language / "nowhere").mkdir()
    (language / "nowhere/emblem.svg").write_text(GOOD)
    findings = check(language.parent).findings
    assert [(str(one.place), one.message) for one in findings if "emblem" in one.place.path] == [
        ("patterns/nowhere/emblem.svg:1:1", "unknown-chapter")
    ]


def test_no_pattern_is_called_emblem(language):
    path = pattern(language)
    path.rename(path.with_name("emblem.yml"))
    assert "wrong-key.emblem" in {one.message for one in check(language.parent).findings}


@pytest.mark.parametrize("name", ["picture.svg", "deciding/more/picture.svg", "deciding/picture.png"])
def test_a_picture_in_the_wrong_place(language, name):
    path = language / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(GOOD)
    kind = "misplaced.picture" if name.endswith(".svg") else "misplaced"
    assert found(language) == [(f"patterns/{name}:1:1", kind)]


def test_the_symbols_are_missing(language):
    (language / "symbols.svg").unlink()
    path = pattern(language)
    with_text(path)
    path.with_suffix(".svg").write_text(GOOD)
    messages = [one.message for one in check(language.parent).findings if one.place.path == "patterns/symbols.svg"]
    assert messages == ["unreadable.missing"]


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ('<symbol id="a"><path d="M0 0H9"/></symbol>', "svg-element.group"),
        ('<g id="things"><path d="M0 0H9"/></g>', "svg-element.symbol"),
        ('<g><symbol id="a"><path d="M0 0H9"/></symbol></g>', "svg-attribute.missing"),
        ('<g id="things"><symbol><path d="M0 0H9"/></symbol></g>', "svg-attribute.missing"),
        ('<g id="things"><symbol id="A b"><path d="M0 0H9"/></symbol></g>', "svg-id"),
        (
            '<g id="a"><symbol id="b"><path d="M0 0H9"/></symbol><symbol id="b"><path d="M0 0H9"/></symbol></g>',
            "svg-id.twice",
        ),
        ('<g id="things"><symbol id="a"/></g>', "svg-empty"),
        ('<g id="things"><symbol id="a"><g><path d="M0 0H9"/></g></symbol></g>', "svg-element"),
        ('<g id="things"><symbol id="a"><path d="M0"/></symbol></g>', "svg-value.number"),
    ],
)
def test_what_is_wrong_with_the_symbols(language, body, message):
    (language / "symbols.svg").write_text(SVG.format(body))
    assert [one for _place, one in found(language)] == [message]


@pytest.mark.parametrize("page", ["nl/tekenen.md", "en/drawing.md"])
def test_the_example_for_contributors_is_right(root, page):
    text = (root / "docs" / page).read_text("utf-8")
    example = re.search(r"```xml\n(.*?)```", text, re.DOTALL)
    assert example
    symbols = symbols_from(read_text(root / "patterns/symbols.svg", root))
    assert picture_from(text_from(example[1].encode(), page), symbols).findings == []
    assert [name for name in (*symbols.shapes, *CLASSES) if f"`{name}`" not in text] == []
