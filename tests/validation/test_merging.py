"""A municipality becomes part of another one on a day: Wijdemeren goes into Hilversum."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.building.loading import load
from generator.values.slugs import sort_key
from tests.scratch import Scratch

BEFORE, AFTER = date(2026, 12, 31), date(2027, 1, 1)

RECORD = """\
    offerings:
      - {id: inloop, name: Inloop aan de plas, summary: Koffie., help: [vervoer], first_step: Kom langs.}
"""


@pytest.fixture
def scratch(tmp_path: Path) -> Scratch:
    """An edition of both, as it is before."""
    made = Scratch(tmp_path)
    made.write("data/municipalities/hilversum.yml", "name: Hilversum\n")
    made.write("data/municipalities/wijdemeren.yml", "name: Wijdemeren\n")
    made.organisation("de-plas", RECORD, area="[wijdemeren]")
    made.organisation("het-gooi", RECORD, area="[hilversum, wijdemeren]")
    made.organisation("de-stad", RECORD, area="[hilversum]")
    return made


def offered(scratch: Scratch, day: date, municipality: str) -> list[str]:
    return sorted(offer.organisation_id for offer in scratch.known(day).offers_in(municipality) if offer.id == "inloop")


def addresses(scratch: Scratch, day: date) -> dict[str, str]:
    """Every address of the site with what it shows."""
    plan = load(scratch.edition, day).plan
    assert plan is not None
    return {page.url: page.template for page in plan.pages.values()}


def test_until_that_day_everything_is_as_it_was(scratch: Scratch) -> None:
    assert offered(scratch, BEFORE, "wijdemeren") == ["de-plas", "het-gooi"]
    assert offered(scratch, BEFORE, "hilversum") == ["de-stad", "het-gooi"]
    assert scratch.codes(BEFORE) == ["merger-ahead"]
    (told,) = scratch.problems(BEFORE)
    assert told.message == (
        'op 1 januari 2027 gaat Wijdemeren op in Hilversum (voorgenomen); "wijdemeren" betekent dan "hilversum" '
        "(in 2 records)"
    )
    assert addresses(scratch, BEFORE)["wijdemeren/hulp/"] == "listing"


def test_from_that_day_on_the_old_id_means_the_new_one(scratch: Scratch) -> None:
    assert offered(scratch, AFTER, "hilversum") == ["de-plas", "de-stad", "het-gooi"]
    assert sorted(scratch.codes(AFTER)) == ["municipality-merged", "old-area", "old-area"]
    catalogue = scratch.known(AFTER)
    assert list(catalogue.municipalities) == ["hilversum"]
    assert catalogue.organisations["de-plas"].record.area == ("hilversum",)
    assert catalogue.organisations["het-gooi"].record.area == ("hilversum",)
    assert {offer.reach for offer in catalogue.offers_in("hilversum") if offer.id == "inloop"} == {"lokaal"}


def test_every_address_goes_on(scratch: Scratch) -> None:
    before, after = addresses(scratch, BEFORE), addresses(scratch, AFTER)
    assert set(before) <= set(after)
    here = [url for url in before if url.startswith("wijdemeren/")]
    assert len(here) > 80
    assert {after[url] for url in here} == {"redirect"}
    files = {file.path for file in load(scratch.edition, AFTER).plan.files}  # type: ignore[union-attr]
    assert {"wijdemeren/agenda.ics", "wijdemeren/lokaal.json", "hilversum/zoeken.json"} <= files
    assert "wijdemeren/zoeken.json" not in files


def test_its_villages_and_postcodes_belong_to_the_new_one(scratch: Scratch) -> None:
    before, after = scratch.known(BEFORE), scratch.known(AFTER)
    assert "Kortenhoef" not in before.municipalities["hilversum"].record.places
    places = after.municipalities["hilversum"].record.places
    assert {"Hilversum", "Kortenhoef", "Loosdrecht"} <= set(places) and list(places) == sorted(places, key=sort_key)
    assert "wijdemeren" not in after.country and after.country["hilversum"].joined == ("wijdemeren",)


def test_a_kennisrugzak_moves_along(scratch: Scratch) -> None:
    front = "---\nmunicipality: wijdemeren\ncore_theme: Samen\ndesign_question: Hoe?\n---\n"
    scratch.write("content/kennisrugzak/wijdemeren/samen.md", front)
    assert "wijdemeren/samen" in scratch.known(BEFORE).backpacks
    assert "hilversum/samen" in scratch.known(AFTER).backpacks
    assert "backpack-elsewhere" not in scratch.codes(AFTER)
    after = addresses(scratch, AFTER)
    assert after["hilversum/kennisrugzak/samen/"] == "backpack"
    assert after["wijdemeren/kennisrugzak/samen/"] == "redirect"


def test_a_kennisrugzak_that_would_hide_another_one_is_told_from_the_day_itself(scratch: Scratch) -> None:
    for municipality in ("wijdemeren", "hilversum"):
        front = f"---\nmunicipality: {municipality}\ntitle: Samen\nsummary: Samen.\n---\n"
        scratch.write(f"content/kennisrugzak/{municipality}/samen.md", front)
    assert "duplicate-id" not in scratch.codes(BEFORE)
    (told,) = [found for found in scratch.problems(AFTER) if found.code == "duplicate-id"]
    assert told.file.endswith("wijdemeren/samen.md") and "hilversum/samen" in told.message


def test_an_edition_without_the_new_one_goes_on_and_hears_of_it(scratch: Scratch) -> None:
    (scratch.root / "data/municipalities/hilversum.yml").unlink()
    assert set(scratch.codes(BEFORE)) == {"merger-unprepared", "reaches-nobody"}
    assert set(scratch.codes(AFTER)) == {"municipality-alone", "reaches-nobody"}
    assert offered(scratch, AFTER, "wijdemeren") == ["de-plas", "het-gooi"]
    assert addresses(scratch, AFTER)["wijdemeren/hulp/"] == "listing"


def test_an_edition_of_the_new_one_alone_hears_of_it_too(scratch: Scratch) -> None:
    """The two cases of real use: `formerly` may be written long before."""
    (scratch.root / "data/municipalities/wijdemeren.yml").unlink()
    scratch.write("data/municipalities/hilversum.yml", "name: Hilversum\nformerly: [wijdemeren]\n")
    assert sorted(scratch.codes(BEFORE)) == ["merger-ahead", "reaches-nobody"]
    assert "wijdemeren/hulp/" not in addresses(scratch, BEFORE)
    assert sorted(scratch.codes(AFTER)) == ["old-area", "old-area"]
    assert offered(scratch, AFTER, "hilversum") == ["de-plas", "de-stad", "het-gooi"]
    assert addresses(scratch, AFTER)["wijdemeren/hulp/"] == "redirect"


def test_an_edition_says_another_day(scratch: Scratch) -> None:
    """The law may be late: what an edition says of the day counts."""
    new = "name: Hilversum\nformerly: [wijdemeren]\nmerger_date: 2028-01-01\n"
    scratch.write("data/municipalities/hilversum.yml", new)
    assert "merger-ahead" in scratch.codes(date(2027, 12, 31)) and "old-area" not in scratch.codes(date(2027, 12, 31))
    assert offered(scratch, date(2027, 12, 31), "wijdemeren") == ["de-plas", "het-gooi"]
    assert offered(scratch, date(2028, 1, 1), "hilversum") == ["de-plas", "de-stad", "het-gooi"]


def test_a_municipality_that_is_new_can_be_prepared(scratch: Scratch) -> None:
    """It is neither made up nor unknown, and has no pages of its own before it begins."""
    new = "name: Gooise Plassen\nformerly: [hilversum, wijdemeren]\nmerger_date: 2028-01-01\n"
    scratch.write("data/municipalities/gooise-plassen.yml", new)
    day, first = date(2027, 12, 1), date(2028, 1, 1)
    assert {problem.severity for problem in scratch.problems(day)} == {"warning"}
    assert set(scratch.known(day).municipalities) == {"hilversum", "wijdemeren"}
    after = scratch.known(first)
    assert list(after.municipalities) == ["gooise-plassen"]
    assert offered(scratch, first, "gooise-plassen") == ["de-plas", "de-stad", "het-gooi"]
    record = after.municipalities["gooise-plassen"].record
    assert record.province == "Noord-Holland" and {"Hilversum", "Kortenhoef"} <= set(record.places)
    shown = addresses(scratch, first)
    assert shown["wijdemeren/hulp/"] == shown["hilversum/hulp/"] == "redirect"


def test_a_new_one_alone_is_there_to_look_at_before_its_day(tmp_path: Path) -> None:
    scratch = Scratch(tmp_path)
    new = "name: Gooise Plassen\nformerly: [hilversum, wijdemeren]\nmerger_date: 2028-01-01\n"
    scratch.write("data/municipalities/gooise-plassen.yml", new)
    assert list(scratch.known(date(2027, 6, 1)).municipalities) == ["gooise-plassen"]


def test_a_municipality_of_long_ago_means_what_it_became(scratch: Scratch) -> None:
    scratch.write("data/municipalities/maashorst.yml", "name: Maashorst\n")
    scratch.organisation("brabant", RECORD, area="[uden]")
    assert offered(scratch, BEFORE, "maashorst") == ["brabant"]
    assert "old-area" in scratch.codes(BEFORE)


def test_a_former_id_of_a_made_up_municipality_means_it_too(tmp_path: Path) -> None:
    scratch = Scratch(tmp_path)
    scratch.write("data/municipalities/nieuwdal.yml", "name: Nieuwdal\nfictional: ja\nformerly: [ouddal]\n")
    scratch.organisation("de-plas", RECORD, area="[ouddal]")
    assert offered(scratch, BEFORE, "nieuwdal") == ["de-plas"]
    assert scratch.codes(BEFORE) == ["old-area"]


def test_what_reaches_nobody_is_said_once_for_each_area(scratch: Scratch) -> None:
    scratch.organisation(
        "elders",
        """\
        offerings:
          - {id: een, name: Een, summary: Een., help: [vervoer], first_step: Bel.}
          - {id: twee, name: Twee, summary: Twee., help: [vervoer], first_step: Bel., area: [hilversum]}
          - {id: drie, name: Drie, summary: Drie., help: [vervoer], first_step: Bel., area: [zutphen]}
        """,
        area="[arnhem]",
    )
    found = [(line, code) for file, line, _, code in scratch.found(BEFORE) if file.endswith("elders.yml")]
    assert found == [(3, "reaches-nobody"), (9, "reaches-nobody")]


@pytest.mark.parametrize("area", ["landelijk", "[arnhem, hilversum]"])
def test_what_reaches_somebody_is_fine(area: str, scratch: Scratch) -> None:
    scratch.organisation("elders", RECORD, area=area)
    assert "reaches-nobody" not in scratch.codes(BEFORE)


def test_what_somebody_else_leads_to_is_found_there(scratch: Scratch) -> None:
    scratch.organisation("elders", RECORD, area="[arnhem]")
    scratch.organisation("de-stad", "refers_to: [elders/inloop]\n", area="[hilversum]")
    assert "reaches-nobody" not in scratch.codes(BEFORE)
    scratch.organisation("verder", "refers_to: [elders]\n", area="[arnhem]")
    assert scratch.codes(BEFORE).count("reaches-nobody") == 1


PART = """\
    offerings:
      - {{id: inloop, name: Inloop, summary: Koffie., help: [vervoer], first_step: Kom., area: {}, {}}}
