"""Calendar software reads our calendars and comes to the same days: ical.js, which Thunderbird is built on.

It shares no line with what wrote the file or with what expands the dates on our pages.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from generator.building.loading import load
from generator.catalogue.catalogue import Catalogue
from generator.edition import Edition
from generator.exports import agenda as feeds_view
from generator.formats.calendars import Event, calendar
from generator.model.network import Meeting
from generator.model.recurrence import Timed, occurrences
from generator.values.fields import UNDATED
from tests.browser.conftest import Come
from tests.editions import LINDEDAL, ROOT, TODAY
from tests.rfc5545 import events, read

pytestmark = pytest.mark.browser

ICAL = ROOT / "node_modules/ical.js/dist/ical.es5.min.cjs"

EXPAND = """([source, text, first, last]) => {
    const module = {exports: {}};
    new Function("module", "exports", source)(module, module.exports);
    const ICAL = module.exports.default ?? module.exports;
    const calendar = new ICAL.Component(ICAL.parse(text));
    const written = time => time.isDate ? time.toString() : `${time.toString()} ${time.toUnixTime()}`;
    const [from, until] = [first, last].map(day => ICAL.Time.fromDateString(day));
    return calendar.getAllSubcomponents("vevent").map(component => {
        const event = new ICAL.Event(component);
        const found = [];
        const times = event.isRecurring() ? event.iterator() : [event.startDate][Symbol.iterator]();
        const next = () => { const one = times.next(); return event.isRecurring() ? one : one.value; };
        for (let start = next(); start && found.length < 3000; start = next()) {
            const day = ICAL.Time.fromDateString(start.toString().slice(0, 10));
            if (day.compare(until) > 0) break;
            const end = event.isRecurring() ? event.getOccurrenceDetails(start).endDate : event.endDate;
            if (day.compare(from) >= 0) found.push([written(start), written(end)]);
        }
        return {uid: event.uid, summary: event.summary, description: event.description, location: event.location,
            found};
    });
}"""

FIRST, LAST = date(2026, 1, 1), date(2028, 12, 31)
"""Three years with six changes of the clock and a leap day."""


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    loaded = load(Edition.at(LINDEDAL / "mkdocs.yml"), TODAY)
    assert loaded.catalogue is not None
    return loaded.catalogue


def as_thunderbird(page: Page, content: bytes) -> dict[str, Any]:
    """What ical.js makes of a calendar: every event by its UID, with its starts and ends."""
    page.goto("about:blank")
    source = ICAL.read_text("utf-8")
    found = page.evaluate(EXPAND, [source, content.decode("utf-8"), FIRST.isoformat(), LAST.isoformat()])
    return {event["uid"]: event for event in found}


def written(at: date | datetime) -> str:
    """A moment as `EXPAND` writes it: the clock on the wall, and the seconds since 1970."""
    if not isinstance(at, datetime):
        return at.isoformat()
    return f"{at:%Y-%m-%dT%H:%M:%S} {int(at.astimezone(UTC).timestamp())}"


def ours(timed: Timed) -> Iterator[list[str]]:
    """The same from what our pages are made of."""
    for start, end in occurrences(timed, FIRST, LAST):
        last = start if end is None else end
        if not isinstance(last, datetime):
            last += timedelta(days=1)  # where iCalendar lets a whole day end
        yield [written(start), written(last)]


def meeting(start: str, end: str | None = None, **repeats: Any) -> Meeting:
    return Meeting.model_validate({"start": start, "end": end, "repeats": repeats or None})


ODD = [
    meeting("2026-03-02 10:00", "2026-03-02 12:00", every="week"),
    meeting("2026-10-19 23:30", "2026-10-20 00:30", every="week", on=["ma", "wo"], holidays="nee"),
    meeting("2026-11-05 09:00", every="week", interval=2, on=["ma", "do"], until="2027-06-30"),
    meeting("2026-10-25", every="week", until="2027-04-04"),
    meeting("2026-01-31 20:00", "2026-01-31 22:00", every="maand"),
    meeting("2026-01-30 20:00", every="maand", on=["laatste vr", "3e di"]),
    meeting("2026-09-24", every="maand", interval=3, on=["4e do"], **{"except": ["2027-03-25"]}),
    meeting("2026-10-24 12:00", "2026-10-26 12:00", every="jaar"),
    meeting("2026-09-19", "2026-09-20", every="jaar", on=["3e za"]),
    meeting("2026-12-25", every="week", holidays="nee"),
    meeting("2026-03-29 01:30", "2026-03-29 03:30"),
    meeting("2026-06-01"),
]


def of(timed: Iterable[Timed]) -> list[Event]:
    return [
        Event(f"u{number}", TODAY, one, "Naam", "", "", None, "", "Soort", "", False)
        for number, one in enumerate(timed)
    ]


def test_it_finds_the_days_that_our_pages_name(visitor: Come, lindedal: Path) -> None:
    """Every odd way to come back, over changes of the clock, new year, holidays and a leap year."""
    page = visitor(lindedal).page
    content = calendar("Proef", "Proef", "", of(ODD), LAST)
    read(content)
    found = as_thunderbird(page, content)
    assert len(found) == len(ODD)
    for number, timed in enumerate(ODD):
        expected = [*ours(timed)]
        assert expected and found[f"u{number}"]["found"] == expected, timed


def test_it_finds_the_days_of_lindedal(visitor: Come, lindedal: Path, catalogue: Catalogue) -> None:
    """The very files that are on the site: each activity and each meeting, and nothing else."""
    page = visitor(lindedal).page
    apart = {id for id, whole in catalogue.whole_activities.items() if whole.dates}
    dated = {id: whole for id, whole in catalogue.whole_activities.items() if whole.start != UNDATED}
    first = {id: (*catalogue.activities[id].facts.formerly, id)[0] for id in dated}
    feeds = [(lindedal / f"lindedal/{name}.ics").read_bytes() for name in ("agenda", "agenda-professionals")]
    found = {uid.split("@")[0]: event for feed in feeds for uid, event in as_thunderbird(page, feed).items()}
    for id in apart:  # each of its days is an event of its own
        days = [uid for uid in found if uid.startswith(f"activiteit-{first[id]}-")]
        assert [found.pop(uid)["found"][0] for uid in sorted(days)] == [*ours(dated.pop(id))]
    for id, activity in dated.items():
        event = found.pop(f"activiteit-{first[id]}")
        assert event["summary"] in (activity.name, f"Gaat niet door: {activity.name}")
        assert event["location"].startswith(activity.place), "what RFC 5545 protects with a slash is read as it was"
        assert activity.summary in event["description"]
        assert event["found"] == [*ours(activity)], id
    meetings = [meeting for network in catalogue.networks.values() for meeting in network.record.meetings]
    assert sorted(event["found"] for event in found.values()) == sorted([*ours(meeting)] for meeting in meetings)


def test_every_calendar_on_the_sites_keeps_the_rules(lindedal: Path, small: Path, stein: Path) -> None:
    files = [file for site in (lindedal, small, stein) for file in site.rglob("*.ics")]
    assert len(files) > 20
    for file in files:
        read(file.read_bytes())
    assert len(events(read((lindedal / "lindedal/agenda.ics").read_bytes()))) >= 7


def test_texts_survive_whatever_they_hold(visitor: Come, lindedal: Path) -> None:
    """Commas, semicolons, backslashes, lines, signs of four bytes, and what looks like a line of a calendar."""
    hard = "Koffie; thee, en \\n \"soep\": 'ja'\nEND:VEVENT\r\nBEGIN:VALARM 👩‍🦽 " + "é" * 200
    (event,) = of([meeting("2026-06-01")])
    content = calendar("Naam; met, tekens", hard, "https://x.example/?a=b;c,d", [event._replace(text=hard)], LAST)
    (known,) = events(read(content))
    assert known.text("DESCRIPTION") == hard.replace("\r\n", "\n")
    assert as_thunderbird(visitor(lindedal).page, content)["u0"]["description"] == hard.replace("\r\n", "\n")


def test_the_same_records_give_the_same_bytes(lindedal: Path, catalogue: Catalogue) -> None:
    home = "https://www.lindedal.example/"
    assert feeds_view.feed(catalogue, "lindedal", home) == feeds_view.feed(catalogue, "lindedal", home)
    stamps = {event.one("DTSTAMP").value for event in events(read(feeds_view.feed(catalogue, "lindedal", home)))}
    assert f"{TODAY:%Y%m%d}T000000Z" not in stamps and len(stamps) > 2, "stamps come from the records"


def test_the_address_can_be_copied(visitor: Come, lindedal: Path) -> None:
    guest = visitor(lindedal, width=360)
    page = guest.goes_to("lindedal/agenda/")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Kopieer het adres").first.click()
    expect(page.get_by_role("status").first).to_have_text("Het adres is gekopieerd. U kunt het nu plakken.")
    assert page.evaluate("navigator.clipboard.readText()") == f"{guest.root}lindedal/agenda.ics"


def test_one_activity_can_be_taken_along(visitor: Come, lindedal: Path) -> None:
    page = visitor(lindedal, width=360).goes_to("lindedal/agenda/")
    with page.expect_download() as download:
        page.get_by_role("link", name="Thema-avond: slapen als u zorgt").click()
    content = Path(download.value.path()).read_bytes()
    assert [event.text("SUMMARY") for event in events(read(content))] == ["Thema-avond: slapen als u zorgt"]
