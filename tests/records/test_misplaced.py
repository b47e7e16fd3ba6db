"""Files that hold a record and are not where, or how, records are read: each is told once, with where it belongs."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.building.loading import load
from generator.pages.lasting import updated
from generator.records.prose import Prose
from tests.editions import TODAY
from tests.scratch import Scratch

ORGANISATION = """\
name: Stichting De Proef
summary: Helpt mensen die voor een ander zorgen.
area: [stein]
checked:
  date: 2026-03
  source: Website
website: https://deproef.example/
offerings:
  - id: een
    name: Een
    summary: Een.
    help: [vervoer]
    first_step: Bel.
"""
ACTIVITY = "name: Koffie\norganisation: x\nsummary: Koffie.\nstart: 2026-12-10 10:00\nplace: Stein\n"
MUNICIPALITY = "name: Beek\nplaces: [Elsloo]\ncode: GM0888\n"
NETWORK = "name: Net\nsummary: Samen.\narea: [stein]\nmembers: []\nscale: meso\n"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("p.txt", "file-extension"), ("p.yml.txt", "file-extension"), ("p.YML", "file-extension"),
        ("p.yaml", "file-extension"), ("p", "file-extension"), ("p.json", "file-extension"),
        ("p.docx", "file-document"), ("p.odt", "file-document"), ("p.xlsx", "file-document"),
        ("p.yml.bak", None), ("p.png", None), ("p.pdf", None),
    ],
)  # fmt: skip
def test_a_record_that_is_kept_in_another_form_is_told(tmp_path: Path, name: str, code: str | None) -> None:
    scratch = Scratch.stein(tmp_path)
    scratch.write(f"data/organisations/stein/{name}", ORGANISATION)
    assert scratch.codes() == ([code] if code else [])


def test_a_document_is_a_warning(tmp_path: Path) -> None:
    scratch = Scratch.stein(tmp_path)
    scratch.write("data/organisations/p.docx", b"PK")
    assert [(found.code, found.severity) for found in scratch.problems()] == [("file-document", "warning")]


@pytest.mark.parametrize("written", ["Nog bellen met de wijkverpleging.\n", "todo: bellen\n", "", "name: x\n"])
def test_notes_are_no_record(tmp_path: Path, written: str) -> None:
    scratch = Scratch.stein(tmp_path)
    scratch.write("data/organisations/notities.txt", written)
    scratch.write("data/notities.txt", written)
    assert scratch.codes() == []


@pytest.mark.parametrize(
    ("folder", "record", "belongs"),
    [
        ("activities", ORGANISATION, "data/organisations/"), ("municipalities", ORGANISATION, "data/organisations/"),
        ("networks", ORGANISATION, "data/organisations/"), ("organisations", ACTIVITY, "data/activities/"),
        ("organisations", MUNICIPALITY, "data/municipalities/"), ("organisations", NETWORK, "data/networks/"),
    ],
)  # fmt: skip
def test_a_record_in_the_folder_of_another_kind_is_told_once(
    tmp_path: Path, folder: str, record: str, belongs: str
) -> None:
    scratch = Scratch.stein(tmp_path)
    scratch.write(f"data/{folder}/p.yml", record)
    (problem,) = scratch.problems()
    assert (problem.code, problem.hint) == ("record-elsewhere", f"verplaats het bestand naar {belongs}.")


def test_a_record_with_many_slips_is_still_one_of_its_folder(tmp_path: Path) -> None:
    scratch = Scratch.stein(tmp_path)
    scratch.write("data/organisations/p.yml", "naam: x\nsamenvatting: y\nwerkgebied: z\ngecontroleerd: w\n")
    scratch.write("data/networks/n.yml", "name: Net\nsummary: Samen.\narea: [stein]\nscale: meso\nwebsite: x\n")
    assert "record-elsewhere" not in scratch.codes()


def test_a_record_beside_the_folders_is_read_by_nobody(tmp_path: Path) -> None:
    scratch = Scratch.stein(tmp_path)
    scratch.write("data/de-proef.yml", ORGANISATION)
    (problem,) = scratch.problems()
    assert problem.code == "file-astray" and "data/organisations/" in problem.hint


def test_a_file_that_got_another_name_is_told_once_for_all_its_addresses(tmp_path: Path) -> None:
    scratch = Scratch.stein(tmp_path)
    before = scratch.write("data/organisations/oud.yml", ORGANISATION)
    plan = load(scratch.edition, TODAY).plan
    assert plan is not None
    scratch.write("data/addresses.txt", updated(scratch.edition, plan, Prose.of(scratch.edition)))
    before.rename(before.with_name("nieuw.yml"))
    (problem,) = scratch.problems()
    assert problem.code == "address-gone" and "/organisaties/oud/ " in problem.message
    assert problem.hint.startswith('heet het nu "nieuw"? Schrijf dan in dat record: formerly: [oud].')
    scratch.write("data/organisations/nieuw.yml", ORGANISATION + "formerly: [oud]\n")
    assert scratch.codes() == []
    scratch.organisation("ander", "refers_to: [oud]\n", name="Ander", website="https://ander.example/")
    (problem,) = scratch.problems()
    assert problem.hint.startswith('bedoelde u "nieuw"?'), "who names the old id hears the new one"


def test_what_stands_there_without_a_value_is_not_missing_as_well(tmp_path: Path) -> None:
    scratch = Scratch.stein(tmp_path)
    for written, field in (("help: [vervoer]", "help:"), ("first_step: Bel.", "first_step:")):
        scratch.write("data/organisations/p.yml", ORGANISATION.replace(written, field))
        assert scratch.codes() == ["no-value"]
    scratch.write("data/organisations/p.yml", ORGANISATION)
    scratch.write("data/vocabularies/woorden.yml", "")
    assert scratch.codes() == ["file-empty"]
