"""`fmt` writes the files of the language in one layout, and `check` tells of a changed file that is not in it."""

import re
import shutil
import subprocess

import pytest
import yaml

from macros.__main__ import main
from macros.language.file_layout import files_with_layout

COMMAND = "fmt"
PATH = "patterns/seeking/ask-twice.yml"
GIT = shutil.which("git") or ""


@pytest.fixture
def formatted(folder, run):
    run()
    return folder


def untidy(folder, old="form: short", new="form: 'short'"):
    """Change the layout of a file and nothing else."""
    path = folder / PATH
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    return text.replace(old, new).split("\n").index(new) + 1


def test_what_is_in_the_layout_stays_as_it_is(formatted, run, contents):
    before = contents()
    code, said = run("--lang", "en")
    assert (code, said.splitlines()[-1]) == (0, f"0 of {len(files_with_layout(formatted))} files formatted.")
    assert run("--check")[0] == 0
    assert contents() == before


def test_only_what_is_named_is_written(formatted, run, contents):
    before = contents()
    untidy(formatted)
    other = formatted / "patterns/deciding/choose-and-go.yml"
    other.write_text(other.read_text("utf-8") + "\n\n", "utf-8")
    code, said = run(str(formatted / PATH), "--lang", "en")
    assert (code, said) == (0, f"{PATH}\n1 of 1 files formatted.\n")
    assert contents() == before | {other: other.read_bytes()}


def test_a_check_names_the_line_and_writes_nothing(formatted, run, contents):
    line = untidy(formatted)
    before = contents()
    code, said = run("--check", "--lang", "en")
    assert code == 1
    assert said.startswith(f"{PATH}:{line}:1: error: this file is not in the layout")
    assert contents() == before


def test_what_cannot_be_read_is_told_and_left_alone(formatted, run, contents):
    before = contents()
    untidy(formatted)
    broken = formatted / "patterns/deciding/choose-and-go.yml"
    broken.write_text("id: 1\nform: [\n", "utf-8")
    code, said = run()
    assert (code, "patterns/deciding/choose-and-go.yml:" in said) == (1, True)
    assert contents() == before | {broken: b"id: 1\nform: [\n"}


@pytest.mark.parametrize(
    "name",
    [
        "published-urls.txt",
        "patterns/schema/pattern.json",
        "../a.yml",
        "docs/a.yml",
        "patterns/versions/a.yml",
        "patterns",
    ],
)
def test_no_other_file_is_written(formatted, run, contents, name):
    before = contents()
    assert run(str(formatted / name))[0] == 2
    assert contents() == before


def test_a_link_is_not_followed(formatted, run):
    aside = formatted / "aside.yml"
    aside.write_text("form: 'short'\n", "utf-8")
    (formatted / PATH).unlink()
    (formatted / PATH).symlink_to(aside)
    assert run(str(formatted / PATH))[0] == 1
    assert aside.read_text("utf-8") == "form: 'short'\n"


def test_lines_may_end_as_in_old_programs(formatted, run):
    path = formatted / PATH
    text = path.read_text("utf-8")
    path.write_text(text.replace("\n", "\r"), "utf-8", newline="")
    assert run()[0] == 0
    assert path.read_bytes() == text.encode()


def test_what_is_left_beside_a_file_leads_nowhere(formatted, run):
    aside = formatted / "aside.txt"
    aside.write_text("mine\n", "utf-8")
    (formatted / PATH).with_name(".ask-twice.yml.new").symlink_to(aside)
    untidy(formatted)
    assert run()[0] == 0
    assert aside.read_text("utf-8") == "mine\n"


def test_what_commands_write_is_in_the_layout(formatted, run, capsys):
    why = "Kiezen: dat is genoeg. " * 9
    for command in (
        ["map", "--anew"],
        ["rename", "look-first", "--key", "look-once", "--yes"],
        ["retire", "ask-twice", "--nl", why.strip(), "--yes"],
        ["new", "Nog een", "--chapter", "deciding"],
    ):
        assert main(["--root", str(formatted), *command]) in (0, 1), command
    capsys.readouterr()
    code, said = run("--check")
    assert code == 0, said


@pytest.mark.skipif(not GIT, reason="git is not here")
def test_a_check_gives_a_notice_of_a_changed_file_alone(formatted, capsys):
    def git(*arguments):
        who = ["-c", "user.name=a", "-c", "user.email=a@b.example", "-c", "commit.gpgsign=false"]
        subprocess.run([GIT, *who, *arguments], cwd=formatted, check=True, capture_output=True)

    def notices():
        code = main(["--root", str(formatted), "check", "--lang", "en"])
        return code, [line for line in capsys.readouterr().out.splitlines() if "[not-formatted]" in line]

    other = formatted / "patterns/deciding/choose-and-go.yml"
    other.write_text(other.read_text("utf-8") + "\n\n", "utf-8")
    git("init", "-qb", "main")
    git("add", ".")
    git("commit", "-qm", "a")
    before, none = notices()
    assert none == [], "what was accepted needs no notice"
    line = untidy(formatted)
    after, told = notices()
    assert after == before, "a notice fails no check"
    assert [one.partition(" this file")[0] for one in told] == [f"{PATH}:{line}:1: notice:"]


def test_the_hooks_run_the_commands_on_the_files_they_are_for(root):
    hooks = yaml.safe_load((root / ".pre-commit-config.yaml").read_text("utf-8"))["repos"]
    assert [one["repo"] for one in hooks] == ["local"], "no other host is asked"
    fmt, check = hooks[0]["hooks"]
    listed = subprocess.run([GIT, "ls-files"], cwd=root, capture_output=True, text=True, check=True).stdout.split("\n")

    given = [path for path in listed if re.search(fmt["files"], path) and not re.search(fmt["exclude"], path)]
    assert given == sorted(path.relative_to(root).as_posix() for path in files_with_layout(root))
    assert (fmt["entry"], check["entry"]) == (".venv/bin/python -m macros fmt", ".venv/bin/python -m macros check")
    assert check["pass_filenames"] is False
