"""The same Markdown as two plain projects, built by other makers of sites, as `requirements-peers.txt` pins them."""

import shutil
from pathlib import Path
from typing import Final

from bench.runs import Run, run

PROGRAMS: Final = Path(__file__).parents[1] / ".cache/peers/bin"
"""The environment that `make bench` makes for them."""

_HUGO_SETTINGS: Final = """\
baseURL = "https://patterns.example/"
title = "Patterns"
disableKinds = ["taxonomy", "term", "RSS"]
[outputs]
home = ["html", "json"]
[markup.goldmark.parser.attribute]
block = true
"""
_HUGO_LAYOUTS: Final = {
    "baseof.html": (
        "<!doctype html><html><head><meta charset=utf-8><title>{{ .Title }}</title></head><body><nav>"
        '{{ range .Site.Home.Sections }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</nav>'
        '<main>{{ block "main" . }}{{ end }}</main></body></html>'
    ),
    "single.html": '{{ define "main" }}{{ .TableOfContents }}{{ .Content }}{{ end }}',
    "list.html": (
        '{{ define "main" }}{{ .Content }}'
        '{{ range .Pages }}<a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a>{{ end }}{{ end }}'
    ),
    "index.json": (
        "[{{ range $number, $page := .Site.RegularPages }}{{ if $number }},{{ end }}"
        '{{ dict "location" $page.RelPermalink "text" $page.Plain | jsonify }}{{ end }}]'
    ),
}
"""A page with a menu, its contents and its text, and an index to search in: less than Material makes of it."""


def are_here() -> bool:
    """Return whether the others are installed."""
    return all((PROGRAMS / name).exists() for name in ("zensical", "hugo"))


def make_hugo(plain: Path) -> Path:
    """Lay the Markdown of a plain project out as a project of Hugo beside it, and return its folder."""
    folder = plain.with_name(f"{plain.name}-hugo")
    shutil.copytree(plain / "docs", folder / "content")
    for page in (folder / "content").rglob("index.md"):
        page.rename(page.with_name("_index.md"))  # what Hugo calls the page of a folder
    (folder / "hugo.toml").write_text(_HUGO_SETTINGS, encoding="utf-8")
    layouts = folder / "layouts/_default"
    layouts.mkdir(parents=True)
    for name, text in _HUGO_LAYOUTS.items():
        (layouts / name).write_text(text, encoding="utf-8")
    return folder


def zensical_cold(plain: list[Path], *, look: bool) -> Run:
    """Build both editions with Zensical, one after the other, with nothing kept."""
    for folder in plain:
        shutil.rmtree(folder / ".cache", ignore_errors=True)
    return _each(plain, "zensical", "build", look=look)


def zensical_warm(plain: list[Path], *, look: bool) -> Run:
    """Build both editions with Zensical again, one after the other: nothing has changed."""
    return _each(plain, "zensical", "build", look=look)


def hugo(folders: list[Path], *, look: bool) -> Run:
    """Build both editions with Hugo, one after the other."""
    for folder in folders:
        shutil.rmtree(folder / "public", ignore_errors=True)
    return _each(folders, "hugo", look=look)


def _each(folders: list[Path], name: str, *arguments: str, look: bool) -> Run:
    first, *others = (run(folder, PROGRAMS / name, *arguments, look=look) for folder in folders)
    return sum(others, first)
