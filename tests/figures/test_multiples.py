"""Small multiples by recorder: a definition under each panel, gaps are gaps, one axis a family, nothing overlaps."""

import datetime

import pytest
from layout import faults, texts
from matplotlib.figure import Figure

from counterclaim.attacks import unused_words
from counterclaim.charts.multiples import NOTHING, describe_multiples, draw_multiples
from counterclaim.recorders import Counts, drawn, load_counts
from counterclaim.settings import Settings

TITLE = "Attacks in Pakistan a year, by who counts them and what each counts"


def draw(settings: Settings) -> tuple[Counts, Figure]:
    counts = load_counts(settings)
    return counts, draw_multiples(drawn(counts.rows), counts.definitions(), TITLE, unused_words(counts))


@pytest.fixture(scope="module")
def drawing() -> tuple[Counts, Figure]:
    return draw(Settings())


def words(figure: Figure) -> str:
    return " ".join(text.get_text() for text in texts(figure))


@pytest.mark.parametrize(
    "settings",
    [
        Settings(),
        Settings(as_of=datetime.date(2016, 1, 1)),
        Settings(as_of=datetime.date(2024, 11, 15)),
        Settings(as_of=datetime.date(2025, 10, 31)),
        Settings(claimants=("TTP", "UN")),
        Settings(claimants=("PAK",)),
    ],
    ids=lambda settings: str(settings.as_of or settings.claimants or "defaults"),
)
def test_a_graphics_desk_would_print_it(settings: Settings) -> None:
    assert faults(draw(settings)[1]) == []


def test_every_panel_has_its_recorder_and_its_definition(drawing: tuple[Counts, Figure]) -> None:
    counts, figure = drawing
    rows, said = drawn(counts.rows), words(figure)
    assert len(figure.axes) == rows["recorder"].nunique()
    for recorder in rows["recorder"].unique():
        assert counts.definitions()[recorder] in said


def test_every_figure_in_use_is_a_mark(drawing: tuple[Counts, Figure]) -> None:
    counts, figure = drawing
    marks = sum(len(line.get_xdata()) for axes in figure.axes for line in axes.lines if line.get_marker() not in ("None", ""))
    assert marks == len(drawn(counts.rows))


def test_no_line_runs_through_a_year_without_a_figure(drawing: tuple[Counts, Figure]) -> None:
    for axes in drawing[1].axes:
        for line in axes.lines:
            if line.get_linestyle() not in ("None", ""):
                first, last = line.get_xdata()
                assert last - first == 1


def test_parts_of_years_and_computed_years_are_hollow(drawing: tuple[Counts, Figure]) -> None:
    counts, figure = drawing
    rows = drawn(counts.rows)
    hollow = (rows["status"] != "counted") | (rows["comparator"] == "approx")
    white = [
        line
        for axes in figure.axes
        for line in axes.lines
        if line.get_marker() not in ("None", "") and line.get_color() == "white"
    ]
    assert len(white) == hollow.sum()


def test_axes_start_at_zero_and_are_shared_within_a_family(drawing: tuple[Counts, Figure]) -> None:
    counts, figure = drawing
    rows = drawn(counts.rows)
    tops = dict(zip(rows["recorder"].unique(), (axes.get_ylim() for axes in figure.axes), strict=True))
    assert all(bottom == 0 for bottom, _ in tops.values())
    for _, own in rows.groupby("family"):
        assert len({tops[recorder] for recorder in own["recorder"]}) == 1
    assert len({top for _, top in tops.values()}) == rows["family"].nunique()


def test_the_strip_counts_the_recorders_of_each_year(drawing: tuple[Counts, Figure]) -> None:
    counts, figure = drawing
    rows = drawn(counts.rows)
    line = rows[rows["family"].str.startswith("Attacks")].groupby("year")["recorder"].nunique()
    years = range(rows["year"].min(), rows["year"].max() + 1)
    drawn_words = [text.get_text() for text in figure.texts]
    start = drawn_words.index(f"’{years[-1] % 100:02d}") + 2
    assert drawn_words[start : start + len(years)] == [str(line.get(year, 0)) for year in years]


def test_without_rows_it_says_so(drawing: tuple[Counts, Figure]) -> None:
    rows = drawn(drawing[0].rows).iloc[:0]
    assert NOTHING in words(draw_multiples(rows, {}, TITLE, ""))
    assert NOTHING in describe_multiples(rows)


def test_the_alternative_text_names_every_recorder_with_its_ends(drawing: tuple[Counts, Figure]) -> None:
    rows = drawn(drawing[0].rows)
    alt = describe_multiples(rows)
    assert all(name in alt for name in rows["name"])
    assert "from 140 (2019) to 1,099 (2024)" in alt
