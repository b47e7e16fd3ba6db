"""What is counted of a municipality: every count is one that somebody could make by hand from the records."""

from __future__ import annotations

import re
from datetime import date

from generator.building.loading import load
from generator.edition import Edition
from generator.exports import coverage
from generator.views.coverage import tables
from generator.views.coverage.counting import (
    ALL,
    COUNTRY,
    NONE,
    REGION,
    UNKNOWN,
    WHOLE,
    Count,
    Coverage,
    compared,
    shade,
    shades,
)
from tests.editions import LINDEDAL, TODAY, replaced
from tests.scratch import Scratch
from tests.views.coverage.counted import THEN, counted


def test_kinds_and_situations_are_counted_by_how_far_they_reach(scratch: Scratch) -> None:
    """By hand: two ways to be off duty in Stein, one of its own and one that it shares."""
    found = counted(scratch)
    assert found.of_kind("vervangende-zorg")[:2] == (1, 1)
    assert found.of_kind("gezelschap-en-activiteiten")[:2] == (2, 0)
    assert found.of_kind("vervoer")[:2] == (0, 1)
    assert found.by_situation["vervangende-zorg", "even-tussenuit"][:2] == (1, 1)
    assert found.by_situation["vervangende-zorg", "dementie"][:2] == (1, 0)
    assert ("vervoer", "dementie") not in found.by_situation
    assert found.of_situation("dementie")[:2] == (2, 0)
    assert found.total[:2] == (3, 3)
    assert found.by_situation[NONE, ALL][:2] == (1, 0), "what says no kind is not lost"
    national = [offer for offer in found.catalogue.offers_in("stein") if offer.reach == "landelijk"]
    assert found.total.national == len(national) > 10


def test_a_heading_counts_an_offer_once_and_an_own_kind_counts_for_what_it_stands_under(scratch: Scratch) -> None:
    scratch.write("data/vocabularies/help.yml", "- {id: eetclub, label: Eetclub, parent: gezelschap-en-activiteiten}\n")
    scratch.organisation(
        "eten", "offerings:\n  - {id: club, name: Club, summary: Eten., help: [eetclub, maaltijden]}\n"
    )
    found = counted(scratch)
    assert found.of_kind("eetclub")[:2] == (1, 0)
    assert found.of_kind("gezelschap-en-activiteiten")[:2] == (3, 0)
    # Three offers for daily life of its own, one of which is of two kinds, and the bus.
    assert found.of_kind("dagelijks-leven")[:2] == (3, 1)


def test_every_count_is_the_number_of_offers_behind_it() -> None:
    """In Lindedal, which uses everything: each cell against a count of the offers one by one."""
    catalogue = load(Edition.at(LINDEDAL / "mkdocs.yml"), TODAY).catalogue
    assert catalogue is not None
    found = Coverage(catalogue, "lindedal")
    help = catalogue.vocabularies["help"]
    cells = 0
    for kind in [*help, None]:
        for situation in [*catalogue.vocabularies["situations"], None]:
            fits = [
                offer
                for offer in catalogue.offers_in("lindedal")
                if (kind is None or not help.descendants(kind.id).isdisjoint(offer.help))
                and (situation is None or situation.id in offer.situations)
            ]
            cell = (kind.id if kind else ALL, situation.id if situation else ALL)
            assert found.by_situation.get(cell, Count()).total == len(fits), cell
            assert found.by_situation.get(cell, Count()).near == sum(o.reach != "landelijk" for o in fits), cell
            cells += bool(fits)
    assert cells > 100


def test_where_something_is_follows_from_the_record(scratch: Scratch) -> None:
    """A village when people go there; what comes to them or is far away by phone is for the whole municipality."""
    found = counted(scratch)
    assert {item.key: item.spot for item in found.offers if item.near} == {
        "hier/vrijwilliger": WHOLE,
        "hier/inloop": "Elsloo",
        "hier/ergens": UNKNOWN,
        "streek/logeren": "Urmond",
        "streek/bellen": REGION,
        "streek/bus": REGION,  # Beek is no village of Stein
    }
    assert {item.spot for item in found.offers if not item.near} == {COUNTRY}
    assert counted(scratch, "beek").by_spot["vervoer", "Beek"] == Count(0, 1, 0)


def test_gaps_are_told_apart(scratch: Scratch) -> None:
    found = counted(scratch)
    gaps = {gap: [term.id for term in terms] for gap, terms in found.gaps().items()}
    assert "vervoer" in gaps["regional"] and "vervoer" not in gaps["nothing"]
    assert "emotionele-steun" in gaps["regional"]
    assert not {"vervangende-zorg", "gezelschap-en-activiteiten"} & {id for ids in gaps.values() for id in ids}
    for id in gaps["nothing"]:
        assert not found.of_kind(id).total
    for id in gaps["national"]:
        assert found.of_kind(id).near == 0 < found.of_kind(id).national
    assert gaps["nothing"] and gaps["national"]
    assert "emotionele-steun" in found.distant_kinds, "a telephone line is all there is"
    assert "vervangende-zorg" not in found.distant_kinds
    everything = [id for ids in gaps.values() for id in ids]
    assert len(everything) == len(set(everything)), "each kind has one gap at most"


