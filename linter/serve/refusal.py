"""Requests that are not answered, and why."""

from __future__ import annotations

from collections.abc import Mapping


class Refusal(Exception):
    """A request that gets another answer than the one it asked for, with a message for whoever wrote it."""

    def __init__(self, status: int, why: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(why)
        self.status = status
        self.why = why
        self.headers = dict(headers or {})
