"""When something can be reached, as people keep it: in a week, on some of its days in a month, in a season, not always.

What these mean on a day is worked out in `opening`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal, TypeGuard

from pydantic import BeforeValidator, Field

from generator.model.part import Part
from generator.values.fields import (
    Boolean,
    DayInYear,
    Interval,
    Line,
    Time,
    TimeOrWhen,
    Weekday,
    When,
    WholeDay,
    fault,
)
from generator.values.holidays import Region

SchoolHolidays = Literal["ja", "nee", "alleen"]


class Period(Part):
    """Between which days, both included."""

    from_date: When | None = Field(None, alias="from", description="Vanaf, bijvoorbeeld 2027-04 of 2027-04-12.")
    until: When | None = Field(None, description="Tot en met, bijvoorbeeld 2027-09.")


class Season(Part):
    """The part of each year, both days included; it may go on into the next year."""

    from_day: DayInYear = Field(alias="from", description="Elk jaar vanaf deze maand of dag: 04 of 04-15.")
    until: DayInYear = Field(description="Elk jaar tot en met deze maand of dag: 09 of 09-30.")


class Slot(Part):
    """Times on some days. What ends at or before the hour at which it begins goes on into the next day."""

    days: tuple[Weekday, ...] = Field(
        (), min_length=1, description="Dagen: ma, di, wo, do, vr, za, zo; of in de maand: 1e di, laatste vr."
    )
    dates: tuple[WholeDay, ...] = Field(
        (), min_length=1, description="Losse dagen, bijvoorbeeld 2026-12-27; ook als het een feestdag is."
    )
    interval: Interval = Field(
        1, description="Om de hoeveel weken (bij 1e di: maanden): 2 is om de week, geteld vanaf de week van valid.from."
    )
    opens: Time | None = Field(None, alias="from", description='Opent om, bijvoorbeeld "09:00".')
    closes: Time | None = Field(
        None,
        alias="to",
        description='Sluit om, bijvoorbeeld "17:30" of "24:00"; "07:00" na "22:00" is de volgende dag.',
    )
    note: Line | None = Field(None, description="Wat erbij gezegd moet worden, bijvoorbeeld 'inloop'.")
    by_appointment: Boolean = Field(False, description="Op deze tijden alleen op afspraak.")
    valid: Period | None = Field(None, description="Alleen in deze periode.")
    season: Season | None = Field(None, description="Alleen in dit deel van elk jaar.")
    holidays: Boolean | None = Field(None, description="Ook op feestdagen? ja of nee; weglaten als u het niet weet.")
    school_holidays: SchoolHolidays | None = Field(
        None, description="Ook in schoolvakanties? ja, nee, of alleen dan. Noem ook school_region."
    )


def as_closing(value: object) -> object:
    """A day, a month or a year by itself, as the group that says the same."""
    return {"date": value} if isinstance(value, str | int) else value


class Closing(Part):
    """When it is closed: a day, a month or a year; from one day until another; or some hours of a day."""

    date: When | None = Field(None, description="Deze dag (of maand, of dit jaar), bijvoorbeeld 2026-12-24.")
    begins: TimeOrWhen | None = Field(
        None,
        alias="from",
        description='Vanaf deze dag, samen met until; of bij date vanaf hoe laat, bijvoorbeeld "12:00".',
    )
    to: Time | None = Field(None, description='Bij date: tot hoe laat, bijvoorbeeld "13:00".')
    until: When | None = Field(None, description="Tot en met deze dag, samen met from.")
    note: Line | None = Field(None, description="Waarom, bijvoorbeeld 'zomersluiting'.")


MARKS = frozenset({"by_appointment", "always", "closed", "holidays", "school_holidays", "school_region"})
"""What opening hours can say as a whole, beside times on days."""


def together(items: Sequence[object]) -> dict[str, object]:
    """A list of slots and marks as the parts of one `OpeningHours`. A later mark goes before an earlier one of the same
    name, but lists of closings are one."""
    marks: dict[str, object] = {}
    for item in items:
        if is_mark(item):
            earlier, later = marks.get("closed"), item.get("closed")
            marks |= item
            if isinstance(earlier, list) and isinstance(later, list):
                marks["closed"] = [*earlier, *later]
    return {"slots": [item for item in items if not is_mark(item)], **marks}


def written_at(items: Sequence[object], mark: str, index: int = 0) -> tuple[int, int]:
    """Where a mark stands in such a list, for `together` the other way round: the place of its item, and which of the
    things in it there is the one of this index in all of them together."""
    holding = [(place, item[mark]) for place, item in enumerate(items) if is_mark(item) and mark in item]
    alone = max((at for at, (_, value) in enumerate(holding) if not isinstance(value, list)), default=-1)
    lists = [(place, len(value)) for place, value in holding[alone + 1 :] if isinstance(value, list)]
    left = index
    for place, count in lists[:-1]:
        if left < count:
            return place, left
        left -= count
    return (holding[-1][0] if holding else 0), left


def is_mark(item: object) -> TypeGuard[dict[str, object]]:
    """Whether an item of opening hours says something about all of them, instead of being times on days."""
    return isinstance(item, dict) and bool(item) and item.keys() <= MARKS


def _opening_hours(value: object) -> object:
    """A list of slots and marks, or one mark alone, as the parts of one `OpeningHours`."""
    if isinstance(value, dict) and not {"days", "dates"} & value.keys():
        return value
    if not isinstance(value, list):
        raise fault("hours-shape")
    return together(value)


class OpeningHours(Part):
    """When something can be reached: slots, always, or by appointment; with when it is closed."""

    slots: tuple[Slot, ...] = Field((), description="Tijden per dag van de week.")
    by_appointment: Boolean = Field(False, description="Alleen op afspraak.")
    always: Boolean = Field(False, description="Dag en nacht open.")
    closed: tuple[Annotated[Closing, BeforeValidator(as_closing)], ...] = Field(
        (), description="Wanneer dicht: dagen, een periode, of een deel van een dag."
    )
    holidays: Boolean | None = Field(None, description="Open op feestdagen? ja of nee; weglaten als u het niet weet.")
    school_holidays: SchoolHolidays | None = Field(None, description="Open in schoolvakanties? ja, nee, of alleen dan.")
    school_region: Region | None = Field(None, description="Regio van de schoolvakanties: noord, midden of zuid.")


Hours = Annotated[OpeningHours, BeforeValidator(_opening_hours)]
