"""A new field of a text takes two files by hand: its description and its heading. All that shows texts then has it."""

import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.tools.languages import small_language

FIELD = """    aftercare: Prose | None = described(
        "Wat daarna nog gebeurt.",
        "What still happens afterwards.",
        default=None,
        use=Use(section="nazorg", written_by="either"),
    )
"""
WRITTEN = {"nl": "Bel na een maand nog eens op.", "en": "Ring once more after a month."}
HEADING = {"nl": "Nazorg", "en": "Aftercare"}
PATTERN = "ask-twice"
SHOW = """
import json
import sys
from pathlib import Path

from markupsafe import Markup

from macros.authoring.json_schema import schemas
from macros.authoring.starter import starter
from macros.checks import check
from macros.exports.clipboard.pieces import pieces
from macros.exports.imprint import Imprint
from macros.exports.make import make_exports
from macros.findings.finding import Severity
from macros.language.reading import read_language
from macros.pages.renderer import Renderer
from macros.search.index import pattern_index
from tests.tools.search_matching import Index
from tests.tools.search_score import Wish, rank

root, made, WRITTEN = Path(sys.argv[1]), Path(sys.argv[2]), json.loads(sys.argv[3])
assert not [one for one in check(root).findings if one.severity is Severity.ERROR]
language = read_language(root).language
pattern = language.patterns["ask-twice"]
shown = {
    "starter": starter("Een naam", 99, "short", language, ("nl", "en")),
    "JSON Schema": schemas(language.vocabulary)["pattern.json"],
}
for edition in ("nl", "en"):
    make_exports(language, edition, made / edition, "https://x.example/")
    pages = {page.id: page.address for page in language.pages.values() if page.edition == edition}
    renderer = Renderer(language, edition, "", {"contribute": "bijdragen/", **pages})
    shown |= {
        f"page {edition}": renderer.pattern(pattern, Markup("")),
        f"clipboard {edition}": json.dumps(pieces(pattern, Imprint(language, edition, "https://x.example/"))["pattern"]),
        f"record {edition}": " ".join(one.heading + str(one.text) for one in language.sections(pattern, edition)[0]),
        f"found {edition}": [
            one.pattern for one in rank(Index(pattern_index(language, edition)), Wish(words=WRITTEN[edition]))
        ],
        f"field reference {edition}": renderer.fields(),
    }
(made / "shown.json").write_text(json.dumps(shown))
"""


@pytest.fixture(scope="module")
def made(root, tmp_path_factory):
    """What a copy of the code makes that has the field: every page, file and reference, by name."""
    folder = tmp_path_factory.mktemp("new-field")
    shutil.copytree(root / "macros", folder / "macros", ignore=shutil.ignore_patterns("__pycache__"))
    text, labels = folder / "macros/model/text.py", folder / "macros/view/labels.yml"
    before = "    question: Prose | None = described("
    assert text.read_text("utf-8").count(before) == 1
    text.write_text(text.read_text("utf-8").replace(before, FIELD + before), "utf-8")
    with labels.open("a", encoding="utf-8") as file:
        file.write("aftercare: {nl: Nazorg, en: Aftercare}\nnamed_aftercare: {nl: de nazorg, en: the aftercare}\n")
    language = small_language(folder / "language")
    path = language / "patterns/seeking" / f"{PATTERN}.yml"
    written = path.read_text("utf-8").replace("basis: {ours: [problem]}", "basis: {ours: [problem, aftercare]}")
    for edition, words in WRITTEN.items():
        written = written.replace(f"\n{edition}:\n", f"\n{edition}:\n  aftercare: {words}\n")
    path.write_text(written, "utf-8")
    run = [sys.executable, "-c", SHOW, str(language), str(folder / "made"), json.dumps(WRITTEN)]
    # The ranking is a tool of the tests, which the copy does without.
    places = os.pathsep.join(map(str, (folder, Path(__file__).parents[2])))
    subprocess.run(run, cwd=folder, env={**os.environ, "PYTHONPATH": places}, check=True)
    return folder / "made"


def text_of(path):
    """The text of a file that a reader downloads."""
    if path.suffix == ".pdf":
        return " ".join(" ".join(page.extract_text() for page in PdfReader(path).pages).split())
    if path.suffix in (".docx", ".odt", ".epub"):
        with zipfile.ZipFile(path) as files:
            parts = (files.read(name).decode() for name in files.namelist() if name.endswith((".xml", ".xhtml")))
            return re.sub(r"<[^>]+>", "", " ".join(parts))
    return path.read_text("utf-8")


@pytest.mark.parametrize("edition", WRITTEN)
@pytest.mark.parametrize("what", ["page", "clipboard", "record"])
def test_it_stands(made, what, edition):
    shown = json.loads((made / "shown.json").read_text("utf-8"))[f"{what} {edition}"]
    assert WRITTEN[edition] in shown
    assert (HEADING[edition] if what != "record" else "aftercare") in shown


@pytest.mark.parametrize("edition", WRITTEN)
def test_search_finds_it(made, edition):
    assert json.loads((made / "shown.json").read_text("utf-8"))[f"found {edition}"][0] == 2


@pytest.mark.parametrize("edition", WRITTEN)
@pytest.mark.parametrize("ending", ["pdf", "docx", "odt", "epub"])
def test_it_stands_in_every_file(made, ending, edition):
    """The handbook, and the file of the pattern where there is one."""
    files = {path.stem: path for path in (made / edition).rglob(f"*.{ending}") if path.stem in ("2", "handbook")}
    assert files.keys() == ({"handbook"} if ending == "epub" else {"2", "handbook"})
    for path in files.values():
        assert WRITTEN[edition] in text_of(path), path
        assert HEADING[edition] in text_of(path), path


def test_it_stands_in_the_api_with_its_description(made):
    (path,) = made.rglob("api/v1/patterns/2.json")
    told = json.loads(path.read_text("utf-8"))
    assert {edition: told[edition]["aftercare"] for edition in WRITTEN} == WRITTEN
    (schema,) = made.rglob("api/v1/schema.json")
    described = json.loads(schema.read_text("utf-8"))["$defs"]["Text"]["properties"]["aftercare"]
    assert described == {"type": "string", "description": "What still happens afterwards."}


@pytest.mark.parametrize("where", ["starter", "JSON Schema", "field reference nl"])
def test_a_writer_is_told_of_it(made, where):
    shown = json.loads((made / "shown.json").read_text("utf-8"))[where]
    assert "aftercare" in shown
    assert "Wat daarna nog gebeurt." in shown
