"""What no picture may hold is refused with its line, and nothing of such a picture is drawn."""

import time
from pathlib import Path

import pytest

from macros.findings.finding import Severity
from macros.findings.messages import LANGUAGES
from macros.findings.report import as_text
from macros.pictures.picture import picture_from
from macros.pictures.symbols import symbols_from
from macros.yaml.files import read_text
from macros.yaml.text_file import text_from
from tests.tools.languages import CASES

HERE = Path(__file__).parent
REFUSED = sorted((CASES / "refused-pictures").glob("*.svg"))
COMPOSED = sorted((CASES / "composed-pictures").glob("*.svg"))


@pytest.fixture(scope="module")
def symbols():
    found = symbols_from(read_text(HERE / "symbols.svg", HERE))
    assert found.findings == []
    return found


def report(findings):
    return "\n\n".join(as_text(findings, language) for language in LANGUAGES) + "\n"


@pytest.mark.parametrize("path", REFUSED, ids=lambda path: path.stem)
def test_a_picture_is_refused(path, symbols):
    picture = picture_from(read_text(path, path.parent), symbols)
    assert picture.shapes == ()
    assert any(one.severity is Severity.ERROR for one in picture.findings)
    assert report(picture.findings) == path.with_suffix(".txt").read_text("utf-8")


@pytest.mark.parametrize("path", COMPOSED, ids=lambda path: path.stem)
def test_a_picture_that_breaks_a_rule_of_composition_can_still_be_looked_at(path, symbols):
    picture = picture_from(read_text(path, path.parent), symbols)
    assert picture.shapes
    assert report(picture.findings) == path.with_suffix(".txt").read_text("utf-8")


def test_there_are_many():
    assert len(REFUSED) >= 120


def test_a_file_that_is_too_large_is_not_parsed(tmp_path, symbols):
    file = tmp_path / "large.svg"
    file.write_text("<svg>" + "<g/>" * 20_000)
    picture = picture_from(read_text(file, tmp_path, 16 * 1024), symbols)
    assert [one.rule for one in picture.findings] == ["size"]


LARGE = {
    "attributes": "<path " + " ".join(f'a{number}=""' for number in range(2000)) + "/>",
    "classes": f'<path class="{"x " * 7000}" d="M9 9H20"/>',
    "a long name": f"<path {'a' * 15_000}='1'/>",
    "arcs": '<path d="M20 20' + "a9 9 0 1 1 1 1" * 85 + '"/>' * 12,
    "curves": f'<path d="M20 20{"c1 1 2 2 3 3" * 99}"/>' * 12,
    "spaces": f'<path d="M20 {" " * 15_000}x"/>',
    "functions": f'<g transform="{"(" * 15_000}"><path d="M9 9H20"/></g>',
    "groups": ("<g>" * 7 + '<path d="M9 9H20"/>' + "</g>" * 7) * 60,
    "words": "x" * 15_000,
    "references": f'<path d="{"&#77;" * 3000}"/>',
}


@pytest.mark.parametrize("name", LARGE)
def test_what_is_made_to_take_long_takes_no_time(name, symbols):
    source = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 160">{LARGE[name]}</svg>'
    before = time.process_time()
    picture = picture_from(text_from(source.encode(), "a.svg"), symbols)
    assert picture.findings
    assert time.process_time() - before < 1
