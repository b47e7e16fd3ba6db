"""Organisations that work together."""

from __future__ import annotations

from pydantic import Field

from generator.model.part import Part
from generator.model.parts import Checked, Formerly, Repeats
from generator.values.fields import (
    Areas,
    LadderId,
    Line,
    Moment,
    Name,
    OrganisationId,
    Scale,
    Summary,
    Text,
    ThemeId,
    When,
)


class Member(Part):
    """An organisation's place in a network."""

    organisation: OrganisationId = Field(description="Organisatie (id).")
    role: Line | None = Field(None, description="Wat zij in het netwerk doet.")
    level: LadderId | None = Field(
        None,
        description="Hoe nauw nu: kennen, informeren, raadplegen, afstemmen, samenwerken, samen-beslissen.",
    )
    wanted_level: LadderId | None = Field(None, description="Hoe nauw gewenst.")


class Meeting(Part):
    """When the members of a network meet, once or again and again."""

    start: Moment = Field(description='Begin: 2026-11-10, of met een tijd: "2026-11-10 19:30".')
    end: Moment | None = Field(None, description="Einde, in dezelfde vorm.")
    repeats: Repeats | None = Field(None, description="Hoe het terugkomt.")
    name: Name | None = Field(None, description="Hoe deze bijeenkomst heet, als dat ertoe doet.")
    place: Line | None = Field(None, description="Waar.")

    @property
    def dates(self) -> tuple[str, ...]:
        """Several days on their own: a network lists a meeting for each."""
        return ()


class Network(Part):
    """Organisations that work together."""

    name: Name = Field(description="Naam van het netwerk.")
    area: Areas = Field(description="Werkgebied: gemeenten (id's) of landelijk.")
    members: tuple[Member, ...] = Field(description="Wie meedoen.")
    summary: Summary | None = Field(None, description="Wat het netwerk doet, in één zin.")
    description: Text | None = Field(None, description="Meer uitleg (Markdown).")
    ambition: Text | None = Field(None, description="Waar het netwerk samen voor gaat.")
    themes: tuple[ThemeId, ...] = Field((), description="Thema's.")
    scale: Scale | None = Field(
        None, description="micro (rond één persoon), meso (tussen organisaties) of macro (beleid)."
    )
    rhythm: Line | None = Field(None, description="Hoe vaak het bij elkaar komt.")
    meetings: tuple[Meeting, ...] = Field((), description="Bijeenkomsten met een datum: zij komen in de agenda.")
    chair: Line | None = Field(None, description="Voorzitter, als rol.")
    core_group: tuple[Line, ...] = Field((), description="Kerngroep: organisaties (id's) of rollen.")
    hours: Line | None = Field(None, description="Uren die voor het netwerk vrijgemaakt zijn.")
    since: When | None = Field(None, description="Sinds wanneer het netwerk bestaat.")
    checked: Checked | None = Field(None, description="Wanneer en waarmee gecontroleerd.")
    formerly: Formerly = ()
