"""A paragraph, or a sentence, that stands in the article twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from linter.analyses import analysis
from linter.analyses.language import language
from linter.analyses.languages import is_prose
from linter.article.model import CODE, HEADING, LIST, PARAGRAPH, Article, Block
from linter.check import Alarm, Check, Count
from linter.finding import Related, Severity
from linter.matching import re
from linter.matching.letters import SMALL
from linter.matching.regexes import lazy
from linter.namedtuples import NamedTuple
from linter.quoting import beginning
from linter.text import FILLER, Span

_NO_WORD = lazy(r"[\W_]+")
_WORD = lazy(r"\w+")
_COUNTED = lazy(r".*\d.*|[IVXLC]+|[A-Z]", re.DOTALL)
"""A number, or a letter instead of one: parts that are counted have the same words."""
_DENSE = lazy(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_DENSE_AS = 2.5
"""Letters of an alphabet for which a Chinese, Japanese or Korean sign stands, on average."""
_COMMON = 6
_LETTERS = lazy(r"[\W_]*([^\W_])" * _COMMON)
_SAMPLE = 10
"""First words of two paragraphs, of which half have to be the same before all are compared."""
_FIRST_WORDS = lazy(r"\W*(\w+)" + r"(?:\W+(\w+))?" * (_SAMPLE - 1))
_END = lazy(rf"[.!?…][.!?…]*(?![{SMALL}])[»”\"')\]]*\s*")
_BROKEN_OFF = ("...", "…")
_STOPS = tuple(".!?…:;")
_ADDRESS = lazy(rf"://|\w\.[^\W\d_]+/|{FILLER}{{8}}")
_QUOTING = lazy(r"[\"“”„«»]")
"""In a sentence that tells what somebody said: a tale says it again."""
_NO_TEXT = ("-", "–", "—", "―", "[")
"""Begins the name of a speaker, or a caption between tags."""
_COUNTED_OFF = lazy(r"(?:\d{1,3}[°º]|\d{1,3}[.)]|[a-zA-Z][.)]|[IVX]{1,5}[.)])\s")
"""Begins an item of a list that is set as paragraphs, as in laws."""
_SHOWN = 60
_LONG_ITEM = 250
"""Characters; a longer item of a list is a paragraph under its number."""
_FAR = 15
"""Blocks between two equal paragraphs, beyond which they are repeated on purpose as often as not."""
_SLIPS = 3
"""Who has more paragraphs twice repeats on purpose, as laws do;"""
_BOOK = 1_000
"""and so do texts of more paragraphs."""
_LINE = 70
"""Characters; shorter lines that are broken by hand are verse."""
_BEGINNING, _COMPARED = 30, 16
"""So many characters at the beginning of a paragraph hold so many letters, nearly always."""

_BOX = lazy(
    r"(?:^|[\r\n])[ \t]*(?::{3,}[ \t]*[\w{][^\r\n]*|<(?:[A-Z]|[a-z]+-)[^<>\r\n]*>|\+[ \t]*(?=[\r\n]))"
    r"\s*(?:#{1,6}[ \t]+)?\Z"
)
"""Before a paragraph or a heading: a container or a component is opened, or it is joined to an item."""
_ENUMERATED = lazy(r"(?:^|\s)[(]?[^\W_]{1,2}\)\s")
"""Between two sentences: the next item of a list that runs on in its paragraph."""
_MARK = 6
_NUMBERED = lazy(rf"(?:^|\s)[{SMALL}\d]{{1,3}}\.\s+\Z")
"""Before a sentence: the number of its item."""
_LABEL = lazy(r"\W*\w+[:：]\W*(?:\n|\Z)")
"""Begins what stands below: the old and the new wording of a rule have one each."""
_LEAD_ENDS = lazy(r"<!--\s*/?\s*(?:end)?(?:excerpt|summary|teaser|more|truncate)\b")
"""Behind what a site shows of an article in its lists."""
_LEADING = 3
"""Blocks before the last one that such lists show."""
_CHORUS = 2
"""Words of a paragraph to each that is another one: it is sung."""


class DuplicateParagraphParams(NamedTuple):
    min_letters: int = 80
    """Shorter paragraphs may repeat: refrains, captions, "He nodded."."""
    min_letters_of_sentence: int = 25
    """Shorter sentences of one paragraph may repeat."""
    min_letters_apart: int = 40
    """The same of a sentence that others part from the first."""
    min_words_changed: int = 30
    """Shorter paragraphs that differ in a word say two things in one way."""


class _Pair(NamedTuple):
    """A run of paragraphs and the earlier run that it repeats, by their places in the article."""

    first: int
    first_end: int
    again: int
    again_end: int


class DuplicateParagraph(Check):
    """Reports the later of two equal paragraphs, or runs of them, and a sentence that follows itself.

    Case, spaces and punctuation do not count. A lead that the text repeats at its beginning is left
    alone, as are quotations, verse, lists and what introduces them, tables, code and the line that names
    a speaker. Far below, under another heading, behind code or for the fourth time a paragraph may be
    repeated on purpose, so that is only noted.
    """

    Params = DuplicateParagraphParams
    fields = frozenset({"text"})
    variants = frozenset({"sentence", "changed"})

    def run(self, article: Article) -> Iterator[Alarm | Count]:
        paragraphs = [place for place, block in enumerate(article.blocks) if _is_paragraph(block)]
        alarms = [*self._equal(article, paragraphs), *self._changed(article, paragraphs)]
        often = len(paragraphs) > _BOOK or sum(alarm.severity is None for alarm in alarms) > _SLIPS
        yield from (alarm._replace(severity=Severity.INFO) if often else alarm for alarm in alarms)
        for block in article.scope("paragraph"):
            alarms = list(self._sentences(block))
            filler = bool(alarms) and not is_prose(block.text.prose, language(article))
            if alarms and not filler and not _is_verse(block.text.prose) and not _is_struck(article, block):
                severity = _severity(article, block)
                yield from (alarm._replace(severity=severity) for alarm in alarms)

    def _equal(self, article: Article, paragraphs: list[int]) -> Iterator[Alarm]:
        """Runs of paragraphs that stand there twice."""
        beginnings = _beginnings([article.blocks[place].text.prose for place in paragraphs])
        if not beginnings:
            return
        for pair in _runs(self._pairs(article, paragraphs, beginnings)):
            text = article.blocks[pair.again].text.prose
            if not is_prose(text, language(article)) or _is_another(article, pair):
                continue
            unsure = beginnings[_beginning(text)] > 3 or _is_meant(article, pair)
            headed = _is_section(article, pair.first, pair.again)
            again = _span(article, pair.again - headed, pair.again_end)
            first = _span(article, pair.first - headed, pair.first_end)
            yield _alarm(again, first, text, severity=Severity.INFO if unsure else None)

    def _pairs(self, article: Article, paragraphs: list[int], beginnings: Counter[str]) -> Iterator[_Pair]:
        seen: dict[tuple[str, ...], int] = {}
        for number, place in enumerate(paragraphs):
            prose = article.blocks[place].text.prose
            if beginnings[_beginning(prose)] < 2:
                continue
            key = _key(prose)
            short = _size(key) < self.params.min_letters
            if (short and not self._is_headed(article, place, key)) or FILLER in prose:
                continue
            if _is_list_or_label(prose) or _is_verse(prose):
                continue
            if prose.lstrip()[0].islower() and place and _breaks_off(article.blocks[place - 1]):
                continue
            if _is_set_off(article.blocks[place]) or _is_chorus(prose):
                continue
            links = (mark.value for mark in article.blocks[place].text.marked("link"))
            first = seen.setdefault((key, *links), place)
            if first != place and number > 1 and (not short or _is_section(article, first, place)):
                yield _Pair(first, first, place, place)

    def _is_headed(self, article: Article, place: int, key: str) -> bool:
        """Whether a shorter paragraph is the first one of a section."""
        headed = place > 0 and article.blocks[place - 1].kind == HEADING
        return headed and _size(key) >= self.params.min_letters_apart

    def _changed(self, article: Article, paragraphs: list[int]) -> Iterator[Alarm]:
        """Paragraphs that differ from the one or the second one above in a word or two."""
        paragraphs = [place for place in paragraphs if article.blocks[place].kind == PARAGRAPH]
        proses = [article.blocks[place].text.prose for place in paragraphs]
        words = [self._first_words(prose) for prose in proses]
        for number in range(2, len(paragraphs)):
            for other in (number - 1, number - 2)[: number - 1]:
                if len(words[other] & words[number]) < _SAMPLE // 2:
                    continue
                between = article.blocks[paragraphs[other] : paragraphs[number]]
                if any(block.kind == HEADING for block in between):
                    break
                if self._differ_little(*(_WORD.findall(proses[n]) for n in (other, number))):
                    block = article.blocks[paragraphs[number]]
                    first = article.blocks[paragraphs[other]].text.whole
                    yield _alarm(block.text.whole, first, block.text.prose, "changed")
                    break

    def _first_words(self, prose: str) -> frozenset[str]:
        """The words of the sample; none if the paragraph is too short, or has code, which may differ too."""
        if len(prose) < 2 * self.params.min_words_changed - 1 or FILLER in prose:
            return frozenset()
        found = _FIRST_WORDS.match(prose)
        return frozenset(filter(None, found.groups() if found else ()))

    def _differ_little(self, one: list[str], other: list[str]) -> bool:
        if min(len(one), len(other)) < self.params.min_words_changed or abs(len(one) - len(other)) > 1:
            return False
        less, more = Counter(one) - Counter(other), Counter(other) - Counter(one)
        changed = [*less.elements(), *more.elements()]
        return 0 < len(changed) <= 2 and not any(map(_COUNTED.fullmatch, changed))

    def _sentences(self, block: Block) -> Iterator[Alarm]:
        """The sentences that follow themselves, and long ones that come again in the paragraph."""
        *pieces, _ = _END.split(block.text.prose)
        if len(pieces) == len(set(map(_initial, pieces))):
            return
        beginnings = list(map(_first_letters, pieces))
        alike = Counter(beginnings)
        if len(alike) == len(beginnings):
            return
        sentences = list(_sentences(block.text.prose))
        keys = [
            _key(text) if alike[beginning] > 1 and self._is_long(text) else ""
            for (_, text), beginning in zip(sentences, beginnings, strict=True)
        ]
        times = Counter(keys)
        often = {key for key, number in Counter(_key(text) for _, text in sentences).items() if number > 2}
        seen: dict[str, tuple[int, str]] = {}
        for number, (start, text) in enumerate(sentences):
            before = sentences[number - 1] if number else (0, "")
            key = "" if _QUOTING.search(text) else keys[number]
            earlier = seen.setdefault(key, (start, text)) if key and times[key] == 2 else None
            if earlier and _are_items(block.text.prose, earlier, start):
                earlier = None
            if number and beginnings[number - 1] == beginnings[number] and self._same(before[1], text):
                told = number == 1 and _is_source(block.text.prose[start:])
                earlier = None if told or FILLER in text or _key(text) in often else before
            if earlier is not None and earlier[0] != start:
                first = block.text.span(earlier[0], earlier[0] + len(earlier[1]))
                yield _alarm(block.text.span(start, start + len(text)), first, text, "sentence")

    def _is_long(self, sentence: str) -> bool:
        """Whether it is more than a refrain or a piece of a list, and no sentence that was cut at a point."""
        beginning = sentence[:1]
        return (
            len(_key(sentence)) >= self.params.min_letters_apart
            and beginning.isalpha()
            and not beginning.islower()
            and FILLER not in sentence
        )

    def _same(self, one: str, other: str) -> bool:
        if abs(len(one) - len(other)) > _SHOWN or other.endswith(_BROKEN_OFF) or FILLER in other:
            return False
        if one[:1].isalpha() and other[:1].isalpha() and one[0].casefold() != other[0].casefold():
            return False
        key = _key(one)
        return len(key) >= self.params.min_letters_of_sentence and key == _key(other)


def _size(key: str) -> float:
    """How much a text says, in letters; a Chinese or Japanese one is as much as some."""
    return len(key) if key.isascii() else len(key) + (_DENSE_AS - 1) * len(_DENSE.findall(key))


def _is_paragraph(block: Block) -> bool:
    return block.kind == PARAGRAPH or (block.kind == LIST and len(block.text.prose) > _LONG_ITEM)


def _is_list_or_label(prose: str) -> bool:
    """Whether it is an item, a line of somebody who speaks, or what introduces the text below."""
    return bool(prose.startswith(_NO_TEXT) or _COUNTED_OFF.match(prose) or prose.rstrip().endswith(":"))


def _is_verse(prose: str) -> bool:
    """Whether its lines are short and broken by hand."""
    lines = prose.strip().split("\n")
    return len(lines) > 1 and sum(len(line) <= _LINE for line in lines) > len(lines) / 2


def _is_set_off(block: Block) -> bool:
    """Whether all of it is in italics or bold: what somebody said, a licence, an advertisement."""
    return any(
        mark.end - mark.start > len(block.text) * 0.9 for mark in block.text.marked("emphasis", "strong")
    )


def _breaks_off(block: Block) -> bool:
    """Whether it is an item that goes on below."""
    return block.kind == LIST and not block.text.prose.rstrip().endswith(_STOPS)


def _is_meant(article: Article, pair: _Pair) -> bool:
    """Whether it comes again far below, under another heading, in a box of its own or about other code."""
    far = pair.again - pair.first > _FAR and pair.again == pair.again_end
    between = article.blocks[pair.first : pair.again]
    headed = _is_section(article, pair.first, pair.again)
    boxes = all(_opens_box(article, place - headed) for place in (pair.first, pair.again))
    if headed:
        return boxes
    return far or boxes or any(block.kind in (HEADING, CODE) for block in between)


def _is_another(article: Article, pair: _Pair) -> bool:
    """Whether a label parts them, or the first one is what lists of the site show, with its end marked."""
    if any(_LABEL.match(block.text.prose) for block in article.blocks[pair.first_end : pair.again]):
        return True
    if pair.first > _LEADING:
        return False
    end, start = (article.blocks[at].text.whole for at in (pair.first_end, pair.again))
    return _LEAD_ENDS.search(article.source, end.end, start.start) is not None


def _is_section(article: Article, first: int, again: int) -> bool:
    """Whether the same heading stands above both, the only one that the article has twice.

    Of several each is that of a part of something, and these may say the same.
    """
    if not first:
        return False
    one, other = article.blocks[first - 1], article.blocks[again - 1]
    if one.kind != HEADING or other.kind != HEADING or one.level != other.level:
        return False
    return _key(one.text.prose) == _key(other.text.prose) == _doubled_heading(article) != ""


@analysis
def _doubled_heading(article: Article) -> str:
    """The only heading that the article has twice, as it is compared; nothing if there are more, or none."""
    times = Counter(_key(block.text.prose) for block in article.blocks if block.kind == HEADING)
    often = [heading for heading, number in times.items() if number > 1]
    return often[0] if len(often) == 1 and times[often[0]] == 2 else ""


def _opens_box(article: Article, place: int) -> bool:
    """Whether a box begins with it, a note or a tab, which says what it has to say at each place."""
    start = article.blocks[place].text.whole.start
    return _BOX.search(article.source, max(0, start - _LINE), start) is not None


def _is_struck(article: Article, block: Block) -> bool:
    """Whether something in it is struck out, as what is said again was."""
    return "~~" in article.excerpt(block.text.whole)


def _severity(article: Article, block: Block) -> Severity | None:
    """An info in a long talk that was written down: people say things again."""
    from linter.analyses.transcript import is_spoken, is_talk

    return Severity.INFO if is_talk(article) and is_spoken(article, block) else None


def _are_items(prose: str, first: tuple[int, str], again: int) -> bool:
    """Whether two sentences of a paragraph are of different items of a list that runs on in it."""
    if _ENUMERATED.search(prose, first[0] + len(first[1]), again):
        return True
    return all(_NUMBERED.search(prose, max(0, at - _MARK), at) for at in (first[0], again))


def _is_source(rest: str) -> bool:
    """Whether an address follows: an entry of a list of sources has a page's title as its author as well."""
    return _ADDRESS.search(rest) is not None


