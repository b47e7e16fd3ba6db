"""The guide to all ids that records can name: made from the vocabularies, as the schemas are from the model."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.model.anatomy import anatomy
from generator.model.kinds import models
from generator.model.vocabulary import VOCABULARIES
from generator.national import layer as national
from generator.texts.spoken import text

FILE = "vocabularies/README.md"
"""Where it is in `data/`: beside the terms that an edition adds."""

_WORDS = 4
"""How many other words for a term are told: enough to recognise it by."""


def guide() -> str:
    """Every vocabulary that a field uses, with all its ids."""
    said = text("cli", "terms")
    parts = [said["head"].rstrip("\n")]
    for vocabulary in sorted(VOCABULARIES, key=lambda id: _called(id)):
        fields = sorted(set(_fields(vocabulary)))
        if not fields:  # what only the search uses
            continue
        parts.append(f"## {_called(vocabulary).capitalize()}")
        named = ", ".join(f"`{field}`" for field in fields)
        parts.append(said["about"].format(fields=named, file=f"data/vocabularies/{vocabulary}.yml"))
        parts.append("\n".join(_table(said, national.vocabulary(vocabulary))))
    parts += [f"## {said['fixed']}", "\n".join(_choices(said))]
    return "\n\n".join(parts) + "\n"


def _table(said: Mapping[str, str], found: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    yield f"| {said['id']} | {said['label']} | {said['words']} |"
    yield "| --- | --- | --- |"
    for term in found:
        words = ", ".join((term.get("synonyms") or [])[:_WORDS])
        yield f"| `{term['id']}` | {term['label']} | {words} |"


def _called(vocabulary: str) -> str:
    return str(text("cli", "kinds", vocabulary)) if vocabulary in text("cli", "kinds") else vocabulary


def _fields(vocabulary: str) -> Iterator[str]:
    """The fields in which ids of a vocabulary are written."""
    return (field.key for model in models() for field in anatomy(model).fields if field.reference == vocabulary)


def _choices(said: Mapping[str, str]) -> Iterator[str]:
    """The fields that hold one of a few fixed words, with those."""
    yield f"| {said['field']} | {said['choices']} |"
    yield "| --- | --- |"
    found = {(field.key, field.choices) for model in models() for field in anatomy(model).fields if field.choices}
    for key, choices in sorted(found):
        yield f"| `{key}` | {', '.join(f'`{choice}`' for choice in choices)} |"
