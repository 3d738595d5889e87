"""The page that stands in the place of every other while something is wrong with a file."""

from collections.abc import Iterable
from html import escape

from macros.site.build_messages import Model


def error_page(records: Iterable[Model]) -> str:
    """Return the page: what is wrong, each thing once."""
    items = "".join(f"<li>{escape(message)}</li>" for message in dict.fromkeys(one.message for one in records))
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Findings</title>'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        "<style>body{font:1rem/1.5 system-ui,sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem}"
        "li{white-space:pre-wrap;overflow-wrap:anywhere;margin:.5rem 0}</style></head>"
        "<body><main><h1>Findings</h1><p>The site comes back as soon as these are mended, without a restart.</p>"
        f"<ol>{items}</ol></main></body></html>"
    )
