"""What was counted before: a `dekking.csv` that an edition kept in `data/coverage/<gemeente>/<date>.csv`.

No record in YAML but a file this site gave, so it is read here; what is wrong with it is a Problem like any other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.cache.digests import digest
from generator.edition import Edition
from generator.formats import csvtext
from generator.formats.utf8 import place_of
from generator.problems.near import near
from generator.problems.printable import printable
from generator.problems.problem import Finding, Problem, problem
from generator.records.lying import below, closed_by, is_inside
from generator.values import dates
from generator.values.fields import is_slug

FOLDER = "coverage"
"""Where such files are, in `data/`."""

COLUMNS = ("aanbod", "naam", "organisatie", "soort_id", "bereik")
"""The columns of a `dekking.csv` that a comparison needs; the others may be there or not."""

REACHES = ("lokaal", "regionaal", "landelijk")
MAX_BYTES = 10_000_000
"""Some forty thousand rows: more than a large city has."""


@dataclass(frozen=True, slots=True)
class Past:
    """An offer as it was counted: under which key and name, for which kinds of help, and how far it reached."""

    key: str
    name: str
    organisation: str
    help: tuple[str, ...]
    reach: str


@dataclass(frozen=True, slots=True)
class Earlier:
    """What a municipality had on a date (`2026`, `2026-05` or `2026-05-14`), by key."""

    date: str
    offers: Mapping[str, Past]
    digest: str


def read(edition: Edition, today: date, published: Set[str]) -> tuple[Mapping[str, tuple[Earlier, ...]], list[Problem]]:
    """The earlier counts of each municipality, oldest first, and what is wrong with their files."""
    found: dict[str, list[Earlier]] = {}
    problems: list[Problem] = []
    folder = edition.data / FOLDER
    for lying in () if closed_by(edition.data) else below(str(folder)):
        path, inside = folder / lying.path, Path(lying.path)
        name = printable(edition.shown(path))
        if (strange := lying.finding(FOLDER)) is not None:
            problems.append(problem(name, 1, 1, strange))
            continue
        if inside.name == "README.md":
            continue
        findings = list(_of_name(path, inside, edition, today, published))
        if not any(finding.code != "coverage-elsewhere" for finding in findings):
            earlier, wrong = _read(path, inside.stem)
            problems += [problem(name, line, column, finding) for line, column, finding in wrong]
            if earlier is not None:
                found.setdefault(inside.parts[0], []).append(earlier)
        problems += [problem(name, 1, 1, finding) for finding in findings]
    ordered = {id: tuple(sorted(files, key=lambda file: dates.last_day(file.date))) for id, files in found.items()}
    return ordered, problems


def _of_name(path: Path, inside: Path, edition: Edition, today: date, published: Set[str]) -> Iterator[Finding]:
    """What a file's name says already: of which municipality it is, and when it was saved."""
    if not is_inside(path, edition.root):
        yield Finding("file-outside", (), {"name": inside.name})
    elif len(inside.parts) != 2 or inside.suffix != ".csv" or not dates.is_when(inside.stem):
        yield Finding("coverage-name", (), {"name": inside.name})
    elif dates.first_day(inside.stem) > today:
        yield Finding("coverage-in-future", (), {"date": dates.in_words(inside.stem)})
    elif published and inside.parts[0] not in published:
        id = inside.parts[0]
        yield Finding("coverage-elsewhere", (), {"id": id, "near": near(id, published)})


Wrong = tuple[int, int, Finding]
"""A finding with its line and column."""


def _read(path: Path, when: str) -> tuple[Earlier | None, list[Wrong]]:
    """The counts in a file, or None, and everything that is wrong in it."""
    try:
        content = path.read_bytes()
    except OSError:
        return None, [(1, 1, Finding("file-unreadable"))]
    if len(content) > MAX_BYTES:
        return None, [(1, 1, Finding("file-too-large", (), {"size": len(content), "limit": MAX_BYTES}))]
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return None, [(*place_of(error, content), Finding("coverage-encoding"))]
    offers, wrong = parse(text)
    return (None if wrong else Earlier(when, offers, digest(content))), wrong


def parse(text: str) -> tuple[dict[str, Past], list[Wrong]]:
    """The offers in the text of a `dekking.csv`, each once with all its kinds of help, and what is wrong with it."""
    offers: dict[str, Past] = {}
    wrong: list[Wrong] = []
    header: Sequence[str] | None = None
    try:
        for line, cells in csvtext.rows(text):
            if header is None:
                header = [cell.strip() for cell in cells]
                missing = [column for column in COLUMNS if column not in header]
                if missing:
                    return {}, [(line, 1, Finding("coverage-columns", (), {"missing": ", ".join(missing)}))]
            elif len(cells) != len(header):
                values = {"found": len(cells), "expected": len(header)}
                wrong.append((line, 1, Finding("coverage-row", (), values)))
            else:
                row = dict(zip(header, cells, strict=True))
                faults = [(line, 1, finding) for finding in _of_row(row)]
                wrong += faults
                if not faults:
                    _add(offers, row)
    except csvtext.LooseQuote as loose:
        wrong.append((loose.line, 1, Finding("coverage-quote")))
    if header is None and not wrong:
        wrong.append((1, 1, Finding("coverage-empty")))
    return offers, wrong


def _of_row(row: Mapping[str, str]) -> Iterator[Finding]:
    organisation, _, offering = row["aanbod"].partition("/")
    sound = {
        "aanbod": is_slug(organisation) and is_slug(offering),
        "naam": bool(row["naam"].strip()),
        "organisatie": bool(row["organisatie"].strip()),
        "soort_id": not row["soort_id"] or is_slug(row["soort_id"]),
        "bereik": row["bereik"] in REACHES,
    }
    for column, right in sound.items():
        if not right:
            yield Finding("coverage-value", (column,), {"value": row[column], "column": column})


def _add(offers: dict[str, Past], row: Mapping[str, str]) -> None:
    key, kind = row["aanbod"], row["soort_id"]
    known = offers.get(key)
    help = known.help if known else ()
    if kind and kind not in help:
        help = (*help, kind)
    offers[key] = Past(key, row["naam"], row["organisatie"], help, row["bereik"])
