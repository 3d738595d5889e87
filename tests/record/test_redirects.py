"""moved-urls.txt says itself what belongs in it."""

from macros.record.redirects import REDIRECTS, redirects_from


def test_the_file_tells_how_a_line_is_written(root):
    text = (root / REDIRECTS).read_text("utf-8")
    assert redirects_from(text).findings == []
    head = [line.removeprefix("#   ") for line in text.splitlines() if line.startswith("#   ")]
    examples = redirects_from("\n".join(head) + "\n")
    assert examples.findings == []
    assert list(examples.redirects) == ["leesroutes/eerste-stappen/", "en/routes/first-steps/"]


def test_contributors_are_told_of_it(root):
    for name in ("CONTRIBUTING.md", "README.md"):
        assert f"`{REDIRECTS}`" in (root / name).read_text("utf-8")
