"""The tables that are written, and what is found in a batch before it is put into them."""

from __future__ import annotations

import pyarrow as pa

_PLACE = [("in_column", pa.string()), ("start_char", pa.int32()), ("end_char", pa.int32())]
RELATED = pa.struct([*_PLACE, ("label", pa.string()), ("id", pa.string())])
FINDING = pa.struct(
    [
        ("rule", pa.string()),
        ("severity", pa.string()),
        ("message", pa.string()),
        *_PLACE,
        ("text", pa.string()),
        ("related", pa.list_(RELATED)),
        ("suggestion", pa.string()),
        ("fix", pa.string()),
        ("fingerprint", pa.string()),
    ]
)
COUNT = pa.struct([("rule", pa.string()), ("what", pa.string()), ("number", pa.int32())])
RECORD = pa.struct(
    [
        ("rule", pa.string()),
        ("n", pa.int32()),
        ("kind", pa.string()),
        ("key", pa.string()),
        ("said", pa.string()),
        ("first", pa.int32()),
        ("last", pa.int32()),
        *_PLACE,
    ]
)
_ARTICLE = [
    ("id", pa.string()),
    ("digest", pa.string()),
    ("lang", pa.string()),
    ("url", pa.string()),
    ("publication", pa.string()),
    ("date", pa.string()),
    ("group", pa.string()),
    ("chars", pa.int32()),
]
_TOLD = [("failures", pa.list_(pa.string())), ("notices", pa.list_(pa.string())), ("counts", pa.list_(COUNT))]

LINTED = pa.schema([*_ARTICLE, ("findings", pa.list_(FINDING)), *_TOLD, ("records", pa.list_(RECORD))])
"""A row for each article, with all that was found in it."""
ARTICLES = pa.schema([*_ARTICLE, ("findings", pa.int32()), *_TOLD])
"""A row for each article; ``findings`` is how many it has by itself."""
FINDINGS = pa.schema([("id", pa.string()), *FINDING])
"""A row for each finding. Places are half-open ranges of code points in the value of a column.

A ``related`` place is in the same article unless ``id`` names another one.
"""
RECORDS = pa.schema([("id", pa.string()), *RECORD])
"""A row for each thing that an article says and others may say otherwise; ``n`` is its number there."""
TABLES = {"articles": ARTICLES, "findings": FINDINGS, "records": RECORDS}
