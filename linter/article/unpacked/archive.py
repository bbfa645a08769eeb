"""Archives that documents are kept in, read with bounded memory and time.

What an archive says of its sizes is not believed: what comes out is counted.
"""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO

from linter.files import PERMIT
from linter.messages import message
from linter.text import NotText

_MOST_MEMBERS = 20_000
_ENCRYPTED = 1
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)


class Archive:
    """The members of a ZIP archive; all together they may be as large as one article.

    ``NotText`` if it cannot be read.
    """

    def __init__(self, data: bytes) -> None:
        self._left = PERMIT.most
        try:
            self._file = zipfile.ZipFile(BytesIO(data))
            self._members = {member.filename: member for member in self._file.infolist()}
        except _BROKEN as error:
            raise _broken(error) from None
        if len(self._members) > _MOST_MEMBERS:
            raise NotText(message("is an archive of more than {number} parts", number=str(_MOST_MEMBERS)))

    def __contains__(self, name: str) -> bool:
        return name in self._members

    def read(self, name: str) -> bytes:
        """The content of a member; nothing if there is none of that name."""
        member = self._members.get(name)
        if member is None:
            return b""
        if member.flag_bits & _ENCRYPTED:
            raise NotText(message("is encrypted; save it without a password"))
        try:
            with self._file.open(member) as stream:
                content = stream.read(self._left + 1)
        except _BROKEN as error:
            raise _broken(error) from None
        self._left -= len(content)
        if self._left < 0:
            raise NotText(
                message(
                    "is larger than {size} MiB when it is unpacked; --max-file-size reads larger ones",
                    size=str(PERMIT.most // 2**20),
                )
            )
        return content


def _broken(error: Exception) -> NotText:
    return NotText(
        message("is a broken archive ({why})", why=" ".join(str(error).split()) or "it ends too early")
    )
