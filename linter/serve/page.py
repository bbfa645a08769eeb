"""The page on which an article is pasted or dropped: plain files, in the reader's language."""

from __future__ import annotations

from html import escape

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from linter.analyses.languages import name_of
from linter.languages import described
from linter.messages import messages
from linter.messages.catalogue import Translate, translate
from linter.messages.reader import LANGUAGES, WRITTEN_IN
from linter.packaged import read_data

_FOLDER = "page"
_KINDS = {"page.css": "text/css", "page.js": "text/javascript"}
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
)
_NAMES = (
    *("about", "article", "headline", "date", "lang", "auto", "format", "plain", "text", "check", "file"),
    *("privacy", "busy", "none", "findings", "copied", "failed", "large", "copy", "error", "warning"),
    *("info", "instead", "delete", "why", "show"),
)
_TEXTS = messages(
    "Finds what an article contradicts itself in, and what was left in it.",
    "Article",
    "Headline",
    "Date",
    "Language",
    "found out",
    "Format",
    "Plain text",
    "Text",
    "Check",
    "Or choose or drop a file",
    "The text goes to this server only, and is not kept.",
    "Checking …",
    "Nothing found.",
    "Findings",
    "The corrected text is on the clipboard.",
    "The text could not be checked, or not by every rule.",
    "The text is too large.",
    "Copy the corrected text",
    "error",
    "warning",
    "info",
    "Write instead:",
    "nothing",
    "Why it matters",
    "Show in the text",
)


def routes() -> list[Route]:
    """The page and its files."""
    return [Route("/", _page), Route("/{name:str}", _file)]


def page(language: str) -> str:
    """The page in one of the languages that there are messages in."""
    speak = translate(language)
    text = read_data(_FOLDER, "page.html")
    told = {name: escape(speak(each)) for name, each in zip(_NAMES, _TEXTS, strict=True)}
    for name, value in {**told, "language": language, "languages": _options(speak)}.items():
        text = text.replace(f"{{{{{name}}}}}", value)
    return text


def preferred(accepted: str) -> str:
    """The language that an ``Accept-Language`` asks for first, of those that there are messages in."""
    wishes: list[tuple[float, str]] = []
    for wish in accepted[:1000].split(","):
        tag, _, weight = wish.partition(";")
        try:
            wishes.append((float(weight.strip().removeprefix("q=") or 1), tag.strip().lower().split("-")[0]))
        except ValueError:
            continue
    best = sorted((each for each in wishes if each[0] > 0), key=lambda each: -each[0])
    return next((code for _, code in best if code in LANGUAGES), WRITTEN_IN)


def _options(speak: Translate) -> str:
    names = sorted((speak(name_of(code)), code) for code in described())
    return "".join(f'<option value="{code}">{escape(name)}</option>' for name, code in names)


async def _page(request: Request) -> Response:
    language = preferred(request.headers.get("accept-language", ""))
    headers = {"Content-Security-Policy": _POLICY, "Vary": "Accept-Language"}
    return Response(page(language), media_type="text/html", headers=headers)


async def _file(request: Request) -> Response:
    name = request.path_params["name"]
    if name not in _KINDS:
        return Response(status_code=404)
    return Response(read_data(_FOLDER, name), media_type=_KINDS[name])
