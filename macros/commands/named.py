"""The pattern that a person names by its key, as an argument of a command."""

from macros.commands.outcome import CommandError
from macros.core.findings import did_you_mean
from macros.core.language import Language, Pattern


def pattern_named(key: str, language: Language) -> Pattern:
    """Return the pattern with a key.

    Raises:
        CommandError: when there is none.
    """
    pattern = language.patterns.get(key)
    if pattern is None:
        near = did_you_mean(key, language.patterns)
        raise CommandError(f'there is no pattern "{key}"' + (f", did you mean {near}?" if near else ""))
    return pattern
