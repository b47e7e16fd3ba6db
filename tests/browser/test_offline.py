"""Without a network: what was kept at one visit can be read, searched and opened; an update brings what changed."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from generator.building.offline import NAME
from generator.cache.digests import fingerprint
from tests.browser.axe import flaws
from tests.browser.conftest import OUTPUT, PICTURES, until
from tests.browser.phones import Call, Phone, Server
from tests.editions import LINDEDAL, SMALL, Built, build_here, different, files, record, replaced

pytestmark = pytest.mark.browser

OPPAS = "organisaties/lindedalse-handen/oppas-aan-huis/"
RECORD = "data/organisations/welzijn/lindedalse-handen.yml"
STREEK = "organisaties/hulp-in-de-streek/oppas/"
SHOWN = "U bent nu zonder internet. Deze pagina is opgehaald op "


@pytest.fixture
def phone(chromium: Browser) -> Iterator[Call]:
    """A new phone for each test, with nothing on it: `phone(site)`."""
    contexts: list[BrowserContext] = []
    servers: list[Server] = []

    def new(site: Path, below: str = "", script: str = "", **settings: Any) -> Phone:
        servers.append(Server(site, below))
        contexts.append(chromium.new_context(locale="nl-NL", reduced_motion="reduce", **settings))
        if script:
            contexts[-1].add_init_script(script)
        return Phone(contexts[-1], servers[-1])

    yield new
    for server in servers:
        server.slow.set()
    for context in contexts:
        context.close()
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture
def edition(built_once: Callable[[Path], Built]) -> Path:
    """Lindedal with its site, as a first build left them, to change and build again."""
    return built_once(LINDEDAL).again()


def test_after_one_visit_the_site_works_without_a_network(lindedal: Path, phone: Call) -> None:
    """Searching with a slip, an offer never opened before, the rugzak with something in it; each says how old it is."""
    guest = phone(lindedal)
    guest.goes_to("lindedal/")
    guest.has_kept()
    guest.loses_the_network()
    page = guest.goes_to("lindedal/hulp/#q=dagbestding")
    expect(page.locator("[data-record]").first).to_be_visible()
    expect(page.locator(".offline")).to_contain_text(SHOWN)
    page = guest.goes_to(OPPAS)
    expect(page.locator("h1")).to_have_text("Oppas aan huis")
    expect(page.locator(".offline")).to_have_text(f"{SHOWN}{today(page)} uur.", use_inner_text=True)
    expect(page.get_by_role("status")).to_contain_text(SHOWN)
    page.get_by_role("button", name="Bewaar in rugzak").click()
    page.get_by_role("link", name="Mijn rugzak").click()
    item = page.locator(".kept__item")
    expect(item.get_by_role("link", name="Oppas aan huis")).to_be_visible()
    expect(item.locator("a.button")).to_have_attribute("href", "tel:08000000130")
    page.get_by_role("link", name="Oppas aan huis").click()
    page.wait_for_url(f"**/{OPPAS}")
    assert guest.errors == []
    guest.has_network_again()
    expect(page.locator(".offline")).to_have_text("")


def today(page: Page) -> Any:
    """Today in words with a time, as the line gives it: the browser's own day, and the time that stands there."""
    expect(page.locator(".offline p")).to_have_count(1)
    return page.evaluate(
        """() => new Date().toLocaleDateString("nl-NL", {day: "numeric", month: "long", year: "numeric"})
            + " om " + document.querySelector(".offline").textContent.match(/om (\\d\\d\\.\\d\\d) uur/)[1]"""
    )


def test_a_page_that_was_not_kept_gives_a_way_on(lindedal: Path, phone: Call) -> None:
    """In the look of the site, with whom to ring, and links that work from whatever address it stands at."""
    guest = phone(lindedal, viewport={"width": 360, "height": 780})
    guest.has_kept()
    guest.loses_the_network()
    page = guest.goes_to("organisaties/bestaat/niet/?gemeente=lindedal")
    expect(page.locator("h1")).to_have_text("Deze pagina is niet bewaard op dit apparaat")
    expect(page.locator(".acute a[href='tel:112']")).to_be_visible()
    expect(page.locator(".acute")).to_contain_text("Huisartsenpost Lindedal")
    expect(page.locator("body")).to_have_css("background-color", "rgb(251, 247, 246)")
    expect(page.locator("a.kept")).to_be_attached()
    assert flaws(page) == []
    if PICTURES:
        page.screenshot(path=OUTPUT / "niet-bewaard-360.jpg", type="jpeg", full_page=True)
    page.get_by_role("link", name="Beginpagina van Lindedal").click()
    expect(page.locator("h1")).to_have_text("Waar kunt u hulp bij gebruiken?")
    assert flaws(page) == []
    guest.goes_to("organisaties/bestaat/niet/")
    guest.has_network_again()
    page.get_by_role("link", name="Probeer het opnieuw").click()
    expect(page.locator("h1")).to_have_text("Deze pagina is er niet")


