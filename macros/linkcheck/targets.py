"""Rules on what the addresses in a page lead to: something that is there, in the right edition, without a detour."""

import re
from collections.abc import Iterator
from typing import Final

from macros.findings.finding import NO_ADVICE, Advice, Severity, did_you_mean
from macros.language.address_targets import edition_in, number_of
from macros.linkcheck.fault import Fault
from macros.linkcheck.page import Link, Page
from macros.linkcheck.site import Site
from macros.model.editions import EDITIONS

ELSEWHERE: Final = ("mailto:", "tel:", "data:")
"""Schemes that lead to nothing a site could hold."""
_LOADS: Final = re.compile(r"\b(stylesheet|icon|preload|modulepreload|manifest|preconnect|dns-prefetch|prefetch)\b")
NOT_FOUND: Final = "404.html"
"""The page for every address that nothing answers: it speaks all languages and belongs to no edition."""


def links_lead_somewhere(site: Site) -> Iterator[Fault]:
    """Every address on a page leads to something that is there, and to a part of it that is there."""
    for page in site.pages.values():
        for link, target in site.links(page):
            if link.url.lower().startswith(ELSEWHERE):
                continue
            if target is None:
                yield Fault(page.address, page.path, link, "not-an-address.form")
            elif target.address is None:
                yield from _elsewhere(page, link)
            elif site.has(target.address):
                yield from _inside(site, page, link, target.address, target.fragment)
            elif near := site.nearby(target.address):
                yield _detour(page, link, target.address, near)
            else:
                yield Fault(
                    page.address,
                    page.path,
                    link,
                    "broken-link.nothing",
                    {"end": f"/{target.address}"},
                    _nearest(site, target.address),
                    target=target.address,
                    fragment=target.fragment,
                )


def _nearest(site: Site, address: str) -> Advice:
    near = did_you_mean(address, site.beside(address))
    return Advice((f"/{near}",)) if near else NO_ADVICE


def _elsewhere(page: Page, link: Link) -> Iterator[Fault]:
    if link.rel.startswith("schema."):  # the name of a vocabulary, which no one fetches
        return
    scheme = link.url.partition(":")[0].lower() if ":" in link.url else "https"
    if scheme == "http":
        yield Fault(page.address, page.path, link, "not-https")
    elif scheme != "https":
        yield Fault(page.address, page.path, link, "not-an-address.scheme")
    if not link.followed and link.element != "meta" and (link.element != "link" or _LOADS.search(link.rel)):
        yield Fault(page.address, page.path, link, "other-host")


def _inside(site: Site, page: Page, link: Link, address: str, fragment: str) -> Iterator[Fault]:
    end = site.follow(address)[-1]
    if end != address and link.followed and page.address != address and not page.refresh and number_of(address) is None:
        yield _detour(page, link, address, end)
    there = site.pages.get(end)
    if fragment and there and not fragment.startswith(":~:") and fragment not in there.ids:
        near = did_you_mean(fragment, there.ids)
        yield Fault(
            page.address,
            page.path,
            link,
            "broken-anchor",
            {"end": f"/{end}", "id": fragment},
            Advice((f"#{near}",)) if near else NO_ADVICE,
            target=end,
            fragment=fragment,
        )


def _detour(page: Page, link: Link, address: str, end: str) -> Fault:
    return Fault(
        page.address,
        page.path,
        link,
        "redirected.link",
        {"end": f"/{end}"},
        severity=Severity.WARNING,
        target=address,
    )


def links_stay_in_their_edition(site: Site) -> Iterator[Fault]:
    """A link into the other edition says so with `hreflang`, and says it truly."""
    for page in site.pages.values():
        if page.address.endswith(NOT_FOUND):
            continue
        for link, target in site.links(page):
            if not link.followed or link.url.lower().startswith(ELSEWHERE):
                continue
            address = target.address if target else None
            if address is None or site.follow(address)[-1] not in site.pages:
                continue
            there = edition_in(address)
            said = link.hreflang.partition("-")[0] or edition_in(page.address)
            if said in EDITIONS and said != there:
                yield Fault(
                    page.address,
                    page.path,
                    link,
                    "other-edition",
                    {"end": f"/{address}", "there": there, "here": said},
                    target=address,
                )


def pages_name_themselves(site: Site) -> Iterator[Fault]:
    """A page's canonical address is its own, a forwarding page's that of the page it leads to.

    A text of an earlier date lies under the permalink, and names the page of today.
    """
    for page in site.pages.values():
        for link in page.links:
            if link.rel == "canonical":
                address = site.leads_to(link.url, page.address)
                above = site.pages.get(page.address.rstrip("/").rpartition("/")[0] + "/")
                end = site.follow(above.address if above and above.refresh else page.address)[-1]
                if address != end and not page.address.endswith(NOT_FOUND):
                    yield Fault(
                        page.address,
                        page.path,
                        link,
                        "wrong-canonical",
                        {"address": f"/{page.address}", "right": f"{site.url}{end}"},
                        target=address,
                    )


def alternates_answer_each_other(site: Site) -> Iterator[Fault]:
    """An `hreflang` names a page in that language, which names this page in turn."""
    for page in site.pages.values():
        for link in _alternates(page):
            address = site.leads_to(link.url, page.address)
            there = site.pages.get(address) if address is not None else None
            if there is None or link.hreflang == "x-default":
                continue
            if there.language.partition("-")[0] != link.hreflang.partition("-")[0]:
                yield Fault(
                    page.address,
                    page.path,
                    link,
                    "wrong-hreflang",
                    {"address": f"/{address}", "language": there.language},
                    target=address,
                )
            if page.address not in [site.leads_to(back.url, there.address) for back in _alternates(there)]:
                yield Fault(
                    page.address,
                    page.path,
                    link,
                    "hreflang-one-way",
                    {"address": f"/{address}", "back": f"/{page.address}"},
                    target=address,
                )


def _alternates(page: Page) -> list[Link]:
    return [link for link in page.links if link.element == "link" and link.rel == "alternate" and link.hreflang]
