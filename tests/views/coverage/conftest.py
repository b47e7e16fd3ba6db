"""Two municipalities of which everything can be counted by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.scratch import Scratch

STEIN = """\
phones: [{number: 0800 0101}]
offerings:
  - id: vrijwilliger
    name: Vrijwilliger aan huis
    summary: Neemt de zorg even over.
    help: [vervangende-zorg, gezelschap-en-activiteiten]
    situations: [even-tussenuit, dementie]
    audience: [mantelzorgers]
    where: [thuis]
    cost: {kind: bijdrage, amount: "2,50", note: per keer}
    waiting_time: Ongeveer drie weken
  - id: inloop
    name: =Inloop
    summary: Koffie in het dorp.
    help: [gezelschap-en-activiteiten]
    situations: [dementie]
    where: [locatie]
    address: {place: Elsloo}
    cost: {kind: gratis}
    checked: {date: 2024-05, source: Folder}
  - id: ergens
    name: Ergens
    summary: Niemand weet waar.
    where: [locatie]
    access: {referral: ja, indication: nee}
    checked: {date: onbekend, source: Van horen zeggen}
"""

STREEK = """\
phones: []
offerings:
  - id: logeren
    name: Logeren
    summary: Een paar nachten weg.
    help: [vervangende-zorg]
    situations: [even-tussenuit]
    where: [locatie]
    address: {place: Urmond}
    cost: {kind: vergoed}
    access: {indication: ja}
  - id: bellen
    name: Bellen
    summary: Iemand luistert.
    help: [emotionele-steun]
    where: [telefoon]
    status: paused
  - id: bus
    name: De bus
    summary: Rijdt tussen de dorpen.
    help: [vervoer]
    where: [locatie]
    address: {place: Beek}
"""


@pytest.fixture
def scratch(tmp_path: Path) -> Scratch:
    """Stein with three offers of its own and three that it shares with Beek, over the national layer."""
    made = Scratch.stein(tmp_path)
    made.write("data/municipalities/beek.yml", "name: Beek\n")
    made.organisation("hier", STEIN, name="De Linde")
    made.organisation("streek", STREEK, name="De Streek", area="[stein, beek]", email="info@streek.example")
    return made
