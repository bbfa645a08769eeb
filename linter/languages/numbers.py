"""What a language says around numbers, as the checks of numbers need it.

``{number}`` in a phrase is the number that it is said of, ``{word}`` any one word.
"""

from __future__ import annotations

from collections.abc import Mapping

from linter.languages.sports import League, Match
from linter.namedtuples import NamedTuple


class Change(NamedTuple):
    """How a change is told: "rose from 10 to 15, up 50 %"."""

    from_: tuple[str, ...] = ()
    """Before the number that it was."""
    to: tuple[str, ...] = ()
    """Before the number that it became."""
    from_behind: tuple[str, ...] = ()
    """The same as ``from`` behind the number, a word of its own or the end of one: "から", "*dan"."""
    to_behind: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    """Between a number and the earlier one that it is compared with: "compared with", "nach"."""
    by: tuple[str, ...] = ()
    """Before the percentage."""
    at: tuple[str, ...] = ()
    """Before a percentage that says how high something is, not by how much it changed: "to", "bei"."""
    up: tuple[str, ...] = ()
    """Verbs and nouns of rise: "increas*", "hausse*"."""
    down: tuple[str, ...] = ()
    amounts: tuple[str, ...] = ()
    """Those of ``up`` and ``down`` that name what may rise and fall, too: "losses"."""
    better: tuple[str, ...] = ()
    """Those of ``up`` that say of what is better when it is less that it fell, too: "improv*"."""
    first: bool = False
    """They stand before both numbers; one right behind says what came of it: "going from 5 to 3 raised …"."""
    points: tuple[str, ...] = ()
    """Behind the number of percentage points, where two percentages are near: "points"."""
    more: tuple[str, ...] = ()
    """After a percentage, as good as ``up``: "40 % more"."""
    less: tuple[str, ...] = ()
    opposites: tuple[tuple[str, ...], ...] = ()
    """Rows of what headlines say of something, each with the row of the opposite behind it."""
    moves: tuple[str, ...] = ()
    """Verbs that say of a pair behind a percentage that it is a change: "passant de 3 à 4"."""
    from_or_of: tuple[str, ...] = ()
    """Those of ``from`` that say of what size something is, too: "un taux de 3 à 4"."""
    of: tuple[str, ...] = ()
    """A "from" that between two numbers means "of": "82 von 471"."""
    of_whole: tuple[str, ...] = ()
    """After a percentage that is a share of something, not a change."""
    of_its: tuple[str, ...] = ()
    """The same, of what was named before: "of its", "seiner"."""
    instead: tuple[str, ...] = ()
    """Before the number that was, where the one that comes follows: "*instead of* 5 they pay 8"."""
    now: tuple[str, ...] = ()
    """Before the number that is, where a word for what comes stands before the other one: "*today* 96 …"""
    soon: tuple[str, ...] = ()
    """… and *from January* 120"."""
    foreseen: tuple[str, ...] = ()
    """At a second number that is not what was, but what was expected."""
    earlier: tuple[str, ...] = ()
    """At a second number that is of an earlier time: "a year earlier"."""
    adjusted: tuple[str, ...] = ()
    """The percentage may be of something else than the numbers: per year, without inflation, on average."""
    averaged: tuple[str, ...] = ()
    """Near a percentage: it is one of several averaged changes."""
    under: tuple[str, ...] = ()
    """Between a percentage and the number that something is lower than: "18 % *below* the 30"."""
    over: tuple[str, ...] = ()
    than: tuple[str, ...] = ()
    """The same where "more" stands before the percentage: "mais 20 % *do que* os 30"."""
    planned: tuple[str, ...] = ()
    """Before the number that is compared with: "more than the *planned* 30"."""
    not_adjusted: tuple[str, ...] = ()
    """What begins like one of ``adjusted`` and only says when: "a year ago"."""
    rated: tuple[str, ...] = ()
    """After a number that is an index or a rate: "points", "per"."""
    growth: tuple[str, ...] = ()
    """Words of rise that name a rate, which may itself fall: "growth from 3 to 2 %"."""
    ranked: tuple[str, ...] = ()
    """Near numbers that are places, of which the lower is the better: "from 12 to 8 in the *charts*"."""
    told: tuple[str, ...] = ()
    """Whole constructions, where no blanks stand between words: "从{before}{any}到{after}{any}{percent}"."""
    pairs: tuple[str, ...] = ()
    """The same of the two numbers alone: "waren es{words}{before}, {words}{after}"."""


