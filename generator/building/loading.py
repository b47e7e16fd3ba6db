"""An edition read, judged and planned."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.making import validate
from generator.edition import Edition
from generator.pages.lasting import address_problems
from generator.pages.planning import Plan, plan
from generator.pages.prose import missing_pages, prose_problems
from generator.problems.problem import Problem, judged
from generator.records.prose import Prose
from generator.rendering.shell import SiteFacts
from generator.validation.keeping import ReadAhead, Tick
from generator.validation.own_files import file_problems


@dataclass(frozen=True)
class Loaded:
    """An edition that was read: what is wrong, and the catalogue and the plan when nothing is."""

    problems: tuple[Problem, ...]
    count: int
    catalogue: Catalogue | None = None
    plan: Plan | None = None

    @property
    def faults(self) -> tuple[Problem, ...]:
        return tuple(problem for problem in self.problems if problem.severity == "fault")


def load(
    edition: Edition,
    today: date,
    tick: Tick | None = None,
    site: SiteFacts | None = None,
    *,
    national: bool = False,
    whole: bool = False,
    faults_only: bool = False,
    ahead: Callable[[], ReadAhead | None] | None = None,
) -> Loaded:
    """Read and judge an edition's records and addresses; with `national` also warn about the layer below, with `whole`
    about its settings and what it misses as a whole, and with `faults_only` about nothing: whoever builds prints no
    warnings. `ahead` gives what `read_ahead` read a moment ago, if anything."""
    validation = validate(edition, today, tick, national=national, faults_only=faults_only, ahead=ahead)
    prose = Prose.of(edition)
    planned = plan(validation.sound, prose.addresses, site.url if site else "")
    problems = [
        *validation.problems,
        *file_problems(edition),
        # A doubled id is said once: two pages on one address are news only when the ids are fine.
        *(planned.problems if validation.catalogue else ()),
        *address_problems(edition, planned, prose, validation.lost),
        *prose_problems(edition, planned, prose, validation.lost),
        *(() if faults_only else missing_pages(edition, prose)),
        *(_of_the_whole(edition, validation.sound) if whole else ()),
    ]
    loaded = Loaded(tuple(judged(problems)), validation.count, validation.catalogue, planned)
    return replace(loaded, catalogue=None, plan=None) if loaded.faults else loaded


def _of_the_whole(edition: Edition, sound: Catalogue) -> Iterator[Problem]:
    """What is wrong with an edition's settings, and what it misses."""
    from generator.building.readiness import gaps  # here, because whoever builds does not ask for them
    from generator.building.settings import settings_problems

    yield from settings_problems(edition)
    yield from gaps(edition, sound)


def planned_again(loaded: Loaded, edition: Edition, site: SiteFacts) -> Loaded:
    """A faultless edition that was read, planned for a site at this address. Nothing is read or judged again."""
    assert loaded.catalogue is not None
    return replace(loaded, plan=plan(loaded.catalogue, Prose.of(edition).addresses, site.url))
