"""The coverage of a municipality as one calm picture for a report: a bar for each kind of help.

As a file it stands alone, also in a document, so it carries its own colours: those of the municipality, on white or
paper. In the page it takes the colours and letters of the page, light or dark. No bar is told from another by colour
alone: each says its number, and the three parts are filled, half filled and open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from markupsafe import Markup, escape

from generator.model.colours import LIGHT
from generator.values import dates
from generator.views.coverage.counting import Count, Coverage
from generator.views.pieces.wording import words

WIDTH = 720
"""Of the drawing, in its own units; it fits the width of an A4 page at letters of nine points."""
_BARS = 290
"""Where the bars begin."""
_LONGEST = 270
"""How long a bar can be."""
_ROW = 26
_HEAD = 30
_TOP = 106
_BAR = 16
_HALF = 0.35
"""How much of the accent is in the parts that are half filled."""


def picture(coverage: Coverage) -> bytes:
    """The drawing as an SVG file, the same at every build of the same month."""
    record = coverage.catalogue.municipalities[coverage.municipality].record
    colours = {**LIGHT, **(record.theme.colours if record.theme else {})}
    colours["half"] = _mixed(colours["accent"], colours["card"], _HALF)
    return _COLOUR.sub(lambda found: f'{found[1]}="{colours[found[2]]}"', _drawn(coverage)).encode()


def picture_in_page(coverage: Coverage) -> Markup:
    """The same drawing with its colours left to `coverage.css`."""
    return Markup(
        _COLOUR.sub(lambda found: f'class="bars__{found[2]}"' if found[1] == "fill" else "", _drawn(coverage))
    )


_COLOUR = re.compile(r'(fill|stroke)="@(\w+)"')
"""A colour by its name in the theme, where one has to be filled in."""


def _drawn(coverage: Coverage) -> str:
    t = words("coverage", "picture")
    record = coverage.catalogue.municipalities[coverage.municipality].record
    rows, bottom = _rows(coverage)
    title = t["title"].format(name=record.name)
    said = t["description"].format(rows="; ".join(said for _, _, said in rows if said))
    height = bottom + 34
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}"'
        ' role="img" lang="nl" aria-labelledby="tekening-naam tekening-uitleg"'
        ' font-family="\'Atkinson Hyperlegible Next\', Verdana, sans-serif" font-size="14" fill="@ink">',
        f'<title id="tekening-naam">{escape(title)}</title>',
        f'<desc id="tekening-uitleg">{escape(said)}</desc>',
        f'<rect width="{WIDTH}" height="{height}" fill="@card"/>',
        f'<text x="24" y="40" font-size="22" font-weight="700">{escape(title)}</text>',
        *_legend(),
    ]
    most = max((count.total for _, count, _ in rows if count), default=0)
    y = _TOP
    for label, count, _ in rows:
        if count is None:
            lines.append(f'<text x="24" y="{y + 20}" font-weight="700">{escape(label)}</text>')
            y += _HEAD
            continue
        lines.append(f'<text x="{_BARS - 12}" y="{y + 13}" text-anchor="end">{escape(_short(label))}</text>')
        lines += _bar(y, count, most)
        y += _ROW
    stand = t["as_of"].format(month=dates.in_words(coverage.catalogue.month))
    lines.append(f'<text x="24" y="{bottom + 20}" font-size="13" fill="@muted">{escape(stand)}</text>')
    return "\n".join(lines) + "\n</svg>\n"


Bar = tuple[str, Count | None, str]
"""A label, its count (None for a heading), and what it says in words."""


def _rows(coverage: Coverage) -> tuple[list[Bar], int]:
    """What stands below each other, and where that ends."""
    t = words("coverage", "picture")
    rows: list[Bar] = []
    bottom = _TOP
    for kind in coverage.kinds:
        label = kind.term.label
        if not kind.depth and len(kind.ids) > 1:
            rows.append((label, None, ""))
            bottom += _HEAD
        else:
            count = coverage.of_kind(kind.term.id)
            said = t["row" if count.total else "row_none"].format(label=label, total=count.total, near=count.near)
            rows.append((label, count, said))
            bottom += _ROW
    return rows, bottom


_FILLS = ("@accent", "@half", "@card")
"""Of what is local, regional and national: filled, half filled and open."""


def _legend() -> Iterator[str]:
    """What is filled, half filled and open."""
    t = words("coverage", "picture")
    x = 24
    for fill, label in zip(_FILLS, (t["local"], t["regional"], t["national"]), strict=True):
        square = f'x="{x}" y="62" width="{_BAR}" height="{_BAR}"'
        yield f'<rect {square} fill="{fill}" stroke="@accent" stroke-width="1.5"/>'
        yield f'<text x="{x + 24}" y="75">{escape(label)}</text>'
        x += 60 + 8 * len(label)


def _bar(y: int, count: Count, most: int) -> Iterator[str]:
    """The three parts of a bar side by side, then how many there are in all."""
    t = words("coverage", "picture")
    x = _BARS
    for part, fill in zip(count, _FILLS, strict=True):
        width = max(2, round(_LONGEST * part / most)) if most else 0
        if part:
            yield (
                f'<rect x="{x}" y="{y}" width="{width}" height="{_BAR}" fill="{fill}" stroke="@accent"'
                ' stroke-width="1.5"/>'
            )
            x += width
    if not count.total:
        yield f'<text x="{_BARS}" y="{y + 13}" fill="@warm" font-weight="700">{escape(t["nothing"])}</text>'
        return
    note = "" if count.near else f'<tspan font-weight="400" fill="@warm"> {escape(t["only_far"])}</tspan>'
    yield f'<text x="{x + 8}" y="{y + 13}" font-weight="700">{count.total}{note}</text>'


def _short(label: str) -> str:
    """A label that fits before its bar."""
    return label if len(label) <= 36 else f"{label[:35].rstrip()}…"


def _mixed(colour: str, ground: str, share: float) -> str:
    """So much of a colour over another (`#rrggbb`)."""
    pairs = ((int(colour[i : i + 2], 16), int(ground[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(over * share + under * (1 - share)):02x}" for over, under in pairs)
