"""The command line: `mantelkaart`. Thin: it reads what somebody typed; `commands` does it and prints what came of it.

Exit codes: 0 fine, 1 faults found, 2 used wrongly.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from importlib import import_module
from typing import Any, NoReturn

from generator import durable
from generator.commands.asked import FAULTS, FINE, MISUSED, Misused
from generator.commands.said import say
from generator.commands.trouble import Stopped, told
from generator.problems.reporters import REPORTERS
from generator.processes import stoppable
from generator.texts.spoken import text


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Returns its exit code."""
    gc.disable()  # as `start` does, for who comes in here
    os.umask(durable.UMASK)
    try:
        asked = _parser().parse_args(arguments)
        with stoppable():
            code: int = asked.run(asked)  # only now is loaded what that one command needs
    except Misused as misuse:
        print(f"mantelkaart: {misuse}", file=sys.stderr)
        return MISUSED
    except Stopped as stop:
        print(f"mantelkaart: {stop}", file=sys.stderr)
        return FAULTS
    except BrokenPipeError:
        return FINE
    except OSError as error:
        print(f"mantelkaart: {told(error)}", file=sys.stderr)
        return FAULTS
    except KeyboardInterrupt:  # what somebody stopped is not done
        return FAULTS
    return code


class _Parser(argparse.ArgumentParser):
    """argparse in Dutch. What a command takes is worked out when it is asked for that command."""

    def __init__(self, *names: Any, takes: Callable[[_Parser], None] | None = None, **more: Any) -> None:
        super().__init__(*names, **more)
        self._takes = takes

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        takes, self._takes = self._takes, None
        if takes is not None:
            takes(self)
        return super().parse_known_args(args, namespace)

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(MISUSED, say("misused", program=self.prog, message=message) + "\n")


def _dutch(words: str) -> str:
    return str(text("cli", "argparse").get(words, words))


def _parser() -> argparse.ArgumentParser:
    argparse._ = _dutch  # type: ignore[attr-defined]
    parser = _Parser(prog="mantelkaart", description=text("cli", "description"))
    place = _Parser(add_help=False)
    place.add_argument("-f", dest="config", metavar="MKDOCS.YML", default="mkdocs.yml", help=text("cli", "config"))
    commands = parser.add_subparsers(metavar="OPDRACHT", required=True)
    for name, (module, function, takes) in _COMMANDS.items():
        words = text("cli", "commands", name)
        added = commands.add_parser(name, parents=[place], help=words, description=words, takes=takes)
        added.set_defaults(run=partial(_run, module, function))
    return parser


def _run(module: str, function: str, asked: argparse.Namespace) -> int:
    code: int = getattr(import_module(f"generator.commands.{module}"), function)(asked)
    return code


def _about(option: str) -> str:
    return str(text("cli", "options", option))


def _validate(takes: _Parser) -> None:
    takes.add_argument("--format", choices=sorted(REPORTERS), default="text", help=_about("format"))
    takes.add_argument("--strict", action="store_true", help=_about("strict"))
    takes.add_argument("--national", action="store_true", help=_about("national"))
    takes.add_argument("paths", nargs="*", metavar="PAD", help=_about("paths"))


def _build(takes: _Parser) -> None:
    takes.add_argument("--strict", action="store_true", help=_about("strict"))


def _serve(takes: _Parser) -> None:
    takes.add_argument("-a", "--address", default="localhost:8000", help=_about("address"))


def _schema(takes: _Parser) -> None:
    takes.add_argument("--check", action="store_true", help=_about("check"))


def _new(takes: _Parser) -> None:
    from generator.editing.starters import kinds  # here, because it knows the whole model

    takes.add_argument("kind", choices=kinds(), metavar="SOORT", help=f"{_about('kind')}: {', '.join(kinds())}")
    takes.add_argument("name", metavar="NAAM", help=_about("name"))
    takes.add_argument("--municipality", metavar="GEMEENTE", help=_about("municipality-of"))


def _init(takes: _Parser) -> None:
    takes.add_argument("directory", metavar="MAP", help=_about("directory"))
    takes.add_argument("--municipality", metavar="NAAM", action="append", required=True, help=_about("municipality"))


def _links(takes: _Parser) -> None:
    takes.add_argument("--update", action="store_true", help=_about("update"))


def _merge(takes: _Parser) -> None:
    takes.add_argument("--write", action="store_true", help=_about("write"))


def _publish(takes: _Parser) -> None:
    takes.add_argument("directory", metavar="MAP", help=_about("publish"))


_COMMANDS: Mapping[str, tuple[str, str, Callable[[_Parser], None]]] = {
    "validate": ("validate", "validate", _validate),
    "build": ("build", "build_site", _build),
    "serve": ("build", "serve", _serve),
    "schema": ("new", "write_schemas", _schema),
    "new": ("new", "new", _new),
    "init": ("new", "init", _init),
    "links": ("publish", "links", _links),
    "merge": ("merge", "merge", _merge),
    "publish": ("publish", "publish", _publish),
}
"""Each command: in which module of `commands` which function does it, and what it takes."""


if __name__ == "__main__":
    sys.exit(main())
