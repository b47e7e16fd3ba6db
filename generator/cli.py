"""The command line: `mantelkaart`. Thin: it reads what somebody typed and prints what came of it.

Exit codes: 0 fine, 1 faults found, 2 used wrongly.
"""

from __future__ import annotations

import argparse
import gc
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from datetime import date
from multiprocessing import get_all_start_methods, get_context
from pathlib import Path
from runpy import run_module
from typing import NoReturn

from generator.building import publishing
from generator.building.loading import load
from generator.building.site import build
from generator.commands.progress import Progress
from generator.commands.said import built_report, not_built_report
from generator.editing import schema, starters
from generator.edition import Edition
from generator.pages import lasting
from generator.problems.problem import Problem
from generator.problems.reporters import REPORTERS
from generator.records.prose import Prose
from generator.rendering.hosts import CachedHost, UnknownShell
from generator.rendering.prose_files import prose_files
from generator.texts.numbers import number
from generator.texts.spoken import text
from generator.values import dates

FINE, FAULTS, MISUSED = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Returns its exit code."""
    # A command builds up one catalogue and ends: looking for cycles in it all the while finds none.
    gc.disable()
    try:
        asked = _parser().parse_args(arguments)
        code: int = asked.run(asked)
    except Misused as misuse:
        print(f"mantelkaart: {misuse}", file=sys.stderr)
        return MISUSED
    except BrokenPipeError:
        return FINE
    except KeyboardInterrupt:  # who stops a build has no site yet
        return FAULTS
    return code


class Misused(Exception):
    """Something about how the command was given; the message says what to do."""


def _say(*keys: str, **values: object) -> str:
    return str(text("cli", *keys)).format(**values)


def _validate(asked: argparse.Namespace) -> int:
    loaded = load(_edition(asked), _today(), Progress(), national=asked.national)
    problems = _within(loaded.problems, asked.paths)
    if asked.format == "text":  # what stops a publication stands last, where a long list ends
        problems.sort(key=lambda found: found.severity == "fault")
    print(REPORTERS[asked.format](problems), end="")
    if asked.format == "text":
        print(_say("summary", records=number(loaded.count), **_counts(problems)), file=sys.stderr)
    faults = any(problem.severity == "fault" for problem in problems)
    return FAULTS if faults or (asked.strict and problems) else FINE


def _counts(problems: Sequence[Problem]) -> dict[str, str]:
    faults = sum(problem.severity == "fault" for problem in problems)
    warnings = len(problems) - faults
    return {"faults": _count("fault-count", faults), "warnings": _count("warning-count", warnings)}


def _within(problems: Sequence[Problem], paths: Sequence[str]) -> list[Problem]:
    if not paths:
        return list(problems)
    for path in paths:
        if not Path(path).exists():
            raise Misused(_say("no-path", path=path))
    wanted = [Path(path).resolve() for path in paths]
    return [found for found in problems if any(Path(found.file).resolve().is_relative_to(path) for path in wanted)]


def _build(asked: argparse.Namespace) -> int:
    edition = _edition(asked)
    if asked.strict:
        problems = load(edition, _today(), Progress()).problems
        if problems:
            print(REPORTERS["text"](problems), end="")
            print(_say("not-built-strict", **_counts(problems)), file=sys.stderr)
            return FAULTS
    host = CachedHost.of(edition)
    if host is not None:
        loaded = load(edition, _today(), Progress(), host.site)
        if loaded.faults:
            print(REPORTERS["text"](loaded.faults), end="")
            print(not_built_report(loaded.faults), file=sys.stderr)
            return FAULTS
        try:
            built = build(edition, loaded, host.site, host, edition.site, prose_files(edition), Progress("making"))
        except UnknownShell:
            return _mkdocs(edition, "build")
        print(built_report(built))
        print(_say("built-in", site=edition.shown(edition.site)))
        return FINE
    return _mkdocs(edition, "build")


def _serve(asked: argparse.Namespace) -> int:
    try:
        return _mkdocs(_edition(asked), "serve", "--dev-addr", asked.address)
    except KeyboardInterrupt:  # how serving ends
        return FINE


def _mkdocs(edition: Edition, *command: str) -> int:
    """Start MkDocs as a process, so that this one never depends on it."""
    quiet = ("--quiet",) if command[0] == "build" else ()
    arguments = (*command, *quiet, "-f", str(edition.config))
    environment = {"MANTELKAART_CLI": "1", "NO_MKDOCS_2_WARNING": "1"}
    if "fork" in get_all_start_methods():  # what is imported here need not be imported there again
        process = get_context("fork").Process(target=_as_mkdocs, args=(arguments, environment))
        process.start()
        process.join()
        code = process.exitcode
    else:
        called = [sys.executable, "-m", "mkdocs", *arguments]
        code = subprocess.run(called, env={**os.environ, **environment}, check=False).returncode
    if code == 0 and command[0] == "build":
        print(_say("built-in", site=edition.shown(edition.site)))
    return FINE if code == 0 else FAULTS


def _as_mkdocs(arguments: Sequence[str], environment: Mapping[str, str]) -> None:
    """Be MkDocs from here on, as `python -m mkdocs` is."""
    os.environ.update(environment)
    sys.argv = ["mkdocs", *arguments]
    run_module("mkdocs", run_name="__main__", alter_sys=True)


def _schema(asked: argparse.Namespace) -> int:
    folder = _edition(asked).data / "schemas"
    if asked.check:
        differing = [name for name, wanted in schema.schemas().items() if _text_of(folder / name) != wanted]
        for name in differing:
            print(_say("schema-differs", file=str(folder / name)))
        if not differing:
            print(_say("schema-fine"))
        return FAULTS if differing else FINE
    count = schema.write(folder)
    print(_say("schema-written", count=count, folder=folder))
    return FINE


def _text_of(file: Path) -> str | None:
    try:
        return file.read_text("utf-8")
    except OSError:
        return None


def _new(asked: argparse.Namespace) -> int:
    edition = _edition(asked)
    municipalities = sorted(path.stem for path in (edition.data / "municipalities").glob("*.yml"))
    municipality = asked.municipality or (municipalities[0] if len(municipalities) == 1 else None)
    if municipality is None and asked.kind != "municipality":
        raise Misused(_say("new-municipality", count=len(municipalities)))
    if municipality is not None and municipality not in municipalities:
        municipality = _official(municipality)
    if asked.kind == "municipality" and len(starters.officials(asked.name)) > 1:
        raise Misused(_ambiguous(asked.name))
    if longest := starters.too_long(asked.kind, asked.name):
        raise Misused(_say("new-long", length=len(asked.name.strip()), longest=longest))
    starter = starters.starter(asked.kind, asked.name, municipality or "", _today())
    if starter is None:
        raise Misused(_say("new-name", name=asked.name))
    file = edition.root / starter.path
    if file.exists():
        raise Misused(_say("new-exists", file=edition.shown(file)))
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(starter.content, "utf-8")
    print(_say("new-written", file=edition.shown(file)))
    if asked.kind == "municipality" and not starters.officials(asked.name):
        print(_say("new-fictional", name=asked.name, near=starters.meant(asked.name)))
    return FINE


def _init(asked: argparse.Namespace) -> int:
    folder = Path(asked.directory)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Misused(_say("init-full", folder=folder))
    for name in asked.municipality:
        _official(name)
    for path, content in starters.edition(asked.municipality, _today()).items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, "utf-8")
    schema.write(folder / "data" / "schemas")
    print(_say("init-written", names=", ".join(asked.municipality), folder=folder), end="")
    return FINE


def _official(name: str) -> str:
    """The id of the official municipality that somebody named. Raises `Misused`."""
    found = starters.officials(name)
    if len(found) > 1:
        raise Misused(_ambiguous(name))
    if not found:
        raise Misused(_say("init-unknown", name=name, near=starters.meant(name)))
    return found[0]


def _ambiguous(name: str) -> str:
    return _say("init-ambiguous", name=name, choices=", ".join(starters.officials(name)))


def _links(asked: argparse.Namespace) -> int:
    edition = _edition(asked)
    loaded = load(edition, _today(), Progress())
    gone = [problem for problem in loaded.faults if problem.file == edition.shown(edition.addresses)]
    if loaded.plan is None or loaded.faults:
        print(REPORTERS["text"](gone or loaded.faults), end="", file=sys.stderr)
        return FAULTS
    prose = Prose.of(edition)
    wanted = lasting.updated(edition, loaded.plan, prose)
    new = len(set(lasting.current(loaded.plan, prose)) - {url for _, url in lasting.published(edition)})
    if not asked.update:
        print("".join(line + "\n" for line in wanted.splitlines() if not line.startswith("#")), end="")
        return FINE
    if new:
        edition.addresses.parent.mkdir(parents=True, exist_ok=True)
        edition.addresses.write_text(wanted, "utf-8")
    file = edition.shown(edition.addresses)
    print(_say("links-added", count=number(new), file=file) if new else _say("links-none", file=file))
    return FINE


def _publish(asked: argparse.Namespace) -> int:
    edition = _edition(asked)
    directory = Path(asked.directory)
    refused = publishing.refusal(edition, directory)
    if refused:
        raise Misused(_say(refused, site=edition.shown(edition.site), directory=directory))
    faults = load(edition, _today(), Progress()).faults
    if faults:  # what stands in the site is not what the records say now
        print(REPORTERS["text"](faults), end="")
        print(_say("not-published", faults=_count("fault-count", len(faults))), file=sys.stderr)
        return FAULTS
    release, files = publishing.publish(edition, directory)
    print(_say("published", files=number(files), directory=directory, release=release))
    return FINE


def _edition(asked: argparse.Namespace) -> Edition:
    config = Path(asked.config)
    if not config.is_file():
        raise Misused(_say("no-config", name=asked.config))
    return Edition.at(config)


def _today() -> date:
    try:
        return dates.today()
    except (ValueError, OverflowError, OSError):
        raise Misused(_say("today-invalid")) from None


def _count(key: str, n: int) -> str:
    none, one, many = text("cli", key)
    return str(none if n == 0 else one if n == 1 else many).format(n=number(n))


class _Parser(argparse.ArgumentParser):
    """argparse in Dutch."""

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(MISUSED, _say("misused", program=self.prog, message=message) + "\n")


def _dutch(words: str) -> str:
    return str(text("cli", "argparse").get(words, words))


def _parser() -> argparse.ArgumentParser:
    argparse._ = _dutch  # type: ignore[attr-defined]
    about = text("cli", "options")
    parser = _Parser(prog="mantelkaart", description=text("cli", "description"))
    place = _Parser(add_help=False)
    place.add_argument("-f", dest="config", metavar="MKDOCS.YML", default="mkdocs.yml", help=text("cli", "config"))
    commands = parser.add_subparsers(metavar="OPDRACHT", required=True)

    def command(name: str, run: object) -> argparse.ArgumentParser:
        words = text("cli", "commands", name)
        added: argparse.ArgumentParser = commands.add_parser(name, parents=[place], help=words, description=words)
        added.set_defaults(run=run)
        return added

    validate = command("validate", _validate)
    validate.add_argument("--format", choices=sorted(REPORTERS), default="text", help=about["format"])
    validate.add_argument("--strict", action="store_true", help=about["strict"])
    validate.add_argument("--national", action="store_true", help=about["national"])
    validate.add_argument("paths", nargs="*", metavar="PAD", help=about["paths"])
    building = command("build", _build)
    building.add_argument("--strict", action="store_true", help=about["strict"])
    serve = command("serve", _serve)
    serve.add_argument("-a", "--address", default="localhost:8000", help=about["address"])
    schemas = command("schema", _schema)
    schemas.add_argument("--check", action="store_true", help=about["check"])
    new = command("new", _new)
    new.add_argument(
        "kind", choices=starters.KINDS, metavar="SOORT", help=f"{about['kind']}: {', '.join(starters.KINDS)}"
    )
    new.add_argument("name", metavar="NAAM", help=about["name"])
    new.add_argument("--municipality", metavar="GEMEENTE", help=about["municipality-of"])
    init = command("init", _init)
    init.add_argument("directory", metavar="MAP", help=about["directory"])
    init.add_argument("--municipality", metavar="NAAM", action="append", required=True, help=about["municipality"])
    links = command("links", _links)
    links.add_argument("--update", action="store_true", help=about["update"])
    publish = command("publish", _publish)
    publish.add_argument("directory", metavar="MAP", help=about["publish"])
    return parser


if __name__ == "__main__":
    sys.exit(main())
