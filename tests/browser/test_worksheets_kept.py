"""Nothing that somebody wrote on a worksheet is lost: by files, links, tabs, a full browser or a slow network."""

from __future__ import annotations

import json
import zlib
from base64 import urlsafe_b64encode
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Come
from tests.browser.worksheets import (
    FILLED,
    KEPT,
    LARGEST,
    LIMITS,
    SHEETS,
    WRITE,
    WRITTEN,
    answers,
    before_its_script,
    fill,
    is_kept,
    link_to,
    sheet_of,
)

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("rommel.json", b"x" * 1_000_000, "is geen werkblad van deze site"),
        ("rommel.json", b"\x00\xff{[" * 1000, "is geen werkblad van deze site"),
        ("lijst.json", b"[1, 2, 3]", "is geen werkblad van deze site"),
        ("diep.json", b"[" * 100_000, "is geen werkblad van deze site"),
        (
            "visie.json",
            b'{"kind": "mantelkaart-werkblad", "worksheet": "visie", "name": "Visie in drie stappen"}',
            'is van een ander werkblad: "Visie in drie stappen"',
        ),
        (
            "later.json",
            b'{"kind": "mantelkaart-werkblad", "version": 2, "worksheet": "lokale-lobby", "name": "x", "values": {}}',
            "komt van een nieuwere versie van deze site",
        ),
    ],
)
def test_a_wrong_file_changes_nothing(name: str, content: bytes, message: str, lindedal: Path, visitor: Come) -> None:
    """Rubbish, or another worksheet's file: a clear message, and everything stays."""
    guest = visitor(lindedal)
    page = sheet_of(guest, "lokale-lobby")
    fill(page)
    is_kept(page, "lokale-lobby")
    before, kept = page.evaluate(FILLED), page.evaluate(KEPT, "lokale-lobby")
    file = {"name": name, "mimeType": "application/json", "buffer": content}
    page.locator("input[data-do=open]").set_input_files(file)  # type: ignore[arg-type]
    expect(page.locator(".ws__told")).to_contain_text(message)
    assert page.evaluate(FILLED) == before
    assert page.evaluate(KEPT, "lokale-lobby") == kept
    guest.is_content()


def test_a_sheet_at_its_limits_can_be_saved_and_opened(lindedal: Path, visitor: Come, tmp_path: Path) -> None:
    """Also when every line of it is full. What is larger than any sheet is refused."""
    guest = visitor(lindedal)
    page = sheet_of(guest, "dementienetwerk")
    full = page.evaluate(LIMITS)
    file, told, choose = tmp_path / "vol.json", page.locator(".ws__told"), page.locator("input[data-do=open]")
    file.write_text(json.dumps(full), "utf-8")
    choose.set_input_files(file)
    expect(told).to_contain_text("Geopend: vol.json.")
    with page.expect_download() as download:
        page.get_by_role("button", name="Bewaar als bestand").click()
    file = tmp_path / "bewaard.json"
    download.value.save_as(file)
    assert file.stat().st_size > 1_400_000
    page.evaluate("localStorage.clear()")
    choose.set_input_files(file)
    expect(told).to_contain_text("Geopend: bewaard.json.")
    kept = page.evaluate(KEPT, "dementienetwerk")
    assert json.loads(file.read_text("utf-8"))["values"] == kept["values"]
    with file.open("wb") as large:
        large.truncate(LARGEST + 1)
    choose.set_input_files(file)
    expect(told).to_contain_text("is te groot voor een werkblad")
    assert page.evaluate(KEPT, "dementienetwerk") == kept
    guest.is_content()


def test_a_link_that_unpacks_to_a_lot_is_refused_on_the_way(lindedal: Path, visitor: Come) -> None:
    """No more of it is unpacked than a sheet can be."""
    guest = visitor(lindedal)
    page = sheet_of(guest, "lokale-lobby")
    page.evaluate(
        """() => {
            window.unpacked = 0;
            const Real = DecompressionStream;
            window.DecompressionStream = function (how) {
                const {writable, readable} = new Real(how);
                const count = new TransformStream({transform(chunk, out) {
                    window.unpacked += chunk.length;
                    out.enqueue(chunk);
                }});
                return {writable, readable: readable.pipeThrough(count)};
            };
        }"""
    )
    packer = zlib.compressobj(9, wbits=-15)
    bomb = packer.compress(bytes(100_000_000)) + packer.flush()
    page.evaluate("end => { location.hash = end; }", "#w=" + urlsafe_b64encode(bomb).decode().rstrip("="))
    expect(page.locator(".ws__told")).to_contain_text("niet heel")
    assert page.evaluate("window.unpacked") < LARGEST * 1.25
    guest.is_content()


