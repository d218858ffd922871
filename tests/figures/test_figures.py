"""A figure as files: its words inside, the same bytes every time, every claimant's colour kept."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pandas as pd
from matplotlib import pyplot as plt
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure
from PIL import Image

from counterclaim.charts.style import VOICES, house_style
from counterclaim.figures import publish, render

DATA = pd.DataFrame({"claimant": list(VOICES), "value": range(len(VOICES))})
NOTICEABLE = 4  # of 255, a difference in colour that nobody sees


def chart() -> Figure:
    with house_style():
        figure, axes = plt.subplots(figsize=(8, 4))
        for position, voice in enumerate(VOICES.values()):
            axes.plot(position, position / 3, voice.marker, color=voice.colour, markersize=9, label=voice.name)
    plt.close(figure)
    return figure


def test_every_claimants_colour_survives_the_palette() -> None:
    picture = np.asarray(Image.open(io.BytesIO(render(chart(), "x", DATA, "Title", "Alt").png)).convert("RGB")).astype(int)
    for code, voice in VOICES.items():
        wanted = np.array([round(channel * 255) for channel in to_rgb(voice.colour)])
        assert np.abs(picture - wanted).max(axis=2).min() <= NOTICEABLE, code


def test_the_same_drawing_gives_the_same_bytes() -> None:
    first, second = (render(chart(), "x", DATA, "Title", "Alt") for _ in range(2))
    assert (first.svg, first.png) == (second.svg, second.png)


def test_title_and_description_stand_inside_the_picture_and_nothing_dates_it() -> None:
    svg = render(chart(), "x", DATA, "Tolls <by> claimant", "One & all").svg
    assert '<title id="x-title">Tolls &lt;by&gt; claimant</title>' in svg
    assert '<desc id="x-desc">One &amp; all</desc>' in svg
    assert 'role="img"' in svg
    assert "<dc:date>" not in svg


def test_a_figure_is_published_as_picture_picture_data_and_words(tmp_path: Path) -> None:
    publish(render(chart(), "tolls-x", DATA, "Title", "Alt"), tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["tolls-x.csv", "tolls-x.png", "tolls-x.svg", "tolls-x.txt"]
    assert (tmp_path / "tolls-x.txt").read_text() == "Alt\n"
    assert len(pd.read_csv(tmp_path / "tolls-x.csv")) == len(VOICES)
