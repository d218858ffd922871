"""Published figures and series, each behind a descriptor with source, release, licence, definition and limitation."""

from counterclaim.reference.published import comparator, load_published
from counterclaim.reference.tables import ReferenceError, descriptor, list_tables, load_table  # noqa: A004

__all__ = ["ReferenceError", "comparator", "descriptor", "list_tables", "load_published", "load_table"]
