"""What is asked for by which address."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp

from linter.serve import api, languagetool
from linter.serve.guard import Guard, body_of, too_large
from linter.serve.openapi import document
from linter.serve.page import routes
from linter.serve.pool import Pool
from linter.serve.refusal import Refusal
from linter.serve.replies import LANGUAGETOOL, as_json, refused


def application(pool: Pool, most: int, hosts: Iterable[str], origins: Iterable[str] = ()) -> ASGIApp:
    """The server. ``most`` is the largest text in bytes; ``hosts`` and ``origins`` are those of ``Guard``."""
    origins = frozenset(each.lower().rstrip("/") for each in origins)
    hosts = frozenset(each.lower() for each in hosts)
    middleware = [Middleware(Guard, hosts=hosts, origins=origins)]
    if origins:
        cors = Middleware(CORSMiddleware, allow_origins=sorted(origins), allow_headers=["Content-Type"])
        cors.kwargs["allow_methods"] = ["GET", "POST"]
        middleware.append(cors)
    check = _Check(pool, most)
    return Starlette(
        routes=[
            Route(f"{LANGUAGETOOL}/check", _in_turn(pool, check.languagetool), methods=["GET", "POST"]),
            Route(f"{LANGUAGETOOL}/languages", _languages),
            Route("/api/check", _in_turn(pool, check.api), methods=["POST"]),
            Route("/api/openapi.json", _openapi),
            *routes(),
        ],
        middleware=middleware,
        exception_handlers={Refusal: _refused, HTTPException: _failed, Exception: _broken},
    )


class _Check:
    """The two ways to have a text checked."""

    def __init__(self, pool: Pool, most: int) -> None:
        self._pool = pool
        self._most = most

    async def languagetool(self, request: Request) -> Response:
        """``/v2/check``."""
        body = await body_of(request, self._most)
        query, kind = request.scope["query_string"], request.headers.get("content-type", "")
        wish = languagetool.Wish(languagetool.form_of(query, body, kind))
        self._bounded(wish.source)
        return as_json(languagetool.checked(wish, await self._pool.judge(wish.job)))

    async def api(self, request: Request) -> Response:
        """``/api/check``."""
        kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind != "application/json":
            raise Refusal(400, "the body has to be application/json, and 'Content-Type' has to say so")
        wish = api.wish_of(await body_of(request, self._most))
        job = wish.job
        self._bounded(job.text, job.data)
        return as_json(api.checked(wish, job, await self._pool.judge(job)))

    def _bounded(self, text: str, data: bytes = b"") -> None:
        if max(len(text), len(data)) > self._most:
            raise too_large(self._most)


Endpoint = Callable[[Request], Awaitable[Response]]


def _in_turn(pool: Pool, endpoint: Endpoint) -> Endpoint:
    """The endpoint for as many requests at a time as there is room for, counted before texts are read."""

    async def answer(request: Request) -> Response:
        pool.enter()
        try:
            return await endpoint(request)
        finally:
            pool.leave()

    return answer


async def _languages(request: Request) -> Response:
    return as_json(languagetool.languages())


async def _openapi(request: Request) -> Response:
    return as_json(document())


async def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, Refusal)
    return refused(request.url.path, error.status, error.why, error.headers)


async def _failed(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return refused(request.url.path, error.status_code, error.detail, error.headers)


async def _broken(request: Request, error: Exception) -> Response:
    return refused(request.url.path, 500, f"this is a fault of factlint: {type(error).__name__}")
