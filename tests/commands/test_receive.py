"""`python -m macros receive`: a draft from what somebody sent, and a case from a draft that its sender approved."""

import re
import shutil
import subprocess

import pytest

from macros.checks import check
from macros.contributions.questions import forms
from macros.findings.finding import Severity
from macros.findings.messages import LANGUAGES
from macros.language.reading import read_language
from macros.text.marks import marks_in
from macros.yaml.reader import parse
from tests.tools.languages import CASES

COMMAND = "receive"
GIT = shutil.which("git") or "git"
FOLDER = CASES / "contributions"
DRAFTS = sorted((FOLDER / "drafts").glob("*.txt"))
HEADERS = (
    "From: Iemand Verzonnen <iemand@voorbeeld.example>\nDate: Sat, 28 Nov 2026 10:00:00 +0100\nSubject: Geheim\n\n"
)


def drafts(folder):
    return sorted((folder / "inbox").glob("*.yml"))


@pytest.fixture
def draft(folder, run):
    """The draft of a story."""
    assert run(str(FOLDER / "drafts/story.txt"))[0] == 0
    [path] = drafts(folder)
    return path


def finished(draft):
    """The draft as an editor leaves it after the sender's yes."""
    text = draft.read_text("utf-8")
    text = re.sub(r"\[\?.*?\?\]", "een teamleider", text, flags=re.DOTALL)
    draft.write_text(text.replace("approved:", "approved: 2026-11-28").replace("name:", "name: Drie keer", 1), "utf-8")


@pytest.mark.parametrize("case", DRAFTS, ids=lambda path: path.stem)
def test_the_draft_of(case, folder, run):
    said = []
    for language in LANGUAGES:
        shutil.rmtree(folder / "inbox", ignore_errors=True)
        code, report = run(str(case), "--lang", language)
        assert code == 0
        [path] = drafts(folder)
        said.append(report.replace(path.stem, case.stem))
    assert path.read_text("utf-8").replace(path.stem, case.stem) == case.with_suffix(".yml").read_text("utf-8")
    assert "\n".join(said) == (FOLDER / f"report-{case.stem}.txt").read_text("utf-8")
    assert parse(path.read_bytes(), "draft.yml").findings == []


def test_nothing_of_the_headers_is_kept(folder, run, tmp_path):
    mail = tmp_path / "Verhaal van Iemand Verzonnen.eml"
    mail.write_text(HEADERS + (FOLDER / "sent/story-nl.txt").read_text("utf-8"), "utf-8")
    code, said = run(str(mail))
    assert code == 0
    [path] = drafts(folder)
    for trace in ("Verzonnen", "voorbeeld.example", "Geheim", "Iemand V"):
        assert trace not in path.read_text("utf-8") + path.name + said
    assert path.stat().st_mode & 0o077 == 0


def test_the_same_again_changes_nothing(run, draft, contents):
    draft.write_text(draft.read_text("utf-8") + "# mine\n", "utf-8")
    before = contents()
    code, said = run(str(FOLDER / "drafts/story.txt"))
    assert (code, contents()) == (0, before)
    assert "stays as it is" in said


@pytest.mark.usefixtures("draft")
def test_git_ignores_what_came_in(root, folder):
    subprocess.run([GIT, "init", "-q", str(folder)], check=True)
    status = [GIT, "-C", str(folder), "status", "--porcelain", "--untracked-files=all"]
    assert "inbox" not in subprocess.run(status, capture_output=True, text=True, check=True).stdout
    ignored = [GIT, "-C", str(root), "check-ignore", "-q", "inbox/any.eml"]
    assert subprocess.run(ignored, check=False).returncode == 0


def test_what_is_refused_leaves_nothing(run, tmp_path, contents):
    (tmp_path / "brief.pdf").write_bytes(b"%PDF-1.7")
    before = contents()
    code, said = run(str(tmp_path / "brief.pdf"))
    assert (code, contents()) == (1, before)
    assert said.startswith("brief.pdf:1:1: error: this is a file of the kind PDF")


