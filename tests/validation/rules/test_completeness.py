"""What a carer needs to begin. Gaps are warnings, and a field with a fault is no gap."""

from __future__ import annotations

import pytest

from generator.records.files import RecordFile
from generator.validation.content import read_content

BARE = "name: De Proef\nsummary: Helpt mensen.\narea: [stein]\nchecked: {date: 2026, source: Website}\n"
OFFER = "offerings:\n  - id: a\n    name: A\n    summary: Een aanbod.\n"


def judged(more: str) -> list[str]:
    file = RecordFile("x.yml", "x", "organisation", "x", national=False)
    _, found, _ = read_content(file, (BARE + more).encode())
    return [f"{'.'.join(map(str, path))} {code}".strip() for _, _, path, code, _ in found]


@pytest.mark.parametrize(
    "way",
    ["phones: [{number: 0800 0000}]", "email: i@x.example", "website: https://x.example/", "address: {place: Stein}"],
)
def test_one_way_to_begin_is_enough(way: str) -> None:
    assert judged("") == ["no-contact"]
    assert judged(f"{way}\n") == []


@pytest.mark.parametrize(
    ("way", "fault"),
    [
        ("phones: 0800 0000", "phones list-expected"),
        ("email: geen adres", "email email-format"),
        ("website: x", "website url-format"),
        ("address: Stein", "address group-expected"),
    ],
)
def test_a_way_with_a_fault_has_only_its_own(way: str, fault: str) -> None:
    assert judged(f"{way}\n") == [fault]


def test_an_offering_needs_a_first_step_and_a_kind_of_help() -> None:
    assert judged(OFFER) == ["offerings.0 no-contact", "offerings.0 no-help"]
    assert judged(OFFER + "    email: info@x.example\n") == ["offerings.0 no-first-step", "offerings.0 no-help"]
    assert judged(OFFER + "    first_step: Bel ons.\n    help: [vervoer]\n") == []
    with_website = "website: https://x.example/\n" + OFFER
    assert judged(with_website + "    access: {how: Via het loket.}\n    help: [vervoer]\n") == []


def test_what_cannot_be_read_is_not_missing() -> None:
    assert judged(OFFER + "    first_step: [bel]\n    help: vervoer\n") == [
        "offerings.0.first_step text-expected",
        "offerings.0.help list-expected",
    ]


def test_a_location_needs_an_address_somewhere() -> None:
    here = OFFER + "    where: [locatie]\n    first_step: Kom langs.\n    help: [vervoer]\n"
    assert judged(here) == ["offerings.0.where location-without-address"]
    assert judged(here + "    address: {place: Stein}\n") == []
    assert judged("address: {place: Stein}\n" + here) == []
    assert judged("address: {plaats: Stein}\n" + here) == ["address.plaats unknown-field"]


def test_a_po_box_is_no_place_and_neither_are_two() -> None:
    here = OFFER + "    where: [locatie]\n    first_step: Kom langs.\n    help: [vervoer]\n"
    boxes = "    addresses: [{street: Postbus 1, place: Stein}, {street: Postbus 2, place: Elsloo}]\n"
    assert judged(here + boxes) == ["offerings.0.where location-without-address"]
    assert judged(here + boxes.replace("Postbus 2", "Stationsstraat")) == []
    assert judged(here + "    addresses: [Stein]\n") == ["offerings.0.addresses.0 group-expected"]


@pytest.mark.parametrize("no", ["geen", "Geen", "GEEN"])
@pytest.mark.parametrize("field", ["phones", "whatsapp", "chat", "email", "website", "address", "opening_hours"])
def test_what_is_declined_may_begin_with_a_capital(field: str, no: str) -> None:
    assert judged(f"email: info@x.example\n{OFFER}    first_step: Bel.\n    help: [vervoer]\n    {field}: {no}\n") == []


def test_what_has_ended_needs_nothing_but_a_pointer() -> None:
    assert judged("status: ended\n") == ["status ended-without-pointer"]
    assert judged("status: ended\nrefers_to: [mantelzorgnl]\n" + OFFER) == []
    assert judged("website: https://x.example/\n" + OFFER + "    status: ended\n") == []
