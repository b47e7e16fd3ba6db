"""The page with the coverage of a municipality: what there is, and where the gaps are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.formats import jsontext
from generator.model.vocabulary import Term
from generator.texts.listing import joined
from generator.values import dates
from generator.values.slugs import slug
from generator.views.coverage.counting import (
    ALL,
    COUNTRY,
    NONE,
    REGION,
    UNKNOWN,
    WHOLE,
    Comparison,
    Count,
    Counts,
    Coverage,
    Known,
    compared,
    counted,
    shade,
    shades,
)
from generator.views.coverage.picture import picture_in_page
from generator.views.coverage.story import story
from generator.views.pieces import schema_org
from generator.views.pieces.links import Context, Link, carry, home_link
from generator.views.pieces.page import page
from generator.views.pieces.wording import words

MOST = 50
"""As many offers stand in one list of this page; the rest are in the file."""
MOST_PLACES = 10
MOST_GROUPS = 12
"""As many villages and groups of people have a column of their own: more don't fit on paper."""


class Cell(NamedTuple):
    """One count: what is near, what is national, its shade, and where the list behind it is (None for nothing)."""

    near: int
    far: int
    shade: int
    url: str | None


class Row(NamedTuple):
    """A kind of help with its cells. `kinds` are the ids that the search filters by."""

    label: str
    url: str | None
    kinds: str
    depth: int
    head: bool
    """Whether it heads the rows below it."""
    cells: Sequence[Cell]


class Table(NamedTuple):
    """Kinds of help by something else."""

    id: str
    heading: str
    caption: str
    filter: str | None
    """The word of the search's address that a column filters by."""
    columns: Sequence[tuple[str, str]]
    """(value to filter by, label); the first is everything."""
    rows: Sequence[Row]


class Line(NamedTuple):
    """An offer in a list, with what is to be said of it there."""

    name: str
    url: str
    note: str


class List(NamedTuple):
    """A list of offers. `more` says how many there are beyond those shown."""

    id: str
    label: str
    size: int
    share: str
    lines: Sequence[Line]
    more: str | None


def coverage(catalogue: Catalogue, id: str) -> Context:
    """The coverage of a municipality."""
    t = words("coverage")
    name = catalogue.municipalities[id].record.name
    found = counted(catalogue, id)
    steps = shades(max((count.near for (row, _), count in found.by_situation.items() if row), default=0))
    trail = [home_link(catalogue, id)]
    url, title = urls.coverage(id), t["title"].format(name=name)
    description = t["description"].format(name=name)
    node = schema_org.collection(url, title, description)
    return page(title, description, id, trail=trail, here=Link(t["label"], url), node=node) | {
        "sheets": [urls.PROFESSIONAL_SHEET],
        "heading": t["heading"].format(name=name),
        "as_of": t["as_of"].format(month=dates.in_words(catalogue.month)),
        "story": story(found, name),
        "picture": picture_in_page(found),
        "legend": _legend(steps),
        "situations": _by_situation(found, steps),
        "places": _by_place(found, steps),
        "place_text": t["place_text"].format(name=name),
        "place_without": _without(found),
        "place_lists": _place_lists(found, name),
        "audience": _by_audience(found, steps),
        "gaps": _gaps(found),
        "care": _care(found),
        "care_text": t["care_text"].format(total=found.total.total),
        "compared": _comparison(found, compared(found, catalogue.earlier.get(id, ()))),
        "sheet": urls.coverage_sheet(id),
        "find_url": urls.help(id),
        "files": [
            Link(t["file_offers"], urls.coverage_sheet(id)),
            Link(t["file_totals"], urls.coverage_totals(id)),
            Link(t["file_picture"], urls.coverage_picture(id)),
        ],
        "own": _own(found),
    }


# --- in plain words


# --- the tables


def _legend(steps: Sequence[int]) -> list[tuple[int, str]]:
    """Each shade with what it stands for."""
    t = words("coverage")
    lows = (1, *(step + 1 for step in steps))
    made = [(0, str(t["shade_none"]))]
    for number, (low, high) in enumerate(zip(lows, steps, strict=False), 1):
        made.append((number, t["shade_one" if low == high else "shade"].format(low=low, high=high)))
    return made


def _by_situation(coverage: Coverage, steps: Sequence[int]) -> Table:
    t = words("coverage")
    columns = [(term.id, term.label) for term in coverage.catalogue.vocabularies["situations"]]
    return _table(
        coverage, "situatie", t["situation_heading"], t["situation_caption"], "situatie", columns,
        coverage.by_situation, steps,
    )  # fmt: skip


def _by_audience(coverage: Coverage, steps: Sequence[int]) -> Table:
    t = words("coverage")
    every = [term for term in coverage.catalogue.vocabularies["audience"] if (ALL, term.id) in coverage.by_audience]
    largest = sorted(every, key=lambda term: -coverage.by_audience[ALL, term.id].total)[:MOST_GROUPS]
    chosen = {term.id for term in largest}
    columns = [(term.id, term.label) for term in every if term.id in chosen]
    return _table(
        coverage, "wie", t["audience_heading"], t["audience_caption"], "voor", columns, coverage.by_audience, steps
    )


