"""What is counted of an edition, and a file that somebody kept of an earlier count."""

from __future__ import annotations

from generator.views.coverage.counting import (
    Coverage,
)
from tests.scratch import Scratch

THEN = """\
naam;aanbod;soort_id;bereik;organisatie;stand
Vrijwilliger aan huis;hier/vrijwilliger;vervangende-zorg;lokaal;De Linde;2026-01
Vrijwilliger aan huis;hier/vrijwilliger;gezelschap-en-activiteiten;lokaal;De Linde;2026-01
'=Inloop;hier/koffie;gezelschap-en-activiteiten;lokaal;De Linde;2026-01
Was er;hier/was-er;vervangende-zorg;lokaal;De Linde;2026-01
Logeren;streek/logeren;vervangende-zorg;regionaal;De Streek;2026-01
Lijn;ver/lijn;emotionele-steun;landelijk;Ver;2026-01
"""


def counted(scratch: Scratch, municipality: str = "stein") -> Coverage:
    return Coverage(scratch.known(), municipality)
