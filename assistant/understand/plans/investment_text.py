"""The text of an investment as it is read: one way to write spans, factors and fractions, without what is taken back."""

import re
import unicodedata

from assistant.understand.plans.counted_prices import in_all
from assistant.understand.plans.investment_slots import told_once, without_rejected
from assistant.understand.plans.outlay_parts import one_outlay
from assistant.understand.plans.yearly_costs import one_cost

REPLACED = re.compile(r"[^、。]{1,12}(?:じゃなくて|じゃなく|ではなくて|ではなく)、?")  # 「5年じゃなくて3年」 takes 5 back
# 「3年を5年にしたら」 takes 3 back.
COUNT = r"[0-9一二三四五六七八九十]+"
CHANGED_TO = re.compile(rf"{COUNT}年間?(?:を|から|だったのを|のところを)、?(?={COUNT}年間?(?:に|へ|まで))")
TWICE = re.compile(r"(?<![0-9一二三四五六七八九十百千万.数何分])倍(?=[にだでのなとす、。??増]|$)")
# 「倍の1600万出したら」: the amount says it all.
TIMES_SAID = re.compile(r"(?:[0-9.]+|[二三四五])?倍(?:の|、)(?=約?[0-9][0-9,.]*(?:億|千|万|円))")
ONLY = re.compile(r"(?<=[果用間資費額益率トN数])(?:だけ|のみ)(?:を|が|は)?(?=、?[0-9一二三四五六七八九半倍])")
# 「本番化費用なし」 「運用費はかからない」: that cost is nothing.
NO_COST = re.compile(r"(本番化(?:の?費用)?|年間運用費|運用費|維持費|保守費|年間費用|ランニングコスト|社内人件費|人件費)(?:は|も|が|を)?(?:なし|無し|ゼロ|不要|かからな[^。、]{0,2}|要らな[^。、]{0,2}|いらな[^。、]{0,2}|入れな[^。、]{0,3}|含めな[^。、]{0,3}|除[いけく]て?|外し?て?|抜き|抜い?て)")
# 「同じ額を共同研究に」 「それを共有クラウドでやると?」
SAME = re.compile(r"同じ|おなじ|同額|^(?:じゃあ?|では|ほな|なら|もし|仮に|、)*(?:それ|これ|(?:その|この)(?:お?金|額|金額|予算|資金))を?、?(?:そのまま|全部|丸ごと|、)*(?:共有クラウド|クラウド|共同研究|大学|産学連携|プロトタイプ|小規模|試作|poc)", re.IGNORECASE)
# 「半分の額にしたら」 「額を倍に」: of what is spent, where no effect is spoken of.
SUM_SCALED = re.compile(r"(?<![一-龥])(?:額|金額|お?金)を(?P<behind>半分|[0-9.]+倍)|(?P<before>半分|[0-9.]+倍)の(?:額|金額|お金)")
OF_EFFECT = re.compile(r"効果|削減|利益|粗利|浮|メリット|補助|売上")
# 「クラウド2500万」: the way and what is spent on it.
WAY_AMOUNT = re.compile(r"(共有クラウド|クラウド|共同研究|プロトタイプ|試作)(?=[0-9][0-9,.]*(?:万|億))")
# 「浮く人件費が年500万」: what is no longer spent is the effect.
SAVED_COST = re.compile(r"(?:浮[くい](?:た|てくる)?|減[るらせ]+る?|減った|減る見込みの|節約(?:できる|になる|する)|削減(?:できる|する|される|になる)|なくなる|無くなる|なくせる|いらなくなる|要らなくなる|不要になる|払わずに済む|かからなくなる)(?:はずの|予定の|見込みの|分の)?(?:人件費|残業代|外注費|委託費|費用|コスト|経費|作業費|手間賃)(?:分|額)?(?:が|は|も|で|の)?、?(?=(?:毎年|年間?に?|毎月|月に?|約|およそ|だいたい)*[0-9])")
# 「円安で1ドル170円なら」: a rate of exchange is no amount of the plan.
EXCHANGE = re.compile(r"(?:1|一)(?:ドル|ユーロ)(?:は|が|=|あたり|当たり|につき|、|の)*(?:約)?[0-9.]+円|(?:為替|円安|円高|ドル円)[^。]{0,12}[0-9]+円")
# 「自社の数字だけで」 「標準の費用は入れないで」: no default beside what was told.
ALONE = re.compile(
    r"(?:自社|当社|弊社|うち|こちら|ご?指定|私|言った|伝えた|示した|入れた|挙げた|自分)の?(?:数字|金額|額|前提|値|見込み|条件)(?:だけ|のみ)|"
    r"(?:標準|仮置き|既定|デフォルト|初期設定)の?(?:前提|数字|費用|額|値|もの|コスト|本番化(?:の?費用)?|運用費|分)*(?:は|を|も)?(?:全部|すべて|全て)?、?(?:入れな|使わな|含めな|足さな|加えな|除[いけく]|外[しす]|抜[きい]|なし|要らな|いらな|やめ)"
)