def test_what_no_longer_fits_is_not_lost(lindedal: Path, visitor: Come) -> None:
    """A file of an older sheet: what it has too is filled in, the rest stands below as text, and harms nothing."""
    guest = visitor(lindedal)
    page = sheet_of(guest, "lokale-lobby")
    old = {
        "kind": "mantelkaart-werkblad", "version": 1, "worksheet": "lokale-lobby", "name": "x",
        "values": {
            "plan": {"op-wie": "de gemeente", "oude-vraag": "<img src=x onerror=window.pwned=1>", "hoe": "brief"},
            "vroeger": [{"a": "een oud deel"}], "__proto__": {"pwned": 1},
        },
    }  # fmt: skip
    file = {"name": "oud.json", "mimeType": "application/json", "buffer": json.dumps(old).encode()}
    page.locator("input[data-do=open]").set_input_files(file)  # type: ignore[arg-type]
    expect(page.get_by_label("Op welke organisatie wil ik druk uitoefenen?")).to_have_value("de gemeente")
    loose = page.locator(".ws__loose pre")
    for text in ("<img src=x", "een oud deel", "brief"):
        expect(loose).to_contain_text(text)
    assert page.evaluate("window.pwned ?? ({}).pwned ?? null") is None
    page.reload()
    expect(loose).to_contain_text("een oud deel")
    guest.is_content()


def test_whatever_changes_in_a_sheet_is_not_lost(lindedal: Path, visitor: Come) -> None:
    """A column, an option, an open choice or a repeat that went, a longer list than fits, a day that doesn't exist."""
    guest = visitor(lindedal)
    page = sheet_of(guest, "visie")
    kinds = ("table", "tree", "choice", "choices", "list", "date", "rings", "composed")
    fields = [
        {
            "id": kind,
            "kind": kind,
            "label": kind,
            "columns": [{"id": "wie", "label": "Wie"}],
            "options": {"a": "A", "b": "B"},
        }
        for kind in kinds
    ]
    definition = {
        "kinds": [{"id": "zorg"}], "levels": [{"id": "kennen"}],
        "sections": [{"id": "plan", "name": "Plan", "fields": fields}],
    }  # fmt: skip
    group = {
        "table": [{"wie": f"rij {n}", "weg": f"kolom {n}"} for n in range(203)],
        "tree": [{"depth": 0, "goal": "doel", "wie": "ik", "weg": "tak"}] * 2,
        "choice": {"chosen": ["a", "b"], "other": "iets anders"},
        "choices": {"chosen": ["a", "constructor"], "other": ""},
        "list": [f"punt {n}" for n in range(203)], "date": "2026-13-01", "composed": "was een vraag",
        "rings": [{"name": "bakker", "kind": "winkel", "level": "kennen", "wanted": ""}],
    }  # fmt: skip
    made = page.evaluate(
        """async ([definition, values]) => {
            const { clean } = await import("../../components/worksheet/sheet-values.mjs");
            return clean(definition, values);
        }""",
        [definition, {"plan": [group, {"table": [{"wie": "tweede groep"}]}]}],
    )
    plan, loose = made["values"]["plan"], made["loose"]
    assert (len(plan["table"]), len(plan["list"]), plan["date"]) == (200, 200, "")
    assert plan["tree"] == [{"depth": 0, "goal": "doel", "wie": "ik"}] * 2
    assert plan["choice"] == {"chosen": ["a"], "other": ""}
    assert plan["choices"] == {"chosen": ["a"], "other": ""}
    assert plan["rings"] == [{"name": "bakker", "kind": "", "level": "kennen", "wanted": ""}]
    assert sum(text.startswith("table weg: kolom") for text in loose) == 203
    for text in (
        "table wie: rij 202", "tree weg: tak", "choice: B", "choice: iets anders", "choices: constructor",
        "list: punt 202", "date: 2026-13-01", "rings: winkel", "Plan composed: was een vraag",
        "Plan table wie: tweede groep",
    ):  # fmt: skip
        assert text in loose
    assert not [text for text in loose if "depth" in text]
    assert page.evaluate("async given => (await import('../../components/worksheet/sheet-values.mjs')).clean(...given)",
        [definition, made["values"]]) == {"values": made["values"], "loose": []}  # fmt: skip
    guest.is_content()


