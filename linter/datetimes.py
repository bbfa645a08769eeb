"""What ``datetime`` has, without its second half in Python, which is executed first before Python 3.12."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date, datetime, time, timedelta
else:
    try:
        from _datetime import date, datetime, time, timedelta
    except ImportError:  # another Python than CPython
        from datetime import date, datetime, time, timedelta

__all__ = ["date", "datetime", "time", "timedelta"]
