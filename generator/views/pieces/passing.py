"""What passes while a page lies there: until when it is so, for the browser, which knows the visitor's time.

Moments go along as `instant` writes them. The component `passing` reads them.
"""

from __future__ import annotations

from datetime import timedelta

from generator.catalogue.catalogue import Catalogue
from generator.values import dates
from generator.values.moments import instant, midnight_after
from generator.views.pieces.wording import words


def begins(when: str) -> str:
    """The moment at which a year, month or day begins."""
    return instant(midnight_after(dates.first_day(when) - timedelta(days=1)))


def ends(when: str) -> str:
    """The moment at which a year, month or day is over."""
    return instant(midnight_after(dates.last_day(when)))


def made(catalogue: Catalogue) -> str:
    """When the page was made, for who has no scripts. What says this is made anew every day."""
    return str(words("site", "made").format(date=dates.in_words(catalogue.today.isoformat())))
