"""JSON as this linter reads and writes its own, without the module ``json``.

That imports ``re`` to tell where a text is wrong. What does its work, in C, is all that a text needs that is
right; ``linter/matching/re.py`` says what is saved.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from json import dumps, loads
else:
    try:
        from _json import encode_basestring_ascii, make_encoder, make_scanner
        from types import SimpleNamespace
    except ImportError:  # another Python than CPython
        from functools import partial
        from json import dumps, loads

        dumps = partial(dumps, separators=(",", ":"))
    else:
        _SETTINGS = SimpleNamespace(
            strict=True,
            object_hook=None,
            object_pairs_hook=None,
            parse_float=float,
            parse_int=int,
            parse_constant=float,
            memo={},
        )

        def _refused(value):
            raise TypeError(f"{type(value).__name__} is no JSON")

        _scan = make_scanner(_SETTINGS)
        _encode = make_encoder(None, _refused, encode_basestring_ascii, None, ":", ",", False, False, True)

        def loads(text):
            """The value of a text without space around it; ``ValueError`` if it is none."""
            try:
                return _scan(text, 0)[0]
            except StopIteration as error:
                raise ValueError(f"no JSON at {error.value}") from None

        def dumps(value):
            """A text of ASCII, without space."""
            return "".join(_encode(value, 0))


__all__ = ["dumps", "loads"]
