"""A municipality of a thousand offerings from a source of some two hundred, by villages and wordings.

Every choice follows from the id and the village (a checksum), so the same source gives the same records. With `each`
an organisation stands in so many villages: siblings, alike but for the place. With `branches` it is one organisation
with an offering in each of so many villages.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from tests.search.unseen.compact import Record, ages, cost, hours, letters, phones

SOURCES = ("Folder", "Website", "Website van de organisatie", "Dorpskrant", "Telefoongesprek", "Oude sociale kaart")


class Village(NamedTuple):
    """One of the villages."""

    name: str
    postcode: str
    lat: float
    lon: float
    hall: str
    church: str
    street: str

    @property
    def id(self) -> str:
        return self.name.lower().replace(" ", "-")

    def fill(self, text: str) -> str:
        """The text with the names of this village in it."""
        last = self.hall.split()[-1]
        names = {
            "{huis}hoeve": f"{last}hoeve", "{huis}staete": f"{last}staete", "{dorp}": self.name, "{huis}": self.hall,
            "{kerk}": self.church, "{straat}": self.street,
        }  # fmt: skip
        for mark, name in names.items():
            text = text.replace(mark, name)
        return text

    def address(self, key: str, *, hall: bool) -> Record:
        """An address here, of the village hall or of something else; two of three have coordinates."""
        number = _number("adres", key, self.name)
        made: Record = {
            "street": self.street,
            "number": str(1 + len(self.hall) if hall else 2 + number % 90),
            "postcode": f"{self.postcode} {letters(number)}",
            "place": self.name,
        }
        if number % 3:
            made["lat"] = round(self.lat + (number % 17 - 8) / 4000, 4)
            made["lon"] = round(self.lon + (number % 13 - 6) / 3000, 4)
        return made


class Expander:
    """Makes all organisations of a source."""

    def __init__(self, source: Mapping[str, Any], first: int) -> None:
        """`first`: where telephone numbers begin."""
        self._source = source
        self.villages = [Village(*row) for row in source["villages"]]
        self._numbers = phones(first)

    def organisations(self) -> dict[str, Record]:
        """Every organisation by id, with the `category` of its source."""
        made = (one for spec in self._source["organisations"] for one in self._of(spec))
        return {one["id"]: one for one in made}

    def _of(self, spec: Mapping[str, Any]) -> Iterator[Record]:
        base = spec["id"]
        if "each" in spec:
            chosen = _some(self.villages, spec["each"], base)
            for turn, village in enumerate(chosen):
                one = self._organisation(f"{base}-{village.id}", spec, village, turn)
                for item in spec["offerings"]:
                    if village in _some(chosen, item["in"], f"{base}/{item['id']}"):
                        shift = turn + _number(base, item["id"])
                        one["offerings"].append(self._offering(spec, item, village, shift))
                yield one
            return
        home = next((one for one in self.villages if one.name == spec.get("at")), None)
        home = home or self.villages[_number(base) % len(self.villages)]
        one = self._organisation(base, spec, home, 0)
        chosen = _some(self.villages, spec["branches"], base) if "branches" in spec else [home]
        for item in spec["offerings"]:
            many = item.get("in", 1) > 1
            for turn, village in enumerate(_some(chosen, item.get("in", 1), f"{base}/{item['id']}")):
                made = self._offering(spec, item, village, turn, f"-{village.id}" if many else "")
                if many and "address" not in made:
                    made["villages"] = [village.name]
                one["offerings"].append(made)
        yield one

    def _organisation(self, id: str, spec: Mapping[str, Any], village: Village, turn: int) -> Record:
        """The organisation itself, without what it offers."""
        contact, number = spec["contact"], _number("contact", id)
        area = [self._source["municipality"], *spec.get("area", [])]
        made: Record = {"id": id, **_texts(spec["w"], turn, village), "area": area, "category": spec["category"]}
        if "t" in contact:
            made["phones"] = [{"number": next(self._numbers)}]
        if "w" in contact:
            made["website"] = f"https://{id}.example/"
        if "m" in contact and not ("t" in contact and number % 4 == 0):
            made["email"] = f"{('info', 'contact', 'post')[number % 3]}@{id}.example"
        if "a" in contact:
            made["address"] = village.address(id, hall=spec["id"] == "dorpshuis")
        return made | {"checked": {"date": "2026-03", "source": SOURCES[number % len(SOURCES)]}, "offerings": []}

    def _offering(
        self, spec: Mapping[str, Any], item: Mapping[str, Any], village: Village, turn: int, suffix: str = ""
    ) -> Record:
        key = f"{spec['id']}/{item['id']}"
        said = _texts(item["w"], turn, village)
        step, tail = self._habits(spec["contact"], f"{key}/{village.name}")
        if tail:
            said["description"] = f"{said['description']} {tail}" if "description" in said else tail
        made = {"id": item["id"] + suffix, **said, **self._fields(item.get("set", {}), village, key, turn)}
        return {**made, "first_step": step} if step else made

    def _habits(self, contact: Sequence[str], key: str) -> tuple[str, str]:
        """How to begin, for two of five, and what people add, for one of four."""
        number = _number("gewoonte", key)
        steps, tails = self._source["first_steps"][contact[number % len(contact)]], self._source["tails"]
        step = steps[number // 7 % len(steps)] if number % 5 < 2 else ""
        return step, tails[number // 11 % len(tails)] if number % 4 == 0 else ""

    def _fields(self, values: Mapping[str, Any], village: Village, key: str, turn: int) -> Record:
        """The other fields of an offering; now and then somebody left them out."""
        made: Record = {}
        left_out = _number("velden", key, village.name) % 5 == 0
        for field, value in values.items():
            if not (left_out and field in ("c", "wh", "h")):
                self._take(made, field, str(value), village, key, turn)
        return made

    def _take(self, made: Record, field: str, value: str, village: Village, key: str, turn: int) -> None:
        if field == "h":
            options = value.split(" / ")
            made["opening_hours"] = hours(options[turn % len(options)])
        elif field == "v":
            made["villages"] = [village.fill(value)]
        elif field == "places":
            halls = _some(self.villages, int(value), key)
            made["addresses"] = [{"name": one.hall, **one.address("hall", hall=True)} for one in halls]
        elif field == "adr":
            made["address"] = village.address("hall", hall=True)
        elif field == "t":
            made["phones"] = [{"number": next(self._numbers), "label": value}]
        elif field in ("ref", "ind"):
            made.setdefault("access", {})[{"ref": "referral", "ind": "indication"}[field]] = value
        else:
            name, read = {
                "c": ("cost", cost), "ag": ("ages", ages), "wh": ("where", lambda text: [text]), "law": ("law", _list),
                "lang": ("languages", _list), "av": ("availability", lambda text: {"state": text}),
                "wt": ("wait", str), "e": ("eligibility", str),
            }[field]  # fmt: skip
            made[name] = read(value)


def _number(*parts: str) -> int:
    """A number that follows from these words."""
    return zlib.crc32("/".join(parts).encode())


def _some(villages: Sequence[Village], count: int, key: str) -> list[Village]:
    """So many of these villages, in their order."""
    chosen = sorted(villages, key=lambda village: _number(key, village.name))[:count]
    return [village for village in villages if village in chosen]


def _texts(wordings: str, turn: int, village: Village) -> Record:
    """Name, summary and perhaps a description, in one of the wordings."""
    options = wordings.strip().splitlines()
    said = [part.strip() for part in options[turn % len(options)].split("|")]
    return {name: village.fill(text) for name, text in zip(("name", "summary", "description"), said, strict=False)}


def _list(text: str) -> list[str]:
    return [part.strip() for part in text.split(",")]
