"""Where something is, as pages and machines say it: another country is named, and a PO box is no place."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from generator.model.parts import Address
from generator.texts.spoken import speaking
from generator.views.help.offers import chips
from generator.views.pieces import schema_org
from generator.views.pieces.facts import address_label, address_lines, spot
from tests.scratch import Scratch

ABROAD: dict[str, Any] = {
    "street": "Bleumerstraat", "number": "1", "postcode": "B-3680", "place": "Maaseik", "country": "België",
    "lat": 51.0966, "lon": 5.7846,
}  # fmt: skip
BOX: dict[str, Any] = {"street": "Postbus", "number": "12", "postcode": "6170 AA", "place": "Stein"}


def test_another_country_is_named_and_has_its_spot() -> None:
    address = Address(**ABROAD)
    assert address_lines(address) == ["Bleumerstraat 1", "3680 Maaseik", "België"]
    assert (address_label(address), spot(address)) == ("Adres", (51.0966, 5.7846))
    with speaking("en"):
        assert address_lines(address)[-1] == "Belgium"
    assert address_lines(Address(**ABROAD | {"public": False}))[0] == "Maaseik (België)"
    assert address_lines(Address(**ABROAD | {"country": "Nederland"})) == ["Bleumerstraat 1", "3680 Maaseik"]


def test_a_po_box_is_a_postal_address_without_a_spot() -> None:
    address = Address(**BOX)
    assert address_lines(address) == ["Postbus 12", "6170 AA Stein"]
    assert (address_label(address), spot(Address(**BOX, lat=50.97, lon=5.77))) == ("Postadres", None)


def organisation(scratch: Scratch, address: str) -> tuple[dict[str, Any], dict[str, Any], list[str]]:
    """For machines an organisation and its one offer, and what a card says of that."""
    scratch.organisation(
        "de-proef",
        f"address: {address}\nphones: [{{number: +32 14 00 00 00}}]\n"
        "offerings: [{id: hulp, name: Hulp, summary: Een aanbod., where: [locatie], first_step: Kom.}]\n",
    )
    catalogue = scratch.known()
    offer = catalogue.offers["de-proef/hulp"]
    record = catalogue.organisations["de-proef"].record
    return (
        schema_org.organisation(catalogue, "de-proef", record),
        schema_org.service(catalogue, offer, offer.offering),
        chips(offer.offering),
    )


def test_machines_read_the_country(tmp_path: Path) -> None:
    node, service, said = organisation(
        Scratch.stein(tmp_path),
        "{street: Bleumerstraat, number: '1', postcode: B-3680, place: Maaseik, country: BE, lat: 51.1, lon: 5.78}",
    )
    assert node["address"]["addressCountry"] == "BE"
    assert node["telephone"] == ["+3214000000"]
    assert service["availableChannel"]["serviceLocation"]["geo"]["latitude"] == 51.1
    assert any("Maaseik" in chip for chip in said)


def test_machines_read_a_po_box_as_no_place(tmp_path: Path) -> None:
    node, service, said = organisation(Scratch.stein(tmp_path), "{street: Postbus 12, postcode: 6170 AA, place: Stein}")
    assert node["address"] == {
        "@type": "PostalAddress", "postOfficeBoxNumber": "12", "postalCode": "6170 AA", "addressLocality": "Stein",
        "addressCountry": "NL",
    }  # fmt: skip
    assert "location" not in node and "serviceLocation" not in service["availableChannel"]
    assert not any("Stein" in chip for chip in said)
