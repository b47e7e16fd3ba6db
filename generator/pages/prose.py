"""What prose must keep: links that lead somewhere, and the pages every site needs."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from generator import urls
from generator.catalogue.making import Lost
from generator.edition import Edition
from generator.pages.lasting import current, may_answer
from generator.pages.planning import Plan
from generator.problems.problem import Finding, Problem, problem
from generator.records.prose import Prose, is_record, pages, text_of

_LINK = re.compile(r"\]\((?![a-zA-Z][a-zA-Z0-9+.-]*:|#|//)([^)#?\s]+)")


def prose_problems(edition: Edition, plan: Plan, prose: Prose, lost: Sequence[Lost]) -> Iterator[Problem]:
    """A link in prose leads to a page or a file: from the site's root, or from where the text stands."""
    answering = set(current(plan, prose))
    for path in pages(edition):
        record = is_record(path.relative_to(edition.content).as_posix())
        for number, line in enumerate(text_of(path).splitlines(), 1):
            for link in _LINK.finditer(line):
                if record and not link[1].startswith("/"):
                    continue  # the text of a record stands on several pages: only its whole addresses mean something
                url = _meant(edition, path, link[1])
                if not (url in answering or (edition.content / url).is_file() or may_answer(url, lost)):
                    finding = Finding("link-gone", (), {"url": url})
                    yield problem(edition.shown(path), number, link.start(1) + 1, finding)


def _meant(edition: Edition, path: Path, link: str) -> str:
    """What a link in a text leads to, from the root of the site; a Markdown file stands for its own address."""
    if link.startswith("/"):
        return link[1:]
    beside = posixpath.normpath(posixpath.join(path.parent.relative_to(edition.content).as_posix(), link))
    return beside.removeprefix("./") + ("/" if link.endswith("/") else "")


def missing_pages(edition: Edition, prose: Prose) -> Iterator[Problem]:
    """Pages that every site needs, by law or to be trusted, and that the foot of each page leads to."""
    for url in urls.WRITTEN:
        if url not in prose.addresses:
            file = edition.shown(edition.content / f"{url.rstrip('/')}.md")
            yield problem(file, 1, 1, Finding("page-missing", (), {"url": url}))
