"""The mutation table: every key, value, reference and list item deleted, emptied, misspelt or written twice."""

import re
import shutil
from collections import defaultdict
from pathlib import Path

import pytest

from macros.__main__ import main
from macros.checks import check
from macros.findings.finding import Severity
from macros.language import reading
from macros.language.editions import EDITIONS_FILE
from macros.language.memory import Memory
from macros.language.reading import CASES, FRAME_FILES
from macros.model.case import CASE_KINDS
from macros.model.pattern import FORMS
from macros.yaml import reader
from tests.checks.mutations import Mutation, mutations
from tests.tools.languages import FRAME, small_language
from tests.tools.remembered import remember_pictures

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
KINDS = ("delete", "empty", "misspell", "duplicate")


def model_of(path):
    if path.name in FRAME_FILES:
        return FRAME_FILES[path.name][1]
    if path.parent.name == CASES:
        return CASE_KINDS["practice" if "kind: practice" in path.read_text("utf-8") else "source"]
    return FORMS["full" if "\nform: full\n" in path.read_text("utf-8") else "short"]


def described(findings, path, mutation):
    """Whether an error tells this slip in this file: by a rule that fits, on the line where it is."""
    return not mutation.rules or any(
        finding.severity is Severity.ERROR
        and (finding.place.path, finding.place.line) == (path, mutation.line)
        and finding.rule in mutation.rules
        for finding in findings
    )


def remember_files(root, monkeypatch):
    """Let a file be parsed once for as long as it is as it was; return the files with their texts."""
    whole = {path: path.read_text("utf-8") for path in sorted((root / "patterns").rglob("*.yml"))}
    known = {path: reader.read(path, root) for path in whole}

    def read(path, root):
        return known[path] if path.read_text("utf-8") == whole.get(path) else reader.read(path, root)

    monkeypatch.setattr(reading, "read", read)
    return whole


# Without editions.yml nothing else is read; its mistakes have cases of their own.
IN_THE_SMALL_LANGUAGE = [path for path in sorted(FRAME.glob("patterns/**/*.yml")) if path.name != EDITIONS_FILE]
# What leads to a case is looked up only while every case can be read, and almost all words are those of language.yml.
APART = {
    "the words of the language": [path for path in IN_THE_SMALL_LANGUAGE if path.name == "language.yml"],
    "the other files around the patterns": [
        path for path in IN_THE_SMALL_LANGUAGE if path.name in FRAME_FILES and path.name != "language.yml"
    ],
    "patterns": [path for path in IN_THE_SMALL_LANGUAGE if path.name not in FRAME_FILES and path.parent.name != CASES],
    "cases": [path for path in IN_THE_SMALL_LANGUAGE if path.parent.name == CASES],
}
"""The files that may have slips in them at the same time, each on a line of its own."""


@pytest.mark.parametrize("most", [1, pytest.param(None, marks=pytest.mark.thorough)])
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("group", APART)
def test_every_slip_in_the_small_language_is_told_on_its_line(group, kind, most, tmp_path, capsys, monkeypatch):
    root = small_language(tmp_path / "language")
    remember_files(root, monkeypatch)
    whole = {root / path.relative_to(FRAME): path.read_text("utf-8") for path in APART[group]}
    missed = []
    for one_each in rounds_of_slips(whole, kind, most):
        for path, text in whole.items():
            path.write_text(one_each[path].text if path in one_each else text, "utf-8")
        code = main(["--root", str(root), "check", "--format", "text"])
        lines = capsys.readouterr().out
        for path, mutation in one_each.items():
            start = f"{path.relative_to(root).as_posix()}:{mutation.line}:"
            fits = any(
                line.startswith(start) and line.endswith(tuple(f"[{r}]" for r in mutation.rules))
                for line in lines.splitlines()
            )
            if mutation.rules and not (code == 1 and fits):
                missed.append(f"{mutation.what}: exit code {code}, wanted {start} {set(mutation.rules)}\n{lines}")
    assert missed == []


def test_no_file_of_the_small_language_is_left_out():
    assert sorted(path for paths in APART.values() for path in paths) == IN_THE_SMALL_LANGUAGE


def same_everywhere(mutation):
    """What a slip is in whatever file: where in a file, in which way of writing YAML, but for numbers and keys."""
    way = re.sub(r"\[\[[a-z0-9-]+|\d+", "#", mutation.what)
    line = [*mutation.text.splitlines(), ""][min(mutation.line, mutation.text.count("\n")) - 1]
    return way, frozenset(line) & frozenset("[{>|'\"")


def rounds_of_slips(files, kind, most):
    """Return rounds of slips, at most one in each file: every one there is, in so many files at most.

    In each file they are the same to the program, and the slips there are would take a quarter of an hour. Without
    `most` they are all there.
    """
    by_slip: defaultdict[tuple[str, frozenset[str]], defaultdict[Path, list[Mutation]]]
    by_slip = defaultdict(lambda: defaultdict(list))
    for path, text in files.items():
        for mutation in mutations(text, model_of(path)):
            if mutation.kind == kind:
                by_slip[same_everywhere(mutation)][path].append(mutation)
    chosen: dict[Path, list[Mutation]] = {path: [] for path in files}
    for found in by_slip.values():
        if most is None:
            for path, slips in found.items():
                chosen[path] += slips
            continue
        for at, path in enumerate(sorted(found, key=lambda path: len(chosen[path]))[:most]):
            slips = found[path]
            chosen[path].append(slips[(len(slips) - 1) * at // max(most - 1, 1)])  # spread from the first to the last
    # What leads to a case is looked up only while every case can be read.
    for group in (True, False):
        own = {path: slips for path, slips in chosen.items() if (path.parent.name == CASES) is group}
        for number in range(max(map(len, own.values()), default=0)):
            yield {path: slips[number] for path, slips in own.items() if number < len(slips)}


@pytest.mark.parametrize("most", [1, pytest.param(3, marks=pytest.mark.thorough)])
@pytest.mark.parametrize("kind", KINDS)
def test_every_slip_in_the_real_patterns_is_told_on_its_line(kind, most, tmp_path, monkeypatch):
    """One slip in each file at a time: what is looked for stands in that file, on that line."""
    shutil.copytree(ROOT / "patterns", tmp_path / "patterns")
    shutil.copytree(ROOT / "docs", tmp_path / "docs")
    remembered = remember_files(tmp_path, monkeypatch)
    remember_pictures(monkeypatch)
    memory, changed = Memory(), set[Path]()
    whole = {path: text for path, text in remembered.items() if path.parent.parent.name == "patterns"}
    missed, count = [], 0
    for one_each in rounds_of_slips(whole, kind, most):
        count += len(one_each)
        for path in changed | one_each.keys():
            path.write_text(one_each[path].text if path in one_each else whole[path], "utf-8")
        changed = set(one_each)
        findings = check(tmp_path, memory).findings
        for path, mutation in one_each.items():
            name = path.relative_to(tmp_path).as_posix()
            if not described(findings, name, mutation):
                said = [str(one) for one in findings if one.place.path == name]
                missed.append(f"{name}:{mutation.line}: {mutation.what}, wanted {set(mutation.rules)}, got {said}")
    assert missed == []
    assert count > most * len(whole)
