"""What a finding says of an alarm."""

from __future__ import annotations

from linter.article.read import read_article
from linter.check import Alarm
from linter.engine.lint import finding_of
from linter.rules.load import load_rules

LONG = "aaaa " * 4_000


def test_of_a_long_text_a_message_quotes_the_beginning() -> None:
    article = read_article(LONG, "a.txt")
    rule = load_rules().rules["repeated-word"]._replace(message="“{text}” is long.")
    found = finding_of(rule, Alarm(article.blocks[0].text.whole, {"text": LONG}), article)
    assert len(found.message) < 400
    assert "aaaa aaaa" in found.message
    assert found.text == LONG.strip()
