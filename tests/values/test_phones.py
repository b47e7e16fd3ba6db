"""Dutch telephone numbers as people write, read and dial them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.values.phones import canonical, is_mobile, uri

NUMBERS = {
    # ten digits, with an area code of three or four
    "0464333455": ("046 433 34 55", "tel:+31464333455"),
    "046-433 34 55": ("046 433 34 55", "tel:+31464333455"),
    "(046) 433.34.55": ("046 433 34 55", "tel:+31464333455"),
    "+31 46 433 34 55": ("046 433 34 55", "tel:+31464333455"),
    "+31 (0)46 433 34 55": ("046 433 34 55", "tel:+31464333455"),
    "0031464333455": ("046 433 34 55", "tel:+31464333455"),
    "020 123 45 67": ("020 123 45 67", "tel:+31201234567"),
    "0475-41 23 45": ("0475 41 23 45", "tel:+31475412345"),
    # without a place
    "0881234567": ("088 123 45 67", "tel:+31881234567"),
    "085 1234567": ("085 123 45 67", "tel:+31851234567"),
    # mobile
    "0612345678": ("06 12 34 56 78", "tel:+31612345678"),
    "+31612345678": ("06 12 34 56 78", "tel:+31612345678"),
    # free and paid lines: eight or eleven digits, only from inside the country
    "08002000": ("0800 2000", "tel:08002000"),
    "0800-0113": ("0800 0113", "tel:08000113"),
    "0800 023 5277": ("0800 023 5277", "tel:08000235277"),
    "09001234": ("0900 1234", "tel:09001234"),
    "0900 123 45 67": ("0900 123 4567", "tel:09001234567"),
    # municipalities
    "14046": ("14 046", "tel:14046"),
    "14 046": ("14 046", "tel:14046"),
    "14-0485": ("14 0485", "tel:140485"),
    # short
    "112": ("112", "tel:112"),
    "113": ("113", "tel:113"),
    "116111": ("116111", "tel:116111"),
    "116 123": ("116123", "tel:116123"),
}


@pytest.mark.parametrize(("written", "expected"), NUMBERS.items())
def test_a_number_is_shown_one_way_and_can_be_dialled(written: str, expected: tuple[str, str]) -> None:
    shown = canonical(written)
    assert shown is not None
    assert (shown, uri(shown)) == expected


@pytest.mark.parametrize(("shown", "_"), sorted(set(NUMBERS.values())))
def test_what_is_shown_is_read_back_as_the_same(shown: str, _: str) -> None:
    assert canonical(shown) == shown


@pytest.mark.parametrize(
    "rubbish",
    [
        "", " ", "-", "0", "06 1234", "046 433 34", "046 433 34 555", "115", "118", "110", "117", "999", "911",
        "14 046 12", "14", "14 46", "140", "116000000", "0800 12", "0800 123 45678",
        "+32 2 555 12 12", "+49 2451 12345", "0032 2 555 12 12", "046-KRINGEN", "bel 046 433 34 55",
        "0464333455 / 0464333456", "tel:0464333455", "046 433 34 55#1", "٠٤٦٤٣٣٣٤٥٥", "046\u00a0433\u00a034\u00a055x",
        "1" * 300, "+" * 50, "(((((",
    ],
)  # fmt: skip
def test_anything_else_is_no_number(rubbish: str) -> None:
    assert canonical(rubbish) is None


def test_only_a_mobile_number_may_be_somebodys_own() -> None:
    mobile = {shown for shown, _ in NUMBERS.values() if is_mobile(shown)}
    assert mobile == {"06 12 34 56 78"}


@given(st.text(alphabet="0123456789+() -./", max_size=16))
def test_a_number_is_stable_once_it_is_one(written: str) -> None:
    shown = canonical(written)
    if shown is not None:
        assert canonical(shown) == shown
        assert uri(shown).removeprefix("tel:").removeprefix("+").isdigit()


@given(st.text(max_size=30))
def test_no_text_breaks_reading_a_number(written: str) -> None:
    canonical(written)
    is_mobile(written)