"""


def parts(scratch: Scratch, day: date, area: str, part: str) -> list[str]:
    """What is found in an offering that is for a part of its area."""
    scratch.organisation("deel", PART.format(area, part))
    return [
        p.code
        for p in scratch.problems(day)
        if p.file.endswith("deel.yml") and p.code not in ("reaches-nobody", "stale")
    ]


@pytest.mark.parametrize(
    "part", ["villages: [Loosdrecht]", 'postcodes: ["1231"]', 'villages: [Hilversum, "Kortenhoef"]']
)
def test_a_part_of_it_is_a_part_of_the_new_one(part: str, scratch: Scratch) -> None:
    """Whichever id names it, whether or not its own record is there still."""
    for _ in range(2):
        assert parts(scratch, AFTER, "[hilversum]", part) == []
        assert parts(scratch, AFTER, "[wijdemeren]", part) == ["old-area"]
        (scratch.root / "data/municipalities/wijdemeren.yml").unlink(missing_ok=True)


def test_until_that_day_it_is_not(scratch: Scratch) -> None:
    assert parts(scratch, BEFORE, "[hilversum]", "villages: [Loosdrecht]") == ["village-elsewhere"]
    assert parts(scratch, BEFORE, "[wijdemeren]", "villages: [Hilversum]") == ["village-elsewhere"]
    assert parts(scratch, BEFORE, "[hilversum]", 'postcodes: ["1231"]') == ["postcode-elsewhere"]
    assert parts(scratch, BEFORE, "[wijdemeren]", 'villages: [Loosdrecht], postcodes: ["1231"]') == []


def test_what_its_own_record_added_is_a_part_too(scratch: Scratch) -> None:
    old = 'name: Wijdemeren\nplaces: [Porseleinhaven]\npostcodes: ["9999"]\n'
    scratch.write("data/municipalities/wijdemeren.yml", old)
    assert parts(scratch, AFTER, "[hilversum]", 'villages: [Porseleinhaven], postcodes: ["9999"]') == []
    record = scratch.known(AFTER).municipalities["hilversum"].record
    assert {"Porseleinhaven", "Loosdrecht", "Hilversum"} <= set(record.places) and record.postcodes == ("9999",)


@pytest.mark.parametrize("day", [date(2027, 12, 1), date(2028, 1, 1)])
def test_a_part_of_a_new_one_can_be_prepared(day: date, scratch: Scratch) -> None:
    new = "name: Gooise Plassen\nformerly: [hilversum, wijdemeren]\nmerger_date: 2028-01-01\nplaces: [Nieuwe Plas]\n"
    scratch.write("data/municipalities/gooise-plassen.yml", new)
    part = 'villages: [Loosdrecht, Hilversum, Nieuwe Plas], postcodes: ["1231"]'
    assert parts(scratch, day, "[gooise-plassen]", part) == []
    assert parts(scratch, day, "[gooise-plassen]", "villages: [Stein]") == ["village-elsewhere"]


def test_a_part_of_a_municipality_of_long_ago_is_a_part_of_what_it_became(scratch: Scratch) -> None:
    assert parts(scratch, BEFORE, "[uden, oss]", 'villages: [Volkel], postcodes: ["5408"]') == ["old-area"]
    assert parts(scratch, BEFORE, "[uden, oss]", "villages: [Hilversum]") == ["old-area", "village-elsewhere"]


def test_who_asks_a_municipality_hears_of_what_joined_it(scratch: Scratch) -> None:
    """A page that shows it is made again on the day, and when the record of what joined it adds something."""
    before, after = (scratch.known(day).municipalities["hilversum"].digest for day in (BEFORE, AFTER))
    scratch.write("data/municipalities/wijdemeren.yml", "name: Wijdemeren\nplaces: [Porseleinhaven]\n")
    assert len({before, after, scratch.known(AFTER).municipalities["hilversum"].digest}) == 3