def test_an_address_without_its_last_sign_is_understood(lindedal: Path, phone: Call) -> None:
    guest = phone(lindedal)
    guest.has_kept()
    guest.loses_the_network()
    page = guest.goes_to("lindedal/hulp")
    page.wait_for_url("**/lindedal/hulp/")
    expect(page.locator("h1")).to_have_text("Alle hulp in Lindedal")


def test_an_update_brings_what_changed_and_only_that(edition: Path, phone: Call) -> None:
    """Another build: the next visit shows it, fetches what differs, and without a network it is there as well."""
    site = edition / "site"
    guest = phone(site)
    guest.has_kept()
    before, listed = files(site), guest.addresses_kept()
    replaced(edition / RECORD, "name: Oppas aan huis", "name: Oppas thuis bij u")
    build_here(edition)
    changed = {name.removesuffix("index.html") for name in different(before, files(site))}
    assert OPPAS in changed
    guest.server.asked.clear()
    page = guest.goes_to("over/")
    guest.waits_for_all()
    loaded = ("assets/", "components/", "scripts/", "search/")
    asked = {path for path in guest.server.asked if not path.startswith(loaded)}
    assert asked - {"over/", "logo.svg", "werker.js"} == (changed & listed) | {"lindedal/offline.json"}
    guest.loses_the_network()
    page = guest.goes_to(OPPAS)
    expect(page.locator("h1")).to_have_text("Oppas thuis bij u")
    page = guest.goes_to("lindedal/hulp/#q=oppas+thuis+bij+u")
    found = page.locator("[data-record='lindedalse-handen/oppas-aan-huis']")
    expect(found.first).to_contain_text("Oppas thuis bij u")
    expect(page.locator(".offline")).to_contain_text(SHOWN)


def test_who_goes_on_within_the_site_asks_for_no_news(lindedal: Path, phone: Call) -> None:
    """Somebody who comes from elsewhere looks whether there is a new build; who follows a link of the site does not."""
    guest = phone(lindedal)
    guest.has_kept()
    guest.waits_for_all()

    def waits_for_news() -> None:
        while "lindedal/offline.json" not in guest.server.asked:
            guest.page.wait_for_timeout(50)

    guest.server.asked.clear()
    page = guest.goes_to("lindedal/")
    waits_for_news()
    page.wait_for_load_state("networkidle")
    guest.server.asked.clear()
    page.get_by_role("link", name="Alle hulp in Lindedal").first.click()
    page.wait_for_url("**/lindedal/hulp/")
    until(page, "async () => document.querySelector('.filters:not([hidden])')")
    page.reload()
    page.wait_for_load_state("networkidle")
    assert "lindedal/offline.json" not in guest.server.asked
    guest.goes_to("lindedal/a-z/")
    waits_for_news()


def test_what_the_site_no_longer_has_goes(edition: Path, phone: Call) -> None:
    """An offer with another address: the new page comes, the old one is taken away."""
    guest = phone(edition / "site")
    guest.has_kept()
    before = guest.addresses_kept()
    steunpunt = "data/organisations/welzijn/steunpunt-lindedal-zorgt.yml"
    for file in (RECORD, steunpunt, "content/kennisrugzak/lindedal/even-vrij-is-gewoon.md"):
        replaced(edition / file, "oppas-aan-huis", "oppas-thuis")
    replaced(
        edition / RECORD, "      - vervangende-zorg\n  - id", "      - vervangende-zorg\n      - oppas-aan-huis\n  - id"
    )
    build_here(edition)
    guest.goes_to("over/")
    guest.waits_for_all()
    now = guest.addresses_kept()
    assert now - before == {"organisaties/lindedalse-handen/oppas-thuis/"}
    assert before - now == {OPPAS}
    guest.goes_to(OPPAS)
    guest.page.wait_for_url("**/oppas-thuis/")
    assert OPPAS not in guest.addresses_kept(), "the way to a new address is no page to keep"


