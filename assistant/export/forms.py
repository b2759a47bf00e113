"""The approval form (稟議書, at most 3 pages) and the briefing of one page, in Word."""

from assistant.export.content import Content, say
from assistant.export.text import say as common
from assistant.export.word import Paper


def ringi(content: Content, drafter: str = "", department: str = "") -> bytes:
    """The .docx of the approval form, every section in the order a reader of 稟議書 expects."""
    market, market_source = content.market
    paper = Paper(content.subject, f"{content.source}。{market_source}", size=9)
    paper.title(say("ringi_title"))
    paper.table(
        [(say("subject"), content.subject), (say("decision"), content.request), (f"{say('department')}・{say('drafter')}", f"{department}　{drafter}".strip()), (say("date"), say("blank_date"))],
        (20, 80), size=9,
    )  # fmt: skip
    paper.heading(say("purpose"))
    paper.paragraph(content.words["purpose"])
    paper.heading(say("issues"))
    paper.bullets([market, *content.words["issues"]])
    paper.heading(say("content"))
    paper.bullets(content.words["content"])
    paper.heading(say("effects"))
    paper.table(content.effects(), (28, 24, 24, 24), (say("head_case"), say("head_low"), say("head_base"), say("head_high")), numbers=True)
    paper.bullets(content.conclusions)
    paper.heading(say("costs"))
    paper.table(content.costs(), (40, 20, 20, 20), (say("head_item"), say("head_low"), say("head_base"), say("head_high")), numbers=True, size=8)
    paper.heading(say("alternatives"))
    heads = tuple(say(f"head_{name}") for name in ("plan", "value", "median", "level", "first"))
    paper.table(content.alternatives(), (32, 17, 17, 17, 17), heads, numbers=True, size=8)
    paper.heading(say("risks"))
    paper.table(content.risks(), (38, 62), (say("head_risk"), say("head_measure")), size=8)
    paper.heading(say("exits"))
    if gates := content.gates():
        paper.table(gates, (22, 78), (say("head_gate"), say("head_criterion")), size=8)
    paper.bullets(content.exits())
    if kpis := content.kpis():
        heads = tuple(say(f"head_{name}") for name in ("kpi", "baseline", "target", "stop", "samples", "at", "who"))
        paper.table(kpis, (22, 15, 20, 12, 7, 12, 12), heads, size=7)
    paper.heading(say("schedule"))
    paper.table(content.schedule(), (25, 75), (say("head_when"), say("head_what")), size=8)
    paper.heading(say("assumptions"))
    rows, left = content.assumptions()
    paper.table(rows, (26, 14, 22, 9, 29), tuple(say(f"head_{name}") for name in ("assumption", "amount", "range", "status", "source")), size=7.5)
    paper.paragraph((say("more_assumptions", count=str(left)) if left else "") + common("status_note"), size=8)
    paper.heading(say("approval"))
    paper.boxes(say("approvers").split(","))
    return paper.content()


def brief(content: Content) -> bytes:
    """The .docx of the briefing: what is asked, why, the numbers, one chart, the risks, the next step."""
    paper = Paper(say("brief_title", name=content.name), content.source, size=10.5)
    paper.title(say("brief_title", name=content.name))
    paper.heading(say("decision"))
    paper.paragraph(content.request, bold=True)
    paper.heading(say("conclusion"))
    paper.bullets(content.conclusions[:3])
    paper.heading(say("numbers"))
    heads = tuple(say(f"head_{name}") for name in ("plan", "value", "median", "level", "first"))
    paper.table(content.alternatives(), (32, 17, 17, 17, 17), heads, numbers=True, size=8.5)
    labels, series = content.cumulative()
    paper.chart("line", labels, series, say("chart_cumulative"), height=78)
    paper.heading(say("risks"))
    paper.bullets([f"{risk}：{measure}" for risk, measure in content.risks()[:3]])
    paper.bullets(content.exits())
    paper.heading(say("next"))
    when, what = content.schedule()[0]
    paper.bullets([f"{when}：{what}"])
    paper.paragraph(common("status_note"), size=8)
    return paper.content()
