"""The words an edition sorts by and is searched with."""

from __future__ import annotations

from pydantic import Field

from generator.model.part import Part
from generator.values.fields import Boolean, Line, Name, Slug

VOCABULARIES = frozenset(
    {
        "accessibility",
        "acute",  # no field uses it: the search knows by its phrases who should call at once
        "audience",
        "conditions",
        "help",
        "ladder",
        "languages",
        "party_kinds",
        "situations",
        "steps",
        "themes",
        "tool_kinds",
    }
)
"""Those there are: an edition may add to each."""


class Term(Part):
    """One word of a vocabulary, with what people really say and type for it."""

    id: Slug = Field(description="Naam in het adres.")
    label: Name = Field(description="Wat mensen lezen.")
    explanation: Line | None = Field(None, description="Uitleg in één of twee zinnen.")
    synonyms: tuple[Line, ...] = Field((), description="Andere woorden voor hetzelfde.")
    phrases: tuple[Line, ...] = Field((), description="Wat mensen zeggen of typen.")
    parent: Slug | None = Field(None, description="Begrip waar dit onder valt.")
    discreet: Boolean = Field(
        False,
        description="Gaat het over wat iemand in huis niet mag zien? ja: dan heeft elke pagina hierover een knop om "
        "de site meteen te verlaten.",
    )


class Terms(Part):
    """A vocabulary: one file in `data/vocabularies/`, written as a list of terms."""

    terms: tuple[Term, ...] = ()
