"""The municipalities that nobody tuned for, as editions to build."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import yaml

from generator.editing import starters
from tests.editions import TODAY
from tests.search.unseen.compact import Reader, Record
from tests.search.unseen.expand import Expander, Village

FOLDER = Path(__file__).parent


class Place(NamedTuple):
    """A municipality that does not exist."""

    name: str
    province: str
    villages: Mapping[str, str]
    """The digits of each village's postcode, which nobody has."""
    phones: int
    """Where telephone numbers begin."""
    tagged: int
    """Of so many organisations one is tagged, by its category; 0: none is."""


def _villages(first: int, *names: str) -> dict[str, str]:
    return {name: str(first + place) for place, name in enumerate(names)}


VLOEDWAARD = yaml.safe_load((FOLDER / "vloedwaard.yml").read_text("utf-8"))

PLACES: Mapping[str, Place] = {
    "drostveen": Place(
        "Drostveen", "Drenthe",
        _villages(9592, "Drostveen", "Noordesch", "Hemmeloo", "Turfhaar", "Zwartewold", "Klinkerveld"), 101, 0,
    ),
    "kesselrade": Place(
        "Kesselrade", "Limburg",
        _villages(6381, "Kesselrade", "Beukrade", "Oppelt", "Maasvelt", "Vossenbroek", "Dries-Noord", "Mijnhoek"),
        301, 1,
    ),
    "vloedwaard": Place(
        "Vloedwaard", "Gelderland",
        {village.name: village.postcode for village in (Village(*row) for row in VLOEDWAARD["villages"])}, 1001, 2,
    ),
}  # fmt: skip

COARSE: Mapping[str, str] = {
    "Geld & Recht": "geld-en-regelingen",
    "Gezin & Jeugd": "persoonlijke-begeleiding",
    "Ontmoeting": "gezelschap-en-activiteiten",
    "Vervoer": "vervoer",
    "Vrijwillige hulp": "praktische-hulp",
    "Werk & Leren": "cursus-en-training",
    "Wonen": "wonen-en-hulpmiddelen",
    "Zorg & Gezondheid": "persoonlijke-verzorging",
    "Overig": "informatie-en-advies",
}
"""The one kind of help that an import makes of the category of an older map."""


def organisations(id: str) -> dict[str, Record]:
    """The records of a municipality by id, as files hold them."""
    place = PLACES[id]
    if id == "vloedwaard":
        made = Expander(VLOEDWAARD, place.phones).organisations()
    else:
        made = Reader(id, place.villages, place.phones).organisations((FOLDER / f"{id}.txt").read_text("utf-8"))
    return {one: _tagged(record, number, place.tagged) for number, (one, record) in enumerate(made.items())}


def _tagged(record: Record, number: int, every: int) -> Record:
    """A record without what only its source says, and with the tag of its category where that is its turn."""
    fields = {name: value for name, value in record.items() if name not in ("id", "category") and value != []}
    if every and number % every == 0 and "category" in record and "offerings" in fields:
        fields["offerings"] = [{**one, "help": [COARSE[record["category"]]]} for one in fields["offerings"]]
    return fields


def write(id: str, folder: Path) -> Path:
    """Write a municipality as an edition of its own in a new folder; gives that folder."""
    place = PLACES[id]
    files = {
        path: content.replace("Zutphen", place.name).replace("zutphen", id)
        for path, content in starters.edition(["zutphen"], TODAY).items()
        if not path.startswith("data/")
    }
    files["mkdocs.yml"] += f"\nsite_url: https://{id}.example\n"
    municipality = {
        "name": place.name, "fictional": True, "province": place.province, "places": list(place.villages),
        "postcodes": list(place.villages.values()), "contact": {"organisation": f"gemeente-{id}"},
    }  # fmt: skip
    files[f"data/municipalities/{id}.yml"] = _dumped(municipality)
    files |= {f"data/organisations/{id}/{one}.yml": _dumped(record) for one, record in organisations(id).items()}
    for path, content in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, "utf-8")
    return folder


def _dumped(record: Record) -> str:
    return yaml.safe_dump(record, allow_unicode=True, sort_keys=False, width=1000)
