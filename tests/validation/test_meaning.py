"""Where a value misses, the tip names what to write: another case, form, order or word is understood."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.scratch import Scratch

OFFERING = "offerings:\n  - id: een\n    name: Een\n    summary: Een.\n    first_step: Bel.\n"


@pytest.mark.parametrize(
    ("field", "written", "wanted"),
    [
        ("area", "[Stein]", 'bedoelde u "stein"?'),
        ("area", "[Sittard Geleen]", 'bedoelde u "sittard-geleen"?'),
        ("kind", "Vrijwilligersorganisatie", 'bedoelde u "vrijwilligers"?'),
        ("languages", "[Pools]", 'bedoelde u "pl"?'),
        ("refers_to", "[MantelzorgNL]", 'bedoelde u "mantelzorgnl"?'),
        ("refers_to", "[mantelzorgnl/Mantelzorglijn]", 'bedoelde u "mantelzorgnl/mantelzorglijn"?'),
        ("refers_to", "[de proef]", 'bedoelde u "de-proef"?'),
        ("status", "actief", 'bedoelde u "active"?'),
        ("website", "www.stein.nl", 'bedoelde u "https://www.stein.nl"?'),
        ("formerly", "[De Oude]", 'bedoelde u "de-oude"?'),
        ("opening_hours", '[{days: [maandag], from: "09:00", to: "10:00"}]', 'bedoelde u "ma"?'),
        ("opening_hours", '[{days: [ma], from: "9.00", to: "10:00"}]', 'bedoelde u "09:00"?'),
        ("checked", "{date: 14-03-2026, source: X}", 'bedoelde u "2026-03-14"?'),
        ("checked", "{date: 14 maart 2026, source: X}", 'bedoelde u "2026-03-14"?'),
        ("address", '{place: Stein, lat: "52,14", lon: "5.7"}', 'bedoelde u "52.14"?'),
    ],
)
def test_what_was_meant_is_named(scratch: Scratch, field: str, written: str, wanted: str) -> None:
    scratch.organisation("de-proef")
    changed = {} if field not in ("area", "checked", "website") else {field: written}
    scratch.organisation("een", f"{field}: {written}\n" if not changed else "", **changed)
    (problem,) = scratch.problems()
    assert problem.hint.startswith(wanted), problem.hint


@pytest.mark.parametrize(
    ("field", "written", "wanted"),
    [
        ("help", "[Maaltijden]", 'bedoelde u "maaltijden"?'),
        ("help", "[gezelschap]", 'bedoelde u "gezelschap-en-activiteiten"?'),
        ("help", "[maaltijd]", 'bedoelde u "maaltijden"?'),
        ("help", "[respijtzorg]", 'bedoelde u "vervangende-zorg"?'),
        ("help", "[telefoon]", '"telefoon" hoort bij het veld where.'),
        ("audience", "[mantelzorger]", 'bedoelde u "mantelzorgers"?'),
        ("situations", "[dement]", 'bedoelde u "dementie"?'),
        ("where", "[bij u thuis]", 'bedoelde u "thuis"?'),
        ("where", "[telefonisch]", 'bedoelde u "telefoon"?'),
        ("cost", "{kind: gratis!}", 'bedoelde u "gratis"?'),
        ("cost", "{kind: betaald, amount: € 7.50 per keer}", 'bedoelde u "7,50", met eronder "per: keer"?'),
        ("access", "{referral: j}", 'bedoelde u "ja"?'),
        ("access", "{referral: Nee!}", 'bedoelde u "nee"?'),
        ("ages", "{from: vanaf 18 jaar}", 'bedoelde u "18"?'),
        ("visible", "{until: 31-12-2027}", 'bedoelde u "2027-12-31"?'),
    ],
)
def test_and_of_an_offering(scratch: Scratch, field: str, written: str, wanted: str) -> None:
    scratch.organisation("een", f"{OFFERING}    {field}: {written}\n")
    problem = next(found for found in scratch.problems() if found.severity == "fault")
    assert problem.hint.startswith(wanted), problem.hint


def test_words_of_an_edition_count_too(scratch: Scratch) -> None:
    scratch.write(
        "data/vocabularies/help.yml", "- id: klussen-dichtbij\n  label: Handige buren\n  synonyms: [dorpssleutelaar]\n"
    )
    scratch.organisation("een", f"{OFFERING}    help: [Dorpssleutelaar]\n")
    problem = next(found for found in scratch.problems() if found.severity == "fault")
    assert problem.hint.startswith('bedoelde u "klussen-dichtbij"?')


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("2026-02-30", "februari 2026 heeft 28 dagen"),
        ("31-04-2026", "april 2026 heeft 30 dagen"),
        ("2026-13-01", "maand 13 bestaat niet"),
        ("2026-13", "maand 13 bestaat niet"),
    ],
)
def test_a_day_that_there_is_not_says_so(scratch: Scratch, written: str, why: str) -> None:
    scratch.organisation("een", checked=f"{{date: {written}, source: X}}")
    (problem,) = scratch.problems()
    assert problem.code == "date-format" and why in problem.message


@pytest.fixture
def scratch(tmp_path: Path) -> Scratch:
    return Scratch.stein(tmp_path)