def test_a_way_back_from_every_loss(lindedal: Path, visitor: Come) -> None:
    """Emptied by mistake, or a part taken away: one tap and it is back."""
    guest = visitor(lindedal)
    page = sheet_of(guest, "belangen")
    fill(page)
    before = page.evaluate(FILLED)
    page.get_by_role("button", name="Maak leeg").click()
    page.get_by_role("button", name="Toch niet").click()
    assert page.evaluate(FILLED) == before
    page.get_by_role("button", name="Partij erbij").click()
    page.keyboard.type("de nieuwe partij")
    before = page.evaluate(FILLED)
    page.get_by_role("button", name="Partij 1 weghalen").click()
    assert "antwoord 0" not in page.evaluate(FILLED)
    page.get_by_role("button", name="Toch niet").click()
    assert page.evaluate(FILLED) == before
    guest.is_content()


def test_going_back_costs_nothing_either(lindedal: Path, visitor: Come) -> None:
    """Who went on writing and then says "Toch niet" finds both: what was there and what came after."""
    guest = visitor(lindedal)
    page = sheet_of(guest, "belangen")
    fill(page)
    before = page.evaluate(FILLED)
    page.get_by_role("button", name="Maak leeg").click()
    first = page.locator(".ws__form textarea").first
    first.fill("toch iets anders")
    is_kept(page, "belangen")
    undo = page.get_by_role("button", name="Toch niet")
    undo.press("Enter")
    assert page.evaluate(FILLED) == before
    expect(page.locator(".ws__told")).to_be_focused()
    page.reload()
    undo.click()
    expect(first).to_have_value("toch iets anders")
    undo.click()
    assert page.evaluate(FILLED) == before
    guest.is_content()


def test_no_number_of_links_replaces_what_somebody_made(lindedal: Path, visitor: Come) -> None:
    """One link after another, with a visit in between, or with something written on one: one's own is still there."""
    guest = visitor(lindedal)
    page = sheet_of(guest, "lokale-lobby")
    who = page.get_by_label("Op welke organisatie wil ik druk uitoefenen?")
    undo = page.get_by_role("button", name="Toch niet")
    who.fill("van mijzelf")
    is_kept(page, "lokale-lobby")

    def opens(*ends: str) -> None:
        for end in ends:
            page.goto("about:blank")
            guest.goes_to(f"werkbladen/lokale-lobby/{end}")
            expect(page.locator(".ws__told")).to_contain_text("uit een link" if "#" in end else "Vorige keer")

    opens(link_to("een"), link_to("twee"), "", link_to("drie"))
    expect(who).to_have_value("drie")
    undo.click()
    expect(who).to_have_value("van mijzelf")
    opens(link_to("vier"))
    who.fill("vier, en van mij")
    is_kept(page, "lokale-lobby")
    opens(link_to("vijf"))
    undo.click()
    expect(who).to_have_value("vier, en van mij")
    undo.click()
    expect(who).to_have_value("van mijzelf")
    guest.is_content()


def test_two_tabs_lose_nothing(lindedal: Path, visitor: Come) -> None:
    """What is written in one comes into the other, and the cursor stays. Written in both at once: both stay."""
    guest = visitor(lindedal)
    page = sheet_of(guest, "lokale-lobby")
    other = page.context.new_page()
    other.goto(page.url)
    expect(other.locator(".ws__tools")).to_be_visible()
    here, there = page.locator(".ws__form textarea"), other.locator(".ws__form textarea")
    here.first.fill("van hier")
    expect(there.first).to_have_value("van hier")
    there.nth(1).fill("van daar")
    expect(here.nth(1)).to_have_value("van daar")
    expect(here.first).to_be_focused()
    here.first.press("!")
    expect(there.first).to_have_value("van hier!")
    other.close()
    page.evaluate(
        f"""place => {{
            localStorage.setItem(place, localStorage.getItem(place).replace("van daar", "intussen ook daar"));
            ({WRITE})([0, "op hetzelfde moment hier"]);
        }}""",
        "mantelkaart.werkblad.lokale-lobby",
    )
    expect(page.locator(".ws__told")).to_contain_text("ander tabblad")
    expect(here.first).to_have_value("op hetzelfde moment hier")
    page.get_by_role("button", name="Toch niet").click()
    expect(here.nth(1)).to_have_value("intussen ook daar")
    page.get_by_role("button", name="Toch niet").click()
    expect(here.first).to_have_value("op hetzelfde moment hier")
    guest.is_content()


