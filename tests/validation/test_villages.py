"""What lies in a municipality, and what an offering for a part of it may name."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.scratch import Scratch

OFFER = """\
    offerings:
      - {{id: inloop, name: Inloop, summary: Koffie., help: [vervoer], first_step: Kom., {}}}
"""


@pytest.fixture
def scratch(tmp_path: Path) -> Scratch:
    made = Scratch.stein(tmp_path)
    made.write("data/municipalities/maaseik.yml", "name: Maaseik\ncountry: BE\n")
    return made


def found(scratch: Scratch, area: str, part: str) -> list[str]:
    scratch.organisation("deel", OFFER.format(part), area=area)
    return [problem.code for problem in scratch.problems() if problem.code != "reaches-nobody"]


@pytest.mark.parametrize(
    ("area", "part"),
    [
        ("[stein]", "villages: [Elsloo, urmond]"),
        ("[stein]", 'postcodes: ["6171"]'),
        ("[den-haag]", "villages: [Scheveningen]"),  # a neighbourhood that the finder offers
        ("[stein, maaseik]", 'villages: [Neeroeteren], postcodes: ["3680"]'),
        ("[maaseik]", 'villages: [Neeroeteren], postcodes: ["3680"]'),
        ("[voorne-aan-zee]", 'postcodes: ["3231"]'),  # of which the list has no postcodes
    ],
)
def test_what_may_be_a_part_is_fine(area: str, part: str, scratch: Scratch) -> None:
    assert found(scratch, area, part) == []


@pytest.mark.parametrize(
    ("area", "part", "codes"),
    [
        ("[stein]", 'postcodes: ["1011"]', ["postcode-elsewhere"]),
        ("[stein, beek]", 'postcodes: ["6191", "1011", "6171"]', ["postcode-elsewhere"]),
        ("[stein]", "villages: [Volkel]", ["village-elsewhere"]),
    ],
)
def test_what_lies_elsewhere_is_said(area: str, part: str, codes: list[str], scratch: Scratch) -> None:
    assert found(scratch, area, part) == codes


def test_a_postcode_elsewhere_is_a_warning_that_a_record_can_answer(scratch: Scratch) -> None:
    """The list names the places of a postcode, and may miss the corner of one that lies in the next municipality."""
    assert found(scratch, "[stein]", 'postcodes: ["1011"]') == ["postcode-elsewhere"]
    assert scratch.validate().faults == ()
    scratch.write("data/municipalities/stein.yml", 'name: Stein\npostcodes: ["1011"]\n')
    assert found(scratch, "[stein]", 'postcodes: ["1011", "6171"]') == []


def test_places_of_its_own_come_beside_those_of_the_list(scratch: Scratch) -> None:
    """An editor writes down a neighbourhood: no village goes, and none is there twice."""
    before = scratch.known().municipalities["stein"].record.places
    scratch.write("data/municipalities/stein.yml", "name: Stein\nplaces: [Kerensheide, urmond]\n")
    assert found(scratch, "[stein]", "villages: [Kerensheide, Elsloo]") == []
    after = scratch.known().municipalities["stein"].record.places
    assert sorted(after) == sorted((*before, "Kerensheide")) and list(after) == sorted(after)


def test_places_of_who_is_on_no_list_are_all_there_are(scratch: Scratch) -> None:
    scratch.write("data/municipalities/maaseik.yml", "name: Maaseik\ncountry: BE\nplaces: [Opoeteren, Neeroeteren]\n")
    assert found(scratch, "[stein, maaseik]", "villages: [Neeroeteren]") == []
    assert scratch.known().municipalities["maaseik"].record.places == ("Opoeteren", "Neeroeteren")
    assert found(scratch, "[stein, maaseik]", "villages: [Kinrooi]") == ["village-elsewhere"]


@pytest.mark.parametrize(
    ("area", "part", "served"),
    [
        ("[beek, stein]", "villages: [Elsloo]", ["stein"]),
        ("[beek, stein]", "villages: [spaubeek, Elsloo]", ["beek", "stein"]),
        ("[beek, stein]", 'postcodes: ["6171"]', ["stein"]),
        ("[beek, stein]", 'villages: [Spaubeek], postcodes: ["6171"]', ["beek", "stein"]),
        ("[beek, stein]", 'postcodes: ["1011"]', ["beek", "stein"]),  # a warning: the list may miss a corner
        ("[maaseik, stein]", "villages: [Elsloo]", ["maaseik", "stein"]),  # nobody knows the villages of the first
        ("[beek, stein]", "where: [thuis]", ["beek", "stein"]),
    ],
)
def test_what_is_for_a_part_is_found_where_that_part_lies(
    area: str, part: str, served: list[str], scratch: Scratch
) -> None:
    scratch.write("data/municipalities/beek.yml", "name: Beek\n")
    scratch.organisation("deel", OFFER.format(part), area=area)
    catalogue = scratch.known()
    offer = catalogue.offers["deel/inloop"]
    assert list(offer.area) == list(offer.offering.area or ()) == served
    for id in ("beek", "stein", "maaseik"):
        assert (offer in catalogue.offers_in(id)) == (id in served)
    assert catalogue.organisations["deel"].facts.area == offer.organisation.area  # who does it is where it was


def test_what_is_for_a_part_that_has_no_pages_here_reaches_nobody(scratch: Scratch) -> None:
    scratch.organisation("deel", OFFER.format("villages: [Spaubeek]"), area="[beek, stein]")
    assert scratch.codes() == ["reaches-nobody"]
    scratch.organisation("deel", OFFER.format("villages: [Elsloo]"), area="[beek, stein]")
    assert scratch.codes() == []


@pytest.mark.parametrize("area", ["[nergens]", "[stein, nergens]"])
def test_a_part_of_what_nobody_knows_is_no_second_fault(area: str, scratch: Scratch) -> None:
    assert found(scratch, area, 'villages: [Nergenshuizen], postcodes: ["1011"]') == ["unknown-area"]


def test_nor_is_a_part_that_a_broken_record_may_name(scratch: Scratch) -> None:
    scratch.write("data/municipalities/stein.yml", "name: Stein\nplaces: [Kerensheide]\nkleur: groen\n")
    assert found(scratch, "[stein]", 'villages: [Kerensheide], postcodes: ["1011"]') == ["unknown-field"]
