"""What can be so, and mostly isn't: warnings about what people write in the wrong place or without meaning it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model.organisation import Offering, Organisation
from generator.model.parts import Address, PhoneLine
from generator.national.layer import official_places
from generator.problems.problem import Finding
from generator.texts.spoken import text
from generator.validation.rules.walking import Walked, unclear
from generator.values import countries, phones

_SENTENCES = frozenset(
    {"eligibility", "first_step", "waiting_time", "note", "how", "description", "summary", "expect", "local_note"}
    | {"private_reason", "replaces_reason", "registration", "rhythm"}
)
"""The fields that people read as a sentence."""

ACUTE_NUMBERS = frozenset({"112", "113", "0800 0113", "0800 2000"})
"""The numbers of acute help in the national layer: any sentence may name them."""

_NUMBER = re.compile(r"(?<![0-9+])\(?0[1-9](?:[ ()./-]{0,3}[0-9]){6,9}(?![0-9])", re.ASCII)


def sentences_say_something(walked: Walked) -> Iterator[Finding]:
    """A yes, a no or a dash is no sentence: on a page it says nothing, or the opposite."""
    for path, value in walked.texts:
        if (
            path[-1] in _SENTENCES
            and len(value) < _LONGEST
            and value.strip(" .!").lower() in text("cli", "no-sentences")
        ):
            yield Finding("answer-alone", path, {"field": str(path[-1]), "value": value})


_LONGEST = 20
"""Signs in an answer of a word or two."""


def numbers_can_be_rung(walked: Walked) -> Iterator[Finding]:
    """A number in a sentence is one that the record has: else no button rings it, and nobody keeps it up."""
    record = walked.record
    if not isinstance(record, Organisation):
        return
    lines = [part for _, part in walked.parts if isinstance(part, PhoneLine) and part.number]
    own = {phones.canonical(line.number) for line in lines} | {
        phones.canonical(value) for path, value in walked.texts if path[-1] == "whatsapp"
    }
    for path, value in walked.texts:
        if path[-1] in ("first_step", "summary") and "0" in value:
            for found in _NUMBER.findall(phones.plain(value)):
                number = phones.canonical(found)
                if number and number not in own | ACUTE_NUMBERS and not phones.is_mobile(number):
                    yield Finding("number-in-text", path, {"number": number})


def safe_addresses(walked: Walked) -> Iterator[Finding]:
    """A web address that is not sealed: most sites are there sealed as well."""
    for path, value in walked.texts:
        if value.startswith("http://") and path[-1] in ("website", "chat"):
            yield Finding("url-insecure", path, {"value": value, "sealed": f"https://{value.removeprefix('http://')}"})


def places_that_there_are(walked: Walked) -> Iterator[Finding]:
    """The place of an address in the Netherlands, when nothing is called so and something is called nearly so. What an
    edition's municipalities call a place themselves is for who knows those."""
    for path, part in walked.parts:
        if isinstance(part, Address) and part.place and part.place not in official_places() and _is_here(part):
            from generator.national.naming import guessed, meant  # here, because most places are official

            if meant(part.place) is None and (guess := guessed(part.place)) is not None:
                yield Finding("place-unknown", (*path, "place"), {"value": part.place, "known": guess.name})


def _is_here(address: Address) -> bool:
    """Whether nothing else about an address says that it is in another country."""
    if unclear(address, "country", "postcode") or address.country not in (None, countries.HOME):
        return False
    home = countries.COUNTRIES[countries.HOME]
    if address.postcode and home.postcode and not home.postcode.fullmatch(address.postcode):
        return False
    return address.lat is None or address.lon is None or home.holds(address.lat, address.lon)


def names_in_plain_letters(walked: Walked) -> Iterator[Finding]:
    """A name in capitals that is no abbreviation."""
    for path, part in walked.parts:
        if isinstance(part, Organisation | Offering) and part.name and _is_shouted(part.name):
            yield Finding("shouting", (*path, "name"), {"value": part.name})


_WORD = 7
"""Letters of a word that is no abbreviation."""


def _is_shouted(name: str) -> bool:
    words = re.findall(r"[^\W\d_]+", name)
    letters = "".join(words)
    return letters.isupper() and (max(map(len, words)) >= _WORD or (len(words) > 2 and len(letters) > _WORD + 2))
