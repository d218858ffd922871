"""Sources: cards are checked field by field, articles are known by their bytes, added articles keep their words."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from counterclaim.documents import document_from_text, read_document
from counterclaim.inbox import UNREVIEWED, add_article, new_id
from counterclaim.sources import SourceError, compare_originals, load_sources

ARTICLE = 'The army said on Monday that "more than 20" fighters were killed.\n\nLocal officials gave 12 dead in 2 villages.\n'
CARD = {
    "id": '"007"',
    "title": "A headline",
    "authors": "[A. Writer, B. Writer]",
    "published": "2024/..",
    "outlet": "null",
    "outlet_country": "NO",
    "kind": "opinion",
    "words": "18",
    "sha256": hashlib.sha256(ARTICLE.encode()).hexdigest(),
    "limitation": "One side alone is heard.",
}


def write_card(folder: Path, name: str = "007", without: str = "", **changes: str) -> Path:
    card = CARD | {"id": f'"{name}"'} | changes
    lines = "".join(f"{field}: {value}\n" for field, value in card.items() if field != without)
    path = folder / f"{name}.md"
    path.write_text(f"---\n{lines}---\n\n{ARTICLE}", encoding="utf-8")
    return path


def test_the_projects_own_sources_load_in_order() -> None:
    sources = load_sources(inbox=None)
    assert [source.id for source in sources] == sorted(source.id for source in sources)
    assert all(source.limitation and source.path.is_file() for source in sources)


def test_a_card_keeps_every_value_as_it_is_written(tmp_path: Path) -> None:
    path = write_card(tmp_path)
    (source,) = load_sources(tmp_path, None)
    assert (source.id, source.authors, source.words, source.path) == ("007", ("A. Writer", "B. Writer"), 18, path)
    assert (source.outlet, source.outlet_country, source.published) == (None, "NO", "2024/..")


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"without": "limitation"}, "limitation: the field is missing"),
        ({"without": "outlet"}, "outlet: the field is missing; write null"),
        ({"limitation": "null"}, "limitation: must not be empty"),
        ({"autors": "[A. Writer]"}, "autors: not a field of a card"),
        ({"published": "soon"}, "published: 'soon' is not a date"),
        ({"published": "2025-02-30"}, "published: '2025-02-30' is not a day of the calendar"),
        ({"words": "many"}, "words: 'many' is not a whole number"),
        ({"sha256": "abc"}, "sha256: 'abc' is not 64 hexadecimal digits"),
        ({"outlet_country": "Norway"}, "outlet_country: 'Norway' is not a country code"),
        ({"title": "[one, two]"}, "title: must be one text"),
        ({"id": '"008"'}, "id: '008' differs from the file's name '007'"),
        ({"title": "[one"}, "the front matter is not valid YAML"),
    ],
)
def test_a_wrong_card_is_refused_with_file_and_field(tmp_path: Path, changes: dict[str, str], reason: str) -> None:
    path = write_card(tmp_path, **changes)
    with pytest.raises(SourceError) as caught:
        load_sources(tmp_path, None)
    assert str(caught.value).startswith(f"{path}: {reason}")
    assert "\n" not in str(caught.value)


def test_a_file_without_card_is_refused(tmp_path: Path) -> None:
    (tmp_path / "note.md").write_text("Just text.", encoding="utf-8")
    with pytest.raises(SourceError, match=r"note\.md: no card; begin the file with '---'"):
        load_sources(tmp_path, None)


def test_an_id_stands_once_in_digests_and_inbox(tmp_path: Path) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    write_card(tmp_path)
    write_card(inbox)
    with pytest.raises(SourceError, match=r"inbox.007\.md: id: '007' is already taken by .*007\.md"):
        load_sources(tmp_path, inbox)
    assert len(load_sources(tmp_path, tmp_path / "absent")) == 1


def test_articles_are_matched_by_their_bytes_whatever_their_names(tmp_path: Path) -> None:
    digests, originals = tmp_path / "digests", tmp_path / "originals"
    digests.mkdir()
    (originals / "deep").mkdir(parents=True)
    write_card(digests)
    write_card(digests, "008", sha256="0" * 64)
    (originals / "deep" / "renamed.txt").write_text(ARTICLE, encoding="utf-8")
    (originals / "other.txt").write_text(ARTICLE + " ", encoding="utf-8")
    sources = load_sources(digests, None)
    compared = compare_originals(originals, sources)
    assert compared.found == {"007": originals / "deep" / "renamed.txt"}
    assert (compared.missing, compared.unknown) == (("008",), (originals / "other.txt",))


def test_a_folder_without_any_article_is_refused(tmp_path: Path) -> None:
    write_card(tmp_path)
    with pytest.raises(SourceError, match=r"no file there is an article of a source card .* the folder holds 007\.md"):
        compare_originals(tmp_path, load_sources(tmp_path, None))


def test_an_added_article_keeps_its_paragraphs_and_gets_a_card(tmp_path: Path) -> None:
    article = tmp_path / "Raid on Ghazni (2).txt"
    article.write_bytes(ARTICLE.replace("\n", "\r\n").encode())
    given = {"title": 'Raid: "20" dead', "published": "2024-12-25", "authors": ["A. Writer"], "outlet_country": "PK"}
    source = add_article(article, given, folder=tmp_path / "digests", inbox=tmp_path / "inbox")
    assert load_sources(tmp_path / "digests", tmp_path / "inbox") == (source,)
    assert (source.id, source.title, source.kind) == ("raid-on-ghazni-2", 'Raid: "20" dead', "article")
    assert source.sha256 == hashlib.sha256(article.read_bytes()).hexdigest()
    assert source.words == len(ARTICLE.split())
    assert source.limitation == UNREVIEWED
    copy, document = read_document(source.path), document_from_text("sample", ARTICLE)
    assert [copy.plain[s.start : s.end] for s in copy.sentences] == [document.plain[s.start : s.end] for s in document.sentences]
    assert copy.published_end == "2024-12-25"


def test_an_added_markdown_file_brings_what_its_own_card_says(tmp_path: Path) -> None:
    article = write_card(tmp_path, "raid")
    source = add_article(article, {"title": "Mine"}, folder=tmp_path / "digests", inbox=tmp_path / "inbox")
    assert (source.title, source.published, source.authors) == ("Mine", "2024/..", ("A. Writer", "B. Writer"))
    assert "A. Writer" not in read_document(source.path).text.partition("---\n\n")[2]


PAGE = """<html><head><title>Raid on Ghazni - The Daily</title><meta property="og:title" content="Raid on Ghazni"/>
{meta}<meta name="author" content="A. Writer"/><meta property="og:site_name" content="The Daily"/></head>
<body><nav>menu</nav><article><h1>Raid on Ghazni</h1>{text}</article><footer>2011</footer></body></html>"""


@pytest.mark.parametrize(
    ("meta", "published"),
    [('<meta property="article:published_time" content="2024-12-25T08:00:00Z"/>', "2024-12-25"), ("", None)],
)
def test_an_added_page_brings_what_its_metadata_say_and_no_guessed_day(meta: str, published: str | None, tmp_path: Path) -> None:
    article = tmp_path / "raid.html"
    text = "".join(f"<p>{line}</p>" for line in ARTICLE.split("\n") if line.strip())
    article.write_text(PAGE.format(meta=meta, text=text), encoding="utf-8")
    source = add_article(article, {"outlet": "Mine"}, folder=tmp_path / "digests", inbox=tmp_path / "inbox")
    assert (source.title, source.authors, source.outlet) == ("Raid on Ghazni", ("A Writer",), "Mine")
    assert source.published == published


def test_the_same_article_is_not_added_twice(tmp_path: Path) -> None:
    article = tmp_path / "raid.txt"
    article.write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "digests").mkdir()
    write_card(tmp_path / "digests")
    with pytest.raises(SourceError, match=r"raid\.txt: this article is there already, as source 007"):
        add_article(article, {}, folder=tmp_path / "digests", inbox=tmp_path / "inbox")
    assert not (tmp_path / "inbox").exists()


def test_a_wrong_field_adds_nothing(tmp_path: Path) -> None:
    article = tmp_path / "raid.txt"
    article.write_text(ARTICLE, encoding="utf-8")
    with pytest.raises(SourceError, match="outlet_country: 'Pakistan' is not a country code"):
        add_article(article, {"outlet_country": "Pakistan"}, folder=tmp_path, inbox=tmp_path / "inbox")
    assert not (tmp_path / "inbox").exists()


@pytest.mark.parametrize(
    ("stem", "taken", "name"),
    [("A Café, 2024", (), "a-cafe-2024"), ("raid", ("raid", "raid-2"), "raid-3"), ("طالبان", (), "article")],
)
def test_ids_are_plain_and_new(stem: str, taken: tuple[str, ...], name: str) -> None:
    assert new_id(stem, taken) == name
