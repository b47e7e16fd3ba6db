"""The whole way of somebody who looks for help: from a misspelt word to a paper on the kitchen table, and on."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import OUTPUT, Visitor
from tests.browser.test_offline import Phone, Server

pytestmark = pytest.mark.browser


def test_find_keep_note_print_share_and_read_without_a_network(lindedal: Path, chromium: Browser) -> None:
    """Search with a slip, refine, open, keep, note, print, send the link to a second browser, lose the network."""
    server = Server(lindedal)
    context = chromium.new_context(locale="nl-NL", viewport={"width": 360, "height": 740})
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    phone = Phone(context, server)
    page = phone.goes_to("lindedal/")
    page.get_by_label("Waar kunt u hulp bij gebruiken?").fill("dagbestedng")
    page.keyboard.press("Enter")
    expect(page.locator("[data-record]").first).to_be_visible()
    page.get_by_text("Verfijn", exact=True).click()
    page.locator(".filters__group > summary").filter(has_text="Waar").click()
    page.get_by_label("Op een vaste plek").check()
    page.locator(".filters__done button").click()
    farm = page.locator("[data-record='zorgboerderij-ammerhoeve/dag-op-de-boerderij']")
    farm.get_by_role("link", name="Dag op de boerderij", exact=True).click()
    expect(page.locator("h1")).to_have_text("Dag op de boerderij")
    page.locator(".keep").first.click()
    page.get_by_role("link", name="Mijn rugzak").first.click()
    page.get_by_label("Notitie: Dag op de boerderij").fill("Vragen of de hond mee mag")
    page.keyboard.press("Tab")
    page.emulate_media(media="print")
    expect(page.locator(".kept__item a.button")).to_contain_text("0800")
    page.pdf(path=OUTPUT / "hele-weg.pdf", format="A4")
    page.emulate_media(media="screen")
    page.get_by_role("button", name="Kopieer de link").click()
    expect(page.get_by_role("status").filter(has_text="De link is gekopieerd.")).to_be_visible()
    link = page.evaluate("navigator.clipboard.readText()")

    other = Visitor(chromium.new_context(locale="nl-NL"))
    other.root = server.root
    other.page.goto(link)
    expect(other.page.get_by_role("link", name="Dag op de boerderij").first).to_be_visible()
    assert "hond" not in other.page.content(), "a note stays at home unless it may go along"
    other.is_content()
    other.page.context.close()

    phone.has_kept()
    phone.waits_for_all()
    server.away = True
    page = phone.goes_to("rugzak/")
    expect(page.get_by_label("Notitie: Dag op de boerderij")).to_have_value("Vragen of de hond mee mag")
    page = phone.goes_to("lindedal/hulp/#q=dagbestedng&waar=locatie")
    expect(page.locator("[data-record]").first).to_be_visible()
    expect(page.get_by_text("Deze pagina is opgehaald op")).to_be_visible()
    assert phone.errors == []
    context.close()
    server.shutdown()
