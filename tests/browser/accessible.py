"""axe-core in the page: what it finds serious or critical."""

from pathlib import Path

import axe_playwright_python

SCRIPT = Path(axe_playwright_python.__file__).parent / "axe.min.js"
SERIOUS = ("serious", "critical")


def violations(page, within: str = "body", rules: list[str] | None = None) -> list[str]:
    """Rule, element and reason of every serious or critical violation (WCAG 2 A and AA and best practices) in an element, or of `rules` only."""
    if not page.evaluate("typeof window.axe === 'object'"):
        page.evaluate(SCRIPT.read_text(encoding="utf-8"))  # evaluated, as the page's policy forbids other scripts only by address
    options = {"resultTypes": ["violations"]} | ({"runOnly": rules} if rules else {})
    found = page.evaluate("async ([within, options]) => (await window.axe.run(within, options)).violations", [within, options])
    return [
        f"{one['id']}: {node['html'][:160]} ({node['failureSummary'][:160]})"
        for one in found
        if one["impact"] in SERIOUS
        for node in one["nodes"]
    ]
