"""Telephone numbers as people write, read and dial them."""

from __future__ import annotations

import csv
from pathlib import Path

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.values.phone_faults import fault_in
from generator.values.phones import canonical, country, for_machines, is_mobile, on_whatsapp, uri, whatsapp

SPELLINGS = Path(__file__).with_name("phone_spellings.csv")
"""Spellings of numbers with what becomes of each. What is a number follows the numbering plan (Nummerplan telefoon- en
ISDN-diensten, of which ACM hands out the numbers) as libphonenumber 9.0.42 has it; the comments in `phones` name where
we keep to the plan itself. Signs that can't be seen stand there by their number."""

NUMBERS = {
    # ten digits, with an area code of three or four
    "0464333455": ("046 433 34 55", "tel:+31464333455"),
    "046-433 34 55": ("046 433 34 55", "tel:+31464333455"),
    "(046) 433.34.55": ("046 433 34 55", "tel:+31464333455"),
    "+31 46 433 34 55": ("046 433 34 55", "tel:+31464333455"),
    "+31 (0)46 433 34 55": ("046 433 34 55", "tel:+31464333455"),
    "0031464333455": ("046 433 34 55", "tel:+31464333455"),
    "020 123 45 67": ("020 123 45 67", "tel:+31201234567"),
    "0475-41 23 45": ("0475 41 23 45", "tel:+31475412345"),
    # without a place
    "0881234567": ("088 123 45 67", "tel:+31881234567"),
    "085 1234567": ("085 123 45 67", "tel:+31851234567"),
    # mobile
    "0612345678": ("06 12 34 56 78", "tel:+31612345678"),
    "+31612345678": ("06 12 34 56 78", "tel:+31612345678"),
    # free and paid lines: eight or eleven digits, only from inside the country
    "08002000": ("0800 2000", "tel:08002000"),
    "0800-0113": ("0800 0113", "tel:08000113"),
    "0800 023 5277": ("0800 023 5277", "tel:08000235277"),
    "09001234": ("0900 1234", "tel:09001234"),
    "0900 123 45 67": ("0900 123 4567", "tel:09001234567"),
    # municipalities
    "14046": ("14 046", "tel:14046"),
    "14 046": ("14 046", "tel:14046"),
    "14-0485": ("14 0485", "tel:140485"),
    # short
    "112": ("112", "tel:112"),
    "113": ("113", "tel:113"),
    "116111": ("116111", "tel:116111"),
    "116 123": ("116123", "tel:116123"),
}


@pytest.mark.parametrize(("written", "expected"), NUMBERS.items())
def test_a_number_is_shown_one_way_and_can_be_dialled(written: str, expected: tuple[str, str]) -> None:
    shown = canonical(written)
    assert shown is not None
    assert (shown, uri(shown)) == expected


@pytest.mark.parametrize(("shown", "_"), sorted(set(NUMBERS.values())))
def test_what_is_shown_is_read_back_as_the_same(shown: str, _: str) -> None:
    assert canonical(shown) == shown


@pytest.mark.parametrize(
    "rubbish",
    [
        "", " ", "-", "0", "06 1234", "046 433 34", "046 433 34 555", "115", "118", "110", "117", "999", "911",
        "14 046 12", "14", "14 46", "140", "116000000", "0800 12", "0800 123 45678", "046-KRINGEN", "bel 046 433 34 55",
        "0464333455 / 0464333456", "046 433 34 55#1", "٠٤٦٤٣٣٣٤٥٥", "046\u00a0433\u00a034\u00a055x",
        "1" * 300, "+" * 50, "(((((", "0464333455" + " " * 200, "(" * 100_000, "0464333455" + "," * 100_000,
    ],
)  # fmt: skip
def test_anything_else_is_no_number(rubbish: str) -> None:
    assert canonical(rubbish) is None


def spellings() -> list[dict[str, str]]:
    with SPELLINGS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        if "\\u" in row["written"] or "\\t" in row["written"]:
            row["written"] = row["written"].encode("ascii").decode("unicode_escape")
    return rows


def test_every_spelling_becomes_what_the_table_says() -> None:
    wrong = []
    for row in spellings():
        shown = canonical(row["written"])
        found = (shown, uri(shown), "") if shown else ("", "", fault_in(row["written"])[0])
        if found != (row["shown"], row["called"], row["code"]):
            wrong.append(f"{row['written']!r}: {found}, expected {tuple(row.values())[2:]}")
        if shown and canonical(shown) != shown:
            wrong.append(f"{row['written']!r}: {shown} is read back as {canonical(shown)}")
    assert not wrong, "\n".join(wrong)
    assert len(spellings()) >= 300


def test_the_table_has_every_series_and_every_fault() -> None:
    """Each kind of number that the library knows here, and each code that a number can be refused with."""
    assert phonenumbers.__version__ == "9.0.42"
    of_the_library = {
        phonenumbers.number_type(phonenumbers.parse(row["called"].split(",")[0].removeprefix("tel:"), "NL"))
        for row in spellings()
        if len(row["called"]) > len("tel:1400")
    }
    kinds = phonenumbers.PhoneNumberType
    assert of_the_library >= {
        kinds.FIXED_LINE, kinds.MOBILE, kinds.TOLL_FREE, kinds.PREMIUM_RATE, kinds.VOIP, kinds.PAGER, kinds.UAN,
    }  # fmt: skip
    assert {row["code"] for row in spellings()} - {""} == {
        "phone-abroad", "phone-country", "phone-fax", "phone-foreign", "phone-format", "phone-letters",
        "phone-municipal", "phone-none", "phone-series", "phone-start", "phone-two", "phone-words",
    }  # fmt: skip


