"""What the notebook calls: a receipt as static text for every reader, the widgets only for one who can use them."""

from __future__ import annotations

from typing import Any

from IPython import get_ipython
from IPython.display import HTML, display

from counterclaim.explore.holdings import Holdings
from counterclaim.explore.receipts import receipt_html
from counterclaim.notebook import say


def show_receipt(holdings: Holdings, name: str) -> None:
    """Show the receipt of the row of this id; without an id say that there is nothing to show."""
    if name:
        display(HTML(receipt_html(holdings, name)))
    else:
        say("No claim is left under these parameters.")


def open_panel(holdings: Holdings) -> None:
    """Show the widgets where somebody is there to use them; else say how to get them.

    A stored widget is a random id and a picture of nothing: without a kernel behind it no page can show it, and no two runs
    store the same bytes. So none is made where nobody can answer.
    """
    if not somebody_can_answer(get_ipython()):
        say("The widgets need a kernel behind them. `make lab` opens this notebook in JupyterLab; run it there.")
        return
    from counterclaim.explore.panel import Panel  # noqa: PLC0415 - a run for nobody need not load widgets

    display(Panel(holdings).box)


def somebody_can_answer(shell: Any) -> bool:
    """Whether the running cell was sent by a front end in which a person can answer.

    Jupyter's messages say so (``allow_stdin``): JupyterLab, Notebook and VS Code can put a question to their user; papermill,
    nbval and nbclient cannot. shell: the running one, or None.
    """
    asked: dict[str, Any] = getattr(shell, "get_parent", dict)() or {}
    return bool(asked.get("content", {}).get("allow_stdin", False))
