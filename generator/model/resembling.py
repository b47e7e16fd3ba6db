"""Which kind of record something is that stands where another kind belongs, by the fields it has."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache

from generator.model.anatomy import anatomy
from generator.model.kinds import KINDS, Kind

_FIELD = re.compile(r"^([a-z_]+):(?: |$)", re.MULTILINE)


def resembled(keys: Collection[str], own: Kind) -> Kind | None:
    """The other kind that these fields surely are of; None where they may be of this one, or of more than one."""
    mine = _mistakes(keys, own)
    if mine < 2:
        return None
    others = [kind for kind in KINDS.values() if kind.id != own.id and kind.ending == own.ending and not kind.listed]
    count, other = min(((_mistakes(keys, kind), kind) for kind in others), key=lambda found: found[0])
    if sum(_mistakes(keys, kind) == count for kind in others) > 1:
        return None
    only_mine = _fields(own.id) - _fields(other.id)
    sure = (mine >= 3 and count * 2 <= mine) or (mine == 2 and count == 0 and only_mine.isdisjoint(keys))
    return other if sure and len(keys) >= 3 else None


def kind_in(text: str, ending: str = ".yml") -> Kind | None:
    """The kind of record that a text is, wherever it stands; None when it is none."""
    keys = set(_FIELD.findall(text))
    kinds = [kind for kind in KINDS.values() if kind.ending == ending and not kind.listed]
    mistakes = {kind.id: _mistakes(keys, kind) for kind in kinds}
    least = min(mistakes.values())
    found = [kind for kind in kinds if mistakes[kind.id] == least]
    return found[0] if len(keys) >= 3 and least <= 2 and len(keys) > 2 * least else None


@cache
def _fields(kind: str) -> frozenset[str]:
    return frozenset(field.key for field in anatomy(KINDS[kind].model).fields)


@cache
def _needed(kind: str) -> frozenset[str]:
    return frozenset(field.key for field in anatomy(KINDS[kind].model).fields if field.required and not field.body)


def _mistakes(keys: Collection[str], kind: Kind) -> int:
    """How many fields are strange to a kind, and how many it needs are not there."""
    written = frozenset(keys)
    return len(written - _fields(kind.id)) + len(_needed(kind.id) - written)
