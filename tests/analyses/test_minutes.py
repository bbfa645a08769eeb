"""Which articles are the minutes of a meeting."""

from __future__ import annotations

import pytest

from linter.analyses.minutes import is_minutes
from linter.article.read import read_article

TEXT = "The council of the town has voted for the new budget on Monday evening."


@pytest.mark.parametrize(
    ("path", "source", "expected"),
    [
        ("a.md", f"# Minutes of the meeting\n\n{TEXT}", True),
        ("a.md", f"---\ntitle: Protokoll 4. Mai\n---\n{TEXT}", True),
        ("2024-05-04-protokoll-mai.md", f"# Treffen\n\n{TEXT}", True),
        ("20240504_acta.md", TEXT, True),
        ("ten-minutes.md", f"# Ten minutes of fame\n\n{TEXT}", False),
        ("a.md", f"# A meeting\n\n{TEXT}\n\n{TEXT}\n\n{TEXT}\n\n## Minutes\n\n{TEXT}", False),
        ("a.md", f"# A meeting\n\nMinutes later the hall was empty. {TEXT}", False),
    ],
)
def test_minutes(path: str, source: str, expected: bool) -> None:
    assert is_minutes(read_article(source, path)) is expected
