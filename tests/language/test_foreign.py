"""Foreign words and passages: what must be found, and above all what must not."""

from __future__ import annotations

from pathlib import Path

import pytest

from linter.article.read import read_article
from linter.languages import described, speech
from linter.packaged import data_path
from linter.topics.language.foreign import foreign
from linter.topics.language.foreign_headline import foreign_headline
from linter.topics.language.lexicon import lexicon
from tests.cost import Work, assert_linear
from tests.language.articles import article


def words(text: str, lang: str = "fr") -> list[tuple[str, str, str]]:
    return [(word.text, word.entry.tier, word.entry.lang) for word in foreign(article(text, lang)).words]


def loud(text: str, lang: str = "fr") -> list[str]:
    return [text for text, tier, _ in words(text, lang) if tier in "ABF"]


def test_a_spanish_word_in_french() -> None:
    assert words("Le dialogue porte sur les questions tanto domestiques qu'internationales.") == [
        ("tanto", "A", "es")
    ]


def test_a_quotation_and_a_letter_in_italics_have_the_spelling_of_others() -> None:
    sentence = "Auch muss man wissen, was man von zu Hause mit nemen soll, und wann die Reise beginnt."
    assert loud(sentence, "de") == loud(f"**{sentence}**", "de") == ["nemen"]
    assert loud(f"> {sentence}", "de") == loud(f"*{sentence}*", "de") == []


def test_places_are_those_of_the_source_even_over_invisible_characters() -> None:
    source = "Le dia\u00adlogue porte sur les questions tan\u200bto locales que natio\u00adnales."
    read = read_article(f"---\nlang: fr\n---\n\n{source}\n", "a.md")
    (word,) = foreign(read).words
    assert read.excerpt(word.span) == "tan\u200bto"


def test_a_calque_is_a_tier_of_its_own_and_names_its_model() -> None:
    (word,) = foreign(article("La Russie cherche à médier la paix entre les deux pays voisins.")).words
    assert (word.text, word.entry.tier, word.entry.copied) == ("médier", "Q", "mediar")


@pytest.mark.parametrize(
    ("lang", "text", "word"),
    [
        ("en", "The mayor said that the council would not vote aber nobody believed him.", "aber"),
        ("en", "The new pool was built by the wichtigen company of the region last year.", "wichtigen"),
        ("de", "Der Bürgermeister sagte, dass the Rat nicht abstimmen werde.", "the"),
        ("de", "Die Kinder der Schule haben molto gelacht, als der Lehrer kam.", "molto"),
        ("es", "El alcalde dijo que el consejo non votaría hasta el lunes próximo.", "non"),
        ("it", "Il sindaco ha detto che il consiglio aber non voterà prima di lunedì.", "aber"),
        ("pt", "O prefeito disse que o conselho però não votaria antes da segunda-feira.", "però"),
        ("nl", "De burgemeester zei dat de raad aber niet voor maandag zou stemmen.", "aber"),
        ("pl", "Burmistrz powiedział, że rada aber nie będzie głosować przed poniedziałkiem.", "aber"),
        ("sv", "Borgmästaren sade att rådet pero inte skulle rösta före måndagen.", "pero"),
    ],
)
def test_every_document_language(lang: str, text: str, word: str) -> None:
    assert loud(text, lang) == [word]


def test_a_function_word_at_the_beginning_of_a_sentence() -> None:
    assert loud("Le maire est parti. Aber personne ne l'avait vu sortir de la mairie.") == ["Aber"]


def test_a_german_noun_in_english() -> None:
    assert loud("In the end, however, the Bundesregierung was played without any special help.", "en") == [
        "Bundesregierung"
    ]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Le mot « aber » et le mot “pero” ont le même sens dans cette phrase."),
        ("fr", "Le mot *aber* et le mot **pero** ont le même sens dans cette phrase."),
        ("fr", "La réunion ad hoc du conseil a eu lieu de facto et in extremis hier soir."),
        ("fr", "Ce plat que l'on nomme en anglais pudding, dit also pouding, est servi chaud."),
        (
            "fr",
            "Voir example.es/nosotros, le fichier nosotros.txt et l'adresse pero@example.org du maire.",
        ),
        ("fr", "Lancez la commande while puis le paquet encore, et le fichier which du dossier."),
        ("en", "The Museo del Prado and the Bank of England lent the painting to the city of Lyon."),
        ("en", "The members of the band Rage und Wut played in the old hall of the town."),
        ("de", "Das Stück von Lope de Vega wird im Theater an der Wien gespielt."),
        ("es", "Que el consejo diese la razón al alcalde no era lo que la ciudad esperaba."),
        ("pt", "As onze crianças da escola ficaram em casa porque a piscina estava fechada."),
        ("fr", "Ils vide la piscine et regel ou pas, la ville vida les bassins."),
    ],
)
def test_what_is_at_home(lang: str, text: str) -> None:
    assert loud(text, lang) == []


