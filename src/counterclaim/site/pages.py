"""What the report is built from: a small copy of the project's tree, so that a link that works there works here.

Pages keep their places (only ``README.md`` becomes ``index.md``); a file that a page links to comes along; a link to anything
else becomes its own text, since a reader of the report has no project around it.
"""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Callable, Sequence
from pathlib import Path

INDEX = "index.md"
# Pages besides the notebooks, where they are there.
ABOUT = ("data/README.md", "data/*/README.md", "tests/benchmark/README.md", "docs/*.md", "CONTRIBUTING.md", "CHANGELOG.md")
LINK = re.compile(r"(?P<image>!?)\[(?P<text>[^\]]*)\]\((?P<target>[^)\s]+)\)")
ELSEWHERE = re.compile(r"[a-z]+:|#")  # https:, mailto:, a place on the same page

Tree = dict[str, bytes]  # path in the report's source -> content


def gather(roots: Sequence[Path], notebooks: Sequence[Path]) -> Tree:
    """The source of the report.

    roots: where files are looked for, the first that has one wins (the folder of the run, then the project).
    notebooks: the executed ones, in reading order.
    """
    readme = _find(roots, "README.md")
    pages = {INDEX: (readme.read_text(encoding="utf-8") if readme else "") or "# Report\n"}
    for name in _about(roots):
        path = _find(roots, name)
        if path and path.stat().st_size:
            pages[name] = path.read_text(encoding="utf-8")
    cells = {f"notebooks/{path.name}": json.loads(path.read_text(encoding="utf-8")) for path in notebooks}
    tree: Tree = {}

    def follow(page: str, text: str) -> str:
        """Keep links that lead to something in the report, bring along the files they lead to, undo the others."""
        return LINK.sub(lambda link: _resolve(link, page, roots, {*pages, *cells}, tree), text)

    for name, text in pages.items():
        tree[name] = follow(name, text).encode()
    tree[INDEX] += _contents([*cells], [name for name in pages if name != INDEX]).encode()
    for name, notebook in cells.items():
        tree[name] = _reading_copy(notebook, lambda text, name=name: follow(name, text))  # type: ignore[misc]
    return tree


def _find(roots: Sequence[Path], name: str) -> Path | None:
    return next((root / name for root in roots if (root / name).is_file()), None)


def _about(roots: Sequence[Path]) -> list[str]:
    names = [path.relative_to(root).as_posix() for pattern in ABOUT for root in roots for path in sorted(root.glob(pattern))]
    return list(dict.fromkeys(names))


def _resolve(link: re.Match[str], page: str, roots: Sequence[Path], pages: set[str], tree: Tree) -> str:
    if ELSEWHERE.match(link["target"]):
        return link[0]
    path, _, place = link["target"].partition("#")
    target = posixpath.normpath(posixpath.join(posixpath.dirname(page), path))
    target = INDEX if target == "README.md" else target
    if target not in pages:
        file = _find(roots, target)
        if file is None or file.suffix == ".md":
            return link["text"]
        tree[target] = file.read_bytes()
    where = posixpath.relpath(target, posixpath.dirname(page) or ".")
    return f"{link['image']}[{link['text']}]({where}{'#' + place if place else ''})"


def _contents(notebooks: list[str], about: list[str]) -> str:
    """The table of contents in the margin of every page."""
    parts = [("Notebooks", notebooks), ("About", about)]
    return "".join(
        f"\n```{{toctree}}\n:hidden:\n:caption: {caption}\n\n{chr(10).join(names)}\n```\n" for caption, names in parts if names
    )


def _reading_copy(notebook: dict[str, object], follow: Callable[[str], str]) -> bytes:
    """The notebook for readers: code folded away behind a click, links as in the report."""
    cells: list[dict[str, object]] = notebook["cells"]  # type: ignore[assignment]
    for cell in cells:
        source = cell["source"]
        text = source if isinstance(source, str) else "".join(source)  # type: ignore[arg-type]
        if cell["cell_type"] == "markdown":
            cell["source"] = follow(text)
        elif cell["cell_type"] == "code":
            metadata: dict[str, list[str]] = cell["metadata"]  # type: ignore[assignment]
            metadata["tags"] = [*metadata.get("tags", []), "hide-input"]
    return json.dumps(notebook, sort_keys=True).encode()
