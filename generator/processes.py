"""Work handed to other processes. None of them outlives the one that asked for it, however that one ends."""

from __future__ import annotations

import marshal
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, NoReturn, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

# `multiprocessing` is imported where it is used: most builds hand out nothing, and need not wait for it.

T = TypeVar("T")

FORKS = hasattr(os, "fork")
"""Whether a new process has at hand all that this one has: nothing is imported again or sent."""

_ASKED = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))
"""The ways in which a process is asked to end."""

_ONCE = 2.0
"""Seconds in which being asked again is the same asking: a terminal asks all, and then this process asks its own."""

_PATIENCE = 10.0
"""Seconds that a process gets to clear up after itself."""


@contextmanager
def stoppable() -> Iterator[None]:
    """In this block, whatever way the process is asked to end is a `KeyboardInterrupt`, so that all is cleared up.

    What it was told not to hear (`nohup`) it goes on not hearing. For the main thread only.
    """
    before = {asked: signal.getsignal(asked) for asked in _ASKED}
    last = -_ONCE

    def stop(*_: object) -> None:
        nonlocal last
        now = time.monotonic()
        if now - last >= _ONCE:
            last = now
            raise KeyboardInterrupt

    for asked, handler in before.items():
        if handler != signal.SIG_IGN:
            signal.signal(asked, stop)
    try:
        yield
    finally:
        for asked, handler in before.items():
            signal.signal(asked, handler)


@contextmanager
def unbroken() -> Iterator[None]:
    """In this block, which is short, being asked to end is heard at its end: what is done in it is done whole."""
    if threading.current_thread() is not threading.main_thread():  # nobody is asked anywhere else
        yield
        return
    before = {asked: signal.getsignal(asked) for asked in _ASKED}
    heard: list[int] = []
    for asked, handler in before.items():
        if callable(handler):
            signal.signal(asked, lambda number, _: heard.append(number))
    try:
        yield
    finally:
        for asked, handler in before.items():
            signal.signal(asked, handler)
        if heard:
            os.kill(os.getpid(), heard[0])


def run(function: Callable[..., None], *values: Any) -> int:
    """Call a function in a process of its own. Returns the exit code of that process, which ends when this one is
    interrupted (`KeyboardInterrupt`) or is no more. Where nothing forks, the values must be ones that can be sent."""
    from multiprocessing import get_context

    kind = get_context("fork").Process if FORKS else get_context("spawn").Process
    process = kind(target=_inside, args=(function, values))
    try:
        with _unheard():
            process.start()
        process.join()
    except KeyboardInterrupt:
        if process.pid is not None:
            process.terminate()
            process.join(_PATIENCE)
            process.kill()
            process.join()
        raise
    return process.exitcode or 0


@contextmanager
def _unheard() -> Iterator[None]:
    """Being asked to end waits for the end of this block: Python loses an exception that comes while it forks."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _ASKED)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _hear() -> None:
    """A process begins as deaf as the one that started it was at that moment."""
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _ASKED)


def _inside(function: Callable[..., None], values: tuple[Any, ...]) -> None:
    _when_parent_ends(_stop_here)
    try:
        with stoppable():
            _hear()
            function(*values)
    except KeyboardInterrupt:
        sys.exit(1)


def _stop_here() -> None:
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(_PATIENCE)
    os._exit(1)


class Ahead:
    """Work that another process does while this one does something else. It is a head start and nothing more: what
    the other process couldn't say is None, and whoever wants to know works it out."""

    def __init__(self, work: Callable[[], Iterator[Any]]) -> None:
        """Begin. The other process has at hand all that this one has now; what `work` yields is plain values."""
        self._process: int | None = None
        self._owner = os.getpid()
        if FORKS:
            self._begin(work)

    def _begin(self, work: Callable[[], Iterator[Any]]) -> None:
        from_other, to_this = os.pipe()
        here, self._here = os.pipe()
        with _unheard():
            self._process = os.fork()
            if self._process == 0:
                os.close(from_other)
                os.close(self._here)
                _as_worker(lambda: os.read(here, 1))  # it ends when the other end of this pipe does
                _yield(work, to_this)
        os.close(to_this)
        os.close(here)
        self._from_other = os.fdopen(from_other, "rb")

    def next(self) -> Any:
        """The next value, which may have to be waited for; None when there is none."""
        if self._process is None:
            return None
        try:
            return marshal.load(self._from_other)
        except (EOFError, ValueError, TypeError):
            self.end()
            return None

    def end(self) -> None:
        """Nothing more is wanted of it."""
        if self._process is not None:
            process, self._process = self._process, None
            self._from_other.close()
            os.close(self._here)
            if os.getpid() == self._owner:  # a process that was started since may ask as well
                os.waitpid(process, 0)


