"""Publishes the texts of a language without building its site."""

from datetime import date
from pathlib import Path

from macros.language.reading import read_language
from macros.publishing.new_texts import texts_to_publish
from macros.record.published_text import PublishedText, text_file


def publish_texts(root: Path, day: date) -> list[PublishedText]:
    """Model every text that is new in a repository, as publishing it on a day does, and return those."""
    texts = list(texts_to_publish(read_language(root).language, day))
    for text in texts:
        path = root / text.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text_file(text), "utf-8", newline="\n")
    return texts