def _by_place(coverage: Coverage, steps: Sequence[int]) -> Table:
    """Villages with something first, the busiest of them; then what is not in one village."""
    t = words("coverage")
    counts = dict(coverage.by_spot)
    columns = [(place, place) for place in _busiest(coverage)]
    others = [place for place in coverage.places if (ALL, place) in counts and (place, place) not in columns]
    if others:
        columns.append((t["place_others"], t["place_others"]))
        for (row, column), count in coverage.by_spot.items():
            if column in others:
                before = counts.get((row, t["place_others"]), Count())
                counts[row, t["place_others"]] = Count(*map(sum, zip(before, count, strict=True)))
    columns += [(spot, t["spots"][spot]) for spot in (WHOLE, REGION, COUNTRY, UNKNOWN) if (ALL, spot) in counts]
    anchors = {column: f"#{_anchor(column)}" for column, _ in columns if column != COUNTRY}
    return _table(coverage, "plek", t["place_heading"], t["place_caption"], None, columns, counts, steps, anchors)


def _busiest(coverage: Coverage) -> list[str]:
    """The villages with most, in the order of their names' list."""
    there = [place for place in coverage.places if (ALL, place) in coverage.by_spot]
    ranked = sorted(there, key=lambda place: (-coverage.by_spot[ALL, place].total, there.index(place)))
    return [place for place in there if place in ranked[:MOST_PLACES]]


def _table(
    coverage: Coverage, id: str, heading: str, caption: str, filter: str | None, columns: list[tuple[str, str]],
    counts: Counts, steps: Sequence[int], anchors: dict[str, str] | None = None,
) -> Table:  # fmt: skip
    """A table of kinds of help by some columns. `anchors` are the lists on this page behind a column."""
    t = words("coverage")
    every = [(ALL, str(t["everything"])), *columns]

    nothing, none = Cell(0, 0, 0, None), Count()

    def cells(row: str, url: str) -> list[Cell]:
        made = []
        for column, _ in every:
            near, far = (count := counts.get((row, column), none)).near, count.national
            target = anchors.get(column, url) if anchors else url
            made.append(Cell(near, far, shade(near, steps), target) if near or far else nothing)
        return made

    municipality = coverage.municipality
    rows = [Row(str(t["everything"]).capitalize(), None, "", 0, True, cells(ALL, urls.help(municipality)))]
    for kind in coverage.kinds:
        url = urls.help(municipality, kind.term.id)
        head = not kind.depth and len(kind.ids) > 1
        depth = max(0, kind.depth - 1)
        rows.append(Row(kind.term.label, url, ",".join(kind.ids), depth, head, cells(kind.term.id, url)))
    if (NONE, ALL) in counts:
        url = f"{urls.help(municipality)}#overig"
        rows.append(Row(t["no_kind"], url, "", 0, False, cells(NONE, url)))
    return Table(id, heading, caption, filter, every, rows)


def _without(coverage: Coverage) -> str | None:
    """The villages that have nothing at a fixed place."""
    missing = [place for place in coverage.places if (ALL, place) not in coverage.by_spot]
    return words("coverage", "place_without").format(places=joined(missing)) if missing else None


# --- the lists


def _place_lists(coverage: Coverage, name: str) -> list[List]:
    """What is where: village by village, then what is not in one village. National help is in every list of the
    site already."""
    t = words("coverage")
    labels = {place: place for place in _busiest(coverage)}
    others = [place for place in coverage.places if place not in labels]
    spots = [(place, [place], place) for place in labels]
    spots.append((t["place_others"], others, str(t["place_others"]).capitalize()))
    spots += [(spot, [spot], t["spot_headings"][spot].format(name=name)) for spot in (WHOLE, REGION, UNKNOWN)]
    made = []
    for id, wanted, label in spots:
        chosen = [known for known in coverage.offers if known.spot in wanted]
        if chosen:
            made.append(_list(coverage, _anchor(id), label, chosen, _kinds_of))
    return made


def _anchor(spot: str) -> str:
    return f"plek-{slug(spot)}"


def _kinds_of(coverage: Coverage, known: Known) -> str:
    help = coverage.catalogue.vocabularies["help"]
    return ", ".join(help.label(id) for id in known.help)


Note = Callable[[Coverage, Known], str]


