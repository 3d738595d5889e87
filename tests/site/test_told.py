"""What a build and a served site say: plain lines in the language of the person, and on a terminal how far it is."""

import re

import pytest

from tests.progress.terminal import Terminal
from tests.site.workplace import ENVIRONMENT, Workplace
from tests.tools.serving import serving
from tests.tools.thorough import some_of

NL = {"LC_MESSAGES": "nl_NL.UTF-8"}
TOLD = {
    "nl": """\
Patronen en pagina's lezen en controleren
Pagina's maken: nl, en
Downloads maken
De links van de hele site controleren
published-urls.txt:1:1: opmerking: # adressen van deze site staan nog niet in published-urls.txt, waaronder /; \
de volgende publicatie legt ze vast (python -m macros publish) [unrecorded]
PUBLISHER_NAME is niet ingevuld: de site noemt geen uitgever. Zie docs/publishing.md.
PUBLISHER_CONTACT is niet ingevuld: de site geeft geen adres en zegt dat nog niemand meeleest. Zie docs/publishing.md.
De site staat in de map site: # pagina's en # downloads, # MB, in # s.
""",
    "en": """\
Reading and checking the patterns and pages
Making the pages: nl, en
Making the downloads
Checking the links of the whole site
published-urls.txt:1:1: notice: # addresses of this site are not in published-urls.txt yet, / among them; \
the next publication records them (python -m macros publish) [unrecorded]
PUBLISHER_NAME is not set: the site names no publisher. See docs/publishing.md.
PUBLISHER_CONTACT is not set: the site offers no address and says that nobody is reading messages yet. \
See docs/publishing.md.
The site is in site: # pages and # downloads, # MB, in # s.
""",
}
SETTINGS = {"EXPORTS": "true", "PUBLISHER_NAME": "", "PUBLISHER_CONTACT": ""}


def without_figures(said):
    """What was said but for what the small language lacks, with a mark for each number between spaces."""
    lines = "".join(line for line in said.splitlines(keepends=True) if not line.startswith("patterns/"))
    return re.sub(r"(?<= )[\d.,]+(?= )", "#", lines).replace("# min # s", "# s")


# What is said in English, the test of a terminal sees.
@pytest.mark.parametrize("language", some_of(TOLD, 2))
def test_a_build_says_each_step_and_what_came_of_it(small, language):
    code, said = small.build(**SETTINGS, **(NL if language == "nl" else {}))
    assert (code, without_figures(said)) == (0, TOLD[language])


def test_on_a_terminal_the_bars_count_both_editions_and_leave_only_the_lines(root, tmp_path):
    small = Workplace(root, tmp_path / "copy", small=True, cold=True)
    # What takes long is shown; a language of four patterns takes long only where patience is short.
    (small.folder / "macros/progress/display.py").write_text(
        (root / "macros/progress/display.py").read_text("utf-8").replace("_PATIENCE: Final = 1.0", "_PATIENCE = 0.0"),
        encoding="utf-8",
    )
    seen = Terminal(small.command("build", "--strict"), small.folder, ENVIRONMENT | SETTINGS)
    assert seen.code == 0, seen.written
    pages = re.findall(r"Pages\s.*?(\d+) of (\d+)", seen.written)
    [built] = re.findall(r"The site is in site: (\d+) pages and ([\d,]+) downloads", seen.written)
    assert pages[-1] == (built[0], built[0]), "both editions, to the end"
    assert re.findall(r"(\d+) of (\d+) kinds, ([\d,]+) files", seen.written)[-1][2] == built[1]
    assert without_figures("\n".join(seen.screen) + "\n") == TOLD["en"]
    assert seen.cursor


def test_what_is_wrong_stays_whole_and_comes_last(small):
    small.append("docs/nl/index.md", "\n[Nergens](nergens.md)\n")
    seen = Terminal(small.command("build", "--strict"), small.folder, ENVIRONMENT)
    assert seen.code == 1
    [found] = [line for line in seen.screen if "nergens.md" in line]
    assert found.startswith("docs/nl/index.md:")
    assert found.endswith("[unknown-page]")
    assert seen.screen[-1] == "The patterns or pages have errors; nothing was built."
    assert seen.cursor


def test_quiet_and_verbose_are_those_of_mkdocs(small):
    assert small.build("--quiet") == (0, "")
    _code, said = small.build("--verbose")
    assert "DEBUG" in said


def test_while_serving_a_change_is_one_line(small):
    with serving(small.folder) as server:
        server.wait_to_say("Ctrl-C", 1)
        small.append("docs/nl/index.md", "\nEen zin erbij.\n")
        server.wait_to_say("again", 1)
        small.edit("patterns/deciding/choose-and-go.yml", "summary: Niet", "summary: Nu niet")
        server.wait_to_say("again", 2)
        said = server.log.read_text("utf-8")
    assert re.sub(r"http\S+/ \(\d+", "ADDRESS (#", without_figures(said)).splitlines() == [
        "Reading and checking the patterns and pages",
        "The site is at ADDRESS (# pages, # s). Ctrl-C stops it.",
        "docs/nl/index.md changed: # page again, # s",
        "Kies en ga changed: # pages again, # s",
    ]
