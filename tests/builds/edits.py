"""Random edits of an edition, as editors and time make them: each leaves an edition that may or may not have faults."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml
from hypothesis import strategies as st

from generator.engine import front
from generator.model.kinds import KINDS
from tests.editions import TODAY

Draw = Callable[[st.SearchStrategy[Any]], Any]

PLACES = ("stein", "beek")
HELP = ("informatie-en-advies", "praktische-hulp", "vervangende-zorg", "emotionele-steun")
SITUATIONS = ("het-wordt-te-veel", "dementie", "even-tussenuit", "jong-en-zorgen")
AUDIENCE = ("mantelzorgers", "jonge-mantelzorgers", "beroepskrachten", "naasten")
IDS = tuple(f"proef-{letter}" for letter in "abc")
SQUARES = [
    '{"type": "Polygon", "coordinates": '
    f"[[[5.7, 50.9], [5.{size}, 50.9], [5.{size}, 51.0], [5.7, 51.0], [5.7, 50.9]]]}}"
    for size in (95, 97, 99)
]
"""Around places of each municipality that a boundary may be given to."""
TERMS = (
    ("help", HELP[0]), ("situations", SITUATIONS[0]), ("audience", AUDIENCE[0]), ("themes", "dementie"),
    ("party_kinds", "welzijn"), ("conditions", "relatie"),
)  # fmt: skip
WORDS = st.sampled_from(["Soep", "Samen aan tafel", "Een uur rust", "De buurt & wij", "Naar buiten", "Wie helpt wie?"])
DAYS = st.sampled_from(["2024", "2025-11-23", "2025-12-01", "2026-05", "2026-11-01", "onbekend"])
AREA = st.sampled_from([["stein"], ["beek"], ["stein", "beek"], "landelijk"])


@dataclass
class Place:
    """An edition that is edited, and the day it is there."""

    root: Path
    today: date = TODAY
    told: list[str] = field(default_factory=list)
    """What was done, for who reads a failure."""

    def records(self, *kinds: str) -> list[Path]:
        """The record files of the edition itself, of these kinds or all."""
        rows = [KINDS[kind] for kind in kinds or KINDS]
        return sorted(path for row in rows for path in (self.root / row.folder).rglob(f"*{row.ending}"))

    def write(self, path: str, content: str) -> None:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, "utf-8")


def read(file: Path) -> tuple[Any, str]:
    """What a record says, every scalar as text, and the text below its front matter."""
    text = file.read_text("utf-8")
    body = ""
    if file.suffix == ".md":
        _, text, body = text.split("---\n", 2)
    return yaml.load(text, Loader=yaml.BaseLoader), body


def save(file: Path, data: Any, body: str = "") -> None:
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"---\n{text}---\n{body}" if file.suffix == ".md" else text, "utf-8")


def some(*values: str) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(values), unique=True, max_size=2)


OFFERING: Mapping[str, st.SearchStrategy[Any]] = {
    "name": WORDS, "summary": WORDS, "description": WORDS, "first_step": WORDS,
    "help": some(*HELP), "situations": some(*SITUATIONS), "audience": some(*AUDIENCE), "area": AREA,
    "where": some("thuis", "locatie", "telefoon", "online"), "status": st.sampled_from(["active", "paused", "ended"]),
    "visible": st.sampled_from([{"from": "2026-11-24"}, {"until": "2026-11-23"}, {"from": "2026", "until": "2027"}]),
    "waiting_time": st.sampled_from(["geen", "een week", "drie maanden"]),
    "wait": st.sampled_from(["geen", "1 week", "4-6 weken", "meer dan 1 jaar"]),
    "availability": st.sampled_from(
        [{"state": "full", "since": "2026-01"}, {"state": "open", "until": "2026-11-22"}, {"state": "waiting_list"}]
    ),
    "eligibility": WORDS,
    "languages": some("nl", "pl", "ngt"), "accessibility": some("rolstoel", "lift"),
    "cost": st.sampled_from([{"kind": "gratis"}, {"kind": "bijdrage", "amount": "12,50", "per": "keer"}]),
    "opening_hours": st.just([{"days": ["ma"], "from": "09:00", "to": "12:00"}]),
}  # fmt: skip
CHECKED = st.builds(lambda day: {"date": day, "source": "Website"}, DAYS)
TARGETS = st.sampled_from([[], ["steunpunt-stein"], ["hulp-in-de-streek/dagje-weg"], ["proef-a"], ["mantelzorgnl"]])
FIELDS: Mapping[str, Mapping[str, st.SearchStrategy[Any]]] = {
    "organisation": {
        "name": WORDS, "summary": WORDS, "area": AREA, "checked": CHECKED,
        "alternate_names": st.lists(WORDS, max_size=1),
        "refers_to": TARGETS, "status": st.sampled_from(["active", "paused", "ended"]), "languages": st.just(["nl"]),
        "kind": st.sampled_from(["welzijn", "steunpunt", "gemeente"]), "email": st.just("info@proef.example"),
        "phones": st.just([{"number": "0800 1234"}]),
        "address": st.just({"place": "Elsloo", "lat": "50.95", "lon": "5.77"}),
    },
    "municipality": {
        "places": st.lists(WORDS, max_size=2), "postcodes": st.just(["6171"]),
        "contact": st.sampled_from([{"organisation": "steunpunt-stein"}, {"email": "loket@proef.example"}, {}]),
        "theme": st.sampled_from([{"colours": {"accent": "#74255c"}}, {"dark": {"accent": "#e6a6d2"}}, {}]),
        "boundary": st.just("grens.geojson"), "formerly": st.sampled_from([[], ["oud-dorp"]]),
    },
    "network": {
        "name": WORDS, "summary": WORDS, "area": AREA, "themes": some("dementie", "jonge-mantelzorgers"),
        "members": st.lists(st.builds(
            lambda id, level: {"organisation": id, "level": level},
            st.sampled_from(["steunpunt-stein", "huiskamer-beek", "hulp-in-de-streek"]),
            st.sampled_from(["kennen", "samenwerken"]),
        ), max_size=2, unique_by=lambda member: member["organisation"]),
        "meetings": st.sampled_from([[], [{"start": "2026-11-23 10:00", "repeats": {"every": "maand"}}]]),
    },
    "activity": {
        "name": WORDS, "summary": WORDS, "area": AREA, "audience": some(*AUDIENCE), "place": WORDS,
        "start": st.sampled_from(["2026-11-22", "2026-11-24 10:00", "2027-03-01", "onbekend"]),
        "status": st.sampled_from(["active", "cancelled"]),
        "organisation": st.sampled_from(["steunpunt-stein", "proef-a"]),
    },
    "backpack": {
        "core_theme": WORDS, "design_question": WORDS, "year": st.just("2025"), "checked": CHECKED,
        "national": st.sampled_from([{}, {"tools": ["kijkglas"]}, {"known": ["proef-a"]}]),
    },
    "tool": {
        "name": WORDS, "summary": WORDS, "municipality": st.sampled_from(PLACES),
        "conditions": some("relatie", "proces"),
        "scale": some("micro", "macro"), "checked": CHECKED, "audience": some(*AUDIENCE),
    },
    "example": {
        "name": WORDS, "summary": WORDS, "municipality": st.sampled_from(PLACES), "participants": TARGETS,
        "result": WORDS, "steps": st.just([]), "checked": CHECKED,
    },
    "worksheet": {"name": WORDS, "summary": WORDS, "intro": WORDS, "audience": some(*AUDIENCE), "checked": CHECKED},
}  # fmt: skip
"""What an editor may change in a record of each kind."""

NEW: Mapping[str, Mapping[str, Any]] = {
    "organisation": {
        "name": "Proef", "summary": "Helpt mensen die zorgen.", "area": ["stein"],
        "website": "https://proef.example/",
        "checked": {"date": "2026-03", "source": "Website"},
        "offerings": [
            {"id": "een", "name": "Een hulp", "summary": "Wat het is.", "first_step": "Bel.", "help": [HELP[0]]},
        ],
    },
    "municipality": {"name": "Beekdaelen"},
    "network": {"name": "Proeftafel", "area": ["stein"], "members": []},
    "activity": {"name": "Proefkoffie", "organisation": "steunpunt-stein", "start": "2026-12-01", "place": "Hier"},
    "backpack": {"municipality": "stein", "core_theme": "Proef", "design_question": "Hoe?"},
    "tool": {"name": "Proeftool", "summary": "Om te proberen.", "scope": "lokaal"},
    "example": {"name": "Proefverhaal", "summary": "Hoe het ging.", "scope": "landelijk"},
    "worksheet": {
        "name": "Proefblad", "summary": "Om in te vullen.",
        "sections": [{"id": "een", "name": "Een", "fields": [{"id": "naam", "kind": "text", "label": "Naam?"}]}],
    },
}  # fmt: skip


def change(place: Place, draw: Draw) -> str:
    """Change a field of some record, or of an offering in it."""
    kind = draw(st.sampled_from(sorted(FIELDS)))
    file = draw(st.sampled_from(place.records(kind) or place.records()))
    kind = next(id for id, row in KINDS.items() if file.is_relative_to(place.root / row.folder))
    data, body = read(file)
    held, fields = data, FIELDS.get(kind, {})
    if kind == "organisation" and data.get("offerings") and draw(st.booleans()):
        held, fields = draw(st.sampled_from(data["offerings"])), OFFERING
    name = draw(st.sampled_from(sorted(fields)))
    held[name] = draw(fields[name])
    if held[name] in ({}, []):
        del held[name]
    if name == "boundary":
        (file.parent / "grens.geojson").write_text(draw(st.sampled_from(SQUARES)), "utf-8")
    save(file, data, body)
    return f"change {file.name} {name}: {held.get(name)}"


def add(place: Place, draw: Draw) -> str:
    """Add a record of some kind."""
    kind = draw(st.sampled_from(sorted(NEW)))
    id = "beekdaelen" if kind == "municipality" else draw(st.sampled_from(IDS))
    row = KINDS[kind]
    begins = row.begins.format(id=id, municipality=draw(st.sampled_from(PLACES)))
    file = place.root / row.folder / f"{begins}{row.ending}"
    data = {**NEW[kind]}
    if kind == "backpack":
        data["municipality"] = file.parent.name
    save(file, data, "Een verhaal over hulp-in-de-streek en de Proef.\n" if row.ending == ".md" else "")
    return f"add {file.relative_to(place.root)}"


def delete(place: Place, draw: Draw) -> str:
    """Take a record away."""
    file = draw(st.sampled_from(place.records()))
    file.unlink()
    return f"delete {file.name}"


def rename(place: Place, draw: Draw) -> str:
    """Give a record another id, with or without a word of the old one."""
    file = draw(st.sampled_from(place.records()))
    other = file.with_stem(draw(st.sampled_from(["ander-een", "ander-twee"])))
    data, body = read(file)
    if isinstance(data, dict) and draw(st.booleans()):
        data["formerly"] = [*data.get("formerly", ()), file.stem]
        save(file, data, body)
    file.rename(other)
    return f"rename {file.name} {other.name} {'formerly' if isinstance(data, dict) and 'formerly' in data else ''}"


def offering(place: Place, draw: Draw) -> str:
    """Add an offering to an organisation, take one away, or rename one."""
    file = draw(st.sampled_from(place.records("organisation")))
    data, _ = read(file)
    held = data.setdefault("offerings", [])
    what = draw(st.sampled_from(["add", "delete", "rename"]))
    if what == "add" or not held:
        id = draw(st.sampled_from(["een", "twee", "drie"]))
        held.append(
            {"id": id, "name": draw(WORDS), "summary": draw(WORDS), "help": draw(some(*HELP)), "first_step": "Bel."}
        )
    elif what == "delete":
        held.pop()
    else:
        held[0] |= {"id": "anders", "formerly": [held[0]["id"]]} if held[0]["id"] != "anders" else {}
    save(file, data)
    return f"offering {what} {file.name}"


def words(place: Place, draw: Draw) -> str:
    """Add to a vocabulary, or say otherwise what a national term is called."""
    name, id = draw(st.sampled_from(TERMS))
    term = {"id": draw(st.sampled_from([id, "eigen-term"])), "label": draw(WORDS), "synonyms": [draw(WORDS)]}
    save(place.root / f"data/vocabularies/{name}.yml", [term])
    return f"words {name} {term}"


def prose(place: Place, draw: Draw) -> str:
    """Write a page, or take one away."""
    name = draw(st.sampled_from(["over", "klopt-er-iets-niet", "voor-professionals", "uitleg/meer"]))
    place.write(f"content/{name}.md", f"# {draw(WORDS)}\n\n{draw(WORDS)}\n")
    return f"prose {name}"


def template(place: Place, draw: Draw) -> str:
    """Let the edition have a fragment of its own, or another one than before."""
    name = draw(st.sampled_from(["fragments/organisation.html", "fragments/listing.html", "components/card/card.html"]))
    place.write(f"overrides/{name}", (front() / name).read_text("utf-8") + f"<p>{draw(st.integers(0, 3))}</p>\n")
    return f"template {name}"


def day(place: Place, draw: Draw) -> str:
    """Let time go by, or turn it back."""
    place.today += timedelta(days=draw(st.sampled_from([1, 2, 9, 31, 370, -1, -30])))
    return f"day {place.today}"


def earlier(place: Place, draw: Draw) -> str:
    """Keep what was counted before."""
    row = "steunpunt-stein/gesprek;Gesprek;Steunpunt van Stein;informatie-en-advies;lokaal"
    name = draw(st.sampled_from(["2025", "2026-05"]))
    place.write(f"data/coverage/stein/{name}.csv", f"aanbod;naam;organisatie;soort_id;bereik\n{row}\n")
    return f"earlier {name}"


EDITS: Mapping[str, Callable[[Place, Draw], str]] = {
    edit.__name__: edit for edit in (change, add, delete, rename, offering, words, prose, template, day, earlier)
}
