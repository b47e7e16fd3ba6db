"""What was asked is asked again: which files would come out otherwise, and what is not worth making anew."""

from __future__ import annotations

from pathlib import Path

from generator.building import signs
from generator.building.manifest import Made, Manifest
from generator.catalogue.asking import Behind, Question
from tests.building.saying import Saying

RECORD, OTHER = ("organisation", "brug"), ("organisation", "veer")
NAME = ("naam", "brug", "nl", "")
LIST = ("lijst", "nl", "")


def saying(behind: dict[Question, Behind]) -> Saying:
    answers = Saying("1")
    answers.behind = behind
    return answers


def known(name: str, *asked: tuple[str, ...]) -> Behind:
    return Behind(frozenset(asked), name)


def kept(manifest: Manifest, files: dict[str, list[int]], folder: Path) -> Manifest:
    """As the next build reads it."""
    made = {path: Made("", "", 0, 0, signs.written(asked)) for path, asked in files.items()}
    (folder / "m.json").write_bytes(manifest.content("site", made))
    return Manifest.read(folder / "m.json", "site")


def differing(manifest: Manifest, answers: Saying) -> frozenset[str]:
    return manifest.affected(manifest.asked_again(answers))


def test_who_asked_a_derived_thing_is_made_anew_when_that_has_another_value_and_not_before(tmp_path: Path) -> None:
    manifest = Manifest("motor")
    behind = {NAME: known("De Brug", RECORD)}
    files = {
        "pagina": manifest.note([RECORD], saying(behind)),
        "verwijst": manifest.note([NAME], saying(behind)),
    }
    manifest = kept(manifest, files, tmp_path)
    answers = Saying("2", (NAME, lambda: known("De Brug", RECORD)))
    assert differing(manifest, answers) == {"pagina"}
    assert differing(manifest, answers) == set(), "what was answered is kept"
    assert answers.times == 1, "and nothing is derived of what is as it was"
    answers = Saying("3", (NAME, lambda: known("De Nieuwe Brug", RECORD)))
    assert differing(manifest, answers) == {"pagina", "verwijst"}


def test_what_a_derived_thing_asks_from_now_on_counts_from_now_on(tmp_path: Path) -> None:
    """It had its value of one record and has the same of another: when that one changes, it is derived again."""
    manifest = Manifest("motor")
    behind = {NAME: known("De Brug", RECORD), LIST: Behind(frozenset([NAME]), None)}
    manifest = kept(manifest, {"lijst": manifest.note([LIST], saying(behind))}, tmp_path)
    moved = Saying(lambda question: "2" if question == RECORD else "1", (NAME, lambda: known("De Brug", OTHER)))
    assert differing(manifest, moved) == set()
    (tmp_path / "m.json").write_bytes(manifest.content("site", manifest.files))
    manifest = Manifest.read(tmp_path / "m.json", "site")
    later = Saying(lambda question: "2", (NAME, lambda: known("De Veerpont", OTHER)))
    assert differing(manifest, later) == {"lijst"}


def test_what_is_made_of_a_derived_thing_is_judged_by_its_value(tmp_path: Path) -> None:
    manifest = Manifest("motor")
    behind = {NAME: known("De Brug", RECORD), LIST: known("De Brug, De Veerpont", NAME, OTHER)}
    manifest = kept(manifest, {"lijst": manifest.note([LIST], saying(behind))}, tmp_path)
    answers = Saying(
        lambda question: "2" if question == RECORD else "1",
        (NAME, lambda: known("De Hoge Brug", RECORD)),
        (LIST, lambda: known("De Brug, De Veerpont", NAME, OTHER)),
    )
    assert differing(manifest, answers) == set()
    assert answers.times == 2, "the name was another, so the list was derived as well"
