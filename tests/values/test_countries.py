"""Countries beside the Netherlands: where they lie, and what their postcodes look like."""

from __future__ import annotations

import pytest

from generator.texts.spoken import DUTCH, others, texts
from generator.values import countries
from generator.values.countries import COUNTRIES, around


@pytest.mark.parametrize(
    ("lat", "lon", "codes"),
    [
        (50.97, 5.77, {"NL", "BE"}),  # Stein: the frames of two countries overlap along their border
        (52.14, 6.2, {"NL", "DE"}),
        (50.85, 4.35, {"NL", "BE"}),  # Brussel is as far north as Vaals
        (52.52, 13.4, {"DE"}),
        (12.15, -68.27, {"BQ"}),  # Kralendijk
        (17.63, -63.24, {"BQ"}),  # The Bottom
        (17.48, -62.98, {"BQ"}),  # Oranjestad
        (18.03, -63.05, {"SX"}),
        (12.11, -68.93, {"CW"}),
        (12.52, -70.03, {"AW"}),
        (48.85, 2.35, set()),
    ],
)
def test_a_place_may_lie_in_these_countries(lat: float, lon: float, codes: set[str]) -> None:
    assert set(around(lat, lon)) == codes


def test_no_island_is_in_two_countries() -> None:
    islands = [code for code in COUNTRIES if COUNTRIES[code].postcode is None]
    for code in islands:
        for south, north, west, east in COUNTRIES[code].boxes:
            assert list(around((south + north) / 2, (west + east) / 2)) == [code]


def test_the_example_of_a_postcode_is_one() -> None:
    for country in COUNTRIES.values():
        assert country.postcode is None or country.postcode.fullmatch(country.example)


def test_every_country_has_a_name_in_every_language() -> None:
    for language in (DUTCH, *others()):
        assert set(texts(language)["interface"]["countries"]) == set(COUNTRIES)


def test_the_nearest_part_of_a_country_of_islands_is_named() -> None:
    assert countries.nearest("BQ", 12.5, -68) == COUNTRIES["BQ"].boxes[0]
    assert countries.nearest("BQ", 18.1, -63) == COUNTRIES["BQ"].boxes[1]
