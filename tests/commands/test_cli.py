"""The command line, as somebody who types."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from generator.cli import main
from generator.commands.asked import FAULTS, FINE, MISUSED
from generator.commands.progress import Progress
from generator.editing.starters import KINDS
from generator.texts.spoken import text
from tests.editions import environment, epoch
from tests.scratch import TODAY, VALID, Scratch

COMMANDS = sorted(text("cli", "commands"))


@pytest.fixture(autouse=True)
def on_a_fixed_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch(TODAY))
    monkeypatch.setenv("COLUMNS", "100")


@pytest.fixture
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Scratch:
    """An edition of Stein; whoever types stands in its folder."""
    scratch = Scratch.stein(tmp_path)
    monkeypatch.chdir(tmp_path)
    return scratch


def typed(*words: str) -> int:
    """Run a command. Returns its exit code, also when the parser stops it."""
    try:
        return main(words)
    except SystemExit as stop:
        assert isinstance(stop.code, int)
        return stop.code


# --- help and misuse


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_in_dutch(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert typed(*filter(None, (command,)), "--help") == FINE
    said = capsys.readouterr().out
    assert said.startswith(f"gebruik: mantelkaart {command}".rstrip())
    assert "toon deze uitleg" in said
    assert not re.search(r"usage|options:|optional|positional|arguments|show this|default|exit|None", said)
    wanted = [text("cli", "commands", command)] if command else [text("cli", "description"), *COMMANDS]
    assert all(words in " ".join(said.split()) for words in wanted)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "dit ontbreekt: OPDRACHT"),
        (["valideer"], "'valideer' kan niet"),
        (["validate", "--formaat"], "dit ken ik niet: --formaat"),
        (["validate", "--format", "xml"], "'xml' kan niet (kies uit"),
        (["validate", "-f"], "verwacht één waarde"),
        (["new"], "dit ontbreekt: SOORT, NAAM"),
        (["new", "gemeente", "Stein"], "'gemeente' kan niet"),
        (["init", "map"], "dit ontbreekt: --municipality"),
        (["publish"], "dit ontbreekt: MAP"),
        (["schema", "--check", "x"], "dit ken ik niet: x"),
    ],
)
def test_what_is_typed_wrongly_is_explained_in_dutch(
    words: list[str], said: str, scratch: Scratch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert typed(*words) == MISUSED
    output = capsys.readouterr()
    assert output.out == ""
    assert output.err.startswith("gebruik: mantelkaart")
    assert said in output.err
    assert not re.search(r"usage|error|argument|choose|invalid|required|expected", output.err)


@pytest.mark.parametrize("command", sorted(set(COMMANDS) - {"init"}))
def test_without_an_edition_every_command_says_where_to_stand(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    more = {"new": ("tool", "Kaart"), "publish": ("www",)}.get(command, ())
    assert typed(command, *more) == MISUSED
    assert capsys.readouterr().err == (
        "mantelkaart: hier is geen mkdocs.yml: ga naar de map van de editie, of noem het bestand met -f\n"
    )
    assert list(tmp_path.iterdir()) == []


def test_a_day_that_is_no_number_is_refused(
    scratch: Scratch, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for nonsense in ("vandaag", "9" * 30):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", nonsense)
        assert typed("validate") == MISUSED
        assert "SOURCE_DATE_EPOCH is geen getal" in capsys.readouterr().err


def test_the_module_is_the_command(scratch: Scratch) -> None:
    scratch.organisation("de-proef", "email: geen adres\n")
    asked = [sys.executable, "-m", "generator.cli", "validate", "--format", "json"]
    done = subprocess.run(asked, cwd=scratch.root, env=environment(), capture_output=True, text=True, check=False)
    assert done.returncode == FAULTS
    assert [entry["file"] for entry in json.loads(done.stdout)] == ["data/organisations/de-proef.yml"]
    assert done.stderr == ""


def test_a_reader_who_stops_reading_is_no_mishap(scratch: Scratch) -> None:
    for number in range(400):
        scratch.organisation(f"o-{number}", "email: geen adres\n" * 4)
    asked = f"{sys.executable} -m generator.cli validate | head -1"
    done = subprocess.run(
        asked, shell=True, cwd=scratch.root, env=environment(), capture_output=True, text=True, check=False
    )
    assert done.stdout.count("\n") == 1
    assert "Traceback" not in done.stderr and "BrokenPipe" not in done.stderr


# --- validate


def test_an_edition_without_faults_is_fine(scratch: Scratch, capsys: pytest.CaptureFixture[str]) -> None:
    scratch.organisation("de-proef")
    assert typed("validate") == FINE
    output = capsys.readouterr()
    assert output.out == ""
    assert re.fullmatch(r"\d+ records gelezen: geen fouten en geen waarschuwingen\.\n", output.err)


def test_faults_are_reported_where_they_are(scratch: Scratch, capsys: pytest.CaptureFixture[str]) -> None:
    scratch.organisation("de-proef", "email: geen adres\nkleur: groen\n", website=None)
    assert typed("validate") == FAULTS
    output = capsys.readouterr()
    assert output.out == (
        'data/organisations/de-proef.yml:5:8: email: "geen adres" is geen e-mailadres [email-format]\n'
        '  Tip: schrijf het als naam@voorbeeld.nl, zonder spaties of "mailto:".\n'
        'data/organisations/de-proef.yml:6:1: kleur: het veld "kleur" bestaat hier niet [unknown-field]\n'
        "  Tip: kijk in CONTRIBUTING welke velden er zijn.\n"
    )
    assert "2 fouten en geen waarschuwingen" in output.err


def test_warnings_count_only_when_somebody_is_strict(scratch: Scratch, capsys: pytest.CaptureFixture[str]) -> None:
    scratch.organisation("de-proef", website=None)
    assert typed("validate") == FINE
    output = capsys.readouterr()
    assert "[no-contact]" in output.out
    assert "geen fouten en 1 waarschuwing." in output.err
    assert typed("validate", "--strict") == FAULTS


def test_addresses_are_checked_in_the_same_run_as_faulty_records(
    scratch: Scratch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What an unreadable record may still answer is not called gone; what nothing can answer is."""
    scratch.write("data/addresses.txt", "/organisaties/de-proef/iets/\n/organisaties/oud/\n/stein/verdwenen/\n")
    scratch.organisation("de-proef", "email: geen adres\nformerly: [oud]\n")
    scratch.write("content/over.md", "[Weg](/nergens/) en [misschien](/organisaties/de-proef/iets/)\n")
    assert typed("validate") == FAULTS
    shown = capsys.readouterr().out
    assert [line.split(" ")[0] for line in shown.splitlines() if "[" in line and "Tip" not in line] == [
        "content/over.md:1:7:",
        "data/addresses.txt:3:1:",
        "data/organisations/de-proef.yml:6:8:",
    ]


