"""The JSON API in the words of OpenAPI 3.1."""

from __future__ import annotations

from typing import Any

from linter import __version__
from linter.finding import Severity
from linter.rules.schema import record_schema
from linter.serve.api import SCHEMA, Wish

_TEXT: dict[str, Any] = {"type": "string"}
_NULLABLE: dict[str, Any] = {"type": ["string", "null"]}
_OFFSET: dict[str, Any] = {"type": "integer", "minimum": 0}
_FROM_ONE: dict[str, Any] = {"type": "integer", "minimum": 1}
_FIELD: dict[str, Any] = {
    "enum": ["", "title", "date", "lang"],
    "description": "What the offsets count in: a field of the request, or, if empty, the text.",
}
_REFUSALS = {
    "400": "the request cannot be understood; `error` says why",
    "403": "the server does not answer to this host name, or not to this origin",
    "408": "the text did not come in time",
    "413": "the text is larger than the server reads",
    "422": "the text takes too long and was given up; to ask again does not help",
    "503": "too many texts at once, or nobody to judge; `Retry-After` says in how many seconds to ask again",
}


def document() -> dict[str, Any]:
    """The description of the API."""
    answers: dict[str, Any] = {
        "200": {"description": "what was found", "content": _json(_ref("Answer"))},
        **{
            status: {"description": why, "content": _json(_ref("Refusal"))}
            for status, why in _REFUSALS.items()
        },
    }
    return {
        "openapi": "3.1.0",
        "info": {"title": "factlint", "version": __version__},
        "servers": [{"url": "/"}],
        "security": [],
        "paths": {
            "/api/check": {
                "post": {
                    "operationId": "check",
                    "summary": "The findings in an article",
                    "requestBody": {"required": True, "content": _json(_ref("Request"))},
                    "responses": answers,
                }
            }
        },
        "components": {
            "schemas": {
                "Request": record_schema(Wish),
                "Answer": _answer(),
                "Finding": _finding(),
                "Related": _related(),
                "Rule": _object(topic=_TEXT, summary=_TEXT, rationale=_TEXT, url=_NULLABLE),
                "Refusal": _object(error=_TEXT),
            }
        },
    }


def _answer() -> dict[str, Any]:
    told = _object(
        schema={"const": SCHEMA},
        version=_TEXT,
        language={**_NULLABLE, "description": "Of the text, as ISO 639-1 code, if it is known."},
        findings={"type": "array", "items": _ref("Finding")},
        rules={"type": "object", "additionalProperties": _ref("Rule"), "description": "By id."},
        failures={**_texts(), "description": "Why the text was not judged, or not by every rule."},
        notices=_texts(),
    )
    told["properties"]["text"] = {
        **_TEXT,
        "description": "Of a file that was sent as `data` what places count in.",
    }
    return told


def _finding() -> dict[str, Any]:
    found = _object(
        rule=_TEXT,
        severity={"enum": list(Severity.choices)},
        message=_TEXT,
        field=_FIELD,
        start=_OFFSET,
        end={**_OFFSET, "description": "Exclusive."},
        line=_FROM_ONE,
        column=_FROM_ONE,
        end_line=_FROM_ONE,
        end_column=_FROM_ONE,
        text={**_TEXT, "description": "The words that it is about."},
        related={"type": "array", "items": _ref("Related")},
        suggestion={**_NULLABLE, "description": "What may stand there instead: for a person to decide."},
        fix={**_NULLABLE, "description": "What may be written there without looking."},
        fingerprint={**_TEXT, "description": "Stays the same while the text around changes."},
    )
    found["properties"]["within"] = {
        **_TEXT,
        "description": "The place as people count it in files that have no lines.",
    }
    return found


def _related() -> dict[str, Any]:
    described = _object(field=_FIELD, start=_OFFSET, end=_OFFSET, label=_TEXT)
    return {**described, "description": "The other place: what the finding disagrees with."}


def _object(**properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(properties)}


def _texts() -> dict[str, Any]:
    return {"type": "array", "items": _TEXT}


def _ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def _json(schema: dict[str, Any]) -> dict[str, Any]:
    return {"application/json": {"schema": schema}}
