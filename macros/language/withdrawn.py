"""Leaves texts out that were withdrawn, so that nothing that is made from the language holds them."""

from dataclasses import replace
from typing import TYPE_CHECKING

from macros.model.editions import WITHDRAWN, Edition
from macros.model.pattern import AnyPattern
from macros.model.run import Run
from macros.model.text import BasisText, ShortText

if TYPE_CHECKING:
    from macros.language.language import Language
    from macros.language.pattern import Pattern
    from macros.record.withdrawals import Withdrawal


def leave_out_withdrawn(language: "Language") -> None:
    """Take out of a language every text of today that was withdrawn.

    An edition whose text was withdrawn shows the text of another one. A pattern of which no text is left has the
    state of a retired one, and its page says that it was withdrawn.
    """
    for key, pattern in language.patterns.items():
        withdrawn = {
            edition: withdrawal
            for edition in pattern.editions
            if (published := language.published_as(pattern, edition))
            and (withdrawal := language.withdrawals.of(published))
        }
        if withdrawn:
            language.patterns[key] = _without(pattern, withdrawn)


def _without(pattern: "Pattern", withdrawn: dict[Edition, "Withdrawal"]) -> "Pattern":
    texts = {edition: text for edition in pattern.editions if (text := pattern.own_text(edition))}
    left = {edition: text for edition, text in texts.items() if edition not in withdrawn}
    if left:
        return replace(pattern, fields=_with_texts(pattern.fields, left))
    stand_ins = {edition: _stand_in(pattern, edition) for edition in withdrawn}
    fields = _with_texts(pattern.fields, stand_ins).model_copy(update={"status": "retired", "relations": []})
    return replace(pattern, fields=fields, withdrawal=next(iter(withdrawn.values())))


def _with_texts(fields: AnyPattern, texts: dict[Edition, ShortText]) -> AnyPattern:
    return fields.model_copy(update={"texts": texts})


def _stand_in(pattern: "Pattern", edition: Edition) -> ShortText:
    """Return what stands in for a text: no word of it but the address of its page, which was promised."""
    name, summary = WITHDRAWN[edition]
    return ShortText.model_construct(
        name=name.replace("{}", str(pattern.id)),
        slug=pattern.slug(edition),
        summary=summary,
        situations=[],
        signals=[],
        problem="",
        forces=[],
        intervention="",
        run=Run.model_construct(
            who="", minutes=0, need="", open="", steps=[], leave_with="", stalls="", ten_minutes=""
        ),
        moves={},
        examples=[],
        basis=BasisText.model_construct(source=""),
        aliases=pattern.text(edition)[0].aliases,
    )
