"""An edition in which every text of every record tries to do harm: what an ill-meaning editor could write at most."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from generator.model.activity import Activity
from generator.model.anatomy import Field, anatomy
from generator.model.hours import Closing, OpeningHours, Slot
from generator.model.kinds import models
from generator.model.knowledge import Backpack, Example, Tool
from generator.model.municipality import Municipality
from generator.model.network import Network
from generator.model.organisation import Organisation
from generator.model.part import Part
from generator.model.vocabulary import Term
from generator.model.worksheet import Worksheet
from generator.validation.rules.worksheet import ONCE

ATTACKS = (
    "<script>window.pwned=1</script>",
    "<img src=x onerror=window.pwned=1 data-kwaad>",
    '"><svg/onload=window.pwned=1 data-kwaad><b x="',
    "' autofocus tabindex=1 onfocus=window.pwned=1 data-kwaad x='",
    "</script><script>window.pwned=1</script>",
    "{{7*7}} {% include 'main.html' %} ${7*7} <%= 7*7 %> {{ config }}",
    "[klik](&#106;avascript:window.pwned=1) [klik](JaVaScRiPt&colon;window.pwned=1)",
    "<style>*{display:none!important}</style><link rel=stylesheet href=//evil.example/a.css>",
    "<iframe srcdoc='<script>parent.pwned=1</script>' data-kwaad></iframe><base href=//evil.example/>",
    '![x](http://evil.example/x.png) ![x](https://evil.example/y.png"onerror="window.pwned=1)',
    "\u2063content\u2063 \u2063head\u2063 \ue000 \u200b\ufeff <!-- --!> ]]> <![CDATA[ <?php ?>",
    "&lt;script&gt;window.pwned=1&lt;/script&gt; &#60;img src=x onerror=window.pwned=1 data-kwaad&#62;",
    "--></title></textarea></style></noscript><script>window.pwned=1</script><p data-kwaad>",
    "<a href=javascript:window.pwned=1 onclick=window.pwned=1 data-kwaad>druk</a> javascript:window.pwned=1",
)
"""Each fits in the shortest text of the model."""

LONG = "\n\n".join([
    *ATTACKS,
    "[a][kwaad] [b][data]",
    "[kwaad]: &#x6A;avascript:window.pwned=1\n[data]: data&#58;text/html,<script>pwned=1</script>",
    "```html\n<script>window.pwned=1</script>\n```",
    "<details open ontoggle=window.pwned=1 data-kwaad>",
    "# <script>window.pwned=1</script>",
    "| <b data-kwaad> | \"> |\n| --- | --- |\n| <svg onload=window.pwned=1> | x |",
    "<https://evil.example/\"onmouseover=\"window.pwned=1> www.evil.example/\"onmouseover=\"window.pwned=1",
    "- [ ] <input autofocus onfocus=window.pwned=1 data-kwaad>",
])  # fmt: skip
"""For texts that may be long: all of it at once, with what only Markdown can do."""

VALUES: dict[str, Any] = {
    "Checked.date": "2026-10", "Slot.days": ["ma"], "Slot.opens": "09:00", "Slot.closes": "17:00",
    "Slot.interval": "2", "Slot.by_appointment": "nee", "Slot.holidays": "ja", "Slot.school_holidays": "ja",
    "Period.from_date": "2026-12-07", "Period.until": "2027-12-01", "Season.from_day": "04", "Season.until": "09-30",
    "Closing.begins": "2026-12-24", "Closing.until": "2027-01-03", "OpeningHours.school_region": "zuid",
    "PhoneLine.number": "0800 000 0101",
    "Address.postcode": "6171 AB", "Address.lat": "50.97", "Address.lon": "5.77", "Address.public": "ja",
    "Location.postcode": "6171 AB", "Location.lat": "50.97", "Location.lon": "5.77", "Location.public": "ja",
    "Location.country": "NL", "Address.country": "Nederland", "Offering.whatsapp": "085 000 01 12", "Offering.chat": "https://kwaad.example/chat",
    "Activity.whatsapp": "085 000 01 12", "Activity.chat": "https://kwaad.example/chat",
    "Organisation.whatsapp": "085 000 01 12", "Organisation.chat": "https://kwaad.example/chat",
    "Identifiers.kvk": "00000001", "Identifiers.agb": "00000001", "Ages.from_age": "4", "Ages.to_age": "99",
    "Cost.kind": "betaald", "Cost.amount": "12,50", "Access.referral": "ja", "Access.indication": "nee",
    "Cost.per": "rit", "Availability.state": "full", "Availability.since": "2026-10", "Availability.until": "2027-01",
    "Offering.wait": "4-6 weken", "Offering.postcodes": ["6171"],
    "Offering.languages": ["kwaad-{n}"], "Offering.accessibility": ["kwaad-{n}"],
    "Visible.from_date": "2026-01", "Visible.until": "2027-01",
    "Offering.id": "aanbod", "Offering.help": ["kwaad-{n}"], "Offering.situations": ["kwaad-{n}"],
    "Offering.audience": ["kwaad-{n}"], "Offering.where": ["thuis", "locatie", "telefoon", "online"],
    "Offering.area": ["kwaaddorp", "boosdorp"], "Offering.law": ["wmo"], "Offering.email": "info@kwaad.example",
    "Offering.website": "https://kwaad.example/", "Offering.status": "active", "Offering.formerly": ["oud"],
    "Organisation.area": ["kwaaddorp", "boosdorp"], "Organisation.kind": "kwaad-{n}",
    "Organisation.website": "https://kwaad.example/", "Organisation.email": "info@kwaad.example",
    "Organisation.languages": ["kwaad-{n}"], "Organisation.accessibility": ["kwaad-{n}"],
    "Organisation.refers_to": ["kwaad-0/aanbod", "kwaad-1"], "Organisation.status": "active",
    "Organisation.formerly": ["oud-{n}"],
    "Contact.organisation": "kwaad-2", "Contact.email": "loket@kwaad.example",
    "Contact.website": "https://kwaad.example/", "Urgent.website": "https://kwaad.example/",
    "Theme.colours": {"accent": "#74255c"}, "Theme.dark": {"accent": "#e6a6d2"},
    "Municipality.postcodes": ["6171"], "Municipality.fictional": "ja", "Municipality.formerly": ["oud-dorp"],
    "Municipality.merger_date": "2019-01-01", "Municipality.country": "NL",
    "Member.organisation": "kwaad-{n}", "Member.level": "kennen", "Member.wanted_level": "samenwerken",
    "Network.area": ["kwaaddorp", "boosdorp"], "Network.themes": ["kwaad-{n}"], "Network.scale": "meso",
    "Network.since": "2020", "Network.formerly": ["oud-{n}"],
    "Activity.organisation": "kwaad-{n}", "Activity.area": ["kwaaddorp", "boosdorp"],
    "Activity.begins": "2026-12-01 10:00", "Activity.end": "2026-12-01 12:00", "Activity.audience": ["kwaad-{n}"],
    "Activity.email": "info@kwaad.example", "Activity.website": "https://kwaad.example/", "Activity.status": "active",
    "Activity.formerly": ["oud-{n}"], "Meeting.start": "2026-12-01 10:00", "Meeting.end": "2026-12-01 12:00",
    "Repeats.every": "week", "Repeats.interval": "2", "Repeats.on": ["di"], "Repeats.until": "2027-12-01",
    "Repeats.skipped": ["2026-12-15"], "Repeats.holidays": "nee",
    "Local.situation": ["kwaad-{n}"], "Local.known": ["netwerk-{n}"], "Local.tools": ["tool-{n}"],
    "Local.examples": ["voorbeeld-{n}"], "National.known": ["kwaad-{n}"], "National.tools": ["tool-{n}"],
    "National.examples": ["voorbeeld-{n}"],
    "Source.url": "https://kwaad.example/", "Source.year": "2020", "Source.seen": "2026-10",
    "Backpack.municipality": "kwaaddorp", "Backpack.year": "2026", "Backpack.formerly": ["oud-{n}"],
    "Tool.scope": "lokaal", "Tool.conditions": ["kwaad-{n}"], "Tool.scale": ["micro"], "Tool.kind": "kwaad-{n}",
    "Tool.audience": ["kwaad-{n}"], "Tool.municipality": "kwaaddorp", "Tool.formerly": ["oud-{n}"],
    "Tool.worksheet": "blad-{n}",
    "Example.scope": "lokaal", "Example.municipality": "kwaaddorp", "Example.themes": ["kwaad-{n}"],
    "Example.conditions": ["kwaad-{n}"], "Example.scale": ["micro"], "Example.since": "2020",
    "Example.formerly": ["oud-{n}"], "Example.steps": ["kwaad-{n}"], "Tool.steps": ["kwaad-{n}"],
    "Term.id": "kwaad-{n}", "Term.discreet": "nee",
    "Worksheet.conditions": ["kwaad-{n}"], "Worksheet.scale": ["micro"], "Worksheet.audience": ["kwaad-{n}"],
    "Worksheet.formerly": ["oud-{n}"], "WorksheetSection.id": "deel", "WorksheetSection.condition": "kwaad-{n}",
    "FormField.id": "veld", "FormField.kind": "text", "FormField.steps": "5", "FormField.rows": "2",
    "FormField.seconds": "60", "Option.id": "keuze", "Option.leads_to": "kwaad-{n}", "Column.id": "kolom",
    "Repeat.least": "1", "Repeat.most": "4", "Repeat.advised": "2",
}  # fmt: skip
"""Values of fields that aren't free text: these have to be right."""

