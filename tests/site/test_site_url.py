"""The address that a publisher fills in is taken as it is meant, and refused with what would be right."""

import pytest

from macros.site.site_url import root_url


@pytest.mark.parametrize(
    ("setting", "root"),
    [
        ("https://patterns.example", "https://patterns.example/"),
        ("https://someone.github.io/samenwerkpatronen", "https://someone.github.io/samenwerkpatronen/"),
        ("https://patterns.example/en/", "https://patterns.example/en/"),
        ("HTTPS://Patterns.EXAMPLE/Samen/", "https://patterns.example/Samen/"),
        ("https://patterns.example:8443/a/nl", "https://patterns.example:8443/a/nl/"),
        ("http://[::1]:8000/", "http://[::1]:8000/"),
        ("https://bücher.example/en/", "https://xn--bcher-kva.example/en/"),
        ("https://straße.example/", "https://xn--strae-oqa.example/"),
        ("https://patterns.example/één plek/", "https://patterns.example/%C3%A9%C3%A9n%20plek/"),
        ("https://patterns.example/%C3%A9/", "https://patterns.example/%C3%A9/"),
    ],
)
def test_an_address_is_taken_as_it_is_meant(setting, root):
    assert root_url(setting) == root


@pytest.mark.parametrize(
    ("setting", "why"),
    [
        ("", "is empty"),
        (None, "is empty"),
        ("patterns.example", "begins with https://"),
        ("ftp://patterns.example/", "begins with https://"),
        ("https:///patterns/", "has no host"),
        ("https://me:secret@patterns.example/", "a user or password"),
        ("https://patterns.example/?page=1", "no ? and no #"),
        ("https://patterns.example/#top", "no ? and no #"),
        ("https://patterns.example/a//b/", "an empty step"),
        ("https://patterns.example/../b/", "a step of dots"),
        ("https://patterns.example:99999/", "0-65535"),
        ("https://two words.example/", "letters, digits, dots and hyphens"),
    ],
)
def test_what_is_no_address_is_refused(setting, why):
    with pytest.raises(ValueError, match=r"SITE_URL") as refused:
        root_url(setting)
    assert why in str(refused.value)
    assert "https://example.org/" in str(refused.value)
