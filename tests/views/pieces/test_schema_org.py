"""What machines read: the facts of the records, field by field, in words that schema.org has for them."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.texts.spoken import speaking
from generator.views.agenda import month
from generator.views.help import finding, offers, organisations
from generator.views.knowledge import tools
from generator.views.pieces import schema_org
from tests.editions import TODAY
from tests.scratch import Scratch
from tests.views.pieces.vocabulary import vocabulary
from tests.webpage import finished

HOME = "https://samen.example/kaart/"

LINDE = """\
kind: vrijwilligers
alternate_names: [De Linde]
phones: [{number: 046 433 34 55, label: Kantoor}, {number: 0800 0101}]
email: info@linde.example
address: {street: Dorpsstraat, number: 1a, postcode: 6171 AB, place: Stein, lat: 50.97, lon: 5.77}
identifiers: {kvk: "01234567", agb: "76543210"}
languages: [nl, li]
opening_hours: [{days: [ma], from: "09:00", to: "12:00"}]
offerings:
  - id: vrij
    name: Even vrij
    summary: Iemand neemt de zorg over.
    help: [vervangende-zorg, vervoer]
    audience: [mantelzorgers]
    ages: {from: 18, to: 110}
    cost: {kind: bijdrage, amount: "2,50", note: per keer}
    area: [stein, beek]
    phones: [{number: 06 12 34 56 78, label: Coördinator}]
    website: https://linde.example/vrij
    address: {street: Geheim, number: "9", postcode: 6171 AC, place: Elsloo, lat: 50.95, lon: 5.76, public: nee}
    opening_hours:
      - {days: [ma, di], from: "09:00", to: "12:30", note: inloop}
      - {days: [vr], from: "18:00", to: "24:00"}
  - id: altijd
    name: Altijd iemand
    summary: Dag en nacht een luisterend oor.
    cost: {kind: gratis}
    area: landelijk
    opening_hours: {always: ja}
  - id: verzekerd
    name: Vergoede hulp
    summary: De verzekering betaalt.
    audience: [mantelzorgers, jonge-mantelzorgers]
    cost: {kind: vergoed, note: uit het basispakket}
    opening_hours: {by_appointment: ja}
