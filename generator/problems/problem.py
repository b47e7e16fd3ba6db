"""What can be wrong with a record, as a value.

A fault never raises out of a stage. It becomes a `Finding` where it is found (a place inside one record)
and a `Problem` once the stage knows the file, line and column. Only `reporters` turns it into text.

Every code has a message and a hint in `texts/nl/problems.yml`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from generator.problems.printable import printable
from generator.texts.sentences import filled
from generator.texts.spoken import text

Severity = Literal["fault", "warning", "notice"]
"""What stops a build, what stops it under `--strict`, and what is only good to know."""
Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong at `path` inside one record; `values` fill the message of `code`."""

    code: str
    path: Path = ()
    values: Mapping[str, Any] = field(default_factory=dict)
    on_key: bool = False
    """Point at the key instead of at its value (an unknown field, a doubled key)."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """A `Finding` with its place: `file` as given, `line` and `column` from 1."""

    file: str
    line: int
    column: int
    path: str
    code: str
    severity: Severity
    message: str
    hint: str


WARNINGS = frozenset(
    {
        "address-readable",
        "answer-alone",
        "backpack-elsewhere",
        "backpack-unchecked",
        "coverage-elsewhere",
        "empty-section",
        "file-document",
        "ended-without-pointer",
        "hard-to-read",
        "hours-night",
        "html-in-text",
        "location-without-address",
        "merger-ahead",
        "merger-unprepared",
        "missing-section",
        "municipality-alone",
        "municipality-merged",
        "named-not-listed",
        "no-contact",
        "no-counter",
        "no-first-step",
        "no-help",
        "no-place",
        "number-in-text",
        "old-area",
        "no-report-address",
        "no-site-url",
        "no-urgent",
        "page-missing",
        "pause-over",
        "place-unknown",
        "postcode-elsewhere",
        "price-without-unit",
        "private-name",
        "reaches-nobody",
        "repeats-short-month",
        "replaces-nothing",
        "room-in-words",
        "room-over",
        "room-stale",
        "section-without-records",
        "same-agb",
        "same-kvk",
        "same-organisation",
        "setting-empty",
        "setting-nothing",
        "setting-unknown",
        "shouting",
        "stale",
        "unknown-folder",
        "url-insecure",
        "wait-in-words",
    }
)
"""The codes that stop a build only under `--strict`. Every other code is a fault, but for these."""

NOTICES = frozenset({"national-replaced", "no-addresses", "no-organisation", "terms-replaced"})
"""The codes of what is as somebody wants it, and must not go unseen."""


_CLOSED = frozenset({"folder-unreadable", "folder-expected"})
"""The codes that say that nobody can look into a folder."""

_UNJUDGED = frozenset({"address-gone", "boundary-file", "link-gone", "logo-file", "page-missing", "unknown-reference"})
"""And those that say that something isn't there: as long as a folder is closed, nobody knows."""


def judged(problems: Iterable[Problem]) -> list[Problem]:
    """The problems that can be judged, each once."""
    every = {*problems}
    closed = any(problem.code in _CLOSED for problem in every)
    return sorted(problem for problem in every if not closed or problem.code not in _UNJUDGED)


def severity_of(code: str) -> Severity:
    """How grave a code is."""
    return "warning" if code in WARNINGS else "notice" if code in NOTICES else "fault"


def problem(file: str, line: int, column: int, finding: Finding) -> Problem:
    """The `Problem` for a `Finding` at a known place, worded in Dutch."""
    words = text("problems", finding.code)
    values = {"near": "", "why": "", **{name: _fitting(name, value) for name, value in finding.values.items()}}
    return Problem(
        file=file,
        line=line,
        column=column,
        path=written_path(finding.path),
        code=finding.code,
        severity=severity_of(finding.code),
        message=filled(words["message"], values),
        hint=filled(words["hint"], values).strip(),
    )


def written_path(path: Path) -> str:
    """`("phones", 0, "number")` as people write it: `phones[0].number`."""
    written = ""
    for step in path:
        written += f"[{step}]" if isinstance(step, int) else f".{step}" if written else step
    return written


_OURS = frozenset({"near", "choices", "how"})
"""The values that are sentences of ours: those say all they have to say."""


def _fitting(name: str, value: object) -> object:
    return _shortened(value, 1_000 if name in _OURS else 120)


def _shortened(value: object, limit: int) -> object:
    """A value as it may stand in a message: on one line, not too long, and without signs that steer a terminal."""
    if not isinstance(value, str):
        return value
    line = printable(" ".join(value.splitlines()))
    return line if len(line) <= limit else line[: limit - 1] + "…"
