"""What the counts of a municipality say, in sentences."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.vocabulary import Term
from generator.texts.listing import joined
from generator.views.coverage.counting import (
    Count,
    Coverage,
    HelpKind,
)
from generator.views.pieces.wording import words


def story(coverage: Coverage, name: str) -> list[str]:
    """What is best and worst covered, a sentence each."""
    t, total = words("coverage"), coverage.total
    if not total.total:
        return [t["story_nothing"].format(name=name)]
    number = _number
    are = t["is_one" if total.total == 1 else "is_many"]
    said = t["story_total"].format(
        name=name, are=are, offers=_offers(total.total), local=number(total.local), regional=number(total.regional),
        national=number(total.national),
    )  # fmt: skip
    lines = [said]
    most, fewest = coverage.most_and_fewest()
    lines += [_ends(coverage, form, kinds) for form, kinds in (("story_most", most), ("story_fewest", fewest)) if kinds]
    gaps = coverage.gaps()
    if gaps["nothing"]:
        lines.append(t["story_none"].format(count=_kinds(len(gaps["nothing"])), kinds=_several(gaps["nothing"])))
    if gaps["national"]:
        lines.append(t["story_national"].format(kinds=_several(gaps["national"])))
    if situations := _situations(coverage):
        lines.append(situations)
    return lines


def _ends(coverage: Coverage, form: str, kinds: Sequence[HelpKind]) -> str:
    """For which kinds there is most, or least; how much of it is near, where that can be said of one kind."""
    t, count = words("coverage"), coverage.of_kind(kinds[0].term.id)
    said = t["each" if len(kinds) > 1 else "one"].format(offers=_offers(count.total), near=_near(count))
    return str(t[form].format(kinds=_several([kind.term for kind in kinds]), offers=said))


def _situations(coverage: Coverage) -> str | None:
    """In which situations there is most, and in which least."""
    totals = {term: coverage.of_situation(term.id).total for term in coverage.catalogue.vocabularies["situations"]}
    if len(set(totals.values())) < 2:
        return None
    most, least = max(totals.values()), min(totals.values())
    said: str = words("coverage", "story_situation").format(
        best=_several([term for term in totals if totals[term] == most]), best_number=most,
        worst=_several([term for term in totals if totals[term] == least]), worst_number=least,
    )  # fmt: skip
    return said


def _number(count: int) -> str:
    """A small number in words."""
    numbers: list[str] = words("coverage", "numbers")
    return numbers[count] if count < len(numbers) else str(count)


def _offers(count: int) -> str:
    said: str = words("coverage", "offer_one" if count == 1 else "offer_many").format(number=_number(count))
    return said


def _near(count: Count) -> str:
    """How much of a count is near."""
    t, one = words("coverage"), "_one" if count.total == 1 else ""
    if count.near == count.total:
        return str(t[f"near_all{one}"])
    return str(t["near_some"].format(number=_number(count.near)) if count.near else t[f"near_none{one}"])


def _quoted(term: Term) -> str:
    return str(words("coverage", "quoted").format(label=term.label))


def _kinds(count: int) -> str:
    return str(words("coverage", "kind_one" if count == 1 else "kind_many").format(number=_number(count)))


def _several(terms: Sequence[Term], most: int = 6) -> str:
    """A few terms by name, and how many more there are."""
    named = [_quoted(term) for term in terms[:most]]
    if len(terms) > most + 1:
        named.append(words("coverage", "and_more").format(count=_number(len(terms) - most)))
    else:
        named += [_quoted(term) for term in terms[most:]]
    return joined(named)
