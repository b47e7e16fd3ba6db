"""Slips in `mkdocs.yml` are told in Dutch, with their line, before the host says them in English or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig

from generator.building.settings import HOST, OWN, settings_problems
from generator.plugin import MantelkaartPlugin
from tests.commands.typed import typed
from tests.editions import ROOT
from tests.scratch import SETTINGS, Scratch

URL = "site_url: https://proef.example/\n"
OWN_SETTINGS = SETTINGS.replace("- mantelkaart\n", "- mantelkaart:\n%s")


def found(scratch: Scratch, settings: str) -> list[tuple[str, int, str]]:
    scratch.write("mkdocs.yml", settings)
    return [(one.code, one.line, one.hint) for one in settings_problems(scratch.edition)]


SLIPS = [
    (OWN_SETTINGS % "      rapport: a@proef.example\n", "setting-nothing", 7, 'bedoelde u "report"?'),
    (OWN_SETTINGS % "      kleur: groen\n", "setting-nothing", 7, "de instellingen zijn: report, leave."),
    (OWN_SETTINGS % "      report:\n", "setting-empty", 7, "vul het in"),
    (OWN_SETTINGS % "      report: proef\n", "email-format", 7, "schrijf het als"),
    (OWN_SETTINGS % "      leave: www.knmi.nl\n", "url-format", 7, 'bedoelde u "https://www.knmi.nl"?'),
    (f"{SETTINGS}      report: a@proef.example\n", "yaml-syntax", 7, 'zet een dubbele punt achter "mantelkaart"'),
    (SETTINGS.replace("Proef", "Proef: zorg"), "yaml-syntax", 1, 'zet de hele tekst tussen aanhalingstekens: "Proef:'),
    (f"{SETTINGS}site_url: http//proef.nl\n", "url-format", 7, 'bedoelde u "https://proef.nl"?'),
    (f"{SETTINGS}site_ulr: https://proef.nl\n", "setting-unknown", 7, 'bedoelde u "site_url"?'),
    (f"{SETTINGS}copyright:\n", "setting-empty", 7, "vul het in"),
    (f"{SETTINGS}site_name: Nog een\n", "duplicate-key", 7, "verwijder er een"),
    (SETTINGS.replace("Proef", ""), "setting-missing", 1, "zet bovenaan"),
    (SETTINGS.replace("site_name: Proef\n", ""), "setting-missing", 1, "zet bovenaan"),
    (SETTINGS.replace("content", "inhoud"), "setting-folder", 2, "schrijf docs_dir: content"),
    (SETTINGS.replace("plugins:\n  - mantelkaart\n", ""), "setting-plugin", 1, "zet onder plugins"),
    (SETTINGS.replace("- mantelkaart", "- mantelkart"), "setting-plugin", 6, 'bedoelde u "mantelkaart"?'),
    (SETTINGS.replace("material", "materiaal"), "setting-not-installed", 4, 'bedoelde u "material"?'),
    (f"{SETTINGS}  - zoekmachien\n", "setting-not-installed", 7, "kijk of de naam klopt"),
]


@pytest.mark.parametrize(("settings", "code", "line", "hint"), SLIPS)
def test_a_slip_is_told_with_what_to_do(tmp_path: Path, settings: str, code: str, line: int, hint: str) -> None:
    ((said, where, advice),) = found(Scratch(tmp_path), settings)
    assert (said, where) == (code, line) and advice.startswith(hint), advice


def test_every_code_about_settings_is_tried_here() -> None:
    codes = {"setting-unknown", "setting-nothing", "setting-empty", "setting-missing", "setting-folder"}
    assert codes | {"setting-plugin", "setting-not-installed"} <= {code for _, code, _, _ in SLIPS}


@pytest.mark.parametrize(
    "more",
    [
        "", URL, "site_url: !ENV SITE_URL\n", "site_url: !ENV [SITE_URL, 'https://proef.example/']\n", "site_url: ''\n",
        "extra:\n  eigen: waarde\n", "  - search\n", "hooks: [haak.py]\n", "strict: true\n",
        "markdown_extensions:\n  - pymdownx.emoji:\n      emoji_generator: !!python/name:pymdownx.emoji.to_svg\n",
    ],
)  # fmt: skip
def test_what_is_right_for_the_host_is_right_here(tmp_path: Path, more: str) -> None:
    assert found(Scratch(tmp_path), SETTINGS + more) == []


def test_settings_may_be_taken_from_another_file(tmp_path: Path) -> None:
    assert found(Scratch(tmp_path), "INHERIT: ../mkdocs.yml\n") == []


@pytest.mark.parametrize("edition", [ROOT, ROOT / "examples/lindedal"])
def test_our_own_editions_have_no_slip(edition: Path) -> None:
    scratch = Scratch.__new__(Scratch)
    scratch.root = edition
    assert settings_problems(scratch.edition) == []


def test_every_setting_of_the_host_and_of_the_plugin_is_known() -> None:
    host = {name for name, _ in MkDocsConfig()._schema} - {"config_file_path"}
    assert host | {"INHERIT"} == HOST
    assert tuple(name for name, _ in MantelkaartPlugin.config_scheme) == OWN


def test_validate_build_and_serve_say_so_and_no_host_begins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    scratch = Scratch.stein(tmp_path)
    scratch.write("mkdocs.yml", f"{SETTINGS}site_url: http//proef.nl\n")
    monkeypatch.chdir(tmp_path)
    for command in ("validate", "build", "serve"):
        assert typed(command) == 1
        said = capsys.readouterr()
        assert 'mkdocs.yml:7:11: site_url: "http//proef.nl" is geen webadres' in said.out
        assert "Config value" not in said.out + said.err
