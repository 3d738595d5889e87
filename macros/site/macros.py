"""The macros that pages may use. Each returns a mark; the HTML takes its place after Markdown has run."""

from typing import Any

from markupsafe import Markup

from macros.findings.finding import did_you_mean
from macros.language.pattern import Pattern
from macros.model.editions import ROOTS
from macros.pages import earlier_text
from macros.site import downloads, licences, navigation_macros, report_panel
from macros.site.build import page_at_hand, subject_at_hand
from macros.view import counts


def declare(env: Any) -> None:
    """Declare every macro to mkdocs-macros."""
    for macro in (
        pattern_page,
        version_page,
        pattern_link,
        pattern_list,
        recognise,
        chapter_page,
        chapter_list,
        chapter_overview,
        lesson_table,
        field_table,
        page_link,
        repository_link,
        count,
        publisher_note,
        licence_list,
        *navigation_macros.MACROS,
        *downloads.MACROS,
        *report_panel.MACROS,
    ):
        env.macro(macro)


def _known(key: str, known: list[str], what: str) -> None:
    if key not in known:
        near = did_you_mean(key, known)
        raise ValueError(f'there is no {what} "{key}"' + (f", did you mean {near}?" if near else ""))


def pattern_page() -> str:
    """The whole page of the pattern that this page is about."""
    build, renderer = page_at_hand()
    subject = subject_at_hand()
    if subject.pattern is None:
        raise ValueError("pattern_page() is for the page of a pattern")
    edit = build.edit_base + subject.file if build.edit_base else ""
    panel = report_panel.report_panel(build, renderer, subject.pattern)
    return build.put(renderer.pattern(subject.pattern, build.site_url, edit, panel))


def version_page() -> str:
    """The whole page of the earlier text that this page is about."""
    build, renderer = page_at_hand()
    text = subject_at_hand().version
    if text is None:
        raise ValueError("version_page() is for the page of an earlier text")
    pattern = next(one for one in build.language.patterns.values() if one.id == text.number)
    return build.put(earlier_text.version_page(renderer, pattern, text, build.site_url))


def chapter_page() -> str:
    """The whole opening page of the chapter that this page is about."""
    build, renderer = page_at_hand()
    subject = subject_at_hand()
    if subject.chapter is None:
        raise ValueError("chapter_page() is for the page of a chapter")
    return build.put(renderer.chapter(subject.chapter))


def pattern_link(key: str, words: str = "", section: str = "") -> str:
    """A link to a pattern: its name, or other words."""
    build, renderer = page_at_hand()
    _known(key, list(build.language.patterns), "pattern")
    return build.put(renderer.link(key, words, section, numbered=not words))


def pattern_list(chapter: str = "", keys: str = "") -> str:
    """A list of patterns with their summaries: of one chapter, or of the keys named (separated by spaces)."""
    build, renderer = page_at_hand()
    if keys:
        return build.put(renderer.patterns(_patterns(keys)))
    chapters = [one.key for one in build.language.vocabulary.chapters] if build.language.vocabulary else []
    _known(chapter, chapters, "chapter")
    return build.put(renderer.patterns(build.language.in_chapter(chapter)))


def recognise(keys: str) -> str:
    """The first signal of each pattern named (keys separated by spaces), with a link to that pattern."""
    build, renderer = page_at_hand()
    return build.put(renderer.recognise(_patterns(keys)))


def _patterns(keys: str) -> list[Pattern]:
    patterns = page_at_hand()[0].language.patterns
    for key in keys.split():
        _known(key, list(patterns), "pattern")
    return [patterns[key] for key in keys.split()]


def chapter_list() -> str:
    """The chapters, each with what it is about."""
    build, renderer = page_at_hand()
    return build.put(renderer.chapter_list())


def chapter_overview() -> str:
    """Every chapter with its patterns."""
    build, renderer = page_at_hand()
    return build.put(renderer.chapters())


def lesson_table() -> str:
    """Every source with every lesson and the pattern that carries it."""
    build, renderer = page_at_hand()
    return build.put(renderer.lessons())


def field_table() -> str:
    """What each field of a pattern file is for."""
    build, renderer = page_at_hand()
    return build.put(renderer.fields())


def page_link(page: str, words: str, section: str = "") -> str:
    """A link to a hand-written page by its `page:` id."""
    build, renderer = page_at_hand()
    _known(page, list(build.pages(build.edition)), "page")
    return build.put(Markup('<a href="{}">{}</a>').format(renderer.places.page(page, section), words))


def repository_link(path: str, words: str) -> str:
    """A link to a page of the repository: a form, or a file; words alone when the repository is not named."""
    build, _renderer = page_at_hand()
    if not build.repository:
        return build.put(Markup("{}").format(words))
    return build.put(Markup('<a href="{}/{}">{}</a>').format(build.repository, path, words))


def count(what: str, form: str = "digits") -> str:
    """How many there are of something: `count("patterns")`, `count("sources", form="words")`.

    In words up to twelve; `form="capital"` is for the start of a sentence.
    """
    build, renderer = page_at_hand()
    _known(what, list(counts.COUNTS), "count")
    return counts.counted(build.language, renderer.words, what, form)


def licence_list() -> str:
    """What the site and its downloads hold of others, with the licence of each."""
    build, renderer = page_at_hand()
    parts = licences.parts_of_others(build.theme_files)
    return build.put(renderer.render("licences.html", parts=parts, root=ROOTS[build.edition]))


def publisher_note(part: str) -> str:
    """What the site says of its publisher, also where there is none yet.

    "name": who publishes; "contact": how to reach them; "reply": what happens with a report_panel.
    """
    build, _renderer = page_at_hand()
    return build.publisher.note(part, build.edition, build.put)
