"""The map: only for who asks, the same as the list says, for keyboard and ear as well, and never in the way."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.axe import LOOKS, flaws
from tests.browser.conftest import OUTPUT, PICTURES, Come, Scheme
from tests.browser.keyboard import FOCUSED

pytestmark = pytest.mark.browser

HELP = "lindedal/hulp/"
TILES = "https://service.pdok.nl/brt/achtergrondkaart/wmts/v2_0/standaard/EPSG:3857/"
TILE = '<svg xmlns="http://www.w3.org/2000/svg" width="256" height="256"><rect width="256" height="256"/></svg>'


def opened(page: Page) -> Page:
    """Press the button and wait until the map shows what the list shows."""
    page.get_by_role("button", name="Toon op de kaart").click()
    expect(page.locator(".map__told")).to_contain_text("op de kaart.")
    return page


def on_map(page: Page) -> list[str]:
    """The offers that the markers stand for, alone or together."""
    markers = page.locator(".pin, .cluster").all()
    return sorted(key for marker in markers for key in (marker.get_attribute("data-records") or "").split())


def known(site: Path, municipality: str) -> dict[str, tuple[Any, set[str]]]:
    """Where each offer of a municipality is, and what filters know of it."""
    folder = site / municipality
    index = json.loads((folder / "zoeken.json").read_text("utf-8"))
    parts = sorted((folder / "zoeken").glob("*.json"), key=lambda part: int(part.stem))
    shown = [record for part in parts for record in json.loads(part.read_text("utf-8"))]
    tags = [{index["tags"][tag] for tag in own} for own in index["offers"]["tags"]]
    return {record["key"]: (record.get("at"), own) for record, own in zip(shown, tags, strict=False)}


def visitable(site: Path, *asked: str) -> list[str]:
    """The offers at places that people go to and may know of, with all of some tags, each as often as it has places."""
    offers = known(site, "lindedal").items()
    return sorted(key for key, (at, tags) in offers if at and set(asked) <= tags for _ in at)


def test_nothing_of_a_map_is_loaded_before_somebody_asks(lindedal: Path, visitor: Come) -> None:
    """A search loads no map; the first button loads it from here; opening it again loads nothing."""
    guest = visitor(lindedal)
    asked: list[str] = []
    guest.page.on("request", lambda request: asked.append(request.url.removeprefix(guest.root)))
    page = guest.goes_to(HELP + "#q=dagbesteding")
    expect(page.get_by_role("button", name="Toon op de kaart")).to_be_visible()
    own = ("components/map/map.mjs", "kaart.json", "leaflet", "supercluster")

    def of_the_map() -> list[str]:
        return [url for url in asked if any(name in url for name in own)]

    assert not of_the_map()
    opened(page)
    for name in own:
        assert [url for url in asked if name in url], name

    # What the search fetches ahead in a quiet moment is no business of the map's.
    before = of_the_map()
    page.get_by_role("button", name="Verberg de kaart").click()
    expect(page.get_by_role("region", name="Kaart van Lindedal")).to_be_hidden()
    opened(page)
    assert of_the_map() == before
    guest.is_content()


def test_nobody_else_is_asked_before_the_second_button(lindedal: Path, visitor: Come) -> None:
    """Opening, zooming and searching stay here. After the button that says so: pictures of one host, by one address."""
    guest = visitor(lindedal)
    guest.page.route(f"{TILES}**", lambda route: route.fulfill(body=TILE, content_type="image/svg+xml"))
    page = opened(guest.goes_to(HELP))
    page.get_by_role("button", name="Inzoomen", exact=True).click()
    page.get_by_role("button", name="Toon alles").click()
    page.get_by_label("Waar kunt u hulp bij gebruiken?").fill("eten")
    expect(page.locator("[data-record]").first).to_be_visible()
    guest.is_content()
    expect(page.get_by_text("service.pdok.nl")).to_contain_text("IP-adres")
    expect(page.get_by_text("Kaartgegevens: Kadaster (CC BY 4.0)")).to_be_hidden()
    page.get_by_role("button", name="Toon ook de achtergrondkaart van het Kadaster").click()
    expect(page.get_by_text("Kaartgegevens: Kadaster (CC BY 4.0)")).to_be_visible()
    assert guest.strangers
    for url in guest.strangers:
        assert re.fullmatch(re.escape(TILES) + r"\d+/\d+/\d+\.png", url), url
    assert guest.complaints == []
    page.get_by_role("button", name="Verberg de achtergrondkaart").click()
    before = len(guest.strangers)
    page.get_by_role("button", name="Inzoomen", exact=True).click()
    expect(page.get_by_text("service.pdok.nl")).to_be_visible()
    page.get_by_role("button", name="Toon alles").click()
    assert len(guest.strangers) == before


def test_a_hidden_map_asks_for_no_pictures(lindedal: Path, visitor: Come) -> None:
    """Who closes the map with its background on and searches on tells nobody about it."""
    guest = visitor(lindedal)
    guest.page.route(f"{TILES}**", lambda route: route.fulfill(body=TILE, content_type="image/svg+xml"))
    page = opened(guest.goes_to(HELP))
    page.get_by_role("button", name="Toon ook de achtergrondkaart").click()
    expect(page.get_by_text("Kaartgegevens: Kadaster")).to_be_visible()
    page.wait_for_load_state("networkidle")
    page.get_by_role("button", name="Verberg de kaart").click()
    before = len(guest.strangers)
    page.get_by_label("Waar kunt u hulp bij gebruiken?").fill("Oosterlinde")
    expect(page.locator("[data-result-count]")).to_contain_text("Oosterlinde")
    page.wait_for_load_state("networkidle")
    assert len(guest.strangers) == before
    assert guest.complaints == []


def test_without_the_pictures_the_map_still_works(lindedal: Path, visitor: Come) -> None:
    """The host can't be reached: a calm sentence, the villages and the markers stay."""
    guest = visitor(lindedal)

    def fails(route: Route) -> None:
        route.abort()

    guest.page.route(f"{TILES}**", fails)
    page = opened(guest.goes_to(HELP))
    before = on_map(page)
    page.get_by_role("button", name="Toon ook de achtergrondkaart").click()
    expect(page.get_by_text("De achtergrondkaart laadt nu niet. De kaart werkt ook zonder.")).to_be_visible()
    expect(page.get_by_text("Kaartgegevens: Kadaster")).to_be_hidden()
    assert on_map(page) == before
    expect(page.locator(".village span", has_text="Oosterlinde")).to_be_visible()


