"""The server on its socket."""

from __future__ import annotations

import asyncio
import socket

import uvicorn

from linter.engine.processes import processors
from linter.namedtuples import NamedTuple
from linter.serve.app import application
from linter.serve.guard import LOOPBACK
from linter.serve.job import Settings
from linter.serve.pool import Pool
from linter.serve.worker import Worker

_CONNECTIONS = 1000
"""Connections at a time; a browser keeps several open and asks nothing."""

_ANY = frozenset({"0.0.0.0", "::"})
"""All addresses of the machine; as a name it is used by pages that should not."""


class Limits(NamedTuple):
    """How much is done, and for whom."""

    workers: int = 0
    """Processes that judge; 0 for as many as there are processors."""
    most: int = 4 * 2**20
    """Bytes of a text."""
    hosts: tuple[str, ...] = ()
    """Names of the server beside those of the loopback."""
    origins: tuple[str, ...] = ()
    """Pages of others that may ask."""


class Server:
    """Listens until it is told to end. The processes are there before it does."""

    def __init__(self, settings: Settings, limits: Limits, listening: socket.socket) -> None:
        self._listening = listening
        count = limits.workers or processors()
        self._workers = [Worker(settings) for _ in range(count)]
        self._settings = settings
        self._limits = limits
        self._server: uvicorn.Server | None = None

    def run(self) -> None:
        """Answer until :meth:`end` is called, or a signal comes; ``GivenUp`` if no process begins."""
        try:
            self._workers[0].begin()
            asyncio.run(self._serve())
        finally:
            for worker in self._workers:
                worker.close()
            self._listening.close()

    async def _serve(self) -> None:
        pool = Pool(self._workers, self._settings.time_limit)
        hosts = LOOPBACK.union(self._limits.hosts) - _ANY
        config = uvicorn.Config(
            application(pool, self._limits.most, hosts, self._limits.origins),
            log_config=None,  # and nothing is logged: addresses may hold texts
            log_level="critical",
            access_log=False,
            server_header=False,
            lifespan="off",
            loop="asyncio",
            http="h11",
            ws="none",
            limit_concurrency=_CONNECTIONS,
            timeout_graceful_shutdown=self._settings.time_limit,
        )
        self._server = uvicorn.Server(config)
        try:
            await self._server.serve([self._listening])
        finally:
            pool.close()

    def end(self) -> None:
        """Let :meth:`run` return when what was asked is answered."""
        if self._server is not None:
            self._server.should_exit = True


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens; port 0 is one that is free. ``OSError`` if there is none."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    return socket.create_server((host, port), family=family, backlog=1024)


def address(listening: socket.socket) -> str:
    """Where a socket listens, for a browser."""
    host, port = listening.getsockname()[:2]
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"
