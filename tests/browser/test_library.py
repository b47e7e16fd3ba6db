"""Looking for a tool: by what is wrong, by a word, by where people are in working together."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Come

pytestmark = pytest.mark.browser

ITEMS = ".library [data-id]:visible"


def found(page: Page) -> list[str]:
    return [item.get_attribute("data-id") or "" for item in page.locator(ITEMS).all()]


def test_choosing_narrows_the_list_and_says_so_before(stein: Path, visitor: Come) -> None:
    """The number behind a choice is how many are left after it; headings without tools go; back undoes it."""
    guest = visitor(stein)
    page = guest.goes_to("tools/")
    every = len(found(page))
    assert every > 30
    expect(page.locator(".library__count [role=status]")).to_have_text(f"{every} tools")
    page.get_by_text("Kies wat je zoekt").click()
    choice = page.locator(".library label", has_text="Macro")
    left = int(choice.locator(".filter__left").inner_text())
    choice.click()
    expect(page.locator(ITEMS)).to_have_count(left)
    assert 0 < left < every
    expect(page.locator(".library__count [role=status]")).to_have_text(f"{left} van de {every} tools")
    assert page.url.endswith("#schaal=macro")
    other = page.locator(".library label", has_text="Spel")
    assert other.locator(".filter__left").inner_text() == "0"
    assert page.locator(".library .group:visible", has=page.locator("#spel")).count() == 0
    assert page.locator(".library .jump a[href='#spel']:visible").count() == 0
    page.go_back()
    expect(page.locator(ITEMS)).to_have_count(every)
    guest.is_content()


def test_what_is_asked_stands_in_the_address(stein: Path, visitor: Come) -> None:
    """A link that somebody sent shows what that person saw; what no longer exists is passed over."""
    guest = visitor(stein)
    page = guest.goes_to("tools/#stap=kennismaken&conditie=relatie,onzin&q=overtuiging")
    expect(page.locator(ITEMS)).to_have_count(1)
    assert found(page) == ["waardenkaart"]
    expect(page.get_by_label("We leren elkaar kennen")).to_be_checked()
    page.get_by_role("button", name="Alles wissen").click()
    page.wait_for_url(re.compile(r"tools/$"))
    assert len(found(page)) > 30
    expect(page.get_by_label("Zoek in naam en tekst")).to_be_focused()
    guest.is_content()


@pytest.mark.parametrize(
    ("typed", "id"),
    [
        ("respijt wethouder", None),
        ("wethouders", "infographic-lokale-samenwerking"),
        ("dobbelstenen", None),
        ("doelenbomen", "doelenboom"),
        ("doorverwijzingen", "warme-doorverwijzing"),
        ("een spel om elkaar te leren kennen", "in-gesprek-over-mantelzorg"),
        ("zorgvrijw", None),
    ],
)
def test_words_are_found_in_any_form(stein: Path, visitor: Come, typed: str, id: str | None) -> None:
    """In names, sentences and whole texts; and what is nowhere leaves a way on instead of an empty page."""
    guest = visitor(stein)
    page = guest.goes_to("tools/")
    page.get_by_label("Zoek in naam en tekst").fill(typed)
    said = page.locator(".library__count [role=status]")
    if id is None:
        expect(said).to_have_text(re.compile("Geen tool past|een deel van|[0-9]+ van de"))
        expect(page.get_by_role("button", name="Alles wissen")).to_be_visible()
    else:
        expect(page.locator(f".library [data-id='{id}']")).to_be_visible()
        expect(said).to_have_text(re.compile("van de"))
        assert len(found(page)) < 20
    guest.is_content()


def test_nothing_found_says_what_to_do(stein: Path, visitor: Come) -> None:
    page = visitor(stein).goes_to("tools/#q=xyzzyq")
    expect(page.locator(".library__count [role=status]")).to_contain_text("Haal een keuze weg")
    assert found(page) == []


def test_the_step_leads_to_tools_and_examples(lindedal: Path, visitor: Come) -> None:
    """With the keyboard: open a step, go to the first thing that helps."""
    guest = visitor(lindedal, width=360)
    page = guest.goes_to("tools/#stappen")
    step = page.locator(".steps summary", has_text="We maken afspraken")
    step.focus()
    page.keyboard.press("Enter")
    inside = page.locator(".steps details[open]")
    expect(inside.get_by_role("link", name="Eén telefoontje samen (praktijkvoorbeeld)")).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/tools/[a-z0-9-]+/$"))
    guest.is_content()


@pytest.mark.parametrize("address", ["tools/", "praktijkvoorbeelden/", "werkbladen/"])
def test_on_a_phone_the_list_begins_on_the_second_screen(stein: Path, visitor: Come, address: str) -> None:
    """Choices are folded away: what there is comes first."""
    guest = visitor(stein, width=360)
    page = guest.goes_to(address)
    expect(page.locator(".library__count [role=status]")).not_to_be_empty()
    assert page.locator(".overview[open], .filters[open]").count() == 0
    box = page.locator(".items").first.bounding_box()
    assert box is not None and box["y"] < 1100
    guest.is_content()


def test_examples_have_the_same(lindedal: Path, visitor: Come) -> None:
    guest = visitor(lindedal)
    page = guest.goes_to("praktijkvoorbeelden/#thema=respijtzorg")
    expect(page.locator(ITEMS)).to_have_count(1)  # a choice that comes with its script
    assert found(page) == ["proefweekend-wilgenes"]
    page.get_by_label("Zoek in naam en tekst").fill("buurtauto")
    expect(page.locator(ITEMS)).to_have_count(1)
    guest.is_content()


def test_without_the_texts_the_names_are_still_searched(stein: Path, visitor: Come) -> None:
    """The file with texts can't be had: what stands on the page is found all the same."""
    guest = visitor(stein)
    guest.page.route("**/tools/teksten.json", lambda route: route.abort())
    page = guest.goes_to("tools/")
    page.get_by_label("Zoek in naam en tekst").fill("kijkglas")
    expect(page.locator(".library [data-id='kijkglas']")).to_be_visible()
    assert len(found(page)) < 5
