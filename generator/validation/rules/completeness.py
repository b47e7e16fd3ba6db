"""What a carer needs to begin: warnings, because a record with gaps beats no record."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.organisation import Offering, Organisation
from generator.model.parts import Address
from generator.problems.problem import Finding
from generator.validation.rules.walking import Walked, unclear

_WAYS = ("phones", "whatsapp", "chat", "email", "website", "address")


def can_begin(walked: Walked) -> Iterator[Finding]:
    """Somebody must be able to call, write, look or go there, and know the first step."""
    record = walked.record
    if not isinstance(record, Organisation):
        return
    if record.status == "ended":
        if not record.refers_to and not unclear(record, "refers_to"):
            yield Finding("ended-without-pointer", ("status",))
        return
    own = _reachable(record)
    if not own and not record.offerings and not unclear(record, "offerings"):
        yield Finding("no-contact", ())
    for index, offering in enumerate(record.offerings or ()):
        path = ("offerings", index)
        if offering.status == "ended":
            continue
        step = offering.first_step or unclear(offering, "first_step")
        how = offering.access and (offering.access.how or unclear(offering.access, "how"))
        if not own and not _reachable(offering) and not step:
            yield Finding("no-contact", path)
        elif not step and not how and not unclear(offering, "access"):
            yield Finding("no-first-step", path, {"name": offering.name or ""})
        if offering.address and offering.addresses:
            yield Finding("address-and-addresses", (*path, "addresses"))
        if "locatie" in (offering.where or ()) and not _placed(offering) and not _inherits_place(offering, record):
            yield Finding("location-without-address", (*path, "where"))


def _reachable(part: Organisation | Offering) -> bool:
    ways = (*_WAYS, "addresses") if isinstance(part, Offering) else _WAYS
    return any(getattr(part, name) for name in ways) or unclear(part, *ways)


def _placed(offering: Offering) -> bool:
    """Whether it says where people can go: a PO box doesn't."""
    one_of_them = any(place is None or _is_place(place) for place in offering.addresses or ())
    return one_of_them or _is_place(offering.address) or unclear(offering, "address", "addresses")


def _inherits_place(offering: Offering, organisation: Organisation) -> bool:
    placed = _is_place(organisation.address) or unclear(organisation, "address")
    return placed and "address" not in offering.model_fields_set


def _is_place(address: Address | None) -> bool:
    return address is not None and address.po_box is None


def can_be_found(walked: Walked) -> Iterator[Finding]:
    """An offering is found by the kind of help it is."""
    record = walked.record
    if isinstance(record, Organisation) and record.status != "ended":
        for index, offering in enumerate(record.offerings or ()):
            if not offering.help and offering.status != "ended" and not unclear(offering, "help"):
                yield Finding("no-help", ("offerings", index), {"name": offering.name or ""})
