"""What is said about a mistake."""

from __future__ import annotations

import re
from string import Formatter

import pytest

from generator.problems.problem import WARNINGS, Finding, problem, severity_of, written_path
from generator.texts.spoken import text

CODES = sorted(text("problems"))


def unfillable(code: str) -> bool:
    """Whether the words of a code leave out a value, the place, or something else that a `Finding` brings."""
    words = text("problems", code)
    pieces = [*Formatter().parse(words["message"]), *Formatter().parse(words["hint"])]
    names = {name for _, name, _, _ in pieces if name is not None}
    found = problem("x.yml", 3, 5, Finding(code, ("a",), {name: f"<{name}>" for name in names}))
    placed = (found.file, found.line, found.column, found.path, found.code) == ("x.yml", 3, 5, "a", code)
    return not placed or any(f"<{name}>" not in found.message + found.hint for name in names)


def test_every_code_has_words_that_can_be_filled_in() -> None:
    known = {"message", "hint", "reasons"}
    assert [code for code in CODES if not set(text("problems", code)) <= known] == []
    assert [code for code in CODES if unfillable(code)] == []


def test_words_are_short_and_plain() -> None:
    words = {code: (text("problems", code)["message"], text("problems", code)["hint"]) for code in CODES}
    assert [code for code, (message, _) in words.items() if len(message) > 110] == []
    assert [
        code for code, (_, hint) in words.items() if not (hint == "{about}" or hint.endswith((".", "?", "}")))
    ] == []
    jargon = re.compile(r"\b(error|invalid|string|null|parse|schema|regex|type)\b")
    assert [code for code, said in words.items() if jargon.search(" ".join(said))] == []


def test_a_warning_says_that_it_is_one() -> None:
    warnings = {code for code in CODES if severity_of(code) == "warning"}
    assert warnings == {
        "stale", "private-name", "html-in-text", "hours-night", "hard-to-read", "shouting", "no-contact", "no-help",
        "location-without-address", "no-first-step", "ended-without-pointer", "missing-section", "unknown-folder",
        "page-missing", "backpack-elsewhere", "empty-section", "section-without-records",
        "named-not-listed", "backpack-unchecked", "coverage-elsewhere", "repeats-short-month", "no-place",
        "reaches-nobody", "old-area", "merger-ahead", "merger-unprepared", "municipality-merged", "municipality-alone",
        "no-counter", "no-urgent", "no-report-address", "no-site-url", "replaces-nothing",
        "pause-over", "price-without-unit", "room-in-words", "room-over", "room-stale", "wait-in-words",
        "postcode-elsewhere", "same-agb", "same-kvk", "same-organisation", "address-readable",
        "answer-alone", "number-in-text", "place-unknown", "url-insecure", "file-document", "setting-empty",
        "setting-nothing", "setting-unknown",
    }  # fmt: skip
    assert warnings == WARNINGS, "each has words"


@pytest.mark.parametrize(
    ("path", "written"),
    [
        ((), ""),
        (("name",), "name"),
        (("phones", 0, "number"), "phones[0].number"),
        ((0, "id"), "[0].id"),
        (("offerings", 1, "opening_hours", 0, "days", 2), "offerings[1].opening_hours[0].days[2]"),
    ],
)
def test_a_path_is_written_as_people_point(path: tuple[str | int, ...], written: str) -> None:
    assert written_path(path) == written


def test_a_value_stays_on_one_line_and_never_fills_the_screen() -> None:
    long = problem("x.yml", 1, 1, Finding("url-format", (), {"value": "regel\n" * 100}))
    assert "\n" not in long.message
    assert len(long.message) < 160


def test_a_value_cannot_steer_the_terminal() -> None:
    found = problem("x.yml", 1, 1, Finding("url-format", (), {"value": "\x1b[31mrood\x07\u202e"}))
    assert found.message == '"�[31mrood��" is geen webadres'


def test_what_somebody_wrote_is_never_taken_for_a_place_to_fill_in() -> None:
    found = problem("x.yml", 1, 1, Finding("url-format", (), {"value": "{value} {0} {__class__}"}))
    assert '"{value} {0} {__class__}"' in found.message


def test_problems_stand_in_the_order_of_files_and_lines() -> None:
    finding = Finding("empty")
    places = [("b.yml", 1, 1), ("a.yml", 10, 1), ("a.yml", 2, 9), ("a.yml", 2, 10)]
    ordered = sorted(problem(file, line, column, finding) for file, line, column in places)
    assert [(p.file, p.line, p.column) for p in ordered] == sorted(places)


def test_a_text_that_is_missing_is_named() -> None:
    with pytest.raises(KeyError, match=r"geen tekst voor problems\.bestaat-niet"):
        problem("x.yml", 1, 1, Finding("bestaat-niet"))
