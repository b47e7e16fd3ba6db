"""What to write instead of a value that can't be."""

from __future__ import annotations

from typing import get_args

import pytest

from generator.model import organisation
from generator.model.hours import SchoolHolidays
from generator.texts.spoken import text
from generator.validation.advice import advised, among
from generator.values import misread


@pytest.mark.parametrize(
    ("choices", "written", "choice"),
    [
        (organisation.Room, "vol", "full"), (organisation.Room, "Volgeboekt", "full"),
        (organisation.Room, "wachtlijst", "waiting_list"), (organisation.Room, "gestopt", "stopped"),
        (organisation.Room, "aanmeldstop", "stopped"), (organisation.Room, "er is plek", "open"),
        (organisation.PriceUnit, "km", "kilometer"), (organisation.PriceUnit, "per km", "kilometer"),
        (organisation.PriceUnit, "p.p.", "persoon"), (organisation.PriceUnit, "per bezoek", "keer"),
        (organisation.PriceUnit, "per dag", "dag"), (organisation.PriceUnit, "uren", "uur"),
        *((organisation.PriceUnit, written, "keer") for written in ("beurt", "gesprek", "consult", "afspraak", "les")),
        *((organisation.PriceUnit, written, "persoon") for written in ("pp", "per persoon", "p/p")),
        (organisation.PriceUnit, "mnd", "maand"), (organisation.PriceUnit, "p.m.", "maand"),
        (organisation.PriceUnit, "jr", "jaar"), (organisation.PriceUnit, "wk", "week"),
        *((organisation.PriceUnit, written, None) for written in ("cursus", "traject", "seizoen", "minuut")),
        (organisation.PriceUnit, "4 weken", None), (organisation.PriceUnit, "strippenkaart", None),
        (organisation.PriceUnit, "kwartaal", None), (organisation.CostKind, "naar inkomen", "inkomensafhankelijk"),
        (organisation.CostKind, "draagkracht", "inkomensafhankelijk"), (SchoolHolidays, "alleen dan", "alleen"),
        (organisation.Law, "via de Wmo", "wmo"), (organisation.Status, "gestopt", "ended"),
    ],
)  # fmt: skip
def test_the_choice_that_was_meant(choices: object, written: str, choice: str | None) -> None:
    assert among(written, get_args(choices)) == (f'bedoelde u "{choice}"? ' if choice else "")


def test_a_word_that_may_be_either_is_asked_as_such() -> None:
    """Closed for now, or for ever: only who wrote it knows."""
    for written in ("gesloten", "dicht", "nee"):
        assert among(written, get_args(organisation.Status)) == 'bedoelde u "paused" of "ended"? '
    assert among("tijdelijk gesloten", get_args(organisation.Status)) == 'bedoelde u "paused"? '
    assert among("voorgoed gesloten", get_args(organisation.Status)) == 'bedoelde u "ended"? '


@pytest.mark.parametrize(
    ("code", "written", "said"),
    [
        ("weekday-format", "eerste dinsdag", 'bedoelde u "1e di"? '),
        ("weekday-format", "ma-vr", "bedoelde u ma, di, wo, do, vr? Zet elke dag apart in de lijst: "),
        ("weekday-format", "mandag", 'bedoelde u "ma"? '),
        ("weekday-format", "iets", ""),
        ("wait-format", "zes weken", 'bedoelde u "6 weken"? '),
        ("wait-format", "binnenkort", ""),
        ("time-format", "24.30", ""),
        ("amount", "3,50-7,50 p.p.", 'bedoelde u "3,50 - 7,50", met eronder "per: persoon"? '),
        ("amount", "€ 7,50 per bezoek", 'bedoelde u "7,50", met eronder "per: keer"? '),
        ("amount", "€ 7,50 in totaal", 'bedoelde u "7,50"? '),
    ],
)
def test_a_value_by_itself_may_tell_what_was_meant(code: str, written: str, said: str) -> None:
    assert advised(code, {"value": written})["near"] == said


@pytest.mark.parametrize(
    ("written", "near"), [("vanaf 18", 'bedoelde u "18"? '), ("121", ""), ("vanaf 121 jaar", ""), ("-1", "")]
)
def test_a_number_that_is_refused_is_not_advised(written: str, near: str) -> None:
    assert advised("whole-number", {"value": written, "low": 0, "high": 120})["near"] == near


def test_every_tip_has_a_place_for_what_was_meant() -> None:
    assert [code for code in misread.MEANT if "{near}" not in text("problems", code)["hint"]] == []
