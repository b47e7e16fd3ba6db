"""Mijn rugzak: kept in this browser, with notes and an order of one's own, on paper, and shared without a server."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OUTPUT, Come, Visitor, until

pytestmark = pytest.mark.browser

OPPAS = "organisaties/lindedalse-handen/oppas-aan-huis/"
MAATJE = "organisaties/welzijn-lindedal/maatje/"
ALLOWED = {"permissions": ("clipboard-read", "clipboard-write")}


@pytest.fixture
def guest(lindedal: Path, visitor: Come) -> Visitor:
    """Somebody with an empty rugzak."""
    found = visitor(lindedal, **ALLOWED)
    found.goes_to("rugzak/").evaluate("localStorage.clear()")
    return found


def kept(page: Page) -> list[str]:
    """What the list shows, once the page has come to life."""
    page.wait_for_selector("[data-module=rugzak]:not([hidden])")
    return [item.get_attribute("data-path") or "" for item in page.locator(".kept__item").all()]


def keeps(guest: Visitor, *paths: str) -> Page:
    for path in paths:
        guest.goes_to(path).locator(".keep").first.click()
    return guest.goes_to("rugzak/")


def test_an_offer_is_kept_and_still_there_tomorrow(guest: Visitor) -> None:
    """A button on its page and on its card; the top says how many; loading again changes nothing."""
    page = guest.goes_to(OPPAS)
    button = page.get_by_role("button", name="Bewaar in rugzak")
    button.click()
    expect(page.locator(".kept__number")).to_have_text("1")
    expect(page.locator(".keep")).to_have_attribute("aria-pressed", "true")
    page = guest.goes_to("lindedal/hulp/gezelschap-en-activiteiten/")
    card = page.locator("article.card", has=page.get_by_role("link", name="Een maatje", exact=True))
    card.locator(".keep").click()
    page = guest.goes_to("rugzak/")
    assert kept(page) == [OPPAS, MAATJE]
    expect(page.locator(".kept__item").first.locator("a.button")).to_have_attribute("href", "tel:08000000130")
    page.reload()
    assert kept(page) == [OPPAS, MAATJE]
    guest.is_content()


def test_a_result_of_a_search_can_be_kept(guest: Visitor) -> None:
    page = guest.goes_to("lindedal/hulp/#q=oppas")
    page.locator("[data-record='lindedalse-handen/oppas-aan-huis'] .keep").click()
    assert kept(guest.goes_to("rugzak/")) == [OPPAS]
    guest.is_content()


def test_every_result_can_be_kept(guest: Visitor) -> None:
    """An organisation and a page of knowledge among the results have no button to ring, and can be kept too."""
    page = guest.goes_to("lindedal/hulp/#q=Steunpunt+Lindedal+Zorgt")
    expect(page.locator("[data-record='steunpunt-lindedal-zorgt']")).to_be_visible()
    results = page.locator("[data-record]")
    expect(page.locator("[data-record] .keep")).to_have_count(results.count())
    guest.is_content()


def test_notes_and_order_are_the_visitors_own(guest: Visitor) -> None:
    """Written and moved with the keyboard alone; both outlive the visit."""
    page = keeps(guest, OPPAS, MAATJE)
    page.get_by_label("Notitie: Oppas aan huis").fill("Maandag bellen")
    up = page.get_by_role("button", name="Hoger: Een maatje")
    up.focus()
    page.keyboard.press("Enter")
    assert kept(page) == [MAATJE, OPPAS]
    expect(page.get_by_role("status")).to_contain_text("staat nu op plaats 1")
    page.reload()
    assert kept(page) == [MAATJE, OPPAS]
    expect(page.get_by_label("Notitie: Oppas aan huis")).to_have_value("Maandag bellen")
    guest.is_content()


def test_empty_with_one_tap_and_back_again(guest: Visitor) -> None:
    page = keeps(guest, OPPAS, MAATJE)
    page.get_by_role("button", name="Maak de rugzak leeg").click()
    assert kept(page) == []
    expect(page.get_by_text("Uw rugzak is nog leeg.")).to_be_visible()
    assert page.evaluate("localStorage.length") == 0
    page.get_by_role("button", name="Zet terug").click()
    expect(page.locator(".kept__item")).to_have_count(2)
    page.get_by_role("button", name="Haal eruit: Een maatje").click()
    assert kept(page) == [OPPAS]
    guest.is_content()


def test_it_prints_on_one_sheet_with_a_code_for_each(guest: Visitor) -> None:
    """Six offers fit on one A4, each with its number and a code that leads to its page."""
    offers = [f"organisaties/{path}/" for path in SIX]
    page = keeps(guest, *offers)
    page.evaluate("window.print = () => { window.printed = true }")
    expect(page.locator(".kept__item a.button").first).to_be_visible()
    page.get_by_role("button", name="Print").click()
    until(page, "async () => window.printed")
    expect(page.locator(".kept__code svg")).to_have_count(len(offers))
    page.emulate_media(media="print")
    expect(page.locator(".kept__code svg").first).to_be_visible()
    expect(page.get_by_role("button", name="Print")).to_be_hidden()
    made = page.pdf(path=OUTPUT / "rugzak.pdf", format="A4")
    assert made.count(b"/Type /Page\n") == 1 or made.count(b"/Type /Page ") == 1, "one sheet"
    guest.is_content()


SIX = (
    "lindedalse-handen/oppas-aan-huis", "welzijn-lindedal/maatje", "zorgboerderij-ammerhoeve/dag-op-de-boerderij",
    "steunpunt-lindedal-zorgt/gesprek-met-een-consulent", "logeerhuis-wilgenes/weekend-logeren",
    "mantelzorgnl/mantelzorglijn",
)  # fmt: skip


def test_a_link_carries_the_list_to_another_browser(
    guest: Visitor, lindedal: Path, chromium: Any, serve: Callable[[Path], str]
) -> None:
    """Nothing of it is asked of the server; who opens it sees the list and decides whether to keep it."""
    page = keeps(guest, OPPAS, MAATJE)
    page.get_by_label("Notitie: Oppas aan huis").fill("Onder ons")
    page.get_by_role("button", name="Kopieer de link").click()
    expect(page.get_by_role("status")).to_have_text("De link is gekopieerd.")
    link = page.evaluate("navigator.clipboard.readText()")
    assert "Onder" not in link, "notes stay at home unless they may go along"
    other = Visitor(chromium.new_context(locale="nl-NL"))
    other.root = serve(lindedal)
    asked: list[str] = []
    other.page.on("request", lambda request: asked.append(request.url))
    other.page.goto(link)
    expect(other.page.locator(".kept__item")).to_have_count(2)
    assert other.page.evaluate("localStorage.length") == 0
    assert not [url for url in asked if "r=" in url.split("#")[0]]
    other.page.get_by_role("button", name="Zet in mijn rugzak").click()
    other.page.goto(other.root + "rugzak/")
    assert kept(other.page) == [OPPAS, MAATJE]
    other.is_content()
    other.page.context.close()
    page.get_by_label("Mijn notities mogen mee").check()
    page.get_by_role("button", name="Kopieer de link").click()
    until(page, "async () => (await navigator.clipboard.readText()).includes('Onder%20ons')")
    guest.is_content()


@pytest.mark.parametrize(
    "rubbish",
    [
        "{", "null", '"x"', "[1, null, {}]", '[{"path": "javascript:alert(1)"}]', '[{"path": "../../x/"}]',
        '[{"path": "organisaties/a/", "name": {"x": 1}, "note": 7}]',
    ],
)  # fmt: skip
def test_whatever_stands_in_the_browser_breaks_nothing(guest: Visitor, rubbish: str) -> None:
    page = guest.goes_to("rugzak/")
    page.evaluate("text => localStorage.setItem('mantelkaart.rugzak', text)", rubbish)
    page = guest.goes_to("over/")
    page = guest.goes_to("rugzak/#r=javascript:alert(1),%E0%A4%A,organisaties/x~%3Cimg%20src=x%20onerror=alert(1)%3E")
    assert set(kept(page)) <= {"organisaties/x/"}
    assert page.locator("main img").count() == 0
    assert [complaint for complaint in guest.complaints if "404" not in complaint] == []


def test_without_scripts_it_says_what_does_work(lindedal: Path, visitor: Come) -> None:
    guest = visitor(lindedal, java_script_enabled=False)
    page = guest.goes_to("rugzak/")
    expect(page.locator("noscript p")).to_be_visible()
    assert page.locator(".keep").count() == 0
    guest.is_content()
