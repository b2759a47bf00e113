"""Where our numbers differ from the founding paper (Ahmed & Wahed 2020): its claim, our recount, and why they may differ."""

from dataclasses import dataclass, replace

from analytics.divide.panel_outcomes import START
from analytics.figure import POINTS, Figure, display_value

PAPER = "ahmed-wahed-2020-de-democratization-of-ai"
COUNTING = "この論文の本文にある効果の大きさは確認できていないため、方向だけを比べています"
WHY_DATA = "対象の会議の数と期間、所属の判定方法が違います"
EARLY, LATE = "2007-2011_2012-2016", "2007-2011_2017-2021"
WHOLE = "2007-2011_2012-2021"


@dataclass(frozen=True)
class Claim:
    """A claim and the figures it is compared with.

    `shown` is the id of the figure whose value the card carries: {shown} in `recount_ja`; `others` are {0}, {1}, …; each
    reads 「+1.2ポイント（95%区間 …）」. {verdict} says whether the shown interval leaves 0 out, {first_year} since when
    the yearly gap of firms' share stays above 0.
    """

    key: str
    label_ja: str
    claim_ja: str
    recount_ja: str
    reason_ja: str
    shown: str
    others: tuple[str, ...] = ()


CLAIMS = (
    Claim(
        "claim_rise_start", "企業の存在感が高まり始めた時期",
        "2012年の深層学習の転機のあと、企業が主要なAI会議で存在感を高めた。",
        "企業参加率の変化は、他会議と比べて2012〜2016年に{shown}、2017〜2021年に{0}。"
        "年ごとに見ると、2011年との差がはっきり0を上回り、その後も続くのは{first_year}年から。",
        f"{WHY_DATA}。当サービスは転機のあとを年ごとに分けて見ています。AI会議は2012年より前の値のぶれも大きめです。",
        f"firm_share_did_fe.ai.{EARLY}", (f"firm_share_did_fe.ai.{LATE}",),
    ),
    Claim(
        "claim_firm_only", "企業だけで書いた論文は増えたか",
        "企業は、企業だけで書く論文と、エリート大学との共著の2つの道で論文を増やした。",
        "企業だけの論文の割合の変化は、他会議と比べて{shown}で、0との違いが{verdict}。企業とエリート大学の共著は{0}。",
        f"{WHY_DATA}。本数が増えても、全体の論文数が同じように増えれば、当サービスの見る割合は変わりません。",
        f"firm_only_share_did_fe.ai.{WHOLE}", (f"firm_elite_share_did_fe.ai.{WHOLE}",),
    ),
    Claim(
        "claim_elite", "エリート大学の存在感は高まったか",
        "QS1〜50位の大学が、企業とともに主要なAI会議で存在感を高めた。",
        "QS1〜50位の大学の参加率の変化は、他会議と比べて{shown}で、0との違いが{verdict}。会議の顔ぶれの変化も含めると{0}。",
        f"{WHY_DATA}。全会議をまとめた値には、エリート大学の多い会議が大きくなった影響が混ざります。",
        f"tier_share-1-50_did_fe.ai.{WHOLE}", (f"tier_share-1-50_did_pooled.ai.{WHOLE}",),
    ),
    Claim(
        "claim_mid_tier", "中位の大学は押し出されたか",
        "QS201〜300位の中位の大学が、AI会議から押し出された。",
        "QS201〜300位の大学の参加率の変化は、他会議と比べて{shown}で、0との違いが{verdict}。同じ見方で、企業参加率の変化は{0}。",
        f"{WHY_DATA}。当サービスは後の年の順位帯を全期間に当てはめるため、順位が動いた大学の扱いが違うことがあります。",
        f"tier_share-201-300_did_fe.ai.{WHOLE}", (f"firm_share_did_fe.ai.{WHOLE}",),
    ),
    Claim(
        "claim_lower_tier", "下位の大学は押し出されたか",
        "QS301〜500位の下位の大学が、AI会議から押し出された。",
        "QS301〜500位の大学の参加率の変化は、他会議と比べて{shown}で、0との違いが{verdict}。",
        f"{WHY_DATA}。論文の紹介記事は本数の減少を伝えていますが、当サービスは全体に占める割合で見ています。",
        f"tier_share-301-500_did_fe.ai.{WHOLE}",
    ),
)  # fmt: skip


def claim_figures(figures: list[Figure]) -> list[Figure]:
    """One card a claim, its numbers taken from `figures`; none when the data carry no estimates."""
    by_id = {figure.id: figure for figure in figures}
    first = first_lasting_year(figures)
    told = [claim for claim in CLAIMS if claim.shown in by_id and (first or "{first_year}" not in claim.recount_ja)]
    return [claim_figure(claim, by_id, first) for claim in told]


def claim_figure(claim: Claim, by_id: dict[str, Figure], first: int | None) -> Figure:
    shown, others = by_id[claim.shown], [by_id[key] for key in claim.others]
    clear = shown.low > 0 or shown.high < 0
    recount = claim.recount_ja.format(
        *(with_interval(figure) for figure in others), shown=with_interval(shown), first_year=first,
        verdict="はっきりしています" if clear else "はっきりしません",
    )  # fmt: skip
    return replace(
        shown,
        id=f"{claim.key}.{shown.id.split('.', 1)[1]}",
        metric=claim.key,
        label_ja=f"{claim.label_ja}（論文の主張と当サービスの再計算・{shown.period}）",
        caveats_ja=(COUNTING, *shown.caveats_ja),
        parts={
            "claim_ja": claim.claim_ja, "recount_ja": recount, "reason_ja": claim.reason_ja, "paper": PAPER,
            "figures": [shown.id, *claim.others],
        },
    )  # fmt: skip


def with_interval(figure: Figure) -> str:
    low, high = (display_value(bound, POINTS, signed=True) for bound in (figure.low, figure.high))
    return f"{figure.display}（95%区間 {low}〜{high}）"


def first_lasting_year(figures: list[Figure]) -> int | None:
    """The first year from the start on whose firm-share gap, and every later one, lies clearly above 0; None without one."""
    events = {figure.slice["years"][0]: figure for figure in figures if figure.metric == "firm_share_event"}
    later = [year for year in sorted(events) if year >= START]
    lasting = [year for place, year in enumerate(later) if all(events[each].low > 0 for each in later[place:])]
    return lasting[0] if lasting else None
