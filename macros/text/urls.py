"""The addresses that text and pages may lead to: https, mail, and their own site."""

import re
from typing import Final

NEVER: Final = re.compile(r"[\x00-\x20\x7f\\\u00a0\u2028\u2029]")
"""What no address holds; a browser leaves some of it out and reads on."""
SCHEME: Final = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
HTTPS: Final = re.compile(r"https://[a-zA-Z0-9-]+(?:\.[a-zA-Z0-9-]+)+(?::[0-9]{1,5})?(?:[/?#]|\Z)")
"""The name of the site stands in it in full, without a user in front of it."""
MAIL: Final = re.compile(r"mailto:[^\s@?&%:/]+@[a-zA-Z0-9-]+(?:\.[a-zA-Z0-9-]+)+")


def is_plain_address(element: str, address: str) -> bool:
    """Return whether an element of a page may have this address, wherever on this site it leads."""
    if NEVER.search(address):
        return False
    if not SCHEME.match(address) and not address.startswith("//"):
        return True
    return element == "a" and bool(HTTPS.match(address) or MAIL.fullmatch(address))


_USER: Final = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:/*[^/?#]*@")


def has_user(address: str) -> bool:
    """Return whether a user stands before the name of the site, which then is another one than it seems."""
    return not address.lower().startswith("mailto:") and bool(_USER.match(address))
