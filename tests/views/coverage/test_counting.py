"""What is counted of a municipality: every count is one that somebody could make by hand from the records."""

from __future__ import annotations

import csv
import re
from collections import Counter
from datetime import date
from io import StringIO
from pathlib import Path
from xml.etree import ElementTree

import pytest

from generator import urls
from generator.building.loading import load
from generator.catalogue.catalogue import Catalogue
from generator.edition import Edition
from generator.exports import coverage
from generator.exports.coverage import OFFERS, TOTALS
from generator.problems.problem import severity_of
from generator.records.earlier import COLUMNS, parse
from generator.views.coverage import picture, tables
from generator.views.coverage.counting import (
    ALL,
    COUNTRY,
    NONE,
    REGION,
    UNKNOWN,
    WHOLE,
    Count,
    Coverage,
    compared,
    shade,
    shades,
)
from generator.views.pieces.wording import words
from tests.editions import LINDEDAL, ROOT, SMALL, TODAY, build_here, copied, replaced
from tests.scratch import Scratch
from tests.webpage import Webpage

NUMBERS = words("coverage", "numbers")

STEIN = """\
phones: [{number: 0800 0101}]
offerings:
  - id: vrijwilliger
    name: Vrijwilliger aan huis
    summary: Neemt de zorg even over.
    help: [vervangende-zorg, gezelschap-en-activiteiten]
    situations: [even-tussenuit, dementie]
    audience: [mantelzorgers]
    where: [thuis]
    cost: {kind: bijdrage, amount: "2,50", note: per keer}
    waiting_time: Ongeveer drie weken
  - id: inloop
    name: =Inloop
    summary: Koffie in het dorp.
    help: [gezelschap-en-activiteiten]
    situations: [dementie]
    where: [locatie]
    address: {place: Elsloo}
    cost: {kind: gratis}
    checked: {date: 2024-05, source: Folder}
  - id: ergens
    name: Ergens
    summary: Niemand weet waar.
    where: [locatie]
    access: {referral: ja, indication: nee}
    checked: {date: onbekend, source: Van horen zeggen}
"""

STREEK = """\
phones: []
offerings:
  - id: logeren
    name: Logeren
    summary: Een paar nachten weg.
    help: [vervangende-zorg]
    situations: [even-tussenuit]
    where: [locatie]
    address: {place: Urmond}
    cost: {kind: vergoed}
    access: {indication: ja}
  - id: bellen
    name: Bellen
    summary: Iemand luistert.
    help: [emotionele-steun]
    where: [telefoon]
    status: paused
  - id: bus
    name: De bus
    summary: Rijdt tussen de dorpen.
    help: [vervoer]
    where: [locatie]
    address: {place: Beek}
"""


@pytest.fixture
def scratch(tmp_path: Path) -> Scratch:
    """Stein with three offers of its own and three that it shares with Beek, over the national layer."""
    made = Scratch.stein(tmp_path)
    made.write("data/municipalities/beek.yml", "name: Beek\n")
    made.organisation("hier", STEIN, name="De Linde")
    made.organisation("streek", STREEK, name="De Streek", area="[stein, beek]", email="info@streek.example")
    return made


def known(scratch: Scratch, today: date = TODAY) -> Catalogue:
    loaded = load(scratch.edition, today)
    assert loaded.catalogue is not None, loaded.faults
    return loaded.catalogue


def counted(scratch: Scratch, municipality: str = "stein") -> Coverage:
    return Coverage(known(scratch), municipality)


def test_kinds_and_situations_are_counted_by_how_far_they_reach(scratch: Scratch) -> None:
    """By hand: two ways to be off duty in Stein, one of its own and one that it shares."""
    found = counted(scratch)
    assert found.of_kind("vervangende-zorg")[:2] == (1, 1)
    assert found.of_kind("gezelschap-en-activiteiten")[:2] == (2, 0)
    assert found.of_kind("vervoer")[:2] == (0, 1)
    assert found.by_situation["vervangende-zorg", "even-tussenuit"][:2] == (1, 1)
    assert found.by_situation["vervangende-zorg", "dementie"][:2] == (1, 0)
    assert ("vervoer", "dementie") not in found.by_situation
    assert found.of_situation("dementie")[:2] == (2, 0)
    assert found.total[:2] == (3, 3)
    assert found.by_situation[NONE, ALL][:2] == (1, 0), "what says no kind is not lost"
    national = [offer for offer in found.catalogue.offers_in("stein") if offer.reach == "landelijk"]
    assert found.total.national == len(national) > 10


