"""Finding the files of an edition, and taking apart what stands in them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.model.kinds import KINDS
from generator.national.layer import FOLDER as NATIONAL
from generator.records.files import RecordFile as File
from generator.records.files import find
from generator.records.parsing import MAX_BYTES, parse
from tests.scratch import Scratch

TOOL = "---\nname: Een tool\nsummary: Wat je ermee doet.\nscope: lokaal\n---\n"


@pytest.fixture
def scratch(tmp_path: Path) -> Scratch:
    return Scratch.stein(tmp_path / "editie")


def own(scratch: Scratch) -> list[tuple[str, str]]:
    """(kind, id) of the files that are the edition's own."""
    return [(file.kind, file.id) for file in find(scratch.edition)[0] if not file.national]


def test_every_folder_has_its_kind_and_folders_inside_only_group(scratch: Scratch) -> None:
    scratch.organisation("stein/de-brug")
    scratch.organisation("regio/zuid/de-linde")
    scratch.write("content/tools/kaart.md", TOOL)
    scratch.write("content/kennisrugzak/stein/samen.md", "---\n---\n")
    assert own(scratch) == [
        ("organisation", "de-linde"),
        ("organisation", "de-brug"),
        ("municipality", "stein"),
        ("backpack", "stein/samen"),
        ("tool", "kaart"),
    ]


def test_the_national_layer_is_under_every_edition(scratch: Scratch) -> None:
    kinds = {file.kind for file in find(scratch.edition)[0] if file.national}
    assert kinds == {"organisation", "vocabulary", "tool", "example", "worksheet", "activity"}
    assert all(file.name.startswith("national/") for file in find(scratch.edition)[0] if file.national)


def test_what_is_no_record_is_left_alone(scratch: Scratch) -> None:
    for name in (".verborgen.yml", "README.md", "notities.txt", "kaart.png", ".git/config.yml"):
        scratch.write(f"data/organisations/{name}", b"\xff\xfe geen record")
    scratch.write("content/tools/README.md", "Zo maak je een tool.\n")
    assert scratch.found() == []


def test_an_edition_without_any_folder_is_an_edition_without_records(tmp_path: Path) -> None:
    assert Scratch(tmp_path).codes() == ["no-municipality"]


@pytest.mark.parametrize("name", ["con trol", "Hoofdletter", "punt.punt", "--", "-voor", "achter-", "é", "x" * 81])
def test_a_name_that_can_be_no_address_is_refused(name: str, scratch: Scratch) -> None:
    file = scratch.organisation(name)
    assert scratch.found() == [(scratch.inside(str(file)), 1, 1, "file-name")]


def test_a_name_in_another_encoding_can_still_be_reported(scratch: Scratch) -> None:
    folder = scratch.organisation("de-proef").parent
    try:
        with open(os.fsencode(folder) + b"/caf\xe9.yml", "wb") as file:  # noqa: PTH123
            file.write(b"name: x\n")
    except OSError:
        return  # a disk that takes no such name never has one
    (problem,) = scratch.problems()
    assert problem.code == "file-name-bytes"
    assert "caf" in problem.message.encode("utf-8").decode()
    assert problem.file.encode("utf-8").decode().endswith("caf?.yml")


