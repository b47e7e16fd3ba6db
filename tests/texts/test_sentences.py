"""Values in a text: what comes behind a sentence begins with a capital, whichever of the two was filled in."""

from __future__ import annotations

import pytest

from generator.texts.sentences import filled


@pytest.mark.parametrize(
    ("words", "values", "said"),
    [
        ("{near}kies uit: a.", {"near": ""}, "kies uit: a."),
        ("{near}kies uit: a.", {"near": 'bedoelde u "a"? '}, 'bedoelde u "a"? Kies uit: a.'),
        ("{near}{choices}", {"near": 'bedoelde u "a"? ', "choices": "kies uit: a."}, 'bedoelde u "a"? Kies uit: a.'),
        ("{near}{choices}", {"near": "", "choices": "kies uit: a."}, "kies uit: a."),
        ("Geen gemeente. {near}", {"near": 'bedoelde u "stein"? '}, 'Geen gemeente. Bedoelde u "stein"? '),
        ("{near}schrijf ma of di.", {"near": "zet ze los: "}, "zet ze los: schrijf ma of di."),
        ("schrijf de cijfers{near}.", {"near": " (0575)"}, "schrijf de cijfers (0575)."),
        ("{value} is dicht. iPads mogen.", {"value": "het"}, "het is dicht. iPads mogen."),
    ],
)
def test_a_sentence_behind_a_sentence_begins_with_a_capital(words: str, values: dict[str, str], said: str) -> None:
    assert filled(words, values) == said
