"""The record that a site carries, `api/v1/record.json`: what was published before and what the site publishes."""

from pathlib import Path

from macros.language.addresses import pattern_address
from macros.language.language import Language
from macros.model.editions import EDITIONS
from macros.publishing.live_record import ADDRESS, live_record_file
from macros.publishing.new_texts import shown_record
from macros.publishing.site_addresses import address_of, published_addresses, site_files
from macros.record.published_urls import Entry


def write_live_record(site: Path, language: Language) -> None:
    """Write the record into the folder of a built site.

    Args:
        site: the folder with the files of all editions.
        language: that the site was built from.
    """
    drafts = {
        pattern_address(pattern, edition)
        for pattern in language.patterns.values()
        for edition in EDITIONS
        if pattern.draft
    }
    addresses = ({address_of(path) for path in site_files(site)} | {ADDRESS}) - drafts
    entries: dict[str, Entry] = {entry.address: entry for entry in published_addresses(addresses, language)}
    file = site / ADDRESS
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(live_record_file((entries | language.published_urls.entries).values(), shown_record(language)))
