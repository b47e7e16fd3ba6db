"""An edition of three municipalities with what visitors met: things that end, a region, danger at home, long words."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.scratch import Scratch

MADE = date(2026, 12, 1)
"""The day on which its site was made; nobody makes it again."""

SETTINGS = """\
site_name: Samen zorgen
site_url: https://samen.example/
docs_dir: content
theme:
  name: material
plugins:
  - mantelkaart
"""

MANY = "[apeldoorn, brummen, deventer, doesburg, epe, hattem, heerde, lochem, olst-wijhe, raalte, voorst, zutphen]"

LONG = "Arbeidsongeschiktheidsverzekering"
"""A word of more letters than a small phone is wide."""

RECORDS = {
    "data/municipalities/zutphen.yml": """\
        name: Zutphen
        contact:
          organisation: huis
          phones: [{number: 0800 0000}]
        """,
    "data/municipalities/lochem.yml": "name: Lochem\n",
    "data/municipalities/brummen.yml": "name: Brummen\n",
    "data/organisations/huis.yml": """\
        name: Huis van Zutphen
        summary: Doet van alles.
        area: [zutphen]
        phones: [{number: 0800 0000}]
        checked: {date: 2026-11-01, source: Proef}
        """,
    "data/organisations/tijdelijk.yml": """\
        name: Tijdelijk Steunpunt
        summary: Tijdelijk.
        area: [zutphen]
        phones: [{number: 0800 0000}]
        checked: {date: 2026-11-01, source: Proef}
        offerings:
          - id: winter
            name: Winteropvang tot kerst
            summary: Warm zitten.
            help: [gezelschap-en-activiteiten]
            where: [telefoon]
            first_step: Bel.
            visible: {until: 2026-12-24}
          - id: voorjaar
            name: Voorjaarskuur
            summary: Fris beginnen.
            help: [gezelschap-en-activiteiten]
            where: [telefoon]
            first_step: Bel.
            visible: {from: 2027-03-01}
        """,
    "data/organisations/streek.yml": """\
        name: Hulp in de streek
        summary: Helpt in drie gemeenten.
        area: [zutphen, lochem, brummen]
        phones: [{number: 0800 0000}]
        refers_to: [veel]
        checked: {date: 2026-11-01, source: Proef}
        offerings:
          - id: rit
            name: Een rit
            summary: Rijdt u overal heen.
            help: [vervoer]
            situations: [dementie]
            first_step: Bel.
        """,
    "data/organisations/veel.yml": f"""\
        name: Hulp in de wijde streek
        summary: Helpt in twaalf gemeenten.
        area: {MANY}
        phones: [{{number: 0800 0000}}]
        checked: {{date: 2026-11-01, source: Proef}}
        """,
    "data/networks/streek.yml": """\
        name: Kring van de streek
        area: [zutphen, lochem, brummen]
        members: [{organisation: streek, level: kennen}, {organisation: veel, level: kennen}]
        """,
    "data/activities/avonden.yml": """\
        name: Cursus van vier avonden
        organisation: huis
        dates: ["2027-01-12 19:30", "2027-01-19 19:30", "2027-02-02 19:30", "2027-02-16 19:30"]
        place: Zaal
        """,
    "data/activities/vol.yml": """\
        name: Cursus die vol is
        organisation: huis
        start: "2026-12-10 15:00"
        status: full
        place: Zaal
        """,
    "data/activities/nacht.yml": """\
        name: Nachtwandeling
        organisation: huis
        start: "2026-12-04 22:00"
        end: "2026-12-05 01:30"
        place: Plein
        """,
    "data/activities/koffie.yml": """\
        name: Koffie op maandag
        organisation: huis
        start: "2026-11-02 10:00"
        end: "2026-11-02 12:00"
        repeats: {every: week, until: 2027-04-26}
        place: Zaal
        """,
    "data/activities/altijd.yml": """\
        name: Altijd op dinsdag
        organisation: huis
        start: "2026-11-03 10:00"
        repeats: {every: week}
        place: Zaal
        """,
}


def edition(root: Path) -> Scratch:
    """The edition, in a folder of its own."""
    scratch = Scratch(root)
    scratch.write("mkdocs.yml", SETTINGS)
    for path, content in RECORDS.items():
        scratch.write(path, content)
    return scratch
