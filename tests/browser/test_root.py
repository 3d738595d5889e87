"""A site under a path whose name ends in that of an edition works in a browser too."""

import pytest

from tests.site.once import built_once
from tests.site.workplace import Workplace
from tests.tools.host import hosting

PATH = "samenwerkpatronen/"


@pytest.fixture(scope="module")
def under_a_path(root, tmp_path_factory):
    """Where a small site is served under a path, with nothing beside it."""

    def build(folder):
        small = Workplace(root, folder, small=True)
        return small.build(SITE_URL=f"https://someone.github.io/{PATH}", EXPORTS="true")

    site = built_once("under-a-path", tmp_path_factory, build)
    folder = tmp_path_factory.mktemp("host")
    (folder / PATH).symlink_to(site)
    with hosting(folder) as address:
        yield address + PATH


@pytest.fixture
def page(page, under_a_path):
    """A page on which every request must stay under the path and be answered."""
    wrong = []
    page.on("request", lambda asked: wrong.append(asked.url) if not asked.url.startswith(under_a_path) else None)
    page.on("response", lambda answer: wrong.append(answer.url) if answer.status >= 400 else None)
    yield page
    page.wait_for_load_state("networkidle")
    assert wrong == []


@pytest.mark.parametrize(
    ("permalink", "end"), [("p/1/", "patronen/eerst-eens-kijken/"), ("en/p/1/", "en/patterns/look-first-of-all/")]
)
def test_a_permalink_keeps_the_query_and_the_fragment(page, under_a_path, permalink, end):
    page.goto(f"{under_a_path}{permalink}?bron=rapport#daarom")
    page.wait_for_url(f"{under_a_path}{end}?bron=rapport#daarom")
    assert page.locator("#daarom").is_visible()


@pytest.mark.parametrize(("bundle", "other"), [("bundel/", "en/bundle/"), ("en/bundle/", "bundel/")])
def test_a_bundle_is_put_together_and_named_by_its_address(page, under_a_path, bundle, other):
    page.goto(f"{under_a_path}{bundle}?p=1,3")
    rows = page.locator("[data-part=list] > li")
    rows.nth(1).wait_for()
    page.locator("a.switch").click()
    page.wait_for_url(f"{under_a_path}{other}?p=1,3")
    rows.nth(1).wait_for()
