from __future__ import annotations

from datetime import time

import pytest

from sprint.errors import SprintError
from sprint.programme.reading import LocalText, Table, parse_toml


def fault_of(error: pytest.ExceptionInfo[SprintError]) -> tuple[str, object, object]:
    return error.value.key, error.value.params.get("file"), error.value.params.get("field")


def test_broken_toml_names_file_and_place() -> None:
    with pytest.raises(SprintError) as error:
        parse_toml("id = \n", "x.toml")
    assert error.value.key == "programme.error.not_toml"
    assert error.value.params["file"] == "x.toml"
    assert "line 1" in str(error.value.params["place"])


def test_values_come_out_typed_and_trimmed() -> None:
    table = Table({"a": " x ", "n": 3, "f": True, "c": time(9, 30), "t": {"nl": " ja ", "en": "yes"}}, "x.toml")
    assert (table.text("a"), table.whole("n"), table.flag("f"), table.clock("c")) == ("x", 3, True, time(9, 30))
    assert table.local("t") == LocalText(nl="ja", en="yes")
    table.finish()


def test_a_language_that_is_not_there_reads_english() -> None:
    text = LocalText(nl="ja", en="yes")
    assert [text.get(language) for language in ("nl", "en", "fy")] == ["ja", "yes", "yes"]


@pytest.mark.parametrize(
    ("data", "ask", "key", "field"),
    [
        ({}, "text", "programme.error.missing", "k"),
        ({"k": 3}, "text", "programme.error.wrong_type", "k"),
        ({"k": " "}, "text", "programme.error.empty", "k"),
        ({"k": True}, "whole", "programme.error.wrong_type", "k"),
        ({"k": -1}, "whole", "programme.error.wrong_type", "k"),
        ({"k": 1}, "flag", "programme.error.wrong_type", "k"),
        ({"k": "9:30"}, "clock", "programme.error.wrong_type", "k"),
        ({"k": "ja"}, "local", "programme.error.wrong_type", "k"),
        ({"k": {"nl": "ja"}}, "local", "programme.error.missing", "k.en"),
        ({"k": {"nl": "ja", "en": ""}}, "local", "programme.error.empty", "k.en"),
        ({"k": {"nl": "ja", "en": "yes", "de": "ja"}}, "local", "programme.error.unknown_key", "k.de"),
        ({"k": [{"nl": "ja", "en": "yes"}, "no"]}, "local_list", "programme.error.wrong_type", "k[1]"),
        ({"k": 3}, "table", "programme.error.wrong_type", "k"),
    ],
)
def test_a_wrong_value_names_file_and_field(data: dict[str, object], ask: str, key: str, field: str) -> None:
    with pytest.raises(SprintError) as error:
        getattr(Table(data, "x.toml"), ask)("k")
    assert fault_of(error) == (key, "x.toml", field)


def test_words_outside_the_list_and_double_words_are_refused() -> None:
    table = Table({"a": "red", "b": ["red", "red"], "c": ["red", "pink"]}, "x.toml")
    with pytest.raises(SprintError) as error:
        table.word("a", ("blue",))
    assert fault_of(error) == ("programme.error.unknown_word", "x.toml", "a")
    assert error.value.params["word"] == "red"
    with pytest.raises(SprintError) as error:
        table.words("b", ("red",))
    assert fault_of(error) == ("programme.error.double_word", "x.toml", "b")
    with pytest.raises(SprintError) as error:
        table.words("c", ("red",))
    assert error.value.params["word"] == "pink"


def test_a_key_nobody_asked_for_is_a_typing_error() -> None:
    table = Table({"title": "x", "titel": "y"}, "x.toml")
    table.text("title")
    with pytest.raises(SprintError) as error:
        table.finish()
    assert fault_of(error) == ("programme.error.unknown_key", "x.toml", "titel")


def test_a_fault_deep_inside_names_the_whole_path() -> None:
    table = Table({"days": [{"blocks": [{"exercise": 3}]}]}, "x.toml")
    with pytest.raises(SprintError) as error:
        table.tables("days", lambda day: day.tables("blocks", lambda block: block.text("exercise")))
    assert fault_of(error) == ("programme.error.wrong_type", "x.toml", "days[0].blocks[0].exercise")


def test_a_list_of_tables_holds_only_tables() -> None:
    with pytest.raises(SprintError) as error:
        Table({"days": ["monday"]}, "x.toml").tables("days", lambda day: day)
    assert fault_of(error) == ("programme.error.wrong_type", "x.toml", "days[0]")
