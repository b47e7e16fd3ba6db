"""Whatever stands in a file, reading it never fails: it gives a record, or faults with a place and words.

About a thousand cases in `make test`, more than ten thousand in `make fuzz`.
"""

from __future__ import annotations

import json
import os
from functools import cache
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from generator.formats import jsontext
from generator.model.anatomy import anatomy, models_in
from generator.model.kinds import KINDS
from generator.model.vocabulary import VOCABULARIES
from generator.national.layer import FOLDER as NATIONAL
from generator.problems.problem import severity_of
from generator.records.files import RecordFile
from generator.validation.content import read_content
from generator.validation.facts import again, kept
from generator.validation.reading import Reading
from generator.validation.rules.checks import checked_in_time
from generator.validation.rules.references import UNREAD, known_ids
from tests.editions import TODAY
from tests.scratch import VALID

FUZZ = bool(os.environ.get("MANTELKAART_FUZZ"))
CASES = 400 if FUZZ else 40
"""For each of eight kinds and four ways."""

way = settings(
    max_examples=CASES,
    deadline=None,
    derandomize=not FUZZ,
    database=None,
    phases=[phase for phase in Phase if phase is not Phase.explain],  # of a large tree it may never end
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example],
)
every_kind = pytest.mark.parametrize("kind", KINDS)
KNOWN = {
    kind: frozenset({"stein", "lotgenoten"})
    for kind in (*KINDS, *VOCABULARIES, UNREAD, "record", "organisation-or-offering")
}


def survives(kind: str, content: bytes) -> None:
    """Read it, and hold what comes of it against what everybody downstream relies on."""
    id = "stein/fuzz" if kind == "backpack" else "fuzz"
    file = RecordFile("fuzz", "fuzz", kind, id, national=False)

    facts, found, blob = read_content(file, content)

    lines = content.decode("utf-8", "replace").replace("\r\n", "\n").split("\n")
    reading = Reading(file, "", facts, found, (lambda: blob) if blob else None)
    for problem in reading.problems(lambda finding: finding, lambda *_: True):
        assert 1 <= problem.line <= len(lines), problem
        assert 1 <= problem.column <= len(lines[problem.line - 1].encode()) + 1, problem
        assert problem.message and problem.hint and "\n" not in problem.message, problem
        assert problem.message.isprintable(), problem
    note = json.loads(jsontext.written([kept(facts), found]))
    assert (again(kind, note[0]), note[1]) == (facts, [list(one) for one in found]), "both are kept as JSON"
    assert blob or any(severity_of(code) == "fault" for _, _, _, code, _ in found), "nothing is lost in silence"
    if blob:
        KINDS[kind].model.model_validate_json(blob)
    list(known_ids(facts, id, KNOWN, lambda kind, written: ""))
    list(checked_in_time(facts, TODAY))


def test_there_are_enough_cases() -> None:
    assert len(KINDS) * 4 * CASES >= (10_000 if FUZZ else 1_000)


# --- anything at all


@every_kind
@way
@given(content=st.binary(max_size=300))
def test_any_bytes(kind: str, content: bytes) -> None:
    survives(kind, content)


SIGNS = st.characters(codec="utf-8") | st.sampled_from("\n\n\n   ---:::'\"[]{}#&*!|>%@`?,\t\r\u2028\x85\ufeff\x00\x1b")


@every_kind
@way
@given(text=st.text(SIGNS, max_size=300), front=st.booleans())
def test_any_text(kind: str, text: str, front: bool) -> None:
    survives(kind, (f"---\n{text}\n---\n{text}" if front else text).encode())


# --- trees with the right names and the wrong values


ODD = st.sampled_from(
    [
        "", " ", "~", "null", "ja", "0", "-1", "1e400", "nan", "9" * 99, "2026-02-30", "24:00", "landelijk", "onbekend",
        "stein", "../..", "a/b/c", "06 1234 5678", "0800 0000", "a@b.nl", "https://x.example/", "javascript:x",
        "<script>", "[x](javascript:x)", "Jan Jansen", "AAA BBB CCC", "woord " * 40, "x" * 900, "é\u202e\x85", "\x1b[m",
    ]
)  # fmt: skip
SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.dates() | ODD | st.text(max_size=20)


@cache
def names_of(kind: str) -> tuple[str, ...]:
    """The keys of a kind's model and of every model in it."""
    fields = (field for model in models_in(KINDS[kind].model) for field in anatomy(model).fields)
    return tuple(dict.fromkeys(field.key for field in fields))


def trees(kind: str) -> st.SearchStrategy[Any]:
    keys = st.sampled_from(names_of(kind)) | st.text(max_size=5)
    return st.recursive(
        SCALARS,
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=8),
        max_leaves=25,
    )


