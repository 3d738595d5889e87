"""The page that stands in the place of every other while something is wrong with a file."""

from collections.abc import Iterable
from html import escape

from macros.findings.messages import command_text
from macros.site.build_messages import LogMessage


def error_page(records: Iterable[LogMessage], language: str) -> str:
    """Return the page: what is wrong, each thing once.

    Args:
        records: what was told.
        language: of what was told.
    """
    title, hope = escape(command_text(language, "site.wrong")), escape(command_text(language, "site.comes-back"))
    items = "".join(f"<li>{escape(message)}</li>" for message in dict.fromkeys(one.message for one in records))
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        "<style>body{font:1rem/1.5 system-ui,sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem}"
        "li{white-space:pre-wrap;overflow-wrap:anywhere;margin:.5rem 0}</style></head>"
        f"<body><main><h1>{title}</h1><p>{hope}</p>"
        f"<ol>{items}</ol></main></body></html>"
    )
