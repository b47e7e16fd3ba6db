"""Which id somebody may have meant: known to who knows all records and all words for them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from functools import cache, cached_property

from pydantic_core import from_json

from generator.model.anatomy import anatomy
from generator.model.kinds import KINDS
from generator.model.organisation import Offering, Organisation
from generator.model.vocabulary import VOCABULARIES, Terms
from generator.problems.near import meant as meant_in
from generator.problems.near import near_in
from generator.problems.problem import Finding
from generator.texts.spoken import text
from generator.validation import lists
from generator.validation.facts import OrganisationFacts
from generator.validation.reading import Reading
from generator.values.fields import COUNTRYWIDE
from generator.values.slugs import slug


def _is_countrywide(written: str) -> bool:
    return slug(written) in {slug(word) for word in text("meant")[COUNTRYWIDE]}


class Words:
    """What people may call all that an id can name, by kind. Looked up when somebody is mistaken, and not before."""

    def __init__(self, layers: Sequence[Reading], known: Mapping[str, Set[str]]) -> None:
        self._layers = layers
        self._known = known
        self._near = cache(self._found)
        self._called = cache(self._words)

    def near(self, kind: str, written: str) -> str:
        """`"bedoelde u …? "` with the id of this kind that somebody meant, or nothing."""
        if kind in ("area", "municipality"):
            from generator.national.hints import instead  # here, because most ids are right

            if kind == "area" and _is_countrywide(written):
                return str(text("cli", "near")).format(known=COUNTRYWIDE)
            return instead(written, self._known["municipality"]) or (self.areas() if kind == "area" else "")
        return self._near(kind, written)

    def meant(self, finding: Finding) -> Finding | None:
        """A finding about an id, with the one that was meant; None of a place that this edition has itself."""
        if finding.code == "place-unknown":
            return None if slug(str(finding.values["value"])) in self._own_places else finding
        kind = finding.values.get("kind")
        if finding.code not in ("id-format", "list-expected") or not kind:
            return finding
        written = str(finding.values["value"])
        found = self._listed(kind, written) if finding.code == "list-expected" else self._parted(kind, written)
        return Finding(finding.code, finding.path, {**finding.values, "near": found}, finding.on_key)

    def _listed(self, kind: str, written: str) -> str:
        """What to write instead of a text that names several, or one, where a list is expected."""
        if kind == "area" and _is_countrywide(written):
            return str(text("cli", "near")).format(known=COUNTRYWIDE)
        for pieces in (lists.apart(written), [one for piece in lists.apart(written) for one in lists.both(piece)]):
            ids = [self._id(kind, piece) for piece in pieces]
            if ids and all(ids):
                return str(text("cli", "near")).format(known=lists.shown(dict.fromkeys(filter(None, ids))))
        return self.areas() if kind == "area" else ""

    def _parted(self, kind: str, written: str) -> str:
        """What to write instead of what can be no id: several of them without a comma in between, or one."""
        pieces = written.replace(",", " ").split()
        if len(pieces) > 1 and all(self._is_id(kind, piece) for piece in pieces):
            return lists.commas([slug(piece) for piece in pieces])
        return self.near(kind, written)

    def _is_id(self, kind: str, written: str) -> bool:
        return slug(written) in self._known.get("municipality" if kind == "area" else kind, ())

    def _id(self, kind: str, written: str) -> str | None:
        """The id of this kind that somebody surely means."""
        if kind not in ("area", "municipality"):
            return meant_in(written, {**dict.fromkeys(sorted(self._known.get(kind, ())), ()), **self._called(kind)})
        if self._is_id(kind, written):
            return slug(written)
        from generator.national.naming import meant  # here, because most ids are right

        found = meant(written)
        return found.ids[0] if found and len(found.ids) == 1 and found.ids[0] in self._known["municipality"] else None

    def areas(self) -> str:
        """How an area is written, by example of the municipalities of this edition."""
        own = sorted(reading.file.id for reading in self._layers if reading.file.kind == "municipality")[:2]
        return str(text("cli", "areas")).format(example=f"area: {lists.shown(own)}") if own else ""

    def _found(self, kind: str, written: str) -> str:
        ids = dict.fromkeys(sorted(self._known.get(kind, ())), ())
        return near_in(written, {**ids, **self._called(kind)}) + self._elsewhere(kind, written)

    def _elsewhere(self, kind: str, written: str) -> str:
        """In which other field a word belongs: `telefoon` is where help is, and no kind of help."""
        for field in (*anatomy(Offering).fields, *anatomy(Organisation).fields) if kind in VOCABULARIES else ():
            words = self._known.get(field.reference, ()) if field.reference in VOCABULARIES else field.choices
            if field.reference != kind and slug(written) in words:
                return str(text("cli", "elsewhere")).format(value=slug(written), field=field.key)
        return ""

    def _words(self, kind: str) -> Mapping[str, Sequence[str]]:
        if kind in VOCABULARIES:
            return {id: words for id, words in self._terms(kind).items() if id in self._known.get(kind, {id})}
        return {id: self._names[id] for id in self._known.get(kind, ()) if id in self._names}

    def _terms(self, vocabulary: str) -> dict[str, Sequence[str]]:
        found: dict[str, Sequence[str]] = {}
        for reading in self._layers:
            if reading.file.kind == "vocabulary" and reading.file.id == vocabulary and reading.json is not None:
                for term in Terms.again(reading.json()).terms:
                    found[term.id] = (term.label, *term.synonyms, *term.phrases)
        return found

    @cached_property
    def _own_places(self) -> frozenset[str]:
        """What the municipalities of this edition are called, and the places in them by their own records."""
        records = [from_json(one.json()) for one in self._layers if one.file.kind == "municipality" and one.json]
        names = (name for record in records for name in (record.get("name"), *record.get("places", ())) if name)
        return frozenset(map(slug, names))

    @cached_property
    def _names(self) -> dict[str, Sequence[str]]:
        """The names of records and of what organisations offer."""
        found: dict[str, Sequence[str]] = {}
        for reading in self._layers:
            id, facts = reading.file.id, reading.facts
            if isinstance(facts, OrganisationFacts):
                found[id] = (*facts.names, *facts.formerly)
                found.update({f"{id}/{offering.id}": (offering.name,) for offering in facts.offerings})
            elif reading.file.kind != "vocabulary" and reading.json is not None:
                name = from_json(reading.json()).get(KINDS[reading.file.kind].title)
                found.setdefault(id, (name,) if name else ())
        return found
