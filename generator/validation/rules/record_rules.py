"""The rules that records must keep beyond their shape.

A rule for one record is a function `(walked) -> findings`; it runs also where parts of the shape failed,
so any field it reads may be None or empty. Rules that need more than one record, a
day or a disk are in `references`, `checks` and `files`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.model.part import Part
from generator.problems.problem import Finding
from generator.validation.left_over import may_be_left
from generator.validation.rules import (
    addresses,
    backpack,
    capacity,
    completeness,
    hours,
    layers,
    likely,
    municipality,
    order,
    privacy,
    timing,
    vocabulary,
    wording,
    worksheet,
)
from generator.validation.rules.walking import Walked, walk

RecordRule = Callable[[Walked], Iterator[Finding]]

RECORD_RULES: tuple[RecordRule, ...] = (
    hours.sensible_hours,
    order.in_order,
    order.nothing_twice,
    order.cost_agrees,
    addresses.agreeing_addresses,
    capacity.pauses_agree,
    capacity.waits_in_fields,
    timing.sensible_times,
    timing.meets_once_at_a_time,
    timing.has_a_place,
    privacy.no_private_people,
    privacy.no_secret_places,
    wording.safe_texts,
    wording.readable_texts,
    likely.sentences_say_something,
    likely.numbers_can_be_rung,
    likely.safe_addresses,
    likely.places_that_there_are,
    likely.names_in_plain_letters,
    layers.replaces_something,
    layers.amends_something,
    completeness.can_begin,
    completeness.can_be_found,
    municipality.as_the_national_list,
    municipality.readable_theme,
    backpack.known_sections,
    backpack.complete,
    vocabulary.terms_agree,
    worksheet.worksheet_agrees,
)


def record_findings(record: Part, id: str, content: bytes) -> Iterator[Finding]:
    """What every rule for one record finds in this one; `content` is its file."""
    walked = walk(record, id)
    for rule in RECORD_RULES:
        yield from rule(walked)
    if may_be_left(content):
        yield from wording.no_starter_texts(walked)
