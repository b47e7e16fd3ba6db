"""What makes a page that several municipalities share a local one."""

from __future__ import annotations

from typing import Any

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.texts.spoken import addressing
from generator.views.around.shell import shell
from generator.views.pieces.contact import Counter, counter
from generator.views.pieces.facts import Action
from generator.views.pieces.reach import desk_report
from generator.views.pieces.wording import words


def local_json(catalogue: Catalogue, id: str) -> dict[str, Any]:
    """What makes a page that several municipalities share a local one; the component `locality` reads it.

    Addresses are relative to the root. `counter` has the parts of the counter's card (`lines` are HTML), and
    `counter_young` the same for who is addressed with `je`; `urgent` is the huisartsenpost.
    """
    place = shell(catalogue, id)
    with addressing(young=True):
        for_young = counter(catalogue, id)
    urgent = next((line for line in place["acute"] if line.local), None)
    return {
        "id": id,
        "name": place["name"],
        "home": urls.municipality(id),
        "help": urls.help(id),
        "back": words("locality", "back").format(name=place["name"]),
        "theme": place["theme_css"],
        "logo": place["logo"],
        "counter": _plain(counter(catalogue, id)),
        "counter_young": _plain(for_young),
        # The first links of the foot may be in another language: label, address, language.
        "foot": [
            (heading, [*links, *((told.label, told.url, told.code) for told in place["languages"] if not number)])
            for number, (heading, links) in enumerate(place["foot"])
        ],
        "report": _button(desk_report(catalogue, id)),
        "urgent": {"name": urgent.name, "number": urgent.number, "href": urgent.href}
        if urgent and urgent.number
        else None,
    }


def _button(action: Action | None) -> dict[str, Any] | None:
    return {"label": action.label, "href": action.href, "inside": action.inside} if action else None


def _plain(counter: Counter) -> dict[str, Any]:
    """A counter as plain data."""
    return {
        "heading": counter.heading,
        "text": counter.text,
        "action": _button(counter.action),
        "lines": [str(line) for line in counter.lines],
        "national": {"text": counter.national.text, "action": _button(counter.national.action)}
        if counter.national
        else None,
    }
