"""Where an area is: its outline as a drawing, and as the map reads it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from generator.catalogue.catalogue import Catalogue
from generator.formats.geojson import rings, simplified
from generator.model.parts import Address
from generator.texts.listing import joined
from generator.views.pieces.facts import spot
from generator.views.pieces.links import MANY
from generator.views.pieces.outline import Outline, outline
from generator.views.pieces.wording import words


class Drawn(NamedTuple):
    """A drawing with what it says to who can't see it."""

    outline: Outline
    label: str


MAP_TOLERANCE = 1e-4
"""What a boundary on the map may be off, in degrees: some ten metres, less than its line is wide."""


def map_json(catalogue: Catalogue, id: str) -> dict[str, Any]:
    """What only the map needs: the rings of a municipality's boundary as (latitude, longitude), to about a metre."""
    whole = rings(catalogue.boundaries[id])
    # An islet may vanish; the municipality may not.
    drawn = [small for ring in whole if len(small := simplified(ring, MAP_TOLERANCE)) > 3] or whole
    return {"boundary": [[(round(lat, 5), round(lon, 5)) for lon, lat in ring] for ring in drawn]}


def area_outline(catalogue: Catalogue, area: Sequence[str], *addresses: Address | None) -> Drawn | None:
    """The outline of an area as far as its boundaries are known, with a dot for the first public address within it."""
    known = [id for id in area if id in catalogue.boundaries]
    if not known:
        return None
    at = next((address for address in addresses if spot(address)), None)
    drawing = outline([catalogue.boundaries[id] for id in known], at.lat if at else None, at.lon if at else None)
    if drawing is None:
        return None
    form = "outline" if drawing.dot else "outline_without"
    names = [catalogue.country[id].name for id in known]
    # Of many the drawing is all there is to say: their names stand beside it.
    said = joined(names) if len(names) <= MANY else words("offer", "outline_many").format(count=len(names))
    return Drawn(drawing, words("offer", form).format(name=said))
