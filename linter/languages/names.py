"""How a language writes and introduces names."""

from __future__ import annotations

from collections.abc import Mapping

from linter.namedtuples import NamedTuple


class Ages(NamedTuple):
    """How an age stands beside a name."""

    aged: tuple[str, ...] = ()
    """Before the number: ``aged`` in "Ann Lee, aged 41,"."""
    years: tuple[str, ...] = ()
    """After the number: ``ans`` in "Anne Lee (41 ans)"."""
    before: tuple[str, ...] = ()
    """After the number, where both stand before the name: ``-year-old``."""
    joined: tuple[str, ...] = ()
    """After the number and a hyphen, behind the name: ``Anna Lis, 41-latka z Gdyni``."""


class Offices(NamedTuple):
    """Offices that one person does not hold at once, as they stand before a name."""

    state: tuple[str, ...] = ()
    """The head of a state: ``president``."""
    government: tuple[str, ...] = ()
    """The head of a government: ``prime minister``."""
    crown: tuple[str, ...] = ()
    """A crowned head: ``king``."""
    taken_back: tuple[str, ...] = ()
    """What makes it a past, a future or a lesser office: ``former``, ``deputy``."""


class Quotations(NamedTuple):
    """What changes in a quotation that is fitted into another sentence."""

    pronouns: tuple[str, ...] = ()
    """Words for persons and things pointed at; what goes with them may change too."""
    auxiliaries: tuple[str, ...] = ()
    """Forms of ``be``, ``have``, ``can`` …, which change with person and tense."""
    articles: tuple[str, ...] = ()
    """Small words that say little: ``the``."""
    negations: tuple[str, ...] = ()
    """Words without which the sentence says the contrary: ``never``."""
    half_negations: tuple[str, ...] = ()
    """Words that negate only together: ``ne`` and ``pas``."""
    past_endings: Mapping[str, str] = {}
    """Endings of the past and those of the present that they are forms of: ``ions`` of ``ons``."""


class Releases(NamedTuple):
    """How articles speak of versions and of issues that come out one after another."""

    announced: tuple[str, ...] = ()
    """What a sentence says of the version it announces: ``releas*``, ``available``."""
    compared: tuple[str, ...] = ()
    """What a sentence says that speaks of another version than the new one: ``since``, ``upgrading``."""
    versions: tuple[str, ...] = ()
    """Words before the number of a version: ``version``."""
    issues: tuple[str, ...] = ()
    """Words before the number of an issue, an episode, an edition: ``issue``."""
    parts: tuple[str, ...] = ()
    """Words before the number of a part of a series: ``part``."""
    this_part: tuple[str, ...] = ()
    """Says which part the text is: ``in this {nth} part``."""


class Names(NamedTuple):
    """Names of persons and places, the words around them, and what headlines do with them."""

    fixed: bool = False
    """Names keep their form in every sentence, but for the ``suffixes``."""
    suffixes: tuple[str, ...] = ()
    """All that may be joined to a name: a genitive, an article. Other languages change the ends of names."""
    surname_first: bool = False
    """The surname stands before the first name."""
    capital_nouns: bool = False
    """Every noun has a capital, so that a capital marks no name."""
    earlier: tuple[str, ...] = ()
    """With which a sentence begins that goes on with the past of the one named before: "Before that"."""
    says: tuple[str, ...] = ()
    """Verbs beside a quotation and who said it ("said", "expliqu*")."""
    title_case: bool = False
    """Headlines may capitalise every word; elsewhere such a headline is one of names."""
    first_names: bool = False
    """Its first names are listed (``linter.topics.names.lists``), so that they are told from other words."""
    persons_found: bool = False
    """A person whom one part of an article names is found in another if that has the name in any form.

    It was measured on articles: enough first names, surnames and words are listed, and planted names told.
    """
    headline_echo: float = 0.0
    """A headline whose words the text takes up to no more than this belongs to another text.

    About 1 for a word that the text repeats early, 0 for one without a match; measured on articles with the
    headline of another one.
    """
    roles: tuple[str, ...] = ()
    """Words before the name of a person, inflected forms too: ``president``, ``singer``, ``Mrs``."""
    kin: tuple[str, ...] = ()
    """Words for relatives: ``wife``."""
    crowns: tuple[str, ...] = ()
    """Roles whose bearers a text may leave without a name: ``pope``."""
    offices: Offices = Offices()
    ages: Ages = Ages()
    quotations: Quotations = Quotations()
    releases: Releases = Releases()
    particles: tuple[str, ...] = ()
    """Words in lower case inside a name: ``van`` in "Ludwig van Beethoven"."""
    prefixes: tuple[str, ...] = ()
    """Beginnings of names after which a second capital is no camel case: ``Mc``."""
    elided: tuple[str, ...] = ()
    """What is joined to a name by an apostrophe that stands for its last letter: ``d`` in "d'Aliyev"."""
    abbreviations: tuple[str, ...] = ()
    """Words whose full stop ends no sentence: ``Mr``."""
    and_: tuple[str, ...] = ()
    """What joins two names: ``and``."""
    in_acronyms: tuple[str, ...] = ()
    """Small words that an acronym may skip: ``of`` in "Court of Human Rights (CHR)"."""
    negated_endings: tuple[str, ...] = ()
    """Ends of words that are no name whatever their capital: ``n't``."""
    special_forms: tuple[str, ...] = ()
    """In a headline: the piece need not say what its headline says (``quiz*``)."""
    endings: tuple[str, ...] = ()
    """What makes another word of a name: people, teachings, plurals, women (``ists``)."""
    possessives: tuple[str, ...] = ()
    """What stands behind any of them and says whose it is."""
    first_endings: tuple[str, ...] = ()
    """Ends of first names that stand in place of one letter or two in other cases ("Сергія": "Сергій")."""
    adjective_endings: tuple[str, ...] = ()
    """Where nouns have capitals: the end of what stands before a noun, and hardly before a name."""
    verb_endings: tuple[str, ...] = ()
    """Ends of verbs, among those words."""
    clipped: tuple[str, ...] = ()
    """Letters that a verb loses before a pronoun that is joined to it: the last of "aprire" in "aprirlo"."""
    latin_endings: tuple[str, ...] = ()
    """Ends of Latin words whose first letters are those of a word of the language: ``ae`` of "Naturae"."""
    look_alikes: tuple[tuple[str, ...], ...] = ()
    """Different names that are spelled nearly alike (``Iran``, ``Iraq``), or both of one person (Steve)."""
    surname_endings: tuple[str, ...] = ()
    """Ends of surnames by which they are known, also of those that the language only respells: ``sson``."""
    deeds: tuple[str, ...] = ()
    """Right behind a name in a headline: what persons do, and hardly anything else ("denies"). Not for a
    language that capitalises its nouns."""
    fates: tuple[str, ...] = ()
    """The same behind a surname alone: what happens to persons only ("jailed", "steps down")."""
    vowels: str = ""
    """The letters without one of which no name can be spoken."""
    home: tuple[str, ...] = ()
    """Codes of the countries that an article need not name: it is published there."""
    ambiguous_countries: tuple[str, ...] = ()
    """Codes of countries whose names are also words, first names or regions: Turkey, Jordan, Georgia."""