LEFT_OUT = {"Municipality.code", "Activity.dates", "Slot.dates", "Closing.date", "Closing.to", "Offering.address",
            "OpeningHours.holidays", "OpeningHours.school_holidays",
            "Municipality.boundary", "Theme.logo", "Term.parent",
            "Offering.paused_until", "Organisation.paused_until",
            "OpeningHours.by_appointment", "OpeningHours.always"}  # fmt: skip
"""What a fictional municipality can't have, what names a file, and what can't go with the rest."""

VOCABULARIES = ("help", "situations", "audience", "party_kinds", "languages", "accessibility", "themes", "conditions",
                "tool_kinds", "steps")  # fmt: skip


def fields() -> Iterator[tuple[type[Part], Field, str]]:
    """(model, field, `Model.field`) of everything a record may hold."""
    for part in models():
        for field in anatomy(part).fields:
            yield part, field, f"{part.__name__}.{field.name}"


def filled(part: type[Part], n: int) -> dict[str, Any]:
    """A record or a part of one with every field filled in, the texts with the n-th attack."""
    made: dict[str, Any] = {}
    for field in anatomy(part).fields:
        key, full = field.key, f"{part.__name__}.{field.name}"
        if full in LEFT_OUT:
            continue
        if full in VALUES:
            made[key] = numbered(VALUES[full], n)
            continue
        below, several = field.part, field.several
        if below is OpeningHours:
            made[key] = [filled(Slot, n), {"closed": [filled(Closing, n)]}, {"school_region": "zuid"}]
        elif below:
            made[key] = [filled(below, n)] if several else filled(below, n)
        else:
            assert field.longest, f"{full} needs a value"
            text = LONG if field.longest > 1000 else ATTACKS[n % len(ATTACKS)]
            made[key] = list(ATTACKS) if several else text
    return made


