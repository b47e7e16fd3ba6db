"""Every kind of mistake has an example that says itself what should be found in it, and where.

A file in `invalid/<kind>/` is put into the edition in `valid/`. What must be found stands on the line of the
mistake as `# ! code`, with `column=7` where it matters; a line that can't carry a comment is named instead:
`# ! code line=3 column=1`. Nothing else may be found. `# as PATH` gives the file another name than its own.

Mistakes that one file can't show are small editions in `editions/`, each with an `expected.txt`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.model.kinds import KINDS
from generator.problems.problem import Problem
from generator.texts.spoken import text
from tests.editions import ROOT
from tests.scratch import VALID, Scratch

HERE = Path(__file__).parent
EXAMPLES = sorted(path for path in (HERE / "invalid").rglob("*") if path.is_file())
EDITIONS = sorted(path for path in (HERE / "editions").iterdir() if path.is_dir())

_FOLDER_OF = {kind.id: kind.folder for kind in KINDS.values()} | {"backpack": "content/kennisrugzak/stein"}
_EXPECTED = re.compile(r"! ([a-z0-9-]+)(?: line=([0-9]+))?(?: column=([0-9]+))?")

Expected = tuple[str, int, int | None]
"""Code, line, and column where the example names one."""

ELSEWHERE = {
    **dict.fromkeys(
        (
            "setting-unknown",
            "setting-nothing",
            "setting-empty",
            "setting-missing",
            "setting-folder",
            "setting-plugin",
            "setting-not-installed",
        ),
        "tests/building/test_settings.py::test_every_code_about_settings_is_tried_here",
    ),
    "file-document": "tests/records/test_misplaced.py::test_a_document_is_a_warning",
    "file-astray": "tests/records/test_misplaced.py::test_a_record_beside_the_folders_is_read_by_nobody",
    "file-too-large": "tests/records/test_files.py::test_a_file_that_is_far_too_large_is_not_read",
    "file-outside": "tests/records/test_files.py::test_a_link_to_outside_the_edition_is_refused",
    "file-unreadable": "tests/records/test_files.py::test_a_file_that_is_gone_is_reported_and_the_others_are_read",
    "file-strange": "tests/records/test_lying.py::test_a_pipe_is_no_file_and_nobody_waits_for_it",
    "file-loop": "tests/records/test_lying.py::test_what_leads_to_itself_is_a_fault",
    "file-name-bytes": "tests/records/test_files.py::test_a_name_in_another_encoding_can_still_be_reported",
    "folder-unreadable": "tests/records/test_lying.py::test_a_folder_that_may_not_be_read_is_not_an_empty_one",
    "folder-expected": "tests/records/test_lying.py::test_a_file_where_a_folder_belongs_is_a_fault",
    "template-fails": "tests/commands/test_build.py::test_a_template_that_does_not_work_is_named_with_its_line",
    "template-syntax": "tests/validation/test_own_files.py::test_a_template_that_cannot_be_read_is_a_fault_on_its_line",
    "svg-active": "tests/formats/test_svg.py::test_what_does_something_by_itself_is_found_where_it_stands",
    "svg-outside": "tests/formats/test_svg.py::test_what_leads_out_of_the_picture_is_found",
    "svg-broken": "tests/formats/test_svg.py::test_a_picture_that_cannot_be_read_is_said_to_be_so",
    **dict.fromkeys(
        ("no-counter", "no-urgent", "no-report-address", "no-site-url", "no-organisation", "no-addresses"),
        "tests/building/test_readiness.py::test_before_the_first_time_there_is_a_list_and_later_there_is_none",
    ),
    "page-missing": "tests/pages/test_lasting.py::test_a_page_that_every_site_needs_is_missed",
    **dict.fromkeys(
        (
            "boundary-swapped",
            "boundary-rd",
            "boundary-metres",
            "boundary-several",
            "boundary-too-wide",
            "boundary-elsewhere",
            "boundary-nowhere",
        ),
        "tests/validation/rules/test_boundary.py::test_every_message_about_a_boundary_is_tried_here",
    ),
    "invalid-value": "tests/validation/test_shape.py::test_a_value_that_no_file_can_hold_is_a_finding_too",
}
"""Codes that no example can show, with the test that does."""


def expected_in(content: bytes) -> list[Expected]:
    """What an example says should be found in it."""
    wanted = []
    text = content.decode("utf-16" if content.startswith(b"\xff\xfe") else "utf-8", errors="replace")
    for number, line in enumerate(text.splitlines(), 1):
        for code, at, column in _EXPECTED.findall(line.partition("# !")[1] and line[line.index("# !") :]):
            wanted.append((code, int(at or number), int(column) if column else None))
    return wanted


def place_of(example: Path, content: bytes) -> str:
    """Where an example belongs in an edition."""
    named = re.search(rb"^# as (\S+)$", content, re.MULTILINE)
    return named[1].decode() if named else f"{_FOLDER_OF[example.parent.name]}/{example.name}"


@contextmanager
def put(example: Path, scratch: Scratch) -> Iterator[str]:
    """An example in its place in an edition for as long as it is looked at. Gives that place."""
    place = place_of(example, example.read_bytes())
    file = scratch.root / place
    before = file.read_bytes() if file.exists() else None
    scratch.write(place, example.read_bytes())
    yield place
    if before is None:
        file.unlink()
    else:
        file.write_bytes(before)


def agree(found: Iterable[Problem], expected: Iterable[Expected]) -> bool:
    """Whether exactly this was found; a column counts where the example names one."""
    missing = list(expected)
    for problem in found:
        at = (problem.code, problem.line)
        match = next((e for e in missing if e[:2] == at and e[2] in (None, problem.column)), None)
        if match is None:
            return False
        missing.remove(match)
    return not missing


def ill_worded(problem: Problem) -> bool:
    """Whether message and hint aren't filled in, or let Python or pydantic show through."""
    words = f"{problem.message}\n{problem.hint}"
    said = problem.message and problem.hint.endswith((".", "?"))
    return not said or bool(re.search(r"\{[a-z_]+\}|\bNone\b|\bInput\b|should|\['|Decimal\(", words))


