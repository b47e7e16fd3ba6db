"""People are not published: a contact is a role."""

from __future__ import annotations

import pytest

from generator.national import layer as national
from generator.validation.rules.privacy import looks_personal, person_in
from tests.validation.rules.conftest import Judge


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Anneke de Vries", "Anneke de Vries"),
        ("Bel Kees van den Berg op maandag.", "Kees van den Berg"),
        ("Vraag naar Fatima Yilmaz.", "Fatima Yilmaz"),
        ("Jan Jansen-de Boer regelt het.", "Jan Jansen-de"),
        ("redactie, Zoë Smit", "Zoë Smit"),
        ("vraag naar mevrouw Jansen", "mevrouw Jansen"),
        ("Voorzitter is dhr. van der Meer", "dhr. van der Meer"),
        ("drs. Pietersen leidt het", "drs. Pietersen"),
        ("De Wijkzuster Anna Bakker", "Anna Bakker"),
        ("Vraag naar J. Jansen.", "J. Jansen"),
        ("Mevrouw Jansen", "Mevrouw Jansen"),
        ("M.A. van den Berg, voorzitter", "M.A. van den Berg"),
    ],
)
def test_these_look_like_a_person(text: str, name: str) -> None:
    assert person_in(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "mantelzorgconsulent gemeente Stein",
        "redactie gemeente Stein",
        "De wijkverpleegkundige belt u terug.",
        "Ben je mantelzorger? Bel ons.",
        "Ben u al lid? Kim is ook een spel.",
        "Mark de plek op de kaart.",
        "Leen een rolstoel bij de Thuiszorgwinkel.",
        "Lies is een plaats in Friesland.",
        "Tom betekent niets. Rob evenmin.",
        "Roos en Merel zijn bloem en vogel.",
        "Els Borstlaan 4", "Jan Steenstraat", "Het Frans Halspark", "Sint Anna Ziekenhuis", "Anna Stichting",
        "Bij Bert Haanstrakade links.",
        "Willem de Zwijgerlaan",
        "NETWERK JAN", "jan jansen", "",
        "Stichting De Brug en Partners in Welzijn",
        "U.S.A. is ver weg.", "C.F. Kuyperstraat 3", "Vitamine B. en C.",
    ],
)  # fmt: skip
def test_these_do_not(text: str) -> None:
    assert person_in(text) is None


def test_no_village_looks_like_a_person() -> None:
    villages = {place.name for known in national.municipalities().values() for place in known.places}
    assert len(villages) > 1500
    assert {village for village in villages if person_in(f"Wij komen ook in {village}.")} == set()


@pytest.mark.parametrize(
    ("email", "personal"),
    [
        ("info@stein.nl", False),
        ("mantelzorg@debrug.nl", False),
        ("wmo-loket@stein.nl", False),
        ("mantelzorg.stein@debrug.nl", False),
        ("janssen@debrug.nl", False),
        ("kees@debrug.nl", True),
        ("Kees@debrug.nl", True),
        ("anneke.devries@debrug.nl", True),
        ("anneke-devries@debrug.nl", True),
        ("a.devries@debrug.nl", True),
        ("debrug@gmail.com", True),
        ("debrug@ziggo.nl", True),
        ("debrug@GMAIL.com", True),
    ],
)
def test_a_mail_address_of_a_person(email: str, personal: bool) -> None:
    assert looks_personal(email) is personal


def test_a_reason_makes_a_mobile_number_and_a_personal_address_right(judge: Judge) -> None:
    private = "phones: [{number: 06 12345678}]\nemail: kees@deproef.example\n"
    assert judge(private) == ["phones.0.number private-phone", "email private-email"]
    assert judge(private + "private_reason: Dit is de diensttelefoon.\n") == []


