"""What a value that is none may have been meant as: people write dates, times and amounts as they say them.

Nothing here is ever taken for what was meant: it is what a tip can name.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from typing import NamedTuple

from generator.values import dates, moments

_MONTHS = ("jan", "feb", "maa", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
"""How the names of months begin; March is also written `mrt`."""

_NAMED = re.compile(r"(?:(\d{1,2})(?:e|ste)?[ .-]+)?([a-z]{3,9})\.?[ .-]+(\d{4})")
_DUTCH = re.compile(r"(\d{1,2})[-/. ]+(\d{1,2})[-/. ]+(\d{4}|\d{2})")
_TURNED = re.compile(r"(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})")
_TOGETHER = re.compile(r"(\d{4})(\d{2})(\d{2})")
_MONTH = re.compile(r"(\d{1,2})[-/.](\d{4})|(\d{4})[/.-](\d{1,2})")
_DAY_NAME = re.compile(r"^(?:maan|dins|woens|donder|vrij|zater|zon)dag,? +|^(?:ma|di|wo|do|vr|za|zo)\.?,? +(?=\d)")
_TIME = re.compile(r"(\d{1,2})(?:[.:u ]+(\d{2})|[.:u]?)(?: ?uur| ?u| ?h)?")
_AFTER_DATE = re.compile(r"(?:,| om| vanaf|t)? +(?=\d{1,2}(?:[.:u]\d{2}| ?u))|t(?=\d{2}:)")
_AMOUNT = re.compile(
    r"(?:€|eur|euro)?\s*(\d{1,6})(?:[.,](\d{1,2}))?(?![.,]?\d)(?:,-)?(?:\s*(?:€|euro?)?\b.*)?", re.IGNORECASE
)


class Written(NamedTuple):
    """A year with a month and a day, where those were written; nothing says that they exist."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def is_real(self) -> bool:
        return dates.is_when(str(self))

    @property
    def days(self) -> int | None:
        """How many days the month has; None without one that exists."""
        return monthrange(self.year, self.month)[1] if self.month and 1 <= self.month <= 12 else None

    def __str__(self) -> str:
        parts = [f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part is not None)]
        return "-".join(parts)


def written_date(value: str) -> Written | None:
    """The date somebody wrote in whatever order, if it looks like one."""
    said = _DAY_NAME.sub("", " ".join(value.lower().split()))
    if found := _DUTCH.fullmatch(said):
        year = int(found[3]) + (2000 if len(found[3]) == 2 else 0)
        return Written(year, int(found[2]), int(found[1]))
    if found := _TURNED.fullmatch(said) or _TOGETHER.fullmatch(said):
        return Written(int(found[1]), int(found[2]), int(found[3]))
    if found := _MONTH.fullmatch(said):
        return Written(int(found[2] or found[3]), int(found[1] or found[4]))
    if (found := _NAMED.fullmatch(said)) and (month := _month(found[2])):
        return Written(int(found[3]), month, int(found[1]) if found[1] else None)
    return None


def _month(name: str) -> int | None:
    begin = "maa" if name in ("mrt", "mar", "march") else {"oct": "okt", "may": "mei"}.get(name[:3], name[:3])
    return _MONTHS.index(begin) + 1 if begin in _MONTHS else None


def date(value: str) -> str | None:
    """`14-03-2026` and `14 maart 2026` as `2026-03-14`."""
    found = written_date(value)
    return str(found) if found and found.is_real else None


def day(value: str) -> str | None:
    """The same where it is a whole day."""
    found = written_date(value)
    return str(found) if found and found.day and found.is_real else None


def moment(value: str) -> str | None:
    """A day, or a day with a time: `14 maart 2026, 19.30 uur` as `2026-03-14 19:30`."""
    said = " ".join(value.lower().split())
    before, *after = _AFTER_DATE.split(said, maxsplit=1)
    found, clock = day(before), time(after[0]) if after else None
    if found and clock and moments.parsed(f"{found} {clock}") is not None:
        return f"{found} {clock}"
    return None if after else found


def time(value: str) -> str | None:
    """`9.00`, `9 uur` and `9u30` as `09:00` and `09:30`."""
    found = _TIME.fullmatch(value.lower().strip())
    if found is None or int(found[1]) > 24 or int(found[2] or 0) > 59:
        return None
    return f"{int(found[1]):02}:{found[2] or '00'}"


def coordinate(value: str) -> str | None:
    """`52,14` as `52.14`."""
    found = re.fullmatch(r"\s*(-?\d{1,3})[,.](\d{1,12})\s*°?\s*(?:[nNeEoO][bBlL]?)?", value)
    return f"{found[1]}.{found[2]}" if found else None


def amount(value: str) -> str | None:
    """The amount in `€ 7,50 per keer`: `7,50`."""
    found = _AMOUNT.fullmatch(value.strip())
    return None if found is None else found[1] + (f",{found[2]:0<2}" if found[2] else "")


def whole(value: str) -> str | None:
    """The one number in a text: `vanaf 18 jaar` as `18`."""
    found = re.findall(r"\d+", value)
    return found[0] if len(found) == 1 and not re.search(r"\d[.,]\d|[.,]\d", value) else None


def url(value: str) -> str | None:
    """`www.stein.nl` as `https://www.stein.nl`."""
    said = value.strip().rstrip(".,")
    return f"https://{said}" if re.fullmatch(r"(?:[a-z0-9-]+\.)+[a-z]{2,20}(?:/\S*)?", said, re.I) else None


def email(value: str) -> str | None:
    """`mailto: Info @stein.nl` as `info@stein.nl`."""
    said = re.sub(r"\s|^mailto:|[.,;]$", "", value.strip(), flags=re.I).removeprefix("mailto:").lower()
    said = said.replace("(at)", "@").replace("[at]", "@")
    return said if re.fullmatch(r"[\w.+-]+@(?:[\w-]+\.)+[a-z]{2,20}", said) else None


def digits(value: str) -> str | None:
    """The eight digits in `KvK 12.34.56.78`."""
    found = re.sub(r"\D", "", value)
    return found if len(found) == 8 else None


MEANT: dict[str, Callable[[str], str | None]] = {
    "agb-format": digits,
    "amount": amount,
    "coordinate": coordinate,
    "date-format": date,
    "day-format": day,
    "email-format": email,
    "kvk-format": digits,
    "moment-format": moment,
    "time-format": time,
    "url-format": url,
    "age-format": whole,
    "whole-number": whole,
}
"""What tells what may have been meant, by the code of what is wrong."""
