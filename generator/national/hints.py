"""What to write instead, for who named no municipality the way its id is written."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from difflib import SequenceMatcher, get_close_matches
from functools import lru_cache

from generator.national.layer import municipalities
from generator.national.naming import Meant, guessed, meant, spelled
from generator.problems.near import near
from generator.texts.spoken import text
from generator.values import dates
from generator.values.slugs import slug


def instead(written: str, known: Collection[str]) -> str:
    """Which municipality is meant and how it is written, or nothing. `known` are the ids that may stand there: those of
    the list, and an edition's own."""
    found = meant(written)
    if found is not None and found.ids[0] in known:
        return worded(found)
    province = next(
        (m.province for m in municipalities().values() if m.province and spelled(m.province) == spelled(written)), ""
    )
    if province:
        return str(text("places", "meant", "province")).format(name=province)
    own = get_close_matches(slug(written), [id for id in known if id not in municipalities()], n=1, cutoff=0.6)
    guess = guessed(written)
    if own and (guess is None or _alike(written, own[0]) >= _alike(written, guess.name)):
        return str(text("cli", "near")).format(known=own[0])
    if guess is None:
        return near(slug(written), known)
    return worded(guess, sure=False)


@lru_cache(maxsize=1024)
def worded(found: Meant, *, sure: bool = True) -> str:
    """How it is said that somebody meant this."""
    form = "several" if len(found.ids) > 1 else "guess" if not sure and found.how != "name" else found.how
    return str(text("places", "meant", form)).format(**told(found))


def told(found: Meant) -> Mapping[str, str]:
    """What sentences say of it."""
    return {
        "name": found.name,
        "id": found.ids[0],
        "ids": ", ".join(found.ids),
        "municipality": municipalities()[found.ids[0]].name,
        "day": dates.in_words(found.day.isoformat()) if found.day else "",
    }


def _alike(one: str, other: str) -> float:
    return SequenceMatcher(None, slug(one), slug(other)).ratio()
