"""Room, waits and pauses stand in fields: a sentence decides nothing, so whoever has only that is told."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model.organisation import Offering, Organisation
from generator.problems.problem import Finding
from generator.validation.rules.walking import Walked, unclear
from generator.values import waits

_NO_ROOM = re.compile(
    r"\b(?:wachtlijst|(?:aanmeld|inschrijv|cliënten|client)\w*stop|vol(?:zet|geboekt)?|dicht|gesloten"
    r"|geen (?:plek|plaats|ruimte)|geen nieuwe|niemand meer|niet meer aan(?:melden|genomen)?)\b",
    re.IGNORECASE,
)


def pauses_agree(walked: Walked) -> Iterator[Finding]:
    """Only a pause can end."""
    for path, part in walked.parts:
        if isinstance(part, Organisation | Offering) and part.paused_until and part.status in ("active", "ended"):
            yield Finding("pause-without-status", (*path, "paused_until"))


def waits_in_fields(walked: Walked) -> Iterator[Finding]:
    """A sentence that names a wait, or says that there is no room, has the field beside it."""
    for path, part in walked.parts:
        if not isinstance(part, Offering) or not part.waiting_time or part.status == "ended":
            continue
        here = (*path, "waiting_time")
        room = part.availability or unclear(part, "availability")
        if not room and (found := _NO_ROOM.search(part.waiting_time)):
            yield Finding("room-in-words", here, {"value": found[0]})
        elif not part.wait and not unclear(part, "wait") and (said := waits.in_text(part.waiting_time)):
            yield Finding("wait-in-words", here, {"wait": said})
