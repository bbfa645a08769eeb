"""Files that articles are taken out of, and the parts of archives: what comes of them, where it stands."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from fuzz import seeds
from fuzz.articles import check_reports
from fuzz.target import Target, no_fault, require
from linter.article.file_text import text_of
from linter.article.read import article_of
from linter.article.unpacked import unpack
from linter.engine.config_files import ConfigFinder
from linter.engine.policies import Choice
from linter.engine.run import Linter
from linter.text import NotText
from tests.article.exact import assert_article_exact
from tests.article.unpacked import office

Pack = Callable[[str], bytes]


def _as_it_is(text: str) -> bytes:
    return text.encode("utf-8", "replace")


def _docx(text: str) -> bytes:
    return office.docx(word__document=text)


def _odt(text: str) -> bytes:
    return office.archive({"content.xml": _as_it_is(text)})


def _epub(text: str) -> bytes:
    return office.epub({"one.xhtml": text})


FILES: dict[str, tuple[str, Pack]] = {
    "ipynb": ("notebook", _as_it_is),
    "xml": ("xml", _as_it_is),
    "json": ("json", _as_it_is),
    "jsonl": ("json-lines", _as_it_is),
    "docx-xml": ("docx", _docx),
    "odt-xml": ("odt", _odt),
    "epub-xhtml": ("epub", _epub),
}
"""Target -> format, and what makes a file of a text."""


def targets(folder: Path) -> dict[str, Target]:
    """A target for each kind of file."""
    (folder / ".factlint.yaml").write_text("{}\n", encoding="utf-8")
    linter = Linter(Choice(select=("all",), preview=True), ConfigFinder(str(folder / ".factlint.yaml")))
    made = {}
    for name, (format, pack) in FILES.items():
        path = str(folder / f"a.{name.partition('-')[0]}")
        made[name] = Target(seeds.documents(name) * 2, partial(check_document, linter, path, format, pack))
    return made


def check_document(linter: Linter, path: str, format: str, pack: Pack, text: str) -> None:
    """Take the articles out, lint twice, report."""
    data = pack(text.encode("utf-8", "replace").decode("utf-8"))
    with no_fault():
        report = linter.lint_bytes(data, path)
        again = linter.lint_bytes(data, path)
    require(report == again, "the same file, another report")
    try:
        unpacked = unpack(data, format)
    except NotText:
        require(bool(report.failures), "a file that is refused, and no failure")
        return
    source = text_of(data, path)
    for document in unpacked.documents:
        article = article_of(document, path)
        assert_article_exact(article)
        for block in article.blocks:
            start, end = document.place(block.text.whole)
            require(0 <= start <= end <= len(source), f"{block} is outside of the file")
    for finding in report.findings:
        for span in (finding.span, *(each.span for each in finding.related if not each.path)):
            require(0 <= span.start <= span.end <= len(source), f"{finding.rule}: {span} outside")
        require(finding.fix is None, f"{finding.rule}: a fix of what cannot be written")
    check_reports(report)
