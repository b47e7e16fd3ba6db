"""Opening hours and moments at random, and what they mean: slowly, minute by minute, and in no words of the product."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import cache
from random import Random
from typing import Any

import holidays
from dateutil.easter import easter
from dateutil.relativedelta import relativedelta
from dateutil.rrule import FR, MO, MONTHLY, SA, SU, TH, TU, WE, WEEKLY, rrule

from generator.values.moments import ZONE

YEARS = range(2025, 2031)
DAYS = dict(zip(("ma", "di", "wo", "do", "vr", "za", "zo"), (MO, TU, WE, TH, FR, SA, SU), strict=True))

TIMES = [f"{hour:02}:{part}" for hour in range(24) for part in ("00", "30", "45")]
SEASONS = [{"from": "04", "until": "09"}, {"from": "10-15", "until": "03-14"}, {"from": "12", "until": "02"}]
SCHOOL = [None, None, "ja", "nee", "alleen"]
TRUTH = [None, "ja", "nee"]

Written = list[dict[str, Any]]


def written_hours(dice: Random) -> Written:
    """Opening hours as a record has them, without a fault."""
    made: Written = [{"always": "ja"}] if _one_in(dice, 8) else [_slot(dice) for _ in range(dice.randint(0, 4))]
    if _one_in(dice, 4) and {"always": "ja"} not in made:
        made.append({"by_appointment": "ja"})
    if closed := [_closing(dice) for _ in range(dice.randint(0, 3))]:
        made.append({"closed": closed})
    made += [{"holidays": said} for said in [dice.choice(TRUTH)] if said]
    made += [{"school_holidays": said} for said in [dice.choice(SCHOOL)] if said]
    return [*made, {"school_region": dice.choice(["noord", "midden", "zuid"])}]


def moment(dice: Random) -> datetime:
    """A minute, often one of a day that is not like others, or beside one."""
    day = dice.choice(odd_days()) + timedelta(days=dice.randint(-1, 1)) if _one_in(dice, 2) else _day(dice)
    return datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(minutes=dice.randrange(24 * 60))


def _one_in(dice: Random, number: int) -> bool:
    return dice.randrange(number) == 0


def _day(dice: Random) -> date:
    return date(2026, 1, 1) + timedelta(days=dice.randrange(3 * 365))


def _slot(dice: Random) -> dict[str, Any]:
    opens, closes = dice.sample([*TIMES, "24:00"], 2)
    if opens == "24:00":
        opens, closes = closes, opens
    slot: dict[str, Any] = {"from": opens, "to": closes}
    if _one_in(dice, 10):
        slot["dates"] = [_day(dice).isoformat() for _ in range(dice.randint(1, 3))]
    else:
        slot["days"] = dice.sample(sorted(DAYS), dice.randint(1, 6))
        if _one_in(dice, 4):
            slot["days"] = [f"{dice.choice(['1e', '2e', '3e', '4e', 'laatste'])} {day}" for day in slot["days"]]
        first = _day(dice)
        if _one_in(dice, 4):
            slot |= {"interval": dice.randint(2, 4), "valid": {"from": first.isoformat()}}
        elif _one_in(dice, 4):
            months = {"from": f"{first:%Y-%m}", "until": f"{first + timedelta(days=150):%Y-%m}"}
            slot["valid"] = dice.choice([months, {"from": f"{first}"}, {"until": f"{first}"}, {"until": f"{first:%Y}"}])
        if _one_in(dice, 5):
            slot["season"] = dice.choice(SEASONS)
        slot |= {"holidays": dice.choice(TRUTH), "school_holidays": dice.choice(SCHOOL)}
    if _one_in(dice, 6):
        slot["by_appointment"] = "ja"
    if _one_in(dice, 4):
        slot["note"] = dice.choice(["inloop", "receptie"])
    return {key: value for key, value in slot.items() if value is not None}


def _closing(dice: Random) -> Any:
    day = _day(dice)
    return dice.choice(
        [
            f"{day}",
            f"{day:%Y-%m}",
            {"from": f"{day}", "until": f"{day + timedelta(days=11)}", "note": "vakantie"},
            {"date": f"{day}", "from": "12:00"},
            {"date": f"{day}", "to": "10:30"},
            {"date": f"{day:%Y-%m}", "from": "12:00", "to": "13:15"},
        ]
    )


@cache
def odd_days() -> tuple[date, ...]:
    """Holidays, what is one for some, and when the clock is changed."""
    found = [day for year in YEARS for day in holidays.country_holidays("NL", years=year, language="nl")]
    found += [date(year, 5, 5) for year in YEARS]
    for year in YEARS:
        for month in (3, 10):
            last = date(year, month, 31)
            found.append(last - timedelta(days=(last.weekday() + 1) % 7))
    return tuple(sorted(day for day in found if date(2026, 1, 1) <= day < date(2029, 1, 1)))


# --- what they mean

Told = tuple[str, str | None, str | None]
"""State, until when (`HH:MM`), and with which note."""

RANKS = ["open", "appointment", "holiday", "school"]


def slowly(hours: Written, moment: datetime) -> Told:
    """How it is at a moment: every minute of three days is painted with what is there."""
    local = moment.astimezone(ZONE)
    today = local.date()
    this_minute = today.toordinal() * 1440 + local.hour * 60 + local.minute
    whole: dict[str, Any] = {key: value for item in hours if "from" not in item for key, value in item.items()}
    slots = [item for item in hours if "from" in item]
    painted: list[tuple[str, str | None, set[int]]] = []
    for day in (today - timedelta(days=1), today, today + timedelta(days=1)):
        if _all_day_closed(whole, day):
            continue
        for slot in [{"from": "00:00", "to": "24:00", "always": True}] if "always" in whole else slots:
            condition = _condition(slot, whole, day)
            if condition:
                painted.append((condition, slot.get("note"), _minutes(slot, whole, day)))
    here = [one for one in painted if this_minute in one[2]]
    if here:
        condition, note, _ = min(here, key=lambda one: RANKS.index(one[0]))
        same = set[int]().union(*(minutes for state, said, minutes in painted if (state, said) == (condition, note)))
        end = next((minute for minute in range(this_minute, this_minute + 1440) if minute not in same), None)
        clock = None if end is None else f"{end % 1440 // 60:02}:{end % 60:02}".replace("00:00", "24:00")
        return condition, clock, note
    if _all_day_closed(whole, today):
        return "closed", None, None
    if "by_appointment" in whole:
        return "appointment", None, None
    still = "always" in whole or any(_last(slot) >= today for slot in slots)
    return ("closed" if still else "unknown"), None, None


def _clock(time: str) -> int:
    return int(time[:2]) * 60 + int(time[3:])


def _days(when: str) -> tuple[date, date]:
    parts = [int(part) for part in when.split("-")]
    first = date(*[*parts, 1, 1][:3])
    longer = {1: relativedelta(years=1), 2: relativedelta(months=1), 3: relativedelta(days=1)}[len(parts)]
    return first, first + longer - timedelta(days=1)


def _closings(whole: dict[str, Any]) -> list[dict[str, Any]]:
    return [closing if isinstance(closing, dict) else {"date": closing} for closing in whole.get("closed", ())]


def _all_day_closed(whole: dict[str, Any], day: date) -> bool:
    for closing in _closings(whole):
        if "date" in closing and not {"from", "to"} & closing.keys():
            first, last = _days(closing["date"])
        elif "until" in closing:
            first, last = _days(closing["from"])[0], _days(closing["until"])[1]
        else:
            continue
        if first <= day <= last:
            return True
    return False


def _minutes(slot: dict[str, Any], whole: dict[str, Any], day: date) -> set[int]:
    begin, end = _clock(slot["from"]), _clock(slot["to"])
    base = day.toordinal() * 1440
    minutes = set(range(base + begin, base + (end if end > begin else end + 1440)))
    for closing in _closings(whole):
        if "date" in closing and {"from", "to"} & closing.keys():
            first, last = _days(closing["date"])
            out = range(_clock(closing.get("from", "00:00")), _clock(closing.get("to", "24:00")))
            for shown in (day, day + timedelta(days=1)):
                if first <= shown <= last:
                    minutes -= {shown.toordinal() * 1440 + minute for minute in out}
    return minutes


def _condition(slot: dict[str, Any], whole: dict[str, Any], day: date) -> str | None:
    certain = "appointment" if "by_appointment" in slot else "open"
    said = slot.get("holidays", whole.get("holidays"))
    if "always" in slot:
        if said != "nee":
            return "open"
    elif "dates" in slot:
        return certain if day.isoformat() in slot["dates"] else None
    elif not _falls(slot, day):
        return None
    doubt = None
    if said != "ja":
        free, perhaps = _free(day.year)
        if day in free and said == "nee":
            return None
        doubt = "holiday" if day in free or day in perhaps else None
    school = "ja" if "always" in slot else slot.get("school_holidays", whole.get("school_holidays", "ja"))
    if school != "ja" and (day in _no_school(day.year, whole["school_region"])) == (school == "nee"):
        return None
    return doubt or certain


@cache
def _free(year: int) -> tuple[frozenset[date], frozenset[date]]:
    days = set(holidays.country_holidays("NL", years=year, language="nl"))
    friday = easter(year) - timedelta(days=2)
    return frozenset(days - {friday}), frozenset({friday, date(year, 5, 5)} - (days - {friday}))


@cache
def _no_school(year: int, region: str) -> frozenset[date]:
    return frozenset(
        holidays.country_holidays("NL", subdiv=region.capitalize(), years=year, language="nl", categories=("school",))
    )


def _falls(slot: dict[str, Any], day: date) -> bool:
    valid = slot.get("valid", {})
    first = _days(valid["from"])[0] if "from" in valid else date(2020, 1, 1)
    last = _days(valid["until"])[1] if "until" in valid else date(2035, 1, 1)
    if not first <= day <= last:
        return False
    if "season" in slot:
        begin, end = ([int(part) for part in slot["season"][key].split("-")] for key in ("from", "until"))
        low, high = [*begin, 1][:2], [*end, 31][:2]
        here = [day.month, day.day]
        if not (low <= here <= high if low <= high else here >= low or here <= high):
            return False
    return day in _dates(tuple(slot["days"]), slot.get("interval", 1), first)


@cache
def _dates(days: tuple[str, ...], interval: int, first: date) -> frozenset[date]:
    """By the rules that calendars know."""
    monthly = " " in days[0]
    week = [
        DAYS[written[-2:]](-1 if written.startswith("laatste") else int(written[0])) if monthly else DAYS[written]
        for written in days
    ]
    start = datetime(first.year, first.month, 1 if monthly else first.day)
    found = rrule(
        MONTHLY if monthly else WEEKLY, interval=interval, byweekday=week, dtstart=start, until=datetime(2029, 2, 1),
    )  # fmt: skip
    return frozenset(moment.date() for moment in found if moment.date() >= first)


def _last(slot: dict[str, Any]) -> date:
    if "dates" in slot:
        return date.fromisoformat(max(slot["dates"]))
    until = slot.get("valid", {}).get("until")
    return _days(until)[1] if until else date(2100, 1, 1)
