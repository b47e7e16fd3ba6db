"""The site's own texts, for who builds a context."""

from __future__ import annotations

from typing import Any

from generator.model.organisation import Offering
from generator.model.vocabulary import Term
from generator.national.shown import YOUNG_AUDIENCE
from generator.texts.spoken import DUTCH, language, text, texts


def words(*keys: str) -> Any:
    """A text of the site, or a group of them."""
    return text("interface", *keys)


def term_label(vocabulary: str, term: Term) -> str:
    """What people read for a term of a vocabulary; in Dutch where another language has no word for it."""
    if language() == DUTCH:
        return term.label
    told = texts(language())["terms"].get(vocabulary, {}).get(term.id, {})
    return str(told.get("label", term.label))


def for_young(record: Offering) -> bool:
    """Whether an offer is meant for young people alone, who are addressed with `je`."""
    return bool(record.audience) and YOUNG_AUDIENCE.issuperset(record.audience)
