"""The ring map as geometry: from who works how closely to lines, dots and words, each in its place.

The municipality is in the middle. The rings are the levels of working together, the closest one inside; the
sectors are the kinds of party. Every party is a dot, with its name beside the rings at the end of a thin line.

No two lines cross and no two labels touch, however many parties there are, because the labels come first: they are
stacked in columns left and right, and the angle of a dot follows from the height of its label. A line runs straight
out from its dot to just beyond the rings and from there straight to its label, so two lines of one side leave the
rings in the order in which they arrive.

`overrides/components/rings/planned.mjs` and what it imports do the same in a browser; a test holds the two together
for any parties, so a change here is a change there. Lengths are in units of the drawing, in which letters are `FONT`
high; x goes right and y goes down from the middle; angles are in radians, clockwise from the x axis.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from math import asin, cos, floor, hypot, inf, pi, radians, sin
from typing import NamedTuple

FONT, SMALL = 17, 16
LINE = 20
"""From one line of a label to the next."""
NAME = 215
"""How wide a label may become before it breaks."""
BETWEEN, ABOVE, CLEAR = 4, 16, 3
"""Empty height between two labels, above a heading, and between a line and a label that it passes."""
TALL, TALLEST = 850, 1900
"""From this height on, the rings grow with the labels; beyond the second, two columns give larger letters on A4."""
RULER = radians(26)
"""Half of the sector at the top that has no parties: there stand the names of the rings."""
BAND = 22
"""How wide the zone beyond the outer ring is: for parties of whom no level is known."""
AROUND, BESIDE, APART, STUB = 26, (28, 70), 26, 6
"""How far lines run straight on beyond the rings; from there to one column of labels, or to two, where lines are
steeper; between two columns; before a label."""


WIDE = 1080
"""A drawing wider than this wants all the room that a page has."""


class Term(NamedTuple):
    """A level or a kind of party."""

    id: str
    label: str


class Party(NamedTuple):
    """Who takes part. Kind and level may be unknown (None) and nothing may be wanted."""

    name: str
    kind: str | None
    level: str | None
    wanted: str | None


class Words(NamedTuple):
    """What the drawing says by itself: in a sector without parties, of an unknown level, of an unknown kind."""

    empty: str
    unknown: str
    other: str


class Shape(NamedTuple):
    """One element of the drawing. `party` is the place in the list of whom it belongs to."""

    tag: str
    style: str
    at: Mapping[str, float | str]
    text: str = ""
    party: int | None = None


class Drawing(NamedTuple):
    """Everything to draw, from back to front. `box` is left, top, width and height."""

    box: Sequence[float]
    columns: int
    shapes: Sequence[Shape]

    @property
    def wide(self) -> bool:
        """Whether it needs more than the width beside which something else fits."""
        return self.box[2] > WIDE


class Sector(NamedTuple):
    """A kind with its parties, the closest first."""

    label: str
    parties: Sequence[int]


class Label(NamedTuple):
    """Words in a column: `style` is kind, name or none; `y` is the height of their middle."""

    style: str
    lines: Sequence[str]
    column: int
    y: float
    party: int | None = None

    @property
    def height(self) -> float:
        return LINE * len(self.lines)


class Group(NamedTuple):
    """The labels of a sector between the heights where it begins and ends."""

    top: float
    bottom: float
    labels: Sequence[Label]


class Side(NamedTuple):
    """The groups on the right (`way` 1) or on the left (-1), from the top down; `height` is that of both."""

    way: int
    height: float
    groups: Sequence[Group]

    @property
    def labels(self) -> list[Label]:
        return [label for group in self.groups for label in group.labels]

    def angle(self, y: float) -> float:
        """Where something is in the circle whose label is at a height."""
        right = RULER - pi / 2 + (pi - RULER) * (y / self.height + 0.5)
        return right if self.way == 1 else pi - right


class Size(NamedTuple):
    """Radii: of the middle and then of each ring's outer edge, from the inside out; and of a dot."""

    edges: Sequence[float]
    dot: float

    @property
    def outer(self) -> float:
        return self.edges[-1]

    def ring(self, number: int) -> tuple[float, float]:
        """The middle of a ring and half its width; the number after the last ring is the zone beyond."""
        if number == len(self.edges) - 1:
            return self.outer + BAND / 2, BAND / 2
        inner, outer = self.edges[number : number + 2]
        return (inner + outer) / 2, (outer - inner) / 2


