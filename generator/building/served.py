"""The files of a site that is served: gone when serving ends, and until then nobody else's.

So what was made is remembered here and written nowhere, and no file is looked up that need not be made.
"""

from __future__ import annotations

from pathlib import Path

from generator.building.manifest import Made, Manifest
from generator.building.output import Output


class ServedOutput(Output):
    """The folder that is served, for one build after the other."""

    kept = False

    def __init__(self, target: Path) -> None:
        self._last = Manifest()
        self._whole = False
        self._know(target, self._last)

    @property
    def interrupted(self) -> bool:
        """Whether the last build was ended while it put new files in place."""
        return not self._whole

    def again(self) -> ServedOutput:
        """Itself, for the next build: as the last one that came to its end left it."""
        self._know(self.target, self._last.again(self._last.files))
        return self

    def finish(self, *, certain: bool = True) -> tuple[int, int]:
        """Put what waits in place, remove what this build did not make, and remember what it made. How many files were
        written and removed. Raises `OSError`."""
        self._whole = False
        gone = self._gone()
        self._place(gone)
        manifest, files = self._settled(certain=certain)
        self._last, self._whole = manifest.again(files), True
        return len(self._waits), len(gone)

    def _lies(self, path: str, made: Made) -> bool:
        return not self._uncertain or self._untouched(path, made)
