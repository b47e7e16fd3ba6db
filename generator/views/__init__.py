"""Pure functions from the catalogue to what a page needs: one module per kind of page.

Every context has `title`, `description`, `trail` (the way to the page), `json_ld`, `canonical` (an address, if
it differs from the page's own), `robots` and `municipality` (whose page it is; None when several share it).
They depend on the day only through `catalogue.today`: on whether something is out of date or over.
"""

from __future__ import annotations

from generator.views.agenda import agenda
from generator.views.coming import agenda_print, has_own_agenda, network_agenda_print, organisation_agenda_print
from generator.views.contact import ACUTE, ACUTE_LINES, NATIONAL_LINE
from generator.views.feeds import activity_calendar, feed, network_feed, professional_feed
from generator.views.finding import finding
from generator.views.knowledge import backpack, backpacks, example, examples, tool, tools
from generator.views.lists import a_to_z, listing
from generator.views.networks import network
from generator.views.offers import card, offering
from generator.views.organisations import organisation
from generator.views.parts import Translated, only_place, shared, spot
from generator.views.places import home, kept, local_json, map_json, municipality, not_kept, redirect, shell
from generator.views.route import route_what, route_when, route_who

ALWAYS_SHOWN = (*ACUTE, NATIONAL_LINE.split("/")[0])
"""The organisations that any page may name, by id."""

__all__ = [
    "ACUTE_LINES",
    "ALWAYS_SHOWN",
    "Translated",
    "a_to_z",
    "activity_calendar",
    "agenda",
    "agenda_print",
    "backpack",
    "backpacks",
    "card",
    "example",
    "examples",
    "feed",
    "finding",
    "has_own_agenda",
    "home",
    "kept",
    "listing",
    "local_json",
    "map_json",
    "municipality",
    "network",
    "network_agenda_print",
    "network_feed",
    "not_kept",
    "offering",
    "only_place",
    "organisation",
    "organisation_agenda_print",
    "professional_feed",
    "redirect",
    "route_what",
    "route_when",
    "route_who",
    "shared",
    "shell",
    "spot",
    "tool",
    "tools",
]
