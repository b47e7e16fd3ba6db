"""What to write where a list or a group is expected and something else stands there: what is in it, as it should be."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from generator.model.anatomy import Field, anatomy
from generator.model.hours import Slot
from generator.model.part import Part
from generator.problems.near import every_meant
from generator.problems.problem import Finding, Path
from generator.texts.listing import joined
from generator.texts.spoken import text
from generator.validation.advice import words_for
from generator.values import misread

_BETWEEN = re.compile(r"\s*[,;/&+|\n]\s*")
_LAST = re.compile(r"\s+(?:en|of)\s+")

Fits = Callable[[type[Part], str, Any], bool]
"""Whether something can be the value of a field of a part."""


def apart(written: str) -> list[str]:
    """The values in a text that names several: `Zutphen, Lochem en Brummen`. One that has `en` in it stays whole, as
    Berg en Dal does."""
    pieces = [piece for piece in _BETWEEN.split(written.strip().strip("[]")) if piece]
    return [*pieces[:-1], *_LAST.split(pieces[-1])] if len(pieces) > 1 else pieces


def both(written: str) -> list[str]:
    """The same where two are told apart by `en` alone."""
    return _LAST.split(written.strip())


def shown(values: Iterable[str]) -> str:
    """A list as a record writes it: `[zutphen, lochem]`."""
    return f"[{', '.join(values)}]"


def commas(values: Sequence[str]) -> str:
    """The advice for values that stand behind each other without anything between them."""
    return str(text("cli", "near-commas")).format(known=shown(values))


def chosen(written: str, choices: Sequence[str]) -> str:
    """The same for fixed words, when it is nothing but those."""
    words = written.split()
    return commas(words) if len(words) > 1 and all(word in choices for word in words) else ""


def no_list(path: Path, value: Any, field: Field | None, holder: type[Part] | None, fits: Fits) -> Finding:
    """The finding about something that is no list."""
    if field is not None and field.part is not None:
        return Finding("list-expected", path, {"near": "", "how": _dashes(value, field.part, fits)})
    values = {"near": "", "how": text("cli", "list-how")}
    if isinstance(value, str) and field is not None and holder is not None:
        if field.reference:  # only who knows all of that kind can tell which were meant
            values |= {"value": value, "kind": field.reference}
        elif (items := _items(value, field)) and fits(holder, field.name, items):
            values["near"] = str(text("cli", "near")).format(known=shown(items))
    return Finding("list-expected", path, values)


def no_group(path: Path, value: Any, part: type[Part] | None, fits: Fits) -> Finding:
    """The finding about something that is no group of fields."""
    if part is None:
        return Finding("group-expected", path, {"near": "", "how": text("cli", "group-how")})
    if part is Slot:
        return Finding("group-expected", path, {"near": "", "how": text("problems", "hours-shape")["hint"]})
    dash = "- " if isinstance(path[-1], int) else ""
    said = _example(part, value, fits)
    near = str(text("cli", "near-field" if dash else "near-below")).format(known=said) if said else ""
    keys = joined([field.key for field in anatomy(part).fields[:_SOME]])
    return Finding("group-expected", path, {"near": near, "how": str(text("cli", "group-of")).format(fields=keys)})


_SOME = 4
"""As many fields show what a group is made of."""


def _items(written: str, field: Field) -> list[str]:
    """What stands in a text, as the values of a list."""
    if field.choices:
        words = words_for(field.choices)
        found = [every_meant(piece, words) for one in apart(written) for piece in both(one)]
        return list(dict.fromkeys(one[0] for one in found)) if all(found) else []
    if days := misread.weekdays(written):
        return days.split(", ")
    return apart(written)


def _dashes(value: Any, part: type[Part], fits: Fits) -> str:
    """How a list of groups of fields is written: each begins with a dash."""
    first = next(iter(value), "").strip("-•–—* ") if isinstance(value, dict) else ""
    example = f"{first}: …" if first else _example(part, value, fits) or f"{anatomy(part).fields[0].key}: …"
    return str(text("cli", "list-of-groups")).format(example=example)


def _example(part: type[Part], value: Any, fits: Fits) -> str:
    """A value as the field of a group that it fits: `number: 0800 0000`. Nothing where it surely fits none."""
    if not isinstance(value, str):
        return ""
    fields = [field for field in anatomy(part).fields if field.part is None and fits(part, field.name, value)]
    sure = (field for field in fields if not fits(part, field.name, _WORDS))
    found = next(sure, None) or next((field for field in fields if field.required), None)
    return f"{found.key}: {value}" if found else ""


_WORDS = "een paar woorden"
"""What only a field for any words can hold."""
