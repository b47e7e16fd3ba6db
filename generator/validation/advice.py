"""What to write instead of a value that can't be, where that can be told from the value alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, get_args

from generator.model.organisation import PriceUnit
from generator.problems.near import every_meant, near_in
from generator.texts.spoken import text
from generator.values import misread
from generator.values.moments import DAYS
from generator.values.slugs import slug


def among(written: str, choices: Iterable[str]) -> str:
    """`"bedoelde u …? "` with one of the fixed words, whatever people say for it."""
    return near_in(written, words_for(choices))


def words_for(choices: Iterable[str]) -> Mapping[str, Sequence[str]]:
    """Fixed words, each with what people say for it."""
    said = text("meant")
    return {choice: said.get(choice, ()) for choice in choices}


def advised(code: str, values: Mapping[str, Any]) -> Mapping[str, Any]:
    """The values of a finding about one value, with what to write instead (`near`) and what is wrong (`why`)."""
    written = str(values.get("value", ""))
    if code == "yes-or-no":
        return {**values, "near": among(written, ("ja", "nee"))}
    if code == "weekday-format":
        return {**values, "near": _days(written)}
    if code == "id-format":
        return {**values, "near": _write(slug(written)[:80].strip("-") or None)}
    if code in ("date-format", "day-format", "moment-format"):
        return {**values, "near": _write(misread.MEANT[code](written)), "why": _no_such_day(written)}
    if code == "whole-number":
        meant = misread.whole(written)
        fits = meant is not None and values["low"] <= int(meant[:9]) <= values["high"] and meant != written
        return {**values, "near": _write(meant if fits else None)}
    if code == "amount" and (unit := _unit(written)):
        return {**values, "near": unit}
    if code in misread.MEANT:
        return {**values, "near": _write(misread.MEANT[code](written))}
    return values


def _unit(written: str) -> str:
    """An amount with what it is for, of which records keep each in its own field."""
    amount, rest = misread.priced(written) or ("", "")
    units = every_meant(rest, words_for(get_args(PriceUnit)))
    return str(text("cli", "near-priced")).format(amount=amount, unit=units[0]) if len(units) == 1 else ""


def _days(written: str) -> str:
    """The day that was meant, or the days: each has its own place in a list."""
    days = misread.weekdays(written)
    if days and "," in days:
        return str(text("cli", "near-each")).format(known=days)
    return _write(days) or among(written, DAYS)


def _write(value: str | None) -> str:
    return str(text("cli", "near")).format(known=value) if value else ""


def _no_such_day(written: str) -> str:
    """Why a date that looks like one is none."""
    found = misread.written_date(written.split(" ")[0]) or misread.written_date(written)
    if found is None or found.is_real or not found.month:
        return ""
    if found.days is None:
        return str(text("cli", "no-month")).format(month=found.month)
    if found.day and not 1 <= found.day <= found.days:
        month = text("interface", "months")[found.month - 1]
        return str(text("cli", "no-day")).format(month=month, year=found.year, days=found.days)
    return ""
