"""What scripts make of a page has no flaw either: every state of searching and of the rugzak, in each of the looks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import flaws_in_every_look
from tests.browser.conftest import Come

pytestmark = pytest.mark.browser


def results(page: Page) -> None:
    expect(page.locator("[data-record]").first).to_be_visible()


def filters(page: Page) -> None:
    results(page)
    page.locator(".filters > summary").click()
    expect(page.locator(".filter__left").first).not_to_be_empty()


def nothing(page: Page) -> None:
    expect(page.get_by_text("Hiervoor vonden wij niets.")).to_be_visible()
    results(page)


def filtered_away(page: Page) -> None:
    expect(page.get_by_role("button", name="Laat de keuzes los")).to_be_visible()


def danger(page: Page) -> None:
    expect(page.get_by_role("region", name="Kan het niet wachten?")).to_be_visible()
    results(page)


def near(page: Page) -> None:
    results(page)
    expect(page.locator("[data-record] .find__when").first).to_be_visible()


def full(page: Page) -> None:
    paths = [
        "organisaties/lindedalse-handen/oppas-aan-huis/",
        "organisaties/welzijn-lindedal/maatje/",
        "organisaties/steunpunt-lindedal-zorgt/",
        "tools/rondje-lindedal/",
    ]
    items = [{"path": path, "name": path, "note": "Maandag bellen"} for path in paths]
    page.evaluate("items => localStorage.setItem('mantelkaart.rugzak', JSON.stringify(items))", items)
    page.reload()
    expect(page.locator(".kept__item")).to_have_count(len(paths))
    expect(page.locator(".kept__item a.button").first).to_be_visible()


def empty(page: Page) -> None:
    page.evaluate("localStorage.clear()")
    page.reload()
    expect(page.get_by_text("Uw rugzak is nog leeg.")).to_be_visible()


STATES: Mapping[str, tuple[str, Callable[[Page], None]]] = {
    "resultaten": ("lindedal/hulp/#q=oppas+voor+mijn+man", results),
    "filters-open": ("lindedal/hulp/#q=dagbesteding", filters),
    "niets-gevonden": ("lindedal/hulp/#q=xyzzyq", nothing),
    "weggefilterd": ("lindedal/hulp/#q=rolstoel&waar=online&kosten=betaald&vrij=1&soort=waardering", filtered_away),
    "gevaar": ("lindedal/hulp/#q=ik+wil+niet+meer+leven", danger),
    "dichtbij-en-open": ("lindedal/hulp/?plaats=Oosterlinde&open=1", near),
    "rugzak-vol": ("rugzak/", full),
    "rugzak-leeg": ("rugzak/", empty),
}


@pytest.mark.parametrize("name", STATES)
def test_a_state_has_no_flaw(name: str, lindedal: Path, visitor: Come) -> None:
    """Nothing for axe, no sideways scrolling at 320 pixels (1280 at 400 %), no message, nobody else asked."""
    address, reach = STATES[name]
    guest = visitor(lindedal, width=360)
    page = guest.goes_to(address)
    reach(page)
    found = flaws_in_every_look(page, f"staat-{name}", (320, "light"))
    assert not found, "\n".join(found)
    page.evaluate("localStorage.clear()")
    guest.is_content()
