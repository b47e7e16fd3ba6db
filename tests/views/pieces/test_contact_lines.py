"""How somebody is reached, as a page says it: numbers that can be pressed."""

from __future__ import annotations

from pathlib import Path

from generator.catalogue.catalogue import Catalogue
from generator.model.organisation import Offering
from generator.model.parts import PhoneLine
from generator.texts.spoken import speaking
from generator.views.help import offers, organisations
from generator.views.pieces import schema_org
from generator.views.pieces.contact import acute
from generator.views.pieces.facts import call, phone_lines
from generator.views.pieces.reach import chat_actions, contact_facts, first_action
from tests.scratch import Scratch


def lines(*numbers: str) -> list[str]:
    return [str(line) for line in phone_lines([PhoneLine(number=number) for number in numbers])]


def test_an_extension_is_shown_and_dialled_and_a_choice_is_shown() -> None:
    assert lines("0575-200000 tst. 12", "0575 200000, optie 2") == [
        '<a class="number" href="tel:+31575200000,12">0575 20 00 00 toestel 12</a>',
        '<a class="number" href="tel:+31575200000">0575 20 00 00 (optie 2)</a>',
    ]


def test_a_number_from_abroad_says_where_it_is() -> None:
    belgian = '<a class="number" href="tel:+3214000000">+32 14 00 00 00</a>'
    assert lines("0032 14 00 00 00", "+599 717 1234", "+44 20 7946 0018") == [
        f"{belgian} (België)",
        '<a class="number" href="tel:+5997171234">+599 717 1234</a> (Caribisch Nederland)',
        '<a class="number" href="tel:+442079460018">+44 20 7946 0018</a>',
    ]
    with speaking("en"):
        assert lines("+32 14 00 00 00") == [f"{belgian} (Belgium)"]


def test_the_button_rings_a_number_abroad_with_its_country_code() -> None:
    assert call(PhoneLine(number="0049 2452 200000"))[:2] == ("Bel +49 2452 200000", "tel:+492452200000")


CHATS = "whatsapp: 085 000 01 12\nchat: https://deproef.example/chat\n"
OFFER = "offerings: [{id: hulp, name: Hulp, summary: Een aanbod., where: [online], first_step: Kom.%s}]\n"
WHATSAPP = ("Stuur een bericht via WhatsApp", "https://wa.me/31850000112")


def offering(scratch: Scratch, more: str, own: str = "") -> tuple[Catalogue, Offering]:
    scratch.organisation("de-proef", more + OFFER % own)
    catalogue = scratch.known()
    return catalogue, catalogue.offers["de-proef/hulp"].offering


def test_a_chat_is_offered_after_the_phone_and_before_a_mail(tmp_path: Path) -> None:
    _, record = offering(Scratch.stein(tmp_path), CHATS + "email: info@deproef.example\n")
    action = first_action(record)
    assert action and action[:2] == WHATSAPP
    assert [chat[0] for chat in chat_actions(record)] == ["Stuur een bericht via WhatsApp", "Begin een chat"]
    _, ringing = offering(Scratch.stein(tmp_path / "bel"), CHATS + "phones: [{number: 0800 2000}]\n")
    action = first_action(ringing)
    assert action and action[1] == "tel:08002000"
    assert [fact.label for fact in contact_facts(ringing)][:3] == ["Telefoon", "WhatsApp", "Chat"]


def test_an_offer_takes_its_chat_from_its_organisation_unless_it_has_one(tmp_path: Path) -> None:
    _, record = offering(Scratch.stein(tmp_path), CHATS, ", chat: 'https://hulp.example/chat'")
    assert (record.whatsapp, record.chat) == ("085 000 01 12", "https://hulp.example/chat")


