"""Amounts of euros as records write them: `12,50`, `3,50 - 7,50`, `1.250,00`, `vanaf 10`, `tot 40`."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

# Three digits behind a point or comma and nothing after them could be a thousand or a slip: that is refused rather
# than guessed. With decimals behind it a point can only be that of a thousand.
_ONE = r"(?:€ ?|(?:eur|euro) )?([0-9]{1,6}|[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?=,))(?:[.,]([0-9]{2})|,-{1,2})?(?: ?euro)?"
_AMOUNT = re.compile(
    rf"(?:(vanaf|v\.a\.|tot|hooguit|maximaal) )?{_ONE}(?: ?(?:-|–|tot|tot en met|t/m) ?{_ONE})?", re.IGNORECASE
)
_FROM = frozenset({"vanaf", "v.a."})


class Amount(NamedTuple):
    """Euros, from `low` to `high`: the same for one amount, None where an end is open."""

    low: Decimal | None
    high: Decimal | None

    @property
    def one(self) -> Decimal | None:
        """The amount, when it is one."""
        return self.low if self.low == self.high else None


@lru_cache(maxsize=4096)
def parsed(written: str) -> Amount | None:
    """Euros as they are written; None of what is no amount. Its ends may stand the wrong way round."""
    found = _AMOUNT.fullmatch(" ".join(written.split()))
    if found is None:
        return None
    begins, low, low_cents, high, high_cents = found.groups()
    first = _euros(low, low_cents)
    if high is not None:
        return Amount(first, _euros(high, high_cents)) if not begins else None
    if not begins:
        return Amount(first, first)
    return Amount(first, None) if begins.lower() in _FROM else Amount(None, first)


def canonical(written: str) -> str | None:
    """The one way to write an amount (`7.50`, `3.50 - 7.50`, `vanaf 10.00`); None of what is none."""
    amount = parsed(written)
    if amount is None:
        return None
    if amount.low is None:
        return f"tot {amount.high}"
    if amount.high is None:
        return f"vanaf {amount.low}"
    return str(amount.low) if amount.one is not None else f"{amount.low} - {amount.high}"


def _euros(whole: str, cents: str | None) -> Decimal:
    return Decimal(f"{whole.replace('.', '')}.{cents or '00'}")
