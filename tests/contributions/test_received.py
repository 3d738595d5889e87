"""What people send is read without loss, as their programs make it; what is hostile or no contribution is refused."""

import html
import re
import textwrap
import tracemalloc
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as some

from macros.contributions.checking import findings_in
from macros.contributions.message import placeholder, written
from macros.contributions.questions import forms
from macros.contributions.reading import plain, read_message
from macros.contributions.received import receive, received
from macros.findings.messages import LANGUAGES
from macros.findings.report import as_text
from macros.model.editions import EDITIONS
from tests.contributions.refused import CONTENTS, PLACES, word
from tests.contributions.test_form import TABLE as MISTAKES
from tests.contributions.test_form import answers_of
from tests.tools.languages import CASES

FOLDER = CASES / "contributions"
TABLE = yaml.safe_load((FOLDER / "received.yml").read_text("utf-8"))
STORY = forms()["story"]
REFUSED = dict(re.findall(r"(?m)^# (.*)\n((?:[^#\n].*\n)+)", (FOLDER / "refused.txt").read_text("utf-8")))
"""What is refused -> the report in Dutch and in English."""


def paragraphs(answer):
    """The words of each paragraph, with one kind of quotation mark."""
    return [" ".join(re.sub("[’‘]", "'", part).split()) for part in re.split(r"\n\s*\n", answer)]


def words(answers):
    return {key: " ".join(paragraphs(answer)) for key, answer in answers.items()}


def sent(name):
    [contribution] = read_message((FOLDER / f"sent/{name}.txt").read_text("utf-8")).contributions
    return contribution


def opened(case):
    path = FOLDER / "received" / case["file"]
    return received(word(path.read_bytes()), path.name) if path.suffix == ".xml" else receive(path)


@pytest.mark.parametrize("case", TABLE, ids=lambda case: case["file"])
def test_nothing_is_lost_of(case):
    got, expected = opened(case), sent(case["holds"])
    assert [one.message for one in got.findings] == case.get("told", [])
    assert got.contribution
    assert (got.contribution.form, got.contribution.edition) == (expected.form, expected.edition)
    assert words(got.contribution.answers) == words(expected.answers)
    if not case.get("apart"):
        answers = got.contribution.answers
        assert {key: paragraphs(answers[key]) for key in answers} == {
            key: paragraphs(expected.answers[key]) for key in answers
        }


def test_every_file_is_in_the_table():
    assert sorted(case["file"] for case in TABLE) == sorted(path.name for path in (FOLDER / "received").iterdir())


@pytest.mark.parametrize("edition", EDITIONS)
def test_what_an_empty_field_shows_is_no_answer(edition):
    shown = {one.key: placeholder(one, edition) for one in STORY.questions}
    text = written(STORY, edition, shown | {"stuck": "Dit."})
    got = received(text.encode(), "x.txt").contribution
    assert got
    assert got.answers == {"stuck": "Dit."}


@pytest.mark.parametrize("name", CONTENTS)
def test_refused_is(name):
    raw = CONTENTS[name]()
    tracemalloc.start()
    got = received(raw, "bijdrage")
    assert tracemalloc.get_traced_memory()[1] < 100_000_000
    tracemalloc.stop()
    assert got.contribution is None
    assert "".join(f"{as_text(got.findings, language)}\n" for language in LANGUAGES) == REFUSED[name]


def test_every_report_has_its_file():
    assert list(REFUSED) == list(CONTENTS)


@pytest.mark.parametrize("name", PLACES)
def test_not_read_is(name, tmp_path):
    message, make = PLACES[name]
    make(tmp_path / "bijdrage.eml")
    assert [one.message for one in receive(tmp_path / "bijdrage.eml").findings] == [message]


def test_a_finding_names_the_line():
    text = (FOLDER / "sent/story-nl.txt").read_text("utf-8").replace("een welzijnsorganisatie\n", "iets anders\n")
    [finding] = received(text.encode(), "x.txt").findings
    assert (finding.message, finding.place.line) == ("received.choice", text.split("\n").index("iets anders") + 1)


