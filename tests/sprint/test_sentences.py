"""Words of people in sentences of ours: no mark too many, and figures behind a foreign name keep their place."""

from __future__ import annotations

from sprint.i18n import CLOSE, Translator, closed
from sprint.sentences import aside, dotted, ended, led, listed


def test_a_semicolon_stands_only_behind_what_has_no_end_of_its_own() -> None:
    assert listed(["Kan het sneller?", "Kan het zonder app?", "Bel", "Schrijf"]) == (
        "Kan het sneller? Kan het zonder app? Bel; Schrijf"
    )
    assert listed(["C · Foto.", " ", "Zij zei: “Nee.”", "(Later!)", "Nu"]) == "C · Foto. Zij zei: “Nee.” (Later!) Nu"
    assert listed([]) == ""


def test_a_sentence_gets_one_end() -> None:
    assert [ended(text) for text in ("Greet", "Greet, 78.", "Wie?", "“Ja.”", "")] == [
        "Greet.", "Greet, 78.", "Wie?", "“Ja.”", "",
    ]  # fmt: skip
    assert [led(text) for text in ("Belt", "Mag dit?")] == ["Belt:", "Mag dit?"]
    assert [aside(text, "KCC") for text in ("Belt", "Belt.", "Wie?")] == ["Belt (KCC)", "Belt (KCC).", "Wie? (KCC)"]
    assert aside("Belt.", "") == "Belt."
    assert dotted(["KCC", "", "15 oktober"]) == "KCC · 15 oktober"


def test_words_from_right_to_left_are_closed_off_inside_a_sentence_and_not_at_its_end() -> None:
    name = "سارة"
    assert closed(name) == closed(closed(name)) == name + CLOSE
    assert closed("Zoë “Saar” é") == "Zoë “Saar” é"
    t = Translator("nl", {"felt": "{title} ({level})", "copy": "Kopie van {title}"})
    assert t("felt", title=name, level="−3") == f"{name}{CLOSE} (−3)"
    assert t("copy", title=name) == f"Kopie van {name}"
    assert listed([name, "Wie?", name]) == f"{name}{CLOSE}; Wie? {name}"
    assert dotted([name, name]) == f"{name}{CLOSE} · {name}"
