"""Pure functions from the catalogue to what a page needs: one module per kind of page.

Every context has `title`, `description`, `trail` (the way to the page), `json_ld`, `canonical` (an address, if
it differs from the page's own), `robots` and `municipality` (whose page it is; None when several share it).
They depend on the day only through `catalogue.today`: on whether something is out of date or over.
"""

from __future__ import annotations

from generator.views.backpacks import backpack, backpacks
from generator.views.booklet import booklet
from generator.views.comparison import comparison
from generator.views.contact import ACUTE, ACUTE_LINES, NATIONAL_LINE
from generator.views.examples import example, examples
from generator.views.finding import finding
from generator.views.lists import a_to_z, listing
from generator.views.networks import network
from generator.views.offers import card, offering
from generator.views.organisations import organisation
from generator.views.parts import Translated, only_place, shared, spot
from generator.views.places import home, kept, local_json, map_json, municipality, not_kept, redirect, shell
from generator.views.route import route_what, route_when, route_who
from generator.views.sources import sources
from generator.views.tools import tool, tools

ALWAYS_SHOWN = (*ACUTE, NATIONAL_LINE.split("/")[0])
"""The organisations that any page may name, by id."""

__all__ = [
    "ACUTE_LINES",
    "ALWAYS_SHOWN",
    "Translated",
    "a_to_z",
    "backpack",
    "backpacks",
    "booklet",
    "card",
    "comparison",
    "example",
    "examples",
    "finding",
    "home",
    "kept",
    "listing",
    "local_json",
    "map_json",
    "municipality",
    "network",
    "not_kept",
    "offering",
    "only_place",
    "organisation",
    "redirect",
    "route_what",
    "route_when",
    "route_who",
    "shared",
    "shell",
    "sources",
    "spot",
    "tool",
    "tools",
]
