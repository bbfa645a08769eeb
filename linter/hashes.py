"""SHA-256 and BLAKE2b, as ``hashlib`` has them, without OpenSSL.

``hashlib`` loads that library first, which is two in a hundred instructions of a run on one article, and six
of a run in which nothing has changed.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from hashlib import blake2b, sha256
else:
    try:
        from _blake2 import blake2b

        try:
            from _sha2 import sha256
        except ImportError:  # before Python 3.12
            from _sha256 import sha256
    except ImportError:  # another Python than CPython, or one that was built without them
        from hashlib import blake2b, sha256

__all__ = ["blake2b", "sha256"]
