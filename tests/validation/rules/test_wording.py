"""Texts that are safe to show and easy to read."""

from __future__ import annotations

import time

import pytest

from tests.validation.rules.conftest import Judge


def described(judge: Judge, text: str) -> list[str]:
    lines = "".join(f"  {line}\n" for line in text.splitlines())
    return judge(f"description: |\n{lines}")


@pytest.mark.parametrize(
    "text",
    [
        "Kijk op [onze site](https://deproef.example/) of [mail](mailto:info@deproef.example).",
        "Bel [ons](tel:0800-0000) of [kijk hier](/stein/hulp/) of [daar](#uren).",
        "Kijk op <https://deproef.example/pad?a=b> of mail <info@deproef.example>.",
        "Voor wie minder dan 5 < 6 uur zorgt, of meer > 7.",
        "Zie [de folder][1].\n\n[1]: https://deproef.example/folder",
        "Let op: dit [1]: is gewone tekst, geen verwijzing.",
        "Onze afkortingen zijn WMO en PGB, en soms WLZ.",
        "Een zin van precies dertig woorden " + "mag nog net wel " * 6 + ".",
    ],
)
def test_these_are_fine(text: str, judge: Judge) -> None:
    assert described(judge, text) == []


@pytest.mark.parametrize(
    "html",
    ["<b>vet</b>", "</b>", "<script>alert(1)</script>", "<!-- uit -->", '<img src=x onerror="x">', "<br/>", "<a@b c>"],
)
def test_html_would_vanish(html: str, judge: Judge) -> None:
    assert described(judge, f"Hier staat {html} in de tekst.") == ["description html-in-text"]


@pytest.mark.parametrize(
    "link",
    [
        "[klik](javascript:alert(1))", "[klik](JaVaScRiPt:alert(1))", "[klik]( javascript:alert(1))",
        "[klik](<javascript:alert(1)>)", "[klik](java\nscript:alert(1))", "[klik](vbscript:x)",
        "[klik](data:text/html,x)", "[klik](file:///etc/passwd)", "<javascript:alert(1)>",
        "[klik][1]\n\n[1]: javascript:alert(1)", "[klik][1]\n\n   [1]: <data:text/html,x>",
    ],
)  # fmt: skip
def test_a_link_that_runs_something_is_a_fault(link: str, judge: Judge) -> None:
    assert "description unsafe-link" in described(judge, f"Hier kunt u meer lezen: {link}")


def test_a_long_sentence_is_hard_to_read_and_a_long_list_is_not(judge: Judge) -> None:
    assert described(judge, "woord " * 31) == ["description hard-to-read"]
    assert described(judge, "woord " * 30) == []
    assert described(judge, "\n".join(f"- punt {number} van de lijst" for number in range(40))) == []


def test_a_source_may_be_as_long_as_it_is(judge: Judge) -> None:
    offer = (
        "offerings:\n  - id: a\n    name: A\n    summary: Een aanbod.\n    help: [vervoer]\n    first_step: Bel ons.\n"
    )
    assert judge(offer + "    checked: {date: 2026, source: " + "woord " * 40 + "}\n") == []


@pytest.mark.parametrize(
    "text",
    [
        "](" + " " * 19_000,
        "[x](" + "a" * 19_000,
        "](<" * 6_000,
        "<" * 19_000,
        "<a" * 9_000,
        "[" * 19_000 + "]:",
        "AAA " * 4_500 + "a",
        "Jan " * 4_500 + "van de " * 200,
        "Jan van " + "de " * 6_000,
        "mevrouw " + "a " * 9_000,
        "a" * 19_000,
    ],
    ids=lambda text: f"{text[:4]}-{len(text)}",
)
def test_no_text_takes_long_to_judge(text: str, judge: Judge) -> None:
    start = time.perf_counter()
    judge(f"description: '{text}'\n")
    assert time.perf_counter() - start < 2


@pytest.mark.parametrize("heading", ["## a" + " " * 19_000 + "b", "## " + "# " * 9_000, "##\t" + "#" * 19_000])
def test_no_heading_takes_long_to_judge(heading: str, judge: Judge) -> None:
    start = time.perf_counter()
    front = "---\nmunicipality: stein\ncore_theme: Samen\ndesign_question: Hoe?\n---\n"
    judge(f"{front}{heading}\n", kind="backpack", id="stein/samen")
    assert time.perf_counter() - start < 2
