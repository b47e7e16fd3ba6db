"""The guided route: from the home to somebody on the phone, with a keyboard, without scripts, and back again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OUTPUT, PICTURES, Come

pytestmark = pytest.mark.browser

MOST_KEYS = 30
"""Presses from the home of a municipality to a number to ring: the way past the top counts on every page."""


FOCUSED = """() => ({
    text: document.activeElement.innerText ?? "", href: document.activeElement.getAttribute("href") ?? "",
})"""


class Keys:
    """Somebody who only has a keyboard, and counts."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.pressed = 0

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)
        self.pressed += 1

    def focused(self) -> dict[str, Any]:
        found: dict[str, Any] = self.page.evaluate(FOCUSED)
        return found

    def past_the_top(self) -> None:
        self.press("Tab")
        assert self.focused()["text"] == "Naar de inhoud"
        self.press("Enter")

    def to(self, wanted: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """Tab on until something is reached."""
        for _ in range(30):
            self.press("Tab")
            if wanted(found := self.focused()):
                return found
        raise AssertionError("not within thirty presses")

    def choose(self, words: str) -> None:
        self.to(lambda found: found["text"].startswith(words))
        self.press("Enter")


def test_with_the_keyboard_alone_from_the_home_to_a_number(lindedal: Path, visitor: Come) -> None:
    guest = visitor(lindedal, width=360, height=740)
    page = guest.goes_to("lindedal/")
    keys = Keys(page)
    keys.past_the_top()
    keys.choose("Beantwoord drie korte vragen")
    expect(page.get_by_role("heading", level=1)).to_have_text("Voor wie zorgt u?")
    keys.past_the_top()
    keys.choose("Mijn partner")
    expect(page.get_by_role("heading", level=1)).to_have_text("Wat is nu het moeilijkst?")
    keys.past_the_top()
    keys.choose("Ik ben moe")
    expect(page.get_by_role("heading", level=1)).to_have_text("Hoe snel zoekt u hulp?")
    keys.past_the_top()
    keys.choose("Nu meteen")
    expect(page.get_by_role("heading", name="Nu meteen")).to_be_in_viewport()
    number = keys.to(lambda found: found["href"].startswith("tel:"))
    assert number["text"].startswith("Bel 0800 000 0235")
    assert keys.pressed <= MOST_KEYS, keys.pressed
    guest.is_content()


@pytest.mark.parametrize("scripts", [True, False])
def test_only_what_belongs_to_the_answer_is_shown(lindedal: Path, visitor: Come, scripts: bool) -> None:
    """How soon is a place on the page: choosing, going back and skipping need no scripts, and no server hears it."""
    guest = visitor(lindedal, width=360, java_script_enabled=scripts)
    page = guest.goes_to("lindedal/wegwijzer/partner/moe/")
    sections = {id: page.locator(f"#{id}") for id in ("nu", "deze-week", "vooruit")}
    for section in sections.values():
        expect(section).to_be_hidden()
    for chosen, label in (("nu", "Nu meteen"), ("deze-week", "Deze week"), ("vooruit", "Ik denk vooruit")):
        page.get_by_role("link", name=label).click()
        for id, section in sections.items():
            expect(section).to_be_visible() if id == chosen else expect(section).to_be_hidden()
        assert 3 <= sections[chosen].locator("article.card").count() <= 5
    page.go_back()
    expect(sections["deze-week"]).to_be_visible()
    sections["deze-week"].get_by_role("link", name="Terug naar de vraag").click()
    expect(sections["deze-week"]).to_be_hidden()
    expect(page.get_by_text("Vraag 3 van 3")).to_be_in_viewport()
    page.get_by_role("link", name="Sla deze vraag over").click()
    for section in sections.values():
        expect(section).to_be_visible()
    guest.is_content()


@pytest.mark.parametrize("scripts", [True, False])
def test_every_step_has_a_way_back_a_way_on_and_a_way_out(lindedal: Path, visitor: Come, scripts: bool) -> None:
    guest = visitor(lindedal, java_script_enabled=scripts)
    page = guest.goes_to("lindedal/wegwijzer/")
    for number in (1, 2, 3):
        expect(page.get_by_text(f"Vraag {number} van 3")).to_be_visible()
        expect(page.get_by_role("link", name="Liever zelf zoeken")).to_have_attribute(
            "href", f"{'../' * (number + 1)}lindedal/hulp/"
        )
        expect(page.get_by_role("heading", name="Liever meteen iemand spreken?")).to_be_visible()
        assert "?" not in page.url
        if number < 3:
            page.get_by_role("link", name="Sla deze vraag over").click()
    assert page.url.endswith("/lindedal/wegwijzer/iemand/beginnen/")
    expect(page.get_by_role("listitem").filter(has_text="Voor wie zorgt u?")).to_contain_text("Iemand anders")
    page.get_by_role("link", name="Verander uw antwoord op vraag 2").click()
    page.wait_for_url("**/wegwijzer/iemand/")
    page.get_by_role("link", name="Verander uw antwoord op vraag 1").click()
    page.wait_for_url("**/wegwijzer/")
    page.get_by_role("link", name="Mijn kind").click()
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("Voor wie zorgt u?")
    guest.is_content()


def test_nothing_is_kept(lindedal: Path, visitor: Come) -> None:
    """No cookie, nothing in the browser's own stores."""
    guest = visitor(lindedal)
    page = guest.goes_to("lindedal/wegwijzer/")
    page.evaluate("localStorage.clear()")
    page.get_by_role("link", name="Mijn partner").click()
    page.get_by_role("link", name="Geld, werk of papieren").click()
    page.get_by_role("link", name="Deze week").click()
    expect(page.locator("#deze-week")).to_be_visible()
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]


