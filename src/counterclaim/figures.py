"""Figures as files and as notebook output: picture, picture, its data, its alt text."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from html import escape
from pathlib import Path

import pandas as pd
from matplotlib.figure import Figure

from counterclaim.charts.style import house_style
from counterclaim.files import write_bytes, write_csv

METADATA_SVG = {"Date": None, "Creator": None}
METADATA_PNG = {"Software": None}


@dataclass(frozen=True, slots=True)
class Rendered:
    """One figure in every form it is published in."""

    name: str
    svg: str
    png: bytes
    data: pd.DataFrame
    alt: str


def render(figure: Figure, name: str, data: pd.DataFrame, title: str, alt: str) -> Rendered:
    """Draw the figure once as SVG (title and description inside, for screen readers) and once as PNG.

    The SVG comes first: saving at another resolution moves a constrained layout.
    """
    with house_style():
        buffer = io.StringIO()
        figure.savefig(buffer, format="svg", metadata=METADATA_SVG)
        svg = _describe(buffer.getvalue(), name, title, alt)
        picture = io.BytesIO()
        figure.savefig(picture, format="png", metadata=METADATA_PNG)
    return Rendered(name, svg, picture.getvalue(), data, alt)


def publish(rendered: Rendered, folder: Path) -> None:
    """Write ``NAME.svg``, ``.png``, ``.csv`` and ``.txt`` into the folder, each in one step."""
    write_bytes(folder / f"{rendered.name}.svg", rendered.svg.encode())
    write_bytes(folder / f"{rendered.name}.png", rendered.png)
    write_csv(folder / f"{rendered.name}.csv", rendered.data)
    write_bytes(folder / f"{rendered.name}.txt", (rendered.alt + "\n").encode())


def _describe(svg: str, name: str, title: str, alt: str) -> str:
    """Put ``<title>`` and ``<desc>`` into the root element and drop what varies or only adds length."""
    svg = re.sub(r"<metadata>.*?</metadata>\s*", "", svg, flags=re.DOTALL)
    head = f'<title id="{name}-title">{escape(title)}</title>\n <desc id="{name}-desc">{escape(alt)}</desc>'
    labels = f' role="img" aria-labelledby="{name}-title {name}-desc"'
    return re.sub(r"(<svg [^>]*?)>", lambda m: f"{m[1]}{labels}>\n {head}", svg, count=1)
