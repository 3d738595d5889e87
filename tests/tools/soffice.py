"""Finds a LibreOffice for the tests, or installs one: `python -m tests.tools.soffice`.

An ordinary user goes without: the tests that need it then say that they did not run.
"""

import sys

from tests.tools import debian
from tests.tools.program import Program, ProgramError, on_the_path

NAMES = ("soffice", "libreoffice")
PACKAGE = "libreoffice-writer-nogui"


def find() -> Program | None:
    """Return the office suite to test with, if there is one on this machine."""
    return on_the_path(NAMES)


def main() -> int:
    """Say which office suite the tests use, after installing one if that is possible."""
    program = find()
    if not program and debian.is_here() and debian.is_root():
        print("No LibreOffice found: installing Debian's package", flush=True)
        try:
            debian.install(PACKAGE)
        except ProgramError as failure:
            print(failure, file=sys.stderr)
            return 1
        program = find()
    if program:
        print(f"LibreOffice: {program}")
    else:
        print(f"LibreOffice: none, so the tests that need it do not run (apt install {PACKAGE})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
