"""`sheet`: contact sheets of the pictures, for who draws them."""

import argparse
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Any, Final

from macros.checks.pictures import pictures_are_whole, pictures_have_text
from macros.commands.outcome import FINE, CommandError, declare_language, tell
from macros.findings.finding import did_you_mean
from macros.findings.messages import command_text
from macros.language.language import Language
from macros.language.reading import read_language
from macros.pictures.collection import SYMBOLS, is_emblem
from macros.pictures.sheet import SCHEMES, SIZES, Named, pictures_of, sheet, symbols_of

_OF_SYMBOLS: Final = "symbols"
_FOLDER: Final = Path(".cache/pictures/sheets")


def declare(commands: Any) -> None:
    """Add the command to the parser's commands."""
    command = commands.add_parser(
        "sheet",
        help="draw the pictures of a chapter side by side, small and large, light, dark and grey",
        description="Writes PNG files and names them. What is wrong with a picture is reported as `check` does it.",
    )
    command.add_argument(
        "of",
        nargs="?",
        metavar="what",
        default="",
        help=f"a chapter's key, a pattern's key or \"{_OF_SYMBOLS}\" (default: every chapter)",
    )
    command.add_argument(
        "--into", type=Path, metavar="FOLDER", help=f"where the files are written (default: {_FOLDER})"
    )
    command.add_argument("--width", type=int, choices=SIZES, help="only in this width (default: all)")
    command.add_argument("--scheme", choices=SCHEMES, help="only in these colours (default: all)")
    declare_language(command)
    command.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Write the sheets, and report what is wrong with the pictures on them."""
    language = read_language(chosen.root).language
    if language.vocabulary is None:
        raise CommandError(command_text(chosen.lang, "sheet.vocabulary"))
    pictures = language.pictures
    chapters = [chapter.key for chapter in language.vocabulary.chapters]
    folder = chosen.into or chosen.root / _FOLDER
    if chosen.of == _OF_SYMBOLS:
        _write(chosen, folder, _OF_SYMBOLS, list(symbols_of(pictures.symbols)), 1)
        return tell(pictures.symbols.findings, chosen.lang)
    keys = {path.rpartition("/")[2].removesuffix(".svg"): path for path in pictures.paths() if not is_emblem(path)}
    if chosen.of and chosen.of not in {*chapters, *keys}:
        say = partial(command_text, chosen.lang)
        near = did_you_mean(chosen.of, [*chapters, *keys, _OF_SYMBOLS])
        raise CommandError(say("sheet.near", name=chosen.of, near=near) if near else say("sheet.none", name=chosen.of))
    shown: list[str] = []
    for number, chapter in enumerate(chapters, 1):
        paths = [path for path in pictures.paths() if path.split("/")[1] == chapter]
        if chosen.of in keys:
            paths = [path for path in paths if path == keys[chosen.of]]
        elif chosen.of not in ("", chapter):
            continue
        shown += paths
        name = chosen.of or chapter
        if named := pictures_of(language.numbers(), pictures, paths):
            _write(chosen, folder, name, named, number)
    return _report(language, shown, chosen.lang)


def _write(chosen: argparse.Namespace, folder: Path, name: str, named: list[Named], chapter: int) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for width in [chosen.width] if chosen.width else SIZES:
        for scheme in [chosen.scheme] if chosen.scheme else SCHEMES:
            path = folder / f"{name}-{width}-{scheme}.png"
            path.write_bytes(sheet(named, chapter, width, scheme))
            print(path)


def _report(language: Language, shown: Iterable[str], lang: str) -> int:
    """Report the findings on the pictures that were asked for and on the symbols."""
    own = {SYMBOLS, *shown, *(f"{path.removesuffix('.svg')}.yml" for path in shown)}
    findings = [
        finding
        for check in (pictures_are_whole, pictures_have_text)
        for finding in check(language)
        if finding.place.path in own
    ]
    return tell(findings, lang) if findings else FINE
