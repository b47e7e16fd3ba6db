"""What YAML leaves out without a word: the part of a value behind a comma between braces, or behind a `#`.

Nothing here guesses what somebody meant: it tells what YAML read, and what stands there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from generator.problems.problem import Finding, Path

_SPACE = re.compile(r"\s*")
_CUT = re.compile(r"[ \t]+#(\w[^\n]*)")
_CUT_WHOLE = re.compile(r"[ \t]*:[ \t]+#(\w[^\n]*)")
_NO_SPACE = re.compile(r"([A-Za-z_]+):(\S.*)", re.DOTALL)

Pair = tuple[Any, Any]
"""A key and its value, as nodes."""


class Cut(NamedTuple):
    """What a comma took from a group in braces: the finding, where it stands, and the whole value that was written."""

    finding: Finding
    mark: Any
    key: str
    whole: str | None
    """None where no value was cut: a key stands there alone."""


def by_commas(pairs: Sequence[Pair], text: str, path: Path) -> tuple[list[Pair], list[Cut]]:
    """The pairs of a group in braces that were written as such, and what commas made of the others."""
    kept: list[Pair] = []
    cuts: list[Cut] = []
    loose: list[Any] = []
    for key, value in (*pairs, (None, None)):
        if key is not None and _is_loose(key, value, text):
            loose.append(key)
            continue
        if loose:
            cuts += _cuts(kept[-1] if kept else None, loose, text, path)
            loose = []
        if key is not None:
            kept.append((key, value))
    return kept, cuts


def _is_loose(key: Any, value: Any, text: str) -> bool:
    """Whether a key stands there without even a colon."""
    if key.id != "scalar" or value.id != "scalar" or value.style or value.value:
        return False
    found = _SPACE.match(text, key.end_mark.index)
    return found is None or not text.startswith(":", found.end())


def _cuts(before: Pair | None, loose: Sequence[Any], text: str, path: Path) -> Iterator[Cut]:
    if before is not None and _is_plain(before[1]) and before[0].id == "scalar":
        key, value = before
        whole = " ".join(text[value.start_mark.index : loose[-1].end_mark.index].split())
        rest = " ".join(text[loose[0].start_mark.index : loose[-1].end_mark.index].split())
        values = {"field": key.value, "read": value.value, "rest": rest, "quoted": quoted(whole)}
        yield Cut(Finding("comma-cut", (*path, key.value), values), value.start_mark, key.value, whole)
        return
    for key in loose:
        together = _NO_SPACE.fullmatch(key.value)
        advice = f"{together[1]}: {together[2]}" if together else f"{key.value}: …"
        values = {"field": key.value, "advice": advice}
        yield Cut(Finding("key-alone", (*path, key.value), values), key.start_mark, key.value, None)


def _is_plain(value: Any) -> bool:
    return value.id == "scalar" and not value.style and value.value != ""


def cut_by_hash(text: str) -> bool:
    """Whether a text holds a `#` that may have cut a value short: one with a letter or a digit right behind it. What
    people put behind `# ` is a comment."""
    at = text.find("#", 1)
    while at > 0:
        if text[at - 1] in " \t" and text[at + 1 : at + 2].isalnum():
            return True
        at = text.find("#", at + 1)
    return False


def by_hashes(root: Any, text: str) -> list[tuple[Finding, Any]]:
    """Values without quotes that end at a `#` which need not begin a comment, each with its mark."""
    return list(_hashes(root, text, ())) if root is not None else []


def _hashes(node: Any, text: str, path: Path) -> Iterator[tuple[Finding, Any]]:
    if node.id == "sequence":
        for index, item in enumerate(node.value):
            yield from _hashes(item, text, (*path, index))
    elif node.id == "mapping":
        for key, value in node.value:
            if key.id != "scalar":
                continue
            if value.id == "scalar" and not value.style and not value.value:
                found = _CUT_WHOLE.match(text, key.end_mark.index)
                if found:
                    yield _hash_cut("", found[1], (*path, key.value)), key.start_mark
            else:
                yield from _hashes(value, text, (*path, key.value))
    elif _is_plain(node) and (found := _CUT.match(text, node.end_mark.index)):
        yield _hash_cut(node.value, found[1], path), node.start_mark


def _hash_cut(read: str, cut: str, path: Path) -> Finding:
    cut = cut.rstrip()
    whole = f"{read} #{cut}".strip()
    return Finding("hash-cut", path, {"read": read, "cut": f"#{cut}", "quoted": quoted(whole), "whole": whole})


def quoted(text: str) -> str:
    """A text as a YAML value in which no sign means anything."""
    return f'"{text}"' if '"' not in text and "\\" not in text else "'" + text.replace("'", "''") + "'"
