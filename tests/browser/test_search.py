"""How well the search answers what people ask: measured in a browser, on the questions in tests/search."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import OUTPUT, Come, Visitor
from tests.search.judged import Question, Score, acute, questions, score

pytestmark = pytest.mark.browser

ENGINE = """async ([root, municipality, asked]) => {
  const { ask, ready } = await import(`${root}components/finder/ready.mjs`);
  const all = await ready(root, municipality);
  await Promise.all([all.details.all(), all.whole()]);
  return asked.map((question) => {
    const { found, lines } = ask(all, question);
    return { keys: found.slice(0, 10).map(({ number }) => all.records[number].key), acute: lines.map(({ id }) => id) };
  });
}"""


def asked(guest: Visitor, municipality: str, texts: Sequence[str]) -> list[dict[str, Any]]:
    """What the site's own search answers."""
    page = guest.goes_to(f"{municipality}/hulp/")
    found: list[dict[str, Any]] = page.evaluate(ENGINE, [guest.root, municipality, list(texts)])
    return found


@pytest.fixture(scope="module")
def answers(stein: Path, lindedal: Path, visitors: Any, serve: Callable[[Path], str]) -> dict[str, Sequence[str]]:
    """The keys for every question, by the question's id."""
    found: dict[str, Sequence[str]] = {}
    for edition, site in (("stein", stein), ("lindedal", lindedal)):
        guest: Visitor = visitors()
        guest.arrives(serve(site), 1280, 900, "light")
        mine = [question for question in questions() if question.edition == edition]
        got = asked(guest, edition, [question.question for question in mine])
        found |= {question.id: answer["keys"] for question, answer in zip(mine, got, strict=True)}
        guest.is_content()
    return found


def judged(answers: dict[str, Sequence[str]], which: str) -> Score:
    def given(question: Question) -> Sequence[str]:
        return answers[question.id]

    return score([question for question in questions() if question.set == which], given)


@pytest.mark.parametrize(("which", "three", "reciprocal"), [("open", 0.93, 0.83), ("frozen", 0.88, 0.80)])
def test_a_right_answer_is_among_the_first_three(
    answers: dict[str, Sequence[str]], which: str, three: float, reciprocal: float
) -> None:
    """As it is now, with a little room for one question: what makes it worse is noticed. The aim is 0.95."""
    found = judged(answers, which)
    (OUTPUT / f"search-{which}.json").write_text(json.dumps({name: getattr(found, name) for name in found.__slots__}))
    assert found.count >= 100
    assert found.three >= three, found
    assert found.reciprocal >= reciprocal, found


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("dag besteding", "dagbesteding"),
        ("thuis zorg winkel", "thuiszorgwinkel"),
        ("vrijwiligers", "vrijwilligers"),
        ("oppas snachts", "oppas 's nachts"),
    ],
)
def test_who_writes_otherwise_finds_the_same(typed: str, meant: str, lindedal: Path, visitor: Come) -> None:
    """A compound typed apart, a slip in a long word, a word as it is typed on a phone."""
    guest = visitor(lindedal)
    one, other = asked(guest, "lindedal", [typed, meant])
    assert one["keys"][:3] and one["keys"][:3] == other["keys"][:3]
    guest.is_content()


def test_an_unknown_word_stands_for_what_means_nearly_the_same(lindedal: Path, visitor: Come) -> None:
    """No saying of any kind of help has this word; one of the lists of near-equal words has, beside going to a film."""
    guest = visitor(lindedal)
    found = asked(guest, "lindedal", ["dierentuin", "xyzzyq"])
    assert found[0]["keys"]
    assert not found[1]["keys"]
    guest.is_content()


def test_danger_and_despair_are_heard(lindedal: Path, visitor: Come) -> None:
    """All that must put the emergency lines first do so, with the right line; hardly anything else does."""
    guest = visitor(lindedal)
    must, must_not = acute()["must"], acute()["must_not"]
    assert len(must) >= 60
    assert len(must_not) >= 60
    heard = asked(guest, "lindedal", [row["question"] for row in must])
    missed = [row["question"] for row, answer in zip(must, heard, strict=True) if not answer["acute"]]
    wrong = [
        row["question"]
        for row, answer in zip(must, heard, strict=True)
        if answer["acute"] and not set(answer["acute"]) & set(row["terms"])
    ]
    false = [
        row["question"]
        for row, answer in zip(must_not, asked(guest, "lindedal", [row["question"] for row in must_not]), strict=True)
        if answer["acute"]
    ]
    assert (missed, wrong) == ([], [])
    assert len(false) <= 3, false
    guest.is_content()
