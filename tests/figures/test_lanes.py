"""Two lanes: a line for each dating, its ends where the date says, open ends past the axis, and the day on which it was said."""

from __future__ import annotations

import datetime

import pytest
from layout import faults, texts
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from matplotlib.text import Annotation

from counterclaim.charts.lanes import NOTHING, describe_lanes, draw_lanes, lanes_of
from counterclaim.charts.timescale import Timescale, name_lines, ticks
from counterclaim.chronology import PUBLISHED, Stretch, load_panels
from counterclaim.edtf import OPEN, UNKNOWN, read_edtf
from counterclaim.settings import Settings
from counterclaim.timeline import DURING, ON, WITHIN, Timeline, load_timeline, of_panel, tellings

PANELS = load_panels()
NAMES = [name for name in PANELS if name != PUBLISHED]


@pytest.fixture(scope="module")
def timeline() -> Timeline:
    return load_timeline(Settings())


@pytest.fixture(scope="module")
def figures(timeline: Timeline) -> dict[str, Figure]:
    return {name: draw(timeline, name) for name in NAMES}


def draw(timeline: Timeline, name: str) -> Figure:
    return draw_lanes(of_panel(timeline, name), PANELS[name], PANELS[PUBLISHED], f"{PANELS[name].title}: when and when said")


def body(figure: Figure) -> Axes:
    return figure.axes[-1]


def parts(axes: Axes) -> dict[str, list[tuple[float, float]]]:
    """What each dating is drawn with, by the ids of its mentions: the inches from and to of each part, without published days."""
    found: dict[str, list[tuple[float, float]]] = {}
    for patch in axes.patches:
        if isinstance(patch, Rectangle) and patch.get_gid():
            _, ids = patch.get_gid().split("-", 1)
            found.setdefault(ids, []).append((patch.get_x(), patch.get_x() + patch.get_width()))
    for line in axes.lines:
        if line.get_gid() and line.get_gid().split("-")[0] in ("day", "bound"):
            ids = line.get_gid().split("-", 1)[1]
            found.setdefault(ids, []).append((min(line.get_xdata()), max(line.get_xdata())))
    return {ids: spans for ids, spans in found.items() if not ids.startswith("published")}


def arrows(axes: Axes) -> dict[str, Annotation]:
    return {text.get_gid(): text for text in axes.texts if isinstance(text, Annotation) and text.arrow_patch is not None}


@pytest.mark.parametrize("name", NAMES)
def test_a_graphics_desk_would_print_it(figures: dict[str, Figure], name: str) -> None:
    assert faults(figures[name]) == []


@pytest.mark.parametrize(
    "settings",
    [Settings(as_of=datetime.date(2025, 3, 1)), Settings(as_of=datetime.date(2025, 11, 5)), Settings(sources=("003",))],
    ids=["as of March 2025", "as of 5 November 2025", "article 003"],
)
def test_it_can_be_printed_with_a_part_of_the_rows(settings: Settings) -> None:
    part = load_timeline(settings)
    for name in NAMES:
        assert faults(draw(part, name)) == []


@pytest.mark.parametrize("name", NAMES)
def test_every_dating_is_a_line_with_its_link_and_its_article(timeline: Timeline, figures: dict[str, Figure], name: str) -> None:
    told, axes = tellings(of_panel(timeline, name)), body(figures[name])
    assert set(parts(axes)) == set(told["mention_ids"])
    links = [line.get_gid().removeprefix("link-") for line in axes.lines if str(line.get_gid()).startswith("link-")]
    assert sorted(links) == sorted(told["mention_ids"])
    said = [text.get_text() for text in axes.texts]
    assert {doc: said.count(doc) for doc in told["doc"]} == told["doc"].value_counts().to_dict()


def test_every_happening_of_the_coding_is_drawn(timeline: Timeline, figures: dict[str, Figure]) -> None:
    for name in NAMES:
        words = " ".join(text.get_text() for text in texts(figures[name]))
        for label in of_panel(timeline, name)["label"].unique():
            assert all(word in words for word in label.split()), label
    assert sum(of_panel(timeline, name)["event"].nunique() for name in NAMES) == 68


@pytest.mark.parametrize("name", NAMES)
def test_a_band_ends_where_its_date_does(timeline: Timeline, figures: dict[str, Figure], name: str) -> None:
    lane, _ = lanes_of(PANELS[name], PANELS[PUBLISHED])
    drawn = parts(body(figures[name]))
    for row in tellings(of_panel(timeline, name)).to_dict("records"):
        dating, spans = read_edtf(row["edtf"]), drawn[row["mention_ids"]]
        left, right = min(span[0] for span in spans), max(span[1] for span in spans)
        if row["reading"] == ON:
            assert left == right == pytest.approx((lane.at(dating.first) + lane.after(dating.first)) / 2)
            continue
        if dating.first:
            assert left == pytest.approx(lane.at(dating.first)), row["mention_ids"]
        if dating.last:
            assert right == pytest.approx(lane.after(dating.last)), row["mention_ids"]