"""


@pytest.fixture
def scratch(tmp_path: Path) -> Scratch:
    """An organisation of which everything is known that machines may know."""
    made = Scratch.stein(tmp_path)
    made.write("data/municipalities/beek.yml", "name: Beek\n")
    made.organisation("linde", LINDE + "private_reason: De groep heeft alleen dit nummer.\n", name="Stichting De Linde")
    return made


def read(context: dict[str, Any]) -> list[dict[str, Any]]:
    """The nodes of a page, as who reads the page gets them, all said in words that exist."""
    script = re.fullmatch(
        r'<script type="application/ld\+json">(.*)</script>', schema_org.script(context["json_ld"], HOME)
    )
    assert script
    said = json.loads(script[1])
    assert said.pop("@context") == "https://schema.org"
    nodes = said.get("@graph", [said])
    assert [wrong for node in nodes for wrong in vocabulary().wrong(node)] == []
    return list(nodes)


def offer(scratch: Scratch, id: str) -> dict[str, Any]:
    return read(offers.offering(scratch.known(), f"linde/{id}"))[0]


def event(scratch: Scratch, more: str, today: date = TODAY) -> dict[str, Any]:
    """An activity of the organisation, with these lines."""
    scratch.write("data/activities/koffie.yml", f"name: Koffie\norganisation: linde\n{more}")
    nodes = read(month.agenda(scratch.known(today), "stein"))
    return next(node for node in nodes if node.get("name") == "Koffie")


def test_an_organisation_says_who_it_is_and_how_to_reach_it(scratch: Scratch) -> None:
    node, crumbs = read(organisations.organisation(scratch.known(), "linde"))
    assert node == {
        "@type": "NGO",
        "@id": f"{HOME}organisaties/linde/",
        "name": "Stichting De Linde",
        "alternateName": ["De Linde"],
        "description": "Helpt mensen die voor een ander zorgen.",
        "url": "https://deproef.example/",
        "telephone": ["+31464333455", "08000101"],
        "email": "info@linde.example",
        "address": {
            "@type": "PostalAddress",
            "streetAddress": "Dorpsstraat 1a",
            "postalCode": "6171 AB",
            "addressLocality": "Stein",
            "addressCountry": "NL",
        },
        "location": {
            "@type": "Place",
            "address": node["address"],
            "geo": {"@type": "GeoCoordinates", "latitude": 50.97, "longitude": 5.77},
        },
        "areaServed": [{"@type": "AdministrativeArea", "name": "Stein"}],
        "knowsLanguage": ["nl", "li"],
        "identifier": [
            {"@type": "PropertyValue", "propertyID": "KvK", "value": "01234567"},
            {"@type": "PropertyValue", "propertyID": "AGB", "value": "76543210"},
        ],
    }
    assert crumbs["itemListElement"][-1]["name"] == "Stichting De Linde"


def test_what_an_organisation_does_says_for_whom_where_when_and_for_how_much(scratch: Scratch) -> None:
    node = offer(scratch, "vrij")
    assert node == {
        "@type": "Service",
        "@id": f"{HOME}organisaties/linde/vrij/",
        "name": "Even vrij",
        "description": "Iemand neemt de zorg over.",
        "url": f"{HOME}organisaties/linde/vrij/",
        "serviceType": ["Even vrij: vervangende zorg", "Vervoer"],
        "provider": {"@type": "NGO", "@id": f"{HOME}organisaties/linde/", "name": "Stichting De Linde"},
        "areaServed": [
            {"@type": "AdministrativeArea", "name": "Stein"},
            {"@type": "AdministrativeArea", "name": "Beek"},
        ],
        "audience": {
            "@type": "PeopleAudience",
            "audienceType": "Wie voor een ander zorgt",
            "suggestedMinAge": 18,
            "suggestedMaxAge": 110,
        },
        "availableChannel": {
            "@type": "ServiceChannel",
            "serviceUrl": "https://linde.example/vrij",
            "servicePhone": [{"@type": "ContactPoint", "telephone": "+31612345678", "name": "Coördinator"}],
            "serviceLocation": {
                "@type": "Place",
                "address": {"@type": "PostalAddress", "addressLocality": "Elsloo", "addressCountry": "NL"},
            },
            "availableLanguage": ["nl", "li"],
        },
        "hoursAvailable": [
            {
                "@type": "OpeningHoursSpecification",
                "dayOfWeek": ["Monday", "Tuesday"],
                "opens": "09:00",
                "closes": "12:30",
            },
            {"@type": "OpeningHoursSpecification", "dayOfWeek": ["Friday"], "opens": "18:00", "closes": "23:59"},
        ],
        "offers": {"@type": "Offer", "price": "2.50", "priceCurrency": "EUR"},
    }


def test_an_address_that_is_not_public_stands_nowhere(scratch: Scratch) -> None:
    """Not of an offer, not of an organisation, not of an activity: no street, no postcode, no point on the map."""
    hidden = (
        "address: {street: Geheim, number: '9', postcode: 6171 AC, place: Elsloo, lat: 50.95, lon: 5.76, public: nee}"
    )
    scratch.organisation("stil", f"{hidden}\nemail: info@stil.example\n")
    told = [
        offer(scratch, "vrij"),
        read(organisations.organisation(scratch.known(), "stil"))[0],
        event(scratch, f"start: 2026-12-01\n{hidden}\n"),
    ]
    for node in told:
        assert "Elsloo" in str(node)
        assert not re.search("Geheim|6171 AC|geo|50.95|5.76", str(node)), node


def test_what_is_free_and_always_there_says_so(scratch: Scratch) -> None:
    node = offer(scratch, "altijd")
    assert node["offers"] == {"@type": "Offer", "price": "0", "priceCurrency": "EUR"}
    assert node["areaServed"] == [{"@type": "Country", "name": "Nederland"}]
    (hours,) = node["hoursAvailable"]
    assert len(hours["dayOfWeek"]) == 7 and (hours["opens"], hours["closes"]) == ("00:00", "23:59")
    assert "audience" not in node


def test_what_is_not_known_is_not_told(scratch: Scratch) -> None:
    """No price where a note says who pays, no hours by appointment, no ages where none are given."""
    node = offer(scratch, "verzekerd")
    assert not {"offers", "hoursAvailable"} & node.keys()
    assert node["audience"] == {"@type": "Audience", "audienceType": "Wie voor een ander zorgt, Jongeren die zorgen"}
    assert node["availableChannel"]["servicePhone"][0] == {
        "@type": "ContactPoint", "telephone": "+31464333455", "name": "Kantoor",
    }  # fmt: skip


EXACT = """\
languages: [nl, ngt]
offerings:
  - id: peuters
    name: Peutergroep
    summary: Spelen.
    ages: {from: 18 maanden, to: 4}
    villages: [Elsloo]
    postcodes: ["6171"]
    eligibility: Voor wie in Elsloo woont.
    languages: [pap, ngt]
    cost: {kind: betaald, amount: "0,30", per: kilometer}
    availability: {state: full, since: 2026-11-01, until: 2026-12-31}
    wait: 4-6 weken
  - id: wonen
    name: Wonen
    summary: Wonen.
    cost: {kind: betaald, amount: "1.250,00 - 2.000,00"}
    availability: {state: open, since: 2026-01-01}
    wait: geen
  - id: vanaf
    name: Vanaf
    summary: Rijden.
    cost: {kind: inkomensafhankelijk, amount: vanaf 5, per: rit}
    checked: {date: 2026-11-01, source: Website}
    wait: meer dan 1 jaar
