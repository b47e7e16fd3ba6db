"""An organisation with what it offers."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar, Literal, NamedTuple

from pydantic import BeforeValidator, Field

from generator.model.hours import Hours, OpeningHours
from generator.model.part import Part
from generator.model.parts import Address, Checked, Formerly, Location, Phones
from generator.values import dates
from generator.values.fields import (
    AccessibilityId,
    Agb,
    Age,
    Areas,
    AudienceId,
    Boolean,
    Email,
    Euros,
    HelpId,
    Kvk,
    LanguageId,
    Line,
    Name,
    OfferPath,
    PartyKindId,
    PostcodeArea,
    SituationId,
    Slug,
    Summary,
    Text,
    Url,
    Wait,
    WhatsApp,
    When,
)


class Reachable(NamedTuple):
    """The hours that say whether somebody can be reached now, and whether that is by phone."""

    hours: OpeningHours
    by_phone: bool


Status = Literal["active", "paused", "ended"]
Where = Literal["thuis", "locatie", "telefoon", "online"]
Room = Literal["open", "waiting_list", "full", "stopped"]
CostKind = Literal["gratis", "bijdrage", "betaald", "vergoed", "inkomensafhankelijk"]
PriceUnit = Literal[
    "keer", "uur", "dagdeel", "dag", "nacht", "week", "maand", "jaar", "persoon", "kilometer", "rit", "maaltijd"
]
Law = Literal["wmo", "wlz", "zvw", "jeugdwet", "geen"]


class Identifiers(Part):
    """Official numbers of an organisation."""

    kvk: Kvk | None = Field(None, description="Nummer bij de Kamer van Koophandel: acht cijfers.")
    agb: Agb | None = Field(None, description="AGB-code van een zorgaanbieder: acht cijfers.")


class Ages(Part):
    """For which ages something is meant, both ends included."""

    from_age: Age | None = Field(
        None, alias="from", description="Vanaf deze leeftijd: een getal is jaren; 18 maanden of 2,5 jaar mag ook."
    )
    to_age: Age | None = Field(None, alias="to", description="Tot en met deze leeftijd, in dezelfde vorm.")


class Cost(Part):
    """What it costs the person who asks for it."""

    kind: CostKind = Field(
        description="gratis, bijdrage (eigen bijdrage), betaald, vergoed of inkomensafhankelijk (naar inkomen)."
    )
    amount: Euros | None = Field(
        None, description="Bedrag in euro's: 12,50 of 1.250,00; ook 3,50 - 7,50, vanaf 10 of tot 40."
    )
    per: PriceUnit | None = Field(
        None,
        description="Waarvoor dat bedrag is: keer, uur, dagdeel, dag, nacht, week, maand, jaar, persoon, kilometer, "
        "rit of maaltijd.",
    )
    note: Line | None = Field(None, description="Uitleg: wat erbij komt, wie vergoedt.")


class Access(Part):
    """What somebody needs before it can start."""

    referral: Boolean | None = Field(None, description="Is een verwijzing nodig (huisarts)? ja of nee.")
    indication: Boolean | None = Field(
        None, description="Is een indicatie of besluit nodig (gemeente, CIZ)? ja of nee."
    )
    how: Line | None = Field(None, description="Hoe iemand het aanvraagt, in één zin.")


class Visible(Part):
    """Between which days something stands on the site."""

    from_date: When | None = Field(None, alias="from", description="Zichtbaar vanaf.")
    until: When | None = Field(None, description="Zichtbaar tot en met.")


def _declined(value: object) -> object:
    return None if _is_declined(value) else value


def _all_declined(value: object) -> object:
    return () if _is_declined(value) else value


def _is_declined(value: object) -> bool:
    return isinstance(value, str) and value.strip().casefold() == DECLINED


DECLINED = "geen"
"""What stands where an offering does not have what its organisation has."""

DECLINABLE = frozenset({"opening_hours", "phones", "whatsapp", "chat", "email", "website", "address"})
"""What can be declined of what is inherited."""

Declinable = BeforeValidator(_declined)


class Availability(Part):
    """Whether there is room for somebody new. It says so for a while only: see `capacity`."""

    state: Room = Field(
        description="open (er is plek), waiting_list (wachtlijst), full (vol) of stopped (neemt niemand aan)."
    )
    since: When | None = Field(None, description="Sinds wanneer: 2026, 2026-03 of 2026-03-14.")
    until: When | None = Field(None, description="Tot en met wanneer, als dat bekend is.")


class Offering(Part):
    """One thing an organisation does for people. What it leaves out it takes from its organisation."""

    INHERITED: ClassVar[tuple[str, ...]] = (
        "area", "phones", "whatsapp", "chat", "email", "website", "address", "opening_hours", "languages",
        "accessibility", "checked",
    )  # fmt: skip

    id: Slug = Field(description="Naam in het adres: kleine letters, cijfers en streepjes.")
    name: Name = Field(description="Hoe het aanbod heet.")
    summary: Summary = Field(description="Wat het is, in één zin van hooguit 160 tekens.")
    description: Text | None = Field(None, description="Meer uitleg (Markdown).")
    help: tuple[HelpId, ...] = Field((), description="Soorten hulp.")
    situations: tuple[SituationId, ...] = Field((), description="In welke situaties het past.")
    audience: tuple[AudienceId, ...] = Field((), description="Voor wie het is.")
    ages: Ages | None = Field(None, description="Voor welke leeftijden.")
    where: tuple[Where, ...] = Field((), description="Waar: thuis, locatie, telefoon, online.")
    area: Areas | None = Field(None, description="Werkgebied: gemeenten (id's) of landelijk.")
    villages: tuple[Name, ...] = Field((), description="Alleen voor deze dorpen of wijken in het werkgebied.")
    postcodes: tuple[PostcodeArea, ...] = Field(
        (), description="Alleen voor deze postcodes in het werkgebied: vier cijfers."
    )
    eligibility: Line | None = Field(None, description="Een voorwaarde om mee te mogen doen, in één zin.")
    cost: Cost | None = Field(None, description="Wat het kost.")
    law: tuple[Law, ...] = Field((), description="Wet: wmo, wlz, zvw, jeugdwet of geen.")
    access: Access | None = Field(None, description="Wat er nodig is om te beginnen.")
    first_step: Line | None = Field(None, description="De eerste stap, in één zin.")
    expect: Text | None = Field(None, description="Wat iemand daarna kan verwachten (Markdown).")
    availability: Availability | None = Field(None, description="Is er plek voor iemand die nieuw is?")
    wait: Wait | None = Field(
        None, description="Hoe lang mensen wachten: geen, 10 dagen, 4-6 weken, binnen 5 werkdagen of meer dan 1 jaar."
    )
    waiting_time: Line | None = Field(None, description="Uitleg bij de wachttijd, in één zin.")
    opening_hours: Annotated[Hours | None, Declinable] = Field(None, description="Wanneer; of: geen.")
    phones: Annotated[Phones, BeforeValidator(_all_declined)] = ()
    whatsapp: Annotated[WhatsApp | None, Declinable] = Field(None, description="Nummer voor WhatsApp; of: geen.")
    chat: Annotated[Url | None, Declinable] = Field(
        None, description="Webadres waar iemand kan chatten, met https://; of: geen."
    )
    email: Annotated[Email | None, Declinable] = Field(None, description="E-mailadres; of: geen.")
    website: Annotated[Url | None, Declinable] = Field(None, description="Webadres, met https://; of: geen.")
    address: Annotated[Address | None, Declinable] = Field(None, description="Plek van dit aanbod; of: geen.")
    addresses: tuple[Location, ...] = Field((), min_length=1, description="De plekken, als het er meer zijn.")
    languages: tuple[LanguageId, ...] = Field(
        (), description="Talen waarin je geholpen wordt, als het andere zijn dan bij de organisatie."
    )
    accessibility: tuple[AccessibilityId, ...] = Field(
        (), description="Toegankelijkheid van de plek, als die anders is dan bij de organisatie."
    )
    visible: Visible | None = Field(None, description="Tussen welke dagen het op de site staat.")
    checked: Checked | None = Field(None, description="Wanneer en waarmee gecontroleerd.")
    status: Status = Field("active", description="active, paused (even niet) of ended (gestopt).")
    paused_until: When | None = Field(None, description="Bij paused: tot en met wanneer, als dat bekend is.")
    formerly: Formerly = ()
    local_note: Line | None = Field(None, description="Wat hier anders is dan elders.")

    def within(self, organisation: Organisation) -> Offering:
        """This offering with what it leaves out filled in from its organisation."""
        missing = {name: getattr(organisation, name) for name in self.INHERITED if self._leaves_out(name)}
        if self.addresses:
            whole = organisation.opening_hours
            missing |= {"address": None, "addresses": tuple(_closed_too(place, whole) for place in self.addresses)}
        return self.model_copy(update=missing | standing(self, organisation)._asdict())

    def _leaves_out(self, name: str) -> bool:
        """Whether it takes something from its organisation: what was declined is written, and empty."""
        return not getattr(self, name) and name not in self.model_fields_set

    @property
    def places(self) -> tuple[Address, ...]:
        """Where people go for it: nowhere, when it comes to them or is there from afar. An office is no such place."""
        if self.where and "locatie" not in self.where:
            return ()
        every = self.addresses or ((self.address,) if self.address else ())
        return tuple(place for place in every if place.po_box is None)

    @property
    def postal(self) -> tuple[Address, ...]:
        """Where people write to, when that is no place to go to."""
        return (self.address,) if self.address is not None and self.address.po_box is not None else ()

    def reachable(self, organisation: Organisation) -> Reachable | None:
        """When it can be reached, as it was written in its organisation: its own hours, else those of the number on its
        button, else its organisation's; and not on the days on which the organisation is closed, unless it is there
        always. None when nobody says."""
        whole = organisation.opening_hours
        phones = organisation.phones if self._leaves_out("phones") else self.phones
        by_phone = self.opening_hours is None and bool(phones) and phones[0].hours is not None
        inherited = whole if self._leaves_out("opening_hours") else None
        hours = phones[0].hours if by_phone else self.opening_hours or inherited
        if hours is None:
            return None
        return Reachable(_closed_as_well(hours, whole), by_phone)


def _closed_too(place: Location, whole: OpeningHours | None) -> Location:
    """One of several places, which is closed too when the organisation is."""
    if place.opening_hours is None:
        return place
    return place.model_copy(update={"opening_hours": _closed_as_well(place.opening_hours, whole)})


def _closed_as_well(hours: OpeningHours, whole: OpeningHours | None) -> OpeningHours:
    """Hours without the days on which the organisation is closed, unless it is there always."""
    if whole is None or whole is hours or not whole.closed or hours.always:
        return hours
    return hours.model_copy(update={"closed": (*hours.closed, *whole.closed)})


class Organisation(Part):
    """An organisation with its offerings: one file in `data/organisations/`; the file's stem is its id."""

    name: Name = Field(description="Hoe de organisatie heet.")
    summary: Summary = Field(description="Wat zij doet, in één zin van hooguit 160 tekens.")
    area: Areas = Field(description="Werkgebied: een lijst van gemeenten (id's), of landelijk.")
    checked: Checked = Field(description="Wanneer en waarmee gecontroleerd.")
    kind: PartyKindId | None = Field(None, description="Soort partij.")
    description: Text | None = Field(None, description="Meer uitleg (Markdown).")
    alternate_names: tuple[Name, ...] = Field((), description="Andere namen waaronder mensen haar kennen.")
    website: Url | None = Field(None, description="Webadres, met https://.")
    phones: Phones = ()
    whatsapp: WhatsApp | None = Field(None, description="Nummer voor WhatsApp.")
    chat: Url | None = Field(None, description="Webadres waar iemand kan chatten, met https://.")
    email: Email | None = Field(None, description="E-mailadres van de organisatie.")
    address: Address | None = Field(None, description="Bezoekadres.")
    opening_hours: Hours | None = Field(None, description="Openingstijden.")
    identifiers: Identifiers | None = Field(None, description="Officiële nummers.")
    languages: tuple[LanguageId, ...] = Field((), description="Talen waarin je geholpen wordt.")
    accessibility: tuple[AccessibilityId, ...] = Field((), description="Toegankelijkheid van de plek.")
    refers_to: tuple[OfferPath, ...] = Field(
        (), description="Naar wie zij doorverwijst: organisatie of organisatie/aanbod."
    )
    private_reason: Line | None = Field(
        None, description="Waarom een 06-nummer of persoonlijk mailadres op de site mag."
    )
    replaces_reason: Line | None = Field(
        None, description="Waarom dit record een landelijk record met dezelfde naam vervangt: nodig bij spoedhulp."
    )
    status: Status = Field("active", description="active, paused (even niet) of ended (gestopt).")
    paused_until: When | None = Field(None, description="Bij paused: tot en met wanneer, als dat bekend is.")
    formerly: Formerly = ()
    offerings: tuple[Offering, ...] = Field((), description="Wat de organisatie aanbiedt.")


class Standing(NamedTuple):
    """Whether something is there, and of a break the last day (a year, a month or a day; None when nobody knows)."""

    status: Status
    paused_until: str | None


def standing(offering: Offering, organisation: Organisation) -> Standing:
    """How an offering stands, with its organisation above it: what ended for one of them has ended, and of two breaks
    the one that is over last counts. What could not be typed is active."""
    both = [Standing(part.status or "active", part.paused_until) for part in (offering, organisation)]
    if any(one.status == "ended" for one in both):
        return Standing("ended", None)
    breaks = [one for one in both if one.status == "paused"]
    return max(breaks, key=_over, default=Standing("active", None))


def _over(one: Standing) -> date:
    return dates.last_day(one.paused_until) if one.paused_until else date.max
