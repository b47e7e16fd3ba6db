"""One run reports everything: every fault of every file, and no fault that isn't there."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.national import layer as national
from generator.validation import reading
from tests.editions import TODAY
from tests.scratch import Scratch


@pytest.fixture
def scratch(tmp_path: Path) -> Scratch:
    return Scratch.stein(tmp_path)


def test_three_faults_in_one_file_give_three_reports(scratch: Scratch) -> None:
    scratch.organisation(
        "de-proef",
        """\
        phones:
          - number: 06 1234
        email: geen adres
        refers_to: [bestaat-niet]
        """,
    )
    assert scratch.found() == [
        ("data/organisations/de-proef.yml", 7, 13, "phone-format"),
        ("data/organisations/de-proef.yml", 8, 8, "email-format"),
        ("data/organisations/de-proef.yml", 9, 13, "unknown-reference"),
    ]


def test_faults_of_shape_and_of_rules_come_in_the_same_run(scratch: Scratch) -> None:
    scratch.organisation(
        "de-proef",
        """\
        kleur: groen
        phones: [{number: 06 12345678}]
        opening_hours:
          - {days: [maandag], from: "09:00", to: "12:00"}
          - {days: [di], from: "17:00", to: "09:00"}
        languages: [nl, klingon, nl]
        offerings:
          - {id: A!, name: A, summary: Een aanbod., help: [vervoer], first_step: Bel., ages: {from: 9, to: 3}}
        """,
        checked="{date: 2031, source: Website}",
    )
    assert [code for *_, code in scratch.found()] == [
        "check-in-future",
        "unknown-field",
        "private-phone",
        "weekday-format",
        "hours-night",
        "unknown-reference",
        "repeated-item",
        "id-format",
        "ages-order",
    ]


def test_several_bad_files_are_all_reported(scratch: Scratch) -> None:
    scratch.write("data/organisations/a.yml", "name: 'niet gesloten\n")
    scratch.write("data/organisations/b.yml", b"\xff\xfe\x00")
    scratch.write("data/organisations/c.yml", "")
    scratch.organisation("d", area="[nergens]")
    scratch.write("data/networks/e.yml", "- een lijst\n")
    scratch.write("content/tools/f.md", "geen gegevens\n")
    scratch.write("data/organisations/Hoofdletter.yml", "name: G\n")
    assert [(Path(file).name, code) for file, _, _, code in scratch.found()] == [
        ("f.md", "front-matter"),
        ("e.yml", "root-mapping"),
        ("Hoofdletter.yml", "file-name"),
        ("a.yml", "yaml-syntax"),
        ("b.yml", "byte-order-mark"),
        ("c.yml", "file-empty"),
        ("d.yml", "unknown-area"),
    ]


@pytest.mark.parametrize(
    "broken", [b"", b"\xff", b"'", b"- " * 5000, b"[" * 5000, b"{}", b"name: &a [*a]", b"\0", b"name: x\n" * 500]
)
def test_one_bad_file_never_hides_another(broken: bytes, scratch: Scratch) -> None:
    for folder, name in (("organisations", "a.yml"), ("networks", "a.yml"), ("vocabularies", "help.yml")):
        scratch.write(f"data/{folder}/{name}", broken)
    scratch.organisation("b", "email: geen adres\n")
    found = scratch.found()
    assert ("data/organisations/b.yml", 6, 8, "email-format") in found
    assert {Path(file).parent.name for file, *_ in found} == {"organisations", "networks", "vocabularies"}


def test_many_files_are_read_by_several_processes_and_all_reported(scratch: Scratch) -> None:
    count = reading.ALONE + 20
    for number in range(count):
        scratch.organisation(f"o-{number:04}", "email: geen adres\n")
    found = scratch.found()
    assert len({file for file, *_ in found}) == len(found) == count
    assert found == sorted(found)
    assert scratch.found() == found, "what is remembered says the same"


def test_an_edition_with_faults_has_no_catalogue_and_one_with_warnings_has(scratch: Scratch) -> None:
    scratch.organisation("de-proef", website=None)
    warned = scratch.validate()
    assert [problem.severity for problem in warned.problems] == ["warning"]
    assert warned.catalogue and warned.faults == ()
    scratch.organisation("de-linde", area="[nergens]")
    failed = scratch.validate()
    assert failed.catalogue is None and len(failed.faults) == 1


def test_a_record_of_the_edition_stands_in_for_the_national_one(scratch: Scratch) -> None:
    scratch.organisation("alzheimer-nederland", name="Alzheimer Stein")
    validation = scratch.validate()
    assert validation.catalogue
    assert validation.catalogue.organisations["alzheimer-nederland"].record.name == "Alzheimer Stein"


def test_a_vocabulary_of_the_edition_is_one_file(scratch: Scratch) -> None:
    for folder in ("a", "b"):
        scratch.write(f"data/vocabularies/{folder}/help.yml", "- {id: wandelen, label: Wandelen}\n")
    assert scratch.found() == [("data/vocabularies/b/help.yml", 1, 1, "duplicate-id")]


def test_a_reference_to_a_record_with_faults_is_no_second_fault(scratch: Scratch) -> None:
    scratch.organisation("de-proef", "refers_to: [de-linde, de-linde/maatje, de-brug, de-brug/wat-dan-ook]\n")
    scratch.organisation(
        "de-linde",
        "offerings:\n  - {id: maatje, name: Maatje, summary: Een maatje., help: [vervoer], first_step: 1, law: x}\n",
    )
    scratch.write("data/organisations/de-brug.yml", "name: 'niet gesloten\n")
    assert [(Path(file).stem, code) for file, _, _, code in scratch.found()] == [
        ("de-brug", "yaml-syntax"),
        ("de-linde", "list-expected"),
    ]


def test_a_word_of_a_vocabulary_with_faults_is_no_second_fault(scratch: Scratch) -> None:
    offer = "offerings:\n  - {id: a, name: A, summary: Een aanbod., help: [wandelen], first_step: Bel.}\n"
    scratch.organisation("de-proef", offer)
    assert scratch.codes() == ["unknown-reference"]
    scratch.write("data/vocabularies/help.yml", "- {id: wandelen, label: Wandelen, kleur: groen}\n")
    assert scratch.codes() == ["unknown-field"]
    scratch.write("data/vocabularies/help.yml", "- {id: wandelen, label: 'Wandelen}\n")
    assert scratch.codes() == ["yaml-syntax"]
    scratch.write("data/vocabularies/help.yml", "- {id: wandelen, label: Wandelen}\n")
    assert scratch.codes() == []


def test_an_offering_can_be_pointed_at_and_one_that_is_not_there_cannot(scratch: Scratch) -> None:
    offer = "offerings:\n  - {id: maatje, name: Maatje, summary: Een maatje., help: [vervoer], first_step: Bel.}\n"
    scratch.organisation("de-linde", offer)
    scratch.organisation("de-proef", "refers_to: [de-linde/maatje, de-linde/matje]\n")
    (problem,) = scratch.problems()
    assert (problem.code, problem.path) == ("unknown-reference", "refers_to[1]")
    assert 'bedoelde u "de-linde/maatje"?' in problem.hint


def test_faults_of_the_national_layer_are_faults_and_its_warnings_are_for_its_keepers(scratch: Scratch) -> None:
    far = date(2036, 1, 1)
    scratch.organisation("de-proef")
    found = scratch.found(far)
    assert found == [("data/organisations/de-proef.yml", 4, 17, "stale")]


def test_a_municipality_may_be_as_short_as_its_name(scratch: Scratch) -> None:
    names = {"s-hertogenbosch": "'s-Hertogenbosch", "bergen-limburg": "Bergen", "sudwest-fryslan": "Súdwest-Fryslân"}
    for id, name in names.items():
        scratch.write(f"data/municipalities/{id}.yml", f'name: "{name}"\n')
    assert scratch.found() == []


def test_each_municipality_can_be_published(scratch: Scratch) -> None:
    for id, known in national.municipalities().items():
        scratch.write(f"data/municipalities/{id}.yml", f'name: "{known.name}"\n')
    validation = scratch.validate()
    assert [(Path(p.file).stem, p.code) for p in validation.problems] == [("wijdemeren", "merger-ahead")]
    assert validation.catalogue and len(validation.catalogue.municipalities) == 345


def test_the_same_edition_gives_the_same_problems_in_the_same_order(scratch: Scratch) -> None:
    for id in ("b", "a", "c"):
        scratch.organisation(id, "email: x\nkvk: 1\n")
    first = scratch.validate(TODAY).problems
    assert list(first) == sorted(first)
    assert scratch.validate(TODAY).problems == first