def _sentences(prose: str) -> Iterator[tuple[int, str]]:
    start = 0
    for end in _END.finditer(prose):
        yield start, prose[start : end.end()].rstrip()
        start = end.end()


def _runs(pairs: Iterator[_Pair]) -> Iterator[_Pair]:
    """Pairs of which one goes on where the other ends, put together."""
    run: _Pair | None = None
    for pair in pairs:
        if run and (pair.first, pair.again) == (run.first_end + 1, run.again_end + 1):
            run = run._replace(first_end=pair.first, again_end=pair.again)
            continue
        if run:
            yield run
        run = pair
    if run:
        yield run


def _beginning(prose: str) -> str:
    """The first letters of a paragraph: equal ones have that in common, and few others do."""
    letters = _key(prose[:_BEGINNING])
    return (letters if len(letters) >= _COMPARED else _key(prose))[:_COMPARED]


def _beginnings(proses: list[str]) -> Counter[str]:
    """How often paragraphs begin alike; without most of those that begin like no other."""
    letters = list(map(_first_letters, proses))
    if len(set(letters)) == len(letters):
        return Counter()
    times = Counter(letters)
    return Counter(
        _beginning(prose) for prose, first in zip(proses, letters, strict=True) if times[first] > 1
    )


def _first_letters(sentence: str) -> str:
    """Few letters, which sentences with the same key have in common; fewer of a shorter sentence."""
    found = _LETTERS.match(sentence)
    return "".join(found.groups()).casefold()[:_COMMON] if found else ""


def _initial(sentence: str) -> str:
    """The first of them."""
    first = sentence[:1]
    return first.casefold()[:1] if first.isalnum() else _first_letters(sentence)[:1]


def _is_chorus(prose: str) -> bool:
    words = _WORD.findall(prose.casefold())
    return len(words) > _CHORUS * len(set(words))


def _key(text: str) -> str:
    return _NO_WORD.sub("", text).casefold()


def _span(article: Article, first: int, last: int) -> Span:
    return Span(article.blocks[first].text.whole.start, article.blocks[last].text.whole.end)


def _alarm(span: Span, first: Span, text: str, variant: str = "", severity: Severity | None = None) -> Alarm:
    shown = beginning(" ".join(text.split()), _SHOWN)
    return Alarm(span, {"text": shown}, (Related(first, "first here"),), variant=variant, severity=severity)