class Multiple(NamedTuple):
    """How a change is told in one word: "doubled from 10 to 20"."""

    doubled: tuple[str, ...] = ()
    tripled: tuple[str, ...] = ()
    quadrupled: tuple[str, ...] = ()
    halved: tuple[str, ...] = ()
    multiplied: tuple[str, ...] = ()
    """The same with a {number}: "multiplied by {number}", "grown {number}-fold"."""
    multiplied_named: Mapping[str, int] = {}
    """Words for it: "quintupl*": 5, below zero for as little."""
    times: tuple[str, ...] = ()
    """Behind a number that is compared with the one before it: "{number} times as many"."""
    times_more: tuple[str, ...] = ()
    """The same where the number itself may be added, too: "{number} times more"."""
    times_named: Mapping[str, int] = {}
    """Words for such a multiple: "twice as many": 2, "el triple": 3."""
    as_: tuple[str, ...] = ()
    """Between such words and the number that is compared with: "as", "than"."""
    more: tuple[str, ...] = ()
    """Before it: "more than doubled"."""
    nearly: tuple[str, ...] = ()
    negated: tuple[str, ...] = ()
    """Before it, up to two words apart: "never doubled"."""
    from_: tuple[str, ...] = ()
    """After it and a comma: "doubled last year, from 10 to 20"."""
    told: tuple[str, ...] = ()
    """Whole constructions, where no blanks stand between words: "{before}{any}から{after}{any}{times}倍"; one
    without {times} says that something doubled."""
    last: bool = False
    """The word may stand behind both numbers: "von 10 auf 20 verdoppelt"."""


class Share(NamedTuple):
    """How a part of a whole is told: "15 of the 60 members, or 25 %"."""

    of: tuple[str, ...] = ()
    """Between the part and the whole."""
    whole: tuple[str, ...] = ()
    """Before a whole that is named first: "of the 60, 40 voted"."""
    one_in: tuple[str, ...] = ()
    """Before the whole of which it is one: "one in", "un {word} sur"."""
    of_them: tuple[str, ...] = ()
    """At a share that is one of a part named before: "a third of them"."""
    of_that: tuple[str, ...] = ()
    """After a share: it is of the amount that was named last ("of that sum")."""
    of_all: tuple[str, ...] = ()
    """After a percentage: it is of the whole that was named ("of the total")."""
    rest: tuple[str, ...] = ()
    """After a share: the percentage is of what remains."""
    amount: tuple[str, ...] = ()
    """Between a percentage and the amount that it is of: "30 % of the 2 million"."""
    told: tuple[str, ...] = ()
    """Whole constructions, where no blanks stand between words: "{whole}{any}中{part}{any}（{percent}"."""
    seats: tuple[str, ...] = ()
    """What a percentage of the votes becomes: "43 % (254 seats of 450)"."""


