"""Telephone numbers as people write, read and dial them, known by Google's libphonenumber (the `phonenumbers` package).

What somebody pastes is read as far as it can mean only one thing; `phone_faults` says what is wrong with the rest.
A canonical number is how the site shows it: `046 433 34 55`, `0800 2000`, `112`, `+32 14 00 00 00`, with an extension
(`0575 20 00 00 toestel 12`) or a choice from a menu (`0575 20 00 00 (optie 2)`) behind it where it has one.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# `phonenumbers` is imported where it is used: most numbers were looked at before, and it takes a while to load.

SHORT = frozenset({"112", "113", "144", "1400"} | {"116000", "116006", "116111", "116117", "116123"})
"""The short numbers that people are sent to: emergency, 113 Zelfmoordpreventie, animals in need, the government's own,
and those of the European Union for services of social value (decision 2007/116/EC). libphonenumber 9.0.42 has all but
113, 144 and 116117 for the Netherlands."""

_ELSEWHERE = (("+31", "NL"), ("+32", "BE"), ("+49", "DE"), ("+5999", "CW"), ("+599", "BQ"), ("+297", "AW"))
_SINT_MAARTEN = "+1721"

_LABEL = re.compile(
    r"(?:☎|📞|telefoon(?:nummer|nr)?|tel\.? ?nr|tel|t|phone|mobiel|mob|m|gsm)[.:]* ?[.:]*(?=[ +(0-9])", re.IGNORECASE
)
"""What stands before a number to say that it is one."""

_EXTENSION = re.compile(
    r"[ ,;(/-]*(?:toestel(?:nummer|nr)?|tst|ext(?:ensie|ension)?|doorkies(?:nummer|nr)?|x)[ .:=]*([0-9]{1,6}) ?\)?$",
    re.IGNORECASE,
)
_OPTION = re.compile(
    r"[ ,;(/-]*(?:(?:daarna|dan) )?(?:(?:kies|toets|druk)(?: voor| op)? )?"
    r"(?:optie|keuze|menukeuze|keuzemenu|menu|kies|toets|druk(?: op)?)[ .:]*([0-9]{1,2}) ?\)?$",
    re.IGNORECASE,
)
_MORE = re.compile(r" (?:toestel ([0-9]{1,6})|\(optie [0-9]{1,2}\))$")
"""What a canonical number has behind it."""

_CHAT = re.compile(
    r"(?:(?:https?|whatsapp)://)?(?:www\.)?(?:wa\.me/|(?:(?:(?:api|web|www)\.)?whatsapp\.com/)?send/?\?(?:[^#]*&)?phone=)"
    r"(?:\+|%2B)?([0-9]+)(?:[/?&#].*)?",
    re.IGNORECASE,
)
"""The address of a chat on WhatsApp with its number, whatever stands behind that: a text to begin with, most often."""

_RARE = re.compile("[^\\x00-\\x7e\\u00c0-\\u024f]")
"""All signs but those of ASCII and letters with accents."""

_SIGNS = re.compile(r"[0-9+() /.\-]+", re.ASCII)
_TRUNK = re.compile(r"\( ?0 ?\)")
"""The zero that is dialled inside a country only: `+31 (0)46`, `(0)575`."""

LONGEST = 120
"""More signs than this are no number, whatever they are."""

_SERVICE = ("0800", "0900", "0906", "0909")
_SERVICE_LENGTHS = (8, 11)
"""The numbering plan has no others (Nummerplan telefoon- en ISDN-diensten); libphonenumber is more lenient."""

_NO_AREA = ("084", "085", "088")
"""libphonenumber has these behind 14 beside the area codes, as that plan does."""


@lru_cache(maxsize=65536)
def canonical(number: str) -> str | None:
    """A number as the site shows it, or None if it is none, or more than one."""
    if len(number) > LONGEST:
        return None
    written = cleaned(number)
    if _SIGNS.fullmatch(written):
        return _bare(written)
    for pattern, form in ((_EXTENSION, " toestel {}"), (_OPTION, " (optie {})")):
        if found := pattern.search(written):
            bare = _bare(written[: found.start()])
            return bare + form.format(found[1]) if bare else None
    return None


def plain(text: str) -> str:
    """A text with one kind of space and of dash, and nothing that can't be seen."""
    return text if text.isascii() else _RARE.sub(lambda found: _plain(found[0]), text)


def cleaned(written: str) -> str:
    """The same with one kind of space and of dash, nothing that can't be seen, and no label before it."""
    written = " ".join(plain(written).split())
    label = _LABEL.match(written)
    return written[label.end() :].strip() if label else written


def length(digits: str) -> int:
    """How many digits a Dutch number that begins like this has; of a service number the shorter length."""
    return _SERVICE_LENGTHS[0] if digits.startswith(_SERVICE) else 12 if digits.startswith("097") else 10


@lru_cache(maxsize=65536)
def uri(number: str) -> str:
    """The `tel:` address of a canonical number.

    An extension is dialled after a pause, as phones do it: a comma. They do not know the `;ext=` of RFC 3966: Android
    sends its letters as tones. A choice from a menu is left to who listens to it.
    """
    more = _MORE.search(number)
    digits = re.sub(r"[^0-9]", "", number[: more.start()] if more else number)
    after = f",{more[1]}" if more and more[1] else ""
    if number.startswith("+"):
        return f"tel:+{digits}{after}"
    # Service numbers (0800, 0900, 14 0xx, 112) can't be reached with a country code.
    if not digits.startswith("0") or digits.startswith(_SERVICE):
        return f"tel:{digits}{after}"
    return f"tel:+31{digits[1:]}{after}"


def for_machines(number: str) -> str:
    """A canonical number as RFC 3966 writes it: `+31575200000;ext=12`."""
    return uri(number).removeprefix("tel:").replace(",", ";ext=")


