"""Which column is which."""

from __future__ import annotations

import pytest

from linter.corpus.columns import WrongColumns, found_columns


def test_usual_names_are_known() -> None:
    there = ["guid", "Headline", "BODY", "published_at", "language", "outlet", "score"]
    assert found_columns(there, {}) == {
        "id": "guid",
        "text": "BODY",
        "title": "Headline",
        "date": "published_at",
        "lang": "language",
        "publication": "outlet",
    }


def test_the_most_telling_name_wins() -> None:
    assert found_columns(["content", "text", "body"], {}) == {"text": "text"}


def test_what_is_named_is_not_guessed_and_taken_once() -> None:
    found = found_columns(["id", "text", "raw", "title", "path"], {"text": "raw", "id": "path"})
    assert found == {"id": "path", "text": "raw", "title": "title"}
    found = found_columns(["text", "summary"], {"title": "summary"})
    assert found == {"text": "text", "title": "summary"}


def test_copies_are_never_guessed() -> None:
    assert "group" not in found_columns(["text", "group", "cluster"], {})
    assert found_columns(["text", "cluster"], {"group": "cluster"})["group"] == "cluster"


def test_sources_are_never_guessed() -> None:
    assert found_columns(["text", "source"], {}) == {"text": "text", "publication": "source"}
    assert found_columns(["text", "source"], {"source": "source"}) == {"text": "text", "source": "source"}


def test_a_column_that_is_not_there() -> None:
    with pytest.raises(WrongColumns, match="there is no column 'bdy' with texts; did you mean 'body'"):
        found_columns(["id", "body"], {"text": "bdy"})
    with pytest.raises(WrongColumns, match="there is no column 'x' with texts; there are: 'id', 'body'"):
        found_columns(["id", "body"], {"text": "x"})


def test_no_text() -> None:
    with pytest.raises(
        WrongColumns, match=r"no column looks like the text \(--column-text\); there are: 'a', 'b'"
    ):
        found_columns(["a", "b"], {})
