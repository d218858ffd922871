"""The check of layouts finds what it is for."""

from layout import faults
from matplotlib.figure import Figure


def figure_with(*texts: tuple[float, float, str], size: float = 10.0) -> Figure:
    figure = Figure(figsize=(4, 2))
    for x, y, words in texts:
        figure.text(x, y, words, fontsize=size)
    return figure


def test_a_clean_figure_has_no_faults() -> None:
    assert faults(figure_with((0.1, 0.2, "below"), (0.1, 0.8, "above"))) == []


def test_overlapping_words_are_found() -> None:
    assert faults(figure_with((0.1, 0.5, "one"), (0.12, 0.5, "other"))) == ["'one' and 'other' overlap"]


def test_words_that_leave_the_figure_are_found() -> None:
    assert faults(figure_with((0.9, 0.5, "far too long"))) == ["'far too long' runs out of the figure"]


def test_small_print_is_found() -> None:
    assert faults(figure_with((0.1, 0.5, "small"), size=8.0)) == ["'small' is 8 points, under 9"]


def test_words_on_a_mark_are_found() -> None:
    figure = Figure(figsize=(4, 2))
    axes = figure.add_axes((0.1, 0.2, 0.8, 0.7))
    axes.plot([0.5], [0.5], "o")
    axes.set(xlim=(0, 1), ylim=(0, 1), xticks=[], yticks=[])
    axes.text(0.5, 0.5, "hidden", va="center", ha="center")
    assert faults(figure) == ["'hidden' lies on a mark"]
