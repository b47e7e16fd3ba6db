"""The kinds of value: what is taken for one, and how it is kept."""

from __future__ import annotations

from typing import Any

import pytest
from email_validator import SPECIAL_USE_DOMAIN_NAMES, validate_email
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from generator.values import fields


def kept(kind: Any, written: object) -> Any:
    return TypeAdapter(kind).validate_python(written)


def refused(kind: Any, written: object) -> str:
    """The code of the one fault that a value has."""
    with pytest.raises(ValidationError) as failed:
        kept(kind, written)
    (error,) = failed.value.errors()
    return error["ctx"]["code"] if error["type"] == fields.FAULT else error["type"]


@pytest.mark.parametrize("id", ["a", "0", "de-brug", "113-zelfmoordpreventie", "a-b-c", "x" * 80])
def test_an_id_can_be_a_piece_of_an_address(id: str) -> None:
    assert kept(fields.Slug, id) == id


@pytest.mark.parametrize(
    "id",
    [
        "", "De-Brug", "de_brug", "de--brug", "-brug", "brug-", "de brug", "..", "../x", "a/b", "a.b", "é", "x" * 81,
        "a\n", "a\x00", "%2e%2e", "ａ", "a%2fb", "~", "con:", "a\\b",
    ],
)  # fmt: skip
def test_what_could_climb_out_of_a_folder_is_no_id(id: str) -> None:
    assert refused(fields.Slug, id) == "id-format"
    assert refused(fields.OfferPath, f"de-brug/{id}") == "id-format"


@given(st.text(max_size=90))
def test_an_id_never_holds_more_than_letters_digits_and_hyphens(id: str) -> None:
    if fields.is_slug(id):
        assert set(id) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
        assert 0 < len(id) <= 80


@pytest.mark.parametrize("path", ["de-brug", "de-brug/even-vrij"])
def test_an_organisation_or_one_of_its_offerings_can_be_named(path: str) -> None:
    assert kept(fields.OfferPath, path) == path


@pytest.mark.parametrize("path", ["a/b/c", "/a", "a/", "/", ""])
def test_nothing_deeper_than_an_offering_can_be_named(path: str) -> None:
    assert refused(fields.OfferPath, path) == "id-format"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("https://stein.nl", "https://stein.nl/"),
        ("http://stein.nl/a?b=c#d", "http://stein.nl/a?b=c#d"),
        ("HTTPS://Stein.NL/Pad", "https://stein.nl/Pad"),
        ("https://café.nl/", "https://xn--caf-dma.nl/"),
    ],
)
def test_an_address_of_the_web_is_kept_as_browsers_write_it(written: str, shown: str) -> None:
    assert kept(fields.Url, written) == shown


@pytest.mark.parametrize(
    "written",
    [
        "stein.nl", "www.stein.nl", "//stein.nl", "ftp://stein.nl", "javascript:alert(1)", "data:text/html,x",
        "https://", "https:// stein.nl", "mailto:info@stein.nl", "", "https://stein .nl",
    ],
)  # fmt: skip
def test_anything_but_the_web_is_no_address(written: str) -> None:
    assert refused(fields.Url, written) == "url-format"


WORD = st.from_regex(r"[a-z0-9]{1,40}", fullmatch=True)
LOCAL = st.lists(WORD | st.sampled_from("._-"), min_size=1, max_size=5).map("".join)
LABEL = st.lists(WORD | st.just("-"), min_size=1, max_size=4).map("".join)
DOMAIN = st.lists(LABEL, min_size=1, max_size=8).map(".".join)


@given(LOCAL, DOMAIN, st.sampled_from(["nl", "amsterdam", "example", *SPECIAL_USE_DOMAIN_NAMES]))
def test_a_plain_mail_address_is_one_to_the_library_too(local: str, domain: str, last: str) -> None:
    written = f"{local}@{domain}.{last}"
    if fields.PLAIN_EMAIL.fullmatch(written):
        assert validate_email(written, check_deliverability=False).normalized == written


@pytest.mark.parametrize("written", ["info@stein.nl", "j.de-wit_2@zorg-en-zo.de-stad.frl", "loket@een.example"])
def test_most_mail_addresses_are_plain(written: str) -> None:
    assert fields.PLAIN_EMAIL.fullmatch(written)


@pytest.mark.parametrize("end", SPECIAL_USE_DOMAIN_NAMES)
def test_a_mail_address_where_nobody_gets_mail_is_none(end: str) -> None:
    assert fields.PLAIN_EMAIL.fullmatch(f"loket@stein.{end}") is None
    assert refused(fields.Email, f"loket@stein.{end}") == "email-format"