def test_an_update_that_stops_halfway_mixes_nothing(edition: Path, phone: Call) -> None:
    """What works together stays of one build until all of it has come; the next visit goes on where this stopped."""
    site = edition / "site"
    guest = phone(site)
    guest.has_kept()
    before = files(site)
    # Another name for the site changes every page; another offer changes the search.
    replaced(edition / "mkdocs.yml", "site_name: Zorgen voor een ander", "site_name: Lindedal zorgt")
    replaced(edition / RECORD, "name: Oppas aan huis", "name: Oppas thuis bij u")
    build_here(edition)
    assert "lindedal/zoeken.json" in different(before, files(site))
    guest.server.fails_at = "lindedal/zoeken.json"
    page = guest.goes_to("over/")
    expect(page.locator(".brand__site")).to_have_text("Lindedal zorgt")
    until(page, "async () => (await caches.keys()).length === 2")
    guest.server.has_failed.wait(20)
    guest.loses_the_network()
    page = guest.goes_to("lindedal/hulp/#q=oppas+aan+huis")
    expect(page.locator(".offline")).to_contain_text(SHOWN)
    expect(page.locator(".brand__site")).to_have_text("Zorgen voor een ander")
    expect(page.locator("[data-record='lindedalse-handen/oppas-aan-huis']").first).to_contain_text("Oppas aan huis")
    guest.server.fails_at = None
    guest.has_network_again()
    guest.goes_to("over/")
    guest.waits_for_all()
    # Coming back online and going to a page both look for what is new: nothing is left beside the copy after that.
    until(guest.page, "async () => (await caches.keys()).length === 1")
    guest.loses_the_network()
    page = guest.goes_to("lindedal/hulp/#q=oppas+thuis+bij+u")
    expect(page.locator(".brand__site")).to_have_text("Lindedal zorgt")
    expect(page.locator("[data-record='lindedalse-handen/oppas-aan-huis']").first).to_contain_text("Oppas thuis bij u")


def as_before(site: Path, old: Path) -> None:
    """A site as builds made it when pages asked for their script in `assets/`, and no list named another place."""
    shutil.copytree(site, old)
    for page in old.rglob("*.html"):
        page.write_text(page.read_text("utf-8").replace("scripts/mantelkaart.mjs", "assets/mantelkaart.mjs"), "utf-8")
    for file in old.glob("*/offline.json"):
        kept = json.loads(file.read_bytes())
        for part in kept["parts"]:
            for folder in [name for name in part if name.startswith(("scripts/", "components/", "search/"))]:
                del part[folder]
            for folder, names in part.items():
                for name in [name for name in names if not name or name.endswith("/")]:
                    names[name] = fingerprint((old / folder / name / "index.html").read_bytes())[:NAME]
        file.write_text(json.dumps(kept), "utf-8")


def test_a_page_kept_before_scripts_had_folders_works_until_its_new_one_comes(
    lindedal: Path, phone: Call, tmp_path: Path
) -> None:
    """What works together came and the rest did not: the old page finds the new scripts by the name it knows."""
    site = tmp_path / "site"
    as_before(lindedal, site)
    guest = phone(site)
    guest.has_kept()
    shutil.copytree(lindedal, site, copy_function=shutil.copy, dirs_exist_ok=True)  # newer than what it replaces
    guest.server.fails_at = OPPAS
    guest.goes_to("over/")
    assert guest.server.has_failed.wait(30)
    assert "scripts/mantelkaart.mjs" in guest.addresses_kept()
    guest.loses_the_network()
    for script in ("assets/mantelkaart.mjs", "scripts/mantelkaart.mjs"):
        page = guest.goes_to(OPPAS)
        assert page.locator("script[type=module]").get_attribute("src") == f"../../../{script}"
        expect(page.locator(".offline")).to_contain_text(SHOWN)
        expect(page.get_by_role("button", name="Bewaar in rugzak")).to_be_visible()
        guest.server.fails_at = None
        guest.has_network_again()
        guest.goes_to("over/")
        guest.waits_for_all()
        guest.loses_the_network()
    assert guest.errors == []