"""


def test_for_whom_for_how_much_and_whether_there_is_room(scratch: Scratch) -> None:
    scratch.organisation("linde", EXACT, checked="{date: 2026-03, source: Website}")
    node = offer(scratch, "peuters")
    assert node["audience"] == {
        "@type": "PeopleAudience", "suggestedMinAge": 1.5, "suggestedMaxAge": 4,
        "description": "Voor wie in Elsloo woont.",
    }  # fmt: skip
    within = {"@type": "AdministrativeArea", "name": "Stein"}
    assert node["areaServed"] == [
        {"@type": "Place", "name": "Elsloo", "containedInPlace": within},
        {
            "@type": "Place",
            "address": {"@type": "PostalAddress", "postalCode": "6171", "addressCountry": "NL"},
            "containedInPlace": within,
        },
    ]
    assert node["availableChannel"]["availableLanguage"] == ["pap", "dse"], "signs have a code in ISO 639-3"
    assert node["offers"] == {
        "@type": "Offer",
        "priceSpecification": {
            "@type": "UnitPriceSpecification", "price": "0.30", "priceCurrency": "EUR", "unitText": "kilometer",
        },
        "availability": "https://schema.org/SoldOut",
        "deliveryLeadTime": {"@type": "QuantitativeValue", "minValue": 28, "maxValue": 42, "unitCode": "DAY"},
        "validThrough": "2026-12-31",
    }  # fmt: skip
    wonen = offer(scratch, "wonen")
    assert wonen["offers"] == {
        "@type": "Offer",
        "priceSpecification": {
            "@type": "PriceSpecification", "minPrice": "1250.00", "maxPrice": "2000.00", "priceCurrency": "EUR",
        },
    }, "what was known in March is not told in November"  # fmt: skip
    told = offer(scratch, "vanaf")["offers"]
    assert told["priceSpecification"]["minPrice"] == "5.00" and "maxPrice" not in told["priceSpecification"]
    assert told["deliveryLeadTime"] == {"@type": "QuantitativeValue", "minValue": 365, "unitCode": "DAY"}


@pytest.mark.parametrize(
    ("kind", "organisation", "service"),
    [
        ("gemeente", "GovernmentOrganization", "GovernmentService"),
        ("steunpunt", "NGO", "Service"),
        ("thuiszorg", "Organization", "Service"),
    ],
)
def test_the_kind_of_party_decides_what_it_is(scratch: Scratch, kind: str, organisation: str, service: str) -> None:
    scratch.organisation("wie", f"kind: {kind}\nofferings: [{{id: wat, name: Wat, summary: Helpt.}}]\n")
    catalogue = scratch.known()
    assert read(organisations.organisation(catalogue, "wie"))[0]["@type"] == organisation
    node = read(offers.offering(catalogue, "wie/wat"))[0]
    assert (node["@type"], node["provider"]["@type"]) == (service, organisation)


def test_an_activity_says_when_where_for_whom_and_by_whom(scratch: Scratch) -> None:
    node = event(
        scratch,
        "summary: Drink een kop mee.\nstart: 2026-12-01 10:00\nend: 2026-12-01 12:00\nplace: De kantine\n"
        "address: {street: Plein, number: '2', postcode: 6171 AB, place: Stein}\naudience: [mantelzorgers]\n"
        "cost: {kind: gratis}\n",
    )
    assert node == {
        "@type": "Event",
        "@id": f"{HOME}stein/agenda/#activiteit-koffie",
        "url": f"{HOME}stein/agenda/#activiteit-koffie",
        "name": "Koffie",
        "description": "Drink een kop mee.",
        "startDate": "2026-12-01T10:00:00+01:00",
        "endDate": "2026-12-01T12:00:00+01:00",
        "eventStatus": "https://schema.org/EventScheduled",
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "location": {
            "@type": "Place",
            "name": "De kantine",
            "address": {
                "@type": "PostalAddress",
                "streetAddress": "Plein 2",
                "postalCode": "6171 AB",
                "addressLocality": "Stein",
                "addressCountry": "NL",
            },
        },
        "audience": {"@type": "Audience", "audienceType": "Wie voor een ander zorgt"},
        "isAccessibleForFree": True,
        "offers": {"@type": "Offer", "price": "0", "priceCurrency": "EUR"},
        "organizer": {"@type": "NGO", "@id": f"{HOME}organisaties/linde/", "name": "Stichting De Linde"},
    }


def test_what_comes_back_says_how_apart_from_its_next_time(scratch: Scratch) -> None:
    """An event with a schedule has no day of its own (schema.org of `eventSchedule`): that belongs to each time."""
    node = event(
        scratch,
        "start: 2026-09-07 10:00\nend: 2026-09-07 12:00\n"
        "repeats: {every: week, interval: 2, on: [ma], until: 2027-06-28, except: [2026-10-05, 2027-01-11]}\n",
    )
    assert (node["startDate"], node["endDate"]) == ("2026-11-30T10:00:00+01:00", "2026-11-30T12:00:00+01:00")
    assert "eventSchedule" not in node
    assert node["superEvent"] == {
        "@type": "EventSeries",
        "name": "Koffie",
        "eventSchedule": {
            "@type": "Schedule",
            "repeatFrequency": "P2W",
            "byDay": ["https://schema.org/Monday"],
            "startDate": "2026-09-07",
            "endDate": "2027-06-28",
            "startTime": "10:00:00",
            "endTime": "12:00:00",
            "exceptDate": ["2027-01-11"],
            "scheduleTimezone": "Europe/Amsterdam",
        },
    }


def schedule(scratch: Scratch, start: str, repeats: str) -> dict[str, Any]:
    made: dict[str, Any] = event(scratch, f"start: {start}\nrepeats: {{{repeats}}}\n")["superEvent"]["eventSchedule"]
    return made


def test_holidays_are_days_on_which_it_is_not_there(scratch: Scratch) -> None:
    """As in the calendar to subscribe to: this year and the two after it."""
    out = schedule(scratch, "2026-09-07", "every: week, on: [ma], holidays: nee")["exceptDate"]
    assert out[:2] == ["2027-03-29", "2027-05-17"] and out[-1].startswith("2028-")
    assert "exceptDate" not in schedule(scratch, "2026-09-07", "every: week, on: [ma]")


def test_good_friday_is_a_day_like_others(scratch: Scratch) -> None:
    """Most counters are open then."""
    out = schedule(scratch, "2026-09-04", "every: week, on: [vr], holidays: nee")["exceptDate"]
    assert out == ["2026-12-25", "2027-01-01"]


def test_a_day_of_a_month_is_one_of_that_month(scratch: Scratch) -> None:
    """The second Tuesday of every November is not the second Tuesday of every year."""
    yearly = schedule(scratch, "2025-11-11", "every: jaar, on: [2e di]")
    assert (yearly["repeatFrequency"], yearly["byDay"], yearly["byMonth"]) == ("P1Y", ["2TU"], 11)
    monthly = schedule(scratch, "2026-01-30", "every: maand, on: [laatste vr]")
    assert (monthly["repeatFrequency"], monthly["byDay"]) == ("P1M", ["-1FR"]) and "byMonth" not in monthly


def test_what_is_online_or_called_off_says_so(scratch: Scratch) -> None:
    node = event(
        scratch, "start: 2026-12-01\nplace: online\nstatus: cancelled\nwebsite: https://linde.example/koffie\n"
    )
    assert node["location"] == {"@type": "VirtualLocation", "url": "https://linde.example/koffie"}
    assert node["eventAttendanceMode"] == "https://schema.org/OnlineEventAttendanceMode"
    assert node["eventStatus"] == "https://schema.org/EventCancelled"
    assert (node["startDate"], "endDate" in node) == ("2026-12-01", False)


def test_what_has_no_date_is_no_event(scratch: Scratch) -> None:
    scratch.write("data/activities/ooit.yml", "name: Ooit\norganisation: linde\nstart: onbekend\n")
    assert "Ooit" not in [node.get("name") for node in read(month.agenda(scratch.known(), "stein"))]


def test_a_page_is_in_the_language_it_is_in(scratch: Scratch) -> None:
    catalogue = scratch.known()
    assert read(tools.tools(catalogue))[0]["inLanguage"] == "nl"
    with speaking("en"):
        assert read(finding.finding(catalogue, "stein"))[0]["inLanguage"] == "en"


def test_something_to_read_says_when_it_was_checked(scratch: Scratch) -> None:
    """In whatever precision that is known; `onbekend` is no date."""
    dated = [schema_org.article("x/", "X", "Y", checked) for checked in ("2020", "2026-03", "2026-03-14")]
    assert [node["dateModified"] for node in dated] == ["2020", "2026-03", "2026-03-14"]
    assert all("dateModified" not in schema_org.article("x/", "X", "Y", checked) for checked in ("onbekend", None))
    assert read({"json_ld": dated})


def test_nothing_in_a_text_ends_the_script() -> None:
    node = schema_org.article("x/", "</script><b>&amp;\u2028", "Y")
    script = str(schema_org.script([node], HOME))
    assert script.count("<") == 2 and "&" not in script and "\u2028" not in script
    assert read({"json_ld": [node]})[0]["headline"] == "</script><b>&amp;\u2028"
    assert schema_org.script([], HOME) == ""


def test_the_vocabulary_is_read_right() -> None:
    """The check itself: what schema.org has not, or not there, or not like that, is named."""
    found = vocabulary()
    assert len(found.properties) > 800
    wrong = {
        "Thing: no such type": {"@type": "Thingy"},
        "Service.price: no such property": {"@type": "Service", "price": "2.50"},
        "Offer.price": {"@type": "Offer", "price": {"@type": "Place"}},
        "Offer.offeredBy": {"@type": "Offer", "offeredBy": "iemand"},
        "Event.startDate": {"@type": "Event", "startDate": "morgen"},
        "Event.eventStatus": {"@type": "Event", "eventStatus": "https://schema.org/EventOver"},
        "Event.isAccessibleForFree": {"@type": "Event", "isAccessibleForFree": "ja"},
        "Schedule.byMonth": {"@type": "Schedule", "byMonth": 11.5},
        "OpeningHoursSpecification.dayOfWeek": {"@type": "OpeningHoursSpecification", "dayOfWeek": ["Maandag"]},
        "OpeningHoursSpecification.closes": {"@type": "OpeningHoursSpecification", "closes": "24:30"},
        "Organization.url": {"@type": "Organization", "url": "linde.example"},
        "Audience.suggestedMinAge: no such property": {"@type": "Audience", "suggestedMinAge": 18},
        "Event.attendees: is superseded": {"@type": "Event", "attendees": {"@id": "https://linde.example/#wij"}},
        "Service.provider: Person.vatId": {"@type": "Service", "provider": {"@type": "Person", "vatId": "1"}},
    }
    for said, node in wrong.items():
        (fault,) = found.wrong(node)
        assert fault.startswith(said.replace("Thing:", "Thingy:")), fault
    assert not list(found.wrong({"@type": "Service", "provider": {"@id": "https://linde.example/#wij"}}))


def test_every_page_uses_words_that_exist_as_they_are_meant(stein: Path, lindedal: Path, small: Path) -> None:
    """Each type and property is one of schema.org, stands where it may, and has a value of a kind it may have."""
    wrong: dict[str, str] = {}
    kinds = set()
    for site in (stein, lindedal, small):
        for page in finished(site).values():
            for node in page.json_ld():
                kinds.add(node["@type"])
                wrong |= {
                    re.sub(r"'[^']*'", "…", said, count=1): f"{page}: {said}" for said in vocabulary().wrong(node)
                }
    assert not wrong, "\n".join(wrong.values())
    assert {"NGO", "Organization", "GovernmentOrganization", "Service", "GovernmentService", "Event", "Article",
            "CollectionPage", "BreadcrumbList"} <= kinds  # fmt: skip
