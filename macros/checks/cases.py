"""Checks on the cases: that patterns and cases name each other, and that their addresses stay."""

from collections.abc import Iterator

from macros.findings.finding import Finding, among
from macros.language.address_targets import edition_in
from macros.language.addresses import case_address, former_case_address
from macros.language.language import Language
from macros.language.pattern import key_of
from macros.model.editions import EDITIONS, FOLDERS, ROOTS
from macros.text.marks import marks_in


def cases_are_known(language: Language) -> Iterator[Finding]:
    """An example names a case that exists and that names the pattern too."""
    known = {key_of(document): document for document in language.case_documents.values()}
    for document in language.documents.values():
        for edition in EDITIONS:
            for entry in document.entries((edition, "examples")):
                for at, key in document.words((*entry, "case")):
                    if key not in known:
                        yield Finding(document.place(at), "unknown-case", {}, key, among(key, sorted(known)))
                    elif key in language.cases and key_of(document) not in language.cases[key].fields.patterns:
                        holes = {"holder": known[key].path, "key": key_of(document)}
                        yield Finding(document.place(at), "case-names-other-patterns", holes, key)


def no_case_holds_marks(language: Language) -> Iterator[Finding]:
    """A case holds no mark of a draft: it may tell who somebody is, and the sender has not approved it so."""
    for document in language.case_documents.values():
        for loc, text in document.texts:
            for found in marks_in(text):
                yield Finding(document.place_within(loc, found), "marked-case", {}, found)


def case_addresses_are_unique(language: Language) -> Iterator[Finding]:
    """No address, former ones included, stands for two cases of an edition."""
    for edition in EDITIONS:
        first: dict[str, str] = {}
        for case in language.cases.values():
            slug, path = case.slug(edition), case.document.path
            if slug in first:
                field = "slug" if case.text(edition).slug else "name"
                shown_in = case.foreign(edition) or edition
                place = case.document.place((shown_in, field))
                yield Finding(place, "duplicate-slug.name", {"holder": first[slug]}, slug)
            first.setdefault(slug, path)
        for case in language.cases.values():
            for index, alias in enumerate(case.text(edition).aliases):
                if first.get(alias, case.document.path) != case.document.path:
                    place = case.document.place((edition, "aliases", index))
                    yield Finding(place, "duplicate-slug.alias", {"holder": first[alias]}, alias)
                first.setdefault(alias, case.document.path)


def published_cases_answer(language: Language) -> Iterator[Finding]:
    """Every address that was ever a case's is still one or leads to one."""
    answers = {
        address
        for case in language.cases.values()
        for edition in EDITIONS
        for address in (
            case_address(case, edition),
            *(former_case_address(alias, edition) for alias in case.text(edition).aliases),
        )
    }
    answers |= {page.address for page in language.pages.values()}
    for address, entry in language.published_urls.entries.items():
        edition = edition_in(address)
        folder = ROOTS[edition] + FOLDERS["cases"][edition]
        gone = address.startswith(folder) and address not in answers and address not in language.redirects.redirects
        if gone:
            slug = address.removeprefix(folder).rstrip("/")
            yield Finding(entry.place, "case-gone", {"slug": slug, "edition": edition}, str(entry))