# 「年間800万円を3年出して」: the verb tells what the amount is, the length stands between.
PAID_FOR = re.compile(r"((?:毎年|年間?|毎月|月額?)?(?:に|に約|約)?[0-9][0-9,.]*(?:[千万億]+)?円?)(?:を|ずつ|を?ずつ)、?([0-9]{1,2})年間?(?=、?(?:出[しすせ]|払|支払|投じ|納め|支出))")


def alone_wanted(text: str) -> bool:
    """Whether only what was told is to be calculated."""
    return ALONE.search(text) is not None


# 「最初の1年だけ半分」: which year, and no length.
FIRST_ONLY = re.compile(r"(?:最初|はじめ|初め|当初)の1年間?(?=だけ|のみ|に限)")
# 「補助金が上限300万で2分の1」: the limit told before the part that it limits.
CAPPED = re.compile(r"(?:補助金?|助成金?)(?:が|は|の|で)?、?上限(?:額)?(?:は|が)?([0-9][0-9,.]*[万億千]*円?)(?:で|、|の)+(?:補助率)?([0-9]+分の[0-9]+|[0-9]/[0-9]|半分|半額|[0-9]+(?:割|%))")
# 「大阪案は500万で年200万浮く」: the name of a plan says nothing of the amount behind it.
OF_PLAN = re.compile(r"(?:^|(?<=[、。\s]))(?:(?!予算|クラウド|共同|プロトタイプ|試作|自前|購入|借)[一-龥々ァ-ヴーA-Za-z0-9]){1,10}案(?:は|だと|なら|:)、?(?=(?:約|およそ)?[0-9][0-9,.]*(?:万|億|千))")


# 「AMR導入 4,500万 年間削減1,300万 6年」: what stands behind a blank is told apart.
SPACED = re.compile(r"(?<=[0-9][万億円])\s+(?=[^\s0-9円、。,]{2})")
# 「年1,200万×5年」
TIMES = re.compile(r"(?<=[0-9][万億円])円?\s*[×xX*✕✖]\s*(?=[0-9]{1,2}年)")
# 「年払いで500万なら」: how often it is paid.
PAID_EACH = re.compile(r"(?P<span>年|月)(?:払い?|額払い?|一括払い?|々払い?)(?:で|だと|なら|は|に|の)?、?(?=(?:約|およそ)?[0-9])")


ASKED_AMOUNT = re.compile(r"何[十百千]*[万億兆]+(?:円|ドル)?")  # 「予算は何億円?」 tells no amount


def plain(text: str) -> str:
    """NFKC, with the ways to write a span of years made one (5カ年, 半年, 1年半) and English factors in Japanese (half, double)."""
    text = TIMES.sub("で", SPACED.sub("、", ASKED_AMOUNT.sub("いくら", unicodedata.normalize("NFKC", text))))
    text = CAPPED.sub(lambda match: f"補助率{match[2]}、上限{match[1].removesuffix('円')}円、", OF_PLAN.sub("", FIRST_ONLY.sub("初年度", text)))
    text = WAY_AMOUNT.sub(r"\1に", SAVED_COST.sub("効果が", text))
    text = PAID_EACH.sub(lambda match: match["span"], text)
    text = told_once(without_rejected(CHANGED_TO.sub("", REPLACED.sub("", text))))
    text = NO_COST.sub(lambda match: f"{match[1].removesuffix('の費用').removesuffix('費用') + '費用' if match[1].startswith('本番化') else match[1]}0円", ONLY.sub("が", TWICE.sub("2倍", TIMES_SAID.sub("", text))))
    if OF_EFFECT.search(text) is None:
        text = SUM_SCALED.sub(lambda match: f"投資額を{match['behind'] or match['before']}", text)
    text = re.sub(r"(?<=[0-9一二三四五六七八九十])\s*[カヵヶケ箇か個]年(?:間|計画)?", "年間", text)
    text = one_cost(one_outlay(in_all(PAID_FOR.sub(r"\2年間、\1を", text))))
    text = re.sub(r"([0-9]+)年半", lambda match: f"{12 * int(match[1]) + 6}か月", text)
    for word, times in (("half|halved|halves", "半分"), ("doubled?|doubles|twice", "2倍"), ("tripled?|triples", "3倍")):
        text = re.sub(rf"(?<![A-Za-z])(?:{word})(?![A-Za-z])(?! a? ?year)", times, text, flags=re.IGNORECASE)
    if "補助" in text or "助成" in text:
        text = re.sub(r"(?<![0-9/.])([1-9])/([2-9])(?![0-9/])", r"\2分の\1", text)  # 「2/3補助」 is no date
    return re.sub(r"半年(?!ごと)", "6か月", text)


def named_strategies(lowered: str, words: dict) -> tuple[str, ...]:
    """Strategies that the text names, in order of appearance; a longer name hides the shorter ones inside it."""
    spans: list[tuple[int, int, str]] = []
    for name in ("prototype_joint", "prototype", "cloud", "joint", "buy_gpu", "nothing"):
        for word in sorted(words[name], key=len, reverse=True):
            start = lowered.find(word)
            if start >= 0 and not any(first <= start < last for first, last, _ in spans):
                spans.append((start, start + len(word), name))
                break
    return tuple(name for _, _, name in sorted(spans))
