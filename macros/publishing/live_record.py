"""The record as the site carries it: `/api/v1/record.json`, the addresses and the texts that were published."""

import json
from collections.abc import Iterable
from typing import Any, Final

from pydantic import BaseModel, Field, ValidationError

from macros.language.addresses import data
from macros.record.published_text import PublishedText, first_wrong_field, text_as_json
from macros.record.published_urls import Entry, PublishedUrls, published_urls_from

ADDRESS: Final = data("record")
"""Its address from the root of the site."""
MAX_BYTES: Final = 100_000_000
FORM: Final = 1
"""The number of the form below; another one is not read."""


class LiveRecord(BaseModel):
    """The record of a site."""

    form: int = Field(description="The number of this form.")
    addresses: list[str] = Field(description="Every address that was published, with the number of its pattern.")
    texts: list[PublishedText] = Field(description="Every text that was published, by pattern, edition and date.")

    def published_urls(self) -> PublishedUrls:
        """Return the addresses as a list of published addresses, with what is wrong with its lines."""
        return published_urls_from("\n".join(self.addresses))


def live_record_file(entries: Iterable[Entry], texts: Iterable[PublishedText]) -> bytes:
    """Return the content of the file."""
    content: dict[str, Any] = {
        "form": FORM,
        "addresses": sorted(map(str, entries)),
        "texts": [text_as_json(text) for text in texts],
    }
    return json.dumps(content, ensure_ascii=False, indent=1).encode() + b"\n"


def live_record_from(content: bytes) -> LiveRecord:
    """Read the content of the file.

    Raises:
        ValueError: what is wrong with it, in one sentence.
    """
    if len(content) > MAX_BYTES:
        raise ValueError(f"it is larger than {MAX_BYTES} bytes")
    try:
        read = json.loads(content.decode("utf-8"))
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError):
        raise ValueError("it is no JSON") from None
    if isinstance(read, dict) and read.get("form", FORM) != FORM:
        raise ValueError(f"it has form {str(read['form'])[:20]}, and this program reads form {FORM}")
    try:
        record = LiveRecord.model_validate(read)
    except ValidationError as error:
        raise ValueError(f"{first_wrong_field(error)} is missing or wrong") from None
    wrong = record.published_urls().findings
    if wrong:
        raise ValueError(f"this is no line with an address: {wrong[0].written[:80]}")
    changed = next((text for text in record.texts if text.sections and not text.is_whole()), None)
    if changed:
        raise ValueError(f"the text {changed.path} does not agree with its fingerprint")
    return record
