"""Hostile texts: much of one thing, each made to any length, for what must not grow faster than its text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from linter.engine.config_files import ConfigFinder
from linter.engine.policies import Choice
from linter.engine.run import Linter
from linter.finding import FileReport

Shape = Callable[[int], str]
"""The piece of a text by its number."""

_CONSONANTS, _VOWELS = "bcdfghjklmnprstvz", "aeiou"


def word(number: int) -> str:
    """A word that looks like one, another for each number."""
    letters = []
    while number or len(letters) < 3:
        number, consonant = divmod(number, len(_CONSONANTS))
        number, vowel = divmod(number, len(_VOWELS))
        letters.append(_CONSONANTS[consonant] + _VOWELS[vowel])
    return "".join(letters)


def name(number: int) -> str:
    """A first name and a surname, another for each number."""
    first = ("Anna", "Peter", "Maria", "John", "Elena", "Carlos", "Ingrid")[number % 7]
    return f"{first} {word(number).capitalize()}"


def _once(opening: str, piece: str) -> Shape:
    return lambda number: piece if number else opening + piece


def _same(piece: str) -> Shape:
    return lambda number: piece


def made(shape: Shape, size: int, skipped: int = 0) -> str:
    """A text of about so many characters; some pieces behind the first may be skipped."""
    parts = [shape(0)]
    length = len(parts[0])
    while length < size:
        parts.append(shape(len(parts) + skipped))
        length += len(parts[-1])
    return "".join(parts)


LISTS: dict[str, Shape] = {
    "list, tight": _same("- a b c\n"),
    "list, loose": _same("- a b c\n\n"),
    "list, every other loose": lambda i: "- a b c\n" + "\n" * (i % 2),
    "list, numbered": lambda i: f"{i % 999 + 1}. item of it\n",
    "list, nested to 20 and back": lambda i: "  " * min(i % 40, 39 - i % 40) + "- a\n",
    "list in one line": _same("- "),
    "lists, introduced": lambda i: f"There are {i % 9 + 2} of them:\n\n- one\n- two\n- three\n\n",
    "list, introduced once": _once("There are five of them:\n\n", "- one of them\n"),
    "list of stars": _same("* a\n"),
    "list of ordered markers": _same("1) "),
    "definition list": lambda i: f"{word(i)}\n: what it is\n\n",
    "enumeration": _once("Five people came: ", "Anna, Peter, "),
    "enumeration with figures": _once("Of 12 people, ", "5 were women, "),
    "check list": _same("- [ ] a b\n"),
    "reasons announced": _same("for two reasons "),
    "reasons told": _once("for two reasons. ", "First a. Second b. Third c. "),
}
QUANTITIES: dict[str, Shape] = {
    "equal quantities": _same("€3 million "),
    "equal figures of three scales": lambda i: (
        f"{'$345'} {('million', 'billion', 'trillion')[i % 3]} of {word(i)}. "
    ),
    "equal figures far apart": lambda i: f"345 {('million', 'billion')[i % 2]} {'the of a in ' * 15}",
    "distinct quantities": lambda i: f"{i} people and {i * 7} euros, ",
    "distinct sums of money": lambda i: f"It cost {i + 3} euros ({i + 4} dollars). ",
    "numbers of many digits": _same("123456789" * 40 + " "),
    "one endless number": _same("1234567890"),
    "numbers in groups": _same("1,234,567,890 "),
    "numbers with spaces": _same("1 234 567 "),
    "number words": _same("one hundred and twenty-three thousand "),
    "number words without end": _same("hundred "),
    "percentages": _same("12 % "),
    "percentages of one sentence": lambda i: f"{i % 50} % for, ",
    "percentages and the rest": lambda i: f"{i % 30} % said yes, {i % 20} % no, the remaining 40 % nothing. ",
    "changes": lambda i: f"It rose by {i % 90} percent, from {i + 100} to {i + 150}. ",
    "from X to Y": lambda i: f"from {i} to {i + 1} ",
    "from X to Y percent": _same("from 12 to 15 percent, "),
    "sums": lambda i: f"{i + 3} people: {i} women and 3 men. ",
    "sums without end": lambda i: f"{i} women and ",
    "sums with signs": lambda i: f"{i} + ",
    "shares": lambda i: f"{i} of {i * 2} people, half of them, ",
    "multiples": lambda i: f"It doubled from {i} to {2 * i} and ",
    "currencies": _same("€5 $6 £7 ¥8 "),
    "currency signs": _same("€$£"),
    "conversions": lambda i: f"{i} km ({i * 2} miles) ",
    "units": _same("5 km 3 kg 2 m 7 °C "),
    "ranges of numbers": lambda i: f"{i}-{i + 4}, ",
    "decimals": _same("1.5.2.7."),
    "commas between digits": _same("1,2,"),
    "fractions": _same("1/2 "),
    "identifiers": lambda i: f"ISBN 978-3-16-{i % 999999:06}-0 ",
    "restatements": lambda i: f"{i % 7 + 2} out of 10, or {i % 7 + 2}0 percent, ",
    "superscripts": _same("5² years, 3³ km, ²³ "),
    "digits of other scripts": _same("٣٤ ३४ ３４ "),
    "figures of an organisation": lambda i: f"Nordbahn has {i} employees and ",
    "counts of things": lambda i: f"three {word(i)}s ",
}
DATES: dict[str, Shape] = {
    "lengths of time in brackets": lambda i: f"{i % 90 + 2} weeks (almost {i % 20 + 2} months) and ",
    "clock ranges": lambda i: f"from {i % 11 + 1}:30 p.m. to {i % 12 + 1} p.m., ",
    "euros of years": lambda i: f"In {1900 + i % 99} it cost {i} euros. ",
    "items with dates": lambda i: f"- {i % 28 + 1} March {2020 + i % 3}: Berlin\n",
    "years before": lambda i: f"In {1900 + i % 99}. {i % 90 + 2} years before, in {1800 + i % 99}, it was. ",
    "deadlines": lambda i: f"The deadline is {i % 28 + 1} March. ",
    "lives and works": lambda i: f"{name(i)} (18{i % 90 + 10}-1928) painted in 17{i % 90 + 10}. ",
    "dates, distinct": lambda i: f"on {i % 28 + 1} March {1500 + i % 600}, ",
    "dates, equal": _same("3 March 2024, "),
    "dates without a year": lambda i: f"on {i % 28 + 1} March, ",
    "ranges of dates": lambda i: f"from {i % 28 + 1} March to {i % 30 + 1} April 2024, ",
    "weekdays": _same("Monday, "),
    "weekdays with dates": lambda i: f"Monday, {i % 28 + 1} March 2024. ",
    "weekdays without a year": lambda i: f"Monday, {i % 28 + 1} March. ",
    "passages of another language": _same(
        "The mayor answered at once. [Nous ne voulons plus attendre la réponse du gouvernement.]{lang=fr} "
    ),
    "relative dates": _same("yesterday, two years ago, last Monday, "),
    "ISO dates": lambda i: f"2024-{i % 12 + 1:02}-{i % 28 + 1:02} ",
    "numeric dates": _same("03/04/2024 "),
    "years": lambda i: f"in {1000 + i % 1050} ",
    "ranges of years": lambda i: f"({1000 + i % 900}-{1020 + i % 900}) ",
    "times of day": _same("12:30 "),
    "ages": lambda i: f"{name(i)}, {i % 90}, said so. ",
    "ages of one person": lambda i: f"Anna Nowak, {i % 90}, said so. ",
    "births": lambda i: f"{name(i)} was born in {1900 + i % 100}. ",
    "births and deaths": lambda i: (
        f"Born in {1900 + i % 100}, {name(i)} died in {1950 + i % 70} aged {i % 90}. "
    ),
    "years impossible": _same("on 3 March 0000, in 9999999, on 31 June 99999999999999999999, "),
    "births of one person": lambda i: f"Anna Nowak was born in {1900 + i % 100} and is {i % 90} years old. ",
    "years without a full stop": lambda i: f"(born {1900 + i % 90}) In {1930 + i % 90} é",
    "spans": lambda i: f"from {1900 + i % 100} to {1950 + i % 70}, for {i % 90} years, ",
    "anniversaries": lambda i: f"the {i % 90 + 2}th anniversary of {1900 + i % 100} ",
    "decades": _same("the 1980s "),
    "placeholder dates": _same("April 20XX "),
}
NAMES: dict[str, Shape] = {
    "names, distinct": lambda i: f"{name(i)} said so. ",
    "names, one": _same("Anna Nowak said so. "),
    "names, alike": lambda i: f"Anna Novak{'abcdefgh'[i % 8]}{'abcdefgh'[i // 8 % 8]} said so. ",
    "names, one surname": lambda i: f"{word(i).capitalize()} Nowak said so. ",
    "names, one first name": lambda i: f"Anna {word(i).capitalize()} said so. ",
    "names without end": lambda i: f"{word(i).capitalize()} ",
    "names in a headline": lambda i: f"{name(i)} " if i else f"# {name(0)} ",
    "titles": lambda i: f"President {name(i)} and Minister {name(i + 1)} said so. ",
    "titles of one person": lambda i: ("President" if i % 2 else "Minister") + " Anna Nowak said so. ",
    "names of the bible": _same("Anna Nowak and Nordbahn said so and "),
    "names of the bible, nearly": _same("Anna Nowack and Nordban said so and "),
    "initials": _same("J. R. R. "),
    "countries": _same("France and Germany, Poland and "),
    "acronyms": lambda i: f"{word(i).upper()[:4]} ",
    "acronyms with expansions": lambda i: (
        f"the {word(i).capitalize()} {word(i + 9).capitalize()} Association "
        f"({word(i)[0].upper()}{word(i + 9)[0].upper()}A) "
    ),
    "acronyms of one expansion": lambda i: f"ABC ({'Association' if i % 2 else 'Alliance'} of Banks) ",
    "capitals": _same("NATO EU UN "),
    "hyphenated": _same("Anna-"),
    "apostrophes": _same("d'l'"),
}
QUOTATIONS: dict[str, Shape] = {
    "quotations": lambda i: f"“We have said {i} times that all of this works well,” she said.\n\n",
    "quotations, one line": lambda i: f"“We have said {i} times that all of this works well,” she said. ",
    "quotations, alike": lambda i: (
        f"“All of this {word(i)} works well and will go on working,” she said.\n\n"
    ),
    "quotations, open": _same("“a "),
    "quotations, closed": _same("a” "),
    "quotations, nested": _same("“a ‘b "),
    "quotation marks, straight": _same('"a" '),
    "quotation marks, straight and open": _same('"a '),
    "quotation marks, single": _same("'a "),
    "quotation marks, low": _same("„a“ "),
    "quotation marks, pointed": _same("« a » "),
    "quotation marks, pointed and open": _same("« a "),
    "quotation marks, corner": _same("「a」"),
    "quotation marks alone": _same("“”„“«»‹›‘’\"'"),
    "dialogue": _same("— It works, he said.\n"),
    "block quotations": _same("> a b c\n"),
    "block quotations, nested": _same("> "),
}
MARKS: dict[str, Shape] = {
    "headings": lambda i: f"## Part {i} of {name(i)}\n\ntext\n\n",
    "headings, empty": _same("## A\n\n"),
    "headings, all alike": _same("## A part\n\nof it\n\n"),
    "headings, bare": _same("#\n"),
    "headings, underlined": _same("A\n===\n"),
    "brackets, open": _same("["),
    "brackets, closed": _same("]"),
    "brackets, nested": _same("(" * 100 + "a" + ")" * 100 + " "),
    "brackets, round and open": _same("(a (b "),
    "links": lambda i: f"[a{i}](b{i}.md) ",
    "links, broken": _same("[a](b "),
    "links by reference, dead": lambda i: (
        f"[a{i}][] and [b{i}][] (#{word(i)})\n\n[a{i}]: https://example.org/{i}\n\n"
    ),
    "reference links": lambda i: f"[a{i}][c{i}]\n\n[c{i}]: d\n\n",
    "reference links to one": _same("[a][b] "),
    "reference definitions": lambda i: f"[c{i}]: d\n",
    "images": _same("![a b](c.png) "),
    "images, open": _same("!["),
    "addresses": _same("http://a.b/c?d=e&f "),
    "an endless address": _once("http://a.b/", "c/"),
    "mail addresses": _same("a@b.c "),
    "emphasis": _same("*a "),
    "emphasis, strong": _same("**a** "),
    "emphasis, mixed": _same("*_a "),
    "emphasis marks": _same("*" * 99 + "a"),
    "underscores": _same("_a_"),
    "tables": _once("| a | b |\n|---|---|\n", "| 1 | 2 |\n"),
    "tables of words": lambda i: f"| {word(i)} | {i} |\n",
    "tables with totals": lambda i: (
        f"| a | b | c |\n|---|---|---|\n| x | {i} | 2 |\n| y | 3 | {i} |\n| Total | {i + 3} | {i + 9} |\n\n"
    ),
    "a table of numbers": _once("| a | b | c | d |\n|---|---|---|---|\n", "| x | 11 | 22 | 33 |\n"),
    "sentences beside tables": lambda i: (
        f"The staff of Nord{i % 9} is 17{i % 10}, the largest.\n\n"
        "| Region | Staff |\n|---|---|\n| Nord1 | 171 |\n| Nord2 | 182 |\n| Nord3 | 93 |\n\n"
    ),
    "notes without texts": lambda i: f"A word[^{i}] of it.\n\n[^a{i}]: Text.\n\n",
    "links inside the page": lambda i: (
        f"# Head {word(i)}\n\nSee [it](#{word(i)}) and [it](#head-{word(i)}).\n\n"
    ),
    "numbered captions": lambda i: f"See Table {i + 2}.\n\nTable {i}: of it\n\n",
    "labels of Quarto": lambda i: f"See @fig-{word(i)}.\n\n![A](a.png){{#fig-{word(i)}s}}\n\n",
    "table marks": _same("|"),
    "a wide table": lambda i: f"| {word(i)} ",
    "code fences": _same("```\na\n```\n"),
    "code fences, open": _same("~~~\n```\n"),
    "code spans": _same("`a` "),
    "code spans, open": lambda i: "`" * (i % 8 + 1) + "a ",
    "code, indented": _same("    code\n"),
    "footnotes": lambda i: f"a[^{i}]\n\n[^{i}]: b\n\n",
    "footnote marks": _same("[^1] "),
    "rules": _same("---\n"),
    "HTML tags": _same("<b>x</b> "),
    "HTML tags, nested": _same("<div>"),
    "HTML tags, open": _same("<a href="),
    "HTML tags, closed": _same("</div>"),
    "HTML attributes": _once("<a ", 'b="c" '),
    "angle brackets": _same("<"),
    "comments": _same("<!-- a -->\n\n"),
    "comments, open": _same("<!--"),
    "entities": _same("&lt;&#233;&amp;"),
    "entities, broken": _same("&"),
    "templates": _same("{{ a }} {% b %} "),
    "templates, open": _same("{{ a "),
    "shortcodes": _same('{{< a b="c" >}} '),
    "formulas": _same("$a$ "),
    "formulas, open": _same("$a "),
    "backslashes": _same("\\"),
    "divisions": _same("::: note\na\n:::\n\n"),
    "suppressions": _same("<!-- factlint-disable-next-line placeholder-date: so -->\n\nApril 20XX\n\n"),
    "suppressions, open": _same("<!-- factlint-disable placeholder-date: so -->\n\nApril 20XX\n\n"),
    "JSX": _same("<A b={c}>d</A>\n\n"),
    "abbreviations": _same("Mr. e.g. St. "),
    "dots": _same("."),
    "dashes": _same("a - b – c — "),
    "colons": _same("a: "),
    "slashes": _same("a/"),
    "hashes": _same("#a "),
    "at signs": _same("@a "),
}
WORDS: dict[str, Shape] = {
    "prose": lambda i: f"The {word(i)} has said that {word(i * 7)} is there. ",
    "prose in paragraphs": lambda i: f"The {word(i)} has said that {word(i * 7)} is there.\n\n",
    "foreign words": _same("tanto gefährlich naturellement "),
    "foreign passages": _same("Il ne faut pas oublier que la maison est grande.\n\n"),
    "a foreign paragraph": _once("The house is big and old. ", "Il ne faut pas oublier cela. "),
    "mixed scripts": _same("pаypаl "),
    "Cyrillic": _same("русский язык "),
    "Han": _same("中文字"),
    "Arabic": _same("العربية "),
    "repeated words": _same("the the "),
    "repeated words in lines": _same("the\nthe\n"),
    "paragraphs, equal": _same(
        "This paragraph is the same as all the others here, word for word, to the end.\n\n"
    ),
    "paragraphs, nearly equal": lambda i: (
        f"This paragraph {word(i)} is the same as all the others here, word for word, to its end.\n\n"
    ),
    "paragraphs, short": _same("plain\n\n"),
    "sentences, equal": _same("This sentence is the same as all of the others here. "),
    "mojibake": _same("Ã© â€™ "),
    "mojibake without end": _same("Ã©"),
    "invisible characters": _same("a\u200bb "),
    "invisible characters alone": _same("\u200b"),
    "soft hyphens": _same("a\u00adb"),
    "combining marks": _same("e\u0301"),
    "directional marks": _same("\u202ea\u202c "),
    "ligatures": _same("ﬁ İ "),
    "emoji": _same("👩‍👩‍👧 "),
    "one endless line": _same("word "),
    "one endless word": _same("x"),
    "one endless capital": _same("X"),
    "one endless word of syllables": lambda i: word(i),
    "letters": _same("a b "),
    "blank lines": _same("\n"),
    "blank lines of Windows": _same("\r\n"),
    "blanks": _same(" "),
    "tabs": _same("\t"),
    "lines of one letter": _same("a\n"),
    "hard line breaks": _same("a  \n"),
    "placeholders": _same("TK lorem ipsum [name] XXX "),
    "assistants": _same("As an AI language model, I cannot say. "),
    "merge conflicts": _same("<<<<<<< HEAD\na\n=======\nb\n>>>>>>> x\n"),
    "metadata in text": _same("title: A\ndate: 2024-08\n\n"),
    "cut off": _same("and then the…\n\n"),
}
FIELDS: dict[str, Shape] = {
    "front-matter keys": lambda i: ("" if i else "---\n") + f"k{i}: v\n",
    "front-matter keys, equal": _once("---\n", "k: v\n"),
    "front matter, nested": lambda i: ("" if i else "---\n") + "  " * (i % 100) + "k:\n",
    "front matter, nested in brackets": _once("---\nk: ", "["),
    "front matter, tags": _once("---\ntags:\n", "- a\n"),
    "front matter, one value": _once("---\ntitle: ", "a b "),
    "front matter, a headline of names": lambda i: ("" if i else "---\ntitle: ") + f"{name(i)} and ",
    "front matter, a headline of numbers": lambda i: ("" if i else "---\ntitle: ") + f"{i + 20} people, ",
    "front matter, a headline of words": lambda i: ("" if i else "---\ntitle: ") + f"{word(i)} ",
    "front matter of TOML": lambda i: ("" if i else "+++\n") + f'k{i} = "v"\n',
    "front matter, sources": lambda i: ("" if i else "---\nsources:\n") + f"- {word(i)}.txt\n",
    "front-matter fences": _same("---\n"),
}
REPEATS: dict[str, Shape] = {
    "items that come again": lambda i: f"- The meeting of {word(i // 2)} was very long indeed\n",
    "lists with an item twice": lambda i: (
        f"- The meeting of {word(i)} was very long\n- b\n- The meeting of {word(i)} was very long\n\na b\n\n"
    ),
    "brackets in a link of an item": _once("- ", "[a[b]"),
    "links of items": lambda i: f"- [{word(i)}](https://www.example.org/{word(i // 2)}/a) is new\n",
    "sentences that come again": _same("The council met in the hall of the town today. "),
    "marks alone": _same("XXX\n\n"),
    "marks alone, of tasks": _same("TODO\n\n"),
    "marks in sentences": lambda i: f"We wait for {word(i)} until TODO, and about XXX people came. ",
    "marks that are spoken of": _same("a TODO list, "),
    "scores that were not filled in": _same("X-X, "),
    "broken names in code": _same("```\na\n```\n\n* `Bj\u00c3\u00b6rn Stein`\n\n"),
}
PAPERS: dict[str, Shape] = {
    "results of tests": lambda i: (
        f"t({i + 9}) = 2.{i % 90 + 10}, d = 0.8, 95% CI [0.1, 1.5], p = .{i % 90 + 10}, "
    ),
    "results of tests, no end": _same("t(28) = 2.20, d = 1, d = 1, "),
    "results in formulas": lambda i: f"$\\chi^2({i % 90 + 1}) = 3.8{i % 9}$, $p < .0{i % 9 + 1}$; ",
    "equals signs": _same("t = "),
    "estimates with intervals": lambda i: f"OR = 1.{i % 90 + 10} (95% CI 1.1 to 1.{i % 80 + 10}), ",
    "means of samples": lambda i: f"on a 7-point scale (M = 5.{i % 90 + 10}, SD = 1.1, n = {i % 40 + 2}), ",
    "sizes of groups": lambda i: f"(N = 120) with n = {i % 60 + 1}, n = {i % 50 + 3} and n = 7, ",
    "p-values": lambda i: f"(p = .{i % 90 + 10}), (p = {i % 9}), ",
    "percentages of fractions": lambda i: f"{i % 9 + 1}/{i % 9 + 12} ({i % 90}%), ",
    "citations by author": lambda i: (
        f"({word(i).capitalize()} & {word(i + 1).capitalize()}, 20{i % 90 + 10}); "
    ),
    "citations by number": lambda i: f"[{i % 900 + 1}], [{i % 90 + 1}-{i % 90 + 9}] and ",
    "references": _once(
        "It is so (Abe, 2011).\n\n## References\n\n",
        "Abe, B. (2011). A work of some length. Journal of Wood, 3.\n\n",
    ),
    "references, all cited": lambda i: (
        f"{word(i).capitalize()} et al. (2011) say so.\n\n"
        f"## References\n\n{word(i).capitalize()}, B. (2011). A work of some length.\n\n"
    ),
    "registered trials": lambda i: f"NCT{i + 1234567}, ORCID: 0000-0002-1825-{i % 9000 + 1000}, ",
}
RELEASES: dict[str, Shape] = {
    "versions in one sentence": lambda i: _release(i, f"Otter 4.{i % 9}.{i % 99}, "),
    "versions, a sentence each": lambda i: _release(i, f"Otter 4.{i % 9}.{i % 99} is out. "),
    "issues": lambda i: _release(i, f"Otter #{i} is out. "),
    "codes of a register": lambda i: _release(i, f"CVE-20{i % 90 + 10}-{i % 9000 + 1000} and "),
    "codes of many prefixes": lambda i: _release(i, f"{word(i % 999).upper()}-{i % 900 + 100} and "),
    "links of issues": lambda i: _release(i, f"[#{i}](https://example.org/a/issues/{i + 1}) "),
    "an endless file name of versions": lambda i: (
        f"4-{i % 9}-" if i else "---\ntitle: Otter 4.2.1\nslug: otter-"
    ),
}


def _release(number: int, piece: str) -> str:
    return (
        piece if number else f"---\ntitle: Otter 4.2.1 and '#12' mend CVE-2024-1234\nlang: en\n---\n\n{piece}"
    )


HTML: dict[str, Shape] = {
    "html paragraphs": lambda i: f"<p>The {word(i)} has said it.</p>\n",
    "html paragraphs, open": _same("<p>a "),
    "html divisions, nested": _same("<div>"),
    "html lists, nested": _same("<ul><li>a "),
    "html list": _once("<p>There are three:</p><ul>", "<li>a</li>\n"),
    "html headings": lambda i: f"<h2>Part {i}</h2>\n",
    "html headings, empty": _same("<h2></h2>"),
    "html table": _once("<table>", "<tr><td>1</td><td>2</td></tr>\n"),
    "html links": lambda i: f'<a href="b{i}">a</a> ',
    "html images": _same('<img alt="a b" src="c.png"> '),
    "html metadata": lambda i: f'<meta name="a{i}" content="b">\n',
    "html scripts": _same("<script>a</script>\n"),
    "html scripts, open": _same("<script>"),
    "html JSON-LD": _same('<script type="application/ld+json">{"datePublished": "2024-03-04"}</script>\n'),
    "html styles": _same("<style>a{b:c}</style>"),
    "html quotations": _same("<blockquote><p>a</p></blockquote>"),
    "html emphasis": _same("<em>a<strong>b"),
    "html titles": _same("<title>a</title>"),
    "html breaks": _same("a<br>"),
    "html comments": _same("<!-- a -->"),
    "html declarations": _same("<!a>"),
    "html instructions": _same("<?a?>"),
    "html CDATA": _same("<![CDATA["),
    "html pre": _same("<pre>a"),
    "html headline": lambda i: ("" if i else "<h1>") + f"{name(i)} has {i} people and ",
    "html title": lambda i: ("" if i else "<title>") + f"{name(i)} has {i} people and ",
    "html hidden": _same('<div hidden>a</div><p aria-hidden="true">b</p>'),
}
SHAPES = {
    **LISTS,
    **QUANTITIES,
    **DATES,
    **NAMES,
    **QUOTATIONS,
    **MARKS,
    **WORDS,
    **FIELDS,
    **REPEATS,
    **PAPERS,
    **RELEASES,
    **HTML,
}
"""All of them by name."""

_TITLE = "Anna Nowak pays 12 percent of 5 million in France"
_FRAMES = {
    "md": f"---\ntitle: {_TITLE}\nlang: en\ndate: 2024-03-04\n---\n\n",
    "html": f'<html lang="en"><head><title>{_TITLE}</title><meta name="date" content="2024-03-04"></head>\n'
    f"<body><h1>{_TITLE}</h1>\n",
    "txt": f"{_TITLE}\n\nThe linter looks at this text, which is in English, on 4 March 2024.\n\n",
}
"""What gives an article a headline, a language and a date: for lack of one, rules would be silent."""


def hostile(name: str, size: int, format: str, skipped: int = 0) -> str:
    """The text of a shape in an article, ``md``, ``html`` or ``txt``."""
    return ("" if name in (*FIELDS, *RELEASES) else _FRAMES[format]) + made(SHAPES[name], size, skipped)


_BIBLE = """people:
  - name: Anna Nowak
    aliases: [A. Nowak]
    wrong: [Ana Nowak]
    born: 1961-04-30
    titles:
      - title: {en: [minister, health minister]}
        from: 2001-07-06
        until: 2023-11-20
organisations:
  - name: Nordbahn
    founded: 1912
    figures:
      - what: {en: [employees, people]}
        value: 12500
"""


class Desk:
    """A linter with all rules, and all that they may need: a story bible, and a source for each article."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "facts.yaml").write_text(_BIBLE, encoding="utf-8")
        (folder / ".factlint.yaml").write_text("facts: [facts.yaml]\n", encoding="utf-8")
        choice = Choice(select=("all",), preview=True, sources=(str(folder / "source.md"),), time_limit=0)
        self.linter = Linter(choice, ConfigFinder())
        for format in FORMATS:
            self.prepared("ages of one person", 500, format)()

    def prepared(self, name: str, size: int, format: str) -> Callable[[], FileReport]:
        """Lints the text of a shape; its source has other pieces of the same kind."""
        text, source = hostile(name, size, format), hostile(name, size, "md", 1000)
        path = str(self.folder / f"a.{format}")

        def lint() -> FileReport:
            (self.folder / "source.md").write_text(source, encoding="utf-8")
            return self.linter.lint_source(text, path)

        return lint


FORMATS = tuple(_FRAMES)
