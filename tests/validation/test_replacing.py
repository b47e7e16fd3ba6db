"""What an edition does to the national layer: acute help is not changed in passing, and everything is said."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from generator.national.layer import FOLDER
from generator.national.shown import ACUTE
from tests.scratch import Scratch


def copied(id: str, *changes: tuple[str, str]) -> str:
    """A national record with something in it changed."""
    text = (FOLDER / "organisations" / f"{id}.yml").read_text("utf-8")
    for before, after in changes:
        assert before in text
        text = text.replace(before, after, 1)
    return text


def codes(scratch: Scratch) -> list[str]:
    """What was found, without what is said of every copy: nothing national has to be found as a kind of help."""
    return [code for code in scratch.codes() if code not in ("stale", "no-help")]


@pytest.mark.parametrize("id", ACUTE)
def test_a_copy_changes_nothing_and_is_said(scratch: Scratch, id: str) -> None:
    scratch.write(f"data/organisations/{id}.yml", copied(id))
    assert codes(scratch) == ["national-replaced"]
    (said,) = (found for found in scratch.problems() if found.code == "national-replaced")
    assert said.severity == "notice" and f"national/organisations/{id}.yml" in said.message


NUMBER = '- number: "112"'
OTHER_NUMBERS = ('- number: "113"', "- number: 0800 0113"), ("0800 0113\n    label: Ander", '"113"\n    label: Ander')
NO_NUMBER = ('phones:\n  - number: "112"\n    label: Ambulance, brandweer en politie\n', "")
AREA, OFFER = "area: landelijk", "    name: Advies bij"


@pytest.mark.parametrize(
    ("id", "changes", "told"),
    [
        ("noodnummer-112", [(NUMBER, "- number: 0900 8844")], "het nummer verandert hier: 112 wordt 0900 8844"),
        ("veilig-thuis", [("- number: 0800 2000", "- number: 043 123 45 67")], "het nummer"),
        ("113-zelfmoordpreventie", OTHER_NUMBERS, "het nummer"),
        ("noodnummer-112", [NO_NUMBER], "112 wordt niets"),
        ("veilig-thuis", [(AREA, f"{AREA}\nstatus: paused")], "de status verandert hier: active wordt paused"),
        ("huisartsenpost", [(AREA, f"{AREA}\nstatus: ended\nrefers_to: [noodnummer-112]")], "de status"),
        ("veilig-thuis", [(AREA, "area: [stein]")], "landelijk wordt stein"),
        ("veilig-thuis", [("  - id: advies-en-meldpunt", "  - id: iets-anders")], "het aanbod"),
        ("veilig-thuis", [(OFFER, f"    status: ended\n{OFFER}")], "de status"),
        ("veilig-thuis", [(OFFER, f"    phones: [{{number: 043 123 45 67}}]\n{OFFER}")], "het nummer"),
        ("veilig-thuis", [(OFFER, f"    visible: {{until: 2027-01-01}}\n{OFFER}")], "altijd wordt 2027-01-01"),
    ],
)
def test_a_change_of_acute_help_is_a_fault_without_a_reason(
    scratch: Scratch, id: str, changes: Sequence[tuple[str, str]], told: str
) -> None:
    scratch.write(f"data/organisations/{id}.yml", copied(id, *changes))
    faults = [found for found in scratch.problems() if found.severity == "fault"]
    assert {found.code for found in faults} == {"acute-changed"}
    assert any(told in found.message for found in faults), faults
    reasoned = copied(id, *changes) + "replaces_reason: De regio heeft dit zo afgesproken.\n"
    scratch.write(f"data/organisations/{id}.yml", reasoned)
    (said,) = (found for found in scratch.problems() if found.code in ("acute-changed", "national-replaced"))
    assert said.code == "national-replaced" and "De regio heeft dit zo afgesproken." in said.message


def test_more_may_be_added(scratch: Scratch) -> None:
    more = ("phones:\n", "phones:\n"), ("checked:\n", "  - number: 043 123 45 67\n    label: Regio\nchecked:\n")
    scratch.write("data/organisations/veilig-thuis.yml", copied("veilig-thuis", *more))
    scratch.write(
        "data/organisations/huisartsenpost.yml",
        copied("huisartsenpost", ("checked:\n", "phones:\n  - number: 043 123 45 67\nchecked:\n")),
    )
    assert set(codes(scratch)) == {"national-replaced"}


def test_what_is_not_acute_is_said_as_well(scratch: Scratch) -> None:
    scratch.organisation("per-saldo", "status: paused\n")
    scratch.write("content/tools/kijkglas.md", "---\nname: Kijk\nsummary: Kijk.\nscope: landelijk\n---\nKijk.\n")
    assert sorted(set(codes(scratch))) == ["national-replaced"] and len(codes(scratch)) == 2


def test_what_an_edition_adds_stands_behind_what_is_national(scratch: Scratch) -> None:
    scratch.write(
        "data/amend/organisations/veilig-thuis.yml",
        """\
        phones:
          - number: 043-1234567
            label: Kantoor in de regio
        note: In de regio kunt u ook langskomen.
        checked:
          date: 2026-03
          source: Website
        """,
    )
    catalogue = scratch.known()
    record = catalogue.organisations["veilig-thuis"].record
    assert [line.number for line in record.phones] == ["0800 2000", "043 123 45 67"]
    assert record.description == "In de regio kunt u ook langskomen."
    offering = catalogue.offers["veilig-thuis/advies-en-meldpunt"].offering
    assert [line.number for line in offering.phones] == ["0800 2000", "043 123 45 67"]
    assert offering.local_note == "In de regio kunt u ook langskomen."
    assert offering.description and "een oudere" in offering.description


def test_another_addition_is_another_record_to_who_made_a_page_of_it(scratch: Scratch) -> None:
    def seen(note: str) -> str:
        scratch.write(
            "data/amend/organisations/per-saldo.yml", f"note: {note}\nchecked: {{date: 2026-03, source: Website}}\n"
        )
        return scratch.known().organisations["per-saldo"].digest

    assert seen("Het een.") != seen("Het ander.")


@pytest.fixture
def scratch(tmp_path: Path) -> Scratch:
    return Scratch.stein(tmp_path)
