"""Tries generated inputs on everything that takes input, for as long as is asked, and keeps what fails as files."""

import sys

from tests.fuzz.run import fuzz
from tests.fuzz.targets import TARGETS
from tests.tools.programs import CACHE

DEFAULT = 600


def main(arguments: list[str]) -> int:
    """Return 0 when nothing failed, 1 when something did, and 2 when the number of seconds is none."""
    asked = arguments[0] if arguments else str(DEFAULT)
    if not (asked.isdecimal() and int(asked)):
        print(f"SECONDS is {asked!r}; it must be a number from 1.", file=sys.stderr)
        return 2
    return 1 if fuzz(TARGETS, int(asked), CACHE / "fuzz") else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
