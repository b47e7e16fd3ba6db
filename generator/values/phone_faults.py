"""Why something is no telephone number: a code, and what helps to put it right."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.texts.listing import either
from generator.values import countries, phones

_LETTERS = re.compile(r"[+0(][0-9() +.-]*[A-Za-z][A-Za-z0-9.-]*", re.ASCII)
"""A number with letters in place of digits: 0800-GRATIS."""

_BETWEEN = re.compile(r" ?(?:[/,;|&]|\b(?:of|en|or|and)\b|-|(?= )) ?", re.IGNORECASE)
"""What may stand between two numbers."""

_SHORTENED = re.compile(r"(.+?) ?(?:/|\bof\b|\ben\b|&) ?[0-9][0-9 .-]{0,9}", re.IGNORECASE)
"""A second number of which only the end is written: 0575 200000 / 01."""

_NEIGHBOURS, _ISLANDS = ("BE", "DE"), ("BQ", "CW", "AW", "SX")
"""In whose numbering plans a number without a country code is looked for: with a 0 before it, and without."""

_UNLIKE_HERE = (1, 2, 5)
"""As many digits stand together at the beginning of numbers elsewhere; an area code here has three or four."""

_INSTEAD = re.compile(
    r"^(?:geen\b.*|(?:nog )?(?:on|niet )bekend|n\.?v\.?t\.?|volgt|[-?]+)$|@|://|^www\.", re.IGNORECASE
)
"""What people write where there is no number, and what belongs in another field."""

_FAX = re.compile(r"^f[ .:]|(?<![a-z])(?:tele)?fax(?:nummer|nr)?(?![a-z])|\(f\)", re.IGNORECASE)
_TOO = re.compile(r"(?<![a-z])tel(?:efoon)?\b\W*(?:en|of)?\W*(?:tele)?fax|fax\W*(?:en|of)?\W*tel", re.IGNORECASE)
"""One number for both."""

_LOOKALIKES = str.maketrans("OoIl", "0011")


def fault_in(number: str) -> tuple[str, dict[str, str]]:
    """The code of what is wrong with a number that `phones.canonical` could not read, and the values of its message."""
    written = phones.cleaned(number[: phones.LONGEST + 1])
    digits = re.sub(r"[^0-9]", "", written)
    if len(written) > phones.LONGEST:
        return "phone-format", {}
    if not digits:
        return "phone-none" if _INSTEAD.search(written) else "phone-format", {}
    if (fax := _FAX.search(written)) and not _TOO.search(number):
        two = _two(" ".join(_FAX.sub(" ", written).split()))
        first = not re.search(r"[0-9]", written[: fax.start()])
        return ("phone-words", _near(two[first])) if two else ("phone-fax", {})
    if two := _two(written):
        return "phone-two", {"first": two[0], "second": two[1]}
    if any(sign.isalpha() for sign in written):
        return _with_letters(written)
    if "+" in written or digits.startswith("00"):
        return _abroad(digits.removeprefix("00"))
    if digits.startswith("14") and 3 <= len(digits) <= 6:
        return "phone-municipal", {"area": digits[2:]}
    if digits and not digits.startswith("0"):
        for begun in (f"0{digits}", f"+{digits}"):
            if near := phones.canonical(begun):
                return "phone-start", {"near": near}
    return _unknown(written, digits)


def _unknown(written: str, digits: str) -> tuple[str, dict[str, str]]:
    """A number that could be from another country, or is written wrong here."""
    begun = re.match(r"[ (]*([0-9]+)", written)
    area = begun[1] if begun else ""
    abroad = len(area) in _UNLIKE_HERE and area != "06"
    if phones.length(digits) != 10 or (not abroad and len(digits) > 7 and _begins_well(digits)):
        return "phone-format", {}
    if len(digits) == 10 and not abroad:
        return "phone-series", {"series": digits[:4]}
    if found := list(_elsewhere(digits)):
        return "phone-foreign", {"choices": either([f"{countries.name(code)}: {shown}" for code, shown in found])}
    return "phone-format", {}


def _begins_well(digits: str) -> bool:
    """Whether a number begins as Dutch numbers do: then it is its length that is wrong."""
    return phones.canonical((digits + "0" * 10)[:10]) is not None


def _two(written: str) -> tuple[str, str] | None:
    """Two whole numbers with something between them, or one with the end of another behind it."""
    for between in _BETWEEN.finditer(written):
        first, second = phones.canonical(written[: between.start()]), phones.canonical(written[between.end() :])
        if first and second:
            return first, second
    shortened = _SHORTENED.fullmatch(written)
    first = phones.canonical(shortened[1]) if shortened else None
    return (first, "…") if first else None


def _with_letters(written: str) -> tuple[str, dict[str, str]]:
    written = written.rstrip("!. ")
    if _LETTERS.fullmatch(written) and phones.canonical(_begin(written)) is None:
        from phonenumbers import convert_alpha_characters_in_number

        lookalike = phones.canonical(written.translate(_LOOKALIKES))
        return "phone-letters", _near(lookalike or phones.canonical(convert_alpha_characters_in_number(written)))
    found = re.search(r"[+(0-9][0-9 ()./+-]*[0-9]", written)
    return "phone-words", _near(phones.canonical(found[0]) if found else None)


def _near(number: str | None) -> dict[str, str]:
    return {"near": f" ({number})" if number else ""}


def _begin(written: str) -> str:
    """What stands before the first letter."""
    return re.split(r"[^0-9+() .-]", written, maxsplit=1)[0]


def _abroad(digits: str) -> tuple[str, dict[str, str]]:
    """A number with a country code: none of that country, or no country at all."""
    code = phones.country(f"+{digits}")
    if code == "NL":
        return "phone-format", {}
    return ("phone-abroad", {"country": countries.name(code)}) if code else ("phone-country", {})


def _elsewhere(digits: str) -> Iterator[tuple[str, str]]:
    """A number without a country code in the countries that have it."""
    import phonenumbers

    for code in _NEIGHBOURS if digits.startswith("0") else _ISLANDS:
        try:
            parsed = phonenumbers.parse(digits, code)
        except phonenumbers.NumberParseException:
            continue
        if phonenumbers.is_valid_number_for_region(parsed, code):
            yield (
                code,
                phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.INTERNATIONAL),
            )
