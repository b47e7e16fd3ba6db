"""What must be in order, agree, or stand in a list only once."""

from __future__ import annotations

import pytest

from tests.validation.rules.conftest import Judge

OFFER = "offerings:\n  - {id: a, name: A, summary: Een aanbod., help: [vervoer], first_step: Bel ons., %s}\n"


@pytest.mark.parametrize(
    "field",
    [
        "ages: {from: 4, to: 4}", "ages: {from: 18}", "ages: {to: 18}", "ages: {}",
        "visible: {from: 2026, until: 2026}", "visible: {from: 2026-06-15, until: 2026}", "visible: {until: 2020}",
        "visible: {from: 2026-06-15, until: 2026-06-15}",
        "cost: {kind: gratis, amount: 0}", "cost: {kind: vergoed, amount: 5, per: keer}",
        "cost: {kind: betaald, amount: 3 - 7, note: zie de folder}", "cost: {kind: inkomensafhankelijk, per: maand}",
        "ages: {from: 18 maanden, to: 4}", "ages: {from: 18 maanden, to: 1}", "ages: {from: 6 weken, to: 3 maanden}",
        "availability: {state: full, since: 2026-03-03, until: 2026-03}", "availability: {state: open}",
        "address: {lat: 50.97, lon: 5.77}", "address: {place: Stein}",
    ],
)  # fmt: skip
def test_in_order(field: str, judge: Judge) -> None:
    assert judge(OFFER % field) == []


@pytest.mark.parametrize(
    ("field", "found"),
    [
        ("ages: {from: 5, to: 4}", "ages.to ages-order"),
        ("ages: {from: 24 maanden, to: 1}", "ages.to ages-order"),
        ("ages: {from: 2 maanden, to: 6 weken}", "ages.to ages-order"),
        ("availability: {state: full, since: 2026-03-03, until: 2026-02}", "availability.until room-order"),
        ('cost: {kind: betaald, amount: "7,50 - 3,50"}', "cost.amount amount-order"),
        ('cost: {kind: gratis, amount: "0 - 5"}', "cost.amount cost-conflict"),
        ("cost: {kind: gratis, amount: vanaf 0}", "cost.amount cost-conflict"),
        ("cost: {kind: betaald, amount: 5}", "cost.amount price-without-unit"),
        ("visible: {from: 2027, until: 2026-12-31}", "visible.until visible-order"),
        ("visible: {from: 2026-06-16, until: 2026-06-15}", "visible.until visible-order"),
        ('cost: {kind: gratis, amount: "0,01"}', "cost.amount cost-conflict"),
        ("address: {lat: 50.97}", "address.lat coordinates-half"),
        ("address: {lon: 5.77}", "address.lon coordinates-half"),
        ("law: [wmo, zvw, wmo]", "law.2 repeated-item"),
        ("audience: [ouders, ouders, ouders]", "audience.1 repeated-item"),
        ("area: [stein, landelijk, beek]", "area area-conflict"),
    ],
)
def test_out_of_order(field: str, found: str, judge: Judge) -> None:
    assert f"offerings.0.{found}" in judge(OFFER % field)


@pytest.mark.parametrize(
    ("field", "found"),
    [
        ("ages: {from: vijf, to: 4}", ["ages.from whole-number"]),
        ("visible: {from: morgen, until: 2020}", ["visible.from date-format"]),
        ("address: {lat: hier, lon: 5.77}", ["address.lat coordinate"]),
        ("law: [wmo, abc, abc, wmo]", ["law.1 unknown-choice", "law.2 unknown-choice", "law.3 repeated-item"]),
    ],
)
def test_a_value_that_could_not_be_read_is_never_out_of_order(field: str, found: list[str], judge: Judge) -> None:
    assert judge(OFFER % field) == [f"offerings.0.{one}" for one in found]


def test_an_id_of_an_offering_is_its_own(judge: Judge) -> None:
    same = "{id: a, name: A, summary: Een aanbod., help: [vervoer], first_step: Bel ons.}"
    assert judge(f"offerings:\n  - {same}\n  - {same}\n  - {same}\n") == [
        "offerings.1.id duplicate-offering",
        "offerings.2.id duplicate-offering",
    ]


def test_offerings_without_an_id_are_not_each_others_double(judge: Judge) -> None:
    nameless = "{name: A, summary: Een aanbod., help: [vervoer], first_step: Bel ons.}"
    assert judge(f"offerings:\n  - {nameless}\n  - {nameless}\n") == [
        "offerings.0.id missing-field",
        "offerings.1.id missing-field",
    ]
