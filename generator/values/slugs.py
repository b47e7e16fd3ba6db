"""From a name to an id, and to its place in a list."""

from __future__ import annotations

import re
import unicodedata
from itertools import filterfalse


def slug(name: str) -> str:
    """`"'s-Hertogenbosch"` as `s-hertogenbosch`: small ASCII letters, digits and single hyphens."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", re.sub(r"['.]", "", plain)).strip("-")


def plain(text: str) -> str:
    """Small letters without accents, everything else as it is: `"Café 't Hoekje"` as `cafe 't hoekje`."""
    small = text.lower()
    if small.isascii():
        return small
    letters = unicodedata.normalize("NFKD", small)
    return "".join(filterfalse(unicodedata.combining, letters))


def sort_key(name: str) -> str:
    """Where a name stands in a list: accents and signs don't count, `'s-Gravenland` stands with the S."""
    return slug(name)
