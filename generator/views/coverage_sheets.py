"""The coverage of a municipality as rows for a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator import csvtext, urls
from generator.coverage import ALL, Count, Coverage, Known
from generator.views.wording import words


def offers_sheet(coverage: Coverage) -> bytes:
    """A row for each offer × kind of help × situation, so that a pivot table can count what it likes.

    An offer that says no kind or situation has an empty cell there. `telt` is 1 in one row of each offer and
    `telt_soort` in one row of each of its kinds: their sums count offers, where rows would count some twice.
    """
    return csvtext.written(_offers(coverage))


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


def _offers(coverage: Coverage) -> Iterator[Sequence[str]]:
    yield OFFERS
    help, situations = coverage.catalogue.vocabularies["help"], coverage.catalogue.vocabularies["situations"]
    for known in sorted(coverage.offers, key=lambda known: known.offer.key):
        first, (before, after) = "1", _around(coverage, known)
        for kind in known.offer.help or ("",):
            first_of_kind = "1"
            for situation in known.offer.situations or ("",):
                yield (
                    *before,
                    kind,
                    help.label(kind) if kind else "",
                    situation,
                    situations.label(situation) if situation else "",
                    *after,
                    first,
                    first_of_kind,
                )
                first = first_of_kind = "0"


def _around(coverage: Coverage, known: Known) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What every row of an offer has, before and after its kind and situation."""
    t, record = words("coverage", "sheet"), known.record
    access, audience = record.access, coverage.catalogue.vocabularies["audience"]
    before = (*_head(coverage), known.offer.key, record.name, known.owner)
    after = (
        known.offer.reach,
        t["spots"].get(known.spot, known.spot),
        ", ".join(record.where),
        ", ".join(audience.label(id) for id in record.audience),
        _answer(bool(record.phones)),
        record.cost.kind if record.cost else "",
        _answer(access.referral if access else None),
        _answer(access.indication if access else None),
        record.waiting_time or "",
        _answer(known.offer.status == "paused"),
        "" if known.undated or record.checked is None else record.checked.date,
        _answer(known.stale or known.undated),
        f"/{urls.offering(known.offer.key)}",
    )
    return before, after


def _totals(coverage: Coverage) -> Iterator[Sequence[str]]:
    yield TOTALS
    kinds = [(kind.term.id, kind.term.label) for kind in coverage.kinds]
    situations = [(term.id, term.label) for term in coverage.catalogue.vocabularies["situations"]]
    for kind, label in ((ALL, ""), *kinds):
        for situation, said in ((ALL, ""), *situations):
            count = coverage.by_situation.get((kind, situation), Count())
            yield (*_head(coverage), kind, label, situation, said, *map(str, (*count, count.total)))


def _head(coverage: Coverage) -> tuple[str, str]:
    """The municipality, and the month the counts are of: a day would change the file where nothing changed."""
    catalogue = coverage.catalogue
    return catalogue.municipalities[coverage.municipality].record.name, f"{catalogue.today:%Y-%m}"


def _answer(value: bool | None) -> str:
    return "" if value is None else words("coverage", "sheet", "yes" if value else "no")