def test_who_must_be_sparing_keeps_what_was_looked_at(lindedal: Path, phone: Call) -> None:
    """Nothing is fetched that nobody asked for but the list that says whether it came well: two pages were visited, and
    those two can be read again."""
    guest = phone(lindedal, script="Object.defineProperty(navigator, 'connection', {get: () => ({saveData: true})})")
    for address in ("lindedal/", OPPAS):
        page = guest.goes_to(address)
        until(page, "async url => Boolean(await caches.match(url))", guest.server.root + address)
    page.wait_for_load_state("networkidle")
    assert {path for path in guest.server.asked if path.endswith("/")} == {"lindedal/", OPPAS}
    assert [path for path in guest.server.asked if path.endswith("offline.json")] == ["lindedal/offline.json"] * 2
    guest.loses_the_network()
    page = guest.goes_to(OPPAS)
    expect(page.locator("h1")).to_have_text("Oppas aan huis")
    expect(page.locator(".offline")).to_contain_text(SHOWN)
    expect(page.locator("h1")).to_have_css("font-weight", "700")


def test_a_network_that_does_not_answer_is_not_waited_for(lindedal: Path, phone: Call) -> None:
    """After a few seconds the copy is there, with all it needs; the line says that the site is silent."""
    guest = phone(lindedal)
    guest.has_kept()
    guest.server.slow.clear()
    page = guest.goes_to(OPPAS)
    expect(page.locator("h1")).to_have_text("Oppas aan huis")
    expect(page.locator(".offline")).to_contain_text("De site antwoordt nu niet. Deze pagina is opgehaald op ")
    expect(page.get_by_role("button", name="Bewaar in rugzak")).to_be_visible()


def test_at_most_four_requests_at_once(lindedal: Path, phone: Call) -> None:
    """A thousand offers don't storm the server: while it is slow, four wait for an answer and no fifth comes."""
    guest = phone(lindedal)
    guest.goes_to("lindedal/")
    guest.waits_for_all()
    assert 1 < guest.server.most <= 4 + 1, "four ahead, and what the page itself asks for"


def test_who_types_goes_first(lindedal: Path, phone: Call) -> None:
    """While somebody searches nothing is fetched ahead; when they rest, the rest comes."""
    guest = phone(lindedal)
    page = guest.goes_to("lindedal/hulp/")

    def ahead() -> int:
        return sum(path.startswith("organisaties/") for path in guest.server.asked)

    while not ahead():
        page.wait_for_timeout(50)
    page.locator("input[type=search]").press("o")
    page.wait_for_timeout(500)  # what was under way arrives
    before = ahead()
    for letter in "ppas aan huis":
        page.keyboard.press(letter if letter != " " else "Space")
        page.wait_for_timeout(150)
    assert ahead() == before
    guest.waits_for_all()
    assert ahead() > before


def test_an_edition_of_several_keeps_where_the_visitor_was(small: Path, phone: Call) -> None:
    """In a folder of a host: first Stein, then an offer of the region with Beek in mind; each has its own."""
    guest = phone(small.parent, below="site/")
    guest.goes_to("stein/")
    guest.waits_for_all("stein")
    assert "beek/zoeken.json" not in guest.addresses_kept()
    assert all(path.startswith("site/") for path in guest.server.asked)
    guest.goes_to(f"{STREEK}?gemeente=beek")
    guest.waits_for_all("stein", "beek")
    guest.goes_to("rugzak/")
    expect(guest.page.locator(".device li")).to_have_count(2)
    guest.loses_the_network()
    page = guest.goes_to(f"{STREEK}?gemeente=beek")
    expect(page.locator('[data-locality="name"]')).to_have_text("Beek")
    page = guest.goes_to("beek/hulp/#q=koffie")
    expect(page.locator("[data-record='huiskamer-beek/koffie']").first).to_be_visible()
    for address, name in (("stein/niets/", "Stein"), ("organisaties/niets/?gemeente=beek", "Beek")):
        page = guest.goes_to(address)
        expect(page.locator("h1")).to_have_text("Deze pagina is niet bewaard op dit apparaat")
        page.get_by_role("link", name=f"Beginpagina van {name}").click()
        page.wait_for_url(f"**/site/{name.lower()}/")


