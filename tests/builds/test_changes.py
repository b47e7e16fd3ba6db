"""A build after a change writes what changed and nothing else, and gives the site that a first build would give."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests.editions import (
    SMALL,
    TODAY,
    build,
    build_here,
    copied,
    different,
    environment,
    files,
    record,
    refused,
    replaced,
    written,
)

STEUNPUNT = "data/organisations/stein/steunpunt-stein.yml"
STREEK = "data/organisations/regio/hulp-in-de-streek.yml"
HUISKAMER = "data/organisations/beek/huiskamer-beek.yml"
SOUP = "content/praktijkvoorbeelden/soep-op-straat.md"
TABLE = "data/networks/tafel-van-de-streek.yml"
BEEK = "data/municipalities/beek.yml"
SQUARE = '{"type": "Polygon", "coordinates": [[[5.7, 50.9], [5.8, 50.9], [5.8, 51.0], [5.7, 50.9]]]}'


class Twins:
    """One edition twice: `one` is built again after every change, `other` has its pages forgotten first."""

    def __init__(self, folder: Path) -> None:
        self.one = copied(SMALL, folder / "een")
        self.other = copied(SMALL, folder / "ander")
        for edition in (self.one, self.other):
            build_here(edition)

    def both(self, change: Callable[[Path], object]) -> None:
        for edition in (self.one, self.other):
            change(edition)

    def built(self, today: date = TODAY) -> dict[str, str]:
        """Build `one` after what went before. Returns its files."""
        return files(build_here(self.one, today))

    def cold(self, today: date = TODAY, forget: str = "site-*") -> dict[str, str]:
        """Build `other` as if for the first time. Returns its files."""
        shutil.rmtree(self.other / "site")
        for file in (self.other / ".cache").glob(forget):
            shutil.rmtree(file) if file.is_dir() else file.unlink()
        return files(build_here(self.other, today))


@pytest.fixture(scope="module")
def twins(tmp_path_factory: pytest.TempPathFactory) -> Twins:
    """Two equal editions that the tests of this file change one after another, always in the same way."""
    return Twins(tmp_path_factory.mktemp("tweeling"))


def touched(edition: Path, today: date = TODAY) -> set[str]:
    """Build again. The files that this put in place or took away."""
    before = written(edition / "site")
    return set(different(before, written(build_here(edition, today))))


def test_a_second_build_writes_nothing(twins: Twins) -> None:
    """Nothing changed, so nothing is touched: no file for a backup or an upload to notice."""
    assert touched(twins.one) == set()


def test_an_edition_that_was_put_back_counts_as_built(built: Path) -> None:
    """The tests that begin with `built` begin with a site that its next build knows."""
    assert touched(built) == set()


def test_a_new_number_is_written_only_where_it_is_shown(twins: Twins) -> None:
    """The number of an offer in Beek stands on its own page, and on its card in the lists and the search of Beek.

    The guided route of Beek has that card under some answers; the pages of other answers stay as they were. The list
    of what a browser keeps of Beek says that those are other pages now.
    """
    twins.both(lambda edition: replaced(edition / STREEK, "0800 000 0104", "0800 000 0199"))
    written_anew = touched(twins.one)
    assert "beek/offline.json" in written_anew
    pages = written_anew - {"beek/offline.json"}
    route = {name for name in pages if name.startswith("beek/wegwijzer/")}
    assert "beek/wegwijzer/ouder/huis/index.html" in route
    assert pages - route == {
        "organisaties/hulp-in-de-streek/bus-in-beek/index.html",
        "beek/hulp/index.html",
        "beek/hulp/vervoer/index.html",
        "beek/hulp/dagelijks-leven/index.html",
        "beek/situatie/even-tussenuit/index.html",
        "beek/zoeken/0.json",
        "beek/en/zoeken/0.json",
    }
    for name in pages:
        assert "0800 000 0199" in (twins.one / "site" / name).read_text("utf-8"), name
    assert files(twins.one / "site") == twins.cold()
    assert not [p for p in (twins.one / "site").rglob("*.html") if "0800 000 0104" in p.read_text("utf-8")]


def a_number_of_the_counter(edition: Path) -> None:
    replaced(edition / STEUNPUNT, "number: 0800 000 0101", "number: 0800 000 0111")


def a_name(edition: Path) -> None:
    replaced(edition / HUISKAMER, "name: Huiskamer van Beek", "name: Woonkamer van Beek")


def a_name_that_others_refer_to(edition: Path) -> None:
    replaced(edition / STREEK, "name: Dagje weg", "name: Dagje eruit")


def an_end(edition: Path) -> None:
    replaced(
        edition / HUISKAMER, "area: [beek]", "area: [beek]\nstatus: ended\nrefers_to: [alleen-langsgaan/open-deur]"
    )


def a_wider_area(edition: Path) -> None:
    replaced(edition / STEUNPUNT, "area: [stein]", "area: [stein, beek]")


def a_new_record(edition: Path) -> None:
    text = (
        "name: Nieuw in Stein\nsummary: Net begonnen.\narea: [stein]\nrefers_to: [steunpunt-stein]\n"
        "checked: {date: 2026-11, source: Zelf gezien}\n"
    )
    record(edition, "data/organisations/stein/nieuw.yml", text)


def another_offer(edition: Path) -> None:
    with (edition / STEUNPUNT).open("a", encoding="utf-8") as file:
        file.write(
            "  - id: wandelen\n    name: Samen wandelen\n    summary: Elke week een uur.\n    help: [lotgenoten]\n"
        )


def the_name_of_a_tool(edition: Path) -> None:
    replaced(edition / "content/tools/praatplaat.md", "name: Praatplaat van Stein", "name: Tekenplaat van Stein")


def the_name_of_a_network(edition: Path) -> None:
    replaced(edition / TABLE, "name: Tafel van de streek", "name: De ronde tafel")


def the_name_of_who_is_in_a_core_group(edition: Path) -> None:
    replaced(
        edition / "data/organisations/stein/oude-buurtzorg.yml", "name: Oude buurtzorg", "name: Buurtzorg van toen"
    )


def the_name_of_who_took_part_in_an_example(edition: Path) -> None:
    replaced(edition / "data/organisations/beek/alleen-langsgaan.yml", "name: Alleen langsgaan", "name: Even langs")


def the_theme_of_a_backpack(edition: Path) -> None:
    replaced(edition / "content/kennisrugzak/stein/buren.md", "Buren die naar elkaar omkijken", "Een straat die zorgt")


def a_backpack_that_names_an_offer(edition: Path) -> None:
    replaced(edition / "content/kennisrugzak/stein/buren.md", "hulp-in-de-streek]", "hulp-in-de-streek/oppas]")


def a_name_that_a_backpack_speaks_of(edition: Path) -> None:
    """Nobody lists it, so the page says that it is missing from the lists."""
    text = "name: Vaste bezoeker\nsummary: Komt langs.\narea: [stein]\nchecked: {date: 2026-11, source: Zelf gezien}\n"
    record(edition, "data/organisations/stein/vaste-bezoeker.yml", text)


def a_step_of_a_tool(edition: Path) -> None:
    replaced(edition / "content/tools/praatplaat.md", "scope: lokaal", "scope: lokaal\nsteps: [doen]")


def a_term(edition: Path) -> None:
    record(edition, "data/vocabularies/help.yml", "- id: vervoer\n  label: Ergens komen\n  parent: dagelijks-leven\n")


def a_boundary(edition: Path) -> None:
    record(edition, "data/municipalities/beek.geojson", SQUARE)
    with (edition / BEEK).open("a", encoding="utf-8") as file:
        file.write("boundary: beek.geojson\n")


def own_colours(edition: Path) -> None:
    replaced(edition / "data/municipalities/stein.yml", "#74255c", "#0a5a5f")


def own_fragment(edition: Path) -> None:
    text = '<meta http-equiv="refresh" content="0; url={{ root }}{{ target[1] }}"><h1>{{ title }}</h1>\n'
    record(edition, "overrides/fragments/redirect.html", text)


def removed_records(edition: Path) -> None:
    (edition / HUISKAMER).unlink()
    replaced(edition / TABLE, "  - organisation: huiskamer-beek\n    level: kennen\n", "")


RECORDS = [
    a_number_of_the_counter, a_name, a_name_that_others_refer_to, an_end, a_wider_area, a_new_record, another_offer,
    the_name_of_a_tool, the_name_of_a_network, the_name_of_who_is_in_a_core_group,
    the_name_of_who_took_part_in_an_example, the_theme_of_a_backpack,
    a_backpack_that_names_an_offer, a_name_that_a_backpack_speaks_of, a_step_of_a_tool, a_term, a_boundary,
    own_colours, own_fragment, removed_records,
]  # fmt: skip


@pytest.mark.parametrize("change", RECORDS, ids=lambda change: change.__name__)
def test_after_a_change_every_page_that_shows_it_is_made_anew(twins: Twins, change: Callable[[Path], None]) -> None:
    """As good as a first build of the same records, whatever changed."""
    before = files(twins.one / "site")
    twins.both(change)
    after = twins.built()
    assert different(before, after)
    assert different(after, twins.cold()) == []


def test_a_boundary_that_is_drawn_again_is_shown_again(edition: Path) -> None:
    """Its record doesn't change, the file beside it does: pages with the outline follow."""
    a_boundary(edition)
    before = files(build_here(edition))
    record(edition, "data/municipalities/beek.geojson", SQUARE.replace("51.0", "51.1"))
    after = files(build_here(edition))
    assert {"organisaties/huiskamer-beek/index.html", "beek/kaart.json"} <= set(different(before, after))
    shutil.rmtree(edition / "site")
    assert files(build_here(edition)) == after