def test_a_heading_counts_an_offer_once_and_an_own_kind_counts_for_what_it_stands_under(scratch: Scratch) -> None:
    scratch.write("data/vocabularies/help.yml", "- {id: eetclub, label: Eetclub, parent: gezelschap-en-activiteiten}\n")
    scratch.organisation(
        "eten", "offerings:\n  - {id: club, name: Club, summary: Eten., help: [eetclub, maaltijden]}\n"
    )
    found = counted(scratch)
    assert found.of_kind("eetclub")[:2] == (1, 0)
    assert found.of_kind("gezelschap-en-activiteiten")[:2] == (3, 0)
    # Three offers for daily life of its own, one of which is of two kinds, and the bus.
    assert found.of_kind("dagelijks-leven")[:2] == (3, 1)


def test_every_count_is_the_number_of_offers_behind_it() -> None:
    """In Lindedal, which uses everything: each cell against a count of the offers one by one."""
    catalogue = load(Edition.at(LINDEDAL / "mkdocs.yml"), TODAY).catalogue
    assert catalogue is not None
    found = Coverage(catalogue, "lindedal")
    help = catalogue.vocabularies["help"]
    cells = 0
    for kind in [*help, None]:
        for situation in [*catalogue.vocabularies["situations"], None]:
            fits = [
                offer
                for offer in catalogue.offers_in("lindedal")
                if (kind is None or not help.descendants(kind.id).isdisjoint(offer.help))
                and (situation is None or situation.id in offer.situations)
            ]
            cell = (kind.id if kind else ALL, situation.id if situation else ALL)
            assert found.by_situation.get(cell, Count()).total == len(fits), cell
            assert found.by_situation.get(cell, Count()).near == sum(o.reach != "landelijk" for o in fits), cell
            cells += bool(fits)
    assert cells > 100


def test_where_something_is_follows_from_the_record(scratch: Scratch) -> None:
    """A village when people go there; what comes to them or is far away by phone is for the whole municipality."""
    found = counted(scratch)
    assert {item.offer.key: item.spot for item in found.offers if item.near} == {
        "hier/vrijwilliger": WHOLE,
        "hier/inloop": "Elsloo",
        "hier/ergens": UNKNOWN,
        "streek/logeren": "Urmond",
        "streek/bellen": REGION,
        "streek/bus": REGION,  # Beek is no village of Stein
    }
    assert {item.spot for item in found.offers if not item.near} == {COUNTRY}
    assert counted(scratch, "beek").by_spot["vervoer", "Beek"] == Count(0, 1, 0)


def test_gaps_are_told_apart(scratch: Scratch) -> None:
    found = counted(scratch)
    gaps = {gap: [term.id for term in terms] for gap, terms in found.gaps().items()}
    assert "vervoer" in gaps["regional"] and "vervoer" not in gaps["nothing"]
    assert "emotionele-steun" in gaps["regional"]
    assert not {"vervangende-zorg", "gezelschap-en-activiteiten"} & {id for ids in gaps.values() for id in ids}
    for id in gaps["nothing"]:
        assert not found.of_kind(id).total
    for id in gaps["national"]:
        assert found.of_kind(id).near == 0 < found.of_kind(id).national
    assert gaps["nothing"] and gaps["national"]
    assert "emotionele-steun" in found.distant_kinds, "a telephone line is all there is"
    assert "vervangende-zorg" not in found.distant_kinds
    everything = [id for ids in gaps.values() for id in ids]
    assert len(everything) == len(set(everything)), "each kind has one gap at most"


