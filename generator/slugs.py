"""From a name to an id, and to its place in a list."""

from __future__ import annotations

import re
import unicodedata


def slug(name: str) -> str:
    """`"'s-Hertogenbosch"` as `s-hertogenbosch`: small ASCII letters, digits and single hyphens."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", re.sub(r"['.]", "", plain)).strip("-")


def plain(text: str) -> str:
    """Small letters without accents, everything else as it is: `"Café 't Hoekje"` as `cafe 't hoekje`."""
    letters = unicodedata.normalize("NFKD", text.lower())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def sort_key(name: str) -> str:
    """Where a name stands in a list: accents and signs don't count, `'s-Gravenland` stands with the S."""
    return slug(name)
