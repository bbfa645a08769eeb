"""What seven languages say where they announce and count off things."""

from __future__ import annotations

import re

from linter.matching.regexes import lazy

SOME = lazy(
    r"\b(?:including|includes?|such as|among|amongst|for example|e\.g\.|like|some|mainly|example|"
    r"notamment|dont|"
    r"parmi|par exemple|comme|tel(?:le)?s que|unter anderem|u\.\s?a\.|darunter|z\.\s?B\.|zum Beispiel|"
    r"wie|etwa|entre|"
    r"como|por ejemplo|tra|come|ad esempio|fra|por exemplo|onder meer|zoals|waaronder|bijvoorbeeld)\b",
    re.IGNORECASE,
)
"""What follows are examples, not all."""
AND: dict[str, str] = {
    "en": "and",
    "fr": "et",
    "de": "und",
    "es": "[ye]",
    "it": "ed?",
    "pt": "e",
    "nl": "en",
}
ARE: dict[str, str] = {
    "en": "are|were",
    "fr": "sont|étaient|furent",
    "de": "sind|waren|heißen|hießen",
    "es": "son|eran|fueron",
    "it": "sono|erano|furono",
    "pt": "são|eram|foram",
    "nl": "zijn|waren|heten",
}
"""Between a number of persons and their names: "the three winners are"."""
PLURAL: dict[str, str] = {
    "en": r"\w+s|people|\w*men|children",
    "fr": r"\w+[sx]",
    "de": r"\w+(?:e|en|er|n|s)",
    "es": r"\w+s",
    "it": r"\w+[ie]",
    "pt": r"\w+s",
    "nl": r"\w+(?:en|s)",
}
"""What a noun after a number looks like; "France 5 announces:" has none."""
SINGULAR: dict[str, str] = {
    "en": "an?",
    "fr": "une?|l[ea]|l['’]",
    "de": "eine?[nmr]?",
    "es": "una?|el|la",
    "it": "un[oa']?|il|l[ao]|l['’]",
    "pt": "uma?|o|a",
    "nl": "een|het",
}
ORDINALS: dict[str, tuple[str, ...]] = {
    "en": ("first(?:ly)?,", "second(?:ly)?,", "third(?:ly)?,", "fourth(?:ly)?,", "fifth(?:ly)?,"),
    "fr": ("premièrement|d['’]abord", "deuxièmement", "troisièmement", "quatrièmement", "cinquièmement"),
    "de": ("erstens", "zweitens", "drittens", "viertens", "fünftens"),
    "es": ("en primer lugar", "en segundo lugar", "en tercer lugar", "en cuarto lugar", "en quinto lugar"),
    "it": ("in primo luogo", "in secondo luogo", "in terzo luogo", "in quarto luogo", "in quinto luogo"),
    "pt": (
        "em primeiro lugar",
        "em segundo lugar",
        "em terceiro lugar",
        "em quarto lugar",
        "em quinto lugar",
    ),
    "nl": ("ten eerste", "ten tweede", "ten derde", "ten vierde", "ten vijfde"),
}
THINGS: dict[str, str] = {
    "en": (
        "reasons|factors|things|ways|points|problems|questions|steps|lessons|conditions|"
        "arguments|goals|options|aims|objectives|priorities|pillars|principles|demands|"
        "challenges|advantages|causes|areas|criteria|categories|topics|themes"
    ),
    "fr": (
        "raisons|facteurs|choses|points|problèmes|questions|étapes|leçons|conditions|"
        "arguments|objectifs|axes|buts|priorités|piliers|principes|revendications|défis|"
        "enjeux|avantages|causes|critères|catégories|thèmes|volets|mots|leviers"
    ),
    "de": (
        "Gründe|Gründen|Faktoren|Dinge|Punkte|Probleme|Fragen|Schritte|Schritten|"
        "Bedingungen|Argumente|Ziele|Zielen|Prioritäten|Säulen|Prinzipien|Forderungen|"
        "Vorteile|Ursachen|Kriterien|Kategorien|Themen|Bereiche|Bereichen|Schwerpunkte"
    ),
    "es": (
        "razones|motivos|factores|cosas|puntos|problemas|preguntas|pasos|condiciones|"
        "argumentos|objetivos|prioridades|pilares|principios|retos|ventajas|causas|"
        "criterios|categorías|temas|ejes"
    ),
    "it": (
        "ragioni|motivi|fattori|cose|punti|problemi|domande|passi|condizioni|argomenti|"
        "obiettivi|priorità|pilastri|principi|sfide|vantaggi|cause|criteri|categorie|temi|"
        "assi"
    ),
    "pt": (
        "razões|motivos|fatores|coisas|pontos|problemas|perguntas|passos|condições|"
        "argumentos|objetivos|prioridades|pilares|princípios|desafios|vantagens|causas|"
        "critérios|categorias|temas|eixos"
    ),
    "nl": (
        "redenen|factoren|dingen|punten|problemen|vragen|stappen|voorwaarden|argumenten|"
        "doelen|prioriteiten|pijlers|principes|eisen|voordelen|oorzaken|criteria|"
        "categorieën|thema's"
    ),
}
"""What is counted off in few words, each of which is one thing even in the plural: reasons, aims."""