@pytest.mark.parametrize("edition", EDITIONS)
def test_what_arrives_has_the_findings_that_the_form_told(edition):
    for case in MISTAKES["mistakes"]:
        kind, answers = answers_of(case)
        if not any(answer.strip() for answer in answers.values()):
            continue
        form = forms()[kind]
        got = received(written(form, edition, answers).encode(), "x.txt").contribution
        assert got, case
        here, there = (findings_in(form, edition, one) for one in (got.answers, answers))
        assert [(one.place, one.message, one.written) for one in here] == [
            (one.place, one.message, one.written) for one in there
        ], case


# What people type: no word is longer than a line, as of a mail program; and no run of it is the heading of a question.
WORDS = some.text(some.sampled_from("abcdefgéëïABC0123456789.,:;?!'\"()[]<>&-*#|’“”€"), min_size=1, max_size=14)
LINES = some.lists(WORDS, min_size=1, max_size=30).map(" ".join)
ANSWERS = some.lists(LINES, min_size=1, max_size=3).map("\n\n".join)
TEXTS = [one.key for one in STORY.questions if one.kind == "text"]
STORIES = some.fixed_dictionaries(
    {"stuck": ANSWERS},
    optional=dict.fromkeys(TEXTS[1:], ANSWERS)
    | {one.key: some.sampled_from([choice.key for choice in one.choices]) for one in STORY.questions if one.choices},
)


def wrapped(text, width):
    lines = (textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False) for line in text.split("\n"))
    return "\n".join(row for rows in lines for row in rows or [""])


def mailed(text, encoding, subtype):
    """The text as Python's library makes a mail of it."""
    mail = EmailMessage(policy=policy.SMTP)
    mail["From"], mail["Date"], mail["Subject"] = "x@voorbeeld.example", "Sat, 28 Nov 2026 10:00:00 +0100", "Bijdrage"
    if subtype == "html":
        text = "".join(f"<div>{html.escape(line) or '<br>'}</div>\n" for line in text.split("\n"))
    mail.set_content(text, subtype=subtype, cte=encoding)
    return mail.as_bytes()


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    STORIES,
    some.sampled_from(EDITIONS),
    some.integers(60, 78),
    some.integers(0, 3),
    some.sampled_from([" ", "\u00a0"]),
    some.sampled_from(["quoted-printable", "base64"]),
    some.sampled_from(["plain", "html"]),
)
@example({"stuck": "[1] Wat liep er vast?\n\n> a", "did": "[einde bijdrage]"}, "nl", 72, 1, " ", "base64", "plain")
def test_what_the_form_writes_is_read_back(answers, edition, width, depth, space, encoding, subtype):
    text = wrapped(written(STORY, edition, answers), width).replace(" ", space)
    text = "\n".join(f"{'> ' * depth}{line}".rstrip(" ") for line in f"Dag,\n{text}\nGroet".split("\n"))
    got = received(mailed(text, encoding, subtype), "bijdrage.eml")
    assert got.contribution
    assert got.contribution.edition == edition
    expected = {key: paragraphs(plain(answer)) for key, answer in answers.items()}
    assert {key: paragraphs(answer) for key, answer in got.contribution.answers.items()} == expected


@given(STORIES, some.sampled_from(EDITIONS))
@settings(max_examples=50, deadline=None)
def test_unchanged_it_is_read_back_to_the_letter(answers, edition):
    [contribution] = read_message(written(STORY, edition, answers)).contributions
    assert contribution.answers == {key: answer.strip() for key, answer in answers.items()}


@given(some.binary(max_size=400) | some.text(max_size=400).map(str.encode), some.sampled_from(sorted(CONTENTS)))
@settings(max_examples=60, deadline=None)
def test_no_bytes_raise(more, name):
    raw = CONTENTS[name]()[:5000]
    received(raw[: len(raw) // 2] + more + raw[len(raw) // 2 :], "bijdrage")
    assert message_from_bytes(raw) is not None