class Sum(NamedTuple):
    """How a total is told beside its parts: "12 people: 5 women and 7 men"."""

    one: tuple[str, ...] = ()
    """A part of one: "5 women and a child"."""
    and_: tuple[str, ...] = ()
    """Between the last two parts, beside the plain "and": "as well as"."""
    total: tuple[str, ...] = ()
    """The noun, which "a" stands before without being a part."""
    making: tuple[str, ...] = ()
    """Between the last part and the total: "a total of"."""
    maybe: tuple[str, ...] = ()
    """The same, where the number has to be called the total behind it, too: "or 12 in all"."""
    in_all: tuple[str, ...] = ()
    """Behind the total: "12 people in all"."""
    including: tuple[str, ...] = ()
    """Between a total and some of its parts."""
    made_of: tuple[str, ...] = ()
    """Between a total and all of its parts."""
    told: tuple[str, ...] = ()
    """Whole constructions, where no blanks stand between words, of a {total} and its parts."""
    of_which: tuple[str, ...] = ()
    """The same of a total and some parts of it: "{total}{any}其中{any}{part}"."""
    shared: tuple[str, ...] = ()
    """What is shared out, so that nothing is in two parts: "seats", "medals"."""
    split: tuple[str, ...] = ()
    """Between an amount and a colon behind which stands who got how much: "was divided"."""
    outcomes: tuple[tuple[str, ...], ...] = ()
    """What becomes of persons and things, a row of words for each: [injured, hurt], [unhurt, escaped]."""
    given: tuple[str, ...] = ()
    """Behind a part: whose it becomes ("55 *to the* left")."""
    to_votes: tuple[str, ...] = ()
    """Between the votes for and those against: "12 *votes to* 8"."""
    sides: tuple[str, ...] = ()
    """The same of anything that two sides have."""
    lead: tuple[str, ...] = ()
    """By how much one of two sides won: "by {number} votes", "{number} voix d'avance"."""
    lead_over: tuple[str, ...] = ()
    """By how much one has more or less than the side named next: "{number} fewer than"."""
    behind: tuple[str, ...] = ()
    """By how much the one named first has less: "{number} points behind"."""
    spent: tuple[str, ...] = ()
    """At an amount that went out: "spent", "cost"."""
    earned: tuple[str, ...] = ()
    """At an amount that came in: "took in"."""
    gap: tuple[str, ...] = ()
    """Before the difference of both: "deficit", "surplus"."""


class Stance(NamedTuple):
    """The answers of a poll or a vote."""

    for_: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    neither: tuple[str, ...] = ()
    votes: tuple[str, ...] = ()
    """After a percentage: it is of votes, of which each is for one thing only."""
    choose: tuple[str, ...] = ()
    """What those do who may choose one thing: "would vote"."""
    own: tuple[str, ...] = ()
    """What those do who have parts of one whole: "owns"."""
    places: tuple[str, ...] = ()
    """Before a place or a group: percentages of several of them are no parts of one whole."""
    adopted: tuple[str, ...] = ()
    """Before the votes for a motion and those against it."""


class Limit(NamedTuple):
    """What is said around values that have a greatest one."""

    of_persons: tuple[str, ...] = ()
    """Between a percentage and the persons it is of: "of the", "des"."""
    of_the: tuple[str, ...] = ()
    """Between the number of a part and that of all: "40 of the 60"."""
    bounded: tuple[str, ...] = ()
    """What is never over 100 percent: "turnout", "humidity"."""
    is_: tuple[str, ...] = ()
    """Between such a word and its value: "was", "lag bei"."""
    clock: tuple[str, ...] = ()
    """Before a time of day: "at", "um"."""
    clock_only: tuple[str, ...] = ()
    """Those of ``clock`` that stand before nothing else: "a las", "alle ore"."""
    hour: tuple[str, ...] = ()
    """After a time of day: "o'clock", "Uhr"."""
    latitude: tuple[str, ...] = ()
    """After degrees that go up to 90: "north"."""
    longitude: tuple[str, ...] = ()
    """After degrees that go up to 180: "east"."""
    aged: tuple[str, ...] = ()
    """A person and the age: "{number}-old {person}", "{person} de {number}"."""
    below_nought: tuple[str, ...] = ()
    """What may fall by more than all of it: ``profit*``."""
    sequence: tuple[str, ...] = ()
    """After a number that is no whole: "9 of the 10 *last* days", "273 of the 270 *needed*"."""


