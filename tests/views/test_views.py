"""What pages are told: lists lose nothing, links know where a visitor came from, and the young are called `je`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from generator.texts.spoken import text
from generator.views.around import local, shell
from generator.views.help import lists, municipality, organisations
from generator.views.help import offers as offers_view
from generator.views.knowledge import backpacks
from generator.views.pieces.facts import mailto
from tests.scratch import Scratch
from tests.views.fragments import fragment

OFFER = """
  - id: {id}
    name: Aanbod {id}
    summary: Helpt.
"""

LOCAL = f"offerings:{OFFER.format(id='hier')}    area: [stein]\n"


@pytest.fixture
def one(tmp_path: Path) -> Scratch:
    """An edition of Stein alone."""
    return Scratch.stein(tmp_path)


@pytest.fixture
def several(one: Scratch) -> Scratch:
    """An edition of Stein and Beek."""
    one.write("data/municipalities/beek.yml", "name: Beek\n")
    return one


def offers(*helps: str) -> str:
    """Offerings that help in some ways: `"a"`, `"a, b"` or, with `""`, in no way that has a name."""
    made = (OFFER.format(id=f"aanbod-{number}") + f"    help: [{help}]\n" for number, help in enumerate(helps))
    return "offerings:" + "".join(made)


def grouped(context: Mapping[str, Any]) -> dict[str, list[str]]:
    """The groups of a list with the test's own offers in them."""
    found = {group.id: [o.id for o in group.offers if o.organisation_id == "proef"] for group in context["groups"]}
    return {id: ids for id, ids in found.items() if ids}


def links(context: Mapping[str, Any], label: str) -> list[str]:
    """The addresses in the row of facts with a label."""
    rows = [row for key in ("facts", "together") for row in context.get(key, ())]
    return [link.url for row in rows if row.label == label for link in row.links]


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


def test_links_carry_where_the_visitor_came_from(several: Scratch) -> None:
    both = "[stein, beek]"
    several.organisation("gedeeld", offers("maaltijden"), area=both, refers_to="[proef]")
    several.organisation("proef", LOCAL, refers_to="[gedeeld]")
    several.organisation("ruim", LOCAL, area=both)
    several.write(
        "data/networks/tafel.yml",
        f"name: Tafel\narea: {both}\nmembers:\n  - {{organisation: proef, level: kennen}}\n",
    )
    catalogue = several.known()
    t = text("interface", "organisation")
    here = organisations.organisation(catalogue, "proef")
    assert links(here, t["refers_to"]) == ["organisaties/gedeeld/?gemeente=stein"]
    assert links(here, t["referred_by"]) == ["organisaties/gedeeld/?gemeente=stein"]
    assert links(here, t["networks"]) == ["netwerken/tafel/?gemeente=stein"]
    offer = offers_view.offering(catalogue, "ruim/hier")
    assert offer["owner"].url == offer["all_of"].url == "organisaties/ruim/?gemeente=stein"
    # What serves one municipality has nothing to carry to it, and a shared page doesn't know where one came from.
    assert links(organisations.organisation(catalogue, "gedeeld"), t["refers_to"]) == ["organisaties/proef/"]
    assert offers_view.offering(catalogue, "proef/hier")["owner"].url == "organisaties/proef/"
    assert links(organisations.organisation(catalogue, "gedeeld"), t["networks"]) == []


def test_with_one_municipality_there_is_nothing_to_carry(one: Scratch) -> None:
    one.organisation("proef", offers("maaltijden"), area="[landelijk]")
    assert offers_view.offering(one.known(), "proef/aanbod-0")["owner"].url == "organisaties/proef/"


def test_what_makes_a_page_local_has_all_of_the_counter(several: Scratch) -> None:
    several.write("content/logo.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>")
    several.write(
        "data/municipalities/stein.yml",
        """\
        name: Stein
        contact:
          phones:
            - {number: 046 123 45 67, hours: [{days: [ma], from: "09:00", to: "12:30"}]}
            - {number: 046 765 43 21, label: Wmo <loket>}
          email: loket@stein.example
        theme:
          logo: logo.svg
        """,
    )
    catalogue = several.known()
    made = local.local_json(catalogue, "stein")
    assert made["logo"] == "logo.svg"
    assert made["counter"]["action"]["href"] == "tel:+31461234567"
    said = "\n".join(made["counter"]["lines"])
    assert "maandag 9.00–12.30 uur" in said
    assert 'href="tel:+31467654321"' in said and "Wmo &lt;loket&gt;" in said
    assert 'href="mailto:loket@stein.example"' in said
    assert "met je mee" in made["counter_young"]["text"]
    bare = local.local_json(catalogue, "beek")
    assert bare["logo"] is None and bare["counter"]["lines"] == [] and bare["counter"]["national"]


