"""Which of the ways to drop, to begin with, or to call the safer one, asked of ways and of no amounts: 「どれか1つやめるなら」「共同研究とプロトタイプ、どちらから?」
「小規模プロトタイプのほうが安全では?」."""

import re

from assistant.understand.plans.each_plan import OF_OTHERS, compared_in
from assistant.understand.plans.investment import read_investment

DROP, BEGIN, SAFER = "drop", "begin", "least_risk"
ONE = r"(?:どれ(?!も|くらい|ぐらい|だけ|ほど)|どの(?:案|道|戦略|選択肢|やり方|進め方|プラン|方法)|どっち|どちら|(?:[1一]つ|ひとつ)(?:だけ)?)"
DROPPED = r"(?:やめ|辞め|止め|よ(?=し)|外[すせし]|はず[すせし]|捨て|切[るれっ]|見送|諦め|あきらめ|削[るれっ]|落と|降り|後回し)"
CASE = r"(?:る|す|した|て)?(?:なら|としたら|とすれば|とすると|のやったら|んやったら|ん(?:だった|なら)|(?:の|べき)(?:は|が|なのは)|ほうがいいのは)"
DROP_ASKED = re.compile(rf"{ONE}(?:を|か|から)?[^。、??]{{0,6}}{DROPPED}|{DROPPED}{CASE}[、]?{ONE}")
BEGIN_ASKED = re.compile(r"(?:どっち|どちら|どれ|どの(?:案|道|戦略|やり方|方法))(?:から|を(?:先|最初|まず)|が先)|(?:先|最初|まず)(?:に)?(?:やる|始める|手を(?:付|つ)ける|取り組む|着手する|試す)(?:なら|としたら|べき(?:は|なのは)|の(?:は|が))、?(?:どっち|どちら|どれ)")
SAFER_SAID = re.compile(r"(?:ほう|方)が[^。、??]{0,6}(?:安全|無難|堅[いく]|安心|手堅|リスク(?:が|は)?(?:低|少|小|な[いさ]))")
# 「3000万あったらどれがいちばん儲かる?」 wants the best of them, not the sign of each.
EARNS_MOST = re.compile(rf"{ONE}[^。、??]{{0,10}}(?:儲|もう[かけ]|お?得|稼|うまみ|割[がに]|利益)|(?:一番|いちばん|最も)(?:儲|もう[かけ]|お?得|稼)[^。、??]{{0,8}}{ONE}")
# 「どちらの計画がよろしいでしょうか」 after an amount of each.
BETTER = re.compile(r"(?:どちら|どっち|どれ|いずれ)(?:の(?:計画|案|プラン|ほう|方|戦略|投資))?(?:が|を|に|の(?:ほう|方)が)[^。、??]{0,8}(?:よろし|よい|良い|いい|ええ|お?勧め|おすすめ|推[すしそ]|選[ぶべび]|有利|得|まし|マシ)")
GAIN = re.compile(r"儲|もうか|得(?:$|[^意手])|採算|回収|期待値|利益|黒字|roi|npv", re.IGNORECASE)  # 「どっちから始めるのが得?」 goes by what they are worth
LONGEST = 60  # characters


def earns_most(text: str) -> bool:
    """Whether a text asks which of several earns most."""
    return EARNS_MOST.search(text) is not None


def better_of(text: str) -> bool:
    """Whether a text asks which of the plans told is the better one."""
    return len(text) <= LONGEST and BETTER.search(text) is not None and OF_OTHERS.search(text) is None


def choice_of_ways(text: str, before: tuple[str, ...] = ()) -> tuple[str, tuple[str, ...]] | None:
    """(`drop`, `begin` or `least_risk`, the strategies among which) where a text asks so; `before`: those that the talk compared last. None for any other
    text, and for plans with amounts of their own."""
    if len(text) > LONGEST or OF_OTHERS.search(text) or read_investment(text).amounts_told:
        return None
    among = compared_in(text) or before
    named = read_investment(text).strategies
    if among and DROP_ASKED.search(text):
        return DROP, among
    if len(named) > 1 and compared_in(text) and BEGIN_ASKED.search(text) and not GAIN.search(text):
        return BEGIN, among
    return (SAFER, among or compared_in("3つの案")) if named and SAFER_SAID.search(text) else None
