"""What visitors find of a record: in which municipalities, on which days, and how sure the site is of it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.editions import build
from tests.webpage import Webpage, finished

STREEK = "organisaties/hulp-in-de-streek/"
DOOR = "organisaties/alleen-langsgaan/"


def page(site: Path, address: str) -> Webpage:
    """The page at an address, as it is now."""
    return Webpage(site, f"{address}index.html")


def leads_to(webpage: Webpage, address: str) -> bool:
    """Whether a page has a link to an address."""
    targets = (webpage.target(link) for link in webpage.links())
    return any(found is not None and found[0] == f"{address}index.html" for found in targets)


LISTS = ("hulp/", "situatie/even-tussenuit/", "a-z/")


def test_a_regional_offer_stands_in_every_municipality_it_serves(small: Path) -> None:
    """Who lives in Beek finds the same help as who lives in Stein, marked as regional."""
    for municipality in ("stein", "beek"):
        for where in LISTS:
            assert leads_to(page(small, f"{municipality}/{where}"), f"{STREEK}oppas/"), (municipality, where)
        card = next(e for e in page(small, f"{municipality}/hulp/").all("article") if "Oppas aan huis" in e.text)
        assert "Regionaal" in card.text


def test_an_offer_for_one_municipality_stands_only_there(small: Path) -> None:
    """The bus of a regional organisation that drives in Beek alone is no use in Stein."""
    for where in ("hulp/", "hulp/vervoer/", "situatie/even-tussenuit/", "a-z/"):
        assert leads_to(page(small, f"beek/{where}"), f"{STREEK}bus-in-beek/"), where
        assert not leads_to(page(small, f"stein/{where}"), f"{STREEK}bus-in-beek/"), where
    assert not leads_to(page(small, "stein/a-z/"), "organisaties/huiskamer-beek/")
    assert not leads_to(page(small, "beek/a-z/"), "organisaties/steunpunt-stein/")


def test_national_help_stands_in_every_municipality(small: Path, stein: Path) -> None:
    """The national line is there for everybody, after what is near, marked as national."""
    for site, municipality in ((small, "stein"), (small, "beek"), (stein, "stein")):
        listing = page(site, f"{municipality}/hulp/informatie-en-advies/")
        assert leads_to(listing, "organisaties/mantelzorgnl/mantelzorglijn/")
        card = next(e for e in listing.all("article") if "Mantelzorglijn" in e.text)
        assert "Landelijk" in card.text
    headings = [h.text for h in page(small, "stein/hulp/informatie-en-advies/").all("h2")]
    assert headings.index("In Stein en in de buurt") < headings.index("In het hele land")


def test_an_organisation_page_tells_area_and_address_apart(small: Path) -> None:
    """For whom something is, is not where it is: municipalities without an edition are named too."""
    assert "Werkt in Stein, Beek en Sittard-Geleen" in page(small, STREEK).text
    assert "Werkt in Beek" in page(small, f"{STREEK}bus-in-beek/").text


def test_what_has_not_begun_says_when_it_does(small: Path) -> None:
    """A course of next winter can't be followed now: nothing leads to it, and who has its address reads when."""
    course = page(small, f"{STREEK}wintercursus/")
    assert "Dit begint op 11 januari 2027." in course.text
    assert course.meta("robots") == "noindex"
    others = [found for found in finished(small).values() if found.path != course.path and not found.is_redirect]
    assert all("Cursus in de winter" not in found.html for found in others)


def test_what_begins_stands_in_the_lists_on_its_day(built: Path) -> None:
    """The same records, built on the first day of the course: it stands in the lists and on its own page."""
    site = build(built, date(2027, 1, 11))
    assert page(site, f"{STREEK}wintercursus/").meta("robots") == "index, follow"
    assert leads_to(page(site, "stein/hulp/cursus-en-training/"), f"{STREEK}wintercursus/")
    assert leads_to(page(site, STREEK), f"{STREEK}wintercursus/")


@pytest.mark.parametrize(
    ("offer", "says"),
    [("zomercursus", "Dit was er tot en met 31 augustus 2026."), ("belcirkel", "Dit aanbod is gestopt.")],
)
def test_what_is_over_keeps_its_page_and_points_on(small: Path, offer: str, says: str) -> None:
    """Who kept the address reads that it is over and where to go now; nobody is sent there any more."""
    old = page(small, f"{STREEK}{offer}/")
    assert says in old.text
    assert old.meta("robots") == "noindex"
    assert leads_to(old, "organisaties/mantelzorgnl/mantelzorglijn/")
    buttons = [e.attributes["href"] for e in old.all("a") if "button" in e.attributes.get("class", "")]
    assert "tel:08000000103" not in buttons, "nobody is asked to ring for it"
    for listing in finished(small).values():
        if listing is not old and not listing.is_redirect and listing.path != old.path:
            assert not leads_to(listing, f"{STREEK}{offer}/"), listing


