"""Nothing leads out of an edition: names and paths that try to climb are refused, and nothing outside is touched."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator import cli
from tests.editions import SMALL, TODAY, build_here, copied, epoch, files, record, replaced

STEUNPUNT = "data/organisations/stein/steunpunt-stein.yml"
STEIN = "data/municipalities/stein.yml"
PICTURE = '<svg xmlns="http://www.w3.org/2000/svg"><title>logo</title></svg>'
SQUARE = '{"type": "Polygon", "coordinates": [[[5.7, 50.9], [5.8, 50.9], [5.8, 51.0], [5.7, 50.9]]]}'
CLIMBING = ["../uit", "../../buiten/uit", "/tmp/uit", "..", ".", "a/../../uit", "%2e%2e", "%2e%2e/uit", "..%2fuit",
            "a\\\\..\\\\uit", "~/uit", "uit\\0", "..\\u2024/uit", "con:uit"]  # fmt: skip
"""Ids that would be a way out, as they stand between double quotes in YAML."""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An edition that was built once, with a folder beside it that is none of its business."""
    around = tmp_path_factory.mktemp("rondom")
    edition = copied(SMALL, around / "editie")
    record(around, "buiten/geheim.svg", PICTURE)
    record(around, "buiten/geheim.geojson", SQUARE)
    record(around, "buiten/map/geheim.yml", (edition / STEUNPUNT).read_text("utf-8").replace("van Stein", "van buiten"))
    record(around, "buiten/map/geheim.md", "# Geheim van buiten\n")
    build_here(edition)
    return edition


def around(home: Path) -> dict[str, str]:
    """The edition and all beside it, but for what a build remembers."""
    return {name: what for name, what in files(home.parent).items() if "/.cache/" not in name}


@pytest.fixture(scope="module")
def untried(home: Path) -> dict[str, str]:
    """All of it before anybody tried anything."""
    return around(home)


@pytest.fixture
def tried(home: Path, untried: dict[str, str], capfd: pytest.CaptureFixture[str]) -> Iterator[Callable[[], str]]:
    """Build after somebody tried something. What was said; the old site and all around it must be as they were."""

    def refused() -> str:
        with_attempt = around(home)
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("SOURCE_DATE_EPOCH", epoch(TODAY))
            patch.chdir(home.parent)
            code = cli.main(["build", "-f", "editie/mkdocs.yml"])
        captured = capfd.readouterr()
        assert code == 1, captured
        assert "Traceback" not in captured.err
        assert around(home) == with_attempt
        return captured.out + captured.err

    yield refused
    for folder in ("data", "content"):
        path = home / folder
        if path.is_symlink():
            path.unlink()
        else:
            shutil.rmtree(path)
        shutil.copytree(SMALL / folder, path)
    assert around(home) == untried


@pytest.mark.parametrize("id", CLIMBING)
def test_an_id_that_climbs(home: Path, tried: Callable[[], str], id: str) -> None:
    """Ids become addresses: of an offer, of what something was called before, and of who is referred to."""
    with (home / STEUNPUNT).open("a", encoding="utf-8") as file:
        file.write(f'  - id: "{id}"\n    name: Weg\n    summary: Weg.\n    formerly: ["{id}"]\nformerly: ["{id}"]\n')
    replaced(home / STEUNPUNT, "refers_to: [", f'refers_to: ["{id}", ')
    said = tried()
    lines = [line for line in said.splitlines() if "[id-format]" in line]
    for path in ("offerings[1].id", "offerings[1].formerly[0]", "formerly[0]"):
        assert any(f" {path}:" in line for line in lines), (path, said)
    assert "refers_to[0]" in said


@pytest.mark.parametrize("id", CLIMBING)
def test_a_backpack_of_a_municipality_that_climbs(home: Path, tried: Callable[[], str], id: str) -> None:
    """Its municipality is a folder in the address."""
    replaced(home / "content/kennisrugzak/stein/buren.md", "municipality: stein", f'municipality: "{id}"')
    said = tried()
    assert "[id-format]" in said