def test_what_asks_for_care_is_listed_with_count_and_share(scratch: Scratch) -> None:
    page = tables.coverage(known(scratch), "stein")
    care = {item.id: item for item in page["care"]}
    total = counted(scratch).total.total

    def own(id: str) -> list[str]:
        return [line.name for line in care[id].lines if re.match("De (Linde|Streek)", line.note)]

    assert own("verouderd") == ["=Inloop"]
    assert own("zonder-datum") == ["Ergens"]
    assert own("zonder-telefoon") == ["De bus", "Logeren", "Bellen"], "by key, with what is paused last"
    assert own("kost-geld") == ["Vrijwilliger aan huis"], "what is reimbursed costs nobody anything"
    assert own("verwijzing") == ["Ergens"]
    assert own("indicatie") == ["Logeren"]
    assert own("wachttijd") == ["Vrijwilliger aan huis"]
    assert own("even-niet") == ["Bellen"]
    assert "Ongeveer drie weken" in care["wachttijd"].lines[0].note
    assert "€ 2,50" in next(line.note for line in care["kost-geld"].lines if "De Linde" in line.note)
    assert "mei 2024" in next(line.note for line in care["verouderd"].lines if "De Linde" in line.note)
    for item in care.values():
        assert item.share in (f"{round(100 * item.size / total)}%", "minder dan 1%")


EVERY = {"hier/vrijwilliger", "hier/inloop", "hier/ergens", "streek/logeren", "streek/bellen", "streek/bus"}


def test_a_day_later_what_was_fresh_may_be_stale(scratch: Scratch) -> None:
    """`2026-03` is fresh until the end of March 2027 and some; what has no date can't get stale."""
    for today, expected in ((date(2027, 3, 31), {"hier/inloop"}), (date(2028, 4, 2), EVERY - {"hier/ergens"})):
        found = Coverage(known(scratch, today), "stein")
        assert {item.offer.key for item in found.offers if item.near and item.stale} == expected


def test_the_page_begins_in_plain_words(scratch: Scratch) -> None:
    found = counted(scratch)
    national = found.total.national
    said = tables.coverage(known(scratch), "stein")["story"]
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


def test_a_large_municipality_has_larger_steps() -> None:
    assert shades(0) == (1, 2, 3, 4)
    assert [shade(count, shades(3)) for count in (0, 1, 2, 3, 4, 9)] == [0, 1, 2, 3, 4, 4]
    assert shades(256) == (4, 16, 64, 256)
    assert [shade(count, shades(256)) for count in (1, 4, 5, 64, 65, 256)] == [1, 1, 2, 3, 4, 4]


# --- files to take along


def read(content: bytes) -> list[dict[str, str]]:
    """A file as a spreadsheet reads it."""
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";", strict=True))


def test_the_sheet_has_a_row_for_each_offer_kind_and_situation(scratch: Scratch) -> None:
    rows = read(coverage.offers_sheet(counted(scratch)))
    assert tuple(rows[0]) == OFFERS
    own = [(row["aanbod"], row["soort_id"], row["situatie_id"]) for row in rows if row["aanbod"].startswith("hier/")]
    assert own == [
        ("hier/ergens", "", ""),
        ("hier/inloop", "gezelschap-en-activiteiten", "dementie"),
        ("hier/vrijwilliger", "vervangende-zorg", "even-tussenuit"),
        ("hier/vrijwilliger", "vervangende-zorg", "dementie"),
        ("hier/vrijwilliger", "gezelschap-en-activiteiten", "even-tussenuit"),
        ("hier/vrijwilliger", "gezelschap-en-activiteiten", "dementie"),
    ]
    total = counted(scratch).total
    assert sum(int(row["telt"]) for row in rows) == total.total
    of_kind: Counter[str] = Counter()
    for row in rows:
        of_kind[row["soort_id"]] += int(row["telt_soort"])
    assert of_kind["vervangende-zorg"] == counted(scratch).of_kind("vervangende-zorg").total
    home = next(row for row in rows if row["aanbod"] == "hier/vrijwilliger")
    assert (home["gemeente"], home["stand"], home["bereik"], home["plek"], home["telefoon"], home["kosten"]) == (
        "Stein", "2026-11", "lokaal", "hele gemeente", "ja", "bijdrage",
    )  # fmt: skip
    door = next(row for row in rows if row["aanbod"] == "hier/ergens")
    assert (door["verwijzing"], door["indicatie"], door["gecontroleerd"], door["verouderd"]) == ("ja", "nee", "", "ja")