def test_an_ended_organisation_says_so_and_points_on(small: Path) -> None:
    """Its page and those of its offers stay; they name who helps now and no longer ask to be rung."""
    for address in ("organisaties/oude-buurtzorg/", "organisaties/oude-buurtzorg/boodschappen/"):
        gone = page(small, address)
        assert "Deze organisatie is gestopt." in gone.text
        assert gone.meta("robots") == "noindex"
        assert leads_to(gone, "organisaties/steunpunt-stein/")
        buttons = [e for e in gone.all("a") if "button" in e.attributes.get("class", "")]
        assert not any(e.attributes["href"].endswith("08000000102") for e in buttons), address
    for where in LISTS:
        assert not leads_to(page(small, f"stein/{where}"), "organisaties/oude-buurtzorg/")


def test_what_pauses_stays_listed_and_is_marked(small: Path) -> None:
    """It comes back, so it is findable; nobody goes there for nothing."""
    listing = page(small, "stein/hulp/vervangende-zorg/")
    card = next(e for e in listing.all("article") if "Dagje weg" in e.text)
    assert "Even niet beschikbaar" in card.text
    assert "Dit is er nu even niet. Vraag wanneer het weer begint." in page(small, f"{STREEK}dagje-weg/").text
    cards = [e.text for e in listing.all("article")]
    order = [next(i for i, text in enumerate(cards) if name in text) for name in ("Oppas aan huis", "Dagje weg")]
    assert order == sorted(order), "what can be had now comes first"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("organisaties/streekhulp/", STREEK),
        ("organisaties/streekhulp/oppas/", f"{STREEK}oppas/"),
        ("organisaties/streekhulp/thuisoppas/", f"{STREEK}oppas/"),
        (f"{STREEK}thuisoppas/", f"{STREEK}oppas/"),
        ("organisaties/streekhulp/belcirkel/", f"{STREEK}belcirkel/"),
        ("tools/kijkplaat/", "tools/praatplaat/"),
    ],
)
def test_a_renamed_record_keeps_its_old_address(small: Path, old: str, new: str) -> None:
    """The browser is sent on, also without scripts; search engines learn the new address."""
    found = page(small, old)
    delay, _, link = found.all("meta", http_equiv="refresh")[0].attributes["content"].partition("; url=")
    assert delay == "0"
    target = found.target(link)
    assert target == (f"{new}index.html", "")
    assert found.canonical == f"https://samen.example/kaart/{new}"
    assert found.meta("robots") == "noindex"
    assert leads_to(found, new), "and who isn't sent on can press"


def test_a_fictional_municipality_says_so_on_every_page(lindedal: Path) -> None:
    """Nobody may take the help of a municipality that does not exist for real."""
    pages = finished(lindedal)
    assert len(pages) > 200
    for found in pages.values():
        english = "/en/" in found.path and not found.is_redirect
        said = "The municipality Lindedal does not exist" if english else "De gemeente Lindedal bestaat niet"
        assert said in found.text, found


def test_real_municipalities_say_no_such_thing(small: Path, stein: Path) -> None:
    """The warning means something only where it holds."""
    for site in (small, stein):
        assert all("bestaat niet, en de hulp" not in found.text for found in finished(site).values())


def test_what_can_not_wait_stands_on_every_home_and_in_every_foot(small: Path, lindedal: Path, stein: Path) -> None:
    """112, the GP's out-of-hours service, 113 and Veilig Thuis: on every page, one press away."""
    homes = {small: ("", "stein/", "beek/"), lindedal: ("", "lindedal/"), stein: ("", "stein/")}
    numbers = {"tel:112", "tel:113", "tel:08002000"}
    for site, addresses in homes.items():
        for found in finished(site).values():
            foot = {
                e.attributes.get("href") for e in found.all("a") if any(above.tag == "footer" for above in e.inside)
            }
            assert numbers <= foot, found
            assert "Huisartsenpost" in found.text or "huisartsenpost" in found.text, found
        for address in addresses:
            home = page(site, address)
            own = {e.attributes.get("href") for e in home.all("a") if not any(up.tag == "footer" for up in e.inside)}
            assert numbers <= own, home


