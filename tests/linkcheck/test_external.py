"""Links to other sites: where they are written, and what is made of the answers. No other site is asked here."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import pytest

from macros.__main__ import main
from macros.findings.finding import Place
from macros.language.reading import read_language
from macros.linkcheck import external
from macros.linkcheck.external import Answer, State, ask, ask_all, external_links, known_to_refuse, report
from tests.tools.languages import small_language

PLACES = {"https://a.example/": [Place("patterns/a.yml", 3, 5)], "https://b.example/": [Place("docs/nl/b.md", 1, 1)]}


class Host(BaseHTTPRequestHandler):
    """Answers with the codes in the path, one after the other: `/503-503-200`."""

    asked: ClassVar[dict[str, int]] = {}

    def do_GET(self):
        codes = self.path.strip("/").split("-")
        nth = self.asked.get(self.path, 0)
        self.asked[self.path] = nth + 1
        self.send_response(int(codes[min(nth, len(codes) - 1)]))
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_said):
        pass


@pytest.fixture(scope="module")
def host():
    with ThreadingHTTPServer(("127.0.0.1", 0), Host) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.mark.parametrize(
    ("codes", "state", "times"),
    [
        ("200", State.FINE, 1),
        ("503-200", State.FINE, 2),
        ("500", State.BROKEN, 3),
        ("404", State.BROKEN, 1),
        ("410", State.BROKEN, 1),
        ("403", State.REFUSED, 1),
        ("429", State.REFUSED, 1),
        ("999", State.REFUSED, 1),
    ],
)
def test_what_an_answer_means(host, codes, state, times):
    waited: list[float] = []
    assert ask(f"{host}/{codes}", waited.append).state is state
    assert Host.asked.pop(f"/{codes}") == times
    assert waited == [2.0, 4.0][: times - 1]


def test_a_host_that_is_not_there_is_asked_again():
    waited: list[float] = []
    answer = ask("http://127.0.0.1:9/", waited.append)
    assert (answer.state, len(waited)) == (State.BROKEN, 2)
    assert "refused" in answer.words


def test_links_are_found_where_they_are_written(tmp_path):
    folder = small_language(tmp_path / "language")
    page = folder / "docs/nl/index.md"
    page.write_text(
        page.read_text("utf-8") + "\nZie [dit](https://a.example/x), https://b.example/.\n`https://code.example/`\n",
        encoding="utf-8",
    )
    last = len(page.read_text("utf-8").splitlines()) - 1
    assert external_links(read_language(folder).language) == {
        "https://example.org/praatje": [Place("patterns/sources.yml", 7, 10)],
        "https://a.example/x": [Place("docs/nl/index.md", last, 11)],
        "https://b.example/": [Place("docs/nl/index.md", last, 33)],
    }


def test_a_host_known_to_refuse_is_not_asked(tmp_path):
    (tmp_path / ".github").mkdir()
    (tmp_path / ".github/refuses-robots.txt").write_text("# remark\nb.example # seen in a browser\n", encoding="utf-8")
    asked = []

    def asking(url):
        asked.append(url)
        return Answer(State.FINE)

    answers = ask_all(PLACES, known_to_refuse(tmp_path)[0], asking)
    assert asked == ["https://a.example/"]
    assert answers["https://b.example/"].state is State.KNOWN
    assert known_to_refuse(tmp_path / "nowhere") == (set(), [])


def test_a_list_of_hosts_that_cannot_be_read_is_told_and_nothing_is_asked(tmp_path, capsys, monkeypatch):
    folder = small_language(tmp_path / "language")
    (folder / ".github").mkdir()
    (folder / ".github/refuses-robots.txt").symlink_to("/etc/passwd")
    monkeypatch.setattr(external, "ask", lambda _url: pytest.fail("asked"))
    assert main(["--root", str(folder), "external", "--lang", "en"]) == 1
    said = capsys.readouterr().out
    assert ".github/refuses-robots.txt:1:1: error:" in said
    assert "[symbolic-link]" in said


def test_the_report_names_the_line_and_can_do_nothing():
    url = "https://a.example/`@someone`"
    answers = {
        url: Answer(State.BROKEN, "404\n# Heading"),
        "https://b.example/": Answer(State.REFUSED, "403 Forbidden"),
    }
    told = report(answers, {url: PLACES["https://a.example/"], "https://b.example/": PLACES["https://b.example/"]})
    assert "- `https://a.example/@someone` (`404# Heading`): `patterns/a.yml:3:5`" in told
    assert "- `https://b.example/` (`403 Forbidden`): `docs/nl/b.md:1:1`" in told
    assert told.endswith("2 asked about: 0 answer, 0 are on hosts known to refuse programs.")


def test_the_command_fails_for_a_broken_link_only(tmp_path, monkeypatch, capsys):
    folder = small_language(tmp_path / "language")
    (folder / "docs/nl/index.md").write_text("# Thuis\n\nhttps://a.example/\n", encoding="utf-8")
    for state, code in ((State.BROKEN, 1), (State.REFUSED, 0), (State.FINE, 0)):
        monkeypatch.setattr(
            external, "ask_all", lambda urls, _refusing, state=state: dict.fromkeys(urls, Answer(state))
        )
        assert main(["--root", str(folder), "external"]) == code
        assert "2 asked about" in capsys.readouterr().out
