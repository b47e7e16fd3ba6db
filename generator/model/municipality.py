"""A municipality that an edition publishes."""

from __future__ import annotations

from pydantic import Field

from generator.model.part import Part
from generator.model.parts import Formerly, Phones
from generator.values.fields import (
    Boolean,
    Colour,
    Country,
    Email,
    Line,
    MunicipalityCode,
    Name,
    OrganisationId,
    PostcodeArea,
    Url,
    WholeDay,
)


class Contact(Part):
    """The counter of a municipality, for who would rather speak to somebody."""

    organisation: OrganisationId | None = Field(None, description="Organisatie die het loket is.")
    phones: Phones = ()
    email: Email | None = Field(None, description="E-mailadres van het loket.")
    website: Url | None = Field(None, description="Webadres van het loket.")


class Urgent(Part):
    """The out-of-hours GP service of a municipality."""

    name: Name = Field(description="Naam van de huisartsenpost.")
    phones: Phones = ()
    website: Url | None = Field(None, description="Webadres van de huisartsenpost.")


class Theme(Part):
    """Colours and logo of a municipality's edition; what is left out stays as it is."""

    colours: dict[str, Colour] = Field(
        default_factory=dict,
        description="Kleuren voor licht: paper, card, ink, muted, accent, tint, sun, warm.",
    )
    dark: dict[str, Colour] = Field(default_factory=dict, description="Dezelfde kleuren voor donker.")
    logo: Line | None = Field(None, description="Bestand in content/, bijvoorbeeld logo.svg.")


class Municipality(Part):
    """A municipality that an edition publishes. The national list fills in what is left out; places and postcodes come
    beside those of that list."""

    name: Name = Field(description="Naam van de gemeente.")
    code: MunicipalityCode | None = Field(None, description="CBS-code, bijvoorbeeld GM0971.")
    province: Name | None = Field(None, description="Provincie.")
    places: tuple[Name, ...] = Field((), description="Dorpen, steden en wijken, naast die van de landelijke lijst.")
    postcodes: tuple[PostcodeArea, ...] = Field(
        (), description="Postcodegebieden (vier cijfers), naast die van de landelijke lijst."
    )
    contact: Contact | None = Field(None, description="Het loket van de gemeente.")
    urgent: Urgent | None = Field(None, description="De huisartsenpost.")
    boundary: Line | None = Field(None, description="GeoJSON-bestand naast dit record met de grens.")
    theme: Theme | None = Field(None, description="Eigen kleuren en logo.")
    country: Country | None = Field(
        None,
        description="Land, alleen als het niet Nederland is: de naam staat dan niet in de landelijke lijst.",
    )
    fictional: Boolean = Field(False, description="Bestaat deze gemeente niet (voorbeeld)?")
    formerly: Formerly = ()
    merger_date: WholeDay | None = Field(
        None, description="Dag waarop de gemeenten bij formerly in deze opgaan, bijvoorbeeld 2027-01-01."
    )
