"""The same records give the same site: wherever it is built, whenever, by whichever command."""

from __future__ import annotations

import locale
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.editions import LINDEDAL, SMALL, build, copied, different, environment, files, mantelkaart


def other_locale() -> str:
    """A locale of this machine that isn't the usual one, if it has any."""
    for name in ("nl_NL.UTF-8", "tr_TR.UTF-8", "de_DE.UTF-8", "C"):
        try:
            before = locale.setlocale(locale.LC_ALL)
            locale.setlocale(locale.LC_ALL, name)
            locale.setlocale(locale.LC_ALL, before)
        except locale.Error:
            continue
        return name
    return "POSIX"


@pytest.mark.parametrize("edition", [LINDEDAL, SMALL], ids=["lindedal", "small"])
def test_two_builds_of_one_commit_are_byte_for_byte_the_same(
    edition: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """Another folder, time zone, locale, order of hashes, order of files and moment change nothing."""
    elsewhere = copied(edition, tmp_path / "een andere plek" / "diep")
    for file in elsewhere.rglob("*"):
        os.utime(file, (981_173_106, 981_173_106))  # as if all were last touched in 2001
    name = other_locale()
    around = {"TZ": "Pacific/Kiritimati", "LANG": name, "LC_ALL": name, "PYTHONHASHSEED": "4711", "PYTHONUTF8": "0"}
    done = mantelkaart("build", folder=elsewhere, more=around)
    assert done.returncode == 0, done.stdout + done.stderr
    here = request.getfixturevalue("lindedal" if edition is LINDEDAL else "small")
    made = files(here)
    assert len(made) > 150
    assert different(made, files(elsewhere / "site")) == []


def test_mkdocs_builds_the_same_site(edition: Path, small: Path) -> None:
    """Who knows MkDocs gives the command of MkDocs, and gets the same files."""
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet"],
        cwd=edition, env=environment(), capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert different(files(small), files(edition / "site")) == []


def test_a_build_may_be_given_from_another_folder(edition: Path, small: Path, tmp_path: Path) -> None:
    """`-f` says which edition, and everything lands beside that one."""
    away = tmp_path / "elders"
    away.mkdir()
    done = mantelkaart("build", "-f", str(edition / "mkdocs.yml"), folder=away)
    assert done.returncode == 0, done.stderr
    assert different(files(small), files(edition / "site")) == []
    assert list(away.iterdir()) == []


def test_a_build_touches_only_its_site_and_its_cache(edition: Path, tmp_path: Path) -> None:
    """Records, prose and everything around the edition stay as they were."""
    before = files(tmp_path)
    build(edition)
    after = {
        name: content
        for name, content in files(tmp_path).items()
        if not name.startswith(("editie/site/", "editie/.cache/"))
    }
    assert after == before


def test_nothing_of_this_machine_is_in_the_site(small: Path, edition: Path) -> None:
    """No path, user or host name of where it was built, and no moment of when."""
    words = [str(small.parent).encode(), str(Path.home()).encode() + b"/", os.uname().nodename.encode()]
    for file in small.rglob("*"):
        if file.is_file():
            content = file.read_bytes()
            assert not any(word in content for word in words if len(word) > 5), file
