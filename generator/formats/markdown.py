"""Markdown of records to HTML: fast (cmark), and safe for text that anyone may have written.

Raw HTML and dangerous links are gone, and nothing in a text makes a browser ask another host for something.
"""

from __future__ import annotations

import re
from functools import lru_cache

import cmarkgfm
from markupsafe import Markup

from generator.formats.html import bare, excerpt

_HEADING = re.compile(r"<(/?)h([1-6])>")
_OMITTED = re.compile(r"<!-- raw HTML omitted -->\n?")
_DEAD_LINK = re.compile(r'<a href="">(.*?)</a>', re.DOTALL)
_IMAGE = re.compile(r'<img src="[^"]*" alt="([^"]*)"[^>]*>')
_OTHER_HOST = re.compile(r'<a href="(?=(?:https?:)?//)', re.IGNORECASE)
_HEADING_AT = re.compile(r'<h2 data-sourcepos="(\d+):1-[^"]*">(.*?)</h2>', re.DOTALL)
"""In the first column: whatever is within a list or a quotation stands further on."""


@lru_cache(maxsize=4096)
def render(text: str, under: int = 2) -> Markup:
    """A text as HTML; its highest heading becomes one level lower than `under`, the level it stands below."""
    made: str = cmarkgfm.github_flavored_markdown_to_html(text)
    if "<h" in made:
        made = _shifted(made, under)
    if "<!--" in made:
        made = _OMITTED.sub("", made)
    if "<a " in made:
        made = _OTHER_HOST.sub('<a rel="noopener" href="', _DEAD_LINK.sub(r"\1", made))
    if "<img" in made:
        # A picture would be fetched from wherever its writer says: its description is what remains.
        made = _IMAGE.sub(r"\1", made)
    if "<table>" in made:
        # Wide tables scroll by themselves, so that the page never does; focus lets the keyboard do it.
        made = made.replace("<table>", '<div class="scroll" tabindex="0" role="group"><table>')
        made = made.replace("</table>", "</table></div>")
    return Markup(made.strip())


def headings(body: str) -> list[tuple[str, int]]:
    """The `## ` headings that divide a text, each with the line it stands on, counted from 0.

    The parser itself says which lines are headings, so what looks like one in a code block, a list or a quotation
    is none.
    """
    lines = _lines(body)
    made: str = cmarkgfm.github_flavored_markdown_to_html(body, cmarkgfm.cmark.Options.CMARK_OPT_SOURCEPOS)
    found = ((bare(heading), int(line) - 1) for line, heading in _HEADING_AT.findall(made))
    return [(heading, line) for heading, line in found if lines[line].startswith("##")]


def sections(body: str, under: int = 2) -> list[tuple[str, Markup]]:
    """The sections of a text that its `headings` divide it into; what precedes the first has the heading ``""``.

    Sections under equal headings are joined, in the place of the first.
    """
    return [(heading, render(text, under)) for heading, text in as_written(body).items() if heading or text.strip()]


def as_written(body: str) -> dict[str, str]:
    """The same sections as they were written, by heading."""
    lines, starts = _lines(body), headings(body)
    found: dict[str, list[str]] = {}
    ends = [line for _, line in starts] + [len(lines)]
    for (heading, line), end in zip([("", -1), *starts], ends, strict=True):
        found.setdefault(heading, []).append("\n".join(lines[line + 1 : end]).strip("\n"))
    return {heading: "\n\n".join(filter(None, texts)) for heading, texts in found.items()}


def _lines(text: str) -> list[str]:
    """The lines as Markdown counts them, which is not as `splitlines` does."""
    return re.split(r"\r\n|\r|\n", text)


@lru_cache(maxsize=4096)
def plain(text: str, length: int | None = None) -> str:
    """A text without any markup, on one line; cut after a whole word when it is longer than `length`."""
    words = bare(render(text))
    return words if length is None else excerpt(words, length)


def _shifted(made: str, under: int) -> str:
    levels = [int(level) for _, level in _HEADING.findall(made)]
    shift = under + 1 - min(levels, default=under + 1)
    return _HEADING.sub(lambda found: f"<{found[1]}h{min(6, int(found[2]) + shift)}>", made)
