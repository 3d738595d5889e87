"""`publish` asks the live site for its record first, and adds nothing when there is no publication."""

import http.server
import threading
from typing import Any

import pytest

from macros.__main__ import main
from macros.commands import publish
from macros.commands.outcome import CommandError
from macros.publishing.fetch import CannotReadError, read_live
from macros.publishing.live_record import ADDRESS, live_record_file
from macros.record.published_urls import PUBLISHED_URLS, Entry
from macros.yaml.files import MAX_LIST_BYTES
from tests.tools.languages import small_language


@pytest.fixture
def folder(tmp_path):
    return small_language(tmp_path / "language")


@pytest.fixture
def host():
    """A web server that answers with what a test wants; its address and its answers."""
    answers: dict[str, Any] = {"code": 200, "content": live_record_file([Entry("p/3/", 3)], [])}
    asked: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_response(answers["code"])
            self.end_headers()
            self.wfile.write(answers["content"])

        def log_message(self, *_arguments):
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/site/", answers, asked
        server.shutdown()


def test_the_record_is_asked_for_under_the_address_of_the_site(host, monkeypatch):
    url, _answers, asked = host
    monkeypatch.setenv("SITE_URL", url)
    record = read_live()
    assert record
    assert record.addresses == ["/p/3/ 3"]
    assert asked[0].startswith("/site/api/v1/record.json?at=")


def test_a_site_without_a_record_has_not_been_published(host):
    url, answers, _asked = host
    answers["code"] = 404
    assert read_live(url) is None


@pytest.mark.parametrize(
    ("code", "content", "said"),
    [
        (500, b"", "answers 500"),
        (403, b"", "answers 403"),
        (200, b"<!doctype html>", "it is no JSON"),
        (200, b'{"form": 2}', "it has form 2, and this program reads form 1"),
        (200, b'{"form": 1, "addresses": []}', "texts is missing or wrong"),
        (200, b'{"form": 1, "addresses": ["p"], "texts": []}', "this is no line with an address: p"),
        (200, b"[" * 100_000, "it is no JSON"),
    ],
)
def test_any_other_answer_stops(host, code, content, said):
    url, answers, _asked = host
    answers |= {"code": code, "content": content}
    with pytest.raises(CannotReadError, match=said):
        read_live(url)


@pytest.mark.parametrize(
    ("where", "said"),
    [
        ("http://127.0.0.1:9/", "does not answer"),
        ("http://patterns.example/", "does not begin with https"),
        ("file:///etc/hostname", "does not begin with https"),
        ("missing.json", "is no file"),
        ("", "set SITE_URL"),
    ],
)
def test_what_cannot_be_asked_stops(where, said, monkeypatch):
    monkeypatch.delenv("SITE_URL", raising=False)
    with pytest.raises(CannotReadError, match=said):
        read_live(where)


def test_without_the_record_nothing_is_built(folder, capsys, monkeypatch):
    monkeypatch.setattr(publish, "_build", lambda *_: pytest.fail("built"))
    assert main(["--root", str(folder), "publish", "--live", str(folder / "none.json")]) == 2
    assert "Nothing was published: what is live has to be known first." in capsys.readouterr().err


def test_a_build_that_fails_leaves_the_record_as_it_was(folder, monkeypatch):
    def fails(_root, _language):
        raise CommandError("no")

    monkeypatch.setattr(publish, "_build", fails)
    (folder / PUBLISHED_URLS).write_text("# As it was\n", "utf-8")
    assert main(["--root", str(folder), "publish", "--first"]) == 2
    assert not list(folder.glob("patterns/versions/*/*/*"))
    assert (folder / PUBLISHED_URLS).read_text("utf-8") == "# As it was\n"


def test_files_with_findings_are_not_published(folder, capsys):
    path = folder / "patterns/deciding/choose-and-go.yml"
    path.write_text(path.read_text("utf-8").replace("confidence: 0", "confidence: 7"), "utf-8")
    assert main(["--root", str(folder), "publish", "--first"]) == 1
    assert "Nothing was published: correct these first." in capsys.readouterr().out


def test_an_address_that_the_live_site_has_for_another_pattern_stops(folder, tmp_path, capsys):
    (folder / PUBLISHED_URLS).write_text("/p/3/ 3\n", "utf-8")
    live = tmp_path / "live.json"
    live.write_bytes(live_record_file([Entry("p/3/", 4)], []))
    assert main(["--root", str(folder), "publish", "--live", str(live)]) == 2
    assert "an address keeps its pattern" in capsys.readouterr().err


UNREADABLE = {
    "a link": lambda path: path.symlink_to(path.with_name("elsewhere.txt")),
    "a folder": lambda path: path.mkdir(),
    "another encoding": lambda path: path.write_bytes(b"/caf\xe9/\n"),
    "no address": lambda path: path.write_text("no address\n", "utf-8"),
    "too much": lambda path: path.write_text("# a line\n" * (MAX_LIST_BYTES // 9 + 1), "utf-8"),
}


def unreadable(folder, what):
    """Put something in the place of the list of published addresses; return what stands there, to be compared."""
    path, elsewhere = folder / PUBLISHED_URLS, folder / "elsewhere.txt"
    elsewhere.write_text("/p/3/ 3\n", "utf-8")
    path.unlink(missing_ok=True)
    UNREADABLE[what](path)
    return lambda: (path.is_symlink(), path.is_dir() or path.read_bytes(), elsewhere.read_bytes())


@pytest.mark.parametrize("what", UNREADABLE)
def test_a_ledger_that_cannot_be_read_stops_and_is_left_as_it_is(folder, what, monkeypatch):
    state = unreadable(folder, what)
    before = state()
    monkeypatch.setattr(publish, "_build", lambda *_: pytest.fail("built"))
    assert main(["--root", str(folder), "publish", "--first"]) == 1
    assert state() == before
    assert not list(folder.glob("patterns/versions/*/*/*"))


@pytest.mark.parametrize("what", UNREADABLE)
def test_a_ledger_that_cannot_be_read_after_the_build_is_left_as_it_is_too(folder, what, monkeypatch, capsys):
    before = []

    def builds(root, _language):
        (root / "site/api/v1").mkdir(parents=True)
        (root / "site" / ADDRESS).write_bytes(live_record_file([Entry("p/3/", 3)], []))
        state = unreadable(folder, what)
        before.extend([state, state()])

    monkeypatch.setattr(publish, "_build", builds)
    assert main(["--root", str(folder), "publish", "--first"]) == 2
    assert f"{PUBLISHED_URLS} cannot be read" in capsys.readouterr().err
    state, was = before
    assert state() == was
    assert not list(folder.glob("patterns/versions/*/*/*"))
