"""Where a field belongs that the model does not have in the place where it stands: under another name, in a group of
fields beside it, or outside the group in which it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache

from generator.model.anatomy import Field, anatomy, model_at
from generator.model.hours import OpeningHours
from generator.model.kinds import KINDS
from generator.model.part import Part
from generator.problems.near import near
from generator.problems.problem import Path
from generator.texts.listing import either
from generator.texts.spoken import text
from generator.values import misread
from generator.values.slugs import slug


def belonging(field: str, model: type[Part], path: Path) -> str:
    """`"bedoelde u …? "` for a field of a record that is unknown there, or nothing. `path` is its own, in the model."""
    holder = model_at(model, path[:-1])
    if holder is None:
        return ""
    meant = _called().get(_plain(field), ())
    if not meant:
        return near(field, (known.key for known in anatomy(holder).fields))
    if here := meant_here(field, holder):
        return _said("field-near", known=either([f'"{one.key}"' for one in here]))
    if below := next(_below(holder, meant), None):
        return _said("field-below", known=below[-1], above=": ".join(below[:-1]))
    above = list(reversed(list(_above(model, path))))
    for part in above:
        if out := _among(anatomy(part).fields, meant):
            return _said("field-beside" if part is OpeningHours else "field-above", known=out[0].key)
    if below := next((way for part in above for way in _below(part, meant)), None):
        return _said("field-below", known=below[-1], above=": ".join(below[:-1]))
    kinds = [kind for kind in KINDS.values() if kind.spoken_of or kind.address]
    holding = [kind.called for kind in kinds if anatomy(kind.model).field(meant[0])]
    return _said("field-elsewhere", known=meant[0], kind=either(holding)) if holding else ""


def meant_here(field: str, holder: type[Part]) -> Sequence[Field]:
    """The fields of a part that are called so by people, when the part has none of that name."""
    return _among(anatomy(holder).fields, _called().get(_plain(field), ()))


def fitting_beside(value: str, path: Path, model: type[Part], fits: Fits) -> str:
    """`"bedoelde u …? "` for a value of `to` that is one of `until`, or the other way round: a time and a day."""
    holder = model_at(model, path[:-1])
    if holder is None or path[-1] not in _LASTS:
        return ""
    for field in anatomy(holder).fields:
        if field.key in _LASTS and field.key != path[-1]:
            for said in (value, misread.date(value), misread.time(value)):
                if said and fits(holder, field.name, said):
                    return _said("near", known=f"{field.key}: {said}")
    return ""


_LASTS = ("to", "until")
"""What says until what time, and until which day."""

Fits = Callable[[type[Part], str, str], bool]
"""Whether a text can be the value of a field of a part."""


def _said(key: str, **values: str) -> str:
    return str(text("cli", key)).format(**values)


def _among(fields: Iterable[Field], meant: Sequence[str]) -> list[Field]:
    """Those that were meant. One that is called what was written itself is the only one."""
    found = [field for field in fields if field.key in meant and not field.body]
    return [field for field in found if field.key == meant[0]] or found


def _below(holder: type[Part], meant: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The ways to what was meant in the groups of fields of a part, the shortest first."""
    todo: list[tuple[tuple[str, ...], type[Part]]] = [((), holder)]
    for way, part in todo:
        for group in anatomy(part).parts:
            if group.part is None:
                continue
            inside = (*way, group.key) if part is not OpeningHours else way
            yield from ((*inside, field.key) for field in _among(anatomy(group.part).fields, meant))
            if len(way) < 1:
                todo.append((inside, group.part))


def _above(model: type[Part], path: Path) -> Iterator[type[Part]]:
    """The parts in which a part stands, the record first."""
    for end in range(len(path) - 1):
        if end == 0 or isinstance(path[end - 1], str):
            found = model_at(model, path[:end])
            if found is not None:
                yield found


@cache
def _called() -> Mapping[str, tuple[str, ...]]:
    """The fields that a word may mean, the field of that name first."""
    found: dict[str, list[str]] = {}
    said: Mapping[str, Sequence[str]] = text("fields")
    for key in said:
        found.setdefault(_plain(key), []).append(key)
    for key, words in said.items():
        for word in words:
            found.setdefault(_plain(word), []).append(key)
    return {word: tuple(dict.fromkeys(keys)) for word, keys in found.items()}


def _plain(word: str) -> str:
    return slug(word.replace("_", " ")).replace("-", "")
