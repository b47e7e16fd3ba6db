"""Every worksheet in a browser: filled in, kept, printed, by who has only a keyboard too."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import flaws
from tests.browser.conftest import OUTPUT, PICTURES, Come, until
from tests.browser.worksheets import (
    FILLED,
    KEPT,
    LARGEST,
    LIMITS,
    SHEETS,
    WRITE,
    fill,
    is_kept,
    sheet_of,
)

pytestmark = pytest.mark.browser


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
