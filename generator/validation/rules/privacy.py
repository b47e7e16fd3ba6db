"""People are not published: a contact is a role (design; GDPR article 5, data minimisation)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path as FilePath

from generator.model.activity import Activity
from generator.model.amendment import Amendment
from generator.model.knowledge import Example
from generator.model.network import Network
from generator.model.organisation import Organisation
from generator.model.part import Part
from generator.model.parts import Address, PhoneLine
from generator.national.layer import official_places
from generator.problems.problem import Finding, Path
from generator.validation.rules.walking import Walked, unclear
from generator.values import phones

_CONSUMER_MAIL = frozenset(
    {
        "gmail.com",
        "hotmail.com",
        "hotmail.nl",
        "outlook.com",
        "live.nl",
        "yahoo.com",
        "icloud.com",
        "ziggo.nl",
    }
    | {"kpnmail.nl", "planet.nl", "home.nl", "xs4all.nl", "hetnet.nl", "casema.nl", "upcmail.nl", "me.com"}
)
# Each begins with a sign and looks back after it: the engine skips to such a sign quickly, but not to a boundary.
_TITLED = re.compile(
    r"[mdMD](?<!\w.)(?:(?<=[mM])(?:evrouw|eneer|evr\.|w\.)|(?<=[dD])(?:hr\.|e heer|rs?\.))\s+"
    r"(?:[a-z]+ ){0,2}[A-Z][\w'-]+"
)
_INITIALS = re.compile(
    r"[A-Z](?<![\w.].)\. ?(?:[A-Z]\. ?){0,3}(?:(?:van|de|den|der|het|ten|ter|te|in|'t) )*[A-Z][a-z][\w'-]*"
)
_CAPITALISED = re.compile(
    r"([A-Z](?<!\w.)[a-zéëïöü]+)(?=((?: (?:van|de|den|der|het|ten|ter|te|in|'t))* [A-Z][\w'-]{2,}))"
)
_MOBILE = re.compile(
    r"[0+(](?<![0-9].)(?:(?<=0)6|(?<=\()0(?:6\)|\) ?6)|(?:(?<=\+)|(?<=0)0)31\)?[ ./-]{0,3}(?:\( ?0 ?\) ?)?6)"
    # A day of June is no number: 06-10-2026.
    r"(?![-./][0-3]?[0-9][-./](?:19|20)[0-9]{2}\b)(?:[ ./-]{0,3}[0-9]){8}(?![0-9])",
    re.ASCII,
)
_ABROAD = re.compile(r"[+0](?<![0-9].)(?:(?<=\+)|(?<=0)0)(?!31)[1-9](?:[ ./()-]{0,3}[0-9]){7,13}(?![0-9])", re.ASCII)
_CHAT = re.compile(r"(?:wa\.me/|phone=)(?:\+|%2B)?([0-9]{8,15})", re.ASCII | re.IGNORECASE)
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_NO_PERSON = re.compile(
    r"(?:straat|laan|weg|plein|hof|huis|school|kerk|fonds|stichting|dal|park|centrum|kade|singel|gracht|paulowna)$",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"(?:(?:[Vv]raag(?: naar)?|[Vv]ragen naar|[Nn]aar|[Mm]et|[Bb]ij|[Cc]ontactpersoon:?|[Tt]\.a\.v\.|[Bb]el) )?"
    r"([A-Z][a-zéëïöü]+)(?=$|[,;(/.–-]| [(–-]| of | en | van (?:de|het) | op )"
)
"""Somebody's given name alone, as a label has it: `Maria`, `Vraag naar Anja`, `Jan (receptie)`."""
_ROLE_FIELDS = frozenset(
    {
        "by",
        "label",
        "role",
        "chair",
        "how",
        "first_step",
        "waiting_time",
        "local_note",
        "private_reason",
        "registration",
    }
)
_PROSE_FIELDS = frozenset({"summary", "description", "expect", "rhythm"})
_STORY_FIELDS = frozenset({"summary", "ambition", "participants", "done", "result", "lessons", "tip", "body"})
"""Where a practice example tells what people did. Who wrote its source may be named, in the source."""


def no_secret_places(walked: Walked) -> Iterator[Finding]:
    """An address that is not for everybody stands in the file all the same, and the file is often for everybody.

    It is said once a record, and no more once the place alone is left: of such an address the site shows no more.
    """
    for path, part in walked.parts:
        if isinstance(part, Address) and part.public is False:
            written = [
                name for name in ("street", "number", "postcode", "lat", "lon") if getattr(part, name) is not None
            ]
            if written:
                yield Finding("address-readable", (*path, written[0]), {"fields": ", ".join(written)})
                return


