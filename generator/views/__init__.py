"""Pure functions from the catalogue to what a page needs: one module per kind of page.

Every context has `title`, `description`, `trail` (the way to the page), `json_ld`, `canonical` (an address, if
it differs from the page's own), `robots` and `municipality` (whose page it is; None when several share it).
They depend on the day only through `catalogue.today`: on whether something is out of date or over.
"""

from __future__ import annotations

from generator.views.agenda import agenda
from generator.views.backpacks import backpack, backpacks
from generator.views.booklet import booklet
from generator.views.coming import agenda_print, has_own_agenda, network_agenda_print, organisation_agenda_print
from generator.views.comparison import comparison
from generator.views.contact import ACUTE, ACUTE_LINES, NATIONAL_LINE
from generator.views.coverage import coverage
from generator.views.coverage_picture import picture as coverage_picture
from generator.views.coverage_sheets import offers_sheet, totals_sheet
from generator.views.examples import example, examples
from generator.views.feeds import activity_calendar, feed, network_feed, professional_feed
from generator.views.finding import finding
from generator.views.lists import a_to_z, listing
from generator.views.networks import network
from generator.views.offers import card, offering
from generator.views.organisations import organisation
from generator.views.parts import Translated, only_place, shared, spot
from generator.views.places import home, kept, local_json, map_json, municipality, not_kept, redirect, shell
from generator.views.rings import parties, ring_map
from generator.views.route import route_what, route_when, route_who
from generator.views.sources import sources
from generator.views.tools import tool, tools
from generator.views.worksheets import worksheet, worksheets

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
    "booklet",
    "card",
    "comparison",
    "coverage",
    "coverage_picture",
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
    "offers_sheet",
    "only_place",
    "organisation",
    "organisation_agenda_print",
    "parties",
    "professional_feed",
    "redirect",
    "ring_map",
    "route_what",
    "route_when",
    "route_who",
    "shared",
    "shell",
    "sources",
    "spot",
    "tool",
    "tools",
    "totals_sheet",
    "worksheet",
    "worksheets",
]