def written(kind: str, tree: object, flow: bool | None, body: str = "") -> bytes:
    text = yaml.safe_dump(tree, allow_unicode=True, sort_keys=False, default_flow_style=flow)
    if KINDS[kind].ending == ".md":
        text = f"---\n{text.removesuffix('...' + chr(10))}---\n{body}"
    return text.encode()


@every_kind
@way
@given(data=st.data(), flow=st.sampled_from([True, False, None]))
def test_any_tree(kind: str, data: st.DataObject, flow: bool | None) -> None:
    inner = trees(kind)
    fields = st.fixed_dictionaries({}, optional=dict.fromkeys(names_of(kind)[:24], inner))
    tree = data.draw(st.lists(fields | inner, max_size=3) if kind == "vocabulary" else fields | inner)
    body = data.draw(st.text(SIGNS, max_size=60))
    survives(kind, written(kind, tree, flow, body))


# --- good records with a slip of the hand


@cache
def good(kind: str) -> tuple[str, ...]:
    row = KINDS[kind]
    roots = (VALID / row.folder, NATIONAL / row.folder.split("/")[1])
    files = [file for root in roots for file in sorted(root.rglob(f"*{row.ending}"))]
    return tuple(file.read_text("utf-8") for file in files)


def _swap_values(lines: list[str], a: int, b: int) -> None:
    (key_a, colon_a, value_a), (key_b, colon_b, value_b) = lines[a].partition(":"), lines[b].partition(":")
    lines[a], lines[b] = key_a + colon_a + value_b, key_b + colon_b + value_a


SLIPS = st.sampled_from(
    [
        "delete",
        "double",
        "swap",
        "swap values",
        "indent",
        "dedent",
        "insert",
        "overwrite",
        "empty",
        "cut",
        "quote",
        "join",
    ]
)
ODD_SIGNS = st.sampled_from(
    [
        "\t", ":", ": ", "- ", "#", " #", "'", '"', "[", "]", "{", "}", "&a ", "*a", "!", "!!int ", "|", ">", "%", "@",
        "`", "?", "? ", ",", "---", "...", "\r", "\x00", "\x07", "\x85", "\u2028", "\u202e", "\ufeff", "\\", "é", "🙂",
        "<<: ", "  ",
    ]
)  # fmt: skip


def slipped(text: str, slip: str, a: int, b: int, sign: str) -> str:
    """A text after one slip, at places that any two numbers name."""
    lines = text.split("\n")
    a, b = a % len(lines), b % len(lines)
    line = lines[a]
    match slip:
        case "delete":
            del lines[a]
        case "double":
            lines.insert(b, line)
        case "swap":
            lines[a], lines[b] = lines[b], line
        case "swap values":
            _swap_values(lines, a, b)
        case "indent":
            lines[a] = " " * (b % 7) + line
        case "dedent":
            lines[a] = line.removeprefix(" " * (b % 3 + 1))
        case "insert":
            at = b % (len(line) + 1)
            lines[a] = line[:at] + sign + line[at:]
        case "overwrite":
            at = b % (len(line) + 1)
            lines[a] = line[:at] + sign + line[at + 1 :]
        case "empty":
            lines[a] = line.partition(":")[0] + ":"
        case "cut":
            lines[a:] = [line[: b % (len(line) + 1)]]
        case "quote":
            lines[a] = line.replace(": ", ': "', 1)
        case "join":
            lines[a : a + 2] = [" ".join(lines[a : a + 2])]
    return "\n".join(lines)


@every_kind
@way
@given(
    pick=st.integers(0, 10_000),
    slips=st.lists(st.tuples(SLIPS, st.integers(0, 300), st.integers(0, 300), ODD_SIGNS), min_size=1, max_size=6),
)
def test_any_slip(kind: str, pick: int, slips: list[tuple[str, int, int, str]]) -> None:
    texts = good(kind)
    text = texts[pick % len(texts)]
    for slip, a, b, sign in slips:
        text = slipped(text, slip, a, b, sign)
    survives(kind, text.encode())


@every_kind
def test_what_slips_are_made_in_is_good(kind: str) -> None:
    for text in good(kind):
        file = RecordFile("good", "good", kind, "stein/good" if kind == "backpack" else "good", national=False)
        _, found, blob = read_content(file, text.encode())
        faults = [code for _, _, _, code, _ in found if severity_of(code) == "fault"]
        # Where a record stands is part of what is right about it; these stand nowhere.
        assert set(faults) <= {"amend-unknown", "municipality-name", "backpack-municipality"}
        assert blob
