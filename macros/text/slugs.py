"""Addresses made from names: small letters, digits and hyphens."""

import re
import unicodedata


def slugify(name: str) -> str:
    """Return the slug of a name: accents dropped, everything but letters and digits turned into single hyphens."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "")).strip("-")