def test_who_keeps_the_national_layer_can_see_its_warnings(
    scratch: Scratch, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch(date(2036, 1, 1)))
    assert typed("validate", "--strict") == FINE
    assert capsys.readouterr().out == ""
    assert typed("validate", "--national") == FINE
    shown = capsys.readouterr().out
    assert "national/organisations/" in shown and "[stale]" in shown
    assert typed("validate", "--national", "--strict") == FAULTS


def test_a_strict_build_stops_at_a_warning(scratch: Scratch, capsys: pytest.CaptureFixture[str]) -> None:
    scratch.organisation("de-proef", website=None)
    assert typed("build", "--strict") == FAULTS
    output = capsys.readouterr()
    assert "[no-contact]" in output.out
    assert "geen fouten en 1 waarschuwing: met --strict is er niets gebouwd." in output.err
    assert not (scratch.root / "site").exists()


def test_a_path_narrows_what_is_reported(scratch: Scratch, capsys: pytest.CaptureFixture[str]) -> None:
    scratch.organisation("stein/goed")
    scratch.organisation("stein/fout", "email: x\n")
    scratch.organisation("beek/ook-fout", "email: x\n")
    assert typed("validate", "data/organisations/stein/goed.yml") == FINE
    assert capsys.readouterr().out == ""
    assert typed("validate", "data/organisations/stein") == FAULTS
    assert capsys.readouterr().out.count("[email-format]") == 1
    assert typed("validate", "data/organisations/stein", "data/organisations/beek/ook-fout.yml") == FAULTS
    assert capsys.readouterr().out.count("[email-format]") == 2
    assert typed("validate", ".") == FAULTS
    assert capsys.readouterr().out.count("[email-format]") == 2


def test_a_path_that_does_not_exist_is_a_slip(scratch: Scratch, capsys: pytest.CaptureFixture[str]) -> None:
    assert typed("validate", "data/organisatie") == MISUSED
    assert capsys.readouterr().err == "mantelkaart: data/organisatie bestaat niet\n"


