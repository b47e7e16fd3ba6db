"""What several kinds of record are made of."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.model.hours import Hours
from generator.model.part import Part as Part
from generator.values.fields import (
    Boolean,
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

    number: Phone = Field(description="Nederlands telefoonnummer, zoals 046 123 45 67 of 0800 2000.")
    label: Line | None = Field(None, description="Waarvoor dit nummer is, bijvoorbeeld 'Mantelzorgconsulent'.")
    hours: Hours | None = Field(None, description="Wanneer het nummer bereikbaar is.")


class Address(Part):
    """A place to go to. Where something is done is not the same as for whom: that is the area."""

    street: Line | None = Field(None, description="Straat.")
    number: Line | None = Field(None, description="Huisnummer met toevoeging.")
    postcode: Postcode | None = Field(None, description="Postcode: 6171 AB.")
    place: Line | None = Field(None, description="Plaats.")
    lat: Latitude | None = Field(None, description="Breedtegraad (WGS 84), binnen Nederland.")
    lon: Longitude | None = Field(None, description="Lengtegraad (WGS 84), binnen Nederland.")
    public: Boolean = Field(True, description="Mag het adres op de site? Zo nee, dan staat alleen de plaats er.")


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
