"""What cards and pages say of whom something is for, what it costs, and whether there is room."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.search import index
from generator.texts.spoken import speaking
from generator.views.help import lists, offers, organisations
from generator.views.pieces.passing import ends
from generator.views.pieces.room import Told
from tests.scratch import Scratch

TODAY = date(2026, 11, 21)


@pytest.fixture
def one(tmp_path: Path) -> Scratch:
    made = Scratch(tmp_path)
    made.write("data/municipalities/zutphen.yml", "name: Zutphen\n")
    return made


def offered(one: Scratch, checked: str = "2026-11-01", more: str = "", **fields: str) -> None:
    """An organisation in Zutphen with an offering for each of these, by id."""
    lines = "".join(
        f"  - {{id: {id}, name: {id.title()}, summary: Helpt., help: [klusjes], first_step: Bel., {said}}}\n"
        for id, said in fields.items()
    )
    one.organisation(
        "proef",
        f"phones: [{{number: 0800 0000}}]\n{more}offerings:\n{lines}",
        area="[zutphen]",
        checked=f"{{date: {checked}, source: Proef}}",
    )


def card(one: Scratch, id: str, today: date = TODAY) -> Mapping[str, Any]:
    catalogue = one.known(today)
    return offers.card(catalogue, catalogue.offers[f"proef/{id}"], "zutphen")


def fact(one: Scratch, id: str, label: str, today: date = TODAY) -> list[str]:
    rows = offers.offering(one.known(today), f"proef/{id}")["facts"]
    return [str(line) for row in rows if row.label == label for line in row.lines]


# What it costs.


@pytest.mark.parametrize(
    ("cost", "chip", "told"),
    [
        (
            "{kind: betaald, amount: '0,30', note: per kilometer}",
            "€ 0,30 per kilometer",
            ["Kost geld: € 0,30", "per kilometer"],
        ),
        (
            "{kind: betaald, amount: '0,30', per: kilometer}",
            "€ 0,30 per kilometer",
            ["Kost geld: € 0,30 per kilometer"],
        ),
        ("{kind: betaald, amount: '1.250,00', note: per maand}", "€ 1.250 per maand", None),
        ("{kind: betaald, amount: '1.250,50', per: maand}", "€ 1.250,50 per maand", None),
        ("{kind: betaald, amount: '3,50 - 7,50', per: rit}", "€ 3,50 tot € 7,50 per rit", None),
        ("{kind: betaald, amount: '3,50 - 7,50'}", "Kost geld", ["Kost geld: € 3,50 tot € 7,50"]),
        ("{kind: bijdrage, amount: vanaf 10, per: dagdeel}", "vanaf € 10 per dagdeel", None),
        ("{kind: bijdrage, amount: tot 40, per: keer, note: met lunch}", "tot € 40 per keer", None),
        ("{kind: bijdrage, amount: 5, note: met lunch}", "€ 5, met lunch", None),
        ("{kind: bijdrage, amount: 15, note: voor de hele cursus}", "€ 15 voor de hele cursus", None),
        (
            "{kind: bijdrage, amount: 15, note: vraag bij het loket hoeveel u daarvan terugkrijgt}",
            "Eigen bijdrage",
            None,
        ),
        ("{kind: inkomensafhankelijk}", "Prijs naar inkomen", ["Prijs naar inkomen"]),
        ("{kind: inkomensafhankelijk, per: maand}", "Prijs naar inkomen", ["Prijs naar inkomen: per maand"]),
        ("{kind: inkomensafhankelijk, amount: 0 - 20, per: uur}", "Prijs naar inkomen: € 0 tot € 20 per uur", None),
        ("{kind: gratis}", "Gratis", ["Gratis"]),
        ("{kind: gratis, amount: 0}", "Gratis", None),
    ],
)
def test_a_card_never_shows_an_amount_without_what_it_is_for(
    one: Scratch, cost: str, chip: str, told: list[str] | None
) -> None:
    offered(one, rit=f"cost: {cost}")
    assert card(one, "rit")["chips"] == [chip]
    assert told is None or fact(one, "rit", "Kosten") == told


def test_a_price_has_its_unit_in_another_language_too(one: Scratch) -> None:
    offered(one, rit="cost: {kind: betaald, amount: '3,50 - 7,50', per: kilometer}")
    catalogue = one.known(TODAY)
    with speaking("en"):
        assert offers.card(catalogue, catalogue.offers["proef/rit"], "zutphen")["chips"] == [
            "€ 3,50 to € 7,50 per kilometre"
        ]


# For whom.


@pytest.mark.parametrize(
    ("ages", "told"),
    [
        ("{from: 18 maanden, to: 4}", "18 maanden tot en met 4 jaar"), ("{from: 8, to: 17}", "8 tot en met 17 jaar"),
        ("{from: 2,5 jaar}", "vanaf 2,5 jaar"), ("{from: 6 weken, to: 18 maanden}", "6 weken tot en met 18 maanden"),
        ("{to: 1 maand}", "tot en met 1 maand"), ("{from: 55}", "vanaf 55 jaar"),
    ],
)  # fmt: skip
def test_ages_are_said_as_people_do(one: Scratch, ages: str, told: str) -> None:
    offered(one, peuters=f"ages: {ages.replace('2,5 jaar', chr(34) + '2,5 jaar' + chr(34))}")
    assert fact(one, "peuters", "Leeftijd") == [told]


def test_a_part_of_a_municipality_and_a_condition_stand_on_card_and_page(one: Scratch) -> None:
    said = "Alleen voor De Hoven met een laag inkomen"
    offered(
        one,
        wijk=f"postcodes: ['7201'], eligibility: {said}",
        dorp="villages: [Warnsveld], postcodes: ['7201', '7202']",
        veel="postcodes: ['7201', '7202', '7203', '7204', '7205']",
        ieder="where: [thuis]",
    )
    assert card(one, "wijk")["chips"] == ["Alleen voor postcode 7201"]
    assert card(one, "wijk")["eligibility"] == said
    assert card(one, "dorp")["chips"] == ["Alleen voor Warnsveld, postcode 7201 en postcode 7202"]
    assert card(one, "veel")["chips"] == ["Alleen voor een deel van de gemeente"]
    assert card(one, "ieder")["eligibility"] is None
    assert fact(one, "wijk", "Voorwaarde") == [said]
    assert fact(one, "dorp", "Alleen voor") == ["Warnsveld, postcode 7201 en postcode 7202"]
    assert offers.offering(one.known(TODAY), "proef/wijk")["eligibility"] == said


def test_a_part_lies_in_a_municipality_that_is_served(one: Scratch) -> None:
    offered(
        one, a="villages: [warnsveld]", b="villages: [Lochem]", c="villages: [Lochem, Zutphen], area: [zutphen, lochem]"
    )
    assert one.found(TODAY) == [("data/organisations/proef.yml", 9, 85, "village-elsewhere")]


def test_languages_and_accessibility_are_an_offer_s_own_or_its_organisation_s(one: Scratch) -> None:
    offered(
        one,
        more="languages: [nl, pap, ti, so, fa, fy]\naccessibility: [lift]\n",
        alle="where: [thuis]",
        eigen="languages: [nl, pl, ngt], accessibility: [rolstoel]",
    )
    assert fact(one, "alle", "Talen") == ["Nederlands, Papiaments, Tigrinya, Somalisch, Farsi en Fries"]
    assert fact(one, "eigen", "Talen") == ["Nederlands, Pools en Nederlandse Gebarentaal"]
    assert fact(one, "eigen", "Toegankelijkheid") == ["Goed te bereiken met een rolstoel"]
    groups = {group["name"]: group["options"] for group in lists.finder(one.known(TODAY), "zutphen")["groups"]}
    assert [option.value for option in groups["taal"]] == ["pl", "ngt", "pap", "ti", "so", "fa", "fy"]
    assert {option.value for option in groups["toegang"]} >= {"lift", "rolstoel"}


def test_the_search_can_filter_and_find_all_of_it(one: Scratch) -> None:
    offered(
        one,
        eigen="languages: [nl, pl], accessibility: [rolstoel], villages: [Warnsveld], postcodes: ['7201'], "
        "eligibility: Voor leden., availability: {state: full, until: 2026-12-01}, status: paused, "
        "paused_until: 2026-12-24",
    )
    found = index.found(one.known(TODAY), "zutphen")
    made = index.index(found)
    number = made["offers"]["name"].index("Eigen")
    assert [made["tags"][tag] for tag in made["offers"]["tags"][number]] == [
        "help:klusjes", "eligibility:1", "languages:pl", "accessibility:rolstoel", "village:Warnsveld",
        "postcode:7201", "paused:2026-12-24T23:00Z", "full:2026-12-01T23:00Z",
    ]  # fmt: skip
    label, said = made["aids"]["languages:pl"]
    assert label == "Pools" and {"pools", "poolse", "polski"} <= set(said)
    assert "rolstoel" in made["aids"]["accessibility:rolstoel"][1]


# Room and waiting.


@pytest.mark.parametrize(
    ("fields", "text", "last", "then"),
    [
        (
            "availability: {state: full, since: 2026-11-03}",
            "Vol",
            "2027-02-03",
            "Dit was op 3 november 2026 vol. Vraag het na.",
        ),
        (
            "availability: {state: full, since: 2026-11-03, until: 2026-12}",
            "Vol, tot en met december 2026",
            "2026-12-31",
            "Dit was tot en met december 2026 vol. Vraag het na.",
        ),
        (
            "availability: {state: stopped}",
            "Er kan nu niemand bij",
            "2027-02-01",
            "Hier kon op 1 november 2026 niemand bij. Vraag het na.",
        ),
        (
            "availability: {state: open}, wait: geen",
            "Er is plek. Geen wachttijd",
            "2027-02-01",
            "Er was op 1 november 2026 plek. Vraag het na.",
        ),
        (
            "availability: {state: waiting_list}, wait: 4-6 weken",
            "Er is een wachtlijst. Wachttijd: 4 tot 6 weken",
            "2027-02-01",
            "Er was op 1 november 2026 een wachtlijst. De wachttijd was toen 4 tot 6 weken. Vraag het na.",
        ),
        (
            "wait: 10 dagen",
            "Wachttijd: 10 dagen",
            "2027-02-01",
            "De wachttijd was op 1 november 2026 10 dagen. Vraag het na.",
        ),
        (
            "waiting_time: Geen nieuwe aanmeldingen mogelijk.",
            "Wachttijd: Geen nieuwe aanmeldingen mogelijk",
            "2027-02-01",
            "Wachttijd: vraag het na.",
        ),
    ],
)
def test_a_card_says_what_is_so_until_when_and_what_was(
    one: Scratch, fields: str, text: str, last: str, then: str
) -> None:
    offered(one, a=fields)
    told = card(one, "a")["room"]
    assert (told.text, told.until, told.then) == (text, ends(last), then)
    assert told.warm == ("full" in fields or "stopped" in fields)
    assert card(one, "a", date.fromisoformat(last))["room"] == told, "the last day counts"
    later = date.fromordinal(date.fromisoformat(last).toordinal() + 1)
    assert card(one, "a", later)["room"] == Told(then), "made anew it says the same as a page that was not"


def test_a_source_without_a_date_knows_nothing_of_room(one: Scratch) -> None:
    offered(one, "onbekend", a="availability: {state: full}", b="where: [thuis]")
    assert card(one, "a")["room"] == Told("Volgens een bron zonder datum: vol. Vraag het na.")
    assert card(one, "b")["room"] is None


def test_a_long_sentence_stands_on_the_page_only(one: Scratch) -> None:
    said = "Dat hangt ervan af hoeveel vrijwilligers er in de buurt zijn, en dat verandert van maand tot maand weer."
    offered(one, a=f'waiting_time: "{said}"')
    assert card(one, "a")["room"] is None
    assert fact(one, "a", "Plek en wachttijd") == [said]


def test_the_page_knows_until_when_its_lines_hold(one: Scratch) -> None:
    offered(one, a="availability: {state: full, since: 2026-11-03}, waiting_time: In januari weer.")
    line, since, sentence = fact(one, "a", "Plek en wachttijd")
    assert 'data-until="2027-02-03T23:00Z" data-then="Dit was op 3 november 2026 vol. Vraag het na."' in line
    assert (since, sentence) == ("Sinds 3 november 2026.", "In januari weer.")


def test_a_result_of_the_search_knows_it_too(one: Scratch) -> None:
    offered(one, a="wait: 10 dagen, status: paused, paused_until: 2026-12-24")
    found = index.found(one.known(TODAY), "zutphen")
    (shown,) = [record for record in index.part(found, 0) if record["key"] == "proef/a"]
    assert shown["room"] == [
        "Wachttijd: 10 dagen", 0, ends("2027-02-01"), "De wachttijd was op 1 november 2026 10 dagen. Vraag het na."
    ]  # fmt: skip
    assert shown["rest"] == ["Even niet beschikbaar, tot en met 24 december 2026", 1, ends("2026-12-24"), None]


def test_a_pause_is_over_after_its_last_day(one: Scratch) -> None:
    offered(one, a="status: paused, paused_until: 2026-12-24", b="status: paused")
    first = card(one, "a")["paused"]
    assert (first.until, first.then) == ("2026-12-24T23:00Z", None)
    assert card(one, "a", date(2026, 12, 25))["paused"] is None
    assert card(one, "b", date(2027, 12, 25))["paused"].text == "Even niet beschikbaar"
    page = offers.offering(one.known(TODAY), "proef/a")["status"]
    assert page.text == "Dit is er nu even niet, tot en met 24 december 2026."
    assert offers.offering(one.known(date(2026, 12, 25)), "proef/a")["status"] is None


def test_a_pause_of_an_organisation_is_one_of_all_it_offers(one: Scratch) -> None:
    offered(one, more="status: paused\npaused_until: 2026-12-24\n", a="where: [thuis]")
    assert card(one, "a")["paused"].until == ends("2026-12-24")
    said = organisations.organisation(one.known(TODAY), "proef")["status"]
    assert (said.text, said.until) == (
        "Deze organisatie is er nu even niet, tot en met 24 december 2026.",
        ends("2026-12-24"),
    )
    assert organisations.organisation(one.known(date(2026, 12, 25)), "proef")["status"] is None


ENDED, WITHOUT_END = "status: ended\n", "status: paused\n"
ALL, OWN = "status: paused\npaused_until: 2027-06\n", "status: paused, paused_until: 2027-01"


@pytest.mark.parametrize(
    ("whole", "own", "last"),
    [
        (ALL, OWN, "2027-06-30"),
        ("status: paused\npaused_until: 2027-01\n", "status: paused, paused_until: 2027-06", "2027-06-30"),
        (ALL, "status: paused", None),
        (WITHOUT_END, OWN, None),
        (WITHOUT_END, "status: active", None),
        (ALL, "status: active", "2027-06-30"),
        ("", OWN, "2027-01-31"),
        (ALL, "status: paused, paused_until: 2027-06-30", "2027-06-30"),
    ],
)
def test_of_two_pauses_the_one_that_is_over_last_counts(one: Scratch, whole: str, own: str, last: str | None) -> None:
    offered(one, more=whole, a=own)
    tag = f"paused:{ends(last)}" if last else "status:paused"
    assert tag in tags(one, "a")
    assert card(one, "a")["paused"].until == (ends(last) if last else None)
    after = date.fromordinal(date.fromisoformat(last).toordinal() + 1) if last else date(2030, 1, 1)
    before = date.fromisoformat(last) if last else after
    assert card(one, "a", before)["paused"] is not None
    assert (card(one, "a", after)["paused"] is None) == (last is not None)
    assert offers.offering(one.known(before), "proef/a")["status"] is not None


@pytest.mark.parametrize("own", [OWN, "status: paused", "status: active", "status: ended", "where: [thuis]"])
@pytest.mark.parametrize("today", [TODAY, date(2027, 3, 1)])
def test_what_an_organisation_that_ended_offered_has_ended(one: Scratch, own: str, today: date) -> None:
    offered(one, more=ENDED, a=own)
    catalogue = one.known(today)
    assert catalogue.offers["proef/a"].phase(today) == "over"
    assert catalogue.offers["proef/a"].offering.status == "ended"
    assert not [offer for offer in catalogue.offers_in("zutphen") if offer.organisation_id == "proef"]
    assert "A" not in index.index(index.found(catalogue, "zutphen"))["offers"]["name"]
    assert "gestopt" in str(offers.offering(catalogue, "proef/a")["status"])


def tags(one: Scratch, id: str) -> list[str]:
    """What the finder can filter an offer on."""
    made = index.index(index.found(one.known(TODAY), "zutphen"))
    number = made["offers"]["name"].index(id.title())
    return [made["tags"][tag] for tag in made["offers"]["tags"][number]]
