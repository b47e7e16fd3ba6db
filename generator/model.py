"""The records: what an edition's files may hold. The one source of the shape.

Keys are English, in the field's standard terms (Open Referral's HSDS); the descriptions are Dutch because
editors read them, through the JSON Schemas that `schema` makes from this file. Values are typed in `fields`.
"""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from generator.fields import (
    AccessibilityId,
    Agb,
    Age,
    Areas,
    AudienceId,
    Boolean,
    Colour,
    ConditionId,
    Day,
    Email,
    Euros,
    ExampleId,
    HelpId,
    Kvk,
    LadderId,
    LanguageId,
    Latitude,
    Line,
    Longitude,
    MunicipalityCode,
    MunicipalityId,
    Name,
    OfferPath,
    OrganisationId,
    PartyKindId,
    Phone,
    Postcode,
    PostcodeArea,
    RecordId,
    Scale,
    SituationId,
    Slug,
    Summary,
    Text,
    ThemeId,
    Time,
    ToolId,
    ToolKindId,
    Url,
    When,
    WhenOrUndated,
    WorksheetId,
    Year,
    fault,
)

Status = Literal["active", "paused", "ended"]
Where = Literal["thuis", "locatie", "telefoon", "online"]
CostKind = Literal["gratis", "bijdrage", "betaald", "vergoed"]
Law = Literal["wmo", "wlz", "zvw", "jeugdwet", "geen"]
Scope = Literal["lokaal", "landelijk"]


