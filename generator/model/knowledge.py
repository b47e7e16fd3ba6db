"""What professionals read and use: kennisrugzakken, tools and practice examples."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from generator.model.part import Part
from generator.model.parts import Checked, Formerly
from generator.values.fields import (
    AudienceId,
    ConditionId,
    ExampleId,
    Line,
    MunicipalityId,
    Name,
    RecordId,
    Scale,
    StepId,
    Summary,
    Text,
    ThemeId,
    ToolId,
    ToolKindId,
    Url,
    When,
    WhenOrUndated,
    WorksheetId,
    Year,
)

Scope = Literal["lokaal", "landelijk"]


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
    steps: tuple[StepId, ...] = Field((), description="Stappen in het samenwerken waarbij het helpt.")
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
    steps: tuple[StepId, ...] = Field((), description="Stappen in het samenwerken waarbij het helpt.")
    since: When | None = Field(None, description="Sinds wanneer.")
    source: Source | None = Field(None, description="Waar het voorbeeld vandaan komt.")
    checked: Checked | None = Field(None, description="Wanneer en waarmee gecontroleerd.")
    formerly: Formerly = ()
    body: Text | None = Field(None, json_schema_extra={"x-body": True})
