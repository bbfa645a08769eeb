"""The names of ``typing`` that annotations are made of, without that module: it takes as long as an article.

Type checkers take them for what they are there. At run time nobody asks annotations but
:mod:`linter.decode`, which knows this ``Literal``.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any as Any
    from typing import ClassVar as ClassVar
    from typing import Literal as Literal
    from typing import Protocol as Protocol
    from typing import TextIO as TextIO
    from typing import TypeAlias as TypeAlias
    from typing import TypeVar as TypeVar
    from typing import cast as cast
    from typing import overload as overload
else:
    Any = ClassVar = Protocol = TextIO = TypeAlias = object
    TypeVar = str

    class Literal:
        """``Literal["a", "b"]`` has the choices as its arguments, those of others in it among them."""

        def __class_getitem__(cls, choices):
            listed = choices if isinstance(choices, tuple) else (choices,)
            flat = (getattr(each, "__args__", (each,)) for each in listed)
            return type(list[str])(cls, tuple(choice for each in flat for choice in each))

    def cast(kind, value):
        return value

    def overload(function):
        return function