class Spot(NamedTuple):
    """Where a party is: its angle, and the radii of where it is and where it should be."""

    angle: float
    now: float
    wanted: float | None
    known: bool


def drawing(
    middle: str, levels: Sequence[Term], kinds: Sequence[Term], parties: Sequence[Party], words: Words
) -> Drawing:
    """A ring map. `levels` go from the loosest to the closest; parties of one kind and level keep their order."""
    rank = {level.id: len(levels) - 1 - place for place, level in enumerate(levels)}
    halves = _halves([_labels(sector, parties, words, 1) for sector in _sectors(rank, kinds, parties, words)])
    columns = 1 if max(map(_total, halves)) <= TALLEST else 2
    if columns == 2:
        halves = _halves([_labels(sector, parties, words, 2) for sector in _sectors(rank, kinds, parties, words)])
    tall = max(map(_total, halves))
    size = _size(len(levels), columns, len(parties), tall)
    edge = size.outer + AROUND
    height = max(2 * edge, tall)
    sides = [_side(way, height, half) for way, half in zip((1, -1), halves, strict=True)]
    spots = _spots(sides, rank, parties, size)
    texts = [(line, label.style) for side in sides for label in side.labels for line in label.lines]
    widest = max((width(line, style == "kind") for line, style in texts), default=0.0)
    starts = [edge + BESIDE[columns - 1] + column * (widest + APART) for column in range(columns)]
    beyond = any(not spot.known for spot in spots.values())
    shapes = [
        *_ground(sides, size, beyond),
        *_ruler(levels, size, words.unknown if beyond else ""),
        *_lines(sides, spots, size, edge, starts),
        *_dots(spots, size),
        *_middle(middle, size),
        *_words(sides, starts),
    ]
    half = starts[-1] + widest + 2
    return Drawing([number(-half), number(-height / 2 - 4), number(2 * half), number(height + 8)], columns, shapes)


def _sectors(
    rank: Mapping[str, int], kinds: Sequence[Term], parties: Sequence[Party], words: Words
) -> Iterator[Sector]:
    known = {kind.id for kind in kinds}
    for kind in kinds:
        yield Sector(kind.label, _closest_first(rank, parties, [i for i, p in enumerate(parties) if p.kind == kind.id]))
    if others := [i for i, party in enumerate(parties) if party.kind not in known]:
        yield Sector(words.other, _closest_first(rank, parties, others))


def _closest_first(rank: Mapping[str, int], parties: Sequence[Party], chosen: Sequence[int]) -> list[int]:
    return sorted(chosen, key=lambda place: rank.get(parties[place].level or "", len(rank)))


def _labels(sector: Sector, parties: Sequence[Party], words: Words, columns: int) -> list[Label]:
    """The labels of a sector, from height 0 down: its heading, then names in turn over the columns."""
    heading = wrapped(sector.label, NAME, bold=True)
    found = [Label("kind", heading, 0, LINE * len(heading) / 2)]
    if not sector.parties:
        found.append(_below(found, Label("none", wrapped(words.empty, NAME), 0, 0)))
    for turn, place in enumerate(sector.parties):
        label = Label("name", wrapped(parties[place].name, NAME), turn % columns, 0, place)
        found.append(_below(found, label))
    return found


def _below(above: Sequence[Label], label: Label) -> Label:
    """A label at the least height at which it clears the last ones: in its own column their words, in another their
    lines."""
    y = 0.0
    for other in above[-3:]:
        if other.column == label.column:
            room = (other.height + label.height) / 2 + BETWEEN
        else:
            room = (other if other.column == 0 else label).height / 2 + CLEAR
        y = max(y, other.y + room)
    return label._replace(y=y)


