"""Tries inputs on each target by turns; of every fault the smallest input that shows it is saved."""

import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import HypothesisException

from tests.fuzz.targets import Target

EACH = 10.0
"""Seconds of the processor that one input may take, also on a slow machine."""
TURN = 50
"""Inputs that a target gets in its first turn; twice as many in the next one when that took little time."""
LITTLE = 2.0
"""Seconds."""
SHRINKING = 20.0
"""Seconds in which a smaller input with the same fault is looked for."""
ROOT = Path(__file__).parents[2]


class TooSlowError(Exception):
    """An input takes too long."""


@dataclass
class Fault:
    """A fault of a target: what was raised where, and the smallest input that shows it."""

    target: str
    what: str
    raw: bytes
    path: Path = Path()


@contextmanager
def limited() -> Iterator[None]:
    """Bound the time of the processor."""

    def stop(_number, _frame):
        raise TooSlowError(f"takes more than {EACH:g} seconds")

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, EACH)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def described(error: BaseException) -> str:
    """Return what was raised, and where in the project."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [one for one in frames if Path(one.filename).is_relative_to(ROOT) and ".venv" not in one.filename]
    place = own[-1] if own else frames[-1]
    path = Path(place.filename)
    shown = path.relative_to(ROOT) if path.is_relative_to(ROOT) else path.name
    return f"{type(error).__name__} at {shown}:{place.lineno}"


def turn(name: str, target: Target, size: int, until: float, known: set[str]) -> tuple[int, Fault | None]:
    """Try a number of inputs; return how many were tried, and a fault that was not known yet."""
    tried = 0
    worst: Fault | None = None
    found = 0.0

    @settings(
        max_examples=size,
        deadline=None,
        database=None,
        phases=[Phase.generate, Phase.shrink],
        report_multiple_bugs=False,
        suppress_health_check=list(HealthCheck),
    )
    @given(target.inputs)
    def tried_on(raw):
        nonlocal tried, worst, found
        now = time.monotonic()
        if now > found + SHRINKING if worst else now > until:
            return
        tried += 1
        try:
            with limited():
                target.take(raw)
        except Exception as error:
            what = described(error)
            if what in known or (worst and what != worst.what):
                return
            found = found or now
            if worst is None or len(raw) <= len(worst.raw):
                worst = Fault(name, what, raw)
            raise

    # When time ends the search for a smaller input, Hypothesis takes the fault for one that comes and goes.
    with suppress(Exception, HypothesisException, BaseExceptionGroup):
        tried_on()
    return tried, worst


def fuzz(targets: dict[str, Target], seconds: float, folder: Path) -> list[Fault]:
    """Try inputs on all targets by turns, and print what came of it.

    Args:
        targets: by name.
        seconds: to try for.
        folder: where inputs that fail are saved.

    Returns:
        The faults, each with the file of its input.
    """
    print(f"Trying inputs on {len(targets)} targets for {seconds:g} seconds: {', '.join(targets)}.", flush=True)
    until = time.monotonic() + seconds
    counts: Counter[str] = Counter()
    sizes = dict.fromkeys(targets, TURN)
    faults: list[Fault] = []
    while time.monotonic() < until:
        for name, target in targets.items():
            began = time.monotonic()
            tried, fault = turn(name, target, sizes[name], until, {one.what for one in faults})
            sizes[name] *= 2 if time.monotonic() - began < LITTLE else 1
            counts[name] += tried
            if fault:
                faults.append(save(fault, target, folder))
    for name in targets:
        failed = sum(one.target == name for one in faults)
        print(f"{name}: {counts[name]} inputs, {failed or 'no'} {'fault' if failed == 1 else 'faults'}")
    print(f"In all {sum(counts.values())} inputs and {len(faults)} faults.")
    return faults


def save(fault: Fault, target: Target, folder: Path) -> Fault:
    """Save the input of a fault as a file, and say how it is kept as a case."""
    folder.mkdir(parents=True, exist_ok=True)
    fault.path = folder / f"{fault.target}-{sha256(fault.raw).hexdigest()[:8]}{target.ending}"
    fault.path.write_bytes(fault.raw)
    shown = fault.path.relative_to(ROOT) if fault.path.is_relative_to(ROOT) else fault.path
    print(f"{fault.target}: {fault.what}", file=sys.stderr)
    print(f"  The input is saved as {shown}", file=sys.stderr)
    kept = f"{fault.target}-<what it attacks>{target.ending}"
    print(f"  To keep it as a case: move it to tests/hostile/found/ and name it {kept}", file=sys.stderr)
    return fault
