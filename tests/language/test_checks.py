"""The checks of encoding, alphabets and invisible characters, and what the messages hold."""

from __future__ import annotations

import subprocess
import sys

import pytest

from linter.analyses.language import language
from linter.article.read import read_article
from linter.check import Alarm, Setup
from linter.engine.fix import apply_fixes
from linter.finding import Finding, Severity
from linter.topics.language.foreign_word import ForeignWord
from linter.topics.language.invisible_character import InvisibleCharacter
from linter.topics.language.language_mismatch import LanguageMismatch
from linter.topics.language.mixed_script import MixedScript, MixedScriptParams
from linter.topics.language.mojibake import Mojibake
from linter.topics.language.untranslated_passage import UntranslatedPassage
from tests.language.articles import article


def alarms(check: object, text: str, lang: str = "fr", title: str = "") -> list[Alarm]:
    found = check.run(article(text, lang, title))  # type: ignore[attr-defined]
    return [alarm for alarm in found if isinstance(alarm, Alarm)]


def test_a_foreign_word_names_its_language_and_its_likeness() -> None:
    (alarm,) = alarms(ForeignWord(None, Setup()), "Les questions tanto locales que nationales de la ville.")
    assert alarm.variant == "resembles"
    assert (alarm.fields["language"], alarm.fields["resembles"]) == ("Spanish", "tant")
    assert alarm.severity is None


def test_a_calque_is_only_info() -> None:
    (alarm,) = alarms(ForeignWord(None, Setup()), "La Russie cherche à médier la paix entre les deux pays.")
    assert (alarm.severity, alarm.variant, alarm.fields["copied"]) == (Severity.INFO, "calque", "mediar")


def test_what_resembles_no_word_is_a_term_where_it_stands_twice() -> None:
    text = "I bought a dizi flute from the club by the pool, and I have only begun to learn how to play."
    (alarm,) = alarms(ForeignWord(None, Setup()), text, "en")
    assert (alarm.severity, alarm.variant) == (None, "")
    found = alarms(ForeignWord(None, Setup()), f"{text} For now I play the dizi in the evening.", "en")
    assert [alarm.severity for alarm in found] == [Severity.INFO, Severity.INFO]


def test_a_word_of_content_is_only_info_where_the_table_is_partial() -> None:
    check = ForeignWord(None, Setup())
    (alarm,) = alarms(check, "Básník napsal, že celý život planu láskou k městu, ve kterém stojí most.", "cs")
    assert (alarm.severity, alarm.fields["word"]) == (Severity.INFO, "planu")
    (alarm,) = alarms(check, "Starosta a radní mluvili aber jen krátce o nové škole a o penězích.", "cs")
    assert alarm.severity is None


def test_a_language_between_two_others_is_only_noted() -> None:
    words = "empatía inapropiado aplican puente escuela bondad ayuntamiento vecinos hermoso invierno"
    text = " ".join(f"O conselho diz que a cidade não tem {word} para a piscina." for word in words.split())
    found = alarms(ForeignWord(None, Setup()), text, "pt")
    assert len(found) > 8
    assert {alarm.severity for alarm in found} == {Severity.INFO}


def test_the_words_of_the_project_are_right() -> None:
    check = ForeignWord(None, Setup(vocabulary=frozenset({"tanto"})))
    assert alarms(check, "Les questions tanto locales que nationales de la ville.") == []


def test_paragraphs_side_by_side_are_one_passage() -> None:
    spanish = "El alcalde dijo que no esperaría más la respuesta del gobierno de la ciudad."
    french = (
        "Le conseil a voté le budget de la ville, mais les élus de la gauche sont partis avant la fin. " * 4
    )
    (alarm,) = alarms(UntranslatedPassage(None, Setup()), f"{french}\n\n{spanish}\n\n{spanish}\n\n{french}")
    assert alarm.fields["extent"] == "passage"
    assert alarm.span.end - alarm.span.start > 2 * len(spanish)


