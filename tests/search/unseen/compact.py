"""Records from a plain text, one organisation after another, so that whole municipalities can be read and written.

@ id | name          an organisation            - id | name     an offering
s: summary           d: description ("//" begins a new paragraph)
alt: other names; …  area: other municipalities, …
t[: label]           a telephone number (given out in order)
w[: path]  m[: box]  website and mail on id.example
a: Street 3, Place   h: ma do 09:00-12:00 inloop; wo 14:00-16:00
src: where it was checked    cat: its coarse category
wh: thuis, locatie   c: kind [amount [per]] [| note]   v: villages
f: first step  x: expect  e: eligibility  ac: how to apply
ref: ja/nee  ind: ja/nee  ag: from-to  wt: wait  av: state  law: wmo
lang: pl, ar   acc: rolstoel   at: Name, Street 3, Place; … (more places)
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import count
from typing import Any

Record = dict[str, Any]

TEXT = {"s": "summary", "d": "description", "f": "first_step", "x": "expect", "e": "eligibility", "wt": "wait"}
LISTS = {
    "alt": ("alternate_names", ";"), "v": ("villages", ","), "wh": ("where", ","), "lang": ("languages", ","),
    "acc": ("accessibility", ","), "law": ("law", ","),
}  # fmt: skip
ACCESS = {"ref": "referral", "ind": "indication", "ac": "how"}


def phones(first: int) -> Iterator[str]:
    """Numbers from series that nobody has, from this one on."""
    for number in count(first):
        free = number % 7 == 0
        yield f"0800 000 {number % 10000:04d}" if free else f"085 000 {number // 100 % 100:02d} {number % 100:02d}"


def letters(value: int) -> str:
    """The two letters of a postcode that follow from a number."""
    known = "ABCDEGHJKLMNPRTVWXZ"
    return known[value % 19] + known[value // 19 % 19]


def address(text: str, postcodes: Mapping[str, str], *, named: bool = False) -> Record:
    """An address from "[Name, ]Street 3, Place"; the letters of its postcode follow from the street."""
    parts = [part.strip() for part in text.split(",")]
    made: Record = {"name": parts.pop(0)} if named else {}
    if len(parts) == 1:
        return made | {"place": parts[0]}
    street, place = parts
    found = re.fullmatch(r"(.+?)\s+(\d+\s?[a-z]?)", street)
    made |= {"street": found[1], "number": found[2]} if found else {"street": street}
    return made | {"postcode": f"{postcodes[place]} {letters(sum(map(ord, street)))}", "place": place}


def hours(text: str) -> list[Record]:
    """Opening hours from "ma do 09:00-12:00 note; afspraak"."""
    made: list[Record] = []
    for part in (part.strip() for part in text.split(";")):
        if part in ("afspraak", "altijd"):
            made.append({"by_appointment" if part == "afspraak" else "always": True})
            continue
        found = re.fullmatch(r"(.+?) (\d\d:\d\d)-(\d\d:\d\d)(?: (.+))?", part)
        assert found, f"no hours: {part}"
        days = re.findall(r"(?:(?:[1-5]e|laatste) )?(?:ma|di|wo|do|vr|za|zo)", found[1])
        note = {"note": found[4]} if found[4] else {}
        made.append({"days": days, "from": found[2], "to": found[3], **note})
    return made


def cost(text: str) -> Record:
    """A price from "bijdrage 2,50 keer | note"."""
    head, _, note = (part.strip() for part in text.partition("|"))
    kind, *words = head.split()
    per = words.pop() if words and re.fullmatch(r"[a-z]+", words[-1]) else None
    made = {"kind": kind, "amount": " ".join(words), "per": per, "note": note}
    return {name: value for name, value in made.items() if value}


def ages(text: str) -> Record:
    """From and to from "8-12" or "55-"."""
    low, _, high = text.partition("-")
    return {name: int(value) for name, value in (("from", low), ("to", high)) if value}


class Reader:
    """Reads the sources of one municipality."""

    def __init__(self, municipality: str, postcodes: Mapping[str, str], first: int) -> None:
        """`postcodes` are the digits by village; telephone numbers begin at `first`."""
        self._municipality = municipality
        self._postcodes = postcodes
        self._numbers = phones(first)

    def organisations(self, text: str) -> dict[str, Record]:
        """All organisations of a source by id, with a `category` where they have one."""
        made: dict[str, Record] = {}
        owner: Record = {}
        item: Record = {}
        for line in filter(None, (line.strip() for line in text.splitlines())):
            if line.startswith("#"):
                continue
            if line[0] == "@":
                owner = item = {
                    **_named(line),
                    "area": [self._municipality],
                    "checked": {"date": "2026-03", "source": "Folder"},
                    "offerings": [],
                }
                made[owner["id"]] = owner
            elif line[0] == "-":
                item = _named(line)
                owner["offerings"].append(item)
            else:
                key, _, value = (part.strip() for part in line.partition(":"))
                self._take(item, owner["id"], key, value)
        return made

    def _take(self, item: Record, owner: str, key: str, value: str) -> None:
        """Add one line to what it stands under."""
        if key in TEXT:
            item[TEXT[key]] = value.replace(" // ", "\n\n")
        elif key in LISTS:
            field, mark = LISTS[key]
            item[field] = [part.strip() for part in value.split(mark)]
        elif key in ACCESS:
            item.setdefault("access", {})[ACCESS[key]] = value
        elif key in READ:
            field, read = READ[key]
            item[field] = read(value)
        elif key == "area":
            item["area"] += [part.strip() for part in value.split(",")]
        elif key == "src":
            item["checked"]["source"] = value
        elif key == "t":
            label = {"label": value} if value else {}
            item.setdefault("phones", []).append({"number": next(self._numbers), **label})
        elif key == "w":
            item["website"] = f"https://{owner}.example/{value}"
        elif key == "m":
            item["email"] = f"{value or 'info'}@{owner}.example"
        elif key == "a":
            item["address"] = address(value, self._postcodes)
        else:
            assert key == "at", f"no field: {key}"
            item["addresses"] = [address(part, self._postcodes, named=True) for part in value.split(";")]


READ: Mapping[str, tuple[str, Callable[[str], Any]]] = {
    "h": ("opening_hours", hours),
    "c": ("cost", cost),
    "ag": ("ages", ages),
    "av": ("availability", lambda state: {"state": state}),
    "cat": ("category", str),
    "status": ("status", str),
}
"""The fields of which one line says all."""


def _named(line: str) -> Record:
    id, _, name = (part.strip() for part in line[1:].partition("|"))
    return {"id": id, "name": name}
