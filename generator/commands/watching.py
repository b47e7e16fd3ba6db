"""Notices that something was saved.

By looking, which works wherever files are: what a system tells of its own doesn't cross the border of a container or
a network. Where it does tell, that is the moment to look.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Mapping
from threading import Event, Thread
from types import SimpleNamespace
from typing import Any

from generator.cache.looking import Look, seen

_PAUSE = 0.05
"""Seconds between two looks where nobody tells."""

_TOLD = 1.0
"""And where the system tells, to be sure."""

_SHARE = 20
"""And at least this many times as long as a look takes, so that looking costs at most a twentieth of a processor."""

_SETTLE = 0.02
"""Seconds of rest: an editor writes a file in several steps, and another branch is many files."""

_SAVED = SimpleNamespace(is_directory=False)


def watch(server: Any, instead: str, before: Mapping[str, Look]) -> None:
    """Let the server of a host know at once of what is saved in folders, and in the one that it watches itself.

    `before` is how they lay there when they were read: what was saved since is not missed.
    """
    server.unwatch(instead)
    server.observer, server.build_delay = Watch(server.observer, before), 0
    for folder in dict.fromkeys((instead, *before)):
        server.watch(folder)


class Watch:
    """In the place of the observer of a host's server, which goes on with what it was asked to watch before."""

    def __init__(self, other: Any, before: Mapping[str, Look]) -> None:
        self._other = other
        self._before = before
        self._watched: dict[str, Any] = {}
        self._told = Event()
        self._stopped = False
        self._thread = Thread(target=self._run, daemon=True)

    def schedule(self, handler: Any, path: str, *, recursive: bool = True) -> str:  # noqa: ARG002
        """Let a handler know of whatever is saved below a path. Returns what to `unschedule`."""
        self._watched[path] = handler
        return path

    def unschedule(self, watched: str) -> None:
        """Look there no longer."""
        del self._watched[watched]

    def start(self) -> None:
        """From here on what is saved is noticed."""
        self._before = {**self._look(), **self._before}
        self._told.set()  # the first look is at what was saved until now
        self._other.start()
        self._thread.start()

    def stop(self) -> None:
        """No longer."""
        self._stopped = True
        self._told.set()
        self._other.stop()

    def join(self) -> None:
        """Wait until the last look is over."""
        self._thread.join()
        self._other.join()

    def _run(self) -> None:
        system = _system(self._watched, self._told.set)
        least = _TOLD if system else _PAUSE
        before, pause = self._before, least
        while not self._rest(pause):
            start = time.perf_counter()
            now = self._look()
            pause = max(least, _SHARE * (time.perf_counter() - start))
            if now == before:
                continue
            now = self._settled(now)
            for path, handler in list(self._watched.items()):
                if now.get(path) != before.get(path):
                    handler.on_any_event(_SAVED)
            before = now
        if system:
            system.stop()

    def _rest(self, seconds: float) -> bool:
        """Wait so long, or until the system tells of something and then no more. Whether it is time to stop."""
        while self._told.wait(seconds) and not self._stopped:
            self._told.clear()
            seconds = _SETTLE
        return self._stopped

    def _settled(self, now: dict[str, Look]) -> dict[str, Look]:
        """Only when two looks are the same, everything is saved."""
        before: dict[str, Look] = {}
        while now != before and not self._rest(_SETTLE):
            before, now = now, self._look()
        return now

    def _look(self) -> dict[str, Look]:
        return {path: seen(path) for path in list(self._watched)}


def _system(paths: Iterable[str], tell: Callable[[], object]) -> Any:
    """What the system has to tell of changes: `tell` is called at each. None where it tells nothing."""
    try:
        from watchdog import events, observers
        from watchdog.observers.polling import PollingObserver
    except ImportError:
        return None
    if issubclass(observers.Observer, PollingObserver):  # type: ignore[arg-type]
        return None
    observer = observers.Observer()
    handler = events.FileSystemEventHandler()
    handler.on_any_event = lambda _: tell()  # type: ignore[assignment, method-assign]
    # Reading a file is news too, but not here.
    kinds = [events.FileModifiedEvent, events.FileCreatedEvent, events.FileDeletedEvent, events.FileMovedEvent]
    kinds += [events.DirMovedEvent, events.DirDeletedEvent]
    try:
        for path in filter(os.path.isdir, paths):
            observer.schedule(handler, path, recursive=True, event_filter=kinds)
        observer.start()
    except OSError:  # there is a limit to how much it can watch
        return None
    return observer
