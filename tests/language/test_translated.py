"""A text by edition: what an edition shows, and what no model may do."""

import pytest
from pydantic import ValidationError

from macros.model.base import Model
from macros.model.translated import TEXTS, ByEdition, Translated


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ({"nl": "Daarom.", "en": "So."}, {"nl": ("Daarom.", None), "en": ("So.", None)}),
        ({"nl": "Daarom."}, {"nl": ("Daarom.", None), "en": ("Daarom.", "nl")}),
        ({"en": "So."}, {"nl": ("So.", "en"), "en": ("So.", None)}),
    ],
)
def test_an_edition_shows_its_own_text_or_the_first_there_is(written, shown):
    text = Translated.model_validate(written)
    assert {edition: (text.of(edition), text.foreign(edition)) for edition in ("nl", "en")} == shown


@pytest.mark.parametrize("written", [{}, {"de": "Darum."}, {"nl": "a", "texts": "b"}, {"nl": "a", TEXTS: {"en": "b"}}])
def test_no_text_and_another_field_are_refused(written):
    with pytest.raises(ValidationError):
        Translated.model_validate(written)


def test_a_field_may_begin_as_an_edition():
    class Fine(ByEdition[str], Model):
        end: str

    assert Fine.model_validate({"end": "a", "nl": "b"}).of("en") == "b"
