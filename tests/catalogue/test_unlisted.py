"""A kennisrugzak says what it still lacks: to who checks the records, and to who reads its page."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.building.loading import load
from generator.catalogue.unlisted import missing
from generator.model.knowledge import Backpack
from tests.editions import TODAY
from tests.scratch import VALID, Scratch

PACK = "content/kennisrugzak/stein/elkaar-vinden.md"


@pytest.fixture
def valid(tmp_path: Path) -> Scratch:
    """The edition with a kennisrugzak that lacks nothing."""
    return Scratch.copy(VALID, tmp_path)


def lacks(scratch: Scratch, key: str = "stein/elkaar-vinden") -> list[tuple[str, str]]:
    """What a kennisrugzak lacks: each code with what it is about."""
    catalogue = load(scratch.edition, TODAY).catalogue
    assert catalogue is not None
    return [
        (finding.code, str(finding.values.get("id") or finding.values.get("heading", "")))
        for finding in missing(catalogue, key)
    ]


def changed(scratch: Scratch, old: str, new: str) -> None:
    file = scratch.root / PACK
    text = file.read_text("utf-8")
    assert old in text
    scratch.write(PACK, text.replace(old, new, 1))


def test_a_whole_kennisrugzak_lacks_nothing(valid: Scratch) -> None:
    assert lacks(valid) == []


def test_an_empty_one_lacks_everything(valid: Scratch) -> None:
    """Every heading, every list and the source: each once, in the order of the form."""
    valid.write(PACK, "---\nmunicipality: stein\ncore_theme: S\ndesign_question: H?\n---\n")
    found = lacks(valid)
    headings = list(Backpack.SECTIONS.values())
    assert [about for code, about in found if code == "missing-section"] == headings
    assert [about for code, about in found if code == "section-without-records"] == headings[1:]
    assert found[-1] == ("backpack-unchecked", "")


def test_who_is_named_in_the_text_belongs_in_the_lists(valid: Scratch) -> None:
    """An organisation, one of its other names, a tool: said once, where it is named first."""
    changed(valid, "Hier staat wat er te vertellen is.", "Bel Veilig Thuis. Speel met de TeamThermometer.")
    assert lacks(valid) == [("named-not-listed", "veilig-thuis"), ("named-not-listed", "teamthermometer")]
    problems = [problem for problem in valid.problems() if problem.code == "named-not-listed"]
    line = next(
        at for at, text in enumerate((valid.root / PACK).read_text("utf-8").splitlines(), 1) if "Veilig" in text
    )
    assert [(problem.line, problem.severity) for problem in problems] == [(line, "warning")] * 2


def test_an_offer_that_is_named_belongs_there_too(valid: Scratch) -> None:
    """Its organisation alone is not enough; once it is listed, both are."""
    changed(valid, "Hier staat wat er te vertellen is.", "Vraag naar de Mantelzorglijn van MantelzorgNL.")
    assert ("named-not-listed", "mantelzorgnl/mantelzorglijn") in lacks(valid)
    changed(valid, "known: [kring-stein]", "known: [kring-stein, mantelzorgnl/mantelzorglijn]")
    assert lacks(valid) == []


@pytest.mark.parametrize("day", [date(2026, 12, 31), date(2027, 1, 1)])
def test_it_is_said_where_it_stands_wherever_the_kennisrugzak_belongs_by_now(day: date, tmp_path: Path) -> None:
    """Wijdemeren becomes part of Hilversum, and its kennisrugzak with it."""
    scratch = Scratch(tmp_path)
    for name in ("Hilversum", "Wijdemeren"):
        scratch.write(f"data/municipalities/{name.lower()}.yml", f"name: {name}\n")
    front = "---\nmunicipality: wijdemeren\ncore_theme: Samen\ndesign_question: Hoe?\n---\n"
    scratch.write("content/kennisrugzak/wijdemeren/samen.md", f"{front}\n## Inleiding\n\nBel Veilig Thuis.\n")
    found = [(problem.line, problem.path) for problem in scratch.problems(day) if problem.code == "named-not-listed"]
    assert found == [(9, "body[2]")]


@pytest.mark.parametrize("text", ["Dat valt mee.", "Wie de Veilige Thuisroute kent.", "De centrale vraag."])
def test_a_word_that_only_resembles_a_name_is_none(valid: Scratch, text: str) -> None:
    """`mee` is not MEE, and a name within longer words is not that name."""
    valid.organisation("mee", name="MEE", more="")
    valid.organisation("cent", name="Cent")
    changed(valid, "Hier staat wat er te vertellen is.", text)
    assert lacks(valid) == []
    changed(valid, text, "Bel MEE.")
    assert lacks(valid) == [("named-not-listed", "mee")]
