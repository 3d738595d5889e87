"""The mutation table: every key, value, reference and list item deleted, emptied, misspelt or written twice."""

import shutil
from collections import defaultdict
from pathlib import Path

import pytest

from macros.__main__ import main
from macros.checks import check
from macros.findings.finding import Severity
from macros.language import reading
from macros.language.reading import CASES, FRAME_FILES
from macros.model.case import CASE_KINDS
from macros.model.pattern import FORMS
from macros.yaml import reader
from macros.yaml.document import Document
from tests.checks.mutations import Mutation, mutations
from tests.tools.languages import FRAME, small_language

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


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("path", sorted(FRAME.glob("patterns/**/*.yml")), ids=lambda path: path.stem)
def test_one_slip_in_the_small_language_is_told_on_its_line(path, kind, tmp_path, capsys):
    root = small_language(tmp_path / "language")
    inside = path.relative_to(FRAME)
    missed = []
    for mutation in mutations(path.read_text("utf-8"), model_of(path)):
        if mutation.kind != kind:
            continue
        (root / inside).write_text(mutation.text, "utf-8")
        code = main(["--root", str(root), "check", "--format", "text"])
        lines = capsys.readouterr().out
        start = f"{inside.as_posix()}:{mutation.line}:"
        fits = any(
            line.startswith(start) and line.endswith(tuple(f"[{r}]" for r in mutation.rules))
            for line in lines.splitlines()
        )
        if mutation.rules and not (code == 1 and fits):
            missed.append(f"{mutation.what}: exit code {code}, wanted {start} {set(mutation.rules)}\n{lines}")
    assert missed == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_slip_in_the_real_patterns_is_told_on_its_line(kind, tmp_path, monkeypatch):
    """One slip in each file at a time: what is looked for stands in that file, on that line."""
    known: dict[tuple[Path, bytes], Document] = {}

    def read_once(path, root):
        as_it_stands = (path, path.read_bytes())
        if as_it_stands not in known:
            known[as_it_stands] = reader.read(path, root)
        return known[as_it_stands]

    monkeypatch.setattr(reading, "read", read_once)
    shutil.copytree(ROOT / "patterns", tmp_path / "patterns")
    shutil.copytree(ROOT / "docs", tmp_path / "docs")
    rounds: dict[int, dict[Path, Mutation]] = defaultdict(dict)
    whole: dict[Path, str] = {}
    for path in sorted((tmp_path / "patterns").glob("*/*.yml")):
        whole[path] = path.read_text("utf-8")
        slips = (mutation for mutation in mutations(whole[path], model_of(path)) if mutation.kind == kind)
        for number, mutation in enumerate(slips):
            rounds[number][path] = mutation
    assert sum(map(len, rounds.values())) > 10 * len(whole)
    missed = []
    for one_each in rounds.values():
        for path, text in whole.items():
            path.write_text(one_each[path].text if path in one_each else text, "utf-8")
        findings = check(tmp_path).findings
        for path, mutation in one_each.items():
            name = path.relative_to(tmp_path).as_posix()
            if not described(findings, name, mutation):
                said = [str(one) for one in findings if one.place.path == name]
                missed.append(f"{name}:{mutation.line}: {mutation.what}, wanted {set(mutation.rules)}, got {said}")
    assert missed == []
