"""A draft of what somebody sent in: a story as the case it may become, a correction as a note for who mends it."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, Literal

from macros.contributions.mentioned import Mentioned
from macros.contributions.questions import Question
from macros.contributions.reading import Contribution
from macros.contributions.signals import Sign, name_of, signs_in_all
from macros.findings.messages import command_text
from macros.language.file_layout import in_layout
from macros.model.base import described
from macros.model.case import PracticeCaseText
from macros.model.editions import EDITIONS, Edition
from macros.model.translated import TEXTS, ByEdition
from macros.model.values import Day, Key
from macros.text.marks import mark, with_marks
from macros.yaml.layout import laid_out
from macros.yaml.reader import parse

INBOX: Final = "inbox"
"""The folder at the root of a language that holds the drafts; git ignores it."""
_STORY: Final = "story"


class StoryDraft(ByEdition[PracticeCaseText]):
    """A story on its way to be a case."""

    form: Literal["story"] = described("Een verhaal.", "A story.")
    approved: Day = described(
        "De dag waarop de verteller ja zei tegen deze tekst.", "The day on which the sender said yes to this text."
    )
    patterns: list[Key] = described(
        "De patronen waar dit iets over zegt.", "The patterns that this says something about.", min_length=1
    )
    texts: Mapping[Edition, PracticeCaseText] = described(
        "De tekst per editie.", "The text by edition.", alias=TEXTS, min_length=1
    )


def draft_key(contribution: Contribution) -> str:
    """Return the name of a draft, which follows from what was sent and tells nothing of it."""
    said = json.dumps([contribution.form.key, contribution.edition, *sorted(contribution.answers.items())])
    return f"{contribution.form.key}-{hashlib.sha256(said.encode()).hexdigest()[:8]}"


def draft_text(contribution: Contribution, mentioned: Mentioned, lang: str) -> str:
    """Return the text of a draft, with a mark on all that may identify a person or waits for an editor.

    Args:
        contribution: what was sent.
        mentioned: what it says of patterns.
        lang: the language of the editor.
    """
    key = draft_key(contribution)
    path = f"{INBOX}/{key}.yml"
    if contribution.form.key == _STORY:
        head, answers = command_text(lang, "receive.head-story", key=key), _story(contribution, mentioned, lang)
    else:
        head, answers = command_text(lang, "receive.head-correction", path=path), _note(contribution)
    lines = [f"# {line}".rstrip() for line in head.split("\n")]
    lines.append(f"form: {contribution.form.key}")
    lines += answers
    return laid_out(parse("\n".join([*lines, ""]).encode(), path), lambda _loc: ())


def case_text(draft: StoryDraft, path: str) -> str:
    """Return the text of the case that a draft has become, in the layout of its kind.

    Args:
        draft: as its sender approved it.
        path: of the case, from the root of the language.
    """
    lines = ["# yaml-language-server: $schema=../schema/case.json", "kind: practice"]
    lines.append(_listed("patterns", draft.patterns))
    for edition in EDITIONS:
        if edition in draft.texts:
            lines.append(f"{edition}:")
            for name, value in draft.texts[edition].model_dump(exclude_none=True).items():
                written = f"  {_listed(name, value)}" if isinstance(value, list) else _field(name, value, 2)
                lines += [written] if value else []
    return in_layout(parse("\n".join([*lines, ""]).encode(), path))


def _story(contribution: Contribution, mentioned: Mentioned, lang: str) -> Iterator[str]:
    """Yield the lines of a story: the fields of a case, each with the questions that its answers come from."""
    edition = _written_in(contribution)
    asked: dict[str, list[Question]] = defaultdict(list)
    for question in contribution.form.questions:
        asked[question.fills].append(question)
    answers = _shown(contribution, edition)
    told = [one.key for name, questions in asked.items() if name not in ("patterns", "known") for one in questions]
    marked = answers | _marked({key: answers[key] for key in told if key in answers}, edition)
    yield "approved:"
    for one in asked["patterns"]:
        named = _with_marks(answers.get(one.key, "-"), mentioned.signs, edition)
        yield f"# {one.label[edition]} {' '.join(named.split())}"
    yield _listed("patterns", mentioned.patterns)
    yield f"{edition}:"
    for name, field in PracticeCaseText.model_fields.items():
        given = [one for one in asked[name] if one.key in answers]
        if name == "known":
            words = " ".join(f"{one.label[edition]} {answers[one.key]}." for one in given)
            value = mark(command_text(lang, "receive.rewrite"), " ".join(words.split()))
        elif name == "organisation":
            value = " in ".join(" ".join(marked[key].split()) for key in _organisation(contribution, given))
        else:
            value = "\n\n".join(marked[one.key] for one in given)
        if field.is_required():
            if len(asked[name]) > 1:
                yield from (f"  # {one.label[edition]}" for one in asked[name])
            yield _field(name, value, 2)


def _organisation(contribution: Contribution, given: Sequence[Question]) -> list[str]:
    """Return the keys of the questions about the organisation that are told of."""
    keys = [one.key for one in given]
    # Who works at the municipality and tells how large it is has said both at once.
    return keys[1:] if len(keys) > 1 and contribution.answers[keys[0]] == "municipality" else keys


def _note(contribution: Contribution) -> Iterator[str]:
    """Yield the lines of a correction: each question that was answered, and its answer."""
    answers = _shown(contribution, contribution.edition)
    told = {one.key: answers[one.key] for one in contribution.form.questions if one.key in answers and not one.copied}
    marked = answers | _marked(told, contribution.edition)
    for one in contribution.form.questions:
        yield f"# {one.label[contribution.edition]}"
        yield _field(one.key, marked.get(one.key, ""))


def _shown(contribution: Contribution, edition: Edition) -> dict[str, str]:
    """Return the answers as people read them."""
    questions = [one for one in contribution.form.questions if one.key in contribution.answers]
    return {one.key: one.shown(contribution.answers[one.key], edition) for one in questions}


def _written_in(contribution: Contribution) -> Edition:
    """Return the language of the answers, which need not be that of the form."""
    said = contribution.answers.get("language")
    return next((one for one in EDITIONS if one == said), contribution.edition)


def _marked(answers: Mapping[str, str], edition: Edition) -> dict[str, str]:
    """Return answers with a mark on what may identify somebody, alone or together with what another one tells."""
    found = zip(answers.items(), signs_in_all(list(answers.values())), strict=True)
    return {key: _with_marks(answer, signs, edition) for (key, answer), signs in found}


def _with_marks(answer: str, signs: Sequence[Sign], edition: Edition) -> str:
    return with_marks(answer, ((one.start, one.end, name_of(one.kind, edition)) for one in signs))


def _listed(name: str, values: Sequence[str]) -> str:
    return f"{name}: [{', '.join(values)}]"


def _field(name: str, value: str, indent: int = 0) -> str:
    """Return a field with a text: that of one line as the layout takes it, any other as a block of its own lines."""
    before = " " * indent
    if "\n" not in value:
        return f"{before}{name}: {json.dumps(value, ensure_ascii=False)}" if value else f"{before}{name}:"
    return "\n".join([f"{before}{name}: |-", *(f"{before}  {line}".rstrip() for line in value.split("\n"))])
