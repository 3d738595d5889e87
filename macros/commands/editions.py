"""Options of a command that take one text for each edition."""

import argparse

from macros.model.editions import EDITIONS, Edition


def declare_texts(command: argparse.ArgumentParser, metavar: str, what: str, prefix: str = "") -> None:
    """Give a command an option for each edition; `{edition}` in the help stands for the edition."""
    for edition in EDITIONS:
        command.add_argument(
            f"--{prefix}{edition}", metavar=metavar, default="", help=what.replace("{edition}", edition)
        )


def texts_given(chosen: argparse.Namespace, prefix: str = "") -> dict[Edition, str]:
    """Return the texts that were given, by edition, with single spaces between their words."""
    given = {edition: " ".join(getattr(chosen, f"{prefix}{edition}").split()) for edition in EDITIONS}
    return {edition: text for edition, text in given.items() if text}


def options_in_quotes() -> tuple[str, ...]:
    """Return the options as a message shows them."""
    return tuple(f'--{edition} "…"' for edition in EDITIONS)
