"""schema.org as it is published: which types there are, what may be said of each, and what of what kind it must be.

Read from schema-dts, which Google's developers make from the published vocabulary for who writes JSON-LD in
TypeScript; in that file every type is one `interface` and every property one line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cache
from typing import Any

from tests.editions import ROOT

FILE = "node_modules/schema-dts/dist/schema.d.ts"

_INTERFACE = re.compile(r"^(?:export )?interface (\w+) extends ([\w, <>]+) \{\n(.*?)^\}", re.MULTILINE | re.DOTALL)
_PROPERTY = re.compile(r'^    "(\w+)"\?: SchemaValue<([^,]+), "\w+">;$', re.MULTILINE)
_SUPERSEDED = re.compile(r'@deprecated [^\n]*\n     \*/\n    "(\w+)"')
_TYPE = re.compile(r"^export type (\w+)(?:<[^=]*>)? = ([^{]+?);$", re.MULTILINE)
_LITERAL = re.compile(r'"([^"]+)"')


@dataclass(frozen=True)
class Vocabulary:
    """The types with their narrower types, and the properties of each with the kinds of value they take."""

    properties: Mapping[str, Mapping[str, frozenset[str]]]
    """Of every type: all that may be said of it, its own and what it shares with wider types."""

    narrower: Mapping[str, frozenset[str]]
    """Of every type: itself, and every type that is one too."""

    members: Mapping[str, frozenset[str]]
    """Of every list of fixed values, such as days: those values, by their whole address and by their name."""

    superseded: frozenset[str]
    """Properties that schema.org itself says to say otherwise."""

    def wrong(self, node: Mapping[str, Any], way: str = "") -> Iterator[str]:
        """What in a node is not as the vocabulary has it, deeper nodes included."""
        kind = node.get("@type", "")
        here = f"{way}{kind}"
        if kind not in self.properties:
            yield f"{here}: no such type"
            return
        for name, value in node.items():
            if name.startswith("@"):
                continue
            if name not in self.properties[kind]:
                yield f"{here}.{name}: no such property"
                continue
            if name in self.superseded:
                yield f"{here}.{name}: is superseded"
            for one in value if isinstance(value, list) else [value]:
                if not any(self._fits(one, wanted) for wanted in self.properties[kind][name]):
                    yield f"{here}.{name}: {one!r} is none of {sorted(self.properties[kind][name])}"
                if isinstance(one, dict) and "@type" in one:
                    yield from self.wrong(one, f"{here}.{name}: ")

    def _fits(self, value: object, wanted: str) -> bool:
        if isinstance(value, dict):
            # A node that is described elsewhere is only named.
            return value.keys() == {"@id"} or value.get("@type") in self.narrower.get(wanted, ())
        if isinstance(value, bool):
            return wanted == "Boolean"
        if isinstance(value, int | float):
            return wanted in ("Number", "Integer", "Float") and (wanted != "Integer" or isinstance(value, int))
        return isinstance(value, str) and (value in self.members.get(wanted, ()) or _written(value, wanted))


def _written(text: str, wanted: str) -> bool:
    """Whether a text is how a kind of value is written."""
    if wanted == "Text":
        return bool(text.strip())
    if wanted == "URL":
        return re.fullmatch(r"(https?://[^\s]+|mailto:[^\s]+|tel:[+\d]+)", text) is not None
    if wanted in ("Number", "Integer", "Float"):
        return re.fullmatch(r"-?\d+" if wanted == "Integer" else r"-?\d+(\.\d+)?", text) is not None
    if wanted == "Duration":
        return re.fullmatch(r"P(?=.)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+S)?)?", text) is not None
    if wanted in ("Date", "DateTime", "Time"):
        try:
            {"Date": date, "DateTime": datetime, "Time": time}[wanted].fromisoformat(text)
        except ValueError:
            return wanted == "Date" and re.fullmatch(r"\d{4}(-(0[1-9]|1[0-2]))?", text) is not None
        return wanted != "DateTime" or "T" in text
    return False


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary, read when a test asks for it."""
    text = (ROOT / FILE).read_text("utf-8")
    wider: dict[str, list[str]] = {}
    own: dict[str, dict[str, frozenset[str]]] = {}
    for name, above, body in _INTERFACE.findall(text):
        wider[name] = re.findall(r"\w+", above)
        own[name] = {said: frozenset(kinds.split(" | ")) - {"IdReference"} for said, kinds in _PROPERTY.findall(body)}

    def all_of(name: str) -> dict[str, frozenset[str]]:
        found: dict[str, frozenset[str]] = {}
        for above in wider.get(name, ()):
            found |= all_of(above)
        return found | own.get(name, {})

    unions = dict(_TYPE.findall(text))
    leaves = {name.removesuffix("Leaf") for name in own if name.endswith("Leaf")}

    def below(name: str) -> set[str]:
        under = set(re.findall(r"\b\w+\b", _LITERAL.sub("", unions.get(name, "")))) & leaves
        return {name} | {deeper for kind in under - {name} for deeper in below(kind)}

    return Vocabulary(
        {name: all_of(f"{name}Leaf") for name in leaves},
        {name: frozenset(below(name)) for name in leaves},
        {name: frozenset(_LITERAL.findall(kinds)) for name, kinds in unions.items() if '"' in kinds},
        frozenset(_SUPERSEDED.findall(text)),
    )
