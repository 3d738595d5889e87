"""How a text is written in YAML on one line: between quotation marks only where it needs them."""

import json
import re
from typing import Any, Final

import yaml

from macros.yaml.reader import LOADER

_RESOLVER: Any = yaml.resolver.Resolver()
_NO_TEXT: Final = re.compile(r"[yYnN]|[-+.]?[0-9][-+.:_0-9a-fA-FoxeE]*")
"""What one version of YAML or another takes for a truth, a number or a date, beside what its resolver knows."""


def scalar(value: str, *, in_flow: bool = False) -> str:
    """Return a text as YAML writes it on one line.

    Args:
        value: the text.
        in_flow: whether it stands between the brackets of a list or mapping on one line.
    """
    return value if _reads_back(value, in_flow=in_flow) else quoted(value)


def needs_quotes(value: str, *, in_flow: bool) -> bool:
    """Whether a text has to stay between quotation marks: YAML would read something else, or no text, without them."""
    return value != value.strip() or not _reads_back(value, in_flow=in_flow) or is_no_text(value)


def is_no_text(value: str) -> bool:
    """Whether a reader of YAML may take these words for a truth, a number, a date or nothing."""
    tag = _RESOLVER.resolve(yaml.ScalarNode, value, (True, False))
    return bool(tag != "tag:yaml.org,2002:str" or _NO_TEXT.fullmatch(value))


def quoted(value: str) -> str:
    """Return a text between quotation marks: single ones where double ones would need backslashes."""
    if ('"' in value or "\\" in value) and value.isprintable():
        return "'" + value.replace("'", "''") + "'"
    return json.dumps(value, ensure_ascii=False)


def _reads_back(value: str, *, in_flow: bool) -> bool:
    try:
        return bool(yaml.load(f"[{value}]" if in_flow else f"- {value}", Loader=LOADER) == [value])  # noqa: S506 - text only
    except yaml.YAMLError:
        return False
