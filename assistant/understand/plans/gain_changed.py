"""A yearly amount of a follow-up that bears no noun: what the plan told before gains, not what it costs. And the what-ifs that no other plan is measured by."""

import re
from dataclasses import replace

from assistant.understand.plans.investment import Investment, read_investment

YEN = r"[0-9一二三四五六七八九十百千][0-9一二三四五六七八九十百千万億,.]*円?"
# 「年400万止まりなら」 「400万に減ったら」 「年400万だけだったら」: what an amount falls short at, or comes to, without a noun of its own.
SHORT = re.compile(
    rf"{YEN}(?:ほど|くらい|ぐらい|程度)?(?:どまり|止まり|止り|(?:に|で)?(?:とどま|留ま|止ま)|に(?:減[っるり]|落ち|下が|縮|目減り|しかな[らっり])|まで(?:減[っるり]|落ち|下が|縮|しか)|しか(?!払|出せ|使え|かけ|かか|用意)|だけ(?:だ|な|で|しか|の)|がせいぜい|が(?:関の山|限度|精一杯)|(?:に|まで)?届か|(?:も|すら|さえ)(?:いか|行か|出な|届か|な[いか]))"
)
# 「実際は年400万だったら」: bare, it is the gain only where no cost was told that it could be.
BARE = re.compile(rf"{YEN}(?:ほど|くらい|ぐらい|程度)?(?:だ(?:った|と|とし)|なら|で(?:は|したら|も)|とすると|として|やった|[??。]*$)")
NAMED = re.compile(r"費|代|料|払|コスト|かか|かけ|投資|予算|人件|経費|支出|出費|保守|維持|クラウド|借り|補助|助成|売上|年商|資本金|サブスク|ライセンス")
# 「効果は同じ1,200万円」: the gain of both plans.
SAME_GAIN = re.compile(r"(?:効果|削減額?|節約額?|メリット|利益|便益|得する額|浮く額|儲け|リターン)(?:額)?(?:の?ほう)?(?:は|が|も|を)?(?:どちらも|両方|両案とも|ともに|年間?|、)*(?:同じ|おなじ|同額|同等|同様|一緒|変わら)|同じ(?:年間)?(?:効果|削減|メリット|利益)")


def gain_meant(now: Investment, earlier: Investment, line: str) -> Investment:
    """`now` with a bare amount as the gain, where a gain was told before."""
    bare = now.budget or now.initial
    if earlier.benefit is None or bare is None or now.benefit is not None or now.strategies or NAMED.search(line) or now.limited:
        return now
    meant = SHORT.search(line) or now.budget is not None and earlier.cost is None and earlier.budget is None and BARE.search(line)
    return replace(now, benefit=bare, budget=None, initial=None, limited=None) if meant else now


def same_gain(line: str) -> bool:
    """Whether a line says that another plan gains the same."""
    return SAME_GAIN.search(line) is not None


def what_if(line: str) -> bool:
    """Whether a line only supposes that amounts told before turn out otherwise: 「効果が3割下振れした場合は」."""
    told = read_investment(line)
    moved = Investment(factors=told.factors, differences=told.differences)
    return told.conditional and bool(told.factors or told.differences) and told == moved


def base_lines(line: str, before: list[str]) -> list[str]:
    """The talk before a line (newest line first) that the line's plan is measured by: no what-ifs where it is another plan and tells its amounts anew,
    or says that they are the same."""
    now = read_investment(line)
    priced = any(amount is not None for amount in (now.initial, now.cost, now.budget))
    anew = now.strategies and priced and (now.benefit is not None or now.same or same_gain(line))
    return [earlier for earlier in before if not what_if(earlier)] if anew else before
