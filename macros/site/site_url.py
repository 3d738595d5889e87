"""The address of the root of the site, as the setting `site_url` gives it."""

import re
from urllib.parse import quote, urlsplit

import idna

_EXAMPLE = "https://example.org/ or https://example.org/patterns/"


def root_url(setting: str | None) -> str:
    """Return the address of the root of the site: scheme and host in small letters, in ASCII, with a closing slash.

    Args:
        setting: `site_url` of mkdocs.yml, or SITE_URL of the environment.

    Raises:
        ValueError: when it is no address that a site can have, with what was written and what would be right.
    """
    written = (setting or "").strip()
    if not written:
        raise ValueError(f"SITE_URL is empty; give the address that the site is published at, such as {_EXAMPLE}")
    try:
        parts = urlsplit(written)
        host, port = _host(parts.hostname or ""), parts.port
    except ValueError as error:
        raise ValueError(_refusal(written, str(error))) from None
    if parts.scheme not in ("http", "https"):
        raise ValueError(_refusal(written, "it begins with https://"))
    if not host:
        raise ValueError(_refusal(written, "it has no host"))
    if "@" in parts.netloc:
        raise ValueError(_refusal(written, "a user or password does not belong in it"))
    if parts.query or parts.fragment or written.endswith(("?", "#")):
        raise ValueError(_refusal(written, "it ends with the path: no ? and no #"))
    if re.search(r"/\.{0,2}/", parts.path.removesuffix("/") + "/"):
        raise ValueError(_refusal(written, "its path has an empty step or a step of dots"))
    path = quote(parts.path, safe="/%:@!$&'()*+,;=~")
    return f"{parts.scheme}://{host}{f':{port}' if port else ''}{path if path.endswith('/') else path + '/'}"


def _host(name: str) -> str:
    """Return the name of a host in ASCII: `bücher.example` is `xn--bcher-kva.example`."""
    if ":" in name:
        return f"[{name}]"
    if name.isascii():
        if not re.fullmatch(r"[a-z0-9.-]*", name):
            raise ValueError("a host has letters, digits, dots and hyphens")
        return name
    try:
        return idna.encode(name, uts46=True).decode("ascii")
    except idna.IDNAError as error:
        raise ValueError(str(error)) from None


def _refusal(written: str, why: str) -> str:
    return f'SITE_URL is "{written}", which is no address for a site: {why}; better: {_EXAMPLE}'
