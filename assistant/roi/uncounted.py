"""What a calculation leaves out or treats in its own way, told of a plan with what it changes: depreciation, consumption tax, lease, loan, resale, prices; and what of it a bank can be shown."""

from analytics.roi import Evaluation
from analytics.roi.amounts import yen_text
from assistant.evidence.collector import Collector
from assistant.roi import columns
from assistant.roi.case import Case, inputs
from assistant.roi.focus import focused
from assistant.roi.sentences import cited
from assistant.roi.wording import say
from assistant.write.layout import Page

SHOWN = ("payback", "loss_probability", "worst", "initial")


def of_own(page: Page, kind: str, case: Case, values: dict[str, str | None], cite: str) -> None:
    """Of amounts that the asker told."""
    if kind == "bank":
        bank_own(page, case, values, cite)
        return
    taxed = kind == "write_off" and values["tax"] is not None
    page.conclusion = [say("uncounted_write_off_taxed", value=values["tax"], cite=cite) if taxed else say(f"uncounted_{kind}")]
    page.points = [inputs(values, cite)]


def bank_own(page: Page, case: Case, values: dict[str, str | None], cite: str) -> None:
    """The numbers of a plan that bear on paying back: when the outlay is back, what is left every year, and how far the effect may fall."""
    page.conclusion = [say("bank_unheld"), say("bank_shown")]
    page.points = [say("bank_payback", payback=values["payback"], cite=cite) if values["payback"] else say("own_no_payback", years=values["years"], cite=cite).replace("**", "")]
    if case.level:
        page.points.append(say("bank_yearly", benefit=values["benefit"], cost=values["cost"], cite=cite))
    if values["break_even"]:
        page.points.append(say("own_break_even", benefit=values["break_even"], cite=cite).replace("**", "") + ("" if values["room"] is None else say("own_room", part=values["room"], cite=cite)))
    page.caveats = [say("bank_caution")]


def of_strategies(page: Page, box: Collector, kind: str, evaluations: list[Evaluation]) -> None:
    """Of strategies on their assumptions."""
    if kind != "bank":
        page.conclusion = [say(f"uncounted_{kind}")]
        page.caveats = [say("placeholder")]
        return
    page.conclusion = [say("bank_unheld"), say("bank_shown")]
    for each in evaluations:
        cite = cited(box, each, columns.labels(each, SHOWN))
        payback = focused("payback", each, None, cite)
        page.points.append("".join(line.replace("**", "") for line in (payback, say("bank_worst", value=yen_text(columns.worst(each)), cite=cite)) if line))
    page.caveats = [say("bank_caution"), say("placeholder")]
