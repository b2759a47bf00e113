"""What kind of thing a question wants to hear, and whether a text tells one: 「いくら」 is answered by an amount of money and by nothing else."""

import re

from index.normalize import normalize

NUMBER = r"[0-9][0-9,.]*"
MONEY = rf"{NUMBER}[兆億万千百]*(?:円|ドル|ユーロ|元)"
SAME_COUNTER = {"人": "[人名]", "名": "[人名]", "%": "(?:%|割)", "パーセント": "(?:%|割)", "割": "(?:%|割)", "か月": "(?:か月|年|月)", "日": "(?:営業)?日", "度": "(?:度|°c)", "円": "円", "番": "[番位]"}
COUNTERS = (
    "人|名|年|か月|月|週|日|時間|時|分|秒|歳|%|パーセント|割|倍|件|社|台|個|本|枚|回|か国|か所|箇所|店|校|部|冊|種|種類|条|章|ページ|頁|点|度|番|円|万円|億円|キロ|メートル|kg|mm|トン|リットル|ワット|デシベル|字"
)
OWN = re.compile(r"^(?:うち|当社|自社|弊社|我が社|わが社|会社|全社|現在|今)$")
COUNTED = re.compile(rf"何(?:年|月|日)?({COUNTERS})")
TIME = re.compile(rf"{NUMBER}(?:年|月|日|時|期|週|四半期)|[翌当来今]?(?:月末|年末|期末|末日|週末)|毎[年月週日]")


def wanted(question: str) -> re.Pattern | None:
    """Pattern of what answers a question, None when anything may."""
    text = normalize(question)
    if counted := COUNTED.search(text):
        unit = counted[1]
        return re.compile(MONEY if unit.endswith("円") else f"{NUMBER}[兆億万千百]*{SAME_COUNTER.get(unit, re.escape(unit))}")
    if re.search(r"いくら|幾ら|値段は|価格は|金額は", text):
        return re.compile(MONEY)
    if re.search(r"いつ(?!も|の間)", text):
        return TIME
    return None


REASON = re.compile(r"ため|ので|から[、。]|により|理由|不十分|懸念")
OWNED = re.compile(r"([^\sの、。はがをにでとへ「」]{2,})の([^\sの、。はがをにでとへ「」]{2,}?)(?:は|って|が|を)")


def prefers(question: str, text: str) -> bool:
    """Whether a sentence is of the kind that a question would rather hear: a reason for 「なぜ」."""
    return bool(re.search(r"なぜ|何故|どうして|理由", question) and REASON.search(text))


def of_another(question: str, sentence: str) -> bool:
    """Whether a sentence tells what is asked of something else: the price of a filter, where 「アクアフローの価格」 is asked."""
    asked, told = normalize(question), normalize(sentence)
    found = OWNED.findall(asked)
    if not found or found[-1][0] in told:
        return False
    owner, thing = found[-1]
    others = re.findall(rf"([^\sの、。はがをにでとへ「」]{{2,}})の{re.escape(thing)}", told)
    return bool(others) and not OWN.search(owner) and not any(other in asked or re.search("[0-9]", other) for other in others)


def tells(pattern: re.Pattern | None, text: str) -> bool:
    """Whether a text holds what the pattern of `wanted` asks for."""
    return pattern is None or bool(pattern.search(normalize(text)))
