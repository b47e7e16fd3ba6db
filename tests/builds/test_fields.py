"""Every field of the model that Lindedal fills in can be read on a page: nothing is asked of editors for nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any

import pytest

from generator import urls
from generator.building.loading import load
from generator.catalogue.catalogue import Catalogue
from generator.edition import Edition
from generator.model.anatomy import anatomy
from generator.model.kinds import models
from generator.model.knowledge import Backpack
from generator.model.organisation import Organisation
from generator.model.part import Part
from generator.model.parts import Address
from generator.texts.spoken import text
from generator.values import countries, dates, phones
from generator.views.pieces.room import waiting
from tests.editions import LINDEDAL, TODAY
from tests.webpage import Webpage, finished, one_line

LABELS = {
    "help": "help",
    "situations": "situations",
    "audience": "audience",
    "languages": "languages",
    "accessibility": "accessibility",
    "themes": "themes",
    "level": "ladder",
    "wanted_level": "ladder",
    "conditions": "conditions",
    "steps": "steps",
    "condition": "conditions",
}
"""Fields that hold ids of terms, with their vocabulary: a page shows the term's label."""

RECORDS = {
    "organisation": "organisaties",
    "refers_to": "organisaties",
    "tools": "tools",
    "examples": "praktijkvoorbeelden",
    "worksheet": "werkbladen",
}
"""Fields that hold ids of records: a page leads to the record's own page."""

WORDS = {
    ("where", "thuis"): "Komt bij u thuis", ("where", "locatie"): "Op een vaste plek",
    ("where", "telefoon"): "Via de telefoon", ("where", "online"): "Online",
    ("cost", "gratis"): "Gratis", ("cost", "bijdrage"): "Eigen bijdrage", ("cost", "betaald"): "Kost geld",
    ("cost", "vergoed"): "Wordt vergoed", ("cost", "inkomensafhankelijk"): "Prijs naar inkomen",
    ("law", "wmo"): "Wmo (Wet maatschappelijke ondersteuning)", ("law", "wlz"): "Wlz (Wet langdurige zorg)",
    ("law", "zvw"): "Zvw (Zorgverzekeringswet)", ("law", "jeugdwet"): "Jeugdwet",
    ("law", "geen"): "Hoort niet bij een wet",
    ("referral", True): "hebt een verwijzing nodig.", ("referral", False): "hebt geen verwijzing nodig.",
    ("indication", True): "hebt een indicatie of besluit nodig.",
    ("indication", False): "hebt geen indicatie nodig.",
    ("by_appointment", True): "op afspraak", ("always", True): "dag en nacht",
    ("by_appointment", False): "", ("always", False): "",
    ("holidays", False): "Niet op feestdagen", ("holidays", True): "ook op feestdagen",
    ("school_holidays", "nee"): "niet in schoolvakanties", ("school_holidays", "ja"): "ook in schoolvakanties",
    ("school_region", "midden"): "regio Midden", ("status", "cancelled"): "Gaat niet door", ("status", "full"): "Vol",
    ("start", "onbekend"): "Vraag wanneer het is", ("every", "jaar"): "Elk jaar",
    ("every", "week"): "", ("every", "maand"): "",  # said with the days
    ("interval", 2): "Om de week", ("interval", 3): "Elke 3 maanden", ("interval", 6): "Elke 6 weken",
    ("status", "active"): "", ("status", "paused"): "nu even niet", ("status", "ended"): "is gestopt.",
    ("scope", "lokaal"): "Lokaal", ("scope", "landelijk"): "Landelijk",
    ("fictional", True): "De gemeente Lindedal bestaat niet",
    ("public", False): "Het precieze adres staat niet op de site.", ("public", True): "",
    ("area", "landelijk"): "heel Nederland",
}  # fmt: skip
"""Choices and the words a page has for them."""

DAYS = {"ma": "maandag", "di": "dinsdag", "wo": "woensdag", "do": "donderdag", "vr": "vrijdag",
        "za": "zaterdag", "zo": "zondag"}  # fmt: skip

NTH = {"1e": "eerste", "2e": "tweede", "3e": "derde", "4e": "vierde", "laatste": "laatste"}

UNUSED = {"Municipality.code", "Municipality.country", "Organisation.replaces_reason", "Amendment.private_reason"}
"""A fictional municipality has no code, Lindedal is in the Netherlands, and what is made up replaces nothing real nor
needs a mobile number."""


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """All of Lindedal, as its pages are made of it."""
    loaded = load(Edition.at(LINDEDAL / "mkdocs.yml"), TODAY)
    assert loaded.catalogue is not None
    return loaded.catalogue


@pytest.fixture(scope="module")
def pages(lindedal: Path) -> dict[str, Webpage]:
    """Every page of Lindedal."""
    return finished(lindedal)


