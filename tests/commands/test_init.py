"""`mantelkaart init`: a whole edition to begin with, that leads nowhere outside itself."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.commands.asked import FAULTS, FINE, MISUSED
from tests.commands.typed import typed

MISSING = {"no-counter", "no-report-address", "no-site-url", "no-urgent"}
"""What only the municipality itself knows."""


def inside(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in folder.rglob("*") if path.is_file()
    }


@pytest.mark.parametrize(
    "names",
    [
        ["Stein"],
        ["Stein", "Sittard-Geleen"],
        ["'s-Hertogenbosch", "Súdwest-Fryslân", "bergen-limburg"],
        ["stein", "Stein"],
    ],
)
def test_an_edition_begins_whole(
    names: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    asked = [word for name in names for word in ("--municipality", name)]
    assert typed("init", "editie", *asked) == FINE
    assert "Gemaakt: een editie voor" in capsys.readouterr().out
    folder = tmp_path / "editie"
    monkeypatch.chdir(folder)
    assert typed("validate") == FINE
    said = capsys.readouterr()
    assert set(re.findall(r"\[([a-z-]+)\]", said.out)) == MISSING
    assert "Voordat u de site voor het eerst publiceert, ontbreekt nog:\n- data/municipalities/" in said.err
    assert typed("schema", "--check") == FINE
    published = {path.stem for path in (folder / "data/municipalities").glob("*.yml")}
    assert len(published) == len(set(map(str.casefold, names)))
    assert typed("new", "organisation", "De Proef", "--municipality", sorted(published)[0]) == FINE
    assert typed("validate") == FAULTS, "nothing in it is true yet"
    assert set(re.findall(r"\[([a-z-]+)\]", capsys.readouterr().out)) == MISSING | {"starter-text"}


def test_what_it_says_can_be_typed_as_it_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A shell that doesn't know the command needs to hear where it is: the new edition is another folder."""
    asked = ("--municipality", "Zutphen", "--municipality", "Lochem", "--municipality", "Brummen")
    monkeypatch.setattr("sys.argv", ["engine/bin/mantelkaart"])
    monkeypatch.setenv("PATH", "")
    assert typed("init", str(tmp_path / "editie"), *asked) == FINE
    said = capsys.readouterr().out
    assert "een editie voor Zutphen, Lochem en Brummen" in said
    assert f"(cd {tmp_path / 'editie'})" in said
    assert f'"{Path.cwd()}/engine/bin/mantelkaart serve"' in said


def test_what_professionals_need_is_there_for_each_municipality(tmp_path: Path) -> None:
    assert typed("init", str(tmp_path), "--municipality", "Zutphen", "--municipality", "Lochem") == FINE
    page = inside(tmp_path)["content/voor-professionals.md"]
    assert "## In Zutphen" in page and "## In Lochem" in page
    here = [sorted(re.findall(rf"\]\(/{id}/([a-z]+)/\)", page)) for id in ("zutphen", "lochem")]
    assert here[0] == here[1] == ["agenda", "dekking", "hulp", "kennisrugzak", "netwerk"]


def test_an_edition_leads_nowhere_outside_itself(tmp_path: Path) -> None:
    folder = tmp_path / "editie"
    assert typed("init", str(folder), "--municipality", "Stein") == FINE
    for name, content in inside(folder).items():
        assert str(tmp_path) not in content and str(Path.cwd()) not in content
        for path in re.findall(r"(?:\.\./)+[\w./-]*", content):
            assert ((folder / name).parent / path).resolve().is_relative_to(folder.resolve()), f"{name}: {path}"
        assert not re.search(r"(?<![\w/:.<>)\]])/(?:home|tmp|work|usr|root|etc)/", content), name


def test_an_edition_can_be_moved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert typed("init", str(tmp_path / "hier"), "--municipality", "Stein") == FINE
    there = (tmp_path / "hier").rename(tmp_path / "heel ergens anders")
    monkeypatch.chdir(there)
    assert typed("validate") == FINE


