"""Lists lose nothing: every offer stands where somebody may look for it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import pytest

from generator.views.help import lists, municipality
from tests.scratch import Scratch
from tests.views.offerings import offers


def grouped(context: Mapping[str, Any]) -> dict[str, list[str]]:
    """The groups of a list with the test's own offers in them."""
    found = {group.id: [o.id for o in group.offers if o.organisation_id == "proef"] for group in context["groups"]}
    return {id: ids for id, ids in found.items() if ids}


def test_an_offer_stands_under_each_kind_it_names_parents_included(one: Scratch) -> None:
    one.organisation("proef", offers("dagelijks-leven", "dagelijks-leven, maaltijden", "lotgenoten", ""))
    found = grouped(lists.listing(one.known(), "stein"))
    assert found == {
        "lotgenoten": ["aanbod-2"],
        "dagelijks-leven": ["aanbod-0", "aanbod-1"],
        "maaltijden": ["aanbod-1"],
        "overig": ["aanbod-3"],
    }
    assert list(found) == ["lotgenoten", "dagelijks-leven", "maaltijden", "overig"], "a parent before its children"


@pytest.mark.parametrize("kind", [None, "dagelijks-leven"])
def test_a_long_list_shows_some_of_each_kind_and_says_where_the_rest_is(one: Scratch, kind: str | None) -> None:
    one.organisation("proef", offers(*["maaltijden"] * 249, "klusjes", "klusjes"))
    context = lists.listing(one.known(), "stein", kind=kind)
    groups = {group.id: group for group in context["groups"]}
    assert len(groups["maaltijden"].offers) == 3
    assert groups["maaltijden"].more == ("Alle 249 bij Maaltijden", "stein/hulp/maaltijden/")
    assert len(groups["klusjes"].offers) == 2 and groups["klusjes"].more is None
    assert int(re.findall(r"\d+", context["counted"])[0]) >= 251, "all are counted"
    rest = lists.listing(one.known(), "stein", kind="maaltijden")
    assert sum(len(group.offers) for group in rest["groups"]) >= 249, "the page of one kind has them all"


def test_a_term_of_the_edition_s_own_takes_nothing_from_its_parent(one: Scratch) -> None:
    one.write("data/vocabularies/help.yml", "- {id: soep, label: Soep, parent: maaltijden}\n")
    one.organisation("proef", offers("maaltijden", "soep"))
    catalogue = one.known()
    expected = {"maaltijden": ["aanbod-0"], "soep": ["aanbod-1"]}
    assert grouped(lists.listing(catalogue, "stein")) == expected
    assert grouped(lists.listing(catalogue, "stein", kind="dagelijks-leven")) == expected
    assert grouped(lists.listing(catalogue, "stein", kind="maaltijden")) == {
        "soep": ["aanbod-1"],
        "dichtbij": ["aanbod-0"],
    }


def test_the_home_of_a_municipality_names_a_kind_for_what_is_far_below_it(one: Scratch) -> None:
    one.write(
        "data/vocabularies/help.yml",
        "- {id: tuin, label: Tuin}\n- {id: gras, label: Gras, parent: tuin}\n"
        "- {id: maaien, label: Maaien, parent: gras}\n- {id: heg, label: Heg, parent: tuin}\n",
    )
    one.organisation("proef", offers("maaien"))
    kinds = {
        top.label: [link.label for link in below]
        for top, below in municipality.municipality(one.known(), "stein")["kinds"]
    }
    assert kinds["Tuin"] == ["Gras", "Maaien"]


def test_every_offer_is_in_the_list_of_everything(one: Scratch) -> None:
    catalogue = one.known()
    found = {offer.key for group in lists.listing(catalogue, "stein")["groups"] for offer in group.offers}
    assert found == {offer.key for offer in catalogue.offers_in("stein")}