def test_a_browser_that_is_full_says_so_and_goes_on(lindedal: Path, visitor: Come) -> None:
    """Beside what it says of what was done; and a picture that fails costs nobody what they write."""
    guest = visitor(lindedal)
    page = sheet_of(guest, "stilstaan-bij-samenwerking")
    page.evaluate("""() => {
        window.setItem = Storage.prototype.setItem;
        Storage.prototype.setItem = () => { throw new Error("full"); };
    }""")
    page.locator("input[data-do=open]").set_input_files(answers("44244", "bieb", "2026-11-01"))  # type: ignore[arg-type]
    expect(page.locator(".ws__told")).to_contain_text("Geopend: bieb.json. Dit blad is niet bewaard.")
    page.evaluate("() => { Storage.prototype.setItem = window.setItem; }")
    guest.is_content()
    page.evaluate("() => { document.createElementNS = () => { throw new Error('no pictures'); }; }")
    page.locator(".ws__form textarea").first.fill("zonder plaatje")
    is_kept(page, "stilstaan-bij-samenwerking")
    assert "zonder plaatje" in json.dumps(page.evaluate(KEPT, "stilstaan-bij-samenwerking"))


def test_a_link_carries_the_whole_sheet(lindedal: Path, visitor: Come) -> None:
    """In the fragment, so that no server sees it. Whoever opens it keeps what they had, one tap away."""
    guest = visitor(lindedal, permissions=("clipboard-read", "clipboard-write"))
    page = sheet_of(guest, "kijkglas")
    fill(page)
    before = page.evaluate(FILLED)
    page.get_by_role("button", name="Kopieer een link").click()
    expect(page.locator(".ws__told")).to_contain_text("gekopieerd")
    link = page.evaluate("navigator.clipboard.readText()")
    assert link.startswith(guest.root + "werkbladen/kijkglas/#w=")

    other = visitor(lindedal, device_scale_factor=2)
    page = sheet_of(other, "kijkglas")
    page.locator(".ws__form textarea").first.fill("van mijzelf")
    is_kept(page, "kijkglas")
    other.page.goto("about:blank")
    other.page.goto(link)
    expect(other.page.locator(".ws__told")).to_contain_text("uit een link")
    assert other.page.evaluate(FILLED) == before
    assert other.page.evaluate("location.hash") == ""
    other.page.get_by_role("button", name="Toch niet").click()
    expect(other.page.locator(".ws__form textarea").first).to_have_value("van mijzelf")
    other.page.goto(link[:-20])
    expect(other.page.locator(".ws__told")).to_contain_text("niet heel")
    expect(other.page.locator(".ws__form textarea").first).to_have_value("van mijzelf")
    guest.is_content()
    other.is_content()


def test_who_begins_before_the_script_is_there_loses_nothing(lindedal: Path, visitor: Come) -> None:
    """A slow network: somebody writes at once, and what this browser kept of the sheet comes beside it."""
    guest = visitor(lindedal)
    page = sheet_of(guest, "visie")
    areas = page.locator(".ws__form textarea")
    areas.nth(0).fill("Onrust in huis")
    areas.nth(1).fill("Iedereen weet waar hulp is")
    is_kept(page, "visie")
    with before_its_script(guest, "visie"):
        areas.nth(0).fill("rust in huis")
        areas.nth(2).fill("Een vast gezicht")
        areas.nth(2).focus()
    expect(areas.nth(0)).to_have_value("Onrust in huis\nrust in huis")
    expect(areas.nth(1)).to_have_value("Iedereen weet waar hulp is")
    expect(areas.nth(2)).to_have_value("Een vast gezicht")
    expect(areas.nth(2)).to_be_focused()
    is_kept(page, "visie")
    page.reload()
    expect(areas.nth(0)).to_have_value("Onrust in huis\nrust in huis")
    expect(areas.nth(2)).to_have_value("Een vast gezicht")
    guest.is_content()


@pytest.mark.parametrize("sheet", SHEETS)
def test_what_was_written_early_on_any_sheet_stays(sheet: str, lindedal: Path, visitor: Come) -> None:
    """Every kind of field: all that was written and chosen before the script came stands there afterwards."""
    guest = visitor(lindedal)
    page = sheet_of(guest, sheet)
    with before_its_script(guest, sheet):
        fill(page)
        written = page.evaluate(WRITTEN)
        assert written
    assert page.evaluate(WRITTEN) == written
    is_kept(page, sheet)
    guest.is_content()