@pytest.mark.parametrize(
    "name",
    ["%2e%2e.yml", "uit%2f..%2f..%2fuit.yml", "uit\\..\\..\\uit.yml", "Hoofd.yml", "a b.yml", "é.yml", "-.yml",
     "~.yml", "a--b.yml", "x" * 81 + ".yml"],
)  # fmt: skip
@pytest.mark.parametrize("folder", ["organisations/stein", "municipalities", "networks"])
def test_a_file_whose_name_is_no_address(home: Path, tried: Callable[[], str], folder: str, name: str) -> None:
    """A record's file gives its address, so its name is made of small letters, digits and hyphens."""
    record(home, f"data/{folder}/{name}", "name: Weg\n")
    assert "[file-name]" in tried()


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("content/kennisrugzak/%2e%2e/buren.md", "file-name"),
        ("content/kennisrugzak/Stein/buren.md", "file-name"),
        ("content/kennisrugzak/a b/buren.md", "file-name"),
        ("content/kennisrugzak/stein/diep/buren.md", "backpack-folder"),
        ("content/kennisrugzak/buren.md", "backpack-folder"),
        ("content/tools/%2e%2e.md", "file-name"),
        ("content/praktijkvoorbeelden/uit%2f..%2fuit.md", "file-name"),
    ],
)
def test_a_folder_that_is_no_municipality(home: Path, tried: Callable[[], str], path: str, code: str) -> None:
    """A kennisrugzak stands in the folder of its municipality, no deeper and nowhere else."""
    record(home, path, "---\nname: Weg\n---\n")
    assert f"[{code}]" in tried()


def outside(home: Path, name: str) -> str:
    """The absolute path of something beside the edition."""
    return str(home.parent / "buiten" / name)


LOGOS: dict[str, Callable[[Path], str]] = {
    "climbs": lambda home: "../../buiten/geheim.svg",
    "starts at the disk's root": lambda home: outside(home, "geheim.svg"),
    "starts at the disk's root and is inside": lambda home: str(home / "content/logo.svg"),
    "is a link out": lambda home: "koppeling.svg",
    "is encoded": lambda home: "%2e%2e/%2e%2e/buiten/geheim.svg",
    "has a NUL": lambda home: "logo.svg\\0",
    "climbs and comes back": lambda home: "../content/logo.svg",
    "is another site's": lambda home: "//evil.example/logo.svg",
    "is no picture": lambda home: "over.md",
    "is a folder": lambda home: "map.svg",
    "is not there": lambda home: "weg.svg",
}


@pytest.mark.parametrize("way", LOGOS)
def test_a_logo_that_is_no_picture_of_the_edition(home: Path, tried: Callable[[], str], way: str) -> None:
    """A logo is a picture in content/, named as it stands there."""
    record(home, "content/logo.svg", PICTURE)
    (home / "content/map.svg").mkdir()
    if way == "is a link out":
        (home / "content/koppeling.svg").symlink_to(outside(home, "geheim.svg"))
    replaced(home / STEIN, "theme:\n", f'theme:\n  logo: "{LOGOS[way](home)}"\n')
    said = tried()
    assert f"{STEIN}:" in said and "[logo-file]" in said, said


BOUNDARIES: dict[str, Callable[[Path], str]] = {
    "climbs": lambda home: "../../../buiten/geheim.geojson",
    "starts at the disk's root": lambda home: outside(home, "geheim.geojson"),
    "is a link out": lambda home: "koppeling.geojson",
    "is encoded": lambda home: "%2e%2e/%2e%2e/%2e%2e/buiten/geheim.geojson",
    "has a NUL": lambda home: "grens.geojson\\0",
    "is not there": lambda home: "weg.geojson",
}


@pytest.mark.parametrize("way", BOUNDARIES)
def test_a_boundary_that_is_not_beside_its_record(home: Path, tried: Callable[[], str], way: str) -> None:
    """A boundary is a file beside the municipality's record."""
    (home / "data/municipalities/koppeling.geojson").symlink_to(outside(home, "geheim.geojson"))
    replaced(home / STEIN, "theme:\n", f'boundary: "{BOUNDARIES[way](home)}"\ntheme:\n')
    said = tried()
    assert "[boundary-file]" in said, said


@pytest.mark.parametrize(
    "address",
    ["/../uit/", "/%2e%2e/uit/", "//evil.example/", "/stein/../../uit/", "/stein/\0/", "/C:/uit/", "/stein/hulp", "/./",
     "javascript:alert(1)", "/Stein/"],
)  # fmt: skip
def test_an_address_that_is_none(home: Path, tried: Callable[[], str], address: str) -> None:
    """The list of addresses ever published holds addresses of the site."""
    record(home, "data/addresses.txt", f"/stein/\n{address}\n")
    said = tried()
    assert "addresses.txt:2:1:" in said and "[address-format]" in said, said


