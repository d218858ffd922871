"""Importing this first makes everything of Jupyter start 0.7 s sooner.

nbformat imports jsonschema, which builds some thirty grammar parsers at import (package rfc3987_syntax) for a check of
internationalised addresses that no notebook schema asks for; jsonschema does without where the package cannot be imported.
"""

import sys

sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
