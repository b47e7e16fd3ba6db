"""The offline copy holds what the site has, or nothing: whatever a host answers, however little room a device has, and
whoever else is on the same host."""

from __future__ import annotations

import json
import shutil
import time
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import until
from tests.durability.hosts import LOGIN, Fault, Keeper, Tally, keeper, parts, rebuilt

pytestmark = pytest.mark.browser


HERE = "stein/"

KINDS = ("stale", "page", "cut")
NO_ROOM = "Er is op dit apparaat geen ruimte meer om pagina’s te bewaren."


def texts(site: Path) -> list[str]:
    """What people read, and what pages read: all on the list that is no script, style or letter, and not the two pages
    that are opened here."""
    every = [path for part in parts(site, "stein") for path in part]
    return [path for path in every if path.endswith(("/", ".json")) and path not in (HERE, "rugzak/")]


def faults(paths: list[str]) -> dict[str, Fault]:
    """One of three kinds of wrong answers for three in four files; for half of those it passes."""
    wrong = [(place, path) for place, path in enumerate(paths) if place % 4 < len(KINDS)]
    return {path: Fault(KINDS[place % 4], None if place // 4 % 2 else 1) for place, path in wrong}


def lasting(found: dict[str, Fault]) -> list[str]:
    """The files that are answered wrong for as long as somebody asks."""
    return [path for path, fault in found.items() if fault.times is None]


def test_a_host_that_answers_wrong_makes_no_wrong_copy(small: Path, tmp_path: Path, chromium: Browser) -> None:
    """What a proxy kept from before, a page of the host with status 200, half a file: at a first visit, at an update of
    what works together, at an update of the rest. What passes heals in the same visit, what stays is left out or stays
    as it was, dated so; the next visit with a good host brings all."""
    site = shutil.copytree(small, tmp_path / "site")
    paths = texts(site)
    with keeper(chromium, site) as guest:
        host = guest.server
        host.before = dict.fromkeys(paths, b"<p>Uit een andere tijd</p>")
        host.faults = faults(paths)
        bad = len(lasting(host.faults))
        assert bad > 70
        guest.visits(HERE)
        assert guest.has(paths) == Tally(len(paths) - bad, 0, bad, frozenset())
        guest.goes_to("rugzak/")
        expect(guest.page.locator(".device li")).to_contain_text("Een deel ontbreekt")
        host.faults = {}
        guest.visits(HERE)
        assert guest.has(paths) == Tally(len(paths), 0, 0, frozenset())

        host.before = rebuilt(site, "<title>", "<title>Nieuw: ")
        begun = time.time() * 1000
        changed = sorted(host.before.keys() & set(paths))
        host.faults = {"stein/hulp/": Fault("stale")}
        guest.visits(HERE)
        assert guest.has(changed, begun) == Tally(0, len(changed), 0, frozenset()), "whole until the new one is"

        together = set(parts(site, "stein")[0])
        rest = [path for path in changed if path not in together]
        host.faults = faults(rest)
        bad = len(lasting(host.faults))
        guest.visits(HERE)
        assert guest.has(rest, begun) == Tally(len(rest) - bad, bad, 0, frozenset())
        guest.loses_the_network()
        guest.goes_to(lasting(host.faults)[0])
        assert not guest.page.title().startswith("Nieuw: ")
        expect(guest.page.locator(".offline")).to_contain_text("Deze pagina is opgehaald op")
        guest.has_network_again()
        host.faults = {}
        guest.visits(HERE)
        assert guest.has(paths) == Tally(len(paths), 0, 0, frozenset())
        assert guest.errors == []


def test_a_network_that_fails_in_other_ways_is_no_reason_to_keep_something_else(
    small: Path, tmp_path: Path, chromium: Browser
) -> None:
    """Cut off on the way, a part, a way to a page to log in, an error, no answer at all: the rest of the copy comes.
    That a host says that a file may be another for everybody is no reason not to keep it."""
    site = shutil.copytree(small, tmp_path / "site")
    worker = site / "werker.js"
    worker.write_text(worker.read_text("utf-8").replace("LONGEST=60_000", "LONGEST=1_000"), "utf-8")
    every = [path for part in parts(site, "stein") for path in part]
    kinds = ("short", "part", "login", "error", "silent", "varies")
    pages = [path for path in every if path.startswith("stein/situatie/")]
    with keeper(chromium, site) as guest:
        guest.server.faults = {path: Fault(kind) for path, kind in zip(pages, kinds, strict=False)}
        assert len(guest.server.faults) == len(kinds)
        guest.visits("stein/")
        assert guest.has(every) == Tally(len(every) - 5, 0, 5, frozenset())
        guest.server.faults = {}
        guest.visits("stein/")
        assert guest.has(every) == Tally(len(every), 0, 0, frozenset())


def test_what_no_list_names_is_kept_only_if_it_is_a_page_of_the_site(small: Path, chromium: Browser) -> None:
    """A page that only professionals open: as it is once it was looked at, and never as something else."""
    page = "stein/dekking/"
    with keeper(chromium, small) as guest:
        guest.visits("stein/")
        for kind in ("cut", "page"):
            guest.server.faults = {page: Fault(kind)}
            guest.visits(page)
            assert guest.has([page]).absent == 1, kind
        guest.server.faults = {}
        guest.visits(page)
        assert guest.has([page]).right == 1


QUOTAS = (100, 1_000, 30_000, 100_000, 500_000, 900_000, 1_200_000, 1_600_000, 2_500_000, 50_000_000)
"""Bytes that a device lets a site keep: from nothing, by what is used up at every step, to more than enough."""


def limit(guest: Keeper, quota: int) -> None:
    """See to it that a site may keep no more than this."""
    session = guest.context.new_cdp_session(guest.page)
    session.send("Storage.overrideQuotaForOrigin", {"origin": guest.server.origin, "quotaSize": quota})


def test_without_room_pages_work_and_the_copy_makes_way(small: Path, chromium: Browser) -> None:
    """Online every page is there with all it loads, whatever can't be kept; offline a page is right or absent."""
    every = [path for part in parts(small, "stein") for path in part]
    wrong = []
    with ExitStack() as devices:
        guests = {quota: devices.enter_context(keeper(chromium, small)) for quota in QUOTAS}
        for quota, guest in guests.items():
            limit(guest, quota)
        for address, heading in (
            ("stein/", "Waar kunt u"),
            ("stein/hulp/?q=gesprek", "Alle hulp"),
            ("rugzak/", "Mijn"),
        ):
            for quota, guest in guests.items():
                guest.goes_to(address)
                if heading not in guest.page.locator("h1").inner_text(timeout=5_000):
                    wrong.append((quota, address))
            for guest in guests.values():
                guest.is_at_rest()
        for quota, guest in guests.items():
            if guest.errors or guest.failed:
                wrong.append((quota, f"{guest.errors} {guest.failed}"))
            said = guest.page.locator(".device").inner_text()
            found = guest.has(every)
            whole = found.right == len(every)
            if found.wrong or whole == (NO_ROOM in said) or whole != (quota == max(QUOTAS)):
                wrong.append((quota, f"{found} {said}"))
    assert wrong == []


def test_what_was_whole_stays_when_there_is_no_room_for_what_is_new(
    small: Path, tmp_path: Path, chromium: Browser
) -> None:
    """The device filled up meanwhile: the old copy answers as before, and online everything is new."""
    site = shutil.copytree(small, tmp_path / "site")
    every = [path for part in parts(site, "stein") for path in part]
    with keeper(chromium, site) as guest:
        guest.visits("stein/")
        limit(guest, guest.page.evaluate("navigator.storage.estimate().then(({usage}) => usage)"))
        guest.server.before = rebuilt(site, "<title>", "<title>Nieuw: ")
        begun = time.time() * 1000
        guest.visits("stein/")
        assert guest.page.title().startswith("Nieuw: ")
        found = guest.has(every, begun)
        assert not found.wrong
        assert not found.absent
        assert found.older > 50
        guest.visits("rugzak/")
        expect(guest.page.locator(".device li").first).to_contain_text(NO_ROOM)
        assert guest.errors == []


def test_two_editions_on_one_host_share_nothing(small: Path, tmp_path: Path, chromium: Browser) -> None:
    """One at the root of a host and one in a folder of it: what is kept in one is not seen in the other, nor is it
    taken away there; and each answers for itself."""
    www = shutil.copytree(small, tmp_path / "www")
    shutil.copytree(small, www / "regio")
    offer, other = "organisaties/steunpunt-stein/gesprek/", "organisaties/hulp-in-de-streek/oppas/"
    every = [path for part in parts(small, "stein") for path in part]
    with keeper(chromium, www) as guest:
        page = guest.page
        guest.visits(f"{offer}?gemeente=stein")
        page.get_by_role("button", name="Bewaar in rugzak").click()
        guest.visits("regio/rugzak/")
        expect(page.locator(".kept__empty")).to_be_visible()
        expect(page.locator(".device li")).to_have_count(1)
        expect(page.locator(".device li")).to_have_text("Er is nog niets bewaard.")
        guest.visits(f"regio/{other}?gemeente=beek")
        page.get_by_role("button", name="Bewaar in rugzak").click()
        guest.visits("rugzak/")
        expect(page.locator(".kept__item")).to_have_count(1)
        expect(page.locator(".kept__item")).to_have_attribute("data-path", offer)
        expect(page.locator(".device li")).to_contain_text("Stein")
        guest.visits("regio/rugzak/")
        expect(page.locator(".kept__item")).to_have_attribute("data-path", other)
        expect(page.locator(".device li")).to_contain_text("Beek")
        kept: dict[str, list[str]] = page.evaluate(
            """async () => Object.fromEntries(await Promise.all((await caches.keys()).map(async (name) =>
                [name, (await (await caches.open(name)).keys()).map(({url}) => url)])))"""
        )
        root, region = guest.server.root, f"{guest.server.root}regio/"
        assert kept.keys() == {f"mantelkaart {root} copy 2", f"mantelkaart {region} copy 2"}
        assert not [url for url in kept[f"mantelkaart {root} copy 2"] if url.startswith(region)]
        assert not [url for url in kept[f"mantelkaart {region} copy 2"] if not url.startswith(region)]
        # Taken away in one, and not wanted there any more: the other has all of it still.
        page.get_by_role("button", name="Haal weg").click()
        expect(page.locator(".device [role=status]")).not_to_be_empty()
        page.get_by_role("button", name="Haal eruit").click()
        guest.visits("regio/beek/")
        assert guest.stores() == [f"mantelkaart {root} copy 2"]
        guest.visits("rugzak/")
        expect(page.locator(".kept__item")).to_have_count(1)
        assert guest.has(every) == Tally(len(every), 0, 0, frozenset())
        assert guest.errors == []


KEPT_BEFORE = """async ([root, lists, login]) => {
    const inside = ([folder, found]) => Object.keys(found).map((name) => folder + name);
    const names = (part) => Object.entries(part).flatMap(inside);
    for (const [id, list] of Object.entries(lists)) {
        const copy = await caches.open(`mantelkaart ${root} copy 1`);
        for (const part of list.parts) for (const folder of Object.values(part)) {
            for (const name of Object.keys(folder)) folder[name] = folder[name].slice(0, 8);
        }
        for (const path of list.parts.flatMap(names)) {
            const answer = await fetch(root + path);
            const headers = new Headers(answer.headers);
            headers.set("x-mantelkaart-fetched", "1700000000000");
            headers.set("x-mantelkaart-content", "01234567");
            let body = await answer.text();
            if (path === `${id}/hulp/`) body = login;
            if (path === `${id}/a-z/`) body = body.slice(0, body.length / 2);
            if (path === `${id}/agenda/`) body = body.replace("<title>", "<title>Oud: ");
            await copy.put(root + path, new Response(body, {headers}));
        }
        const place = {looked: 1, checked: 1700000000000, whole: true, list};
        await copy.put(`${root}?staat`, new Response(JSON.stringify({places: {[id]: place}, moving: false})));
    }
}"""
"""A copy as the worker made it that took the word of a host for what it kept."""


def test_what_an_earlier_worker_kept_answers_until_it_is_known_and_is_not_fetched_again(
    small: Path, chromium: Browser
) -> None:
    """Among it a page of a host, half a page and a page of before: the first two never show, the third shows with its
    day, and only those three are fetched."""
    wrong = [f"stein/{name}/" for name in ("hulp", "a-z", "agenda")]
    every = [path for part in parts(small, "stein") for path in part if not path.endswith(".woff2")]
    with keeper(chromium, small) as guest:
        page = guest.goes_to("404.html")  # a page that starts no worker
        lists = {"stein": json.loads((small / "stein/offline.json").read_bytes())}
        page.evaluate(KEPT_BEFORE, [guest.server.root, lists, LOGIN.decode()])
        guest.server.faults = {"stein/offline.json": Fault("error")}
        guest.visits("stein/")
        guest.server.before = {
            wrong[2]: (small / wrong[2] / "index.html").read_bytes().replace(b"<title>", b"<title>Oud: ")
        }
        assert guest.has(every, since=1_800_000_000_000) == Tally(len(every) - 3, 1, 2, frozenset())
        guest.server.faults = {}
        guest.server.asked.clear()
        guest.visits("stein/")
        until(page, "async () => (await caches.keys()).length === 1")
        asked = {path for path in guest.server.asked if path.startswith(("stein/", "organisaties/"))}
        assert asked == {"stein/", "stein/offline.json", *wrong}
        assert guest.has(every) == Tally(len(every), 0, 0, frozenset())
        assert guest.stores() == [f"mantelkaart {guest.server.root} copy 2"]
        assert guest.errors == []


def test_what_was_kept_before_editions_were_told_apart_is_still_there(
    small: Path, tmp_path: Path, chromium: Browser
) -> None:
    """A rugzak under the one name that all editions of a host used: it stays with each edition that was known here, and
    an edition that comes later doesn't see it."""
    www = shutil.copytree(small, tmp_path / "www")
    for folder in ("regio", "nieuw"):
        shutil.copytree(small, tmp_path / folder)
        (tmp_path / folder).rename(www / folder)
    items = [{"path": "organisaties/steunpunt-stein/gesprek/", "name": "Gesprek", "note": "bel maandag"}]
    with keeper(chromium, www) as guest:
        for address in ("stein/", "regio/beek/"):
            guest.visits(address)
        guest.page.evaluate("text => localStorage.setItem('mantelkaart.rugzak', text)", json.dumps(items))
        for folder, count in (("regio/", 1), ("nieuw/", 0), ("", 1)):
            guest.goes_to(f"{folder}rugzak/")
            expect(guest.page.locator(".device")).to_be_visible()
            expect(guest.page.locator(".kept__item")).to_have_count(count)
        guest.page.get_by_role("button", name="Haal eruit").click()
        expect(guest.page.locator(".kept__item")).to_have_count(0)
        guest.goes_to("regio/rugzak/")
        expect(guest.page.locator("textarea")).to_have_value("bel maandag")
