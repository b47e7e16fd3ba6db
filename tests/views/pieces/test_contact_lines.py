"""How somebody is reached, as a page says it: numbers that can be pressed."""

from __future__ import annotations

from generator.model.parts import PhoneLine
from generator.texts.spoken import speaking
from generator.views.pieces.facts import call, phone_lines


def lines(*numbers: str) -> list[str]:
    return [str(line) for line in phone_lines([PhoneLine(number=number) for number in numbers])]


def test_an_extension_is_shown_and_dialled_and_a_choice_is_shown() -> None:
    assert lines("0575-200000 tst. 12", "0575 200000, optie 2") == [
        '<a class="number" href="tel:+31575200000,12">0575 20 00 00 toestel 12</a>',
        '<a class="number" href="tel:+31575200000">0575 20 00 00 (optie 2)</a>',
    ]


def test_a_number_from_abroad_says_where_it_is() -> None:
    belgian = '<a class="number" href="tel:+3214000000">+32 14 00 00 00</a>'
    assert lines("0032 14 00 00 00", "+599 717 1234", "+44 20 7946 0018") == [
        f"{belgian} (België)",
        '<a class="number" href="tel:+5997171234">+599 717 1234</a> (Caribisch Nederland)',
        '<a class="number" href="tel:+442079460018">+44 20 7946 0018</a>',
    ]
    with speaking("en"):
        assert lines("+32 14 00 00 00") == [f"{belgian} (Belgium)"]


def test_the_button_rings_a_number_abroad_with_its_country_code() -> None:
    assert call(PhoneLine(number="0049 2452 200000"))[:2] == ("Bel +49 2452 200000", "tel:+492452200000")
