"""A field is renamed, split or dropped after texts were published with it: what readers of old texts are shown.

Each change is made in a copy of the code, as "Changing the schema" in docs/architecture.md says.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from datetime import date

import pytest

from macros.exports.api.files import api_files
from macros.exports.imprint import Imprint
from macros.language.reading import read_language
from tests.tools.languages import EVERY_FIELD, small_language
from tests.tools.publishing import publish_texts

DAY, LATER = date(2026, 11, 20), "2026-11-25"
SHOW = """
import json
import sys
from datetime import date
from pathlib import Path

from markupsafe import Markup

from macros.checks import check
from macros.exports.api.files import api_files
from macros.exports.citation import bibtex
from macros.exports.feed import feed_file
from macros.exports.imprint import Imprint
from macros.exports.reference import pattern_reference
from macros.findings.finding import Severity
from macros.language.address_targets import earlier_texts
from macros.language.reading import read_language
from macros.pages.dated_texts import dated_texts_json
from macros.pages.earlier_text import version_page
from macros.pages.renderer import Renderer
from macros.publishing.new_texts import texts_to_publish
from macros.record.published_text import text_file

root, day = Path(sys.argv[1]), date.fromisoformat(sys.argv[2])
errors = [one.message + " " + one.written for one in check(root).findings if one.severity is Severity.ERROR]
new = list(texts_to_publish(read_language(root).language, day))
for text in new:
    (root / text.path).write_text(text_file(text), "utf-8")
language = read_language(root).language
pattern = language.patterns["the-case"]
shown = {"errors": errors, "new": [text.path for text in new]}
for edition in ("nl", "en"):
    pages = {page.id: page.address for page in language.pages.values() if page.edition == edition}
    renderer = Renderer(language, edition, "", {"contribute": "bijdragen/", **pages})
    imprint = Imprint(language, edition, "https://x.example/")
    shown[edition] = {
        "page": renderer.pattern(pattern, Markup("")),
        "earlier": [
            version_page(renderer, pattern, one) for one in earlier_texts(language, pattern) if one.edition == edition
        ],
        "check page": json.loads(dated_texts_json(renderer))["patterns"]["13"]["texts"][edition],
        "feed": b"".join(content for _address, content in feed_file(imprint)).decode(),
        "citation": bibtex([pattern_reference(pattern, imprint)]),
    }
