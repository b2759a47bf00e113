"""Labels of plans that are words: 「大阪案は500万で年200万、東京案は…」 「松は…、竹は…」. Such a talk is read with letters in their place."""

import re
from functools import cache

import prompts
from assistant.understand.plans.investment import read_investment

PLAN = r"(?:案|プラン|コース|パターン|ケース|計画|方式|タイプ|ルート)"
WORD = r"[一-龥々ァ-ヴーA-Za-z0-9]{1,10}?"
LEAD = r"(?:結局|今回|現在|一方|他方|次|例えば)?"
CALLED = re.compile(rf"(?<![一-龥々ァ-ヴーA-Za-z0-9]){LEAD}(?P<word>{WORD})の?{PLAN}")
OF_AMOUNT = r"の(?:見積(?:もり|り|額)?|価格|値段|金額|費用|投資額?|初期(?:費用|投資)|効果|削減額?)"
BARE = re.compile(rf"(?:^|[。、;,\n\s]|(?<=は)){LEAD}(?P<word>{WORD})(?:{OF_AMOUNT})?(?:は|:|が|なら|だと)")
# Words before 案 that name no plan of several, times, and what tells amounts of one and the same plan.
GENERIC = re.compile(r"^(?:提|原|代|代替|新|別|他|両|全|各|議|法|予算|最終|修正|当初|試|腹|名|妙|同|本|立|発|答|図|文|草|折衷|対抗|一|二|三|[0-9]+|最初|元|前|今|先|上|下|改善|改定|投資|導入|購入|事業|経営|中期|研究|計画|返済|資金|提示|以上|以下|A|B|C|D|E|a|b|c|d|e|甲|乙|丙)$|年(?:目|度|間)?$|(?:月|期|回目|番目|つ目|者|社員|人|以降|時点|場合|全体|合計)$|^(?:会社|社長|競合|他社|業界|企業|大学|論文|差額|残り|総額|税込|税抜)$")
NOT_BEHIND, BEHIND = r"(?<![一-龥々ァ-ヴーA-Za-z0-9])", r"(?=は|の|が|を|も|で|と|なら|だ|より|に|って|、|:|[??。]|$)"
SLOTS = ("initial", "benefit", "cost", "spending", "production", "labour", "budget", "fund", "rate", "tax", "growth", "years", "subsidy", "revenue", "capital", "monthly", "yearly", "weekly", "daily", "low", "high", "base", "unit_price", "gpu", "rent", "buy_gpu", "prototype", "cloud", "joint", "nothing")
MONEY = re.compile(r"[0-9](?:万|億|千万|円)")
PLACE_KIND = re.compile(r"(?:第?[一二三1-3])?(?:工場|支店|本社|支社|本店|店|拠点|営業所|事業所|倉庫|センター|事業部|部門|部|課|ライン)$")
MOST, SHORT = 5, 24  # plans, characters


@cache
def slot_words() -> frozenset[str]:
    """Words that name an amount or a strategy, no plan."""
    lexicon = prompts.lexicon("investment")
    items = (name for name in lexicon if name.startswith("item_"))
    return frozenset(word for name in (*SLOTS, *items) for word in lexicon[name])


def lettered(topic: str) -> tuple[str, dict[int, str]]:
    """The lines of a talk with letters in place of the words that label its plans, and those words by place; the lines as they are where fewer than two plans have one."""
    names = labels_told(topic)
    if len(names) < 2:
        return topic, {}
    names |= untold(topic.split("\n")[0], names)
    for place, word in sorted(enumerate(names, 1), key=lambda entry: -len(entry[1])):
        letter = f"{chr(64 + place)}案"
        topic = re.sub(rf"{NOT_BEHIND}(?:{LEAD})(?:{re.escape(word)})(?:の?{PLAN}|{BEHIND})", letter, topic)
        if short := shorter(word, names):
            topic = re.sub(rf"{NOT_BEHIND}(?:{LEAD})(?:{re.escape(short)})(?:の?{PLAN}|{BEHIND})", letter, topic)
    return topic, {place: names[word] for place, word in enumerate(names, 1)}


def shorter(word: str, names: dict[str, str]) -> str:
    """「名古屋」 of 「名古屋工場」, where no other plan is called so; empty for none."""
    short = PLACE_KIND.sub("", word)
    alone = len(short) > 1 and short != word and not any(other.startswith(short) for other in names if other != word)
    return short if alone else ""


def labels_told(topic: str) -> dict[str, str]:
    """The words that label plans with amounts of their own, in the order in which they were told → how each was called."""
    if len(MONEY.findall(topic)) < 3:
        return {}
    found: dict[str, str] = {}
    for line in reversed(topic.split("\n")):
        called = told_in(line, CALLED, both=False)
        bare = {} if called else told_in(line, BARE, both=True)
        for word, name in (called or (bare if len(bare) > 1 else {})).items():
            found.setdefault(word, name)
    return dict(list(found.items())[:MOST])


def untold(line: str, names: dict[str, str]) -> dict[str, str]:
    """A label of the newest line that names another plan, of which nothing was told: 「名古屋案は?」."""
    found = {match["word"]: match[0] for match in CALLED.finditer(line) if named(match["word"], False) and match["word"] not in names}
    return found if len(found) == 1 and len(line) <= SHORT and len(names) < MOST else {}


def told_in(line: str, form: re.Pattern, both: bool) -> dict[str, str]:
    """The labels of a line that stand before amounts; with `both`, before an outlay and an effect."""
    marks = [match for match in form.finditer(line) if named(match["word"], both)]
    said: dict[str, list[str]] = {}
    for match, following in zip(marks, [*marks[1:], None][: len(marks)], strict=True):
        said.setdefault(match["word"], []).append(line[match.end() : len(line) if following is None else following.start()])
    names = {match["word"]: match["word"] if both else match[0][match.start("word") - match.start() :] for match in reversed(marks)}
    found = {}
    for word, stretches in said.items():
        told = read_investment("。".join(stretches))
        if (told.outlay is not None and told.benefit is not None) if both else told.amounts_told:
            found[word] = names[word]
    return found


def named(word: str, bare: bool) -> bool:
    """Whether a word may be the name of a plan; a `bare` one names no amount and no strategy."""
    return GENERIC.search(word) is None and not (bare and any(part in word.lower() for part in slot_words() if len(part) > 1 or part == word))
