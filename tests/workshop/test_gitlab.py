"""On GitLab the same steps check, publish and record, and only the job that records can write to main."""

import os
import shutil
import subprocess
import textwrap
from datetime import date

import pytest
import yaml

from tests.workshop.test_recording import GIT, REFUSE, TEXT, Play
from tests.workshop.test_workflows import code_run_by

BASH = shutil.which("bash") or ""
JOBS = ("check", "test", "preview", "build", "pages", "record")
PUBLISHING = ("build", "pages", "record")
ADDRESS = "https://record:secret@gitlab.example:443/group/project.git"
LOG_OPTIONS = 'env | grep ^GIT_PUSH_OPTION_ >> "$OPTIONS_LOG" || true\n'

pytestmark = pytest.mark.skipif(not (GIT and BASH), reason="git or bash is not here")


@pytest.fixture(scope="module")
def pipeline(root):
    return yaml.safe_load((root / ".gitlab-ci.yml").read_text("utf-8"))


class GitLabPlay(Play):
    """The play of the publication, with the job of GitLab in the place of GitHub's."""

    def recorded(self, built, changes=None, *, has_token=True):
        folder = self.clone()
        self.git(self.server, "config", "receive.advertisePushOptions", "true")
        self.options = self.folder / "options.log"
        job = yaml.safe_load((folder.parent / "pipeline.yml").read_text("utf-8"))["record"]
        values = {name: value for name, value in job["variables"].items() if "$" not in value}
        who = {"GIT_AUTHOR_EMAIL": "noreply@gitlab.example", "GIT_COMMITTER_EMAIL": "noreply@gitlab.example"}
        environment = os.environ | values | who
        environment |= {
            "CHANGES": str(changes or built / "changes"),
            "RECORD_TOKEN": "secret" if has_token else "",
            "CI_SERVER_HOST": "gitlab.example",
            "CI_SERVER_PORT": "443",
            "CI_PROJECT_PATH": "group/project",
            "OPTIONS_LOG": str(self.options),
            "GIT_CONFIG_COUNT": "1",
            "GIT_CONFIG_KEY_0": f"url.{self.server}.insteadOf",
            "GIT_CONFIG_VALUE_0": ADDRESS,
        }
        script = "set -eo pipefail\n" + "\n".join(job["script"])
        command = [BASH, "--noprofile", "--norc", "-c", script]
        done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
        return done.returncode, done.stdout + done.stderr


@pytest.fixture
def play(root, tmp_path, monkeypatch):
    (tmp_path / "pipeline.yml").write_bytes((root / ".gitlab-ci.yml").read_bytes())
    return GitLabPlay(tmp_path, monkeypatch)


def test_the_jobs_follow_one_another(pipeline):
    assert [name for name in pipeline if name not in ("workflow", "default", "stages")] == list(JOBS)
    for name in JOBS:
        job = pipeline[name]
        assert job["stage"] in pipeline["stages"]
        assert all(isinstance(line, str) for line in job["script"])
        needed = [need if isinstance(need, str) else need["job"] for need in job.get("needs", [])]
        assert set(needed) < set(JOBS)
    assert pipeline["stages"] == ["check", "build", "publish", "record"]
    assert "needs" not in pipeline["build"], "it waits for all checks"
    assert pipeline["pages"]["artifacts"]["paths"] == ["public"], "what GitLab publishes"


def test_only_main_is_published(pipeline):
    for name in PUBLISHING:
        assert pipeline[name]["rules"] == [{"if": '$CI_COMMIT_BRANCH == "main"'}]


def test_a_merge_request_shows_its_findings_and_its_site(pipeline):
    assert "--format gitlab > findings.json" in "".join(pipeline["check"]["script"])
    assert pipeline["check"]["artifacts"]["reports"] == {"codequality": "findings.json"}
    assert pipeline["preview"]["rules"] == [{"if": '$CI_PIPELINE_SOURCE == "merge_request_event"'}]
    assert pipeline["preview"]["artifacts"]["paths"] == ["site"]


def test_only_the_job_that_records_can_write_and_it_runs_nothing_of_the_repository(pipeline):
    assert [name for name in JOBS if "RECORD_TOKEN" in str(pipeline[name])] == ["record"]
    assert pipeline["record"]["environment"] == {"name": "record"}
    assert code_run_by({"run": "\n".join(pipeline["record"]["script"])}) == ""


def test_the_record_is_checked_and_added_as_on_github(root, pipeline):
    _address, check, add = pipeline["record"]["script"]
    deploy = yaml.safe_load((root / ".github/workflows/deploy.yml").read_text("utf-8"))
    on_github = [step["run"] for step in deploy["jobs"]["record"]["steps"] if "run" in step]
    assert textwrap.dedent(check.removeprefix("(\n").removesuffix(")\n")) == on_github[0].replace(
        "::error::", "Error: "
    )
    until = "git push --quiet --force"
    assert add.partition(until)[0].replace(" -o ci.skip", "") == on_github[1].partition(until)[0]


def test_variables_of_the_project_go_before_its_own_addresses(pipeline):
    export = next(line for line in pipeline["build"]["script"] if line.startswith("export"))
    show = f'{export}\necho "$SITE_URL $REPO_URL"'
    own = {
        "CI_PAGES_URL": "https://group.gitlab.example/project",
        "CI_PROJECT_URL": "https://gitlab.example/group/project",
    }

    def said(**settings):
        done = subprocess.run([BASH, "-euc", show], env=own | settings, capture_output=True, text=True, check=True)
        return done.stdout.strip()

    assert said() == "https://group.gitlab.example/project/ https://gitlab.example/group/project"
    assert (
        said(SITE_URL="https://patterns.example/") == "https://patterns.example/ https://gitlab.example/group/project"
    )


def test_a_first_publication_and_a_second_are_recorded(play):
    for day, before, after in ((28, "", ""), (30, "Kies iets en ga door.", "Kies vandaag iets.")):
        play.on(date(2026, 11, day))
        if before:
            play.edit(before, after)
        built = play.built()
        play.deployed(built)
        code, said = play.recorded(built)
        assert (code, "was completed" in said) == (0, True), said
        assert play.main() == play.on_live()
    assert TEXT.format("2026-11-30") in play.main()[0]


def test_where_main_is_protected_a_merge_request_has_the_record(play):
    built = play.built()
    play.deployed(built)
    play.hook(REFUSE.replace("#!/bin/sh\n", f"#!/bin/sh\n{LOG_OPTIONS}"))
    code, said = play.recorded(built)
    assert (code, "a merge request has the record" in said) == (0, True), said
    assert play.main()[0] == set()
    assert "merge_request.create" in play.options.read_text("utf-8")
    proposed = play.git(play.server, "ls-tree", "-r", "--name-only", "record-of-publications").split()
    assert play.on_live()[0] <= set(proposed)


def test_what_is_no_record_is_refused(play):
    built = play.built()
    (built / "changes/Makefile").write_text("all:\n", "utf-8")
    before = play.git(play.server, "rev-parse", "main")
    code, said = play.recorded(built)
    assert (code, "These are no files of the record." in said) == (1, True), said
    assert play.git(play.server, "rev-parse", "main") == before


def test_without_a_token_it_says_what_to_set(play):
    code, said = play.recorded(play.built(), has_token=False)
    assert (code, "RECORD_TOKEN is not set" in said) == (1, True)
