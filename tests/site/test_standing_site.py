"""An unchanged site stays as it is, and is built again as soon as it could be another."""

import os
import sys
import time
from datetime import date

import pytest
from mkdocs.config import load_config

from macros.language.reading import read_language
from macros.linkcheck.link_sources import beside
from macros.site import inputs, standing_site
from macros.site.inputs import Inputs
from macros.site.standing_site import StandingSite, settings_of
from tests.site.workplace import contents, leftovers
from tests.tools.languages import small_language

STAYS = "the site stays"


def stamps(site):
    """Return which files a site consists of for the system: another build makes others."""
    return {path: path.stat().st_ino for path in [site, *site.rglob("*")]}


def test_a_second_build_leaves_an_unchanged_site_and_tells_the_same_findings_until_something_changes(small):
    code, first = small.build()
    assert code == 0, first
    before, whole = stamps(small.site), contents(small.site)
    code, second = small.build()
    assert code == 0, second
    assert STAYS in second
    assert stamps(small.site) == before
    assert leftovers(small.folder) == []
    findings = [line for line in first.splitlines() if line.endswith("]") and "[macros]" not in line]
    assert any("[unrecorded]" in line for line in findings)
    assert set(findings) <= set(second.splitlines())

    (small.site / "index.html").write_text("something else")
    code, said = small.build(PUBLISHER_NAME="")
    assert code == 0, said
    assert STAYS not in said
    assert contents(small.site) == whole

    for shown_on_pages in ({"PUBLISHER_NAME": "De uitgever"}, {"SOURCE_DATE_EPOCH": "1800000000"}):
        code, said = small.build(**shown_on_pages)
        assert code == 0, said
        assert contents(small.site) != whole
        whole = contents(small.site)

    small.append("docs/nl/index.md", "\n[x](#nergens)\n")
    code, said = small.build(SOURCE_DATE_EPOCH="1800000000")
    assert code == 1
    assert "#nergens" in said


def test_a_site_of_another_build_at_the_same_time_does_not_stand(small):
    noting = "if self._standing and not"
    waiting = "import os, time\n{indent}time.sleep(float(os.environ.get('WAIT', 0)))\n{indent}"
    source = (small.folder / "macros/site/publication.py").read_text("utf-8")
    (line,) = (line for line in source.splitlines() if noting in line)
    indent = line[: line.index(noting)]
    small.edit("macros/site/publication.py", noting, waiting.format(indent=indent) + noting)
    slow = small.start("build", WAIT="6", PUBLISHER_NAME="De trage uitgever")
    while not small.site.exists() and slow.poll() is None:
        time.sleep(0.05)
    assert small.build(PUBLISHER_NAME="De vlugge uitgever")[0] == 0
    said, _ = slow.communicate()
    assert slow.returncode == 0, said
    code, said = small.build(strict=False, PUBLISHER_NAME="De trage uitgever")
    assert code == 0, said
    assert "De trage uitgever" in (small.site / "index.html").read_text("utf-8")


@pytest.fixture
def place(tmp_path, monkeypatch):
    """A language with the code that reads it, a library, and a site that stands, in one folder."""
    root = small_language(tmp_path / "language")
    for path in ("macros/exports/epub.py", "macros/frontend/templates/pattern.html", "docs/nl/index.md"):
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text("before")
    (tmp_path / "libraries" / "typst-1.0.dist-info").mkdir(parents=True)
    monkeypatch.setattr(inputs, "PROGRAM", root)
    monkeypatch.setattr(sys, "path", [str(tmp_path / "libraries")])
    monkeypatch.setattr(standing_site, "_KEPT", tmp_path / "kept")
    site = tmp_path / "site"
    (site / "en").mkdir(parents=True)
    for file in (site / "index.html", site / "en/index.html", beside(site)):
        file.write_text("a page")
    return tmp_path


def standing(place, settings="the settings"):
    """Return what a build sees that begins now."""
    root = place / "language"
    return StandingSite(place / "site", settings, Inputs(root), read_language(root).language)


def test_it_stands(place):
    assert standing(place).said() is None
    standing(place).note(["a finding"])
    assert standing(place).said() == ["a finding"]


@pytest.mark.parametrize(
    "path",
    [
        "patterns/seeking/ask-twice.yml",
        "patterns/labels.nl.yml",
        "docs/nl/index.md",
        "docs/nl/new.md",
        "macros/exports/epub.py",
        "macros/frontend/templates/pattern.html",
        "mkdocs.yml",
        "moved-urls.txt",
    ],
)
def test_every_file_counts(place, path):
    standing(place).note([])
    with (place / "language" / path).open("a") as file:
        file.write("\n")
    assert standing(place).said() is None


