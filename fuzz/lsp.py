"""What editors send to the language server; each line is a message."""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from pygls.io_ import run_async

from fuzz import seeds
from fuzz.target import Target, no_fault, require
from linter import lsp
from linter.lsp.server import Server

_BEGIN = (
    '{"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {"capabilities": {}, "processId": null, '
    '"rootUri": null}}\n{"jsonrpc": "2.0", "method": "initialized", "params": {}}\n'
)
_OURS = str(Path(lsp.__file__).parent.parent)


def targets(folder: Path) -> dict[str, Target]:
    """The one target."""
    return {"lsp": Target(seeds.texts("lsp"), check_messages)}


def check_messages(text: str) -> None:
    """Send the messages to a server of their own: it lives on, and stumbles nowhere in our code."""
    heard = _Errors()
    loggers = [logging.getLogger(name) for name in ("pygls", "asyncio")]
    for logger in loggers:
        logger.addHandler(heard)
        logger.propagate = False
    try:
        with no_fault():
            asyncio.run(_talk(_BEGIN + text))
    finally:
        for logger in loggers:
            logger.removeHandler(heard)
            logger.propagate = True
    require(not heard.ours, "\n".join(heard.ours))


async def _talk(text: str) -> None:
    server = Server(_AtOnce(), pause=0)
    server.protocol.set_writer(_Nowhere())
    reader = asyncio.StreamReader()
    for line in text.split("\n"):
        body = line.encode("utf-8", "replace")
        if body:
            reader.feed_data(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
    reader.feed_eof()
    with suppress(SystemExit):  # a message that ends the server
        await run_async(threading.Event(), reader, server.protocol, logging.getLogger("pygls"))
    for _ in range(3):
        await asyncio.sleep(0)


class _AtOnce:
    """Does what is asked for while the asker waits."""

    def submit(self, task: Callable[[], Any], then: Callable[[Any], None]) -> None:
        then(task())


class _Nowhere:
    """Where the answers go."""

    def write(self, data: bytes) -> None:
        return None

    def close(self) -> None:
        return None


class _Errors(logging.Handler):
    """Keeps the errors that were raised in our code; that a message is none is for the library to say."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.ours: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if record.exc_info and record.exc_info[1] is not None:
            told = logging.Formatter().formatException(record.exc_info)
            if f'File "{_OURS}' in told:
                self.ours.append(told)