AFAR = {"where:thuis", "where:telefoon", "where:online"}


def test_the_map_shows_what_the_list_shows(lindedal: Path, visitor: Come) -> None:
    """All there is, a kind of help, a question: each offer at a place that people go to, however long the list is."""
    guest = visitor(lindedal)
    page = opened(guest.goes_to(HELP))
    everything = visitable(lindedal)
    assert on_map(page) == everything
    assert len(everything) > 50
    told = page.locator(".map__told")
    expect(told).to_contain_text(f"{len(set(everything))} mogelijkheden op de kaart.")
    afar = sum(
        "where:locatie" not in tags and bool(AFAR & set(tags)) for _, tags in known(lindedal, "lindedal").values()
    )
    expect(told).to_contain_text(f"En {afar} die naar u toe komen of op afstand helpen: die staan in de lijst.")
    page.locator(".filters > summary").click()
    page.get_by_label("Gratis").check()
    free = visitable(lindedal, "cost:gratis")
    expect(told).to_contain_text(f"{len(set(free))} mogelijkheden op de kaart.")
    assert on_map(page) == free != everything
    page.get_by_label("Via de telefoon").check()
    both = visitable(lindedal, "cost:gratis", "where:telefoon")
    expect(told).to_contain_text(f"{len(set(both))} mogelijkheden op de kaart.")
    assert on_map(page) == both
    page.go_back()
    expect(told).to_contain_text(f"{len(set(free))} mogelijkheden op de kaart.")
    guest.is_content()


