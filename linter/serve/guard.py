"""Who may ask, and how much a request may be.

A page that a browser shows can send requests to this machine. By the name of the server in ``Host`` one is
known that got there by an address that it gave to a name of its own (DNS rebinding), by ``Origin`` one that
does not hide where it comes from.
"""

from __future__ import annotations

import asyncio
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import ClientDisconnect, Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from linter.serve.refusal import Refusal
from linter.serve.replies import refused

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
_BODY_SECONDS = 30
"""In so much time the text has to have come."""
_ESCAPES = 4
"""A form or a JSON text may be so many times as long as what it holds."""
_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}


class Guard:
    """Lets through what is asked by one of the names of the server, and not by a page of others."""

    def __init__(self, app: ASGIApp, hosts: frozenset[str], origins: frozenset[str]) -> None:
        """``hosts`` are names without port, in small letters; ``origins`` pages that may ask."""
        self._app = app
        self._hosts = hosts
        self._origins = origins

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        why = self._objection(Headers(scope=scope))
        app = refused(scope["path"], 403, why) if why else self._app
        await app(scope, receive, send_guarded)

    def _objection(self, headers: Headers) -> str:
        host, origin = headers.get("host", "").lower(), headers.get("origin", "").lower()
        if host_name(host) not in self._hosts:
            return "the server is not known by this name; 'factlint serve --allow-host NAME' allows it"
        if origin and not self._may_ask(origin, host):
            return "pages of this origin may not ask; 'factlint serve --allow-origin ORIGIN' allows it"
        return ""

    def _may_ask(self, origin: str, host: str) -> bool:
        """Pages of this server and of those allowed; add-ons and programs, whose schemes no page can have."""
        scheme, _, place = origin.partition("://")
        if origin in self._origins:
            return True
        return place == host if scheme in ("http", "https") else bool(place) and scheme != "file"


def host_name(host: str) -> str:
    """The name in ``name:port``, in small letters; empty for what is none."""
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""


async def body_of(request: Request, most: int) -> bytes:
    """What a request sends. ``Refusal`` if it holds more than so many bytes, or takes too long to come."""
    length, allowed = request.headers.get("content-length", ""), most * _ESCAPES
    if length.isdecimal() and int(length[:20]) > allowed:
        raise too_large(most)
    data = bytearray()
    try:
        async with asyncio.timeout(_BODY_SECONDS):
            async for part in request.stream():
                data += part
                if len(data) > allowed:
                    raise too_large(most)
    except TimeoutError:
        raise Refusal(408, "the text did not come in time") from None
    except ClientDisconnect:
        raise Refusal(400, "the request was broken off") from None
    return bytes(data)


def too_large(most: int) -> Refusal:
    """A text of more than so many bytes."""
    told = f"larger than {most // 2**20} MiB; 'factlint serve --max-size' allows more"
    return Refusal(413, told, {"Connection": "close"})
