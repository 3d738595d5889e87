"""Whatever stands in a page: `check` refuses it, and when that is passed by, the built page holds nothing of it."""

from dataclasses import replace

import pytest
from jinja2 import Environment, StrictUndefined
from jinja2.exceptions import SecurityError, TemplateError
from lxml import html
from markdown import Markdown

from macros.checks import CHECKS, REFERENCES
from macros.checks import macros as macro_checks
from macros.checks import pages as page_checks
from macros.findings.finding import Severity
from macros.language.reading import read_language
from macros.site.cleaning import clean
from macros.site.templates import OnlyMacroCalls
from macros.text.urls import is_plain_address
from macros.written_pages.html import ADDRESSES, ELEMENTS, EVERYWHERE, EXTENSIONS
from macros.written_pages.macro_calls import COMMENT
from macros.written_pages.page import page_from
from macros.yaml.text_file import text_from
from tests.hostile.payloads import named, payloads
from tests.tools.languages import small_language

TEMPLATES, HTML = payloads("templates"), payloads("html")
WHERE = "docs/nl/strange.md"
GUARDS = [
    macro_checks.pages_hold_no_code,
    macro_checks.macros_are_called_well,
    page_checks.front_matter_is_known,
    page_checks.pages_hold_plain_html,
    page_checks.links_lead_somewhere,
]


@pytest.fixture(scope="module")
def language(tmp_path_factory):
    root = small_language(tmp_path_factory.mktemp("hostile") / "language")
    return read_language(root).language


def whole(payload):
    return payload if payload.startswith(("---", "bundle:", "title:")) else f"---\npage: home\n---\n# A\n\n{payload}\n"


def errors(language, payload, guards=GUARDS):
    """The errors that checks have for a page with this payload."""
    page = page_from(text_from(whole(payload).encode("utf-8", "surrogatepass"), WHERE))
    alone = replace(language, pages={WHERE: page})
    findings = [one for guard in guards for one in guard(alone)]
    return [one for one in findings if one.severity is Severity.ERROR]


def test_these_checks_are_part_of_check():
    assert set(GUARDS) <= {*CHECKS, *REFERENCES}


@pytest.mark.parametrize("entry", TEMPLATES + HTML, ids=named)
def test_check_refuses_the_page(language, entry):
    found = errors(language, entry[1])
    assert found
    lines = whole(entry[1]).count("\n") + 1
    assert all(1 <= one.place.line <= lines and one.message for one in found)


def test_an_ordinary_page_passes(language):
    page = 'Words, *more* [words](index.md) and {{ page_link("home", "a page") }}.\n\n```\n<b>\n```'
    assert errors(language, page) == []


@pytest.mark.parametrize("guard", GUARDS, ids=lambda guard: guard.__name__)
def test_each_check_alone_holds_something(language, guard):
    others = [one for one in GUARDS if one is not guard]
    assert [payload for _, payload in TEMPLATES + HTML if not errors(language, payload, others)]


def environment(*extensions):
    """The environment as mkdocs-macros makes it, with what it puts within reach of a page."""
    made = Environment(  # noqa: S701 - as mkdocs-macros makes it
        extensions=extensions,
        undefined=StrictUndefined,
        comment_start_string=COMMENT[0],
        comment_end_string=COMMENT[1],
    )
    made.globals.update({name: lambda *_arguments, **_named: "made" for name in ("page_link", "bundle")})
    return made


def rendered(made, payload):
    return made.from_string(payload).render(config={"token": "secret"}, environment={}, page="page", files=[])


# What only `check` can know: whether a call has the arguments that its macro takes.
FOR_CHECK = "arguments that a macro does not take"
CODE = [one for one in TEMPLATES if one[0] != FOR_CHECK and not one[1].startswith(("---", "bundle:", "title:"))]


@pytest.mark.parametrize("entry", CODE, ids=named)
def test_no_page_is_a_template_that_does_more_than_call_macros(entry):
    made = environment(OnlyMacroCalls)
    try:
        shown = rendered(made, entry[1])
    except (TemplateError, ValueError):
        return
    assert shown in {"made", entry[1]}, entry[1]


REACHING = {
    "{{ config.token }}": "secret",
    "{{ config['token'] }}": "secret",
    "{{ config|length }}": "1",
    "{{ page_link.__name__ }}": "<lambda>",
    "{% if config %}reached{% endif %}": "reached",
    "{{ range(2)|list }}": "[0, 1]",
}
"""Code of the kinds in the list that does no harm here -> what it shows."""


@pytest.mark.parametrize(("code", "shown"), REACHING.items())
def test_without_that_extension_it_would(code, shown):
    assert rendered(environment(), code) == shown
    with pytest.raises(SecurityError):
        rendered(environment(OnlyMacroCalls), code)


@pytest.mark.parametrize("code", [code for code in REACHING if not code.startswith("{%")])
def test_behind_the_refusal_nothing_is_within_reach(monkeypatch, code):
    monkeypatch.setattr(OnlyMacroCalls, "preprocess", lambda _self, source, _name, _filename=None: source)
    with pytest.raises(TemplateError):
        rendered(environment(OnlyMacroCalls), code)


def live(page):
    """What in HTML acts, leads elsewhere or is none of what a page may hold, as a browser's parser sees it."""
    tree = html.document_fromstring(f"<!doctype html><html><head><title></title></head><body>{page}</body></html>")
    for element in tree.iter():
        if element.tag in {"html", "head", "title", "body"} and not element.attrib:
            continue
        if element.tag not in ELEMENTS:
            yield str(element.tag)
            continue
        for name, value in ((str(name), str(value)) for name, value in element.attrib.items()):
            if (
                name not in EVERYWHERE | ELEMENTS[element.tag]
                or "\ue000" in value
                or (name in ADDRESSES and not is_plain_address(element.tag, value))
            ):
                yield f"{element.tag} {name}={value}"


def as_html(payload):
    return Markdown(extensions=list(EXTENSIONS)).convert(payload)


@pytest.mark.parametrize("entry", HTML, ids=named)
def test_the_built_page_holds_nothing_that_acts(entry):
    assert list(live(clean(as_html(entry[1])))) == []


def test_without_cleaning_it_would():
    assert len([payload for _, payload in HTML if list(live(as_html(payload)))]) > 100


def test_no_payload_stands_in_the_lists_twice():
    for entries in (TEMPLATES, HTML):
        assert len({payload for _, payload in entries}) == len(entries)
    assert len(TEMPLATES) >= 60
    assert len(HTML) >= 100
