"""What starter files ask to fill in is found where it was left, and nothing of somebody's own is."""

from __future__ import annotations

import re
from datetime import date

import pytest

from generator.editing import starters
from generator.validation.left_over import left_as, left_in, may_be_left, sentences

TODAY = date(2026, 11, 17)


def written() -> list[tuple[str, str]]:
    """Every file that `new` and `init` write, by where it is."""
    made = [starters.starter(kind, "De Proef", "stein", TODAY) for kind in starters.kinds()]
    return [(one.path, one.content) for one in made if one is not None] + list(
        starters.edition(["stein"], TODAY).items()
    )


@pytest.mark.parametrize(("path", "content"), written())
def test_every_sentence_that_a_starter_file_asks_to_write_is_found(path: str, content: str) -> None:
    places = [found.start() for found in re.finditer("Schrijf hier", content)]
    assert [at for at, _ in left_in(content) if content.startswith("Schrijf", at)] == places
    examples = re.findall(r"\S*voorbeeld\.nl\S*", content)
    assert all(left_as(example) for example in examples)
    assert may_be_left(content.encode()) or not (places or examples)


def test_a_starter_file_asks_in_whole_sentences() -> None:
    assert len(sentences()) > 20
    assert all(re.fullmatch(r"Schrijf hier( [\w,]+)+\.", sentence) for sentence in sentences())


@pytest.mark.parametrize(
    "value",
    [
        "https://www.voorbeeld.nl/", "http://voorbeeld.nl", "https://VOORBEELD.nl/over", "info@voorbeeld.nl",
        "loket@mail.voorbeeld.nl", "Straatnaam", "Plaatsnaam", "Schrijf hier het verhaal. En dan nog wat.",
        "Schrijf hier in één zin\nwat de organisatie doet.",
    ],
)  # fmt: skip
def test_a_value_was_left_as_it_was(value: str) -> None:
    assert left_as(value) and may_be_left(value.encode())


@pytest.mark.parametrize(
    "value",
    [
        "https://www.goedvoorbeeld.nl/", "https://goed-voorbeeld.nl/", "https://voorbeeld.nl.example/",
        "https://voorbeeld.nlx.example/", "info@goedvoorbeeld.nl", "Schrijf hier op wat u wilt bereiken",
        "Schrijf hier uw naam.", "Vul het in als naam@voorbeeld.nl.", "naam@voorbeeld.nl is een voorbeeld",
        "Straatnaam en nummer", "De Plaatsnaam",
    ],
)  # fmt: skip
def test_a_value_is_somebody_s_own(value: str) -> None:
    assert left_as(value) is None
