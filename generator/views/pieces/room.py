"""Whether there is room and how long people wait: what decides an order, and what a card says of it.

What is said holds until a day (see `model.capacity`). After it the same place says what was so, and to ask: a page that
nobody made again has both, and the component `passing` chooses by the visitor's clock.
"""

from __future__ import annotations

from typing import NamedTuple

from markupsafe import Markup, escape

from generator.catalogue.catalogue import Catalogue
from generator.model.capacity import holds_until, told_on
from generator.model.organisation import Offering, Organisation, Room
from generator.texts.spoken import remembered
from generator.values import dates, waits
from generator.values.units import Unit
from generator.values.waits import Wait
from generator.views.pieces.hours import at
from generator.views.pieces.passing import ends
from generator.views.pieces.wording import words

LONGEST = 90
"""Signs: a longer sentence about waiting stands on the page of an offer and not on its card."""


class Known(NamedTuple):
    """What is known of room and waiting on a day. None of either: nobody knows."""

    room: Room | None = None
    wait: Wait | None = None

    @property
    def closed(self) -> bool:
        """Whether nobody who is new gets in."""
        return self.room in ("full", "stopped")


class Told(NamedTuple):
    """A line, and the moment (of `passing`) from which it may be said no more: then `then` takes its place, if any."""

    text: str
    warm: bool = False
    """Whether it asks for attention: nobody gets in now. What is not known any more asks a question instead."""
    until: str | None = None
    then: str | None = None


_NOTHING = Known()


def known(catalogue: Catalogue, record: Offering) -> Known:
    """What is known of room and waiting on the day that it is: fields alone count, and only as long as they hold."""
    if not record.availability and not record.wait:
        return _NOTHING
    last = holds_until(record, record.checked)
    if last is None or catalogue.past(last):
        return _NOTHING
    return Known(
        record.availability.state if record.availability else None,
        waits.parsed(record.wait) if record.wait else None,
    )


def room(catalogue: Catalogue, record: Offering) -> Told | None:
    """What a card says of room and waiting."""
    if not (record.availability or record.wait or record.waiting_time):
        return None
    sentence = record.waiting_time if not record.availability and not record.wait else None
    if sentence and len(sentence) > LONGEST:
        return None
    now = _now(record, sentence)
    if not now:
        return None
    last = holds_until(record, record.checked)
    if last is None:
        return Told(words("room", "undated").format(said=now[:1].lower() + now[1:]))
    then = _then(record)
    if catalogue.past(last):
        return Told(then)
    state = record.availability.state if record.availability else None
    return Told(now, state in ("full", "stopped"), ends(last), then)


def pause(
    catalogue: Catalogue, record: Offering | Organisation, group: str = "card", name: str = "paused"
) -> Told | None:
    """That something takes a break, until when, and nothing after that; None when it can be had. The words are those
    of that name in a group of texts."""
    if record.status != "paused":
        return None
    t, until = words(group), record.paused_until
    if until is None:
        return Told(t[name], warm=True)
    if catalogue.past(dates.last_day(until).isoformat()):
        return None
    return Told(t[f"{name}_until"].format(date=dates.in_words(until)), True, ends(until))


def lines(catalogue: Catalogue, record: Offering) -> list[Told]:
    """What the page of an offering says of room and waiting: the line of its card, since when, and the sentence."""
    t, made = words("room"), []
    if record.availability or record.wait:
        told = room(catalogue, record)
        made = [told] if told else []
    if record.availability and record.availability.since:
        made.append(Told(t["since"].format(date=dates.in_words(record.availability.since))))
    if record.waiting_time:
        made.append(Told(record.waiting_time))
    return made


def held(told: Told) -> Markup:
    """A line that knows until when it holds, for a script to read."""
    if told.until is None:
        return escape(told.text)
    return Markup('<span data-until="{}" data-then="{}">{}</span>').format(told.until, told.then or "", told.text)


@remembered
def waiting(wait: str) -> str:
    """A wait as people say it: `4 tot 6 weken`, `binnen 2 weken`."""
    t, parsed = words("room"), waits.parsed(wait)
    assert parsed is not None

    def named(number: int, unit: Unit) -> str:
        return f"{number} {t['one' if number == 1 else 'many'][unit]}"

    (low, unit), (high, last_unit) = parsed.low, parsed.high
    if (low, unit) == (high, last_unit):
        said = named(high, last_unit)
    else:
        first = str(low) if unit == last_unit else named(low, unit)
        said = t["from_to"].format(low=first, high=named(high, last_unit))
    return str(t[parsed.form].format(wait=said))


def _now(record: Offering, sentence: str | None) -> str:
    t, said = words("room"), []
    if record.availability:
        until, state = record.availability.until, t["state"][record.availability.state]
        said.append(t["until"].format(state=state, date=dates.in_words(until)) if until else state)
    if record.wait:
        said.append(t["no_wait"] if record.wait == waits.NONE else t["wait"].format(wait=waiting(record.wait)))
    if sentence:
        said.append(t["sentence"].format(sentence=sentence.rstrip(".")))
    return ". ".join(said)


def _then(record: Offering) -> str:
    t, said = words("room"), []
    if record.availability:
        until, told = record.availability.until, told_on(record, record.checked)
        ended = until is not None and holds_until(record, record.checked) == dates.last_day(until).isoformat()
        when = t["through"].format(date=dates.in_words(until)) if ended and until else at(told or "")
        said.append(t["then"][record.availability.state].format(when=when))
    if record.wait and record.wait != waits.NONE:
        form = t["wait_then_too" if said else "wait_then"]
        said.append(form.format(when=at(told_on(record, record.checked) or ""), wait=waiting(record.wait)))
    return " ".join([*said, t["ask"] if said else t["ask_wait"]])
