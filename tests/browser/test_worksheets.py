"""Every worksheet in a browser: filled in, kept, saved, opened, printed and shared, by who has only a keyboard too."""

from __future__ import annotations

import json
import zlib
from base64 import urlsafe_b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import OUTPUT, PICTURES, Visitor, until
from tests.browser.test_pages import flaws
from tests.editions import LINDEDAL, ROOT

pytestmark = pytest.mark.browser

Come = Callable[..., Visitor]

SHEETS = sorted(
    file.stem
    for folder in (ROOT / "generator/national/worksheets", LINDEDAL / "data/worksheets")
    for file in folder.glob("*.yml")
)

FILLED = """() => [...document.querySelectorAll(".ws__form :is(textarea, select, input)")].map(element =>
    element.type === "radio" || element.type === "checkbox" ? element.checked : element.value)"""
"""Everything that stands in the form, in order."""

WRITTEN = """() => [...document.querySelectorAll(".ws__form :is(textarea, select, input)")]
    .filter(element => (element.type !== "radio" && element.type !== "checkbox") || element.checked)
    .map(element => element.value).filter(Boolean)"""
"""All that somebody wrote and chose, in order."""

KEPT = "name => JSON.parse(localStorage.getItem(`mantelkaart.werkblad.${name}`) ?? 'null')"


FILL = """() => {
    const written = (element, value) => {
        element.value = value;
        element.dispatchEvent(new Event("input", {bubbles: true}));
    };
    const shown = selector => [...document.querySelectorAll(`.ws__form ${selector}`)].filter(e => e.checkVisibility());
    shown("textarea").forEach((area, number) => written(area, `antwoord ${number}`));
    for (const group of shown(":is(.ws__options, .ws__scale)")) group.querySelectorAll("input")[1].click();
    shown("input[type=date]").forEach(field => written(field, "2026-11-10"));
    for (const row of [...document.querySelectorAll(".ws__table--rings tbody tr")].slice(0, 3))
        for (const choice of row.querySelectorAll("select")) written(choice, choice.options[2].value);
}"""


WRITE = """([place, text]) => {
    const area = document.querySelectorAll(".ws__form textarea")[place];
    area.value = text;
    area.dispatchEvent(new Event("input", {bubbles: true}));
}"""
"""Write in one place, in one go."""


LIMITS = """() => {
    const {id, name, sections} = JSON.parse(document.querySelector("[data-module=worksheet]").dataset.definition);
    const x = count => "x".repeat(count);
    const row = (columns = [], count, more) =>
        ({...more, ...Object.fromEntries(columns.map(({id}) => [id, x(count)]))});
    const full = {
        text: () => x(400), long: () => x(5000), list: () => Array(200).fill(x(400)),
        table: ({columns}) => Array(200).fill(row(columns, 1000)),
        tree: ({columns}) => Array(200).fill(row(columns, 200, {depth: 0, goal: x(200)})),
        rings: () => Array(200).fill({name: x(120), kind: "", level: "", wanted: ""}),
    };
    const group = fields => Object.fromEntries(
        fields.filter(({kind}) => kind in full).map(field => [field.id, full[field.kind](field)]));
    const values = Object.fromEntries(sections.map(({id, fields, repeat}) =>
        [id, repeat ? Array(repeat.most).fill(group(fields)) : group(fields)]));
    return {kind: "mantelkaart-werkblad", version: 1, worksheet: id, name, values};
}"""
"""The file of a sheet with as much of writing on it as it can hold."""

LARGEST = 16_000_000
"""Bytes of a file that may still be a sheet."""


def fill(page: Page) -> None:
    """Write in everything that can be written in, and choose something everywhere, at once."""
    page.evaluate(FILL)


def is_kept(page: Page, sheet: str) -> None:
    """Wait until the browser has kept what stands there: at the latest half a second after the last key."""
    page.wait_for_timeout(500)
    assert page.evaluate(KEPT, sheet) is not None


