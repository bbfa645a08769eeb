"""Which of two spellings is a slip, and which are two words."""

from __future__ import annotations

import pytest

from linter.topics.names.spelling.name_typo import NameTypo
from tests.names.builders import alarms, article, texts


def slips(text: str, title: str = "Rain", lang: str = "en") -> list[str]:
    return texts(NameTypo, article(lang, title, text))


@pytest.mark.parametrize(
    ("text", "slip"),
    [
        ("The Ottrelix runs. The Ottrelix stops. An Ottrelix waits. It is no Otrtelix.", "Otrtelix"),
        ("The Ottrelix runs. The Ottrelix stops. An Ottrelix waits. It is no Otrelix.", "Otrelix"),
        ("The Ottrelix runs. The Ottrelix stops. An Ottrelix waits. It is no Ottrrelix.", "Ottrrelix"),
        ("The Ottrelix runs. The Ottrelix stops. An Ottrelix waits. It is no Otdrelix.", "Otdrelix"),
        ("The Ottrelix runs. The Ottrelix stops. It is no Otrtelix.", "Otrtelix"),
        ("The Ottrelix runs. It is no Otrtelix.", "Ottrelix"),
        ("The Marten-Ottrelix runs. It is no Marten-Otrtelix.", "Marten-Ottrelix"),
        ("The Marten-Ottrel runs. It is no Martin-Ottrel.", None),
        ("The MAR-Ottrelix runs. It is no MARS-Ottrelix.", None),
        ("The Ottrelix runs. It is no Ottbelix.", None),
        ("The Ottrelion runs. The Ottrelion stops. An Ottrelion waits. It is no Ottrelin.", "Ottrelin"),
        ("The Ottrelion runs. It is no Ottrelin.", None),
        ("The Ottrel runs. The Ottrel stops. An Ottrel waits. It is no Ottdel.", None),
        ("The Ottrelix Loader runs. It is no Otdrelix Loader.", "Ottrelix"),
        ("The Marten Ottrel runs. It is no Marten Otdrel.", "Ottrel"),
        ("The Ottrelix runs. The Ottrelix stops. An Ottrelix waits. It is no Ottrelis.", None),
        ("The Ottrelix runs. The Ottrelix stops. An Ottrelix waits. It is no Ottrelixes.", None),
        ("The Ottrelix runs. The Ottrelix stops. An Ottrelix waits. It is no Otrtelix, no Otrtelix.", None),
        ("The Ottrelix runs. The Ottrelix stops. An Ottrelix waits. It is no otrtelix.", None),
        ("The Ottrelix runs. The Ottrelix stops. An Ottrelix waits. It is no Dttrelix.", None),
        ("The Ottrelix runs. The Ottrelix stops. An Ottrelix waits. It is no OTRTELIX.", None),
        ("The Ottrelix runs. The Ottrelix stops. An Ottrelix waits. It is no Otrtelix; all otrtelix.", None),
        ("The Ottreliz runs. The Ottreliz stops. An Ottreliz waits. It is no Ottrelis.", None),
        ("The Ottzelix runs. The Ottzelix stops. An Ottzelix waits. It is no Ottselix.", None),
        ("The OttreLix runs. It is no Otrtelix.", None),
        ("The OttreLix runs. The OttreLix stops. An OttreLix waits. It is no Otrtelix.", "Otrtelix"),
        ("The Ottel runs. The Ottel stops. An Ottel waits. It is no Otetl.", "Otetl"),
    ],
)
def test_two_spellings(text: str, slip: str | None) -> None:
    assert slips(text) == ([slip] if slip else [])


@pytest.mark.parametrize(
    ("text", "slip"),
    [
        ("The Marten Ottrelix runs. It is no Marten Ottbelix.", True),
        ("The Ottrelix Marten runs. It is no Ottbelix Marten.", True),
        ("Marten Ottrelix runs. It is no Marten Ottbelix.", True),
        ("The Marten OttreLix runs. It is no Marten Ottbelix.", False),
        ("The Marten Ottrelix runs. It is no Badger Ottbelix.", False),
        ("The Ottrelix Marten runs. It is no Marten Ottbelix.", False),
        ("The Ottrelix of Marten runs. It is no Ottbelix of Marten.", False),
        ("The Ottrelix marten runs. It is no Ottbelix marten.", False),
        ("The Ottrelix Xy runs. It is no Ottbelix Xy.", False),
    ],
)
def test_the_same_word_beside_both(text: str, slip: bool) -> None:
    assert bool(slips(text)) is slip


@pytest.mark.parametrize(
    ("title", "text", "slip"),
    [
        ("Artifical minds", "The artificial minds of towns.", "Artifical"),
        ("Artificcial minds", "The artificial minds of towns.", "Artificcial"),
        ("Artifiical minds", "The Artificial minds of towns.", "Artifiical"),
        ("Artifidial minds", "The artificial minds of towns.", None),
        ("Artiificial minds", "The natural minds of towns.", "Artiificial"),
        ("Otterificial minds", "The natural minds of towns.", None),
        ("artifical minds", "The artificial minds of towns.", "artifical"),
        ("artifical minds", "The artificial minds of towns, and artifical ones.", None),
        ("artifidial minds", "The artificial minds of towns.", None),
        ("artificials of towns", "The artificial minds of towns.", None),
        ("Artifical minds" + " of towns" * 40, "The artificial minds.", "Artifical"),
    ],
)
def test_a_headline_above_a_text(title: str, text: str, slip: str | None) -> None:
    assert slips(text, title) == ([slip] if slip else [])