def test_a_record_that_is_a_link_out(home: Path, tried: Callable[[], str]) -> None:
    """What stands outside the edition never gets into its site."""
    (home / "data/organisations/stein/geheim.yml").symlink_to(outside(home, "map/geheim.yml"))
    said = tried()
    assert "geheim.yml:1:1:" in said and "[file-outside]" in said


@pytest.mark.parametrize(
    "folder", ["data/organisations/stein/map", "data/networks/map", "content/map", "content/tools/map"]
)
def test_a_folder_that_is_a_link_out(home: Path, tried: Callable[[], str], folder: str) -> None:
    """A whole folder of elsewhere is no more welcome than one file, and isn't passed over in silence."""
    (home / folder).symlink_to(outside(home, "map"), target_is_directory=True)
    assert "[file-outside]" in tried()


@pytest.mark.parametrize("folder", ["data/organisations", "data/networks", "content", "data"])
def test_a_folder_of_records_that_is_a_link_out(home: Path, tried: Callable[[], str], folder: str) -> None:
    """The same for the folders that every edition has."""
    shutil.rmtree(home / folder)
    (home / folder).symlink_to(outside(home, "map"), target_is_directory=True)
    assert "[file-outside]" in tried()


@pytest.mark.parametrize("name", ["geheim.md", "geheim.svg"])
def test_prose_and_pictures_that_are_links_out(home: Path, tried: Callable[[], str], name: str) -> None:
    """The host would follow such a link and publish whatever it leads to."""
    target = outside(home, f"map/{name}" if name.endswith(".md") else name)
    (home / "content" / name).symlink_to(target)
    said = tried()
    assert f"content/{name}:1:1:" in said and "[file-outside]" in said


def test_a_link_within_the_edition_is_fine(edition: Path) -> None:
    """A picture may have two names, and stand beside records."""
    record(edition, "content/tools/logo.svg", PICTURE)
    (edition / "content/beeldmerk.svg").symlink_to("tools/logo.svg")
    replaced(edition / STEIN, "theme:\n", "theme:\n  logo: beeldmerk.svg\n")
    site = build_here(edition)
    for name in ("beeldmerk.svg", "tools/logo.svg"):
        assert (site / name).read_text("utf-8") == PICTURE


def test_a_site_with_links_in_it_is_made_whole(built: Path, small: Path, tmp_path: Path) -> None:
    """Somebody put links in the site: they are replaced by real folders and files, what they led to stays as it was."""
    site = built / "site"
    away = tmp_path / "elders"
    record(away, "index.html", "van een ander")
    for name in ("over", "stein"):
        shutil.rmtree(site / name)
        (site / name).symlink_to(away, target_is_directory=True)
    (site / "sitemap.xml").unlink()
    (site / "sitemap.xml").symlink_to(away / "index.html")
    build_here(built)
    assert files(away) == files(record(tmp_path / "net-zo", "index.html", "van een ander").parent)
    assert files(site) == files(small)


def test_a_removed_page_behind_a_link_is_left_alone(built: Path, tmp_path: Path) -> None:
    """A page goes, but its folder in the site has become a link to somebody else's: that file is not ours to remove."""
    name = "data/organisations/beek/alleen-langsgaan.yml"
    site = built / "site"
    away = tmp_path / "elders"
    record(away, "index.html", "van een ander")
    shutil.rmtree(site / "organisaties/alleen-langsgaan")
    (site / "organisaties/alleen-langsgaan").symlink_to(away, target_is_directory=True)
    (built / name).unlink()
    build_here(built)
    assert (away / "index.html").read_text("utf-8") == "van een ander"


def test_a_cache_that_names_files_outside_the_site_removes_none(built: Path) -> None:
    """The cache may come from anywhere: what it says of files outside the site is not believed."""
    victim = record(built.parent, "dierbaar.txt", "blijf hier af")
    (manifest,) = (built / ".cache").glob("site-*.json")
    text = manifest.read_text("utf-8")
    made = '["x","x",1,1]'
    for path in ("../../dierbaar.txt", str(victim)):
        manifest.write_text(text.replace('"files":{', f'"files":{{"{path}":{made},', 1), "utf-8")
        build_here(built)
        assert victim.exists(), path


def test_a_file_in_the_place_of_a_folder_makes_way(built: Path, small: Path) -> None:
    """And a folder in the place of a file."""
    site = built / "site"
    shutil.rmtree(site / "tools")
    (site / "tools").write_text("een bestand", "utf-8")
    (site / "over/index.html").unlink()
    (site / "over/index.html").mkdir()
    record(site, "over/index.html/iets.txt", "in de weg")
    build_here(built)
    assert files(site) == files(small)