def sheet_of(guest: Visitor, sheet: str) -> Page:
    """A sheet that nobody has written on in this browser."""
    page = guest.goes_to(f"werkbladen/{sheet}/")
    page.evaluate("localStorage.clear()")
    page.reload()
    expect(page.locator(".ws__tools")).to_be_visible()
    return page


@contextmanager
def before_its_script(guest: Visitor, sheet: str) -> Iterator[None]:
    """A sheet on a slow network: what is done here is done before its script comes, and ends when that is there."""
    page, under_way, slow = guest.page, list[Route](), True
    page.goto("about:blank")
    page.route("**/worksheet.mjs", lambda route: under_way.append(route) if slow else route.continue_())
    page.goto(f"{guest.root}werkbladen/{sheet}/", wait_until="domcontentloaded")
    for _ in range(2_000):
        if under_way:
            break
        page.wait_for_timeout(10)
    assert under_way
    expect(page.locator(".ws__tools")).to_be_hidden()
    yield
    slow = False
    for one in under_way:
        one.continue_()
    expect(page.locator(".ws__tools")).to_be_visible()
    page.unroute_all()


@pytest.mark.parametrize("sheet", SHEETS)
def test_a_sheet_is_filled_in_and_stays(sheet: str, lindedal: Path, visitor: Come, tmp_path: Path) -> None:
    """On a phone something to write in is in sight at once. Filled in it has no flaw, and nothing of it is cut off on
    paper. Reload: still there. Save, empty, open: the same. Nothing is sent anywhere."""
    guest = visitor(lindedal, width=360, height=740)
    page = sheet_of(guest, sheet)
    first = page.locator(".ws__form textarea").first.bounding_box()
    assert first and first["y"] + first["height"] <= 740, "a field to write in is in sight at once"
    full = page.evaluate(f"() => JSON.stringify(({LIMITS})(), null, 2).length")
    assert full * 3 < LARGEST, "all that can be written can be opened again, also in letters of three bytes"
    asked: list[str] = []
    page.on("request", lambda request: asked.append(f"{request.method} {request.url}"))
    fill(page)
    is_kept(page, sheet)
    before = page.evaluate(FILLED)
    assert sum(bool(value) for value in before) >= 3
    assert not [request for request in asked if not request.endswith(".mjs")], "what is written stays here"
    assert flaws(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    on_paper(page, sheet)

    guest.goes_to("werkbladen/")
    page.get_by_role("link", name="hieraan begonnen").click()
    expect(page.locator(".ws__tools")).to_be_visible()
    until(page, f"async before => JSON.stringify(({FILLED})()) === JSON.stringify(before)", before)

    with page.expect_download() as download:
        page.get_by_role("button", name="Bewaar als bestand").click()
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)
    saved = json.loads(file.read_text("utf-8"))
    assert (saved["kind"], saved["worksheet"]) == ("mantelkaart-werkblad", sheet)

    page.get_by_role("button", name="Maak leeg").click()
    expect(page.locator(".ws__told")).to_contain_text("leeg")
    assert not any(value is True or "antwoord" in str(value) for value in page.evaluate(FILLED))
    assert page.evaluate(KEPT, sheet) is None
    page.locator("input[data-do=open]").set_input_files(file)
    expect(page.locator(".ws__told")).to_contain_text("Geopend")
    assert page.evaluate(FILLED) == before
    guest.is_content()


def on_paper(page: Page, sheet: str) -> None:
    """Only the sheet is left, and all that was written can be read."""
    page.set_viewport_size({"width": 794, "height": 1123})
    page.emulate_media(media="print", color_scheme="light")
    expect(page.locator(".ws__tools")).to_be_hidden()
    expect(page.locator(".ws__form textarea").first).to_be_visible()
    if PICTURES:
        page.screenshot(path=OUTPUT / f"werkblad-{sheet}-print.jpg", type="jpeg", quality=80, full_page=True)
    cut = page.evaluate(
        """() => [...document.querySelectorAll(".ws__form textarea")]
            .filter(area => area.scrollHeight > area.clientHeight + 2).length"""
    )
    assert cut == 0, "nothing that was written is cut off on paper"
    page.emulate_media(media="screen")


