"""Many clients at once ask the server for a minute; no answer may be lost, late ones may be refused.

    python -m benchmarks.load --clients 50 --seconds 60

Half of the clients speak LanguageTool's protocol. Each text has a date of its own, by which an answer
that was meant for another client is known. The server is started here and listens on this machine alone.
"""

from __future__ import annotations

import argparse
import http.client
import json
import re
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable
from statistics import quantiles
from urllib.parse import urlencode

_DAYS = 28
_PATIENCE = 60
"""Seconds after which an answer is lost."""
_ARTICLE = "The council met on Monday, {day} February 2021, and paid 20 million euros for a bridge. "
"""Four days of that month were Mondays; on all others the sentence is wrong."""
_FILLING = "The engineers had said that it would carry trams, and the mayor thanked those who built it. "


class Client:
    """Asks again and again until the time is up, and counts what comes."""

    def __init__(self, port: int, number: int, until: float, sentences: int) -> None:
        self.outcomes: Counter[str] = Counter()
        self.waits: list[float] = []
        self._port = port
        self._number = number
        self._until = until
        self._sentences = sentences

    def run(self) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=_PATIENCE)
        while time.monotonic() < self._until:
            begun = time.monotonic()
            try:
                outcome = self._ask(connection)
            except (OSError, http.client.HTTPException) as error:
                outcome = f"lost: {type(error).__name__}"
                connection.close()
            self.outcomes[outcome] += 1
            self.waits.append(time.monotonic() - begun)
            if outcome == "refused":
                time.sleep(1)
        connection.close()

    def _ask(self, connection: http.client.HTTPConnection) -> str:
        day = 1 + (self._number + sum(self.outcomes.values())) % _DAYS
        text = _ARTICLE.format(day=day) + _FILLING * self._sentences
        said = _languagetool if self._number % 2 else _api
        path, kind, body, read = said(text)
        connection.request("POST", path, body, {"Content-Type": kind})
        answer = connection.getresponse()
        data = answer.read()
        if answer.status == http.client.SERVICE_UNAVAILABLE:
            return "refused"
        if answer.status != http.client.OK:
            return f"status {answer.status}"
        told = read(json.loads(data))
        expected = [] if day % 7 == 1 else [f"{day} February 2021"]
        found = [match[0] for each in told if (match := re.search(r"\d+ February 2021", each))]
        return "right" if found == expected else "wrong"


Asked = tuple[str, str, str, Callable[[dict[str, list[dict[str, str]]]], list[str]]]


def _api(text: str) -> Asked:
    body = json.dumps({"text": text, "lang": "en", "format": "text"})
    return "/api/check", "application/json", body, lambda told: [each["message"] for each in told["findings"]]


def _languagetool(text: str) -> Asked:
    body = urlencode({"text": text, "language": "en"})
    kind = "application/x-www-form-urlencoded"
    return "/v2/check", kind, body, lambda told: [each["message"] for each in told["matches"]]


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--clients", type=int, default=50, metavar="N")
    parser.add_argument("--seconds", type=int, default=60, metavar="S")
    parser.add_argument("--sentences", type=int, default=20, metavar="N", help="length of an article")
    args = parser.parse_args()
    command = [sys.executable, "-m", "linter", "serve", "--isolated", "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        try:
            port = _port(server)
            until = time.monotonic() + args.seconds
            clients = [Client(port, number, until, args.sentences) for number in range(args.clients)]
            threads = [threading.Thread(target=client.run) for client in clients]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
        finally:
            server.terminate()
    outcomes = sum((client.outcomes for client in clients), Counter())
    waits = [1000 * each for client in clients for each in client.waits]
    cuts = quantiles(waits, n=20)
    print(", ".join(f"{count:,} {outcome}" for outcome, count in sorted(outcomes.items())))
    print(f"median {cuts[9]:.0f} ms, 95 of 100 within {cuts[18]:.0f} ms, the longest {max(waits):.0f} ms")
    print(f"asked least by a client: {min(sum(client.outcomes.values()) for client in clients)} times")
    return 0 if outcomes.keys() <= {"right", "refused"} else 1


def _port(server: subprocess.Popen[str]) -> int:
    assert server.stderr is not None
    found = re.search(r"http://127\.0\.0\.1:(\d+)", server.stderr.readline())
    if found is None:
        raise SystemExit("the server does not say where it listens")
    return int(found[1])


if __name__ == "__main__":
    sys.exit(main())