def test_the_report_on_a_draft_that_is_not_ready(run, draft):
    draft.write_text(draft.read_text("utf-8").replace("approved:", "approved: 2099-01-01"), "utf-8")
    later = run("--place", draft.stem, "--lang", "nl")[1] + run("--place", draft.stem, "--lang", "en")[1]
    draft.write_text(draft.read_text("utf-8").replace("approved: 2099-01-01", "approved:"), "utf-8")
    said = run("--place", draft.stem, "--lang", "nl")[1] + run("--place", draft.stem, "--lang", "en")[1]
    finished(draft)
    draft.write_text(draft.read_text("utf-8").replace("Drie keer", "Три раза"), "utf-8")
    nameless = run("--place", draft.stem, "--lang", "nl")[1] + run("--place", draft.stem, "--lang", "en")[1]
    report = (FOLDER / "report-placing.txt").read_text("utf-8")
    assert (later + said + nameless).replace(draft.stem, "story") == report


@pytest.mark.parametrize("step", ["nothing", "approved", "marks"])
def test_nothing_is_placed_before_it_is_approved_and_clear(folder, run, draft, step):
    text = draft.read_text("utf-8").replace("name:", "name: Drie keer", 1)
    if step == "approved":
        text = text.replace("approved:", "approved: 2026-11-28")
    if step == "marks":
        text = re.sub(r"\[\?.*?\?\]", "iemand", text, flags=re.DOTALL)
    draft.write_text(text, "utf-8")
    cases = sorted((folder / "patterns/cases").iterdir())
    code, said = run("--place", draft.stem)
    assert (code, sorted((folder / "patterns/cases").iterdir())) == (1, cases)
    assert ("has not said yes" in said) == (step != "approved")
    assert ("a mark stands here" in said) == (step != "marks")


def test_an_approved_draft_becomes_a_case(folder, run, draft):
    finished(draft)
    code, said = run("--place", str(draft))
    assert code == 0
    assert draft.exists()
    reading = check(folder)
    assert [one for one in reading.findings if one.severity is Severity.ERROR] == []
    case = reading.language.cases["drie-keer"]
    assert (case.from_practice, case.fields.patterns, case.editions) == (True, ["choose-and-go"], ["nl"])
    assert str(case.document.at(("nl", "did"))).count("\n\n") == 2
    assert "patterns/cases/drie-keer.yml: written" in said
    assert "approved" not in case.document.text
    code, said = run("--place", str(draft))
    assert (code, "nothing was written" in said) == (0, True)


def test_a_case_that_is_there_stays(folder, run, draft):
    finished(draft)
    other = folder / "patterns/cases/drie-keer.yml"
    other.write_text("kind: practice\n", "utf-8")
    code, said = run("--place", draft.stem)
    assert (code, other.read_text("utf-8")) == (2, "kind: practice\n")
    assert "with another text" in said


def test_a_case_that_cannot_be_read_stays(folder, run, draft):
    finished(draft)
    other = folder / "patterns/cases/drie-keer.yml"
    other.write_bytes(b"\xff\xfe")
    code, said = run("--place", draft.stem)
    assert (code, other.read_bytes()) == (2, b"\xff\xfe")
    assert "with another text" in said


def test_a_name_without_latin_letters_needs_an_address(folder, run, draft):
    finished(draft)
    draft.write_text(draft.read_text("utf-8").replace("Drie keer", "Три раза"), "utf-8")
    code, said = run("--place", draft.stem)
    assert code == 1
    assert re.search(rf"inbox/{draft.stem}\.yml:\d+:9: error: this name gives no name for the file", said)
    draft.write_text(draft.read_text("utf-8").replace("Три раза", "Три раза\n  slug: drie-keer"), "utf-8")
    assert run("--place", draft.stem)[0] == 0
    assert read_language(folder).language.cases["drie-keer"].name("nl") == "Три раза"


