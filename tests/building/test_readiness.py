"""What an edition misses before people can rely on it is said to who validates and to who publishes."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.building.loading import load
from generator.building.readiness import before_first
from tests.scratch import SETTINGS, TODAY, Scratch

URGENT = "urgent: {name: Post, phones: [{number: 0800 0000}]}\n"


def missing(scratch: Scratch) -> list[str]:
    return [found.code for found in load(scratch.edition, TODAY, whole=True).problems]


@pytest.mark.parametrize(
    ("more", "codes"),
    [
        ("", ["no-counter", "no-report-address", "no-urgent"]),
        (URGENT, ["no-counter", "no-report-address"]),
        ("urgent:\n  name: Post\n", ["no-counter", "no-report-address", "no-urgent"]),
        (f"{URGENT}contact: {{phones: [{{number: 0800 0000}}]}}\n", ["no-report-address"]),
        (f"{URGENT}contact: {{email: loket@stein.example}}\n", []),
        (f"{URGENT}contact: {{organisation: de-proef}}\n", ["no-report-address"]),
        (f"{URGENT}contact: {{organisation: met-mail}}\n", []),
        (f"{URGENT}contact: {{organisation: zonder}}\n", ["no-counter", "no-report-address"]),
    ],
)
def test_a_municipality_needs_whom_to_ring_and_where_to_report(scratch: Scratch, more: str, codes: list[str]) -> None:
    scratch.write("data/municipalities/stein.yml", f"name: Stein\n{more}")
    scratch.organisation("de-proef")
    scratch.organisation("met-mail", "email: info@stein.example\n")
    scratch.organisation("zonder", "address: {place: Stein}\n", website=None)
    assert missing(scratch) == codes


@pytest.mark.parametrize(
    ("settings", "codes"),
    [
        ("", ["no-site-url"]),
        ("site_url:\n", ["no-site-url"]),
        ("site_url: # later\n", ["no-site-url"]),
        ("# site_url: https://stein.example/\n", ["no-site-url"]),
        ("site_url: https://www.voorbeeld.nl/\n", ["starter-text"]),
        ("site_url: !ENV SITE_URL\n", []),
        ("INHERIT: ../mkdocs.yml\n", []),
    ],
)
def test_a_site_needs_an_address(scratch: Scratch, settings: str, codes: list[str]) -> None:
    scratch.write("mkdocs.yml", SETTINGS + settings)
    scratch.write("data/municipalities/stein.yml", f"name: Stein\n{URGENT}contact: {{email: loket@stein.example}}\n")
    assert missing(scratch) == codes


def test_before_the_first_time_there_is_a_list_and_later_there_is_none(scratch: Scratch) -> None:
    scratch.write("mkdocs.yml", SETTINGS)
    found = load(scratch.edition, TODAY, whole=True).problems
    codes = ["no-counter", "no-report-address", "no-urgent", "no-site-url", "no-organisation", "no-addresses"]
    assert [item.code for item in before_first(scratch.edition, found)] == codes
    scratch.organisation("de-proef")
    assert [item.code for item in before_first(scratch.edition, found)] == [*codes[:4], "no-addresses"]
    scratch.write("data/addresses.txt", "# niets\n")
    assert len(before_first(scratch.edition, found)) == 5
    scratch.write("data/addresses.txt", "/stein/\n")
    assert before_first(scratch.edition, found) == []


def test_a_build_does_not_wait_for_it(scratch: Scratch) -> None:
    assert scratch.codes() == []


@pytest.mark.parametrize("sign", ["Schrijf hier wie u bent.", "Kijk op https://www.voorbeeld.nl/ voor meer."])
def test_prose_that_still_has_to_be_written_is_a_fault_on_its_line(scratch: Scratch, sign: str) -> None:
    scratch.write("content/over.md", f"# Over deze site\n\n{sign}\n")
    assert [(file, line, code) for file, line, _, code in scratch.found()] == [("content/over.md", 3, "starter-text")]


@pytest.fixture
def scratch(tmp_path: Path) -> Scratch:
    scratch = Scratch.stein(tmp_path)
    scratch.write("mkdocs.yml", f"{SETTINGS}site_url: https://stein.example/\n")
    return scratch