class Part(BaseModel):
    """A piece of a record: never changed once made, and nothing in it that the model doesn't know."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class Checked(Part):
    """When what stands here was last held against its source."""

    date: WhenOrUndated = Field(
        description="Wanneer gecontroleerd: 2026, 2026-03 of 2026-03-14. Geeft de bron geen datum: onbekend."
    )
    by: Line | None = Field(
        None, description="Wie controleerde, als rol: 'redactie gemeente Stein'. Nooit een privénaam."
    )
    source: Line = Field(description="Waar het vandaan komt: een document, een website of een gesprek.")


class Slot(Part):
    """Opening hours on some days of the week."""

    days: tuple[Day, ...] = Field(min_length=1, description="Dagen: ma, di, wo, do, vr, za, zo.")
    opens: Time = Field(alias="from", description='Opent om, bijvoorbeeld "09:00".')
    closes: Time = Field(alias="to", description='Sluit om, bijvoorbeeld "17:30" of "24:00".')
    note: Line | None = Field(None, description="Wat erbij gezegd moet worden, bijvoorbeeld 'inloop'.")


MARKS = frozenset({"by_appointment", "always", "closed"})
"""What opening hours can say as a whole, beside times on days."""


def _opening_hours(value: object) -> object:
    """A list of slots and marks, or one mark alone, as the parts of one `OpeningHours`."""
    if isinstance(value, dict) and "days" not in value:
        return value
    if not isinstance(value, list):
        raise fault("hours-shape")
    slots: list[object] = []
    marks: dict[str, object] = {}
    for item in value:
        if not isinstance(item, dict) or not item or not item.keys() <= MARKS:
            slots.append(item)
            continue
        earlier, later = marks.get("closed"), item.get("closed")
        marks |= item
        if isinstance(earlier, list) and isinstance(later, list):
            marks["closed"] = [*earlier, *later]
    return {"slots": slots, **marks}


class OpeningHours(Part):
    """When something can be reached: slots in the week, always, or by appointment; with days closed."""

    slots: tuple[Slot, ...] = Field((), description="Tijden per dag van de week.")
    by_appointment: Boolean = Field(False, description="Alleen op afspraak.")
    always: Boolean = Field(False, description="Dag en nacht open.")
    closed: tuple[When, ...] = Field((), description="Dagen dicht, bijvoorbeeld 2026-12-24.")


Hours = Annotated[OpeningHours, BeforeValidator(_opening_hours)]


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


class Identifiers(Part):
    """Official numbers of an organisation."""

    kvk: Kvk | None = Field(None, description="Nummer bij de Kamer van Koophandel: acht cijfers.")
    agb: Agb | None = Field(None, description="AGB-code van een zorgaanbieder: acht cijfers.")


class Ages(Part):
    """For which ages something is meant, in years, both ends included."""

    from_age: Age | None = Field(None, alias="from", description="Vanaf deze leeftijd.")
    to_age: Age | None = Field(None, alias="to", description="Tot en met deze leeftijd.")


class Cost(Part):
    """What it costs the person who asks for it."""

    kind: CostKind = Field(description="gratis, bijdrage (eigen bijdrage), betaald of vergoed.")
    amount: Euros | None = Field(None, description="Bedrag in euro's, bijvoorbeeld 12,50.")
    note: Line | None = Field(None, description="Uitleg: per keer, per maand, wie vergoedt.")


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


Phones = Annotated[tuple[PhoneLine, ...], Field(description="Telefoonnummers; het eerste is het nummer om te bellen.")]
Formerly = Annotated[
    tuple[Slug, ...], Field(description="Namen (id's) die dit record eerder had: hun adres blijft werken.")
]


class Offering(Part):
    """One thing an organisation does for people. What it leaves out it takes from its organisation."""

    INHERITED: ClassVar[tuple[str, ...]] = (
        "area", "phones", "email", "website", "address", "opening_hours", "checked",
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
    cost: Cost | None = Field(None, description="Wat het kost.")
    law: tuple[Law, ...] = Field((), description="Wet: wmo, wlz, zvw, jeugdwet of geen.")
    access: Access | None = Field(None, description="Wat er nodig is om te beginnen.")
    first_step: Line | None = Field(None, description="De eerste stap, in één zin.")
    expect: Text | None = Field(None, description="Wat iemand daarna kan verwachten (Markdown).")
    waiting_time: Line | None = Field(None, description="Hoe lang het duurt voor het begint.")
    opening_hours: Hours | None = Field(None, description="Wanneer.")
    phones: Phones = ()
    email: Email | None = Field(None, description="E-mailadres.")
    website: Url | None = Field(None, description="Webadres, met https://.")
    address: Address | None = Field(None, description="Plek van dit aanbod.")
    visible: Visible | None = Field(None, description="Tussen welke dagen het op de site staat.")
    checked: Checked | None = Field(None, description="Wanneer en waarmee gecontroleerd.")
    status: Status = Field("active", description="active, paused (even niet) of ended (gestopt).")
    formerly: Formerly = ()
    local_note: Line | None = Field(None, description="Wat hier anders is dan elders.")

    def within(self, organisation: Organisation) -> Offering:
        """This offering with what it leaves out filled in from its organisation."""
        missing = {name: getattr(organisation, name) for name in self.INHERITED if not getattr(self, name)}
        if self.status == "active":
            missing["status"] = organisation.status
        return self.model_copy(update=missing)


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
    status: Status = Field("active", description="active, paused (even niet) of ended (gestopt).")
    formerly: Formerly = ()
    offerings: tuple[Offering, ...] = Field((), description="Wat de organisatie aanbiedt.")


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
    """A municipality that an edition publishes. The national list fills in what is left out."""

    name: Name = Field(description="Naam van de gemeente.")
    code: MunicipalityCode | None = Field(None, description="CBS-code, bijvoorbeeld GM0971.")
    province: Name | None = Field(None, description="Provincie.")
    places: tuple[Name, ...] = Field((), description="Dorpen en steden in de gemeente.")
    postcodes: tuple[PostcodeArea, ...] = Field((), description="Postcodegebieden: vier cijfers.")
    contact: Contact | None = Field(None, description="Het loket van de gemeente.")
    urgent: Urgent | None = Field(None, description="De huisartsenpost.")
    boundary: Line | None = Field(None, description="GeoJSON-bestand naast dit record met de grens.")
    theme: Theme | None = Field(None, description="Eigen kleuren en logo.")
    fictional: Boolean = Field(False, description="Bestaat deze gemeente niet (voorbeeld)?")
    formerly: Formerly = ()


class Member(Part):
    """An organisation's place in a network."""

    organisation: OrganisationId = Field(description="Organisatie (id).")
    role: Line | None = Field(None, description="Wat zij in het netwerk doet.")
    level: LadderId | None = Field(
        None,
        description="Hoe nauw nu: kennen, informeren, raadplegen, afstemmen, samenwerken, samen-beslissen.",
    )
    wanted_level: LadderId | None = Field(None, description="Hoe nauw gewenst.")


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
    chair: Line | None = Field(None, description="Voorzitter, als rol.")
    core_group: tuple[Line, ...] = Field((), description="Kerngroep: organisaties (id's) of rollen.")
    hours: Line | None = Field(None, description="Uren die voor het netwerk vrijgemaakt zijn.")
    since: When | None = Field(None, description="Sinds wanneer het netwerk bestaat.")
    checked: Checked | None = Field(None, description="Wanneer en waarmee gecontroleerd.")
    formerly: Formerly = ()


class Term(Part):
    """One word of a vocabulary, with what people really say and type for it."""

    id: Slug = Field(description="Naam in het adres.")
    label: Name = Field(description="Wat mensen lezen.")
    explanation: Line | None = Field(None, description="Uitleg in één of twee zinnen.")
    synonyms: tuple[Line, ...] = Field((), description="Andere woorden voor hetzelfde.")
    phrases: tuple[Line, ...] = Field((), description="Wat mensen zeggen of typen.")
    parent: Slug | None = Field(None, description="Begrip waar dit onder valt.")


class Terms(Part):
    """A vocabulary: one file in `data/vocabularies/`, written as a list of terms."""

    terms: tuple[Term, ...] = ()


class Local(Part):
    """What a backpack gathers about the municipality itself."""

    situation: tuple[RecordId, ...] = Field((), description="Aanbod en organisaties uit de huidige situatie.")
    known: tuple[RecordId, ...] = Field((), description="Wat lokaal bekend is.")
    tools: tuple[ToolId, ...] = Field((), description="Lokale tools.")
    examples: tuple[ExampleId, ...] = Field((), description="Lokale praktijkvoorbeelden.")


