"""A trial whose outcome decides on the main outlay: 「まず100万で試して、うまくいったら2000万」. Two amounts in a row, never an outlay and an effect."""

import re
from collections.abc import Callable
from dataclasses import replace

from assistant.understand.plans.investment_told import Amount, Investment
from assistant.understand.plans.spread_outlays import with_spread
from index.numerals import find_numerals

MONEY = r"[0-9][0-9,.]*(?:億[0-9,.]*万?|千万|百万|十万|万|千)?円?(?![0-9.,]*[0-9%割年月人枚台倍])"
TRYING = r"(?:試作|試し|試す|試行|試験|お試し|トライアル|テスト|検証|実証|実験|PoC|概念実証|プロトタイプ|パイロット|小さく|小規模|スモール)"
FIRST = r"(?:まず(?:は)?|最初(?:に|は)?|はじめ(?:に|は)?|初め(?:に|は)|手始めに|とりあえず|第一段階(?:に|は|で)?|1段階目(?:に|は|で)?)"
PASSED = r"(?:(?:うま|上手)い?(?:こと)?(?:く)?い(?:ったら|けば|った場合|くなら|ったとき)|成功(?:し|でき)?(?:たら|すれば|した場合|の場合|なら|後(?:に|は)?)|当た(?:ったら|れば)|合格(?:し)?(?:たら|すれば|なら|後(?:に|は)?)|(?:良|よ)(?:ければ|かったら|さそうなら)|手応え(?:が)?(?:あれば|あったら|ありなら)|OKなら|通(?:ったら|れば)|いけそうなら|行けそうなら|見込み(?:が)?(?:あれば|立てば|が立ったら)|効果が(?:出たら|確認できたら|見えたら)|だめでなければ|その(?:後|次|上)(?:に|で|は)?|次に|続いて)"
MAIN = r"(?:本番(?:化|導入|開発|投資|稼働|展開)?|本格(?:導入|展開|開発|投資)?|全社(?:展開|導入)|全面(?:展開|導入)|量産|横展開|第二段階|2段階目)"
# 「うまくいったら2年目に2000万」
WHEN = r"(?:(?:[2-9]年目|次の年|翌年度?|来年度?|次年度|[1-9]年後|その(?:翌年|次の年))(?:に|は|から|、)*)?"
BETWEEN = r"[^。0-9]{0,14}?"
TRIAL = re.compile(rf"(?:(?P<lead>{FIRST})?{BETWEEN}(?P<before>{TRYING})[^。、0-9]{{0,10}}?|(?P<only>{FIRST})[^。、0-9]{{0,8}}?|(?={MONEY}(?:ほど|くらい|ぐらい|程度)?(?:だけ|を|で|かけて|使って|、)*{TRYING}))(?:約|およそ|に|を|で|は|が)*(?P<amount>{MONEY})(?:円)?(?:ほど|くらい|ぐらい|程度)?(?:で|を|かけて|の|使って|だけ|分)*(?P<after>{TRYING})?", re.IGNORECASE)
THEN = re.compile(rf"(?:(?P<passed>{PASSED})[^。0-9]{{0,14}}?|(?P<main>{MAIN})[^。、0-9]{{0,8}}?){WHEN}(?:約|およそ|に|を|で|は|が|、|へ|まで|追加で)*(?P<amount>{MONEY})(?:円)?(?:ほど|くらい|ぐらい|程度)?(?P<after>(?:で|を|の|かけて|投じて|投資して)*{MAIN})?(?:する|(?:を)?(?:かけ|投じ|投資し?|出し?|突っ込|入れ)(?:る|て|ます|たい)?)?", re.IGNORECASE)
STAGED = re.compile(r"PoC|試作|プロトタイプ|概念実証", re.IGNORECASE)
GAIN = re.compile(r"^(?:円)?(?:ほど|くらい|ぐらい)?(?:の|が|を|は)?(?:効果|利益|粗利|浮|減|稼|儲|増収|節約|削減|もうけ)")


# 「PoCを飛ばして最初から本番だと?」
SKIPPED = re.compile(rf"{TRYING}(?:は|を|も)?、?(?:飛ば|とば|省[いくか]|なし(?!ん)|無し|抜き|やめ|せずに|しないで)", re.IGNORECASE)
MAIN_CHANGED = re.compile(rf"(?<![一-龥]){MAIN}(?:の(?:費用|投資)?)?(?:が|は|を)(?=(?:約|およそ)?[0-9])")


def yen(text: str) -> float:
    return find_numerals(text if text.endswith("円") else f"{text}円")[0].value


def trial_told(text: str) -> tuple[float, str] | None:
    """Yen of the trial, and the text with the main outlay alone told as what building costs; None where the two are not told."""
    first = next((match for match in TRIAL.finditer(text) if match["before"] or match["after"] or match["only"]), None)
    if first is None or GAIN.match(text[first.end("amount") :]):
        return None
    then = next((match for match in THEN.finditer(text, first.end())), None)
    if then is None or GAIN.match(text[then.end("amount") :]) or re.search(r"(?:効果|利益|粗利)[^。、0-9]{0,4}$", text[: then.start("amount")]):
        return None
    if re.search(r"(?:毎年|年間|年|毎月|月)$", text[first.start() : first.start("amount")]) or re.search(r"(?:毎年|年間|(?<![翌来次の])年|毎月|月)$", text[then.start() : then.start("amount")]):
        return None
    if STAGED.search(first[0]) and not then["passed"]:
        return None  # 「PoC 3か月150万円、本番化600万円」: the stages of the strategy have both
    strategy = next((word for word in ("PoC", "poc", "試作", "プロトタイプ", "概念実証") if word in first[0]), "")
    plan = f"{strategy}、" if strategy else ""
    return yen(first["amount"]), f"{text[: first.start()]}{plan}本番化費用{then['amount']}{text[then.end() :]}"


def with_trial(text: str, read: Callable[[str], Investment]) -> Investment:
    """What `read` finds in the text, with the trial apart from the main outlay."""
    told = trial_told(text)
    if told is None:
        return with_spread(MAIN_CHANGED.sub("本番化費用が", text), read)
    amount, rest = told
    return replace(with_spread(rest, read), trial=Amount(amount), strategies=read(text).strategies, conditional=False)


def without_trial(earlier: Investment, line: str) -> Investment:
    """The plan told before, without the trial that a later message leaves out."""
    if earlier.trial is None or SKIPPED.search(line) is None:
        return earlier
    return replace(earlier, trial=None, initial=earlier.initial or earlier.production, production=None)
