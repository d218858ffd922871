"""One look for every figure: colours by claimant, sizes, fonts, and the settings that make the files reproducible.

Colours are those of Okabe and Ito (2008), none taken from a flag; the UN and recorders are greys. A colour belongs to who
says a number, never to whom it counts, and is always repeated by a marker shape and a label.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import matplotlib as mpl

# Okabe & Ito, "Color Universal Design" (2008).
BLUE, SKY, GREEN, ORANGE, VERMILLION, PURPLE, YELLOW = (
    "#0072B2",
    "#56B4E9",
    "#009E73",
    "#E69F00",
    "#D55E00",
    "#CC79A7",
    "#F0E442",
)
INK = "#1F2328"  # text: contrast 15:1 on white
MUTED = "#57606A"  # secondary text: 6:1
RULE = "#D0D7DE"  # grid lines, carrying no meaning
HATCH = "#8C959F"  # hatching of "not stated": 3:1


@dataclass(frozen=True, slots=True)
class Voice:
    """How a claimant looks in every figure. name: full label; initials: for matrix cells."""

    name: str
    colour: str
    marker: str
    initials: str


VOICES: dict[str, Voice] = {
    "AFG_TAL": Voice("Afghan Taliban authorities", ORANGE, "D", "AT"),
    "PAK": Voice("Government of Pakistan", BLUE, "s", "PK"),
    "PAK_MIL": Voice("Pakistan's armed forces", SKY, "s", "PM"),
    "TTP": Voice("TTP", PURPLE, "P", "TTP"),
    "US": Voice("United States", VERMILLION, "X", "US"),
    "UN": Voice("United Nations", "#3D444D", "^", "UN"),
    "EXPERTS": Voice("Research trackers", "#6E7781", "v", "EX"),
    "LOCAL": Voice("Local officials and residents", GREEN, "p", "LO"),
    "MEDIA": Voice("News reports", "#7D6B00", "h", "NR"),
    # Beyond Okabe and Ito: Tol's "muted" scheme, picked to stay apart from the eight above; NGO takes the yellow left over.
    "AFG": Voice("Afghan bodies and officials", "#332288", "<", "AF"),
    "IND": Voice("Indian officials", "#882255", ">", "IN"),
    "NGO": Voice("Aid and research groups", YELLOW, "*", "NG"),
    "author": Voice("The article itself", INK, "o", "AU"),
}
OTHER_VOICE = Voice("Other", "#6E7781", "o", "OT")

FONT_SIZE = 10.0  # points; nothing smaller than 9 is drawn
SMALL = 9.0
WIDTH = 8.0  # inches, as wide as a notebook's output
RC: dict[Any, Any] = {
    "figure.constrained_layout.use": True,
    "figure.dpi": 100,
    "savefig.dpi": 150,
    "font.family": "sans-serif",
    "font.sans-serif": ["DejaVu Sans"],  # ships with matplotlib: the same glyphs on every machine
    "font.size": FONT_SIZE,
    "axes.titlesize": 11.0,
    "axes.titleweight": "bold",
    "axes.titlelocation": "left",
    "axes.labelsize": FONT_SIZE,
    "axes.labelcolor": INK,
    "axes.edgecolor": MUTED,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.axisbelow": True,
    "grid.color": RULE,
    "grid.linewidth": 0.8,
    "xtick.labelsize": SMALL,
    "ytick.labelsize": SMALL,
    "xtick.color": MUTED,
    "ytick.color": MUTED,
    "xtick.labelcolor": INK,
    "ytick.labelcolor": INK,
    "legend.fontsize": SMALL,
    "legend.frameon": False,
    "hatch.color": HATCH,
    "hatch.linewidth": 0.8,
    "text.color": INK,
    "svg.hashsalt": "counterclaim",  # ids depend on the drawing alone
    "svg.fonttype": "path",  # no font of the reader's machine moves a label
    "axes.unicode_minus": True,
}


def voice(code: str) -> Voice:
    """How the claimant of that code is drawn; recorders and persons without a look of their own share one."""
    return VOICES.get(code, OTHER_VOICE)


@contextmanager
def house_style() -> Iterator[None]:
    """The settings of every figure, whatever the reader's own matplotlibrc says."""
    with mpl.rc_context():
        mpl.rcdefaults()
        mpl.rcParams.update(RC)
        yield
