"""What a visitor gets: answers, the time from key to results, and bytes. All in Chromium."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser, Page

from tests.benchmarks.search.peers import WEB
from tests.benchmarks.search.server import Server, page_and_search
from tests.browser.test_search import ENGINE

SLOWED = 4
"""How many times slower the processor is made: a phone of some years ago."""

PATIENCE = 10_000
"""Milliseconds after which results no longer come: so long counts a key press without them."""

_PHONE: Any = {"width": 390, "height": 844}
_PEER = """async ([root, asked, options]) => {
  const engine = await import(`${root}engine.mjs`);
  await engine.ready();
  const found = [];
  for (const question of asked) {
    const answers = await engine.ask(question, options ? engine[options] : undefined);
    found.push(answers.map(({ url }) => url));
  }
  return found;
}"""


@dataclass(frozen=True, slots=True)
class Visit:
    """One question typed key by key on a page that was just opened: milliseconds per key, bytes as (page, search)."""

    question: str
    keys: Sequence[float]
    opened: tuple[int, int]
    first: tuple[int, int]
    """Up to and including the first results."""
    whole: tuple[int, int]
    """Up to the results of the whole question."""
    lost: int
    """Key presses that no results followed."""
    beside: int = 0
    """Bytes that were fetched meanwhile for the copy that works without a network: not by the page, and for later."""


def our_answers(browser: Browser, server: Server, municipality: str, asked: Sequence[str]) -> list[list[str]]:
    """The keys of the first ten for each question, from our own search."""
    return [answer["keys"] for answer in _ours(browser, server, municipality, asked)]


def our_lines(browser: Browser, server: Server, municipality: str, asked: Sequence[str]) -> list[list[str]]:
    """What our own search puts above everything for each question: the terms of those lines."""
    return [answer["acute"] for answer in _ours(browser, server, municipality, asked)]


def _ours(browser: Browser, server: Server, municipality: str, asked: Sequence[str]) -> list[dict[str, list[str]]]:
    with _fresh(browser) as page:
        page.goto(f"{server.url}{municipality}/hulp/")
        found: list[dict[str, list[str]]] = page.evaluate(ENGINE, [server.url, municipality, list(asked)])
    return found


def peer_answers(browser: Browser, server: Server, asked: Sequence[str], options: str | None) -> list[list[str]]:
    """The addresses of the first ten for each question, from a peer. `options`: a name among its exports."""
    with _fresh(browser) as page:
        page.goto(server.url)
        found: list[list[str]] = page.evaluate(_PEER, [server.url, list(asked), options])
    return found


def typed(browser: Browser, server: Server, path: str, questions: Sequence[str]) -> list[Visit]:
    """Type each question on a page of its own, with nothing loaded before and the processor slowed."""
    return [_visit(browser, server, path, question) for question in questions]


def _visit(browser: Browser, server: Server, path: str, question: str) -> Visit:
    with _fresh(browser) as page:
        page.add_init_script(path=WEB / "watch.js")
        processor = page.context.new_cdp_session(page)
        processor.send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
        server.forget()
        page.goto(server.url + path, wait_until="load")
        opened = page_and_search(_asked_by(page, server))
        page.locator("input[type=search]").click()
        keys: list[float | None] = []
        first = None
        for letter in question:
            page.keyboard.press("Space" if letter == " " else letter)
            keys.append(page.evaluate("patience => drawn(patience)", PATIENCE))
            if first is None and keys[-1] is not None:
                first = page_and_search(_asked_by(page, server, first=True))
        own = _asked_by(page, server)
        whole = page_and_search(own)
        beside = sum(size for _, size in server.sent) - sum(size for _, size in own)
    times = [PATIENCE if time is None else time for time in keys]
    return Visit(question, times, opened, first or whole, whole, keys.count(None), beside)


_ASKED = """first => [location.href, ...performance.getEntriesByType("resource")
    .filter(({ startTime }) => !first || startTime <= window.firstDrawn).map(({ name }) => name)]"""


def _asked_by(page: Page, server: Server, *, first: bool = False) -> list[tuple[str, int]]:
    """What the server sent because the page asked for it: the site's worker fetches things of its own accord.

    With `first` only what was asked for before the first results stood there.
    """
    names = page.evaluate(_ASKED, first)
    asked = {name.removeprefix(server.url).partition("?")[0].partition("#")[0] or "/" for name in names}
    found: dict[str, int] = {}
    for path, size in server.sent:
        if path in asked:
            found.setdefault(path, size)
    return list(found.items())


def first_views(browser: Browser, server: Server, paths: Sequence[str]) -> dict[str, int]:
    """The bytes of each page for somebody who comes there first, until nothing more is asked for."""
    found = {}
    for path in paths:
        with _fresh(browser) as page:
            server.forget()
            page.goto(server.url + path, wait_until="networkidle")
            found[path] = sum(size for _, size in _asked_by(page, server))
    return found


@contextmanager
def _fresh(browser: Browser) -> Iterator[Page]:
    """A page in a browser that has seen nothing yet."""
    context = browser.new_context(locale="nl-NL", viewport=_PHONE)
    try:
        yield context.new_page()
    finally:
        context.close()


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest value that at least this share (0 to 1) of the values does not exceed."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]
