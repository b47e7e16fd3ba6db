"""The addresses of the site. They never die: what is printed or shared today must work in ten years.

Every address here is relative to the site's root and ends in `/`, such as `stein/hulp/`. `""` is the home.
"""

from __future__ import annotations

RESERVED = frozenset(
    {
        "organisaties",
        "tools",
        "praktijkvoorbeelden",
        "werkbladen",
        "netwerken",
        "rugzak",
        "v",
        "data",
        "over",
        "privacy",
        "toegankelijkheid",
        "klopt-er-iets-niet",
        "voor-professionals",
        "assets",
        "components",
        "scripts",
        "search",
        "hulp",
        "situatie",
        "wegwijzer",
        "agenda",
        "a-z",
        "kennisrugzak",
        "netwerk",
        "dekking",
        "kennisrugzakken",
        "uit-de-bronnen",
        "landelijk",
    }
)
"""First words that belong to the site, so no municipality can have one as its id."""

HOME = ""
TOOLS = "tools/"
EXAMPLES = "praktijkvoorbeelden/"
WORKSHEETS = "werkbladen/"
COMPARISON = "kennisrugzakken/"
"""All kennisrugzakken of the edition side by side."""
SOURCES = "uit-de-bronnen/"
"""Everything that the sources name, with where it works."""
PROFESSIONALS = "voor-professionals/"
ABOUT = "over/"
PRIVACY = "privacy/"
ACCESSIBILITY = "toegankelijkheid/"
KEPT = "rugzak/"
REPORT = "klopt-er-iets-niet/"
WRITTEN = (PROFESSIONALS, ABOUT, PRIVACY, ACCESSIBILITY, REPORT)
"""What an edition writes itself, in `content/`."""


SHARED = frozenset(
    {
        "organisaties",
        "tools",
        "praktijkvoorbeelden",
        "werkbladen",
        "netwerken",
        "kennisrugzakken",
        "uit-de-bronnen",
        "rugzak",
    }
)
"""First words of pages that are of no one municipality: links to them carry where the visitor came from."""


def first_word(url: str) -> str:
    """The first word of an address."""
    return url.split("/", 1)[0]


def municipality(id: str) -> str:
    return f"{id}/"


def help(municipality: str, kind: str | None = None) -> str:
    """Find help: everything, or one kind."""
    return f"{municipality}/hulp/{kind}/" if kind else f"{municipality}/hulp/"


def finding(municipality: str, language: str) -> str:
    """Find help in another language than Dutch, by its code (ISO 639-1)."""
    return f"{municipality}/{language}/"


def situation(municipality: str, id: str) -> str:
    return f"{municipality}/situatie/{id}/"


def route(municipality: str, *answers: str) -> str:
    """The guided route: its first question, or where one or two answers lead."""
    return "/".join([municipality, "wegwijzer", *answers, ""])


def a_to_z(municipality: str) -> str:
    return f"{municipality}/a-z/"


def backpacks(municipality: str) -> str:
    return f"{municipality}/kennisrugzak/"


def backpack(municipality: str, id: str) -> str:
    return f"{municipality}/kennisrugzak/{id}/"


def ring_map(municipality: str) -> str:
    """Who works with whom."""
    return f"{municipality}/netwerk/"


def coverage(municipality: str) -> str:
    """What there is in a municipality and where the gaps are."""
    return f"{municipality}/dekking/"


def coverage_sheet(municipality: str) -> str:
    """The same as a table for a spreadsheet: every offer with its kinds of help and situations."""
    return f"{municipality}/dekking.csv"


def coverage_totals(municipality: str) -> str:
    """The counts alone, by kind of help and situation."""
    return f"{municipality}/dekking-totalen.csv"


def coverage_picture(municipality: str) -> str:
    """The counts by kind of help as a drawing for a report."""
    return f"{municipality}/dekking.svg"


def agenda(municipality: str) -> str:
    return f"{municipality}/agenda/"


def activity(municipality: str, id: str) -> str:
    """Where an activity stands in the agenda of a municipality."""
    return f"{municipality}/agenda/#activiteit-{id}"