def test_the_map_has_a_boundary_where_one_is_known(edition: Path) -> None:
    """The rings, latitude first as the map wants them; without a boundary there is no file."""
    a_boundary(edition)
    site = build_here(edition)
    ring = [[50.9, 5.7], [50.9, 5.8], [51.0, 5.8], [50.9, 5.7]]
    assert json.loads((site / "beek/kaart.json").read_text("utf-8")) == {"boundary": [ring]}
    assert not (site / "stein/kaart.json").exists()


def test_a_removed_record_leaves_nothing_behind(built: Path) -> None:
    """No page and no empty folder of the living room in Beek."""
    assert (built / "site/organisaties/huiskamer-beek/koffie/index.html").is_file()
    replaced(built / TABLE, "  - organisation: huiskamer-beek\n    level: kennen\n", "")
    (built / HUISKAMER).unlink()
    assert not (build_here(built) / "organisaties/huiskamer-beek").exists()


@pytest.mark.parametrize("today", [date(2027, 1, 11), date(2027, 9, 1), date(2029, 1, 1)])
def test_the_day_alone_changes_what_it_must(twins: Twins, today: date) -> None:
    """What begins, ends or grows old does so without anybody touching a record."""
    before = files(twins.one / "site")
    after = twins.built(today)
    assert different(before, after)
    assert different(after, twins.cold(today)) == []
    assert touched(twins.one, today) == set()


