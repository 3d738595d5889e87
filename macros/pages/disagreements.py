"""Where the sources disagree, as a page: each pair with its question, its two sides and its sheet."""

from markupsafe import Markup

from macros.language.addresses import disagreement_sheet
from macros.pages.file_names import collection_file
from macros.pages.renderer import Renderer


def disagreement_list(renderer: Renderer) -> Markup:
    """Return every pair of patterns that face each other."""
    found = renderer.language.disagreements
    patterns = renderer.language.patterns
    rows = [
        {
            "one": one,
            "sides": [
                {"pattern": patterns[key], "href": renderer.places.pattern(key), "side": side}
                for key, side in zip(one.patterns, one.of(renderer.edition).sides, strict=True)
            ],
            "sheet": renderer.places.to(disagreement_sheet(one.key, renderer.edition)),
            "saved": collection_file(
                f"disagreement-{'-'.join(str(patterns[key].id) for key in one.patterns)}", renderer.imprint, "pdf"
            ),
        }
        for one in (found.disagreements if found else ())
    ]
    return renderer.render("disagreements.html", rows=rows, numbers=renderer.language.chapter_numbers())
