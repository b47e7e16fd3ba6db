"""The stylesheet of a municipality's own colours."""

from __future__ import annotations

from collections.abc import Mapping

from generator.model.colours import DARK, LIGHT
from generator.model.municipality import Theme


def theme_css(theme: Theme) -> str:
    """The stylesheet that sets a municipality's own colours; `""` when it has none."""
    light = {name: value for name, value in theme.colours.items() if name in LIGHT}
    dark = {name: value for name, value in theme.dark.items() if name in DARK}
    # Not over the defaults for the dark, which come earlier; and paper stays black on white.
    bright = "@media screen and (prefers-color-scheme: light) {\n"
    return (f"{bright}{_block(light, {})}}}\n" if light else "") + _block({}, dark)


def default_css() -> str:
    """The block of colours that `tokens.css` must contain, to the letter."""
    return _block(LIGHT, DARK)


def _block(light: Mapping[str, str], dark: Mapping[str, str]) -> str:
    css = ""
    if light:
        css += ":root {\n" + "".join(f"  --{name}: {value};\n" for name, value in light.items()) + "}\n"
    # Paper is always light, whatever the reader's screen is set to.
    if dark:
        css += "@media screen and (prefers-color-scheme: dark) {\n  :root {\n"
        css += "".join(f"    --{name}: {value};\n" for name, value in dark.items()) + "  }\n}\n"
    return css
