"""What somebody types stays with them: no line in the log of a web server has a word of it, whatever browser they use.

A whole visit with questions that people have when things are hard. They were written down before anybody looked which
of them the site answers well: that is not what this is about.
"""

from __future__ import annotations

import json
from contextlib import AbstractContextManager
from pathlib import Path
from urllib.parse import quote_plus, unquote_plus, urlsplit

import pytest

from tests.durability.engines import ENGINES, Browser, Missing, until
from tests.durability.logged import Line, Logged, logged
from tests.editions import files

pytestmark = pytest.mark.browser

AT_HOME = "mijn man slaat me als hij gedronken heeft"
TYPED = (
    "schulden na de begrafenis van mijn vader",
    "hoe lang leeft iemand met uitgezaaide longkanker",
    "ik hou het niet meer vol en wil dood",
    "mijn broer pikt geld van moeder",
    "incontinentieluiers vergoed krijgen",
)
OLD_LINK = "mijn zoon bedreigt mij met een mes"
FILTERED = "bang voor haar woedeaanvallen"
IN_ENGLISH = "my husband hits me at night"
FOR_A_TEAM = "rouwende collega"

FIELD = "#vraag"
ASKED = "decodeURIComponent(location.hash).replaceAll('+', ' ')"
ANSWER = "document.querySelector('[data-result-count]').textContent"


def types_anew(browser: Browser, field: str, question: str) -> None:
    """Empty a field and write in it."""
    browser.sees(f"void (document.querySelector('{field}').value = '')")
    browser.types(field, question)


def is_answered(browser: Browser, question: str) -> None:
    """The question stands in the field, in the answer and in the address: behind the #, and nowhere else."""
    until(browser, f"document.querySelector('{FIELD}')?.value === {json.dumps(question)}")
    until(browser, f"{ANSWER}.includes({json.dumps(question)})")
    until(browser, f"{ASKED}.startsWith({json.dumps(f'#q={question}')})")
    assert browser.sees("location.search") == ""


def opens_a_result_and_comes_back(browser: Browser, question: str) -> None:
    """What was asked is still there after a look at an offer."""
    list = browser.sees("location.pathname")
    until(browser, "document.querySelector('.find__results h3 a')")
    browser.clicks(".find__results h3 a")
    until(browser, "location.pathname", but=list)
    until(browser, "document.querySelector('h1')")
    browser.goes_back()
    is_answered(browser, question)


def visits(browser: Browser, root: str) -> None:
    """Ten questions, and all that somebody does with them."""
    browser.goes_to(root + "lindedal/")
    until(browser, "document.querySelector('[data-module=keep]:not([hidden])')")  # the scripts are there
    browser.types(FIELD, AT_HOME + "\n")
    is_answered(browser, AT_HOME)
    opens_a_result_and_comes_back(browser, AT_HOME)
    for question in TYPED:
        types_anew(browser, FIELD, question)
        is_answered(browser, question)
    browser.reloads()
    is_answered(browser, TYPED[-1])
    opens_a_result_and_comes_back(browser, TYPED[-1])

    shared = browser.sees("location.href")
    browser.goes_to(root + "over/")
    browser.goes_to(shared)
    is_answered(browser, TYPED[-1])

    types_anew(browser, FIELD, FILTERED)
    is_answered(browser, FILTERED)
    browser.clicks("details.filters summary")
    browser.clicks("label:has([name=waar][value=telefoon])")
    until(browser, f"{ASKED}.includes('&waar=telefoon')")
    is_answered(browser, FILTERED)
    browser.goes_back()
    until(browser, f"!{ASKED}.includes('&waar=telefoon')")
    is_answered(browser, FILTERED)

    browser.clicks(".foot a[hreflang=en]")
    until(browser, "document.documentElement.lang === 'en' && !document.querySelector('.filters').hidden")
    types_anew(browser, FIELD, IN_ENGLISH)
    is_answered(browser, IN_ENGLISH)
    opens_a_result_and_comes_back(browser, IN_ENGLISH)

    browser.goes_to(root + "tools/")
    until(browser, "document.querySelector('.library__filter:not([hidden])')")
    browser.types("#zoek-in", FOR_A_TEAM)
    until(browser, f"{ASKED} === {json.dumps(f'#q={FOR_A_TEAM}')}")
    browser.clicks(".items a")
    until(browser, "location.pathname", but="/tools/")
    browser.goes_back()
    until(browser, f"document.querySelector('#zoek-in')?.value === {json.dumps(FOR_A_TEAM)}")

    browser.goes_to(f"{root}lindedal/hulp/?q={quote_plus(OLD_LINK)}")
    is_answered(browser, OLD_LINK)
    opens_a_result_and_comes_back(browser, OLD_LINK)
    browser.reloads()
    is_answered(browser, OLD_LINK)


def telling(site: Path) -> set[str]:
    """The words of the questions that tell something: a word of an address is there because its page was asked for."""
    asked = " ".join([AT_HOME, *TYPED, OLD_LINK, FILTERED, IN_ENGLISH, FOR_A_TEAM]).split()
    addresses = "\n".join(files(site))
    return {word for word in asked if len(word) > 3 and word not in addresses}


def told(lines: list[Line], words: set[str]) -> list[str]:
    """The lines with any of these words, however they are written in an address."""
    return [str(line) for line in lines if any(word in unquote_plus(str(line)).lower() for word in words)]


def goes_to_another_site(browser: Browser, root: str, other: Logged) -> None:
    """Follow a link as offers have them, to a site that keeps a log too."""
    browser.goes_to(f"{root}lindedal/hulp/#q={quote_plus(AT_HOME)}")
    is_answered(browser, AT_HOME)
    link = "document.querySelector('.find__results h3 a')"
    browser.sees(f"void ({link}.href = {json.dumps(other.root + 'elders/')})")
    browser.clicks(".find__results h3 a")
    until(browser, f"location.href === {json.dumps(other.root + 'elders/')}")


def begun(engine: str, folder: Path, request: pytest.FixtureRequest) -> AbstractContextManager[Browser]:
    """A browser with nothing on it."""
    return ENGINES[engine](folder, lambda: request.getfixturevalue("chromium"))


@pytest.mark.parametrize("engine", list(ENGINES))
def test_no_word_of_a_question_reaches_a_server(
    engine: str, lindedal: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """Typing, results, back, reload, a shared link, an old one, filters, another language: the log has none of it.

    Only the first request of an old link carries what stands in it: that goes before any page is there to prevent it.
    """
    words = telling(lindedal)
    assert len(words) > 20
    try:
        with logged(lindedal) as server, logged(tmp_path) as other, begun(engine, tmp_path, request) as browser:
            visits(browser, server.root)
            goes_to_another_site(browser, server.root, other)
            seen, elsewhere = list(server.log), list(other.log)
    except Missing as lacking:
        pytest.skip(f"{engine}: {lacking}")
    assert len(seen) > 50
    first = [line for line in seen if line.path == f"/lindedal/hulp/?q={quote_plus(OLD_LINK)}"]
    assert len(first) == 1
    assert told([line for line in seen if line not in first], words) == []
    # From which page somebody comes is told to nobody: only the worker that keeps a copy says its own name.
    assert {line.referer for line in seen} <= {"-", server.root, f"{server.root}werker.js"}
    assert {urlsplit(line.path).query.partition("=")[0] for line in seen if line not in first} <= {"", "gemeente"}
    assert [line.referer for line in elsewhere if line.path == "/elders/"] == ["-"]
