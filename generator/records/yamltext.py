"""YAML as records use it: every scalar is text, and every value knows its place.

Nothing in a record is executed or expanded: tags, anchors, aliases, doubled keys and deep nesting are
Findings. libyaml does the parsing; composing nodes rather than objects keeps line and column at no cost.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import yaml
from yaml.cyaml import CParser  # type: ignore[attr-defined]

from generator.problems.problem import Finding, Path
from generator.records.dropped import Cut, by_commas, by_hashes, cut_by_hash
from generator.records.slips import reason_of, slip

MAX_DEPTH = 12
"""No record nests deeper than eight; more is a slip of the indentation, or an attack."""

_TRICK = re.compile(r"(?:^|[-:,\[{?])[ \t]*(?:[&*][^\s*]|!)", re.MULTILINE)
_DEEP = re.compile(r"[ \t?:-]{30}")

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
"""Signs nobody sees and that no text needs; only between double quotes can YAML hold them."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a file: line and column, both from 1."""

    line: int
    column: int


class Located(Exception):
    """Parsing stopped: one Finding at a known place. Never leaves this module's callers."""

    def __init__(self, finding: Finding, place: Place) -> None:
        super().__init__(finding.code)
        self.finding = finding
        self.place = place


class Document:
    """A parsed YAML text: `data` as mappings, lists and text, and the `place` of everything in it."""

    def __init__(self, text: str, first_line: int = 1) -> None:
        """Parse `text`, whose first line is line `first_line` of its file. Raises `Located`."""
        self._text = text
        self._shift = first_line - 1
        self._repeats: list[tuple[Finding, Any]] = []
        self._refused: list[Finding] = []
        self.gaps = False
        """Whether something in it has no value."""
        if _suspect(text):
            self._refuse_tricks(text)
        try:
            self._root: Any = _Composer(text).get_single_node()
        except yaml.YAMLError as error:
            raise self._syntax(error) from None
        self.data = None if self._root is None else self._value(self._root, ())
        if cut_by_hash(text):
            self._repeats += by_hashes(self._root, text)

    def findings(self) -> list[tuple[Finding, Place]]:
        """What is wrong though it could be read: doubled keys, keys that are no text, what YAML left out."""
        refused = [(finding, self.place(finding.path, finding.on_key)) for finding in self._refused]
        return [(finding, self._place_of(mark)) for finding, mark in self._repeats] + refused

    def refuse(self, finding: Finding) -> None:
        """Add a Finding of who reads this document."""
        self._refused.append(finding)

    def place(self, path: Path, on_key: bool = False) -> Place:
        """Where the value at `path` starts; of what is missing, where the nearest thing around it starts."""
        node = self._root
        if node is None:
            return Place(1 + self._shift, 1)
        mark = node.start_mark
        for step in path:
            below = None
            if node.id == "mapping":
                for key, value in node.value:
                    if key.value == step:
                        below, mark = value, key.start_mark if on_key or _empty(value) else value.start_mark
                        break
            elif node.id == "sequence" and isinstance(step, int) and step < len(node.value):
                below = node.value[step]
                mark = below.start_mark
            if below is None:
                break
            node = below
        return self._place_of(mark)

    def in_braces(self, path: Path) -> bool:
        """Whether the fields at `path` stand between braces, where a comma ends a value."""
        node = self._root
        for step in path:
            if node.id == "mapping":
                node = next((value for key, value in node.value if key.value == step), None)
            else:
                node = node.value[step] if isinstance(step, int) and node.id == "sequence" else None
            if node is None:
                return False
        return node.id == "mapping" and bool(node.flow_style)

    def _place_of(self, mark: Any) -> Place:
        return self._place_at(mark.index)

    def _place_at(self, index: int) -> Place:
        """By the lines that an editor counts: YAML also ends one at signs that nobody sees."""
        line = bisect_right(self._starts, index)
        return Place(line + self._shift, index - self._starts[line - 1] + 1)

    @cached_property
    def _starts(self) -> list[int]:
        """Where each line starts."""
        return [0, *(end.end() for end in re.finditer("\n", self._text))]

    def _value(self, node: Any, path: Path) -> Any:
        kind = node.id
        if kind == "scalar":
            if node.style == '"' and _CONTROL.search(node.value):
                self._repeats.append((Finding("control-character", path), node.start_mark))
            if _empty(node):
                self.gaps = True
                return None
            return node.value
        if len(path) >= MAX_DEPTH:
            raise Located(Finding("too-deep", (), {"limit": MAX_DEPTH}), self._place_of(node.start_mark))
        if kind == "sequence":
            return [self._value(item, (*path, index)) for index, item in enumerate(node.value)]
        mapping: dict[str, Any] = {}
        pairs = node.value
        cuts: Sequence[Cut] = ()
        if node.flow_style and any(value.value == "" and not value.style for _, value in pairs):
            pairs, cuts = by_commas(pairs, self._text, path)
            self._repeats += [(cut.finding, cut.mark) for cut in cuts]
        for key, value in pairs:
            if key.id != "scalar":
                self._repeats.append((Finding("key-not-text", path), key.start_mark))
                continue
            name = key.value
            if name in mapping:
                finding = Finding("duplicate-key", (*path, name), {"key": name}, on_key=True)
                self._repeats.append((finding, key.start_mark))
                continue
            mapping[name] = self._value(value, (*path, name))
        if cuts:  # what was written counts, so that what else is wrong with it is said as well
            mapping |= {cut.key: cut.whole for cut in cuts if cut.whole is not None and cut.key in mapping}
        return mapping

    def _refuse_tricks(self, text: str) -> None:
        """Raise for anchors, aliases, tags, several documents and deep nesting, without recursion."""
        depth = documents = 0
        parser = _Composer(text)
        try:
            while parser.check_event():
                event: Any = parser.get_event()
                code = None
                if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                    code = "anchor"
                elif getattr(event, "tag", None):
                    code = "tag"
                elif isinstance(event, yaml.DocumentStartEvent):
                    documents += 1
                    code = "several-documents" if documents > 1 else None
                elif isinstance(event, yaml.CollectionStartEvent):
                    depth += 1
                    code = "too-deep" if depth > MAX_DEPTH else None
                elif isinstance(event, yaml.CollectionEndEvent):
                    depth -= 1
                if code:
                    raise Located(Finding(code, (), {"limit": MAX_DEPTH}), self._place_of(event.start_mark))
        except yaml.YAMLError as error:
            raise self._syntax(error) from None

    def _syntax(self, error: yaml.YAMLError) -> Located:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        start = getattr(error, "context_mark", None) or mark
        words = f"{getattr(error, 'context', '')} {getattr(error, 'problem', '')} {getattr(error, 'reason', '')}"
        reason = reason_of(words)
        if mark is not None:  # what should have been closed or finished is reported where it starts
            place = self._place_of(start if reason in ("bracket", "no-colon", "quote") else mark)
        else:  # a reader error knows only how many characters came before it
            before = self._text.encode()[: getattr(error, "position", 0) or 0].decode(errors="replace")
            place = self._place_at(len(before))
        found = slip(reason, self._text.split("\n"), place.line - 1 - self._shift)
        place = Place(place.line, found.column or place.column)
        return Located(Finding("yaml-syntax", (), {"reason": found.reason, "quoted": found.quoted}), place)


class _Composer(CParser):
    """libyaml's parser without a resolver: tags are neither guessed nor obeyed."""

    def resolve(self, kind: Any, value: Any, implicit: Any) -> str:  # noqa: ARG002
        return "text"

    def descend_resolver(self, current_node: Any, current_index: Any) -> None:
        pass

    def ascend_resolver(self) -> None:
        pass


def _suspect(text: str) -> bool:
    """Whether a text may hold a trick: only such a text is read event by event first. Cheapest question first."""
    return (
        (("&" in text or "*" in text or "!" in text) and _TRICK.search(text) is not None)
        or text.startswith(("---", "..."))
        or "\n---" in text
        or "\n..." in text
        or text.count("[") + text.count("{") > 300
        or _DEEP.search(text) is not None
    )


def _empty(node: Any) -> bool:
    """Whether a scalar stands for nothing: `key:`, `key: ~` or `key: null`, without quotes."""
    return node.id == "scalar" and not node.style and node.value in ("", "~", "null")
