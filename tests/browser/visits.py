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
            whatsapp: 085 000 0112
            visible: {until: 2026-12-24}
          - id: voorjaar
            name: Voorjaarskuur
            summary: Fris beginnen.
            help: [gezelschap-en-activiteiten]
            where: [telefoon]
            first_step: Bel.
            whatsapp: 085 000 0112
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
    "data/organisations/opvang.yml": """\
        name: Stichting Schuilplek
        summary: Een bed voor wie weg moet bij partnergeweld.
        area: [zutphen]
        phones: [{number: 0800 0000}]
        checked: {date: 2026-11-01, source: Proef}
        offerings:
          - {id: bed, name: Een bed, summary: Bij huiselijk geweld., help: [praktische-hulp], first_step: Bel.}
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
    "data/activities/vakantie.yml": """\
        name: Vakantie voor twee
        organisation: huis
        start: "2026-12-04 16:00"
        end: "2026-12-06 15:00"
        repeats: {every: maand, until: 2027-02-28}
        place: Huisje
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


def long_words(root: Path) -> Scratch:
    """An edition that has a word too long for a small phone in every text that somebody may write."""
    scratch = Scratch(root)
    scratch.write("mkdocs.yml", SETTINGS.replace("Samen zorgen", LONG))
    for path, content in LONG_RECORDS.items():
        scratch.write(
            path.replace("lang-id", LONG.lower()), content.replace("LANG", LONG).replace("lang-id", LONG.lower())
        )
    return scratch


def long_pages(site: Path) -> list[str]:
    """One page of each kind in that edition."""
    id = LONG.lower()
    every = [
        "", "zutphen/", "zutphen/hulp/", "zutphen/hulp/geld-en-regelingen/", f"zutphen/hulp/#q={id}", "zutphen/a-z/",
        "zutphen/situatie/geldzorgen/", "zutphen/agenda/", "zutphen/en/", "zutphen/wegwijzer/partner/geld/",
        "zutphen/kennisrugzak/", f"zutphen/kennisrugzak/{id}/", f"zutphen/kennisrugzak/{id}/boekje/",
        "zutphen/netwerk/", "zutphen/dekking/", f"organisaties/{id}/", f"organisaties/{id}/{id}/", f"netwerken/{id}/",
        f"tools/{id}/", "tools/", f"praktijkvoorbeelden/{id}/", "praktijkvoorbeelden/", f"werkbladen/{id}/",
        "werkbladen/", "kennisrugzakken/", "rugzak/", "voor-professionals/", "klopt-er-iets-niet/",
    ]  # fmt: skip
    return [address for address in every if (site / address.split("#")[0] / "index.html").is_file()]


LONG_RECORDS = {
    "content/voor-professionals.md": "# LANG\n\nLANG en [LANG](https://LANG.example/LANG).\n\n- LANG\n",
    "data/municipalities/zutphen.yml": """\
        name: Zutphen
        places: [Zutphen, LANG]
        contact:
          organisation: lang-id
          phones: [{number: 0800 0000, label: LANG}]
          email: lang-id@lang-id.example
        urgent: {name: LANG, phones: [{number: 0800 0000, label: LANG}]}
        """,
    "data/municipalities/lochem.yml": "name: Lochem\n",
    "data/organisations/lang-id.yml": """\
        name: LANG
        summary: LANG.
        description: "LANG **LANG**. [LANG](https://lang-id.example/)"
        alternate_names: [LANG LANG]
        area: [zutphen, lochem]
        website: https://lang-id.example/lang-id/lang-id/
        email: lang-id@lang-id.example
        phones: [{number: 0800 0000, label: LANG, hours: [{days: [ma], from: "09:00", to: "10:00", note: LANG}]}]
        address: {street: LANG, number: "1", postcode: 7201 AA, place: LANG, lat: 52.14, lon: 6.2}
        opening_hours: [{days: [ma], from: "09:00", to: "10:00", note: LANG}]
        checked: {date: 2026-11-01, by: LANG, source: LANG}
        offerings:
          - id: lang-id
            name: LANG
            summary: LANG.
            description: LANG
            help: [geld-en-regelingen]
            situations: [geldzorgen]
            cost: {kind: bijdrage, amount: "2,50", note: LANG}
            access: {referral: nee, indication: nee, how: LANG}
            first_step: LANG.
            expect: LANG
            waiting_time: LANG
            local_note: LANG
            where: [locatie]
        """,
    "data/networks/lang-id.yml": """\
        name: LANG
        area: [zutphen, lochem]
        members: [{organisation: lang-id, role: LANG, level: kennen, wanted_level: samenwerken}]
        ambition: LANG
        rhythm: LANG
        chair: LANG
        core_group: [LANG]
        hours: LANG
        meetings: [{start: "2026-12-10 10:00", name: LANG, place: LANG}]
        """,
    "data/activities/lang-id.yml": """\
        name: LANG
        organisation: lang-id
        start: "2026-12-10 10:00"
        place: LANG
        summary: LANG
        description: LANG
        registration: LANG
        cost: {kind: bijdrage, amount: "2,50", note: LANG}
        """,
    "data/worksheets/lang-id.yml": """\
        name: LANG
        summary: LANG
        intro: LANG
        sections:
          - id: een
            name: LANG
            help: LANG
            fields:
              - {id: vraag, kind: text, label: LANG, help: LANG, example: LANG}
              - id: keus
                kind: choices
                label: LANG
                options: [{id: a, label: LANG}, {id: b, label: LANG}]
              - {id: zin, kind: scale, label: LANG, low: LANG, high: LANG, steps: 5}
              - {id: tabel, kind: table, label: LANG, columns: [{id: x, label: LANG}, {id: y, label: LANG}]}
        """,
    "content/tools/lang-id.md": """\
        ---
        name: LANG
        summary: LANG
        scope: landelijk
        duration: LANG
        group_size: LANG
        source: {organisation: LANG, url: "https://lang-id.example/lang-id", year: 2025}
        ---
        LANG

        | LANG | LANG |
        | --- | --- |
        | LANG | LANG |
        """,
    "content/praktijkvoorbeelden/lang-id.md": """\
        ---
        name: LANG
        summary: LANG
        scope: lokaal
        municipality: zutphen
        place: LANG
        ambition: LANG
        done: LANG
        result: LANG
        lessons: LANG
        tip: LANG
        participants: [LANG]
        ---
        LANG
        """,
    "content/kennisrugzak/zutphen/lang-id.md": """\
        ---
        municipality: zutphen
        core_theme: LANG
        design_question: LANG
        programme: LANG
        local: {situation: [lang-id], tools: [lang-id], examples: [lang-id]}
        ---
        ## Huidige situatie

        LANG
        """,
}
"""With `LANG` where a text belongs, and `lang-id` where an id does."""