YOUNG = """
    audience: [jonge-mantelzorgers]
    where: [thuis, locatie]
    access: {{referral: {yes}, indication: {yes}, how: Stuur een appje.}}
    expect: Iemand belt je terug.
    cost: {{kind: gratis}}
    ages: {{from: 12, to: 18}}
"""


@pytest.mark.parametrize("yes", ["true", "false"])
@pytest.mark.parametrize("status", ["active", "paused", "ended"])
@pytest.mark.parametrize("area", ["[stein]", "[stein, beek]", "[landelijk]"])
def test_a_page_for_young_people_alone_says_je(several: Scratch, yes: str, status: str, area: str) -> None:
    several.organisation(
        "proef",
        "offerings:" + OFFER.format(id="hier") + YOUNG.format(yes=yes) + f"    status: {status}\n",
        area=area,
        checked="{date: 2020, source: Folder}",
        refers_to="[gemeente]",
    )
    several.organisation("gemeente", website=None)
    several.write("data/municipalities/stein.yml", "name: Stein\ncontact: {organisation: gemeente}\n")
    catalogue = several.known()
    said = fragment("offering", offers_view.offering(catalogue, "proef/hier"))
    assert not re.search(r"\b[Uu]w?\b", said), said
    assert re.search(r"\bje\b", said)
    owner = fragment("organisation", organisations.organisation(catalogue, "proef"))
    assert not re.search(r"\b[Uu]w?\b", owner), owner
    assert ("Je hebt een verwijzing nodig." if yes == "true" else "Je hebt geen verwijzing nodig.") in said
    record = several.root / "data/organisations/proef.yml"
    several.write("data/organisations/proef.yml", record.read_text("utf-8").replace("[jonge-mantelzorgers]", "[]"))
    grown = fragment("offering", offers_view.offering(several.known(), "proef/hier"))
    assert re.search(r"\b[Uu]\b", grown)


def test_what_surrounds_every_page_addresses_nobody(several: Scratch) -> None:
    """A page for young people has the same header and footer as all others."""
    catalogue = several.known()
    for place in (shell.shell(catalogue, "stein"), shell.shell(catalogue, None)):
        words = {key: said for key, said in place["words"].items() if not key.startswith("not_found")}
        said = [*words.values(), place["acute_words"]["foot"], place["acute_words"]["gp_short"]]
        said += [line.short for line in place["acute"]]
        assert not [words for words in said if re.search(r"\b[Uu]w?\b", words)]


BACKPACK = """\
---
municipality: stein
core_theme: Samen
design_question: Hoe dan?
---
"""


@pytest.fixture
def pack(one: Scratch) -> Callable[[str], dict[str, list[str]]]:
    """What a kennisrugzak with a text says, per section."""

    def sections(body: str) -> dict[str, list[str]]:
        one.write("content/kennisrugzak/stein/samen.md", BACKPACK + body)
        made = backpacks.backpack(one.known(), "stein/samen")["sections"]
        return {section.label: [str(passage.text) for passage in section.passages] for section in made}

    return sections


def test_what_stands_above_the_first_heading_introduces(pack: Callable[[str], dict[str, list[str]]]) -> None:
    assert pack("Vooraf.\n\n## Huidige situatie\n\nNu.\n") == {
        "Inleiding": ["<p>Vooraf.</p>"],
        "Hoe is het nu?": ["<p>Nu.</p>"],
    }
    assert pack("Vooraf.\n\n## Huidige situatie\n\nNu.\n\n## Inleiding\n\nBegin.\n")["Inleiding"] == [
        "<p>Vooraf.</p>\n<p>Begin.</p>"
    ]


def test_names_stand_where_people_look_for_them(one: Scratch) -> None:
    for id, name in (("a", "Étape"), ("b", "'s Avonds samen"), ("c", "Eten"), ("d", "Zorg"), ("e", "100 Handen")):
        one.organisation(id, name=f'"{name}"')
    letters = lists.a_to_z(one.known(), "stein")["letters"]
    mine = {letter: [entry.name for entry in names if entry.url.count("/") == 2] for letter, _, names in letters}
    assert "100 Handen" in mine["0–9"] and "'s Avonds samen" in mine["S"] and "Zorg" in mine["Z"]
    assert [name for name in mine["E"] if name in ("Étape", "Eten")] == ["Étape", "Eten"]


@pytest.mark.parametrize(
    ("email", "expected"),
    [
        ("info@x.example", "mailto:info@x.example"),
        ("a+b@x.example", "mailto:a+b@x.example"),
        ("a&b?c%d@x.example", "mailto:a%26b%3Fc%25d@x.example"),
    ],
)
def test_an_address_to_mail_to_is_quoted(email: str, expected: str) -> None:
    assert mailto(email) == expected
    assert mailto(email, "subject=Hoi") == f"{expected}?subject=Hoi"
