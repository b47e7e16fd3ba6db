"""A site that nobody makes again: what is over by the visitor's clock is over."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Come, Visitor

pytestmark = pytest.mark.browser


def at(visitor: Come, site: Path, moment: str) -> Visitor:
    """Somebody for whom it is that moment, in a time zone far from the Netherlands."""
    guest = visitor(site, width=360, timezone_id="America/New_York")
    guest.page.clock.set_fixed_time(moment)
    return guest


def shown(page: Page) -> str:
    """What somebody can read, once the page follows the clock."""
    page.wait_for_load_state("networkidle")
    return re.sub(r"\s+", " ", page.locator(".sheet").inner_text())


@pytest.mark.parametrize(
    ("moment", "there", "gone"),
    [
        ("2026-12-05T01:00+01:00", ["Nachtwandeling", "De volgende keer: maandag 7 december 2026."], []),
        ("2026-12-06T15:01+01:00",
         ["Vakantie voor twee", "keer: maandag 4 januari 2027, 16.00 uur, tot woensdag 6 januari 2027, 15.00 uur."],
         ["vrijdag 4 december"]),
        ("2026-12-05T01:31+01:00", ["Koffie op maandag", "Vol. Er kan niemand meer bij."], ["Nachtwandeling"]),
        ("2026-12-07T13:00+01:00", ["De volgende keer: maandag 14 december 2026."], ["maandag 7 december"]),
        ("2027-01-21T12:00+01:00", ["Januari 2027", "Dinsdag 2 februari 2027, om 19.30 uur"],
         ["December 2026", "12 januari", "19 januari", "Cursus die vol is"]),
        ("2027-03-05T12:00+01:00", ["Maart 2027", "keer: maandag 8 maart 2027. Daarna: 15 maart en 22 maart."],
         ["Cursus van vier avonden", "30 november", "Februari 2027"]),
        ("2027-05-01T12:00+02:00", ["Altijd op dinsdag Elke dinsdag, om 10.00 uur"], ["Koffie op maandag"]),
        ("2029-05-01T12:00+02:00", ["Altijd op dinsdag Elke dinsdag, om 10.00 uur Waar"], []),
    ],
)  # fmt: skip
def test_an_agenda(visited: Path, visitor: Come, moment: str, there: list[str], gone: list[str]) -> None:
    guest = at(visitor, visited, moment)
    page = guest.goes_to("zutphen/agenda/")
    said = shown(page)
    assert [part for part in there if part not in said] == []
    assert [part for part in gone if part in said] == []
    days = [entry.get_attribute("data-first") or "" for entry in page.locator("[data-month] article:visible").all()]
    assert days, "what comes back stays"
    guest.is_content()


def test_an_organisation_and_the_home(visited: Path, visitor: Come) -> None:
    guest = at(visitor, visited, "2027-02-03T12:00+01:00")
    agenda = guest.goes_to("organisaties/huis/").locator("section", has=guest.page.locator("#agenda"))
    expect(agenda).to_contain_text("De volgende keer: dinsdag 16 februari 2027.")
    expect(agenda.get_by_text("Nachtwandeling")).to_be_hidden()
    guest.is_content()


def test_what_an_organisation_did_was(visited: Path, visitor: Come) -> None:
    guest = at(visitor, visited, "2027-02-03T12:00+01:00")
    offers = guest.goes_to("organisaties/tijdelijk/").locator("section", has=guest.page.locator("#offers"))
    expect(offers.get_by_text("Wat hier stond, is voorbij.")).to_be_visible()
    guest.is_content()


def test_an_offer_that_is_over(visited: Path, visitor: Come) -> None:
    """On the evening of its last day it is there, a minute after midnight nowhere."""
    guest = at(visitor, visited, "2026-12-24T23:59+01:00")
    page = guest.goes_to("organisaties/tijdelijk/winter/")
    expect(page.get_by_role("link", name="Bel 0800 0000").first).to_be_visible()
    assert "Dit was er" not in shown(page)
    expect(guest.goes_to("zutphen/hulp/").get_by_role("link", name="Winteropvang")).not_to_have_count(0)

    guest = at(visitor, visited, "2026-12-25T00:01+01:00")
    page = guest.goes_to("organisaties/tijdelijk/winter/")
    expect(page.get_by_text("Dit was er tot en met 24 december 2026.")).to_be_visible()
    expect(page.locator(".offer__do")).to_be_hidden()
    expect(page.get_by_role("link", name="Stuur een bericht via WhatsApp")).to_have_count(0)
    assert "Zo begint u" not in shown(page) and "0800 0000" not in shown(page).split("Liever meteen")[0]
    page = guest.goes_to("zutphen/hulp/gezelschap-en-activiteiten/")
    expect(page.get_by_text("Hiervoor kennen wij in Zutphen nog geen hulp.")).to_be_visible()
    assert "Winteropvang" not in shown(page)
    assert "1 mogelijkheid" not in shown(page)
    assert "Winteropvang" not in shown(guest.goes_to("zutphen/a-z/"))
    assert "Winteropvang" not in shown(guest.goes_to("zutphen/wegwijzer/partner/moe/"))
    guest.is_content()


@pytest.mark.parametrize(("moment", "found"), [("2026-12-24T12:00+01:00", True), ("2027-02-01T12:00+01:00", False)])
def test_the_search(visited: Path, visitor: Come, moment: str, found: bool) -> None:
    guest = at(visitor, visited, moment)
    page = guest.goes_to("zutphen/hulp/#q=winteropvang")
    expect(page.locator("[data-result-count]")).to_have_attribute("aria-busy", "false")
    keys = [item.get_attribute("data-record") for item in page.locator("[data-record]").all()]
    assert ("tijdelijk/winter" in keys) is found
    page = guest.goes_to("zutphen/hulp/#soort=gezelschap-en-activiteiten")
    expect(page.locator("[data-result-count]")).to_have_attribute("data-result-count", re.compile("[0-9]+"))
    keys = [item.get_attribute("data-record") for item in page.locator("[data-record]").all()]
    assert ("tijdelijk/winter" in keys) is found
    guest.is_content()


def test_what_is_kept_in_a_backpack(visited: Path, visitor: Come) -> None:
    guest = at(visitor, visited, "2026-12-24T12:00+01:00")
    page = guest.goes_to("organisaties/tijdelijk/winter/")
    page.get_by_role("button", name="Bewaar in rugzak").click()
    expect(guest.goes_to("rugzak/").locator(".kept__item .button")).to_be_visible()
    guest.page.clock.set_fixed_time("2026-12-26T12:00+01:00")
    item = guest.goes_to("rugzak/").locator(".kept__item")
    expect(item).to_contain_text("Dit was er tot en met 24 december 2026.")
    expect(item.locator(".button")).to_have_count(0)
    guest.is_content()


def test_an_offer_that_begins(visited: Path, visitor: Come) -> None:
    guest = at(visitor, visited, "2027-02-28T23:00+01:00")
    page = guest.goes_to("organisaties/tijdelijk/voorjaar/")
    expect(page.get_by_text("Dit begint op 1 maart 2027.")).to_be_visible()
    expect(page.locator(".offer__do, .offer__chats")).to_have_count(2)
    for button in page.locator(".offer__do, .offer__chats").all():
        expect(button).to_be_hidden()
    guest = at(visitor, visited, "2027-03-01T00:00+01:00")
    page = guest.goes_to("organisaties/tijdelijk/voorjaar/")
    expect(page.locator(".offer__do")).to_be_visible()
    expect(page.locator(".offer__chats")).to_be_visible()
    expect(page.get_by_text("Dit begint op 1 maart 2027.")).to_be_hidden()
    guest.is_content()


def test_what_was_checked_long_ago(visited: Path, visitor: Come) -> None:
    """Twelve months after it was looked at, on its page, on cards and among results."""
    said = "Volgens een bron uit 1 november 2026, niet opnieuw gecontroleerd"
    guest = at(visitor, visited, "2027-11-02T12:00+01:00")
    assert said not in shown(guest.goes_to("organisaties/huis/"))
    guest = at(visitor, visited, "2027-11-04T12:00+01:00")
    for address in ("organisaties/huis/", "organisaties/streek/rit/", "zutphen/hulp/vervoer/", "zutphen/hulp/#q=rit"):
        page = guest.goes_to(address)
        expect(page.get_by_text(said).locator("visible=true").first).to_have_class(re.compile("warm"))
    guest.is_content()


def test_a_page_that_stays_open_follows(visited: Path, visitor: Come) -> None:
    guest = at(visitor, visited, "2026-12-04T12:00+01:00")
    page = guest.goes_to("zutphen/agenda/")
    expect(page.get_by_text("Nachtwandeling").first).to_be_visible()
    page.clock.set_fixed_time("2026-12-06T12:00+01:00")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(page.get_by_text("Nachtwandeling").first).to_be_hidden()
    guest.is_content()


def test_without_scripts_a_page_says_when_it_was_made(visited: Path, visitor: Come) -> None:
    guest = visitor(visited, width=360, java_script_enabled=False)
    for address in ("zutphen/agenda/", "organisaties/tijdelijk/winter/", "zutphen/hulp/gezelschap-en-activiteiten/"):
        expect(guest.goes_to(address).get_by_text("Deze pagina is gemaakt op 1 december 2026.")).to_be_visible()
