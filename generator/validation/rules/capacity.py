"""Room, waits and pauses stand in fields: a sentence decides nothing, so whoever has only that is told."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model.organisation import Offering, Organisation
from generator.problems.problem import Finding
from generator.validation.rules.walking import Walked, unclear
from generator.values import waits

_NO_ROOM = re.compile(
    r"\b(?:wachtlijst(?:en)?|(?:aanmeld|inschrij[fv]|cli[ëe]nt|pati[ëe]nt|opname|instroom|intake|deelnem|leden)\w*stop"
    r"|(?<!niet )(?:vol(?:zet|geboekt)?|dicht|gesloten)|geen (?:plek|plaats|ruimte)|geen nieuwe|niemand meer"
    r"|niet meer aan(?:melden|genomen)?)\b",
    re.IGNORECASE,
)
_ROOM = re.compile(
    r"\b(?:(?:geen|zonder|nooit een) (?:\w+ (?:of|en) )?wachtlijst(?:en)?|wachtlijst(?:en)? (?:is|zijn) er niet"
    r"|dicht (?:bij|in de buurt)|gesloten groep(?:en)?|vol (?:goede moed|energie|vertrouwen))\b",
    re.IGNORECASE,
)
"""What has such a word in it and says something else."""


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
        if not room and (found := _NO_ROOM.search(_ROOM.sub("", part.waiting_time))):
            yield Finding("room-in-words", here, {"value": found[0]})
        elif not part.wait and not unclear(part, "wait") and (said := waits.in_text(part.waiting_time)):
            yield Finding("wait-in-words", here, {"wait": said})
