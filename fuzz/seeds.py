"""Texts to begin with: the examples of all rules, and small files of every kind, all written for this."""

from __future__ import annotations

from pathlib import Path

from linter import languages
from linter.rules.load import builtin_folder, load_rules
from linter.rules.model import Example

STRUCTURE = (
    "# A **bold** headline\n\n## Part [one](a.md)\n\n> “Quoted,” she said.\n\n- one\n- two\n  1. three\n\n"
    "| a | b |\n|---|---|\n| 12 % | 3 |\n\n```py\nx = 1\n```\n\nText[^1] with `code`, $a$ and a\nnext line.\n\n"
    "[^1]: A note.\n\n![A picture](a.png)\n",
    "Title\n=====\n\n<div class='a'>\n\n**Anna Nowak**, 41, said &amp; did.\n\n</div>\n\n::: {lang=es}\nel río\n:::\n\n"
    "<!-- factlint-disable-next-line placeholder-date: a form -->\n\nIn April 20XX.\n",
    "import A from 'a'\n\nexport const b = {c: 1}\n\n# Title {/* no */}\n\n<A b={c}>text {d} more</A>\n",
    "<!doctype html><html lang='en'><head><title>A title</title><meta name='date' content='2024-03-05'>"
    '<script type=\'application/ld+json\'>{"@type": "NewsArticle", "headline": "A", "datePublished": "2024-03-04"}'
    "</script></head><body><h1>A title</h1><p>The <b>first</b> paragraph&nbsp;of <i>12</i>.<ul><li>one<li>two</ul>"
    "<table><tr><td>1<td>2</table><blockquote>said</blockquote><pre>code</pre><img alt='A cat'></body></html>",
    " date 2024-08 Delcourt et Ferrand inaugurent le pont\n\nLa maire a parlé tanto au nord qu'au sud.\n",
    "Prices rose by 10 percent, from 100 to 150 euros (62 miles, or 10 km), said Anna Nowak, 43.\n\nOf 12 people "
    "5 women and 8 men. Monday, 5 March 2024. Born in 1980, he died in 1970 aged 35.\n",
)
"""Articles that hold what the formats have."""

FRONT_MATTER = (
    "---\ntitle: date 2024-08 A bridge\ndate: 2024-08-20\nlang: en\ntags: [a, 'b', \"c\"]\nauthor:\n  name: Anna\n"
    "sources:\n  - source.txt\n---\n",
    '---\n{"title": "A", "date": "2024-02-30"}\n---\n',
    "---\ntitle: >-\n  folded\n  text\nsummary: |\n  kept\n\nlist:\n- &a one\n- *a\n# comment\n'key': \"\\u00e9\\n\"\n---\n",
    "+++\ntitle = \"A\"\ndate = 2024-08-20T10:00:00Z\ntags = ['a', '''b''']\n[params]\nauthor = 'B'\n[[c]]\nd = 1_000\n+++\n",
    ';;;\n{"title": "A", "date": "2024-08-20", "tags": ["a", {"b": null}], "n": 1e5}\n;;;\n',
    '{\n  "title": "A \\u00e9 \\ud83d\\ude00",\n  "lang": "fr"\n}\n',
    "Title: A bridge\nDate: 2024-08-20\nAuthor: Anna Nowak\nTags: a, b\n\n",
    "% A title\n% Anna Nowak\n% 20 August 2024\n\n",
)

CONFIGURATION = (
    "select: [names, dates, 'headline-*']\nextend-select: [repeated-word]\nignore: [numbers]\npreview: true\n"
    "severity: {placeholder-date: info, names: warning}\nfail-on: error\nmin-severity: info\n",
    "exclude: ['drafts/**', '*.tmp.md', '!keep.md']\nrules: [rules]\nvale: [.vale.ini]\nfacts: [facts.yaml]\n"
    "vocabulary: [Nowak, tanto]\nbaseline: known.json\ntime-limit: 20\n",
    "params:\n  placeholder-text:\n    ignore-case: true\n  weekday-mismatch:\n    missing-year: publication\n"
    "metadata:\n  date: [when, published]\n  sources: [sources]\n",
    "overrides:\n  - paths: ['a*.md', drafts/]\n    select: [all]\n    ignore: [language]\n    severity: {dates: 'off'}\n"
    "    params: {repeated-word: {}}\n    vocabulary: [x]\n  - paths: ['**/b.md']\n    ignore: ['*']\n",
    "a: &a [x, y]\nselect: *a\n",
)

