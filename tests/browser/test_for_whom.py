"""Whom something is for and whether there is room, as who looks for help meets it, on the day that it is there."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Come
from tests.browser.test_finder import count, keys

pytestmark = pytest.mark.browser

LATER = "2027-06-01T12:00:00+02:00"
"""When nobody has built the site again for half a year."""


def reasons(page: Page) -> list[str]:
    return page.locator("[data-record] .find__why").all_inner_texts()


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        ("pools", "Pools"), ("iemand die pools spreekt", "Pools"), ("polski", "Pools"),
        ("gebarentaal", "Nederlandse Gebarentaal"), ("doventolk", "Nederlandse Gebarentaal"),
        ("somalisch", "Somalisch"), ("tigrinya", "Tigrinya"),
    ],
)  # fmt: skip
def test_who_asks_for_a_language_finds_who_speaks_it(typed: str, label: str, lindedal: Path, visitor: Come) -> None:
    guest = visitor(lindedal)
    page = guest.goes_to(f"lindedal/hulp/#q={typed}")
    assert count(page) >= 1
    expect(page.locator("[data-record] .find__why").first).to_contain_text(label)
    assert all(label in why for why in reasons(page)[:3])
    guest.is_content()


def test_a_language_beside_something_else_says_by_whom(lindedal: Path, visitor: Come) -> None:
    guest = visitor(lindedal)
    page = guest.goes_to("lindedal/hulp/#q=turkse hulp bij dementie")
    assert count(page) > 3
    expect(page.locator("[data-record] .find__why").first).to_contain_text("Turks")
    assert [why for why in reasons(page)[:3] if "Turks" not in why] == []
    page = guest.goes_to("lindedal/hulp/#q=rolstoel")
    assert count(page) > 3
    assert any("Goed te bereiken met een rolstoel" in why for why in reasons(page))
    guest.is_content()


def test_languages_and_accessibility_can_be_chosen(lindedal: Path, visitor: Come) -> None:
    """A choice says beforehand how many remain, stands in the address, and is there again for who follows it."""
    guest = visitor(lindedal)
    page = guest.goes_to("lindedal/hulp/")
    page.get_by_text("Verfijn", exact=True).click()
    expect(page.get_by_role("group", name="Taal")).to_be_visible()
    assert page.locator("input[name=taal][value=nl]").count() == 0
    page.get_by_label("Somalisch").check()
    page.wait_for_url("**#taal=so")
    assert count(page) == 1 and keys(page) == ["huis-van-talen/taalhulp-bij-de-dokter"]
    page = guest.goes_to("lindedal/hulp/#taal=ar&toegang=rolstoel")
    several = count(page)
    assert several > 1
    page = guest.goes_to("lindedal/hulp/#taal=ar,so&toegang=rolstoel")
    assert count(page) >= several
    guest.is_content()


def test_a_condition_can_be_left_out(lindedal: Path, visitor: Come) -> None:
    guest = visitor(lindedal)
    page = guest.goes_to("lindedal/hulp/#q=verhuizen")
    assert "wonen-lindedal/verhuiscoach" in keys(page) if count(page) else False
    expect(page.locator("[data-record='wonen-lindedal/verhuiscoach'] .only")).to_have_text(
        "Alleen voor huurders van Wonen Lindedal."
    )
    page = guest.goes_to("lindedal/hulp/#q=verhuizen&iedereen=1")
    assert count(page) > 0 and "wonen-lindedal/verhuiscoach" not in keys(page)
    guest.is_content()


def test_what_is_for_another_village_comes_last_and_says_so(lindedal: Path, visitor: Come) -> None:
    guest = visitor(lindedal)
    neighbour = "burenhulp-klein-ammer/hulp-van-een-buur"
    page = guest.goes_to("lindedal/hulp/#q=klusjes&plaats=Hoogvaren")
    assert count(page) > 1 and keys(page)[-1] == neighbour
    expect(page.locator(f"[data-record='{neighbour}'] .warm")).to_have_text("Niet voor Hoogvaren")
    page = guest.goes_to("lindedal/hulp/#q=klusjes&plaats=Klein Ammer")
    assert count(page) > 1 and keys(page)[0] == neighbour
    expect(page.locator(f"[data-record='{neighbour}'] .warm")).to_have_count(0)
    for typed in ("9991", "klein ammer"):
        page = guest.goes_to(f"lindedal/hulp/#q={typed}")
        assert count(page) >= 1
        first = {"9991": "dierenmaatjes-lindedal/hond-uitlaten", "klein ammer": neighbour}[typed]
        assert first in keys(page)[:2], keys(page)
    guest.is_content()


def test_what_was_so_is_said_to_be_past_by_the_visitor_s_clock(lindedal: Path, visitor: Come) -> None:
    """On a list, on a page and in the search, of a site that nobody built again: full, a wait, a pause."""
    guest = visitor(lindedal, timezone_id="Europe/Amsterdam")
    course = "steunpunt-lindedal-zorgt/cursus-zorgen-en-grenzen"
    bench = "organisaties/burenhulp-klein-ammer/bankje-voor-een-praatje/"
    guest.page.clock.set_fixed_time("2026-11-24T12:00:00+01:00")
    page = guest.goes_to(f"organisaties/{course}/")
    expect(page.locator("header .room")).to_have_text("Vol, tot en met 4 januari 2027")
    expect(page.locator("header .room")).to_have_class("room warm")
    page = guest.goes_to("lindedal/hulp/#q=cursus zorgen en grenzen")
    expect(page.locator(f"[data-record='{course}'] .room")).to_have_text("Vol, tot en met 4 januari 2027")
    page = guest.goes_to(bench)
    expect(page.locator(".status")).to_have_text("Dit is er nu even niet, tot en met 1 maart 2027.")
    page = guest.goes_to("lindedal/hulp/cursus-en-training/")
    expect(page.get_by_text("Vol, tot en met 4 januari 2027")).to_be_visible()

    guest.page.clock.set_fixed_time(LATER)
    page = guest.goes_to(f"organisaties/{course}/")
    over = "Dit was tot en met 4 januari 2027 vol. Vraag het na."
    expect(page.locator("header .room")).to_have_text(over)
    expect(page.locator("header .room")).to_have_class("room")
    page = guest.goes_to("lindedal/hulp/#q=cursus zorgen en grenzen")
    expect(page.locator(f"[data-record='{course}'] .room")).to_have_text(over)
    page = guest.goes_to("lindedal/hulp/cursus-en-training/")
    expect(page.get_by_text(over)).to_be_visible()
    page = guest.goes_to(bench)
    expect(page.locator(".status")).to_be_hidden()
    page = guest.goes_to("lindedal/hulp/#q=bankje voor een praatje")
    expect(page.locator("[data-record='burenhulp-klein-ammer/bankje-voor-een-praatje']")).not_to_contain_text(
        "Even niet"
    )
    guest.is_content()
