"""Holding values against the model, and saving what can be saved so that rules still run."""

from __future__ import annotations

from typing import Any

import pytest

from generator.model.municipality import Municipality
from generator.model.network import Network
from generator.model.organisation import Organisation
from generator.problems.problem import Path
from generator.validation.paths import source_path
from generator.validation.rules.record_rules import record_findings
from generator.validation.shape import shape, without_gaps

WHOLE: dict[str, Any] = {
    "name": "De Proef",
    "summary": "Helpt mensen.",
    "area": ["stein"],
    "checked": {"date": "2026", "source": "Website"},
}


def salvaged(**changed: Any) -> tuple[Organisation, list[tuple[str, Path]]]:
    record, findings = shape(Organisation, WHOLE | changed)
    assert isinstance(record, Organisation)
    return record, [(finding.code, finding.path) for finding in findings]


def test_a_whole_record_has_no_findings_and_is_typed() -> None:
    record, findings = salvaged()
    assert findings == []
    assert record.area == ("stein",)


def test_a_value_that_cannot_be_typed_is_none_and_the_rest_stays() -> None:
    record, findings = salvaged(email="geen adres", website="https://proef.example/")
    assert findings == [("email-format", ("email",))]
    assert (record.email, record.website, record.name) == (None, "https://proef.example/", "De Proef")
    assert "email" in record.model_fields_set


def test_things_in_a_list_keep_their_place() -> None:
    record, findings = salvaged(
        area=["Stein!", "nergenshuizen"],
        phones=["0800 0000", {"number": "0800 0001"}],
        offerings=[{"id": "A B"}, "los", {"id": "c", "name": "C", "summary": "Een aanbod."}],
    )
    assert record.area == (None, "nergenshuizen")
    assert [line.number for line in record.phones] == [None, "0800 0001"]
    assert [offering.name for offering in record.offerings] == [None, None, "C"]
    assert ("group-expected", ("offerings", 1)) in findings
    assert ("id-format", ("offerings", 0, "id")) in findings
    assert ("missing-field", ("offerings", 0, "name")) in findings


def test_opening_hours_are_saved_slot_by_slot() -> None:
    good = {"days": ["ma"], "from": "09:00", "to": "12:00"}
    record, findings = salvaged(opening_hours=[{"closed": ["2026-12-24"]}, good | {"days": ["maandag"]}, good])
    assert record.opening_hours
    assert [slot.opens for slot in record.opening_hours.slots] == ["09:00", "09:00"]
    assert record.opening_hours.slots[1].days == ("ma",)
    assert [closing.date for closing in record.opening_hours.closed] == ["2026-12-24"]
    assert [code for code, _ in findings] == ["weekday-format"]


def test_all_findings_of_a_record_come_at_once() -> None:
    _, findings = shape(Organisation, {"kleur": "x", "summary": "y" * 161, "area": [], "checked": "gisteren"})
    assert {finding.code for finding in findings} == {
        "missing-field", "unknown-field", "too-long", "empty-list", "group-expected",
    }  # fmt: skip


NONSENSE: tuple[Any, ...] = (None, "x", [], {}, [[]], {"a": {"b": "c"}}, ["x", {"y": "z"}, None])


def test_nothing_that_yaml_can_hold_breaks_a_field() -> None:
    """Whatever stands in a field, there is a record, and only that field is complained of."""
    fields = sorted({f.alias or name for name, f in Organisation.model_fields.items()})
    tried = {(name, repr(value)): shape(Organisation, WHOLE | {name: value}) for name in fields for value in NONSENSE}
    assert [at for at, (record, _) in tried.items() if not isinstance(record, Organisation)] == []
    assert [(at, f.path) for at, (_, found) in tried.items() for f in found if f.path[0] != at[0]] == []


def test_a_value_that_no_file_can_hold_is_a_finding_too() -> None:
    """Whatever pydantic may come to say that has no words of its own here, it is reported."""
    _, findings = shape(Organisation, WHOLE | {"description": b"\xff"})
    assert [(finding.code, finding.path) for finding in findings] == [("invalid-value", ("description",))]


def test_a_length_counts_what_will_be_shown() -> None:
    _, findings = shape(Organisation, WHOLE | {"summary": "y" * 161 + "\n"})
    assert findings[0].values["length"] == 161
    assert shape(Organisation, WHOLE | {"summary": "y" * 160 + "\n"})[1] == []


def hint_for(data: dict[str, Any], model: Any = Organisation) -> str:
    _, findings = shape(model, data)
    return next(str(f.values["near"]) for f in findings if "near" in f.values)


