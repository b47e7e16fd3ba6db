"""The editions that come with the project: Stein, which exists, and Lindedal, which uses everything."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.catalogue.making import Validation
from generator.model.hours import OpeningHours
from generator.model.kinds import models
from generator.model.organisation import Organisation
from generator.model.part import Part
from generator.model.parts import PhoneLine
from generator.national import layer as national
from generator.validation.rules.walking import walk
from tests.editions import LINDEDAL, STEIN, TODAY, copied
from tests.scratch import Scratch


def validated(edition: Path, to: Path) -> Validation:
    return Scratch(copied(edition, to)).validate(TODAY)


@pytest.fixture(scope="module")
def stein(tmp_path_factory: pytest.TempPathFactory) -> Validation:
    return validated(STEIN, tmp_path_factory.mktemp("stein") / "editie")


@pytest.fixture(scope="module")
def lindedal(tmp_path_factory: pytest.TempPathFactory) -> Validation:
    return validated(LINDEDAL, tmp_path_factory.mktemp("lindedal") / "editie")


def own_records(validation: Validation) -> Iterator[tuple[str, Part]]:
    """(file, record) of everything that is the edition's own, the terms of its vocabularies included."""
    catalogue = validation.catalogue
    assert catalogue
    kinds = (
        catalogue.organisations, catalogue.municipalities, catalogue.networks, catalogue.activities,
        catalogue.backpacks, catalogue.tools, catalogue.examples, catalogue.worksheets, catalogue.of("amendment"),
    )  # fmt: skip
    for kind in kinds:
        yield from ((entry.file, entry.record) for entry in kind.values() if not entry.file.startswith("national/"))


def test_stein_has_no_faults(stein: Validation) -> None:
    assert stein.faults == ()


def test_lindedal_has_no_faults(lindedal: Validation) -> None:
    assert lindedal.faults == ()


def test_the_only_thing_wrong_with_stein_is_its_age(stein: Validation) -> None:
    """Its source is of 2020; what that source doesn't give is left out."""
    gaps = {"no-contact", "no-first-step", "location-without-address"}
    assert {problem.code for problem in stein.problems} <= {"stale", *gaps}
    assert all(problem.file.endswith((".yml", ".md")) for problem in stein.problems)


def test_the_country_has_342_municipalities_and_three_islands() -> None:
    islands = {"bonaire", "saba", "sint-eustatius"}
    assert {id for id, known in national.municipalities().items() if known.code is None} == islands
    country = {id: known for id, known in national.municipalities().items() if id not in islands}
    assert len(country) == 342
    assert len({known.code for known in country.values()}) == 342
    assert all(re.fullmatch("GM[0-9]{4}", known.code or "") for known in country.values())
    assert all(known.name and known.province for known in country.values())
    assert len({known.province for known in country.values()}) == 12
    assert (country["stein"].code, country["stein"].province) == ("GM0971", "Limburg")


def test_every_municipality_has_places_and_they_lie_in_the_country() -> None:
    country = national.municipalities()
    assert {id for id, known in country.items() if not known.places} == {"bonaire", "saba", "sint-eustatius"}
    assert sum(len(known.places) for known in country.values()) == 2501
    without = {"Ohé en Laak", "Oudenhoorn", "Tinte"}
    assert {place.name for known in country.values() for place in known.places if place.lat is None} == without
    for known in country.values():
        for place in (place for place in known.places if place.name not in without):
            assert place.lat and 50.7 < place.lat < 53.7, place
            assert place.lon and 3.2 < place.lon < 7.3, place


NOT_IN_LINDEDAL = {
    "Municipality.code": "only what exists has one",
    "Organisation.replaces_reason": "what is made up replaces nothing that is real",
    "Amendment.private_reason": "only a mobile number needs one",
    "Municipality.country": "it is in the Netherlands",
}


def test_lindedal_uses_every_field_of_the_model(lindedal: Validation) -> None:
    used: set[str] = set()
    for _, record in own_records(lindedal):
        for _, part in walk(record, "").parts:
            kind = type(part).__name__
            used |= {f"{kind}.{name}" for name in part.model_fields_set if getattr(part, name) not in (None, ())}
    assert lindedal.catalogue
    for vocabulary in lindedal.catalogue.vocabularies.values():
        for term in vocabulary:
            used |= {f"Term.{name}" for name in term.model_fields_set}
    wanted = {f"{kind.__name__}.{name}" for kind in models() for name in kind.model_fields} - {"Terms.terms"}
    assert wanted - used == set(NOT_IN_LINDEDAL)


def test_lindedal_has_about_forty_organisations_and_a_hundred_offerings(lindedal: Validation) -> None:
    organisations = [record for _, record in own_records(lindedal) if isinstance(record, Organisation)]
    assert len(organisations) >= 38
    assert sum(len(organisation.offerings) for organisation in organisations) >= 95


def test_every_form_of_opening_hours_and_every_status_is_in_lindedal(lindedal: Validation) -> None:
    hours = [
        part
        for _, record in own_records(lindedal)
        for _, part in walk(record, "").parts
        if isinstance(part, OpeningHours)
    ]
    assert any(week.always for week in hours)
    assert any(week.by_appointment for week in hours)
    assert any(week.closed for week in hours)
    assert any(len(week.slots) > 1 for week in hours)
    organisations = [record for _, record in own_records(lindedal) if isinstance(record, Organisation)]
    offerings = [offering for organisation in organisations for offering in organisation.offerings]
    assert {offering.status for offering in offerings} | {o.status for o in organisations} == {
        "active",
        "paused",
        "ended",
    }


def test_nobody_has_the_numbers_and_addresses_of_lindedal(lindedal: Validation) -> None:
    numbers = {
        part.number
        for _, record in own_records(lindedal)
        for _, part in walk(record, "").parts
        if isinstance(part, PhoneLine)
    }
    assert numbers
    assert {number for number in numbers if not re.sub(r"\D", "", number).startswith("08000000")} == set()
    for file in (*LINDEDAL.glob("data/organisations/**/*.yml"), *LINDEDAL.glob("data/municipalities/*.yml")):
        found = re.findall(r"https?://([^/\s\"')>]+)|[\w.-]+@([\w.-]+\w)", file.read_text("utf-8"))
        hosts = {host for pair in found for host in pair if host}
        assert {host for host in hosts if not host.endswith(".example")} == set(), file


def test_lindedal_says_that_it_does_not_exist(lindedal: Validation) -> None:
    assert lindedal.catalogue
    (entry,) = lindedal.catalogue.municipalities.values()
    assert entry.record.fictional and entry.record.code is None
    assert entry.id not in national.municipalities()


def test_the_national_lines_are_under_every_edition(stein: Validation) -> None:
    assert stein.catalogue
    numbers = {
        line.number
        for entry in stein.catalogue.organisations.values()
        if entry.file.startswith("national/")
        for line in (*entry.record.phones, *(line for offering in entry.record.offerings for line in offering.phones))
    }
    assert {"112", "113", "0800 0113", "0800 2000"} <= numbers
