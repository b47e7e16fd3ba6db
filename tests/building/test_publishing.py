"""A whole release beside the old one, then one switch."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from generator.building.output import Output, Written
from generator.building.publishing import KEPT, publish
from generator.cli import main
from generator.commands.asked import FINE, MISUSED
from generator.edition import Edition
from tests.editions import files
from tests.scratch import Scratch


@pytest.fixture
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Scratch:
    """An edition with a site in it, as a build leaves it."""
    scratch = Scratch.stein(tmp_path / "editie")
    built(scratch, "eerste")
    monkeypatch.chdir(scratch.root)
    return scratch


def built(scratch: Scratch, words: str) -> None:
    """Another site: each file put beside the old one and renamed, as `output` does."""
    for name in ("index.html", "stein/index.html", "assets/mantelkaart.css"):
        beside = scratch.write(f"site/{name}.new", f"{words}: {name}")
        beside.rename(beside.with_suffix(""))


def test_the_web_server_sees_the_site(scratch: Scratch, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    www = tmp_path / "srv" / "www"
    www.parent.mkdir()
    assert main(["publish", str(www)]) == FINE
    assert www.is_symlink()
    assert (www / "stein/index.html").read_text("utf-8") == "eerste: stein/index.html"
    assert files(www.resolve()) == files(scratch.root / "site")
    assert capsys.readouterr().out == f"3 bestanden staan klaar en {www} wijst er nu naar (000001).\n"
    assert not Path(www.readlink()).is_absolute(), "the whole can be moved or mounted elsewhere"


def test_an_old_release_stays_whole_while_a_new_site_is_built(scratch: Scratch, tmp_path: Path) -> None:
    www = tmp_path / "www"
    publish(scratch.edition, www)
    before = files(www.resolve())
    built(scratch, "tweede")
    (scratch.root / "site/assets/mantelkaart.css").unlink()
    assert files(www.resolve()) == before
    publish(scratch.edition, www)
    assert (www / "index.html").read_text("utf-8") == "tweede: index.html"
    assert not (www / "assets/mantelkaart.css").exists()
    assert files(tmp_path / "www.releases" / "000001") == before


def test_the_last_three_releases_are_kept(scratch: Scratch, tmp_path: Path) -> None:
    www = tmp_path / "www"
    for number in range(1, 13):
        release, count = publish(scratch.edition, www)
        assert (release, count) == (f"{number:06}", 3)
    kept = sorted(path.name for path in (tmp_path / "www.releases").glob("[!.]*"))
    assert kept == ["000010", "000011", "000012"]
    assert len(kept) == KEPT
    assert www.resolve().name == "000012"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["editie", "www", "www.releases"]


def test_a_release_can_be_taken_back_by_hand(scratch: Scratch, tmp_path: Path) -> None:
    www = tmp_path / "www"
    publish(scratch.edition, www)
    built(scratch, "tweede")
    publish(scratch.edition, www)
    www.unlink()
    www.symlink_to("www.releases/000001")
    assert (www / "index.html").read_text("utf-8").startswith("eerste")
    assert publish(scratch.edition, www)[0] == "000003"
    assert (www / "index.html").read_text("utf-8").startswith("tweede")


def test_a_visitor_never_meets_half_a_site(scratch: Scratch, tmp_path: Path) -> None:
    www = tmp_path / "www"
    publish(scratch.edition, www)
    done, visited = threading.Event(), threading.Event()
    seen: set[str] = set()
    missed: list[str] = []

    def visit() -> None:
        while not done.is_set():
            try:
                seen.add((www / "index.html").read_text("utf-8"))
            except OSError as error:
                missed.append(str(error))
            visited.set()

    visitor = threading.Thread(target=visit)
    visitor.start()
    for number in range(40):
        built(scratch, f"bouw {number % 2}")
        visited.clear()
        publish(scratch.edition, www)
        assert visited.wait(60)  # nobody takes as long to open a page as four publications take
    done.set()
    visitor.join()
    assert missed == []
    assert seen <= {"eerste: index.html", "bouw 0: index.html", "bouw 1: index.html"}
    assert len(seen) > 1


def test_an_interrupted_release_is_no_release_and_is_begun_anew(scratch: Scratch, tmp_path: Path) -> None:
    www = tmp_path / "www"
    publish(scratch.edition, www)
    half = tmp_path / "www.releases" / ".000002"
    (half / "stein").mkdir(parents=True)
    (half / "weg.html").write_text("half", "utf-8")
    assert publish(scratch.edition, www)[0] == "000002"
    assert files(www.resolve()) == files(scratch.root / "site")
    assert not half.exists()


def test_a_link_to_elsewhere_is_only_switched(scratch: Scratch, tmp_path: Path) -> None:
    elsewhere = tmp_path / "oude-site"
    elsewhere.mkdir()
    (elsewhere / "index.html").write_text("van vroeger", "utf-8")
    www = tmp_path / "www"
    www.symlink_to(elsewhere)
    publish(scratch.edition, www)
    assert (www / "index.html").read_text("utf-8").startswith("eerste")
    assert (elsewhere / "index.html").read_text("utf-8") == "van vroeger"


def unfinished(edition: Edition) -> None:
    """A build was killed while it put its files in place."""
    output = Output(edition.site, edition.cache)
    with output.begun():
        output.take("stein/index.html", output.write("stein/index.html", b"nieuw"))
        output.take("nergens/index.html", Written("", 0, 0, "weg"))
        with pytest.raises(FileNotFoundError):
            output.finish()


def lock(found: dict[str, str]) -> dict[str, str]:
    """Who wrote in the edition last."""
    return {path: content for path, content in found.items() if path.endswith(".cache/lock")}


def said(scratch: Scratch, place: str, capsys: pytest.CaptureFixture[str]) -> str:
    """Why a place is refused; nothing may have changed."""
    (scratch.edition.cache / "lock").touch()
    before = files(scratch.root.parent)
    assert main(["publish", place]) == MISUSED
    assert {**files(scratch.root.parent), **lock(before)} == before
    return capsys.readouterr().err


def test_without_a_site_there_is_nothing_to_publish(
    scratch: Scratch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (scratch.root / "site/index.html").unlink()
    assert 'er is geen site in site: geef eerst "mantelkaart build"' in said(scratch, "../www", capsys)


def test_half_a_site_is_not_published(scratch: Scratch, capsys: pytest.CaptureFixture[str]) -> None:
    unfinished(scratch.edition)
    assert "de laatste bouw in site is niet afgemaakt" in said(scratch, "../www", capsys)


@pytest.mark.parametrize("place", ["../www", "..", ".", "data", "mkdocs.yml", "/"])
def test_a_place_that_is_in_use_is_refused(
    place: str, scratch: Scratch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "www").mkdir()
    (tmp_path / "www" / "index.html").write_text("van iemand anders", "utf-8")
    assert "is een gewone map met bestanden" in said(scratch, place, capsys)


def test_only_the_last_folder_is_made(scratch: Scratch, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A mistyped place far away stays what it is: nothing."""
    far = tmp_path / "srvv" / "www" / "site"
    assert main(["publish", str(far)]) == MISUSED
    assert f"de map {far.parent} bestaat niet" in capsys.readouterr().err
    assert not (tmp_path / "srvv").exists()
    far.parent.mkdir(parents=True)
    assert main(["publish", str(far)]) == FINE
    assert (far / "index.html").is_file()


@pytest.mark.parametrize("place", ["site", "site/www", "site/../site/www", "../nergens/../editie/site/www", "link/www"])
def test_a_site_is_never_published_into_itself(
    place: str, scratch: Scratch, capsys: pytest.CaptureFixture[str]
) -> None:
    (scratch.root / "link").symlink_to("site")
    assert "ligt in de site zelf" in said(scratch, place, capsys)
