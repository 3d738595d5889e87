"""The page of the sources says of each whether it was put to its author, and whether there was an answer."""

from datetime import date

import pytest

ASKED, ANSWERED = date(2026, 12, 3), date(2027, 1, 14)
SAID = [
    (None, None, "nl", "Nog niet"),
    (None, None, "en", "Not yet"),
    (ASKED, None, "nl", "Op 3 december 2026, nog geen antwoord"),
    (ASKED, None, "en", "On 3 December 2026, no answer yet"),
    (ASKED, ANSWERED, "nl", "Op 3 december 2026, beantwoord op 14 januari 2027"),
    (ASKED, ANSWERED, "en", "On 3 December 2026, answered on 14 January 2027"),
]


@pytest.mark.parametrize(("asked", "answered", "edition", "said"), SAID)
def test_a_source_says_whether_its_author_was_asked(language, render, asked, answered, edition, said):
    sources = language.sources.sources
    sources[0] = sources[0].model_copy(update={"asked": asked, "answered": answered})
    label = {"nl": "Voorgelegd aan de auteur", "en": "Put to the author"}[edition]
    first = render(edition).lessons().partition("</dl>")[0]
    assert f"<dt>{label}</dt><dd>{said}</dd>" in first


@pytest.mark.parametrize("edition", ["nl", "en"])
def test_every_source_says_it(language, render, edition):
    label = {"nl": "Voorgelegd aan de auteur", "en": "Put to the author"}[edition]
    assert render(edition).lessons().count(f"<dt>{label}</dt>") == len(language.sources.sources)
