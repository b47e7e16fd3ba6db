"""The page of what there is: plain words first, every count leads on, and it changes only when something matters."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest

from generator import urls
from generator.building.loading import load
from generator.edition import Edition
from generator.views.coverage import picture, tables
from generator.views.coverage.counting import (
    Coverage,
)
from generator.views.pieces.wording import words
from tests.editions import LINDEDAL, ROOT, SMALL, TODAY, build_here, copied, replaced
from tests.scratch import Scratch
from tests.views.coverage.counted import THEN, counted
from tests.webpage import Webpage

NUMBERS = words("coverage", "numbers")


def test_the_page_begins_in_plain_words(scratch: Scratch) -> None:
    found = counted(scratch)
    national = found.total.national
    said = tables.coverage(scratch.known(), "stein")["story"]
    number = national if national > 12 else "…"
    assert said[0] == (
        f"In Stein zijn er {6 + national} mogelijkheden voor wie voor een ander zorgt: drie van hier, drie uit de "
        f"streek en {number} voor het hele land."
    )
    most, fewest = found.most_and_fewest()
    totals = [found.of_kind(kind.term.id).total for kind in found.single_kinds]
    assert {found.of_kind(kind.term.id).total for kind in most} == {max(totals)}
    assert [found.of_kind(kind.term.id).total for kind in fewest] == [1] * totals.count(1)
    assert said[1].startswith("Het meeste is er voor ")
    assert said[2].startswith("Van wat er wel is, is het minste er voor ") and " één mogelijkheid" in said[2]
    assert all(f"‘{kind.term.label}’" in said[2] for kind in fewest[:6])
    empty = totals.count(0)
    assert empty and any(line.startswith(f"Voor {NUMBERS[empty]} soorten hulp is er niets: ‘") for line in said)


def test_what_the_page_says_first_is_what_its_picture_shows() -> None:
    """The kinds with most and fewest, and how many have nothing, as anybody reads them off the bars."""
    for edition, id in ((ROOT, "stein"), (LINDEDAL, "lindedal")):
        catalogue = load(Edition.at(edition / "mkdocs.yml"), TODAY).catalogue
        assert catalogue is not None
        drawing = ElementTree.fromstring(picture.picture(Coverage(catalogue, id)))
        described = (drawing.findtext("{*}desc") or "").removesuffix(".").split("hulp. ", 1)[1].split("; ")
        bars = {
            label: int(total.split(",")[0].replace("niets", "0"))
            for label, _, total in (line.rpartition(": ") for line in described)
        }
        said = " ".join(tables.coverage(catalogue, id)["story"])
        least = min(total for total in bars.values() if total)
        sentence = said[said.index("Van wat er wel is") :].split(".", 1)[0]
        assert [label for label in bars if f"‘{label}’" in sentence] == [kind for kind in bars if bars[kind] == least]
        nothing = list(bars.values()).count(0)
        assert (f"Voor {NUMBERS[nothing]} soorten hulp is er niets" in said) == bool(nothing)


def test_of_many_earlier_dates_the_last_three_are_shown(scratch: Scratch) -> None:
    for when in ("2023", "2026-02", "2026-01-31", "2025-06"):
        scratch.write(f"data/coverage/stein/{when}.csv", THEN)
    page = tables.coverage(scratch.known(), "stein")["compared"]
    assert page["dates"] == ["juni 2025", "31 januari 2026", "februari 2026"]


def test_every_count_leads_on_and_the_files_are_there(small: Path) -> None:
    for municipality in ("stein", "beek"):
        page = Webpage(small, f"{municipality}/dekking/index.html")
        saved = {Path(link).name for link in page.links() if link.endswith((".csv", ".svg"))}
        assert saved == {"dekking.csv", "dekking-totalen.csv", "dekking.svg"}
        for cell in page.all("td"):
            if (cell.attributes.get("class") or "").startswith("heat__"):
                assert re.fullmatch(r"\d+( ?\+\d+)?|\+\d+", cell.text), cell.text
        listed = {file for link in page.links() if (file := (page.target(link) or ("", ""))[0])}
        assert f"{urls.help(municipality, 'vervangende-zorg')}index.html" in listed
        assert f"{urls.offering('hulp-in-de-streek/oppas')}index.html" in listed


def test_professionals_find_it(small: Path, stein: Path, lindedal: Path) -> None:
    """From the foot of every page, from the kennisrugzak, and from the page for professionals of both editions."""
    for site, address in ((small, "beek/"), (small, "stein/kennisrugzak/"), (stein, "voor-professionals/"),
                          (lindedal, "voor-professionals/")):  # fmt: skip
        page = Webpage(site, f"{address}index.html")
        targets = [(page.target(link) or ("", ""))[0] for link in page.links()]
        assert any(target.endswith("/dekking/index.html") for target in targets), address


@pytest.mark.site
def test_only_a_change_that_matters_makes_the_page_anew(tmp_path: Path) -> None:
    """A day later the same files stand there; a record of Beek changes nothing in Stein; a month later all say so."""
    edition = copied(SMALL, tmp_path / "editie")
    names = ("dekking/index.html", "dekking.csv", "dekking-totalen.csv", "dekking.svg")

    def made(today: date = TODAY) -> dict[str, tuple[int, bytes]]:
        site = build_here(edition, today)
        files = [site / municipality / name for municipality in ("stein", "beek") for name in names]
        return {str(f.relative_to(site)): (f.stat().st_mtime_ns, f.read_bytes()) for f in files}

    first = made()
    assert made(date(2026, 11, 22)) == first
    replaced(
        edition / "data/organisations/beek/huiskamer-beek.yml",
        "first_step: Loop binnen.",
        "first_step: Kom binnen.\n    where: [thuis]",
    )
    second = made()
    changed = {name for name in first if first[name][1] != second[name][1]}
    assert {"beek/dekking/index.html", "beek/dekking.csv"} <= changed
    assert not [name for name in changed if name.startswith("stein/")]
    december = made(date(2026, 12, 1))
    assert {name for name in second if second[name][1] != december[name][1]} == set(second)
    (edition / "data/coverage/stein").mkdir(parents=True)
    (edition / "data/coverage/stein/2026-11.csv").write_bytes(second["stein/dekking.csv"][1])
    third = made()
    assert "Vergeleken met november 2026" in third["stein/dekking/index.html"][1].decode()
    assert third["stein/dekking.csv"][1] == second["stein/dekking.csv"][1]
