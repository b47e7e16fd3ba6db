"""What every piece of a record is."""

from __future__ import annotations

from typing import Self

from pydantic import BaseModel, ConfigDict

from generator.values.fields import READ_BEFORE


class Part(BaseModel):
    """A piece of a record: never changed once made, and nothing in it that the model doesn't know."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, defer_build=True)

    def kept(self) -> bytes:
        """What was written of it, as it was typed: JSON that `again` reads."""
        return self.model_dump_json(by_alias=True, exclude_unset=True).encode()

    @classmethod
    def again(cls, kept: bytes) -> Self:
        """What passed before, without holding it against lists and patterns a second time."""
        return cls.model_validate_json(kept, context=READ_BEFORE)
