"""What several commands share: the type of a publication day, and errors on one line."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click


class Published(click.ParamType[str]):
    """An ISO day or an EDTF date or interval."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        from counterclaim.documents import published_bounds  # noqa: PLC0415 - help texts need none of it

        try:
            published_bounds(value)
        except ValueError as error:
            self.fail(str(error), param, ctx)
        return str(value)


@contextmanager
def one_line_errors() -> Iterator[None]:
    """Errors that a user can mend (wrong files, tables, days, rights) as one line on stderr and exit status 1."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise click.ClickException(f"{error.filename or 'output'}: {(error.strerror or str(error)).lower()}") from None
    except ValueError as error:
        if type(error).__module__.startswith("counterclaim."):  # the package's own errors name file and reason
            raise click.ClickException(str(error)) from None
        raise