@pytest.mark.parametrize(
    ("lang", "text", "repaired"),
    [
        ("fr", "Pаris", "Paris"),
        ("es", "роr", "por"),
        ("en", "Bjӧrk", "Björk"),
        ("ru", "Cтоит", "Стоит"),
        ("it", "АQuando", "AQuando"),
    ],
)
def test_look_alikes(lang: str, text: str, repaired: str) -> None:
    (alarm,) = alarms(MixedScript(MixedScriptParams(), Setup()), f"{text} 1 2.", lang)
    assert alarm.suggestion == repaired
    assert alarm.fix is None


@pytest.mark.parametrize(
    "word", ["5μm", "TNFα", "ΔG", "pLai3ΔenvLuc2", "#авиацияpic", "рфQuelle", "μdput", "kΩ"]
)
def test_no_look_alikes_in_latin(word: str) -> None:
    assert alarms(MixedScript(MixedScriptParams(), Setup()), f"Das ist {word} hier.", "de") == []


@pytest.mark.parametrize("word", ["PRщик", "YouTubeа", "XXго", "ГолосUA", "зáмок", "IT-компания"])
def test_no_look_alikes_in_cyrillic(word: str) -> None:
    assert alarms(MixedScript(MixedScriptParams(), Setup()), f"Это {word} здесь.", "ru") == []


def test_look_alikes_are_not_reported_without_end() -> None:
    assert len(alarms(MixedScript(MixedScriptParams(most=3), Setup()), "Pаris " * 9)) == 3


def test_mojibake_is_repaired_where_nothing_is_lost() -> None:
    text = "So schÃ¶n war es, sagte \x93Max\x94."
    found = alarms(Mojibake(None, Setup()), text, "de")
    source = article(text, "de").source
    findings = [
        Finding(
            "a.md",
            "mojibake",
            Severity.ERROR,
            "",
            each.span,
            source[each.span.start : each.span.end],
            fix=each.fix,
        )
        for each in found
    ]
    assert "So schön war es, sagte “Max”." in apply_fixes(source, findings)


def test_lost_letters_cannot_be_repaired() -> None:
    (alarm,) = alarms(Mojibake(None, Setup()), "Una señora de edad\ufffd\ufffd vive sola.", "es")
    assert (alarm.variant, alarm.fix) == ("lost", None)


def test_a_repair_through_an_entity_is_only_a_suggestion() -> None:
    (alarm,) = alarms(Mojibake(None, Setup()), "Le cafÃ&copy; est ouvert.")
    assert (alarm.suggestion, alarm.fix) == ("café", None)


@pytest.mark.parametrize(
    ("text", "variant"),
    [
        ("The coun\u200bcil met.", ""),
        ("rada, że \u200b\u200bneutralność jest", "translated"),
        ("call \u202e123 now", "direction"),
        ("the end.\u2060\ufeff", ""),
        ("a\x02b", ""),
        ("прав\u200cда", ""),
    ],
)
def test_invisible(text: str, variant: str) -> None:
    (alarm,) = alarms(InvisibleCharacter(None, Setup()), text, "en")
    assert alarm.variant == variant
    assert (alarm.severity is None) == (variant == "direction")


def test_a_control_character_between_words_is_not_taken_out() -> None:
    (alarm,) = alarms(InvisibleCharacter(None, Setup()), "one\x03two", "en")
    assert alarm.fix is None


@pytest.mark.parametrize(
    "text", ["👩\u200d👩\u200d👧", "نمی\u200cخواهم", "long/\u200bpath", "Bundes\u00adtag", "ภาษา\u200bไทย"]
)
def test_invisible_and_needed(text: str) -> None:
    assert alarms(InvisibleCharacter(None, Setup()), text, "de") == []


