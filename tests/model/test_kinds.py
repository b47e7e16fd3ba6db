"""The table of kinds: each row agrees with the model, with the addresses and with the texts."""

from __future__ import annotations

from generator import urls
from generator.engine import front
from generator.model.anatomy import anatomy
from generator.model.kinds import KINDS, library, models, with_pages
from generator.texts.spoken import text
from generator.validation.rules.references import called
from generator.views.pieces.when import capital


def test_a_row_names_fields_that_its_model_has() -> None:
    for kind in KINDS.values():
        fields = {field.name for field in anatomy(kind.model).fields}
        if kind.address is not None:
            assert kind.title in fields, kind.id
            assert "formerly" in fields, f"{kind.id}: an address never dies"
        if kind.library:
            assert kind.summary in fields, kind.id
        assert kind.listed is None or {kind.listed} == fields, kind.id


def test_no_municipality_can_have_the_first_word_of_an_address() -> None:
    first = {address("een/twee").split("/")[0] for kind, address in with_pages() if not kind.keyed}
    assert first - {"een"} <= urls.RESERVED
    assert KINDS["municipality"].address is urls.municipality


def test_every_kind_with_a_page_has_a_fragment_of_its_name() -> None:
    missing = [kind.id for kind, _ in with_pages() if not (front() / "fragments" / f"{kind.id}.html").is_file()]
    assert missing == []


def test_a_key_keeps_its_folder_when_its_id_changes() -> None:
    assert KINDS["backpack"].renamed("stein/buren", "straat") == "stein/straat"
    assert KINDS["tool"].renamed("kijkglas", "glas") == "glas"


def test_what_professionals_read_has_an_address() -> None:
    assert [kind.id for kind, _ in library()] == ["backpack", "tool", "example", "worksheet"]
    assert [kind.id for kind in KINDS.values() if kind.library and kind.address is None] == []


def test_whatever_a_field_can_name_is_called_something_by_editors() -> None:
    named = {field.reference for model in models() for field in anatomy(model).fields if field.reference}
    assert {kind: bool(called(kind)) for kind in named - {"area"}} == dict.fromkeys(named - {"area"}, True)


def test_results_of_a_search_are_called_what_their_kind_is_called() -> None:
    kinds = text("interface", "finder", "page_kinds")
    assert kinds == {kind.id: capital(kind.called) for kind, _ in library()}
