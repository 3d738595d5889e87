"""The address that `mkdocs serve` is to answer at."""

import socket

from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer

from macros.site.build_progress import BuildProgress


def refuse_taken_address(server: LiveReloadServer, progress: BuildProgress) -> None:
    """End the command before it builds anything where the server could not answer: MkDocs would do so afterwards.

    Raises:
        Abort: when another program has the address, or it is not one of this machine.
    """
    with socket.socket(server.address_family) as tried:
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as the server does
        try:
            tried.bind(server.server_address)
        except OSError as error:
            host, port = map(str, server.server_address[:2])
            raise Abort(
                progress.say("site.address-taken", address=f"{host}:{port}", why=error.strerror or "")
            ) from None
