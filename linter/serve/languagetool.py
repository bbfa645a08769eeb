"""LanguageTool's HTTP protocol, so that what speaks it works by changing an address.

It is described at https://languagetool.org/http-api/. Offsets count in UTF-16 code units.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qs

from linter import __version__
from linter.analyses.languages import name_of, normal_tag
from linter.article.beside import parts_beside
from linter.finding import Finding, Severity
from linter.languages import described
from linter.matching.regexes import lazy
from linter.messages.reader import WRITTEN_IN
from linter.reporters.base import RuleInfo
from linter.serve.job import Answer, Job
from linter.serve.offsets import Utf16
from linter.serve.refusal import Refusal
from linter.text import Piece, Span, Text

AUTO = "auto"
_REGIONS = {
    "ca": ("ES",),
    "de": ("DE", "AT", "CH"),
    "en": ("US", "GB", "AU", "CA", "NZ", "ZA"),
    "es": ("ES", "AR"),
    "fr": ("FR", "BE", "CA", "CH"),
    "nl": ("NL", "BE"),
    "pt": ("PT", "BR", "AO", "MZ"),
}
"""Regions that clients of LanguageTool offer; the languages of others have one form there."""
_ISSUE_TYPES = {
    "dates": "inconsistency",
    "facts": "inconsistency",
    "names": "inconsistency",
    "numbers": "numbers",
    "sources": "inconsistency",
    "translations": "inconsistency",
    "language": "grammar",
    "structure": "formatting",
}
"""By topic the type of the Internationalization Tag Set 2.0, by which clients choose a colour."""
_AROUND = 40
"""Characters of context on either side."""
_SENTENCE = 400
"""Characters of a sentence on either side of what is meant, at most."""
_FIELDS = 100
"""Parameters of a request; the protocol has some twenty."""
_SENTENCE_END = lazy(r"(?<=[.!?…])\s+|(?<=[。！？])|\n")


class Wish:
    """What a request asks for."""

    def __init__(self, form: Mapping[str, str]) -> None:
        """``Refusal`` if it cannot be understood. ``text`` is ``source``, what was sent, without markup."""
        self.tag = _tag(form)
        self.variants = _listed(form, "preferredVariants")
        self.text, self.source = _text(form)
        self._disabled = {*_listed(form, "disabledRules"), *_listed(form, "disabledCategories")}
        self._enabled = {*_listed(form, "enabledRules"), *_listed(form, "enabledCategories")}
        self._only = form.get("enabledOnly", "").lower() in ("true", "yes")
        self._picky = form.get("level", "") == "picky"

    @property
    def job(self) -> Job:
        """The text as it is judged: what a client calls picky is told as well."""
        return Job(
            self.text.prose,
            lang="" if self.tag == AUTO else self.tag,
            enabled=tuple(sorted(self._enabled)),
            min_severity=Severity.INFO if self._picky else Severity.WARNING,
        )

    def wants(self, rule: RuleInfo) -> bool:
        """Whether findings of a rule are asked for; rules and their topics may be named."""
        names = {rule.id, rule.topic, rule.topic.upper()}
        return not names & self._disabled and (not self._only or bool(names & self._enabled))


def form_of(query: bytes, body: bytes, content_type: str) -> dict[str, str]:
    """The parameters in the address and in the body of a request."""
    kind = content_type.partition(";")[0].strip().lower()
    if body and kind not in ("", "application/x-www-form-urlencoded"):
        raise Refusal(400, f"the body is '{kind[:80]}'; it has to be application/x-www-form-urlencoded")
    form: dict[str, str] = {}
    for part in (query, body):
        try:
            told = parse_qs(part.decode("utf-8"), keep_blank_values=True, max_num_fields=_FIELDS)
        except UnicodeDecodeError:
            raise Refusal(400, "the parameters are not in UTF-8") from None
        except ValueError:
            raise Refusal(400, f"there are more than {_FIELDS} parameters") from None
        form |= {name: values[-1] for name, values in told.items()}
    return form


def languages() -> list[dict[str, str]]:
    """The answer to ``/v2/languages``."""
    found = []
    for code in described():
        name = str(name_of(code))
        found.append({"name": name, "code": code, "longCode": code})
        found += [
            {"name": f"{name} ({region})", "code": code, "longCode": f"{code}-{region}"}
            for region in _REGIONS.get(code, ())
        ]
    return found


def checked(wish: Wish, answer: Answer) -> dict[str, Any]:
    """The answer to ``/v2/check``."""
    source = _Source(wish, answer)
    shown = [each for each in answer.findings if wish.wants(answer.rules[each.rule])]
    return {
        "software": {
            "name": "factlint",
            "version": __version__,
            "buildDate": "",
            "apiVersion": 1,
            "premium": False,
            "status": "",
        },
        "warnings": {"incompleteResults": bool(answer.failures)},
        "language": _language(wish, answer.language),
        "matches": [
            source.match(each, answer.rules[each.rule]) for each in shown if each.span.start >= source.begin
        ],
    }


class _Source:
    """What was sent, with its markup: places are places in it."""

    def __init__(self, wish: Wish, answer: Answer) -> None:
        self._prose = wish.text
        self._source = wish.source
        self._utf16 = Utf16(self._source)
        self.begin = parts_beside("", wish.job.given)[-1].at
        """What stands before it are fields that no client has a place for."""

    def match(self, finding: Finding, rule: RuleInfo) -> dict[str, Any]:
        """A finding in the words of the protocol."""
        place = Span(finding.span.start - self.begin, finding.span.end - self.begin)
        span = self._prose.span(*place)
        return {
            "message": finding.message,
            "shortMessage": rule.summary,
            "replacements": self._replacements(finding, place, span),
            "offset": self._utf16(span.start),
            "length": self._utf16(span.end) - self._utf16(span.start),
            "context": self._context(span),
            "sentence": self._sentence(*place),
            "type": {"typeName": "Other"},
            "rule": {
                "id": rule.id,
                "description": rule.summary,
                "issueType": _ISSUE_TYPES.get(rule.topic, "uncategorized"),
                "category": {"id": rule.topic.upper(), "name": rule.topic},
                **({"urls": [{"value": rule.url}]} if rule.url else {}),
            },
            "ignoreForIncompleteSentence": False,
            "contextForSureMatch": 0,
        }

    def _replacements(self, finding: Finding, place: Span, span: Span) -> list[dict[str, str]]:
        """What may be written there; nothing where markup would be lost by it."""
        text = finding.suggestion if finding.fix is None else finding.fix
        whole = self._source[span.start : span.end] == self._prose.prose[place.start : place.end]
        return [] if text is None or not whole else [{"value": text}]

    def _context(self, span: Span) -> dict[str, Any]:
        start, end = max(0, span.start - _AROUND), min(len(self._source), span.end + _AROUND)
        cut = "..." if start else ""
        text = self._source[start:end].replace("\n", " ").replace("\r", " ")
        at = self._utf16(span.start) - self._utf16(start) + len(cut)
        length = self._utf16(span.end) - self._utf16(span.start)
        return {
            "text": f"{cut}{text}{'...' if end < len(self._source) else ''}",
            "offset": at,
            "length": length,
        }

    def _sentence(self, at: int, end: int) -> str:
        prose = self._prose.prose
        first, last = max(0, at - _SENTENCE), min(len(prose), end + _SENTENCE)
        ends = [each.end() for each in _SENTENCE_END.finditer(prose, first, at)]
        after = _SENTENCE_END.search(prose, end, last)
        return prose[ends[-1] if ends else first : after.start() if after else last].strip()


def _language(wish: Wish, code: str) -> dict[str, Any]:
    """The language that was asked for, and the one found out, which is named only where it is sure."""
    variant = next((each for each in wish.variants if normal_tag(each) == code), code) or WRITTEN_IN
    told = {"name": str(name_of(normal_tag(variant))), "code": variant}
    detected = {**told, "confidence": 1.0 if code else 0.0}
    if wish.tag == AUTO:
        return {**told, "detectedLanguage": detected}
    return {"name": str(name_of(normal_tag(wish.tag))), "code": wish.tag, "detectedLanguage": detected}


def _tag(form: Mapping[str, str]) -> str:
    tag = form.get("language", "") or AUTO
    if tag != AUTO and not normal_tag(tag):
        raise Refusal(400, f"'{tag[:80]}' is no language code; /v2/languages lists them, 'auto' is one")
    return tag


def _listed(form: Mapping[str, str], name: str) -> list[str]:
    return [each.strip() for each in form.get(name, "").split(",") if each.strip()]


def _text(form: Mapping[str, str]) -> tuple[Text, str]:
    if "text" in form and "data" in form:
        raise Refusal(400, "there are both 'text' and 'data'; one of them is needed")
    if "text" in form:
        return _plain(form["text"])
    if "data" not in form:
        raise Refusal(400, "there is neither 'text' nor 'data'")
    return annotated(form["data"])


def _plain(text: str) -> tuple[Text, str]:
    return Text.verbatim(text, 0, len(text)), text


def annotated(data: str) -> tuple[Text, str]:
    """The text of what ``data`` holds, with the way to its places in the text and markup behind it."""
    try:
        told = json.loads(data)
    except (ValueError, RecursionError):
        raise Refusal(400, "'data' is no JSON") from None
    if isinstance(told, dict) and isinstance(told.get("text"), str):
        return _plain(told["text"])
    parts = told.get("annotation") if isinstance(told, dict) else None
    if not isinstance(parts, list):
        raise Refusal(400, "'data' has neither a 'text' nor a list 'annotation'")
    pieces, raws, at = [], [], 0
    for number, part in enumerate(parts, 1):
        raw, prose = _annotation(part, number)
        pieces.append(Piece(prose, at, at + len(raw)))
        raws.append(raw)
        at += len(raw)
    return Text(pieces), "".join(raws)


def _annotation(part: object, number: int) -> tuple[str, str]:
    """What an annotation stands for in what was sent, and in the text."""
    match part:
        case {"text": str(text), **rest} if "markup" not in rest:
            return text, text
        case {"markup": str(markup), **rest} if "text" not in rest:
            prose = rest.get("interpretAs", "")
            if isinstance(prose, str):
                return markup, prose
    raise Refusal(400, f"annotation {number} of 'data' has to have either a 'text' or a 'markup'")
