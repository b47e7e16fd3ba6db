"""Write a made-up edition of any size, the same one every time: `python -m tests.benchmarks.generate 1000 DIR`."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import yaml

from generator.editing import starters
from generator.national import layer as national
from generator.values.slugs import slug

TODAY = date(2026, 11, 15)
"""The day on which every benchmark takes place: records are dated before it."""

EPOCH = str(int(datetime(TODAY.year, TODAY.month, TODAY.day, 12, tzinfo=UTC).timestamp()))
"""The same as a value for `SOURCE_DATE_EPOCH`."""

SITE_URL = "https://bench.example/"
OFFERINGS = 3
REGIONAL = 0.05
MUNICIPALITIES = (
    "alkmaar", "almelo", "almere", "amersfoort", "apeldoorn", "arnhem", "assen", "barneveld", "beek", "breda", "delft",
    "deventer", "doetinchem", "dordrecht", "ede", "emmen", "enschede", "gouda", "groningen", "haarlem",
    "haarlemmermeer", "heerlen", "helmond", "hilversum", "hoorn", "houten", "kampen", "leeuwarden", "leiden",
    "lelystad", "maastricht", "meppel", "nijkerk", "nijmegen", "oss", "purmerend", "roermond", "roosendaal", "schiedam",
    "sittard-geleen", "stein", "tiel", "tilburg", "utrecht", "veenendaal", "venlo", "vlaardingen", "waalwijk",
    "zoetermeer", "zwolle",
)  # fmt: skip

_SITUATIONS = (
    "het-wordt-te-veel", "even-tussenuit", "dementie", "jong-en-zorgen", "werk-en-zorg", "geldzorgen",
    "psychische-kwetsbaarheid", "handicap-of-chronische-ziekte", "laatste-levensfase", "niet-meer-thuis",
    "na-het-overlijden",
)  # fmt: skip
_AUDIENCE = (
    "mantelzorgers", "jonge-mantelzorgers", "partners", "ouders", "ouderen", "volwassenen", "mensen-met-dementie",
    "mensen-met-een-beperking", "mensen-met-psychische-klachten", "nabestaanden", "inwoners",
)  # fmt: skip
_LANGUAGES = ("en", "de", "tr", "ar", "pl", "uk")
_ACCESS = (
    "rolstoel",
    "aangepast-toilet",
    "lift",
    "ringleiding",
    "parkeerplaats",
    "rustige-ruimte",
    "hulphond",
    "ov-dichtbij",
)
_WEEKS = (["ma", "di", "wo", "do", "vr"], ["ma", "wo", "vr"], ["di", "do"], ["wo"], ["za", "zo"], ["ma", "di"])
_TIMES = (("09:00", "17:00"), ("09:00", "12:30"), ("13:30", "16:30"), ("10:00", "15:00"), ("19:00", "21:30"))

Record = dict[str, Any]


class _Dumper(yaml.CSafeDumper):
    """Several lines of text stand as a block: as editors write it."""


def _text(dumper: _Dumper, value: str) -> yaml.Node:
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style="|" if "\n" in value else None)


_Dumper.add_representer(str, _text)


def dumped(record: Record) -> str:
    """A record as the text of its file."""
    text = yaml.dump(record, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10_000)
    return f"# yaml-language-server: $schema=../../schemas/organisation.json\n{text}"


def write_edition(
    folder: Path,
    count: int,
    seed: int = 1,
    municipalities: Sequence[str] = MUNICIPALITIES,
    phrases: Mapping[str, Any] | None = None,
) -> None:
    """Write an edition of `count` organisations, spread over these municipalities, into a new folder."""
    country = national.municipalities()
    files = dict(starters.edition(municipalities, TODAY))
    config = [line for line in files["mkdocs.yml"].splitlines() if "site_url" not in line]
    files["mkdocs.yml"] = "\n".join([*config, f"site_url: {SITE_URL}"]) + "\n"
    for number, id in enumerate(municipalities):
        contact = {
            "phones": [{"number": f"0800 000 {9000 + number}"}],
            "website": f"https://www.{id}.example/",
        }
        files[f"data/municipalities/{id}.yml"] = dumped({"name": country[id].name, "contact": contact})
    for path, record in records(count, seed, municipalities, phrases or known_phrases()):
        files[path] = dumped(record)
    made: set[Path] = set()
    for path, content in files.items():
        file = folder / path
        if file.parent not in made:
            file.parent.mkdir(parents=True, exist_ok=True)
            made.add(file.parent)
        file.write_text(content, "utf-8")


def known_phrases() -> dict[str, Any]:
    """The words that records are made of."""
    found: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "phrases.yml").read_text("utf-8"))
    return found


def records(
    count: int, seed: int, municipalities: Sequence[str], phrases: Mapping[str, Any]
) -> Iterator[tuple[str, Record]]:
    """(path, record) of each organisation."""
    made: dict[str, list[str]] = {}
    for number in range(count):
        # Each organisation has dice of its own, so that a larger edition begins with the smaller one.
        yield _Maker(Random(f"{seed}:{number}"), municipalities, phrases, made).organisation(number)


class _Maker:
    """Makes one organisation by throwing dice."""

    def __init__(
        self, dice: Random, municipalities: Sequence[str], phrases: Mapping[str, Any], made: dict[str, list[str]]
    ) -> None:
        self.dice = dice
        self.municipalities = municipalities
        self.phrases = phrases
        self.made = made
        """The ids of each municipality so far: whom an organisation can refer to."""

    def one(self, pool: str) -> Any:
        return self.dice.choice(self.phrases[pool])

    def some(self, options: Sequence[str], low: int, high: int) -> list[str]:
        return self.dice.sample(list(options), self.dice.randint(low, high))

    def chance(self, probability: float) -> bool:
        return self.dice.random() < probability

    def organisation(self, number: int) -> tuple[str, Record]:
        home = self.municipalities[number % len(self.municipalities)]
        known = national.municipalities()[home]
        place = self.dice.choice(known.places)
        kind, name, summary = self.one("organisations")
        name = name.format(place=place.name)
        name = f"{name} {self.one('names')}" if self.chance(0.6) else f"{self.one('names')}, {name}"
        id = f"{slug(name)[:60].strip('-')}-{number}"
        regional = self.chance(REGIONAL)
        record: Record = {"name": name, "kind": kind, "summary": summary.format(place=place.name)}
        if self.chance(0.85):
            record["description"] = self.description()
        if self.chance(0.15):
            record["alternate_names"] = [f"{self.one('names')} {known.name}"]
        record["area"] = self.area(home) if regional else [home]
        if self.chance(0.9):
            record["phones"] = [self.phone() for _ in range(self.dice.choice((1, 1, 2)))]
        if self.chance(0.8):
            record["email"] = f"info@{slug(name)[:40].strip('-')}.example"
        if self.chance(0.9):
            record["website"] = f"https://www.{slug(name)[:40].strip('-')}.example/"
        if self.chance(0.9):
            record["address"] = self.address(place)
        if self.chance(0.7):
            record["opening_hours"] = self.hours()
        if self.chance(0.3):
            record["identifiers"] = {"kvk": f"{self.dice.randrange(10**7, 10**8)}"}
        record["languages"] = ["nl", *self.some(_LANGUAGES, 0, 2)]
        if self.chance(0.7):
            record["accessibility"] = self.some(_ACCESS, 1, 4)
        beside = self.made.setdefault(home, [])
        if beside and self.chance(0.15):
            record["refers_to"] = [self.dice.choice(beside)]
        record["checked"] = self.checked()
        record["offerings"] = list(self.offerings(place))
        beside.append(id)
        return f"data/organisations/{'regio' if regional else home}/{id}.yml", record

    def area(self, home: str) -> list[str]:
        """The home municipality with one to three that follow it in the list."""
        every = self.municipalities
        first, reach = every.index(home), min(self.dice.randint(2, 4), len(every))
        return [every[(first + step) % len(every)] for step in range(reach)]

    def offerings(self, place: national.Place) -> Iterator[Record]:
        kinds = self.dice.sample(list(self.phrases["offerings"]), OFFERINGS)
        for kind in kinds:
            name, summary = self.dice.choice(self.phrases["offerings"][kind])
            record: Record = {"id": slug(name), "name": name, "summary": summary}
            if self.chance(1 / 3):
                record["description"] = self.description()
            others = [other for other in self.phrases["offerings"] if other != kind]
            record["help"] = [kind, *self.some(others, 0, 2)]
            record["situations"] = self.some(_SITUATIONS, 1, 3)
            record["audience"] = self.some(_AUDIENCE, 1, 3)
            if self.chance(0.15):
                record["ages"] = {"from": self.dice.choice((8, 12, 18, 55))}
            record["where"] = self.some(["thuis", "locatie", "telefoon", "online"], 1, 2)
            record["cost"] = self.cost()
            record["law"] = self.some(["wmo", "wlz", "zvw", "jeugdwet"], 1, 1)
            record["access"] = {
                "referral": self.dice.choice(("nee", "nee", "ja")),
                "indication": self.dice.choice(("nee", "nee", "ja")),
                "how": self.one("how"),
            }
            record["first_step"] = self.one("first_steps")
            if self.chance(0.6):
                record["expect"] = f"{' '.join(self.some(self.phrases['lines'], 1, 3))} {self.one('expect')}"
            if self.chance(0.3):
                record["waiting_time"] = self.one("waiting")
            if self.chance(0.3):
                record["opening_hours"] = self.hours()
            if self.chance(0.2):
                record["phones"] = [self.phone()]
            if self.chance(0.1) or "locatie" in record["where"]:
                record["address"] = self.address(place)
            if self.chance(0.25):
                record["checked"] = self.checked()
            if self.chance(0.1):
                record["local_note"] = self.one("notes")
            yield record

    def description(self) -> str:
        """Two or three paragraphs of Markdown, one of them perhaps a list."""
        paragraphs = [" ".join(self.some(self.phrases["lines"], 2, 4)) for _ in range(self.dice.randint(2, 3))]
        if self.chance(0.4):
            points = "".join(f"- {point}\n" for point in self.some(self.phrases["points"], 3, 4))
            paragraphs.insert(1, f"Dit kunt u verwachten:\n\n{points.rstrip()}")
        if self.chance(0.4):
            paragraphs[-1] += f" {self.one('links')}"
        return "\n\n".join(paragraphs) + "\n"

    def phone(self) -> Record:
        """A number of the range that nobody has been given."""
        phone: Record = {"number": f"0800 000 {self.dice.randrange(10_000):04}"}
        if self.chance(0.6):
            phone["label"] = self.one("labels")
        if self.chance(0.3):
            phone["hours"] = self.hours(1)
        return phone

    def address(self, place: national.Place) -> Record:
        lat, lon = place.lat or 52.1, place.lon or 5.3
        return {
            "street": self.one("streets"),
            "number": str(self.dice.randint(1, 240)),
            "postcode": f"{self.dice.randint(1000, 9999)} {self.dice.choice('ABCEGHJ')}{self.dice.choice('ABCEGHJ')}",
            "place": place.name,
            "lat": round(min(53.6, max(50.75, lat + self.dice.uniform(-0.01, 0.01))), 5),
            "lon": round(min(7.2, max(3.4, lon + self.dice.uniform(-0.01, 0.01))), 5),
        }

    def hours(self, most: int = 2) -> list[Record]:
        week = self.dice.choice(_WEEKS)
        opens, closes = self.dice.choice(_TIMES)
        slots: list[Record] = [{"days": list(week), "from": opens, "to": closes}]
        if most > 1 and len(week) < 4 and self.chance(0.4):
            opens, closes = self.dice.choice(_TIMES)
            rest = next(days for days in _WEEKS if not set(days) & set(week))
            slots.append({"days": list(rest), "from": opens, "to": closes})
        if most > 1 and self.chance(0.2):
            slots.append({"by_appointment": "ja"})
        return slots

    def cost(self) -> Record:
        kind = self.dice.choice(("gratis", "gratis", "bijdrage", "betaald", "vergoed"))
        if kind in ("gratis", "vergoed"):
            return {"kind": kind}
        return {"kind": kind, "amount": f"{self.dice.randint(1, 60)},50", "note": self.one("cost_notes")}

    def checked(self) -> Record:
        """Most within the last year, some longer ago."""
        days = self.dice.randint(5, 340) if self.chance(0.85) else self.dice.randint(380, 1500)
        checked = {"date": (TODAY - timedelta(days)).isoformat()}
        if self.chance(0.6):
            checked["by"] = self.one("checkers")
        return {**checked, "source": self.one("sources")}


if __name__ == "__main__":
    write_edition(Path(sys.argv[2]), int(sys.argv[1]))
