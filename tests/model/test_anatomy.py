"""What a model holds, read once for all who ask."""

from __future__ import annotations

from generator.model.activity import Activity
from generator.model.anatomy import Field, anatomy, field_at, model_at, models_in
from generator.model.hours import Closing, OpeningHours, Period, Season, Slot
from generator.model.kinds import KINDS, models
from generator.model.knowledge import Backpack, Local, National, Tool
from generator.model.network import Member, Network
from generator.model.organisation import Access, Ages, Availability, Cost, Identifiers, Offering, Organisation, Visible
from generator.model.part import Part
from generator.model.parts import Address, Checked, Location, PhoneLine, Repeats
from generator.model.vocabulary import VOCABULARIES


def field(model: type[Part], step: str) -> Field:
    found = anatomy(model).field(step)
    assert found, f"{model.__name__} has no {step}"
    return found


def test_a_field_is_called_by_its_key_in_files_and_by_its_name_in_code() -> None:
    assert field(Ages, "from") == field(Ages, "from_age")
    assert (field(Ages, "from").name, field(Ages, "from").key) == ("from_age", "from")
    assert anatomy(Ages).field("vanaf") is None


def test_what_a_field_holds() -> None:
    assert field(Organisation, "phones").part is PhoneLine and field(Organisation, "phones").several
    assert field(PhoneLine, "hours").part is OpeningHours and not field(PhoneLine, "hours").several
    assert field(Organisation, "area").part is None and field(Organisation, "area").several
    assert field(Organisation, "summary").text and field(Organisation, "status").text
    assert not field(Repeats, "interval").text and not field(Organisation, "area").text


def test_what_must_be_filled_in_and_how_long_it_may_be() -> None:
    assert [one.key for one in anatomy(Offering).fields if one.required] == ["id", "name", "summary"]
    assert (field(Offering, "summary").longest, field(Offering, "first_step").longest) == (160, 400)
    assert field(Offering, "email").longest is None


def test_the_words_that_a_field_may_be() -> None:
    assert field(Offering, "where").choices == ("thuis", "locatie", "telefoon", "online")
    assert field(Repeats, "every").choices[0] == "week"
    assert field(Offering, "name").choices == ()


def test_whose_id_a_field_holds() -> None:
    assert field(Offering, "help").reference == "help"
    assert field(Organisation, "area").reference == "area"
    assert field(Tool, "worksheet").reference == "worksheet"
    assert field(Organisation, "name").reference is None


def test_what_points_at_something_however_deep() -> None:
    assert [one.key for one in anatomy(Network).pointing] == ["area", "members", "themes"]
    assert [one.key for one in anatomy(Member).pointing] == ["organisation", "level", "wanted_level"]
    assert [one.key for one in anatomy(Backpack).pointing] == ["municipality", "local", "national"]
    assert anatomy(Checked).pointing == ()


def test_what_is_taken_from_the_organisation() -> None:
    for model in (Offering, Activity):
        assert tuple(sorted(one.name for one in anatomy(model).fields if one.inherited)) == tuple(
            sorted(model.INHERITED)
        )
    assert not any(one.inherited for one in anatomy(Organisation).fields)


def test_the_text_of_a_markdown_record_is_known_as_such() -> None:
    bodies = {kind.id for kind in KINDS.values() if any(one.body for one in anatomy(kind.model).fields)}
    assert bodies == {kind.id for kind in KINDS.values() if kind.ending == ".md"} != set()


def test_a_path_leads_to_a_field_and_to_the_model_of_a_part() -> None:
    path = ("offerings", 2, "phones", 0, "hours", "slots", 1, "from")
    found = field_at(Organisation, path)
    assert found and found.name == "opens"
    assert model_at(Organisation, path[:-1]) is Slot
    assert model_at(Organisation, ()) is Organisation
    assert field_at(Organisation, ("naam",)) is field_at(Organisation, ("name", "meer")) is None
    assert model_at(Organisation, ("name",)) is None


def test_every_model_in_a_model_is_found_once() -> None:
    assert set(models_in(Organisation)) == {
        Organisation, Checked, PhoneLine, OpeningHours, Slot, Period, Season, Closing, Address, Location, Identifiers,
        Offering, Ages, Availability, Cost, Access, Visible,
    }  # fmt: skip
    assert len(models_in(Organisation)) == len(set(models_in(Organisation)))
    assert models_in(Backpack) == (Backpack, Local, National, Checked)


def test_every_field_says_in_dutch_what_it_is_for() -> None:
    silent = [f"{model.__name__}.{one.name}" for model in models() for one in anatomy(model).fields if not one.body]
    assert len(silent) > 150
    said = {f"{m.__name__}.{one.name}" for m in models() for one in anatomy(m).fields if one.description}
    assert set(silent) - said == {"Terms.terms"}, "a file that is a list has no field to explain"


def test_whatever_a_field_names_is_a_vocabulary_a_kind_or_a_group_of_those() -> None:
    named = {one.reference for model in models() for one in anatomy(model).fields if one.reference}
    groups = {"area", "organisation-or-offering", "record"}
    assert named - VOCABULARIES - groups <= set(KINDS)
    assert VOCABULARIES - named == {"acute"}, "every other vocabulary is used by some field"
