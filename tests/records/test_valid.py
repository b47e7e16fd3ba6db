"""Records of every kind that are as they should be, in every form that is allowed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.catalogue.making import Validation
from generator.model.kinds import KINDS
from generator.records.files import find
from generator.records.parsing import parse
from generator.validation.content import read_one
from generator.validation.shape import without_gaps
from tests.scratch import VALID, Scratch


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Scratch:
    return Scratch.copy(VALID, tmp_path_factory.mktemp("valid"))


@pytest.fixture(scope="module")
def validation(scratch: Scratch) -> Validation:
    return scratch.validate()


def test_nothing_is_wrong_with_them(scratch: Scratch) -> None:
    assert [str(problem) for problem in scratch.problems()] == []


def test_there_are_a_few_of_every_kind(scratch: Scratch) -> None:
    files, _ = find(scratch.edition)
    own = [file.kind for file in files if not file.national]
    assert {kind: own.count(kind) >= 2 for kind in KINDS} == dict.fromkeys(KINDS, True)


def test_values_are_typed_as_the_model_wants_them(validation: Validation) -> None:
    assert validation.catalogue
    linde = validation.catalogue.organisations["stichting-de-linde"].record
    assert [line.number for line in linde.phones] == ["046 433 34 55", "06 12 34 56 78"]
    assert linde.address and linde.identifiers and linde.opening_hours
    assert (linde.address.postcode, linde.address.number, linde.address.public) == ("6171 AB", "1", True)
    assert (linde.identifiers.kvk, linde.identifiers.agb) == ("01234567", "01234567")
    assert linde.opening_hours.by_appointment is True
    assert linde.phones[0].hours
    assert [closing.date for closing in linde.phones[0].hours.closed] == ["2026-12-24", "2026-12-31"]
    vrij, luisterlijn = linde.offerings
    assert vrij.cost and (vrij.cost.amount, vrij.cost.per, vrij.status) == ("2.50", "keer", "paused")
    assert (vrij.wait, vrij.villages, vrij.postcodes) == ("2-4 weken", ("elsloo",), ("6171", "6181"))
    whole = validation.catalogue.offers["stichting-de-linde/luisterlijn"].offering
    assert (whole.languages, whole.accessibility) == (linde.languages, linde.accessibility)
    assert luisterlijn.area == ("landelijk",)


def test_what_is_kept_of_a_record_gives_that_record_again(scratch: Scratch) -> None:
    """What passed is not held against lists and patterns twice, so it is kept as it was typed then."""
    files, _ = find(scratch.edition)
    seen = 0
    for file in files:
        parsed, _ = parse(file, Path(file.path).read_bytes())
        assert parsed is not None
        kind = KINDS[file.kind]
        model, data = kind.model, without_gaps({kind.listed: parsed.data} if kind.listed else parsed.data)
        read = read_one(file, "motor")
        assert read is not None
        kept = read[-1]
        first, again = model.model_validate(data), model.again(kept)
        assert again == first == model.model_validate_json(kept)
        seen += 1
    assert seen > 60


def test_windows_line_ends_change_nothing(validation: Validation) -> None:
    assert b"\r\n" in (VALID / "data/organisations/stein/oud-loket.yml").read_bytes()
    assert validation.catalogue
    record = validation.catalogue.organisations["oud-loket"].record
    assert (record.name, record.refers_to) == ("Oud Loket", ("stichting-de-linde/even-vrij",))


def test_the_national_list_fills_in_what_a_municipality_leaves_out(validation: Validation) -> None:
    assert validation.catalogue
    stein = validation.catalogue.municipalities["stein"].record
    assert (stein.code, stein.province) == ("GM0971", "Limburg")
    assert "Elsloo" in stein.places


def test_the_terms_of_the_edition_stand_beside_the_national_ones(validation: Validation) -> None:
    assert validation.catalogue
    help = validation.catalogue.vocabularies["help"]
    assert help.label("wandelen") == "Wandelen"
    assert {"lotgenoten", "wandelen"} <= {term.id for term in help.children("voor-uzelf")}


def test_the_text_of_a_markdown_record_is_what_stands_below_its_fields(validation: Validation) -> None:
    assert validation.catalogue
    tools = validation.catalogue.tools
    assert tools["gespreksronde"].record.body == "Ga in een kring zitten.\n\nDe oudste begint."
    assert tools["zonder-tekst"].record.body is None


def test_a_second_run_that_remembers_the_first_says_the_same(tmp_path: Path) -> None:
    scratch = Scratch.copy(VALID, tmp_path)
    scratch.organisation("vol-fouten", "phones: [{number: 06 1234}]\nopening_hours: zomaar\n", area="[nergens]")
    first = scratch.problems()
    assert (tmp_path / ".cache" / "records.store").is_file()
    assert len(first) == 3
    assert scratch.problems() == first


@pytest.mark.parametrize("broken", [b"", b"\0" * 8, b"\xff" * 100, b"\0\0\0\0\0\0\0\2[]"])
def test_a_broken_memory_is_as_good_as_none(broken: bytes, tmp_path: Path) -> None:
    scratch = Scratch.stein(tmp_path)
    scratch.organisation("de-proef")
    scratch.write(".cache/records.store", broken)
    assert scratch.found() == []


def test_a_change_is_seen_even_when_size_and_time_stay_the_same(tmp_path: Path) -> None:
    scratch = Scratch.stein(tmp_path)
    file = scratch.organisation("de-proef", "email: info@deproef.example\n")
    assert scratch.codes() == []
    before = file.stat()
    file.write_text(file.read_text("utf-8").replace("info@", "info."), "utf-8")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert scratch.codes() == ["email-format"]
