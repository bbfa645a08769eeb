"""Records are what named tuples of the standard library are."""

from __future__ import annotations

import copy
import pickle
import typing

import pytest

from linter.namedtuples import NamedTuple


class Own(NamedTuple):
    """A place."""

    start: int
    end: int
    text: str = "none"

    @property
    def length(self) -> int:
        return self.end - self.start

    @classmethod
    def at(cls, start: int) -> Own:
        return cls(start, start + 1)


class Other(typing.NamedTuple):
    start: int
    end: int
    text: str = "none"


class Single(NamedTuple):
    only: int


class Empty(NamedTuple):
    pass


def test_the_values_are_the_same() -> None:
    for values, named in (((1, 2, "a"), {}), ((1, 2), {}), ((1,), {"end": 2}), ((), {"end": 2, "start": 1})):
        own, other = Own(*values, **named), Other(*values, **named)  # type: ignore[arg-type]
        assert own == other == tuple(own)
        assert (own.start, own.end, own.text) == (other.start, other.end, other.text)
        assert own._asdict() == other._asdict()
        assert hash(own) == hash(other)
        assert repr(own) == repr(other).replace("Other", "Own")
        assert own._replace(end=7) == other._replace(end=7)
    assert Own._make([1, 2, "a"]) == Own(1, 2, "a")
    assert (Own._fields, Own._field_defaults) == (Other._fields, Other._field_defaults)
    assert Single(4) == (4,)
    assert Empty() == ()


def test_the_values_are_the_same_with_many() -> None:
    for _ in range(100):
        test_the_values_are_the_same()
    assert "__new__" in vars(Own)


@pytest.mark.parametrize("made", [0, 100])
def test_wrong_values(made: int) -> None:
    class Pair(NamedTuple):
        one: int
        other: int = 2

    for number in range(made):
        Pair(number)
    for values, named in (
        ((), {}),
        ((1, 2, 3), {}),
        ((1,), {"one": 1}),
        ((1,), {"third": 3}),
        ((), {"other": 2}),
        ((1, 2), {"other": 2}),
    ):
        with pytest.raises(TypeError, match=r"Pair|__new__"):
            Pair(*values, **named)
    assert Pair(1) == (1, 2)


def test_methods_and_the_kind_stay() -> None:
    own = Own.at(4)
    assert own.length == 1
    assert type(own) is type(own._replace(start=0)) is Own
    assert Own.__doc__ == "A place."
    assert typing.get_type_hints(Own) == typing.get_type_hints(Other)
    with pytest.raises(AttributeError):
        own.other = 1  # type: ignore[attr-defined]
    with pytest.raises(AttributeError):
        own.start = 1  # type: ignore[misc]


def test_copies() -> None:
    own = Own(1, 2)
    assert pickle.loads(pickle.dumps(own)) == own
    assert type(pickle.loads(pickle.dumps(own))) is type(copy.deepcopy(own)) is Own


def test_a_match_takes_it_apart() -> None:
    match Own(1, 2):
        case Own(start, end, text=text):
            assert (start, end, text) == (1, 2, "none")


@pytest.mark.parametrize("values", [(), (1,), (1, 2, "a", 4)])
def test_the_number_of_values_is_checked(values: tuple[typing.Any, ...]) -> None:
    with pytest.raises(TypeError):
        Own(*values)
    with pytest.raises(TypeError):
        Own._make(values)


def test_the_names_of_values_are_checked() -> None:
    with pytest.raises(TypeError):
        Own(1, 2, other=3)  # type: ignore[call-arg]
    with pytest.raises(ValueError, match="other"):
        Own(1, 2)._replace(other=3)  # type: ignore[call-arg]


def test_a_default_is_followed_by_defaults() -> None:
    with pytest.raises(TypeError):

        class _Wrong(NamedTuple):
            first: int = 0
            second: int  # type: ignore[misc]
