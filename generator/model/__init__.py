"""The records: what an edition's files may hold. The one source of the shape.

Keys are English, in the field's standard terms (Open Referral's HSDS); the descriptions are Dutch because
editors read them, through the JSON Schemas that `schema` makes from this file. Values are typed in `fields`.
"""

from generator.model.activity import (
    Activity,
)
from generator.model.knowledge import (
    Backpack,
    Example,
    Local,
    National,
    Scope,
    Source,
    Tool,
)
from generator.model.municipality import (
    Contact,
    Municipality,
    Theme,
    Urgent,
)
from generator.model.network import (
    Meeting,
    Member,
    Network,
)
from generator.model.organisation import (
    Access,
    Ages,
    Cost,
    CostKind,
    Identifiers,
    Law,
    Offering,
    Organisation,
    Status,
    Visible,
    Where,
)
from generator.model.parts import (
    MARKS,
    Address,
    Checked,
    Formerly,
    Hours,
    OpeningHours,
    Part,
    PhoneLine,
    Phones,
    Repeats,
    Slot,
)
from generator.model.vocabulary import (
    Term,
    Terms,
)
from generator.model.worksheet import NAMED, Column, FieldKind, FormField, Option, Repeat, Worksheet, WorksheetSection

Record = Organisation | Municipality | Network | Activity | Backpack | Tool | Example | Worksheet

__all__ = [
    "MARKS",
    "NAMED",
    "Access",
    "Activity",
    "Address",
    "Ages",
    "Backpack",
    "Checked",
    "Column",
    "Contact",
    "Cost",
    "CostKind",
    "Example",
    "FieldKind",
    "FormField",
    "Formerly",
    "Hours",
    "Identifiers",
    "Law",
    "Local",
    "Meeting",
    "Member",
    "Municipality",
    "National",
    "Network",
    "Offering",
    "OpeningHours",
    "Option",
    "Organisation",
    "Part",
    "PhoneLine",
    "Phones",
    "Record",
    "Repeat",
    "Repeats",
    "Scope",
    "Slot",
    "Source",
    "Status",
    "Term",
    "Terms",
    "Theme",
    "Tool",
    "Urgent",
    "Visible",
    "Where",
    "Worksheet",
    "WorksheetSection",
]
