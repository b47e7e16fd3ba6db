"""What can be so, and mostly isn't, is a warning; what people rightly write is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.national.layer import FOLDER
from generator.national.shown import ACUTE
from generator.problems.problem import WARNINGS
from generator.validation.rules.likely import ACUTE_NUMBERS
from generator.values import phones
from tests.scratch import Scratch

OFFERING = "offerings:\n  - id: een\n    name: Een\n    summary: Een.\n    help: [vervoer]\n    first_step: %s\n"
PHONE = "phones:\n  - number: 046 433 34 55\n"


def codes(tmp_path: Path, more: str = "", **changed: str) -> list[str]:
    scratch = Scratch.stein(tmp_path)
    scratch.organisation("de-proef", more, **changed)
    found = scratch.problems()
    assert all(problem.severity == "warning" for problem in found)
    return [problem.code for problem in found]


@pytest.mark.parametrize("written", ["ja", "nee", "Geen.", "n.v.t.", "'-'", "onbekend", "x"])
def test_an_answer_is_no_sentence(tmp_path: Path, written: str) -> None:
    assert codes(tmp_path, OFFERING % "Bel." + f"    eligibility: {written}\n") == ["answer-alone"]
    assert codes(tmp_path, f"private_reason: {written}\n") == ["answer-alone"]


@pytest.mark.parametrize("written", ["U woont in Stein.", "Geen zorgindicatie nodig.", "Vanaf 65 jaar"])
def test_a_short_sentence_is_one(tmp_path: Path, written: str) -> None:
    assert codes(tmp_path, OFFERING % "Bel." + f"    eligibility: {written}\n") == []


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Bel 0575 20 00 00.", ["number-in-text"]),
        ("Bel 0575-200000 op werkdagen.", ["number-in-text"]),
        ("Bel 0900 1234 (tien cent).", ["number-in-text"]),
        ("Bel 046 433 34 55.", []),
        ("Bel 046-4333455.", []),
        ("Bel 112 of 0800-2000.", []),
        ("Bel 0800 0113.", []),
        ("Kom op 04-12-2026 om 10.00 uur.", []),
        ("Bel 14 0575.", []),
    ],
)
def test_a_number_in_a_sentence_is_one_of_the_record(tmp_path: Path, written: str, expected: list[str]) -> None:
    assert codes(tmp_path, PHONE + OFFERING % written) == expected


def test_the_numbers_of_acute_help_are_those_of_the_national_layer() -> None:
    found = set()
    for id in ACUTE:
        (file,) = (FOLDER / "organisations").rglob(f"{id}.yml")
        lines = (line.partition("number:")[2].strip(' "\n') for line in file.read_text("utf-8").splitlines())
        found |= {phones.canonical(line) for line in lines if line}
    assert found == ACUTE_NUMBERS


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("place: Zutfen", ["place-unknown"]), ("place: Sittart", ["place-unknown"]), ("place: Zutphen", []),
        ("place: Den Haag", []), ("place: Elsloo", []), ("place: Uden", []), ("place: Ljouwert", []),
        ("place: Zutfen, country: BE", []), ("place: Xyzzyqwerty", []), ("place: Lindedal", []),
    ],
)  # fmt: skip
def test_a_place_that_is_nearly_one(tmp_path: Path, address: str, expected: list[str]) -> None:
    Scratch.stein(tmp_path).write("data/municipalities/lindedal.yml", "name: Lindedal\nfictional: ja\n")
    assert codes(tmp_path, f"address: {{{address}}}\n") == expected


def test_a_place_of_the_edition_itself_is_one(tmp_path: Path) -> None:
    scratch = Scratch.stein(tmp_path)
    scratch.write("data/municipalities/stein.yml", "name: Stein\nplaces: [Zutfen]\n")
    assert codes_of(scratch) == []


def codes_of(scratch: Scratch) -> list[str]:
    scratch.organisation("de-proef", "address: {place: Zutfen}\n")
    scratch.write("data/municipalities/stein.yml", "name: Stein\nplaces: [Zutfen]\n")
    return scratch.codes()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("STICHTING DE HULP", ["shouting"]), ("MANTELZORG", ["shouting"]), ("HULP BIJ HUIS", ["shouting"]),
        ("GGD", []), ("MEE ZUID", []), ("GGZ NHN", []), ("Stichting MEE", []), ("UNICEF", []), ("KBO-PCOB", []),
    ],
)  # fmt: skip
def test_a_name_in_capitals_that_is_no_abbreviation(tmp_path: Path, name: str, expected: list[str]) -> None:
    assert codes(tmp_path, name=name) == expected


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Maria", ["private-name"]), ("Vraag naar Anja", ["private-name"]), ("Jan (receptie)", ["private-name"]),
        ("Jan de Vries", ["private-name"]), ("Receptie", []), ("Huize Maria", []), ("Maria Hoop", []),
        ("Sint Anna", []), ("Mantelzorgconsulent", []), ("Bel ons", []),
    ],
)  # fmt: skip
def test_a_label_is_a_role(tmp_path: Path, label: str, expected: list[str]) -> None:
    assert codes(tmp_path, f"{PHONE}    label: {label}\n") == expected


def test_an_address_without_a_seal(tmp_path: Path) -> None:
    assert codes(tmp_path, website="http://deproef.example/") == ["url-insecure"]
    assert codes(tmp_path, website="https://deproef.example/http://x") == []


def test_all_of_it_is_a_warning() -> None:
    assert {"answer-alone", "number-in-text", "place-unknown", "url-insecure", "shouting", "private-name"} <= WARNINGS