@pytest.mark.parametrize(
    ("answer", "numbers"),
    [("onveilig", ["112", "0800 2000"]), ("niet-meer", ["113", "112", "0800 000 0900"])],
)
@pytest.mark.parametrize("who", ["partner", "jong"])
def test_danger_and_despair_come_first_and_kindly(
    lindedal: Path, visitor: Come, answer: str, numbers: list[str], who: str
) -> None:
    """Above all else on the page, in sight on a phone without scrolling, and in no louder colour than a card."""
    page = visitor(lindedal, width=360, height=740).goes_to(f"lindedal/wegwijzer/{who}/{answer}/")
    first = page.locator("#inhoud a[href]:not(.leave__go)").first
    expect(first).to_have_attribute("href", f"tel:{numbers[0]}")
    acute = page.locator(".route__first .acute")
    expect(acute.locator("a.number")).to_have_text(numbers)
    expect(acute.locator("a.number").first).to_be_in_viewport()
    expect(page.get_by_text("Goed dat")).to_be_in_viewport()
    colours = "element => getComputedStyle(element).borderTopColor"
    assert acute.evaluate(colours) == page.locator(".counter").evaluate(colours)


@pytest.mark.parametrize("scripts", [True, False])
def test_who_acts_in_danger_stands_with_every_answer_and_once_with_all(
    lindedal: Path, visitor: Come, scripts: bool
) -> None:
    """On a phone choosing an answer leads past the top of the page; on paper that is there too."""
    guest = visitor(lindedal, width=360, height=740, java_script_enabled=scripts)
    page = guest.goes_to("lindedal/wegwijzer/partner/onveilig/")
    for id, label in (("nu", "Nu meteen"), ("deze-week", "Deze week"), ("vooruit", "Ik denk vooruit")):
        page.get_by_role("link", name=label).click()
        number = page.locator(f"#{id}").get_by_role("link", name="0800 2000")
        expect(number).to_be_in_viewport()
        expect(page.locator(f"#{id}").get_by_role("region", name="Kan het niet wachten?")).to_have_count(1)
    page.emulate_media(media="print")
    expect(number).to_be_hidden()
    expect(page.locator(".route__first .acute")).to_be_visible()
    page.emulate_media(media="screen")
    page.get_by_role("link", name="Sla deze vraag over").click()
    expect(page.locator(".when .acute:visible")).to_have_count(1)
    guest.is_content()


def test_sadness_that_can_not_wait_has_its_line_above_the_offers(lindedal: Path, visitor: Come) -> None:
    page = visitor(lindedal).goes_to("lindedal/wegwijzer/iemand/verdriet/#nu")
    expect(page.locator("#nu a[href]").first).to_have_attribute("href", "tel:113")
    expect(page.locator("#deze-week .acute")).to_have_count(0)


def test_an_offer_on_the_way_can_be_kept(lindedal: Path, visitor: Come) -> None:
    """The cards are those of every list: one press keeps an offer, in all places where it stands."""
    guest = visitor(lindedal)
    page = guest.goes_to("lindedal/wegwijzer/partner/moe/#nu")
    page.evaluate("localStorage.clear()")
    page.reload()
    page.locator("#nu .keep").first.click()
    expect(page.locator(".kept__number")).to_have_text("1")
    page.evaluate("localStorage.clear()")
    guest.is_content()


def test_the_home_stays_calm(stein: Path, visitor: Come) -> None:
    """On a phone the first screen has the question, the field, the way in and the first tiles."""
    page = visitor(stein, width=360, height=740).goes_to("")
    if PICTURES:
        page.screenshot(path=OUTPUT / "eerste-scherm-360.png")
    for seen in (
        page.get_by_role("heading", level=1),
        page.get_by_role("searchbox"),
        page.get_by_role("link", name="Beantwoord drie korte vragen"),
        page.locator(".tiles a").first,
    ):
        expect(seen).to_be_in_viewport(ratio=1)


def test_on_paper_an_answer_prints_itself_and_no_answer_prints_all(lindedal: Path, visitor: Come) -> None:
    guest = visitor(lindedal)
    page = guest.goes_to("lindedal/wegwijzer/partner/moe/#nu")
    page.emulate_media(media="print")
    expect(page.locator("#nu")).to_be_visible()
    expect(page.locator("#vooruit")).to_be_hidden()
    expect(page.locator(".answers")).to_be_hidden()
    page = guest.goes_to("lindedal/wegwijzer/partner/moe/")
    for id in ("nu", "deze-week", "vooruit"):
        expect(page.locator(f"#{id}")).to_be_visible()
    page.pdf(path=OUTPUT / "wegwijzer.pdf", prefer_css_page_size=True)