class Shown:
    """The pages that should show a record: their words, and everything in their elements."""

    def __init__(self, pages: list[Webpage]) -> None:
        self.pages = pages
        attributes = (value for page in pages for e in page.elements for value in e.attributes.values())
        self.text = one_line(" ".join([page.text for page in pages])).casefold()
        self.attributes = "\n".join(attributes)
        self.html = "\n".join(page.html for page in pages)

    def says(self, words: str) -> bool:
        return one_line(words).casefold() in self.text

    def leads_to(self, address: str) -> bool:
        targets = (page.target(link) for page in self.pages for link in page.links())
        return any(found is not None and found[0] == f"{address}/index.html" for found in targets)


def walk(part: Part, path: str = "") -> Iterator[tuple[str, str, Part, str, Any]]:
    """(path, Model.field, the part it is of, field, value) of every single value that a record gives."""
    for name in type(part).model_fields:
        value = getattr(part, name)
        if value is None or name not in part.model_fields_set or name == "offerings":
            continue
        for number, item in enumerate(value if isinstance(value, tuple) else (value,)):
            where = f"{path}.{name}[{number}]" if isinstance(value, tuple) else f"{path}.{name}"
            if isinstance(item, Part):
                yield from walk(item, where)
            else:
                yield where, f"{type(part).__name__}.{name}", part, name, item


def blocks(text: str) -> Iterator[str]:
    """The paragraphs, list items, cells and headings of a Markdown text, without their signs."""
    for block in re.split(r"\n[> ]*\n|\n(?=\s*(?:[-*]|\d+\.) )|\s*\|[\s|]*", text):
        words = re.sub(r"^\s*(?:[-*]|\d+\.|#+|>)\s+", "", block.strip())
        words = re.sub(r"\[([^\]]+)\]\([^)]+\)", r"\1", words)
        if words.strip("-: \n"):
            yield one_line(re.sub(r"[*_`]{1,2}([^*_`]+)[*_`]{1,2}", r"\1", words))


def months_in(day: str) -> str:
    """A day in the year as `in_words` has it, in whatever year."""
    return dates.in_words(f"2028-{day}").removesuffix(" 2028")


