"""From a name to an id."""

from __future__ import annotations

import re
import unicodedata


def slug(name: str) -> str:
    """`"'s-Hertogenbosch"` as `s-hertogenbosch`: small ASCII letters, digits and single hyphens."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", re.sub(r"['.]", "", plain)).strip("-")
