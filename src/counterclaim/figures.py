"""Figures as files and as notebook output: picture, picture, its data, its alt text."""

from __future__ import annotations

import io
import os
import re
import tempfile
from dataclasses import dataclass
from html import escape
from pathlib import Path

import pandas as pd
from matplotlib.figure import Figure

from counterclaim.charts.style import house_style

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
    write_bytes(folder / f"{rendered.name}.csv", rendered.data.to_csv(index=False, lineterminator="\n").encode())
    write_bytes(folder / f"{rendered.name}.txt", (rendered.alt + "\n").encode())


def write_bytes(path: Path, content: bytes) -> None:
    """Write a file in one step: whoever reads it sees the old content or the new, never a part."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _describe(svg: str, name: str, title: str, alt: str) -> str:
    """Put ``<title>`` and ``<desc>`` into the root element and drop what varies or only adds length."""
    svg = re.sub(r"<metadata>.*?</metadata>\s*", "", svg, flags=re.DOTALL)
    head = f'<title id="{name}-title">{escape(title)}</title>\n <desc id="{name}-desc">{escape(alt)}</desc>'
    labels = f' role="img" aria-labelledby="{name}-title {name}-desc"'
    return re.sub(r"(<svg [^>]*?)>", lambda m: f"{m[1]}{labels}>\n {head}", svg, count=1)
