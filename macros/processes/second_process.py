"""A second process that works while this one goes on."""

import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import TypeVar

Result = TypeVar("Result")


def in_second_process(work: Callable[[], Result], *, beside: bool) -> Callable[[], Result]:
    """Begin some work, and return what waits for its result.

    The second process is a copy of this one, so that it has all that was read. Where the system cannot make such a
    copy, or there is one processor, the work is done here when its result is asked for.

    Args:
        work: returns what can be pickled, and changes nothing.
        beside: whether to try at all; a process with threads must not.
    """
    if not beside or "fork" not in multiprocessing.get_all_start_methods() or (os.cpu_count() or 1) == 1:
        return work
    context = multiprocessing.get_context("fork")
    try:
        receiver, sender = context.Pipe(duplex=False)
        process = context.Process(target=_send, args=(work, sender), daemon=True)
        process.start()
    except OSError:  # no more processes or files are allowed, or there is no memory for them
        return work
    sender.close()

    def result() -> Result:
        try:
            found: Result = receiver.recv()
        except (EOFError, OSError):  # it ended without a result, or before it had sent all of it
            return work()
        process.join()
        return found

    return result


def shared(work: Sequence[Callable[[], Result]], *, beside: bool) -> Callable[[], list[Result]]:
    """Begin some work that can be done in pieces, and return what does the rest of it and returns all results in order.

    Each process takes the next piece when it has done one, so that neither waits long for the other.

    Args:
        work: at most 256 pieces, each of which returns what can be pickled, and changes nothing.
        beside: see `in_second_process`.
    """
    # The numbers of the pieces stand in a pipe: whichever process reads one, the other does not.
    to_do, numbers = os.pipe()
    os.write(numbers, bytes(range(len(work))))
    os.close(numbers)
    others = in_second_process(lambda: dict(_done(work, to_do)), beside=beside)

    def results() -> list[Result]:
        done = dict(_done(work, to_do)) | others()
        os.close(to_do)
        # What a process took that was killed is done here.
        return [done[number] if number in done else piece() for number, piece in enumerate(work)]

    return results


def _done(work: Sequence[Callable[[], Result]], to_do: int) -> Iterator[tuple[int, Result]]:
    """Do pieces while there are any, and yield the number and the result of each."""
    while number := os.read(to_do, 1):
        yield number[0], work[number[0]]()


def _send(work: Callable[[], Result], sender: "Connection[Result, Result]") -> None:
    # Whatever goes wrong is told by the other process, which then does the work itself; Ctrl-C reaches both.
    with suppress(BaseException):
        sender.send(work())
    # Nothing of the process that this one is a copy of is to be wound up here.
    os._exit(0)