def test_a_slip_of_the_pen_gets_a_suggestion() -> None:
    assert hint_for(WHOLE | {"opening_hour": "x"}) == 'bedoelde u "opening_hours"? '
    assert hint_for(WHOLE | {"status": "activ"}) == 'bedoelde u "active"? '
    assert hint_for(WHOLE | {"address": {"streat": "x"}}) == 'bedoelde u "street"? '
    assert hint_for(WHOLE | {"offerings": [{"wher": "x"}]}) == 'bedoelde u "where"? '
    assert hint_for({"name": "x", "them": {}}, Municipality) == 'bedoelde u "theme"? '
    assert hint_for({"name": "x", "area": ["stein"], "members": [], "scale": "mesoo"}, Network) == 'bedoelde u "meso"? '


def test_nonsense_gets_no_suggestion() -> None:
    assert hint_for(WHOLE | {"qqqqqqqq": "x"}) == ""


HOURS = [{"closed": ["x"]}, {"days": ["ma"]}, {"always": "ja", "by_appointment": "nee"}, {"days": ["di"]}]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (("opening_hours", "slots", 0, "days", 0), ("opening_hours", 1, "days", 0)),
        (("opening_hours", "slots", 1, "to"), ("opening_hours", 3, "to")),
        (("opening_hours", "closed", 0), ("opening_hours", 0, "closed", 0)),
        (("opening_hours", "always"), ("opening_hours", 2, "always")),
        (("phones", 0, "hours", "slots", 0), ("phones", 0, "hours", 0)),
        (("nergens", 3, "x"), ("nergens", 3, "x")),
    ],
)
def test_paths_of_opening_hours_are_those_of_the_list_in_the_file(path: Path, expected: Path) -> None:
    data = {"opening_hours": HOURS, "phones": [{"hours": [{"days": ["ma"]}]}]}
    assert source_path(path, data) == expected


def test_opening_hours_that_are_one_mark_have_the_path_they_have() -> None:
    assert source_path(("opening_hours", "always"), {"opening_hours": {"always": "x"}}) == ("opening_hours", "always")
    assert source_path(("opening_hours", "closed", 0, "date"), {"opening_hours": [{"closed": ["x"]}]}) == (
        "opening_hours", 0, "closed", 0,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("closed", "at", "expected"),
    [
        ([["a", "b"], ["c"]], 0, (1, 0)),
        ([["a", "b"], ["c"]], 1, (1, 1)),
        ([["a", "b"], ["c"]], 2, (2, 0)),
        ([[], ["c"], ["d", "e"]], 2, (3, 1)),
        ([["a"], "geen lijst", ["c"]], 0, (3, 0)),
        ([["a"], ["b"]], 7, (2, 6)),
    ],
)
def test_a_closing_has_the_path_of_the_list_it_stands_in(closed: list[Any], at: int, expected: tuple[int, int]) -> None:
    hours = [{"days": ["ma"], "from": "09:00", "to": "12:00"}, *({"closed": some} for some in closed)]
    where = source_path(("opening_hours", "closed", at, "date"), {"opening_hours": hours})
    assert where[:4] == ("opening_hours", expected[0], "closed", expected[1])


def test_of_a_mark_that_is_written_twice_the_last_one_counts() -> None:
    hours = [{"always": True}, {"by_appointment": False}, {"always": "soms"}]
    assert source_path(("opening_hours", "always"), {"opening_hours": hours}) == ("opening_hours", 2, "always")


TWO_LISTS = [
    {"days": ["ma"], "from": "09:00", "to": "12:00"},
    {"closed": ["2026-12-24", {"date": "2026-12-25", "until": "2026-12-27"}]},
    {"closed": [{"from": "2026-12-24"}, "kerst"]},
]


def test_a_broken_record_is_closed_on_all_the_days_that_a_whole_one_is() -> None:
    whole = [*TWO_LISTS[:2], {"closed": ["2027-01-02"]}]
    broken = [*TWO_LISTS[:2], {"closed": ["2027-01-02", "kerst"]}]
    one, (other, findings) = salvaged(opening_hours=whole)[0], salvaged(opening_hours=broken)
    assert findings == [("date-format", ("opening_hours", "closed", 3, "date"))]
    assert one.opening_hours and other.opening_hours
    assert other.opening_hours.closed[:3] == one.opening_hours.closed


def test_every_fault_in_two_lists_of_closings_is_found_where_it_is() -> None:
    record, findings = shape(Organisation, WHOLE | {"opening_hours": TWO_LISTS})
    found = [*findings, *(one for one in record_findings(record, "x", b"") if one.code.startswith("closed-"))]
    where = {(one.code, source_path(one.path, {"opening_hours": TWO_LISTS})[1:4]) for one in found}
    assert where == {
        ("closed-both", (1, "closed", 1)),
        ("closed-when", (2, "closed", 0)),
        ("date-format", (2, "closed", 1)),
    }


def test_a_key_without_a_value_says_no_more_than_nothing() -> None:
    assert without_gaps({"a": None, "b": {"c": None}, "d": [None, {"e": None}]}) == {"b": {}, "d": [None, {}]}
