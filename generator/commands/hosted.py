"""A site made while a host runs: once for a build, and for who serves again whenever something is saved."""

from __future__ import annotations

import gc
import logging
import os
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Timer

from generator import durable
from generator.building.loading import Loaded, load, planned_again
from generator.building.naming import Named
from generator.building.output import Output
from generator.building.served import ServedOutput
from generator.building.site import Built, build
from generator.cache.looking import Look, seen
from generator.catalogue.catalogue import Catalogue
from generator.commands.handing import BY_COMMAND, HANDED, Handed
from generator.commands.progress import Progress
from generator.commands.said import built_report, not_built_report, say
from generator.commands.trouble import Stopped, alone, reason
from generator.edition import Edition
from generator.problems.reporters import text_report
from generator.rendering.hosts import CachedHost, RecordingHost, Shells, UnknownShell, forget
from generator.rendering.prose_files import prose_files, prose_folder
from generator.rendering.shell import Host, Lent, SiteFacts
from generator.rendering.templates import fronts
from generator.values import dates
from generator.views.around import shell
from generator.views.pieces.links import Context

_log = logging.getLogger("mkdocs.plugins.mantelkaart")


_LATER = 0.5
"""Seconds after which who writes is looking at the page, and nobody waits."""


class NotBuilt(Stopped):
    """There are faults, which were told; the message says how many."""


class Hosted:
    """The site of one edition, for as long as the host runs."""

    def __init__(self, *, serving: bool) -> None:
        # A build makes one catalogue: looking for cycles in it all the while finds none. Who serves looks afterwards.
        gc.disable()
        self.serving = serving
        self._loaded: Loaded | None = None
        self._handed, self._ahead = HANDED.get() or Handed()
        self._shells: Shells | None = None
        """The shells that the host made when it read what it reads now; while serving, none until it worked."""
        self._read: str | None = None
        """And a name for all it read then."""
        self._turn = ExitStack()
        """What lets others write in the edition again."""
        self._folder: TemporaryDirectory[str] | None = None
        self._served: ServedOutput | None = None
        self.before: Mapping[str, Look] = {}
        """How the folders in which somebody may save something lay there when they were read first."""

    def begin(self, edition: Edition, target: Path, site: SiteFacts) -> None:
        """The host is about to make all it makes: read the records. Raises `NotBuilt`, and `Stopped` when somebody
        else is building.

        Who writes while the site is served sees what is wrong, and meanwhile the site as it was.
        """
        if faults := [say(f"setting-{name}", value=value) for name, value in site.wrong()]:
            raise Stopped("\n".join(faults))
        self._edition, self._target, self._site = edition, target, site
        self._take_turn()
        self._named = Named.now(edition)
        before, self._read = self._read, self._named.host
        if not self.serving and self._read is not None:
            kept = CachedHost.kept(edition)
            before, self._shells = (kept.name, kept.shells) if kept is not None else (None, None)
        if before != self._read:
            self._shells = None
        if self._served is None and self.serving:
            self._served = ServedOutput(target)
            self.before = {str(folder): seen(str(folder)) for folder in self._folders()}
        loaded = self._load()
        if loaded.plan is not None:
            self._loaded = loaded
        elif self._loaded is None:
            self._turn.close()
            raise NotBuilt(not_built_report(loaded.faults))
        if not self.serving:
            forget(edition)

    @property
    def catalogue(self) -> Catalogue:
        """The whole model. There is one after `begin`."""
        assert self._loaded is not None and self._loaded.catalogue is not None
        return self._loaded.catalogue

    @property
    def prose(self) -> Path:
        """Where the host should leave what it makes, and nothing else lies.

        A served site has the address of this machine in it: what is made for that is kept apart from what builds keep.
        """
        if not self.serving:
            return prose_folder(self._edition)
        if self._folder is None:
            self._edition.cache.mkdir(parents=True, exist_ok=True)
            self._folder = TemporaryDirectory(prefix="served-", dir=self._edition.cache)
        return Path(self._folder.name)

    def surroundings(self) -> Context:
        """What stands around prose, as around every page."""
        return shell.shell(self.catalogue, self.catalogue.only_municipality)

    def finish(self, host: Lent) -> None:
        """The host made what it makes: make the rest, and put everything in place."""
        recording = RecordingHost(host, self._read, self._shells)
        prose = prose_files(self.prose)
        self._build(recording, prose)
        if self.serving:
            self._shells = recording.shells
        elif self._named.lasts(self._edition):
            recording.save(self._edition, self._site, prose)
        self._turn.close()

    def _take_turn(self) -> None:
        """Nobody else writes in the edition until `finish`. Raises `Stopped`; who serves waits."""
        self._turn.close()  # the host may have failed halfway the last time
        if BY_COMMAND not in os.environ or self.serving:  # a command that builds took it before it started the host
            os.umask(durable.UMASK)
            self._turn.enter_context(
                alone(self._edition.lock, "serve" if self.serving else "build", waits=self.serving)
            )

    def saved(self, whole: Callable[[], object]) -> None:
        """Something was saved while the site is served: show it. `whole` lets the host make everything again.

        That takes seconds, and only what the host reads asks for it. What a record changes is made here, in the
        shells that are there; the host is asked after all when it changes a shell.
        """
        try:
            self._show(whole)
        except Exception as error:  # who writes mends it, and meanwhile sees the site as it was
            if (why := reason(error, self._edition)) is None:
                raise
            print(f"{why}\n{say('serving-before')}", flush=True)
        # What was there before is in cycles, and all together it would fill the memory.
        later = Timer(_LATER, gc.collect)
        later.daemon = True
        later.start()

    def _show(self, whole: Callable[[], object]) -> None:
        named = Named.now(self._edition)
        if self._shells is None or self._read is None or self._read != named.host:
            whole()
            return
        self._named = named
        self._take_turn()
        with self._turn:
            self._show_records(whole, CachedHost(self._shells, self._site, self._read))

    def _show_records(self, whole: Callable[[], object], host: Host) -> None:
        before, loaded = self._loaded, self._load()
        if loaded.plan is None:
            return
        self._loaded = loaded
        try:
            self._build(host, prose_files(self.prose))
        except UnknownShell:
            self._loaded, self._handed = before, loaded
            whole()

    def end(self) -> None:
        """The host stops. Nothing of what was served stays behind."""
        self._turn.close()
        if self._folder is not None:
            self._folder.cleanup()

    def _folders(self) -> list[Path]:
        edition = self._edition
        return [folder for folder in (edition.content, edition.data, *fronts(edition)) if folder.is_dir()]

    def _load(self) -> Loaded:
        handed, self._handed = self._handed, None
        if handed is not None:
            return planned_again(handed, self._edition, self._site)
        ahead, self._ahead = self._ahead, None
        records = ahead.records if ahead else None
        loaded = load(self._edition, dates.today(), Progress(), self._site, faults_only=True, ahead=records)
        if loaded.faults:
            print(text_report(loaded.faults), end="", flush=True)
            if self._loaded is not None:
                print(say("serving-before"), flush=True)
        return loaded

    def _build(self, host: Host, prose: Mapping[str, bytes]) -> None:
        assert self._loaded is not None
        output = self._served.again() if self._served else Output(self._target, self._edition.cache)
        tick = Progress("making")
        _report(build(self._edition, self._loaded, self._site, host, output, prose, self._named, tick))


def _report(built: Built) -> None:
    if BY_COMMAND in os.environ:
        print(built_report(built), flush=True)
    else:
        _log.info("%s", built_report(built))
