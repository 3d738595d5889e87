"""The macros of lists, drawings and numbers."""

from macros.pages import (
    cases,
    compass,
    contribute,
    diagnosis,
    disagreements,
    glossary,
    overview,
    pattern_map,
    routes,
    search,
    situations,
    symbols,
)
from macros.site import licences
from macros.site.macro_set import MacroSet, known
from macros.view import counts


class ListMacros(MacroSet):
    """Lists, drawings and numbers."""

    def pattern_list(self, chapter: str = "", keys: str = "") -> str:
        """A list of patterns with their summaries: of one chapter, or of the keys named (separated by spaces)."""
        renderer, language = self._renderer, self._build.language
        if keys:
            return self._put(renderer.patterns([self._pattern(key) for key in keys.split()]))
        known(chapter, [one.key for one in language.chapters()], "chapter")
        return self._put(renderer.patterns(language.in_chapter(chapter)))

    def recognise(self, keys: str) -> str:
        """The first signal of each pattern named (keys separated by spaces), with a link to that pattern."""
        return self._put(self._renderer.recognise([self._pattern(key) for key in keys.split()]))

    def chapter_list(self) -> str:
        """The chapters, each with what it is about."""
        return self._put(self._renderer.chapter_list())

    def chapter_overview(self) -> str:
        """Every chapter with its patterns, and choices among them."""
        return self._put(overview.overview(self._renderer))

    def pattern_map(self) -> str:
        """The map of all patterns with their relations, and the same as a list."""
        return self._put(pattern_map.pattern_map(self._renderer))

    def lesson_table(self) -> str:
        """Every source with every lesson and the pattern that carries it."""
        return self._put(self._renderer.lessons())

    def field_table(self) -> str:
        """What each field of a pattern file is for."""
        return self._put(self._renderer.fields())

    def case_overview(self) -> str:
        """Every case with the patterns that it bears on."""
        return self._put(cases.case_overview(self._renderer))

    def disagreement_list(self) -> str:
        """Every pair of patterns that face each other, with what each side rests on and the sheet to print."""
        return self._put(disagreements.disagreement_list(self._renderer))

    def contribution_doors(self) -> str:
        """What one can bring and what happens with it, the two forms, and the ways to send them."""
        return self._put(contribute.doors(self._renderer))

    def route_overview(self) -> str:
        """Every reading route, for a situation or for a role."""
        return self._put(routes.route_overview(self._renderer))

    def diagnosis(self) -> str:
        """The diagnosis: a question, signals to tick by situation, and the patterns to start with."""
        return self._put(diagnosis.diagnosis(self._renderer))

    def missing_cells(self) -> str:
        """The question of the diagnosis, what is missing, with answers that lead into it."""
        return self._put(diagnosis.missing_cells(self._renderer))

    def stagnation_matrix(self) -> str:
        """The matrix of stagnation and level."""
        return self._put(situations.stagnation_matrix(self._renderer))

    def forces_drawing(self) -> str:
        """The drawing of the three driving forces and what lies between them."""
        return self._put(compass.forces_drawing(self._renderer))

    def cycle_drawing(self) -> str:
        """The drawing of the cycle around a complex problem."""
        return self._put(compass.cycle_drawing(self._renderer))

    def search_field(self) -> str:
        """A field to search with, which leads to the results."""
        return self._put(search.search_field(self._renderer))

    def search_results(self) -> str:
        """The results of a search, for the page `search`."""
        return self._put(search.search_results(self._renderer))

    def symbol_list(self) -> str:
        """Every symbol that pictures are composed of, with its name."""
        return self._put(symbols.symbol_list(self._renderer))

    def glossary_list(self) -> str:
        """Every word of the glossary."""
        return self._put(glossary.glossary_list(self._renderer))

    def count(self, what: str, form: str = "digits") -> str:
        """How many there are of something: `count("patterns")`, `count("sources", form="words")`.

        In words up to twelve; `form="capital"` is for the start of a sentence.
        """
        known(what, counts.COUNTS, "count")
        return counts.counted(self._build.language, self._renderer.words, what, form)

    def licence_list(self) -> str:
        """What the site and its downloads hold of others, with the licence of each."""
        return self._put(self._renderer.render("licences.html", parts=licences.parts_of_others()))
