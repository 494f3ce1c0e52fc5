"""Makes one output in the kind of file that was asked for."""

from __future__ import annotations

from io import BytesIO
from typing import BinaryIO

from exports.base import Output
from exports.options import Form, Options
from exports.pictures import pages_as_png
from sprint.document import Document


def produce(output: Output, document: Document, options: Options, stream: BinaryIO) -> None:
    """Write an output; a PNG has its pages below each other. Raises SprintError when there is nothing to make."""
    fitting = output.fitting(options)
    if fitting.form is not Form.PNG:
        output.write(document, fitting, stream)
        return
    pages = BytesIO()
    output.write(document, fitting, pages)
    stream.write(pages_as_png(pages.getvalue(), fitting.dpi))
