"""What templates, programs and unfinished work leave in a text of a language."""

from __future__ import annotations

from collections.abc import Mapping

from linter.namedtuples import NamedTuple


class Placeholders(NamedTuple):
    """How authors mark what is still to be written."""

    parts: tuple[str, ...] = ()
    """What a page is made of and is written last: ``caption`` in "caption here"."""
    here: tuple[str, ...] = ()
    """Says where a part goes: ``insert {any}{part} here``. ``{any}`` is up to two words with their blanks."""
    unwritten: tuple[str, ...] = ()
    """Says, alone, that text is to follow: ``to be completed``."""
    undecided: tuple[str, ...] = ()
    """Says, alone, that something is not known yet; authors often mean it: ``to be announced``."""
    numbered: tuple[str, ...] = ()
    """Wants a number or name after it: ``version``."""
    nouns: tuple[str, ...] = ()
    """After a mark such as TODO, speaks about it: ``list`` in "a TODO list"."""
    beside_x: tuple[str, ...] = ()
    """Beside XXX, says that it means what it says: ``Bowl``, ``film``. A language without these writes Roman
    numerals before its nouns, and XXX in a sentence is not judged."""
    ordinary: tuple[str, ...] = ()
    """Words of the language that are written like a mark: ``TODO`` is "everything" in Spanish."""


class Gaps(NamedTuple):
    """How authors mark what is to be filled in: ``[insert name here]``, ``Source: ???``. The rule
    ``placeholder-text`` says where these stand; capitals count where it does not say otherwise."""

    fields: tuple[str, ...] = ()
    """What a gap is for: ``name``, ``company name``. In capitals, or after ``insert``, ``your`` …"""
    of_others: tuple[str, ...] = ()
    """Fields that are those of something: ``name`` in "[name of the hotel]"."""
    owned: tuple[str, ...] = ()
    """Fields behind which whose they are stands in one word, where no ``of`` is needed: "[jméno autora]"."""
    names: tuple[str, ...] = ()
    """Fields as they stand alone in brackets in a sentence: ``Name``, ``City``; a small first letter only
    where the word can be nothing else there."""
    persons: tuple[str, ...] = ()
    """Fields in small letters in the place of a person's name: "the mayor, [name], said"."""
    uncased: tuple[str, ...] = ()
    """Fields as they stand alone in brackets, in a script without capitals."""
    parts: tuple[str, ...] = ()
    """What an editor adds later, with more words about it: ``quote`` in "[insert a quote from the mayor]"."""
    fill: tuple[str, ...] = ()
    """Tells the author to put a field in, in round brackets too: ``insert``, ``check``."""
    put: tuple[str, ...] = ()
    """The same in square brackets only, for readers are told so too: ``type``, ``find``."""
    your: tuple[str, ...] = ()
    """Before a field it says that it is a gap."""
    articles: tuple[str, ...] = ()
    """Stands before a field."""
    of: tuple[str, ...] = ()
    """Stands between a field and what has it."""
    here: tuple[str, ...] = ()
    """Stands behind a field."""
    still: tuple[str, ...] = ()
    """Stands before ``to-do``: ``noch`` in "[noch zu ergänzen]"."""
    to_do: tuple[str, ...] = ()
    """Says in brackets that something is missing; in a sentence these may be ordinary words."""
    capitals: tuple[str, ...] = ()
    """The same in capitals in a sentence."""
    open: tuple[str, ...] = ()
    """Says in brackets that something is not known yet, in the world as often as in the text."""
    press: tuple[str, ...] = ()
    """Before something in brackets it says that this is a button."""
    subject: tuple[str, ...] = ()
    """The label of a letter's subject, which readers fill in."""
    left_out: tuple[str, ...] = ()
    """In brackets it says what an editor did on purpose: ``name withheld``."""
    units: tuple[str, ...] = ()
    """Behind XX it says that this was to be a number."""
    centuries: tuple[str, ...] = ()
    """Beside XX it says that this is a Roman number or another sign."""
    labels: tuple[str, ...] = ()
    """Wants something behind its colon: ``Photo``."""
    filler: tuple[str, ...] = ()
    """What a text is called that only fills a page."""
    this_is: tuple[str, ...] = ()
    """Stands before that."""
    sample_texts: tuple[str, ...] = ()
    """How such texts begin."""
    notes: tuple[str, ...] = ()
    """What ``to-do`` says, alone in brackets, where no blanks stand between words."""
    counters: tuple[str, ...] = ()
    """Right behind XX it says that this was to be a number, where no blanks stand between words."""
    bylines: tuple[str, ...] = ()
    """Before or behind XXX it says that this was to be the name of an author."""
    before_year: tuple[str, ...] = ()
    """Wants a year behind it: ``since`` in "since 20XX"."""


