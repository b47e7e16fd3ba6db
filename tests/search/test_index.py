"""What the search of a municipality gets to know: every record once, in one order, with nothing lost on the way."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.search import index
from generator.search.index import MORE, PART, Table
from tests.scratch import Scratch

LINDE = """\
offerings:
  - id: vervoer
    name: De bus
    summary: De bus rijdt tussen alle dorpen.
    help: [vervoer]
    where: [locatie]
    address: {place: Elsloo, lat: 50.95, lon: 5.76}
    status: paused
  - id: vrij
    name: Even vrij
    summary: Iemand neemt de zorg over.
    description: De vrijwilliger kookt, wandelt en leest voor.
    help: [vervangende-zorg, vervoer]
    situations: [dementie]
    audience: [mantelzorgers]
    where: [thuis]
    cost: {kind: gratis}
    access: {referral: nee}
    local_note: In Stein ook in het weekend.
    opening_hours:
      - {days: [ma, wo], from: "09:00", to: "12:00"}
      - {closed: [2026-12-24]}
  - id: zomaar
    name: Zomaar
    summary: Van alles.
    area: landelijk
"""


@pytest.fixture
def scratch(tmp_path: Path) -> Scratch:
    made = Scratch.stein(tmp_path)
    made.write("data/municipalities/beek.yml", "name: Beek\n")
    made.organisation("linde", LINDE, name="De Linde", alternate_names="[Linde, Lindeboom]", area="[stein, beek]")
    return made


def everything(scratch: Scratch, municipality: str = "stein") -> index.Found:
    return index.found(scratch.known(), municipality)


def shown(found: index.Found) -> list[dict[str, Any]]:
    """What all results show, in the order in which browsers number them."""
    count = index.part_count(found.catalogue, found.municipality)
    parts = [index.part(found, number) for number in range(count)]
    assert all(len(part) == PART for part in parts[:-1]) and 0 < len(parts[-1]) <= PART
    assert index.part(found, count) == []
    return [record for part in parts for record in part]


def test_a_value_stands_in_a_table_once() -> None:
    table = Table()
    assert [table.place(value) for value in ("a", "b", "a", "c", "b")] == [0, 1, 0, 2, 1]
    assert table.values == ["a", "b", "c"]


def test_index_words_and_parts_number_the_same_records(scratch: Scratch) -> None:
    """Offers, then organisations, then pages: a number means the same in each of the three."""
    found = everything(scratch)
    made, words = index.index(found), index.more(found)
    names = [*made["offers"]["name"], *made["organisations"]["name"], *made["pages"]]
    records = shown(found)
    assert len(records) == len(names) == len(words["words"])
    assert len({record["key"] for record in records}) == len(records)
    offers = len(made["offers"]["name"])
    assert [len(column) for column in made["offers"].values()] == [offers] * len(made["offers"])
    assert len(words["more"]) == offers
    for number, record in enumerate(records[:offers]):
        assert found.catalogue.offers[record["key"]].offering.name == names[number]


def offer(made: dict[str, Any], name: str) -> dict[str, Any]:
    """What the index says of an offer, with the tables looked up."""
    number = made["offers"]["name"].index(name)
    return {
        "of": made["organisations"]["name"][made["offers"]["of"][number]],
        "tags": [made["tags"][tag] for tag in made["offers"]["tags"][number]],
        "place": made["villages"][made["offers"]["place"][number]],
        "reach": made["offers"]["reach"][number],
    }


def test_an_offer_can_be_filtered_by_all_it_says(scratch: Scratch) -> None:
    made = index.index(everything(scratch))
    assert offer(made, "Even vrij") == {
        "of": "De Linde",
        "tags": [
            "help:vervangende-zorg", "help:vervoer", "situations:dementie", "audience:mantelzorgers", "where:thuis",
            "cost:gratis", "access:vrij",
        ],
        "place": "",
        "reach": "r",
    }  # fmt: skip
    bus = offer(made, "De bus")
    assert (bus["place"], bus["tags"]) == ("Elsloo", ["help:vervoer", "where:locatie", "status:paused"])
    assert offer(made, "Zomaar") == {"of": "De Linde", "tags": [], "place": "", "reach": "n"}


def test_what_helps_in_the_same_way_stands_together(scratch: Scratch) -> None:
    """By the first kind of help, in the order of the vocabulary; what names none comes last."""
    found = everything(scratch)
    kinds = [term.id for term in found.catalogue.vocabularies["help"]]
    places = [kinds.index(offer.help[0]) if offer.help else len(kinds) for offer in found.offers]
    assert places == sorted(places)


def test_an_organisation_is_found_under_all_its_names(scratch: Scratch) -> None:
    made = index.index(everything(scratch))["organisations"]
    assert made["others"][made["name"].index("De Linde")] == "Linde|Lindeboom"


def test_a_result_shows_what_there_is_and_nothing_empty(scratch: Scratch) -> None:
    records = {record["key"]: record for record in shown(everything(scratch))}
    free = records["linde/vrij"]
    assert free["hours"] == {"slots": [[[0, 2], "09:00", "12:00"]], "closed": [["2026-12-24", "2026-12-24"]]}
    assert free["note"] == "In Stein ook in het weekend." and free["shared"] == 1
    assert "at" not in free and "stale" not in free
    assert records["linde/vervoer"]["at"] == [[50.95, 5.76]]
    assert "hours" not in records["linde/zomaar"]
    assert all(value for record in records.values() for value in record.values())


def test_a_word_is_searched_once(scratch: Scratch) -> None:
    """A name is searched as it is; of other texts only what they add, what people say first."""
    found = everything(scratch)
    made, words = index.index(found), index.more(found)
    number = made["offers"]["name"].index("De bus")
    assert words["words"][number] == "rijdt dorpen"
    longer = words["more"][made["offers"]["name"].index("Even vrij")].split()
    assert {"vrijwilliger", "kookt", "wandelt", "weekend"} <= set(longer) and "zorg" not in longer
    assert all(len(said.split()) <= MORE for said in words["more"])


def test_only_what_belongs_to_a_municipality_is_found_there(scratch: Scratch) -> None:
    scratch.organisation("alleen-stein", "offerings: [{id: hier, name: Alleen hier, summary: Helpt.}]\n")
    here, there = (index.index(everything(scratch, place)) for place in ("stein", "beek"))
    assert "Alleen hier" in here["offers"]["name"] and "Alleen hier" not in there["offers"]["name"]
    assert {"De bus", "Zomaar"} <= set(there["offers"]["name"])


def test_a_village_that_no_list_knows_is_in_the_middle_of_its_addresses(tmp_path: Path) -> None:
    made = Scratch(tmp_path)
    made.write("data/municipalities/verzonnen.yml", "name: Verzonnen\nfictional: true\nplaces: [Hier, Nergens]\n")
    at = "address: {{place: Hier, lat: {lat}, lon: {lon}}}"
    spots = [at.format(lat=51, lon=6), at.format(lat=52, lon=7)]
    offers = [f"{{id: o{number}, name: O{number}, summary: X., {spot}}}" for number, spot in enumerate(spots)]
    made.organisation("linde", f"offerings: [{', '.join(offers)}]\n", area="[verzonnen]")
    assert index.index(index.found(made.known(), "verzonnen"))["places"] == [("Hier", 51.5, 6.5)]


def test_a_neighbourhood_that_a_record_calls_a_village_stays_to_be_chosen(tmp_path: Path) -> None:
    made = Scratch(tmp_path)
    made.write("data/municipalities/den-haag.yml", "name: Den Haag\n")
    before = index.index(index.found(made.known(), "den-haag"))
    made.write("data/municipalities/den-haag.yml", "name: Den Haag\nplaces: [Scheveningen]\n")
    after = index.index(index.found(made.known(), "den-haag"))
    assert "Scheveningen" in {name for name, *_ in before["parts"]}
    assert {name for name, *_ in after["places"]} == {name for name, *_ in before["places"]} | {"Scheveningen"}


def test_the_lines_for_danger_are_among_the_organisations(scratch: Scratch) -> None:
    made = index.index(everything(scratch))
    assert len(made["lines"]) >= 3
    assert all(0 <= place < len(made["organisations"]["name"]) for place in made["lines"].values())


def test_what_nobody_else_may_see_says_so_with_what_a_result_shows(scratch: Scratch) -> None:
    """By what makes its page one that can be left at once: an offer, and the organisation that offers it."""
    scratch.organisation(
        "huis",
        """
        offerings:
          - {id: bed, name: Een bed, summary: Na huiselijk geweld., first_step: Bel.}
          - {id: soep, name: Soep, summary: Op dinsdag., first_step: Kom.}
        """,
    )
    found = {record["key"]: record.get("discreet", 0) for record in index.part(everything(scratch), 0)}
    assert {key: found[key] for key in ("huis", "huis/bed", "huis/soep")} == {"huis": 1, "huis/bed": 1, "huis/soep": 0}
    assert found["veilig-thuis/advies-en-meldpunt"] == 1
