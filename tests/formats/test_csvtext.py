"""CSV that a spreadsheet opens right and never executes, and that reads back as it was."""

from __future__ import annotations

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.formats import csvtext

FORMULAS = [
    "=1+1",
    "+31 46 123 45 67",
    "-2",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    '=HYPERLINK("https://x.example/","Klik")',
    "＝1",
]


@pytest.mark.parametrize("cell", FORMULAS)
def test_what_looks_like_a_formula_is_not_one(cell: str) -> None:
    written = csvtext.guarded(cell)
    assert written == f"'{cell}"
    assert csvtext.unguarded(written) == cell


@pytest.mark.parametrize("cell", ["", "Oppas", "'s Avonds samen", "1+1", "e-mail", "a=b", "'"])
def test_what_is_no_formula_stays_as_it_is(cell: str) -> None:
    assert csvtext.guarded(cell) == csvtext.unguarded(cell) == cell


def test_a_dutch_excel_opens_it_right() -> None:
    """A byte-order mark says that it is UTF-8, semicolons are where Excel splits, lines end as RFC 4180 wants."""
    made = csvtext.written([["naam", "plek"], ["Café; de Brug", 'zegt "hoi"'], ["twee\nregels", "=1"]])
    assert made == (b'\xef\xbb\xbfnaam;plek\r\n"Caf\xc3\xa9; de Brug";"zegt ""hoi"""\r\n"twee\nregels";\'=1\r\n')


def test_the_standard_library_reads_what_we_wrote() -> None:
    made = csvtext.written([["a", "b"], ["x;y", 'q"q'], ["é", ""]]).decode("utf-8-sig")
    assert list(csv.reader(StringIO(made, newline=""), delimiter=";")) == [["a", "b"], ["x;y", 'q"q'], ["é", ""]]


@given(
    st.lists(
        st.lists(
            st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=12) | st.sampled_from(FORMULAS),
            min_size=2,
            max_size=4,
        ),
        max_size=6,
    )
)
def test_whatever_is_written_reads_back(rows: list[list[str]]) -> None:
    wanted = [["kop", "van"], *(row for row in rows if any(row))]
    made = csvtext.written(wanted).decode("utf-8-sig")
    assert [cells for _, cells in csvtext.rows(made)] == wanted


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_a_spreadsheet_may_have_put_something_else_between_cells(delimiter: str) -> None:
    text = "\n".join(delimiter.join(row) for row in (["a", "b", "c"], ["1", "2", "3"]))
    assert list(csvtext.rows(text)) == [(1, ["a", "b", "c"]), (2, ["1", "2", "3"])]


def test_a_row_knows_the_line_it_starts_on() -> None:
    """A cell may hold several lines, and rows without anything in them are passed by."""
    text = 'a;b\r\n"een\r\ntwee";1\r\n;\r\n\r\nlaatste;2\r\n'
    assert [line for line, _ in csvtext.rows(text)] == [1, 2, 6]


@pytest.mark.parametrize(("text", "line"), [('a;b\n"c;d\ne;f\n', 2), ('a;b\nc;d\n"e"x;f\n', 3), ('"a', 1)])
def test_a_loose_quote_is_found_where_its_row_starts(text: str, line: int) -> None:
    with pytest.raises(csvtext.LooseQuote) as loose:
        list(csvtext.rows(text))
    assert loose.value.line == line