def test_a_term_of_the_article_is_left_alone() -> None:
    text = "Le bürgergeld est neuf. Avec le bürgergeld on vit. Sans bürgergeld, on ne vit pas bien ici."
    assert loud(text) == []


@pytest.mark.parametrize(
    "beside",
    [
        "Lire [la suite](https://example.org/suite).",
        "![La piscine](piscine.jpg)",
        "Le fichier `piscine` est là.",
        "{{< video 3 >}}",
        "- la piscine\n- la mairie",
    ],
)
def test_who_writes_for_the_web_takes_foreign_words_on_purpose(beside: str) -> None:
    sentence = "Le conseil a voté ce matin aber il reste des doutes."
    assert loud(sentence) == ["aber"]
    assert [word for word, _, _ in words(f"{sentence}\n\n{beside}")] == ["aber"]
    assert loud(f"{sentence}\n\n{beside}") == []
    assert loud(f"Nous pouvons redefinir la piscine de la ville.\n\n{beside}") == ["redefinir"]


def test_a_short_word_without_its_accent_is_misspelt() -> None:
    assert loud("O presidente fala muito para gerar odio e desordem na cidade.", "pt") == ["odio"]


def test_many_foreign_words_are_no_accident() -> None:
    text = "Le maire était pero parti. La ville aber dormait. On parlait ainda de la piscine."
    assert len(words(text)) == 3
    assert loud(text) == []


def test_a_list_of_names_is_no_sentence() -> None:
    assert loud("Mises à jour : libarchive, redcloth, konversation, axis, mod-gnutls et libssh2.") == []
    assert loud("fische — Visualisation autonome de sons pour les ordinateurs de la maison.") == []


def test_an_article_full_of_jargon_keeps_its_english() -> None:
    jargon = "Les commits, les releases, les layers et les workers du dépôt sont dans les branches. "
    assert loud(jargon * 2 + "Le statut des subscriptions est changé dans la base.") == []


SOFTWARE = "Le serveur Apache et le noyau Linux de Debian sont à jour. Le script de Bash lit le XML. "


@pytest.mark.parametrize(
    "sentence",
    [
        "Le paquet remplace orage, et les choses comme kaffe sont des logiciels libres.",
        "Il a ajouté des informations à propos de zum, un outil similaire.",
        "Une version améliorée de l'outil find vient de sortir hier soir.",
        "La version libre de Kaffe fait fonctionner un serveur hier soir.",
    ],
)
def test_an_article_on_software_names_programs(sentence: str) -> None:
    assert loud(SOFTWARE + sentence) == []


def test_an_article_on_software_has_misspellings_too() -> None:
    assert loud(SOFTWARE + "Le projet est simplemente une autre version du programme.") != []


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("With the Verlust of the bridge the village lost its road.", "Verlust"),
        ("All players and Teammitglieder were tested again in the morning.", "Teammitglieder"),
        ("Dennoch, Spanish is spoken in the valley.", "Dennoch"),
        ("Mehrere large screens were set up in the city.", "Mehrere"),
        ("The car lui-même was taken away from the bridge at noon.", "lui-même"),
        ("Then Kolonko zamieścił information on the page of the city.", "zamieścił"),
        ("In some cases US जासूसी has exceeded all limits.", "जासूसी"),
    ],
)
def test_capitals_compounds_and_other_scripts(text: str, word: str) -> None:
    assert loud(text, "en") == [word]


@pytest.mark.parametrize(
    "text",
    [
        "The singer Jay Chou 周杰倫 opened the evening in the hall.",
        "He praised laissez-faire economics in his speech.",
        "The council met on Monday and aber",
        "Électricité de France built the new power station.",
    ],
)
def test_names_loans_and_halves_of_words(text: str) -> None:
    assert loud(text, "en") == []


def test_a_language_without_a_table_and_a_text_without_words() -> None:
    assert foreign(article("A polgármester pero lemondott.", "hu")).words == ()
    assert foreign(article("12 — 34 %.", "fr")).words == ()


def passages(text: str, lang: str = "fr") -> list[tuple[str, str, str]]:
    return [(each.lang, each.extent, each.excused) for each in foreign(article(text, lang)).passages]


