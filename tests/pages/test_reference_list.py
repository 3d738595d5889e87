"""Several patterns in a list of references can be told apart, in the list and in the text."""

from macros.pages.report_panel import reference_list


def test_each_pattern_has_its_letter_in_the_list_and_in_the_text(render):
    renderer = render("nl")
    patterns = [renderer.language.patterns[key] for key in ("no-one-says-no", "cut-the-knot")]
    rows = reference_list(renderer, patterns).split("</li>")
    assert "(2026a, november 22). <i>Hak de knoop door</i> [Patroon 66]." in rows[0]
    assert rows[0].endswith("<br>In de tekst: (Samenwerkpatronen, 2026a, patroon 66)")
    assert rows[1].endswith("<br>In de tekst: (Samenwerkpatronen, 2026b, patroon 70)")