def test_a_question_narrows_the_map_to_all_its_results(lindedal: Path, visitor: Come) -> None:
    guest = visitor(lindedal)
    page = opened(guest.goes_to(HELP))
    page.get_by_label("Waar kunt u hulp bij gebruiken?").fill("samen eten")
    expect(page.locator("[data-result-count]")).to_contain_text("samen eten")
    expect(page.locator("[data-result-count]")).to_have_attribute("aria-busy", "false")
    count = page.locator("[data-result-count]").get_attribute("data-result-count")
    while page.locator(".find__more").is_visible():
        page.locator(".find__more").click()
        page.wait_for_timeout(50)
    expect(page.locator("[data-record]")).to_have_count(int(count or 0))
    listed = {item.get_attribute("data-record") or "" for item in page.locator("[data-record]").all()}
    assert on_map(page) == [key for key in visitable(lindedal) if key in listed]
    assert 0 < len(on_map(page)) < len(visitable(lindedal))
    guest.is_content()


def test_an_address_that_is_not_public_is_nowhere_on_the_map(lindedal: Path, small: Path, visitor: Come) -> None:
    """It has no marker; where there is nothing else there is no map."""
    guest = visitor(lindedal)
    shown = on_map(opened(guest.goes_to(HELP)))
    private = ("budgetmaatjes-lindedal/", "mantelzorgmakelaars-lindezoom/")
    assert not [key for key in shown if key.startswith(private)]
    expect(guest.page.locator(".map__told")).to_contain_text("of die is niet openbaar")
    guest = visitor(small)
    page = guest.goes_to("beek/hulp/")
    expect(page.locator(".filters > summary")).to_be_visible()
    page.locator(".filters > summary").click()
    expect(page.locator(".filter__left").first).to_have_text(re.compile("[0-9]"))
    expect(page.locator(".map__switch")).to_be_hidden()
    guest.is_content()


def test_villages_and_the_boundary_need_no_pictures(lindedal: Path, visitor: Come) -> None:
    """Every village with its name, beside and not under each other, on the shape of the municipality; and a scale."""
    guest = visitor(lindedal)
    page = opened(guest.goes_to(HELP))
    names = ["Lindedal", "Oosterlinde", "Beekhorst", "Wilgenes", "Hoogvaren", "Klein Ammer"]
    for name in names:
        expect(page.locator(".village span", has_text=re.compile(f"^{name}$"))).to_be_visible()
    expect(page.locator("path.area")).to_be_visible()
    expect(page.locator(".leaflet-control-scale")).to_contain_text("km")
    boxes = [box for label in page.locator(".village span").all() if (box := label.bounding_box())]
    assert len(boxes) == len(names)
    for i, one in enumerate(boxes):
        for other in boxes[:i]:
            apart = abs(one["x"] - other["x"]) > 60 or abs(one["y"] - other["y"]) > 15
            assert apart, (one, other)
    guest.is_content()


