"""The same pages as two plain Material projects: what the site would be if somebody wrote its Markdown by hand."""

import json
from collections.abc import Iterator
from pathlib import Path

from macros.language.addresses import chapter_address, pattern_address
from macros.language.language import Language
from macros.language.pattern import Pattern
from macros.language.reading import read_language
from macros.model.editions import EDITIONS, ROOTS, Edition
from macros.text.wikilinks import Wikilink, replaced
from macros.view.labels import Labels
from macros.view.pattern_view import pattern_view

_CONFIGURATION = """\
site_name: {name}
site_url: https://patterns.example/{root}
theme:
  name: material
  language: {edition}
  font: false
plugins:
  search:
    lang: {edition}
markdown_extensions:
  - attr_list
  - tables
  - toc: {{permalink: false}}
nav:
  - index.md
not_in_nav: |
  /*/*
"""


def make_plain(project: Path, folder: Path) -> list[Path]:
    """Write both editions of a project's language as plain projects.

    Args:
        project: where the language is.
        folder: where to write; it must not exist.

    Returns:
        The folder of each edition, with a mkdocs.yml.
    """
    language = read_language(project).language
    made = []
    for edition in EDITIONS:
        own = folder / edition
        for address, text in _pages(language, edition):
            path = own / "docs" / f"{address.removeprefix(ROOTS[edition]).removesuffix('/') or 'index'}.md"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        configuration = _CONFIGURATION.format(name=json.dumps("Patterns"), root=ROOTS[edition], edition=edition)
        (own / "mkdocs.yml").write_text(configuration, encoding="utf-8")
        made.append(own)
    return made


def _pages(language: Language, edition: Edition) -> Iterator[tuple[str, str]]:
    index = []
    for chapter in language.chapters():
        text = chapter.of(edition)
        address = chapter_address(chapter, edition)
        rows = [
            f"- [{one.id} {one.name(edition)}](../{_file(one, edition)})\n\n    {one.text(edition)[0].summary}\n"
            for one in language.in_chapter(chapter.key)
        ]
        yield address, _linked("\n".join([f"# {text.name}\n", text.opening, "", *rows]), language, edition)
        index.append(f"- [{text.name}]({address.removeprefix(ROOTS[edition]).removesuffix('/')}.md)")
    yield ROOTS[edition], "\n".join(["# Patterns\n", *index, ""])
    for pattern in language.published():
        yield pattern_address(pattern, edition), _pattern(pattern, language, edition)


def _pattern(pattern: Pattern, language: Language, edition: Edition) -> str:
    laid_out, words = pattern_view(pattern, language, edition), Labels(edition)
    lines = [f"# {pattern.id} {laid_out.text.name}\n", f"*{laid_out.text.summary.strip()}*\n"]
    lines += [f"- {fact.label}: {fact.value}" for fact in [*laid_out.line, *laid_out.facts]]
    for section in laid_out.sections:
        lines += [f"\n## {section.heading} {{#{section.id}}}\n"]
        texts = section.texts()
        lines += texts if len(texts) == 1 else [f"- {text}" for text in texts]
        lines += [f"\n{words('source')}: {section.source.title}."] if section.source else []
    for group in laid_out.ties:
        lines += [f"\n### {group.label}\n"]
        lines += [f"- [[{tie.pattern.key}]] {tie.why.of(edition) if tie.why else ''}" for tie in group.ties]
    lines += [f"\n## {words('basis')}\n", *laid_out.basis.texts(), ""]
    lines += [f"- {use.source.title}, {use.where}" for use in laid_out.citations]
    return _linked("\n".join(lines) + "\n", language, edition)


def _linked(text: str, language: Language, edition: Edition) -> str:
    def shown(link: Wikilink) -> str:
        found = language.patterns[link.key]
        return f"[{link.words or found.name(edition)}](../{_file(found, edition)})"

    return replaced(text, shown)


def _file(pattern: Pattern, edition: Edition) -> str:
    return pattern_address(pattern, edition).removeprefix(ROOTS[edition]).removesuffix("/") + ".md"
