"""The real language as it is exported, and one made to do harm."""

from dataclasses import replace

import pytest

from macros.exports.imprint import Imprint
from macros.language.reading import read_language
from macros.model.editions import EDITIONS
from macros.model.text import Variant
from tests.hostile.payloads import joined

SITE = "https://patterns.example/"
"""Where the tests publish; no test asks for it."""

HARM = joined("words", accepted=False)
"""What a contributor with bad intentions might write."""


@pytest.fixture(scope="session")
def language(root):
    return read_language(root).language


@pytest.fixture(scope="session", params=EDITIONS)
def imprint(request, language):
    """Each edition of the real language."""
    return Imprint(language, request.param, SITE)


@pytest.fixture(scope="session")
def hostile(language):
    """The Dutch edition of a language whose pattern 70 tries to break out of every format."""
    patterns = dict(language.patterns)
    pattern = patterns["no-one-says-no"]
    told = pattern.fields.of("nl").model_copy(
        update={
            "name": HARM,
            "summary": HARM,
            "problem": f"{HARM}\n\n- {HARM}\n\n> {HARM}",
            "forces": [HARM, f"[[cut-the-knot|{HARM}]]"],
            "keywords": [HARM],
            "signals": [HARM, "twee", "drie"],
            "variants": [Variant.model_construct(name=HARM, text=HARM)],
        }
    )
    shown = pattern.fields.picture
    assert shown
    fields = {
        "texts": {**pattern.fields.texts, "nl": told},
        "picture": shown.model_copy(update={"texts": {**shown.texts, "nl": HARM}}),
    }
    patterns[pattern.key] = replace(pattern, fields=pattern.fields.model_copy(update=fields))
    return Imprint(replace(language, patterns=patterns, _ties=None, _linked=None), "nl", SITE)


@pytest.fixture(scope="session")
def exported(built_site):
    """The folder that holds every export of both editions: the site, whose build has made them for all workers."""
    return built_site