@pytest.mark.parametrize("made", ["a link", "a file"])
def test_nothing_is_written_where_a_folder_is_none(folder, run, draft, tmp_path, made):
    finished(draft)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    for name, arguments in (("patterns/cases", ["--place", draft.stem]), ("inbox", [str(FOLDER / "drafts/story.txt")])):
        shutil.rmtree(folder / name)
        if made == "a link":
            (folder / name).symlink_to(elsewhere)
        else:
            (folder / name).write_text("", "utf-8")
        code, said = run(*arguments)
        assert (code, f"{name} is a link or a file where a folder belongs" in said) == (2, True)
    assert list(elsewhere.iterdir()) == []


def test_a_draft_that_was_broken_is_told_when_its_message_comes_again(run, draft):
    draft.write_text("form: [", "utf-8")
    code, said = run(str(FOLDER / "drafts/story.txt"))
    assert (code, f"inbox/{draft.name}:2:1: warning:" in said) == (0, True)


def test_a_language_of_one_edition_receives_too(folder, run, request):
    request.addfinalizer(forms.cache_clear)
    forms.cache_clear()
    editions = folder / "patterns/editions.yml"
    editions.write_text(editions.read_text("utf-8").partition("  - code: en")[0], "utf-8")
    assert run(str(FOLDER / "drafts/story.txt"))[0] == 0
    assert drafts(folder)


@pytest.mark.parametrize(
    ("change", "said_of_it"),
    [
        (("approved: 2026-11-28", "approved: 2099-01-01"), "still to come"),
        (("approved: 2026-11-28", "approved: gisteren"), "gisteren"),
        (("[choose-and-go]", "[choose-and-og]"), "did you mean choose-and-go?"),
        (("[choose-and-go]", "[]"), "patterns"),
        (("period: tussen 2020 en 2025", "period:"), "nl.period is empty"),
        (("form: story", "form: story\nwhere: x"), "no such field"),
        (("form: story", "form: other"), "only story is possible"),
        (("\nnl:\n", "\nnl:\n  slug: Drie\n"), "nl.slug"),
    ],
)
def test_what_is_wrong_in_a_draft_is_told_at_its_place(run, draft, change, said_of_it):
    finished(draft)
    draft.write_text(draft.read_text("utf-8").replace(*change), "utf-8")
    code, said = run("--place", draft.stem)
    assert code == 1
    assert re.search(rf"inbox/{draft.stem}\.yml:\d+:\d+: error: .*{re.escape(said_of_it)}", said)


def test_a_draft_that_is_not_there_is_told(run, draft):
    code, said = run("--place", draft.stem[:-1] + "x")
    assert code == 2
    assert f"did you mean {draft.stem}?" in said


def test_a_correction_is_not_placed(folder, run):
    run(str(FOLDER / "drafts/correction.txt"))
    [path] = drafts(folder)
    code, said = run("--place", path.stem)
    assert code == 2
    assert "change the text itself" in said


@pytest.mark.parametrize("written", ["[?naam: Jan?]", "[?naam: Jan", "Jan?]", "[?"])
def test_check_refuses_what_a_draft_leaves_in_a_case(folder, run, draft, written):
    finished(draft)
    run("--place", draft.stem)
    path = folder / "patterns/cases/drie-keer.yml"
    path.write_text(path.read_text("utf-8").replace("Ik ben teamleider.", f"{written} is teamleider."), "utf-8")
    assert [one.rule for one in check(folder).findings if one.severity is Severity.ERROR] == ["marked-case"]


def test_check_refuses_the_approval_in_a_case(folder, run, draft):
    finished(draft)
    run("--place", draft.stem)
    path = folder / "patterns/cases/drie-keer.yml"
    path.write_text("approved: 2026-11-28\n" + path.read_text("utf-8"), "utf-8")
    assert {one.rule for one in read_language(folder).findings} == {"unknown-field"}


def test_a_link_and_a_question_are_no_marks():
    assert list(marks_in("Zie [[choose-and-go|wat?]] en [die](https://x.example/?a) [wat?] [a?][b?].")) == []
