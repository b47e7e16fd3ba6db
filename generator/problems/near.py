"""What somebody may have meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from generator.texts.spoken import text


def near(written: str, known: Iterable[str]) -> str:
    """`"bedoelde u …? "` with the known word most like what was written, or nothing."""
    found = get_close_matches(written, list(known), n=1, cutoff=0.6)
    return str(text("cli", "near")).format(known=found[0]) if found else ""
