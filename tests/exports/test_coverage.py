"""The sheets of what there is: a row for each offer, kind and situation, and totals that agree."""

from __future__ import annotations

import csv
from collections import Counter
from io import StringIO
from pathlib import Path

from generator.exports import coverage
from generator.exports.coverage import OFFERS, TOTALS
from generator.records.earlier import parse
from tests.scratch import Scratch
from tests.views.coverage.conftest import scratch as scratch
from tests.views.coverage.counted import counted


def read(content: bytes) -> list[dict[str, str]]:
    """A file as a spreadsheet reads it."""
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";", strict=True))


def test_the_sheet_has_a_row_for_each_offer_kind_and_situation(scratch: Scratch) -> None:
    rows = read(coverage.offers_sheet(counted(scratch)))
    assert tuple(rows[0]) == OFFERS
    own = [(row["aanbod"], row["soort_id"], row["situatie_id"]) for row in rows if row["aanbod"].startswith("hier/")]
    assert own == [
        ("hier/ergens", "", ""),
        ("hier/inloop", "gezelschap-en-activiteiten", "dementie"),
        ("hier/vrijwilliger", "vervangende-zorg", "even-tussenuit"),
        ("hier/vrijwilliger", "vervangende-zorg", "dementie"),
        ("hier/vrijwilliger", "gezelschap-en-activiteiten", "even-tussenuit"),
        ("hier/vrijwilliger", "gezelschap-en-activiteiten", "dementie"),
    ]
    total = counted(scratch).total
    assert sum(int(row["telt"]) for row in rows) == total.total
    of_kind: Counter[str] = Counter()
    for row in rows:
        of_kind[row["soort_id"]] += int(row["telt_soort"])
    assert of_kind["vervangende-zorg"] == counted(scratch).of_kind("vervangende-zorg").total
    home = next(row for row in rows if row["aanbod"] == "hier/vrijwilliger")
    assert (home["gemeente"], home["stand"], home["bereik"], home["plek"], home["telefoon"], home["kosten"]) == (
        "Stein", "2026-11", "lokaal", "hele gemeente", "ja", "bijdrage",
    )  # fmt: skip
    door = next(row for row in rows if row["aanbod"] == "hier/ergens")
    assert (door["verwijzing"], door["indicatie"], door["gecontroleerd"], door["verouderd"]) == ("ja", "nee", "", "ja")


def test_no_name_becomes_a_formula(scratch: Scratch) -> None:
    written = coverage.offers_sheet(counted(scratch)).decode("utf-8-sig")
    assert "'=Inloop" in written
    cells = [cell for row in csv.reader(StringIO(written, newline=""), delimiter=";") for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t"))]
    assert parse(written)[0]["hier/inloop"].name == "=Inloop", "we read back what it was"


def test_the_totals_agree_with_the_sheet(scratch: Scratch) -> None:
    found = counted(scratch)
    rows = read(coverage.totals_sheet(found))
    assert tuple(rows[0]) == TOTALS
    assert len(rows) == (len(found.kinds) + 1) * (len(list(found.catalogue.vocabularies["situations"])) + 1)
    cells = {(row["soort_id"], row["situatie_id"]): row for row in rows}
    assert int(cells["", ""]["totaal"]) == found.total.total
    of_dementia = {row["aanbod"] for row in read(coverage.offers_sheet(found)) if row["situatie_id"] == "dementie"}
    assert int(cells["", "dementie"]["totaal"]) == len(of_dementia)


def test_addresses_in_the_sheet_can_be_opened(scratch: Scratch, small: Path) -> None:
    """Whole where the site knows its own address."""
    assert read(coverage.offers_sheet(counted(scratch)))[0]["adres"].startswith("/organisaties/")
    for row in read((small / "stein/dekking.csv").read_bytes()):
        assert row["adres"].startswith("https://samen.example/kaart/organisaties/")