def test_mail_addresses() -> None:
    assert kept(fields.Email, "Loket@Stein.NL") == "Loket@stein.nl"
    for written in ("info", "info@", "@stein.nl", "info@stein", "a b@stein.nl", "i@stein.nl, x@y.nl", "<i@s.nl>", ""):
        assert refused(fields.Email, written) == "email-format"


@pytest.mark.parametrize("written", ["6171AB", "6171 AB", "6171ab", "6171 aB"])
def test_a_postcode_is_shown_as_on_an_envelope(written: str) -> None:
    assert kept(fields.Postcode, written) == "6171 AB"


@pytest.mark.parametrize(
    "written", ["0171 AB", "617 AB", "617", "6171 A", "6171  AB", "6171 SA", "6171SD", "6171 ss", "F-3600", "617100"]
)
def test_a_postcode_that_is_never_given_out_is_none(written: str) -> None:
    assert refused(fields.Postcode, written) == "postcode-format"


@pytest.mark.parametrize(
    ("kind", "good", "bad", "code"),
    [
        (fields.PostcodeArea, ["6171", "1000"], ["0171", "617", "61711", "٦١٧١"], "postcode-area"),
        (fields.MunicipalityCode, ["GM0971"], ["0971", "gm0971", "GM971", "GM09711"], "municipality-code"),
        (fields.Kvk, ["01234567"], ["1234567", "123456789", "1234 5678", "1234567a"], "kvk-format"),
        (fields.Agb, ["01234567"], ["1234567", "AGB01234567"], "agb-format"),
        (fields.Time, ["00:00", "09:05", "23:59", "24:00"], ["9:00", "24:01", "12:60", "12.30"], "time-format"),
        (fields.When, ["2026", "2026-03"], ["onbekend", "vandaag"], "date-format"),
        (fields.WhenOrUndated, ["2026", "onbekend"], ["Onbekend", "?"], "date-format"),
    ],
)  # fmt: skip
def test_numbers_and_codes(kind: Any, good: list[str], bad: list[str], code: str) -> None:
    assert [kept(kind, written) for written in good] == good
    assert {refused(kind, written) for written in bad} == {code}


def test_a_colour_is_six_digits() -> None:
    assert kept(fields.Colour, "#0A5A5F") == "#0a5a5f"
    for written in ("0a5a5f", "#fff", "red", "#0a5a5g", "#0a5a5f80", "url(x)"):
        assert refused(fields.Colour, written) == "colour-format"


@pytest.mark.parametrize(
    ("written", "meant"),
    [("ja", True), ("Ja", True), ("nee", False), ("NEE", False), ("true", True), ("no", False), (True, True)],
)
def test_yes_and_no(written: object, meant: bool) -> None:
    assert kept(fields.Boolean, written) is meant


@pytest.mark.parametrize("written", ["", "misschien", "1", "0", "j"])
def test_maybe_is_no_answer(written: str) -> None:
    assert refused(fields.Boolean, written) == "yes-or-no"


def test_whole_numbers() -> None:
    assert kept(fields.Year, "2020") == 2020
    assert (kept(fields.Age, "0"), kept(fields.Age, "120")) == ("0", "120")
    for written in ("-1x", "121", "vier", "", "9" * 5000, "٤"):
        assert refused(fields.Age, written) in ("whole-number", "age-format")
    for written in ("121", "vier", "9" * 5000):
        assert refused(fields.Age, written) == "whole-number"


@pytest.mark.parametrize(
    ("written", "kept_as"), [("3680", "3680"), ("B-3680", "3680"), ("BE 3680", "3680"), ("D-52525", "52525")]
)
def test_a_postcode_over_the_border_has_digits_only(written: str, kept_as: str) -> None:
    assert kept(fields.Postcode, written) == kept_as


@pytest.mark.parametrize(
    ("written", "code"),
    [("BE", "BE"), ("be", "BE"), ("België", "BE"), ("belgie", "BE"), ("Duitsland", "DE"), ("Bonaire", "BQ"),
     ("Caribisch Nederland", "BQ"), ("Saba", "BQ"), ("Sint Maarten", "SX"), ("Curacao", "CW"), ("Nederland", "NL")],
)  # fmt: skip
def test_a_country_is_written_by_its_code_or_as_people_call_it(written: str, code: str) -> None:
    assert kept(fields.Country, written) == code


@pytest.mark.parametrize("written", ["Frankrijk", "B", "", "Limburg", "XX"])
def test_a_country_of_which_nothing_is_known_is_refused(written: str) -> None:
    assert refused(fields.Country, written) == "country-unknown"


