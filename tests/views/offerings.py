"""Offerings for records of tests."""

from __future__ import annotations

OFFER = """
  - id: {id}
    name: Aanbod {id}
    summary: Helpt.
"""

LOCAL = f"offerings:{OFFER.format(id='hier')}    area: [stein]\n"


def offers(*helps: str) -> str:
    """Offerings that help in some ways: `"a"`, `"a, b"` or, with `""`, in no way that has a name."""
    made = (OFFER.format(id=f"aanbod-{number}") + f"    help: [{help}]\n" for number, help in enumerate(helps))
    return "offerings:" + "".join(made)
