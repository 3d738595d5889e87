"""What is spoken in five tasks; `python -m tests.tools.transcripts <site>` writes tests/browser/transcripts anew.

The site is one that was built as the tests do: `SITE_URL=https://patterns.example/ SOURCE_DATE_EPOCH=1795345200`.
"""

import sys
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser, sync_playwright

from macros.model.editions import EDITIONS
from tests.browser.reader import Reader
from tests.browser.speech import LISTEN
from tests.browser.tasks import TASKS
from tests.tools.host import hosting
from tests.tools.programs import BROWSER, BROWSER_ARGUMENTS, needed

FOLDER: Final = Path(__file__).parents[1] / "browser/transcripts"


def transcript(browser: Browser, site: str, task: str, edition: str) -> str:
    """Return what is spoken while a task is done.

    Args:
        browser: in which it is done.
        site: the address of the site.
        task: one of `TASKS`.
        edition: in which it is done.
    """
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    context.add_init_script(LISTEN)
    doc = (TASKS[task].__doc__ or "").strip()
    reader = Reader(context.new_page(), site, [doc])
    TASKS[task](reader, edition)
    context.close()
    return "\n".join(reader.lines).replace(site, "https://patterns.example/").replace("\n\n\n", "\n\n").strip() + "\n"


def main(site: Path) -> None:
    """Write every transcript."""
    FOLDER.mkdir(exist_ok=True)
    with sync_playwright() as playwright, hosting(site) as address:
        browser = playwright.chromium.launch(executable_path=needed(BROWSER).path, args=BROWSER_ARGUMENTS)
        for task in TASKS:
            for edition in EDITIONS:
                told = transcript(browser, address, task, edition)
                (FOLDER / f"{task}.{edition}.txt").write_text(told, "utf-8")
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