@pytest.mark.parametrize("sheet", SHEETS)
def test_a_keyboard_is_enough(sheet: str, lindedal: Path, visitor: Come) -> None:
    """From the top of the sheet Tab comes past everything that can be filled in, up to the button that saves it."""
    guest = visitor(lindedal)
    page = sheet_of(guest, sheet)
    wanted = page.evaluate(
        """() => new Set([...document.querySelectorAll(".ws__form :is(textarea, select, input)")]
            .filter(element => element.checkVisibility())
            .map(element => element.type === "radio" ? element.name : element).values()).size"""
    )
    page.evaluate("document.querySelector('.ws__whole').tabIndex = -1; document.querySelector('.ws__whole').focus()")
    reached = 0
    radios: set[str] = set()
    for _ in range(400):
        page.keyboard.press("Tab")
        at: dict[str, Any] = page.evaluate(
            """() => { const at = document.activeElement; const {outlineStyle} = getComputedStyle(at);
                return {tag: at.tagName, type: at.type, name: at.name ?? "", doing: at.dataset.do ?? "",
                        inside: Boolean(at.closest(".ws__form")), ringed: outlineStyle !== "none"}; }"""
        )
        if at["doing"] == "save":
            break
        if not at["inside"] or at["tag"] == "BUTTON":
            continue
        if at["type"] == "radio":
            if at["name"] in radios:
                continue
            radios.add(at["name"])
            page.keyboard.press("Space")
        elif at["type"] == "checkbox":
            page.keyboard.press("Space")
        elif at["tag"] == "SELECT":
            page.keyboard.press("ArrowDown")
        elif at["type"] == "date":
            page.keyboard.type("10112026")
            page.keyboard.press("Shift+Tab")
            page.keyboard.press("Shift+Tab")
            for _ in range(2):
                page.keyboard.press("Tab")
        elif reached < 6:  # a list grows while it is written on: the rest is only passed
            page.keyboard.type("met toetsen")
        reached += 1
    else:
        raise AssertionError("Tab never came to the button that saves")
    assert reached >= wanted
    is_kept(page, sheet)
    assert "met toetsen" in json.dumps(page.evaluate(KEPT, sheet))
    guest.is_content()


def test_an_empty_sheet_prints_with_room_for_everything(lindedal: Path, visitor: Come) -> None:
    """Who prefers a pen: empty lines on paper, and afterwards what was filled in is back."""
    guest = visitor(lindedal)
    page = sheet_of(guest, "visie")
    fill(page)
    before = page.evaluate(FILLED)
    page.evaluate("""() => { window.print = () => { window.seen = {
        groups: document.querySelectorAll("[data-section=principes] .ws__group").length,
        written: [...document.querySelectorAll(".ws__form textarea")].filter(area => area.value).length}; }; }""")
    page.get_by_role("button", name="Print leeg").click()
    assert page.evaluate("window.seen") == {"groups": 5, "written": 0}
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.evaluate(FILLED) == before
    # Where printing doesn't hold up a page, it goes on keeping meanwhile: never the empty sheet.
    written = f"given => {{ ({WRITE})(given); document.querySelector('[data-do=print-empty]').click(); }}"
    page.evaluate(written, [0, "nog net geschreven"])
    is_kept(page, "visie")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert "nog net geschreven" in json.dumps(page.evaluate(KEPT, "visie"))
    assert page.evaluate(FILLED) == ["nog net geschreven", *before[1:]]
    guest.is_content()


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


def link_to(text: str) -> str:
    """The end of a link to a sheet with one thing written on it."""
    return "#t=" + urlsafe_b64encode(json.dumps({"plan": {"op-wie": text}}).encode()).decode().rstrip("=")


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
    expect(page.locator(".ws__told")).to_contain_text("Geopend: bieb.json. Deze browser kan niets bewaren.")
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


