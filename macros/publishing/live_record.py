"""The record as the site carries it: `/api/v1/record.json`, the addresses and the texts that were published."""

import json
from collections.abc import Iterable
from typing import Any, Final, Literal

from pydantic import BaseModel, Field, ValidationError

from macros.language.addresses import data
from macros.record.published_text import PublishedText, first_wrong_field, text_as_json
from macros.record.published_urls import Entry, PublishedUrls, published_urls_from

ADDRESS: Final = data("record")
"""Its address from the root of the site."""
MAX_BYTES: Final = 1_000_000_000
"""What GitHub Pages takes for a whole site. A text takes 5 kB, so 1,000 patterns with 90 texts each take 450 MB."""


class LiveRecord(BaseModel):
    """record.json: what was published on the site, for the next publication."""

    form: Literal[1] = Field(description="The number of this form; another one is not read.")
    addresses: list[str] = Field(description="Every address that was published, with the number of its pattern.")
    texts: list[PublishedText] = Field(description="Every text that was published, by pattern, edition and date.")

    def published_urls(self) -> PublishedUrls:
        """Return the addresses as a list of published addresses, with what is wrong with its lines."""
        return published_urls_from("\n".join(self.addresses))


def live_record_file(entries: Iterable[Entry], texts: Iterable[PublishedText]) -> bytes:
    """Return the content of the file.

    Raises:
        ValueError: when it would be larger than the next publication reads.
    """
    content: dict[str, Any] = {
        "form": 1,
        "addresses": sorted(map(str, entries)),
        "texts": [text_as_json(text) for text in texts],
    }
    file = json.dumps(content, ensure_ascii=False, indent=1).encode() + b"\n"
    if len(file) > MAX_BYTES:
        raise ValueError(f"the record of {len(content['texts'])} texts is larger than {MAX_BYTES // 10**6} MB")
    return file


def live_record_from(content: bytes) -> LiveRecord:
    """Read the content of the file.

    Raises:
        ValueError: what is wrong with it, in one sentence.
    """
    if len(content) > MAX_BYTES:
        raise ValueError(f"it is larger than {MAX_BYTES // 10**6} MB")
    try:
        record = LiveRecord.model_validate_json(content)
    except ValidationError as error:
        raise ValueError(_fault(error)) from None
    wrong = record.published_urls().findings
    if wrong:
        raise ValueError(f"this is no line with an address: {wrong[0].written[:80]}")
    changed = next((text for text in record.texts if text.sections and not text.is_whole()), None)
    if changed:
        raise ValueError(f"the text {changed.path} does not agree with its fingerprint")
    return record


def _fault(error: ValidationError) -> str:
    for one in error.errors(include_url=False):
        if one["type"] == "json_invalid":
            return "it is no JSON"
        if one["type"] == "literal_error" and one["loc"] == ("form",):
            return f"it has form {str(one['input'])[:20]}, and this program reads form 1"
    return f"{first_wrong_field(error)} is missing or wrong"
