"""Numbers in texts: points between the thousands, as the Dutch write them."""

from __future__ import annotations

import pytest

from generator.texts.numbers import number


@pytest.mark.parametrize(("value", "written"), [(0, "0"), (999, "999"), (1000, "1.000"), (1_234_567, "1.234.567")])
def test_a_number_is_written_as_the_dutch_do(value: int, written: str) -> None:
    assert number(value) == written
