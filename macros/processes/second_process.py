"""A second process that works while this one goes on."""

import multiprocessing
import os
from collections.abc import Callable
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
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_send, args=(work, sender), daemon=True)
    process.start()
    sender.close()

    def result() -> Result:
        try:
            found: Result = receiver.recv()
        except EOFError:  # it was killed
            return work()
        process.join()
        return found

    return result


def _send(work: Callable[[], Result], sender: "Connection[Result, Result]") -> None:
    sender.send(work())
    sender.close()
    # Nothing of the process that this one is a copy of is to be wound up here.
    os._exit(0)
