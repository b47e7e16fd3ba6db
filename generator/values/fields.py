"""The kinds of value a record can hold: every one starts as text and is typed here.

YAML would read `0301234567` as a number and `12:30` as 750, so the loader hands over text only. A value
that is wrong raises a pydantic error whose type is the code of a Problem; pydantic gathers them all.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    AnyHttpUrl,
    BeforeValidator,
    Field,
    StringConstraints,
    TypeAdapter,
    ValidationError,
    ValidationInfo,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

from generator.values import ages, dates, moments, phones, prices, waits

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
"""What an id, and so a piece of an address, is made of. Nothing that could climb out of a folder."""

COUNTRYWIDE = "landelijk"
"""The area of what serves the whole country."""

UNDATED = "onbekend"
"""What stands for the date of a source that gives none."""


@dataclass(frozen=True)
class Reference:
    """Marks a field whose value is the id of something else: a vocabulary's term or a record."""

    kind: str


FAULT = "fault"
"""The type of the errors of our own among those of pydantic."""


def fault(code: str, **values: Any) -> PydanticCustomError:
    """A pydantic error that becomes the Problem `code`."""
    return PydanticCustomError(FAULT, "{code}", {"code": code, "values": values})


def is_slug(value: str) -> bool:
    """Whether a text can be an id: small letters, digits and single hyphens, at most 80 long."""
    return len(value) <= 80 and SLUG.fullmatch(value) is not None


READ_BEFORE = "read before"
"""The context of a record that passed: what was held against lists and patterns then is not held against them again."""


def _read(read: Callable[[str], str]) -> AfterValidator:
    """A text as it is kept; `read` raises a fault for what is none."""

    def check(value: str, info: ValidationInfo) -> str:
        return value if info.context is READ_BEFORE else read(value)

    return AfterValidator(check)


def _read_any(read: Callable[[str], str]) -> BeforeValidator:
    """The same of what YAML may take for a number."""

    def check(value: object, info: ValidationInfo) -> str:
        written = _scalar(value).strip()
        return written if info.context is READ_BEFORE else read(written)

    return BeforeValidator(check)


def _checked(code: str, test: Callable[[str], str | None]) -> AfterValidator:
    def read(value: str) -> str:
        result = test(value)
        if result is None:
            raise fault(code, value=value)
        return result

    return _read(read)


def _slug(value: str) -> str | None:
    return value if is_slug(value) else None


@lru_cache(maxsize=65536)
def _url(value: str) -> str | None:
    try:
        return str(_http().validate_python(value)) if " " not in value else None
    except ValidationError:
        return None


PLAIN_EMAIL = re.compile(
    r"(?=.{6,254}$)(?=[^@]{1,64}@)[a-z0-9]+(?:[._-][a-z0-9]+)*@(?:(?=[a-z0-9-]{1,63}\.)[a-z0-9]+(?:-[a-z0-9]+)*\.)+"
    r"(?!(?:arpa|invalid|local|localhost|onion|test)$)[a-z]{2,20}",
    re.ASCII,
)
"""Nearly every mail address: nothing in it can be doubted, so the library need not be loaded to say so."""


@lru_cache(maxsize=65536)
def _email(value: str) -> str | None:
    if PLAIN_EMAIL.fullmatch(value):
        return value
    from email_validator import EmailNotValidError, validate_email  # here, because most builds find all as it was

    try:
        return validate_email(value, check_deliverability=False).normalized
    except EmailNotValidError:
        return None


@cache
def _http() -> TypeAdapter[AnyHttpUrl]:
    return TypeAdapter(AnyHttpUrl)


_POSTCODE = re.compile(r"([1-9][0-9]{3}) ?([A-Za-z]{2})", re.ASCII)
_POSTCODE_ABROAD = re.compile(r"(?:(?:BE?|DE?)[- ]?)?([0-9]{4,5})", re.ASCII | re.IGNORECASE)
"""Belgian and German ones, perhaps with the letter of the country; a rule says which belong to which country."""


def _postcode(value: str) -> str | None:
    if abroad := _POSTCODE_ABROAD.fullmatch(value):
        return abroad[1]
    found = _POSTCODE.fullmatch(value)
    # SA, SD and SS are never given out (PostNL).
    if found is None or found[2].upper() in {"SA", "SD", "SS"}:
        return None
    return f"{found[1]} {found[2].upper()}"


def _country(value: str) -> str:
    from generator.values import countries  # here, because few addresses are abroad

    if (code := countries.code_of(value)) is None:
        choices = ", ".join(
            f"{code} ({countries.name(code)})" for code in countries.COUNTRIES if code != countries.HOME
        )
        raise fault("country-unknown", value=value, choices=choices)
    return code


