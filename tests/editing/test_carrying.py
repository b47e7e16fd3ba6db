"""Records follow a municipality into the one that it became part of, line by line."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.commands.asked import FAULTS, FINE
from generator.editing.carrying import changes, days
from tests.commands.typed import typed
from tests.scratch import Scratch

BEFORE, AFTER = date(2026, 12, 31), date(2027, 1, 1)

BLOCK = """\
# Een record met uitleg
name: Buurtkamer
summary: Inloop aan de plas.
area:   # waar wij komen
  - wijdemeren   # al jaren
  - "hilversum"
checked: {date: 2026-03, source: Website}   # wijdemeren blijft in een opmerking staan
website: https://wijdemeren.example/
offerings:
  - {id: een, name: Een, summary: Een., area: ['wijdemeren'], help: [vervoer], first_step: Bel.}
  - {id: twee, name: Twee, summary: Twee., area: [hilversum, wijdemeren], help: [vervoer], first_step: Bel.}
  - {id: drie, name: Drie, summary: Drie., area: [wijdemeren, hilversum], help: [vervoer], first_step: Bel.}
"""

CARRIED = """\
# Een record met uitleg
name: Buurtkamer
summary: Inloop aan de plas.
area:   # waar wij komen
  - "hilversum"
checked: {date: 2026-03, source: Website}   # wijdemeren blijft in een opmerking staan
website: https://wijdemeren.example/
offerings:
  - {id: een, name: Een, summary: Een., area: ['hilversum'], help: [vervoer], first_step: Bel.}
  - {id: twee, name: Twee, summary: Twee., area: [hilversum], help: [vervoer], first_step: Bel.}
  - {id: drie, name: Drie, summary: Drie., area: [hilversum], help: [vervoer], first_step: Bel.}
"""


@pytest.fixture
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Scratch:
    made = Scratch(tmp_path)
    made.write("data/municipalities/hilversum.yml", "name: Hilversum\n")
    made.write("data/municipalities/wijdemeren.yml", "name: Wijdemeren\n")
    made.write("data/organisations/buurtkamer.yml", BLOCK)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1798848000")  # 2 January 2027
    return made


def test_comments_and_everything_else_stay(scratch: Scratch) -> None:
    (record,) = (change for change in changes(scratch.edition, AFTER) if change.path.stem == "buurtkamer")
    assert record.content == CARRIED and not record.by_hand
    assert [line.number for line in record.lines] == [5, 10, 11, 12]


def test_nothing_is_written_before_the_day(
    scratch: Scratch, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1796083200")  # 1 December 2026
    assert days(scratch.edition, BEFORE) == (BEFORE, AFTER)
    assert typed("merge", "--write") == FINE
    said = capsys.readouterr().out
    assert "Vanaf 1 januari 2027 verandert dit" in said and "- wijdemeren   # al jaren" in said
    assert "er is nu niets te veranderen" in said
    assert (scratch.root / "data/organisations/buurtkamer.yml").read_text("utf-8") == BLOCK


def test_it_shows_first_and_writes_when_asked(scratch: Scratch, capsys: pytest.CaptureFixture[str]) -> None:
    assert typed("merge") == FINE
    said = capsys.readouterr().out
    assert "data/organisations/buurtkamer.yml:5\n  - - wijdemeren   # al jaren\n" in said
    assert "data/municipalities/hilversum.yml:2\n  + formerly: [wijdemeren]\n" in said
    assert "mantelkaart merge --write" in said
    assert (scratch.root / "data/organisations/buurtkamer.yml").read_text("utf-8") == BLOCK
    assert typed("merge", "--write") == FINE
    assert (scratch.root / "data/organisations/buurtkamer.yml").read_text("utf-8") == CARRIED
    assert not (scratch.root / "data/municipalities/wijdemeren.yml").exists()
    written = (scratch.root / "data/municipalities/hilversum.yml").read_text("utf-8")
    assert written == "name: Hilversum\nformerly: [wijdemeren]\n"
    assert scratch.codes(AFTER) == []
    capsys.readouterr()
    assert typed("merge") == FINE
    assert "er is nu niets te veranderen" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("name: Hilversum", "name: Hilversum\nformerly: [wijdemeren]\n"),
        (
            "name: Hilversum\nformerly: [oud]  # lang geleden\n",
            "name: Hilversum\nformerly: [oud, wijdemeren]  # lang geleden\n",
        ),
        (
            "formerly:  # vroeger\n  - oud\nname: Hilversum\n",
            "formerly:  # vroeger\n  - oud\n  - wijdemeren\nname: Hilversum\n",
        ),
        (
            "formerly:\n  - oud  # lang\n\n  # en daarna\n  - ouder\n# de naam\nname: Hilversum\n",
            "formerly:\n  - oud  # lang\n\n  # en daarna\n  - ouder\n  - wijdemeren\n# de naam\nname: Hilversum\n",
        ),
        ("name: Hilversum\nformerly: [wijdemeren]\n", "name: Hilversum\nformerly: [wijdemeren]\n"),
    ],
)  # fmt: skip
def test_the_old_id_stands_in_formerly(before: str, after: str, scratch: Scratch) -> None:
    """Whatever ends its lines."""
    for line_end in ("\n", "\r\n"):
        scratch.write("data/municipalities/wijdemeren.yml", "name: Wijdemeren\n")
        file = scratch.write("data/municipalities/hilversum.yml", before.replace("\n", line_end).encode())
        assert typed("merge", "--write") == FINE
        if "\n" in before:
            assert file.read_bytes() == after.replace("\n", line_end).encode()
        else:
            assert file.read_text("utf-8") == after


@pytest.mark.parametrize(
    "new",
    [
        "name: Hilversum\nformerly: [oud,  # lang geleden\n  ouder  # en langer\n]\n",
        "name: Hilversum\n'formerly': [oud]\n",
        "{name: Hilversum}\n",
        "name: Hilversum\nformerly:\n",
        "- een lijst\n",
        "name: 'niet gesloten\n",
        "",
    ],
)
def test_a_record_stays_until_another_one_says_what_it_was(
    new: str, scratch: Scratch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its addresses would lead nowhere."""
    old = scratch.root / "data/municipalities/wijdemeren.yml"
    scratch.write("data/municipalities/hilversum.yml", new)
    assert typed("merge", "--write") == FAULTS
    assert "wijdemeren.yml blijft staan tot het oude id in formerly staat" in capsys.readouterr().out
    assert (scratch.root / "data/municipalities/hilversum.yml").read_text("utf-8") == new and old.exists()
    scratch.write("data/municipalities/hilversum.yml", "name: Hilversum\nformerly: [wijdemeren]\n")
    assert typed("merge", "--write") == FINE and not old.exists()


