"""Build the report with Sphinx and MyST-NB: nothing is executed, a warning is an error, nothing is fetched by the reader."""

from __future__ import annotations

import io
import re
import shutil
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.errors import SphinxError
from sphinx.util.docutils import docutils_namespace

from counterclaim.site.pages import Tree

STYLE = Path(__file__).with_name("report.css")
SCRIPT = Path(__file__).with_name("report.js")
CONFIGURATION: dict[str, Any] = {
    "project": "counterclaim",
    "html_title": "counterclaim",
    "language": "en",
    "extensions": ["myst_nb"],
    "root_doc": "index",
    "nb_execution_mode": "off",
    "nb_render_markdown_format": "gfm",
    "nb_code_prompt_show": "Show the code",
    "nb_code_prompt_hide": "Hide the code",
    "myst_enable_extensions": [],  # no dollarmath: a sum in dollars is no formula, and formulas fetch a script
    "myst_heading_anchors": 3,
    "html_theme": "sphinx_book_theme",
    "html_theme_options": {
        "home_page_in_toc": True,
        "use_fullscreen_button": False,
        "show_toc_level": 2,
        "navbar_persistent": [],  # one search field, in the margin
        "primary_sidebar_end": [],  # no place for advertisements
        "footer_content_items": [],
    },
    "html_css_files": [STYLE.name],
    "html_js_files": [(SCRIPT.name, {"defer": "defer"})],
    "html_last_updated_fmt": None,
    "html_show_copyright": False,
    "html_use_index": False,
    "html_show_sphinx": False,
}


class SiteError(RuntimeError):
    """Sphinx had something to say; the message holds its warnings."""


def build(tree: Tree, target: Path) -> None:
    """Build the report of these sources and put it in the place of the old one, in one step.

    Raises SiteError with every warning; the old report is then still there.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{target.name}-", dir=target.parent) as name:
        source, output = Path(name) / "source", Path(name) / "html"
        own = {f"_static/{path.name}": path.read_bytes() for path in (STYLE, SCRIPT)}
        for path, content in {**tree, **own}.items():
            (source / path).parent.mkdir(parents=True, exist_ok=True)
            (source / path).write_bytes(content)
        warnings = _sphinx(source, output, Path(name) / "doctrees")
        if warnings:
            raise SiteError(warnings.replace(f"{source}/", ""))
        for left_over in (".buildinfo", "objects.inv"):  # for Sphinx, not for readers
            (output / left_over).unlink(missing_ok=True)
        shutil.rmtree(target, ignore_errors=True)
        output.rename(target)


def _sphinx(source: Path, output: Path, doctrees: Path) -> str:
    """Run Sphinx in this process; what it warned of."""
    warnings = io.StringIO()
    configuration = {**CONFIGURATION, "html_static_path": [str(source / "_static")]}
    with docutils_namespace():
        try:
            app = Sphinx(source, None, output, doctrees, "html", configuration, status=None, warning=warnings, freshenv=True)
            app.connect("doctree-read", describe_images)
            app.build()
        except SphinxError as error:
            warnings.write(str(error))
    return re.sub(r"\x1b\[[0-9;]*m", "", warnings.getvalue()).strip()


def describe_images(app: Sphinx, document: nodes.document) -> None:
    """Give each picture that has no words of its own those that its SVG carries (``<desc>``) as its alternative text."""
    for image in document.findall(nodes.image):
        path = Path(app.srcdir) / image["uri"]
        if not image.get("alt") and path.suffix == ".svg":
            description = ET.parse(path).getroot().find("{http://www.w3.org/2000/svg}desc")
            image["alt"] = (description.text or "") if description is not None else ""
