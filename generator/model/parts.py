"""What several kinds of record are made of."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import Field

from generator.model.hours import Hours
from generator.model.part import Part
from generator.values.fields import (
    Boolean,
    Country,
    Interval,
    Latitude,
    Line,
    Longitude,
    Phone,
    Postcode,
    Slug,
    Weekday,
    WhenOrUndated,
    WholeDay,
)


class Checked(Part):
    """When what stands here was last held against its source."""

    date: WhenOrUndated = Field(
        description="Wanneer gecontroleerd: 2026, 2026-03 of 2026-03-14. Geeft de bron geen datum: onbekend."
    )
    by: Line | None = Field(
        None, description="Wie controleerde, als rol: 'redactie gemeente Stein'. Nooit een privénaam."
    )
    source: Line = Field(description="Waar het vandaan komt: een document, een website of een gesprek.")


class PhoneLine(Part):
    """A telephone number with what it is for."""

    number: Phone = Field(description="Telefoonnummer, zoals 046 123 45 67, 0800 2000 of +32 14 00 00 00.")
    label: Line | None = Field(None, description="Waarvoor dit nummer is, bijvoorbeeld 'Mantelzorgconsulent'.")
    hours: Hours | None = Field(None, description="Wanneer het nummer bereikbaar is.")


_PO_BOX = re.compile(
    r"(?:postbus|post\.?bus|antwoordnummer|p\.? ?o\.? ?box|postfach|bo[iî]te postale)\b[ .:]*(.*)", re.IGNORECASE
)
"""How an address begins where nobody can go, here and over the borders."""


class Address(Part):
    """A place to go to. Where something is done is not the same as for whom: that is the area."""

    street: Line | None = Field(None, description="Straat.")
    number: Line | None = Field(None, description="Huisnummer met toevoeging.")
    postcode: Postcode | None = Field(None, description="Postcode: 6171 AB.")
    place: Line | None = Field(None, description="Plaats.")
    country: Country | None = Field(None, description="Land, alleen als het niet Nederland is: BE, DE, BQ, CW, AW, SX.")
    lat: Latitude | None = Field(None, description="Breedtegraad (WGS 84), zoals 50.97.")
    lon: Longitude | None = Field(None, description="Lengtegraad (WGS 84), zoals 5.77.")
    public: Boolean = Field(True, description="Mag het adres op de site? Zo nee, dan staat alleen de plaats er.")

    @property
    def po_box(self) -> str | None:
        """The number of the PO box (or of a reply number) that it is: an address for letters, and no place to go to."""
        found = _PO_BOX.match(self.street or "")
        return f"{found[1]} {self.number or ''}".strip() if found else None


class Location(Address):
    """One of several places where something is done."""

    name: Line | None = Field(None, description="Hoe de plek heet, bijvoorbeeld 'Buurthuis De Brink'.")
    opening_hours: Hours | None = Field(None, description="Wanneer het daar is, als dat per plek verschilt.")


class Repeats(Part):
    """How something comes back, counted from where it starts."""

    every: Literal["week", "maand", "jaar"] = Field(description="week, maand of jaar.")
    interval: Interval = Field(1, description="Om de hoeveel weken, maanden of jaren: 2 is om de week.")
    on: tuple[Weekday, ...] = Field(
        (), description="Op welke dagen: bij week [ma, do], bij maand of jaar [2e di] of [laatste vr]."
    )
    until: WholeDay | None = Field(None, description="Tot en met deze dag, bijvoorbeeld 2027-06-30.")
    skipped: tuple[WholeDay, ...] = Field(
        (), alias="except", description="Dagen waarop het een keer niet is, bijvoorbeeld [2026-12-28]."
    )
    holidays: Boolean = Field(True, description="Is het er ook op feestdagen? nee: dan niet.")


Phones = Annotated[tuple[PhoneLine, ...], Field(description="Telefoonnummers; het eerste is het nummer om te bellen.")]
Formerly = Annotated[
    tuple[Slug, ...], Field(description="Namen (id's) die dit record eerder had: hun adres blijft werken.")
]
