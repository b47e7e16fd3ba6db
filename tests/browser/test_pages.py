"""Every kind of page in a browser, on a phone and on a desk, light and dark: anybody can use it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.axe import flaws, flaws_in_every_look
from tests.browser.conftest import Come
from tests.browser.keyboard import FOCUSED, tabbed
from tests.browser.kinds import PAGES, REDIRECT

pytestmark = pytest.mark.browser


Kinds = tuple[Path, dict[str, str]]


@pytest.fixture(params=sorted({site for site, _ in PAGES.values()}))
def kinds(request: pytest.FixtureRequest) -> Kinds:
    """A site, and the address in it of each kind of page: whoever looks at all of them names all that is wrong."""
    return request.getfixturevalue(request.param), {n: at for n, (site, at) in PAGES.items() if site == request.param}


def test_axe_and_the_browser_have_nothing_to_say(kinds: Kinds, visitor: Come) -> None:
    """No flaw, no message, no request to anybody else, in each of the four looks."""
    site, addresses = kinds
    found = []
    for name, address in addresses.items():
        guest = visitor(site, width=360)
        found += flaws_in_every_look(guest.goes_to(address), name)
        # That it isn't there is what the browser says of a page that isn't.
        told = [said for said in guest.complaints if not (name == "niet-gevonden" and "404" in said)]
        found += [f"{name}: {said}" for said in (*told, *guest.strangers)]
    assert not found, "\n".join(found)


def test_the_redirect_is_a_good_page_too(request: pytest.FixtureRequest, visitor: Come) -> None:
    """For who isn't sent on: the page itself has no flaw. Who is, arrives."""
    site, address = REDIRECT
    guest = visitor(request.getfixturevalue(site), width=360)
    guest.page.route("**/hulp-in-de-streek/**", lambda route: route.fulfill(status=204))
    page = guest.goes_to(address)
    assert page.locator("h1").inner_text() == "Deze pagina is verhuisd"
    assert flaws(page) == []
    guest.page.unroute_all()
    guest.page.goto(guest.root + address)
    guest.page.wait_for_url("**/organisaties/hulp-in-de-streek/oppas/")
    assert guest.page.locator("h1").inner_text() == "Oppas aan huis"


CUT_OFF = """() => [...document.querySelectorAll("body *")].filter(element => {
    const style = getComputedStyle(element);
    const hides = /hidden|clip/.test(style.overflowX + style.overflowY);
    const meant = element.closest(".unseen, [hidden]") || style.position === "absolute";
    const {scrollWidth, clientWidth, scrollHeight, clientHeight} = element;
    return hides && !meant && element.innerText && element.getClientRects().length
        && (scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 1);
}).map(element => element.outerHTML.slice(0, 120))"""


