"""Rules on the site as a whole: forwards arrive, every page is linked to, and other files name what is there."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Final

from macros.language.address_targets import edition_in
from macros.linkcheck.fault import Fault
from macros.linkcheck.page import Link
from macros.linkcheck.site import Site
from macros.linkcheck.targets import ELSEWHERE, NOT_FOUND
from macros.model.editions import EDITIONS, ROOTS
from macros.publishing.site_addresses import address_of

_STYLE_URL: Final = re.compile(r"url\(\s*['\"]?([^'\")]+)['\"]?\s*\)|@import\s+['\"]([^'\"]+)['\"]")
_STYLE_COMMENT: Final = re.compile(r"/\*.*?\*/", re.DOTALL)


def forwards_arrive(site: Site) -> Iterator[Fault]:
    """A forwarding page leads, in however many steps, to a page of the same edition."""
    for page in site.pages.values():
        if not page.refresh:
            continue
        link = Link(page.refresh, "meta", "refresh", 1)
        way = site.follow(page.address)
        end = way[-1]
        if site.target(page.refresh, page.address) is None:
            yield Fault(page.address, page.path, link, "not-an-address.form")
        elif end in way[:-1]:
            holes = {"way": " -> ".join(f"/{one}" for one in way)}
            yield Fault(page.address, page.path, link, "redirect-loop", holes, target=end)
        elif not site.has(end):
            yield Fault(page.address, page.path, link, "broken-link.nothing", {"end": f"/{end}"}, target=end)
        elif edition_in(end) != edition_in(page.address):
            holes = {"end": f"/{end}", "there": edition_in(end), "here": edition_in(page.address)}
            yield Fault(page.address, page.path, link, "other-edition", holes, target=end)


def pages_are_linked(site: Site) -> Iterator[Fault]:
    """Every page that stays can be reached by links from the home page of its edition."""
    for edition in EDITIONS:
        home = ROOTS[edition]
        reached = {home}
        ahead = [home]
        while ahead:
            page = site.pages.get(ahead.pop())
            for link, target in site.links(page) if page else ():
                if not link.followed or link.url.lower().startswith(ELSEWHERE):
                    continue
                address = target.address if target else None
                for step in site.follow(address) if address is not None else ():
                    if step in site.pages and step not in reached and edition_in(step) == edition:
                        reached.add(step)
                        ahead.append(step)
        for address, page in site.pages.items():
            alone = edition_in(address) == edition and address not in reached and not page.refresh
            if alone and not address.endswith(NOT_FOUND) and not page.unlisted:
                yield Fault(
                    address,
                    page.path,
                    Link("", "html", "", 1),
                    "unlinked-page",
                    {"home": f"/{home}", "address": f"/{address}"},
                    target=address,
                )


def files_name_what_is_there(site: Site) -> Iterator[Fault]:
    """Sitemap, feeds, data and styles name only addresses that answer; a sitemap names only pages that stay."""
    ours = re.compile(re.escape(site.url) + r"[^\s\"'<>\\(){}\[\]`]*+(?!\{)")
    for path, text in [*site.texts(), *((page.path, page.data) for page in site.pages.values() if page.data)]:
        base = address_of(path)
        found = [(match.start(), unescape(match.group()).rstrip(".,;:!?")) for match in ours.finditer(text)]
        if path.endswith(".css"):
            plain = _STYLE_COMMENT.sub(lambda match: " " * len(match.group()), text)
            found += [(match.start(), match.group(1) or match.group(2)) for match in _STYLE_URL.finditer(plain)]
        for at, url in found:
            if url.lower().startswith(ELSEWHERE):
                continue
            line = text.count("\n", 0, at) + 1
            yield from _named(site, base, path, Link(url, "file", "", line, style=_before(text, at)))


def _before(text: str, at: int) -> str:
    """Return the last word before a place: the name of the field or element that holds it."""
    words = re.findall(r"\w+", text[max(0, at - 80) : at])
    return words[-1] if words else ""


def _named(site: Site, base: str, path: str, link: Link) -> Iterator[Fault]:
    target = site.resolve(link.url, base)
    if target.address is None:
        yield Fault(base, path, link, "other-host")
    elif not site.has(target.address):
        yield Fault(base, path, link, "broken-link.nothing", {"end": f"/{target.address}"}, target=target.address)
    elif path.endswith("sitemap.xml") and site.follow(target.address)[-1] != target.address:
        end = {"end": f"/{site.follow(target.address)[-1]}"}
        yield Fault(base, path, link, "redirected.sitemap", end, target=target.address)


def ids_are_unique(site: Site) -> Iterator[Fault]:
    """No id stands twice on a page: a fragment would lead to only one of the two."""
    for page in site.pages.values():
        for twice in sorted(set(page.twice)):
            yield Fault(
                page.address,
                page.path,
                Link(f"#{twice}", "html", "id", 1),
                "id-twice",
                {"id": twice},
                target=page.address,
                fragment=twice,
            )
