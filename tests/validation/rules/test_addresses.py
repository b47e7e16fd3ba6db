"""An address agrees with its country, and a PO box is no place."""

from __future__ import annotations

import pytest

from tests.validation.rules.conftest import Judge

OFFER = (
    "offerings:\n  - {id: a, name: A, summary: Een aanbod., help: [vervoer], first_step: Bel ons., where: [locatie]}\n"
)


@pytest.mark.parametrize(
    "address",
    [
        "{place: Stein, postcode: 6171 AB, lat: 50.97, lon: 5.77}",
        "{place: Maaseik, postcode: B-3680, country: België, lat: 51.09, lon: 5.79}",
        "{place: Heinsberg, postcode: '52525', country: de, lat: 51.06, lon: 6.09}",
        "{street: Kaya Proef, number: '1', place: Kralendijk, country: BQ, lat: 12.15, lon: -68.27}",
        "{place: The Bottom, country: Saba, lat: 17.63, lon: -63.24}",
        "{place: Stein, country: Nederland, postcode: 6171 AB}",
        "{street: Postbus 12, postcode: 6170 AA, place: Stein}",
    ],
)
def test_an_address_agrees_with_its_country(address: str, judge: Judge) -> None:
    assert judge(f"address: {address}\n") == []


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("{postcode: '3680'}", ["postcode postcode-format"]),
        ("{country: BE, postcode: 6171 AB}", ["postcode postcode-abroad"]),
        ("{country: BE, postcode: '52525'}", ["postcode postcode-abroad"]),
        ("{country: DE, postcode: '3680'}", ["postcode postcode-abroad"]),
        ("{country: CW, postcode: '3680'}", ["postcode postcode-none"]),
        ("{lat: 6.2, lon: 52.14}", ["lat coordinates-swapped"]),
        ("{country: BQ, lat: -68.27, lon: 12.15}", ["lat coordinates-swapped"]),
        ("{lat: -68.27, lon: 12.15}", ["lat coordinates-swapped"]),
        ("{lat: 12.15, lon: -68.27}", ["lat coordinates-country"]),
        ("{country: BQ, lat: 52.14, lon: 6.2}", ["lat coordinates-country"]),
        ("{lat: 48.85, lon: 6.2}", ["lat coordinates-country"]),
        ("{lat: 48.85, lon: 2.35}", ["lat coordinate-outside", "lon coordinate-outside"]),
        ("{country: BE, lat: 51.2, lon: 2.1}", ["lon coordinate-outside"]),
        ("{street: 'Postbus 12', lat: 50.97, lon: 5.77}", ["lat po-box-on-map"]),
        ("{country: Frankrijk, postcode: '75001', lat: 48.85, lon: 2.35}", ["country country-unknown"]),
        ("{country: BE, postcode: x, lat: 52.9, lon: 3.1}",
         ["postcode postcode-format", "lat coordinate-outside"]),
    ],
)  # fmt: skip
def test_what_does_not_agree_is_said_at_once(address: str, found: list[str], judge: Judge) -> None:
    assert judge(f"address: {address}\n") == [f"address.{one}" for one in found]


@pytest.mark.parametrize(
    "street",
    ["Postbus 12", "postbus: 12", "Antwoordnummer 5", "P.O. Box 12", "PO Box 12", "Postfach 12", "Boîte postale 3"],
)
def test_nobody_goes_to_a_po_box(street: str, judge: Judge) -> None:
    assert judge(f"address: {{street: '{street}', place: Stein}}\n{OFFER}") == [
        "offerings.0.where location-without-address"
    ]


def test_a_street_may_be_called_like_one(judge: Judge) -> None:
    assert judge(f"address: {{street: Postbusstraat, place: Stein}}\n{OFFER}") == []
