"""What visitors met: long words on a small phone, a region that forgets where one came from, a report that leads
nowhere, and a page that nobody may see."""

from __future__ import annotations

import shutil
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser import visits
from tests.browser.conftest import Come
from tests.editions import build

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("lang")
    visits.long_words(root)
    return build(root, visits.MADE)


def test_no_page_scrolls_sideways_because_of_a_long_word(long: Path, visitor: Come) -> None:
    """In every text field of every kind of record, on the smallest phone."""
    guest = visitor(long, width=320)
    pages = visits.long_pages(long)
    assert len(pages) == 28
    wide = {}
    for address in pages:
        page = guest.goes_to(address)
        page.wait_for_load_state("networkidle")
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > 320:
            wide[address] = width
    assert wide == {}
    guest.is_content()


def links(page: Page, root: str) -> list[str]:
    """Where the links of a page lead within the site, without places in pages and files."""
    hrefs: list[str] = page.eval_on_selector_all("a[href]", "links => links.map((link) => link.href)")
    inside = {href.removeprefix(root).split("#")[0] for href in hrefs if href.startswith(root)}
    return sorted(address for address in inside if "." not in address.split("?")[0])


def test_a_region_keeps_to_the_municipality_somebody_came_from(visited: Path, visitor: Come) -> None:
    """From the home on, wherever links lead: header, foot and every way on stay with Zutphen."""
    guest = visitor(visited, width=360)
    todo, seen, lost = ["zutphen/"], set[str](), []
    kinds: dict[str, int] = {}
    while todo:
        address = todo.pop(0)
        kind = "/".join(part if number == 0 else "…" for number, part in enumerate(address.split("?")[0].split("/")))
        kinds[kind] = kinds.get(kind, 0) + 1
        if address in seen or kinds[kind] > 4:  # a few of each kind tell what all do
            continue
        seen.add(address)
        page = guest.goes_to(address)
        page.wait_for_load_state("networkidle")
        if page.locator("[data-locality=name]").inner_text() != "Zutphen":
            lost.append(address)
        for way in links(page, guest.root):
            if way.startswith(("lochem/", "brummen/")) or not way:
                continue  # whoever chooses another one wants it
            if not way.startswith("zutphen/") and "gemeente=zutphen" not in way:
                lost.append(f"{address} → {way}")
            todo.append(way)
    assert lost == []
    assert {"voor-professionals/?gemeente=zutphen", "tools/?gemeente=zutphen", "rugzak/?gemeente=zutphen"} <= seen
    guest.is_content()


def test_a_page_of_the_region_has_the_foot_of_the_municipality(visited: Path, visitor: Come) -> None:
    guest = visitor(visited)
    page = guest.goes_to("voor-professionals/?gemeente=zutphen")
    foot = page.locator(".foot__links")
    expect(foot.get_by_role("link", name="Alle hulp")).to_have_attribute("href", "../zutphen/hulp/")
    expect(foot.get_by_role("link", name="Wie werkt met wie")).to_have_attribute("href", "../zutphen/netwerk/")
    page = guest.goes_to("voor-professionals/")
    expect(page.locator(".foot__links").get_by_role("link", name="Alle hulp")).to_have_count(0)
    guest.is_content()


def test_without_scripts_header_and_foot_keep_to_it_too(visited: Path, visitor: Come) -> None:
    page = visitor(visited, java_script_enabled=False).goes_to("zutphen/")
    expect(page.locator(".top__links a")).to_have_attribute("href", "../voor-professionals/?gemeente=zutphen")
    expect(page.locator(".foot__links").get_by_role("link", name="Tools")).to_have_attribute(
        "href", "../tools/?gemeente=zutphen"
    )


def test_an_area_can_be_read(visited: Path, visitor: Come) -> None:
    guest = visitor(visited, width=360)
    few = guest.goes_to("organisaties/streek/").locator(".where")
    expect(few).to_contain_text("Zutphen, Lochem en Brummen")
    many = guest.goes_to("organisaties/veel/").locator(".where")
    expect(many).to_contain_text("12 gemeenten, waaronder Brummen, Lochem en Zutphen")
    expect(many.get_by_text("Apeldoorn")).to_be_hidden()
    many.get_by_text("De andere gemeenten").click()
    expect(many.get_by_text("Apeldoorn")).to_be_visible()
    expect(guest.goes_to("organisaties/mantelzorgnl/").locator(".where")).to_contain_text("heel Nederland")
    guest.is_content()


REPORTING = (
    "organisaties/huis/", "organisaties/streek/rit/", "organisaties/veilig-thuis/", "tools/doelenboom/",
    "netwerken/streek/", "werkbladen/visie/",
)  # fmt: skip


