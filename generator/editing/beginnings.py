"""A beginning made of the model, for a kind of record for which nobody wrote one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pydantic import ValidationError

from generator.model.anatomy import Field, adapter, anatomy
from generator.model.kinds import Kind
from generator.model.part import Part
from generator.texts.spoken import text
from generator.values.fields import UNDATED


@dataclass(frozen=True, slots=True)
class Beginning:
    """What is known when a record is begun: the values that stand for `$name`, `$municipality` and so on."""

    kind: Kind
    values: Mapping[str, str]

    def written(self) -> str:
        """The file: what is required filled in, all else behind a `#`, each with what it is for."""
        schema, model = self.values["schema"], self.kind.model
        lines = [f"# yaml-language-server: $schema={schema}", *self._fields(model, {self.kind.title: "name"})]
        if self.kind.ending != ".md":
            return "\n".join([*lines, ""])
        return "\n".join(["---", *lines, "---", text("cli", "starter-text"), ""])

    def _fields(self, model: type[Part], given: Mapping[str, str]) -> Iterator[str]:
        for field in anatomy(model).fields:
            if field.body:
                continue
            why = f"  # {field.description}" if field.description else ""
            if not field.required and field.name != "checked":
                yield f"# {field.key}:{why}"
            elif field.part is not None:
                yield f"{field.key}:{why}"
                for at, line in enumerate(self._fields(field.part, {})):
                    yield "  " + (("  " if at else "- ") if field.several else "") + line
            else:
                value = self.values[given[field.name]] if field.name in given else self._value(model, field)
                yield f"{field.key}: {f'[{value}]' if field.several else value}{why}"

    def _value(self, model: type[Part], field: Field) -> str:
        """Something that may stand here until somebody writes what is true; nothing when only they can know."""
        if field.reference in ("municipality", "area"):
            return self.values["municipality"]
        for value in (*field.choices[:1], text("cli", "starter-text"), UNDATED, self.values["today"], "nee", "1"):
            try:
                adapter(model, field.name).validate_python([value] if field.several else value)
            except ValidationError:
                continue
            return str(value)
        return ""