def test_what_asks_for_care_is_listed_with_count_and_share(scratch: Scratch) -> None:
    page = tables.coverage(scratch.known(), "stein")
    care = {item.id: item for item in page["care"]}
    total = counted(scratch).total.total

    def own(id: str) -> list[str]:
        return [line.name for line in care[id].lines if re.match("De (Linde|Streek)", line.note)]

    assert own("verouderd") == ["=Inloop"]
    assert own("zonder-datum") == ["Ergens"]
    assert own("zonder-telefoon") == ["De bus", "Logeren", "Bellen"], "by key, with what is paused last"
    assert own("kost-geld") == ["Vrijwilliger aan huis"], "what is reimbursed costs nobody anything"
    assert own("verwijzing") == ["Ergens"]
    assert own("indicatie") == ["Logeren"]
    assert own("wachttijd") == ["Vrijwilliger aan huis"]
    assert own("even-niet") == ["Bellen"]
    assert "Ongeveer drie weken" in care["wachttijd"].lines[0].note
    assert "€ 2,50" in next(line.note for line in care["kost-geld"].lines if "De Linde" in line.note)
    assert "mei 2024" in next(line.note for line in care["verouderd"].lines if "De Linde" in line.note)
    for item in care.values():
        assert item.share in (f"{round(100 * item.size / total)}%", "minder dan 1%")


EVERY = {"hier/vrijwilliger", "hier/inloop", "hier/ergens", "streek/logeren", "streek/bellen", "streek/bus"}


def test_a_day_later_what_was_fresh_may_be_stale(scratch: Scratch) -> None:
    """`2026-03` is fresh until the end of March 2027 and some; what has no date can't get stale."""
    for today, expected in ((date(2027, 3, 31), {"hier/inloop"}), (date(2028, 4, 2), EVERY - {"hier/ergens"})):
        found = Coverage(scratch.known(today), "stein")
        assert {item.key for item in found.offers if item.near and item.stale} == expected


def test_a_large_municipality_has_larger_steps() -> None:
    assert shades(0) == (1, 2, 3, 4)
    assert [shade(count, shades(3)) for count in (0, 1, 2, 3, 4, 9)] == [0, 1, 2, 3, 4, 4]
    assert shades(256) == (4, 16, 64, 256)
    assert [shade(count, shades(256)) for count in (1, 4, 5, 64, 65, 256)] == [1, 1, 2, 3, 4, 4]


def test_then_and_now_are_compared_for_what_is_near(scratch: Scratch) -> None:
    """What got another id is the same; what serves the whole country is no merit or fault of a municipality."""
    record = scratch.root / "data/organisations/hier.yml"
    replaced(record, "    name: =Inloop\n", "    name: =Inloop\n    formerly: [koffie]\n")
    scratch.write("data/coverage/stein/2026-01-31.csv", THEN)
    catalogue = scratch.known()
    found = compared(Coverage(catalogue, "stein"), catalogue.earlier["stein"])
    assert found is not None
    assert found.dates == ("2026-01-31",)
    rows = {row.kind.term.id if row.kind else "": (row.before, row.now, row.difference) for row in found.rows}
    assert rows[""] == ((4,), 6, 2)
    assert rows["vervangende-zorg"] == ((3,), 2, -1)
    assert rows["gezelschap-en-activiteiten"] == ((2,), 2, 0)
    assert rows["vervoer"] == ((0,), 1, 1)
    assert {item.key for item in found.new} == {"hier/ergens", "streek/bus", "streek/bellen"}
    assert [past.name for past in found.gone] == ["Was er"]
    page = tables.coverage(catalogue, "stein")["compared"]
    differences = {label: difference for label, _, difference in page["rows"]}
    assert differences["Alles"] == "+2" and differences["Vervoer"] == "+1"
    assert differences["Gezelschap en activiteiten"] == "gelijk"
    assert "\u22121" in differences.values()
    assert "31 januari 2026" in page["text"]
    assert tables.coverage(catalogue, "beek")["compared"] is None


def test_our_own_file_is_a_file_of_then(scratch: Scratch) -> None:
    """What the site gives today and an edition keeps: nothing differs."""
    found = counted(scratch)
    scratch.write("data/coverage/stein/2026-11.csv", coverage.offers_sheet(found))
    catalogue = scratch.known()
    same = compared(Coverage(catalogue, "stein"), catalogue.earlier["stein"])
    assert same is not None and not same.new and not same.gone
    assert all(row.difference == 0 for row in same.rows)
