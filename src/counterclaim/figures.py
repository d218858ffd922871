"""Figures as files and as notebook output: picture, picture, its data, its alt text."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from html import escape
from pathlib import Path

import pandas as pd
from matplotlib.figure import Figure
from PIL import Image

from counterclaim.charts.style import house_style
from counterclaim.files import write_bytes, write_csv

METADATA_SVG = {"Date": None, "Creator": None}
METADATA_PNG = {"Software": None}
COLOURS = 256  # of a palette
PIXELS_AN_INCH = 150  # as charts.style saves a picture


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
    return Rendered(name, svg, _flatten(picture), data, alt)


def publish(rendered: Rendered, folder: Path) -> None:
    """Write ``NAME.svg``, ``.png``, ``.csv`` and ``.txt`` into the folder, each in one step."""
    write_bytes(folder / f"{rendered.name}.svg", rendered.svg.encode())
    write_bytes(folder / f"{rendered.name}.png", rendered.png)
    write_csv(folder / f"{rendered.name}.csv", rendered.data)
    write_bytes(folder / f"{rendered.name}.txt", (rendered.alt + "\n").encode())


def _describe(svg: str, name: str, title: str, alt: str) -> str:
    """Put ``<title>`` and ``<desc>`` into the root element and drop what varies or only adds length."""
    svg = re.sub(r"<metadata>.*?</metadata>\s*", "", svg, flags=re.DOTALL)
    svg = re.sub(r'(?<= d=")[^"]+', lambda path: re.sub(r"-?\d+\.\d+", _rounded, path[0]), svg)
    head = f'<title id="{name}-title">{escape(title)}</title>\n <desc id="{name}-desc">{escape(alt)}</desc>'
    labels = f' role="img" aria-labelledby="{name}-title {name}-desc"'
    return re.sub(r"(<svg [^>]*?)>", lambda m: f"{m[1]}{labels}>\n {head}", svg, count=1)


def _rounded(number: re.Match[str]) -> str:
    """A coordinate to a hundredth of a point, which no eye or printer tells from the exact one."""
    return f"{float(number[0]):.2f}".rstrip("0").rstrip(".")


def _flatten(picture: io.BytesIO) -> bytes:
    """The picture with a palette: a chart has few colours, and the file is a third as large.

    Maximum coverage keeps rare colours: a claimant's small mark is as exact as the background.
    """
    flat = Image.open(picture).convert("RGB").quantize(COLOURS, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    buffer = io.BytesIO()
    flat.save(buffer, "PNG", optimize=True, dpi=(PIXELS_AN_INCH, PIXELS_AN_INCH))
    return buffer.getvalue()