def test_a_report_always_leads_somewhere(visited: Path, visitor: Come) -> None:
    """Nobody here has a mail address: the desk's number it is, said with whose it is."""
    guest = visitor(visited)
    for address in REPORTING:
        link = guest.goes_to(address).locator(".report a")
        expect(link).to_have_text("Bel Huis van Zutphen: 0800 0000")
        expect(link).to_have_attribute("href", "tel:08000000")
    entry = guest.goes_to("zutphen/agenda/").locator("#activiteit-nacht [data-report]")
    expect(entry).to_have_attribute("href", "tel:08000000")
    guest.is_content()


def mailed(href: str | None) -> tuple[str, str, str]:
    """To whom a mail goes, with its subject and text."""
    parts = urlsplit(href or "")
    asked = parse_qs(parts.query)
    return unquote(parts.path), asked["subject"][0], asked["body"][0]


def test_a_report_by_mail_says_what_it_is_about(long: Path, visitor: Come) -> None:
    guest, id = visitor(long), visits.LONG.lower()
    page = guest.goes_to(f"organisaties/{id}/{id}/")
    to, subject, body = mailed(page.locator(".report a").get_attribute("href"))
    assert to == f"{id}@{id}.example", "the organisation's own"
    assert visits.LONG in subject
    assert f"https://samen.example/organisaties/{id}/{id}/" in body
    to, _, body = mailed(guest.goes_to(f"tools/{id}/").locator(".report a").get_attribute("href"))
    assert to == f"{id}@{id}.example", "the desk's"
    assert f"https://samen.example/tools/{id}/" in body
    guest.is_content()


def test_an_edition_can_have_every_report_itself_and_choose_where_one_leaves_to(
    visited: Path, visitor: Come, tmp_path: Path
) -> None:
    shutil.copytree(visited.parent, tmp_path / "editie", ignore=shutil.ignore_patterns("site", ".cache"))
    config = tmp_path / "editie" / "mkdocs.yml"
    chosen = "  - mantelkaart:\n      report: kaart@samen.example\n      leave: https://weer.example/\n"
    config.write_text(visits.SETTINGS.replace("  - mantelkaart\n", chosen), "utf-8")
    guest = visitor(build(tmp_path / "editie", visits.MADE))
    for address in (*REPORTING, "organisaties/huis/?gemeente=zutphen"):
        to, _, body = mailed(guest.goes_to(address).locator(".report a").get_attribute("href"))
        assert to == "kaart@samen.example"
        assert f"https://samen.example/{address.split('?')[0]}" in body
    leave = guest.goes_to("organisaties/veilig-thuis/").locator(".leave__go")
    expect(leave).to_have_attribute("href", "https://weer.example/")
    guest.is_content()


DISCREET = (
    "organisaties/veilig-thuis/", "organisaties/veilig-thuis/advies-en-meldpunt/", "organisaties/opvang/",
    "organisaties/opvang/bed/", "zutphen/wegwijzer/partner/onveilig/",
)  # fmt: skip


def test_what_was_kept_of_it_can_be_left_at_once_too(visited: Path, visitor: Come) -> None:
    guest = visitor(visited, width=360)
    leave = guest.page.get_by_role("link", name="Verlaat deze site")
    for address, discreet in (("organisaties/huis/", False), ("organisaties/opvang/bed/", True)):
        guest.goes_to(address).get_by_role("button", name="Bewaar in rugzak").click()
        page = guest.goes_to("rugzak/")
        expect(page.locator(".kept__item")).to_have_count(2 if discreet else 1)
        expect(leave).to_be_visible() if discreet else expect(leave).to_be_hidden()
    page.get_by_role("button", name="Haal eruit").last.click()
    expect(leave).to_be_hidden()
    guest.is_content()


def test_the_first_link_of_a_page_stays_in_sight_above_the_bar_that_leaves(visited: Path, visitor: Come) -> None:
    page = visitor(visited).goes_to("organisaties/opvang/bed/")
    page.keyboard.press("Tab")
    skip = page.locator(".skip")
    expect(skip).to_be_focused()
    box = skip.bounding_box()
    assert box
    middle = [box["x"] + box["width"] / 2, box["y"] + box["height"] / 2]
    assert page.evaluate("([x, y]) => document.elementFromPoint(x, y).className", middle) == "skip"


def test_below_the_bar_that_leaves_a_page_begins_where_any_page_does(visited: Path, visitor: Come) -> None:
    """On a small phone no empty strip stands between the head of the page and what comes first in it."""
    guest, room = visitor(visited, width=360), set()
    for address in (*DISCREET, "organisaties/mantelzorgnl/"):
        page = guest.goes_to(address)
        room.add(
            page.evaluate(
                "document.querySelector('.sheet > :first-child:not(.trail), .sheet').getBoundingClientRect().top"
                " - document.querySelector('.top').getBoundingClientRect().bottom"
            )
        )
    assert max(room) <= 24, room


