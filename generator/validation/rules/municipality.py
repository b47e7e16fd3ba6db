"""A municipality is one of the 342, or says that it is made up; its colours can be read."""

from __future__ import annotations

from collections.abc import Iterator

from generator import urls
from generator.model import colours as theme
from generator.model.municipality import Municipality
from generator.national import layer as national
from generator.national.hints import instead
from generator.national.mergers import mergers
from generator.national.naming import meant
from generator.problems.near import near
from generator.problems.problem import Finding
from generator.texts.listing import either
from generator.validation.rules.walking import Walked, unclear
from generator.values.countries import HOME
from generator.values.countries import name as name_of


def as_the_national_list(walked: Walked) -> Iterator[Finding]:
    """Its file is named as the national list names it, and what it repeats of that list agrees."""
    record = walked.record
    if not isinstance(record, Municipality):
        return
    id = walked.id
    if id in urls.RESERVED:
        yield Finding("reserved-id", (), {"id": id})
    country = national.municipalities()
    official = country.get(id)
    namesakes = [known for known in country.values() if known.name == record.name]
    if record.fictional:
        if official or namesakes:
            yield Finding("municipality-fictional", ("fictional",), {"name": record.name or id})
    elif record.name is None or unclear(record, "fictional", "country"):
        return
    elif official is None and (former := mergers().get(id)) is not None and former.name == record.name:
        return  # by which day it is part of another one is for who knows the day
    elif record.country not in (None, HOME):
        # The islands are on the list, which knows no code of theirs.
        if (official and official.code) or (namesakes and official is None):
            values = {"name": record.name, "country": name_of(record.country)}
            yield Finding("municipality-abroad", ("country",), values)
    elif official is None and namesakes:
        expected = either([known.id for known in namesakes])
        yield Finding("municipality-name", ("name",), {"id": id, "name": record.name, "expected": expected})
    elif official is None and record.merger_date and record.formerly:
        return  # it is new from that day on
    elif official is None:
        yield Finding("municipality-unknown", ("name",), {"name": record.name, "near": instead(record.name, country)})
    elif official.name != record.name:
        yield _misnamed(id, record.name, official.name)
    else:
        for field in ("code", "province"):
            value, official_value = getattr(record, field), getattr(official, field)
            if value is not None and value != official_value:
                values = {"field": field, "value": value, "name": official.name, "expected": official_value}
                yield Finding("municipality-differs", (field,), values)


def _misnamed(id: str, name: str, official: str) -> Finding:
    """Which of the two is wrong, the name or the file's: a file that is named after a municipality is hers, unless the
    name is that of another one."""
    said = meant(name)
    if said is None or said.how != "name":
        return Finding("municipality-misspelled", ("name",), {"id": id, "name": name, "expected": official})
    if id in said.ids:
        return Finding("municipality-written", ("name",), {"name": name, "expected": official})
    return Finding("municipality-name", ("name",), {"id": id, "name": name, "expected": either(said.ids)})


def readable_theme(walked: Walked) -> Iterator[Finding]:
    """An edition's own colours keep the contrast that text and buttons need (WCAG 2.2, 1.4.3 and 1.4.11)."""
    record = walked.record
    if not isinstance(record, Municipality) or not record.theme:
        return
    for group, colours in (("colours", record.theme.colours), ("dark", record.theme.dark)):
        for name in colours:
            if name not in theme.LIGHT:
                values = {"name": name, "near": near(name, theme.LIGHT), "choices": ", ".join(theme.LIGHT)}
                yield Finding("theme-token", ("theme", group, name), values, on_key=True)
    for name, ratio, minimum in theme.ratios(record.theme):
        if ratio < minimum:
            values = {
                "name": name,
                "ratio": f"{ratio:.1f}".replace(".", ","),
                "minimum": str(minimum).replace(".", ","),
            }
            yield Finding("contrast", ("theme",), values)