files = dict(api_files(Imprint(language, "nl", "https://x.example/")))
shown["api"] = json.loads(files["api/v1/patterns/13.json"])
shown["schema"] = json.loads(files["api/v1/schema.json"])["$defs"]["Text"]
print(json.dumps(shown))
"""
SPLIT = {
    "nl": ("  ask_first: Wie zien we nooit?\n", "  ask_last: Wie zou dat kunnen zeggen?\n"),
    "en": ("  ask_first: Whom do we never see?\n", "  ask_last: Who could tell us?\n"),
}


def edit(path, *changes):
    text = path.read_text("utf-8")
    for before, after in changes:
        assert re.search(before, text), f"{before} is not in {path.name}"
        text = re.sub(before, after, text)
    path.write_text(text, "utf-8")


def fields(name, words):
    """The declaration of the field `question` under another name."""
    return (
        f'    {name}: Prose | None = described(\n        "{words}",\n        "{words}",\n        default=None,\n'
        f'        use=Use(section="{name.replace("_", "-")}", written_by="editors"),\n    )\n'
    )


DECLARED = r"(?s)    question: Prose \| None = described\(.*?\n    \)\n"
IN_SLIDES = r'sections\.get\("question"\) or '


def rename(code, patterns):
    edit(
        code / "model/text.py",
        (r"    question: Prose", "    ask: Prose"),
        (r'use=Use\(section="vraag", ', 'use=Use(section="vraag", recorded_as="question", '),
    )
    edit(code / "view/labels.yml", (r"\n(section_|named_)?question:", r"\n\1ask:"))
    edit(code / "exports/slides/decks.py", (r'get\("question"\)', 'get("ask")'))
    for path in patterns:
        edit(path, (r"(?m)^  question:", "  ask:"))


def split(code, patterns):
    edit(code / "model/text.py", (DECLARED, fields("ask_first", "Vooraf.") + fields("ask_last", "Na afloop.")))
    former = 'FormerField("text", section="vraag", became=("ask_first", "ask_last"))'
    edit(code / "model/former_fields.py", (r"(FORMER_FIELDS: .* = ){}", rf'\1{{"question": {former}}}'))
    with (code / "view/labels.yml").open("a", encoding="utf-8") as labels:
        for name, nl, en in (("ask_first", "Vraag vooraf", "Ask first"), ("ask_last", "Vraag na afloop", "Ask last")):
            labels.write(f"{name}: {{nl: {nl}, en: {en}}}\n")
            labels.write(f"named_{name}: {{nl: de {nl.lower()}, en: {en.lower()}}}\n")
    edit(code / "exports/slides/decks.py", (IN_SLIDES, ""))
    for path in patterns:
        nl, en = ("".join(SPLIT[one]) for one in ("nl", "en"))
        before, after = re.split(r"(?m)^en:", path.read_text("utf-8"))
        written = [re.sub(r"(?m)^  question: .*\n", half, part) for half, part in ((nl, before), (en, after))]
        path.write_text("en:".join(written), "utf-8")


def drop(code, patterns):
    drop_and_tell_nobody(code, patterns)
    former = 'FormerField("text", section="vraag")'
    edit(code / "model/former_fields.py", (r"(FORMER_FIELDS: .* = ){}", rf'\1{{"question": {former}}}'))


def drop_and_tell_nobody(code, patterns):
    edit(code / "model/text.py", (DECLARED, ""))
    edit(code / "exports/slides/decks.py", (IN_SLIDES, ""))
    for path in patterns:
        edit(path, (r"(?m)^  question: .*\n", ""))


@pytest.fixture(scope="module")
def after(root, tmp_path_factory):
    """Returns what is shown after a change of the schema, made when every text was published."""

    def show(change):
        folder = tmp_path_factory.mktemp("schema")
        shutil.copytree(root / "macros", folder / "macros", ignore=shutil.ignore_patterns("__pycache__"))
        language = small_language(folder / "language")
        shutil.copytree(EVERY_FIELD, language, dirs_exist_ok=True)
        publish_texts(language, DAY)
        data = dict(api_files(Imprint(read_language(language).language, "nl", "https://x.example/")))
        asked = [path for path in language.glob("patterns/*/*.yml") if "\n  question:" in path.read_text("utf-8")]
        change(folder / "macros", asked)
        done = subprocess.run(
            [sys.executable, "-c", SHOW, str(language), LATER],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(folder)},
            stdout=subprocess.PIPE,
            check=True,
        )
        return json.loads(done.stdout) | {"data before": json.loads(data["api/v1/patterns/13.json"])}

    return show


@pytest.fixture(scope="module")
def renamed(after):
    return after(rename)


@pytest.fixture(scope="module")
def parted(after):
    return after(split)


@pytest.fixture(scope="module")
def dropped(after):
    return after(drop)


def test_a_renamed_field_changes_nothing_that_was_published(renamed):
    assert renamed["errors"] == renamed["new"] == []
    assert renamed["api"] == renamed["data before"]
    for edition in ("nl", "en"):
        assert renamed[edition]["check page"] == [{"date": str(DAY)}]
        assert f"<updated>{DAY}" in renamed[edition]["feed"]
    assert (
        '<section class="pattern-ask" aria-labelledby="vraag"><h2 id="vraag">Om hardop te vragen</h2>'
        in (renamed["nl"]["page"])
    )


@pytest.mark.parametrize("which", ["parted", "dropped"])
def test_only_texts_that_had_the_field_get_a_date(which, request):
    shown = request.getfixturevalue(which)
    assert shown["errors"] == []
    assert shown["new"] == [
        f"patterns/versions/{one}/{edition}/{LATER}.json" for one in (1, 13) for edition in ("nl", "en")
    ]
    for edition in ("nl", "en"):
        assert LATER in shown[edition]["citation"]
        assert f"<updated>{LATER}" in shown[edition]["feed"]


@pytest.mark.parametrize("which", ["parted", "dropped"])
@pytest.mark.parametrize(
    ("edition", "shown"),
    [
        ("nl", '<section><h2 id="vraag">Om hardop te vragen</h2><p>Wie hebben we nooit binnen gezien?</p></section>'),
        (
            "en",
            '<section id="vraag"><h2 id="question">To ask aloud</h2><p>Whom have we never seen inside?</p></section>',
        ),
    ],
)
def test_the_earlier_text_shows_its_field_as_it_was(which, edition, shown, request):
    (page,) = request.getfixturevalue(which)[edition]["earlier"]
    assert shown in page


def test_the_halves_are_compared_with_the_whole(parted):
    (page,) = parted["nl"]["earlier"]
    assert re.findall(r"<h3>(.*?)</h3><p>(.*?)<ins>Wie</ins>", page[page.index("Vergeleken met nu") :]) == [
        (
            "<del>Om hardop te vragen</del> <ins>Vraag vooraf en Vraag na afloop</ins>",
            "Wie <del>hebben</del><ins>zien</ins> we nooit<ins>?</ins> <del>binnen</del>",
        )
    ]
    assert parted["nl"]["check page"][0]["changed"] == ["de vraag vooraf", "de vraag na afloop"]


def test_a_link_to_the_whole_opens_the_first_half(parted):
    assert 'aria-labelledby="ask-first"><span id="vraag"></span><h2 id="ask-first">' in parted["nl"]["page"]
    assert '<span id="question"></span><span id="vraag"></span><h2 id="ask-first">' in parted["en"]["page"]


def test_the_data_give_both_halves_and_the_whole(parted):
    told = parted["api"]["nl"]
    assert (told["ask_first"], told["ask_last"]) == ("Wie zien we nooit?", "Wie zou dat kunnen zeggen?")
    assert told["question"] == "Wie zien we nooit?\n\nWie zou dat kunnen zeggen?"
    assert parted["schema"]["properties"]["question"]["description"] == "Now in: ask_first, ask_last."


def test_a_dropped_field_is_said_to_be_gone(dropped):
    (page,) = dropped["nl"]["earlier"]
    assert "<h3>Om hardop te vragen</h3><p><del>Wie hebben we nooit binnen gezien?</del></p>" in page
    assert dropped["nl"]["check page"][0] == {"date": str(DAY), "gone": ["‘Om hardop te vragen’"]}
    assert "question" not in dropped["api"]["nl"]
    assert dropped["schema"]["properties"]["question"]["deprecated"]


def test_nobody_can_forget_a_field_that_was_published(after):
    assert after(drop_and_tell_nobody)["errors"] == ["record-part question"]
