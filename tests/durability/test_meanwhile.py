"""What is written while a build reads is in the site of the next build, if not in this one."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.durability.conftest import Tries
from tests.durability.states import States, a_record, harm
from tests.editions import build, copied, files, record

pytestmark = pytest.mark.site

PAGE = "<p>Voet van de editie, versie {n}.</p>\n"
WRITES: Mapping[str, Callable[[Path, int], object]] = {
    "prose": lambda edition, n: record(edition, "content/over.md", f"# Over\n\nVersie {n} van deze tekst.\n"),
    "the site's name": lambda edition, n: _line(edition / "mkdocs.yml", "site_name:", f"site_name: Versie {n}"),
    "a template": lambda edition, n: record(edition, "overrides/components/ask/ask.html", PAGE.format(n=n)),
    "a record": lambda edition, n: _line(a_record(edition), "summary:", f"summary: Versie {n} van deze zin."),
    "a picture": lambda edition, n: record(edition, "content/teken.svg", f"<svg><title>{n}</title></svg>"),
}


def _line(file: Path, start: str, line: str) -> None:
    lines = file.read_text("utf-8").splitlines()
    place = next(number for number, found in enumerate(lines) if found.startswith(start))
    file.write_text("\n".join([*lines[:place], line, *lines[place + 1 :]]) + "\n", "utf-8")


@pytest.mark.parametrize("what", sorted(WRITES))
@pytest.mark.parametrize("back", [False, True], ids=["once", "and back"])
def test_written_during_a_build(
    what: str, back: bool, states: States, tmp_path: Path, tries: Tries, often: Callable[[int, int], int]
) -> None:
    """Whether it stays, or is taken back before the build is done."""
    dice = random.Random(f"{what} {back}")
    for number in range(often(1, 6)):
        WRITES[what](states.edition, 0)
        process = states.start("build")
        time.sleep(dice.uniform(0, 1.2))
        WRITES[what](states.edition, number + 1)
        if back:
            time.sleep(dice.uniform(0, 0.6))
            WRITES[what](states.edition, 0)
        said, _ = process.communicate()
        wrong = harm(process.returncode, said)
        code, said = states.run("build")
        fresh = files(build(copied(states.edition, tmp_path / f"schoon-{number}")))
        found = files(states.site)
        wrong += [*harm(code, said), *([said] if code else [])]
        wrong += sorted(name for name in found.keys() | fresh.keys() if found.get(name) != fresh.get(name))[:3]
        tries.tell(*wrong)


def test_record_goes_away_while_it_is_read(states: States, tries: Tries, often: Callable[[int, int], int]) -> None:
    dice = random.Random(11)
    content = states.record.read_bytes()
    for _ in range(often(3, 11)):
        process = states.start("build")
        time.sleep(dice.uniform(0, 0.6))
        states.record.unlink()
        said, _ = process.communicate()
        wrong = harm(process.returncode, said)
        states.record.write_bytes(content)
        code, said = states.run("build")
        tries.tell(*wrong, *harm(code, said), *([said] if code else []), *states.is_now("before")[:3])
