"""How help reaches somebody, and when: what results and pages say of hours, places and what an offer does not have."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.model import opening
from generator.search import index
from generator.views.help import offers
from tests.scratch import Scratch


@pytest.fixture
def scratch(tmp_path: Path) -> Scratch:
    return Scratch.stein(tmp_path)


def result(scratch: Scratch, key: str) -> dict[str, Any]:
    """What a result shows of an offer."""
    found = index.found(scratch.known(), "stein")
    count = index.part_count(found.catalogue, found.municipality)
    records = (record for number in range(count) for record in index.part(found, number))
    return next(record for record in records if record["key"] == key)


def page(scratch: Scratch, key: str) -> dict[str, list[str]]:
    """The facts and the places on the page of an offer."""
    shown = offers.offering(scratch.known(), key)
    rows = {fact.label: list(map(str, fact.lines)) for fact in shown["facts"]}
    return rows | {place.label: [*place.lines, *place.hours] for place in shown["places"]}


def organisation(scratch: Scratch, more: str) -> None:
    scratch.write(
        "data/organisations/linde.yml",
        "name: De Linde\nsummary: Helpt.\narea: [stein]\nchecked: {date: 2026-11-01, source: Proef}\n" + more,
    )


OFFICE = """\
phones:
  - number: 088 000 0001
address:
  street: Kantoorlaan
  number: "9"
  place: Zwolle
  lat: 52.51
  lon: 6.09
opening_hours:
  - days: [ma, di, wo, do, vr]
    from: "09:00"
    to: "17:00"
  - closed: [2026-12-24]
offerings:
  - id: advies
    name: Advies
    summary: Advies.
    help: [informatie-en-advies]
    first_step: Bel.
"""


def test_an_office_is_no_place_to_go_to(scratch: Scratch) -> None:
    """A line in the region with its office in another town: not far, not on the map, nobody is sent there."""
    organisation(scratch, OFFICE + "    where: [telefoon]\n")
    assert "at" not in result(scratch, "linde/advies")
    assert "Adres" not in page(scratch, "linde/advies")
    known = index.index(index.found(scratch.known(), "stein"))
    assert "Zwolle" not in known["villages"]


def test_who_works_at_a_place_is_there(scratch: Scratch) -> None:
    organisation(scratch, OFFICE + "    where: [telefoon, locatie]\n")
    assert result(scratch, "linde/advies")["at"] == [[52.51, 6.09]]
    assert page(scratch, "linde/advies")["Adres"] == ["Kantoorlaan 9", "Zwolle"]


def test_what_is_inherited_can_be_declined(scratch: Scratch) -> None:
    """Mail alone, though the organisation has a phone: written as a word, or as an empty list."""
    for written in ("geen", "[]"):
        organisation(
            scratch,
            OFFICE + f"    where: [online]\n    phones: {written}\n    email: advies@linde.example\n"
            "    website: geen\n    address: geen\n    opening_hours: geen\n",
        )
        assert scratch.found() == []
        shown = result(scratch, "linde/advies")
        assert shown["action"] == ["Stuur een mail", "mailto:advies@linde.example"]
        assert "hours" not in shown
        assert {"Telefoon", "Wanneer", "Adres"}.isdisjoint(page(scratch, "linde/advies"))


def test_what_is_declined_stays_so_when_it_was_read_before(scratch: Scratch) -> None:
    organisation(scratch, OFFICE + "    where: [online]\n    phones: geen\n    email: advies@linde.example\n")
    first = result(scratch, "linde/advies")
    again = type(scratch)(scratch.root)
    assert result(again, "linde/advies") == first and first["action"][0] == "Stuur een mail"


PLACES = """\
phones:
  - number: 088 000 0001
opening_hours:
  - days: [ma]
    from: "09:00"
    to: "17:00"
offerings:
  - id: spreekuur
    name: Spreekuur buurtpunt
    summary: Stel uw vraag.
    help: [informatie-en-advies]
    where: [locatie]
    first_step: Kom langs.
    addresses:
      - name: De Brink
        street: Pleinweg
        number: "1"
        place: Stein
        lat: 50.97
        lon: 5.77
        opening_hours:
          - days: [1e di, 3e di]
            from: "10:00"
            to: "12:00"
      - street: Molenpad
        number: "2"
        place: Elsloo
        lat: 50.95
        lon: 5.76
