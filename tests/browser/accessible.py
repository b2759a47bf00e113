"""axe-core in the page: what it finds serious or critical."""

from pathlib import Path

import axe_playwright_python

SCRIPT = Path(axe_playwright_python.__file__).parent / "axe.min.js"
SERIOUS = ("serious", "critical")


def violations(page, within: str = "body") -> list[str]:
    """Rule, element and reason of every serious or critical violation (all of axe's rules: WCAG 2 A and AA and best practices) in an element."""
    if not page.evaluate("typeof window.axe === 'object'"):
        page.evaluate(SCRIPT.read_text(encoding="utf-8"))  # evaluated, as the page's policy forbids other scripts only by address
    found = page.evaluate("async (within) => (await window.axe.run(within, {resultTypes: ['violations']})).violations", within)
    return [
        f"{one['id']}: {node['html'][:160]} ({node['failureSummary'][:160]})"
        for one in found
        if one["impact"] in SERIOUS
        for node in one["nodes"]
    ]