def test_a_page_has_a_button_for_each_and_machines_read_them(tmp_path: Path) -> None:
    catalogue, record = offering(Scratch.stein(tmp_path), CHATS + "phones: [{number: 0800 2000}]\n")
    page = offers.offering(catalogue, "de-proef/hulp")
    assert [chat[:2] for chat in page["chats"]] == [WHATSAPP, ("Begin een chat", "https://deproef.example/chat")]
    organisation = schema_org.organisation(catalogue, "de-proef", catalogue.organisations["de-proef"].record)
    assert organisation["contactPoint"] == [
        {"@type": "ContactPoint", "contactType": "WhatsApp", "telephone": "+31850000112", "url": WHATSAPP[1]},
        {"@type": "ContactPoint", "contactType": "chat", "url": "https://deproef.example/chat"},
    ]
    phone, *channels = schema_org.service(catalogue, catalogue.offers["de-proef/hulp"], record)["availableChannel"]
    assert "servicePhone" in phone
    assert channels == [
        {"@type": "ServiceChannel", "name": "WhatsApp", "serviceUrl": WHATSAPP[1]},
        {"@type": "ServiceChannel", "name": "chat", "serviceUrl": "https://deproef.example/chat"},
    ]


def test_a_chat_that_is_the_button_does_not_stand_there_twice(tmp_path: Path) -> None:
    catalogue, _ = offering(Scratch.stein(tmp_path), CHATS)
    page = offers.offering(catalogue, "de-proef/hulp")
    assert (page["action"][:2], [chat[0] for chat in page["chats"]]) == (WHATSAPP, ["Begin een chat"])


def test_the_number_of_a_record_stays_where_a_municipality_names_the_doctor_without_one(tmp_path: Path) -> None:
    scratch = Scratch.stein(tmp_path)
    scratch.organisation("huisartsenpost", "phones: [{number: 0800 0000}]\nreplaces_reason: Eigen nummer.\n")
    scratch.write(
        "data/municipalities/stein.yml", "name: Stein\nurgent: {name: Post Zuid, website: https://post.example/}\n"
    )
    (line,) = [line for line in acute(scratch.known(), "stein") if line.id == "huisartsenpost"]
    assert (line.name, line.number) == ("Post Zuid", "0800 0000")


def test_who_reads_about_acute_help_is_sent_to_nobody_else(tmp_path: Path) -> None:
    """A number beside a doubt about the source would be read as the one to ring."""
    scratch = Scratch.stein(tmp_path)
    known = scratch.known()
    assert organisations.organisation(known, "veilig-thuis")["fresh"].stale
    assert organisations.organisation(known, "veilig-thuis")["ask"] == []
    assert offers.offering(known, "veilig-thuis/advies-en-meldpunt")["ask"] == []


def test_what_is_always_there_says_so_once(tmp_path: Path) -> None:
    """Not after a label that says it, nor beside the hours of the page; what differs is said."""
    day_and_night = {"always": True}
    office = [{"days": ["ma"], "from": "09:00", "to": "17:00"}]
    for label, hours, beside, said in (
        (None, day_and_night, (), "Bereikbaar: dag en nacht"),
        ("Dag en nacht, gratis", day_and_night, (), ""),
        ("Hulplijn", day_and_night, ("Dag en nacht",), ""),
        ("Hulplijn", day_and_night, ("Maandag 9.00–17.00 uur",), "Bereikbaar: dag en nacht"),
        ("Kantoor", office, ("Maandag van 9.00–17.00 uur",), "Bereikbaar: maandag"),
    ):
        (line,) = phone_lines(
            [PhoneLine.model_validate({"number": "0800 0000", "label": label, "hours": hours})], beside
        )
        assert ("Bereikbaar" in line) is bool(said) and said in line, line
    scratch = Scratch.stein(tmp_path)
    page = offers.offering(scratch.known(), "veilig-thuis/advies-en-meldpunt")
    facts = [" ".join([fact.label, *map(str, fact.lines)]).casefold() for fact in page["facts"]]
    assert not [fact for fact in facts if "bereikbaar" in fact]