SPANISH = "El alcalde dijo que no esperaría más la respuesta del gobierno."


def test_a_sentence_and_a_paragraph() -> None:
    french = (
        "Le conseil a voté le budget de la ville, mais les élus de la gauche sont partis avant la fin. " * 2
    )
    assert passages(french + SPANISH + " " + french) == [("es", "sentence", "")]
    paragraph = (
        SPANISH + " Las obras de la piscina empiezan en mayo, pero nadie sabe cuándo llegará el dinero."
    )
    assert passages(french + "\n\n" + paragraph + "\n\n" + french) == [("es", "paragraph", "")]


@pytest.mark.parametrize(
    ("text", "excuse"),
    [
        ("Le ministre écrit : " + SPANISH + " #presupuesto", "tweet"),
        ("> " + SPANISH, "quoted"),
        ("Le programme s'installe seul (una instalación sin ninguna pregunta) en une minute.", "gloss"),
    ],
)  # fmt: skip
def test_excuses(text: str, excuse: str) -> None:
    assert {found[2] for found in passages("Le conseil a voté le budget.\n\n" + text)} == {excuse}


ITEMS = "alfa — smart search for installed programs\n\nbeta — tool that joins all of the files\n\n"


@pytest.mark.parametrize(
    ("text", "excuse"),
    [
        (ITEMS + "gamma — simple program to learn many words of another language", "listed"),
        ("Le maire a dit ceci :\n\n" + SPANISH, "quoted"),
        ("![" + SPANISH + "](maire.png)", "caption"),
        (SPANISH + "\n\nhttps://www.example.org/alcalde", "title"),
        ("Il a tenu un discours intitulé el alcalde dijo que no esperaría más la respuesta.", "title"),
    ],
)  # fmt: skip
def test_more_excuses(text: str, excuse: str) -> None:
    assert {found[2] for found in passages("Le conseil a voté le budget.\n\n" + text)} == {excuse}


def test_quotations_are_no_passages() -> None:
    assert passages(f"Le maire a répondu : « {SPANISH} » avant de partir.") == []
    assert passages(f"Le maire a répondu : *{SPANISH}* avant de partir.") == []


def test_words_inside_a_passage_are_not_reported_again() -> None:
    assert loud("Le conseil a voté le budget. " + SPANISH + " Le maire est parti.") == []


def test_tables_are_small() -> None:
    assert {path.stem for path in Path(data_path("lexicon")).glob("*.marisa")} == {
        code for code in described() if speech(code).foreign.lexicon and not speech(code).foreign.table
    }
    assert all(path.stat().st_size <= 2_000_000 for path in Path(data_path("lexicon")).glob("*.marisa"))


def test_the_word_that_a_foreign_word_resembles() -> None:
    table = lexicon("fr")
    assert table is not None
    assert table.resembling("tanto") == "tant"
    assert table.resembling("aber") == ""
    assert table.resembling("editorial") == "éditorial"
    assert table.resembling("gouvernment") == "gouvernent"


@pytest.mark.parametrize(
    "piece", ["a", "a-", "a'", "tanto ", "le tanto de la ville ", "« ", '"tanto" ', "(tanto ", SPANISH + " "]
)
def test_hostile_texts_take_linear_time(piece: str) -> None:
    def reading(length: int) -> Work:
        text = (piece * (length // len(piece) + 1))[:length]
        source = f"Le conseil est venu tanto hier. {text} fin de la phrase."
        return lambda: foreign(article(source))  # an article keeps what is known of it

    assert_linear(reading, 1_000, 10_000)


SPANISH = (
    "El alcalde presentó el presupuesto de la ciudad en una sesión que duró más de seis horas. Los vecinos "
    "piden que la piscina siga abierta, porque los niños de la escuela van a nadar todas las semanas."
)


@pytest.mark.parametrize(
    ("headline", "lang"),
    [
        ("Buffer overread vulnerability in the reader", "en"),
        ("Schwachstelle in der Ausgabe von langen Texten gefunden", "de"),
        ("Vulnerabilidad en el lector de los textos largos", ""),
        ("A Long Way Home And The Best Of Friends", ""),
        ("The long way home", ""),
        ("How the piscina was opened to all the people", ""),
    ],
)
def test_a_headline_that_was_left_untranslated(headline: str, lang: str) -> None:
    read = read_article(f"---\ntitle: {headline}\nlang: es\n---\n\n{SPANISH}\n", "a.md")
    assert foreign_headline(read) == lang
