"""`mantelkaart new`: a record to begin with, valid as it is, in the place where it belongs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.commands.asked import FINE, MISUSED
from generator.editing import starters
from tests.commands.typed import typed
from tests.scratch import Scratch

NAMES = {
    "organisation": ('Stichting \'t Ei: "Samen" & zo', "data/organisations/stein/stichting-t-ei-samen-zo.yml"),
    "municipality": ("Zutphen", "data/municipalities/zutphen.yml"),
    "network": ("Kring #1", "data/networks/kring-1.yml"),
    "worksheet": ("Blad & Boom", "data/worksheets/blad-boom.yml"),
    "activity": ("Koffie & koek: samen", "data/activities/koffie-koek-samen.yml"),
    "amendment": ("Veilig Thuis", "data/amend/organisations/veilig-thuis.yml"),
    "tool": ("- Praatplaat", "content/tools/praatplaat.md"),
    "example": ("Soep, en $HOME", "content/praktijkvoorbeelden/soep-en-home.md"),
    "backpack": ("Hoe vinden wij elkaar?", "content/kennisrugzak/stein/hoe-vinden-wij-elkaar.md"),
}


def test_every_kind_can_be_begun() -> None:
    assert set(NAMES) == set(starters.kinds())


@pytest.mark.parametrize("kind", starters.kinds())
def test_a_new_record_is_valid_as_it_is(kind: str, scratch: Scratch, capsys: pytest.CaptureFixture[str]) -> None:
    name, path = NAMES[kind]
    assert typed("new", kind, "--", name) == FINE
    assert capsys.readouterr().out == f'Gemaakt: {path}. Vul het in en controleer het met "mantelkaart validate".\n'
    content = (scratch.root / path).read_text("utf-8")
    assert "#" in content and "$" not in content.replace("$schema=", "").replace("$HOME", "")
    faults = {p.code for p in scratch.problems() if p.severity == "fault"}
    assert faults <= {"starter-text", "unknown-reference"}, "nothing is wrong but what somebody still has to write"
    assert ("starter-text" in faults) == (kind != "municipality"), "nobody publishes it as it is"
    named = re.search(r"\$schema=(\S+)", content)
    assert named
    schema = ((scratch.root / path).parent / named[1]).resolve()
    kind_of_schema = scratch.root.resolve() / "data" / "schemas" / f"{kind}.json"
    assert schema == kind_of_schema


@pytest.mark.parametrize("kind", sorted(set(starters.kinds()) - {"municipality", "amendment"}))
def test_its_name_is_the_one_that_was_typed(kind: str, scratch: Scratch) -> None:
    name, path = NAMES[kind]
    typed("new", kind, "--", name)
    catalogue = scratch.validate().sound
    kept = {
        "organisation": catalogue.organisations, "network": catalogue.networks, "activity": catalogue.activities,
        "tool": catalogue.tools, "example": catalogue.examples, "backpack": catalogue.backpacks,
        "worksheet": catalogue.worksheets,
    }[kind]  # fmt: skip
    id = Path(path).stem if kind != "backpack" else f"stein/{Path(path).stem}"
    record = kept[id].record
    assert name in (getattr(record, "name", None), getattr(record, "design_question", None))


@pytest.mark.parametrize(
    ("name", "file", "fictional"),
    [
        ("'s-Hertogenbosch", "s-hertogenbosch", False),
        ("bergen-limburg", "bergen-limburg", False),
        ("zutphen", "zutphen", False),
        ("Verzonnendorp", "verzonnendorp", True),
    ],
)
def test_a_new_municipality_is_an_official_one_or_says_it_is_not(
    name: str, file: str, fictional: bool, scratch: Scratch
) -> None:
    assert typed("new", "municipality", name) == FINE
    assert scratch.found() == []
    content = (scratch.root / f"data/municipalities/{file}.yml").read_text("utf-8")
    assert ("fictional: true" in content) is fictional


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Uden", "Uden hoort sinds 1 januari 2022 bij Maashorst: het record is voor Maashorst."),
        ("Warnsveld", "Warnsveld ligt in de gemeente Zutphen: het record is voor Zutphen."),
        ("Scheveningen", "Scheveningen ligt in de gemeente Den Haag: het record is voor Den Haag."),
        ("Laren (Gelderland)", "Laren ligt in de gemeente Lochem: het record is voor Lochem."),
        ("7213", "Postcode 7213 ligt in de gemeente Lochem: het record is voor Lochem."),
    ],
)
def test_who_names_something_in_a_municipality_hears_for_which_the_record_is(
    name: str, said: str, scratch: Scratch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert typed("new", "municipality", name) == FINE
    assert said in capsys.readouterr().out


def test_a_name_of_two_municipalities_is_asked_back(scratch: Scratch, capsys: pytest.CaptureFixture[str]) -> None:
    assert typed("new", "municipality", "Bergen") == MISUSED
    assert "bergen-limburg, bergen-noord-holland" in capsys.readouterr().err
    assert not list(scratch.root.rglob("bergen*"))


def test_a_record_stands_with_one_municipality(scratch: Scratch, capsys: pytest.CaptureFixture[str]) -> None:
    assert typed("new", "organisation", "De Proef", "--municipality", "Stein, Beek") == MISUSED
    assert '"Stein, Beek" zijn er meer dan een' in capsys.readouterr().err


def test_an_existing_record_is_never_written_over(scratch: Scratch, capsys: pytest.CaptureFixture[str]) -> None:
    file = scratch.organisation("stein/de-proef")
    before = file.read_bytes()
    assert typed("new", "organisation", "De Proef") == MISUSED
    assert "bestaat al; er is niets veranderd" in capsys.readouterr().err
    assert file.read_bytes() == before


@pytest.mark.parametrize("name", ["", "???", "日本", "..", "/"])
def test_a_name_without_letters_can_be_no_file(name: str, scratch: Scratch, capsys: pytest.CaptureFixture[str]) -> None:
    before = sorted(scratch.root.rglob("*"))
    assert typed("new", "tool", name) == MISUSED
    assert "gebruik letters of cijfers" in capsys.readouterr().err
    assert sorted(scratch.root.rglob("*")) == before


def test_a_name_that_is_too_long_is_refused_before_it_is_a_fault(
    scratch: Scratch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert typed("new", "tool", "x" * 120) == FINE
    assert typed("new", "tool", "y" * 121) == MISUSED
    assert "121 tekens lang; er passen er 120" in capsys.readouterr().err
    assert typed("new", "backpack", "Hoe " * 99 + "dan?") == FINE
    assert {p.code for p in scratch.problems() if p.severity == "fault"} == {"starter-text"}


@pytest.mark.parametrize("path", ["../../../weg", "/tmp", "stein/../..", "Nergenshuizen"])
def test_a_new_record_stays_in_the_edition(path: str, scratch: Scratch, capsys: pytest.CaptureFixture[str]) -> None:
    before = sorted(scratch.root.parent.rglob("*"))
    for kind in starters.kinds():
        assert typed("new", kind, "De Proef", "--municipality", path) == MISUSED
        assert capsys.readouterr().err.startswith("mantelkaart: ")
    assert sorted(scratch.root.parent.rglob("*")) == before


def test_in_an_edition_of_several_somebody_says_for_which_it_is(
    scratch: Scratch, capsys: pytest.CaptureFixture[str]
) -> None:
    scratch.write("data/municipalities/beek.yml", "name: Beek\n")
    assert typed("new", "organisation", "De Proef") == MISUSED
    assert "noem de gemeente met --municipality; deze editie heeft er 2" in capsys.readouterr().err
    assert typed("new", "organisation", "De Proef", "--municipality", "beek") == FINE
    assert typed("new", "organisation", "De Linde", "--municipality", "Stein") == FINE
    assert {file for file, *_ in scratch.found()} <= {
        "data/organisations/beek/de-proef.yml",
        "data/organisations/stein/de-linde.yml",
    }
    assert typed("new", "municipality", "Zutphen") == FINE
