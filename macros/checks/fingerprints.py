"""Fingerprints of the sources: enough to recognise a run of their words in a text, and not to read them.

The sources themselves are not in the repository. `python -m macros.checks.fingerprints <folder>` makes the file anew
from a folder with their texts (`*.txt`, UTF-8).

The file holds two sorted lists, each after its length (4 bytes, big-endian): CRC-32 of every `NET` words in a row
(4 bytes each), and BLAKE2b of every `RUN` words in a row (8 bytes each). Words are letters and digits in small letters.
"""

import re
import struct
import sys
import zlib
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Final

RUN: Final = 8
"""As many words in a row as only copying explains."""
NET: Final = 4
"""Looked up first. Every RUN - NET + 1 words is enough: each run then holds one that is."""

_FILE: Final = Path(__file__).with_name("fingerprints.bin")
_WORD = re.compile(r"[0-9a-zA-Zà-ÿÀ-Ý]+")


def _net(words: list[str]) -> int:
    return zlib.crc32(" ".join(words).encode())


def _run(words: list[str]) -> bytes:
    return blake2b(" ".join(words).encode(), digest_size=8).digest()


@dataclass(frozen=True, slots=True)
class Fingerprints:
    """The two lists as sets."""

    nets: frozenset[int]
    runs: frozenset[bytes]

    def may_hold(self, text: str) -> bool:
        """Return whether some of a text may be in a source; false is certain."""
        return self._catch(_WORD.findall(text.lower()))

    def _catch(self, words: list[str]) -> bool:
        step = RUN - NET + 1
        for nth, four in enumerate(zip(*(words[at::step] for at in range(NET)), strict=False)):
            if zlib.crc32(" ".join(four).encode()) in self.nets:
                runs = range(max(0, nth * step - step + 1), nth * step + 1)
                if any(_run(words[at : at + RUN]) in self.runs for at in runs):
                    return True
        return False

    def runs_in(self, text: str) -> Iterator[str]:
        """Yield each stretch of a text, as written, that a source has too: RUN words, or more where runs overlap."""
        words = _WORD.findall(text.lower())
        if not self._catch(words):
            return
        places = [match.span() for match in _WORD.finditer(text)]
        if len(places) != len(words):  # a letter whose small form is two: no Dutch one
            return
        end = -1
        for start in [at for at in range(len(words) - RUN + 1) if _run(words[at : at + RUN]) in self.runs]:
            if start <= end:
                continue
            end = start
            while _run(words[end + 1 : end + 1 + RUN]) in self.runs and end + RUN < len(words):
                end += 1
            yield text[places[start][0] : places[end + RUN - 1][1]]

    def to_bytes(self) -> bytes:
        """Return the contents of the file."""
        nets, runs = sorted(self.nets), sorted(self.runs)
        return struct.pack(f">I{len(nets)}I", len(nets), *nets) + struct.pack(">I", len(runs)) + b"".join(runs)


@cache
def load(path: Path = _FILE) -> Fingerprints:
    """Read the file."""
    raw = path.read_bytes()
    (count,) = struct.unpack_from(">I", raw)
    nets = array("I", raw[4 : 4 + 4 * count])
    if sys.byteorder == "little":
        nets.byteswap()
    start = 8 + 4 * count
    return Fingerprints(frozenset(nets), frozenset(raw[at : at + 8] for at in range(start, len(raw), 8)))


def fingerprints_of(texts: list[str]) -> Fingerprints:
    """Return the fingerprints of whole texts."""
    nets: set[int] = set()
    runs: set[bytes] = set()
    for text in texts:
        words = _WORD.findall(text.lower())
        nets |= {_net(words[at : at + NET]) for at in range(len(words) - NET + 1)}
        runs |= {_run(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}
    return Fingerprints(frozenset(nets), frozenset(runs))


def main(folder: Path) -> int:
    """Make the file anew from the texts in a folder."""
    files = sorted(folder.glob("*.txt"))
    if not files:
        print(f"{folder} holds no .txt files; nothing was written", file=sys.stderr)
        return 2
    made = fingerprints_of([file.read_text("utf-8") for file in files])
    _FILE.write_bytes(made.to_bytes())
    print(f"{_FILE.name}: {len(made.runs)} runs from {len(files)} texts")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])) if len(sys.argv) == 2 else f"usage: {sys.argv[0]} <folder>")  # noqa: PLR2004
