"""What commands and environments of LaTeX mean for the text in them."""

from __future__ import annotations

import unicodedata

from linter.article.model import CAPTION, HEADING, HEADLINE, PARAGRAPH
from linter.matching.regexes import lazy

HEADINGS = {
    "part": 1,
    "chapter": 1,
    "section": 2,
    "frametitle": 2,
    "subsection": 3,
    "subsubsection": 4,
    "paragraph": 5,
    "subparagraph": 6,
}
APART = (
    {
        "title": (HEADLINE, 1),
        "caption": (CAPTION, 0),
        "subcaption": (CAPTION, 0),
        "footnotetext": (PARAGRAPH, 0),
    }
    | {name: (HEADING, level) for name, level in HEADINGS.items()}
    | dict.fromkeys(("footnote", "thanks", "marginpar", "sidenote", "marginnote"), (PARAGRAPH, 0))
)
"""Commands whose argument is a block of its own: its kind and level."""
MARKS = {"emph": "emphasis", "textit": "emphasis", "textsl": "emphasis", "textbf": "strong"}
CODE = frozenset(
    "texttt verb lstinline mintinline code url path nolinkurl ensuremath num SI qty unit ang ce si".split()
)
"""Commands whose argument is no prose."""
VERBATIM = frozenset({"verb", "lstinline", "mintinline"})
"""Those of them whose argument may stand between two signs of any kind."""
SKIPPED = frozenset(
    "label ref eqref pageref autoref cref Cref nameref vref cite citep citet citeauthor citeyear citealp"
    " citealt parencite textcite autocite footcite fullcite nocite includegraphics input include"
    " usepackage documentclass bibliography bibliographystyle addbibresource vspace hspace index glossary"
    " gls glspl acrshort hypertarget newcommand renewcommand providecommand newenvironment"
    " renewenvironment setlength addtolength setcounter addtocounter pagestyle thispagestyle pagenumbering"
    " texorpdfstring hyphenation graphicspath definecolor color textcolor colorbox fontsize selectlanguage"
    " usetheme usecolortheme author date institute affiliation email todo foreignlanguage addcontentsline"
    " markboth markright rule phantom hphantom vphantom cline cmidrule multicolumn raisebox resizebox"
    " scalebox DeclareMathOperator theoremstyle newtheorem lstset captionsetup setbeamertemplate"
    " usepgfplotslibrary usetikzlibrary lstinputlisting inputminted import subfile".split()
)
"""Commands whose arguments nobody reads as text; of those in ``SHOWN_LAST`` one is shown."""
POINTER = lazy(r"\w*(?:index|label|href)\w*|\w*(?:cite|ref)[stp]?")
"""Names, own ones too, of what points to something."""
SHOWN_LAST = dict.fromkeys(
    "textcolor colorbox foreignlanguage texorpdfstring raisebox scalebox hypertarget href".split(), 1
) | {
    "multicolumn": 2,
    "resizebox": 2,
}
"""Commands whose last argument is text, and how many stand before it."""
UNSEEN = frozenset({"label", "index"})
"""Commands in whose place nothing is printed."""
LITERAL = frozenset(
    "verbatim Verbatim lstlisting minted comment filecontents equation align gather eqnarray multline"
    " flalign alignat displaymath math tikzpicture pgfpicture algorithm algorithmic algorithm2e"
    " thebibliography pspicture picture IEEEeqnarray split subequations tabbing ccode code Sinput Soutput"
    " Schunk console screen terminal shell bash python".split()
)
"""Environments that are no prose."""
TABLES = frozenset("tabular tabularx tabulary longtable array tabu supertabular".split())
LISTS = frozenset("itemize enumerate description compactitem compactenum inparaenum".split())
QUOTES = frozenset("quote quotation verse displayquote".split())
_NAMED = (
    "ldots … dots … textellipsis … textendash – textemdash — euro € texteuro € pounds £ S § P ¶ copyright ©"
    " textregistered ® ss ß ae æ AE Æ oe œ OE Œ aa å AA Å o ø O Ø l ł L Ł i ı j ȷ TeX TeX LaTeX LaTeX"
    " textbackslash \\ textasciitilde ~ textquoteleft ‘ textquoteright ’ textquotedblleft “"
    " textquotedblright ” degree ° textdegree ° guillemotleft « guillemotright » og « fg » glqq „ grqq “"
    " slash /"
).split()
SYMBOLS = dict(zip(_NAMED[::2], _NAMED[1::2], strict=True)) | dict.fromkeys(("enspace", "quad", "qquad"), " ")
"""Commands that stand for characters."""
SIGNS = {"``": "“", "''": "”", "---": "—", "--": "–", "~": " "}
ACCENT = (
    r"\\(?P<over>['`^\"~=.]|[uvHcdbkr](?![a-zA-Z]))[ ]*"
    r"(?:\{(?P<held>\\?[a-zA-Z])\}|(?P<bare>\\[ij]\b|[a-zA-Z]))"
)
_COMBINING = dict(
    zip(
        "'`^\"~=.uvHcdbkr",
        "\u0301\u0300\u0302\u0308\u0303\u0304\u0307\u0306\u030c\u030b\u0327\u0323\u0331\u0328\u030a",
        strict=True,
    )
)


def accented(accent: str, letter: str) -> str:
    """A letter with an accent, composed if there is such a character."""
    base = {"\\i": "i", "\\j": "j"}.get(letter, letter)
    return unicodedata.normalize("NFC", base + _COMBINING[accent])
