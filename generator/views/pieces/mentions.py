"""In which kennisrugzakken a record is named: the way back from what a kennisrugzak sends its readers to."""

from __future__ import annotations

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.views.pieces.links import Link, municipality_name
from generator.views.pieces.wording import words


def named_in(catalogue: Catalogue, *ids: str) -> list[Link]:
    """The kennisrugzakken that name one of these records."""
    keys = dict.fromkeys(key for id in ids for key in catalogue.backpacks_naming(id))
    return [_link(catalogue, *key.split("/", 1)) for key in keys]


def _link(catalogue: Catalogue, municipality: str, id: str) -> Link:
    name = municipality_name(catalogue, municipality)
    theme = catalogue.backpacks[f"{municipality}/{id}"].record.core_theme
    return Link(f"{words('backpack', 'label').format(name=name)}: {theme}", urls.backpack(municipality, id))
