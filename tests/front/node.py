"""Node, for what scripts do without a page."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

from tests.editions import ROOT

NODE = ROOT / ".ci" / "node"
HERE = Path(__file__).parent


def said(*words: str | Path) -> subprocess.CompletedProcess[str]:
    """What Node says when it is started with some words."""
    return subprocess.run([NODE, *words], capture_output=True, text=True, check=False)


def evaluated(module: Path, expression: str) -> Any:
    """The value of an expression in which `it` is a module."""
    script = f"import * as it from {json.dumps(module.as_uri())}; console.log(JSON.stringify({expression}))"
    result = said("--input-type=module", "--eval", script)
    assert result.returncode == 0, result.stderr
    return json.loads(result.stdout)
