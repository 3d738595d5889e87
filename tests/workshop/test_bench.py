"""What `make bench` tells of the pages: who reads it can trust the weights, the scores and the causes."""

import gzip
import http.client
import json
from urllib.parse import urlsplit

import pytest

from bench import lighthouse
from bench.lighthouse import CATEGORIES, LighthouseError, Loss, look
from bench.looks import rows
from bench.weights import weights
from tests.tools.host import hosting
from tests.tools.places import KINDS

# It answers as Lighthouse does, with the next speed of a list each time it is asked.
STAND_IN = """
const fs = require("fs"), path = require("path");
const said = (name) => process.argv.find((word) => word.startsWith(name)).slice(name.length);
const speeds = JSON.parse(fs.readFileSync(path.join(__dirname, "speeds.json")));
fs.writeFileSync(path.join(__dirname, "speeds.json"), JSON.stringify(speeds.slice(1)));
const shift = speeds[0] === 1 ? 1 : 0.2;
console.log(JSON.stringify({
  requestedUrl: process.argv[2],
  runtimeError: speeds[0] === null ? { message: "the page did not load" } : undefined,
  categories: Object.fromEntries(said("--only-categories=").split(",").map((name) => [name, {
    performance: { score: speeds[0], auditRefs: [
      { id: "cumulative-layout-shift", weight: 25 },
      { id: "speed-index", weight: 75 },
      { id: "layout-shifts", weight: 0 },
    ] },
    seo: { score: 0.6, auditRefs: [{ id: "is-crawlable", weight: 4 }, { id: "document-title", weight: 6 }] },
  }[name] ?? { score: 1, auditRefs: [] }])),
  audits: {
    "cumulative-layout-shift": { id: "cumulative-layout-shift", score: shift, title: "Shift", displayValue: "0.3" },
    "speed-index": { id: "speed-index", score: 1, title: "Speed" },
    "layout-shifts": { id: "layout-shifts", score: 0, details: { items: [{ node: { selector: "main > ul" } }] } },
    "is-crawlable": { id: "is-crawlable", score: 0, title: "Not crawlable",
      details: { items: [{ source: { type: "node", selector: "head > meta" } }] } },
    "document-title": { id: "document-title", score: 1, title: "Title" },
  },
}));
"""


@pytest.fixture
def looked(tmp_path, monkeypatch):
    """Looks at a page of a stand-in for Lighthouse that gives it these speeds."""
    program = tmp_path / "stand-in.js"
    program.write_text(STAND_IN, encoding="utf-8")
    monkeypatch.setattr(lighthouse, "PROGRAM", program)

    def run(*speeds):
        (tmp_path / "speeds.json").write_text(json.dumps(speeds), encoding="utf-8")
        return look("http://127.0.0.1:1/page/", tmp_path / "browser", len(speeds))

    return run


def test_the_speed_that_counts_is_the_one_in_the_middle(looked):
    scores = looked(1, 0.7, 0.8)
    assert {name: scores[name].points for name in CATEGORIES} == {
        "performance": 80,
        "accessibility": 100,
        "best-practices": 100,
        "seo": 60,
    }


def test_every_point_that_is_lost_has_its_cause_and_place(looked):
    scores = looked(0.8)
    assert scores["performance"].losses == [Loss("cumulative-layout-shift", 20.0, "Shift: 0.3", ["main > ul"])]
    assert scores["seo"].losses == [Loss("is-crawlable", 40.0, "Not crawlable", ["head > meta"])]
    told = "\n".join(rows("home nl", scores))
    assert "-20.0 performance: cumulative-layout-shift, Shift: 0.3 main > ul" in told
    assert "-40.0 seo: is-crawlable, Not crawlable head > meta" in told
    assert "on purpose" not in told
    assert "head > meta (on purpose)" in "\n".join(rows("missing page", scores))


def test_a_page_without_a_score_is_named(looked):
    with pytest.raises(LighthouseError, match=r"http://127\.0\.0\.1:1/page/: the page did not load"):
        looked(None)


def test_a_lighthouse_that_is_not_there_is_told_with_what_it_said(tmp_path, monkeypatch):
    monkeypatch.setattr(lighthouse, "PROGRAM", tmp_path / "none.js")
    with pytest.raises(LighthouseError, match="Cannot find module"):
        look("http://127.0.0.1:1/", tmp_path / "browser", 1)


def test_every_kind_of_page_has_a_weight(built_site):
    weighed = weights(built_site)
    assert weighed.keys() == KINDS.keys()
    assert all(weight.page and weight.styles and weight.scripts for weight in weighed.values())


def test_the_host_answers_as_a_file_host_does(built_site):
    page = (built_site / "patronen" / "index.html").read_bytes()
    with hosting(built_site) as address:
        connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=30)

        def asked(place, **headers):
            connection.request("GET", place, headers=headers)
            answer = connection.getresponse()
            return answer.status, answer.headers, answer.read()

        status, headers, body = asked("/patronen/", **{"Accept-Encoding": "gzip"})
        assert (status, headers["Content-Encoding"], gzip.decompress(body)) == (200, "gzip", page)
        status, headers, body = asked("/patronen/")
        assert (status, headers["Content-Encoding"], body) == (200, None, page)
        status, headers, _ = asked("/patronen")
        assert (status, headers["Location"]) == (301, "/patronen/")
        missing = (404, (built_site / "404.html").read_bytes())
        assert [asked(place)[::2] for place in ("/none/", "/assets/", "/feed.xml/")] == [missing] * 3
        status, headers, body = asked("/p/70/70.pdf", **{"Accept-Encoding": "gzip"})
        assert (status, headers["Content-Encoding"], body[:4]) == (200, None, b"%PDF")
        connection.close()
