"""Named tuples that are cheap to define.

An article takes some 160 of them, and ``typing.NamedTuple`` spends fifty microseconds on each, mostly to
compile a constructor and annotations. Here only a class of which many are made gets a constructor, and
annotations stay text. All else is as it is there, and type checkers take one for the other: each class is
a plain class of tuples that has the methods itself, for a further base makes classes dearer by a tenth.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple
else:
    from collections import _tuplegetter
    from itertools import count

    _MANY = 40
    """To compile a constructor takes as long as to make so many tuples without one."""

    _GETTERS = []
    """What gets the value at a place of any tuple; all classes share them."""

    class _Kind(type):
        """Makes a class whose annotated names are the fields of its tuples."""

        def __new__(kind, name, bases, body):
            fields = tuple(body.get("__annotations__", ()))
            defaults = {field: body[field] for field in fields if field in body}
            if tuple(defaults) != fields[len(fields) - len(defaults) :]:
                raise TypeError(f"{name}: a field without a default follows one that has it")
            own = {"__slots__": (), "__match_args__": fields, "_fields": fields, "_field_defaults": defaults}
            own["_made"] = count()
            _GETTERS.extend(_tuplegetter(place, "") for place in range(len(_GETTERS), len(fields)))
            getters = zip(fields, _GETTERS, strict=False)
            return type.__new__(type, name, (tuple,), {**_METHODS, **body, **own, **dict(getters)})

    class _Methods:
        """What each class has."""

        def __new__(cls, *values, **named):
            """One of the first tuples of its class; with many of them the class gets a constructor."""
            if next(cls._made) < _MANY:
                rest = cls._fields[len(values) :]
                if not named and len(rest) <= len(cls._field_defaults):
                    defaults = map(cls._field_defaults.__getitem__, rest)
                    return tuple.__new__(cls, (*values, *defaults) if rest else values)
                known = {**cls._field_defaults, **named}
                if len(values) + len(rest) == len(cls._fields) and known.keys() >= {*rest} >= named.keys():
                    return tuple.__new__(cls, (*values, *map(known.__getitem__, rest)))
            taken = "".join(f"{field}, " for field in cls._fields)
            constructor = eval(f"lambda cls, {taken}: make(cls, ({taken}))", {"make": tuple.__new__})
            constructor.__defaults__ = tuple(cls._field_defaults.values())
            constructor.__qualname__ = f"{cls.__name__}.__new__"
            cls.__new__ = staticmethod(constructor)
            return constructor(cls, *values, **named)

        @classmethod
        def _make(cls, values):
            """One with these values, in the order of the fields."""
            made = tuple.__new__(cls, values)
            return made if len(made) == len(cls._fields) else cls(*made)

        def _replace(self, **changes):
            """One with some other values."""
            made = tuple.__new__(type(self), map(changes.pop, self._fields, self))
            if changes:
                raise ValueError(f"{type(self).__name__} has no fields {list(changes)}")
            return made

        def _asdict(self):
            """The values by field."""
            return dict(zip(self._fields, self, strict=True))

        def __repr__(self):
            values = ", ".join(f"{field}={value!r}" for field, value in self._asdict().items())
            return f"{type(self).__name__}({values})"

        def __getnewargs__(self):
            return tuple(self)

    _METHODS = {
        name: method for name, method in vars(_Methods).items() if callable(method) or name == "_make"
    }
    NamedTuple = type.__new__(_Kind, "NamedTuple", (), {})
