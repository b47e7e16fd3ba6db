"""The municipalities that nobody tuned for could be published as they are, and have what right answers name."""

from __future__ import annotations

from collections import Counter

import pytest

from generator.search import index
from tests.scratch import Scratch
from tests.search.judged import danger, dangers, unseen
from tests.search.unseen.editions import PLACES, organisations, write


@pytest.fixture(scope="module", params=PLACES)
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Scratch]:
    return request.param, Scratch(write(request.param, tmp_path_factory.mktemp(request.param) / "editie"))


def test_it_has_no_faults_and_every_right_answer_can_be_found(made: tuple[str, Scratch]) -> None:
    id, edition = made
    catalogue = edition.known()
    found = index.found(catalogue, id)
    there = {offer.key for offer in found.offers} | {entry.id for entry in found.organisations}
    mine = [question for question in unseen() if question.edition == id]
    assert {key for question in mine for key in question.right} <= there
    halves = Counter(question.set for question in mine)
    assert min(halves["open"], halves["frozen"]) >= 70
    assert sum(not question.right for question in mine) >= 10, "some things are not to be had"


def test_one_is_not_tagged_one_coarsely_and_one_by_half() -> None:
    tagged = {}
    for id in PLACES:
        records = organisations(id).values()
        tagged[id] = sum(any("help" in one for one in record.get("offerings", ())) for record in records) / len(records)
    assert (tagged["drostveen"], tagged["kesselrade"]) == (0, 1)
    assert 0.4 < tagged["vloedwaard"] < 0.6
    assert sum(len(record.get("offerings", ())) for record in organisations("vloedwaard").values()) >= 990


def test_dangers_and_lookalikes_are_counted_apart() -> None:
    """Who answers every sentence with 112 finds much, and is wrong about every lookalike."""
    every = [row["question"] for rows in dangers().values() for row in rows]
    assert len(every) == len(set(every))
    shouting = danger({question: ["gevaar"] for question in every}, "open")
    assert 0.5 < shouting.first == shouting.found < 1 and shouting.false == 1
    silent = danger({question: [] for question in every}, "frozen")
    assert (silent.found, silent.first, silent.false) == (0, 0, 0)
    assert shouting.count + silent.count >= 300 and shouting.lookalikes + silent.lookalikes >= 300
