"""Jupyter notebooks: what is read, and where it stands."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from linter.article.draft import Draft
from linter.article.model import Article, Block
from linter.article.read import article_of
from linter.article.unpacked import Unpacked, unpack
from linter.text import NotText
from tests.article.exact import assert_article_exact, outline


def cell(source: str | list[str], kind: str = "markdown", **more: Any) -> dict[str, Any]:
    return {"cell_type": kind, "metadata": {}, "source": source, **more}


def unpacked(*cells: dict[str, Any], **more: Any) -> tuple[Unpacked, Article]:
    text = json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, **more}, indent=1)
    found = unpack(text.encode(), "notebook")
    (document,) = found.documents
    article = article_of(document, "a.ipynb")
    assert_article_exact(article)
    assert found.text == text
    return found, article


def test_cells_are_read_one_by_one() -> None:
    _, article = unpacked(
        cell(["# Bridges\n", "\n", "The *first* one."]),
        cell("print('no prose')", "code", outputs=[{"text": ["# neither\n"]}]),
        cell("```\nan open fence"),
        cell("---\ntitle: a line and no front matter\n"),
        cell("raw", "raw"),
    )
    assert outline(article) == [
        "headline: Bridges",
        "paragraph: The first one.",
        "code: print('no prose')",
        "paragraph: title: a line and no front matter",
        "code: raw",
    ]


def test_places_in_the_file_and_in_words() -> None:
    found, article = unpacked(
        cell("x = 1", "code"), cell(["# Café\n", "\n", 'Said “so” and "so":\n', "a €5 bridge."])
    )
    (document,) = found.documents
    block = article.blocks[-1]
    at = block.text.prose.index("€5")
    span = document.place(block.text.span(at, at + 2))
    assert json.loads(f'"{found.text[slice(*span)]}"') == "€5"
    assert found.where(span.start) == "cell 2, line 4"
    assert found.where(document.place(article.blocks[0].text.whole).start) == "cell 2, line 1"


def test_front_matter_in_a_raw_cell() -> None:
    _, article = unpacked(cell("---\ntitle: Bridges\ndate: 2024-08-20\n---", "raw"), cell("A text."))
    assert {field.name: field.value for field in article.metadata} == {
        "title": "Bridges",
        "date": "2024-08-20",
    }
    assert outline(article) == ["headline: Bridges", "paragraph: A text."]


def test_the_third_format() -> None:
    sheets = [{"cells": [cell("Bridges", "heading", level=1), cell("A text.")]}]
    text = json.dumps({"worksheets": sheets, "nbformat": 3})
    (document,) = unpack(text.encode(), "notebook").documents
    assert outline(article_of(document, "a.ipynb")) == ["headline: Bridges", "paragraph: A text."]


@pytest.mark.parametrize("level", ["9" * 5_000, "", "one"])
def test_levels_that_are_none(level: str) -> None:
    assert outline(unpacked(cell("A text.", "heading", level=level))[1]) == ["paragraph: A text."]


def test_an_empty_notebook() -> None:
    assert outline(unpacked()[1]) == []
    assert outline(unpacked(cell([]), cell(""))[1]) == []


def test_what_is_read_of_a_cell_is_copied_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else much of what thousands of cells cost is to copy those before."""
    copied: list[Block] = []

    class Watched(list[Block]):
        def __iter__(self) -> Iterator[Block]:
            copied.extend(self[:])
            return super().__iter__()

    def moved(draft: Draft, by: int) -> Draft:
        return draft._replace(blocks=Watched(draft.blocks))

    monkeypatch.setattr(Draft, "moved", moved)
    cells = json.dumps({"cells": [cell("a b")] * 50, "nbformat": 4}).encode()
    (document,) = unpack(cells, "notebook").documents
    assert len(document.draft.blocks) == len(copied) == 50


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "is no notebook"),
        ("{", "is no notebook"),
        ("[]", "is no notebook (it has no cells)"),
        ('{"cells": 5}', "is no notebook (it has no cells)"),
        ('{"cells":' + "[" * 100_000, "is no notebook (nested too deeply)"),
    ],
)
def test_what_is_refused(text: str, why: str) -> None:
    with pytest.raises(NotText) as raised:
        unpack(text.encode(), "notebook")
    assert str(raised.value.args[0]).startswith(why)


def test_anything_in_the_place_of_anything() -> None:
    odd = {"cells": [5, {}, {"cell_type": 5, "source": 5}, {"cell_type": "markdown", "source": {"a": 1}}]}
    (document,) = unpack(json.dumps(odd).encode(), "notebook").documents
    assert [block.kind for block in document.draft.blocks] == ["code"]
