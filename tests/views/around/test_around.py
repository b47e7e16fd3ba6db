"""What stands around a page knows where a visitor came from, and calls nobody anything."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from generator.texts.spoken import text
from generator.views.around import local, shell
from generator.views.help import offers as offers_view
from generator.views.help import organisations
from tests.scratch import Scratch
from tests.views.offerings import LOCAL, offers


def links(context: Mapping[str, Any], label: str) -> list[str]:
    """The addresses in the row of facts with a label."""
    rows = [row for key in ("facts", "together") for row in context.get(key, ())]
    return [link.url for row in rows if row.label == label for link in row.links]


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


def test_what_surrounds_every_page_addresses_nobody(several: Scratch) -> None:
    """A page for young people has the same header and footer as all others."""
    catalogue = several.known()
    for place in (shell.shell(catalogue, "stein"), shell.shell(catalogue, None)):
        words = {key: said for key, said in place["words"].items() if not key.startswith("not_found")}
        said = [*words.values(), place["acute_words"]["foot"], place["acute_words"]["gp_short"]]
        said += [line.short for line in place["acute"]]
        assert not [words for words in said if re.search(r"\b[Uu]w?\b", words)]