def _care(coverage: Coverage) -> list[List]:
    """What has to be looked at, each as a list with its count and share."""
    t = words("coverage", "care")

    def since(_: Coverage, known: Known) -> str:
        return words("coverage", "since").format(date=dates.in_words(known.checked)) if known.checked else ""

    def price(_: Coverage, known: Known) -> str:
        return known.price

    def waiting(_: Coverage, known: Known) -> str:
        return known.waiting_time

    wanted: tuple[tuple[str, str, Callable[[Known], bool], Note | None], ...] = (
        ("verouderd", "stale", lambda known: known.stale, since),
        ("zonder-datum", "undated", lambda known: known.undated, None),
        ("zonder-telefoon", "phone", lambda known: not known.rings, None),
        ("kost-geld", "cost", lambda known: _costs(known), price),
        ("kosten-onbekend", "cost_unknown", lambda known: known.cost is None, None),
        ("verwijzing", "referral", lambda known: bool(known.referral), None),
        ("indicatie", "indication", lambda known: bool(known.indication), None),
        ("wachttijd", "waiting", lambda known: known.waits, waiting),
        ("even-niet", "paused", lambda known: known.status == "paused", None),
    )
    return [
        _list(coverage, id, t[label], [known for known in coverage.offers if chosen(known)], note)
        for id, label, chosen, note in wanted
    ]


def _costs(known: Known) -> bool:
    """Whether somebody pays for it: what is reimbursed costs them nothing."""
    return known.cost in ("bijdrage", "betaald", "inkomensafhankelijk")


def _list(coverage: Coverage, id: str, label: str, chosen: Sequence[Known], note: Note | None) -> List:
    left = len(chosen) - MOST
    more = words("coverage", "more").format(count=left) if left > 0 else None
    lines = [_line(coverage, known, note(coverage, known) if note else "") for known in chosen[:MOST]]
    return List(id, label, len(chosen), _share(len(chosen), coverage.total.total), lines, more)


def _line(coverage: Coverage, known: Known, note: str) -> Line:
    url = urls.offering(known.key) + carry(coverage.catalogue, known.area, coverage.municipality)
    reach = words("card", "reach").get(known.reach)
    said = [known.owner, *([reach.lower()] if reach else []), *([note] if note else [])]
    return Line(known.name, url, " · ".join(said))


def _share(part: int, whole: int) -> str:
    """A share in whole percents."""
    share = round(100 * part / whole) if whole else 0
    t = words("coverage")
    return str(t["less_than"] if part and not share else t["percent"].format(share=share))


def _gaps(coverage: Coverage) -> list[tuple[str, list[tuple[str, list[Link]]]]]:
    """(what has gaps, [(which gap, what has it)]), without what has none."""
    t, id = words("coverage"), coverage.municipality
    distant = [kind.term for kind in coverage.single_kinds if kind.term.id in coverage.distant_kinds]
    kinds: list[tuple[str, Iterable[Term]]] = [*coverage.gaps().items(), ("distant", distant)]

    def linked(
        found: Iterable[tuple[str, Iterable[Term]]], address: Callable[[str, str], str]
    ) -> list[tuple[str, list[Link]]]:
        lists = [(t["gaps"][gap], [Link(term.label, address(id, term.id)) for term in terms]) for gap, terms in found]
        return [(label, links) for label, links in lists if links]

    every = [
        (t["gaps_help"], linked(kinds, urls.help)),
        (t["gaps_situations"], linked(coverage.situation_gaps().items(), urls.situation)),
    ]
    return [(heading, lists) for heading, lists in every if lists]


# --- then and now


def _comparison(coverage: Coverage, found: Comparison | None) -> Context | None:
    if found is None:
        return None
    t = words("coverage")

    def difference(count: int) -> str:
        # A minus sign is as wide as a plus.
        return f"+{count}" if count > 0 else f"\u2212{-count}" if count else str(t["same"])

    rows = [
        (
            row.kind.term.label if row.kind else str(t["everything"]).capitalize(),
            (*row.before, row.now),
            difference(row.difference),
        )
        for row in found.rows
    ]
    gone = []
    for past in found.gone:
        # What ended or serves others now still has its page.
        known = past.key in coverage.catalogue.offers
        gone.append(Line(past.name, urls.offering(past.key) if known else "", past.organisation))
    return {
        "text": t["compare_text"].format(date=dates.in_words(found.dates[-1])),
        "dates": [dates.in_words(when) for when in found.dates],
        "rows": rows,
        "new": [_line(coverage, known, "") for known in found.new],
        "gone": gone,
    }


def _own(coverage: Coverage) -> str:
    """What the browser needs to compare with a file of the visitor's own: the words and the kinds of help."""
    t = words("coverage")
    shown = (
        "everything",
        "now",
        "difference",
        "same",
        "new",
        "new_none",
        "gone",
        "gone_none",
        "compare_caption",
        "kind",
        "own_heading",
    )
    said = {**t["own"], **{key: t[key] for key in shown}}
    name = coverage.catalogue.municipalities[coverage.municipality].record.name
    kinds = [[kind.term.id, kind.term.label, kind.ids] for kind in coverage.single_kinds]
    here = {known.key for known in coverage.offers}
    formerly = {old: key for old, key in coverage.catalogue.renamed.items() if key in here and old != key}
    given = {"said": said, "kinds": kinds, "name": name, "formerly": formerly}
    return jsontext.text(given)
