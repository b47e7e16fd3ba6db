"""What somebody did who wrote a line that YAML can't read: its own words tell where it stopped, not what went wrong."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from generator.records.dropped import cut_by_hash, quoted

_REASONS = (
    ("cannot start any token", "tab"),
    ("mapping values are not allowed", "colon"),
    ("expected ',' or", "bracket"),
    ("could not find expected ':'", "no-colon"),
    ("expected <block end>", "indent"),
    ("did not find expected key", "indent"),
    ("did not find expected '-' indicator", "indent"),
    ("unexpected end of stream", "quote"),
    ("unexpected end", "quote"),
    ("escape", "escape"),
    ("control characters", "control"),
    ("special characters", "control"),
)
"""What YAML says, and what that mostly is."""

TABBED = re.compile(r" *\t[ \t]*(?:-[ \t]+)?| *-[ \t]*\t[ \t]*")
"""A line that begins with a tab, or with a dash and a tab."""

_FIELD = re.compile(r"([ \t]*(?:-[ \t]+)*)[\w-]+:(?:[ \t]+(\S.*))?$")
_WORD = re.compile(r"[ \t]*(?:-[ \t]+)*([\w-]+)[ \t]*$")
_AROUND = re.compile(r"""[:-][ \t]+((['"]).*)$""")
_IN_LIST = re.compile(r"[\[,][ \t]*'[^',\]]*'\w")


class Slip(NamedTuple):
    """What went wrong: the key of a text, a value written as it should be, and the column where it begins, if that is
    another than where YAML stopped."""

    reason: str
    quoted: str = ""
    column: int = 0


def reason_of(words: str) -> str:
    """What YAML's own words mostly mean."""
    return next((reason for sign, reason in _REASONS if sign in words), "other")


def slip(reason: str, lines: Sequence[str], row: int) -> Slip:
    """What went wrong on a line where YAML stopped for that reason."""
    line = lines[row] if row < len(lines) else ""
    if TABBED.match(line):
        return Slip("tab")
    if reason == "tab" and "\t" not in line:
        return Slip("sign")
    if reason in ("bracket", "quote", "indent", "no-colon") and cut_by_hash(line):
        return Slip("hash")
    if reason == "colon" and (word := _word_above(lines, row)):
        return Slip("colon-above", f'"{word}"')
    if reason == "colon" and _too_far(lines, row):
        return Slip("too-far", column=len(line) - len(line.lstrip()) + 1)
    if reason == "colon" and (written := _FIELD.match(line)) and written[2]:
        return Slip("colon-in-text", quoted(written[2]))
    if reason == "bracket" and _IN_LIST.search(line):
        return Slip("apostrophe")
    if reason == "indent" and (found := _AROUND.search(line)):
        return Slip("inside", quoted(_between(found[1].strip())))
    return Slip(reason)


def _above(lines: Sequence[str], row: int) -> str:
    return next((line for line in reversed(lines[:row]) if line.strip() and not line.lstrip().startswith("#")), "")


def _word_above(lines: Sequence[str], row: int) -> str:
    """The word above fields that stand further to the right: a colon belongs behind it."""
    before, here = _WORD.match(above := _above(lines, row)), _FIELD.match(lines[row])
    deeper = here is not None and len(here[1]) > len(above) - len(above.lstrip(" -"))
    return before[1] if before and deeper else ""


def _too_far(lines: Sequence[str], row: int) -> bool:
    """Whether a field stands further to the right than the one above it, which has a value already."""
    above = _above(lines, row)
    before, here = _FIELD.match(above), _FIELD.match(lines[row])
    return bool(before and here and before[2] and len(here[1]) > len(before[1]))


def _between(written: str) -> str:
    """A text without the signs around it, where those are the same."""
    return written[1:-1] if len(written) > 1 and written[0] == written[-1] else written


def without_tabs(lines: Sequence[str]) -> tuple[list[str], list[int]]:
    """The lines with spaces where tabs stood, moved to where they most likely belong, and which lines those were."""
    made: list[str] = []
    changed: list[int] = []
    for at, line in enumerate(lines):
        found = TABBED.match(line)
        if found is None:
            made.append(line)
            continue
        changed.append(at)
        dashed = "-" in found[0]
        indent = len(found[0]) - len(found[0].lstrip(" ")) if found[0].lstrip(" ").startswith("-") else None
        if indent is None:
            indent = _indent_of(made, dashed=dashed)
        made.append(" " * indent + ("- " if dashed else "") + line[found.end() :])
    return made, changed


def _indent_of(before: Sequence[str], *, dashed: bool) -> int:
    """How far to the right the next line belongs."""
    for line in reversed(before):
        found = _FIELD.match(line)
        if found is None:
            if line.strip() and not line.lstrip().startswith("#") and not dashed:
                return len(line) - len(line.lstrip(" -"))
            continue
        if not found[2]:
            return len(found[1]) + 2
        if not dashed:
            return len(found[1])
        if "-" in found[1]:
            return found[1].index("-")
    return 0
