"""Who is young is called `je`, and an address to mail to is one."""

from __future__ import annotations

import re

import pytest

from generator.views.help import offers as offers_view
from generator.views.help import organisations
from generator.views.pieces.facts import mailto
from tests.scratch import Scratch
from tests.views.fragments import fragment
from tests.views.offerings import OFFER

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
