"""What a printer is asked: pages, copies, sides, and the white edge that is kept for each printer."""

from __future__ import annotations

import os
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops
from pypdf import PdfReader
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from exports.pictures import page_as_png
from sprint.errors import SprintError
from tests.exports.pdf import made
from tests.exports.rich import rich_document
from ui.context import Context
from ui.printing_room.send_dialog import SendDialog, read_margins
from ui.printing_room.sending import Sending, is_range, pages_of, paint_pages, send


def test_pages_are_written_as_people_write_them() -> None:
    assert [is_range(text) for text in ("", " ", "1", "1-3, 5", "2 - 4")] == [True] * 5
    assert [is_range(text) for text in ("a", "1-", "1;2", "-3", "1,,2")] == [False] * 5
    assert pages_of("", 3) == [0, 1, 2]
    assert pages_of("2-3,9,1", 4) == [0, 1, 2]


def test_a_pdf_goes_to_the_printer_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    heard = tmp_path / "heard"
    _plant(tmp_path / "bin", f'printf "%s\\n" "$@" > "{heard}"', monkeypatch)
    send(tmp_path / "a.pdf", Sending("Kantoor 2", 3, "long", "1-2, 4"))
    words = heard.read_text().splitlines()
    assert words[:4] == ["-d", "Kantoor 2", "-n", "3"]
    assert {"sides=two-sided-long-edge", "print-scaling=none", "1-2,4", str(tmp_path / "a.pdf")} <= set(words)


def test_pages_are_painted_at_their_true_size_where_a_printer_takes_no_pdf(qtbot: QtBot, tmp_path: Path) -> None:
    document = rich_document()
    data = made("storyboard", document)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "a.pdf"))
    assert paint_pages(printer, data, [0])
    (page,) = PdfReader(tmp_path / "a.pdf").pages
    (before,) = PdfReader(BytesIO(data)).pages
    sizes = [sorted(float(side) for side in one.mediabox[2:]) for one in (page, before)]
    assert sizes[0] == pytest.approx(sizes[1], abs=1)
    drawn, there = (Image.open(BytesIO(page_as_png(pdf, 0, 30))).convert("L") for pdf in
                    ((tmp_path / "a.pdf").read_bytes(), data))  # fmt: skip
    drawn = drawn.resize(there.size)
    assert sum(ImageChops.difference(drawn, there).histogram()[150:]) < 0.002 * there.width * there.height


def test_a_printer_that_says_no_gives_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _plant(tmp_path / "bin", "exit 1", monkeypatch)
    with pytest.raises(SprintError) as caught:
        send(tmp_path / "a.pdf", Sending("Kantoor"))
    assert (caught.value.key, caught.value.params) == ("print.send.failed", {"printer": "Kantoor"})


def _plant(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.mkdir()
    command = folder / "lp"
    command.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    command.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")


def test_the_white_edge_is_kept_for_each_printer(context: Context, qtbot: QtBot) -> None:
    dialog = SendDialog(context, ["Kantoor", "Thuis"])
    qtbot.addWidget(dialog)
    assert dialog.margin_text == "5"
    dialog.margin.setText("veel")
    assert not dialog.go.isEnabled()
    dialog.margin.setText("4,2")
    dialog.range.setText("1-x")
    assert not dialog.go.isEnabled()
    dialog.range.setText("1-2")
    with qtbot.waitSignal(dialog.accepted):
        dialog.go.click()
    again = SendDialog(context, ["Thuis", "Kantoor"])
    qtbot.addWidget(again)
    assert again.margin_text == "5"
    again.printer.show_value("Kantoor")
    again.printer.chosen.emit("Kantoor")
    assert again.margin_text == "4.2"
    assert again.sending.printer == "Kantoor"


def test_edges_that_cannot_be_read_are_forgotten() -> None:
    assert read_margins("") == read_margins("[1]") == {}
    assert read_margins('{"a": "4.2", "b": "veel", "c": "-1", "d": "99"}') == {"a": "4.2"}
