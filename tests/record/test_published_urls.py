"""The list of published addresses is only ever added to, and knows which numbers were used."""

from macros.language.numbers import next_number
from macros.language.reading import read_language
from macros.record.published_urls import PUBLISHED_URLS, Entry, add_published_urls, read_published_urls
from tests.tools.languages import small_language


def test_new_addresses_find_their_place_and_old_lines_stay(tmp_path):
    assert [str(one) for one in add_published_urls(tmp_path, [Entry("p/2/", 2), Entry("")])] == ["/p/2/ 2", "/"]
    assert [str(one) for one in add_published_urls(tmp_path, [Entry("p/2/", 9), Entry("en/p/2/", 2)])] == ["/en/p/2/ 2"]
    lines = (tmp_path / PUBLISHED_URLS).read_text("utf-8").splitlines()
    assert [line for line in lines if not line.startswith("#")] == ["/", "/en/p/2/ 2", "/p/2/ 2"]
    assert lines[0].startswith("# ")


def test_nothing_new_leaves_the_file_alone(tmp_path):
    (tmp_path / PUBLISHED_URLS).write_text("/p/2/ 2\n/\n", encoding="utf-8")
    assert add_published_urls(tmp_path, [Entry("p/2/", 2)]) == []
    assert (tmp_path / PUBLISHED_URLS).read_text("utf-8") == "/p/2/ 2\n/\n"


def test_a_published_number_is_never_given_out_again(tmp_path):
    folder = small_language(tmp_path / "language")
    (folder / PUBLISHED_URLS).write_text("/p/41/ 41\n", encoding="utf-8")
    language = read_language(folder).language
    assert next_number(language) == 42


def test_a_ledger_that_cannot_be_read_is_a_finding(tmp_path):
    (tmp_path / PUBLISHED_URLS).write_bytes(b"\xff")
    assert [one.rule for one in read_published_urls(tmp_path).findings] == ["encoding"]
