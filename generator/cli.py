"""The command line: `mantelkaart`. Thin: it reads what somebody typed; `commands` does it and prints what came of it.

Exit codes: 0 fine, 1 faults found, 2 used wrongly.
"""

from __future__ import annotations

import argparse
import gc
import sys
from collections.abc import Callable, Sequence
from typing import NoReturn

from generator.commands.asked import FAULTS, FINE, MISUSED, Misused
from generator.commands.build import build_site, serve
from generator.commands.new import init, new, write_schemas
from generator.commands.publish import links, publish
from generator.commands.said import say
from generator.commands.validate import validate
from generator.editing import starters
from generator.problems.reporters import REPORTERS
from generator.processes import stoppable
from generator.texts.spoken import text


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Returns its exit code."""
    gc.disable()  # as `start` does, for who comes in here
    try:
        asked = _parser().parse_args(arguments)
        with stoppable():
            code: int = asked.run(asked)
    except Misused as misuse:
        print(f"mantelkaart: {misuse}", file=sys.stderr)
        return MISUSED
    except BrokenPipeError:
        return FINE
    except KeyboardInterrupt:  # what somebody stopped is not done
        return FAULTS
    return code


class _Parser(argparse.ArgumentParser):
    """argparse in Dutch."""

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(MISUSED, say("misused", program=self.prog, message=message) + "\n")


def _dutch(words: str) -> str:
    return str(text("cli", "argparse").get(words, words))


def _parser() -> argparse.ArgumentParser:
    argparse._ = _dutch  # type: ignore[attr-defined]
    about = text("cli", "options")
    parser = _Parser(prog="mantelkaart", description=text("cli", "description"))
    place = _Parser(add_help=False)
    place.add_argument("-f", dest="config", metavar="MKDOCS.YML", default="mkdocs.yml", help=text("cli", "config"))
    commands = parser.add_subparsers(metavar="OPDRACHT", required=True)

    def command(name: str, run: Callable[[argparse.Namespace], int]) -> argparse.ArgumentParser:
        words = text("cli", "commands", name)
        added: argparse.ArgumentParser = commands.add_parser(name, parents=[place], help=words, description=words)
        added.set_defaults(run=run)
        return added

    validating = command("validate", validate)
    validating.add_argument("--format", choices=sorted(REPORTERS), default="text", help=about["format"])
    validating.add_argument("--strict", action="store_true", help=about["strict"])
    validating.add_argument("--national", action="store_true", help=about["national"])
    validating.add_argument("paths", nargs="*", metavar="PAD", help=about["paths"])
    building = command("build", build_site)
    building.add_argument("--strict", action="store_true", help=about["strict"])
    serving = command("serve", serve)
    serving.add_argument("-a", "--address", default="localhost:8000", help=about["address"])
    schemas = command("schema", write_schemas)
    schemas.add_argument("--check", action="store_true", help=about["check"])
    beginning = command("new", new)
    kinds = starters.kinds()
    beginning.add_argument("kind", choices=kinds, metavar="SOORT", help=f"{about['kind']}: {', '.join(kinds)}")
    beginning.add_argument("name", metavar="NAAM", help=about["name"])
    beginning.add_argument("--municipality", metavar="GEMEENTE", help=about["municipality-of"])
    edition = command("init", init)
    edition.add_argument("directory", metavar="MAP", help=about["directory"])
    edition.add_argument("--municipality", metavar="NAAM", action="append", required=True, help=about["municipality"])
    listing = command("links", links)
    listing.add_argument("--update", action="store_true", help=about["update"])
    publishing = command("publish", publish)
    publishing.add_argument("directory", metavar="MAP", help=about["publish"])
    return parser


if __name__ == "__main__":
    sys.exit(main())
