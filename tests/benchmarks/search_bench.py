"""Our search beside lunr, Pagefind and MiniSearch on the same records: `python -m tests.benchmarks.search_bench`.

How often they find what a good adviser would name, how long after a key press the results stand there, and how much
has to come before the first one does. Nothing here is tuned: every engine is asked as its own guide says.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser

from generator.edition import Edition
from tests.benchmarks.generate import TODAY
from tests.benchmarks.search import peers, report
from tests.benchmarks.search.documents import documents
from tests.benchmarks.search.editions import CROWDED, crowded, judged, made_up
from tests.benchmarks.search.measuring import (
    PATIENCE,
    SLOWED,
    Visit,
    first_views,
    our_answers,
    our_lines,
    peer_answers,
    percentile,
    typed,
)
from tests.benchmarks.search.server import Server, served
from tests.browser.chromium import chromium
from tests.browser.kinds import PAGES
from tests.editions import TODAY as JUDGED_ON
from tests.search.judged import Question, danger, dangers, questions, score, unseen

RESULTS = Path(__file__).parent / "search_results.json"

_ASKED = {
    "lunr": ("lunr", None),
    "pagefind": ("pagefind", None),
    "minisearch": ("minisearch", "PLAIN"),
    "minisearch typing": ("minisearch", None),
}
"""Each way to ask a peer: its name, and which of its options."""

_TYPED = {"lunr": "lunr", "pagefind": "pagefind", "minisearch typing": "minisearch"}
"""The peers as they are searched while somebody is typing: plain MiniSearch knows no half words."""


def quality(
    browser: Browser, editions: Mapping[str, Edition], folder: Path, every: Sequence[Question]
) -> dict[str, Any]:
    """The scores of every engine on both halves of some judged questions, and on all."""
    answers: dict[str, dict[str, Sequence[str]]] = {name: {} for name in ("ours", *_ASKED)}
    for name in sorted({question.edition for question in every}):
        mine = [question for question in every if question.edition == name]
        texts = [question.question for question in mine]
        ids = [question.id for question in mine]
        found = documents(editions[name], name, JUDGED_ON)
        keys = {document.url: document.key for document in found}
        with served(editions[name].site) as server:
            _say(f"{name}: {len(mine)} questions over {len(found)} documents")
            answers["ours"] |= zip(ids, our_answers(browser, server, name, texts), strict=True)
        folders = peers.write(folder / name, found)
        for asked, (peer, options) in _ASKED.items():
            with served(folders[peer]) as server:
                given = peer_answers(browser, server, texts, options)
            answers[asked] |= zip(ids, ([keys[url] for url in urls] for urls in given), strict=True)
    return {name: _scores(by_id, every) for name, by_id in answers.items()}


def _scores(answers: Mapping[str, Sequence[str]], every: Sequence[Question]) -> dict[str, Any]:
    def given(question: Question) -> Sequence[str]:
        return answers[question.id]

    answered = [question for question in every if question.right]
    halves = {
        "open": [question for question in answered if question.set == "open"],
        "frozen": [question for question in answered if question.set == "frozen"],
        "both": answered,
    }
    return {half: asdict(score(asked, given)) for half, asked in halves.items()}


def on_unseen(browser: Browser, editions: Mapping[str, Edition], folder: Path) -> dict[str, Any]:
    """The scores in each municipality that nobody tuned for, of every engine."""
    return {
        name: quality(browser, editions, folder, [question for question in unseen() if question.edition == name])
        for name in editions
    }


def in_danger(browser: Browser, edition: Edition, municipality: str) -> dict[str, Any]:
    """What our search puts above everything for sentences of danger and for their lookalikes, by half."""
    asked = [row["question"] for rows in dangers().values() for row in rows]
    with served(edition.site) as server:
        lines = dict(zip(asked, our_lines(browser, server, municipality, asked), strict=True))
    return {"open": asdict(danger(lines, "open")), "frozen": asdict(danger(lines, "frozen"))}


def typing(browser: Browser, edition: Edition, folder: Path, asked: Sequence[str]) -> dict[str, list[Visit]]:
    """The visits to every engine, on the same questions and the same records."""
    folders = peers.write(folder, documents(edition, CROWDED, TODAY))
    visits = {}
    with ExitStack() as stack:
        ours = stack.enter_context(served(edition.site))
        places: dict[str, tuple[Server, str]] = {"ours": (ours, f"{CROWDED}/hulp/")}
        for name, peer in _TYPED.items():
            places[name] = (stack.enter_context(served(folders[peer])), "")
        for name, (server, path) in places.items():
            _say(f"typing: {name}")
            visits[name] = typed(browser, server, path, asked)
    return visits


def to_type(number: int) -> list[str]:
    """So many of the open questions, spread evenly: whole ones as people type them, with plain letters."""
    found = [
        question.question
        for question in questions()
        if question.set == "open" and 12 <= len(question.question) <= 40 and question.question.isascii()
    ]
    return found[:: max(1, len(found) // number)][:number]


def _speed(visits: Sequence[Visit]) -> dict[str, Any]:
    keys = [time for visit in visits for time in visit.keys[1:]]
    first = [visit.keys[0] for visit in visits]
    return {
        "keys": len(keys),
        "lost": sum(visit.lost for visit in visits),
        "p50": percentile(keys, 0.5),
        "p95": percentile(keys, 0.95),
        "max": max(keys),
        "first p50": percentile(first, 0.5),
        "first max": max(first),
    }


def _bytes(visits: Sequence[Visit]) -> dict[str, int]:
    page, search = max((visit.first for visit in visits), key=sum)
    whole = max(sum(visit.whole) for visit in visits)
    beside = max(visit.beside for visit in visits)
    return {"page": page, "search": search, "total": page + search, "whole question": whole, "beside": beside}


def views(browser: Browser, editions: Mapping[str, Edition], crowd: Edition) -> dict[str, int]:
    """The bytes of a first view of every kind of page, and of the largest of each kind where there is much help."""
    found = {}
    for name, edition in editions.items():
        with served(edition.site) as server:
            paths = [path.partition("#")[0] for of, path in PAGES.values() if of == name]
            sizes = first_views(browser, server, list(dict.fromkeys(paths)))
        found |= {f"{name}: /{path}": size for path, size in sizes.items()}
    with served(crowd.site) as server:
        sizes = first_views(browser, server, list(_largest(crowd.site)))
    return found | {f"crowded: /{path}": size for path, size in sizes.items()}


def _largest(site: Path) -> Sequence[str]:
    patterns = (
        "index.html", f"{CROWDED}/index.html", f"{CROWDED}/hulp/index.html", f"{CROWDED}/hulp/*/index.html",
        f"{CROWDED}/situatie/*/index.html", f"{CROWDED}/wegwijzer/**/index.html", f"{CROWDED}/a-z/index.html",
        "organisaties/*/index.html", "organisaties/*/*/index.html",
    )  # fmt: skip
    pages = [max(site.glob(pattern), key=lambda page: page.stat().st_size) for pattern in patterns]
    return [page.parent.relative_to(site).as_posix().removeprefix(".") + "/" for page in pages]


def _say(words: str) -> None:
    print(f"{time.strftime('%H:%M:%S')} {words}", file=sys.stderr, flush=True)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print the tables, write the results."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--offerings", type=int, default=1000, help="offerings in the municipality that is searched")
    parser.add_argument("--questions", type=int, default=10, help="questions that are typed key by key")
    parser.add_argument("--json", type=Path, default=RESULTS, help="where the results go")
    parser.add_argument("--found", action="store_true", help="only how often help is found; nothing is written")
    asked = parser.parse_args(arguments)
    busy = round(os.getloadavg()[0], 1)
    with tempfile.TemporaryDirectory(prefix="search-bench-") as name, chromium() as browser:
        folder = Path(name)
        _say("building")
        editions, others = judged(folder / "editions"), made_up(folder / "unseen")
        first = next(iter(others))
        found = {
            "quality": quality(browser, editions, folder / "peers", questions()),
            "unseen": on_unseen(browser, others, folder / "peers"),
            "danger": in_danger(browser, others[first], first),
        }
        if asked.found:
            print(report.found(found))
            return 0
        crowd = crowded(folder / "crowded", asked.offerings)
        visits = typing(browser, crowd, folder / "peers" / "crowded", to_type(asked.questions))
        _say("first views")
        sizes = views(browser, editions, crowd)
        version = browser.version
    results = {
        "machine": {
            "processors": os.cpu_count(),
            "busy": busy,
            "busy after": round(os.getloadavg()[0], 1),
            "chromium": version,
        },
        "offerings": asked.offerings,
        "slowed": SLOWED,
        "patience": PATIENCE,
        "aims": report.AIMS,
        **found,
        "speed": {name: _speed(found) for name, found in visits.items()},
        "bytes": {name: _bytes(found) for name, found in visits.items()},
        "first views": sizes,
        "visits": {name: [asdict(visit) for visit in found] for name, found in visits.items()},
    }
    asked.json.write_text(json.dumps(_rounded(results), indent=1, ensure_ascii=False) + "\n", "utf-8")
    print(report.text(results))
    return 0


def _rounded(value: Any) -> Any:
    """Numbers with no more digits than they tell something."""
    if isinstance(value, float):
        return round(value, 3)
    if isinstance(value, dict):
        return {name: _rounded(one) for name, one in value.items()}
    return [_rounded(one) for one in value] if isinstance(value, list | tuple) else value


if __name__ == "__main__":
    sys.exit(main())