@pytest.mark.parametrize("name", NAMES)
def test_an_open_end_runs_past_the_axis_and_one_not_stated_is_a_dashed_arrow(
    timeline: Timeline, figures: dict[str, Figure], name: str
) -> None:
    lane, _ = lanes_of(PANELS[name], PANELS[PUBLISHED])
    drawn = arrows(body(figures[name]))
    for row in tellings(of_panel(timeline, name)).to_dict("records"):
        dating = read_edtf(row["edtf"])
        for end, way in ((dating.start, -1), (dating.end, 1)):
            if end.kind == OPEN:
                tip = drawn[f"open-{row['mention_ids']}"].xy[0]
                assert tip > lane.end if way > 0 else tip < lane.start
            if end.kind == UNKNOWN:
                arrow = drawn[f"unknown-{row['mention_ids']}"]
                assert (arrow.xy[0] - arrow.xyann[0]) * way > 0
                assert min(abs(arrow.xy[0] - lane.start), abs(arrow.xy[0] - lane.end)) > 0.01
                assert arrow.arrow_patch.get_linestyle() != "-"
    kinds = [read_edtf(text) for text in of_panel(timeline, name)["edtf"]]
    ends = [end.kind for dating in kinds for end in (dating.start, dating.end)]
    happened = [gid for gid in drawn if "published" not in gid]
    assert len([gid for gid in happened if gid.startswith("open")]) == ends.count(OPEN)


def test_open_and_unstated_ends_are_there_to_be_tested(timeline: Timeline) -> None:
    ends = [end.kind for text in timeline.mentions["edtf"] for end in (read_edtf(text).start, read_edtf(text).end)]
    assert ends.count(OPEN) >= 3
    assert ends.count(UNKNOWN) >= 10


def test_inferred_and_approximate_dates_are_told_by_line_and_letter(figures: dict[str, Figure]) -> None:
    axes = body(figures["2025"])
    styles = {
        patch.get_gid(): (patch.get_linestyle(), patch.get_facecolor())
        for patch in axes.patches
        if isinstance(patch, Rectangle) and patch.get_gid()
    }
    inferred, approximate, stated = (styles[gid] for gid in ("within-000-e01", "start-001-e02", "within-002-e15"))
    assert len({str(inferred[0]), str(approximate[0]), str(stated[0])}) == 3
    letters = [text.get_text() for text in axes.texts]
    assert letters.count("~") == 1
    assert letters.count("?") > 5


def test_what_lasts_is_dark_and_what_fell_within_is_pale(timeline: Timeline, figures: dict[str, Figure]) -> None:
    for name in NAMES:
        gids = {patch.get_gid() for patch in body(figures[name]).patches if patch.get_gid()}
        for row in tellings(of_panel(timeline, name)).to_dict("records"):
            dating = read_edtf(row["edtf"])
            if row["reading"] == DURING and UNKNOWN not in (dating.start.kind, dating.end.kind):
                assert f"during-{row['mention_ids']}" in gids
            if row["reading"] == WITHIN:
                assert f"during-{row['mention_ids']}" not in gids


def test_an_article_of_no_known_day_is_said_to_have_no_last_day(timeline: Timeline, figures: dict[str, Figure]) -> None:
    _, said = lanes_of(PANELS["to-2000"], PANELS[PUBLISHED])
    drawn = arrows(body(figures["to-2000"]))
    assert drawn["open-published-003-e03"].xy[0] > said.end
    assert "003, not before 1 Jan 2024" in describe_lanes(of_panel(timeline, "to-2000"), "x")


def test_the_alternative_text_names_every_dating(timeline: Timeline) -> None:
    mentions = of_panel(timeline, "2001-2020")
    alt = describe_lanes(mentions, "x")
    assert "Doha Agreement: 2021 in article 000, 2020? in article 001, 2020 in article 004." in alt
    assert all(text in alt for text in mentions["edtf"])


def test_without_rows_it_says_so(timeline: Timeline) -> None:
    empty = of_panel(timeline, "2025")[:0]
    figure = draw_lanes(empty, PANELS["2025"], PANELS[PUBLISHED], "title")
    assert NOTHING in " ".join(text.get_text().replace("\n", " ") for text in texts(figure))
    assert NOTHING in describe_lanes(empty, "title")


DAY = datetime.date(2025, 10, 1)


def test_a_day_lies_in_its_own_stretch_and_each_stretch_has_its_own_scale() -> None:
    scale = Timescale(PANELS["2025"].stretches, 3.0)
    one = scale.after(DAY) - scale.at(DAY)
    before = DAY - datetime.timedelta(days=1)
    assert one > 3 * (scale.after(before) - scale.at(before))
    assert scale.at(DAY) > scale.after(before)  # the gap
    assert scale.after(PANELS["2025"].stretches[-1].last) == pytest.approx(3.0)


def test_a_day_in_no_stretch_is_refused_with_the_remedy() -> None:
    with pytest.raises(ValueError, match=r"1960-01-01 lies in no stretch.*timeline_stretches\.csv"):
        Timescale(PANELS["to-2000"].stretches, 3.0).at(datetime.date(1960, 1, 1))


@pytest.mark.parametrize(
    ("first", "last", "width", "name", "labels"),
    [
        ("2020-01-01", "2021-12-31", 1.0, [], ["2020", "2021"]),
        ("2002-01-01", "2025-12-31", 1.25, ["2002 to 2025"], ["2010", "2020"]),
        ("2021-08-01", "2021-08-31", 0.8, ["Aug 2021"], ["1", "15", "29"]),
        ("1947-01-01", "1947-12-31", 0.4, ["1947"], []),
        ("2001-01-01", "2001-08-31", 0.5, ["2001"], ["Jan", "Jul"]),
    ],
)
def test_a_stretch_names_what_its_ticks_do_not(first: str, last: str, width: float, name: list[str], labels: list[str]) -> None:
    stretch = Stretch(datetime.date.fromisoformat(first), datetime.date.fromisoformat(last), 1.0)
    (placed,) = Timescale((stretch,), width).placed
    found = ticks(placed)
    assert [tick.label for tick in found] == labels
    assert name_lines(placed, found) == name
