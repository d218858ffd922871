"""The runner: executes the notebooks in dependency order, only those that are not up to date, and builds the report."""

import counterclaim.suite.quick  # noqa: F401 - before anything of Jupyter
