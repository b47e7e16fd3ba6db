"""A sentence with its values in place, where a value may be a sentence itself: what comes behind one begins anew."""

from __future__ import annotations

import re
from collections.abc import Mapping

_HOLE = re.compile(r"(\{(?:near|choices|how)\})")
"""Where a text takes in sentences of its own."""

_ENDS = (". ", "? ", "! ")


def filled(words: str, values: Mapping[str, object]) -> str:
    """The text with its values, each sentence of it beginning with a capital but the first: what that begins with is
    for who says it."""
    said = ""
    taken = False  # whether what stands there so far ends in something that was taken in
    for part in _HOLE.split(words):
        hole = _HOLE.fullmatch(part) is not None
        piece = part.format_map(values)
        said += _begun(piece) if (hole or taken) and said.endswith(_ENDS) else piece
        taken = hole if piece else taken
    return said


def _begun(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