def test_as_text_it_can_go_into_a_report(lindedal: Path, visitor: Come) -> None:
    """Everything that was filled in, with its questions, and nothing that was left empty."""
    guest = visitor(lindedal, permissions=("clipboard-read", "clipboard-write"))
    page = sheet_of(guest, "samen-sterker")
    page.get_by_label("een andere rol").fill("ik schrijf mee")
    page.get_by_label("ik breng partijen bij elkaar").check()
    page.get_by_role("button", name="Kopieer als tekst").click()
    expect(page.locator(".ws__told")).to_contain_text("gekopieerd")
    text = page.evaluate("navigator.clipboard.readText()")
    assert text.startswith("Samen sterker in zes stappen\n")
    assert "- ik breng partijen bij elkaar\n- ik schrijf mee" in text
    assert "STAP 2" not in text

    page = sheet_of(guest, "een-dorpsmaaltijd-voorbereiden")
    page.get_by_label("Wanneer is het?").fill("2026-10-09")
    page.get_by_label("Wat staat er op tafel?").fill("soep.")
    expect(page.locator(".ws__composed")).to_contain_text("op 9 oktober 2026 koken wij soep. Schuift u aan?")
    page.get_by_role("button", name="Kopieer als tekst").click()
    expect(page.locator(".ws__told")).to_contain_text("gekopieerd")
    text = page.evaluate("navigator.clipboard.readText()")
    assert "Wanneer is het?\n9 oktober 2026\n" in text
    assert "op 9 oktober 2026 koken wij soep. Schuift u aan?" in text
    guest.is_content()


def test_the_pitch_grows_while_it_is_filled_in(lindedal: Path, visitor: Come) -> None:
    """One for each audience, the sentence composed at once, and a minute to read it in."""
    guest = visitor(lindedal)
    page = sheet_of(guest, "elevator-pitch")
    pitch = page.locator(".ws__composed").first
    expect(pitch).to_contain_text("Ik ben … en ik werk bij …")
    page.get_by_label("Je naam of rol").first.fill("consulent")
    page.get_by_label("Je organisatie", exact=True).first.fill("het steunpunt.")
    expect(pitch).to_contain_text("Ik ben consulent en ik werk bij het steunpunt.")
    page.get_by_role("button", name="Start de klok").first.click()
    expect(page.locator(".ws__seconds").first).to_contain_text("Nog")
    page.get_by_role("button", name="Publiek erbij").click()
    expect(page.locator(".ws__composed")).to_have_count(2)
    expect(page.locator(".ws__composed").nth(1)).to_contain_text("Ik ben … en ik werk bij …")
    expect(page.locator(".ws__seconds").nth(1)).to_have_text("60 seconden")
    page.get_by_role("button", name="Stop de klok").click()
    expect(page.locator(".ws__seconds").first).to_have_text("60 seconden")
    guest.is_content()


def test_the_tree_is_made_with_keys_and_draws_itself(lindedal: Path, visitor: Come) -> None:
    """Enter makes a goal beside, Alt and an arrow move it; who works on it and how it is seen stand in the picture."""
    guest = visitor(lindedal)
    page = sheet_of(guest, "doelenboom")
    goals = page.locator(".ws__goal")
    goals.nth(0).fill("Iedereen een vrije dag")
    goals.nth(1).fill("Oppas dichtbij")
    goals.nth(1).press("Enter")
    expect(goals.nth(3)).to_be_focused()
    page.keyboard.type("Werkgevers doen mee")
    page.keyboard.press("Alt+ArrowUp")
    expect(goals.nth(1)).to_have_value("Werkgevers doen mee")
    expect(goals.nth(1)).to_be_focused()
    page.keyboard.press("Alt+ArrowDown")
    page.keyboard.press("Alt+ArrowRight")
    expect(page.locator(".ws__node").nth(3)).to_have_attribute("data-level", "2")
    page.get_by_label("Wie werkt eraan?").nth(3).fill("het steunpunt")
    picture = page.locator(".ws__picture svg")
    expect(picture).to_contain_text("Werkgevers doen mee")
    expect(picture).to_contain_text("steunpunt")
    boxes = picture.locator("rect").all()
    assert len(boxes) == 3  # what has no goal yet is not drawn
    corners = [[float(box.get_attribute(name) or 0) for name in ("x", "y", "width", "height")] for box in boxes]
    for i, (x, y, w, h) in enumerate(corners):
        for other in corners[i + 1 :]:
            apart = x + w <= other[0] or other[0] + other[2] <= x or y + h <= other[1] or other[1] + other[3] <= y
            assert apart, "no box lies over another"
    goals.nth(1).focus()
    page.locator(".ws__node").nth(1).get_by_role("button", name="Haal weg").click()
    expect(picture).not_to_contain_text("Werkgevers doen mee")
    expect(page.locator(".ws__told")).to_contain_text("Subdoel is weg")
    page.get_by_role("button", name="Toch niet").click()
    expect(picture).to_contain_text("Werkgevers doen mee")
    page.evaluate("() => { window.print = () => { window.lines = document.querySelectorAll('.ws__node').length; }; }")
    page.get_by_role("button", name="Print leeg").click()
    assert page.evaluate("window.lines") == 10
    guest.is_content()


