"""What brings a page into a state, as steps: each is made from a selector and done to a page that is open.

No step names words of the page, so that the same steps go through every edition.
"""

from collections.abc import Callable

from playwright.sync_api import Page

Step = Callable[[Page], object]

SELECT = """(element) => {
  const range = document.createRange();
  range.selectNodeContents(element);
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}"""
REFUSE_COPYING = """() => {
  navigator.clipboard.write = () => Promise.reject(new Error("refused"));
  document.execCommand = () => false;
}"""
REFUSE_KEEPING = "() => { Storage.prototype.setItem = () => { throw new Error('refused'); }; }"


def click(selector: str) -> Step:
    """Click the first that is visible."""
    return lambda page: page.locator(selector).filter(visible=True).first.click()


def press(keys: str) -> Step:
    """Press a key."""
    return lambda page: page.keyboard.press(keys)


def fill(selector: str, text: str) -> Step:
    """Put a text in a field."""
    return lambda page: page.locator(selector).fill(text)


def choose(selector: str, value: str) -> Step:
    """Choose a value of a list."""
    return lambda page: page.locator(selector).select_option(value)


def focus(selector: str) -> Step:
    """Give the first the focus."""
    return lambda page: page.locator(selector).first.focus()


def wait(selector: str) -> Step:
    """Wait until the first is visible."""
    return lambda page: page.locator(selector).first.wait_for()


def select(selector: str) -> Step:
    """Select the words of the first."""
    return lambda page: page.locator(selector).first.evaluate(SELECT)


def unfold(page: Page) -> object:
    """Open every fold of the text."""
    return page.locator("main details").evaluate_all("folds => folds.forEach((fold) => { fold.open = true; })")


def cut(address: str) -> Step:
    """Let nothing answer at an address any more."""
    return lambda page: page.route(address, lambda route: route.abort())


def put(selector: str, name: str, text: str) -> Step:
    """Choose a file with this text."""
    return lambda page: page.locator(selector).set_input_files(
        {"name": name, "mimeType": "text/plain", "buffer": text.encode()}
    )


def refuse_copying(page: Page) -> object:
    """Let the browser refuse to copy."""
    return page.evaluate(REFUSE_COPYING)


def refuse_keeping(page: Page) -> object:
    """Let the browser refuse to keep anything."""
    return page.evaluate(REFUSE_KEEPING)
