"""A reading route without a format: its steps."""

from macros.language.language import Language
from macros.language.pattern import Pattern
from macros.model.vocabulary import Route, Step


def steps_of(route: Route, language: Language) -> list[tuple[Step, Pattern]]:
    """Return the steps of a route that lead to a published pattern."""
    return [
        (step, pattern)
        for step in route.steps
        if (pattern := language.patterns.get(step.pattern)) and pattern.published
    ]
