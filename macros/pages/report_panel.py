"""What an adviser takes along: the panel on a pattern's page, and the bench of a bundle."""

from functools import cache
from typing import Any, Final

from markupsafe import Markup

from macros.exports.clipboard.annex import end, head
from macros.exports.clipboard.markup import inline
from macros.exports.clipboard.pieces import pieces
from macros.exports.footnote import footnotes_together
from macros.exports.reference import pattern_reference
from macros.language.addresses import download, part, word_part
from macros.language.language import Language
from macros.language.pattern import Pattern
from macros.model.editions import ROOTS, Edition, others
from macros.pages.file_names import pattern_file, stem
from macros.pages.renderer import Renderer
from macros.view.blocks import Runs

_SCRIPTS: Final = "assets/scripts/report/"
_HANDOUTS: Final = {"pdf": "PDF", "docx": "Word", "odt": "ODT"}
_FILES: Final = {"bib": "BibTeX", "ris": "RIS", "json": "CSL-JSON"}
_BUNDLE_FILES: Final = {
    "whole": "file_bundle",
    "brief": "file_bundle_brief",
    "summary": "file_bundle_summary",
    "table": "file_bundle_table",
}
"""What can be taken along of a bundle, and the key of what the name of its file says."""
_SAID_BY_PANEL: Final = (
    "copy_section",
    "copied_section",
    "copy_quote",
    "copied_quote",
    "copied",
    "copied_link",
    "copied_summary",
    "copied_pattern",
    "copied_proposal",
    "copy_refused",
    "bundle_our_note",
    "bundle_put_in",
    "bundle_taken_out",
)
_SAID_BY_BENCH: Final = (
    "copied",
    "copied_bundle",
    "copied_notes",
    "copied_references",
    "copied_in_text",
    "copied_address",
    "copy_refused",
    "bundle_our_note",
    "bundle_title",
    "bundle_moved",
    "bundle_removed",
    "bundle_put_back",
    "bundle_added",
    "bundle_added_many",
    "bundle_there",
    "bundle_there_many",
    "bundle_unknown",
    "bundle_unknown_many",
    "bundle_no_number",
    "bundle_no_number_many",
    "and",
    "bundle_guest_address",
    "bundle_guest_file",
    "bundle_keep",
    "bundle_replace",
    "bundle_kept",
    "bundle_lose",
    "bundle_missing",
    "bundle_no_bundle",
    "bundle_other_version",
    "bundle_too_big",
    "bundle_unreadable",
    "bundle_saved",
)


def report_panel(renderer: Renderer, pattern: Pattern) -> Markup:
    """Return the panel on a pattern's page from which its link, footnote, summary and text are copied."""
    imprint = renderer.imprint
    edition, places = renderer.edition, renderer.places
    made = pieces(pattern, imprint)
    return renderer.render(
        "report.html",
        pattern=pattern,
        footnote=Markup(made["footnote"]["permalink"][edition]["note"]["html"]),  # noqa: S704 - escaped where it was made
        tools=_tools(edition),
        handouts=[_file(renderer, pattern, ending, label) for ending, label in _HANDOUTS.items()],
        previewed=renderer.settings.previewed,
        files=[_file(renderer, pattern, ending, label) for ending, label in _FILES.items()],
        bundle=places.page_if_there("bundle"),
        citing=places.page_if_there("citing"),
        script=places.to(f"{ROOTS[edition]}{_SCRIPTS}panel.js"),
        data={"pieces": made, "words": _said(renderer, _SAID_BY_PANEL)},
    )


@cache
def _tools(edition: Edition) -> Markup:
    """Return the panel's buttons and choices, which are the same on every page of an edition."""
    bare = Renderer(Language(), edition, ROOTS[edition], {})
    return bare.render("report-tools.html", languages=[edition, *others(edition)])


def _file(renderer: Renderer, pattern: Pattern, ending: str, label: str) -> tuple[str, str, str]:
    """Return what a download of a pattern is called, where it is, and the name it is saved under."""
    href = renderer.places.to(download(pattern.id, renderer.edition, ending))
    return label, href, pattern_file(pattern, renderer.imprint, ending)


