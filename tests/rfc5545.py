"""A calendar file held against the rules of RFC 5545, by a reader that knows nothing of what wrote it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_LINE = re.compile(
    r'([A-Za-z0-9-]+)((?:;[A-Za-z0-9-]+=(?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)*):(.*)', re.DOTALL
)
_MOMENT = re.compile(r"[0-9]{8}T[0-9]{6}Z?")
_DAY = re.compile(r"[0-9]{8}")
_ONCE = {"UID", "DTSTAMP", "DTSTART", "DTEND", "RRULE", "SUMMARY", "DESCRIPTION", "LOCATION", "GEO", "URL", "STATUS",
         "TRANSP", "PRODID", "VERSION", "CALSCALE", "TZID"}  # fmt: skip
"""What a component has at most one of (3.6)."""


@dataclass(frozen=True)
class Property:
    """One line of a component."""

    name: str
    parameters: dict[str, str]
    value: str

    @property
    def text(self) -> str:
        """Its value without the signs that protect it (3.3.11)."""
        return re.sub(r"\\([\\;,nN])", lambda found: "\n" if found[1] in "nN" else found[1], self.value)


@dataclass
class Component:
    """What stands between a BEGIN and its END."""

    kind: str
    properties: list[Property] = field(default_factory=list)
    inside: list[Component] = field(default_factory=list)

    def all(self, name: str) -> list[Property]:
        return [found for found in self.properties if found.name == name]

    def one(self, name: str) -> Property:
        (found,) = self.all(name)
        return found

    def text(self, name: str) -> str:
        return self.one(name).text


def read(content: bytes) -> Component:
    """The calendar in a file. Fails on whatever a strict reader would refuse."""
    assert content.endswith(b"\r\n"), "lines end in CRLF (3.1)"
    lines = content.split(b"\r\n")[:-1]
    for line in lines:
        assert len(line) <= 75, f"{len(line)} octets (3.1): {line!r}"
        assert b"\n" not in line and b"\r" not in line, line
        line.decode("utf-8")  # no sign is cut in two
    unfolded = re.sub(rb"\r\n[ \t]", b"", content).decode("utf-8").split("\r\n")[:-1]
    top = Component("")
    open_: list[Component] = [top]
    for text in unfolded:
        found = _LINE.fullmatch(text)
        assert found, f"no property (3.1): {text!r}"
        assert not re.search(r"[\x00-\x08\x0a-\x1f\x7f]", text), f"control characters (3.1): {text!r}"
        name, value = found[1].upper(), found[3]
        if name == "BEGIN":
            open_[-1].inside.append(Component(value))
            open_.append(open_[-1].inside[-1])
        elif name == "END":
            assert open_.pop().kind == value
        else:
            parameters = dict(pair.split("=", 1) for pair in found[2].split(";")[1:])
            open_[-1].properties.append(Property(name, parameters, value))
    assert open_ == [top]
    (calendar,) = top.inside
    _judge(calendar)
    return calendar


def events(calendar: Component) -> list[Component]:
    return [component for component in calendar.inside if component.kind == "VEVENT"]


def _judge(calendar: Component) -> None:
    assert calendar.kind == "VCALENDAR"
    assert calendar.one("VERSION").value == "2.0" and calendar.one("PRODID").value, "3.6"
    assert calendar.inside, "a calendar has a component (3.6)"
    zones = {zone.one("TZID").value for zone in calendar.inside if zone.kind == "VTIMEZONE"}
    for component in _every(calendar):
        names = [found.name for found in component.properties]
        assert not {name for name in names if names.count(name) > 1} & _ONCE, names
        for found in component.properties:
            if "TZID" in found.parameters:
                assert found.parameters["TZID"] in zones, "a zone that is named is told (3.2.19)"
    uids = [event.one("UID").value for event in events(calendar)]
    assert len(uids) == len(set(uids)), "3.8.4.7"
    for event in events(calendar):
        _judge_event(event)


def _judge_event(event: Component) -> None:
    assert event.one("DTSTAMP").value.endswith("Z"), "3.8.7.2"
    start = event.one("DTSTART")
    form = _DAY if start.parameters.get("VALUE") == "DATE" else _MOMENT
    for other in (start, *event.all("DTEND"), *event.all("EXDATE")):
        assert other.parameters.get("VALUE") == start.parameters.get("VALUE"), f"one kind of value (3.6.1): {other}"
        assert all(form.fullmatch(value) for value in other.value.split(",")), other
        assert (form is _DAY) == ("TZID" not in other.parameters), other
    for end in event.all("DTEND"):
        assert end.value > start.value, "3.8.2.2"
    for rule in event.all("RRULE"):
        parts = dict(part.split("=") for part in rule.value.split(";"))
        assert "FREQ" in parts and not {"UNTIL", "COUNT"} <= parts.keys()
        if "UNTIL" in parts:
            assert re.fullmatch(r"[0-9]{8}" + ("" if form is _DAY else "T[0-9]{6}Z"), parts["UNTIL"]), "3.3.10"
    if event.all("STATUS"):
        assert event.one("STATUS").value in ("TENTATIVE", "CONFIRMED", "CANCELLED")


def _every(component: Component) -> Iterator[Component]:
    yield component
    for inner in component.inside:
        yield from _every(inner)
