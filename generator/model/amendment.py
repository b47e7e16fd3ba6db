"""What an edition adds to a record of the national layer, without a copy of it."""

from __future__ import annotations

from pydantic import Field

from generator.model.part import Part
from generator.model.parts import Checked, Phones
from generator.values.fields import Line


class Amendment(Part):
    """What an edition adds to a national organisation: one file in `data/amend/organisations/`, named as that one.

    It only adds: the number that was first stays first.
    """

    checked: Checked = Field(description="Wanneer en waarmee gecontroleerd.")
    phones: Phones = ()
    note: Line | None = Field(None, description="Wat mensen hier moeten weten, in één zin.")
    private_reason: Line | None = Field(None, description="Waarom een 06-nummer op de site mag.")
