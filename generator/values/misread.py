"""What a value that is none may have been meant as: people write dates, times and amounts as they say them.

Nothing here is ever taken for what was meant: it is what a tip can name.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from typing import NamedTuple

from generator.values import ages, dates, fields, moments, phones, prices, waits

_MONTHS = ("jan", "feb", "maa", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
"""How the names of months begin; March is also written `mrt`."""

_NAMED = re.compile(r"(?:(\d{1,2})(?:e|ste)?[ .-]+)?([a-z]{3,9})\.?[ .-]+(\d{4})")
_DUTCH = re.compile(r"(\d{1,2})[-/. ]+(\d{1,2})[-/. ]+(\d{4}|\d{2})")
_TURNED = re.compile(r"(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})")
_TOGETHER = re.compile(r"(\d{4})(\d{2})(\d{2})")
_MONTH = re.compile(r"(\d{1,2})[-/.](\d{4})|(\d{4})[/.-](\d{1,2})")
_DAY_NAME = re.compile(r"^(?:maan|dins|woens|donder|vrij|zater|zon)dag,? +|^(?:ma|di|wo|do|vr|za|zo)\.?,? +(?=\d)")
_MIDNIGHT = re.compile(r"(?:t| )0{1,2}:00(?::00(?:\.0+)?)?z?$")
"""What a spreadsheet writes behind a day."""
_TIME = re.compile(
    r"(?:(?:om|vanaf|van|tot|v\.a\.|ca\.?) )?"
    r"(\d{1,2})(?:[.:;,uh ]+(\d{2})(?::00(?:\.0+)?)?|(?<=\d)(\d{2})|[.:uh]?)(?: ?uur| ?u\.?| ?h)?(?: ?([ap])\.?m\.?)?"
)
_AFTER_DATE = re.compile(r"(?:,| om| vanaf|t)? +(?=\d{1,2}(?:[.:u]\d{2}| ?u))|t(?=\d{2}:)")
_ABOUT = re.compile(r"^(?:ongeveer|circa|ca\.?|±|rond(?: de)?) ?", re.IGNORECASE)
_POSTCODE = re.compile(
    r"(?<![\w.])(?:NL[ -]*)?([1-9][0-9](?: ?\.?[0-9]){2})[ .,_-]*([a-z])[ .]?([a-z])\b", re.ASCII | re.IGNORECASE
)

_GROUPS: dict[str, tuple[moments.Day, ...]] = {
    **dict.fromkeys(("werkdagen", "werkdag", "op werkdagen", "doordeweeks", "door de week"), moments.DAYS[:5]),
    **dict.fromkeys(("weekend", "weekeinde", "in het weekend", "weekenden"), moments.DAYS[5:]),
    **dict.fromkeys(("elke dag", "iedere dag", "alle dagen", "dagelijks", "hele week", "de hele week"), moments.DAYS),
}
_PLACES = {
    "1e": ("1e", "1ste", "eerste"), "2e": ("2e", "2de", "tweede"), "3e": ("3e", "3de", "derde"),
    "4e": ("4e", "4de", "vierde"), "laatste": ("laatste",),
}  # fmt: skip
_PLACE = "|".join(word for words in _PLACES.values() for word in words)
_WEEKDAY = re.compile(
    r"(?:op |elke |iedere |de |het )*"
    rf"(?:({_PLACE})(?: |$))?"
    r"((?:ma|di|wo|do|vr|za|zo)\.?|(?:maan|dins|woens|donder|vrij|zater|zon)dag(?:en|s)?)?"
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
    said = _MIDNIGHT.sub("", _DAY_NAME.sub("", " ".join(value.lower().split())))
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
    if found and clock and moments.parsed(at := f"{found} {clock}") is not None and not moments.is_skipped(at):
        return at
    return None if after else found


def time(value: str) -> str | None:
    """`9.00`, `9 uur`, `9h30` and `0930` as `09:00` and `09:30`."""
    found = _TIME.fullmatch(" ".join(value.lower().split()))
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or found[3] or 0)
    if found[4]:
        hour = hour % 12 + (12 if found[4] == "p" else 0) if 1 <= hour <= 12 else 25
    return f"{hour:02}:{minute:02}" if minute < 60 and hour * 60 + minute <= 24 * 60 else None


def time_or_date(value: str) -> str | None:
    """The one or the other."""
    return time(value) or date(value)


def day_in_year(value: str) -> str | None:
    """`april`, `4`, `15-04` and `15 april` as `04` and `04-15`."""
    said = " ".join(value.lower().split()).rstrip(".")
    if whole := written_date(said):
        month, day = whole.month, whole.day
    elif found := re.fullmatch(r"(?:(\d{1,2})(?:e|ste|de)?[ .-]*)?([a-z]{3,9})", said):
        month, day = _month(found[2]), int(found[1]) if found[1] else None
    elif found := re.fullmatch(r"(\d{1,2})(?:[-/. ]+(\d{1,2}))?", said):
        first, second = int(found[1]), int(found[2]) if found[2] else None
        # A day goes before its month, unless no month has that number.
        month, day = (first, None) if second is None else (second, first) if second <= 12 else (first, second)
    else:
        return None
    meant = Written(2028, month, day)
    return str(meant).removeprefix("2028-") if month and meant.is_real else None


def amount(value: str) -> str | None:
    """The amount in `€ 7,50 per keer` and `ca. 7,5`: `7,50`."""
    found = priced(value)
    return found[0] if found else None


def priced(value: str) -> tuple[str, str] | None:
    """The same, with the words behind it: `per keer`."""
    said = _ABOUT.sub("", " ".join(value.split()))
    words = re.sub(r"(?<=[0-9][.,][0-9])(?![0-9])", "0", said).replace("/", " ").split(" ")
    for at in range(len(words), 0, -1):
        known, rest = prices.parsed(" ".join(words[:at])), " ".join(words[at:])
        if known is not None and not known.turned and not re.search(r"[0-9%]", rest):
            return prices.written(known).replace(".00", "").replace(".", ","), rest
    return None


def weekdays(value: str) -> str | None:
    """`1ste dinsdag van de maand` as `1e di`, and `ma t/m vr` as each of those days: `ma, di, wo, do, vr`."""
    return ", ".join(_weekdays(value)) or None


def _weekdays(value: str) -> list[str]:
    said = re.sub(r"[‐‑–—]", "-", " ".join(value.lower().split()))
    if said in _GROUPS:
        return list(_GROUPS[said])
    said = re.sub(r" (?:van|in|v\.?/?d\.?|vd) ?(?:de|elke|iedere)? ?maand$", "", said)
    said = re.sub(r"[ -]?(?:ochtend|morgen|middag|avond)(?:en|s)?\b", "", said)
    said = re.sub(r"(?:\bt ?/ ?m\b|\btot en met\b|\btot\b|\btm\b|\bt\.m\.)", "-", said)
    found: list[str] = []
    waiting: list[str] = []  # 1e en 3e di: the first has its day from the last
    for piece in re.split(r"\s*(?:[,;/+&]|\ben\b)\s*", said):
        first, dash, last = (part.strip() for part in piece.partition("-"))
        place, day = _weekday(first)
        if dash:
            end_place, end = _weekday(last)
            if place or end_place or day is None or end is None or waiting:
                return []
            days, begin = moments.DAYS, moments.DAYS.index(day)
            found += (days + days)[begin : begin + (days.index(end) - begin) % 7 + 1]
        elif place and day is None:
            waiting.append(place)
        elif day is None:
            return []
        else:
            found += [f"{before}{day}" for before in (*waiting, place)]
            waiting = []
    # A first Tuesday and a Friday: nobody knows which Friday.
    mixed = len({" " in day for day in found}) > 1
    return [] if waiting or mixed else list(dict.fromkeys(found))


def _weekday(said: str) -> tuple[str, moments.Day | None]:
    """Which of its days in a month, as records write it (`1e `, or nothing), and which day of the week."""
    found = _WEEKDAY.fullmatch(said)
    if found is None:
        return "", None
    place = next((f"{number} " for number, words in _PLACES.items() if found[1] in words), "")
    day = next((day for day in moments.DAYS if found[2] and found[2].startswith(day)), None)
    return place, day


def postcode(value: str) -> str | None:
    """`NL-6171ab` as `6171 AB`."""
    found = _POSTCODE.search(value)
    # SA, SD and SS are never given out (PostNL).
    letters = (found[2] + found[3]).upper() if found else ""
    return f"{re.sub(r'[^0-9]', '', found[1])} {letters}" if found and letters not in ("SA", "SD", "SS") else None


def postcode_area(value: str) -> str | None:
    """The digits of a postcode: `6171 AB` as `6171`."""
    found = re.findall(r"(?<!\d)[1-9]\d{3}(?!\d)", value, re.ASCII)
    return found[0] if len(found) == 1 else None


def whatsapp(value: str) -> str | None:
    """The number in `06 10000000 (alleen appen)`."""
    found = re.findall(r"[+(0-9][0-9 ()./+-]*[0-9]", phones.cleaned(value[: phones.LONGEST]))
    return phones.on_whatsapp(found[0]) if len(found) == 1 else None


def coordinate(value: str) -> str | None:
    """`52,14` as `52.14`."""
    found = re.fullmatch(r"\s*(-?\d{1,3})[,.](\d{1,12})\s*°?\s*(?:[nNeEoO][bBlL]?)?", value)
    return f"{found[1]}.{found[2]}" if found else None


def whole(value: str) -> str | None:
    """The one number in a text: `vanaf 18 jaar` as `18`."""
    found = re.findall(r"\d+", value)
    return found[0] if len(found) == 1 and not re.search(r"[.,-]\d", value) else None


def url(value: str) -> str | None:
    """`www.stein.nl` as `https://www.stein.nl`."""
    said = re.sub(r"^(?:h?t*ps?|https?)?[:;/\\]+(?=\w)", "", value.strip().rstrip(".,"), flags=re.I)
    return f"https://{said}" if re.fullmatch(r"(?:[a-z0-9-]+\.)+[a-z]{2,20}(?:/\S*)?", said, re.I) else None


def email(value: str) -> str | None:
    """`mailto: Info @stein.nl` as `info@stein.nl`."""
    said = re.sub(r"\s|^mailto:|[.,;]$", "", value.strip(), flags=re.I).removeprefix("mailto:").lower()
    said = said.replace("(at)", "@").replace("[at]", "@")
    return said if fields.PLAIN_EMAIL.fullmatch(said) else None


def digits(value: str) -> str | None:
    """The eight digits in `KvK 12.34.56.78`."""
    found = re.sub(r"\D", "", value)
    return found if len(found) == 8 else None


MEANT: dict[str, Callable[[str], str | None]] = {
    "agb-format": digits,
    "amount": amount,
    "age-format": ages.in_text,
    "coordinate": coordinate,
    "date-format": date,
    "day-format": day,
    "day-in-year": day_in_year,
    "email-format": email,
    "kvk-format": digits,
    "moment-format": moment,
    "postcode-area": postcode_area,
    "postcode-format": postcode,
    "time-format": time,
    "time-or-date": time_or_date,
    "url-format": url,
    "wait-format": waits.in_text,
    "weekday-format": weekdays,
    "whatsapp-number": whatsapp,
    "whole-number": whole,
}
"""What tells what may have been meant, by the code of what is wrong."""
