"""The agenda of a municipality: what comes, once each, for who cares and apart for who is paid to."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.catalogue.asking import Question, derive, lookups, noted
from generator.catalogue.catalogue import Catalogue
from generator.engine import front
from generator.exports import agenda as feeds
from generator.pages.planning import plan
from generator.rendering.templates import environment
from generator.texts.spoken import text
from generator.views.agenda import month as month_view
from generator.views.help import municipality, organisations
from generator.views.knowledge import networks
from tests.editions import TODAY, build_here, record, replaced
from tests.rfc5545 import events, read
from tests.scratch import Scratch
from tests.webpage import Webpage

NATIONAL = {"Dag van de Mantelzorg", "Week van de Jonge Mantelzorger"}


@pytest.fixture
def stein(tmp_path: Path) -> Scratch:
    """Stein, with one organisation that does things."""
    scratch = Scratch.stein(tmp_path)
    scratch.organisation("proef", "phones: [{number: 0800 0000}]\nemail: info@deproef.example\n")
    return scratch


def activity(scratch: Scratch, id: str, start: str, more: str = "", name: str | None = None) -> None:
    text = f"name: {name or id.capitalize()}\norganisation: proef\nstart: {start}\nplace: De kantine\n{more}"
    scratch.write(f"data/activities/{id}.yml", text)


def agenda(scratch: Scratch, today: date = TODAY) -> dict[str, Any]:
    return month_view.agenda(scratch.known(today), "stein")


def by_month(context: Mapping[str, Any]) -> dict[str, list[str]]:
    """The names under each month, without what the whole country has."""
    found = {month.label: [e.name for e in month.entries if e.name not in NATIONAL] for month in context["months"]}
    return {label: names for label, names in found.items() if names}


def entry(context: Mapping[str, Any], name: str) -> Any:
    every = [e for month in context["months"] for e in month.entries] + context["undated"] + context["professionals"]
    return next(found for found in every if found.name == name)


def html(context: Mapping[str, Any]) -> str:
    templates = environment(front())
    return templates.get_template("fragments/agenda.html").render(
        context, root="../../", t=text("interface"), site_url="https://samen.example/", report_to=""
    )


def said(context: Mapping[str, Any]) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html(context)).split())


def test_what_comes_stands_under_its_month_the_soonest_first(stein: Scratch) -> None:
    activity(stein, "avond", "2026-12-08 19:30")
    activity(stein, "middag", "2026-12-08 13:00")
    activity(stein, "dag", "2026-12-08")
    activity(stein, "later", "2027-02-01")
    activity(stein, "veel-later", "2028-02-01")
    activity(stein, "geweest", "2026-11-20 10:00")
    activity(stein, "vandaag", "2026-11-21 08:00")
    activity(stein, "aan-de-gang", "2026-10-01", "end: 2026-11-21\n")
    assert by_month(agenda(stein)) == {
        "November 2026": ["Aan-de-gang", "Vandaag"],
        "December 2026": ["Dag", "Middag", "Avond"],
        "Februari 2027": ["Later"],
    }


def test_what_comes_back_stands_there_once_with_its_next_dates(stein: Scratch) -> None:
    more = "end: 2026-09-07 12:00\nrepeats: {every: week, until: 2027-06-28, holidays: nee, except: [2026-11-30]}\n"
    activity(stein, "koffie", "2026-09-07 10:00", more)
    context = agenda(stein)
    assert by_month(context) == {"November 2026": ["Koffie"]}
    when = entry(context, "Koffie").when
    assert when.line == "Elke maandag, 10.00 tot 12.00 uur"
    assert when.next == ("De volgende keer: maandag 23 november 2026. Daarna: 7 december en 14 december.")
    assert when.notes == ["Tot en met 28 juni 2027.", "Niet op 30 november 2026.", "Niet op feestdagen."]
    assert by_month(agenda(stein, date(2027, 6, 29))) == {}


def test_what_is_called_off_says_so_until_it_is_over(stein: Scratch) -> None:
    activity(stein, "uitje", "2026-12-12 13:00", "status: cancelled\nregistration: Bel ons.\n")
    context = agenda(stein)
    assert entry(context, "Uitje").cancelled and entry(context, "Uitje").file is None
    assert "Gaat niet door" in said(context) and "Bel ons." not in said(context)
    assert by_month(agenda(stein, date(2026, 12, 13))) == {}
    (event,) = events(read(feeds.activity_calendar(stein.known(), "stein", "uitje", "")))
    assert event.text("SUMMARY") == "Gaat niet door: Uitje"
    assert event.one("STATUS").value == "CANCELLED"


DAYS = '["2027-01-12 19:30", "2027-01-19 19:30", "2027-02-02 19:30", "2027-02-16 19:30"]'


def loose(scratch: Scratch, id: str, more: str = "") -> None:
    text = f"name: {id.capitalize()}\norganisation: proef\ndates: {DAYS}\nplace: De kantine\n{more}"
    scratch.write(f"data/activities/{id}.yml", text)


def test_what_is_on_several_days_stands_there_once_with_every_day(stein: Scratch) -> None:
    loose(stein, "cursus", 'end: "2027-01-12 21:30"\n')
    when = entry(agenda(stein), "Cursus").when
    assert when.line == "Op losse dagen"
    assert [day.line for day in when.days] == [
        "Dinsdag 12 januari 2027, 19.30 tot 21.30 uur",
        "Dinsdag 19 januari 2027, 19.30 tot 21.30 uur",
        "Dinsdag 2 februari 2027, 19.30 tot 21.30 uur",
        "Dinsdag 16 februari 2027, 19.30 tot 21.30 uur",
    ]
    assert when.days[0].until == "2027-01-12T20:30Z"
    assert when.next == "De volgende keer: dinsdag 12 januari 2027. Daarna: 19 januari en 2 februari."
    assert by_month(agenda(stein)) == {"Januari 2027": ["Cursus"]}
    assert by_month(agenda(stein, date(2027, 1, 20))) == {"Februari 2027": ["Cursus"]}
    assert len(entry(agenda(stein, date(2027, 1, 20)), "Cursus").when.days) == 2
    assert by_month(agenda(stein, date(2027, 2, 17))) == {}
    assert "Dinsdag 19 januari 2027, 19.30 tot 21.30 uur" in said(agenda(stein))


def test_several_days_are_several_events_in_a_calendar(stein: Scratch) -> None:
    """Each with a name of its own: programs know no day without a rule, and Outlook leaves all of it out."""
    loose(stein, "cursus", 'end: "2027-01-12 21:30"\n')
    found = events(read(feeds.activity_calendar(stein.known(), "stein", "cursus", "https://samen.example/")))
    assert [event.one("DTSTART").value for event in found] == [
        "20270112T193000", "20270119T193000", "20270202T193000", "20270216T193000",
    ]  # fmt: skip
    assert [event.one("DTEND").value for event in found][-1] == "20270216T213000"
    assert found[0].one("UID").value == "activiteit-cursus-202701121930@samen.example"
    assert len({event.one("UID").value for event in found}) == 4


def test_one_day_in_a_list_is_a_day_like_any_other(stein: Scratch) -> None:
    stein.write("data/activities/avond.yml", "name: Avond\norganisation: proef\ndates: [2027-01-12]\nplace: Zaal\n")
    when = entry(agenda(stein), "Avond").when
    assert (when.line, when.next) == ("Dinsdag 12 januari 2027", None)
    assert len(events(read(feeds.activity_calendar(stein.known(), "stein", "avond", "")))) == 1


def test_what_is_full_says_so_everywhere_and_goes_on(stein: Scratch) -> None:
    activity(stein, "cursus", "2026-12-10 15:00", "status: full\nregistration: Bel ons.\n")
    context = agenda(stein)
    assert entry(context, "Cursus").full and not entry(context, "Cursus").cancelled
    assert "Vol. Er kan niemand meer bij." in said(context) and "Bel ons." not in said(context)
    (node,) = (node for node in context["json_ld"] if node.get("name") == "Cursus")
    assert node["eventStatus"] == "https://schema.org/EventScheduled"
    assert node["offers"]["availability"] == "https://schema.org/SoldOut"
    (event,) = events(read(feeds.activity_calendar(stein.known(), "stein", "cursus", "")))
    assert event.text("SUMMARY") == "Vol: Cursus"
    assert event.one("STATUS").value == "CONFIRMED"
    (shown,) = organisations.organisation(stein.known(), "proef")["agenda"]
    assert shown.full


def test_what_has_no_date_yet_is_named_and_is_in_no_calendar(stein: Scratch) -> None:
    activity(stein, "ooit", "onbekend", "repeats: {every: jaar}\n")
    context = agenda(stein)
    assert entry(context, "Ooit").when.line == "Elk jaar. Vraag wanneer het is."
    assert {"Ooit", "Week van de Jonge Mantelzorger"} == {e.name for e in context["undated"]}
    feed = read(feeds.feed(stein.known(), "stein", ""))
    assert {event.text("SUMMARY") for event in events(feed)} == {"Dag van de Mantelzorg"}


def test_what_is_for_professionals_alone_stands_apart(stein: Scratch) -> None:
    activity(stein, "scholing", "2026-12-01", "audience: [beroepskrachten, huisartsen]\n")
    activity(stein, "samen", "2026-12-01", "audience: [beroepskrachten, mantelzorgers]\n")
    activity(stein, "vrijwilligersdag", "2026-12-02", "audience: [vrijwilligers]\n")
    stein.write(
        "data/networks/kring.yml",
        """\
        name: Kring
        area: [stein]
        members: []
        meetings: [{start: 2026-11-24 14:00, repeats: {every: maand, on: [4e di]}, place: Elsloo}]
        """,
    )
    context, catalogue = agenda(stein), stein.known()
    assert by_month(context) == {"December 2026": ["Samen", "Vrijwilligersdag"]}
    assert [e.name for e in context["professionals"]] == ["Kring: bijeenkomst", "Scholing"]
    carers, professionals = (
        {event.text("SUMMARY") for event in events(read(made))}
        for made in (feeds.feed(catalogue, "stein", ""), feeds.professional_feed(catalogue, "stein", ""))
    )
    assert carers == {"Samen", "Vrijwilligersdag", "Dag van de Mantelzorg"}
    assert professionals == {"Kring: bijeenkomst", "Scholing"}
    network = events(read(feeds.network_feed(catalogue, "kring", "")))
    assert [event.text("LOCATION") for event in network] == ["Elsloo"]
    shown = networks.network(catalogue, "kring")["meetings"]
    assert [(name, when.line, place) for name, when, place in shown] == [
        (None, "Elke maand op de vierde dinsdag, om 14.00 uur", "Elsloo")
    ]


def test_who_where_what_it_costs_and_whom_to_ring(stein: Scratch) -> None:
    more = (
        'audience: [mantelzorgers, partners]\ncost: {kind: bijdrage, amount: "2,50", note: per keer}\n'
        "registration: Bel vóór maandag.\naddress: {street: Dorpsstraat, number: 1, place: Stein}\n"
    )
    activity(stein, "cursus", "2026-12-01", more)
    words = said(agenda(stein))
    for part in (
        "De kantine", "Dorpsstraat 1", "Wie voor een ander zorgt en partners", "Eigen bijdrage: € 2,50", "per keer",
        "Bel vóór maandag.", "Bel 0800 0000", "Stichting De Proef",
    ):  # fmt: skip
        assert part in words, part


def test_an_activity_takes_from_its_organisation_what_it_leaves_out(stein: Scratch) -> None:
    stein.write("data/municipalities/beek.yml", "name: Beek\n")
    activity(stein, "hier", "2026-12-01")
    activity(stein, "daar", "2026-12-01", "area: [beek]\nphones: [{number: 0800 1234}]\n")
    catalogue = stein.known()
    assert by_month(month_view.agenda(catalogue, "stein")) == {"December 2026": ["Hier"]}
    assert by_month(month_view.agenda(catalogue, "beek")) == {"December 2026": ["Daar"]}
    assert entry(month_view.agenda(catalogue, "beek"), "Daar").action.label == "Bel 0800 1234"


def test_what_an_organisation_did_that_has_ended_is_in_no_agenda(stein: Scratch) -> None:
    activity(stein, "koffie", "2026-12-01")
    assert by_month(agenda(stein)) == {"December 2026": ["Koffie"]}
    stein.organisation("proef", "phones: [{number: 0800 0000}]\nstatus: ended\n")
    assert by_month(agenda(stein)) == {}
    assert b"Koffie" not in feeds.feed(stein.known(), "stein", "")


def test_a_municipality_with_nothing_says_so_and_where_to_go(stein: Scratch) -> None:
    for id in ("dag-van-de-mantelzorg", "week-van-de-jonge-mantelzorger"):
        stein.write(f"data/activities/{id}.yml", f"name: {id}\norganisation: proef\nstart: 2020-01-01\nplace: Hier\n")
    context = agenda(stein)
    assert "Er staat nu niets in de agenda van Stein." in said(context)
    assert 'href="../../stein/hulp/"' in html(context)
    assert "abonnement" not in html(context)
    assert events(read(feeds.professional_feed(stein.known(), "stein", ""))) == []


def test_the_home_has_one_line_and_only_when_something_is_near(stein: Scratch) -> None:
    def line(today: date = TODAY) -> Any:
        return municipality.municipality(stein.known(today), "stein")["agenda"]

    assert line() is None, "what the whole country has is no reason"
    activity(stein, "scholing", "2026-12-01", "audience: [beroepskrachten]\n")
    assert line() is None, "what is for professionals is none either"
    activity(stein, "koffie", "2026-12-01")
    assert line() == ("Agenda: wat er in Stein te doen is", "stein/agenda/")
    assert line(date(2026, 12, 2)) is None


def test_an_organisation_shows_what_it_does(stein: Scratch) -> None:
    activity(stein, "koffie", "2026-11-23 10:00", "repeats: {every: week}\n")
    activity(stein, "uitje", "2026-12-12", "status: cancelled\n")
    activity(stein, "ooit", "onbekend")
    activity(stein, "geweest", "2026-11-01")
    shown = organisations.organisation(stein.known(), "proef")["agenda"]
    assert [(found.name, found.url) for found in shown] == [
        ("Koffie", "stein/agenda/#activiteit-koffie"),
        ("Uitje", "stein/agenda/#activiteit-uitje"),
        ("Ooit", "stein/agenda/#activiteit-ooit"),
    ]
    assert shown[0].when.startswith("De volgende keer: maandag 23 november 2026.")
    assert shown[1].when == "Gaat niet door"


def test_machines_read_the_same(stein: Scratch) -> None:
    more = "end: 2026-11-23 12:00\ncost: {kind: gratis}\nrepeats: {every: maand, on: [4e ma], until: 2027-06-28}\n"
    activity(stein, "koffie", "2026-11-23 10:00", more)
    activity(stein, "online", "2026-12-01", "status: cancelled\n")
    replaced(stein.root / "data/activities/online.yml", "De kantine", "online")
    nodes = {node.get("name"): node for node in agenda(stein)["json_ld"]}
    koffie = nodes["Koffie"]
    assert (koffie["startDate"], koffie["endDate"]) == ("2026-11-23T10:00:00+01:00", "2026-11-23T12:00:00+01:00")
    assert koffie["superEvent"]["eventSchedule"] == {
        "@type": "Schedule", "repeatFrequency": "P1M", "byDay": ["4MO"], "startDate": "2026-11-23",
        "endDate": "2027-06-28", "startTime": "10:00:00", "endTime": "12:00:00", "scheduleTimezone": "Europe/Amsterdam",
    }  # fmt: skip
    assert koffie["isAccessibleForFree"] is True and koffie["location"]["name"] == "De kantine"
    assert nodes["Online"]["eventStatus"] == "https://schema.org/EventCancelled"
    assert nodes["Online"]["location"]["@type"] == "VirtualLocation"
    assert "Week van de Jonge Mantelzorger" not in nodes, "what has no date is no event"


def test_a_page_changes_on_the_day_that_a_date_is_over_and_on_no_other(stein: Scratch) -> None:
    activity(stein, "koffie", "2026-11-23 10:00", "repeats: {every: maand}\n")

    catalogues = [stein.known(date(2026, 11, day)) for day in (22, 23, 24)]
    for url in ("stein/agenda/", "organisaties/proef/"):
        page = plan(catalogues[0], {}).pages[url]
        _, asked = noted(lambda page=page: page.view(catalogues[0], *page.words))
        asked = behind(catalogues[0], asked) - {("catalogue._today",)}  # the line that says when the page was made
        before, same, after = (answers(catalogue, asked) for catalogue in catalogues)
        assert before == same
        assert before != after


def behind(catalogue: Catalogue, asked: Iterable[Question]) -> set[Question]:
    """The questions, with those behind what is shared in the place of that; what is derived counts by its value."""
    shared = catalogue.shared.behind
    found: set[Question] = set()
    for one in asked:
        found |= behind(catalogue, shared[one].asked) if one in shared and shared[one].value is None else {one}
    return found


def answers(catalogue: Catalogue, asked: Iterable[Question]) -> dict[Question, str]:
    """What a catalogue says to the questions that a page asked."""
    things = catalogue.asked.values()
    by_name: dict[str, Callable[..., str]] = {**lookups(catalogue), **{one.name: one.answer for one in things}}
    by_name |= {one.presence: one.is_there for one in things}
    return {one: by_name[one[0]](*one[1:]) if one[0] in by_name else derived(catalogue, one) for one in asked}


def derived(catalogue: Catalogue, name: Question) -> str:
    return derive(catalogue, name, {}).value or ""


@pytest.mark.site
def test_a_subscription_goes_on_under_the_old_names(edition: Path) -> None:
    """The municipality and the activity were called otherwise: whoever subscribed then still gets the same."""
    record(edition, "data/municipalities/beek.yml", "name: Beek\nformerly: [oud-beek]\n")
    more = "start: 2026-12-01\nplace: Hier\narea: [beek, stein]\nformerly: [eerst, daarna]\n"
    record(edition, "data/activities/nu.yml", f"name: Nu\norganisation: steunpunt-stein\n{more}")
    site = build_here(edition)
    feed = (site / "beek/agenda.ics").read_bytes()
    assert (site / "oud-beek/agenda.ics").read_bytes() == feed
    for name in ("nu", "eerst", "daarna"):
        (event,) = events(read((site / f"oud-beek/agenda/{name}.ics").read_bytes()))
        assert event.one("UID").value == "activiteit-eerst@samen.example", "a calendar knows it by its first name"
    assert event.one("URL").value == "https://samen.example/kaart/beek/agenda/#activiteit-nu"


def test_the_page_gives_the_address_to_subscribe_to(small: Path) -> None:
    page = Webpage(small, "stein/agenda/index.html")
    assert "https://samen.example/kaart/stein/agenda.ics" in page.text
    assert page.all("article", id="activiteit-soep-samen")
    targets = {page.target(link) for link in page.links()}
    assert ("stein/agenda.ics", "") in targets and ("stein/agenda/soep-samen.ics", "") in targets
    nodes = json.loads(re.findall(r'<script type="application/ld\+json">(.*?)</script>', page.html)[0])["@graph"]
    soup = next(node for node in nodes if node.get("name") == "Soep samen")
    assert soup["url"] == "https://samen.example/kaart/stein/agenda/#activiteit-soep-samen"


CHATS = "whatsapp: 085 000 01 12\nchat: https://deproef.example/chat\n"


def test_who_registers_with_a_message_finds_where_to_send_it(stein: Scratch) -> None:
    activity(stein, "koffie", "2026-12-08", CHATS)
    found = entry(agenda(stein), "Koffie")
    rows = {row.label: "".join(map(str, row.lines)) for row in found.rows}
    assert "https://wa.me/31850000112" in rows["WhatsApp"] and "https://deproef.example/chat" in rows["Chat"]
    assert "https://wa.me/31850000112" in html(agenda(stein))
    file = feeds.activity_calendar(stein.known(), "stein", "koffie", "").decode().replace("\r\n ", "")
    assert "WhatsApp 085 000 01 12" in file and "Chat https://deproef.example/chat" in file


def test_an_activity_takes_its_chats_from_its_organisation(stein: Scratch) -> None:
    stein.organisation("proef", CHATS)
    activity(stein, "koffie", "2026-12-08")
    activity(stein, "soep", "2026-12-09", "whatsapp: 088 000 0001\n")
    context = agenda(stein)
    assert entry(context, "Koffie").action.href == "https://wa.me/31850000112"
    assert entry(context, "Soep").action.href == "https://wa.me/31880000001"
    whole = stein.known().whole_activities["soep"]
    assert (whole.whatsapp, whole.chat) == ("088 000 00 01", "https://deproef.example/chat")


def test_without_an_address_the_municipality_is_named(tmp_path: Path) -> None:
    """A hall has a name, and there are many of them; what has an address, or is nowhere, says no more than that."""
    scratch = Scratch.stein(tmp_path)
    scratch.organisation("proef")
    address = "address: {street: Weg, number: '1', place: Elsloo}\n"
    for id, more, said in (
        ("zaal", "", ["Stein"]),
        ("adres", address, []),
        ("beide", "area: [stein, beek]\n", ["Stein en Beek"]),
        ("land", "area: landelijk\n", []),
    ):
        activity(scratch, id, "2026-12-05", more)
        rows = entry(agenda(scratch), id.capitalize()).rows
        assert [line for row in rows if row.label in ("Gemeente", "Gemeenten") for line in row.lines] == said, id
    for id, place in (("scherm", "online"), ("thuis", "Bibliotheek Stein")):
        text = f"name: {id.capitalize()}\norganisation: proef\nstart: 2026-12-05\nplace: {place}\n"
        scratch.write(f"data/activities/{id}.yml", text)
        assert [row.label for row in entry(agenda(scratch), id.capitalize()).rows] == ["Waar"]
