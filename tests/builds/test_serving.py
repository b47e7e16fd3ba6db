"""Who writes while the site is served sees each change at once, and exactly what a build would make of it."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest

from generator import urls
from tests.editions import build, copied, different, files, record, replaced
from tests.serving import Served, serving

STEUNPUNT = "data/organisations/stein/steunpunt-stein.yml"
HOST_WORKS = "Building documentation..."
NEW = """\
name: Het Nieuwe Huis
summary: Staat er sinds vandaag.
area: [stein]
website: https://nieuwhuis.example/
checked: {date: 2026-11, source: Zelf gezien}
"""
TERM = """\
- id: tuinieren
  label: Tuinieren
  explanation: Samen in een tuin werken.
"""


def kept(folder: Path, to: Path) -> dict[str, str]:
    """The files that are being served now, put aside."""
    (site,) = folder.glob("mkdocs_*")
    shutil.copytree(site, to)
    return files(to)


def edited(edition: Path, served: Served) -> None:
    """Everything that can happen to records, one after the other and some at once."""
    replaced(edition / STEUNPUNT, "Voor iedereen in Stein", "Voor heel Stein")
    served.until("organisaties/steunpunt-stein/", "Voor heel Stein")
    record(edition, "data/organisations/stein/nieuw-huis.yml", NEW)
    record(edition, "data/vocabularies/help.yml", TERM)
    served.until("organisaties/nieuw-huis/", "Staat er sinds vandaag.")
    served.until("stein/hulp/tuinieren/", "<h1")
    (edition / "data/organisations/beek/alleen-langsgaan.yml").unlink()
    huiskamer = edition / "data/organisations/beek/huiskamer-beek.yml"
    renamed = huiskamer.rename(huiskamer.with_name("huiskamer.yml"))
    replaced(renamed, "area: [beek]", "area: [beek]\nformerly: [huiskamer-beek]")
    replaced(edition / "data/networks/tafel-van-de-streek.yml", "huiskamer-beek", "huiskamer")
    replaced(edition / "content/tools/praatplaat.md", "Leg de plaat op tafel", "Leg de plaat op de grond")
    served.until("organisaties/huiskamer/", "Huiskamer van Beek")
    served.until("organisaties/huiskamer-beek/", "organisaties/huiskamer/")
    served.until("organisaties/alleen-langsgaan/", "<h1", gone=True)
    served.until("tools/praatplaat/", "Leg de plaat op de grond")


def test_what_is_served_after_many_edits_is_what_serving_anew_gives(edition: Path, tmp_path: Path) -> None:
    """Records are shown without the host; the host works again for prose, and for what stands around every page."""
    folders = [tmp_path / name for name in ("eerst", "opnieuw")]
    for folder in folders:
        folder.mkdir()
    with serving(edition, folder="/kaart/", TMPDIR=str(folders[0])) as served:
        edited(edition, served)
        assert served.said().count(HOST_WORKS) == 1, served.said()
        after_records = kept(folders[0], tmp_path / "records")
        replaced(edition / "content/over.md", "# ", "# Nog meer ")
        served.until("over/", "Nog meer ")
        assert served.said().count(HOST_WORKS) == 2
        record(
            edition,
            "data/municipalities/beek.yml",
            "name: Beek\nurgent:\n  name: Huisartsenpost van Beek\n  phones: [{number: 0800 000 0900}]\n",
        )
        served.until("beek/", "Huisartsenpost van Beek")
        assert served.said().count(HOST_WORKS) == 3
        replaced(edition / STEUNPUNT, "Voor heel Stein", "Voor Stein")
        served.until("organisaties/steunpunt-stein/", "Voor Stein")
        assert served.said().count(HOST_WORKS) == 3
        after_all = kept(folders[0], tmp_path / "alles")
    anew = copied(edition, tmp_path / "anders")
    with serving(anew, folder="/kaart/", port=served.port, TMPDIR=str(folders[1])):
        assert different(after_all, kept(folders[1], tmp_path / "vers")) == []
    assert "over/index.html" in different(after_all, after_records)
    lists = {urls.offline_copy(id) for id in ("stein", "beek")}
    assert files(build(anew)).keys() - after_all.keys() == lists, "what is served no browser keeps"


def test_a_fault_is_told_and_the_site_stays(edition: Path) -> None:
    with serving(edition, folder="/kaart/") as served:
        page = served.page("stein/")
        replaced(edition / STEUNPUNT, "0800 000 0101", "een twee drie")
        served.until_said("Tot dit klopt, toont de site wat er stond.")
        assert "steunpunt-stein.yml:6:13" in served.said() and "[phone-format]" in served.said()
        assert without_script(served.page("stein/")) == without_script(page)
        replaced(edition / "content/over.md", "# ", "# Nog meer ")
        served.until("over/", "Nog meer ")
        replaced(edition / STEUNPUNT, "een twee drie", "0800 000 0199")
        served.until("organisaties/steunpunt-stein/", "0800 000 0199")


def test_a_browser_hears_that_there_is_something_new(edition: Path) -> None:
    """The script that a server puts in the page waits for this answer, and then loads the page again."""
    with serving(edition, folder="/kaart/") as served:
        found = re.search(r"livereload\((\d+), (\d+)\);", served.page("stein/"))
        assert found
        replaced(edition / STEUNPUNT, "Voor iedereen in Stein", "Voor heel Stein")
        address = urlsplit(served.url)._replace(path=f"/livereload/{found[1]}/{found[2]}").geturl()
        with urlopen(address, timeout=60) as answer:
            assert int(answer.read()) > int(found[1])
        assert "Voor heel Stein" in served.page("organisaties/steunpunt-stein/")


@pytest.mark.parametrize("setting", ["watch: [elders]", "hooks: [haak.py]"])
def test_whoever_lets_the_host_read_more_gets_the_host_every_time(edition: Path, setting: str) -> None:
    """What it makes of that nobody here can know."""
    (edition / "elders").mkdir()
    (edition / "haak.py").write_text("", "utf-8")
    replaced(edition / "mkdocs.yml", "docs_dir:", f"{setting}\ndocs_dir:")
    with serving(edition, folder="/kaart/") as served:
        replaced(edition / STEUNPUNT, "Voor iedereen in Stein", "Voor heel Stein")
        served.until("organisaties/steunpunt-stein/", "Voor heel Stein")
        assert served.said().count(HOST_WORKS) == 2


def without_script(page: str) -> str:
    """A page without the time that a server puts in it."""
    return re.sub(r"livereload\(\d+, \d+\);", "", page)
