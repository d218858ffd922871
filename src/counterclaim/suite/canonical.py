"""The one form in which a notebook is stored: what it says and what it showed, nothing about when, where or how it ran."""

from __future__ import annotations

from typing import Any

import nbformat

INJECTED = "injected-parameters"
KERNELSPEC = {"display_name": "Python 3", "language": "python", "name": "python3"}
LANGUAGE = {"file_extension": ".py", "mimetype": "text/x-python", "name": "python", "pygments_lexer": "ipython3"}
KEPT = ("jupyter", "tags")  # metadata of a cell that changes how it is shown or run


def canonical(notebook: Any) -> Any:
    """A copy of the notebook (nbformat 4.5 node) in canonical form.

    Cells keep source, id, tags and outputs; execution counts run 1, 2, 3 ... over the cells that ran; the pieces of a
    stream are one; the cell that papermill injects has a fixed id. Times, paths, versions and papermill's own notes
    are gone. Applying it twice changes nothing.
    """
    cells = [cell for cell in notebook.cells if "papermill-error-cell-tag" not in cell.metadata.get("tags", [])]
    count = 0
    copies = []
    for cell in cells:
        copy = nbformat.from_dict(dict(cell))
        copy.metadata = nbformat.from_dict({key: cell.metadata[key] for key in KEPT if cell.metadata.get(key)})
        if INJECTED in copy.metadata.get("tags", []):
            copy.id = INJECTED
        if copy.cell_type == "code":
            count += copy.execution_count is not None
            copy.execution_count = count if copy.execution_count is not None else None
            copy.outputs = [_output(output, copy.execution_count) for output in _merged(copy.outputs)]
        copies.append(copy)
    return nbformat.from_dict(
        {
            "cells": copies,
            "metadata": {"kernelspec": KERNELSPEC, "language_info": LANGUAGE},
            "nbformat": 4,
            "nbformat_minor": 5,
        }
    )


def text(notebook: Any) -> str:
    """The notebook as it is written to a file: keys sorted, one line a line, a newline at the end."""
    return str(nbformat.writes(notebook, version=nbformat.NO_CONVERT)).rstrip("\n") + "\n"


def _merged(outputs: list[Any]) -> list[Any]:
    """Streams arrive in pieces cut by a clock: between two displays, put stdout into one piece and stderr into one after it."""
    merged: list[Any] = []
    streams: dict[str, str] = {}
    for output in [*outputs, None]:
        if output is not None and output.output_type == "stream":
            streams[output.name] = streams.get(output.name, "") + output.text
            continue
        merged += [nbformat.v4.new_output("stream", name=name, text=streams[name]) for name in sorted(streams, reverse=True)]
        streams = {}
        merged += [output] if output is not None else []
    return merged


def _output(output: Any, count: int | None) -> Any:
    copy = nbformat.from_dict(dict(output))
    copy.pop("transient", None)
    if copy.output_type == "execute_result":
        copy.execution_count = count
    return copy
