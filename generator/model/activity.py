"""What takes place on a day: a meeting, a course, an outing."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from generator.model.organisation import Cost, Organisation
from generator.model.part import Part
from generator.model.parts import Address, Checked, Formerly, Phones, Repeats
from generator.values.fields import (
    Areas,
    AudienceId,
    Email,
    Line,
    Moment,
    MomentOrUndated,
    Name,
    OrganisationId,
    Summary,
    Text,
    Url,
    WhatsApp,
)


class Activity(Part):
    """Something that people can go to: one file in `data/activities/`; the file's stem is its id.

    What it leaves out it takes from its organisation.
    """

    EITHER: ClassVar[tuple[str, ...]] = ("start", "dates")
    """One of these it has, and not both."""

    INHERITED: ClassVar[tuple[str, ...]] = ("area", "phones", "whatsapp", "chat", "email", "website", "checked")

    name: Name = Field(description="Hoe de activiteit heet.")
    organisation: OrganisationId = Field(description="Organisatie (id) die het doet of er meer van weet.")
    begins: MomentOrUndated | None = Field(
        None,
        alias="start",
        description='Begin: 2026-11-10, of met een tijd: "2026-11-10 19:30". Nog geen datum: onbekend. '
        "Losse dagen: vul dates in.",
    )
    dates: Annotated[tuple[Moment, ...], Field(min_length=1)] = Field(
        (), description="In plaats van start: losse dagen, elk zo lang als van de eerste dag tot end."
    )
    end: Moment | None = Field(None, description="Einde, in dezelfde vorm; een hele dag telt mee.")
    repeats: Repeats | None = Field(None, description="Hoe het terugkomt.")
    summary: Summary | None = Field(None, description="Wat het is, in één zin van hooguit 160 tekens.")
    description: Text | None = Field(None, description="Meer uitleg (Markdown).")
    area: Areas | None = Field(None, description="Voor wie uit welke gemeenten (id's), of landelijk.")
    place: Line | None = Field(None, description="Waar: een gebouw, 'online' of 'in het hele land'.")
    address: Address | None = Field(None, description="Adres van die plek.")
    audience: tuple[AudienceId, ...] = Field((), description="Voor wie het is.")
    cost: Cost | None = Field(None, description="Wat het kost.")
    registration: Line | None = Field(None, description="Hoe iemand zich aanmeldt, in één zin.")
    phones: Phones = ()
    whatsapp: WhatsApp | None = Field(None, description="Nummer voor WhatsApp.")
    chat: Url | None = Field(None, description="Webadres waar iemand kan chatten, met https://.")
    email: Email | None = Field(None, description="E-mailadres.")
    website: Url | None = Field(None, description="Webadres, met https://.")
    private_reason: Line | None = Field(
        None, description="Waarom een 06-nummer of persoonlijk mailadres op de site mag."
    )
    status: Literal["active", "full", "cancelled"] = Field(
        "active", description="active, full (vol: niemand kan er nog bij) of cancelled (gaat niet door)."
    )
    checked: Checked | None = Field(None, description="Wanneer en waarmee gecontroleerd.")
    formerly: Formerly = ()

    @property
    def start(self) -> str:
        """When it begins: of several days the first. Empty only where neither could be read."""
        return min((day for day in self.dates or () if day), default="") or self.begins or ""

    def within(self, organisation: Organisation) -> Activity:
        """This activity with what it leaves out filled in from its organisation."""
        missing = {name: getattr(organisation, name) for name in self.INHERITED if not getattr(self, name)}
        return self.model_copy(update=missing)
