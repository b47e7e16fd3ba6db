"""The coverage of a municipality as rows for a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator import urls
from generator.formats import csvtext
from generator.views.coverage.counting import ALL, Count, Coverage, Known
from generator.views.pieces.wording import words


def offers_sheet(coverage: Coverage, home: str = "") -> bytes:
    """A row for each offer × kind of help × situation, so that a pivot table can count what it likes.

    An offer that says no kind or situation has an empty cell there. `telt` is 1 in one row of each offer and
    `telt_soort` in one row of each of its kinds: their sums count offers, where rows would count some twice. `home` is
    the address of the site, where it is known, so that each address in the file can be opened.
    """
    return csvtext.written(_offers(coverage, home))


def totals_sheet(coverage: Coverage) -> bytes:
    """A row for each kind of help × situation with its counts; an empty cell stands for all kinds or situations."""
    return csvtext.written(_totals(coverage))


OFFERS = (
    "gemeente", "stand", "aanbod", "naam", "organisatie", "soort_id", "soort", "situatie_id", "situatie", "bereik",
    "plek", "waar", "doelgroep", "telefoon", "kosten", "verwijzing", "indicatie", "wachttijd", "nu_even_niet",
    "gecontroleerd", "verouderd", "adres", "telt", "telt_soort",
)  # fmt: skip
"""The columns of the sheet with offers. `earlier` reads five of them back."""

TOTALS = (
    "gemeente", "stand", "soort_id", "soort", "situatie_id", "situatie", "lokaal", "regionaal", "landelijk", "totaal",
)  # fmt: skip


def _offers(coverage: Coverage, home: str) -> Iterator[Sequence[str]]:
    yield OFFERS
    head, help, situations = _head(coverage), _labels(coverage, "help"), _labels(coverage, "situations")
    for known in sorted(coverage.offers, key=lambda known: known.key):
        before = (*head, known.key, known.name, known.owner)
        after, first = _facts(coverage, known, home), "1"
        for kind in known.help or ("",):
            first_of_kind = "1"
            for situation in known.situations or ("",):
                yield (*before, kind, help[kind], situation, situations[situation], *after, first, first_of_kind)
                first = first_of_kind = "0"


def _facts(coverage: Coverage, known: Known, home: str) -> tuple[str, ...]:
    """What every row of an offer says after its kind and situation."""
    t, audience = words("coverage", "sheet"), coverage.catalogue.vocabularies["audience"]
    return (
        known.reach,
        t["spots"].get(known.spot, known.spot),
        ", ".join(known.where),
        ", ".join(audience.label(id) for id in known.audience),
        _answer(known.rings),
        known.cost or "",
        _answer(known.referral),
        _answer(known.indication),
        known.waiting_time,
        _answer(known.status == "paused"),
        "" if known.undated else known.checked or "",
        _answer(known.stale or known.undated),
        f"{home or '/'}{urls.offering(known.key)}",
    )


def _totals(coverage: Coverage) -> Iterator[Sequence[str]]:
    yield TOTALS
    head, none = _head(coverage), Count()
    kinds = [(ALL, ""), *((kind.term.id, kind.term.label) for kind in coverage.kinds)]
    situations = _labels(coverage, "situations").items()
    for kind, label in kinds:
        for situation, said in situations:
            count = coverage.by_situation.get((kind, situation), none)
            yield (*head, kind, label, situation, said, *map(str, (*count, count.total)))


def _labels(coverage: Coverage, vocabulary: str) -> Mapping[str, str]:
    """What people read for each term, with nothing for none."""
    return {ALL: "", **{term.id: term.label for term in coverage.catalogue.vocabularies[vocabulary]}}


def _head(coverage: Coverage) -> tuple[str, str]:
    """The municipality, and the month the counts are of: a day would change the file where nothing changed."""
    catalogue = coverage.catalogue
    return catalogue.municipalities[coverage.municipality].record.name, catalogue.month


def _answer(value: bool | None) -> str:
    return "" if value is None else words("coverage", "sheet", "yes" if value else "no")
