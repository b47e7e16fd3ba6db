"""The search benchmark tells what it measured: its percentiles, its documents, its bytes, its verdicts."""

from __future__ import annotations

import gzip
import urllib.request
from pathlib import Path

from generator.edition import Edition
from tests.benchmarks.search import report
from tests.benchmarks.search.documents import documents
from tests.benchmarks.search.measuring import percentile
from tests.benchmarks.search.server import page_and_search, served
from tests.benchmarks.search_bench import to_type
from tests.editions import TODAY
from tests.search.judged import questions, score


def test_a_percentile_is_a_value_that_so_many_do_not_exceed() -> None:
    hundred = [float(number) for number in range(100, 0, -1)]
    assert (percentile(hundred, 0.5), percentile(hundred, 0.95), percentile(hundred, 1.0)) == (50, 95, 100)
    assert percentile([7.0], 0.95) == 7
    assert percentile([1.0, 2.0, 900.0], 0.95) == 900


def test_a_score_counts_the_first_right_answer_only() -> None:
    one, two, three = questions()[:3]
    nothing = "geen-enkel-record"
    given = {
        one.id: [min(one.right), nothing],
        two.id: [nothing, nothing, nothing, min(two.right), max(two.right)],
        three.id: [nothing],
    }
    found = score([one, two, three], lambda question: given[question.id])
    assert (found.first, found.three, found.five) == (1 / 3, 1 / 3, 2 / 3)
    assert found.reciprocal == (1 + 1 / 4) / 3


def test_every_engine_is_given_what_our_own_search_can_find(lindedal: Path) -> None:
    """All right answers are among the documents, with what their page says, and without what every page says."""
    found = {one.key: one for one in documents(Edition.at(lindedal.parent / "mkdocs.yml"), "lindedal", TODAY)}
    wanted = {key for question in questions() if question.edition == "lindedal" for key in question.right}
    assert wanted <= found.keys()
    talk = found["steunpunt-lindedal-zorgt/gesprek-met-een-consulent"]
    assert talk.organisation
    assert talk.name in talk.text
    assert talk.summary in talk.text
    for said_everywhere in (
        "Zag u een fout of is er iets veranderd?",
        "Liever meteen iemand spreken?",
        "Gedachten aan zelfdoding",
    ):
        assert not [one.key for one in found.values() if said_everywhere in one.text]


def test_bytes_are_those_that_went_over_the_line(tmp_path: Path) -> None:
    (tmp_path / "hulp").mkdir()
    (tmp_path / "hulp" / "index.html").write_text("zorg " * 1000)
    (tmp_path / "index.mjs").write_text("export const a = 1;\n" * 100)
    (tmp_path / "letters.woff2").write_bytes(bytes(range(256)))
    with served(tmp_path) as server:
        for path in ("hulp/", "index.mjs", "letters.woff2"):
            with urllib.request.urlopen(server.url + path) as answer:
                body, compressed = answer.read(), answer.headers["Content-Encoding"] == "gzip"
                headers = len(str(answer.headers))
            sent = dict(server.sent)[path]
            assert compressed == (path != "letters.woff2")
            assert len(body) + headers / 2 < sent < len(body) + headers * 2
        page, search = page_and_search(server.sent)
        assert gzip.decompress(urllib.request.urlopen(server.url + "hulp/").read()).startswith(b"zorg")
    assert search == dict(server.sent)["index.mjs"]
    assert page == dict(server.sent)["hulp/"] + dict(server.sent)["letters.woff2"]


def test_enough_keys_are_pressed() -> None:
    """Over two hundred after the first one of each question, and none of the frozen questions is looked into."""
    typed = to_type(10)
    assert len(typed) == 10
    assert sum(len(question) - 1 for question in typed) >= 200
    assert set(typed) <= {question.question for question in questions() if question.set == "open"}


def test_an_aim_that_was_missed_is_called_missed() -> None:
    speed = {"keys": 200, "lost": 0, "p50": 20.0, "p95": 50.1, "max": 70.0, "first p50": 100.0, "first max": 120.0}
    sizes = {"page": 40_000, "search": 60_000, "total": 100_000, "whole question": 120_000, "beside": 9_000}
    half = {"count": 100, "first": 0.8, "three": 0.96, "five": 1.0, "reciprocal": 0.9}
    told = report.text(
        {
            "quality": {"ours": {"open": half}, "lunr": {"open": half}},
            "speed": {"ours": speed},
            "bytes": {"ours": sizes},
            "first views": {"small: /": 100_001, "small: /stein/": 99_000},
            "offerings": 1000,
            "slowed": 4,
            "patience": 10_000,
            "machine": {"processors": 2, "busy": 0.1, "busy after": 1.0, "chromium": "1"},
        }
    )
    quality, key, size, view, _ = told.split("\n\n")
    assert [line.split()[-1] for line in quality.splitlines()[-2:]] == ["met", "0.90"]
    assert key.splitlines()[-1].endswith("missed")
    assert size.splitlines()[-1].endswith("met")
    assert [line.split()[-1] for line in view.splitlines()[-2:]] == ["missed", "met"]
    assert "the largest of 2, 1 of which are too large" in view