@pytest.mark.parametrize(
    ("text", "slip"),
    [
        ("The PFLB runs. The PFLB stops. The PLFB waits.", "PLFB"),
        ("The PLFB waits. The PFLB runs. The PFLB stops.", "PLFB"),
        ("The PFLB runs. The PLFB waits.", None),
        ("The PFLB runs. The PFLB stops. The PLFB waits. The PLFB falls.", None),
        ("The PFLB runs. The PFLB stops. The BFLP waits.", None),
        ("The PFB runs. The PFB stops. The PBF waits.", None),
        ("The PFLBKRTXZ runs. The PFLBKRTXZ stops. The PLFBKRTXZ waits.", None),
        ("The X-PFLB runs. The PFLB stops. The PLFB waits.", None),
    ],
)
def test_acronyms(text: str, slip: str | None) -> None:
    assert slips(text) == ([slip] if slip else [])


@pytest.mark.parametrize(
    ("text", "slip"),
    [
        ("Ana Gómez wrote. Ana Gomez read.", "Gomez"),
        ("Gomez Ruiz wrote. Gómez Ruiz read. Gomez Ruiz slept.", "Gómez"),
        ("José Gómez wrote. Jose Gomez read.", "Jose"),
        ("The body of Ottrélia fell. The body of Ottrelia fell.", "Ottrelia"),
        ("Ana Gómez wrote. Eva Gomez read.", None),
        ("Back of the Ottrélia mill. Front of the Ottrelia mine.", None),
        ("The Parc Écrins is near. The Parc Ecrins is far.", None),
        ("Ana Gómez wrote. Ana Gómez read. " * 2 + "Ana Gomez wrote. " * 3, None),
        ("Ana Zoë wrote. Ana Zoe read.", None),
        ("They met in Nürnberg Mitte, then in Nurnberg Mitte.", None),
    ],
)
def test_accents(text: str, slip: str | None) -> None:
    assert slips(text) == ([slip] if slip else [])


@pytest.mark.parametrize(
    ("text", "place", "slip"),
    [
        ("The Workspace opens. The Workspace shuts.", "Worskpace", "Worskpace"),
        ("The Workspace opens.", "Worskpace", "Worskpace"),
        ("The Worskpace opens.", "Workspace", "Worskpace"),
        ("The Worskpace opens. The Worskpace shuts.", "Workspace", None),
        ("The Worskpace opens. Which Workspace?", "Workspace", "Worskpace"),
        ("The Ottrelix opens.", "Otrtelix", None),
        ("The Ottrelix opens. The Ottrelix shuts.", "Otrtelix", "Otrtelix"),
        ("The Otrtelix opens.", "Ottrelix, Ottrelix", "Otrtelix"),
        ("The Ottrelix opens. The Ottrelix shuts.", "Ottdelix", None),
        ("The Ottrelix opens. The Ottrelix shuts. The Ottrelix waits.", "Ottdelix", "Ottdelix"),
        ("The Workspace opens.", "img/Worskpace", None),
        ("The Workspace opens.", "Workspaces", None),
    ],
)
def test_front_matter_and_text(text: str, place: str, slip: str | None) -> None:
    assert texts(NameTypo, article("en", "Rain", text, place=place)) == ([slip] if slip else [])


def test_where_nouns_have_capitals_an_umlaut_is_another_form() -> None:
    assert slips("Die Familie Tochter kam. Die Familie Töchter kam.", lang="de") == []


def test_a_slip_that_stands_twice_beside_a_word_of_a_list() -> None:
    assert slips("The Antartic is cold. The Antartic is white. Some call it the Antarctic.") == ["Antartic"]
    assert slips("The Antartic is cold. The Antartic is white. The Antartic melts, the Antarctic.") == []


def test_what_is_shown() -> None:
    text = "The Ottrelix runs. The Ottrelix stops. An Ottrelix waits. It is no Otrtelix."
    found = article("en", "Rain", text)
    [alarm] = alarms(NameTypo, found)
    assert (alarm.fields["name"], alarm.fields["other"], alarm.fields["times"]) == (
        "Otrtelix",
        "Ottrelix",
        "3",
    )
    assert alarm.suggestion == "Ottrelix"
    assert alarm.related[0].span.start == found.source.index("Ottrelix")
    [alarm] = alarms(NameTypo, article("en", "Artifical minds", "The artificial minds of towns."))
    assert alarm.suggestion is None


@pytest.mark.parametrize(
    ("code", "slip"),
    [
        ("TextReader TextReader TextRaeder", "TextRaeder"),
        ("read_response read_response read_reponse read_reponse read_response", "read_reponse"),
        ("text-reader.open text-reader.open text-raeder.open", "text-raeder.open"),
        ("TextReader TextRaeder", None),
        ("TextReader TextReader TextReaders", None),
        ("TextReader TextReader TestReader", None),
        ("TextReader TextReader TextReaderx", None),
        ("TextReader TextReader TextReadir", "TextReadir"),
        ("TextReader TextReader TextBeader", None),
        ("reader reader raeder", None),
        ("TextReader TextReader src/TextRaeder", None),
        ("row1Reader row1Reader row2Reader", None),
    ],
)
def test_names_in_code(code: str, slip: str | None) -> None:
    block = f"See below.\n\n```\n{'; '.join(code.split())}\n```"
    inline = " and ".join(f"`{word}`" for word in code.split())
    for text in (block, inline):
        assert slips(text) == ([slip] if slip else [])


def test_a_name_in_code_is_told_once() -> None:
    text = (
        "`TextReader.open`, `TextReader.open`, `TextReader`, `TextReader`, `TextRaeder`, `TextRaeder.open`."
    )
    assert slips(text) == ["TextRaeder.open"]
    assert slips("`TextReader` is a TextReader, and IPAdressFamily, IPAddressFamily, IPAddressFamily.") == [
        "IPAdressFamily"
    ]
