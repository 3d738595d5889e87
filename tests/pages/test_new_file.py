"""A pattern can be begun at the host: the address holds the fields, and a host takes an address of that length."""

from urllib.parse import parse_qs, urlsplit

from macros.authoring.starter import bare_starter
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
