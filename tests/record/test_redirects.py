"""moved-urls.txt says itself what belongs in it."""

from macros.record.redirects import MOVES, moves_from


def test_the_file_tells_how_a_line_is_written(root):
    text = (root / MOVES).read_text("utf-8")
    assert moves_from(text).findings == []
    head = [line.removeprefix("#   ") for line in text.splitlines() if line.startswith("#   ")]
    examples = moves_from("\n".join(head) + "\n")
    assert examples.findings == []
    assert list(examples.moves) == ["leesroutes/eerste-stappen/", "en/routes/first-steps/"]


def test_contributors_are_told_of_it(root):
    for name in ("CONTRIBUTING.md", "README.md"):
        assert f"`{MOVES}`" in (root / name).read_text("utf-8")
