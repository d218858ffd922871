"""Documents: files of several kinds read into text, paragraphs and sentences whose offsets hold."""

from counterclaim.documents.model import Document, DocumentError, Span
from counterclaim.documents.published import published_bounds
from counterclaim.documents.readers import SUFFIXES, discover, document_from_text, read_card, read_document

__all__ = [
    "SUFFIXES",
    "Document",
    "DocumentError",
    "Span",
    "discover",
    "document_from_text",
    "published_bounds",
    "read_card",
    "read_document",
]
