"""What an edition changes of the national layer, or adds to it, says so on the page."""

from __future__ import annotations

from pathlib import Path

from generator.views.help.organisations import organisation
from tests.scratch import Scratch


def about(scratch: Scratch, id: str) -> dict[str, list[str]]:
    """What stands under *Over deze gegevens* on an organisation's page."""
    return {fact.label: list(fact.lines) for fact in organisation(scratch.known(), id)["about"]}


def test_why_a_national_record_was_replaced_can_be_read(tmp_path: Path) -> None:
    scratch = Scratch.stein(tmp_path)
    scratch.organisation("per-saldo", "replaces_reason: De regio heeft een eigen spreekuur.\n")
    label = "Waarom dit hier anders is dan in de rest van het land"
    assert about(scratch, "per-saldo")[label] == ["De regio heeft een eigen spreekuur."]


def test_where_an_addition_comes_from_can_be_read(tmp_path: Path) -> None:
    scratch = Scratch.stein(tmp_path)
    label = "Aangevuld voor deze streek"
    assert label not in about(scratch, "per-saldo")
    scratch.write(
        "data/amend/organisations/per-saldo.yml",
        "note: Er is een spreekuur.\nchecked: {date: 2026-03, by: redactie, source: Gesprek}\n",
    )
    assert about(scratch, "per-saldo")[label] == ["maart 2026, redactie, Gesprek"]
