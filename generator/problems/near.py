"""What somebody may have meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches

from generator.texts.listing import either
from generator.texts.spoken import text
from generator.values.slugs import slug

_ALIKE = 0.6
"""How much an id must look like what was written (`difflib`)."""
_WORDS_ALIKE = 0.8
"""How much a word for it must: there are many more of those."""

_FILLING = frozenset(
    {"de", "het", "een", "en", "of", "van", "voor", "bij", "met", "in", "op", "te", "aan", "u", "uw"}
    | {"per", "elk", "elke", "ieder", "iedere", "via"}
)
"""Words that tell nothing about what is meant."""


def near(written: str, known: Iterable[str]) -> str:
    """`"bedoelde u …? "` with the known word most like what was written, or nothing."""
    return near_in(written, dict.fromkeys(known, ()))


def near_in(written: str, words: Mapping[str, Iterable[str]]) -> str:
    """The same where each known word comes with what people also say for it."""
    found = every_meant(written, words)[:_FEW]
    if len(found) > 1:
        return str(text("cli", "near-either")).format(known=either([f'"{one}"' for one in found]))
    return str(text("cli", "near")).format(known=found[0]) if found else ""


_FEW = 3
"""As many words as one question can ask after."""


def meant(written: str, words: Mapping[str, Iterable[str]]) -> str | None:
    """The known word that somebody meant, the first where there are more."""
    return next(iter(every_meant(written, words)), None)


def every_meant(written: str, words: Mapping[str, Iterable[str]]) -> Sequence[str]:
    """The known words that somebody may have meant: it itself, another word for it (which several may have), another
    form of either, a part of it, or one spelled nearly so. In that order."""
    if not slug(written):
        return ()
    for form in (slug, stem, _told):
        if not (said := form(written)):
            continue
        for id in words:
            if form(id) == said:
                return (id,)
        if called := [id for id, others in words.items() if any(form(other) == said for other in others)]:
            return called
    found = _holding(written, words) or _spelled(written, words)
    return (found,) if found and _numbers(written) <= _numbers(found) else ()


def _numbers(words: str) -> frozenset[str]:
    """The numbers in it that say how many: four weeks are no week."""
    return frozenset(word for word in slug(words).split("-") if word.isdecimal() and word.strip("0") != "1")


def _holding(written: str, words: Mapping[str, Iterable[str]]) -> str | None:
    """The shortest word that holds all that was written, or is held by it."""
    said = _stems(written)
    around = [(len(_stems(id)), at, id) for at, id in enumerate(words) if _tells(said) and said <= _stems(id)]
    inside = [
        (-len(held), at, id)
        for at, id in enumerate(words)
        if (held := _stems(id)) and (held == said or (held < said and _tells(held)))
    ]
    return min(around or inside, default=(0, 0, None))[2]


def _tells(stems: frozenset[str]) -> bool:
    """Whether there is a word in it that is not found by chance in another text: an id of two letters is."""
    return max(map(len, stems), default=0) >= 4


def _spelled(written: str, words: Mapping[str, Iterable[str]]) -> str | None:
    others = {slug(other): id for id, more in words.items() for other in more if len(other) <= _SHORT}
    ids = {slug(id): id for id in words}
    return _closest(slug(written), ids, _ALIKE) or _closest(slug(written), others, _WORDS_ALIKE)


_SHORT = 30
"""Signs in a word or two; what is longer is a sentence, and nobody types half of one for an id."""


def _closest(said: str, forms: Mapping[str, str], alike: float) -> str | None:
    found = get_close_matches(said, list(forms), n=1, cutoff=alike)
    return forms[found[0]] if found else None


def _stems(words: str) -> frozenset[str]:
    return frozenset(_told(words).split("-")) - {""}


def _told(words: str) -> str:
    """The stems of all words that tell something: `per dag` and `dagen` are the same."""
    return "-".join(_stemmed(word) for word in slug(words).split("-") if word not in _FILLING)


def stem(words: str) -> str:
    """Words without what makes them one or more: `Maaltijden` and `maaltijd` are the same."""
    return "-".join(_stemmed(word) for word in slug(words).split("-"))


def _stemmed(word: str) -> str:
    if len(word) > 4:
        word = re.sub(r"(?:en|s|e)$", "", word)
    word = re.sub(r"(.)\1", r"\1", word)  # taal and talen, bus and bussen
    return re.sub(r"z$", "s", re.sub(r"v$", "f", word))