class Listing(NamedTuple):
    """How a list is announced: "three reasons:"."""

    examples: tuple[str, ...] = ()
    """What follows are examples, not all: "such as"."""
    also: tuple[str, ...] = ()
    """What joins things that are no items of one list: "but also"."""
    are: tuple[str, ...] = ()
    """Between a number of persons and their names: "the three winners are"."""
    plural: tuple[str, ...] = ()
    """What a noun after a number looks like: "*s"; "France 5 announces:" has none."""
    single: tuple[str, ...] = ()
    """Before a noun that is one thing: "a", "la"."""
    definite: tuple[str, ...] = ()
    """Before a noun that is one thing, or several if it looks like ``plural``: "the"."""
    things: tuple[str, ...] = ()
    """What is counted off in few words, each of which is one thing even in the plural: "reasons"."""
    compound: tuple[str, ...] = ()
    """Things of which one may have an "and" in its name: "companies", "countries"."""
    ordinals: tuple[tuple[str, ...], ...] = ()
    """What counts off, in order, each in all its forms: [first, firstly], [second, secondly] …"""
    of: tuple[str, ...] = ()
    """Before a number that is one of others: "two of the three reasons"."""
    when: tuple[str, ...] = ()
    """Before a number that says when or how often: "placings after three stages:"."""
    where: tuple[str, ...] = ()
    """Before a list that says where or what for, not what: "four shops, at:", "ten people able to:"."""
    there: tuple[str, ...] = ()
    """Before a number that says how many there are: "there are", "the following", "all"."""
    goes_on: tuple[str, ...] = ()
    """With which goes on what the things are: "three ways *to* go", "reasons *why*"."""
    namely: tuple[str, ...] = ()
    """Before names that tell what was counted: "namely", "nämlich"."""
    one: tuple[str, ...] = ()
    """One and no more, before a noun: an article alone may begin "a few"."""
    extra: tuple[str, ...] = ()
    """In the last item of a list: it comes on top of those announced ("bonus")."""
    scorers: tuple[str, ...] = ()
    """Right before the names of those who scored, each of them once at least: "goals from"."""
    areas: tuple[str, ...] = ()
    """Places of which a headline says how many there are, in small letters: "regions"."""
    leads: tuple[str, ...] = ()
    """Before the number of a headline that counts what the text then tells: "the top 7"."""
    nth: Mapping[str, int] = {}
    """Ordinals in words: "third": 3."""
    times: Mapping[str, int] = {}
    """Before what somebody is who won so often -> how often ("three-time": 3) …"""
    won_in: tuple[str, ...] = ()
    """… with what stands before the years of that ("who won in")."""
    after: tuple[str, ...] = ()
    """Between one of them and the years of those before: "her third title, *after* 2017 and 2021"."""
    numbers: tuple[str, ...] = ()
    """With which an item of a list counts things of its own: "two cups of flour"."""


class Person(NamedTuple):
    """Nouns for persons."""

    any: tuple[str, ...] = ()
    """Words that say nothing of sex or age; one of them may stand for all: "people", "victims"."""
    asked: tuple[str, ...] = ()
    """Further words for those of whom percentages are told: "voters", "women"."""
    sex_and_age: tuple[str, ...] = ()
    """Kinds of persons of which nobody is two: "women", "children"."""
    fate: tuple[str, ...] = ()
    """The same of what became of them: "dead", "wounded"."""
    harm: tuple[str, ...] = ()
    """The same of how badly they are hurt: "seriously", "slightly"."""
    aboard: tuple[str, ...] = ()
    """The same of what they are on a ship or plane: "passengers", "crew"."""
    victims: tuple[str, ...] = ()
    """Those who may be dead or hurt: "ofiar"."""
    on_board: tuple[str, ...] = ()
    """Beside the number of all who were in something: "on board"."""
    lost: tuple[str, ...] = ()
    """In a headline behind a number, or behind one of ``any``: the same, as a verb or a wider noun."""
    all_of: tuple[str, ...] = ()
    """Right before a number that takes up one told before: "the" 14 dead."""
    among: tuple[str, ...] = ()
    """The same where some of them are told of: "among the" 14 dead."""
    inverted: tuple[str, ...] = ()
    """Articles between a number and its noun behind the verb: "sono nove *le* persone ferite"."""
    perished: tuple[str, ...] = ()
    """Behind a number of persons in a text: what became of them, in several words ("lost their lives")."""
    dead: tuple[str, ...] = ()
    """Whole constructions that count the dead, where single words cannot be told from parts of others:
    "{number}人死亡"."""
    hurt: tuple[str, ...] = ()
    """The same of those hurt: "{number}人受伤" …"""
    saved: tuple[str, ...] = ()
    """… and of those saved."""
    counters: tuple[str, ...] = ()
    """Single characters behind a number of persons, one as good as the other (人, 名)."""
    one: tuple[str, ...] = ()
    """Words for one, whose age is told: "man", "woman"."""
    head: tuple[str, ...] = ()
    """Words for one in an amount for each: "per *person*", "pro *Kopf*"."""


class Per(NamedTuple):
    """Right behind an amount: for which time it is, "a month", "par mois"."""

    day: tuple[str, ...] = ()
    week: tuple[str, ...] = ()
    month: tuple[str, ...] = ()
    year: tuple[str, ...] = ()