def test_no_name_becomes_a_formula(scratch: Scratch) -> None:
    written = coverage.offers_sheet(counted(scratch)).decode("utf-8-sig")
    assert "'=Inloop" in written
    cells = [cell for row in csv.reader(StringIO(written, newline=""), delimiter=";") for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t"))]
    assert parse(written)[0]["hier/inloop"].name == "=Inloop", "we read back what it was"


def test_the_totals_agree_with_the_sheet(scratch: Scratch) -> None:
    found = counted(scratch)
    rows = read(coverage.totals_sheet(found))
    assert tuple(rows[0]) == TOTALS
    assert len(rows) == (len(found.kinds) + 1) * (len(list(found.catalogue.vocabularies["situations"])) + 1)
    cells = {(row["soort_id"], row["situatie_id"]): row for row in rows}
    assert int(cells["", ""]["totaal"]) == found.total.total
    of_dementia = {row["aanbod"] for row in read(coverage.offers_sheet(found)) if row["situatie_id"] == "dementie"}
    assert int(cells["", "dementie"]["totaal"]) == len(of_dementia)


SVG = "{http://www.w3.org/2000/svg}"


def test_the_picture_says_its_numbers(scratch: Scratch) -> None:
    """Well-formed, with a name and a description for who can't see it, and a number for every bar."""
    scratch.write("data/vocabularies/help.yml", '- {id: raar, label: "Zorg & <meer>"}\n')
    found = counted(scratch)
    drawing = ElementTree.fromstring(picture.picture(found))
    title, said = drawing.find(f"{SVG}title"), drawing.find(f"{SVG}desc")
    assert title is not None and title.text == "Hulp in Stein, per soort"
    assert said is not None and "Zorg & <meer>: niets" in (said.text or "")
    texts = ["".join(element.itertext()) for element in drawing.iter(f"{SVG}text")]
    for kind in found.single_kinds:
        label = texts.index(kind.term.label)
        total = found.of_kind(kind.term.id).total
        assert texts[label + 1].split()[0] == (str(total) if total else "niets")
    height = float(drawing.attrib["height"])
    assert all(float(element.attrib["y"]) < height for element in drawing.iter(f"{SVG}text"))
    assert not [e for e in drawing.iter() if "style" in e.attrib or e.tag in (f"{SVG}style", f"{SVG}script")]


def test_in_the_page_the_picture_has_the_colours_of_the_page(scratch: Scratch) -> None:
    """The same drawing as the file, without one colour of its own: dark is dark."""
    found = counted(scratch)
    drawn = str(tables.coverage(known(scratch), "stein")["picture"])
    assert not re.search(r"#[0-9a-f]{6}|@\w", drawn) and "@" not in picture.picture(found).decode()
    texts = [
        ["".join(element.itertext()) for element in ElementTree.fromstring(one).iter(f"{SVG}text")]
        for one in (drawn, picture.picture(found))
    ]
    assert texts[0] == texts[1]


def test_addresses_in_the_sheet_can_be_opened(scratch: Scratch, small: Path) -> None:
    """Whole where the site knows its own address."""
    assert read(coverage.offers_sheet(counted(scratch)))[0]["adres"].startswith("/organisaties/")
    for row in read((small / "stein/dekking.csv").read_bytes()):
        assert row["adres"].startswith("https://samen.example/kaart/organisaties/")


# --- then and now

THEN = """\
naam;aanbod;soort_id;bereik;organisatie;stand
Vrijwilliger aan huis;hier/vrijwilliger;vervangende-zorg;lokaal;De Linde;2026-01
Vrijwilliger aan huis;hier/vrijwilliger;gezelschap-en-activiteiten;lokaal;De Linde;2026-01
'=Inloop;hier/koffie;gezelschap-en-activiteiten;lokaal;De Linde;2026-01
Was er;hier/was-er;vervangende-zorg;lokaal;De Linde;2026-01
Logeren;streek/logeren;vervangende-zorg;regionaal;De Streek;2026-01
Lijn;ver/lijn;emotionele-steun;landelijk;Ver;2026-01
"""


def test_then_and_now_are_compared_for_what_is_near(scratch: Scratch) -> None:
    """What got another id is the same; what serves the whole country is no merit or fault of a municipality."""
    record = scratch.root / "data/organisations/hier.yml"
    replaced(record, "    name: =Inloop\n", "    name: =Inloop\n    formerly: [koffie]\n")
    scratch.write("data/coverage/stein/2026-01-31.csv", THEN)
    catalogue = known(scratch)
    found = compared(Coverage(catalogue, "stein"), catalogue.earlier["stein"])
    assert found is not None
    assert found.dates == ("2026-01-31",)
    rows = {row.kind.term.id if row.kind else "": (row.before, row.now, row.difference) for row in found.rows}
    assert rows[""] == ((4,), 6, 2)
    assert rows["vervangende-zorg"] == ((3,), 2, -1)
    assert rows["gezelschap-en-activiteiten"] == ((2,), 2, 0)
    assert rows["vervoer"] == ((0,), 1, 1)
    assert {item.offer.key for item in found.new} == {"hier/ergens", "streek/bus", "streek/bellen"}
    assert [past.name for past in found.gone] == ["Was er"]
    page = tables.coverage(catalogue, "stein")["compared"]
    differences = {label: difference for label, _, difference in page["rows"]}
    assert differences["Alles"] == "+2" and differences["Vervoer"] == "+1"
    assert differences["Gezelschap en activiteiten"] == "gelijk"
    assert "\u22121" in differences.values()
    assert "31 januari 2026" in page["text"]
    assert tables.coverage(catalogue, "beek")["compared"] is None


def test_of_many_earlier_dates_the_last_three_are_shown(scratch: Scratch) -> None:
    for when in ("2023", "2026-02", "2026-01-31", "2025-06"):
        scratch.write(f"data/coverage/stein/{when}.csv", THEN)
    page = tables.coverage(known(scratch), "stein")["compared"]
    assert page["dates"] == ["juni 2025", "31 januari 2026", "februari 2026"]


def test_our_own_file_is_a_file_of_then(scratch: Scratch) -> None:
    """What the site gives today and an edition keeps: nothing differs."""
    found = counted(scratch)
    scratch.write("data/coverage/stein/2026-11.csv", coverage.offers_sheet(found))
    catalogue = known(scratch)
    same = compared(Coverage(catalogue, "stein"), catalogue.earlier["stein"])
    assert same is not None and not same.new and not same.gone
    assert all(row.difference == 0 for row in same.rows)


@pytest.mark.parametrize("column", COLUMNS)
def test_a_file_without_a_column_that_is_needed_says_which(column: str) -> None:
    rows = [line.split(";") for line in THEN.splitlines()]
    without = rows[0].index(column)
    text = "\n".join(";".join(cell for i, cell in enumerate(row) if i != without) for row in rows)
    offers, wrong = parse(text)
    assert not offers
    assert [(line, finding.code, finding.values) for line, _, finding in wrong] == [
        (1, "coverage-columns", {"missing": column})
    ]


def test_a_faulty_file_stops_the_build_and_loses_nothing(scratch: Scratch) -> None:
    """Every fault at once, with its line; the other files and the records are read as ever."""
    scratch.write("data/coverage/stein/2026-01-31.csv", THEN)
    scratch.write("data/coverage/stein/2026-02.csv", THEN.replace("lokaal", "hier"))
    problems = [problem for problem in scratch.problems() if problem.code.startswith("coverage")]
    assert [(scratch.inside(p.file), p.line, p.code, p.path) for p in problems] == [
        ("data/coverage/stein/2026-02.csv", line, "coverage-value", "bereik") for line in (2, 3, 4, 5)
    ]
    assert '"hier" kan niet in de kolom bereik' in problems[0].message
    assert all(severity_of(problem.code) == "fault" for problem in problems)
    validation = scratch.validate()
    assert validation.catalogue is None
    assert [file.date for file in validation.sound.earlier["stein"]] == ["2026-01-31"]


def test_rubbish_is_refused_with_words(scratch: Scratch) -> None:
    scratch.write("data/coverage/stein/2026-02.csv", bytes(range(256)) * 4000)
    scratch.write("data/coverage/stein/2026-03.csv", b'"' + b"x" * 1_000_000)
    found = [(name.rsplit("/", 1)[-1], code) for name, _, _, code in scratch.found() if "coverage" in name]
    assert found == [("2026-02.csv", "coverage-encoding"), ("2026-03.csv", "coverage-quote")]


def test_a_file_that_is_far_too_large_is_not_read(scratch: Scratch) -> None:
    scratch.write("data/coverage/stein/2026-02.csv", b"x" * 10_000_001)
    assert "file-too-large" in scratch.codes()


# --- the page as it is built


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
