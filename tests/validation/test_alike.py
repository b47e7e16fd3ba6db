"""The same organisation in two files is a warning that names both. Branches with one central number are several."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.problems.problem import severity_of
from tests.scratch import Scratch

PHONE = "phones: [{number: 0575 200000}]\n"
KVK = 'identifiers: {kvk: "12345678"}\n'
AGB = 'identifiers: {agb: "01234567"}\n'


def at(place: str) -> str:
    return f"address: {{place: {place}}}\n"


def found(folder: Path, first: tuple[str, str], second: tuple[str, str]) -> list[str]:
    """The codes for two organisations, each a name with more lines."""
    scratch = Scratch.stein(folder)
    for id, (name, more) in (("een", first), ("twee", second)):
        scratch.organisation(id, more, name=name)
    return scratch.codes()


@pytest.mark.parametrize(
    ("first", "second", "code"),
    [
        (("Steunpunt De Dubbele", PHONE + KVK), ("Steunpunt De Dubbele", PHONE + KVK), "same-kvk"),
        (("Steunpunt De Dubbele", PHONE), ("Steunpunt De Dubbele", PHONE), "same-organisation"),
        (("Steunpunt De Dubbele", PHONE), ("steunpunt de dubbele", PHONE), "same-organisation"),
        (("De Dubbele", PHONE), ("Stichting De Dubbele", PHONE), "same-organisation"),
        (("Thuiszorg Dubbel", PHONE), ("Thuis-zorg Dubbel", PHONE), "same-organisation"),
        (("Steunpunt Dubbele", PHONE), ("Steunpunt Dubbelle", PHONE.replace("0", "+31 ", 1)), "same-organisation"),
        (("Humanitas", PHONE), ("Vereniging voor hulp", PHONE + "alternate_names: [Humanitas]\n"), "same-organisation"),
        (("De Dubbele", PHONE + at("Stein")), ("De Dubbele", PHONE + at("Elsloo")), "same-organisation"),
        (("De Ene", KVK), ("De Andere", KVK), "same-kvk"),
        (("De Ene", KVK + at("Stein")), ("De Andere", KVK + at("Stein")), "same-kvk"),
        (("De Ene", AGB), ("De Andere", AGB), "same-agb"),
    ],
)  # fmt: skip
def test_two_records_of_one_organisation(
    first: tuple[str, str], second: tuple[str, str], code: str, tmp_path: Path
) -> None:
    assert found(tmp_path, first, second) == [code]
    assert severity_of(code) == "warning"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("Zorggroep De Kern Stein", PHONE), ("Zorggroep De Kern Beek", PHONE)),
        (("Zorggroep De Kern", PHONE), ("Zorggroep De Kern Beek", PHONE)),
        (("Thuiszorg De Kern", PHONE), ("Hospice De Kern", PHONE)),
        (("Huis Noord", PHONE), ("Huis Zuid", PHONE)),
        (("Woonzorg Elst", PHONE), ("Woonzorg Elsloo", PHONE)),
        (("Groep 1", PHONE), ("Groep 2", PHONE)),
        (("De Dubbele", PHONE), ("De Dubbele", "phones: [{number: 0575 200001}]\n")),
        (("De Dubbele", ""), ("De Dubbele", "")),
        (("Zorggroep Noord", KVK + PHONE + at("Stein")), ("Zorggroep Zuid", KVK + PHONE + at("Elsloo"))),
        (("De Dubbele", PHONE), ("De Dubbele", PHONE + "status: ended\nrefers_to: [een]\n")),
    ],
)  # fmt: skip
def test_no_false_alarm(first: tuple[str, str], second: tuple[str, str], tmp_path: Path) -> None:
    assert found(tmp_path, first, second) == []


def test_both_files_are_named_once(tmp_path: Path) -> None:
    scratch = Scratch.stein(tmp_path)
    for id in ("een", "twee"):
        scratch.organisation(id, PHONE + KVK, name="Steunpunt De Dubbele")
    (problem,) = scratch.problems()
    assert scratch.inside(problem.file).endswith("twee.yml")
    assert "een.yml" in problem.message and "formerly" in problem.hint
    assert (problem.path, problem.severity) == ("identifiers.kvk", "warning")


def test_a_central_number_of_hundreds_is_looked_at_quickly(tmp_path: Path) -> None:
    """Only the same name counts then; branches with names of their own stay unmentioned."""
    scratch = Scratch.stein(tmp_path)
    for number in range(60):
        scratch.organisation(
            f"tak-{number}", PHONE, name=f"Tak {chr(97 + number % 26) * 3}{chr(97 + number // 26) * 3}"
        )
    scratch.organisation("tak-zelfde", PHONE, name="Tak aaaaaa")
    assert scratch.codes() == ["same-organisation"]
