"""CSV as a spreadsheet in Dutch opens it right: semicolons, a byte-order mark, and no cell that it would execute.

Quotes and line ends follow RFC 4180. A Dutch Excel splits at semicolons and takes UTF-8 for what it is only when a
byte-order mark says so.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO

_FORMULA = re.compile(r"'*[=+\-@\t\r＝＋－＠]")
"""How a cell starts that a spreadsheet takes for a formula (OWASP, CSV Injection), guarded before or not."""

_SUSPECT = frozenset("'=+-@\t\r＝＋－＠")

_DELIMITERS = ";,\t"
"""What a spreadsheet may have put between cells when it saved the file again; ours first."""


def written(rows: Iterable[Sequence[str]]) -> bytes:
    """Rows as the bytes of a file."""
    text = StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerows([guarded(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def guarded(cell: str) -> str:
    """A cell that no spreadsheet executes: what looks like a formula gets an apostrophe before it."""
    # Hardly any cell begins with one of these, and there are hundreds of thousands.
    return f"'{cell}" if cell[:1] in _SUSPECT and _FORMULA.match(cell) else cell


def unguarded(cell: str) -> str:
    """The cell as it was before `guarded`."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


class LooseQuote(ValueError):
    """A row, starting on `line`, in which a quote is not closed or something follows one that is."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


def rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """Every row with something in it, with the line it starts on (from 1), whatever stands between its cells.

    Raises `LooseQuote`.
    """
    first = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=first.count)
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 1
    try:
        for cells in reader:
            if any(cells):
                yield line, [unguarded(cell) for cell in cells]
            line = reader.line_num + 1
    except csv.Error:
        raise LooseQuote(line) from None