class National(Part):
    """What a backpack gathers from the whole country."""

    known: tuple[RecordId, ...] = Field((), description="Wat landelijk bekend is.")
    tools: tuple[ToolId, ...] = Field((), description="Landelijke tools.")
    examples: tuple[ExampleId, ...] = Field((), description="Landelijke praktijkvoorbeelden.")


class Source(Part):
    """Where a tool or example comes from."""

    organisation: Line | None = Field(None, description="Wie het maakte of uitgaf.")
    url: Url | None = Field(None, description="Waar het te vinden is.")
    year: Year | None = Field(None, description="Jaar van uitgave.")
    seen: WhenOrUndated | None = Field(None, description="Wanneer de bron gezien is.")


class Backpack(Part):
    """A kennisrugzak: one question of a municipality with what helps to answer it."""

    SECTIONS: ClassVar[dict[str, str]] = {
        "introduction": "Inleiding",
        "situation": "Huidige situatie",
        "local_known": "Wat lokaal bekend is",
        "national_known": "Wat landelijk bekend is",
        "local_tools": "Lokale tools",
        "national_tools": "Landelijke tools",
        "local_examples": "Lokale praktijkvoorbeelden",
        "national_examples": "Landelijke praktijkvoorbeelden",
    }
    """The headings its text is divided by."""

    municipality: MunicipalityId = Field(description="Gemeente (id).")
    core_theme: Line = Field(description="Positief kernthema: waar willen we meer van?")
    design_question: Line = Field(description="Ontwerpvraag.")
    year: Year | None = Field(None, description="Jaar.")
    programme: Line | None = Field(None, description="Programma waarin het gemaakt is.")
    local: Local = Field(default_factory=Local, description="Lokaal.")
    national: National = Field(default_factory=National, description="Landelijk.")
    checked: Checked | None = Field(None, description="Wanneer en waarmee gecontroleerd.")
    formerly: Formerly = ()
    body: Text | None = Field(None, json_schema_extra={"x-body": True})


class Tool(Part):
    """Something professionals use to work together better."""

    name: Name = Field(description="Naam.")
    summary: Summary = Field(description="Wat je ermee doet, in één zin.")
    scope: Scope = Field(description="lokaal of landelijk.")
    conditions: tuple[ConditionId, ...] = Field(
        (), description="Condities voor samenwerken: ambitie, belangen, relatie, organisatie, proces."
    )
    scale: tuple[Scale, ...] = Field((), description="micro, meso, macro.")
    kind: ToolKindId | None = Field(None, description="Soort tool.")
    duration: Line | None = Field(None, description="Hoe lang het duurt.")
    group_size: Line | None = Field(None, description="Met hoeveel mensen.")
    audience: tuple[AudienceId, ...] = Field((), description="Voor wie.")
    municipality: MunicipalityId | None = Field(None, description="Gemeente, als de tool lokaal is.")
    worksheet: WorksheetId | None = Field(None, description="Werkblad (id).")
    source: Source | None = Field(None, description="Waar de tool vandaan komt.")
    checked: Checked | None = Field(None, description="Wanneer en waarmee gecontroleerd.")
    formerly: Formerly = ()
    body: Text | None = Field(None, json_schema_extra={"x-body": True})


class Example(Part):
    """A practice example: how others did it."""

    name: Name = Field(description="Naam.")
    summary: Summary = Field(description="Waar het over gaat, in één zin.")
    scope: Scope = Field(description="lokaal of landelijk.")
    municipality: MunicipalityId | None = Field(None, description="Gemeente (id).")
    place: Line | None = Field(None, description="Plaats of wijk.")
    themes: tuple[ThemeId, ...] = Field((), description="Thema's.")
    ambition: Text | None = Field(None, description="Wat men wilde bereiken.")
    participants: tuple[Line, ...] = Field((), description="Wie meededen: organisaties (id's) of omschrijvingen.")
    done: Text | None = Field(None, description="Wat er gedaan is.")
    result: Text | None = Field(None, description="Wat het opleverde.")
    lessons: Text | None = Field(None, description="Wat men ervan leerde.")
    tip: Text | None = Field(None, description="Tip voor wie dit ook wil.")
    conditions: tuple[ConditionId, ...] = Field((), description="Condities voor samenwerken.")
    scale: tuple[Scale, ...] = Field((), description="micro, meso, macro.")
    since: When | None = Field(None, description="Sinds wanneer.")
    source: Source | None = Field(None, description="Waar het voorbeeld vandaan komt.")
    checked: Checked | None = Field(None, description="Wanneer en waarmee gecontroleerd.")
    formerly: Formerly = ()
    body: Text | None = Field(None, json_schema_extra={"x-body": True})


Record = Organisation | Municipality | Network | Backpack | Tool | Example
