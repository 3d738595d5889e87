"""The HTML of what people wrote, cleaned before that of macros is joined to it: the same list that `check` goes by."""

import nh3

from macros.text.urls import is_plain_address
from macros.written_pages.html import ADDRESSES, ELEMENTS, EVERYWHERE, wrong_attribute


def clean(html: str) -> str:
    """Return the HTML with nothing in it that a page may not hold; `check` names what this would drop."""
    return nh3.clean(
        html,
        tags=set(ELEMENTS),
        attributes={element: EVERYWHERE | own for element, own in ELEMENTS.items()},
        attribute_filter=_kept,
        url_schemes={"https", "mailto"},
        link_rel=None,
    )


def _kept(element: str, name: str, value: str) -> str | None:
    if element not in ELEMENTS:  # it falls away with its attributes
        return None
    if name in ADDRESSES and not is_plain_address(element, value):
        return None
    return None if any(wrong_attribute(element, name, value)) else value