def _yield(work: Callable[[], Iterator[Any]], descriptor: int) -> NoReturn:
    code = 1
    try:
        with os.fdopen(descriptor, "wb") as to:
            for value in work():
                marshal.dump(value, to)
                to.flush()
        code = 0
    except BaseException:  # whatever went wrong here goes wrong again where it is told
        pass
    finally:
        os._exit(code)


def workers(todo: int, alone: int) -> int:
    """How many processes should share an amount of work; 1 when there is less than `alone`, or nothing forks."""
    return min(os.cpu_count() or 1, 8) if FORKS and todo >= alone else 1


@contextmanager
def pool(count: int) -> Iterator[ProcessPoolExecutor]:
    """So many forked processes for parts of one work. An interruption waits for the parts that are being done."""
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    forked = get_context("fork")
    seats = forked.Value("i", 0)
    with ProcessPoolExecutor(count, mp_context=forked, initializer=_take_seat, initargs=(seats,)) as others:
        with _unheard():
            others.submit(int)  # with the first piece of work, all of them are started
        try:
            yield others
        except BaseException:
            # What was interrupted while it handed out work had not yet said what to do with it.
            others.shutdown(cancel_futures=True)
            raise


_seat = 0
"""Which of the processes of a pool this one is."""


def _take_seat(seats: Any) -> None:
    global _seat
    with seats.get_lock():
        _seat = seats.value
        seats.value += 1
    _as_worker()


class Shares(Generic[T]):
    """Parts of one work for so many forked processes, each part at home with one of them. A process that has done
    its own helps another: none waits while there is work."""

    def __init__(self, count: int, parts: Iterable[tuple[int, T]]) -> None:
        """`parts` say with which process they are at home, from 0 to below `count`."""
        from multiprocessing import get_context

        self._own: list[list[T]] = [[] for _ in range(count)]
        for home, part in parts:
            self._own[home].append(part)
        self._taken = get_context("fork").Array("i", count)  # all processes count in the same memory

    def __len__(self) -> int:
        return sum(map(len, self._own))

    def next(self) -> T:
        """The next part for the process that asks. Raises `IndexError` when all are taken."""
        with self._taken.get_lock():
            left = [len(own) - self._taken[home] for home, own in enumerate(self._own)]
            home = _seat if left[_seat] else left.index(max(left))
            number: int = self._taken[home]
            self._taken[home] = number + 1
            return self._own[home][number]


def _as_worker(parent_ended: Callable[[], object] | None = None) -> None:
    for asked in _ASKED:  # a terminal asks everybody to end: who handed out the work sees to that
        signal.signal(asked, signal.SIG_DFL if asked == signal.SIGTERM else signal.SIG_IGN)
    _hear()
    _when_parent_ends(lambda: os._exit(1), parent_ended)


def _when_parent_ends(then: Callable[[], None], ended: Callable[[], object] | None = None) -> None:
    """Call `then` once the parent is no more. `ended` waits for that, in a process that `multiprocessing` knows not."""
    if ended is None:
        from multiprocessing import parent_process
        from multiprocessing.connection import wait

        parent = parent_process()
        assert parent is not None
        ended = partial(wait, [parent.sentinel])

    def watch() -> None:
        ended()
        then()

    threading.Thread(target=watch, daemon=True).start()
