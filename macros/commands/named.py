"""The pattern that a person names by its key, as an argument of a command."""

from functools import partial
from pathlib import Path

from macros.commands.outcome import CommandError, tell
from macros.findings.finding import Severity, did_you_mean
from macros.findings.messages import command_text
from macros.language.language import Language
from macros.language.pattern import Pattern
from macros.language.reading import read_language


def pattern_named(key: str, language: Language, lang: str) -> Pattern:
    """Return the pattern with a key.

    Args:
        key: as the person gave it.
        language: the patterns, as read.
        lang: the language of the person's messages.

    Raises:
        CommandError: when there is none.
    """
    pattern = language.patterns.get(key)
    if pattern is None:
        say = partial(command_text, lang)
        near = did_you_mean(key, language.patterns)
        raise CommandError(say("named.unknown-near", key=key, near=near) if near else say("named.unknown", key=key))
    return pattern


def language_without_errors(root: Path, lang: str) -> Language:
    """Return the language of a repository, for a command that has to know every place that names a pattern.

    Raises:
        CommandError: when a file cannot be read or is not valid; what is wrong has been printed then.
    """
    reading = read_language(root)
    errors = [finding for finding in reading.findings if finding.severity is Severity.ERROR]
    if errors:
        tell(errors, lang)
        raise CommandError(command_text(lang, "named.errors"))
    return reading.language
