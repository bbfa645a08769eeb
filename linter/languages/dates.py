"""How a language writes dates and speaks of them.

Names, order and relative times come from CLDR (``scripts/cldr/<code>.json``); the file of the language adds
what CLDR does not say.
"""

from __future__ import annotations

from collections.abc import Mapping

from linter.namedtuples import NamedTuple


class Units(NamedTuple):
    """Phrases with ``{number}``, by the unit of time in them."""

    day: tuple[str, ...] = ()
    week: tuple[str, ...] = ()
    month: tuple[str, ...] = ()
    year: tuple[str, ...] = ()


class Ages(NamedTuple):
    """How the age of a person is said; ``{number}`` is the age in years."""

    today: tuple[str, ...] = ()
    """At the time of writing ("{number} years old")."""
    at_death: tuple[str, ...] = ()
    """The age that somebody died at ("at the age of {number}")."""
    now: tuple[str, ...] = ()
    """Small words that may stand between a year of birth and the age of today ("now", "is")."""
    then: tuple[str, ...] = ()
    """Right behind an age: it is one of the past ("when", "at the time")."""
    was: tuple[str, ...] = ()
    """Right before an age of the past ("was only")."""
    turned: tuple[str, ...] = ()
    """Verbs for reaching an age in a year ("turned")."""
    reached: tuple[str, ...] = ()
    """The age beside such a verb ("{number}", "{number} years old")."""
    lived: tuple[str, ...] = ()
    """With which a sentence behind a death says how old the person became ("he was {number}")."""
    lived_to: tuple[str, ...] = ()
    """The same right behind the years of a life ("was {number}")."""
    told: tuple[str, ...] = ()
    """An age that can be nothing else ("{number}-year-old", "{person} de {number} ans")."""


class Lives(NamedTuple):
    """How a birth and a death are told."""

    born: tuple[str, ...] = ()
    """Beside a year or date of birth ("born", "b.")."""
    died: tuple[str, ...] = ()
    """Beside a year or date of death ("died", "d.")."""
    between: tuple[str, ...] = ()
    """Single words that may stand between birth and death of one person, none of them of another ("he")."""
    place_after: tuple[str, ...] = ()
    """Single words that may stand there, too, with the name of a place behind them ("in")."""
    place_endings: tuple[str, ...] = ()
    """The same at the end of the name itself ("Bursa'da")."""
    dead: tuple[str, ...] = ()
    """Right beside a year of death, and said of nothing else ("died", not "passed") …"""
    alive: tuple[str, ...] = ()
    """… and in the same sentence, beside a later year: what only the living do ("married", "in person")."""
    posthumous: tuple[str, ...] = ()
    """There: it was done for the dead ("posthum*", "in memory of")."""
    no_kin: tuple[str, ...] = ()
    """What has a word for a relative in it and tells of the one spoken of ("première femme")."""
    told: tuple[str, ...] = ()
    """Whole constructions with {birth}, {death} and {age}, where single words cannot be told from parts of
    others. ``{any}`` ends with the sentence, ``{more}`` may lead into the next."""


class Terms(NamedTuple):
    """How a term of some years is told, with its beginning and its end."""

    nouns: tuple[str, ...] = ()
    """What lasts so many years and no longer ("term", "contract")."""
    adjectives: tuple[str, ...] = ()
    """Before the noun ("{number}-year"); behind it stand the phrases of ``durations``."""
    named: Mapping[str, int] = {}
    """Words for such a length, before the noun, too ("трёхлетн*": 3)."""
    began: tuple[str, ...] = ()
    """Beside the first year ("began")."""
    ended: tuple[str, ...] = ()
    """Beside the last one ("expired")."""


class Anniversaries(NamedTuple):
    """How an anniversary is told."""

    phrases: tuple[str, ...] = ()
    """A round number of years ("{number}th anniversary")."""
    named: Mapping[str, int] = {}
    """Words for such a number ("centenary": 100)."""
    of: tuple[str, ...] = ()
    """Between an anniversary and its event ("of")."""
    before_year: tuple[str, ...] = ()
    """May stand right before the year of the event, beside ``of`` and ``in-year`` ("the" 1974 flood)."""
    lives: tuple[str, ...] = ()
    """In or right behind an anniversary that is none of a foundation: "birthday", "de la mort"."""
    founded: tuple[str, ...] = ()
    """Beside the year in which began what has the anniversary ("founded", "opened")."""
    it: tuple[str, ...] = ()
    """With which a sentence begins that goes on with the same thing ("it", "den", "es va")."""
    weddings: tuple[str, ...] = ()
    """In or right behind an anniversary, and beside the year, where both are of a marriage ("wedding")."""
    birthdays: tuple[str, ...] = ()
    """Those of ``lives`` of which the year of birth stands beside ("birthday")."""
    this_year: tuple[str, ...] = ()
    """In the sentence: the anniversary is one of the year of publication ("this year", "celebrates")."""
    held: tuple[str, ...] = ()
    """The same where the sentence names the year ("celebrated")."""