def numbered(value: Any, n: int) -> Any:
    """A value with the number of its record in it."""
    if isinstance(value, list):
        return [item.replace("{n}", str(n)) for item in value]
    return value.replace("{n}", str(n)) if isinstance(value, str) else value


class _Plain(yaml.SafeDumper):
    """Writes a thing twice where it stands twice."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def dumped(value: Any) -> str:
    """A value as YAML, with every text between quotes, so that no sign of it means anything."""
    return str(yaml.dump(value, Dumper=_Plain, allow_unicode=False, default_style='"', sort_keys=False, width=10_000))


def edition(folder: Path) -> Path:
    """Write the edition. Every record kind comes as often as there are attacks."""
    many = range(len(ATTACKS))

    def write(path: str, text: str) -> None:
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")

    def markdown(path: str, record: dict[str, Any]) -> None:
        body = record.pop("body")
        write(path, f"---\n{dumped(record)}---\n\n{body}\n")

    settings = {"site_name": ATTACKS[4] + ATTACKS[2], "site_url": "https://kwaad.example/", "docs_dir": "content",
                "theme": {"name": "material"}, "plugins": ["mantelkaart"]}  # fmt: skip
    write("mkdocs.yml", yaml.safe_dump(settings))
    for page in ("over", "privacy", "toegankelijkheid", "klopt-er-iets-niet", "voor-professionals"):
        write(f"content/{page}.md", f"# {page}\n\nGewone tekst.\n")
    logo = 'x" onerror="window.pwned=1" data-kwaad=".svg'
    # A picture that does something itself is refused before anything is built: `tests/validation/test_own_files.py`.
    write(f"content/{logo}", '<svg xmlns="http://www.w3.org/2000/svg"><title>onload=window.pwned=1</title></svg>')
    for n, id in ((2, "kwaaddorp"), (12, "boosdorp")):
        record = filled(Municipality, n)
        record["theme"]["logo"] = logo
        record["formerly"] = [f"oud-{id}"]
        write(f"data/municipalities/{id}.yml", dumped(record))
    for vocabulary in VOCABULARIES:
        write(f"data/vocabularies/{vocabulary}.yml", dumped([filled(Term, n) for n in many]))
    for n in many:
        write(f"data/organisations/kwaad-{n}.yml", dumped(organisation(n)))
        write(f"data/networks/netwerk-{n}.yml", dumped(filled(Network, n)))
        write(f"data/activities/activiteit-{n}.yml", dumped(filled(Activity, n)))
        markdown(f"content/tools/tool-{n}.md", filled(Tool, n))
        write(f"data/worksheets/blad-{n}.yml", dumped(worksheet(n)))
        markdown(f"content/praktijkvoorbeelden/voorbeeld-{n}.md", filled(Example, n))
        backpack = filled(Backpack, n)
        backpack["body"] = "\n\n".join(f"## {heading}\n\n{ATTACKS[n]}" for heading in Backpack.SECTIONS.values())
        markdown(f"content/kennisrugzak/kwaaddorp/rugzak-{n}.md", backpack)
    return folder


_OF_KIND: dict[str, tuple[str, ...]] = {
    "text": (), "long": (), "date": (), "list": ("rows",), "choice": ("options", "other"),
    "choices": ("options", "other"), "scale": ("low", "high", "steps"), "table": ("columns", "rows"),
    "tree": ("levels", "columns"), "composed": ("text", "seconds"), "rings": (), "chart": (),
}  # fmt: skip
"""Every kind of field with what it uses beside what all have."""


def worksheet(n: int) -> dict[str, Any]:
    """A worksheet with a field of every kind."""
    record = filled(Worksheet, n)
    section = record["sections"][0]
    whole = section["fields"][0]
    fields = []
    for kind, own in _OF_KIND.items():
        names = ("label", "help", "example", *own)
        fields.append({"id": kind, "kind": kind, **{name: whole[name] for name in names}})
        if kind == "composed":
            fields[-1]["text"] = whole["label"].replace("{", "").replace("}", "") + " {text} {long}"
    section["fields"] = [field for field in fields if field["kind"] not in ONCE]
    once = {"id": "eenmaal", "condition": section.pop("condition")}  # a chart counts what doesn't repeat
    record["sections"].append({**once, "name": section["name"], "help": section["help"], "fields": fields})
    return record


def organisation(n: int) -> dict[str, Any]:
    """An organisation that refers to others than itself."""
    record = filled(Organisation, n)
    record["refers_to"] = [path for path in record["refers_to"] if path.split("/")[0] != f"kwaad-{n}"]
    return record