def test_who_wants_nothing_kept_takes_it_away(lindedal: Path, phone: Call) -> None:
    """One button: nothing is left and nothing comes back, until the visitor wants it again. The rugzak stays."""
    guest = phone(lindedal, viewport={"width": 360, "height": 780})
    guest.goes_to(OPPAS).get_by_role("button", name="Bewaar in rugzak").click()
    guest.has_kept()
    page = guest.page
    expect(page.locator(".device li")).to_have_count(1)
    assert flaws(page) == []
    if PICTURES:
        page.screenshot(path=OUTPUT / "op-dit-apparaat-360.jpg", type="jpeg", full_page=True)
    page.get_by_role("button", name="Haal weg").click()
    expect(page.locator(".device [role=status]")).to_contain_text("Uw rugzak is er nog.")
    expect(page.locator(".device li")).to_have_text(
        ["Uw browser bewaart deze site niet. U leest haar alleen met internet."]
    )
    expect(page.get_by_role("button", name="Bewaar deze site weer")).to_be_visible()
    assert guest.stores() == []
    page = guest.goes_to("lindedal/")
    page.wait_for_load_state("networkidle")
    assert guest.stores() == []
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then(all => all.length)") == 0
    page = guest.goes_to("rugzak/")
    expect(page.locator(".kept__item")).to_have_count(1)
    page.get_by_role("button", name="Bewaar deze site weer").click()
    expect(page.locator(".device li").first).to_contain_text(re.compile(r"Lindedal: \d+ pagina’s, opgehaald"))


def test_a_choice_that_cannot_be_remembered_says_so(lindedal: Path, phone: Call) -> None:
    """A browser without room takes the copy away, and keeps it again on the next page: that is told beforehand."""
    guest = phone(lindedal)
    guest.has_kept()
    page = guest.page
    page.evaluate("() => { Storage.prototype.setItem = () => { throw new Error('full'); }; }")
    page.get_by_role("button", name="Haal weg").click()
    expect(page.locator(".device [role=status]")).to_contain_text("Deze browser kan uw keuze niet onthouden.")
    assert guest.stores() == []


def test_what_makes_room_for_another_municipality_is_named(built_once: Callable[[Path], Built], phone: Call) -> None:
    """Three are kept. Before a fourth comes it says which of them goes, and that is the one that goes."""
    edition = built_once(SMALL).again()
    for name in ("Vaals", "Beekdaelen"):
        record(edition, f"data/municipalities/{name.lower()}.yml", f"name: {name}\n")
    build_here(edition)
    guest = phone(edition / "site")
    visited = ["stein", "beek", "vaals"]
    for number, id in enumerate(visited, start=1):
        guest.goes_to(f"{id}/")
        guest.waits_for_all(*visited[:number])
    guest.goes_to("rugzak/")
    told = "Bekijkt u nog een andere gemeente, dan komt zij in de plaats van "
    expect(guest.page.locator(".device")).to_contain_text(f"{told}Stein.")
    guest.goes_to("beekdaelen/")
    guest.waits_for_all("beek", "vaals", "beekdaelen")
    guest.goes_to("rugzak/")
    expect(guest.page.locator(".device")).to_contain_text(f"{told}Beek.")


def test_another_version_of_the_worker_takes_over(lindedal: Path, tmp_path: Path, phone: Call) -> None:
    """While a page is open: it lives on, what was kept is still there, and what only the old version kept is gone."""
    site = shutil.copytree(lindedal, tmp_path / "site")
    guest = phone(site)
    guest.has_kept()
    page = guest.page
    page.evaluate("url => caches.open(`mantelkaart ${url} copy 0`)", guest.server.root)
    worker = site / "werker.js"
    worker.write_text(worker.read_text("utf-8") + "// another version\n", "utf-8")
    page.evaluate(
        """async () => {
            const over = new Promise(resolve => navigator.serviceWorker.addEventListener("controllerchange", resolve));
            await (await navigator.serviceWorker.getRegistration()).update();
            await over;
        }"""
    )
    until(page, "async () => (await caches.keys()).length === 1")
    guest.loses_the_network()
    page.get_by_role("link", name="Alle hulp").first.click()
    expect(page.locator("h1")).to_have_text("Alle hulp in Lindedal")
    expect(page.locator(".offline")).to_contain_text(SHOWN)
    assert guest.errors == []
