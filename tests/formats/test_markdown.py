"""Texts of records: safe for what anyone may have written, and divided where the parser sees a heading."""

from __future__ import annotations

import pytest

from generator.formats import markdown


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("<script>alert(1)</script>", "<script"),
        ("a <img src=x onerror=alert(1)> b", "onerror"),
        ("[klik](javascript:alert(1))", "javascript:"),
        ("![foto](https://elders.example/x.png)", "elders.example"),
        ("<!-- een geheim -->", "geheim"),
    ],
)
def test_nothing_dangerous_comes_through(text: str, never: str) -> None:
    assert never not in markdown.render(text)


def test_a_picture_becomes_its_description() -> None:
    assert markdown.render("Zie ![de tafel](https://elders.example/x.png).") == "<p>Zie de tafel.</p>"


def test_a_link_to_another_site_tells_it_little() -> None:
    assert 'rel="noopener" href="https://elders.example/"' in markdown.render("[elders](https://elders.example/)")
    assert "noopener" not in markdown.render("[hier](/over/)")


@pytest.mark.parametrize(("under", "expected"), [(1, "<h2>"), (2, "<h3>"), (5, "<h6>"), (6, "<h6>")])
def test_the_highest_heading_stands_one_level_lower(under: int, expected: str) -> None:
    assert markdown.render("### Kop", under).startswith(expected)


def test_levels_keep_their_distance() -> None:
    assert markdown.render("# Een\n\n## Twee", 2) == "<h3>Een</h3>\n<h4>Twee</h4>"


def test_a_wide_table_scrolls_by_itself() -> None:
    made = markdown.render("| a | b |\n|---|---|\n| 1 | 2 |")
    assert made.startswith('<div class="scroll" tabindex="0"') and made.endswith("</table></div>")


def test_headings_are_told_with_their_lines() -> None:
    assert markdown.headings("Vooraf.\n\n## Een\ntekst\n## Twee ##\n") == [("Een", 2), ("Twee", 4)]
    assert markdown.headings("") == []


@pytest.mark.parametrize(
    "text",
    [
        "```\n## nee\n```",
        "~~~\n```\n## nee\n~~~",
        "````\n```\n## nee\n```\n````",
        "    ## nee",
        "> ## nee",
        "- punt\n\n  ## nee",
        "<!--\n## nee\n-->",
        "##nee",
        "### nee",
        "# nee",
        "nee\n---",
    ],
)
def test_what_only_looks_like_a_heading_is_none(text: str) -> None:
    assert markdown.headings(text) == []
    assert markdown.headings(f"{text}\n\n## Ja\n") == [("Ja", text.count("\n") + 2)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("## Een & *twee*", "Een & twee"),
        ("##\tMet een tab", "Met een tab"),
        ("## 1. Begin", "1. Begin"),
        ("## C#", "C#"),
        ("## [Weg](https://x.example/)", "Weg"),
        ("##", ""),
    ],
)
def test_a_heading_is_told_without_its_signs(line: str, expected: str) -> None:
    assert markdown.headings(line) == [(expected, 0)]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_as_markdown_says(end: str) -> None:
    body = end.join(["Vooraf\u2028nog steeds vooraf.", "", "## Een", "tekst"])
    assert markdown.headings(body) == [("Een", 2)]
    assert markdown.sections(body)[1] == ("Een", "<p>tekst</p>")


def test_a_text_is_divided_without_losing_any() -> None:
    body = "Vooraf.\n\n## Een\n\n```\n## code\n```\n\n## Leeg\n\n## Een\n\nNog iets."
    assert markdown.sections(body) == [
        ("", "<p>Vooraf.</p>"),
        ("Een", "<pre><code>## code\n</code></pre>\n<p>Nog iets.</p>"),
        ("Leeg", ""),
    ]


def test_nothing_above_the_first_heading_is_no_part() -> None:
    assert markdown.sections("\n\n## Een\n\ntekst") == [("Een", "<p>tekst</p>")]
    assert markdown.sections(" \n") == []


def test_plain_text_has_no_signs_and_ends_after_a_word() -> None:
    assert markdown.plain("**Vet** en [weg](https://x.example/) &amp; meer") == "Vet en weg & meer"
    assert markdown.plain("Eerst dit, dan dat en nog veel meer.", 20) == "Eerst dit, dan dat…"
