"""What an address in a page leads to, whatever the address of the site is."""

import random
from pathlib import Path
from urllib.parse import urljoin

import pytest

from macros.linkcheck.site import Site

HOME = "https://someone.example/samenwerkpatronen/"
BASES = ["", "en/", "p/70/", "404.html", "a/b/c/", "en/404.html"]


@pytest.mark.parametrize(
    ("url", "base", "address"),
    [
        ("", "a/404.html", "a/404.html"),
        ("#x", "a/b/", "a/b/"),
        ("./", "a/b/", "a/b/"),
        ("../c/", "a/b/", "a/c/"),
        ("../%65n/x", "a/", "en/x"),
        ("?q=1", "en/x/", "en/x/"),
        ("../../x", "a/", "../x"),
        ("/samenwerkpatronen/en/", "a/", "en/"),
        ("/en/", "a/", "../en/"),
        ("//someone.example/samenwerkpatronen/en/", "a/", "en/"),
        ("HTTPS://Someone.Example/samenwerkpatronen#x", "a/", ""),
        ("https://someone.example/samenwerkpatronen-2/", "a/", None),
        ("https://someone.example/", "a/", None),
        ("https://someone.example:8443/samenwerkpatronen/", "a/", None),
        ("http://someone.example/samenwerkpatronen/", "a/", None),
        ("mailto:x@someone.example", "a/", None),
    ],
)
def test_an_address_leads_to(url, base, address):
    assert Site(Path(), HOME).resolve(url, base).address == address


def test_plain_addresses_lead_where_a_browser_goes():
    chance = random.Random(1)  # noqa: S311 - addresses, and no secrets
    site = Site(Path(), HOME)
    for _ in range(5000):
        url = "".join(
            chance.choices(["../", "a", "/", "b.c", "#", "x-y", "p/", "70", ".", "?q=1&r"], k=chance.randint(1, 6))
        )
        base = chance.choice(BASES)
        full, _, fragment = urljoin(HOME + base, url).partition("#")
        full = full.partition("?")[0]
        inside = full.startswith(HOME)
        expected = (full.removeprefix(HOME), fragment) if inside else None
        found = site.resolve(url, base)
        if expected:
            assert (found.address, found.fragment) == expected, (url, base)
        else:
            assert found.address is None or found.address.startswith(".."), (url, base)
