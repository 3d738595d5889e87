"""`python -m macros check`: what it prints, in three shapes, and how it exits."""

import json
import os
import shutil
import subprocess
import sys

import pytest

from macros.__main__ import main
from macros.findings.finding import Advice, Finding, Place
from macros.findings.known import known_from, new_findings
from macros.findings.report import as_annotations, as_code_quality, as_json, as_text
from tests.tools.languages import CASES, FRAME, small_language, with_case

pytestmark = pytest.mark.slow

HOSTILE = Finding(
    Place("patterns/a\n::error::b.yml", 3, 5),
    "wrong-value.other",
    {"field": "name", "detail": "cannot be\nthis"},
    "\x1b]0;x\x07 \x9b31m \u202e %0A::set-output name=a::b\r\n::error file=x::forged",
    Advice(("::stop-commands::x\nplain words",)),
)


def macros(root, *arguments, cwd=None, **environment):
    return subprocess.run(
        [sys.executable, "-m", "macros", *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=cwd or root,
        env=os.environ | {"PYTHONPATH": str(root)} | environment,
        check=False,
    )


def test_a_language_without_slips_exits_0(root, tmp_path):
    said = macros(root, "--root", str(small_language(tmp_path / "language")), "check")
    assert (said.returncode, said.stderr) == (0, "")


def test_every_finding_is_told_in_one_run_and_exits_1(root, tmp_path):
    language = with_case(tmp_path / "language", CASES / "invalid" / "missing-many.yml")
    (language / "patterns" / "routes.yml").write_text("routes: [\n", "utf-8")
    said = macros(root, "--root", str(language), "check")
    assert said.returncode == 1
    assert "these fields are missing: confidence, levels, roles, " in said.stdout
    assert "patterns/routes.yml:" in said.stdout
    assert said.stdout.splitlines()[-1].startswith("3 errors")


def test_it_runs_from_anywhere(root, tmp_path):
    language = with_case(tmp_path / "language", CASES / "invalid" / "unknown-word.yml")
    (tmp_path / "elsewhere").mkdir()
    here = macros(root, "check", cwd=language)
    there = macros(root, "--root", "../language", "check", cwd=tmp_path / "elsewhere")
    assert here.stdout == there.stdout
    assert "\npatterns/deciding/the-case.yml:7:8: error: " in "\n" + here.stdout


@pytest.mark.parametrize("shape", ["text", "json", "annotations"])
def test_each_shape_tells_the_same(root, tmp_path, shape):
    language = with_case(tmp_path / "language", CASES / "invalid" / "unknown-word.yml")
    said = macros(root, "--root", str(language), "check", "--format", shape)
    assert said.returncode == 1
    listed = 'this word is not in the list "patterns/language.yml: takes"'
    assert (listed if shape != "json" else json.dumps(listed)[1:-1]) in said.stdout
    assert "did you mean meeting?" in said.stdout
    if shape == "json":
        (row,) = [row for row in json.loads(said.stdout) if row["severity"] == "error"]
        assert (row["path"], row["line"], row["column"]) == ("patterns/deciding/the-case.yml", 7, 8)
        assert (row["rule"], row["id"], row["written"]) == ("unknown-word", "unknown-word", "meting")
        assert (row["holes"], row["nearest"]) == ({"list": "patterns/language.yml: takes"}, ["meeting"])
        assert "meeting" in row["allowed"]
    if shape == "annotations":
        assert "::error file=patterns/deciding/the-case.yml,line=7,col=8,title=unknown-word::" in said.stdout


@pytest.mark.parametrize(
    ("arguments", "environment", "shown"),
    [
        (["--lang", "nl"], {"LC_MESSAGES": "en_GB.UTF-8"}, "fout"),
        (["--lang", "en"], {"LC_MESSAGES": "nl_NL.UTF-8"}, "error"),
        ([], {"LC_MESSAGES": "en_GB.UTF-8", "LANG": "nl_NL.UTF-8"}, "error"),
        ([], {"LC_ALL": "nl_BE.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"}, "fout"),
        ([], {"LC_MESSAGES": "", "LANG": "en_US"}, "error"),
        ([], {"LC_MESSAGES": "", "LANG": "C.UTF-8"}, "fout"),
        ([], {"LC_MESSAGES": "", "LANG": "de_DE.UTF-8"}, "fout"),
    ],
)
def test_findings_are_in_the_language_asked_for_or_that_of_the_locale(root, tmp_path, arguments, environment, shown):
    language = with_case(tmp_path / "language", CASES / "invalid" / "unknown-word.yml")
    said = macros(root, "--root", str(language), "check", *arguments, **environment)
    assert f"patterns/deciding/the-case.yml:7:8: {shown}: " in said.stdout


def test_without_the_folder_it_says_so_and_exits_2(root, tmp_path):
    said = macros(root, "--root", str(tmp_path), "check")
    assert (said.returncode, said.stdout) == (2, "")
    assert said.stderr == f"{tmp_path} has no folder patterns; run this from the repository root\n"


@pytest.mark.parametrize("arguments", [["check", "--format", "xml"], ["chekc"], []])
def test_a_command_that_is_not_there_exits_2(root, arguments):
    assert macros(root, *arguments).returncode == 2


def test_a_terminal_that_knows_fewer_letters_gets_the_findings_too(root, tmp_path):
    language = with_case(tmp_path / "language", CASES / "invalid" / "id-other-digits.yml")
    said = macros(root, "--root", str(language), "check", PYTHONIOENCODING="ascii")
    assert said.returncode == 1
    assert 'written: "\\u0661\\u0660"' in said.stdout


def test_missing_files_are_told_one_by_one(root, tmp_path):
    (tmp_path / "patterns").mkdir()
    said = macros(root, "--root", str(tmp_path), "check")
    assert said.returncode == 1
    assert "patterns/editions.yml:1:1: error: this file is missing" in said.stdout, "without it nothing else is read"
    shutil.copy(FRAME / "patterns/editions.yml", tmp_path / "patterns")
    said = macros(root, "--root", str(tmp_path), "check")
    assert said.returncode == 1
    for name in ("language", "sources"):
        assert f"patterns/{name}.yml:1:1: error: this file is missing" in said.stdout
    assert "Traceback" not in said.stderr


def test_text_in_a_finding_cannot_move_the_cursor_or_begin_a_line():
    shown = as_text([HOSTILE], "nl")
    assert len(shown.splitlines()) == 2
    assert not set(shown) & set("\x1b\x07\x9b\u202e\r")
    assert as_json([HOSTILE], "nl").isascii()


def test_text_in_a_finding_cannot_forge_a_workflow_command():
    shown = as_annotations([HOSTILE], "nl")
    assert len(shown.splitlines()) == 1
    assert shown.startswith("::error file=patterns/a %3A%3Aerror%3A%3Ab.yml,line=3,col=5,title=wrong-value::name")
    assert "%0A" not in shown.replace("%250A", "")


OLD = Finding(Place("patterns/a/old.yml", 3), "empty-field", {"field": "name"})
MOVED = Finding(Place("patterns/a/old.yml", 9), "empty-field", {"field": "name"})
BROKEN = Finding(Place("patterns/a/other.yml", 2), "unknown-pattern", {}, "old")


def test_against_an_earlier_report_only_what_the_change_touches_or_breaks_is_told():
    known = known_from(as_json([OLD], "nl").encode())
    assert list(new_findings([MOVED, BROKEN], known, set())) == [BROKEN]
    assert list(new_findings([MOVED, BROKEN], known, {"patterns/a/old.yml"})) == [MOVED, BROKEN]


def test_a_report_may_be_stored_as_powershell_does(tmp_path, capsys):
    language = small_language(tmp_path / "language")
    main(["--root", str(language), "check", "--format", "json"])
    (tmp_path / "report.json").write_text(capsys.readouterr().out, "utf-16")
    assert main(["--root", str(language), "check", "--against", str(tmp_path / "report.json"), "--lang", "en"]) == 0
    assert capsys.readouterr().out == "No findings.\n"


@pytest.mark.parametrize("content", ["[1]", "{}", "[" * 100_000, ""], ids=["numbers", "fields", "deep", "empty"])
def test_a_file_that_is_no_report_is_refused(tmp_path, capsys, content):
    (tmp_path / "report.json").write_text(content, "utf-8")
    language = small_language(tmp_path / "language")
    code = main(["--root", str(language), "check", "--against", str(tmp_path / "report.json"), "--lang", "en"])
    assert (code, "is no report of a check" in capsys.readouterr().err) == (2, True)


def test_gitlab_gets_a_report_of_its_own():
    one, other = json.loads(as_code_quality([OLD, MOVED], "en"))
    assert one["location"] == {"path": "patterns/a/old.yml", "lines": {"begin": 3}}
    assert (one["severity"], one["check_name"]) == ("major", "empty-field")
    assert one["fingerprint"] != other["fingerprint"]