class Money(NamedTuple):
    """What tells whose money is meant where several countries have one of the same name."""

    dollars: Mapping[str, tuple[str, ...]] = {}
    """Words at dollars of other countries than the USA, by their currency, or ``other``."""
    pounds: tuple[str, ...] = ()
    """Words at pounds of other countries than Britain."""
    francs: tuple[str, ...] = ()
    """Words at francs of other countries than France, where plain francs are French."""
    roubles: tuple[str, ...] = ()
    """Words at roubles of other countries than Russia."""
    rate: tuple[str, ...] = ()
    """Before what one currency is worth in another: "exchange rate", "au taux de"."""
    sure: tuple[str, ...] = ()
    """In the name of an amount: it says whose money it is ("sterling")."""


class Numbers(NamedTuple):
    """What is said around numbers of any kind, and for each kind of statement what tells it."""

    small: tuple[str, ...] = ()
    """Small words that may stand before a number, one or several: "just", "over", "the"."""
    and_: tuple[str, ...] = ()
    or_: tuple[str, ...] = ()
    until: tuple[str, ...] = ()
    """Between the ends of a range: "to"."""
    each: tuple[str, ...] = ()
    """Before or after a number that counts for each of several: "per", "jeweils"."""
    each_before: tuple[str, ...] = ()
    """Those that stand before an amount for one of several, a verb between at most: "je", "each (pays)"."""
    for_each: tuple[str, ...] = ()
    """Only before a measure, the same: "5 litres *pour* 100 km"."""
    that: tuple[str, ...] = ()
    """With which the next sentence says again what the numbers before it come to: "That is"."""
    they: tuple[str, ...] = ()
    """With which it goes on with the same thing: "They", "The number"."""
    apiece: tuple[str, ...] = ()
    """After an amount that is for one of several: "per {word}", "each"."""
    comes_to: tuple[str, ...] = ()
    """Between a total and the amount for each of so many that it comes to: "works out at"."""
    priced: tuple[str, ...] = ()
    """Between so many things and what each of them costs: "250 tickets *at* 12 euros"."""
    costs: tuple[str, ...] = ()
    """Between a thing and what is paid for it: "will cost"."""
    yields: tuple[str, ...] = ()
    """Between these and what they bring in all: "brought in"."""
    instalments: tuple[str, ...] = ()
    """What an amount is paid in: "six *instalments* of 500 euros"."""
    sides: tuple[str, ...] = ()
    """Between two sides: "20 *by* 30 metres"."""
    areas: tuple[str, ...] = ()
    """Between these and the area that they have: "has an *area* of"."""
    each_told: tuple[str, ...] = ()
    """Constructions of a {total}, how {many} share it and what {each} has: "{total}{words} {each}'er"."""
    gets: tuple[str, ...] = ()
    """Before such an amount, behind those who share the whole: "who receive"."""
    each_of: tuple[str, ...] = ()
    """Before the number of those of whom each one has the amount that follows: "each of the"."""
    again: tuple[str, ...] = ()
    """Between a number and the one that says it again: "or", "that is", "soit"."""
    turn: tuple[str, ...] = ()
    """With which a sentence turns to something else: "while"."""
    so: tuple[str, ...] = ()
    """After such a word: it goes on with the same thing."""
    these: tuple[str, ...] = ()
    """Right before an amount that the sentence before has told: "of *these* 40 million"."""
    the: tuple[str, ...] = ()
    """After a comma: something else begins, unless it is "the rise"."""
    says: tuple[str, ...] = ()
    """With which it turns to who says it."""
    rest: tuple[str, ...] = ()
    """What remains of a whole: "the other {number}", "les {number} restants"."""
    beside_money: tuple[str, ...] = ()
    """Words beside sums of all kinds, which say nothing of what the sum is: "dollar", "nearly"."""
    change: Change = Change()
    multiple: Multiple = Multiple()
    share: Share = Share()
    sum: Sum = Sum()
    match: Match = Match()
    league: League = League()
    stance: Stance = Stance()
    limit: Limit = Limit()
    listing: Listing = Listing()
    person: Person = Person()
    money: Money = Money()
    per: Per = Per()
