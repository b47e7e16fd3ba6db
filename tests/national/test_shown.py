"""What pages show specially is there: a record or term of the national layer that gets another id is missed here."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest
import yaml

from generator.national import shown
from generator.national.layer import FOLDER


def read(path: str) -> Any:
    return yaml.safe_load((FOLDER / path).read_text("utf-8"))


def terms(vocabulary: str) -> set[str]:
    return {term["id"] for term in read(f"vocabularies/{vocabulary}.yml")}


@pytest.mark.parametrize("id", [*shown.ACUTE, shown.OUT_OF_HOURS_DOCTOR])
def test_whom_to_ring_when_it_can_t_wait_is_an_organisation(id: str) -> None:
    assert read(f"organisations/{id}.yml")["name"]


def test_the_national_line_is_an_offer_that_can_be_rung() -> None:
    organisation, offering = shown.NATIONAL_LINE.split("/")
    (line,) = (one for one in read(f"organisations/{organisation}.yml")["offerings"] if one["id"] == offering)
    assert line["phones"]


def test_each_danger_has_one_who_answers() -> None:
    assert terms("acute") == shown.ACUTE_LINES.keys()


@pytest.mark.parametrize(
    ("vocabulary", "ids"),
    [
        ("audience", shown.YOUNG_AUDIENCE | shown.ASIDE),
        ("situations", {shown.YOUNG_SITUATION}),
        ("languages", shown.LANGUAGE_CODES),
        ("party_kinds", {shown.GOVERNMENT, shown.COUNTRYWIDE_KIND, *shown.NON_PROFIT}),
    ],
)
def test_each_term_is_in_its_vocabulary(vocabulary: str, ids: Iterable[str]) -> None:
    assert set(ids) - terms(vocabulary) == set()


def test_the_sheet_of_the_ring_map_has_one_to_fill_in_around_something() -> None:
    (section,) = (
        section
        for section in read(f"worksheets/{shown.RING_SHEET}.yml")["sections"]
        if any(field["kind"] == "rings" for field in section["fields"])
    )
    assert "repeat" not in section and section["fields"][0]["kind"] == "text"


def test_every_id_that_is_shown_specially_is_held_here() -> None:
    held = {"NATIONAL_LINE", "ACUTE_LINES", "ACUTE", "OUT_OF_HOURS_DOCTOR", "YOUNG_AUDIENCE", "YOUNG_SITUATION"}
    held |= {"PROFESSIONALS", "ASIDE", "GOVERNMENT", "NON_PROFIT", "COUNTRYWIDE_KIND", "RING_SHEET", "LANGUAGE_CODES"}
    assert {name for name in vars(shown) if name.isupper()} == held
