"""What no picture may hold is refused with its line, and nothing of such a picture is drawn."""

from pathlib import Path

import pytest

from macros.findings.finding import Severity
from macros.findings.messages import LANGUAGES
from macros.findings.report import as_text
from macros.pictures.picture import picture_from
from macros.pictures.symbols import symbols_from
from macros.yaml.files import read_text
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