def test_who_must_not_be_seen_can_leave_at_once(visited: Path, visitor: Come) -> None:
    guest, bars = visitor(visited, width=360), 0
    for address in DISCREET:
        page = guest.goes_to(address)
        button = page.get_by_role("link", name="Verlaat deze site")
        expect(button).to_be_in_viewport()
        page.mouse.wheel(0, 3000)
        expect(button).to_be_in_viewport()
        bar = page.locator(".callbar")
        if bar.count():
            bars += 1
            top, bottom = button.bounding_box(), bar.bounding_box()
            assert top and bottom and top["y"] + top["height"] < bottom["y"], "the bar to ring stays free"
    assert bars
    for address in ("zutphen/", "organisaties/huis/", "zutphen/hulp/", "zutphen/hulp/vervoer/"):
        expect(guest.goes_to(address).get_by_role("link", name="Verlaat deze site")).to_have_count(0)
    guest.is_content()


@pytest.mark.parametrize("way", ["press", "escape"])
def test_leaving_goes_to_the_weather_and_takes_the_page_out_of_the_way_back(
    visited: Path, visitor: Come, way: str
) -> None:
    guest = visitor(visited, width=360)
    page = guest.page
    page.route("https://www.knmi.nl/**", lambda route: route.fulfill(body="<h1>Weer</h1>", content_type="text/html"))
    guest.goes_to("over/")
    guest.goes_to("organisaties/veilig-thuis/")
    expect(page.get_by_text("Of druk drie keer op Esc.")).to_be_visible()
    if way == "press":
        page.get_by_role("link", name="Verlaat deze site").click()
    else:
        for _ in range(3):
            page.keyboard.press("Escape")
    expect(page.get_by_role("heading", name="Weer")).to_be_visible()
    page.go_back()
    expect(page).to_have_url(f"{guest.root}over/")
    assert {urlsplit(stranger).hostname for stranger in guest.strangers} == {"www.knmi.nl"}


def test_two_presses_of_escape_are_not_three(visited: Path, visitor: Come) -> None:
    guest = visitor(visited, width=360)
    page = guest.goes_to("organisaties/veilig-thuis/")
    expect(page.locator(".leave__key")).to_be_visible()
    for key in ("Escape", "Escape", "a", "Escape", "Escape"):
        page.keyboard.press(key)
    expect(page).to_have_url(f"{guest.root}organisaties/veilig-thuis/")
    guest.is_content()


def test_the_search_has_the_button_when_somebody_tells_of_violence(visited: Path, visitor: Come) -> None:
    guest = visitor(visited, width=360)
    page = guest.goes_to("zutphen/hulp/")
    field, leave = (
        page.get_by_label("Waar kunt u hulp bij gebruiken?"),
        page.get_by_role("link", name="Verlaat deze site"),
    )
    for told in ("mijn man slaat mij", "mijn zoon schreeuwt tegen mij", "schuilplek"):
        field.fill(told)
        expect(leave).to_be_visible()
        field.fill("maaltijden")
        expect(leave).to_have_count(0)
    guest.is_content()


def test_who_refines_such_a_question_leaves_no_trail_of_it(visited: Path, visitor: Come) -> None:
    """The button stays while there are filters, and a step back leads to no earlier form of the question."""
    guest = visitor(visited, width=360)
    guest.goes_to("over/")
    page = guest.goes_to("zutphen/hulp/#q=mijn+zoon+schreeuwt+tegen+mij")
    expect(page.get_by_role("link", name="Verlaat deze site")).to_be_visible()
    page.get_by_text("Verfijn", exact=True).click()
    page.locator(".filters__group > summary").filter(has_text="Kosten").click()
    page.get_by_label("Gratis").check()
    page.wait_for_url("**kosten=gratis*")
    expect(page.get_by_role("link", name="Verlaat deze site")).to_be_visible()
    page.go_back()
    expect(page).to_have_url(f"{guest.root}over/")
    guest.is_content()


def test_without_scripts_it_is_a_plain_link(visited: Path, visitor: Come) -> None:
    page = visitor(visited, width=360, java_script_enabled=False).goes_to("organisaties/veilig-thuis/")
    expect(page.get_by_role("link", name="Verlaat deze site")).to_have_attribute("href", "https://www.knmi.nl/")
    expect(page.get_by_text("Of druk drie keer op Esc.")).to_be_hidden()
    page.get_by_text("Kijkt er iemand mee op dit apparaat?").click()
    expect(page.get_by_text("privévenster")).to_be_visible()