def test_a_file_that_is_far_too_large_is_not_read(scratch: Scratch) -> None:
    scratch.write("data/organisations/groot.yml", b"# vol\n" * (MAX_BYTES // 6 + 1))
    scratch.organisation("klein", "email: geen adres\n")
    (large, small) = scratch.problems()
    assert (large.line, large.column, large.code) == (1, 1, "file-too-large")
    assert str(MAX_BYTES) in large.message and large.hint
    assert small.code == "email-format"


def test_a_link_to_outside_the_edition_is_refused(scratch: Scratch) -> None:
    secret = scratch.root.parent / "geheim.yml"
    secret.write_text("name: Geheim\n", "utf-8")
    link = scratch.organisation("de-proef").with_name("binnen.yml")
    link.symlink_to(secret)
    (problem,) = scratch.problems()
    assert (problem.code, problem.line, problem.column) == ("file-outside", 1, 1)
    assert "binnen.yml" in problem.message and problem.hint
    assert "Geheim" not in str(scratch.problems())


def test_a_link_inside_the_edition_is_a_record_as_any_other(scratch: Scratch) -> None:
    file = scratch.organisation("regio/de-proef")
    (scratch.root / "data/organisations/de-kopie.yml").symlink_to(file)
    assert scratch.found() == []
    assert ("organisation", "de-kopie") in own(scratch)


def test_a_folder_that_is_a_link_is_not_entered_in_silence(scratch: Scratch) -> None:
    elsewhere = scratch.root.parent / "elders"
    elsewhere.mkdir()
    (elsewhere / "vreemd.yml").write_text("name: Vreemd\n", "utf-8")
    scratch.organisation("de-proef")
    (scratch.root / "data/organisations/elders").symlink_to(elsewhere)
    assert ("organisation", "vreemd") not in own(scratch)
    assert scratch.found() == [("data/organisations/elders", 1, 1, "file-outside")]


def test_a_file_that_is_gone_is_reported_and_the_others_are_read(scratch: Scratch) -> None:
    good = scratch.organisation("de-proef", "email: geen adres\n")
    good.with_name("weg.yml").symlink_to(good.with_name("nergens.yml"))
    assert scratch.found() == [
        ("data/organisations/de-proef.yml", 6, 8, "email-format"),
        ("data/organisations/weg.yml", 1, 1, "file-unreadable"),
    ]


def test_a_folder_with_the_name_of_a_record_is_only_a_folder(scratch: Scratch) -> None:
    scratch.organisation("map.yml/de-proef")
    assert ("organisation", "de-proef") in own(scratch)


MARKDOWN = File("t.md", "t.md", "tool", "t", national=False)


def lines_of(front: str, body: str) -> tuple[int, int]:
    """(line of the field `kind`, line of the body) of a Markdown record."""
    parsed, found = parse(MARKDOWN, f"{front}{body}".encode())
    assert parsed and found == []
    return parsed.place(("kind",)).line, parsed.place(("body",)).line


@pytest.mark.parametrize(
    ("front", "body", "expected"),
    [
        ("---\nkind: spel\n---\n", "Tekst.\n", (2, 4)),
        ("---\nkind: spel\n---\n", "\n\nTekst.\n", (2, 6)),
        ("---\n\n\nname: x\nkind: spel\n---\n", "Tekst.\n", (5, 7)),
        ("---   \n# uitleg\nkind: spel\n\n---\n", " \n\t\nTekst.\n", (3, 8)),
        ("-----\nkind: spel\n------\n", "Tekst.\n", (2, 4)),
        ("---\r\nname: x\r\nkind: spel\r\n---\r\n", "\r\nTekst.\r\n", (3, 6)),
        ("---\nname: spel\nkind: spel\n---\n", "spel\n---\nkind: spel\n", (3, 5)),
    ],
)
def test_lines_are_those_of_the_file(front: str, body: str, expected: tuple[int, int]) -> None:
    assert lines_of(front, body) == expected


def test_a_heading_in_the_text_is_found_on_its_own_line(scratch: Scratch) -> None:
    front = "---\nmunicipality: stein\ncore_theme: Samen\ndesign_question: Hoe?\n---\n"
    body = "\n\n## Een\n\nTekst met\u2028vreemde\u00a0tekens.\n\n```\n## geen kopje\n```\n\n## Twee ##\n\nMeer.\n"
    scratch.write("content/kennisrugzak/stein/samen.md", front + body)
    found = [(line, column) for _, line, column, code in scratch.found() if code == "unknown-section"]
    assert found == [(8, 1), (16, 1)]


def test_a_field_called_body_does_not_hide_what_else_is_wrong(scratch: Scratch) -> None:
    scratch.write("content/tools/kaart.md", "---\nname: Kaart\nbody: hier\nscope: overal\n---\nTekst.\n")
    assert scratch.found() == [
        ("content/tools/kaart.md", 2, 1, "missing-field"),
        ("content/tools/kaart.md", 3, 1, "unknown-field"),
        ("content/tools/kaart.md", 4, 8, "unknown-choice"),
    ]


def test_all_kinds_have_a_folder_of_their_own() -> None:
    assert len({kind.folder for kind in KINDS.values()}) == len(KINDS) == 10


def test_the_national_layer_holds_what_it_may_and_nothing_that_is_not_read() -> None:
    may = {kind.folder.split("/")[1] for kind in KINDS.values() if kind.national}
    assert {folder.name for folder in NATIONAL.iterdir() if folder.is_dir() and folder.name[0] != "_"} == may