RULES = (
    "check: pattern\nseverity: warning\nstatus: preview\nmessage: '“{text}” is a note.'\nrationale: >\n  Wire copy.\n"
    "params:\n  patterns: ['\\(MORE\\)', '(?<!a)b+c?', '[Ll]ater\\s+\\p{Lu}']\n  ignore-case: true\nexamples:\n  bad:\n"
    "    - lang: en\n      text: The council adjourned. <<(MORE)>>\n  good:\n    - lang: en\n      why: a word\n"
    "      text: The council (more of it) adjourned.\n",
)

STYLES = (
    "extends: existence\nmessage: \"Avoid '%s'.\"\nlevel: error\nignorecase: true\nscope: text\ntokens:\n  - later\n"
    "  - the (?:the)?\nexceptions: [later Anna]\naction: {name: remove}\n",
    "extends: substitution\nmessage: \"Use '%s' and not '%s'.\"\nswap:\n  utilize: use\n  '(?:left|quit)': leave\n"
    "action: {name: replace}\n",
    "extends: occurrence\nmessage: More than 3\nscope: sentence\nmax: 3\ntoken: '\\b(\\w+)\\b'\n",
    "extends: repetition\nmessage: \"'%s' is repeated\"\nalpha: true\ntokens: ['[^\\s]+']\n",
    "extends: consistency\nmessage: \"'%s'\"\nnonword: false\neither:\n  advisor: adviser\n  rose: risen\n",
    "extends: conditional\nmessage: \"'%s' has no definition\"\nfirst: '\\b([A-Z]{3,5})\\b'\n"
    "second: '(?:\\b[A-Z][a-z]+ )+\\(([A-Z]{3,5})\\)'\nexceptions: [NATO]\n",
    "extends: capitalization\nmessage: \"'%s'\"\nmatch: $title\nstyle: AP\nscope: heading.h1\nexceptions: [iOS]\n",
    "extends: capitalization\nmessage: \"'%s'\"\nmatch: $sentence\nscope: [heading, ~heading.h1]\nindicators: [':']\n",
    "extends: metric\nmessage: m\nformula: words / sentences\ncondition: '> 3'\n",
    "extends: spelling\nmessage: m\nignore: [a.txt]\n",
    "extends: script\nmessage: m\nscript: 'text := 1'\n",
    "extends: existence\nmessage: m\nscope: raw\nnonword: true\nraw: ['\\d+', ' euros']\nlimit: 2\n",
    "extends: House.Base\nmessage: other\ntokens+: [euros]\n",
)

VALE_INI = (
    "StylesPath = styles\nMinAlertLevel = suggestion\nVocab = Own\nWordTemplate = \\b(?:%s)\\b\n\n[formats]\nmdx = md\n\n"
    "[*]\nBasedOnStyles = House, Vale\n\n[*.{md,txt}]\nHouse.Rule = YES\nHouse.Base = error\nHouse.Rule[max] = 2\n"
    "TokenIgnores = (\\$+[^\\n$]+\\$+), \\bx\\b\nBlockIgnores = (?s) *({< .*? >})\n; comment\n",
    "StylesPath = \\\n  styles\n[drafts/**]\nBasedOnStyles =\nVale.Spelling = NO\n[{a,b}.md]\nVocab = NONE, Own\nLang = en\n",
)

BIBLES = (
    "people:\n  - name: Anna Nowak\n    id: Q1\n    names: {de: Anna Novak}\n    aliases: {fr: [A. Nowak], en: Anna}\n"
    "    wrong: [Anna Novack, Ana Nowak]\n    born: 1983-04-30\n    died: 2024-05\n    titles:\n"
    "      - title: {fr: [ministre], en: minister}\n        from: 2020-07\n        until: 2023\n",
    "organisations:\n  - name: Nordbahn\n    founded: 1990\n    dissolved: 2020-02-29\n    figures:\n"
    "      - {what: staff, value: 1.2e4, tolerance: 5%, date: 2024}\n      - {what: [members], value: 12, source: a}\n"
    "places:\n  - name: Port Amelia\n    wrong: [Porto Amelia]\n    country: Norway\n    capital: Oslo\n    currency: krone\n",
)

BASELINES = (
    '[\n{"path": "a.md", "rule": "placeholder-date", "text": "April 20XX", "fingerprint": "0123456789abcdef"},\n'
    '{"path": "b.md", "rule": "x", "text": "\\ud83d", "fingerprint": ""}\n]\n',
    "[]\n",
)

