"""What people say, as a phone gets it: reduced to the words that tell something, without losing one that does."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.search import sayings
from generator.texts.spoken import speaking
from tests.scratch import Scratch


@pytest.fixture
def scratch(tmp_path: Path) -> Scratch:
    return Scratch.stein(tmp_path)


def term(scratch: Scratch, synonyms: list[str], phrases: list[str] | None = None) -> tuple[dict[str, Any], list[str]]:
    """A kind of help of one's own: what the vocabulary says of it, and its phrases."""
    own = f"- {{id: eigen, label: Eigen, synonyms: {synonyms}, phrases: {phrases or []}}}\n"
    scratch.write("data/vocabularies/help.yml", own)
    catalogue = scratch.known()
    terms = sayings.vocabulary(catalogue)["terms"]
    place = next(place for place, found in enumerate(terms) if found["id"] == "eigen")
    return terms[place], sayings.more(catalogue)["phrases"][place]


def test_a_saying_keeps_the_words_that_tell_something(scratch: Scratch) -> None:
    found, phrases = term(scratch, ["Iemand voor de tuin"], ["wie doet er iets aan mijn Tuín?"])
    assert found["synonyms"] == ["tuin"]
    assert phrases == ["tuin"]


def test_two_sayings_that_come_to_the_same_stand_there_once(scratch: Scratch) -> None:
    assert term(scratch, ["een tuin", "de tuin", "tuin en vijver"])[0]["synonyms"] == ["tuin", "tuin vijver"]


def test_a_saying_of_little_words_alone_stays_whole(scratch: Scratch) -> None:
    """Or nothing would be left of what somebody says."""
    assert {"er", "niet", "ik"} <= sayings.stop()
    assert term(scratch, ["ik er niet"])[0]["synonyms"] == ["ik er niet"]


def test_a_saying_without_letters_is_none(scratch: Scratch) -> None:
    assert term(scratch, ["!?", "tuin"])[0]["synonyms"] == ["tuin"]


def test_every_term_has_its_place_in_both_files(scratch: Scratch) -> None:
    """Browsers number terms; phrases come later and have nothing but their place."""
    catalogue = scratch.known()
    terms = sayings.vocabulary(catalogue)["terms"]
    assert [(found["group"], found["id"]) for found in terms] == [
        (group, term.id) for group in sayings.VOCABULARIES for term in catalogue.vocabularies[group]
    ]
    phrases = sayings.more(catalogue)["phrases"]
    assert len(phrases) == len(terms) > 40
    written = [len(term.phrases) for group in sayings.VOCABULARIES for term in catalogue.vocabularies[group]]
    assert all(bool(kept) == bool(count) for kept, count in zip(phrases, written, strict=True))


def test_of_danger_every_small_word_counts(scratch: Scratch) -> None:
    """ "Ik wil niet meer" is something else than "meer"."""
    catalogue = scratch.known()
    acute = {found["id"]: found for found in sayings.vocabulary(catalogue)["acute"]}
    whole = [words for found in acute.values() for words in (*found["synonyms"], *found["phrases"])]
    small = [words for words in whole if sayings.stop() & set(words.split())]
    assert len(small) > 10
    for found in acute.values():
        assert found["organisation"] in catalogue.organisations


def test_words_that_mean_nearly_the_same_are_still_those_words(scratch: Scratch) -> None:
    """One word left of several would say too little: no set has a word that stood in a longer saying alone."""
    related = sayings.more(scratch.known())["related"]
    assert len(related) > 400
    assert all(len(alike) > 1 and len(set(alike)) == len(alike) for alike in related)
    assert sayings._alike(["weg bij hem", "scheiden", "huiselijk geweld"]) == ["scheiden", "huiselijk geweld"]


def test_a_word_of_a_saying_is_one_that_leads_somewhere(scratch: Scratch) -> None:
    term(scratch, ["snoeischaar"])
    known = sayings.known(scratch.known())
    assert "snoeischaar" in known and not known & sayings.stop()


def test_who_speaks_another_language_is_told_of_every_term() -> None:
    with speaking("en"):
        found = sayings.spoken()
    groups = {name.split(":")[0] for name in found["terms"]}
    assert groups == {*sayings.VOCABULARIES, *sayings.AIDS}
    assert all(told["label"] for told in found["terms"].values())
    # The name of a language says all there is to say.
    asked = {name: told for name, told in found["terms"].items() if not name.startswith("languages:")}
    silent = [name for name, told in asked.items() if not told["says"]]
    assert silent == ["audience:mantelzorgondersteuners"], "only professionals are not asked for in English"
    little = set(found["stop"].split())
    loose = [says for told in found["terms"].values() for says in told["says"] if set(says.split()) & little - {says}]
    assert not [says for says in loose if not set(says.split()) <= little]
