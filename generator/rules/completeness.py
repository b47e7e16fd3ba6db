"""What a carer needs to begin: warnings, because a record with gaps beats no record."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Organisation, Part
from generator.problems import Finding


def can_begin(record: Part, _id: str) -> Iterator[Finding]:
    """Somebody must be able to call, write, look or go there, and know the first step."""
    if not isinstance(record, Organisation):
        return
    if record.status == "ended":
        if not record.refers_to:
            yield Finding("ended-without-pointer", ("status",))
        return
    own = (record.phones, record.email, record.website, record.address)
    if not any(own) and not record.offerings:
        yield Finding("no-contact", ())
    for index, offering in enumerate(record.offerings or ()):
        path = ("offerings", index)
        ways = (*own, offering.phones, offering.email, offering.website, offering.address)
        if offering.status == "ended":
            continue
        if not any(ways) and not offering.first_step:
            yield Finding("no-contact", path)
        elif not offering.first_step and not (offering.access and offering.access.how):
            yield Finding("no-first-step", path, {"name": offering.name or ""})
        if "locatie" in (offering.where or ()) and not offering.address and not record.address:
            yield Finding("location-without-address", (*path, "where"))


def can_be_found(record: Part, _id: str) -> Iterator[Finding]:
    """An offering is found by the kind of help it is."""
    if isinstance(record, Organisation):
        for index, offering in enumerate(record.offerings or ()):
            if not offering.help and offering.status != "ended":
                yield Finding("no-help", ("offerings", index), {"name": offering.name or ""})
