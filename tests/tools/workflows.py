"""The shell steps of the workflows, run on this machine as a runner runs them."""

import shutil
import subprocess
from pathlib import Path

import yaml

_BASH = shutil.which("bash") or ""
_WORKFLOWS = Path(__file__).parents[2] / ".github/workflows"


def can_run_steps() -> bool:
    """Return whether the programs are here that every runner has."""
    return bool(_BASH and shutil.which("jq"))


def run_steps(workflow: str, job: str, folder: Path, environment: dict[str, str]) -> tuple[int, str]:
    """Run the shell steps of a job; return the code of the first that fails, or 0, and what they said.

    Args:
        workflow: the name of its file.
        job: its key.
        folder: where they run.
        environment: what they get, besides the plain texts of their own `env`; expressions are not filled in.
    """
    steps = yaml.safe_load((_WORKFLOWS / workflow).read_text("utf-8"))["jobs"][job]["steps"]
    said = ""
    for step in steps:
        if "run" in step:
            plain = {name: value for name, value in step.get("env", {}).items() if "${{" not in value}
            done = subprocess.run(
                [_BASH, "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
                cwd=folder,
                env=environment | plain,
                capture_output=True,
                text=True,
                check=False,
            )
            said += done.stdout + done.stderr
            if done.returncode:
                return done.returncode, said
    return 0, said