def test_the_ids_of_before_go_along(scratch: Scratch) -> None:
    """A record that was renamed once: both of its ids stand in the new one, or it stays."""
    scratch.write("data/municipalities/wijdemeren.yml", "name: Wijdemeren\nformerly: [plassen]\n")
    scratch.write("data/municipalities/hilversum.yml", "name: Hilversum\nformerly: [plassen]\n")
    assert typed("merge", "--write") == FINE
    written = (scratch.root / "data/municipalities/hilversum.yml").read_text("utf-8")
    assert written == "name: Hilversum\nformerly: [plassen, wijdemeren]\n"


def test_a_kennisrugzak_moves_and_never_over_another_one(scratch: Scratch, capsys: pytest.CaptureFixture[str]) -> None:
    front = "---\nmunicipality: {}   # de gemeente\ncore_theme: Samen\ndesign_question: Hoe?\n---\nTekst wijdemeren\n"
    scratch.write("content/kennisrugzak/wijdemeren/een.md", front.format("wijdemeren"))
    scratch.write("content/kennisrugzak/wijdemeren/twee.md", front.format("wijdemeren"))
    there = scratch.write("content/kennisrugzak/hilversum/twee.md", front.format("hilversum"))
    assert typed("merge", "--write") == FAULTS
    assert "dit kan hier niet vanzelf" in capsys.readouterr().out
    moved = scratch.root / "content/kennisrugzak/hilversum/een.md"
    assert moved.read_text("utf-8") == front.format("hilversum")
    assert not (scratch.root / "content/kennisrugzak/wijdemeren/een.md").exists()
    assert (scratch.root / "content/kennisrugzak/wijdemeren/twee.md").exists()
    assert there.read_text("utf-8") == front.format("hilversum")


def test_other_records_and_line_ends_are_left_alone(scratch: Scratch) -> None:
    windows = BLOCK.replace("\n", "\r\n")
    scratch.write("data/organisations/buurtkamer.yml", windows.encode())
    other = scratch.organisation("ander", area="[hilversum]")
    broken = scratch.write("data/organisations/stuk.yml", "name: 'niet gesloten\narea: [wijdemeren]\n")
    before = other.read_bytes(), broken.read_bytes()
    assert typed("merge", "--write") == FINE
    assert (scratch.root / "data/organisations/buurtkamer.yml").read_bytes() == CARRIED.replace("\n", "\r\n").encode()
    assert (other.read_bytes(), broken.read_bytes()) == before


def test_networks_activities_and_tools_follow_too(scratch: Scratch) -> None:
    checked = "checked: {date: 2026-03, source: Website}\n"
    scratch.write("data/networks/kring.yml", "name: Kring\narea:\n- wijdemeren\nmembers:\n- organisation: buurtkamer\n")
    koffie = "name: Koffie\norganisation: buurtkamer\nstart: 2027-02-01\narea: [wijdemeren]\n"
    scratch.write("data/activities/koffie.yml", koffie)
    tool = f"---\nname: Tool\nsummary: Een tool.\nscope: lokaal\nmunicipality: wijdemeren\n{checked}---\nTekst.\n"
    scratch.write("content/tools/tool.md", tool)
    assert typed("merge", "--write") == FINE
    for path in ("data/networks/kring.yml", "data/activities/koffie.yml", "content/tools/tool.md"):
        text = (scratch.root / path).read_text("utf-8")
        assert "wijdemeren" not in text and "hilversum" in text, path
    assert "old-area" not in scratch.codes(AFTER)
