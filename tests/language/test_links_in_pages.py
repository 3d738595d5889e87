"""Links between patterns in the Markdown of a page."""

from macros.text.wikilinks import Wikilink
from macros.written_pages.html import with_links_replaced


def _named(link: Wikilink) -> str:
    return f"<{link.key}>"


def test_a_link_in_code_stays_as_it_is_written():
    text = "[[a]] `[[b]]` [[c]]\n```\n[[d]]\n```\n[[e]]"
    assert with_links_replaced(text, _named) == "<a> `[[b]]` <c>\n```\n[[d]]\n```\n<e>"


def test_a_stray_backtick_in_front_hides_no_link():
    assert with_links_replaced("`k weet [[a]]", _named) == "`k weet <a>"
