"""Data as the text of a script element in a page."""

import json
import re
from typing import Any, Final

from markupsafe import Markup

_ENDS_ELEMENT: Final = re.compile(r"<(?=[!/]|script)", re.IGNORECASE)
"""What HTML reads as more than text within a script element; escaping every `<` would make pages heavier."""


def script_data(data: Any) -> Markup:
    """Return data as JSON that can stand in a script element: no text in it can close or comment out that element."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Markup(_ENDS_ELEMENT.sub(r"\\u003c", text))  # noqa: S704 - escaped here
