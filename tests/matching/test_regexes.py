"""Patterns that are compiled when they are first used, and codes that are kept."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import regex

from linter.engine.cache.regexes import packed, unpacked
from linter.matching import regex_codes, regexes
from linter.matching.regex_codes import Compiler
from linter.matching.regexes import lazy

TEXT = (
    "Le lundi 4 mars 2025, à 12 h 30, M. O’Neill – né en 1980 – a payé 1 200 € (+5 %). STRASSE, straße, İ, ß."
)
PATTERNS = [
    (r"(?P<day>lundi|MARDI) (\d)", re.IGNORECASE),
    (r"(?<![\d.,])(?P<number>\d{1,3}(?:[ .]\d{3})*+)(?!\d)", 0),
    (r"[^\W\d_]+(?:[-'’][^\W\d_]+)*", 0),
    (r"(?:(a)|(b)|(?:\s|$))(?(1)x|y?)", re.MULTILINE),
    (r"(.)\1|[À-ÿА-я\U00010000-\U0010ffff]", re.DOTALL),
    (r"stra(?:ß|ss)e", re.IGNORECASE),
    (r"(?i:[ſs])\b|(?>\d+)h?", re.ASCII),
]

HANGS = "(?:a|a)*$"
"""Takes time that doubles with each letter of a text that it does not match."""


def found(pattern: re.Pattern[str]) -> list[tuple[object, ...]]:
    return [(each.span(), each.groups(), each.groupdict(), each.lastgroup) for each in pattern.finditer(TEXT)]


def test_it_answers_as_the_compiled_pattern_does() -> None:
    for said, flags in PATTERNS:
        own, other = lazy(said, flags), re.compile(said, flags)
        assert own.pattern == other.pattern
        assert found(own) == found(other)
        assert own.sub("x", TEXT) == other.sub("x", TEXT)
        assert (own.flags, own.groups, own.groupindex) == (other.flags, other.groups, other.groupindex)


def test_nothing_is_compiled_before_it_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[object] = []
    monkeypatch.setattr(regexes.CODES, "compile", lambda *said: compiled.append(said))
    assert lazy("[a-", re.MULTILINE).pattern == "[a-"
    assert compiled == []


def test_a_broken_pattern_says_so_when_it_is_used() -> None:
    broken = lazy("[a-")
    with pytest.raises(re.error):
        broken.search("a")


def test_it_has_no_attributes_of_its_own() -> None:
    with pytest.raises(AttributeError):
        _ = lazy("a").nothing  # type: ignore[attr-defined]


def nothing(key: str) -> None:
    """Nothing is kept yet."""


def kept_and_read() -> tuple[Compiler, Compiler]:
    """Codes after some patterns, and others that begin with them as they come out of a file."""
    first, second = Compiler(), Compiler()
    first.begin(nothing)
    for said, flags in PATTERNS:
        first.compile(said, flags)
        first.compile_timed(said, bool(flags))
    first.compile_timed(HANGS, False)
    data = {key: memoryview(packed(code)) for key, code in first.compiled.items()}
    second.begin(lambda key: unpacked(data[key]) if key in data else None, len(data))
    return first, second


def test_what_is_made_of_a_code_is_the_compiled_pattern(monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = kept_and_read()
    assert first.has_grown
    wanted = [re.compile(said, flags) for said, flags in PATTERNS]
    monkeypatch.setattr(regex_codes, "_compile", None)
    made = [second.compile(said, flags) for said, flags in PATTERNS]
    assert made == wanted
    assert list(map(found, made)) == list(map(found, wanted))
    assert not second.has_grown


def test_the_same_for_patterns_with_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    _, second = kept_and_read()
    wanted = [regex.compile(said, regex.V0 | (regex.I if flags else 0)) for said, flags in PATTERNS]
    monkeypatch.setattr(regex, "compile", None)
    for (said, flags), other in zip(PATTERNS, wanted, strict=True):
        own = second.compile_timed(said, bool(flags))
        assert (own.pattern, own.flags, own.groupindex) == (other.pattern, other.flags, other.groupindex)
        assert found(own) == found(other)  # type: ignore[arg-type]
        assert own.sub(r"<\g<0>>", TEXT, timeout=600) == other.sub(r"<\g<0>>", TEXT)
    with pytest.raises(TimeoutError):
        second.compile_timed(HANGS, False).search("a" * 60 + "b", timeout=0.01)


def test_what_another_process_has_compiled_is_learned() -> None:
    first, second = kept_and_read()
    assert first.news() == first.compiled
    assert not first.news()
    second.compile("only here")
    first.learn(second.news())
    assert list(second.compiled) == list(first.news()) == ["re 0 only here"]
    assert "re 0 only here" in first.compiled


def test_a_code_of_another_build_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    _, second = kept_and_read()
    monkeypatch.setattr(regex_codes, "_build", lambda engine: (0, 0))
    assert second.compile_timed(*PATTERNS[0]).search("MARDI 4")  # type: ignore[arg-type]
    assert second.has_grown


def test_what_cannot_be_kept_is_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(regex_codes, "_engine", lambda: None)
    monkeypatch.setattr(regex_codes, "_pattern_of", None)
    codes = Compiler()
    codes.begin(nothing)
    assert codes.compile("a+").search("aa")
    assert codes.compile_timed("a+", False).search("aa")
    assert not codes.compiled


def test_without_a_cache_nothing_is_kept() -> None:
    codes = Compiler()
    codes.compile("a+")
    codes.compile_timed("a+", False)
    assert not codes.compiled


def test_two_runs_ask_for_the_same_patterns(tmp_path: Path) -> None:
    """The second run of an article compiles nothing, whatever the order of sets and dictionaries."""
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.md").write_text(
        "# A day\n\nOn 4 May 2024 Anna Nowak, 41, paid 12 percent more, by train (see photo).\n"
    )
    written = []
    for seed in ("1", "2"):
        line = [sys.executable, "-m", "linter", "--cache-dir", "../cache", "a.md"]
        env = {**os.environ, "PYTHONHASHSEED": seed}
        subprocess.run(line, cwd=tmp_path / "articles", env=env, check=True, capture_output=True)
        for path in (tmp_path / "cache").glob("*/*"):
            if not path.name.startswith(("rules-", "patterns")):
                path.unlink()
        written.append(next((tmp_path / "cache").glob("*/patterns")).read_bytes())
    assert written[0] == written[1]
