"""`make successors` names every file that differs between two builds, and the line."""

from tests.tools.successors import differences


def test_each_file_that_differs_is_named_with_its_line(tmp_path):
    for folder, files in {
        "today": {"index.html": "<p>one\n<p>two\n", "a/page.html": "same", "feed.xml": ""},
        "later": {"index.html": "<p>one\n<p>three\n", "a/page.html": "same", "worker.js": ""},
    }.items():
        for name, text in files.items():
            path = tmp_path / folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
    assert list(differences(tmp_path / "today", tmp_path / "later")) == [
        "feed.xml: only with MkDocs and Material",
        "index.html:2: b'<p>two' became b'<p>three'",
        "worker.js: only with the successors",
    ]
