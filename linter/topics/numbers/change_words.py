"""The words in which seven languages state a change: from, to, against, up, down."""

from __future__ import annotations

import re
from functools import lru_cache

from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple

_WORDS: dict[str, dict[str, str]] = {
    "en": {
        "from": "from",
        "to": "to",
        "back": "from|up from|down from|compared with|compared to|against|versus|vs\\.?|on",
        "by": "by",
        "up": "ris(?:e|es|en|ing)|rose|increas|up|grow|grew|jump|climb|soar|gain|surg|"
        "rocket|swell|"
        "leap|boost|advanc|hik|expan|added|improv",
        "down": "fall|fell|drop|declin|down|decreas|slump|cut|reduc|plung|tumbl|shrink|shrank|slid|"
        "dip|sank|lost|los[se]|slash|contract|discount(?!ed)|off",
        "more": "more|higher",
        "less": "fewer|less|lower",
    },
    "fr": {
        "from": "de|d['’]|des",
        "to": "à|aux",
        "back": "contre|après|comparé à|comparés à|par rapport à|au lieu de|face à",
        "by": "de",
        "up": "hauss|augment|progress|croissan|accr|bond|grimp|gagn|envol|major|relev|supérieur|crû",
        "down": "baiss|recul|chut|diminu|pert|perd|repli|rédui|réduct|effondr|inférieur|remise|rabais|tomb",
        "more": "plus",
        "less": "moins",
    },
    "de": {
        "from": "von|vom",
        "to": "auf",
        "back": "nach|gegenüber|von|statt|im Vergleich zu|Vorjahr:?|Vj\\.:?|zuvor:?|gegen",
        "by": "um",
        "up": "stieg|steig|anstieg|anstei|gestieg|angestieg|wuchs|wachs|gewachsen|zunahm|zugenommen|"
        "zunehm|erhöh|Zunahme|Plus|plus|zuleg|"
        "legte|kletter|Zuwachs|zugelegt|anhob|anheb|verteuer",
        "down": "sank|sink|gesunken|fiel|fallen|Rückgang|minus|Minus|verringer|schrumpf|"
        "abgenommen|reduzier|Abnahme|ging|einbrach|zurück|gesenkt|senk|kürz|Verlust|verbillig",
        "more": "mehr|höher",
        "less": "weniger|niedriger",
    },
    "es": {
        "from": "de|desde",
        "to": "a|hasta",
        "back": "frente a|desde|contra|respecto a|comparado con|en comparación con|ante",
        "by": "en|un",
        "up": "aument|subi|sub[eí]|crec|alza|increment|elev|repunt|avanz|ascen|ganan",
        "down": "caíd|cay|cae|baj|descen|redu|dismin|retroc|merm|pérdid|perd|recort|desplom",
        "more": "más",
        "less": "menos",
    },
    "it": {
        "from": "da|dai|dalle|dagli|dal|dalla|d['’]",
        "to": "a|ai|alle|agli|ad|al|alla",
        "back": "contro i?|contro|da|dai|dalle|rispetto a|rispetto ai|rispetto alle",
        "by": "del|di|dell['’]",
        "up": "aument|cresc|salit|sal[eg]|rialz|increment|balz|rincar|guadagn",
        "down": "cal[aoi]|diminu|ridu|sces|scen|ribass|croll|fless|perdit|perso|tagli",
        "more": "più",
        "less": "meno",
    },
    "pt": {
        "from": "de|dos|das|do|d['’]",
        "to": "para|a|até|aos|ao",
        "back": "contra|ante|frente a|em comparação com|face a|em relação a",
        "by": "em|de",
        "up": "aument|alta|cresc|sub|elev|avanç|salt|acrésc|ganh",
        "down": "qued|ca[iíe]|redu|reduz|diminu|baix|recu|retra|perd",
        "more": "mais",
        "less": "menos",
    },
    "nl": {
        "from": "van",
        "to": "naar|tot|op",
        "back": "tegen|tegenover|vanaf|van|vergeleken met",
        "by": "met",
        "up": "steeg|stijg|gestegen|stegen|toenam|toegenomen|toename|groei|plus|verhog|winst",
        "down": "daal|daling|gedaald|afnam|afgenomen|afname|verlag|krimp|terugl|verlies|kromp",
        "more": "meer|hoger",
        "less": "minder|lager",
    },
}

_SMALL = (
    "the|a|an|about|around|nearly|almost|some|just|over|under|more|less|than|well|only|below|above|low|"
    "high|record|"
    "peak|of|last|this|roughly|approximately|current|currently|"
    "les?|la|l['’]|une?|environ|près|plus|moins|presque|peu|à peine|quelque|seulement|des?|d['’]|à|"
    "aujourd['’]hui|"
    "rund|etwa|knapp|fast|gut|über|unter|nur|mehr|als|zuletzt|derzeit|noch|zuvor|den|die|das|der|ein|"
    "eine|einen|dem|"
    "l[oa]s?|una?|unos|unas|casi|más|menos|sólo|solo|cerca|alrededor|el|"
    "i|gli|il|circa|quasi|oltre|meno|più|appena|soli|di|"
    "os?|as?|quase|mais|apenas|só|aproximadamente|uns|"
    "het|ongeveer|zo['’]n|bijna|ruim|meer|minder|dan|slechts"
)
_FILL = rf"(?:[ \u00a0]?(?:{_SMALL})(?!\w)){{0,3}}[ \u00a0]?"
"""Small words that may stand between a word of change and its number: "to just under 15"."""
_MIDDLE = r"(?:[^.;:!?\n()\d]|(?<=[ (])(?:19|20)\d\d(?!\d)|[()](?=\d{4}|[ ,])){0,70}?"
"""What may stand between two numbers of one change: words, and years."""