def test_choices_in_a_talk_lead_to_help_nearby(lindedal: Path, visitor: Come) -> None:
    """What may become lighter first leads to that help in this municipality."""
    guest = visitor(lindedal)
    page = sheet_of(guest, "gesprek")
    link = page.get_by_role("link", name="Vervangende zorg")
    expect(link).to_be_hidden()
    page.get_by_label("even weg kunnen").check()
    expect(link).to_be_visible()
    link.click()
    page.wait_for_url("**/lindedal/hulp/vervangende-zorg/")
    guest.is_content()


def test_in_an_edition_of_several_it_leads_to_the_chosen_one(small: Path, visitor: Come) -> None:
    """Or to where the visitor came from."""
    guest = visitor(small)
    page = sheet_of(guest, "gesprek")
    page.get_by_label("het vervoer").check()
    page.get_by_role("link", name="Beek").click()
    expect(page.get_by_role("link", name="Vervoer")).to_have_attribute("href", "../../beek/hulp/vervoer/")
    page = guest.goes_to("werkbladen/gesprek/?gemeente=stein")
    expect(page.locator(".ws__tools")).to_be_visible()
    page.get_by_label("het vervoer").check()
    expect(page.get_by_role("link", name="Vervoer")).to_have_attribute("href", "../../stein/hulp/vervoer/")
    guest.is_content()


def answers(marks: str, who: str, day: str) -> dict[str, Any]:
    """The file of somebody who gave each condition, in their order, one mark on all its scales; `-` is none."""
    scales = {
        "ambitie": ("zin", "merkbaar", "gedragen"), "belangen": ("bekend", "balans", "verschil"),
        "relatie": ("bellen", "eerlijk", "verwijzen"), "organisatie": ("afspraken", "tijd", "trekker"),
        "proces": ("terugkijken", "bijstellen", "nieuwe"),
    }  # fmt: skip
    values: dict[str, Any] = {"vooraf": {"samenwerking": "ons overleg", "datum": day, "wie": who}}
    for (id, names), mark in zip(scales.items(), marks, strict=True):
        values[id] = dict.fromkeys(names, mark.replace("-", ""))
    whole = {
        "kind": "mantelkaart-werkblad", "version": 1, "worksheet": "stilstaan-bij-samenwerking",
        "name": "Stilstaan bij samenwerking", "saved": day, "values": values,
    }  # fmt: skip
    return {"name": f"{who}.json", "mimeType": "application/json", "buffer": json.dumps(whole).encode()}


