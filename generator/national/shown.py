"""Records and terms of the national layer that pages show specially, by id, each with why.

An edition may change such a record or do without it: whoever shows it looks whether it is there.
"""

from __future__ import annotations

NATIONAL_LINE = "mantelzorgnl/mantelzorglijn"
"""The line for who cares for somebody, whatever the question: it works where no local number is known."""

ACUTE_LINES = {
    "gevaar": "noodnummer-112",
    "dringend-medisch": "huisartsenpost",
    "zelfdoding": "113-zelfmoordpreventie",
    "geweld": "veilig-thuis",
}
"""Which organisation answers each term of the vocabulary of danger and despair, most urgent first."""

ACUTE = tuple(ACUTE_LINES.values())
"""Those organisations: every page names them, whatever it is about."""

OUT_OF_HOURS_DOCTOR = ACUTE_LINES["dringend-medisch"]
"""The one of those that a municipality has of its own, with another name and number; without any there is still the
family doctor's answering machine."""

YOUNG_AUDIENCE = frozenset({"jonge-mantelzorgers", "kinderen-en-jongeren"})
"""Who are addressed with `je`, in what is for nobody else."""

YOUNG_SITUATION = "jong-en-zorgen"
"""The situation whose pages speak to young people, so with `je`."""

PROFESSIONALS = frozenset(
    {"beroepskrachten", "mantelzorgondersteuners", "beleidsmedewerkers", "netwerken", "huisartsen"}
)
"""Who work in care or on it: what is for them alone stands apart in the agenda."""

ASIDE = PROFESSIONALS | {"vrijwilligers"}
"""Who hardly ever asks how to care: what is for them alone is not in the guided route, and lower in the search."""

GOVERNMENT = "gemeente"
"""The kind of party that machines are told is government, and its offers a public service."""

NON_PROFIT = frozenset({"welzijn", "steunpunt", "vrijwilligers", "bewonersinitiatief", "landelijke-organisatie"})
"""The kinds of party that machines are told are not there for profit."""

COUNTRYWIDE_KIND = "landelijke-organisatie"
"""The one kind of party that nobody misses at a local table: its sector is there when somebody is in it."""

RING_SHEET = "partijen-in-beeld"
"""The worksheet on which a network draws its own ring map, beginning with everybody on the municipality's."""

LANGUAGE_CODES = {"ngt": "dse"}
"""What machines call a language whose id is no code: ISO 639-3 calls the sign language of the Netherlands `dse`."""
