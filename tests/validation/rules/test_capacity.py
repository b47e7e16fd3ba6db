"""A sentence about room and waiting decides nothing: whoever has only that is told."""

from __future__ import annotations

import pytest

from tests.validation.rules.conftest import Judge

OFFER = (
    "offerings:\n  - {{id: a, name: A, summary: Een aanbod., help: [vervoer], first_step: Bel ons., "
    "waiting_time: '{}'}}\n"
)


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("Er is een wachtlijst.", "room-in-words"),
        ("Er zijn wachtlijsten.", "room-in-words"),
        ("Er geldt een patiëntenstop.", "room-in-words"),
        ("Tot de zomer een opnamestop.", "room-in-words"),
        ("Er is een inschrijfstop.", "room-in-words"),
        ("Tijdelijke cliëntenstop.", "room-in-words"),
        ("De groep is vol.", "room-in-words"),
        ("Wij zijn dicht.", "room-in-words"),
        ("Geen wachtlijst, maar de groep is vol.", "room-in-words"),
        ("Meestal drie tot vier weken.", "wait-in-words"),
        ("Er is geen wachttijd.", "wait-in-words"),
        ("Er is geen wachtlijst.", None),
        ("Zonder wachtlijst.", None),
        ("Wij kennen geen wachttijden of wachtlijsten.", "wait-in-words"),
        ("Er is een plek dicht bij huis.", None),
        ("Vaak dichtbij.", None),
        ("De groep is nog niet vol.", None),
        ("Het is een gesloten groep.", None),
        ("Neem bus 4 tot de busstop.", None),
    ],
)
def test_what_a_sentence_says_of_room(sentence: str, code: str | None, judge: Judge) -> None:
    assert judge(OFFER.format(sentence)) == ([f"offerings.0.waiting_time {code}"] if code else [])
