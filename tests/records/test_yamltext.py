"""YAML as records use it: all text, all places, no tricks."""

from __future__ import annotations

import time

import pytest

from generator.records.yamltext import MAX_DEPTH, Document, Located


def stopped(text: str) -> tuple[str, int, int, str]:
    """Why and where reading a text stops."""
    with pytest.raises(Located) as stop:
        Document(text)
    place = stop.value.place
    return stop.value.finding.code, place.line, place.column, str(stop.value.finding.values.get("reason", ""))


@pytest.mark.parametrize(
    "written", ["0301234567", "12:30", "ja", "yes", "no", "1e3", "0x1F", "2026-03-14", "1_000", ".inf", "<<", "="]
)
def test_every_value_stays_the_text_it_is(written: str) -> None:
    assert Document(f"a: {written}\nb: [{written}]\n").data == {"a": written, "b": [written]}


@pytest.mark.parametrize("nothing", ["", " ~", " null", " # alleen uitleg"])
def test_nothing_is_nothing(nothing: str) -> None:
    assert Document(f"email:{nothing}\nname: x\n").data == {"email": None, "name": "x"}


@pytest.mark.parametrize("written", ["''", '""', "'~'", '"null"', "|\n"])
def test_something_between_quotes_is_text(written: str) -> None:
    value = Document(f"email: {written}\n").data["email"]
    assert isinstance(value, str)


def test_places_count_signs_and_lines_as_an_editor_does() -> None:
    document = Document("é: ü # €\nlijst:\n  - één\n  - {a: 'x', b: y}\nleeg:\n")
    places = {
        ("é",): (1, 4),
        ("lijst", 0): (3, 5),
        ("lijst", 1, "b"): (4, 17),
        ("leeg",): (5, 1),
        ("lijst", 9): (3, 3),
        ("lijst", 1, "c"): (4, 5),
        ("nergens",): (1, 1),
        (): (1, 1),
    }
    assert {path: (document.place(path).line, document.place(path).column) for path in places} == places
    assert document.place(("lijst", 1, "b"), on_key=True).column == 14


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\x85", "\r"])
def test_signs_that_nobody_sees_move_no_line(sign: str) -> None:
    document = Document(f'a: "x{sign}y"\nb: z\n')
    place = document.place(("b",))
    assert (place.line, place.column) == (2, 4)


def test_a_document_inside_a_file_counts_the_lines_before_it() -> None:
    assert Document("a: b\nc: d\n", first_line=7).place(("c",)).line == 8
    with pytest.raises(Located) as stop:
        Document("a: b\nc: 'd\n", first_line=7)
    assert stop.value.place.line == 8


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a:\n\t- b\n", ("yaml-syntax", 2, 1, "tab")),
        ("a: b: c\n", ("yaml-syntax", 1, 5, "colon-in-text")),
        ("a b: c: d\n", ("yaml-syntax", 1, 7, "colon")),
        ("a: b\n  c: d\n", ("yaml-syntax", 2, 3, "too-far")),
        ("a: 'b's c'\n", ("yaml-syntax", 1, 7, "inside")),
        ("a: ['b's c', d]\n", ("yaml-syntax", 1, 4, "apostrophe")),
        ("a:\n  - b: c\n\t- b: d\n", ("yaml-syntax", 3, 1, "tab")),
        ("a:\n  -\tb: c\n", ("yaml-syntax", 2, 4, "tab")),
        ("a: [b\nc: d\n", ("yaml-syntax", 1, 4, "bracket")),
        ("a: 'b\n\nc: d\n", ("yaml-syntax", 1, 4, "quote")),
        ("a: b\nlos woord\nc: d\n", ("yaml-syntax", 2, 1, "no-colon")),
        ("a: %b\n", ("yaml-syntax", 1, 4, "sign")),
        ('a: "\\q"\n', ("yaml-syntax", 1, 5, "escape")),
        ("é: \x01\n", ("yaml-syntax", 1, 4, "control")),
        ("a:\n  - b\n c: d\n", ("yaml-syntax", 3, 2, "indent")),
        ("a: b\n---\nc: d\n", ("several-documents", 2, 1, "")),
    ],
)
def test_what_cannot_be_read_has_a_reason_and_a_place(text: str, expected: tuple[str, int, int, str]) -> None:
    assert stopped(text) == expected


TRICKS = {
    "a: &b c\n": "anchor",
    "a: *b\n": "anchor",
    '{"a":&b c, "d":*b}\n': "anchor",
    "[&a [*a, *a]]\n": "anchor",
    'x: {"a":&a {"b":*a}}\n': "anchor",
    "? &a b\n: c\n": "anchor",
    "<<: *a\n": "anchor",
    "a: !!python/name:os.system\n": "tag",
    '{"a":!!str b}\n': "tag",
    "a: ! b\n": "tag",
    "- !x\n  - y\n": "tag",
}


@pytest.mark.parametrize(("text", "code"), TRICKS.items())
def test_tricks_are_refused(text: str, code: str) -> None:
    assert stopped(text)[0] == code


@pytest.mark.parametrize(
    "text",
    [
        "a: Hallo! Kom & geniet *vandaag*, R&D is er ook.\n",
        "a: |\n  **vet** en *schuin*\n\n  ---\n\n  - - - streepjes\n",
        "a: 'b & c *d* !'\n",
    ],
)
def test_ordinary_words_are_no_tricks(text: str) -> None:
    assert set(Document(text).data) == {"a"}


DEEP = {
    "brackets": "[" * 5000,
    "closed brackets": "a: " + "[" * 200 + "]" * 200,
    "braces": "{a: " * 2000,
    "dashes": "- " * 20_000 + "x",
    "dashes far apart": "-  " * 100_000 + "x",
    "dashes with tabs": "-\t" * 5000,
    "questions": "? " * 100_000,
    "questions and dashes": "? - " * 50_000,
    "stairs": "".join(" " * depth + "a:\n" for depth in range(600)),
    "stairs of dashes": "".join(" " * depth + "-\n" for depth in range(600)) + " " * 600 + "x\n",
}


@pytest.mark.parametrize("text", DEEP.values(), ids=DEEP)
def test_nothing_is_too_deep_to_survive(text: str) -> None:
    start = time.perf_counter()
    assert stopped(text)[0] in ("too-deep", "yaml-syntax")
    assert time.perf_counter() - start < 5


def test_a_depth_that_is_allowed_is_read() -> None:
    deep = "[" * MAX_DEPTH + "x" + "]" * MAX_DEPTH
    assert str(Document(deep).data).count("[") == MAX_DEPTH
    assert stopped(f"[{deep}]")[0] == "too-deep"


def test_a_doubled_key_keeps_the_first_and_is_reported_at_the_second() -> None:
    document = Document("a: 1\nb: {c: 2, c: 3}\na: 4\n")
    assert document.data == {"a": "1", "b": {"c": "2"}}
    found = {(finding.code, finding.path): (place.line, place.column) for finding, place in document.findings()}
    assert found == {("duplicate-key", ("b", "c")): (2, 11), ("duplicate-key", ("a",)): (3, 1)}