def _height(labels: Sequence[Label]) -> float:
    return max(label.y + label.height / 2 for label in labels)


def _total(groups: Sequence[Sequence[Label]]) -> float:
    """What groups of labels need together."""
    return sum(map(_height, groups)) + ABOVE * len(groups)


def _halves(groups: Sequence[Sequence[Label]]) -> tuple[Sequence[Sequence[Label]], Sequence[Sequence[Label]]]:
    """The groups clockwise from the top, cut where the two sides are most alike: right and left, from the top down."""
    cuts = range(1, len(groups) + 1)
    cut = min(cuts, key=lambda at: abs(_total(groups[:at]) - _total(groups[at:])), default=0)
    return groups[:cut], groups[cut:][::-1]


def _side(way: int, height: float, groups: Sequence[Sequence[Label]]) -> Side:
    """Groups over the whole height, with the same space around each."""
    space = ABOVE + (height - _total(groups)) / max(1, len(groups))
    top, placed = -height / 2, []
    for labels in groups:
        bottom = top + _height(labels) + space
        moved = [label._replace(y=label.y + top + space / 2) for label in labels]
        placed.append(Group(top, bottom, moved))
        top = bottom
    return Side(way, height, placed)


def _size(levels: int, columns: int, parties: int, tall: float) -> Size:
    """The more parties, the wider the rings and the smaller the dots. The inner ring is wide: its circle is short."""
    more = 1 + max(0, tall - TALL) / 1100 if columns == 1 else 1.4
    middle, inner, ring = 52 * more, 46 * more, 27 * more
    edges = [middle, *(middle + inner + ring * place for place in range(levels))]
    return Size(edges, 5.5 if parties <= 45 else 4.5 if columns == 1 else 4)


def _spots(sides: Sequence[Side], rank: Mapping[str, int], parties: Sequence[Party], size: Size) -> dict[int, Spot]:
    """Where each party is. What would touch in a ring stands alternately further in and further out."""
    angles = {label.party: side.angle(label.y) for side in sides for label in side.labels if label.party is not None}
    rings: dict[int, list[int]] = {}
    for place in sorted(angles, key=angles.__getitem__):
        party = parties[place]
        now = rank.get(party.level or "", len(rank))
        wanted = rank.get(party.wanted or "", now)
        for ring in dict.fromkeys((now, wanted)):
            rings.setdefault(ring, []).append(place)
    radii = {
        (ring, place): radius
        for ring, places in rings.items()
        for place, radius in zip(
            places, _staggered([angles[p] for p in places], *size.ring(ring), size.dot), strict=True
        )
    }
    spots = {}
    for place, angle in angles.items():
        now = rank.get(parties[place].level or "", len(rank))
        wanted = rank.get(parties[place].wanted or "", now)
        aim = radii[wanted, place] if wanted != now else None
        spots[place] = Spot(angle, radii[now, place], aim, now < len(rank))
    return spots


def _staggered(angles: Sequence[float], middle: float, room: float, dot: float) -> list[float]:
    """The radii of dots in one ring, in order of angle."""
    touch, reach = 2 * dot + 1.5, room - dot - 1
    radii: list[float] = []
    run: list[float] = []
    for place, angle in enumerate(angles):
        run.append(angle)
        if place + 1 < len(angles) and (angles[place + 1] - angle) * middle < touch:
            continue
        narrowest = min((b - a for a, b in pairwise(run)), default=touch) * middle
        ways = (0.0,) if len(run) == 1 else (-reach, reach) if 2 * narrowest >= touch else (-reach, reach, 0.0)
        radii += [middle + ways[turn % len(ways)] for turn in range(len(run))]
        run = []
    return radii