def prose(edition: Path) -> None:
    record(edition, "content/over.md", "# Over ons\n\nAnders dan het was.\n")
    record(edition, "content/extra/nieuw.md", "# Nieuw\n\nEen pagina erbij.\n")


def less_prose(edition: Path) -> None:
    shutil.rmtree(edition / "content/uitleg")


def the_settings(edition: Path) -> None:
    replaced(edition / "mkdocs.yml", "site_name: Samen zorgen", "site_name: Zorg samen")
    replaced(edition / "mkdocs.yml", "https://samen.example/kaart/", "https://www.samen.example/")


def own_foot_and_sheet(edition: Path) -> None:
    record(edition, "overrides/partials/footer.html", "<footer>Van ons</footer>\n")
    record(edition, "overrides/assets/eigen.css", "h1 { letter-spacing: 0 }\n")


def a_counter(edition: Path) -> None:
    with (edition / BEEK).open("a", encoding="utf-8") as file:
        file.write(
            "contact: {organisation: alleen-langsgaan}\nurgent: {name: HAP, phones: [{number: 0800 000 0999}]}\n"
        )


def a_third_municipality(edition: Path) -> None:
    record(edition, "data/municipalities/sittard-geleen.yml", "name: Sittard-Geleen\n")


@pytest.mark.parametrize(
    "change",
    [prose, less_prose, the_settings, own_foot_and_sheet, a_counter, a_third_municipality],
    ids=lambda change: change.__name__,
)
def test_after_a_change_around_the_pages_all_of_them_follow(twins: Twins, change: Callable[[Path], None]) -> None:
    """What the host renders changes too: the same as a first build without any cache."""
    before = files(twins.one / "site")
    twins.both(change)
    after = twins.built()
    assert different(before, after)
    assert different(after, twins.cold(forget="*")) == []


def test_what_somebody_did_to_the_site_by_hand_is_mended(built: Path) -> None:
    """A page edited in place, one thrown away, a stylesheet, a page of prose: all as the records say again."""
    site = built / "site"
    good = files(site)
    replaced(site / "organisaties/steunpunt-stein/index.html", "0800 000 0101", "0800 000 9999")
    (site / "stein/hulp/index.html").unlink()
    (site / "assets/mantelkaart.css").write_text("body { display: none }", "utf-8")
    shutil.rmtree(site / "over")
    (site / "sitemap.xml").write_bytes(b"")
    os.utime(site / "stein/index.html")
    build_here(built)
    assert files(site) == good


def test_without_its_cache_a_build_cleans_up_as_well(built: Path) -> None:
    """The cache may be thrown away at any time; what the site holds too much then goes."""
    site = built / "site"
    good = files(site)
    record(built, "site/oud/index.html", "van vroeger")
    shutil.rmtree(built / ".cache")
    build_here(built)
    assert files(site) == good


def test_a_broken_cache_is_no_cache(built: Path) -> None:
    """Half a cache, as after a full disk, is made anew and nothing is lost."""
    site = built / "site"
    good = files(site)
    for file in (built / ".cache").iterdir():
        if file.is_file():
            file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])
    build(built)
    assert files(site) == good


def test_with_faults_the_old_site_stays(built: Path) -> None:
    """A mistake in a record never reaches visitors: they keep what was right."""
    site = built / "site"
    before = written(site)
    replaced(built / STEUNPUNT, "number: 0800 000 0101", "number: 06 1234")
    replaced(built / HUISKAMER, "area: [beek]", "area: [bek]")
    said = refused(built)
    assert "[phone-format]" in said and "[unknown-area]" in said
    assert written(site) == before
    shutil.rmtree(built / ".cache")
    refused(built)
    assert written(site) == before
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build"], cwd=built, env=environment(), capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert done.returncode == 1 and "[phone-format]" in done.stdout + done.stderr
    assert written(site) == before


def test_an_edition_with_faults_from_the_start_writes_no_site(edition: Path) -> None:
    """Nothing half is ever made."""
    replaced(edition / STEUNPUNT, "number: 0800 000 0101", "number: 06 1234")
    refused(edition)
    assert not (edition / "site").exists()