_SHARE = {
    "en": "of",
    "fr": "du|des|de la|de l['’]|d['’]entre|de ",
    "de": "der|des|aller|davon|vom|von",
    "es": "de|del",
    "it": "di|del|della|dei|degli|delle|dell['’]",
    "pt": "de|do|da|dos|das",
    "nl": "van",
}
"""After a percentage: it is a share of something, not a change."""

_TURN = {
    "en": "and|while|but",
    "fr": "et|tandis qu[e']|alors qu[e']|mais",
    "de": "und|während|aber",
    "es": "y|mientras|pero",
    "it": "e|mentre|ma",
    "pt": "e|enquanto|mas",
    "nl": "en|terwijl|maar",
}
"""Words with which a sentence turns to something else."""
_SO = (
    r"(?! (?:so|thus|hence|therefore|damit|somit|also|donc|ainsi|así|quindi|così|portanto|assim|dus|"
    r"daarmee)\b)"
)
"""What after such a word goes on with the same thing."""
_THE = {
    "en": "the|its|their",
    "fr": "les?|la|l['’]|ses|leurs",
    "de": "die|der|das|ihre|seine",
    "es": "el|l[ao]s?|sus?",
    "it": "il|l[aeo]|i|gli|l['’]",
    "pt": "[ao]s?",
    "nl": "de|het",
}
"""After a comma: something else begins, unless it is "the rise"."""
_OF = {"de": "von", "nl": "van"}
"""A "from" that between two numbers means "of": "82 von 471"."""
_LEVEL = {
    "en": "to|from|at",
    "fr": "à|aux",
    "de": "auf|bei",
    "es": "al?|hasta",
    "it": "(?<!pari )(?:ad?|al)",
    "pt": "para|até|aos?",
    "nl": "naar|tot|op",
}
"""Before a percentage: it is where something stands, not by how much it changed."""


class ChangeWords(NamedTuple):
    """Patterns of one language, for the text between two numbers or around one."""

    from_before: re.Pattern[str]
    """Ends with "from"."""
    to_between: re.Pattern[str]
    """All of the text from a number to the one that it became."""
    back_between: re.Pattern[str]
    """All of the text from a number to the earlier one that it is compared with."""
    by_between: re.Pattern[str]
    """All of the text from a number to the percentage that it changed by."""
    of_between: re.Pattern[str]
    """Text that ends with a "from" that also means "of", some words before it ("towns de")."""
    up: re.Pattern[str]
    down: re.Pattern[str]
    more: re.Pattern[str]
    """After a percentage, as good as ``up``."""
    less: re.Pattern[str]
    away: re.Pattern[str]
    """Between a pair and a percentage: the percentage is of something else."""
    share: re.Pattern[str]
    """Right after a percentage of a whole."""
    turn: re.Pattern[str]
    """Between a pair and a percentage, as good as ``away`` where the percentage comes last."""
    own_pair: re.Pattern[str]
    """Right after a percentage: "to 15", "from 10"."""
    level: re.Pattern[str]
    """Ends right before a percentage that is no change ("to 12 %")."""
    of: re.Pattern[str]
    """All of the text between a part and its whole."""


@lru_cache(maxsize=16)
def turns(language: str) -> frozenset[str]:
    """The words, or the first of several, with which a sentence turns to something else."""
    return frozenset(words.split(" ")[0] for words in _TURN[language].split("|"))


@lru_cache(maxsize=16)
def change_words(language: str) -> ChangeWords | None:
    """The patterns of a language; nothing for one that is not known."""
    words = _WORDS.get(language)
    if words is None:
        return None
    blank = "[ \u00a0]"
    patterns = (
        rf"(?<!\w)(?:{words['from']}){_FILL}$",
        rf"{_MIDDLE}(?<!\w)(?:{words['to']}){_FILL}",
        rf"{_MIDDLE}[ (\u00a0](?:{words['back']}){_FILL}",
        rf"{_MIDDLE}{blank}(?:{words['by']}){_FILL}",
        rf"{blank}[^\W\d].*{blank}(?:de|des|d['’]|da|dai|di|dos|das|van){_FILL}",
        rf"(?<!\w)(?:{words['up']})\w*",
        rf"(?<!\w)(?:{words['down']})\w*",
        rf"(?<!\w)(?:{words['more']}|{words['up']})",
        rf"(?<!\w)(?:{words['less']}|{words['down']})",
        rf"[.;!?\n)]|, (?:{_TURN[language]}) ",
        rf"{blank}(?:{_SHARE[language]})(?!\w)",
        rf"(?:^|[ ,])(?:{_TURN[language]}){_SO} (?:[^\W\d]+ ){{0,2}}?(?:{words['up']}|{words['down']})|"
        r"\b(?:said|says) |"
        rf"^, (?:{_THE[language]})[ ’'](?!{words['up']}|{words['down']})",
        rf"[^.;:!?\n(),\d]{{0,50}}?(?<!\w)(?:{words['to']}|{words['from']}){_FILL}[$€£]?(?!(?:19|20)\d\d(?!\d))\d",
        rf"(?<!\w)(?:{_LEVEL[language]}){_FILL}$",
        rf"{blank}(?:{_OF.get(language, '(?!)')}){_FILL}",
    )
    return ChangeWords(*(lazy(pattern, re.IGNORECASE) for pattern in patterns))