def _ground(sides: Sequence[Side], size: Size, beyond: bool) -> Iterator[Shape]:
    """Rings that grow darker inward, sectors apart, and no colour where nobody is."""
    if beyond:
        yield Shape("circle", "beyond", {"r": number(size.outer + BAND)})
    for radius in reversed(size.edges[1:]):
        yield Shape("circle", "ground", {"r": number(radius)})
    yield Shape("path", "void", {"d": _wedge(-RULER - pi / 2, RULER - pi / 2, size, 1)})
    for side in sides:
        for group in side.groups:
            ends = side.angle(group.top), side.angle(group.bottom)
            if group.labels[-1].style == "none":
                yield Shape("path", "void", {"d": _wedge(*ends, size, side.way)})
    for radius in reversed(size.edges[1:]):
        yield Shape("circle", "ring", {"r": number(radius)})
    for side in sides:
        for group in side.groups:
            ends = side.angle(group.top), side.angle(group.bottom)
            for angle in ends:
                yield Shape("path", "edge", {"d": _path(_at(angle, size.edges[0]), _at(angle, size.outer))})
            style = "rim rim--none" if group.labels[-1].style == "none" else "rim"
            yield Shape("path", style, {"d": _arc(*ends, size.outer, side.way)})


def _ruler(levels: Sequence[Term], size: Size, unknown: str) -> Iterator[Shape]:
    """The names of the rings, one above the other at the top."""
    names = [level.label for level in reversed(levels)]
    for place, name in enumerate([*names, unknown] if unknown else names):
        radius, half = size.ring(place)
        # Only the inner ring is short enough to need two lines, and wide enough to have them.
        room = (2 * radius * sin(RULER) + 12) * FONT / SMALL if half > SMALL + 1 else inf
        lines = wrapped(name, room, cut=False)
        wide = max(width(line) for line in lines) * SMALL / FONT
        # A ring falls away to both sides: words in the middle between where they and their ends would be.
        y = (hypot(radius, wide / 2) - radius) / 2 - radius
        for line, text in enumerate(lines):
            lower = (line - (len(lines) - 1) / 2) * (SMALL + 1)
            yield Shape("text", "level", {"x": 0, "y": number(y + lower + 0.34 * SMALL)}, text)


def _lines(
    sides: Sequence[Side], spots: Mapping[int, Spot], size: Size, edge: float, starts: Sequence[float]
) -> Iterator[Shape]:
    """From every dot, and from the rim of every sector where nobody is, to its label."""
    for side in sides:
        for label in side.labels:
            if label.style == "kind":
                continue
            spot = spots.get(label.party) if label.party is not None else None
            angle = side.angle(label.y)
            start = max(spot.now, spot.wanted or 0) + size.dot if spot else size.outer
            ends = [(side.way * (starts[column] - STUB), label.y) for column in range(label.column + 1)]
            path = _path(_at(angle, start), _at(angle, edge), *ends)
            yield Shape("path", "line" if spot else "line line--none", {"d": path}, party=label.party)


def _dots(spots: Mapping[int, Spot], size: Size) -> Iterator[Shape]:
    """Where parties are, with an arrow to where they should be."""
    for place, (angle, now, wanted, _) in spots.items():
        if wanted is not None:
            way = -1 if wanted < now else 1
            tip = wanted - way * (size.dot + 1)
            back = tip - way * 6
            wing = asin(3.4 / back)
            head = _path(_at(angle - wing, back), _at(angle, tip), _at(angle + wing, back)) + "Z"
            yield Shape("path", "arrow", {"d": _path(_at(angle, now), _at(angle, back))}, party=place)
            yield Shape("path", "head", {"d": head}, party=place)
    for place, (angle, now, wanted, known) in spots.items():
        if wanted is not None:
            x, y = _at(angle, wanted)
            at = {"cx": number(x), "cy": number(y), "r": number(size.dot - 0.5)}
            yield Shape("circle", "dot dot--wanted", at, party=place)
        x, y = _at(angle, now)
        at = {"cx": number(x), "cy": number(y), "r": number(size.dot if known else size.dot - 1.5)}
        yield Shape("circle", "dot" if known else "dot dot--unknown", at, party=place)


