"""What YAML would leave out is told with what it read and what to write."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.records.yamltext import Document
from tests.scratch import Scratch


@pytest.fixture
def scratch(tmp_path: Path) -> Scratch:
    return Scratch.stein(tmp_path)


def told(text: str) -> list[tuple[str, str, str]]:
    """Code, path and what to write between quotes, of what YAML left out."""
    return [
        (
            finding.code,
            ".".join(map(str, finding.path)),
            str(finding.values.get("quoted", finding.values.get("advice"))),
        )
        for finding, _ in Document(text).findings()
    ]


@pytest.mark.parametrize(
    ("written", "code", "advice"),
    [
        ("{amount: 7,50}", "comma-cut", '"7,50"'),
        ("{note: a, b}", "comma-cut", '"a, b"'),
        ("{note: a, b, c, kind: gratis}", "comma-cut", '"a, b, c"'),
        ('{note: zeg "nee", dan}', "comma-cut", "'zeg \"nee\", dan'"),
        ("{note: a,\n  b c}", "comma-cut", '"a, b c"'),
        ('{note: "a", b}', "key-alone", "b: …"),
        ("{kind:gratis}", "key-alone", "kind: gratis"),
        ("{gratis}", "key-alone", "gratis: …"),
    ],
)
def test_a_comma_between_braces_cuts_nothing_off(written: str, code: str, advice: str) -> None:
    (found,) = told(f"cost: {written}\n")
    assert (found[0], found[2]) == (code, advice)


@pytest.mark.parametrize(
    "written", ['{note: "a, b"}', "{days: [ma, di], note: x}", "{a: , b: x}", "{a: {b: c}, d: e}", "{}"]
)
def test_commas_between_fields_are_no_fault(written: str) -> None:
    assert told(f"cost: {written}\n") == []


def test_what_was_written_counts_for_what_else_is_wrong() -> None:
    assert Document("cost: {amount: 7,50, note: a}").data == {"cost": {"amount": "7,50", "note": "a"}}


@pytest.mark.parametrize(
    ("written", "whole"),
    [
        ("046 123 #4", '"046 123 #4"'),
        ("Zaal #3 van het dorpshuis", '"Zaal #3 van het dorpshuis"'),
        ("#74255c", '"#74255c"'),
        ("Doe mee  #samen", '"Doe mee #samen"'),
    ],
)
def test_a_hash_that_cuts_a_value_off_is_told(written: str, whole: str) -> None:
    assert told(f"a: {written}\n") == [("hash-cut", "a", whole)]
    assert told(f"l:\n  - {written}\n")[:1] == ([("hash-cut", "l.0", whole)] if written[0] != "#" else [])


@pytest.mark.parametrize(
    "line",
    [
        "a: b # uitleg",
        "a: b #",
        "a: b ## x",
        "a: b #- x",
        "a: 'b' #x",
        'a: "b #3"',
        "a: b#3",
        "a: [b] #x",
        "#a: b",
        "  #a: b",
        "a: |\n  b #3",
    ],
)
def test_a_comment_is_no_fault(line: str) -> None:
    assert told(f"x: y\n{line}\n") == []


def test_where_a_value_can_be_no_value_with_it_a_hash_is_a_comment(scratch: Scratch) -> None:
    scratch.organisation("de-proef", "status: active #nog wel\nkind: welzijn #of niet\n")
    assert scratch.codes() == []


def test_one_slip_hides_nothing_else_in_the_file_or_in_others(scratch: Scratch) -> None:
    scratch.organisation(
        "een", 'email: "x\nphones:\n  - number: 12\n  - {label: x\n  - number: 13\nhelp: x\n', website="a: b"
    )
    scratch.organisation("twee", "email: geen adres\n")
    assert [(line, code) for _, line, _, code in scratch.found()] == [
        (5, "yaml-syntax"),
        (6, "yaml-syntax"),
        (8, "phone-format"),
        (9, "yaml-syntax"),
        (10, "phone-format"),
        (11, "unknown-field"),
        (6, "email-format"),
    ]


def test_a_vocabulary_with_a_slip_is_still_held_against_records(scratch: Scratch) -> None:
    scratch.write("data/vocabularies/help.yml", "- id: wandelen\n  label: [x\n- id: zingen\n  label: Zingen\n")
    scratch.organisation(
        "een",
        "offerings:\n  - {id: a, name: A, summary: A., first_step: Bel., help: [wandelen, zingen, fietsenmaken]}\n",
    )
    assert [code for *_, code in scratch.found() if code != "link-gone"] == ["unknown-reference", "yaml-syntax"]


def test_a_file_of_slips_alone_says_where_it_begins(scratch: Scratch) -> None:
    scratch.write("data/organisations/een.yml", "a: b: c\n" * 30)
    assert [(line, code) for _, line, _, code in scratch.found()] == [(1, "yaml-syntax")]
