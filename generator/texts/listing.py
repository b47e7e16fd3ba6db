"""Several words as one phrase, in the language that is spoken."""

from __future__ import annotations

from collections.abc import Sequence

from generator.texts.spoken import text


def joined(values: Sequence[str]) -> str:
    """`a, b en c`."""
    return _joined(values, "and")


def either(values: Sequence[str]) -> str:
    """`a, b of c`."""
    return _joined(values, "or")


def _joined(values: Sequence[str], last: str) -> str:
    if len(values) < 2:
        return "".join(values)
    words = text("interface", "list")
    return f"{words['comma'].join(values[:-1])}{words[last]}{values[-1]}"
