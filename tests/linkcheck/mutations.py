"""What can go wrong with a link: one mistake each, in a copy of the repository, and the line that must be named."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from tests.site.workplace import Workplace

KEY = "no-one-says-no"
PATH = f"patterns/steering-and-deciding/{KEY}.yml"
OTHER = "patterns/steering-and-deciding/cut-the-knot.yml"
PUBLISHED_URLS, REDIRECTS = "published-urls.txt", "moved-urls.txt"
HOME, CONTRIBUTE = "docs/nl/index.md", "docs/nl/draag-bij.md"
PAGE, FORWARD = "macros/frontend/templates/pattern.html", "macros/frontend/templates/forward.html"
HEAD = "macros/frontend/theme/partials/head.html"


@dataclass(frozen=True)
class Mutation:
    """One mistake.

    Attributes:
        make: makes it.
        rule: the rule that must find it.
        path: the file that must be named.
        line: a pattern that the named line must match, as it stands after the mistake.
        build: the build it is made in, where only a build finds it.
    """

    make: Callable[[Workplace], None]
    rule: str
    path: str
    line: str
    build: str = "together"


def put(path: str, old: str, new: str, times: int = 1) -> Callable[[Workplace], None]:
    """Return what replaces the first places where a pattern matches; they must be there."""

    def make(copy: Workplace) -> None:
        file = copy.folder / path
        text, count = re.subn(old, new, file.read_text("utf-8"), count=times, flags=re.MULTILINE)
        assert count == times, f"{old} is not in {path}"
        file.write_text(text, encoding="utf-8")

    return make


def add(path: str, text: str) -> Callable[[Workplace], None]:
    """Return what puts text at the end of a file, which need not exist."""

    def make(copy: Workplace) -> None:
        with (copy.folder / path).open("a", encoding="utf-8") as file:
            file.write(text)

    return make


def move(path: str, to: str) -> Callable[[Workplace], None]:
    """Return what moves a file."""

    def make(copy: Workplace) -> None:
        (copy.folder / to).parent.mkdir(exist_ok=True)
        (copy.folder / path).rename(copy.folder / to)

    return make


def remove(path: str) -> Callable[[Workplace], None]:
    """Return what removes a file."""
    return lambda copy: (copy.folder / path).unlink()


def all_of(*makes: Callable[[Workplace], None]) -> Callable[[Workplace], None]:
    """Return what makes several changes, the last of them the mistake."""

    def make(copy: Workplace) -> None:
        for one in makes:
            one(copy)

    return make


_alias = put(PATH, r"^(  name: Niemand zegt nee)$", r"\1\n  aliases: [zwijgen-is-geen-ja]")
_published_alias = add(PUBLISHED_URLS, "/patronen/zwijgen-is-geen-ja/ 70\n")
_retired = "status: retired\nretired_because: {nl: Het is oud., en: It is old.}\n"
_number, _other_number = put(PATH, r"^id: \d+", "id: 9998"), put(OTHER, r"^id: \d+", "id: 70")

FOUND_BY_CHECK = {
    "a key is renamed by hand": Mutation(
        move(PATH, PATH.replace(KEY, "no-one-objects")), "unknown-pattern", "patterns/routes.yml", KEY
    ),
    "a pattern is deleted": Mutation(remove(PATH), "pattern-gone", PUBLISHED_URLS, r" 70$"),
    "a Dutch name changes without an alias": Mutation(
        put(PATH, "^  name: Niemand zegt nee", "  name: Niemand is tegen"), "alias-missing", PATH, "name: Niemand is"
    ),
    "an English name changes without an alias": Mutation(
        put(PATH, "^  name: No One Says No", "  name: No One Objects"), "alias-missing", PATH, "name: No One Obj"
    ),
    "a slug is given without an alias": Mutation(
        put(PATH, "^(  name: Niemand zegt nee)$", r"\1\n  slug: niemand"), "alias-missing", PATH, "slug: niemand"
    ),
    "a published alias is dropped": Mutation(_published_alias, "alias-missing", PATH, "name: Niemand zegt nee"),
    "an alias is given to another pattern": Mutation(
        all_of(_published_alias, put(OTHER, "^(nl:\n  name: .*)$", r"\1\n  aliases: [zwijgen-is-geen-ja]")),
        "address-taken",
        OTHER,
        "aliases: .zwijgen",
    ),
    "an address is taken over by a new name": Mutation(
        all_of(
            put(PATH, "^  name: Niemand zegt nee", "  name: Niemand is tegen"),
            put(OTHER, "^(nl:\n  name: ).*$", r"\1Niemand zegt nee"),
        ),
        "address-taken",
        OTHER,
        "name: Niemand zegt nee",
    ),
    "two numbers are swapped": Mutation(
        all_of(put(PATH, r"^id: \d+", "id: 66"), _other_number), "address-taken", OTHER, "^id: 70"
    ),
    "a number changes": Mutation(_number, "pattern-gone", PUBLISHED_URLS, r" 70$"),
    "a number is used twice": Mutation(_other_number, "duplicate-id", OTHER, "^id: 70"),
    "a published pattern becomes a draft": Mutation(
        put(PATH, "^form:", "status: draft\nform:"), "published-draft", PATH, "status: draft"
    ),
    "an edition loses its text": Mutation(
        put(PATH, r"^en:\n(  .*\n)+", ""), "alias-missing", PATH, "name: Niemand zegt nee"
    ),
    "a line of the list of published addresses is garbled": Mutation(
        put(PUBLISHED_URLS, "^/p/70/ 70", "p/70"), "published-url-line", PUBLISHED_URLS, "^p/70"
    ),
    "a line of the list of published addresses stands twice": Mutation(
        add(PUBLISHED_URLS, "/p/70/ 70\n"), "published-url-line", PUBLISHED_URLS, "^/p/70/ 70"
    ),
    "a number in the list of published addresses changes": Mutation(
        put(PUBLISHED_URLS, "^/p/70/ 70", "/p/70/ 71"), "address-taken", PATH, "^id: 70"
    ),
    "a relation names no pattern": Mutation(
        put(PATH, "part_of: .*", "part_of: build-the-rode"), "unknown-pattern", PATH, "build-the-rode"
    ),
    "a successor names no pattern": Mutation(
        put(PATH, "^form:", f"{_retired}successor: nobody-at-all\nform:"), "unknown-pattern", PATH, "nobody-at-all"
    ),
    "a successor is retired itself": Mutation(
        all_of(
            put(OTHER, "^form:", f"{_retired}form:"),
            put(PATH, "^form:", f"{_retired}successor: cut-the-knot\nform:"),
        ),
        "retired-successor",
        PATH,
        "successor: cut-the-knot",
    ),
    "a pattern with relations is retired": Mutation(
        put(OTHER, "^form:", f"{_retired}form:"), "relation-to-retired", PATH, "cut-the-knot"
    ),
    "a pattern on a reading route is retired": Mutation(
        put(PATH, "^form:", f"{_retired}form:"), "link-to-retired", "patterns/routes.yml", KEY
    ),
    "a link in prose names no pattern": Mutation(
        put(PATH, r"\[\[cut-the-knot", "[[cut-the-not"), "unknown-pattern", PATH, "cut-the-not"
    ),
    "a link in prose names no section": Mutation(
        put(PATH, r"\[\[cut-the-knot", "[[cut-the-knot#darom"), "unknown-section", PATH, "#darom"
    ),
    "a link in prose names a section that pattern lacks": Mutation(
        put(PATH, r"\[\[cut-the-knot", "[[cut-the-knot#stappen"), "unknown-section", PATH, "#stappen"
    ),
    "a section that is linked to is removed": Mutation(
        all_of(
            add(HOME, f"\n[[{KEY}#vraag]]\n"),
            put(PATH, "^  question: .*\n", "", times=2),
        ),
        "unknown-section",
        HOME,
        "#vraag",
    ),
    "a link in prose is not closed": Mutation(
        put(PATH, r"\[\[cut-the-knot\|([^]]*)\]\]", r"[[cut-the-knot|\1]"), "broken-link", PATH, r"\[\[cut-the-knot"
    ),
    "a pattern links to itself": Mutation(put(PATH, r"\[\[cut-the-knot", f"[[{KEY}"), "link-to-itself", PATH, KEY),
    "a link leads to a draft": Mutation(
        put(OTHER, "^form:", "status: draft\nform:"), "link-to-draft", PATH, "cut-the-knot"
    ),
    "a link in prose is not https": Mutation(
        put(PATH, r"\[\[cut-the-knot\|[^]]*\]\]", "[x](http://example.org)"), "link-target", PATH, "http://"
    ),
    "a step of a route names no pattern": Mutation(
        put("patterns/routes.yml", f"pattern: {KEY}", "pattern: no-one-says-nope"),
        "unknown-pattern",
        "patterns/routes.yml",
        "no-one-says-nope",
    ),
    "a situation names no pattern": Mutation(
        put("patterns/situations.yml", KEY, "no-one-says-nope"),
        "unknown-pattern",
        "patterns/situations.yml",
        "no-one-says-nope",
    ),
    "an example names no source": Mutation(
        put(PATH, r"source: one-plus-one$", "source: one-plus-two"), "unknown-source", PATH, "one-plus-two"
    ),
    "a pattern lies in no chapter": Mutation(
        move(PATH, f"patterns/steering/{KEY}.yml"), "unknown-chapter", f"patterns/steering/{KEY}.yml", "."
    ),
    "an alias is the address of another pattern": Mutation(
        put(PATH, "^(  name: No One Says No)$", r"\1\n  aliases: [cut-the-knot]"), "duplicate-slug", PATH, "cut-the"
    ),
    "an alias stands in two patterns": Mutation(
        all_of(_alias, put(OTHER, "^(nl:\n  name: .*)$", r"\1\n  aliases: [zwijgen-is-geen-ja]")),
        "duplicate-slug",
        PATH,
        "zwijgen",
    ),
    "a chapter is renamed": Mutation(
        put("patterns/language.yml", "name: Tussen mensen", "name: Onder mensen"),
        "address-gone",
        PUBLISHED_URLS,
        "^/hoofdstukken/tussen-mensen/",
    ),
    "a reading route is renamed": Mutation(
        put("patterns/routes.yml", "name: Before you start", "name: Before the start"),
        "address-gone",
        PUBLISHED_URLS,
        "^/en/routes/before-you-start/",
    ),
    "a moved address leads in a circle": Mutation(
        add(REDIRECTS, "/oud/ /ouder/\n/ouder/ /oud/\n"), "moved-in-circles", REDIRECTS, "^/oud/ /ouder/"
    ),
    "a moved address leads to the other edition": Mutation(
        add(REDIRECTS, "/oud/ /en/contribute/\n"), "moved-abroad", REDIRECTS, "^/oud/"
    ),
    "a moved address is in use": Mutation(add(REDIRECTS, "/draag-bij/ /\n"), "moved-in-use", REDIRECTS, "^/draag-bij/"),
    "a line of the moves is garbled": Mutation(add(REDIRECTS, "/oud/ -> /draag-bij/\n"), "moved-line", REDIRECTS, "->"),
    "a page links to a pattern that is not there": Mutation(
        add(HOME, "\nZie [[no-one-says-nope]].\n"), "unknown-pattern", HOME, "no-one-says-nope"
    ),
    "a page links to a section that is not there": Mutation(
        add(HOME, f"\nZie [[{KEY}#darom]].\n"), "unknown-section", HOME, "#darom"
    ),
    "a page links to a page that is not there": Mutation(
        add(HOME, "\nZie [dit](draagbij.md).\n"), "unknown-page", HOME, "draagbij.md"
    ),
    "a page shows an image that is not there": Mutation(
        add(HOME, "\n![x](assets/kaart.png)\n"), "unknown-picture", HOME, "kaart.png"
    ),
    "a page links to nothing in HTML": Mutation(
        add(HOME, '\n<p><a href="nergens-heen/">x</a></p>\n'), "unknown-page", HOME, "nergens-heen"
    ),
    "a page links to an address instead of a file": Mutation(
        add(HOME, "\nZie [dit](/p/70/).\n"), "unknown-page", HOME, "/p/70/"
    ),
    "a page links to a site without https": Mutation(
        add(HOME, "\nZie [dit](http://example.org/).\n"), "link-target", HOME, "http://example.org"
    ),
    "a macro names a pattern that is not there": Mutation(
        add(HOME, '\n{{ pattern_link("no-one-says-nope") }}\n'), "unknown-pattern", HOME, "no-one-says-nope"
    ),
    "a macro names a page that is not there": Mutation(
        add(HOME, '\n{{ page_link("contribut", "Draag bij") }}\n'), "unknown-page", HOME, "contribut"
    ),
    "a page loses the name its counterpart knows it by": Mutation(
        put(CONTRIBUTE, "^page: contribute\n", ""), "page-alone", "docs/en/contribute.md", "page: contribute"
    ),
    "a page is deleted in one edition": Mutation(
        remove(CONTRIBUTE), "page-alone", "docs/en/contribute.md", "page: contribute"
    ),
}

FOUND_IN_THE_SITE = {
    "a template links to nothing": Mutation(
        put(PAGE, "<article ", '<p><a href="../../nergens-heen/">x</a></p><article '),
        "broken-link",
        PAGE,
        "nergens-heen",
    ),
    "a template loads a script that is not there": Mutation(
        put(HEAD, "assets/scripts/scheme.js", "assets/scripts/schemes.js"), "broken-link", HEAD, "schemes.js"
    ),
    "a style in the settings is not there": Mutation(
        put("macros/site/mkdocs.yml", r"assets/styles/print\.css", "assets/styles/prints.css"),
        "broken-link",
        "macros/site/mkdocs.yml",
        "prints.css",
    ),
    "a script is deleted": Mutation(
        remove("macros/frontend/theme/assets/scripts/forward.js"),
        "broken-link",
        FORWARD,
        "forward.js",
    ),
    "a style asks for a file that is not there": Mutation(
        add("macros/frontend/theme/assets/styles/type.css", "\n.x { background: url(../images/paper.png); }\n"),
        "broken-link",
        "macros/frontend/theme/assets/styles/type.css",
        "paper.png",
    ),
    "a template asks something of another host": Mutation(
        put(HEAD, "^<meta charset", '<script src="https://cdn.example.org/x.js"></script>\n<meta charset'),
        "other-host",
        HEAD,
        "cdn.example.org",
    ),
    "what patterns link to is removed": Mutation(
        put(CONTRIBUTE, r"^\{\{ contribution_doors\(\) \}\}$", ""), "broken-anchor", CONTRIBUTE, "."
    ),
    "a section's id differs from what a link asks for": Mutation(
        all_of(
            add(HOME, f"\n[[{KEY}#daarom]]\n"),
            put(PAGE, r'<h2 id="\{\{ section\.id \}\}', '<h2 id="x-{{ section.id }}'),
        ),
        "broken-anchor",
        HOME,
        "#daarom",
    ),
    "an id stands twice": Mutation(add(HOME, "\n## X {#herken}\n"), "id-twice", HOME, "."),
    "a template links into the other edition without saying so": Mutation(
        put(
            PAGE, "<article ", '{% if edition == "nl" %}<a href="../../en/what-is-not-here/">x</a>{% endif %}<article '
        ),
        "other-edition",
        PAGE,
        "en/what-is-not-here",
    ),
    "a page that was published is renamed": Mutation(
        move("docs/nl/kompas.md", "docs/nl/landkaart.md"),
        "published-lost",
        PUBLISHED_URLS,
        "^/kompas/$",
    ),
    "a download that was published is gone": Mutation(
        add(PUBLISHED_URLS, "/meenemen/boek.odt\n"), "published-lost", PUBLISHED_URLS, "boek.odt"
    ),
    "a moved address leads to nothing": Mutation(
        add(REDIRECTS, "/oud/ /nergens-heen/\n"), "broken-link", REDIRECTS, "nergens-heen"
    ),
    "nothing links to a page": Mutation(
        add("docs/nl/eiland.md", "# Eiland\n"), "unlinked-page", "docs/nl/eiland.md", "."
    ),
    "a forwarding page leads astray": Mutation(
        put(FORWARD, r"url=\{\{ target \}\}", "url={{ target }}x/"), "broken-link", FORWARD, "refresh"
    ),
    "a forwarding page names itself": Mutation(
        put(FORWARD, r"\{\{ canonical \}\}", "{{ canonical }}x/"), "wrong-canonical", FORWARD, "canonical", "exports"
    ),
    "a page names an image that is not there": Mutation(
        put(HEAD, r"\{\{ image\.url \| e \}\}", "{{ image.url | e }}x"), "broken-link", HEAD, "og:image", "exports"
    ),
    "the editions are mixed up in hreflang": Mutation(
        put(HEAD, r'hreflang="\{\{ language \}\}"', "hreflang=\"{{ 'en' if language == 'nl' else 'nl' }}\""),
        "wrong-hreflang",
        HEAD,
        "hreflang",
    ),
    "only one edition names the other": Mutation(
        put(
            HEAD,
            r"^\{% for language, address in alternates.items\(\) %\}",
            "{% for language, address in alternates.items() if edition == 'nl' %}",
        ),
        "hreflang-one-way",
        HEAD,
        "hreflang",
    ),
    "the sitemap names what is not there": Mutation(
        put("macros/frontend/theme/sitemap.xml", r"<loc>(.*)</loc>", r"<loc>\1x</loc>"),
        "broken-link",
        "macros/frontend/theme/sitemap.xml",
        "loc",
    ),
    "the feed names what is not there": Mutation(
        put("macros/exports/feed.py", "href=page", 'href=page + "x"'),
        "broken-link",
        "macros/exports/feed.py",
        "href=",
        "exports",
    ),
    "the data names what is not there": Mutation(
        put("macros/exports/api/pattern.py", r'pdf=file\("pdf"\)', 'pdf=file("pdfs")'),
        "broken-link",
        "macros/exports/api/pattern.py",
        "pdf=",
        "exports",
    ),
    "a template links to a former address": Mutation(
        put(PAGE, "<article ", '{% if edition == "nl" %}<a href="../kijk-eerst/">x</a>{% endif %}<article '),
        "redirected",
        PAGE,
        "kijk-eerst",
        "warning",
    ),
}