def _phone(value: str) -> str:
    if (shown := phones.canonical(value)) is not None:
        return shown
    from generator.values import phone_faults  # here, because most numbers are numbers

    code, values = phone_faults.fault_in(value)
    raise fault(code, value=value, **values)


def _whatsapp(value: str) -> str:
    if (shown := phones.on_whatsapp(value)) is not None:
        return shown
    raise fault("whatsapp-number", value=value)


def _digits(count: int) -> Callable[[str], str | None]:
    return lambda value: value if re.fullmatch(rf"[0-9]{{{count}}}", value, re.ASCII) else None


def _time(value: str) -> str | None:
    return value if re.fullmatch(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]|24:00", value, re.ASCII) else None


_DAY_IN_YEAR = re.compile(r"(0[1-9]|1[0-2])(?:-([0-2][0-9]|3[01]))?", re.ASCII)


def _day_in_year(value: str) -> str | None:
    # 2028 has a 29 February; a year that hasn't ends that season a day earlier.
    found = _DAY_IN_YEAR.fullmatch(value)
    return value if found and (not found[2] or dates.is_when(f"2028-{value}")) else None


def _time_or_when(value: str) -> str | None:
    return _time(value) or _when(value)


def _when(value: str) -> str | None:
    return value if dates.is_when(value) else None


def _moment(value: str) -> str:
    if moments.parsed(value) is None:
        raise fault("moment-format", value=value)
    if moments.is_skipped(value):
        raise fault("moment-skipped", value=value)
    return value


def _scalar(value: object) -> str:
    if isinstance(value, dict | list):
        raise fault("text-expected")
    return str(value)


def _boolean(value: object) -> object:
    if isinstance(value, bool):
        return value
    if isinstance(value, str):
        known = {"ja": True, "nee": False, "true": True, "false": False, "yes": True, "no": False}
        if (answer := known.get(value.lower())) is not None:
            return answer
    raise fault("yes-or-no", value=_scalar(value))


def _whole(low: int, high: int) -> BeforeValidator:
    def check(value: object) -> int:
        written = _scalar(value)
        if not re.fullmatch(r"-?[0-9]{1,9}", written, re.ASCII) or not low <= int(written) <= high:
            raise fault("whole-number", value=written, low=low, high=high)
        return int(written)

    return BeforeValidator(check)


def _degrees(most: int) -> BeforeValidator:
    """On earth: in which country is for a rule to say, which knows the country and the other number."""

    def check(value: object) -> float:
        written = _scalar(value)
        try:
            number = float(written)
        except ValueError:
            raise fault("coordinate", value=written) from None
        if not -most <= number <= most:
            raise fault("coordinate-metres" if 1_000 < abs(number) < 10_000_000 else "coordinate", value=written)
        return number

    return BeforeValidator(check)


def _euros(written: str) -> str:
    amount = prices.parsed(written)
    if amount is None:
        raise fault("amount", value=written)
    if amount.turned:
        raise fault("amount-order", value=written)
    return prices.written(amount)


def is_url(value: str) -> bool:
    """Whether a text is a web address as records have them."""
    return _url(value) is not None


def is_email(value: str) -> bool:
    """Whether a text is a mail address as records have them."""
    return _email(value) is not None


def _wait(written: str) -> str:
    known = waits.canonical(written)
    if known is None:
        raise fault("wait-format", value=written)
    return known


def _age(written: str) -> str:
    known = ages.canonical(written)
    if known is None and (written.isdigit() or not re.search("[0-9]", written)):
        raise fault("whole-number", value=written, low=0, high=ages.OLDEST)
    if known is None:
        raise fault("age-format", value=written, high=ages.OLDEST)
    return known


def _list_of_areas(value: object) -> object:
    return [COUNTRYWIDE] if value == COUNTRYWIDE else value


