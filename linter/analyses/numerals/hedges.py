"""Words around a number that loosen it: about, at least, at most."""

from __future__ import annotations

from functools import lru_cache

from linter.analyses.numerals.intervals import ABOUT, AT_LEAST, AT_MOST
from linter.matching.regexes import lazy

_BEFORE: dict[str, dict[str, str]] = {
    ABOUT: {
        "en": "about|around|approximately|approx.|roughly|some|nearly|almost|circa|ca.|c.|close to|estimated|"
        "nearer to|just under|just over|just short of|just above|just below|virtually|broadly|"
        "in the region of|an average of|average|barely|maybe|perhaps|probably",
        "fr": "environ|près de|presque|quelque|quelques|autour de|aux alentours de|à peu près|vers|"
        "une petite|un petit|une bonne|un bon|quasi|quasiment|approximativement|en moyenne|peut-être",
        "de": "etwa|rund|circa|ca.|ungefähr|zirka|knapp|fast|nahezu|gut|beinahe|annähernd|um die|gegen|"
        "schätzungsweise|durchschnittlich|im Schnitt|kaum|vielleicht",
        "es": "unos|unas|cerca de|alrededor de|casi|aproximadamente|en torno a|más o menos|cerca del|"
        "alrededor del|en torno al|como|una media de|apenas|quizá",
        "it": "circa|quasi|intorno a|attorno a|intorno ai|attorno ai|intorno al|all'incirca|pressappoco|"
        "approssimativamente|una media di|appena|forse|poco meno di|poco più di|i circa|gli oltre",
        "pt": "cerca de|quase|aproximadamente|uns|umas|perto de|por volta de|em torno de|mais ou menos|"
        "uma média de|talvez|na casa dos|cerca dos",
        "nl": "ongeveer|zo'n|circa|ca.|bijna|rond|rond de|omstreeks|ruwweg|krap|pakweg|om en nabij|"
        "gemiddeld|naar schatting",
    },
    AT_LEAST: {
        "en": "at least|more than|over|above|upwards of|in excess of|no fewer than|no less than|"
        "not less than|"
        "a minimum of|minimum|exceeding|exceeds|well over|greater than|topped",
        "fr": "au moins|plus de|plus des|au-delà de|au-dessus de|pas moins de|minimum|"
        "au minimum|supérieur à|supérieure à|dépassant|dépasse|plus que|un peu plus de",
        "de": "mindestens|mehr als|über|wenigstens|nicht weniger als|minimal|zumindest|ab|oberhalb von|"
        "jenseits von",
        "es": "al menos|más de|por lo menos|como mínimo|no menos de|por encima de|superior a|mínimo|"
        "superan los|supera los|supera las|sobre los|cuando menos",
        "it": "almeno|più di|oltre|non meno di|come minimo|superiore a|minimo|oltre i|oltre le|"
        "superano i|supera i",
        "pt": "pelo menos|ao menos|mais de|mais do que|acima de|no mínimo|não menos de|superior a|"
        "superiores a|a partir de|além de",
        "nl": "minstens|minimaal|meer dan|ruim|boven|ten minste|tenminste|op zijn minst|niet minder dan|"
        "vanaf|"
        "boven de",
    },
    AT_MOST: {
        "en": "at most|less than|fewer than|under|below|up to|as many as|as much as|no more than|"
        "not more than|"
        "a maximum of|maximum|within|short of|not even|not quite",
        "fr": "au plus|moins de|moinsde|jusqu'à|au maximum|maximum|pas plus de|en dessous de|"
        "sous les|inférieur à|inférieure à|à peine|même pas|pas même",
        "de": "höchstens|weniger als|bis zu|maximal|unter|nicht mehr als|unterhalb von|nicht einmal|"
        "nicht einmal mehr|nicht mal|nicht mal mehr",
        "es": "como máximo|menos de|hasta|a lo sumo|no más de|por debajo de|máximo|inferior a|hasta los|"
        "hasta un|hasta las|ni siquiera",
        "it": "al massimo|meno di|fino a|non più di|sotto i|al di sotto di|inferiore a|massimo|fino al|"
        "fino ai|nemmeno|neanche",
        "pt": "no máximo|menos de|até|não mais de|abaixo de|inferior a|menos do que|nem sequer",
        "nl": "hoogstens|maximaal|minder dan|tot|hooguit|onder de|niet meer dan|ten hoogste|onder|niet eens",
    },
}