def wrong_with(example: Path, scratch: Scratch, judged: Callable[[Scratch], Iterable[Problem]]) -> Iterator[str]:
    """What an edition with this example in it says otherwise than the example does."""
    name = f"{example.parent.name}/{example.name}"
    expected = expected_in(example.read_bytes())
    if not any(example.stem.startswith(code) for code, *_ in expected):
        yield f"{name}: is not named after what is wrong with it, {expected}"
    with put(example, scratch) as place:
        problems = list(judged(scratch))
    if not agree(problems, expected):
        yield f"{name}: found {[(p.code, p.line, p.column) for p in problems]}, expected {expected}"
    yield from (f"{name}: found in {p.file}" for p in problems if scratch.inside(p.file) != place)
    yield from (f"{name}: worded as {p.message!r}, {p.hint!r}" for p in problems if ill_worded(p))


def test_every_mistake_is_found_where_it_is(tmp_path: Path) -> None:
    """By who judges the records. Nothing else is found, and every record stands beside the same valid ones."""
    scratch = Scratch.copy(VALID, tmp_path)
    wrong = [said for e in EXAMPLES for said in wrong_with(e, scratch, lambda edition: edition.validate().problems)]
    assert not wrong, "\n".join(wrong)


def test_the_whole_way_finds_the_same(tmp_path: Path) -> None:
    """Pages, addresses and prose have nothing to add, whichever kind of record it is that can't be used."""
    scratch = Scratch.copy(VALID, tmp_path)
    some = [e for kind in sorted({e.parent for e in EXAMPLES}) for e in (min(kind.iterdir()), max(kind.iterdir()))]
    assert len(some) == 2 * len(KINDS)
    wrong = [said for example in some for said in wrong_with(example, scratch, Scratch.problems)]
    assert not wrong, "\n".join(wrong)


def test_the_mistake_of_every_edition_is_found_where_it_is(tmp_path: Path) -> None:
    wrong = []
    for edition in EDITIONS:
        scratch = Scratch.copy(edition, tmp_path / edition.name)
        problems = scratch.problems()
        found = [f"{scratch.inside(p.file)}:{p.line}:{p.column} {p.code}" for p in problems]
        expected = (edition / "expected.txt").read_text("utf-8").splitlines()
        if found != expected:
            wrong.append(f"{edition.name}: found {found}, expected {expected}")
        wrong += [f"{edition.name}: worded as {p.message!r}, {p.hint!r}" for p in problems if ill_worded(p)]
    assert not wrong, "\n".join(wrong)


def exercised() -> Iterator[str]:
    for example in EXAMPLES:
        yield from (code for code, *_ in expected_in(example.read_bytes()))
    for edition in EDITIONS:
        yield from (line.split()[-1] for line in (edition / "expected.txt").read_text("utf-8").splitlines())
    yield from ELSEWHERE


def test_at_least_sixty_kinds_of_mistakes_have_an_example() -> None:
    assert len(set(exercised()) - ELSEWHERE.keys()) >= 60
    assert len(EXAMPLES) + len(EDITIONS) >= 120


def test_no_code_is_without_an_example() -> None:
    assert set(text("problems")) - set(exercised()) == set()
    assert set(exercised()) - set(text("problems")) == set()


def test_every_reason_why_yaml_cannot_be_read_has_an_example() -> None:
    shown = {path.stem.removeprefix("yaml-syntax-") for path in EXAMPLES if path.stem.startswith("yaml-syntax-")}
    assert set(text("problems", "yaml-syntax", "reasons")) - {"other"} <= shown


def test_what_no_example_can_show_is_shown_by_a_test() -> None:
    absent = []
    for code, test in ELSEWHERE.items():
        file, _, name = test.partition("::")
        source = (ROOT / file).read_text("utf-8")
        if f'"{code}"' not in source.partition(f"def {name}(")[2]:
            absent.append(f"{code}: {test}")
    assert not absent