Text = Annotated[str, StringConstraints(min_length=1, max_length=20_000)]
_ONE_LINE = _checked("one-line", lambda v: v if len(v.splitlines()) == 1 else None)
Line = Annotated[str, StringConstraints(min_length=1, max_length=400), _ONE_LINE]
Name = Annotated[str, StringConstraints(min_length=1, max_length=120), _ONE_LINE]
Summary = Annotated[str, StringConstraints(min_length=1, max_length=160), _ONE_LINE]
Slug = Annotated[str, _checked("id-format", _slug)]
Phone = Annotated[str, _read(_phone)]
WhatsApp = Annotated[str, _read(_whatsapp)]
Url = Annotated[str, _checked("url-format", _url)]
Email = Annotated[str, _checked("email-format", _email)]
Postcode = Annotated[str, _checked("postcode-format", _postcode)]
PostcodeArea = Annotated[str, _checked("postcode-area", lambda v: v if re.fullmatch("[1-9][0-9]{3}", v) else None)]
MunicipalityCode = Annotated[str, _checked("municipality-code", lambda v: v if re.fullmatch("GM[0-9]{4}", v) else None)]
Kvk = Annotated[str, _checked("kvk-format", _digits(8))]
Agb = Annotated[str, _checked("agb-format", _digits(8))]
Time = Annotated[str, _checked("time-format", _time)]
TimeOrWhen = Annotated[str, _checked("time-or-date", _time_or_when)]
DayInYear = Annotated[str, _checked("day-in-year", _day_in_year)]
When = Annotated[str, _checked("date-format", _when)]
WhenOrUndated = Annotated[str, _checked("date-format", lambda v: v if v == UNDATED else _when(v))]
Moment = Annotated[str, _read(_moment)]
MomentOrUndated = Annotated[str, _read(lambda v: v if v == UNDATED else _moment(v))]
WholeDay = Annotated[str, _checked("day-format", lambda v: v if moments.is_day(v) else None)]
Weekday = Annotated[
    str,
    _checked("weekday-format", lambda v: v if moments.weekday(v) else None),
    WithJsonSchema({"type": "string", "pattern": f"^(?:[1-4]e |laatste )?(?:{'|'.join(moments.DAYS)})$"}),
]
Colour = Annotated[str, _checked("colour-format", lambda v: v.lower() if re.fullmatch("#[0-9A-Fa-f]{6}", v) else None)]
Boolean = Annotated[bool, BeforeValidator(_boolean), WithJsonSchema({"enum": ["ja", "nee", True, False]})]
Year = Annotated[int, _whole(1900, 2100), WithJsonSchema({"type": "integer"})]
Interval = Annotated[int, _whole(1, 52), WithJsonSchema({"type": "integer"})]
Age = Annotated[str, _read_any(_age), WithJsonSchema({"type": ["integer", "string"]})]
Wait = Annotated[str, _read_any(_wait), WithJsonSchema({"type": "string"})]
Number = Annotated[int, _whole(1, 100), WithJsonSchema({"type": "integer"})]
Seconds = Annotated[int, _whole(10, 3600), WithJsonSchema({"type": "integer"})]
Latitude = Annotated[float, _degrees(90), WithJsonSchema({"type": "number"})]
Longitude = Annotated[float, _degrees(180), WithJsonSchema({"type": "number"})]
Country = Annotated[str, _read(_country)]
Euros = Annotated[str, _read_any(_euros), WithJsonSchema({"type": ["number", "string"]})]


# Ids of something else: of a term of a vocabulary, or of a record.
HelpId = Annotated[Slug, Reference("help")]
SituationId = Annotated[Slug, Reference("situations")]
AudienceId = Annotated[Slug, Reference("audience")]
PartyKindId = Annotated[Slug, Reference("party_kinds")]
LanguageId = Annotated[Slug, Reference("languages")]
AccessibilityId = Annotated[Slug, Reference("accessibility")]
ThemeId = Annotated[Slug, Reference("themes")]
LadderId = Annotated[Slug, Reference("ladder")]
ConditionId = Annotated[Slug, Reference("conditions")]
ToolKindId = Annotated[Slug, Reference("tool_kinds")]
OrganisationId = Annotated[Slug, Reference("organisation")]
MunicipalityId = Annotated[Slug, Reference("municipality")]
ToolId = Annotated[Slug, Reference("tool")]
ExampleId = Annotated[Slug, Reference("example")]
WorksheetId = Annotated[Slug, Reference("worksheet")]
StepId = Annotated[Slug, Reference("steps")]


def _offering_path(value: str) -> str | None:
    return value if value.count("/") <= 1 and all(map(is_slug, value.split("/"))) else None


OfferPath = Annotated[str, _checked("id-format", _offering_path), Reference("organisation-or-offering")]
"""An organisation (`de-brug`) or one of its offerings (`de-brug/zorgvrijwilliger`)."""

RecordId = Annotated[str, _checked("id-format", _offering_path), Reference("record")]
"""Any record that a text may speak of: an organisation, an offering, a network, a tool or an example."""

Areas = Annotated[
    tuple[Annotated[str, _checked("id-format", _slug), Reference("area")], ...],
    Field(min_length=1),
    BeforeValidator(_list_of_areas),
    WithJsonSchema({"anyOf": [{"const": COUNTRYWIDE}, {"type": "array", "items": {"type": "string"}, "minItems": 1}]}),
]
Scale = Literal["micro", "meso", "macro"]
