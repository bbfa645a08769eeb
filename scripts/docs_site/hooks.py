"""What MkDocs asks while it builds the site: the pages that no file holds, and where they stand in the menu.

python -m pip install -e '.[docs]' && python -m mkdocs build --strict
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from linter.site import SITE
from scripts.docs_site.pages import menu, pages

_LOADED = re.compile(r"""<(?:script|img|iframe|source)\b[^>]*\bsrc=["']?(?:https?:)?//[^\s>]*""")
_LINKED = re.compile(r"""<link\b[^>]*\bhref=["']?(?:https?:)?//[^>]*""")
_NOT_LOADED = re.compile(r"\brel=[\"']?(?:canonical|prev|next|alternate)\b")


def on_config(config: Any) -> Any:
    """Put the generated pages into the menu; the address is that of the reports."""
    config.site_url = SITE
    named = set(_files(config.nav))
    others = [path.name for path in sorted(Path(config.docs_dir).glob("*.md")) if path.name not in named]
    config.nav = _expanded(config.nav, others)
    return config


def _expanded(listed: list[Any], others: list[str]) -> list[Any]:
    """The menu; ``@others`` stands for the pages that it does not name, ``@rules`` for generated ones."""
    found: list[Any] = []
    for item in listed:
        if isinstance(item, dict):
            found += [
                {title: _expanded(inner, others) if isinstance(inner, list) else inner}
                for title, inner in item.items()
            ]
        elif item.startswith("@"):
            found += others if item == "@others" else menu(item[1:])
        else:
            found.append(item)
    return found


def _files(listed: Any) -> Iterator[str]:
    if isinstance(listed, str):
        yield listed
    else:
        for inner in listed.values() if isinstance(listed, dict) else listed:
            yield from _files(inner)


def on_files(files: Files, config: Any) -> Files:
    """Add the generated pages."""
    for path, text in pages():
        files.append(File.generated(config, path, content=text))
    return files


def on_post_page(output: str, page: Any, config: Any) -> str:
    """Stop where a page loads something from elsewhere: who reads it is nobody's business."""
    loaded = [found[0] for found in _LOADED.finditer(output)]
    loaded += [found[0] for found in _LINKED.finditer(output) if not _NOT_LOADED.search(found[0])]
    if loaded:
        raise PluginError(f"{page.file.src_uri} loads from elsewhere: {loaded[0]}")
    return output
