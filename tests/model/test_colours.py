"""The colours: one set of defaults in two files, and enough contrast wherever two of them meet."""

from __future__ import annotations

import pytest

from generator.building import colours_css
from generator.engine import front
from generator.model import colours
from generator.model.municipality import Theme

TOKENS = (front() / "assets" / "tokens.css").read_text("utf-8")


def test_the_stylesheet_has_the_same_defaults() -> None:
    assert colours_css.default_css() in TOKENS
    for name, value in colours.LIGHT.items():
        assert TOKENS.count(f"--{name}: ") == 2, f"{name}: once for the light, once for the dark"
        assert f"--{name}: {value};" in TOKENS
    assert colours.DARK.keys() == colours.LIGHT.keys()


def test_the_defaults_can_be_read() -> None:
    ratios = colours.ratios(Theme())
    assert len(ratios) == 22
    assert not [(name, ratio) for name, ratio, minimum in ratios if ratio < minimum]


def test_every_colour_that_says_something_is_checked_on_its_ground() -> None:
    names = {name for name, _, _ in colours.ratios(Theme())}
    assert {"ink op paper (licht)", "accent op tint (donker)", "warm op card (licht)"} <= names
    assert "ink op sun (licht)" in names and "paper op sun (donker)" in names, "the darker of the two stands on sun"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("#000000", "#ffffff", 21), ("#ffffff", "#ffffff", 1), ("#777777", "#ffffff", 4.478), ("#ffffff", "#0a5a5f", 7.9)],
)
def test_contrast_is_what_wcag_says(one: str, other: str, expected: float) -> None:
    assert colours.contrast(one, other) == pytest.approx(expected, rel=0.02)
    assert colours.contrast(other, one) == colours.contrast(one, other)


def test_a_pale_colour_is_found_where_it_is_used() -> None:
    pale = {name for name, ratio, least in colours.ratios(Theme(colours={"accent": "#8fc1c4"})) if ratio < least}
    assert pale == {"accent op paper (licht)", "accent op card (licht)", "accent op tint (licht)"}


def test_a_municipality_changes_only_what_it_names() -> None:
    assert colours_css.theme_css(Theme()) == ""
    light = colours_css.theme_css(Theme(colours={"accent": "#74255c"}))
    assert "prefers-color-scheme: light" in light and "--accent: #74255c;" in light
    assert "dark" not in light and "--ink" not in light
    dark = colours_css.theme_css(Theme(dark={"accent": "#e6a6d2"}))
    assert "prefers-color-scheme: dark" in dark and "prefers-color-scheme: light" not in dark


def test_paper_stays_black_on_white() -> None:
    both = colours_css.theme_css(Theme(colours={"ink": "#112233"}, dark={"ink": "#ddeeff"}))
    assert both.count("@media screen and ") == both.count("@media") == 2
