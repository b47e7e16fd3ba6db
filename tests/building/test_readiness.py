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
        ("site_url: !ENV [SITE_URL, 'https://stein.example/']\n", []),
        ("site_url: ''\n", ["no-site-url"]),
        ("site_url: https://goedvoorbeeld.nl/\n", []),
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


REPORT = "    report: kaart@stein.example\n"


@pytest.mark.parametrize(
    ("settings", "codes"),
    [
        (SETTINGS.replace("  - mantelkaart\n", f"  - search\n  - mantelkaart:\n  {REPORT}"), []),
        (SETTINGS.replace("  - mantelkaart\n", f"  mantelkaart:\n{REPORT}"), []),
        (
            SETTINGS.replace("  - mantelkaart\n", "  - mantelkaart: {report: !ENV [KAART, k@stein.example]}\n"),
            [],
        ),
        (SETTINGS.replace("  - mantelkaart\n", "  - mantelkaart: {report: !ENV KAART}\n"), []),
        (SETTINGS.replace("  - mantelkaart\n", "  - mantelkaart: {report: ''}\n"), ["no-report-address"]),
        (
            SETTINGS.replace("  - mantelkaart\n", "  - mantelkaart: {leave: 'https://www.knmi.nl/'}\n"),
            ["no-report-address"],
        ),
        (SETTINGS + "extra:\n  report: kaart@stein.example\n", ["no-report-address"]),
        (f"INHERIT: ../mkdocs.yml\n{SETTINGS}", []),
        (
            SETTINGS.replace(
                "  - mantelkaart\n", f"  - mantelkaart:\n  {REPORT.replace('stein.example', 'voorbeeld.nl')}"
            ),
            ["starter-text"],
        ),
    ],
)
def test_one_address_for_all_reports_is_enough(scratch: Scratch, settings: str, codes: list[str]) -> None:
    scratch.write("mkdocs.yml", f"{settings}site_url: https://stein.example/\n")
    scratch.write(
        "data/municipalities/stein.yml", f"name: Stein\n{URGENT}contact: {{phones: [{{number: 0800 0000}}]}}\n"
    )
    assert missing(scratch) == codes


@pytest.mark.parametrize(
    "sign",
    [
        "Schrijf hier het verhaal.",
        "- Schrijf hier het verhaal.",
        "Kijk op https://www.voorbeeld.nl/ voor meer.",
        "[Onze site](http://voorbeeld.nl)",
        "<HTTPS://Www.Voorbeeld.nl/over>",
        "Schrijf hier hoe je het\ndoet, stap voor stap.",
    ],
)
def test_prose_that_still_has_to_be_written_is_a_fault_on_its_line(scratch: Scratch, sign: str) -> None:
    scratch.write("content/over.md", f"# Over deze site\n\n{sign}\n")
    assert [(file, line, code) for file, line, _, code in scratch.found()] == [("content/over.md", 3, "starter-text")]


@pytest.mark.parametrize(
    "own",
    [
        "Schrijf hier niets in als u het niet weet.",
        "Een mailadres ziet eruit als naam@voorbeeld.nl.",
        "Kijk op https://www.goedvoorbeeld.nl/ of https://www.voorbeeld.nl.example/ voor meer.",
        "Bel Straatnaam, of Plaatsnaam.",
    ],
)
def test_prose_of_one_s_own_is_none(scratch: Scratch, own: str) -> None:
    scratch.write("content/over.md", f"# Over deze site\n\n{own}\n")
    assert scratch.codes() == []


@pytest.fixture
def scratch(tmp_path: Path) -> Scratch:
    scratch = Scratch.stein(tmp_path)
    scratch.write("mkdocs.yml", f"{SETTINGS}site_url: https://stein.example/\n")
    return scratch
