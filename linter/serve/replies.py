"""Answers as they are sent."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from starlette.responses import PlainTextResponse, Response

from linter.reporters.jsontext import dumps

LANGUAGETOOL = "/v2"


def as_json(value: Any, status: int = 200) -> Response:
    """An answer to a program."""
    return Response(dumps(value).encode(), status, media_type="application/json")


def refused(path: str, status: int, why: str, headers: Mapping[str, str] | None = None) -> Response:
    """A message as those expect it who ask there: LanguageTool's clients a line, others JSON."""
    if path.startswith(f"{LANGUAGETOOL}/"):
        response: Response = PlainTextResponse(f"Error: {why}", status)
    else:
        response = as_json({"error": why}, status)
    response.headers.update(headers or {})
    return response
