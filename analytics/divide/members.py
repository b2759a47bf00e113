"""Who belongs to a group of institutions: those of its members that have papers in a part of the data, as counted in the shipped profiles."""

from analytics.divide.measure import make_measure
from analytics.figure import Figure

# Group → what its members are, and their unit.
WHAT = {
    "big_tech": ("大手テック企業", "情報・通信・半導体などの世界的大手として選んだ企業", "社", {"big_tech": True}),
    "elite": ("エリート大学", "QS世界大学ランキングで1〜50位の帯に入る大学", "校", {"tier": "1-50"}),
    "firm": ("企業", "所属の種類が企業と判定された機関", "社", {"sector": "firm"}),
    "university": ("大学", "所属の種類が大学と判定された機関", "校", {"sector": "university"}),
}


def members(divide, group: str, years: tuple[int, ...], top: int, **names) -> tuple[Figure, list[Figure]]:
    """(how many members have papers over `years`, the shares of the `top` ones, largest first). names: area, field or venue; variant.

    Raises KeyError for another group, NotInData where the slice has no papers.
    """
    label, meaning, unit, criteria = WHAT[group]
    rows = divide.rank_institutions(years, top=top, **criteria, **names)
    part = make_measure(divide.counts, "firm_share", **names).part
    head = rows[0]
    count = Figure(
        id=f"members-{group}.{part.key}.{head.id.rpartition('.')[2]}", metric="members", label_ja=f"{label}の数（{part.label_ja}・{head.period}）", value=float(head.parts["of"]), unit=unit,
        period=head.period, slice={**part.to_dict(), "years": head.slice["years"], "group": group}, n=head.n, definition_ja=f"{meaning}のうち、論文が1本以上ある機関の数",
        method_ja=f"機関の一覧で{label}に分けた機関のうち、著者の所属に現れるものを数える", source=head.source, caveats_ja=head.caveats_ja,
    )  # fmt: skip
    return count, rows


def belongs(divide, group: str, institution: str) -> bool:
    """Whether an institution of the profiles is a member. Raises UnknownName."""
    criteria = WHAT[group][3]
    return bool(divide.counts.directory.select(**criteria)[divide.counts.directory.number[divide.counts.directory.profile(institution).id]])
