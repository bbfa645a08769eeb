"""How a language speaks of what a story bible or the atlas knows."""

from __future__ import annotations

from linter.namedtuples import NamedTuple


class Geography(NamedTuple):
    """Capitals, towns and money; single words, each as it is written in the middle of a sentence."""

    capital: tuple[str, ...] = ()
    """The word for a capital."""
    city: tuple[str, ...] = ()
    """Words for a town, beside the people that it belongs to ("the Polish city of …")."""
    money: tuple[str, ...] = ()
    """Names of currencies that are no ordinary words besides ("yen", "dollars")."""
    of: tuple[str, ...] = ()
    """Between the word for a capital or town and a name, articles included ("of", "the")."""
    articles: tuple[str, ...] = ()
    """Between a city and the word for its capital ("Canberra, the capital …")."""
    is_: tuple[str, ...] = ()
    """There, too: it says that the city is one ("Canberra is the capital …")."""
    before_capital: tuple[str, ...] = ()
    """Before the word for a capital, which it leaves what it is ("as capital", not "fashion capital")."""
    their: tuple[str, ...] = ()
    """Before a people: the capital is somebody else's in that country ("their Syrian capital")."""
    possessive: tuple[str, ...] = ()
    """Between a country and what belongs to it ("Turkey's capital")."""
    town_particles: tuple[str, ...] = ()
    """Small words inside the names of towns ("Rio de Janeiro")."""
    adjectives_after: bool = False
    """Adjectives stand behind their nouns ("la capitale turque")."""
    genitive: bool = False
    """A country may stand behind the word in a genitive that ends in s ("Hauptstadt Australiens")."""
    capital_of_name: bool = False
    """``of`` may stand before the name of the city itself ("the Indian capital of Delhi")."""


class Facts(NamedTuple):
    """What words beside a name say about it."""

    founded: tuple[str, ...] = ()
    """Right before a year: that of the foundation ("founded in")."""
    birthday: tuple[str, ...] = ()
    """In the sentence: an age is not that of the day ("will turn", "birthday")."""
    then: tuple[str, ...] = ()
    """In the sentence: a title is of another time ("when she was")."""
    past: tuple[str, ...] = ()
    """Before a title: it is over, to come, or lesser ("former", "future", "vice")."""
    age_endings: tuple[str, ...] = ()
    """Glued to an age that stands before a name ("-year-old")."""
    somebody_else: tuple[str, ...] = ()
    """Between a name and a year: it is the year of somebody else ("whose", "son")."""
    of_name: tuple[str, ...] = ()
    """Between a noun and the name of what it belongs to: what happened, happened to the noun ("group of")."""
    bare_genitive: bool = False
    """A genitive is written without an apostrophe ("Merkels")."""
    population: tuple[str, ...] = ()
    """Beside the number of people that live in a place ("inhabitants")."""
    staff: tuple[str, ...] = ()
    """Beside the number of people that work somewhere ("employees")."""
    highest_offices: tuple[str, ...] = ()
    """Offices of which there is one in a country, so that "president" alone means that of the country."""
    office_of: tuple[str, ...] = ()
    """Between an office and what it is an office of ("president of …")."""
    geography: Geography = Geography()
