"""YAML that is written to hang or to break its reader."""

from __future__ import annotations

import pytest

from linter.decode import Reader
from linter.nodes import Node
from linter.yaml_tree import DEEPEST, NotYaml, read_tree


def plain(source: str) -> object:
    root = read_tree(source).root
    return root.plain() if root else None


def bomb(levels: int) -> str:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, levels)]
    return "\n".join(lines)


def test_aliases_are_read() -> None:
    assert plain("a: &x {b: [1, 2]}\nc: *x\nd: [*x, *x]") == {
        "a": {"b": ["1", "2"]},
        "c": {"b": ["1", "2"]},
        "d": [{"b": ["1", "2"]}, {"b": ["1", "2"]}],
    }


def test_what_stands_for_an_alias_has_the_place_of_the_alias() -> None:
    source = "a: &x no\nb: *x\n"
    pairs = {key.value: value for key, value in read_tree(source).root.items()}  # type: ignore[union-attr]
    assert pairs["b"] == Node("no", source.index("*x"))


@pytest.mark.parametrize("levels", [6, 12, 40])
def test_a_bomb_is_refused_at_its_place(levels: int) -> None:
    reader = Reader("r.yaml")
    assert reader.parse(bomb(levels)) is None
    assert [str(problem) for problem in reader.problems] == [
        "r.yaml:5:10: the aliases repeat more than 10,000 values"
    ]


def test_a_bomb_of_texts() -> None:
    source = "a: &a " + "x" * 1000 + "\nb: [" + "*a, " * 10_001 + "]\n"
    with pytest.raises(NotYaml, match="the aliases repeat more than 10,000 values"):
        read_tree(source)


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("a: &a [*a]", "nothing before this is called 'a'"),
        ("a: *b", "nothing before this is called 'b'"),
        ("[" * (DEEPEST + 1) + "]" * (DEEPEST + 1), "is nested deeper than 50 levels"),
        ("[" * 100_000, "not valid YAML: exceeded maximum nesting depth"),
        ("- " * 100_000, "is nested deeper than 50 levels"),
        ("".join(" " * n + "a:\n" for n in range(1000)), "is nested deeper than 50 levels"),
        ("a: &a " + "[" * 30 + "]" * 30 + "\nb: " + "[" * 30 + "*a" + "]" * 30, "nested deeper than 50"),
        ("a: 1\n---\nb: 2\n", "only one document is read"),
        ("a: [", "not valid YAML: "),
        ("a: \x00", "not valid YAML: "),
        ("a: \ud800", "not valid YAML: "),
    ],
)
def test_what_is_not_read(source: str, message: str) -> None:
    with pytest.raises(NotYaml, match=message):
        read_tree(source)


def test_the_deepest_that_is_read() -> None:
    assert plain("[" * DEEPEST + "]" * DEEPEST) is not None


@pytest.mark.parametrize("text", ["", "~", "null", "Null", "NULL"])
def test_nulls(text: str) -> None:
    assert plain(f"a: {text}") == {"a": None}
    assert plain(f"a: '{text}'") == {"a": text}
    assert plain(f"a: !!str {text}") == {"a": text}


def test_values_are_quoted_in_part() -> None:
    reader = Reader("r.yaml")
    reader.decode(Node("root:x:0:0:" + "secret " * 50), int, "min")
    assert len(str(reader.problems[0])) < 120
