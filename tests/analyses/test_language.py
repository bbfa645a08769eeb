"""The language of an article: metadata tags, eight words of a headline, unique scripts."""

from __future__ import annotations

import pytest

from linter.analyses.language import declared_language, detected_language, language
from linter.analyses.languages import guess_language, normal_tag
from linter.article.model import PARAGRAPH, Article, Block, Field
from linter.text import Span, Text


def article(text: str, lang: str = "") -> Article:
    metadata = (Field("lang", lang, Span(0, 0), Span(0, 0)),) if lang else ()
    return Article(text, "a.md", "markdown", (Block(PARAGRAPH, Text.verbatim(text, 0, len(text))),), metadata)


@pytest.mark.parametrize(
    ("tag", "code"),
    [
        ("fr", "fr"),
        ("fr-FR", "fr"),
        ("fr_FR.UTF-8", "fr"),
        ("FRA", "fr"),
        ("French", "fr"),
        ("pt-BR", "pt"),
        ("zh-Hans", "zh"),
        ("nn", "nb"),
        ("", ""),
        ("article", ""),
        ("{{ lang }}", ""),
    ],
)
def test_tags_are_normalised(tag: str, code: str) -> None:
    assert normal_tag(tag) == code


HEADLINES = {
    "fr": "Le maire renonce à son projet de piscine",
    "en": "Mayor drops his plan for a new pool",
    "de": "Bürgermeister gibt Plan für neues Schwimmbad auf",
    "es": "El alcalde renuncia a su proyecto de piscina",
    "it": "Il sindaco rinuncia al suo progetto di piscina",
    "pt": "Prefeito desiste de seu projeto de piscina pública",
    "nl": "Burgemeester ziet af van plan voor nieuw zwembad",
    "sv": "Borgmästaren överger sina planer på ett nytt badhus",
    "da": "Borgmesteren dropper sine planer om en ny svømmehal",
    "pl": "Burmistrz rezygnuje z planów budowy nowego basenu",
    "cs": "Starosta se vzdal plánu na stavbu nového bazénu",
    "fi": "Kaupunginjohtaja luopui uuden uimahallin rakentamisesta tänä vuonna",
    "hu": "A polgármester lemondott az új uszoda tervéről",
    "ro": "Primarul renunță la proiectul său pentru o piscină nouă",
    "tr": "Belediye başkanı yeni havuz projesinden vazgeçti ve özür diledi",
    "ca": "L'alcalde renuncia al seu projecte de piscina municipal",
    "ru": "Мэр города отказался от проекта нового бассейна",
    "uk": "Мер міста відмовився від проєкту нового басейну",
    "bg": "Кметът се отказа от проекта за нов басейн",
    "el": "Ο δήμαρχος εγκαταλείπει το σχέδιο για νέα πισίνα",
    "ja": "市長は新しいプールの計画をあきらめた",
    "zh": "市长放弃了新游泳池的计划",
    "ko": "시장이 새 수영장 계획을 포기했다",
    "he": "ראש העיר ויתר על התוכנית לבריכה חדשה",
    "be": "Мэр горада адмовіўся ад праекта новага басейна ў цэнтры",
}


@pytest.mark.parametrize(("lang", "headline"), sorted(HEADLINES.items()))
def test_a_headline_is_enough(lang: str, headline: str) -> None:
    assert guess_language(headline).lang == lang


def test_no_words_no_language() -> None:
    assert guess_language("").lang == ""
    assert guess_language("12 — 34 %").lang == ""
    assert language(article("")) == ""


def test_metadata_decides_a_short_text() -> None:
    assert language(article("Un plan por la ciudad.", "pt-BR")) == "pt"


def test_metadata_that_is_no_language_is_ignored() -> None:
    found = article(HEADLINES["it"], "standard")
    assert declared_language(found) == ""
    assert language(found) == "it"


def test_a_long_text_overrules_the_metadata() -> None:
    found = article(
        "Le conseil a voté le budget de la ville, mais les élus de la gauche sont partis. " * 5, "en"
    )
    assert (declared_language(found), detected_language(found), language(found)) == ("en", "fr", "fr")


def test_a_long_token_costs_linear_time() -> None:
    assert guess_language("a" * 1_000_000 + " le maire de la ville").lang == "fr"


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ja", "Vim の本が増えました。Practical Vim の第二版と Learning Vim の初版が Amazon で買えます。"),
        ("ja", "Bitcoin Core バージョン 28.4 は以下から入手可能です: Windows, macOS, Linux"),
        ("zh", "我们在 GitHub 上发布了 Ruby on Rails 的新版本，请看 release notes 和 changelog。"),
        ("zh", "作者「のん」是日本演员，这部电影由她主演，今年夏天在北京和上海的电影院上映，观众很多。"),
        ("en", "The singer Jay Chou 周杰倫 opened the evening in the new hall of the city."),
        ("ru", "Вышла версия Ruby on Rails с новым Active Record, читайте release notes."),
    ],
)
def test_names_in_latin_letters_do_not_outweigh_kana_and_han(lang: str, text: str) -> None:
    assert guess_language(text).lang == lang
