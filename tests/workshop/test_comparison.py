"""`make successors` and `make restore` name every file that differs between two builds, and the line."""

from tests.tools.comparison import compare


def test_each_file_that_differs_is_named_with_its_line(tmp_path, capsys):
    for folder, files in {
        "today": {"index.html": "<p>one\n<p>two\n", "a/page.html": "same", "feed.xml": ""},
        "later": {"index.html": "<p>one\n<p>three\n", "a/page.html": "same", "worker.js": ""},
    }.items():
        for name, text in files.items():
            path = tmp_path / folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
    assert compare(tmp_path / "today", tmp_path / "later", one_name="today", other_name="later") == 3
    assert capsys.readouterr().out.splitlines() == [
        "feed.xml: only today",
        "index.html:2: b'<p>two' became b'<p>three'",
        "worker.js: only later",
        "3 of 4 files differ",
    ]