"""


def test_one_offer_at_several_places_is_one_result(scratch: Scratch) -> None:
    organisation(scratch, PLACES)
    assert scratch.found() == []
    keys = [offer.key for offer in scratch.known().offers_in("stein") if offer.organisation_id == "linde"]
    assert keys == ["linde/spreekuur"]
    shown = result(scratch, "linde/spreekuur")
    assert shown["at"] == [[50.97, 5.77, "Stein"], [50.95, 5.76, "Elsloo"]]
    assert shown["places"] == [["De Brink", {"slots": [[[11, 31], "10:00", "12:00"]]}]]
    assert shown["chips"][0] == "In Stein en Elsloo"
    told = page(scratch, "linde/spreekuur")
    assert told["De Brink"] == [
        "Pleinweg 1", "Stein", "De eerste en derde dinsdag van de maand 10.00–12.00 uur",
    ]  # fmt: skip
    assert told["Elsloo"] == ["Molenpad 2", "Elsloo"]
    node = offers.offering(scratch.known(), "linde/spreekuur")["json_ld"][0]
    places = node["availableChannel"]["serviceLocation"]
    assert [place["geo"]["latitude"] for place in places] == [50.97, 50.95]
    assert places[0]["name"] == "De Brink" and len(places[0]["openingHoursSpecification"]) > 20


def test_a_place_is_closed_too_when_its_organisation_is_and_the_others_keep_their_hours(scratch: Scratch) -> None:
    """De Brink has hours of its own, Elsloo those of the organisation: either may be open."""
    organisation(scratch, PLACES.replace('    to: "17:00"\n', '    to: "17:00"\n  - closed: [2026-12-24]\n', 1))
    assert scratch.found() == []
    shown = result(scratch, "linde/spreekuur")
    closed = ["2026-12-24", "2026-12-24"]
    assert shown["places"] == [["De Brink", {"slots": [[[11, 31], "10:00", "12:00"]], "closed": [closed]}]]
    assert shown["hours"] == {"slots": [[[0], "09:00", "17:00"]], "closed": [closed]}
    assert "Dicht op 24 december 2026" in page(scratch, "linde/spreekuur")["De Brink"]


def test_hours_of_the_number_on_the_button_come_before_those_of_the_organisation(scratch: Scratch) -> None:
    line = '    hours:\n      - days: [ma, di]\n        from: "10:00"\n        to: "12:00"\n'
    organisation(scratch, OFFICE.replace("088 000 0001\n", "088 000 0001\n" + line) + "    where: [telefoon]\n")
    shown = result(scratch, "linde/advies")
    assert shown["phone"] == 1 and shown["hours"]["slots"] == [[[0, 1], "10:00", "12:00"]]
    assert shown["hours"]["closed"] == [["2026-12-24", "2026-12-24"]], "it is closed when its organisation is"
    assert "Wanneer" not in page(scratch, "linde/advies"), "an office keeps hours that the line does not"


def test_hours_of_an_offer_come_first_and_its_organisation_closes_it(scratch: Scratch) -> None:
    organisation(
        scratch, OFFICE + '    opening_hours:\n      - days: [wo]\n        from: "10:00"\n        to: "12:00"\n'
    )
    assert page(scratch, "linde/advies")["Wanneer"] == ["Woensdag 10.00–12.00 uur", "Dicht op 24 december 2026"]


def test_what_is_always_there_is_there_when_its_organisation_is_closed(scratch: Scratch) -> None:
    organisation(scratch, OFFICE + "    opening_hours:\n      - always: ja\n")
    offer = scratch.known().offers["linde/advies"]
    assert offer.reachable and opening.now(offer.reachable.hours, date(2026, 12, 24), 600).state == "open"


def test_an_offer_without_hours_has_those_of_its_organisation(scratch: Scratch) -> None:
    organisation(scratch, OFFICE)
    assert result(scratch, "linde/advies")["hours"]["slots"] == [[[0, 1, 2, 3, 4], "09:00", "17:00"]]
