"""Who finds a vulnerability can say so privately, and what runs is approved by the maintainers."""

import re
import subprocess

import pytest
from pathspec import GitIgnoreSpec


@pytest.fixture(scope="module")
def owners(root):
    """The lines of CODEOWNERS: path and owner."""
    lines = (root / ".github/CODEOWNERS").read_text("utf-8").splitlines()
    return [tuple(line.split()) for line in lines if line and not line.startswith("#")]


def test_one_team_owns_what_runs_and_a_fork_can_set_it_at_once(root, owners):
    [owner] = {owner for _path, owner in owners}
    [organisation] = re.findall(r"REPO_URL, \"https://[^/]+/([^/]+)/", (root / "mkdocs.yml").read_text("utf-8"))
    assert re.fullmatch(rf"@{organisation}/[a-z-]+", owner), "a team of the organisation, and no person"
    command = f"sed -i 's|{owner}|@your-organisation/your-team|' .github/CODEOWNERS"
    assert command in (root / ".github/CODEOWNERS").read_text("utf-8")


@pytest.mark.parametrize(
    ("path", "owned"),
    [
        (".github/workflows/deploy.yml", True),
        (".github/CODEOWNERS", True),
        ("macros/model/base.py", True),
        ("macros/frontend/theme/assets/scripts/search.js", True),
        ("mkdocs.yml", True),
        ("requirements-dev.txt", True),
        ("package-lock.json", True),
        ("bench/package-lock.json", True),
        ("published-urls.txt", True),
        ("patterns/versions/3/nl/2026-11-28.json", True),
        ("patterns/withdrawn.yml", True),
        ("patterns/between-people/look-in-between.yml", False),
        ("patterns/glossary.yml", False),
        ("docs/nl/privacy.md", True),
        ("docs/nl/over.md", False),
    ],
)
def test_only_texts_need_no_owner(owners, path, owned):
    assert GitIgnoreSpec.from_lines(path for path, _owner in owners).match_file(path) == owned


FREE = ["/docs/", "/patterns/", ".gitignore", ".gitattributes", ".editorconfig", "/*.md", "/CITATION.cff"]
"""What anyone may change with the approval of any reviewer."""


def test_every_other_file_has_an_owner(root, owners):
    command = ["git", "ls-files"]
    listing = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True)
    settled = GitIgnoreSpec.from_lines([*(path for path, _owner in owners), *FREE])
    assert [path for path in listing.stdout.splitlines() if not settled.match_file(path)] == []


def test_every_path_that_has_an_owner_is_there(root, owners):
    later = {"/patterns/versions/", "/patterns/withdrawn.yml"}
    assert [path for path, _owner in owners if path not in later and not [*root.glob(path.strip("/"))]] == []


def test_a_vulnerability_is_reported_privately_and_both_languages_say_how(root):
    text = (root / "SECURITY.md").read_text("utf-8")
    dutch, english = text.split("## Reporting a vulnerability")
    for half, headings in (
        (dutch, ["Dit hoort erbij", "Dit hoort er niet bij", "Wat je kunt verwachten", "Welke versies"]),
        (english, ["In scope", "Out of scope", "What you can expect", "Supported versions"]),
    ):
        # Within the repository, whatever it is called: a fork reports to its own maintainers.
        assert "](../../security/advisories/new)" in half
        assert re.findall(r"^\*\*(.+?):\*\*", half, re.MULTILINE) == headings
