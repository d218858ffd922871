"""The reciprocal-loss matrix: silence is hatched and written, zero is 0, no number is added, nothing lies on anything else."""

import pandas as pd
import pytest
from layout import faults, texts
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from counterclaim.charts.losses import describe_losses, loss_matrix
from counterclaim.losses import NOT_SHOWN, NOT_STATED, loss_cells
from tolls import coded_claims, pending, tolls

TITLE, SUBTITLE, EMPTY = "Whose dead, according to whom", "People killed, as stated.", "Nothing was published."


def matrix(cells: pd.DataFrame) -> Figure:
    return loss_matrix(cells, TITLE, SUBTITLE, EMPTY)


def words(figure: Figure) -> list[str]:
    return [text.get_text() for text in texts(figure)]


def hatched(figure: Figure) -> int:
    return sum(1 for patch in figure.findobj(Rectangle) if patch.get_hatch())


@pytest.fixture(scope="module")
def articles() -> pd.DataFrame:
    return loss_cells(tolls(), "october-2025", "claim")


@pytest.fixture(scope="module")
def published() -> pd.DataFrame:
    return loss_cells(tolls(), "october-2025", "claim", "figure")


@pytest.mark.parametrize("name", ["articles", "published"])
def test_a_graphics_desk_would_print_it(name: str, request: pytest.FixtureRequest) -> None:
    assert faults(matrix(request.getfixturevalue(name))) == []


@pytest.mark.parametrize("name", ["articles", "published"])
def test_every_silent_cell_is_hatched_and_says_so(name: str, request: pytest.FixtureRequest) -> None:
    cells = request.getfixturevalue(name)
    figure = matrix(cells)
    silent = int((cells["stated"] == NOT_STATED).sum())
    assert silent > 0
    assert hatched(figure) == silent
    assert sum(1 for text in words(figure) if text.endswith(NOT_STATED)) == silent


def test_in_the_articles_neither_side_states_its_own_dead(articles: pd.DataFrame) -> None:
    own = articles[articles["own"]]
    assert set(own["party"]) == {"AFG_TAL", "PAK"}
    assert set(own["stated"]) == {NOT_STATED}
    assert f"own dead: {NOT_STATED}" in words(matrix(articles))


@pytest.mark.parametrize("name", ["articles", "published"])
def test_every_number_stands_in_the_figure(name: str, request: pytest.FixtureRequest) -> None:
    cells = request.getfixturevalue(name)
    said = words(matrix(cells))
    entries = cells[cells["copies"] > 0]["stated"]
    assert all(said.count(number) >= count for number, count in entries.value_counts().items())


def test_zero_is_written_0_and_not_hatched(articles: pd.DataFrame) -> None:
    claims = coded_claims()
    values = ["value_low", "value_best", "value_high"]
    claims.loc[claims["coded_id"] == "002-c04", values] = 0
    cells = loss_cells(tolls(claims=claims), "october-2025", "claim")
    figure = matrix(cells)
    assert "0" in words(figure)
    assert hatched(figure) == hatched(matrix(articles))


def test_copies_of_one_statement_are_one_entry_with_their_number(published: pd.DataFrame) -> None:
    copied = published[published["copies"] > 1]
    assert list(copied["figure_ids"]) == ["cas-104|cas-105"]
    assert "×2 publishers" in words(matrix(published))


def test_one_article_that_says_it_twice_is_one_publisher() -> None:
    claims = coded_claims()
    again = claims[claims["coded_id"] == "002-c04"].assign(claim_id="again", coded_id=None)
    cells = loss_cells(tolls(claims=pd.concat([claims, again], ignore_index=True)), "october-2025", "claim")
    entry = cells[cells["claim_ids"] == "002-c04|again"].iloc[0]
    assert (entry["copies"], entry["publishers"]) == (2, 1)
    assert not any("publishers" in text for text in words(matrix(cells)))


def test_a_claim_pending_review_says_so_in_its_cell_and_in_the_alternative_text() -> None:
    cells = loss_cells(tolls(claims=pending("002-c03")), "october-2025", "claim")
    assert words(matrix(cells)).count("(pending review)") == 1
    assert "over 200 (9–19 Oct, pending review)" in describe_losses(cells, TITLE, EMPTY)


def test_the_alternative_text_calls_a_cut_not_shown() -> None:
    alt = describe_losses(loss_cells(tolls(claimants=("PAK",)), "october-2025", "claim", "figure"), TITLE, EMPTY)
    taliban = next(part for part in alt.split(". ") if part.startswith("Afghan Taliban authorities"))
    assert "not shown: " in taliban
    assert "Afghan civilians" in taliban
    assert "not stated: " not in taliban
    assert "nothing" not in alt


def test_a_column_that_the_parameters_cut_is_no_silence() -> None:
    cells = loss_cells(tolls(claimants=("PAK", "UN")), "october-2025", "claim", "figure")
    figure = matrix(cells)
    assert NOT_STATED not in set(cells[cells["party"].isin(("PAK", "AFG_TAL"))]["stated"])
    assert NOT_SHOWN in set(cells[cells["party"] == "AFG_TAL"]["stated"])
    assert hatched(figure) == int((cells["stated"] == NOT_STATED).sum())


def test_the_mixed_column_stands_last_and_names_its_claimants(published: pd.DataFrame) -> None:
    figure = matrix(published)
    names = list(dict.fromkeys(published["party_name"]))
    heads = [text for text in texts(figure) if text.get_text().split()[0] in {name.split()[0] for name in names}]
    rightmost = max(heads, key=lambda text: text.get_position()[0])
    assert rightmost.get_text().startswith("Others")
    joined = " ".join(words(figure))
    for claimant in published[(published["party"] == "OTHER") & (published["copies"] > 0)]["claimant"]:
        assert claimant in joined


def test_with_everything_hidden_it_says_so_in_words() -> None:
    cells = loss_cells(tolls(as_of="2020-01-01"), "october-2025", "claim", "figure")
    figure = matrix(cells)
    assert figure.findobj(Rectangle) == [figure.patch]
    assert EMPTY in words(figure)
    assert EMPTY in describe_losses(cells, TITLE, EMPTY)


def test_the_alternative_text_names_numbers_and_silences(published: pd.DataFrame) -> None:
    alt = describe_losses(published, TITLE, EMPTY)
    for row in published[published["copies"] > 0].itertuples():
        assert f"{row.victims} {row.stated}" in alt
    assert "not stated: Afghan civilians" in alt