def _middle(name: str, size: Size) -> Iterator[Shape]:
    """The municipality, in letters that fit."""
    radius = size.edges[0]
    yield Shape("circle", "middle", {"r": number(radius)})
    room = 2 * radius - 16
    lines = wrapped(name, room, bold=True)
    font = min(FONT * radius / 52, FONT * room / max(width(line, bold=True) for line in lines))
    for line, text in enumerate(lines):
        y = (line - (len(lines) - 1) / 2) * (font + 2) + 0.34 * font
        yield Shape("text", "place", {"x": 0, "y": number(y), "font-size": number(font)}, text)


def _words(sides: Sequence[Side], starts: Sequence[float]) -> Iterator[Shape]:
    for side in sides:
        for label in side.labels:
            style = f"{label.style} {label.style}--left" if side.way == -1 else label.style
            for line, text in enumerate(label.lines):
                y = label.y + (line - (len(label.lines) - 1) / 2) * LINE + 0.34 * FONT
                at = {"x": number(side.way * starts[label.column]), "y": number(y)}
                yield Shape("text", style, at, text, label.party)


def _at(angle: float, radius: float) -> tuple[float, float]:
    return radius * cos(angle), radius * sin(angle)


def _path(*points: tuple[float, float]) -> str:
    return "M" + "L".join(f"{number(x)},{number(y)}" for x, y in points)


def _arc(start: float, end: float, radius: float, way: int) -> str:
    x, y = _at(end, radius)
    turn = 1 if way == 1 else 0
    return f"{_path(_at(start, radius))}A{number(radius)},{number(radius)},0,0,{turn},{number(x)},{number(y)}"


def _wedge(start: float, end: float, size: Size, way: int) -> str:
    x, y = _at(start, size.edges[0])
    inner, turn = number(size.edges[0]), 0 if way == 1 else 1
    back = f"{_path(_at(end, size.edges[0])).replace('M', 'L')}A{inner},{inner},0,0,{turn},{number(x)},{number(y)}Z"
    return _arc(start, end, size.outer, way) + back


def number(value: float) -> float:
    """To a tenth of a unit: finer than a screen or paper shows. Halves go up, as they do in browsers."""
    tenths = floor(value * 10 + 0.5)
    return tenths / 10 if tenths % 10 else tenths // 10


_WIDTHS = (
    ("ijl.,:;'’‘|! ", 31),
    ('fIrt()[]-/"', 40),
    ("csvyz", 50),
    ("abdeghknopquxEFJLT1237", 58),
    ("ABCDGHKNOPQRSUVXYZ045689+&Ø", 73),
    ("mwMWæ@%", 92),
)
"""How wide characters are at most, in hundredths of their height: whole numbers add up to the same in a browser. The
browser test measures the letters themselves."""
_OTHER = 100
_WIDTH = {letter: wide for some, wide in reversed(_WIDTHS) for letter in some}


def width(text: str, bold: bool = False) -> float:
    """How wide a line is at most. Marks on a letter take no room of their own."""
    apart = text if text.isascii() else unicodedata.normalize("NFD", text)
    known = [_WIDTH.get(letter, _OTHER) for letter in apart if not "\u0300" <= letter <= "\u036f"]
    return sum(known) * FONT * (107 if bold else 100) / 10_000


def wrapped(text: str, room: float, bold: bool = False, cut: bool = True) -> list[str]:
    """A text in lines that fit: broken at spaces and after hyphens. A word that doesn't fit by itself may be `cut`."""
    lines, line = [], ""
    for piece in re.findall(r"\s*(?:[^\s-]+-*|-+)", text):
        if width((line + piece).strip(), bold) <= room:
            line = (line + piece).strip() if not line else line + piece
            continue
        if line:
            lines.append(line)
        line = piece.strip()
        while cut and width(line, bold) > room:
            fits = next(n for n in range(len(line) - 1, 0, -1) if n == 1 or width(line[:n] + "-", bold) <= room)
            lines.append(line[:fits] + "-")
            line = line[fits:]
    return [*lines, line]