def test_a_place_lies_on_earth() -> None:
    vaals, kralendijk = (50.75, 6.01), (12.15, -68.27)
    for lat, lon in (vaals, kralendijk):
        assert kept(fields.Latitude, str(lat)) == lat
        assert kept(fields.Longitude, str(lon)) == lon
    for written in ("50,97", "50°58'", "N50.97", "", "nan", "inf", "1e400", "91"):
        assert refused(fields.Latitude, written) == "coordinate"
    for kind, written in ((fields.Latitude, "332000"), (fields.Longitude, "185000.5")):
        assert refused(kind, written) == "coordinate-metres"


@pytest.mark.parametrize(
    ("written", "amount"),
    [
        ("5", "5.00"), ("12,50", "12.50"), ("12.50", "12.50"), ("€ 7,95", "7.95"), ("€5,-", "5.00"), ("0", "0.00"),
        ("5 euro", "5.00"), ("0,30", "0.30"), ("1.250,00", "1250.00"), ("€ 1.250,-", "1250.00"), ("1250", "1250.00"),
        ("3,50 - 7,50", "3.50 - 7.50"), ("3,50-7,50", "3.50 - 7.50"), ("€ 3,50 tot € 7,50", "3.50 - 7.50"),
        ("5–10", "5.00 - 10.00"), ("1.000,00 - 2.500,00", "1000.00 - 2500.00"), ("vanaf 10", "vanaf 10.00"),
        ("Vanaf € 2,50", "vanaf 2.50"), ("tot 40", "tot 40.00"), ("hooguit € 40", "tot 40.00"),
        ("5 €", "5.00"), ("10 EUR", "10.00"), ("EUR10", "10.00"), ("5,00 €", "5.00"), ("max. 40", "tot 40.00"),
        ("tot en met 40", "tot 40.00"), ("t/m 40", "tot 40.00"), ("minimaal 10", "vanaf 10.00"),
        ("min. 5", "vanaf 5.00"),
        ("van 3,50 tot 7,50", "3.50 - 7.50"), ("vanaf 10 tot 20", "10.00 - 20.00"), ("5 - 10 €", "5.00 - 10.00"),
        ("tussen 5 en 10", "5.00 - 10.00"), ("van € 5 t/m € 10,-", "5.00 - 10.00"), ("5 à 10 euro", "5.00 - 10.00"),
    ],
)  # fmt: skip
def test_an_amount_is_written_in_many_ways(written: str, amount: str) -> None:
    assert kept(fields.Euros, written) == amount
    assert kept(fields.Euros, amount) == amount, "and is kept as it is kept"


@pytest.mark.parametrize(
    "written",
    [
        "", "vijf", "-5", "1.250", "1,250", "1,250.00", "0.500,00", "12,5", "nan", "inf", "1e9", "sNaN", "€", "5-",
        "5-10-15", "vanaf 5-10", "10%", "ca. 10", "5 en 10", "van 5", "tussen 5", "tussen 5-10", "tot 5 tot 10",
        "max. 5 - 10",
    ],
)  # fmt: skip
def test_what_is_no_amount(written: str) -> None:
    assert refused(fields.Euros, written) == "amount"


def test_a_range_of_prices_begins_with_the_lowest() -> None:
    assert refused(fields.Euros, "7,50 - 3,50") == "amount-order"
    assert refused(fields.Euros, "tussen 10 en 5") == "amount-order"
    assert kept(fields.Euros, "5 - 5") == "5.00"


@pytest.mark.parametrize(
    "written", ["06 1234", "0800 2000", "14 046", "niet", "https://wa.me/message/ABC", "0575 200000 tst 1"]
)
def test_what_is_no_number_for_whatsapp_has_one_code(written: str) -> None:
    assert refused(fields.WhatsApp, written) == "whatsapp-number"


@pytest.mark.parametrize("kind", [fields.Boolean, fields.Age, fields.Wait, fields.Latitude, fields.Euros])
@pytest.mark.parametrize("written", [["ja"], {"a": "b"}, []])
def test_a_list_or_group_where_one_value_belongs(kind: Any, written: object) -> None:
    assert refused(kind, written) == "text-expected"


def test_an_area_is_municipalities_or_the_country() -> None:
    assert kept(fields.Areas, "landelijk") == ("landelijk",)
    assert kept(fields.Areas, ["stein", "beek"]) == ("stein", "beek")
    assert refused(fields.Areas, []) == "too_short"
    assert refused(fields.Areas, "stein") == "tuple_type"


@pytest.mark.parametrize(
    "kind", [fields.Url, fields.Email, fields.Phone, fields.Slug, fields.When, fields.Time, fields.Euros]
)
@given(text=st.text(max_size=60))
def test_no_text_breaks_a_value(kind: Any, text: str) -> None:
    try:
        kept(kind, text)
    except ValidationError as failed:
        assert len(failed.errors()) == 1
