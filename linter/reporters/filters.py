"""What a page can leave out, by boxes that are unticked: severities, rules, files. It takes no script."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from linter.finding import Severity
from linter.messages import message
from linter.namedtuples import NamedTuple
from linter.reporters.base import Run
from linter.reporters.places import Item
from linter.reporters.summary import severities
from linter.reporters.visible import in_html


class Filters(NamedTuple):
    """The rules and the files of a page, by the numbers that they have in it."""

    run: Run
    rules: dict[str, int]
    files: dict[str, int]
    by_rule: Counter[str]
    by_file: Counter[str]

    @classmethod
    def of(cls, run: Run, found: Sequence[tuple[str, list[Item]]]) -> Filters:
        """The filters for findings by file."""
        by_rule = Counter(item.finding.rule for _, group in found for item in group)
        by_file = Counter({path: len(group) for path, group in found})
        rules = {rule: number for number, rule in enumerate(sorted(by_rule), 1)}
        files = {path: number for number, (path, _) in enumerate(found, 1)}
        return cls(run, rules, files, by_rule, by_file)

    def classes(self, item: Item) -> str:
        """The classes of the element of a finding."""
        return f"{item.finding.severity.label} rule-{self.rules[item.finding.rule]}"

    def style(self) -> Iterator[str]:
        """What hides the findings whose box is not ticked."""
        names = [*(f"rule-{number}" for number in self.rules.values())]
        if len(names) > 1:
            yield from (
                f"body:has(#show-{name}:not(:checked)) .{name} {{ display: none; }}" for name in names
            )
        if len(self.files) > 1:
            for number in self.files.values():
                yield f"body:has(#show-file-{number}:not(:checked)) #file-{number} {{ display: none; }}"

    def boxes(self) -> Iterator[str]:
        """The boxes, in a form of their own where there is something to choose."""
        yield from self._severities()
        yield from self._list(message("Rules"), "rule", self.rules, self.by_rule)
        yield from self._list(message("Files"), "file", self.files, self.by_file)

    def _severities(self) -> Iterator[str]:
        counts = [(label, self.run.count(level)) for label, level in reversed(Severity.choices.items())]
        present = [(label, count) for label, count in counts if count]
        if len(present) < 2:
            return
        yield '<p class="filter">'
        for label, count in present:
            told = self.run.translate(severities(label, count))
            yield f'<label class="{label}">{_box(label)} {in_html(told)}</label>'
        yield "</p>"

    def _list(self, title: str, kind: str, names: dict[str, int], counts: Counter[str]) -> Iterator[str]:
        if len(names) < 2:
            return
        told = in_html(self.run.translate(title))
        yield f'<details class="filter"><summary>{told} ({len(names)})</summary><ul>'
        for name, number in names.items():
            box = _box(f"{kind}-{number}")
            yield f"<li><label>{box} {in_html(name)} <small>{counts[name]}</small></label></li>"
        yield "</ul></details>"


def _box(name: str) -> str:
    return f'<input type="checkbox" id="show-{name}" checked>'