def bundle(renderer: Renderer) -> Markup:
    """Return the editor of a bundle: to put patterns in order, write to them, and take them along."""
    patterns = renderer.imprint.patterns()
    return renderer.render(
        "bundle.html",
        previewed=renderer.settings.previewed,
        citation_files=_FILES,
        kinds=_BUNDLE_FILES,
        chapters=[row for row in _by_chapter(renderer, patterns) if row[2]],
        script=renderer.places.to(f"{ROOTS[renderer.edition]}{_SCRIPTS}bench.js"),
        data={
            "words": _said(renderer, _SAID_BY_BENCH),
            "head": head(renderer.imprint),
            "end": end(renderer.imprint),
            "files": {what: stem(renderer.words(key), renderer.imprint) for what, key in _BUNDLE_FILES.items()},
            "citations": stem(renderer.words.file_bundle_citations, renderer.imprint),
            "shell": renderer.places.to(word_part("shell", renderer.edition)),
            "patterns": [_row(renderer, pattern) for pattern in patterns],
        },
    )


def footnote(renderer: Renderer, pattern: Pattern, style: str) -> Markup:
    """Return a pattern's footnote in one of its styles, as it is copied.

    Raises:
        ValueError: when there is no such style.
    """
    made = pieces(pattern, renderer.imprint)["footnote"]["permalink"][renderer.edition]
    if style not in made:
        raise ValueError(f'there is no style "{style}" of footnotes; there are {", ".join(made)}')
    html = Markup(made[style]["html"])  # noqa: S704 - escaped where it was made
    return Markup("<blockquote><p>{}</p></blockquote>").format(html)


def reference_list(renderer: Renderer, patterns: list[Pattern]) -> Markup:
    """Return how several patterns stand in a list of references, each with how the text then refers to it."""
    imprint = renderer.imprint
    made = footnotes_together([pattern_reference(pattern, imprint) for pattern in patterns], imprint)
    row = Markup("<li>{}<br>{} {}</li>")
    rows = [row.format(_escaped(one.author_date), renderer.words.in_the_text, _escaped(one.in_text)) for one in made]
    return Markup("<ul>{}</ul>").format(Markup().join(rows))


def _escaped(runs: Runs) -> Markup:
    return Markup(inline(runs))  # noqa: S704 - escaped where it is made


def _said(renderer: Renderer, keys: tuple[str, ...]) -> dict[str, str]:
    return {key: renderer.words(key) for key in keys}


def _by_chapter(renderer: Renderer, patterns: list[Pattern]) -> list[tuple[str, Edition | None, list[Pattern]]]:
    """Return the name of each chapter, its language where that is not the edition's, and the chapter's patterns."""
    edition = renderer.edition
    return [
        (
            chapter.of(edition).name,
            chapter.foreign(edition),
            [one for one in patterns if one.chapter == chapter.key],
        )
        for chapter in renderer.language.chapters()
    ]


def _row(renderer: Renderer, pattern: Pattern) -> dict[str, Any]:
    """Return what the bench shows of a pattern; `chapter` is the place of its chapter, whose colour it has.

    `picture` is empty where there is none, or no export to bring it.
    """
    pictured = renderer.thumbnail_of(pattern) and not renderer.settings.previewed
    name, shown_in = pattern.name(renderer.edition), pattern.text(renderer.edition)[1]
    return {
        "id": pattern.id,
        "name": name,
        "language": shown_in,
        "href": renderer.places.pattern(pattern.key),
        "part": renderer.places.to(part(pattern.id, renderer.edition)),
        "cited": renderer.places.to(download(pattern.id, renderer.edition, "json")),
        "word": renderer.places.to(word_part(str(pattern.id), renderer.edition)),
        "chapter": renderer.language.chapter_numbers().get(pattern.chapter, 0),
        "picture": renderer.places.to(download(pattern.id, renderer.edition, "svg")) if pictured else "",
    }
