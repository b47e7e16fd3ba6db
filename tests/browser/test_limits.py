"""Nothing is dropped without a word: what needs no limit has none, and what has one says so before it is reached."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import OUTPUT, PICTURES, Come, Visitor
from tests.browser.worksheets import KEPT, WRITE, answers, is_kept, link_to, sheet_of

pytestmark = pytest.mark.browser

OPPAS = "organisaties/lindedalse-handen/oppas-aan-huis/"
MAATJE = "organisaties/welzijn-lindedal/maatje/"
LOGEREN = "organisaties/logeerhuis-wilgenes/weekend-logeren/"

FILLS_UP = """() => {
    window.setItem = Storage.prototype.setItem;
    Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };
}"""
HAS_ROOM_AGAIN = "() => { Storage.prototype.setItem = window.setItem; }"


def things(count: int) -> list[dict[str, str]]:
    return [{"path": f"organisaties/bewaard-{n}/", "name": f"Bewaard {n}", "note": ""} for n in range(count)]


def rugzak(page: Page) -> list[dict[str, str]]:
    found: list[dict[str, str]] = page.evaluate("JSON.parse(localStorage.getItem('mantelkaart.rugzak') ?? '[]')")
    return found


def paths(page: Page) -> list[str]:
    return [item["path"] for item in rugzak(page)]


def with_kept(guest: Visitor, *items: dict[str, str]) -> Page:
    """Somebody who kept these."""
    page = guest.goes_to("over/")
    page.evaluate("items => localStorage.setItem('mantelkaart.rugzak', JSON.stringify(items))", list(items))
    return page


def test_what_comes_after_a_hundred_things_is_kept_too(lindedal: Path, visitor: Come) -> None:
    """One by one, and from a list that somebody shared."""
    guest = visitor(lindedal)
    with_kept(guest, *things(100))
    page = guest.goes_to(OPPAS)
    page.get_by_role("button", name="Bewaar in rugzak").click()
    expect(page.locator(".kept__number")).to_have_text("101")
    expect(page.locator(".keep")).to_have_attribute("aria-pressed", "true")
    page = guest.goes_to(f"rugzak/#r={MAATJE[:-1]},{LOGEREN[:-1]}")
    page.get_by_role("button", name="Zet in mijn rugzak").click()
    expect(page.locator(".kept__told")).to_have_text("De lijst zit in uw rugzak.")
    expect(page.locator(".kept__item")).to_have_count(103)
    assert paths(page)[100:] == [OPPAS, MAATJE, LOGEREN]
    page.get_by_label("Notitie: Bewaard 99").fill("woord " * 500 + "einde")
    page.reload()
    expect(page.locator(".kept__item")).to_have_count(103)
    assert rugzak(page)[99]["note"].endswith("einde")


def test_a_long_list_says_that_programs_may_cut_it(lindedal: Path, visitor: Come) -> None:
    """And which way brings all of it."""
    guest = visitor(lindedal, permissions=("clipboard-read", "clipboard-write"))
    with_kept(guest, *things(400))
    page = guest.goes_to("rugzak/")
    told = page.locator(".kept__told")
    page.get_by_role("button", name="Kopieer de link").click()
    expect(told).to_contain_text("sommige programma's kappen hem af")
    page.evaluate("window.open = () => {}")
    page.get_by_role("button", name="Open WhatsApp").click()
    expect(told).to_contain_text("sommige programma's kappen haar af")
    page.evaluate("items => localStorage.setItem('mantelkaart.rugzak', JSON.stringify(items))", things(3))
    page.reload()
    page.get_by_role("button", name="Kopieer de link").click()
    expect(told).to_have_text("De link is gekopieerd.")


def test_a_link_that_lost_a_piece_says_so(lindedal: Path, visitor: Come) -> None:
    guest = visitor(lindedal)
    page = guest.goes_to(f"rugzak/#r={OPPAS[:-1]},organisa")
    expect(page.locator(".kept__item")).to_have_count(1)
    expect(page.locator(".kept__told")).to_contain_text("Een stukje van de link is niet te lezen.")
    page = guest.goes_to(f"rugzak/#r={OPPAS[:-1]}")
    expect(page.locator(".kept__told")).to_be_empty()
    guest.is_content()


def test_a_browser_without_room_never_shows_as_kept_what_is_not(lindedal: Path, visitor: Come) -> None:
    """Keeping, moving, taking away, a note, a shared list: each says that it was not kept, and nothing looks as if."""
    guest = visitor(lindedal, width=360)
    both = [{"path": path, "name": path, "note": ""} for path in (OPPAS, MAATJE)]
    with_kept(guest, *both)
    page = guest.goes_to(LOGEREN)
    expect(page.locator(".kept__number")).to_have_text("2")
    page.evaluate(FILLS_UP)
    page.get_by_role("button", name="Bewaar in rugzak").click()
    expect(page.locator(".keep")).to_contain_text("Dit is niet bewaard.")
    expect(page.locator(".keep")).to_have_attribute("aria-pressed", "false")
    expect(page.locator(".kept__number")).to_have_text("2")

    page = guest.goes_to(f"rugzak/#r={LOGEREN[:-1]}")
    told = page.locator(".kept__told")
    page.evaluate(FILLS_UP)
    page.get_by_role("button", name="Zet in mijn rugzak").click()
    expect(told).to_contain_text("Dit is niet bewaard.")
    expect(page.get_by_role("button", name="Zet in mijn rugzak")).to_be_visible()

    page = guest.goes_to("over/")
    page = guest.goes_to("rugzak/")
    page.evaluate(FILLS_UP)
    for button in ("Hoger: Een maatje", "Haal eruit: Een maatje"):
        page.get_by_role("button", name=button).click()
        expect(told).to_contain_text("Dit is niet bewaard.")
        assert [item.get_attribute("data-path") for item in page.locator(".kept__item").all()] == [OPPAS, MAATJE]
    note = page.get_by_label("Notitie: Een maatje")
    note.fill("Maandag bellen")
    beside = page.locator(f"[data-path='{MAATJE}'] .kept__write .warm")
    expect(beside).to_be_visible()
    if PICTURES:
        page.screenshot(path=OUTPUT / "rugzak-vol-360.jpg", type="jpeg", full_page=True)
    page.evaluate(HAS_ROOM_AGAIN)
    page.get_by_role("button", name="Hoger: Een maatje").click()
    assert [(item["path"], item["note"]) for item in rugzak(page)] == [(MAATJE, "Maandag bellen"), (OPPAS, "")]
    expect(note).to_have_value("Maandag bellen")
    expect(beside).to_be_hidden()
    guest.is_content()


def test_a_question_of_any_length_stays_as_it_was_typed(lindedal: Path, visitor: Come) -> None:
    """A whole story is answered; of more than that it says with how much was searched."""
    guest = visitor(lindedal, width=360)
    page = guest.goes_to("lindedal/hulp/")
    field, told = page.locator("#vraag"), page.locator("[data-result-count]")
    story = "Mijn man heeft dementie en ik slaap slecht. " * 12 + "Wie helpt er met de rolstoel?"
    field.fill(story)
    expect(page.locator("[data-record]").first).to_be_visible()
    expect(field).to_have_value(story)
    expect(told).to_contain_text("…”")
    expect(told).not_to_contain_text("Uw vraag is lang.")
    page.wait_for_url("**rolstoel%3F")
    field.fill(story * 8)
    expect(told).to_contain_text("Uw vraag is lang. Wij zochten met de eerste 2.000 tekens.")
    expect(field).to_have_value(story * 8)
    if PICTURES:
        page.screenshot(path=OUTPUT / "lange-vraag-360.jpg", type="jpeg")
    page = guest.goes_to("tools/")
    page.locator("#zoek-in").fill(story * 8)
    expect(page.locator(".library__count [role=status]")).to_contain_text("Je vraag is lang.")
    guest.is_content()


def test_no_field_cuts_off_what_is_pasted(lindedal: Path, visitor: Come) -> None:
    """A browser drops the tail of a text without a word where a field has a greatest length: none has."""
    guest = visitor(lindedal)
    for address in ("lindedal/", "lindedal/hulp/", "tools/", "werkbladen/doelenboom/", "werkbladen/dementienetwerk/"):
        page = guest.goes_to(address)
        page.wait_for_load_state("networkidle")
        assert page.locator("[maxlength]").count() == 0, address
    page = sheet_of(guest, "dementienetwerk")
    long = "woord " * 2_000 + "einde"
    page.evaluate(WRITE, [0, long])
    is_kept(page, "dementienetwerk")
    page.reload()
    expect(page.locator(".ws__form textarea").first).to_have_value(long)
    guest.is_content()


def filled_to(rows: Locator, count: int) -> None:
    """Write on line after line, each of which comes when the one before it is written on."""
    rows.first.evaluate(
        """(first, count) => {
            const holder = first.parentElement;
            for (let place = 0; place < count; place += 1) {
                const area = holder.children[place].querySelector("textarea");
                area.value = `regel ${place}`;
                area.dispatchEvent(new Event("input", {bubbles: true}));
            }
        }""",
        count,
    )


def test_the_last_line_says_that_it_is_the_last(lindedal: Path, visitor: Come) -> None:
    """When it comes, not when it is full; and a button that can do no more says why."""
    guest = visitor(lindedal)
    page = sheet_of(guest, "dementienetwerk")
    told = page.locator(".ws__told")
    table = page.locator(".ws__table:has(tbody[data-rows])").first
    filled_to(table.locator(".ws__row"), 198)
    expect(told).to_be_empty()
    filled_to(table.locator(".ws__row"), 199)
    expect(told).to_contain_text("Dit is de laatste regel: er passen er 200 in.")
    filled_to(table.locator(".ws__row"), 200)
    page.evaluate("document.querySelector('.ws__told').textContent = ''")
    table.locator("+ .ws__more button").click()
    expect(told).to_contain_text("er passen er 200 in")
    expect(table.locator(".ws__row")).to_have_count(200)
    guest.is_content()


def test_the_last_part_that_can_be_added_says_so(lindedal: Path, visitor: Come) -> None:
    guest = visitor(lindedal)
    page = sheet_of(guest, "elevator-pitch")
    sections = json.loads(page.locator("[data-module=worksheet]").get_attribute("data-definition") or "")["sections"]
    most = next(section["repeat"]["most"] for section in sections if section.get("repeat"))
    add = page.get_by_role("button", name="Publiek erbij")
    for number in range(2, most + 1):
        expect(page.locator(".ws__told")).not_to_contain_text("de laatste")
        add.click()
        expect(page.locator(".ws__told")).to_contain_text(f"{number} staat erbij.")
    expect(page.locator(".ws__told")).to_contain_text(f"Dit is de laatste: er passen er {most} in.")
    guest.is_content()


def test_a_tree_says_how_deep_and_how_wide_it_goes(lindedal: Path, visitor: Come) -> None:
    """And a goal of any length stands in it whole; its picture shows where it is shortened."""
    guest = visitor(lindedal)
    page = sheet_of(guest, "doelenboom")
    told, goals = page.locator(".ws__told"), page.locator(".ws__goal")
    long = "slapen " * 200 + "einde"
    goals.first.fill(long)
    is_kept(page, "doelenboom")
    assert long in json.dumps(page.evaluate(KEPT, "doelenboom"))
    expect(page.locator(".ws__picture svg")).to_contain_text("…")
    below = page.get_by_role("button", name="Eronder")
    while page.locator(".ws__node").last.get_attribute("data-level") != "5":
        below.last.click()
        expect(told).to_contain_text("Nu op laag")
    below.last.click()
    expect(told).to_contain_text("Dieper dan 6 lagen gaat de boom niet.")
    page.evaluate(
        """() => {
            for (let made = document.querySelectorAll(".ws__node").length; made < 200; made += 1)
                [...document.querySelectorAll("[data-step=beside]")].at(-1).click();
        }"""
    )
    expect(page.locator(".ws__node")).to_have_count(200)
    goals.last.press("Enter")
    expect(told).to_contain_text("Er passen hooguit 200 doelen in de boom.")
    expect(page.locator(".ws__node")).to_have_count(200)
    guest.is_content()


def given(count: int, name: str) -> dict[str, Any]:
    """The file of a sheet with the answers of so many others beside it."""
    file = answers("44244", name, "2026-11-01")
    whole = json.loads(file["buffer"])
    whole["others"] = [whole["values"]] * count
    return {**file, "buffer": json.dumps(whole).encode()}


def test_a_group_of_more_than_a_hundred_counts_everybody(lindedal: Path, visitor: Come) -> None:
    """After loading again too; what is no answer is named beside what is; and too many are refused as a whole."""
    guest = visitor(lindedal)
    page = sheet_of(guest, "stilstaan-bij-samenwerking")
    told, choose = page.locator(".ws__told"), page.locator("input[data-do=others]")
    rubbish = {"name": "foto.json", "mimeType": "application/json", "buffer": b"geen blad"}
    choose.set_input_files([given(149, "bieb"), rubbish])  # type: ignore[list-item]
    expect(told).to_contain_text("150 antwoorden van anderen erbij. Het bestand foto.json is geen werkblad")
    page.reload()
    expect(page.locator(".ws__chart")).to_contain_text("Antwoorden: 151")  # their own too
    kept = page.evaluate(KEPT, "stilstaan-bij-samenwerking")
    assert len(kept["others"]) == 150
    choose.set_input_files([given(900, "buurt")])  # type: ignore[list-item]
    expect(told).to_contain_text("Er passen hooguit 1000 antwoorden van anderen bij een blad. Er is niets veranderd.")
    page.locator("input[data-do=open]").set_input_files(given(1001, "te veel"))  # type: ignore[arg-type]
    expect(told).to_contain_text("te groot voor een werkblad. Er is niets veranderd.")
    assert page.evaluate(KEPT, "stilstaan-bij-samenwerking")["others"] == kept["others"]
    guest.is_content()


def test_a_way_back_that_no_room_is_left_for_says_so(lindedal: Path, visitor: Come) -> None:
    """A link comes in place of what somebody wrote: that can be brought back now, and not when the page is gone."""
    guest = visitor(lindedal)
    page = sheet_of(guest, "lokale-lobby")
    page.locator(".ws__form textarea").first.fill("van mijzelf")
    is_kept(page, "lokale-lobby")
    page.evaluate(
        """() => {
            const real = Storage.prototype.setItem;
            Storage.prototype.setItem = function (name, text) {
                if (name.endsWith(".voor")) throw new DOMException("full", "QuotaExceededError");
                real.call(this, name, text);
            };
        }"""
    )
    page.evaluate("end => { location.hash = end; }", link_to("van een ander"))
    told = page.locator(".ws__told")
    expect(told).to_contain_text("Wat er eerst stond, past er niet meer bij.")
    page.get_by_role("button", name="Toch niet").click()
    expect(page.locator(".ws__form textarea").first).to_have_value("van mijzelf")
    guest.is_content()