def test_json_is_for_programs_and_nothing_else_is_said(scratch: Scratch, capsys: pytest.CaptureFixture[str]) -> None:
    assert typed("validate", "--format", "json") == FINE
    output = capsys.readouterr()
    assert (json.loads(output.out), output.err) == ([], "")
    scratch.organisation("de-proef", "email: x\n")
    assert typed("validate", "--format", "json") == FAULTS
    output = capsys.readouterr()
    (entry,) = json.loads(output.out)
    assert (entry["file"], entry["line"], entry["column"]) == ("data/organisations/de-proef.yml", 6, 8)
    assert (entry["path"], entry["code"], entry["severity"]) == ("email", "email-format", "fault")


def test_github_shows_it_at_the_line(scratch: Scratch, capsys: pytest.CaptureFixture[str]) -> None:
    scratch.organisation("de-proef", "email: x\n")
    assert typed("validate", "--format", "github") == FAULTS
    assert capsys.readouterr().out.startswith(
        "::error file=data/organisations/de-proef.yml,line=6,col=8,title=email-format::"
    )


def test_files_are_named_as_seen_from_where_somebody_stands(
    scratch: Scratch, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = scratch.organisation("de-proef", "email: x\n")
    for here, shown in (
        (scratch.root, "data/organisations/de-proef.yml"),
        (scratch.root.parent, f"{scratch.root.name}/data/organisations/de-proef.yml"),
        (scratch.root / "data", "organisations/de-proef.yml"),
        (scratch.root / "data/municipalities", str(file.resolve())),
    ):
        monkeypatch.chdir(here)
        assert typed("validate", "--format", "json", "-f", str(scratch.root / "mkdocs.yml")) == FAULTS
        (entry,) = json.loads(capsys.readouterr().out)
        assert entry["file"] == shown


def test_reading_that_takes_long_says_how_far_it_is(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    clock = iter([0.0, 1.9, 2.1, 2.5, 3.2])
    monkeypatch.setattr("generator.commands.progress.time", SimpleNamespace(monotonic=lambda: next(clock)))
    progress = Progress()
    for done in (100, 200, 300, 1400):
        progress(done, 12_000)
    assert capsys.readouterr().err.splitlines() == [
        "Bezig: 200 van 12.000 records gelezen …",
        "Bezig: 1.400 van 12.000 records gelezen …",
    ]


def test_a_build_that_finds_faults_builds_nothing(scratch: Scratch) -> None:
    scratch.organisation("de-proef", "email: x\n")
    scratch.write("content/over.md", "# Over\n")
    asked = [sys.executable, "-m", "generator.cli", "build"]
    done = subprocess.run(asked, cwd=scratch.root, env=environment(), capture_output=True, text=True, check=False)
    assert done.returncode == FAULTS
    assert "[email-format]" in done.stdout + done.stderr
    assert not (scratch.root / "site").exists()


# --- schema


def test_schemas_are_written_and_checked(scratch: Scratch, capsys: pytest.CaptureFixture[str]) -> None:
    assert typed("schema", "--check") == FAULTS
    assert capsys.readouterr().out.count("verouderd: ") == 9
    assert typed("schema") == FINE
    assert typed("schema", "--check") == FINE
    capsys.readouterr()
    file = scratch.root / "data/schemas/tool.json"
    before = file.read_text("utf-8")
    file.write_text(before.replace("Naam.", "Name."), "utf-8")
    assert typed("schema", "--check") == FAULTS
    assert capsys.readouterr().out == f"verouderd: {file}\n"
    assert "Name." in file.read_text("utf-8"), "checking changes nothing"


# --- new


NAMES = {
    "organisation": ('Stichting \'t Ei: "Samen" & zo', "data/organisations/stein/stichting-t-ei-samen-zo.yml"),
    "municipality": ("Zutphen", "data/municipalities/zutphen.yml"),
    "network": ("Kring #1", "data/networks/kring-1.yml"),
    "worksheet": ("Blad & Boom", "data/worksheets/blad-boom.yml"),
    "activity": ("Koffie & koek: samen", "data/activities/koffie-koek-samen.yml"),
    "tool": ("- Praatplaat", "content/tools/praatplaat.md"),
    "example": ("Soep, en $HOME", "content/praktijkvoorbeelden/soep-en-home.md"),
    "backpack": ("Hoe vinden wij elkaar?", "content/kennisrugzak/stein/hoe-vinden-wij-elkaar.md"),
}


def test_every_kind_can_be_begun() -> None:
    assert set(NAMES) == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_record_is_valid_as_it_is(kind: str, scratch: Scratch, capsys: pytest.CaptureFixture[str]) -> None:
    name, path = NAMES[kind]
    assert typed("new", kind, "--", name) == FINE
    assert capsys.readouterr().out == f'Gemaakt: {path}. Vul het in en controleer het met "mantelkaart validate".\n'
    content = (scratch.root / path).read_text("utf-8")
    assert "#" in content and "$" not in content.replace("$schema=", "").replace("$HOME", "")
    assert [p.code for p in scratch.problems() if p.severity == "fault"] == []
    named = re.search(r"\$schema=(\S+)", content)
    assert named
    schema = ((scratch.root / path).parent / named[1]).resolve()
    kind_of_schema = scratch.root.resolve() / "data" / "schemas" / f"{kind}.json"
    assert schema == kind_of_schema


@pytest.mark.parametrize("kind", sorted(set(KINDS) - {"municipality"}))
def test_its_name_is_the_one_that_was_typed(kind: str, scratch: Scratch) -> None:
    name, path = NAMES[kind]
    typed("new", kind, "--", name)
    catalogue = scratch.validate().catalogue
    assert catalogue
    kept = {
        "organisation": catalogue.organisations, "network": catalogue.networks, "activity": catalogue.activities,
        "tool": catalogue.tools, "example": catalogue.examples, "backpack": catalogue.backpacks,
        "worksheet": catalogue.worksheets,
    }[kind]  # fmt: skip
    id = Path(path).stem if kind != "backpack" else f"stein/{Path(path).stem}"
    record = kept[id].record
    assert name in (getattr(record, "name", None), getattr(record, "design_question", None))


@pytest.mark.parametrize(
    ("name", "file", "fictional"),
    [
        ("'s-Hertogenbosch", "s-hertogenbosch", False),
        ("bergen-limburg", "bergen-limburg", False),
        ("zutphen", "zutphen", False),
        ("Verzonnendorp", "verzonnendorp", True),
    ],
)
def test_a_new_municipality_is_an_official_one_or_says_it_is_not(
    name: str, file: str, fictional: bool, scratch: Scratch
) -> None:
    assert typed("new", "municipality", name) == FINE
    assert scratch.found() == []
    content = (scratch.root / f"data/municipalities/{file}.yml").read_text("utf-8")
    assert ("fictional: true" in content) is fictional


def test_a_name_of_two_municipalities_is_asked_back(scratch: Scratch, capsys: pytest.CaptureFixture[str]) -> None:
    assert typed("new", "municipality", "Bergen") == MISUSED
    assert "bergen-limburg, bergen-noord-holland" in capsys.readouterr().err
    assert not list(scratch.root.rglob("bergen*"))


def test_an_existing_record_is_never_written_over(scratch: Scratch, capsys: pytest.CaptureFixture[str]) -> None:
    file = scratch.organisation("stein/de-proef")
    before = file.read_bytes()
    assert typed("new", "organisation", "De Proef") == MISUSED
    assert "bestaat al; er is niets veranderd" in capsys.readouterr().err
    assert file.read_bytes() == before


@pytest.mark.parametrize("name", ["", "???", "日本", "..", "/"])
def test_a_name_without_letters_can_be_no_file(name: str, scratch: Scratch, capsys: pytest.CaptureFixture[str]) -> None:
    before = sorted(scratch.root.rglob("*"))
    assert typed("new", "tool", name) == MISUSED
    assert "gebruik letters of cijfers" in capsys.readouterr().err
    assert sorted(scratch.root.rglob("*")) == before


def test_a_name_that_is_too_long_is_refused_before_it_is_a_fault(
    scratch: Scratch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert typed("new", "tool", "x" * 120) == FINE
    assert typed("new", "tool", "y" * 121) == MISUSED
    assert "121 tekens lang; er passen er 120" in capsys.readouterr().err
    assert typed("new", "backpack", "Hoe " * 99 + "dan?") == FINE
    assert [p.code for p in scratch.problems() if p.severity == "fault"] == []


@pytest.mark.parametrize("path", ["../../../weg", "/tmp", "stein/../..", "Nergenshuizen"])
def test_a_new_record_stays_in_the_edition(path: str, scratch: Scratch, capsys: pytest.CaptureFixture[str]) -> None:
    before = sorted(scratch.root.parent.rglob("*"))
    for kind in KINDS:
        assert typed("new", kind, "De Proef", "--municipality", path) == MISUSED
        assert capsys.readouterr().err.startswith("mantelkaart: ")
    assert sorted(scratch.root.parent.rglob("*")) == before


def test_in_an_edition_of_several_somebody_says_for_which_it_is(
    scratch: Scratch, capsys: pytest.CaptureFixture[str]
) -> None:
    scratch.write("data/municipalities/beek.yml", "name: Beek\n")
    assert typed("new", "organisation", "De Proef") == MISUSED
    assert "noem de gemeente met --municipality; deze editie heeft er 2" in capsys.readouterr().err
    assert typed("new", "organisation", "De Proef", "--municipality", "beek") == FINE
    assert typed("new", "organisation", "De Linde", "--municipality", "Stein") == FINE
    assert {file for file, *_ in scratch.found()} <= {
        "data/organisations/beek/de-proef.yml",
        "data/organisations/stein/de-linde.yml",
    }
    assert typed("new", "municipality", "Zutphen") == FINE


# --- init


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
    assert typed("validate", "--strict") == FINE
    assert typed("schema", "--check") == FINE
    published = {path.stem for path in (folder / "data/municipalities").glob("*.yml")}
    assert len(published) == len(set(map(str.casefold, names)))
    assert typed("new", "organisation", "De Proef", "--municipality", sorted(published)[0]) == FINE
    assert typed("validate") == FINE


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
    assert typed("validate", "--strict") == FINE


def test_two_editions_of_the_same_day_are_the_same(tmp_path: Path) -> None:
    for name in ("a", "b"):
        assert typed("init", str(tmp_path / name), "--municipality", "Stein") == FINE
    assert inside(tmp_path / "a") == inside(tmp_path / "b")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Bergen", '"Bergen" is de naam van meer dan één gemeente. Kies uit: bergen-limburg, bergen-noord-holland.'),
        ("Stijn", '"Stijn" is geen Nederlandse gemeente. bedoelde u "stein"?'),
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


# --- links


def test_links_are_shown_remembered_and_missed(scratch: Scratch, capsys: pytest.CaptureFixture[str]) -> None:
    file = scratch.organisation("de-proef")
    assert typed("links") == FINE
    shown = capsys.readouterr().out.splitlines()
    assert shown == sorted(shown)
    assert {"/", "/stein/", "/stein/hulp/", "/stein/a-z/", "/organisaties/de-proef/", "/tools/"} <= set(shown)
    memory = scratch.root / "data/addresses.txt"
    assert not memory.exists(), "showing writes nothing"

    assert typed("links", "--update") == FINE
    assert f"{len(shown)} nieuwe adressen toegevoegd aan data/addresses.txt." in capsys.readouterr().out
    assert memory.read_text("utf-8").splitlines()[1:] == shown
    assert typed("links", "--update") == FINE
    assert "Alle adressen staan al in data/addresses.txt." in capsys.readouterr().out

    file.rename(file.with_name("de-linde.yml"))
    assert typed("validate") == FAULTS
    line = shown.index("/organisaties/de-proef/") + 2
    assert (
        f"data/addresses.txt:{line}:1: het adres /organisaties/de-proef/ is ooit gepubliceerd"
        in capsys.readouterr().out
    )
    assert typed("links") == FAULTS
    assert typed("links", "--update") == FAULTS
    assert "[address-gone]" in capsys.readouterr().err
    assert memory.read_text("utf-8").splitlines()[1:] == shown, "a fault changes nothing"

    scratch.organisation("de-linde", "formerly: [de-proef]\n")
    assert typed("links", "--update") == FINE
    assert "1 nieuwe adressen" in capsys.readouterr().out
    kept = memory.read_text("utf-8").splitlines()
    assert {"/organisaties/de-proef/", "/organisaties/de-linde/"} <= set(kept)
    assert set(shown) <= set(kept)


def test_links_of_records_with_faults_are_not_known(scratch: Scratch, capsys: pytest.CaptureFixture[str]) -> None:
    scratch.organisation("de-proef", "email: x\n")
    assert typed("links") == FAULTS
    output = capsys.readouterr()
    assert output.out == ""
    assert "[email-format]" in output.err


def test_a_memory_that_is_not_text_is_reported(scratch: Scratch, capsys: pytest.CaptureFixture[str]) -> None:
    scratch.write("data/addresses.txt", b"/stein/\n/caf\xe9/\n")
    assert typed("validate") == FAULTS
    assert "data/addresses.txt:2:1:" in capsys.readouterr().out


def test_another_edition_is_named_with_f(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    Scratch.copy(VALID, tmp_path / "editie")
    monkeypatch.chdir(tmp_path)
    assert typed("links", "-f", "editie/mkdocs.yml") == FINE
    assert "/organisaties/stichting-de-linde/even-vrij/" in capsys.readouterr().out.splitlines()
    assert {path.name for path in tmp_path.iterdir()} == {"editie"}
