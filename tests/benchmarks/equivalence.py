"""Whether two sites are the same site: the same addresses, and on each kind of page the same words."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from random import Random

MIN_WORDS = 0.9
MAX_DIFFERENCE = 0.2
SAMPLES = 8
"""As many pages of each kind are read."""

_KINDS = {
    "home": r"index\.html",
    "municipality": r"(?!over|privacy|toegankelijkheid|klopt|voor-|tools|praktijk|kennisrug|uit-de)[^/]+/index\.html",
    "prose": r"(over|privacy|toegankelijkheid|klopt-er-iets-niet|voor-professionals)/index\.html",
    "all help": r"[^/]+/hulp/index\.html",
    "kind of help": r"[^/]+/hulp/[^/]+/index\.html",
    "situation": r"[^/]+/situatie/[^/]+/index\.html",
    "a-z": r"[^/]+/a-z/index\.html",
    "backpacks": r"[^/]+/kennisrugzak/index\.html",
    "tool": r"tools/[^/]+/index\.html",
    "example": r"praktijkvoorbeelden/[^/]+/index\.html",
    "organisation": r"organisaties/[^/]+/index\.html",
    "offering": r"organisaties/[^/]+/[^/]+/index\.html",
    "local": r"[^/]+/lokaal\.json",
}
_CONTENT = re.compile(r'id="inhoud"[^>]*>(.*)<footer', re.DOTALL)
_SILENT = re.compile(r"<(script|style)\b.*?</\1>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")


def differences(ours: Path, theirs: Path, samples: int = SAMPLES) -> Iterator[str]:
    """What is not the same about two built sites, in words; nothing when they are equivalent. Of each kind of page
    `samples` are read."""
    own, other = _files(ours), _files(theirs)
    for name, missing in (("only ours has", own.keys() - other), ("only Hugo's has", other.keys() - own)):
        if missing:
            yield f"{len(missing)} addresses that {name}: {', '.join(sorted(missing)[:5])}"
    yield from _too_different("the whole site", sum(own.values()), sum(other.values()))
    for kind, pattern in _KINDS.items():
        names = sorted(name for name in own.keys() & other if re.fullmatch(pattern, name))
        if not names:
            yield f"no {kind} on both sites"
            continue
        sample = Random(kind).sample(names, min(samples, len(names)))
        yield from _too_different(kind, sum(own[n] for n in sample), sum(other[n] for n in sample))
        for name in sample:
            share, missing_words = shared_words(ours / name, theirs / name)
            if share < MIN_WORDS:
                yield f"{kind} {name}: {share:.0%} of our words, without {', '.join(missing_words[:12])}"


def shared_words(ours: Path, theirs: Path) -> tuple[float, list[str]]:
    """The share of the words on our page that stand on the other one, and those that don't."""
    own, other = _words(ours), _words(theirs)
    missing = own - other
    return 1 - missing.total() / max(1, own.total()), list(missing)


def _too_different(what: str, own: int, other: int) -> Iterator[str]:
    if abs(own - other) > MAX_DIFFERENCE * own:
        yield f"{what}: {own} bytes of ours, {other} of Hugo's"


OURS_ALONE = re.compile(
    "|".join([
        r"(?:.*/)?(?:zoeken(?:-verder)?|woorden(?:-(?:en|verder))?|offline|kaart)\.json", r".*/zoeken/\d+\.json",
        r"werker\.js", r"rugzak/.*", r"[^/]+/(?:niet-bewaard|wegwijzer|en)/.*",
        r"(?:tools|praktijkvoorbeelden)/(?:index\.html|teksten\.json)",
        r"(?:kennisrugzakken|uit-de-bronnen)/index\.html",
        r"werkbladen/.*", r"[^/]+/(?:netwerk|dekking|agenda)/.*", r".*/boekje/index\.html",
    ])
)  # fmt: skip
"""The files of the search, the map and the offline copy, the empty page of Mijn rugzak, the guided route, which weighs
every offer for each answer, and what only professionals have, with the two lists that they can filter (Hugo makes
plainer ones): only our builds make them, and pay for them."""


def _files(site: Path) -> Mapping[str, int]:
    found = {path.relative_to(site).as_posix(): path.stat().st_size for path in site.rglob("*") if path.is_file()}
    return {name: size for name, size in found.items() if not OURS_ALONE.fullmatch(name)}


def _words(page: Path) -> Counter[str]:
    """The words that a visitor reads in the main part of a page."""
    text = page.read_text("utf-8")
    if content := _CONTENT.search(text):
        text = _SILENT.sub(" ", content[1])
    return Counter(re.findall(r"[\w-]+", html.unescape(_TAG.sub(" ", text))))