def test_a_municipal_number_has_an_area_code_that_exists() -> None:
    """Every area code of the library, and no other, beside the three that the plan has behind 14 as well."""
    known = {f"0{area}" for area in range(10, 800) if _is_area(f"0{area}")}
    read = {f"0{area}" for area in range(10, 1000) if canonical(f"14 0{area}")}
    assert {"010", "046", "0485", "0575", "070"} <= known
    assert read == known | {"084", "085", "088"}


def _is_area(code: str) -> bool:
    somebody = phonenumbers.parse(code + "2" * (10 - len(code)), "NL")
    return phonenumbers.length_of_geographical_area_code(somebody) == len(code) - 1


@pytest.mark.parametrize(
    ("written", "values"),
    [
        ("0575 200000 / 06-12345678", {"first": "0575 20 00 00", "second": "06 12 34 56 78"}),
        ("575200000", {"near": "0575 20 00 00"}),
        ("Balie 0575-200000", {"near": " (0575 20 00 00)"}),
        ("05752OOOOO", {"near": " (0575 20 00 00)"}),
        ("046-KRINGEN", {"near": " (046 574 64 36)"}),
        ("02 555 12 12", {"choices": "België: +32 2 555 12 12 of Duitsland: +49 2555 1212"}),
        ("717 1234", {"choices": "Caribisch Nederland: +599 717 1234"}),
        ("0032 14", {"country": "België"}),
        ("14 0999", {"area": "0999"}),
    ],
)
def test_what_is_wrong_says_what_to_write(written: str, values: dict[str, str]) -> None:
    assert fault_in(written)[1] == values


def test_machines_read_an_extension_as_their_standard_has_it() -> None:
    assert for_machines("0575 20 00 00 toestel 12") == "+31575200000;ext=12"
    assert for_machines("0800 2000 (optie 1)") == "08002000"


def test_a_number_tells_its_country() -> None:
    assert [country(number) for number in ("0575 20 00 00", "112", "+32 14 00 00 00", "+49 2452 200000")] == [
        "NL", "NL", "BE", "DE",
    ]  # fmt: skip
    assert [country(number) for number in ("+599 700 0000", "+599 9 461 2345", "+1 721-542-1234")] == ["BQ", "CW", "SX"]
    assert country("+44 20 7946 0018") is country("+1 202-555-0100") is None


def test_only_a_mobile_number_may_be_somebodys_own() -> None:
    mobile = {row["shown"] for row in spellings() if row["shown"] and is_mobile(row["shown"])}
    assert mobile == {"06 12 34 56 78", "06 81 23 45 67", "+32 475 12 34 56"}


@given(st.text(alphabet="0123456789+() -./", max_size=16))
def test_a_number_is_stable_once_it_is_one(written: str) -> None:
    shown = canonical(written)
    if shown is not None:
        assert canonical(shown) == shown
        assert uri(shown).removeprefix("tel:").removeprefix("+").isdigit()


@given(st.text(alphabet="0123456789+ -/(),.;toestlpi", max_size=24))
def test_what_stands_behind_a_number_is_stable_as_well(written: str) -> None:
    shown = canonical(written)
    if shown is not None:
        assert (canonical(shown), uri(shown)) == (shown, uri(canonical(shown) or ""))


@given(st.text(max_size=30))
def test_no_text_breaks_reading_a_number(written: str) -> None:
    if canonical(written) is None:
        code, values = fault_in(written)
        assert code.startswith("phone-") and all(isinstance(value, str) for value in values.values())
    is_mobile(written)


@pytest.mark.parametrize(
    "written",
    [
        "0575 200000 fax 0575 200001", "fax 0575 200001, tel. 0575 200000", "0575 200000 / 0575 200001 (fax)",
        "tel/fax 0575 200000", "0575 200000 (tel. en fax)", "telefoon en fax: 0575 200000",
    ],
)  # fmt: skip
def test_beside_a_fax_the_number_that_somebody_answers_is_advised(written: str) -> None:
    assert fault_in(written) == ("phone-words", {"near": " (0575 20 00 00)"})


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("06 10000000", "06 10 00 00 00"),
        ("085-0000112", "085 000 01 12"),
        ("+32 475 12 34 56", "+32 475 12 34 56"),
        ("https://wa.me/31610000000", "06 10 00 00 00"),
        ("wa.me/+31610000000", "06 10 00 00 00"),
        ("https://api.whatsapp.com/send?phone=31610000000", "06 10 00 00 00"),
        ("0800 2000", None),
        ("14 0575", None),
        ("113", None),
        ("0575 200000 toestel 12", None),
        ("https://wa.me/message/ABC", None),
        ("https://wa.me/31610000000?text=Hallo", "06 10 00 00 00"),
        ("https://wa.me/31610000000/", "06 10 00 00 00"),
        ("https://www.wa.me/31610000000#app", "06 10 00 00 00"),
        ("https://api.whatsapp.com/send?phone=31610000000&text=Goede dag", "06 10 00 00 00"),
        ("https://api.whatsapp.com/send/?text=Goede dag&phone=%2B31610000000", "06 10 00 00 00"),
        ("whatsapp://send?phone=31610000000", "06 10 00 00 00"),
        ("https://chat.whatsapp.com/31610000000", None),
    ],
)
def test_somebody_is_on_whatsapp_by_a_number_that_the_world_can_ring(written: str, number: str | None) -> None:
    assert on_whatsapp(written) == number


def test_a_chat_begins_at_all_digits_of_a_number() -> None:
    assert whatsapp("06 10 00 00 00") == "https://wa.me/31610000000"
    assert whatsapp("+32 475 12 34 56") == "https://wa.me/32475123456"
