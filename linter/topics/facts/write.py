"""Bible files as text: whole ones, and entries put into those that people keep by hand."""

from __future__ import annotations

from linter.typed import Any

SECTIONS = ("people", "organisations", "places")


def bible_text(sections: dict[str, list[dict[str, Any]]]) -> str:
    """A bible file of the entries, sections without any left out."""
    return "\n".join(
        f"{name}:\n" + "".join(map(_entry_text, sections[name])) for name in SECTIONS if sections.get(name)
    )


def with_entries(source: str, section: str, entries: list[dict[str, Any]]) -> str:
    """The text of a bible file with entries at the end of a section; all else stays as it is.

    ``ValueError`` for a file that is no mapping of sections in block style.
    """
    import yaml

    try:
        root = yaml.compose(source, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        raise ValueError(f"is not valid YAML: {getattr(error, 'problem', None) or 'unknown'}") from None
    added = "".join(map(_entry_text, entries))
    if root is None:
        return f"{source.rstrip()}\n{section}:\n{added}".lstrip("\n")
    if not isinstance(root, yaml.MappingNode) or root.flow_style:
        raise ValueError("is no story bible: expected the sections " + ", ".join(SECTIONS))
    place = next((value for key, value in root.value if key.value == section), None)
    if place is None:
        return f"{source.rstrip()}\n\n{section}:\n{added}"
    if not isinstance(place, yaml.SequenceNode) or (place.flow_style and place.value):
        raise ValueError(f"'{section}' is no list in block style")
    if not place.value:
        return (
            source[: place.start_mark.index].rstrip()
            + "\n"
            + added
            + source[place.end_mark.index :].lstrip("\n")
        )
    end = source.find("\n", _end_of(place))
    end = len(source) if end < 0 else end
    indent = place.value[0].start_mark.column - 2
    return source[:end].rstrip() + "\n" + _indented(added, indent) + source[end:].lstrip("\n")


def _end_of(node: Any) -> int:
    """Where the last scalar of a node ends; block nodes themselves end at what follows them."""
    children = [child for pair in node.value for child in (pair if isinstance(pair, tuple) else (pair,))]
    if isinstance(node.value, str) or not children or getattr(node, "flow_style", False):
        return int(node.end_mark.index)
    return _end_of(children[-1])


def _indented(text: str, columns: int) -> str:
    shift = " " * max(0, columns - 2)
    lines = text.splitlines(keepends=True)
    if columns < 2:
        return "".join(line[2:] for line in lines)
    return "".join(shift + line for line in lines)


def _entry_text(entry: dict[str, Any]) -> str:
    import yaml

    lines: list[str] = []
    for key, value in entry.items():
        flow = None if isinstance(value, dict | list) else False
        dumped = yaml.safe_dump(
            {key: value}, allow_unicode=True, sort_keys=False, width=100, default_flow_style=flow
        )
        lines += dumped.splitlines()
    return "".join(f"  {'- ' if number == 0 else '  '}{line}\n" for number, line in enumerate(lines))
