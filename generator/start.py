"""The first step of the command line, before anything is loaded."""

from __future__ import annotations

import gc
import os
import sys
from typing import NoReturn


def run() -> NoReturn:
    """Run the command that somebody typed, and end."""
    # Loading all modules, and building up one catalogue, makes no cycles: looking for them takes a tenth of the time.
    gc.disable()
    # Looking among all that is installed for plugins of pydantic, which nobody here has, takes longer than a model.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    from generator.cli import main  # here, because loading it is what that is about

    code = main()
    sys.stdout.flush()
    sys.stderr.flush()
    # Taking a large catalogue apart piece by piece takes longer than all else at the end: the system does it at once.
    os._exit(code)
