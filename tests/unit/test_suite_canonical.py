"""The form in which notebooks are stored keeps what they say and show and drops when, where and how they ran."""

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from counterclaim.suite.canonical import canonical, text


def noisy() -> nbformat.NotebookNode:
    timing = {"start_time": "2026-01-01T00:00:00", "status": "completed"}
    return new_notebook(
        metadata={
            "papermill": {"input_path": "/home/somebody/x.ipynb"},
            "kernelspec": {"name": "other", "display_name": "My env"},
            "language_info": {"name": "python", "version": "3.11.7"},
        },
        cells=[
            new_markdown_cell("An exception was encountered", id="a", metadata={"tags": ["papermill-error-cell-tag"]}),
            new_markdown_cell("# Title", id="title", metadata={"tags": [], "papermill": timing}),
            new_code_cell(
                "x = 1",
                id="parameters",
                execution_count=7,
                metadata={"tags": ["parameters"], "execution": {"iopub.status.busy": "2026-01-01"}},
            ),
            new_code_cell("x = 2", id="8f3a", execution_count=8, metadata={"tags": ["injected-parameters"]}),
            new_code_cell(
                "x",
                id="show",
                execution_count=9,
                outputs=[
                    new_output("stream", name="stderr", text="e"),
                    new_output("stream", name="stdout", text="a\n"),
                    new_output("stream", name="stdout", text="b\n"),
                    new_output("execute_result", data={"text/plain": "2"}, execution_count=9),
                    new_output("stream", name="stdout", text="c\n"),
                ],
            ),
            new_code_cell("never run", id="rest"),
        ],
    )


def test_only_what_is_said_and_shown_is_kept() -> None:
    written = text(canonical(noisy()))
    for noise in ("papermill", "2026", "/home", "3.11", "My env", 'execution"', "exception", '"tags": []', "8f3a"):
        assert noise not in written, noise
    assert written.endswith("}\n")


def test_cells_keep_source_id_and_tags_and_the_injected_one_has_a_fixed_id() -> None:
    cells = canonical(noisy()).cells
    assert [cell.id for cell in cells] == ["title", "parameters", "injected-parameters", "show", "rest"]
    assert cells[1].metadata == {"tags": ["parameters"]}


def test_counts_run_from_one_over_the_cells_that_ran() -> None:
    code = [cell for cell in canonical(noisy()).cells if cell.cell_type == "code"]
    assert [cell.execution_count for cell in code] == [1, 2, 3, None]
    assert [output.execution_count for output in code[2].outputs if output.output_type == "execute_result"] == [3]


def test_pieces_of_a_stream_become_one_between_two_displays() -> None:
    outputs = canonical(noisy()).cells[3].outputs
    assert [(o.output_type, o.get("name"), o.get("text")) for o in outputs] == [
        ("stream", "stdout", "a\nb\n"),
        ("stream", "stderr", "e"),
        ("execute_result", None, None),
        ("stream", "stdout", "c\n"),
    ]


def test_it_is_valid_and_applying_it_twice_changes_nothing() -> None:
    once = canonical(noisy())
    nbformat.validate(once)
    assert text(canonical(once)) == text(once)


def test_the_notebook_given_is_not_touched() -> None:
    given = noisy()
    before = text(given)
    canonical(given)
    assert text(given) == before


@pytest.mark.parametrize("mime", ["text/markdown", "image/svg+xml"])
def test_outputs_and_their_metadata_are_kept(mime: str) -> None:
    output = new_output("display_data", data={mime: "<x/>"}, metadata={mime: {"alt": "words"}})
    (cell,) = canonical(new_notebook(cells=[new_code_cell("x", id="x", execution_count=1, outputs=[output])])).cells
    assert cell.outputs == [output]