IGNORES = (
    "# comment\n*.tmp\n/drafts/\n!drafts/b.md\n**/x/**\na?[b-d].md\n[!a]*.txt\n\\#a\n[[:alpha:]]*.html\nfoo\\ \nbar \n",
    "*\n!*/\n!*.md\na/**/b\n[]-]\n[\\]]\n**\n",
)

ENTITIES = (
    '{"entities": {"Q1": {"id": "Q1", "type": "item", "labels": {"en": {"language": "en", "value": "Anna Nowak"}},'
    ' "aliases": {"en": [{"language": "en", "value": "A. Nowak"}]}, "claims": {"P31": [{"mainsnak": {"snaktype": "value",'
    ' "property": "P31", "datavalue": {"type": "wikibase-entityid", "value": {"id": "Q5"}}}, "rank": "normal"}],'
    ' "P569": [{"mainsnak": {"snaktype": "value", "property": "P569", "datavalue": {"type": "time", "value": {"time":'
    ' "+1983-04-30T00:00:00Z", "precision": 11, "calendarmodel": "http://www.wikidata.org/entity/Q1985727"}}},'
    ' "rank": "preferred", "qualifiers": {}}]}}}}',
    '[\n{"id": "Q2", "labels": {"mul": {"value": "B"}}, "claims": {}},\n{"id": "Q3", "labels": {}}\n]\n',
)

PYPROJECTS = (
    '[project]\nname = "a"\n\n[tool.factlint]\nselect = ["names", "dates"]\npreview = true\ntime-limit = 20\n'
    'exclude = ["drafts/**"]\nseverity = {dates = "info"}\n\n[[tool.factlint.overrides]]\npaths = ["a.md"]\n'
    'ignore = ["language"]\n\n[tool.factlint.params.repeated-word]\n',
)

VOCABULARIES = ("Nowak\n(?i)euros?\n[Aa]nna\n# comment\n\nC\\+\\+\n",)

NAMES = (
    "2024-03-05-a",
    "-x",
    "--config=x",
    "a b",
    "::error::a",
    "drafts",
    "é 𝒫",
    "CON",
    ".factlint",
    "a.b..c",
)

MESSAGES = (
    '{"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": {"textDocument": {"uri": "file:///x/a.md", "languageId": "markdown",'
    ' "version": 1, "text": "# A\\n\\nIn April 20XX the the \\ud83d\\ude00.\\n"}}}\n'
    '{"jsonrpc": "2.0", "id": 2, "method": "textDocument/codeAction", "params": {"textDocument": {"uri": "file:///x/a.md"}, "range":'
    ' {"start": {"line": 0, "character": 0}, "end": {"line": 2, "character": 9}}, "context": {"diagnostics": [{"range":'
    ' {"start": {"line": 2, "character": 3}, "end": {"line": 2, "character": 13}}, "message": "m", "code": "c",'
    ' "data": {"fix": ""}}]}}}\n',
    '{"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": {"textDocument": {"uri": "untitled:a", "languageId": "html",'
    ' "version": 1, "text": "---\\ntitle: a\\n---\\n\\u2028x"}}}\n'
    '{"jsonrpc": "2.0", "method": "textDocument/didChange", "params": {"textDocument": {"uri": "untitled:a", "version": 2},'
    ' "contentChanges": [{"text": "the the \\ud800"}]}}\n'
    '{"jsonrpc": "2.0", "method": "textDocument/didSave", "params": {"textDocument": {"uri": "untitled:a"}}}\n'
    '{"jsonrpc": "2.0", "method": "textDocument/didClose", "params": {"textDocument": {"uri": "untitled:a"}}}\n',
)


def examples() -> list[str]:
    """The texts of the examples of all rules, with their metadata as front matter."""
    found = load_rules().rules.values()
    return [_article(each) for rule in found for each in (*rule.examples.bad, *rule.examples.good)]


def _article(example: Example) -> str:
    text = example.text.replace("<<", "").replace(">>", "")
    fields = {"lang": example.lang, **example.meta}
    lines = "".join(f"{name}: {value}\n" for name, value in fields.items() if value)
    return f"---\n{lines}---\n\n{text}\n"


def rule_files() -> list[str]:
    """The files of our rules."""
    return [path.read_text(encoding="utf-8") for path in sorted(builtin_folder().rglob("*.yaml"))]


def language_files() -> list[str]:
    """The smaller of our language files: they have all that a large one has, in fewer words."""
    paths = sorted(Path(languages.__file__).parent.glob("*.yaml"))
    texts = [path.read_text(encoding="utf-8") for path in paths]
    return [text for text in texts if len(text) < 5_000]