class Zones(NamedTuple):
    """Names of zones and of places for their time, with the minutes that their clocks are ahead of UTC."""

    fixed: Mapping[str, int] = {}
    """Those that have one time all year ("GMT": 0, "Tokyo": 540)."""
    summer: Mapping[str, int] = {}
    """Those that have summer time, with their time in winter ("Paris": 60)."""
    southern: tuple[str, ...] = ()
    """Those of them that have summer when it is winter in the north."""
    leads: tuple[str, ...] = ()
    """Between a time and such a name ("heure de")."""
    half_days: bool = False
    """An hour up to twelve may be one of the afternoon without a word for it."""


class Dates(NamedTuple):
    """Months count from 1, weekdays from Monday as 0; names are in small letters and without their dot."""

    # Names

    months: Mapping[str, int] = {}
    """Spelling -> number."""
    short_months: Mapping[str, int] = {}
    """Spelling -> number, in the text with or without a dot."""
    weekdays: Mapping[str, int] = {}
    """Spelling -> number; the forms below are among them without being stated here."""
    short_weekdays: Mapping[str, int] = {}
    weekday_forms: tuple[tuple[str, ...], ...] = ()
    """Seven rows of the forms of a weekday as written; a column has the same form of all (lundi, lundis)."""
    capital: bool = False
    """Months are written with a capital, without which the word is another one ("may")."""
    day_capital: bool = False
    """The same of weekdays."""
    unspaced: bool = False
    """No blanks stand between words, or between a number and what marks it."""

    # The parts of a date

    orders: tuple[str, ...] = ()
    """Orders of day, month and year in a written date, the usual one first: ``dmy``, ``mdy``, ``ymd``."""
    numeric: str = ""
    """Order of a date in figures."""
    point: bool = False
    """Points divide the figures of a date."""
    comma_year: bool = False
    """A comma may stand before the year."""
    weekday_last: bool = False
    """The weekday may stand behind the date."""
    lead: tuple[str, ...] = ()
    """Between the weekday and the day ("Monday the 4th")."""
    lead_takes_comma: bool = False
    """Without a comma before it the day is another part of the sentence ("am Montag den 4. nennen")."""
    between: tuple[str, ...] = ()
    """Between the weekday and all that: a part of the day, "last", "next"."""
    of: tuple[str, ...] = ()
    """Between day and month, or month and year ("de")."""
    ordinals: tuple[str, ...] = ()
    """May be glued to the number of a day ("th")."""
    day_marks: tuple[str, ...] = ()
    """The same, as CLDR has it."""
    year_marks: tuple[str, ...] = ()
    """Behind the number of a year ("г.")."""
    year_signs: tuple[str, ...] = ()
    """One character behind the number of a year, where months are numbers, too (年)."""
    month_signs: tuple[str, ...] = ()
    """One character behind the number of a month (月)."""
    day_signs: tuple[str, ...] = ()
    """One character behind the number of a day (日)."""
    day_spans: tuple[str, ...] = ()
    """Behind such a sign: it counts days (22日間)."""
    month_day_lead: tuple[str, ...] = ()
    """Between a month and its day ("March the 4th")."""
    a_weekday: tuple[str, ...] = ()
    """Between a date and a weekday that follows it ("was a")."""
    day_alone: bool = False
    """Newspapers write weekday and day without the month ("terça-feira (4)")."""
    unlucky: tuple[int, ...] = ()
    """Days that stand beside a weekday as a saying or the title of a film ("viernes 13")."""
    short_months_alone: bool = False
    """Day and short month are a date without weekday or year beside them ("4 Mar")."""
    short_weekdays_alone: bool = False
    """A short weekday with a capital needs no dot or comma ("Mon 4 March") …"""
    short_weekdays_sure: bool = False
    """Short weekdays are no other words, and need neither."""
    no_weekday_after: tuple[str, ...] = ()
    """… but for one right behind such a word ("The Sun")."""
    announce: tuple[str, ...] = ()
    """Before a date and before little else, so that even an impossible one is meant as a date ("le")."""
    on_day: tuple[str, ...] = ()
    """Before the date of a dateline ("Paris, le 4 mars")."""
    not_year: tuple[str, ...] = ()
    """What may follow a number that is no year ("1500 people")."""
    clock: tuple[str, ...] = ()
    """Behind a number: it is a time of day ("2000 Uhr")."""
    no_day_before: tuple[str, ...] = ()
    """Between a number and a month: the number is no day of it ("won 4-3 in April")."""
    seasons: tuple[str, ...] = ()
    """Single words before a year that say which part of it ("summer", "early", "half")."""
    era: tuple[str, ...] = ()
    """Behind a year: it is not of our calendar ("BC")."""
    gregorian_since: int = 0
    """First year in which countries of the language surely had the Gregorian calendar; 0: by 1753."""

    # Dates together

    and_: tuple[str, ...] = ()
    """Joins two days of one month that are both meant ("and")."""
    to: tuple[str, ...] = ()
    """Joins the ends of a range ("to")."""
    ranges: tuple[tuple[str, ...], ...] = ()
    """Pairs of what opens a range and what closes it ("from", "to")."""
    ranges_behind: tuple[tuple[str, ...], ...] = ()
    """The same where they stand behind the two ends ("-tól", "-ig"; "年から", "年まで")."""
    opens_hours: tuple[str, ...] = ()
    """What opens a range of hours and no other ("dalle")."""
    clock_ends: tuple[str, ...] = ()
    """Verbs between two times of a day, of which the second is the end then ("ends", "arrives")."""
    clock_over: tuple[str, ...] = ()
    """The same beside the time at which something is over, behind how long it was ("restored", "back")."""
    clock_lasts: tuple[str, ...] = ()
    """Beside what such a time comes to ("lasting", "a journey of")."""
    clock_quarter: tuple[str, ...] = ()
    """Behind hours: fifteen minutes more ("and a quarter")."""
    clock_named: Mapping[str, int] = {}
    """Words for a length that have no number in them, with its minutes ("an hour and a half": 90)."""
    the_years: tuple[str, ...] = ()
    """Between the opening of a range and a year ("the years")."""
    change: tuple[str, ...] = ()
    """Verbs of a change from one number or date to another, which is no range ("postpon*")."""
    moved_to: tuple[str, ...] = ()
    """Between the old and the new date of an event, which are no range ("auf den")."""
    lasting: tuple[str, ...] = ()
    """Before a duration that says how long the range before it is ("for")."""
    lasting_last: tuple[str, ...] = ()
    """The same behind it, beside "in all" ("zwölf Jahre *lang*")."""
    lasted: tuple[str, ...] = ()
    """Between a duration and the range behind it ("dat zes jaar *duurde*, van 2008 tot 2014")."""
    ends: tuple[str, ...] = ()
    """What happens to something at its end: "closed its doors", "was dissolved"."""
    closed: tuple[str, ...] = ()
    """Words for what is shut, which lasts until it is not ("closed") …"""
    since: tuple[str, ...] = ()
    """… beside the year that it was shut in."""
    reopened: tuple[str, ...] = ()
    """It is open again: "reopened"."""
    after_years: tuple[str, ...] = ()
    """How long that was, where it ends ("after {number} years")."""
    every: tuple[str, ...] = ()
    """Before a duration that is none of the range ("every two days")."""
    durations: Units = Units()
    """So many years, weeks, days ("{number} years")."""

    # Other times

    updated: tuple[str, ...] = ()
    """A date behind it is not that of the publication ("updat*")."""
    published: tuple[str, ...] = ()
    """How a line begins that says when the article appeared ("publish*")."""
    deadline: tuple[str, ...] = ()
    """Right before the last day to do something, which is to come ("is open until", "submit {thing} by")."""
    opens: tuple[str, ...] = ()
    """Right before the first day of what is open for some time ("opens on")."""
    closes: tuple[str, ...] = ()
    """Right before its last day ("closes on")."""
    takes_place: tuple[str, ...] = ()
    """Right before the day of an event to come ("will take place on")."""
    gone: tuple[str, ...] = ()
    """The weekday behind it is past ("last")."""
    last_year: tuple[str, ...] = ()
    """The date behind it is not of the year of publication ("a year ago")."""
    ago: Units = Units()
    """Relative times of the past ("{number} years ago")."""
    later: Units = Units()
    """Counted on from an earlier date of the text ("{number} days later")."""
    years_before: tuple[str, ...] = ()
    """Counted back from another year of the text ("{number} years earlier")."""
    years_after: tuple[str, ...] = ()
    """Counted on from it ("{number} years later")."""
    years_after_event: tuple[str, ...] = ()
    """Counted on from an event that is named behind it, with its year ("{number} years after")."""
    years_before_event: tuple[str, ...] = ()
    relative: Mapping[str, int] = {}
    """Days counted from the publication: word -> distance ("yesterday": -1)."""
    relative_years: Mapping[str, int] = {}
    """Years counted from that of the publication ("last year": -1)."""
    relative_cased: bool = False
    """A capital makes another word of these ("morgen" is tomorrow, "Morgen" is a morning)."""
    counted_on: tuple[str, ...] = ()
    """Right before such a word: another day is counted from it ("two days from today")."""
    in_year: tuple[str, ...] = ()
    """Before a year ("in the year")."""
    eras: Mapping[str, int] = {}
    """Eras whose years are counted from one -> the year that was their first ("令和": 2019)."""
    named_days: Mapping[str, str] = {}
    """Names of days that are the same each year -> month and day ("Christmas Eve": 12-24)."""
    nth: Mapping[str, int] = {}
    """Before a weekday of a month -> its number, from the end below nought ("first": 1, "last": -1)."""
    nth_of: tuple[str, ...] = ()
    """Behind it, instead of the month ("of the month")."""
    calendar_weeks: tuple[str, ...] = ()
    """Before the number of a week of the year ("week")."""
    first_year: tuple[str, ...] = ()
    """Words for the first year of an era, instead of its number."""
    common_era: tuple[str, ...] = ()
    """Before a year that is counted as everywhere ("西暦")."""
    decade: tuple[str, ...] = ()
    """A decade by its first year ``{number}`` or by two digits ``{short}`` ("the {number}s")."""
    decades: Mapping[str, int] = {}
    """Words for one, with its first year in its century ("the eighties": 80)."""
    century: tuple[str, ...] = ()
    """A century by ``{number}`` or by Roman numeral ``{roman}`` ("the {number}th century")."""
    centuries: Mapping[str, int] = {}
    """Words for one, with its first year ("the eighteenth century": 1700)."""
    dates_from: tuple[str, ...] = ()
    """Before a century in which something began ("dates from")."""
    begun: tuple[str, ...] = ()
    """Before a year, behind such a century: then it was begun ("the first stone was laid")."""
    centuries_of: tuple[str, ...] = ()
    """A century by ``{number}`` before what is of it ("{number}th-century")."""
    inclusive: tuple[str, ...] = ()
    """Behind a range: its last day belongs to it ("inclusive")."""
    this: tuple[str, ...] = ()
    """Before a thing of which the sentence has told: "this"."""
    built: tuple[str, ...] = ()
    """Those of ``anniversaries.founded`` that say of a thing itself how old it is: "built"."""
    among: tuple[str, ...] = ()
    """Before several things, of which something is said to be one ("is among the")."""
    year_of: tuple[str, ...] = ()
    """Between a thing and the year of its foundation, as good as a word for that ("dating from")."""

    euros: tuple[str, ...] = ()
    """The currency as it stands behind an amount."""
    converted: tuple[str, ...] = ()
    """In the sentence: an amount of the past is given in money of today ("adjusted", "today")."""

    # Wrong dates

    dated: tuple[str, ...] = ()
    """The date behind it is that of a document, right or wrong ("dated")."""
    no_such: tuple[str, ...] = ()
    """Right before a date: it does not exist ("there is no")."""
    unreal: tuple[str, ...] = ()
    """The sentence speaks of a wrong date, it does not state it ("does not exist")."""

    # Lives and anniversaries

    ages: Ages = Ages()
    lives: Lives = Lives()
    anniversaries: Anniversaries = Anniversaries()
    terms: Terms = Terms()
    zones: Zones = Zones()

    def weekday_form(self, written: str, weekday: int) -> str:
        """Another weekday in the form and the case of the one that is written; empty for a short name."""
        for row in self.weekday_forms:
            for column, form in enumerate(row):
                if form.lower() == written.lower():
                    target = self.weekday_forms[weekday]
                    same = target[min(column, len(target) - 1)]
                    return same[0].upper() + same[1:] if written[0].isupper() else same
        return ""


def spelling_key(name: str) -> str:
    """What two spellings of a name have in common: small letters, single blanks, no final dot.

    Case folding would take precomposed Greek letters apart, which no longer match a text.
    """
    return " ".join(name.lower().split()).rstrip(".")
