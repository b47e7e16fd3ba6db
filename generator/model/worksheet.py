"""A worksheet: what professionals fill in, alone or together, on the screen or with a pen."""

from __future__ import annotations

import re
from typing import Literal

from pydantic import Field

from generator.model.knowledge import Source
from generator.model.part import Part
from generator.model.parts import Checked, Formerly
from generator.values.fields import (
    AudienceId,
    ConditionId,
    HelpId,
    Line,
    Name,
    Number,
    Scale,
    Seconds,
    Slug,
    Summary,
    Text,
)

FieldKind = Literal[
    "text", "long", "list", "date", "choice", "choices", "scale", "table", "tree", "composed", "rings", "chart"
]
"""How a field is filled in. `composed` and `chart` follow from that, and so do the pictures of `tree` and `rings`."""

NAMED = re.compile(r"\{([^{}]*)\}")
"""A place in a composed sentence, with the id of the field that fills it."""


class Option(Part):
    """One thing to choose."""

    id: Slug = Field(description="Naam van de keuze in bewaarde bestanden: verander die niet meer.")
    label: Line = Field(description="Wat mensen lezen.")
    leads_to: HelpId | None = Field(None, description="Soort hulp waar deze keuze naartoe wijst.")


class Column(Part):
    """One column of a table, or one thing to say of each goal in a tree."""

    id: Slug = Field(description="Naam van de kolom in bewaarde bestanden: verander die niet meer.")
    label: Name = Field(description="Wat boven de kolom staat.")


class FormField(Part):
    """One thing to fill in."""

    id: Slug = Field(description="Naam van het veld in bewaarde bestanden: verander die niet meer.")
    kind: FieldKind = Field(
        description="text, long, list, date, choice, choices, scale, table, tree, composed, rings of chart."
    )
    label: Line = Field(description="De vraag.")
    help: Line | None = Field(None, description="Uitleg bij de vraag.")
    example: Line | None = Field(None, description="Een voorbeeld van een antwoord.")
    options: tuple[Option, ...] = Field((), description="Waaruit je kiest (choice en choices).")
    other: Line | None = Field(None, description="Een open keuze erbij, zoals 'iets anders' (choice en choices).")
    low: Line | None = Field(None, description="Wat het laagste cijfer zegt (scale).")
    high: Line | None = Field(None, description="Wat het hoogste cijfer zegt (scale).")
    steps: Number = Field(5, description="Tot welk cijfer de schaal loopt: 3 tot 10 (scale).")
    columns: tuple[Column, ...] = Field((), description="Kolommen (table), of wat je bij elk doel invult (tree).")
    rows: Number = Field(4, description="Hoeveel lege regels er op papier staan (list en table).")
    levels: tuple[Name, ...] = Field((), description="Hoe de lagen heten, van boven naar beneden (tree).")
    text: Text | None = Field(None, description="Zin met {namen} van velden uit hetzelfde deel (composed).")
    seconds: Seconds | None = Field(None, description="Hoe lang het voorlezen mag duren, in seconden (composed).")


class Repeat(Part):
    """A section that is filled in several times."""

    one: Name = Field(description="Hoe één ervan heet, zoals 'Partij'.")
    least: Number = Field(1, description="Hoeveel er ten minste staan.")
    most: Number = Field(20, description="Hoeveel er ten hoogste kunnen.")
    advised: Number | None = Field(None, description="Hoeveel er op leeg papier staan.")


class WorksheetSection(Part):
    """Fields that belong together."""

    id: Slug = Field(description="Naam van het deel in bewaarde bestanden: verander die niet meer.")
    name: Line = Field(description="Wat erboven staat.")
    help: Text | None = Field(None, description="Uitleg bij dit deel (Markdown).")
    condition: ConditionId | None = Field(None, description="Conditie waar de schalen in dit deel over gaan (chart).")
    repeat: Repeat | None = Field(None, description="Als dit deel vaker ingevuld wordt.")
    fields: tuple[FormField, ...] = Field(min_length=1, description="De velden.")


class Worksheet(Part):
    """A worksheet: one file in `data/worksheets/`; the file's stem is its id."""

    name: Name = Field(description="Naam.")
    summary: Summary = Field(description="Wat je ermee maakt, in één zin.")
    sections: tuple[WorksheetSection, ...] = Field(min_length=1, description="De delen, van boven naar beneden.")
    intro: Text | None = Field(None, description="Uitleg boven het blad (Markdown).")
    conditions: tuple[ConditionId, ...] = Field(
        (), description="Condities voor samenwerken: ambitie, belangen, relatie, organisatie, proces."
    )
    scale: tuple[Scale, ...] = Field((), description="micro, meso, macro.")
    audience: tuple[AudienceId, ...] = Field((), description="Voor wie.")
    duration: Line | None = Field(None, description="Hoe lang het duurt.")
    group_size: Line | None = Field(None, description="Met hoeveel mensen.")
    source: Source | None = Field(None, description="Waar het blad op teruggaat.")
    checked: Checked | None = Field(None, description="Wanneer en waarmee gecontroleerd.")
    formerly: Formerly = ()