def test_two_editions_of_the_same_day_are_the_same(tmp_path: Path) -> None:
    for name in ("a", "b"):
        assert typed("init", str(tmp_path / name), "--municipality", "Stein") == FINE
    assert inside(tmp_path / "a") == inside(tmp_path / "b")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Bergen", '"Bergen" is de naam van meer dan één gemeente. Kies uit: bergen-limburg, bergen-noord-holland.'),
        ("Stijn", '"Stijn" is geen Nederlandse gemeente. Bedoelde u "stein"?'),
        ("Lindedal", '"Lindedal" is geen Nederlandse gemeente.'),
        ("", '"" is geen Nederlandse gemeente.'),
        ("../x", '"../x" is geen Nederlandse gemeente.'),
    ],
)
def test_a_municipality_that_is_not_clear_is_asked_back(
    name: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert typed("init", str(tmp_path / "editie"), "--municipality", "Stein", "--municipality", name) == MISUSED
    assert said in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("said", ["Zutphen, Lochem", "Zutphen,Lochem,", "zutphen , lochem"])
def test_names_may_stand_behind_each_other(said: str, tmp_path: Path) -> None:
    assert typed("init", str(tmp_path), "--municipality", said) == FINE
    assert sorted(file.stem for file in (tmp_path / "data/municipalities").iterdir()) == ["lochem", "zutphen"]


def test_a_comma_in_a_name_is_no_border(tmp_path: Path) -> None:
    assert typed("init", str(tmp_path), "--municipality", "Nuenen, Gerwen en Nederwetten") == FINE
    assert len(list((tmp_path / "data/municipalities").iterdir())) == 1


def test_a_full_folder_is_refused_and_left_as_it_was(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: van mij\n", "utf-8")
    (tmp_path / "bestand").write_text("x", "utf-8")
    for folder in (tmp_path, tmp_path / "bestand"):
        before = inside(tmp_path)
        assert typed("init", str(folder), "--municipality", "Stein") == MISUSED
        assert "is niet leeg; er is niets veranderd" in capsys.readouterr().err
        assert inside(tmp_path) == before


def test_an_empty_folder_will_do(tmp_path: Path) -> None:
    assert typed("init", str(tmp_path), "--municipality", "Stein") == FINE
    assert (tmp_path / "mkdocs.yml").is_file()


@pytest.mark.parametrize(
    ("name", "id", "said"),
    [
        ("'s-Gravenhage", "den-haag", ""),
        ("’s-Hertogenbosch", "s-hertogenbosch", ""),
        ("Den Bosch", "s-hertogenbosch", ""),
        ("Bergen (NH)", "bergen-noord-holland", ""),
        ("Bergen (L)", "bergen-limburg", ""),
        ("Hengelo (O)", "hengelo", ""),
        ("Nuenen c.a.", "nuenen-gerwen-en-nederwetten", "Nuenen ligt in de gemeente Nuenen, Gerwen en Nederwetten"),
        ("SUDWEST-FRYSLÂN", "sudwest-fryslan", ""),
        ("Sudwest-Fryslan", "sudwest-fryslan", ""),
        ("Súdwest Fryslân", "sudwest-fryslan", ""),
        ("Gemeente Zutphen", "zutphen", ""),
        ("Uden", "maashorst", "Uden hoort sinds 1 januari 2022 bij Maashorst: de editie is voor Maashorst."),
        ("Landerd", "maashorst", "Landerd hoort sinds 1 januari 2022 bij Maashorst"),
        ("Warnsveld", "zutphen", "Warnsveld ligt in de gemeente Zutphen: de editie is voor Zutphen."),
        ("Gorssel", "lochem", "Gorssel ligt in de gemeente Lochem"),
        ("Brielle", "voorne-aan-zee", "Brielle hoort sinds 1 januari 2023 bij Voorne aan Zee"),
        ("Bonaire", "bonaire", ""),
        ("Saba", "saba", ""),
    ],
)
def test_a_municipality_is_known_as_people_call_it(
    name: str, id: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "editie"
    assert typed("init", str(folder), "--municipality", name) == FINE
    assert said in capsys.readouterr().out
    assert [path.stem for path in (folder / "data/municipalities").glob("*.yml")] == [id]
    assert typed("validate", "-f", str(folder / "mkdocs.yml")) == FINE


def test_a_village_of_several_municipalities_is_asked_back(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert typed("init", str(tmp_path / "editie"), "--municipality", "Nes") == MISUSED
    assert '"Nes" kan bij meer dan één gemeente horen. Kies uit: ameland, heerenveen, noardeast-fryslan.' in (
        capsys.readouterr().err
    )
