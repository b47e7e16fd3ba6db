"""What an edition does to the national layer is always said, and acute help is not changed in passing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from generator.model.amendment import Amendment
from generator.model.hours import OpeningHours
from generator.model.kinds import KINDS
from generator.model.organisation import Access, Ages, Availability, Cost, Offering, Organisation, Visible
from generator.model.parts import PhoneLine
from generator.model.vocabulary import Terms
from generator.national.shown import ACUTE
from generator.problems.problem import Finding, Path
from generator.texts.spoken import text
from generator.validation.facts import VocabularyFacts
from generator.validation.reading import Reading
from generator.values import waits
from generator.values.fields import COUNTRYWIDE


def replacing(own: Reading, national: Reading) -> Iterator[Finding]:
    """What there is to say of a record of an edition that stands in for a national one."""
    reason = None
    if own.file.kind == "organisation" and own.json is not None and national.json is not None:
        mine, theirs = Organisation.again(own.json()), Organisation.again(national.json())
        reason = mine.replaces_reason
        if own.file.id in ACUTE and not reason:
            for path, what, there, here in _changes(mine, theirs):
                values = {"what": text("cli", "acute", what), "there": there, "here": here}
                yield Finding("acute-changed", path, {"name": theirs.name, "id": own.file.id, **values})
    why = f": {reason}" if reason else ""
    values = {"kind": KINDS[own.file.kind].called, "file": national.file.name, "why": why}
    yield Finding("national-replaced", (), values)


def amending(layers: Sequence[Reading]) -> Iterator[tuple[Reading, Finding]]:
    """What there is to say of what an edition adds to national records."""
    added = [reading for reading in layers if reading.file.kind == "amendment"]
    organisations = {reading.file.id: reading for reading in layers if reading.file.kind == "organisation"}
    for reading in added:
        about = organisations.get(reading.file.id)
        if about is not None and not about.file.national:
            values = {"id": reading.file.id, "other": about.file.name}
            yield reading, Finding("amend-own", (), values)
        elif about is not None:
            yield from ((reading, finding) for finding in _twice(reading, about))


def _twice(own: Reading, national: Reading) -> Iterator[Finding]:
    if own.json is None or national.json is None:
        return
    known = {line.number for line in Organisation.again(national.json()).phones}
    for index, line in enumerate(Amendment.again(own.json()).phones):
        if line.number in known:
            yield Finding("amend-twice", ("phones", index, "number"), {"number": line.number})


def redefining(own: Reading, national: Reading) -> Iterator[Finding]:
    """What there is to say of a vocabulary that gives terms of the national one another meaning."""
    if isinstance(own.facts, VocabularyFacts) and isinstance(national.facts, VocabularyFacts):
        before = {term.id for term in national.facts.terms}
        found = [term.id for term in own.facts.terms if term.id and term.id in before]
        if found:
            yield Finding("terms-replaced", (), {"ids": ", ".join(found), "file": national.file.name})
            if own.file.id == "acute":
                yield from _unheard(own, national)


def _unheard(own: Reading, national: Reading) -> Iterator[Finding]:
    """Words of danger and despair that would lead to nobody any more."""
    if own.json is None or national.json is None:
        return
    theirs = {term.id: (*term.synonyms, *term.phrases) for term in Terms.again(national.json()).terms}
    for index, term in enumerate(Terms.again(own.json()).terms):
        gone = [word for word in theirs.get(term.id, ()) if word not in (*term.synonyms, *term.phrases)]
        if gone:
            values = {"name": term.label, "count": len(gone), "word": gone[0], "file": national.file.name}
            yield Finding("acute-words-gone", ("terms", index, "id"), values)


Change = tuple[Path, str, str, str]
"""Where something is otherwise than it was, what, how it was, and how it is now."""


class Watched(NamedTuple):
    """Something that acute help may not have less of: what messages call it, its field, and whether what is here is
    less than what there was."""

    what: str
    field: str
    less: Callable[[Any, Any], bool]
    none: str = "nothing"
    """What messages call it where there is none."""


def _changes(mine: Organisation, theirs: Organisation) -> Iterator[Change]:
    whole = list(_of_both(mine, theirs, mine.opening_hours, theirs.opening_hours))
    yield from whole
    told = {change[1:] for change in whole}
    at = {offering.id: index for index, offering in enumerate(mine.offerings)}
    for offering in theirs.offerings:
        if offering.id not in at:
            yield (), "offering", offering.name, _said(None)
            continue
        index = at[offering.id]
        own = mine.offerings[index]
        hours, others = own.reachable(mine), offering.reachable(theirs)
        found = _of_both(own.within(mine), offering.within(theirs), hours and hours.hours, others and others.hours)
        for path, what, there, here in found:
            if (what, there, here) not in told:  # what it takes from its organisation was said there
                yield ("offerings", index, *path), what, there, here


def _of_both(
    mine: Organisation | Offering,
    theirs: Organisation | Offering,
    hours: OpeningHours | None,
    others: OpeningHours | None,
) -> Iterator[Change]:
    """What is less than it was, of an organisation or an offering that has what it takes from its organisation. The
    hours are those in which somebody can be reached."""
    for watched in _WATCHED:
        here, there = getattr(mine, watched.field, None), getattr(theirs, watched.field, None)
        if watched.less(here, there):
            where = ("phones", 0, "number") if here and watched.field == "phones" else (watched.field,)
            yield where, watched.what, _said(there, watched.none), _said(here, watched.none)
    if _closes(hours, others):
        yield ("opening_hours",), "hours", _said(others), _said(hours)
    answered = {line.number: line.hours for line in theirs.phones}
    for index, line in enumerate(mine.phones):
        if line.number in answered and _closes(line.hours, answered[line.number]):
            yield ("phones", index, "hours"), "hours", _said(answered[line.number]), _said(line.hours)


def _loses(here: Sequence[PhoneLine], there: Sequence[PhoneLine]) -> bool:
    """Whether another number comes first, or one is gone. More numbers may follow."""
    numbers, before = [line.number for line in here], [line.number for line in there]
    return bool(before) and (numbers[:1] != before[:1] or not set(before) <= set(numbers))


def _closes(here: OpeningHours | None, there: OpeningHours | None) -> bool:
    """Whether it answers at other hours, unless that is always. Where nobody says when, the site never calls it
    closed."""
    always = here is not None and here.always and not here.closed and here.holidays is not False
    return here != there and not always


def _differs(here: object, there: object) -> bool:
    return bool(there) and here != there


def _adds(here: object, there: object) -> bool:
    return bool(here) and here != there


def _lacks(here: Sequence[str] | None, there: Sequence[str] | None) -> bool:
    return not set(there or ()) <= set(here or ())


def _leaves_out(here: Sequence[str] | None, there: Sequence[str] | None) -> bool:
    """Whether it is for some alone, and not for all whom it was for. Without any it is for everybody."""
    return bool(here) and (not there or _lacks(here, there))


def _narrows(here: Sequence[str] | None, there: Sequence[str] | None) -> bool:
    return bool(here) and COUNTRYWIDE in (there or ()) and COUNTRYWIDE not in (here or ())


def _refuses(here: Availability | None, there: Availability | None) -> bool:
    return here is not None and here.state != "open" and here != there


def _delays(here: str | None, there: str | None) -> bool:
    return _adds(here, there) and here != waits.NONE


def _costs(here: Cost | None, there: Cost | None) -> bool:
    return here is not None and here.kind != "gratis" and here != there


def _demands(here: Access | None, there: Access | None) -> bool:
    return any(
        getattr(here, needed, None) and not getattr(there, needed, None) for needed in ("referral", "indication")
    )


def _dials(here: str | None, there: str | None) -> bool:
    """Whether a sentence names other numbers first."""
    before = _NUMBER.findall(there or "")
    return _NUMBER.findall(here or "")[: len(before)] != before


_NUMBER = re.compile(r"[0-9](?:[0-9 -]*[0-9])?")

_WATCHED = (
    Watched("number", "phones", _loses),
    Watched("whatsapp", "whatsapp", _differs),
    Watched("chat", "chat", _differs),
    Watched("email", "email", _differs),
    Watched("website", "website", _differs),
    Watched("status", "status", _differs),
    Watched("area", "area", _narrows),
    Watched("where", "where", _lacks),
    Watched("first_step", "first_step", _dials),
    Watched("help", "help", _lacks),
    Watched("situations", "situations", _lacks),
    Watched("audience", "audience", _leaves_out, "everybody"),
    Watched("ages", "ages", _adds, "everybody"),
    Watched("eligibility", "eligibility", _adds, "everybody"),
    Watched("visible", "visible", _adds, "always"),
    Watched("availability", "availability", _refuses),
    Watched("wait", "wait", _delays),
    Watched("waiting_time", "waiting_time", _adds),
    Watched("cost", "cost", _costs),
    Watched("access", "access", _demands),
)
"""All that makes acute help less than it was. What is only worded otherwise is none of it, nor is what is added."""


def _said(value: Any, none: str = "nothing") -> str:
    """A value as a message names it."""
    match value:
        case OpeningHours():
            return str(text("cli", "acute", "always" if value.always else "times"))
        case Visible(from_date=first, until=last) | Ages(from_age=first, to_age=last):
            return " – ".join(end for end in (first, last) if end)
        case Cost():
            return value.kind
        case Availability():
            return value.state
        case Access():
            asked = any((value.referral, value.indication))
            return str(text("cli", "acute", "asked" if asked else "nothing"))
        case tuple() if value:
            return ", ".join(item.number if isinstance(item, PhoneLine) else item for item in value)
        case str() if value:
            return value
    return str(text("cli", "acute", none))