def no_private_people(walked: Walked) -> Iterator[Finding]:
    """A mobile number or a personal address needs a reason; what looks like somebody's name is a warning."""
    record = walked.record
    reason = isinstance(record, Organisation | Activity | Amendment) and (
        record.private_reason or unclear(record, "private_reason")
    )
    for path, part in walked.parts:
        if isinstance(part, PhoneLine) and part.number and phones.is_mobile(part.number) and not reason:
            yield Finding("private-phone", (*path, "number"), {"number": part.number})
        if isinstance(part, PhoneLine) and part.label and (found := _called(part.label)):
            yield Finding("private-name", (*path, "label"), {"name": found})
        if isinstance(part, Network):
            for index, member in enumerate(part.core_group or ()):
                if member and (found := person_in(member)):
                    yield Finding("private-name", (*path, "core_group", index), {"name": found})
    items = [((*path, index), item) for path, items in walked.lists() for index, item in enumerate(items) if item]
    written = [(path, value) for path, value in (*walked.texts, *items) if path[-1] not in ("email", "whatsapp")]
    if not reason:
        for path, value in walked.texts:
            if path[-1] == "email" and looks_personal(value):
                yield Finding("private-email", path, {"email": value})
            elif path[-1] == "whatsapp" and phones.is_mobile(value):
                yield Finding("private-phone", path, {"number": value})
        if _may_reach_people(written):
            for path, value in written:
                yield from _reachable_people(path, value)
    written = [(path, value) for path, value in written if not _naming(record).isdisjoint(path[-2:])]
    if person_in(_together(written)):  # most records name nobody: one look at all of it says so
        for path, value in written:
            if found := person_in(value):
                yield Finding("private-name", path, {"name": found})


def _naming(record: Part) -> frozenset[str]:
    """The fields of a record in which somebody could be named who should not be."""
    if isinstance(record, Organisation | Network | Activity):
        return _ROLE_FIELDS | _PROSE_FIELDS
    return _ROLE_FIELDS | _STORY_FIELDS if isinstance(record, Example) else _ROLE_FIELDS


def _together(texts: Iterable[tuple[Path, str]]) -> str:
    return "\n".join(value for _, value in texts)


def _may_reach_people(texts: Iterable[tuple[Path, str]]) -> bool:
    whole = _together(texts)
    return "@" in whole or next(_mobiles(whole), None) is not None


def _reachable_people(path: Path, text: str) -> Iterator[Finding]:
    """A mobile number or a personal address written in a text is published just as well."""
    for number in dict.fromkeys(_mobiles(text)):
        yield Finding("private-phone", path, {"number": number})
    if "@" in text:
        for address in _MAIL.findall(text):
            if looks_personal(address.rstrip(".")):
                yield Finding("private-email", path, {"email": address.rstrip(".")})


def _mobiles(text: str) -> Iterator[str]:
    """The mobile numbers in a text, and in the addresses of chats in it."""
    line = phones.plain(text)
    for found in (*_MOBILE.finditer(line), *_ABROAD.finditer(line)):
        if (number := _beginning(found[0])) and phones.is_mobile(number):
            yield number
    small = line.lower()
    for found in _CHAT.finditer(line) if "wa.me/" in small or "phone=" in small else ():
        if (number := phones.canonical(f"+{found[1]}")) and phones.is_mobile(number):
            yield number


def _beginning(written: str) -> str | None:
    """The number with which something begins: what stands behind it may be the price of a call, or a time."""
    ends = [found.end() for found in re.finditer("[0-9]+", written)]
    return next(filter(None, (phones.canonical(written[:end]) for end in reversed(ends))), None)


def looks_personal(email: str) -> bool:
    """Whether a mail address seems one person's: a consumer's provider, or a first name in front."""
    local, _, domain = email.lower().partition("@")
    if domain in _CONSUMER_MAIL:
        return True
    words = re.split(r"[._-]", local)
    return words[0] in _given_names() or (len(words) > 1 and len(words[0]) == 1)


def _called(label: str) -> str | None:
    """The given name by which somebody is to be asked for; None where it is the name of something, or a whole name,
    which is found in any text."""
    found = _ASKED.match(label)
    named = found is not None and found[1].lower() in _given_names() and not _NO_PERSON.search(found[1])
    return found[1] if found is not None and named and person_in(label) is None else None


def person_in(text: str) -> str | None:
    """The first thing in a text that looks like a person's name, or None."""
    if titled := _TITLED.search(text):
        return titled[0]
    for initialled in _INITIALS.finditer(text):
        if not _NO_PERSON.search(initialled[0]):
            return initialled[0]
    for found in _CAPITALISED.finditer(text):
        name = found[1] + found[2]
        # A village may be called so: Maria Hoop is one.
        if found[1].lower() in _given_names() and not _NO_PERSON.search(name) and name not in official_places():
            return name
    return None


@cache
def _given_names() -> frozenset[str]:
    file = FilePath(__file__).with_name("given_names.txt")
    return frozenset(file.read_text("utf-8").split())