def is_shown(field: str, part: Part, name: str, value: Any, shown: Shown, catalogue: Catalogue) -> bool:
    """Whether the pages of a record show one of its values, in the form that readers get it."""
    if (name, value) in WORDS or (field == "Cost.kind" and ("cost", value) in WORDS):
        return shown.says(WORDS.get((name, value)) or WORDS.get(("cost", value), ""))
    if field in ("FormField.steps", "FormField.rows", "Repeat.least", "Repeat.most", "Repeat.advised"):
        return True  # tests/browser/test_worksheets.py sees these in the form
    if field in ("FormField.help", "WorksheetSection.help", "FormField.kind", "WorksheetSection.condition"):
        told = {"FormField.kind": f'data-kind="{value}"', "WorksheetSection.condition": f"condition&#34;:&#34;{value}"}
        return told[field] in shown.html if field in told else all(shown.says(words) for words in blocks(value))
    if field == "FormField.text":
        return all(shown.says(words) for words in re.split(r"\{[a-z-]+\}", value))
    if field == "Option.leads_to":
        return shown.leads_to(f"lindedal/hulp/{value}")
    if name in LABELS or field in ("Organisation.kind", "Tool.kind"):
        vocabulary = LABELS.get(name) or {"Organisation.kind": "party_kinds", "Tool.kind": "tool_kinds"}[field]
        return shown.says(catalogue.vocabularies[vocabulary].label(value))
    if name in RECORDS and field != "Source.organisation":
        return shown.leads_to(f"{RECORDS[name]}/{value}")
    if field in ("Local.situation", "Local.known", "National.known", "Network.core_group", "Example.participants"):
        folders = ("organisaties", "netwerken", "tools", "praktijkvoorbeelden")
        return shown.says(value) or any(shown.leads_to(f"{folder}/{value}") for folder in folders)
    if name in ("area", "municipality"):
        return shown.says(catalogue.country[value].name)
    if isinstance(part, Address) and not part.public:
        secret = f"{part.street} {value}" if name == "number" else str(value)
        return shown.says(value) if name == "place" else secret not in shown.html
    if name in ("lat", "lon"):
        return str(value) in shown.html
    if field in ("Season.from_day", "Season.until"):
        return shown.says(months_in(value))
    if field in ("Closing.begins", "Closing.to") and ":" in value:
        return shown.says(f"{value.lstrip('0').replace(':', '.')} uur")
    if field == "Activity.dates":
        day, _, time = value.partition(" ")
        said = dates.in_words(day).rsplit(" ", 1)[0]  # the year may stand once for all of them
        return shown.says(said) and shown.says(time.removeprefix("0").replace(":", "."))
    if (
        name
        in (
            "date",
            "seen",
            "since",
            "from_date",
            "until",
            "paused_until",
            "dates",
            "skipped",
            "merger_date",
        )
        or field == "Closing.begins"
    ):
        return shown.says(dates.in_words(value) if value != "onbekend" else "zonder datum")
    if name == "days":
        *position, day = value.split()
        if position:
            return shown.says(NTH[position[0]]) and shown.says(f"{DAYS[day]} van de maand")
        days = [DAYS[day] for day in part.days]  # type: ignore[attr-defined]
        return shown.says("elke dag") if len(days) == 7 else shown.says(days[0]) and shown.says(days[-1])
    if name == "on":
        *position, day = value.split()
        return shown.says(" ".join([*(NTH[which] for which in position), DAYS[day]]))
    if name in ("start", "begins", "end"):
        day, _, time = value.partition(" ")
        again = part.repeats is not None  # type: ignore[attr-defined]
        says_day = again or shown.says(dates.in_words(day))
        return says_day and shown.says(time.removeprefix("0").replace(":", "."))
    if name in ("opens", "closes"):
        return shown.says(value.lstrip("0").replace(":", ".") if not value.startswith("00") else "0.00")
    if name in ("from_age", "to_age"):
        said = rf"\b{value}\b[a-z ]*(?:\d+ )?jaar" if value.isdigit() else value
        return re.search(said, shown.text) is not None
    if field == "Cost.amount":
        amounts = [
            f"€ {one.removeprefix('vanaf ').replace('.', ',').removesuffix(',00')}" for one in value.split(" - ")
        ]
        return shown.says(" tot ".join(amounts))
    if field == "Offering.wait":
        return shown.says("geen wachttijd" if value == "geen" else waiting(value))
    if field == "Availability.state":
        return shown.says(text("interface", "room", "state", value)) or shown.says("vraag het na")
    if name == "country":
        return shown.says(countries.name(value))
    if name == "whatsapp":
        return shown.says(value) and phones.whatsapp(value) in shown.attributes
    if name in ("website", "url", "chat"):
        return escape(value, quote=False) in shown.html and value in shown.attributes
    if name == "email":
        return f"mailto:{value}" in shown.attributes
    if name == "logo":
        return f"/{value}" in shown.attributes
    if name == "boundary":
        return any(page.all("path") for page in shown.pages)
    return all(shown.says(words) for words in blocks(str(value)) if words not in Backpack.SECTIONS.values())


def records_of(catalogue: Catalogue, pages: dict[str, Webpage]) -> Iterator[tuple[str, Part, Shown]]:
    """Every record of Lindedal itself with the pages that should show it."""
    site = Shown(list(pages.values()))
    groups: list[tuple[str, Any]] = [
        ("organisaties/{}", catalogue.organisations), ("netwerken/{}", catalogue.networks),
        ("tools/{}", catalogue.tools), ("praktijkvoorbeelden/{}", catalogue.examples),
        ("werkbladen/{}", catalogue.worksheets),
    ]  # fmt: skip
    for address, entries in groups:
        for entry in entries.values():
            if not entry.file.startswith("national/"):
                own = address.format(entry.id)
                yield entry.id, entry.record, Shown([pages[f"{own}/index.html"]])
                for offering in getattr(entry.record, "offerings", ()):
                    if (path := f"{own}/{offering.id}/index.html") in pages:
                        yield f"{entry.id}/{offering.id}", offering, Shown([pages[path]])
    agenda = Shown([pages["lindedal/agenda/index.html"]])
    for id, entry in catalogue.activities.items():
        if not entry.file.startswith("national/"):
            yield id, entry.record, agenda
    for id, entry in catalogue.of("amendment").items():
        own = [path for path in pages if path.startswith(f"organisaties/{id}/")]
        yield id, entry.record, Shown([pages[path] for path in own])
    for key, entry in catalogue.backpacks.items():
        yield key, entry.record, Shown([pages[key.replace("/", "/kennisrugzak/", 1) + "/index.html"]])
    for id, entry in catalogue.municipalities.items():
        yield id, entry.record, site


TO_BEGIN = ("first_step", "access", "opening_hours", "phones", "email", "website", "languages", "accessibility")
"""What nobody needs to know of what is over: how and when to begin there."""


def is_gone(id: str, record: Part, catalogue: Catalogue) -> bool:
    """Whether a record is of what has ended or is over."""
    if id in catalogue.offers:
        offer = catalogue.offers[id]
        return catalogue.begun(offer) and not catalogue.current(offer)
    return isinstance(record, Organisation) and record.status == "ended"


