"""A file can be begun and mended at the host, at an address that holds what is needed and that a host takes."""

from urllib.parse import parse_qs, urlsplit

import pytest

from macros.authoring.starter import bare_starter
from macros.findings.finding import Place
from macros.language.reading import read_language
from macros.pages.settings import NO_SETTINGS, Settings
from macros.yaml.reader import parse

MOST = 6000
"""GitHub and the servers before it refuse an address of 8 kB."""


def test_the_fields_and_the_number_are_filled_in_and_fit_in_an_address(root):
    text = bare_starter(84, read_language(root).language)
    url = Settings(repository="https://github.com/a/b").new_file_url("patterns/between-people", "new.yml", text)
    assert len(url) < MOST
    assert urlsplit(url).path == "/a/b/new/main/patterns/between-people"
    given = parse_qs(urlsplit(url).query)
    assert given == {"filename": ["new.yml"], "value": [text]}
    document = parse(text.encode(), "patterns/between-people/new.yml")
    assert document.findings == []
    assert (document.at(("id",)), document.at(("nl", "name"))) == ("84", None)
    assert "#" not in text.split("\n", 1)[1]


def test_gitlab_gets_a_name_and_without_a_repository_there_is_no_link():
    url = Settings(repository="https://gitlab.com/a/b").new_file_url("patterns/seeking", "new.yml", "id: 5")
    assert url == "https://gitlab.com/a/b/-/new/main/patterns/seeking?file_name=new.yml"
    assert NO_SETTINGS.new_file_url("patterns/seeking", "new.yml", "id: 5") == ""


@pytest.mark.parametrize(
    ("repository", "url"),
    [
        ("https://github.com/a/b", "https://github.com/a/b/edit/main/patterns/seeking/x.yml#L36"),
        ("https://gitlab.com/a/b", "https://gitlab.com/a/b/-/edit/main/patterns/seeking/x.yml#L36"),
        ("", ""),
    ],
)
def test_a_text_is_mended_at_its_line(repository, url):
    settings = Settings(repository=repository)
    assert settings.edit_url(Place("patterns/seeking/x.yml", 36, 3)) == url
    assert settings.edit_url(Place("patterns/seeking/x.yml")) == url.removesuffix("#L36")