@pytest.mark.parametrize(
    "text",
    [
        "06-10000000", "06 10 00 00 00", "06\N{EN DASH}10000000", "06 \N{EN DASH} 10 00 00 00", "06/10000000",
        "06\N{NO-BREAK SPACE}10000000", "06 / 10000000", "(06) 10000000", "+31 6 10000000", "+31 (0)6-10000000",
        "0031 6 10000000", "(+31) 6 10000000", "+31/6/10000000", "https://wa.me/31610000000",
        "wa.me/+31610000000?text=Hallo",
        "https://api.whatsapp.com/send?text=x&phone=31610000000", "+32 470 00 00 00", "0032 470 000000",
        "+49 1512 0000000", "https://wa.me/32470000000", "0\N{SOFT HYPHEN}6 10000000",
        "06 10000000 / 0575 200000", "06 1000 0000, 2 uur per week",
    ],
)  # fmt: skip
def test_a_mobile_number_in_a_text_is_private_however_it_is_written(text: str, judge: Judge) -> None:
    assert judge(f"description: 'App naar {text}'\n") == ["description private-phone"]
    assert judge(f"description: 'App naar {text}'\nprivate_reason: De diensttelefoon.\n") == []


@pytest.mark.parametrize(
    "text",
    [
        "06-10-2026 12.30 uur", "06/10/2026 12:00", "0575 200000", "+32 14 00 00 00", "https://wa.me/31575200000",
        "088 000 0001", "+599 700 0000", "2026-06-10 00000", "100610000000", "+", "00 31", "0 tot 100 +",
    ],
)  # fmt: skip
def test_other_numbers_are_nobodys(text: str, judge: Judge) -> None:
    assert judge(f"description: 'Zie {text}'\n") == []


@pytest.mark.parametrize("number", ["06 10000000", "+32 470 00 00 00", "+49 1512 0000000", "https://wa.me/31610000000"])
def test_who_is_on_whatsapp_is_asked_as_who_has_a_phone(number: str, judge: Judge) -> None:
    assert judge(f"whatsapp: {number}\n") == ["whatsapp private-phone"]
    assert judge("whatsapp: 0575 200000\n") == []


def test_a_chat_with_a_mobile_number_is_one(judge: Judge) -> None:
    assert judge("chat: https://wa.me/31610000000\n") == ["chat private-phone"]
    assert judge("chat: https://deproef.example/chat\n") == []


def test_a_reason_counts_for_the_offerings_too(judge: Judge) -> None:
    offer = """
        offerings:
          - id: a
            name: A
            summary: Een aanbod.
            help: [vervoer]
            phones: [{number: 06 12345678}]
            first_step: Bel ons.
    """
    assert judge(offer) == ["offerings.0.phones.0.number private-phone"]
    assert judge(offer.replace("offerings:", "private_reason: Een diensttelefoon.\n        offerings:")) == []


def test_a_reason_that_is_no_sentence_has_only_its_own_fault(judge: Judge) -> None:
    found = judge("phones: [{number: 06 12345678}]\nprivate_reason: [diensttelefoon]\n")
    assert found == ["private_reason text-expected"]


def test_a_cited_author_is_no_private_name(judge: Judge) -> None:
    tool = """\
        ---
        name: Het Kijkglas
        summary: Van Kees de Vries, die het bedacht.
        scope: landelijk
        source: {organisation: Edwin Kaats en Wilfrid Opheij, year: 2014}
        ---

        Jan Jansen schreef er een boek over.
    """
    assert judge(tool, kind="tool") == []


def test_the_name_of_an_organisation_may_be_a_persons(judge: Judge) -> None:
    assert judge("alternate_names: [Leo Kannerhuis, Frans Bakker Fonds]\n") == []


def test_every_place_where_a_role_belongs_is_looked_at(judge: Judge) -> None:
    found = judge("""
        description: Onze voorzitter Kees Jansen helpt u.
        phones: [{number: 0800 0000, label: Bij Kees Jansen}]
        offerings:
          - id: a
            name: Kees Jansen
            summary: Samen met Kees Jansen.
            help: [vervoer]
            access: {how: Via Kees Jansen.}
            first_step: Bel Kees Jansen.
            expect: Kees Jansen belt terug.
            local_note: Hier komt Kees Jansen.
            checked: {date: 2026, by: Kees Jansen, source: Kees Jansen}
    """)
    paths = ["access.how", "first_step", "expect", "local_note", "checked.by", "summary"]
    expected = {"description", "phones.0.label", *(f"offerings.0.{path}" for path in paths)}
    assert {one.removesuffix(" private-name") for one in found} == expected
