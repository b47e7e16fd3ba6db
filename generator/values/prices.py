"""Amounts of euros as records write them: `12,50`, `3,50 - 7,50`, `1.250,00`, `vanaf 10`, `tot 40`."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

# Three digits behind a point or comma and nothing after them could be a thousand or a slip: that is refused rather
# than guessed. With decimals behind it a point can only be that of a thousand.
_ONE = (
    r"(?:(?:€|eur|euro) ?)?([0-9]{1,6}|[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?=,))(?:[.,]([0-9]{2})|,-{1,2})?"
    r"(?: ?(?:€|euro|eur))?"
)
_FROM = ("vanaf", "v.a.", "va", "minimaal", "minstens", "min.", "min", "ten minste", "tenminste")
_TO = (
    "tot", "tot en met", "t/m", "hooguit", "hoogstens", "ten hoogste", "maximaal", "max.", "max", "niet meer dan",
)  # fmt: skip
_UNTIL = ("tot", "tot en met", "t/m")
_AMOUNT = (
    rf"(?i)(?:({'|'.join(map(re.escape, (*_FROM, *_TO, 'van', 'tussen')))}) )?{_ONE}"
    rf"(?: ?(-|–|—|à|en|{'|'.join(_UNTIL)}) ?{_ONE})?"
)


class Amount(NamedTuple):
    """Euros, from `low` to `high`: the same for one amount, None where an end is open."""

    low: Decimal | None
    high: Decimal | None

    @property
    def one(self) -> Decimal | None:
        """The amount, when it is one."""
        return self.low if self.low == self.high else None

    @property
    def turned(self) -> bool:
        """Whether its ends stand the wrong way round."""
        return self.low is not None and self.high is not None and self.low > self.high


@lru_cache(maxsize=4096)
def parsed(text: str) -> Amount | None:
    """Euros as they are written; None of what is no amount. Its ends may stand the wrong way round."""
    found = re.fullmatch(_AMOUNT, " ".join(text.split()))
    if found is None:
        return None
    begins, low, low_cents, between, high, high_cents = (part.lower() if part else "" for part in found.groups())
    first = _euros(low, low_cents)
    if high:
        joins = {"": between != "en", "tussen": between == "en", "van": between in _UNTIL}
        fits = joins.get("van" if begins in _FROM else begins, False)
        return Amount(first, _euros(high, high_cents)) if fits else None
    if not begins:
        return Amount(first, first)
    if begins in _FROM:
        return Amount(first, None)
    return Amount(None, first) if begins in _TO else None


def written(amount: Amount) -> str:
    """The one way to write an amount: `7.50`, `3.50 - 7.50`, `vanaf 10.00`, `tot 40.00`."""
    if amount.low is None:
        return f"tot {amount.high}"
    if amount.high is None:
        return f"vanaf {amount.low}"
    return str(amount.low) if amount.one is not None else f"{amount.low} - {amount.high}"


def _euros(whole: str, cents: str) -> Decimal:
    return Decimal(f"{whole.replace('.', '')}.{cents or '00'}")
