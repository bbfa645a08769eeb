"""``factlint serve`` as a whole: a process that listens until it is told to end."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Barrier, Thread

import pytest

from tests.cli.conftest import Factlint, factlint  # noqa: F401
from tests.serve.conftest import ARTICLE, Client


@pytest.fixture
def running(tmp_path: Path) -> Iterator[tuple[subprocess.Popen[str], Client]]:
    command = [sys.executable, "-m", "linter", "serve", "--isolated", "--port", "0", "--workers", "2"]
    process = subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None
    try:
        said = re.fullmatch(
            r"Listening at http://127\.0\.0\.1:(\d+)/; Ctrl-C ends it\.\n", process.stderr.readline()
        )
        assert said is not None
        yield process, Client(int(said[1]))
    finally:
        process.kill()
        process.wait()
        process.stderr.close()


def test_it_serves_many_at_once(running: tuple[subprocess.Popen[str], Client]) -> None:
    _, client = running
    found: list[list[str]] = []
    together = Barrier(50)

    def ask() -> None:
        together.wait()
        matches = client.form(text=ARTICLE, language="en").json["matches"]
        found.append([each["rule"]["id"] for each in matches])

    threads = [Thread(target=ask) for _ in range(50)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [["weekday-mismatch", "placeholder-date"]] * 50


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_in_silence(running: tuple[subprocess.Popen[str], Client], number: int) -> None:
    process, client = running
    assert client.ask("GET", "/").status == 200
    process.send_signal(number)
    assert process.stderr is not None
    assert (process.stderr.read(), process.wait()) == ("", 0)


def test_a_port_that_is_taken(factlint: Factlint) -> None:  # noqa: F811
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = factlint("serve", "--isolated", "--port", str(port))
    assert done.returncode == 2
    assert done.stderr.startswith(f"error: 127.0.0.1:{port}: ")


@pytest.mark.parametrize("option", ["--port=70000", "--time-limit=0", "--max-size=0", "--workers=-1"])
def test_limits_that_are_none(factlint: Factlint, option: str) -> None:  # noqa: F811
    done = factlint("serve", option)
    assert (done.returncode, done.stderr) == (
        2,
        "error: sizes, times, ports and numbers of processes are positive\n",
    )
