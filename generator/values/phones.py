"""Dutch telephone numbers, known by Google's libphonenumber (the `phonenumbers` package)."""

from __future__ import annotations

import re
from functools import lru_cache

# `phonenumbers` is imported where it is used: most numbers were looked at before, and it takes a while to load.

_MUNICIPAL = re.compile(r"14 ?0([0-9]{2,3})", re.ASCII)
"""14 + the area code reaches a municipality; libphonenumber does not know this Dutch series (ACM)."""

_SHORT = re.compile(r"11[0-9]|116[0-9]{3}", re.ASCII)
"""Emergency and harmonised European numbers: of all short numbers the only ones people are sent to."""

_UNKNOWN_TO_THE_LIBRARY = frozenset({"113"})
"""113 Zelfmoordpreventie: in use since 2020, not yet in libphonenumber."""


@lru_cache(maxsize=65536)
def canonical(number: str) -> str | None:
    """A number as people read it aloud (`046 123 45 67`, `0800 2000`, `112`), or None if it is none."""
    if re.search(r"[^0-9+() /.\-]", number):
        return None
    digits = re.sub(r"[^0-9]", "", number)
    if municipal := _MUNICIPAL.fullmatch(digits[:2] + " " + digits[2:]):
        return f"14 0{municipal[1]}"
    import phonenumbers
    from phonenumbers import shortnumberinfo

    try:
        parsed = phonenumbers.parse(number, "NL")
    except phonenumbers.NumberParseException:
        return None
    if _SHORT.fullmatch(digits):
        known = shortnumberinfo.is_valid_short_number_for_region(parsed, "NL")
        return digits if known or digits in _UNKNOWN_TO_THE_LIBRARY else None
    if parsed.country_code != 31 or not phonenumbers.is_valid_number(parsed):
        return None
    return _grouped(phonenumbers.national_significant_number(parsed))


@lru_cache(maxsize=65536)
def uri(number: str) -> str:
    """The `tel:` address of a canonical number."""
    digits = re.sub(r"[^0-9]", "", number)
    # Service numbers (0800, 0900, 14 0xx, 112) can't be reached with a country code.
    if not digits.startswith("0") or digits.startswith(("0800", "090")):
        return f"tel:{digits}"
    return f"tel:+31{digits[1:]}"


@lru_cache(maxsize=65536)
def is_mobile(number: str) -> bool:
    """Whether a canonical number is a mobile one, so perhaps a private person's."""
    from phonenumbers import NumberParseException, PhoneNumberType, number_type, parse

    try:
        return number_type(parse(number, "NL")) == PhoneNumberType.MOBILE
    except NumberParseException:
        return False


def _grouped(significant: str) -> str:
    digits = "0" + significant
    if digits.startswith(("0800", "0900", "0906", "0909")):
        tail = digits[4:]
        return f"{digits[:4]} {tail}" if len(tail) == 4 else f"{digits[:4]} {tail[:3]} {tail[3:]}"
    if digits.startswith("06"):
        return f"06 {digits[2:4]} {digits[4:6]} {digits[6:8]} {digits[8:]}"
    if digits.startswith(("085", "087", "088", "091", "097")):
        return f"{digits[:3]} {digits[3:6]} {digits[6:8]} {digits[8:]}"
    from phonenumbers import length_of_geographical_area_code, parse

    area = "0" + significant[: length_of_geographical_area_code(parse(digits, "NL")) or 2]
    rest = digits[len(area) :]
    return (
        f"{area} {rest[:3]} {rest[3:5]} {rest[5:]}" if len(rest) == 7 else f"{area} {rest[:2]} {rest[2:4]} {rest[4:]}"
    )
