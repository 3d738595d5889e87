"""The macros that make whole pages. Each is all that stands in a generated page, and works in any other page too."""

from macros.site.macro_set import MacroSet, known


class PageMacros(MacroSet):
    """Whole pages."""

    def pattern_page(self, key: str) -> str:
        """The whole page of a pattern."""
        return self._page("pattern_page", key)

    def version_page(self, key: str, date: str) -> str:
        """The whole page of an earlier text of a pattern, by the date under which it was published."""
        return self._page("version_page", key, date)

    def chapter_page(self, key: str) -> str:
        """The whole opening page of a chapter."""
        return self._page("chapter_page", key)

    def route_page(self, key: str) -> str:
        """The whole page of a reading route."""
        return self._page("route_page", key)

    def case_page(self, key: str) -> str:
        """The whole page of a case."""
        return self._page("case_page", key)

    def stagnation_page(self, key: str) -> str:
        """The whole page of a stagnation."""
        return self._page("stagnation_page", key)

    def _page(self, macro: str, *arguments: str) -> str:
        about = self._build.about(self._env.page)
        if about is None or (about.macro, about.arguments) != (macro, arguments):
            pages = self._build.made_by(macro)
            known(" ".join(arguments), [" ".join(one) for one in pages], f"page for {macro}")
            about = pages[arguments]
        return self._put(about.html(self._renderer))