def activity_file(municipality: str, id: str) -> str:
    """The calendar file of one activity, to add it to a calendar of one's own."""
    return f"{municipality}/agenda/{id}.ics"


def feed(municipality: str) -> str:
    """The calendar that people subscribe to: everything in the agenda but what is for professionals alone."""
    return f"{municipality}/agenda.ics"


def feed_for_professionals(municipality: str) -> str:
    """The calendar with what is for professionals alone."""
    return f"{municipality}/agenda-professionals.ics"


def booklet(municipality: str, id: str) -> str:
    """A kennisrugzak with everything it names, to print."""
    return f"{municipality}/kennisrugzak/{id}/boekje/"


def organisation(id: str) -> str:
    return f"organisaties/{id}/"


def offering(key: str) -> str:
    """The address of `<organisation>/<offering>`."""
    return f"organisaties/{key}/"


def tool(id: str) -> str:
    return f"{TOOLS}{id}/"


def example(id: str) -> str:
    return f"{EXAMPLES}{id}/"


def worksheet(id: str) -> str:
    return f"{WORKSHEETS}{id}/"


def network(id: str) -> str:
    return f"netwerken/{id}/"


def network_feed(id: str) -> str:
    """The calendar with the meetings of a network."""
    return f"netwerken/{id}/bijeenkomsten.ics"


def library_texts(library: str) -> str:
    """The file with the words of all texts in a list of tools or examples, for who searches there."""
    return f"{library}teksten.json"


LETTERS = "assets/letters/"


def library(file: str) -> str:
    """A file that others made and pages load from here, with its licence beside it."""
    return f"assets/libraries/{file}"


PROFESSIONAL_SHEET = "assets/vakwerk.css"
"""What pages for professionals look like beyond what all pages share."""

THEMES = "assets/thema-"
"""How the addresses of the municipalities' own colours begin."""


def theme(municipality: str) -> str:
    """The stylesheet with a municipality's own colours."""
    return f"{THEMES}{municipality}.css"


WHEREABOUTS = "plaatsen.json"
"""What people call where they live, with which the home of an edition of several municipalities leads to theirs."""

WORDS = "assets/woorden.json"
"""What people say for each kind of help: the search of every municipality reads it."""

MORE_WORDS = "assets/woorden-verder.json"
"""Whole phrases and what means nearly the same, which the search takes in after its first answers."""


OPEN_NOW = "assets/nu-open.json"
"""The days on which most are closed, and what pages say of whether somebody is there now."""


def sayings(language: str) -> str:
    """The file with the words of another language, which the search adds to the Dutch ones."""
    return f"assets/woorden-{language}.json"


def search_index(municipality: str) -> str:
    """The file with which the search of a municipality ranks."""
    return f"{municipality}/zoeken.json"


def search_more(municipality: str) -> str:
    """The file with the words of all texts, which the search of a municipality takes in after its first answers."""
    return f"{municipality}/zoeken-verder.json"


def search_part(municipality: str, number: int, language: str = "") -> str:
    """A file with what results show, from 0; in Dutch unless another language is named."""
    return f"{municipality}/{language}/zoeken/{number}.json" if language else f"{municipality}/zoeken/{number}.json"


def map_data(municipality: str) -> str:
    """The file with the boundary of a municipality: only the map reads it, and only where a boundary is known."""
    return f"{municipality}/kaart.json"


def local(municipality: str) -> str:
    """The file that makes pages of several municipalities local."""
    return f"{municipality}/lokaal.json"


def offline_copy(municipality: str) -> str:
    """The file that says what a browser keeps of a municipality."""
    return f"{municipality}/offline.json"


def not_kept(municipality: str) -> str:
    """What a browser without a network shows in place of a page it has not."""
    return f"{municipality}/niet-bewaard/"


def depth(url: str) -> int:
    """How many folders deep an address is: 0 for the home."""
    return url.count("/")


WORKER = "werker.js"
"""What answers for the site where there is no network; at the root, because it answers for what lies below it."""


def upward(depth: int) -> str:
    """What leads from a page at a depth back to the root: `../../`, or `./` from the home."""
    return "../" * depth or "./"
