"""Everything is made at its address, the same wherever and whenever."""

import hashlib
import os
import subprocess
import sys

from macros.model.editions import ROOTS
from tests.exports.conftest import SITE

MAKE = """
import sys
from pathlib import Path
from macros.language.reading import read_language
from macros.exports.make import make_exports
language = read_language(Path.cwd()).language
for edition, place in (("nl", ""), ("en", "en")):
    make_exports(language, edition, Path(sys.argv[1]) / place, sys.argv[2])
"""


def sha256(path):
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "missing"


def sums(folder):
    return {path.relative_to(folder).as_posix(): sha256(path) for path in folder.rglob("*") if path.is_file()}


def test_made_elsewhere_they_are_the_same_bytes(root, exported, tmp_path):
    elsewhere = {"PYTHONHASHSEED": "7", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"}

    subprocess.run([sys.executable, "-c", MAKE, tmp_path, SITE], cwd=root, env=os.environ | elsewhere, check=True)
    made = sums(tmp_path)
    assert len(made) > 1000
    assert {path: sha256(exported / path) for path in made} == made


def test_every_pattern_has_every_file(imprint, exported):
    for pattern in imprint.patterns():
        folder = exported / f"{ROOTS[imprint.edition]}p/{pattern.id}"
        assert {path.suffix for path in folder.iterdir()} >= {".pdf", ".docx", ".bib", ".ris", ".json"}
