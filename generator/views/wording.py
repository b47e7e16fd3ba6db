"""The site's own texts, for who builds a context."""

from __future__ import annotations

from functools import cache
from typing import Any

from generator.texts import text


@cache
def words(*keys: str) -> Any:
    """A text of the site, or a group of them."""
    return text("interface", *keys)