def focus(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate(FOCUSED)
    found["label"] = page.evaluate("document.activeElement.getAttribute('aria-label')") or ""
    return found


def tabs_to(page: Page, wanted: Callable[[dict[str, Any]], bool], most: int = 40) -> dict[str, Any]:
    """Press Tab until the focus is where it should be; it is always visible on the way."""
    for _ in range(most):
        page.keyboard.press("Tab")
        stop = focus(page)
        assert stop["outline"] and stop["inside"], stop
        if wanted(stop):
            return stop
    raise AssertionError("never came there")


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_by_keyboard_from_the_button_to_the_page_of_an_offer(key: str, lindedal: Path, visitor: Come) -> None:
    """Clusters come apart and keep the focus, a marker opens, Escape gives the focus back, a link leads on."""
    guest = visitor(lindedal)
    page = guest.goes_to(HELP)
    page.get_by_role("button", name="Toon op de kaart").focus()
    page.keyboard.press(key)
    expect(page.locator(".map__told")).to_contain_text("op de kaart.")
    assert tabs_to(page, lambda stop: "plekken bij elkaar, inzoomen" in stop["label"])
    for _ in range(12):
        if "inzoomen" not in focus(page)["label"]:
            break
        before = len(page.locator(".pin").all())
        page.keyboard.press(key)
        page.wait_for_function("document.activeElement.matches('.pin, .cluster')")
    assert len(page.locator(".pin").all()) > before
    marker = focus(page)["label"]
    assert marker and "inzoomen" not in marker
    page.keyboard.press(key)
    place = page.get_by_role("dialog", name=marker)
    expect(place).to_be_visible()
    page.keyboard.press("Escape")
    expect(place).to_have_count(0)
    assert focus(page)["label"] == marker
    page.keyboard.press(key)
    expect(place.locator("a").first).to_be_focused()
    name = focus(page)["text"]
    page.keyboard.press("Enter")
    page.wait_for_url("**/organisaties/*/*/**")
    expect(page.locator("h1")).to_have_text(name)
    guest.is_content()


def test_every_marker_has_a_name_and_says_what_is_there(lindedal: Path, visitor: Come) -> None:
    """Name and organisation; at one spot together: how many and of whom, each with its page, and a number to ring."""
    guest = visitor(lindedal)
    page = guest.goes_to(HELP + "#q=boerderij&waar=locatie")
    expect(page.locator("[data-result-count]")).to_have_attribute("aria-busy", "false")  # or the map is drawn again
    opened(page)
    page.get_by_role("button", name="Toon alles").click()
    for marker in page.locator(".pin, .cluster").all():
        assert marker.get_attribute("aria-label")
        assert marker.get_attribute("role") == "button"
        assert marker.get_attribute("tabindex") == "0"
    farm = page.locator("[data-records*='zorgboerderij-ammerhoeve/dag-op-de-boerderij']")
    while "cluster" in (farm.get_attribute("class") or ""):
        farm.click()
    keys = (farm.get_attribute("data-records") or "").split()
    farm.click()
    place = page.get_by_role("dialog")
    expect(place.locator("a[href*='organisaties/']")).to_have_count(len(keys))
    expect(place).to_contain_text("Zorgboerderij Ammerhoeve")
    expect(place.locator("a.button[href^='tel:']")).to_have_count(1)
    place.get_by_role("button", name="Sluit").click()
    expect(place).to_have_count(0)
    expect(farm).to_be_focused()
    guest.is_content()


def test_the_map_can_be_skipped_and_holds_nobody(lindedal: Path, visitor: Come) -> None:
    """The first stop leads past it; Tab alone leads through it and out again."""
    guest = visitor(lindedal)
    page = opened(guest.goes_to(HELP + "#q=samen"))
    expect(page.locator("[data-record]").first).to_be_visible()
    page.get_by_role("button", name="Verberg de kaart").focus()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Sla de kaart over")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("!!document.activeElement.closest('[data-record]')")
    page.get_by_role("button", name="Verberg de kaart").focus()
    within = page.locator(".map a:visible, .map button:visible, .map [tabindex='0']").count()
    for _ in range(within + 1):
        page.keyboard.press("Tab")
    assert page.evaluate("!!document.activeElement.closest('[data-record]')")
    guest.is_content()


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_axe_has_nothing_to_say_of_the_open_map(width: int, scheme: Scheme, lindedal: Path, visitor: Come) -> None:
    """In each look: what was found, a place that is open, and with the pictures of the Kadaster."""
    guest = visitor(lindedal, width=width, color_scheme=scheme)
    guest.page.route(f"{TILES}**", lambda route: route.fulfill(body=TILE, content_type="image/svg+xml"))
    page = opened(guest.goes_to(HELP + "?waar=locatie&kosten=gratis"))
    part = page.locator(".map")
    if PICTURES:
        part.screenshot(path=OUTPUT / f"kaart-{width}-{scheme}.png")
    assert flaws(page, scheme) == []
    pin = page.locator(".pin").first
    pin.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    if PICTURES:
        part.screenshot(path=OUTPUT / f"kaart-plek-{width}-{scheme}.png")
    assert flaws(page, scheme) == []
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Toon ook de achtergrondkaart").click()
    expect(page.get_by_text("Kaartgegevens: Kadaster")).to_be_visible()
    if PICTURES:
        part.screenshot(path=OUTPUT / f"kaart-kadaster-{width}-{scheme}.png")
    assert flaws(page, scheme) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert guest.complaints == []


def test_on_a_phone_the_page_scrolls_under_one_finger(lindedal: Path, visitor: Come) -> None:
    """The map leaves one finger to the page, says what two do, and leaves room to hold on to."""
    guest = visitor(lindedal, width=320, height=568, has_touch=True, is_mobile=True)
    page = opened(guest.goes_to(HELP))
    picture = page.locator(".map__picture")
    assert picture.evaluate("element => getComputedStyle(element).touchAction") == "pan-x pan-y"
    expect(page.get_by_text("Schuif de kaart met twee vingers.")).to_be_visible()
    box = picture.bounding_box()
    assert box and box["height"] <= 0.6 * 568 + 1
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    for button in page.locator(".map button:visible:not(.map__skip)").all():
        size = button.bounding_box()
        assert size and min(size["width"], size["height"]) >= 44
    marker = page.locator(".cluster").first
    before = page.locator(".pin, .cluster").count()
    marker.tap()
    expect(page.locator(".pin, .cluster")).not_to_have_count(before)
    guest.is_content()


def test_near_a_village_the_map_is_there_too(lindedal: Path, visitor: Come) -> None:
    """Choosing a village brings it into view; what lies beyond it is said, and one button away."""
    guest = visitor(lindedal)
    page = opened(guest.goes_to(HELP + "?plaats=Oosterlinde"))
    village = page.locator(".village", has_text="Oosterlinde")
    picture, label = page.locator(".map__picture").bounding_box(), village.bounding_box()
    assert picture and label
    middle = (picture["x"] + picture["width"] / 2, picture["y"] + picture["height"] / 2)
    assert abs(label["x"] - middle[0]) < picture["width"] / 4
    assert abs(label["y"] - middle[1]) < picture["height"] / 4
    expect(page.locator(".map__told")).to_contain_text("verder weg. Kies “Toon alles”")
    guest.is_content()


def test_who_wants_no_motion_gets_a_map_that_stands_still(lindedal: Path, visitor: Come) -> None:
    guest = visitor(lindedal)
    page = opened(guest.goes_to(HELP))
    moving = page.locator(".leaflet-fade-anim, .leaflet-zoom-anim, .leaflet-pan-anim, .cluster.leaflet-zoom-animated")
    expect(moving).to_have_count(0)
    page.get_by_role("button", name="Inzoomen", exact=True).click()
    page.locator(".map__picture").press("ArrowLeft")
    expect(moving).to_have_count(0)
    page.emulate_media(reduced_motion="no-preference")
    page.reload()
    opened(page)
    expect(moving).not_to_have_count(0)


def test_a_map_that_does_not_come_says_where_the_same_stands(lindedal: Path, visitor: Come) -> None:
    """Without Leaflet the list is still there, and so is the button to try again."""
    guest = visitor(lindedal)
    guest.page.route("**/libraries/leaflet.css", lambda route: route.abort())
    page = guest.goes_to(HELP)
    page.get_by_role("button", name="Toon op de kaart").click()
    expect(page.get_by_text("De kaart laadt nu niet. In de lijst hieronder staat hetzelfde.")).to_be_visible()
    expect(page.locator("[data-everything]")).to_be_visible()
    guest.page.unroute_all()
    page.get_by_role("button", name="Verberg de kaart").click()
    opened(page)
    assert on_map(page) == visitable(lindedal)


def test_the_map_stays_off_paper(lindedal: Path, visitor: Come) -> None:
    guest = visitor(lindedal)
    page = opened(guest.goes_to(HELP))
    page.emulate_media(media="print")
    expect(page.locator(".map")).to_be_hidden()
    expect(page.locator(".map__switch")).to_be_hidden()
    guest.is_content()