def on_whatsapp(written: str) -> str | None:
    """The canonical number of somebody on WhatsApp, from a number or from the address of a chat; None if there is none.

    WhatsApp knows only numbers that can be rung from every country, without anything behind them.
    """
    link = _CHAT.fullmatch(written.strip())
    number = canonical(f"+{link[1]}" if link else written)
    return number if number and uri(number).startswith("tel:+") and not _MORE.search(number) else None


def whatsapp(number: str) -> str:
    """Where a chat with a canonical number begins: WhatsApp asks for all its digits, with the country's."""
    return f"https://wa.me/{uri(number).removeprefix('tel:+')}"


@lru_cache(maxsize=65536)
def is_mobile(number: str) -> bool:
    """Whether a canonical number is a mobile one, so perhaps a private person's.

    066 and 097 are of no person. On Bonaire, Saba and Sint Eustatius offices have numbers among the mobile ones, so
    there the series says nothing.
    """
    if not number.startswith("+"):
        return number.startswith("06") and not number.startswith("066")
    if number.startswith("+599"):
        return False
    from phonenumbers import NumberParseException, PhoneNumberType, number_type, parse

    try:
        return number_type(parse(_MORE.sub("", number))) == PhoneNumberType.MOBILE
    except NumberParseException:
        return False


@lru_cache(maxsize=65536)
def country(number: str) -> str | None:
    """The country (ISO 3166-1) of a canonical number; None for one that none of our `countries` has."""
    if not number.startswith("+"):
        return "NL"
    dialled = "+" + re.sub(r"[^0-9]", "", number)
    if dialled.startswith(_SINT_MAARTEN):
        return "SX"
    return next((code for prefix, code in _ELSEWHERE if dialled.startswith(prefix)), None)


def _plain(sign: str) -> str:
    match unicodedata.category(sign):
        case "Zs":
            return " "
        case "Cf":  # zero-width spaces, soft hyphens, marks of direction
            return ""
        case "Pd":
            return "-"
    return {"\N{MINUS SIGN}": "-", "\N{HYPHEN BULLET}": "-", "·": ".", "•": ".", "∙": "."}.get(sign, sign)


@lru_cache(maxsize=65536)
def _bare(written: str) -> str | None:
    """A number without anything behind it."""
    text = _TRUNK.sub("" if written.lstrip("(").startswith(("+", "00")) else "0", written.strip())
    if not _SIGNS.fullmatch(text) or "+" in text.lstrip("(")[1:] or _is_two(text):
        return None
    digits = re.sub(r"[^0-9]", "", text)
    if len(digits) > 20:
        return None
    abroad = digits if "+" in text else digits[2:] if digits.startswith("00") else None
    if abroad is None:
        return _dutch(digits)
    if abroad.startswith("31"):
        inside = abroad[2:]
        return _dutch(inside if inside.startswith(("0", "14")) else f"0{inside}")
    return _foreign(f"+{abroad}")


def _is_two(text: str) -> bool:
    """Whether a number ends before a slash, or a dash between spaces: what follows then is another."""
    for sign in ("/", " - "):
        at = text.find(sign)
        if at > 0 and not (text.startswith("+") and sign != "/") and _bare(text[:at]):
            return True
    return False


def _dutch(digits: str) -> str | None:
    if digits in SHORT:
        return digits
    if digits.startswith("14") and len(digits) in (5, 6):
        return _municipal(digits)
    if not digits.startswith("0") or (digits.startswith(_SERVICE) and len(digits) not in _SERVICE_LENGTHS):
        return None
    import phonenumbers

    try:
        parsed = phonenumbers.parse(digits, "NL")
    except phonenumbers.NumberParseException:
        return None
    significant = phonenumbers.national_significant_number(parsed)
    if parsed.country_code != 31 or f"0{significant}" != digits or not phonenumbers.is_valid_number(parsed):
        return None
    return _grouped(digits)


def _municipal(digits: str) -> str | None:
    """14 and an area code reaches a municipality: libphonenumber knows that series, and is held to codes that exist."""
    import phonenumbers

    area = digits[2:]
    if not phonenumbers.is_valid_number(phonenumbers.parse(digits, "NL")):
        return None
    if area not in _NO_AREA:
        somebody = phonenumbers.parse(f"{area}{'2' * (10 - len(area))}", "NL")
        if phonenumbers.length_of_geographical_area_code(somebody) != len(area) - 1:
            return None
    return f"14 {area}"


def _foreign(number: str) -> str | None:
    import phonenumbers

    try:
        parsed = phonenumbers.parse(number)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(parsed):
        return None
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.INTERNATIONAL)


def _grouped(digits: str) -> str:
    if digits.startswith(_SERVICE):
        tail = digits[4:]
        return f"{digits[:4]} {tail}" if len(tail) == 4 else f"{digits[:4]} {tail[:3]} {tail[3:]}"
    if digits.startswith("097"):
        return f"{digits[:4]} {digits[4:7]} {digits[7:]}"
    if digits.startswith("06") and not digits.startswith("066"):
        return f"06 {digits[2:4]} {digits[4:6]} {digits[6:8]} {digits[8:]}"
    if digits.startswith(("066", "084", "085", "087", "088", "091")):
        return f"{digits[:3]} {digits[3:6]} {digits[6:8]} {digits[8:]}"
    from phonenumbers import length_of_geographical_area_code, parse

    area = digits[: 1 + (length_of_geographical_area_code(parse(digits, "NL")) or 2)]
    rest = digits[len(area) :]
    return (
        f"{area} {rest[:3]} {rest[3:5]} {rest[5:]}" if len(rest) == 7 else f"{area} {rest[:2]} {rest[2:4]} {rest[4:]}"
    )