def test_libraries_settings_and_dates_count(place, monkeypatch):
    standing(place).note([])
    assert standing(place, "other settings").said() is None
    with monkeypatch.context() as patched:
        patched.setenv("SOURCE_DATE_EPOCH", "1800000000")
        assert standing(place).said() is None
    with monkeypatch.context() as patched:
        patched.setenv("LC_MESSAGES", "nl_NL.UTF-8")
        assert standing(place).said() is None
    with monkeypatch.context() as patched:  # git has another day for a file, as after a clone with more of its history
        patched.delenv("SOURCE_DATE_EPOCH")
        patched.setattr("macros.site.standing_site.today", lambda: date(2026, 11, 22))
        standing(place).note([])
        assert standing(place).said() == []
        patched.setattr("macros.site.standing_site.dates", lambda _language: ["ask-twice nl 2020-01-01"])
        assert standing(place).said() is None
    standing(place).note([])
    (place / "libraries/typst-1.0.dist-info").rename(place / "libraries/typst-1.1.dist-info")
    assert standing(place).said() is None


def another_text(site):
    (site / "index.html").write_text("a lage")


def a_file_more(site):
    (site / "new.html").touch()


def a_file_less(site):
    (site / "en/index.html").unlink()


def an_empty_folder(site):
    (site / "fr").mkdir()


def closed(site):
    (site / "index.html").chmod(0o600)


def a_link(site):
    (site / "index.html").rename(site.parent / "elsewhere.html")
    (site / "index.html").symlink_to("../elsewhere.html")


def no_sources(site):
    beside(site).unlink()


def no_site(site):
    site.rename(site.with_name("moved"))


@pytest.mark.parametrize(
    "damage", [another_text, a_file_more, a_file_less, an_empty_folder, closed, a_link, no_sources, no_site]
)
def test_a_site_that_is_not_what_was_built_does_not_stand(place, damage):
    standing(place).note([])
    assert standing(place).said() == []
    damage(place / "site")
    assert standing(place).said() is None


def test_nothing_is_noted_of_files_that_changed_while_the_site_was_built(place):
    build = standing(place)
    (place / "language/docs/nl/index.md").write_text("behind")
    build.note([])
    (place / "language/docs/nl/index.md").write_text("before")
    assert standing(place).said() is None


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"made_from": ""}'])
def test_a_damaged_record_is_none(place, text):
    standing(place).note([])
    (record,) = (place / "kept").iterdir()
    record.write_text(text)
    assert standing(place).said() is None


def test_records_of_sites_that_are_gone_go(place):
    standing(place).note([])
    no_site(place / "site")
    (place / "other").mkdir()
    beside(place / "other").touch()
    root = place / "language"
    StandingSite(place / "other", "", Inputs(root), read_language(root).language).note([])
    assert len(list((place / "kept").iterdir())) == 1


@pytest.fixture
def configured(root, tmp_path, monkeypatch):
    """A folder with the configuration of the clone."""
    for name in ("mkdocs.yml", "mkdocs.en.yml"):
        (tmp_path / name).write_text((root / name).read_text("utf-8"))
    for name in ("macros", "docs", "patterns"):
        (tmp_path / name).symlink_to(root / name)
    monkeypatch.setenv("SITE_URL", "https://patterns.example/")
    monkeypatch.setattr(standing_site, "_BEFORE", 0.0)  # they were saved long ago
    return tmp_path


def settings(folder, **options):
    """Return the settings as a build begins with them."""
    return settings_of(load_config(str(folder / "mkdocs.yml"), **options))


def test_what_the_environment_the_command_and_any_edition_set_counts(configured, monkeypatch):
    seen = {settings(configured), settings(configured, strict=True), settings(configured, use_directory_urls=False)}
    for name in ("SITE_URL", "REPO_URL", "PUBLISHER_NAME", "DRAFTS", "EXPORTS"):
        with monkeypatch.context() as patched:
            patched.setenv(name, "https://other.example/")
            seen.add(settings(configured))
    with (configured / "mkdocs.en.yml").open("a") as file:
        file.write("site_author: somebody\n")
    seen.add(settings(configured))
    assert None not in seen
    assert len(seen) == 9


@pytest.mark.parametrize(
    "addition",
    [
        "hooks: [ours.py]",
        "plugins: [macros]",
        "markdown_extensions: [pymdownx.snippets]",
        "docs_dir: elsewhere",
        "theme: {custom_dir: elsewhere}",
    ],
)
@pytest.mark.parametrize("file", ["mkdocs.yml", "mkdocs.en.yml"])
def test_a_site_of_which_nobody_knows_what_it_is_made_from_is_built_each_time(configured, file, addition):
    (configured / "elsewhere").mkdir()
    (configured / "ours.py").touch()
    (configured / "base.yml").write_text((configured / file).read_text("utf-8"))
    (configured / file).write_text(f"INHERIT: base.yml\n{addition}\n")
    assert settings(configured) is None


@pytest.mark.parametrize("file", ["mkdocs.yml", "mkdocs.en.yml"])
def test_settings_that_mkdocs_may_not_have_read_are_not_known(configured, monkeypatch, file):
    monkeypatch.undo()
    for path in configured.glob("*.yml"):
        os.utime(path, (1e9, 1e9))
    assert settings(configured) is not None
    (configured / file).touch()
    assert settings(configured) is None