def test_small_screens_and_large_letters(kinds: Kinds, visitor: Come) -> None:
    """On the smallest phone nothing goes sideways; with letters twice as large nothing does on a tablet or a desk."""
    site, addresses = kinds
    found = []
    for name, address in addresses.items():
        page = visitor(site, width=320, height=640).goes_to(address)
        sideways = {320: page.evaluate("document.documentElement.scrollWidth")}
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        for width in (360, 768, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            found += [f"{name} at {width} cuts off {element}" for element in page.evaluate(CUT_OFF)]
            if width > 360:
                sideways[width] = page.evaluate("document.documentElement.scrollWidth")
        found += [f"{name} at {width} goes sideways: {wide}" for width, wide in sideways.items() if wide > width]
    assert not found, "\n".join(found)


TARGETS = """() => [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")]
    .filter(element => element.checkVisibility({visibilityProperty: true, opacityProperty: true})
        && !element.matches(".skip, .md-toggle"))
    .map(element => {
        const {width, height} = element.getBoundingClientRect();
        const around = element.closest("p, li, dd, dt, h1, h2, h3, td") ?? element.parentElement;
        const inText = getComputedStyle(element).display === "inline"
            && around.innerText.trim().length > element.innerText.trim().length;
        return {name: element.outerHTML.slice(0, 140), width, height, inText,
                primary: element.matches(".button, .tiles a, .chooser a, .chooser input, .item, .callbar a")};
    })"""


def test_what_can_be_pressed_is_large_enough_for_a_thumb(kinds: Kinds, visitor: Come) -> None:
    """24 pixels for every link that stands by itself (WCAG 2.2, 2.5.8); 44 for what people come to press."""
    site, addresses = kinds
    small = []
    for name, address in addresses.items():
        page = visitor(site, width=360, has_touch=True, is_mobile=True).goes_to(address)
        found: list[dict[str, Any]] = page.evaluate(TARGETS)
        assert found, name
        small += [
            f"{name}: {target['width']:.0f}×{target['height']:.0f} {target['name']}"
            for target in found
            if min(target["width"], target["height"]) < (44 if target["primary"] else 24)
            and (target["primary"] or not target["inText"])
        ]
    assert not small, "\n".join(small)


def words(page: Page) -> list[str]:
    """What a page says, word for word."""
    text: str = page.locator("body").inner_text()
    return text.split()


ADDED = """() => {
  const alone = ["a.kept, .keep, details.filters, .map__switch, .rings__filter, .coverage__own, .subscribe__copy",
    ".library__filter, [data-print], .booklet__at, .ws__tools, .ws__keys, .ws__compare, .ws__timer, .ws__more",
    ".ws__less, .ws__steps, .ws__chart, .ws__paper, .ws__leads, .ws__loose, .ws__told, .leave__key, .reached"].join();
  document.querySelectorAll(alone).forEach((element) => element.remove());
}"""
"""Takes away what only scripts can offer: keeping or copying something, refining, the map, a file of one's own, the
numbers of pages, a key that leaves, what is so at this hour."""


ALONE = {
    "hulp": "Zoeken werkt hier niet, omdat scripts staan. Kies hieronder",
    "in-het-engels": "Searching does not work here, because scripts off. links below lead lists Dutch.",
}
"""What is said to who has no scripts alone, by the kind of page."""

FIELD = {"kies-gemeente": "Zoek uw gemeente of dorp Een wijk of postcode mag ook. Typ de eerste letters."}
"""What is said beside a field that only scripts can offer."""


def test_without_scripts_everything_is_there(kinds: Kinds, visitor: Come) -> None:
    """Scripts add to a page; who has none misses what can be chosen or kept, and never content."""
    site, addresses = kinds
    found = []
    for name, address in addresses.items():
        with_scripts = visitor(site).goes_to(address)
        with_scripts.wait_for_selector("a.kept:not([hidden])")
        with_scripts.evaluate(ADDED)
        without = visitor(site, java_script_enabled=False).goes_to(address)
        added, plain = words(with_scripts), words(without)
        # For who has no scripts alone: where all choices of a worksheet lead, and room for a pencil.
        without_only = without.locator("noscript, .ws__leads, .ws__paper").all_text_contents()
        here = {word for said in without_only for word in said.split()}
        more = set(added) - set(plain) - set(FIELD.get(name, "").split())
        less = set(plain) - set(added) - set(ALONE.get(name, "").split()) - here
        found += [f"{name} says only with scripts: {sorted(more)}"] if more else []
        found += [f"{name} says only without: {sorted(less)}"] if less else []
        found += [f"{name} says almost nothing: {plain}"] if len(plain) <= 40 else []
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    "name", ["kies-gemeente", "gemeente-lindedal", "soort", "organisatie", "aanbod", "kennisrugzak", "agenda", "tools",
             "over", "niet-gevonden"],
)  # fmt: skip
@pytest.mark.parametrize("width", [360, 1280])
def test_the_keyboard_reaches_everything_and_shows_where_it_is(
    name: str, width: int, request: pytest.FixtureRequest, visitor: Come
) -> None:
    """First the way past the top, then the top, the content with its call button, the foot: always visible."""
    site, address = PAGES[name]
    page = visitor(request.getfixturevalue(site), width=width, height=640).goes_to(address)
    page.wait_for_selector("a.kept:not([hidden])", state="attached")
    stops = tabbed(page)
    assert stops[0]["skip"] and stops[1]["header"], stops[:2]
    where = ["header" if stop["header"] or stop["skip"] else "main" if stop["main"] else "foot" for stop in stops]
    assert where == sorted(where, key=["header", "main", "foot"].index)
    assert {"header", "main", "foot"} <= set(where)
    for stop in stops:
        shown = json.dumps(stop, ensure_ascii=False)
        assert stop["outline"] and stop["inside"] and stop["seen"], f"{name}, {width}: {shown}"
    if name in ("gemeente-lindedal", "soort", "organisatie", "aanbod"):
        assert any(stop["call"] for stop in stops)
    focusable = page.locator("a[href]:visible, button:visible, input:visible, summary:visible").count()
    assert len(stops) >= focusable


def test_the_first_link_leads_past_the_top(lindedal: Path, visitor: Come) -> None:
    """Tab, Enter, Tab: the reader is at the first link of the content."""
    page = visitor(lindedal).goes_to("lindedal/hulp/")
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED)["text"] == "Naar de inhoud"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED)["main"]


def test_on_a_phone_the_call_button_stays_within_reach(lindedal: Path, visitor: Come) -> None:
    """However far somebody has read, the number to ring is at the bottom of the screen."""
    page = visitor(lindedal, width=360, height=640).goes_to(PAGES["aanbod"][1])
    button = page.locator(".callbar a")
    number = button.get_attribute("href")
    assert number is not None and number.startswith("tel:")
    height = page.evaluate("document.body.scrollHeight")
    for position in (0, height // 3, height // 2):
        page.evaluate(f"scrollTo(0, {position})")
        box = button.bounding_box()
        assert box is not None and box["y"] >= 0 and box["y"] + box["height"] <= 640, position


def test_who_wants_no_motion_gets_none(lindedal: Path, visitor: Come) -> None:
    """Nothing moves for who asked for stillness."""
    page = visitor(lindedal).goes_to("lindedal/")
    moving: list[str] = page.evaluate(
        """() => [...document.querySelectorAll("*")].filter(element => {
            const style = getComputedStyle(element);
            const longest = text => Math.max(...text.split(",").map(parseFloat));
            return longest(style.transitionDuration) > 0.01 || longest(style.animationDuration) > 0.01;
        }).map(element => element.outerHTML.slice(0, 80))"""
    )
    assert moving == []
