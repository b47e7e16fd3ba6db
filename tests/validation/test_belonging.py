"""A field that is none where it stands: the tip names the one that people call so, and where that is."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.model.anatomy import anatomy
from generator.model.kinds import models
from generator.model.organisation import Organisation
from generator.texts.spoken import text
from generator.validation.belonging import belonging
from tests.scratch import Scratch

OFFERING = ("offerings", 0)
SLOT = ("opening_hours", "slots", 0)


@pytest.mark.parametrize(
    ("above", "written", "field"),
    [
        ((), "samenvatting", "summary"), ((), "openingstijden", "opening_hours"), ((), "telefoon", "phones"),
        ((), "telefoonnummer", "phones"), ((), "werkgebied", "area"), ((), "adres", "address"),
        ((), "gemeente", "area"), ((), "naam", "name"), ((), "talen", "languages"),
        ((), "toegankelijkheid", "accessibility"), ((), "omschrijving", "description"), ((), "soort", "kind"),
        (OFFERING, "dorpen", "villages"), (OFFERING, "wijken", "villages"), (OFFERING, "opmerking", "local_note"),
        (OFFERING, "kosten", "cost"), (OFFERING, "prijs", "cost"), (OFFERING, "doelgroep", "audience"),
        (OFFERING, "leeftijd", "ages"), (OFFERING, "voorwaarde", "eligibility"), (OFFERING, "wachttijd", "wait"),
        (OFFERING, "verwijzing", "access"), (OFFERING, "eerste_stap", "first_step"), (OFFERING, "soort", "help"),
        (("address",), "plaats", "place"), (("address",), "straat", "street"), (("address",), "huisnummer", "number"),
        (("checked",), "datum", "date"), (("checked",), "bron", "source"), (("phones", 0), "opmerking", "label"),
        (SLOT, "dagen", "days"), (SLOT, "van", "from"), (SLOT, "vanaf", "from"), (SLOT, "tot", "to"),
        (SLOT, "until", "to"), (SLOT, "feestdagen", "holidays"), (SLOT, "schoolvakanties", "school_holidays"),
        ((*OFFERING, "ages"), "tot", "to"), ((*OFFERING, "availability"), "tot", "until"),
        ((*OFFERING, "access"), "verwijzing", "referral"), ((*OFFERING, "cost"), "prijs", "amount"),
    ],
)  # fmt: skip
def test_a_dutch_word_is_the_field_of_that_place(above: tuple[str | int, ...], written: str, field: str) -> None:
    said = belonging(written, Organisation, (*above, written))
    assert said.startswith(f'bedoelde u "{field}"? ')


@pytest.mark.parametrize(
    ("above", "written", "said"),
    [
        ((), "plaats", 'bedoelde u "place"? Dat staat onder "address", twee spaties ingesprongen. '),
        ((), "bron", 'bedoelde u "source"? Dat staat onder "checked", twee spaties ingesprongen. '),
        ((), "kosten", 'bedoelde u "cost"? Dat staat onder "offerings", twee spaties ingesprongen. '),
        (OFFERING, "amount", 'bedoelde u "amount"? Dat staat onder "cost", twee spaties ingesprongen. '),
        (("address",), "email", 'bedoelde u "email"? Dat hoort een laag hoger: zet het minder ver naar rechts. '),
        (SLOT, "gesloten", 'bedoelde u "closed"? Dat krijgt een eigen streepje: "- closed: …". '),
        ((), "huisartsenpost", '"urgent" is een veld van een ander soort record: gemeente. '),
        ((), "kleur", ""),
    ],
)
def test_and_else_it_is_told_where_that_field_is(above: tuple[str | int, ...], written: str, said: str) -> None:
    assert belonging(written, Organisation, (*above, written)) == said


def test_no_word_is_for_a_field_that_no_record_has() -> None:
    assert set(text("fields")) <= {field.key for model in models() for field in anatomy(model).fields}


def told(tmp_path: Path, more: str, **changed: str | None) -> list[tuple[str, str]]:
    scratch = Scratch.stein(tmp_path)
    scratch.organisation("de-proef", more, **changed)
    return [(problem.code, problem.hint) for problem in scratch.problems()]


def test_what_has_another_name_is_not_missing_as_well(tmp_path: Path) -> None:
    assert told(tmp_path, "naam: De Proef\n", name=None) == [("unknown-field", 'bedoelde u "name"?')]
    hours = 'opening_hours:\n  - dagen: [ma]\n    van: "09:00"\n    tot: "12:00"\n'
    assert [code for code, _ in told(tmp_path, hours)] == ["unknown-field"] * 3
    assert [code for code, _ in told(tmp_path, "telefoon: 0800 0000\n", website=None)] == ["unknown-field"]


def test_a_day_where_a_time_is_read_belongs_in_the_field_beside_it(tmp_path: Path) -> None:
    closed = "opening_hours:\n  - closed:\n      - from: 2026-12-20\n        to: 30-12-2026\n"
    ((code, hint),) = told(tmp_path, closed)
    assert code == "time-format" and hint.startswith('bedoelde u "until: 2026-12-30"?')


def test_what_no_field_is_like_gets_all_there_are(tmp_path: Path) -> None:
    ((_, hint),) = told(tmp_path, "address:\n  place: Stein\n  kleur: groen\n")
    assert hint == "hier kan: street, number, postcode, place, country, lat, lon, public."