class Translated(NamedTuple):
    """What a service of machine translation writes under a text."""

    with_: tuple[str, ...] = ()
    """Before the name of the program: ``translated with``."""
    by: tuple[str, ...] = ()
    """Before the name of the house."""
    free: tuple[str, ...] = ()
    """Behind the name, in brackets: ``free version``."""


class Assistants(NamedTuple):
    """What a chat assistant says to its user, as it stands in a text when its answer is pasted unread.

    Beside ``words`` of the language, a phrase may have the slots ``{word}``, ``{any}`` and ``{few}`` (up to
    two and four words with their blanks), ``{many}`` (a piece of the sentence) and ``{number}``; a comma in
    it may be missing. No check reads these, only patterns of rules do.
    """

    words: Mapping[str, tuple[str, ...]] = {}
    """Lists that phrases name as slots: with ``want: [want, like]`` there is ``if you {want}, I can``."""
    itself: tuple[str, ...] = ()
    """Says what it is, and ``i`` comes some words later: ``as an AI language model``."""
    i: tuple[str, ...] = ()
    """Speaks of itself: ``I``. Articles on language models use the nouns of ``itself``, but not that."""
    briefly: tuple[str, ...] = ()
    """The same, where ``at-once`` comes next: ``como modelo de lenguaje``."""
    at_once: tuple[str, ...] = ()
    """Speaks of itself right behind that, in a language that leaves out the pronoun: ``no puedo``."""
    speaks: tuple[str, ...] = ()
    """Says what it is, and nobody else says so: ``I am a language model``."""
    knowledge: tuple[str, ...] = ()
    """Says how far its knowledge goes: ``as of my last update``, ``I cannot browse the internet``."""
    declines: tuple[str, ...] = ()
    """Says that it will not do as it is told: ``I cannot fulfil {word} request``."""
    sure: tuple[str, ...] = ()
    """The first word of an answer, with ``here`` behind it: ``certainly``."""
    here: tuple[str, ...] = ()
    """Says behind ``sure`` that a text follows: ``here is``."""
    first_here: tuple[str, ...] = ()
    """The same where people begin a sentence so, too: only the first words of an article count."""
    presents: tuple[str, ...] = ()
    """Begins a sentence that has the text behind its colon: ``here is the revised version``."""
    delivers: tuple[str, ...] = ()
    """Says by itself that a text was made for somebody: ``I have rewritten the article``."""
    shows: tuple[str, ...] = ()
    """The same, where it is said of code as well: ``this revised version now``."""
    suggests: tuple[str, ...] = ()
    """Begins a sentence that has titles and the like behind its colon: ``here are titles for your text``."""
    offers: tuple[str, ...] = ()
    """Offers to do more at the end, with a verb of what it does where people say the rest, too."""
    leaves: tuple[str, ...] = ()
    """Takes its leave in words that authors have as well: ``I hope this helps``."""
    buttons: tuple[str, ...] = ()
    """A button or a label of its window, alone on a line: ``copy code``."""
    speakers: tuple[str, ...] = ()
    """Stands above an answer or a question, with a colon: ``ChatGPT said``."""
    warns: tuple[str, ...] = ()
    """Stands under its window: ``ChatGPT can make mistakes. Check``."""
    prompts: tuple[str, ...] = ()
    """What it was told: ``rewrite the following article``."""
    labels: tuple[str, ...] = ()
    """What it gives beside a text, with a value behind its colon: ``meta description``."""
    notes: tuple[str, ...] = ()
    """Begins a note on what it did: ``note: I have kept``."""
    bots: tuple[str, ...] = ()
    """Before ``says``: who says it, when what it said is reported."""
    says: tuple[str, ...] = ()
    """Behind a name: ``answer*``."""


class Residue(NamedTuple):
    """Words of by-lines and of lines with the date, as at the beginning of a line; and of what was left."""

    by: tuple[str, ...] = ()
    """Begins a by-line: ``By`` in "By Anna Keller"."""
    published: tuple[str, ...] = ()
    """Begins the line with the date of publication: ``Published``."""
    on: tuple[str, ...] = ()
    """Stands between that and the date: ``on`` in "Published on 12/03/2024"."""
    placeholders: Placeholders = Placeholders()
    gaps: Gaps = Gaps()
    translated: Translated = Translated()
    assistants: Assistants = Assistants()
