"""A web server is mostly somebody else than who builds: whatever the umask, it may read the site."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.durability.conftest import Tries
from tests.durability.states import States
from tests.editions import environment

pytestmark = pytest.mark.site


def closed(folder: Path) -> list[str]:
    """What in a folder others may not read or enter."""
    every = [folder, *folder.rglob("*")]
    wanted = {True: 0o055, False: 0o044}
    return [str(path) for path in every if path.stat().st_mode & wanted[path.is_dir()] != wanted[path.is_dir()]]


def test_site_made_by_who_hides_all_it_makes(states: States, tmp_path: Path, tries: Tries) -> None:
    """Also when an older site was made so: files that need not be made anew are opened as well."""
    www = tmp_path / "srv" / "www"
    www.parent.mkdir()
    for command in (["generator.cli", "build"], ["mkdocs", "build", "--quiet"], ["generator.cli", "publish", str(www)]):
        if command[1] == "build":
            for path in [states.site, *states.site.rglob("*")]:
                path.chmod(0o700 if path.is_dir() else 0o600)
        done = subprocess.run(
            [sys.executable, "-m", *command], cwd=states.edition, env=environment(), check=False,
            capture_output=True, text=True, preexec_fn=lambda: os.umask(0o077),
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr
        tries.tell(*closed(states.site)[:3])
    tries.tell(*closed(www.resolve())[:3], *closed(www.parent / "www.releases")[:3])
