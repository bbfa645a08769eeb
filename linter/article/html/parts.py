"""The parts of a page: what its elements and their names say of the text inside them."""

from __future__ import annotations

from collections.abc import Iterable

from linter.matching import re
from linter.matching.regexes import lazy

TEXT, REGION, AROUND, FURNITURE = range(4)
"""Roles: nothing is said; an ``article`` or ``main``; what stands around it by its element or role; and what
seems to by its name, which is believed only where little text is in it."""

_CONTAINERS = frozenset(
    "address article aside body blockquote center details dialog div dl fieldset figure footer form header"
    " main menu nav ol section table td ul".split()
)
"""Elements that hold blocks, and so make a part of a page."""
_ELEMENTS = {
    **dict.fromkeys(("article", "main"), REGION),
    **dict.fromkeys(("nav", "aside", "footer", "header", "menu", "dialog"), AROUND),
}
_ROLES = {
    **dict.fromkeys(("article", "main"), REGION),
    **dict.fromkeys(
        ("alert", "banner", "complementary", "contentinfo", "dialog", "menu", "navigation", "search"), AROUND
    ),
}
_NAMED = frozenset({"div", "section", "ul", "ol"})
_AROUND = lazy(
    r"(?:^|\s)(?:comments?|comments?-(?:list|area|section|wrapper)|commentlist|comment-box|respond|sidebar|breadcrumbs?"
    r"|related(?:-?(?:posts|articles|content))?|newsletter)(?:$|\s)",
    re.IGNORECASE,
)
_HUMP = lazy(r"(?<=[a-z])(?=[A-Z])")
_FURNITURE = lazy(
    r"(?<![^\s_-])(?<!--)(?<!\band[_-])(?<!\bno[_-])(?<!\bhas[_-])(?<!\bwith[_-])(?<!\bis[_-])(?:"
    # who wrote it, when, under which heads
    r"by-?lines?|authors?|bio|contributors?|post-?meta|entry-?meta|article-?meta|meta-?data|tags|tag-?list|tag-?cloud"
    r"|categories|credits?|copyright"
    # the site around it
    r"|footer|side-?bar|right-?rail|breadcrumbs?|nav|nav-?bar|navigation|menu|pagination|pager|mast-?head|tool-?bar"
    r"|skip-?link|cookies?|consent|gdpr|modal|pop-?up|drop-?down|overlay"
    # what the reader is to do
    r"|social|share|sharing|share-?(?:bar|tools|daddy)|add-?this|follow|newsletters?|sign-?up|subscribe|subscription"
    r"|comments?|comment-?list|fb-?comments(?:module)?|disqus|respond|replies|log-?in|donate|donation"
    # other texts
    r"|related(?:posts|articles|content|stories)?|read-?(?:more|next|also)|more-?(?:from|stories|news)|most-?(?:read|popular|viewed)|popular|trending"
    r"|recommended|recommendations?|recirc|recirculation|teasers|promos?|up-?next"
    # what is paid for
    r"|ads?|ad-?(?:slot|unit|wrapper|container)|advert|adverts|advertisement|advertising|sponsor|sponsored|outbrain"
    r"|taboola|paywall|robots-nocontent"
    r")(?:[_-]+(?:area|bar|block|body|box|boxes|buttons?|container|content|footer|grid|group|header|heading|icons?"
    r"|info|inner|items?|label|links?|list|main|module|name|outer|panel|posts?|articles?|stories|row|section|text|window|column|excerpt|popover|feed|content"
    r"|title|tools|top|bottom|widget|wrap|wrapper|form|\d+))*(?![^\s])",
    re.IGNORECASE,
)
"""Class names that site builders give to what is no text; English, whatever the language of the text."""
_OF_ADS = ("data-ad", "data-google-query")


class Parts:
    """The tree of a page's parts. Each has a number higher than that of the part around it; 0 is the page."""

    def __init__(self) -> None:
        self.parents = [0]
        self.roles = [TEXT]
        self.regions = [0]
        """The ``article`` or ``main`` around each, 0 outside of any."""
        self.whole = False
        """Whether it is a whole page, and no fragment."""
        self._known: dict[str, int] = {}

    def enter(self, outer: int, name: str, values: dict[str, str]) -> int:
        """The part in which the content of a block element stands that is inside another part."""
        if name in ("body", "html"):
            self.whole = True
            return outer
        role = self._role(outer, name, values)
        if not role and name not in _CONTAINERS:
            return outer
        number = len(self.parents)
        self.parents.append(outer)
        self.roles.append(role)
        self.regions.append(number if role == REGION else self.regions[outer])
        return number

    def _role(self, outer: int, name: str, values: dict[str, str]) -> int:
        role = _ROLES.get(values.get("role", ""), TEXT) or _ELEMENTS.get(name, TEXT)
        if self.regions[outer] and name != "article" and (role == REGION or name == "header"):
            return TEXT  # the header of an article holds its headline; that of a page holds the menu
        if role or not values:
            return role
        names = f"{values.get('id', '')} {values.get('class', '')}"
        if name in _NAMED and _AROUND.search(names):
            return AROUND
        if "articlebody" in values.get("itemprop", "").lower():
            return TEXT
        if any(key.startswith(_OF_ADS) for key in values):
            return FURNITURE
        if names not in self._known:
            self._known[names] = FURNITURE if _FURNITURE.search(_HUMP.sub("-", names)) else TEXT
        return self._known[names]

    def inside(self, chosen: Iterable[int]) -> set[int]:
        """The chosen parts and all inside them."""
        found = set(chosen)
        for part, parent in enumerate(self.parents):
            if parent in found:
                found.add(part)
        return found

    def summed(self, measures: Iterable[tuple[int, int]]) -> list[int]:
        """The sum of the measures of each part, those of the parts inside it included."""
        sums = [0] * len(self.parents)
        for part, measure in measures:
            sums[part] += measure
        for part in range(len(sums) - 1, 0, -1):
            sums[self.parents[part]] += sums[part]
        return sums