def test_nothing_is_loaded_that_is_not_needed() -> None:
    code = (
        "import sys\n"
        "from tests.language.articles import article\n"
        "from linter.check import Setup\n"
        "from linter.topics.language.foreign_word import ForeignWord\n"
        "from linter.topics.language.mojibake import Mojibake\n"
        "text = article('Мэр города ушёл в отставку вчера вечером.', 'ru')\n"
        "list(ForeignWord(None, Setup()).run(text)) + list(Mojibake(None, Setup()).run(text))\n"
        "assert not {'ftfy', 'wordfreq', 'simplemma', 'numpy'} & set(sys.modules)\n"
        "from linter.topics.language.lexicon import lexicon\n"
        "assert lexicon.cache_info().currsize == 1 and lexicon('bg') is None\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_language_of_a_text_that_declares_none() -> None:
    assert language(article("Le conseil a voté le budget de la ville hier soir.", "standard")) == "fr"


def test_a_wrong_language_without_running_text() -> None:
    rows = "| the house is big and old | and the garden is not small |\n" * 20
    source = f"---\nlang: fr\n---\n\n| a | b |\n|---|---|\n{rows}"
    [alarm] = [
        found
        for found in LanguageMismatch(None, Setup()).run(read_article(source, "a.md"))
        if isinstance(found, Alarm)
    ]
    assert source[slice(*alarm.span)] == "fr"
    assert alarm.fields["detected"] == "English"


PAGE = """---
lang: es
---

El alcalde presentó el presupuesto de la ciudad en [una sesión](https://example.org) de seis horas y los
vecinos piden que la piscina siga abierta, porque los niños de la escuela van a nadar todas las semanas.

{}We came back enthusiastic about this experience and we will try to encourage you to do the same.

La oposición votó en contra y se fue antes del final, y nadie sabe cuándo llegará el dinero que la ciudad
espera desde hace dos inviernos. Los niños de la escuela nadan mientras tanto en la piscina del pueblo vecino.
"""


@pytest.mark.parametrize(
    ("path", "before", "severity"),
    [
        ("posts/page.md", "", Severity.INFO),
        ("es/posts/page.md", "", None),
        ("posts/es-ES/page.md", "", None),
        ("posts/page.es.md", "", None),
        ("posts/page.fr.md", "", Severity.INFO),
        ("en/posts/page.md", "", Severity.INFO),
        ("posts/page.es.md", "[^1]: ", Severity.INFO),
        ("posts/page.es.md", "## ", Severity.INFO),
    ],
)
def test_where_a_passage_was_left_untranslated(path: str, before: str, severity: Severity | None) -> None:
    read = read_article(PAGE.format(before), path)
    found = UntranslatedPassage(None, Setup()).run(read)
    assert [alarm.severity for alarm in found if isinstance(alarm, Alarm)] == [severity]


@pytest.mark.parametrize(("path", "severity"), [("sitzung.md", Severity.INFO), ("de/sitzung.md", None)])
def test_a_sentence_amid_a_paragraph_was_forgotten_only_where_one_translated(
    path: str, severity: Severity | None
) -> None:
    said = "Der Rat hat den Haushalt der Stadt beschlossen, und die Arbeiten am Bad sollen im Mai beginnen."
    spanish = "El alcalde dijo que no esperaría más la respuesta del gobierno de la ciudad."
    read = read_article(f"# Die Sitzung\n\n{said} {spanish} {said}\n\n{said}\n", path)
    found = UntranslatedPassage(None, Setup()).run(read)
    assert [alarm.severity for alarm in found if isinstance(alarm, Alarm)] == [severity]


def test_a_text_in_one_language_has_no_passage_in_another() -> None:
    """Whatever its language was taken for."""
    read = read_article("Lokanta sayısı 72'den 60'a inerek on iki azaldı.\n", "a.txt")
    assert [each for each in UntranslatedPassage(None, Setup()).run(read) if isinstance(each, Alarm)] == []