def test_a_group_sees_where_it_stands_and_what_moved(lindedal: Path, visitor: Come) -> None:
    """Own answers, those of others from their files, and those of last year: one picture, the same numbers as a table,
    and the tools for the weakest condition."""
    guest = visitor(lindedal)
    page = sheet_of(guest, "stilstaan-bij-samenwerking")
    chart = page.locator(".ws__chart")
    expect(chart).to_contain_text("Geef eerst een paar cijfers")
    own = answers("44244", "bieb", "2026-11-01")
    page.locator("input[data-do=open]").set_input_files(own)  # type: ignore[arg-type]
    row = chart.locator("tbody tr")
    expect(row.nth(2)).to_have_text("Relatie2,0")
    others = [answers("24143", "thuiszorg", "2026-11-01"), answers("34355", "school", "2026-11-01")]
    page.locator("input[data-do=others]").set_input_files(others)  # type: ignore[arg-type]
    expect(chart.locator("thead")).to_have_text("ConditieNuLaagstHoogst")
    expect(row.nth(0)).to_have_text("Ambitie3,02,04,0")
    expect(row.nth(2)).to_have_text("Relatie2,01,03,0")
    expect(row.nth(3)).to_have_text("Organisatie4,34,05,0")
    expect(chart).to_contain_text("bieb, thuiszorg, school")
    expect(chart).to_contain_text("Het laagst staat relatie.")
    tools = [link.get_attribute("href") for link in chart.get_by_role("link").all()]
    assert tools and all(href and href.startswith("../../tools/") for href in tools)
    unsure = answers("1412-", "ooit", "2026-13-01")
    page.locator("input[data-do=earlier]").set_input_files(unsure)  # type: ignore[arg-type]
    expect(page.locator(".ws__told")).to_contain_text("Vergeleken met een eerdere keer.")
    earlier = answers("1412-", "toen", "2025-11-01")
    page.locator("input[data-do=earlier]").set_input_files(earlier)  # type: ignore[arg-type]
    expect(row.nth(0)).to_have_text("Ambitie3,02,04,01,0")
    expect(row.nth(4)).to_have_text("Proces4,03,05,0–")
    expect(chart).to_contain_text("1 november 2025")
    assert flaws(page) == []
    page.set_viewport_size({"width": 360, "height": 740})
    wide = chart.evaluate("chart => [chart.scrollWidth, chart.clientWidth]")
    assert wide[0] <= wide[1], "on a phone nothing of it is cut off, the earlier time included"
    letters = chart.locator("svg text").evaluate_all("all => all.map(text => text.getBoundingClientRect().height)")
    assert min(letters) >= 14
    page.reload()
    expect(row.nth(0)).to_have_text("Ambitie3,02,04,01,0")
    page.get_by_role("button", name="Zonder antwoorden van anderen").press("Enter")
    expect(row.nth(0)).to_have_text("Ambitie4,01,0")
    expect(page.locator(".ws__told")).to_contain_text("De antwoorden van anderen zijn weg.")
    expect(page.locator("input[data-do=others]")).to_be_focused()
    page.get_by_role("button", name="Zonder eerdere keer").press("Enter")
    expect(page.locator(".ws__told")).to_contain_text("De eerdere keer is weg.")
    expect(page.locator("input[data-do=earlier]")).to_be_focused()
    guest.is_content()


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


def test_without_scripts_it_is_a_sheet_of_paper(lindedal: Path, visitor: Come) -> None:
    """Every question stands there with room to write, and says what can't be done."""
    guest = visitor(lindedal, java_script_enabled=False)
    page = guest.goes_to("werkbladen/visie/")
    assert page.locator(".ws__group").count() >= 5
    assert page.locator("textarea").count() > 15
    expect(page.locator(".ws__tools")).to_be_hidden()
    assert "Zonder scripts kun je dit blad printen" in page.content()


def test_what_is_said_is_in_sight_wherever_one_is(small: Path, visitor: Come) -> None:
    """The button may be at the foot of a long sheet or the field at its head: the answer is on the screen."""
    page = visitor(small, width=360, height=740).goes_to("werkbladen/visie/")
    page.locator(".ws__form textarea").first.fill("Een dorp dat zorgt")
    told = page.locator(".ws__told")
    page.get_by_role("button", name="Maak leeg").click()
    expect(told).to_be_in_viewport(ratio=1)
    told.get_by_role("button", name="Toch niet").click()
    expect(told).to_have_text("Wat er stond is terug.")
    page.evaluate("scrollTo(0, 0)")
    expect(told).to_be_in_viewport(ratio=1)
    if PICTURES:
        page.screenshot(path=OUTPUT / "werkblad-gezegd-360.png")
    page.locator(".ws__form textarea").first.press("!")
    expect(told).not_to_be_in_viewport()