_AFTER: dict[str, dict[str, str]] = {
    ABOUT: {
        "en": "or so|odd|-odd|ish|-ish|or thereabouts|approximately|roughly|on average",
        "fr": "environ|à peu près|en moyenne|ou presque",
        "de": "oder so|ungefähr|im Schnitt",
        "es": "aproximadamente|más o menos|o así|de media",
        "it": "circa|all'incirca|in media",
        "pt": "aproximadamente|mais ou menos|em média",
        "nl": "ongeveer|of zo|gemiddeld",
    },
    AT_LEAST: {
        "en": "or more|plus|at least|or above|or over",
        "fr": "ou plus|au moins|minimum|et plus|au minimum|et quelques",
        "de": "oder mehr|mindestens|und mehr",
        "es": "o más|como mínimo|al menos|y pico",
        "it": "o più|almeno|e passa",
        "pt": "ou mais|no mínimo|pelo menos|e poucos",
        "nl": "of meer|minstens|minimaal",
    },
    AT_MOST: {
        "en": "or less|or fewer|at most|tops|or under",
        "fr": "ou moins|maximum|au plus|au maximum",
        "de": "oder weniger|höchstens|maximal",
        "es": "o menos|como máximo",
        "it": "o meno|al massimo",
        "pt": "ou menos|no máximo",
        "nl": "of minder|hoogstens|maximaal",
    },
}

_SIGNS = {
    "~": ABOUT,
    "≈": ABOUT,
    "±": ABOUT,
    ">": AT_LEAST,
    "≥": AT_LEAST,
    "<": AT_MOST,
    "≤": AT_MOST,
}
_WINDOW = 26
_WORD_ENDS = (".", "'", "’")
"""What words before a number may end with, but for letters."""
_OPENS = lazy(r"[\n(\[«\"“„—–]")
"""What stands before such a mark is not said of the number."""
_ARTICLES = frozenset(
    "the a an les le la l' des de du d' die der das den dem los las el la lo i gli le il os as o a het de"
    " than in als que di dei delle degli do da dos das von vom aux au".split()
)


@lru_cache(maxsize=64)
def _phrases(language: str, place: str) -> dict[tuple[str, ...], str]:
    table = _BEFORE if place == "before" else _AFTER
    return {
        tuple(phrase.lower().split()): hedge
        for hedge, rows in table.items()
        for phrase in rows.get(language, "").split("|")
        if phrase
    }


@lru_cache(maxsize=64)
def _last_words(language: str) -> frozenset[str]:
    """The words that may stand right before a number that is hedged."""
    return _ARTICLES.union(phrase[-1] for phrase in _phrases(language, "before"))


def hedge_before(prose: str, start: int, language: str) -> str:
    """The hedge that ends right before a number: ``about``, ``at least``, ``at most`` or nothing.

    An article may stand between ("about the 300 people").
    """
    window = prose[max(0, start - _WINDOW) : start]
    sign = window.rstrip()[-1:]
    if sign in _SIGNS and sign:
        return _SIGNS[sign]
    if not (sign.isalpha() or sign in _WORD_ENDS):
        return ""
    before = window.rsplit(None, 1)[-1]
    if before.isalpha() and before.lower() not in _last_words(language):
        return ""
    words = _OPENS.split(window)[-1].lower().replace("’", "'").replace("d'", "de ").split()
    phrases = _phrases(language, "before")
    if words and words[-1] in _ARTICLES and (found := _last(words[:-1], phrases)):
        return found
    return _last(words, phrases)


def _last(words: list[str], phrases: dict[tuple[str, ...], str]) -> str:
    for count in (4, 3, 2, 1):
        if count <= len(words) and (hedge := phrases.get(tuple(words[-count:]))):
            return hedge
    return ""


def hedge_after(prose: str, end: int, language: str) -> str:
    """The hedge that begins right after a number and its unit, maybe after one more word."""
    window = prose[end : end + _WINDOW]
    if window[:1] == "+":
        return AT_LEAST
    words = window.lower().replace("’", "'").replace(",", " ,").split()
    phrases = _phrases(language, "after")
    for skipped in (0, 1):
        for count in (3, 2, 1):
            hedge = phrases.get(tuple(words[skipped : skipped + count]))
            if hedge and not (skipped and words[0] == ","):
                return hedge
    return ""