def test_every_value_of_every_record_can_be_read(catalogue: Catalogue, pages: dict[str, Webpage]) -> None:
    """Each word, number and choice stands on the record's own pages, in the form that readers get it."""
    missing: list[str] = []
    count = 0
    for id, record, shown in records_of(catalogue, pages):
        gone = is_gone(id, record, catalogue)
        for path, field, part, name, value in walk(record):
            if gone and path.removeprefix(".").split(".")[0].split("[")[0] in TO_BEGIN:
                continue
            if name not in ("formerly", "id", "colours", "dark"):  # each has a test of its own
                count += 1
                if not is_shown(field, part, name, value, shown, catalogue):
                    missing.append(f"{id}{path} ({field}): {value!r}")
    assert count > 3500
    assert not missing, f"{len(missing)} van {count}:\n" + "\n".join(missing[:40])


def test_every_field_of_the_model_is_among_them(catalogue: Catalogue, pages: dict[str, Webpage]) -> None:
    """A field that Lindedal doesn't use would be a field that no test has seen on a page."""
    used = {field for _, record, _ in records_of(catalogue, pages) for _, field, *_ in walk(record)}
    used |= {
        f"Term.{name}"
        for vocabulary in catalogue.vocabularies.values()
        for t in vocabulary
        for name in t.model_fields_set
    }
    simple = {
        f"{model.__name__}.{field.name}" for model in models() for field in anatomy(model).fields if not field.part
    }
    assert simple - used == UNUSED


def test_every_former_name_leads_on(catalogue: Catalogue, pages: dict[str, Webpage]) -> None:
    """Lindedal renamed one of every kind of record."""
    old = {
        f"{address}{former}/index.html": f"{address}{id}/index.html"
        for address, entries in (("organisaties/", catalogue.organisations), ("netwerken/", catalogue.networks),
                                 ("tools/", catalogue.tools), ("praktijkvoorbeelden/", catalogue.examples),
                                 ("werkbladen/", catalogue.worksheets),
                                 ("", catalogue.municipalities))
        for id, entry in entries.items()
        for former in entry.facts.formerly
    }  # fmt: skip
    for id, entry in catalogue.organisations.items():
        for offering in entry.record.offerings:
            for former in offering.formerly:
                old[f"organisaties/{id}/{former}/index.html"] = f"organisaties/{id}/{offering.id}/index.html"
    for key, backpack in catalogue.backpacks.items():
        folder = key.split("/")[0]
        for former in backpack.facts.formerly:
            new = f"{folder}/kennisrugzak/{key.split('/')[1]}/index.html"
            old[f"{folder}/kennisrugzak/{former}/index.html"] = new
    assert len(old) > 10
    for path, new in old.items():
        page = pages[path]
        link = page.all("meta", http_equiv="refresh")[0].attributes["content"].partition("url=")[2]
        assert page.target(link) == (new, ""), path


def test_a_municipality_wears_its_own_colours(catalogue: Catalogue, pages: dict[str, Webpage], lindedal: Path) -> None:
    """Each colour is in its own stylesheet, light and dark, and every page loads that one after the common one."""
    theme = catalogue.municipalities["lindedal"].record.theme
    assert theme is not None
    light, dark = (lindedal / "assets/thema-lindedal.css").read_text("utf-8").split("(prefers-color-scheme: dark)")
    for part, colours in ((light, theme.colours), (dark, theme.dark)):
        assert len(colours) == 8
        for name, value in colours.items():
            assert f"--{name}: {value};" in part
    for page in pages.values():
        sheets = [element.attributes["href"].rsplit("/", 1)[-1] for element in page.all("link", rel="stylesheet")]
        sheets = [sheet for sheet in sheets if sheet != Path(urls.PROFESSIONAL_SHEET).name]
        assert sheets[-2:] == ["mantelkaart.css", "thema-lindedal.css"], page


def test_an_edition_s_own_terms_have_a_label_and_a_page(catalogue: Catalogue, pages: dict[str, Webpage]) -> None:
    """Lindedal added a kind of help: it stands under its parent, with its explanation and its offers."""
    own = catalogue.vocabularies["help"]["huisdieren"]
    page = pages["lindedal/hulp/huisdieren/index.html"]
    assert page.all("h1")[0].text == own.label
    assert own.explanation and own.explanation in page.text
    assert own.parent == "dagelijks-leven"
    parent = pages["lindedal/hulp/dagelijks-leven/index.html"]
    assert own.label in [heading.text for heading in parent.all("h2")]
    theme = catalogue.vocabularies["themes"]["nabuurschap"]
    assert theme.label in pages["praktijkvoorbeelden/index.html"].text
