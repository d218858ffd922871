"""The last step of a run: the HTML report, built anew if anything on its pages changed."""

from __future__ import annotations

import time

from counterclaim import paths
from counterclaim.files import write_bytes
from counterclaim.site.pages import gather
from counterclaim.suite.console import Console
from counterclaim.suite.fingerprint import Record, changed, digest, digest_files, read_record, record_text
from counterclaim.suite.plan import Plan

ALL = ("**/*",)


def renew_report(plan: Plan, console: Console) -> str:
    """Build the report if it is not up to date. What stood in the way, in words; empty where all is well."""
    notebooks = [plan.executed(stage) for stage in sorted(plan.stages, key=lambda stage: stage.name)]
    tree = gather([plan.settings.out, plan.root], notebooks)
    inputs = {**{f"page {name}": digest(content) for name, content in tree.items()}, **plan.code}
    target = plan.place / "site"
    record = read_record(plan.record("site"))
    if reason := "asked for" if plan.force else changed(record, inputs, digest_files(target, ALL)):
        from counterclaim.site.build import SiteError, build  # noqa: PLC0415 - a second of imports

        console.running(["site"])
        started = time.monotonic()
        try:
            build(tree, target)
        except SiteError as error:
            console.done("site", "failed", time.monotonic() - started)
            return f"The report was not built; the last good one is kept. Sphinx warns:\n\n{error}"
        write_bytes(plan.record("site"), record_text(Record(inputs, digest_files(target, ALL))))
        console.done("site", "built", time.monotonic() - started, reason)
    else:
        console.done("site", "fresh")
    console.say(f"report: {paths.relative(target / 'index.html')}")
    return ""
