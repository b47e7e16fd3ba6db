"""Opening hours and dates in words that can be read aloud."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.parts import OpeningHours, Slot
from generator.texts.spoken import remembered
from generator.values import dates
from generator.values.moments import DAYS
from generator.views.pieces.wording import words


def joined(values: Sequence[str]) -> str:
    """`a, b en c`."""
    if len(values) < 2:
        return "".join(values)
    comma, last = words("list", "comma"), words("list", "and")
    return f"{comma.join(values[:-1])}{last}{values[-1]}"


@remembered
def at(when: str) -> str:
    """A date with its preposition: `op 14 maart 2026`, `in maart 2026`."""
    form = ("year", "month", "day")[when.count("-")]
    return str(words("when", form)).format(date=dates.in_words(when))


def lines(hours: OpeningHours | None) -> list[str]:
    """Each line one sentence: first the days and times, then appointments, then the days it is closed."""
    return list(_lines(hours)) if hours is not None else []


@remembered
def _lines(hours: OpeningHours) -> tuple[str, ...]:
    t = words("hours")
    made: list[str] = []
    if hours.always:
        made.append(t["always"])
    made += _slots(hours.slots)
    if hours.by_appointment:
        made.append(t["appointment"])
    days = [dates.in_words(when) for when in hours.closed if when.count("-") == 2]
    longer = [dates.in_words(when) for when in hours.closed if when.count("-") < 2]
    if days:
        made.append(t["closed"].format(dates=joined(days)))
    if longer:
        made.append(t["closed_in"].format(dates=joined(longer)))
    return tuple(made)


def _slots(slots: Sequence[Slot]) -> list[str]:
    t = words("hours")
    times: dict[tuple[tuple[str, ...], str | None], list[str]] = {}
    for slot in slots:
        times.setdefault((slot.days, slot.note), []).append(f"{clock(slot.opens)}–{clock(slot.closes)}")
    made = []
    for (days, note), spans in times.items():
        line = f"{_days(days)} {t['hours'].format(times=joined(spans))}"
        made.append(f"{line} ({note})" if note else line)
    return made


def clock(time: str) -> str:
    """`09:00` as people say it: `9.00`."""
    return time.replace(":", ".").removeprefix("0")


def _days(days: Sequence[str]) -> str:
    """Days that follow each other as one stretch: `maandag tot en met vrijdag`."""
    t = words("hours")
    indices = sorted({DAYS.index(day) for day in days})
    if len(indices) == len(DAYS):
        return str(t["every_day"])
    runs: list[list[int]] = []
    for index in indices:
        if runs and index == runs[-1][-1] + 1:
            runs[-1].append(index)
        else:
            runs.append([index])
    named: list[str] = []
    for run in runs:
        first, last = t["days"][DAYS[run[0]]], t["days"][DAYS[run[-1]]]
        if len(run) > 2:
            named.append(t["through"].format(first=first, last=last))
        else:
            named += [t["days"][DAYS[index]] for index in run]
    return joined(named)
