"""What a notebook calls: open the run, show a figure with its table, say a sentence with numbers from the data.

A notebook holds parameters, a load, a call, a figure, a table and a sentence; whatever has an ``if`` in it is here or above.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from html import escape

import numpy as np
import pandas as pd
from IPython.display import HTML, Markdown, display
from matplotlib import pyplot as plt
from matplotlib.figure import Figure

from counterclaim import figures
from counterclaim.charts.sheet import Picture
from counterclaim.settings import Settings, read_settings

__all__ = ["cell_text", "say", "show_figure", "show_table", "start", "table_html"]


def start(**parameters: str) -> Settings:
    """Check the parameters of the notebook's first cell. Raises SettingsError naming the one at fault."""
    return read_settings(**parameters)


def show_figure(figure: Figure, name: str, data: pd.DataFrame, *, title: str, alt: str, settings: Settings) -> None:
    """Publish the figure as ``figures/NAME.{svg,png,csv,txt}`` and show it, followed by its data table.

    The SVG is what a reader sees and what the regression test compares; the PNG beside it serves viewers without SVG.
    """
    rendered = figures.render(figure, name, data, title, alt)
    plt.close(figure)
    figures.publish(rendered, settings.figures)
    display(
        {"image/svg+xml": rendered.svg, "image/png": rendered.png, "text/plain": alt},
        raw=True,
        metadata={"image/svg+xml": {"alt": alt}, "image/png": {"alt": alt}},
    )
    show_table(data, caption=f"Data of the figure ({name}.csv)")


def show_pictures(pictures: Iterable[Picture], *, settings: Settings) -> None:
    """Publish and show several figures of one kind, each as ``show_figure`` does."""
    for picture in pictures:
        show_figure(picture.figure, picture.name, picture.data, title=picture.title, alt=picture.alt, settings=settings)


SENTENCE = re.compile(r"<td>(?=[^<]{60})")  # a cell of so many characters needs room, or its row grows tall


def show_table(frame: pd.DataFrame, *, caption: str) -> None:
    """Show a table with its caption; an empty cell stands for "not stated", never for zero."""
    display(HTML(table_html(frame, caption=caption)))


def table_html(frame: pd.DataFrame, *, caption: str) -> str:
    """A table with its caption as ``show_table`` shows it."""
    written = frame.astype(object).map(cell_text)
    for name in frame.columns.intersection(["year"]):
        written[name] = frame[name].astype("string").fillna("")  # a year has no thousands
    html = written.to_html(index=False, border=0, justify="left", escape=True)
    html = html.replace(">", f">\n<caption>{escape(caption)}</caption>", 1)
    return SENTENCE.sub('<td class="sentence">', html)


def cell_text(value: object) -> str:
    """A cell as a reader should see it: nothing for what is missing, whole numbers without a point, commas between thousands."""
    if value is None or value is pd.NaT or value is pd.NA:
        return ""
    if isinstance(value, bool | np.bool_):
        return "yes" if value else "no"
    if isinstance(value, int | float | np.integer | np.floating):
        number = float(value)
        if math.isnan(number):
            return ""
        return f"{int(number):,}" if number.is_integer() else f"{number:,.6g}"
    return str(value)


def say(text: str) -> None:
    """Show a sentence of Markdown; its numbers come from the data through the caller's format fields."""
    display(Markdown(text))
