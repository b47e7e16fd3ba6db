"""The colours: what they are by default, what a municipality makes of them, and whether they can be read.

`overrides/assets/tokens.css` carries the same defaults; `tests/model/test_colours.py` holds the two together.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from generator.model.municipality import Theme
from generator.texts.spoken import text

LIGHT: Final = {
    "paper": "#fbf8f2",
    "card": "#ffffff",
    "ink": "#1d2b2e",
    "muted": "#4c5b5e",
    "accent": "#0a5a5f",
    "tint": "#e4efec",
    "sun": "#ffd35c",
    "warm": "#a63d22",
}
DARK: Final = {
    "paper": "#14201f",
    "card": "#1d2c2a",
    "ink": "#eef2ef",
    "muted": "#b3c1bd",
    "accent": "#7fd1c7",
    "tint": "#243a37",
    "sun": "#ffd35c",
    "warm": "#ffb199",
}

TEXT: Final = 4.5
"""WCAG 2.2, 1.4.3: text on its ground. The edges of buttons and of the focus have text's colours: more than enough."""

_PAIRS: Final = (
    ("ink", "paper", TEXT), ("ink", "card", TEXT), ("ink", "tint", TEXT),
    ("muted", "paper", TEXT), ("muted", "card", TEXT),
    ("accent", "paper", TEXT), ("accent", "card", TEXT), ("accent", "tint", TEXT),
    ("warm", "paper", TEXT), ("warm", "card", TEXT),
)  # fmt: skip
"""Which colour stands on which ground. Text on a button is `paper` on `accent`: the same ratio turned round."""

_ON_SUN: Final = {"light": "ink", "dark": "paper"}
"""`sun` is bright in both, so what stands on it is the darker of ink and paper."""


@lru_cache(maxsize=1024)
def contrast(a: str, b: str) -> float:
    """The contrast of two colours (`#rrggbb`) as WCAG defines it: 1 for the same, 21 for black on white."""
    lighter, darker = sorted((_luminance(a), _luminance(b)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def ratios(theme: Theme) -> list[tuple[str, float, float]]:
    """Every pair of colours that is used together, with its contrast and the least it must have."""
    t = text("interface", "theme")
    found = []
    for mode, colours in (("light", LIGHT | theme.colours), ("dark", DARK | theme.dark)):
        pairs = (*_PAIRS, (_ON_SUN[mode], "sun", TEXT))
        for front, ground, minimum in pairs:
            name = t["pair"].format(front=front, ground=ground, mode=t[mode])
            found.append((name, contrast(colours[front], colours[ground]), minimum))
    return found


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
