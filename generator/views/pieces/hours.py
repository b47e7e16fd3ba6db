"""Opening hours and dates in words that can be read aloud."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.model.hours import Closing, OpeningHours, SchoolHolidays, Slot
from generator.texts.listing import joined
from generator.texts.spoken import remembered
from generator.values import dates
from generator.values.moments import DAYS, Day, weekday
from generator.views.pieces.wording import words


@remembered
def at(when: str) -> str:
    """A date with its preposition: `op 14 maart 2026`, `in maart 2026`."""
    form = ("year", "month", "day")[when.count("-")]
    return str(words("when", form)).format(date=dates.in_words(when))


def lines(hours: OpeningHours | None) -> list[str]:
    """Each line one sentence: days and times first, then appointments and holidays, then when it is closed."""
    return list(_lines(hours)) if hours is not None else []


@remembered
def _lines(hours: OpeningHours) -> tuple[str, ...]:
    t = words("hours")
    made: list[str] = []
    if hours.always:
        made.append(t["always"])
    made += _slots(hours)
    if hours.by_appointment:
        made.append(t["appointment"])
    if hours.holidays is not None:
        made.append(t["whole"]["holidays" if hours.holidays else "no_holidays"])
    if hours.school_holidays:
        made.append(_school(t["whole"], hours.school_holidays, hours))
    return (*made, *_closed(hours.closed))


def _slots(hours: OpeningHours) -> list[str]:
    t = words("hours")
    times: dict[Slot, list[Slot]] = {}
    for slot in hours.slots:
        times.setdefault(slot.model_copy(update={"opens": None, "closes": None}), []).append(slot)
    made = []
    for same, slots in times.items():
        spans = [f"{clock(slot.opens)}–{clock(slot.closes)}" for slot in slots if slot.opens and slot.closes]
        line = slot_days(same)
        line += f" {t['hours'].format(times=joined(spans))}" if spans else ""
        line += t["overnight"] if any(_goes_past_midnight(slot) for slot in slots) else ""
        line += t["on_appointment" if spans else "only_appointment"] if same.by_appointment else ""
        said = _said_of(same, hours)
        made.append(f"{line} ({'; '.join(said)})" if said else line)
    return made


def _goes_past_midnight(slot: Slot) -> bool:
    return slot.opens is not None and slot.closes is not None and slot.closes <= slot.opens and slot.closes != "00:00"


def _said_of(slot: Slot, hours: OpeningHours) -> list[str]:
    """What is said of some times beside the days: a note, a period, holidays."""
    t = words("hours", "slot")
    made = [slot.note] if slot.note else []
    if slot.valid is not None:
        made.append(_period(slot.valid.from_date, slot.valid.until))
    if slot.season is not None:
        first, last = _in_year(slot.season.from_day), _in_year(slot.season.until)
        made.append(words("hours", "from_until").format(first=first, last=last))
    if slot.holidays is not None:
        made.append(t["holidays" if slot.holidays else "no_holidays"])
    if slot.school_holidays:
        made.append(_school(t, slot.school_holidays, hours))
    return [part for part in made if part]


def _school(t: Mapping[str, str], said: SchoolHolidays, hours: OpeningHours) -> str:
    form = {"ja": "school_holidays", "nee": "no_school_holidays", "alleen": "only_school_holidays"}[said]
    region = words("hours", "region").format(region=hours.school_region.capitalize()) if hours.school_region else ""
    return f"{t[form]}{region}"


def _period(first: str | None, last: str | None) -> str:
    """`van april tot en met september 2027`: the year once, if it is the same."""
    t = words("hours")
    if first and last:
        same = first[:4] == last[:4] and "-" in first and "-" in last
        begin = _in_year(first[5:]) if same else dates.in_words(first)
        return str(t["from_until"].format(first=begin, last=dates.in_words(last)))
    form = t["from" if first else "until"]
    return str(form.format(date=dates.in_words(first or last or ""))) if first or last else ""


def _in_year(day: str) -> str:
    """`04-15` as `15 april`, and `04` as `april`."""
    month, _, number = day.partition("-")
    named = words("months")[int(month) - 1]
    return f"{int(number)} {named}" if number else str(named)


def _closed(closings: Sequence[Closing]) -> list[str]:
    t = words("hours")
    days: dict[tuple[str, str | None], list[str]] = {}
    others: list[str] = []
    for closing in closings:
        if closing.date is None:
            said = f"{t['closed_period']} {_period(closing.begins, closing.until)}"
        elif closing.begins is None and closing.to is None:
            form = "closed" if closing.date.count("-") == 2 else "closed_in"
            days.setdefault((form, closing.note), []).append(dates.in_words(closing.date))
            continue
        else:
            form = "part_between" if closing.begins and closing.to else "part_from" if closing.begins else "part_until"
            times = {"begin": clock(closing.begins or ""), "end": clock(closing.to or "")}
            said = t[form].format(when=at(closing.date), **times)
        others.append(f"{said} ({closing.note})" if closing.note else said)
    named = [(t[form].format(dates=joined(found)), note) for (form, note), found in days.items()]
    return [*(f"{line} ({note})" if note else line for line, note in named), *others]


def clock(time: str) -> str:
    """`09:00` as people say it: `9.00`."""
    return time.replace(":", ".").removeprefix("0")


def slot_days(slot: Slot) -> str:
    """On which days: `maandag tot en met vrijdag`, `de eerste dinsdag van de maand`, `om de week op vrijdag`."""
    if slot.dates:
        return str(words("hours", "on").format(dates=joined([dates.in_words(day) for day in slot.dates])))
    places = [place for written in slot.days if (place := weekday(written)) is not None]
    monthly = any(position for position, _ in places)
    named = _nth_days(places) if monthly else _days([DAYS[day] for _, day in places])
    if slot.interval == 1:
        return str(words("hours", "of_month").format(days=named)) if monthly else named
    form = words("moment", "maand" if monthly else "week", "two" if slot.interval == 2 else "many")
    said = form.format(days=named, n=slot.interval)
    return str(said[:1].lower() + said[1:])


def _nth_days(places: Sequence[tuple[int, int]]) -> str:
    """`de eerste en derde dinsdag`: the day once, where it is the same."""
    t, names, nth = words("hours"), words("hours", "days"), words("moment", "nth")
    by_day: dict[int, list[int]] = {}
    for position, day in places:
        by_day.setdefault(day, []).append(position)
    return joined(
        [
            t["nth"].format(nth=joined([nth[str(position)] for position in positions]), day=names[DAYS[day]])
            if all(positions)
            else names[DAYS[day]]
            for day, positions in by_day.items()
        ]
    )


def _days(days: Sequence[Day]) -> str:
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
