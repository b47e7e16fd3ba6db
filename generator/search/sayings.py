"""What people say for each kind of help, each situation and for danger, and which words mean nearly the same.

The same for all municipalities of an edition. Compact on purpose, for a phone with little reception: a saying is
reduced to the words that tell something. What Dutch words have to do with each other is decided in the browser.
Every search begins with the vocabulary: names and other words for each thing. Whole phrases, and which sayings mean
nearly the same, come when the first answers stand there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from generator.catalogue.asking import shared
from generator.catalogue.catalogue import Catalogue
from generator.model.vocabulary import Term
from generator.national.layer import near_words
from generator.national.shown import ACUTE_LINES, ASIDE
from generator.texts.spoken import language, remembered, text, texts
from generator.values.slugs import plain

VOCABULARIES = ("help", "situations", "audience")
"""The vocabularies whose words lead to offers."""

AIDS = ("languages", "accessibility")
"""The vocabularies that say what an offer does for who can't come without: whoever types such a word finds those."""

WORD = re.compile(r"[a-z0-9]{2,}")


def vocabulary(catalogue: Catalogue) -> dict[str, Any]:
    """What a browser has to know of words before it can answer, whatever municipality it searches."""
    first = text("search", "first_help")
    terms = [
        {
            "group": group,
            "id": term.id,
            "label": term.label,
            "parent": term.parent,
            "synonyms": telling(term.synonyms),
            **({"first": first[term.id]} if term.id in first else {}),
        }
        for group, term in _terms(catalogue)
    ]
    return {
        "stop": " ".join(sorted(stop())),
        "who": " ".join(text("search", "who").split()),
        "calm": _whole(text("search", "calm")),
        "someone": " ".join(text("search", "someone").split()),
        "little": " ".join(text("search", "little").split()),
        "aside": sorted(ASIDE),
        "terms": terms,
        "acute": _acute(catalogue),
        "said": _said(),
    }


def more(catalogue: Catalogue) -> dict[str, Any]:
    """What a browser takes in after its first answers: the phrases of each term, in the order of the vocabulary, and
    sets of sayings that mean nearly the same."""
    return {
        "phrases": [telling(term.phrases) for _, term in _terms(catalogue)],
        "related": [alike for words in near_words() if len(alike := _alike(words)) > 1],
    }


def spoken() -> dict[str, Any]:
    """What the search has to know beside the Dutch words when another language is spoken."""
    told = texts(language())
    words, terms = told["search"], told["terms"]
    little = frozenset(words["stop"].split())
    return {
        **{name: " ".join(words[name].split()) for name in ("stop", "who", "someone", "little")},
        "calm": _whole(words["calm"]),
        "terms": {
            f"{group}:{id}": {"label": term["label"], "says": telling(term["says"], little)}
            for group in (*VOCABULARIES, *AIDS)
            for id, term in terms[group].items()
        },
        "acute": {id: {**term, "says": _whole(term["says"])} for id, term in terms["acute"].items()},
        "said": _said(),
    }


@remembered
def stop() -> frozenset[str]:
    """Words that tell nothing of what somebody needs."""
    return frozenset(text("search", "stop").split())


@shared  # every municipality asks
def known(catalogue: Catalogue) -> frozenset[str]:
    """Every word that a saying uses: in a record it leads somewhere."""
    sayings = [saying for _, term in _terms(catalogue) for saying in (*term.synonyms, *term.phrases)]
    said = " ".join([*sayings, *(word for words in near_words() for word in words)])
    return frozenset(WORD.findall(plain(said))) - stop()


def _terms(catalogue: Catalogue) -> Iterator[tuple[str, Term]]:
    """(vocabulary, term) in the one order by which browsers number them."""
    return ((group, term) for group in VOCABULARIES for term in catalogue.vocabularies[group])


def telling(written: Iterable[str], little: frozenset[str] | None = None) -> list[str]:
    """Each saying reduced to the words that tell something, once; one without such words stays whole."""
    little = stop() if little is None else little
    found: dict[str, None] = {}
    for saying in written:
        every = WORD.findall(plain(saying))
        found[" ".join([word for word in every if word not in little] or every)] = None
    return [saying for saying in found if saying]


def _alike(written: Iterable[str]) -> list[str]:
    """Words that mean nearly the same. One word left of several says too little: "weg bij hem" is no "weg"."""
    little = stop()
    kept = []
    for saying in written:
        every = WORD.findall(plain(saying))
        kept_words = [word for word in every if word not in little]
        if kept_words == every or len(kept_words) > 1:
            kept.append(saying)
    return telling(kept)


def _whole(written: Iterable[str]) -> list[str]:
    """Sayings in which every small word counts."""
    return list(dict.fromkeys(" ".join(WORD.findall(plain(saying))) for saying in written))


def _acute(catalogue: Catalogue) -> list[dict[str, Any]]:
    return [
        {
            "id": term.id,
            "label": term.label,
            "explanation": term.explanation,
            "organisation": ACUTE_LINES[term.id],
            **({"discreet": 1} if term.discreet else {}),
            "synonyms": _whole(term.synonyms),
            "phrases": _whole(term.phrases),
        }
        for term in catalogue.vocabularies["acute"]
        if term.id in ACUTE_LINES
    ]


def _said() -> dict[str, str]:
    """What the page says while it searches."""
    t = text("interface", "finder")
    stale = {"stale": text("interface", "checked", "stale")}
    return {**t["said"], **{name: t[name] for name in ("filters", "filters_chosen")}, **stale}