def test_the_huisartsenpost_is_the_municipality_s_own(small: Path) -> None:
    """Stein names its own number; Beek, which doesn't, says what works everywhere."""
    assert "tel:08000000900" in page(small, "stein/").links()
    assert "Huisartsenpost van Stein" in page(small, "stein/").text
    beek = page(small, "beek/")
    assert "tel:08000000900" not in beek.links()
    assert "Bel uw huisarts. Het antwoordapparaat noemt de huisartsenpost." in beek.text


def test_the_counter_is_the_municipality_s_own_or_the_national_line(small: Path) -> None:
    """There is always somebody to speak to: where the municipality gives no number, the country does."""
    assert "Bel 0800 000 0101" in page(small, "stein/").text
    assert "Bel 030 760 60 55" in page(small, "beek/").text


def test_an_old_source_is_shown_for_what_it_is(small: Path, stein: Path) -> None:
    """The site is never surer than its source, and says whom to ask instead."""
    for address in ("organisaties/huiskamer-beek/", "organisaties/huiskamer-beek/koffie/"):
        old = page(small, address)
        assert "Volgens een bron uit 2020, niet opnieuw gecontroleerd" in old.text
        assert "Bron: Gids van het dorp" in old.text
        assert "tel:+31307606055" in old.links(), "the national line is beside it"
    card = next(e for e in page(small, "beek/hulp/").all("article") if "Koffie aan de lange tafel" in e.text)
    assert "Volgens een bron uit 2020, niet opnieuw gecontroleerd" in card.text
    for address in ("organisaties/stichting-de-brug/", "organisaties/steunpunt-mantelzorg-zuid/"):
        assert "Volgens een bron uit 2020, niet opnieuw gecontroleerd" in page(stein, address).text


def test_a_fresh_check_says_when_by_whom_and_where_from(small: Path) -> None:
    """What somebody looked after lately can be trusted, and traced."""
    found = page(small, STREEK)
    assert "Gecontroleerd op 1 november 2026 door coördinator" in found.text
    assert "Bron: Website van de organisatie" in found.text
    assert "niet opnieuw gecontroleerd" not in found.text


def test_a_check_grows_old_by_itself(edition: Path) -> None:
    """Nobody touches the record: after a year the same page says that it may have changed."""
    fresh = build(edition, date(2027, 11, 1))
    assert "Gecontroleerd op 1 november 2026" in page(fresh, STREEK).text
    stale = build(edition, date(2027, 11, 3))
    assert "Volgens een bron uit 1 november 2026, niet opnieuw gecontroleerd" in page(stale, STREEK).text
    listing = page(stale, "stein/hulp/vervangende-zorg/")
    card = next(e for e in listing.all("article") if "Oppas aan huis" in e.text)
    assert "niet opnieuw gecontroleerd" in card.text


def test_a_source_without_a_date_says_so(small: Path) -> None:
    """Not knowing is said as well."""
    assert "Volgens een bron zonder datum, niet opnieuw gecontroleerd" in page(small, DOOR).text


def test_without_a_number_the_button_says_what_does_work(small: Path) -> None:
    """Mail where there is mail, else the website, else how to begin: never an empty button."""
    assert "mailto:huiskamer@samen.example" in page(small, "organisaties/huiskamer-beek/koffie/").links()
    card = next(e for e in page(small, "beek/hulp/emotionele-steun/").all("article") if "Een open deur" in e.text)
    assert "Lees hoe u begint" in card.text
    assert "Loop binnen aan het plein." in page(small, f"{DOOR}open-deur/").text


def test_an_empty_list_says_what_to_do(small: Path) -> None:
    """Nobody is left with an empty page: it says so, and whom to ask."""
    empty = page(small, "beek/hulp/klusjes/")
    assert "Hiervoor kennen wij in Beek nog geen hulp. Maar u staat er niet alleen voor." in empty.text
    assert "tel:+31307606055" in empty.links()


def test_a_hidden_address_stays_hidden(small: Path) -> None:
    """An address that may not be shown is not in the site at all, not even for machines."""
    for found in finished(small).values():
        for secret in ("Verborgenlaan", "6191 VL", "50.937", "5.793"):
            assert secret not in found.html, found
    assert "Het precieze adres staat niet op de site." in page(small, DOOR).text
