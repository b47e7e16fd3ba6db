"""Something that is no list or no group, where one is expected: the tip says what to write with what stands there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.scratch import Scratch

OFFERING = "offerings:\n  - id: een\n    name: Een\n    summary: Een.\n    help: [vervoer]\n    first_step: Bel.\n"
SLOT = 'opening_hours:\n  - days: %s\n    from: "09:00"\n    to: "12:00"\n'


def hint(scratch: Scratch, more: str = "", **changed: str) -> str:
    scratch.organisation("de-proef", more, **changed)
    (fault,) = [found for found in scratch.problems() if found.severity == "fault"]
    return fault.hint


@pytest.mark.parametrize(
    ("area", "wanted"),
    [
        ("[stein beek]", "zet er een komma tussen: [stein, beek]."),
        ("[Stein Beek]", "zet er een komma tussen: [stein, beek]."),
        ("Stein, Beek", 'bedoelde u "[stein, beek]"?'),
        ("Stein en Beek", 'bedoelde u "[stein, beek]"?'),
        ("Zutphen, Lochem en Den Bosch", 'bedoelde u "[zutphen, lochem, s-hertogenbosch]"?'),
        ("Berg en Dal", 'bedoelde u "[berg-en-dal]"?'),
        ("stein", 'bedoelde u "[stein]"?'),
        ("heel Nederland", 'bedoelde u "landelijk"?'),
        ("[nederland]", 'bedoelde u "landelijk"?'),
        ("regio", "noem de gemeenten, bijvoorbeeld area: [stein];"),
        ("[regio]", "noem de gemeenten, bijvoorbeeld area: [stein];"),
        ("Stein, iets", "noem de gemeenten, bijvoorbeeld area: [stein];"),
    ],
)
def test_an_area_is_told_as_the_ids_that_were_meant(scratch: Scratch, area: str, wanted: str) -> None:
    assert hint(scratch, area=area).startswith(wanted)


@pytest.mark.parametrize(
    ("more", "wanted"),
    [
        (SLOT % "ma-do", 'bedoelde u "[ma, di, wo, do]"?'),
        (SLOT % "werkdagen", 'bedoelde u "[ma, di, wo, do, vr]"?'),
        (SLOT % "ma, di", 'bedoelde u "[ma, di]"?'),
        (SLOT % "maandag en dinsdag", 'bedoelde u "[ma, di]"?'),
        (
            "phones: 0800 0000\n",
            "zet voor het eerste veld van elk een streepje",
        ),
        ("phones:\n  number: 0800 0000\n", "zet voor het eerste veld van elk een streepje"),
        ("phones:\n  - 0800 0000\n", 'bedoelde u "- number: 0800 0000"?'),
        ("languages: Nederlands, Pools\n", 'bedoelde u "[nl, pl]"?'),
        ("alternate_names: De Proef, Proef\n", 'bedoelde u "[De Proef, Proef]"?'),
        ("address: 6171 AB\n", 'bedoelde u "postcode: 6171 AB", op een eigen regel eronder?'),
        ("address: Dorpsstraat\n", "schrijf hier velden als street, number, postcode en place,"),
        ("opening_hours:\n  - ma-vr 9-17\n", 'begin elke regel van de lijst met "- days: [ma, di]"'),
        (f"{OFFERING}    cost: gratis\n", 'bedoelde u "kind: gratis", op een eigen regel eronder?'),
        (f"{OFFERING}    where: thuis, telefonisch\n", 'bedoelde u "[thuis, telefoon]"?'),
        (f"{OFFERING}    where: [thuis online]\n", "zet er een komma tussen: [thuis, online]."),
        (OFFERING.replace("[vervoer]", "Vervoer"), 'bedoelde u "[vervoer]"?'),
        (OFFERING.replace("[vervoer]", "informatie-en-advies"), 'bedoelde u "[informatie-en-advies]"?'),
        (OFFERING.replace("[vervoer]", "[vervoer maaltijden]"), "zet er een komma tussen: [vervoer, maaltijden]."),
    ],
)
def test_what_stands_there_is_written_as_it_should_be(scratch: Scratch, more: str, wanted: str) -> None:
    assert hint(scratch, more).startswith(wanted)


@pytest.fixture
def scratch(tmp_path: Path) -> Scratch:
    return Scratch.stein(tmp_path)
