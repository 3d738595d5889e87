"""What strangers may put into a file, read from the lists in this folder: each entry says what it attacks."""

from pathlib import Path

import yaml

FOLDER = Path(__file__).parent


def entries(name):
    """The entries of a list: what each attacks, its payloads, and whatever else the list says of them."""
    return yaml.safe_load((FOLDER / f"{name}.yml").read_text("utf-8"))


def payloads(name):
    """Every payload of a list with what it attacks, in the order of the file."""
    return [(entry["attacks"], payload) for entry in entries(name) for payload in entry["payloads"]]


def named(entry):
    """A name for a test with one payload."""
    return repr(entry[1][:50])


def joined(name, *, accepted):
    """The payloads of a list in one text: those that `check` lets a pattern hold, or those that it refuses."""
    return " ".join(
        payload for entry in entries(name) if entry["accepted"] is accepted for payload in entry["payloads"]
    )
