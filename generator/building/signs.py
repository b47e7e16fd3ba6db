"""Sets of numbers as texts, one sign for each number: a hundred thousand of them are read, written and searched faster
than lists of numbers are.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import accumulate

_FIRST = 0x100
"""Signs before this one have a meaning in JSON, or for who looks at the file."""

_LOW, _GAP = 0xD800, 0x800
"""Surrogates, which no text may hold."""

MOST = 0x110000 - _FIRST - _GAP
"""As many numbers have a sign."""


def sign(number: int) -> str:
    """The sign of a number. Raises `ValueError` for one of `MOST` and more."""
    code = number + _FIRST
    return chr(code if code < _LOW else code + _GAP)


def number(sign: str) -> int:
    """The number of a sign."""
    code = ord(sign)
    return (code if code < _LOW else code - _GAP) - _FIRST


def written(numbers: Iterable[int]) -> str:
    """Numbers as a text."""
    return "".join(map(sign, numbers))


def holding(texts: Sequence[str], numbers: Collection[int]) -> Iterator[int]:
    """The places of the texts that hold any of these numbers, in order."""
    if not numbers:
        return
    starts = list(accumulate(map(len, texts), initial=0))
    # One search through all of them: what nothing changed for costs next to nothing.
    together, wanted = "".join(texts), re.compile(f"[{re.escape(written(numbers))}]")
    found = wanted.search(together)
    while found:
        place = bisect_right(starts, found.start()) - 1
        yield place
        found = wanted.search(together, starts[place + 1])
