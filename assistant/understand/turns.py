"""What a message does to the conversation before it asks anything: it leaves the topic, puts a slip right, or calls a field or a conference by
less than its name, which only what was asked before makes clear."""

import re
from functools import lru_cache

import prompts
from assistant.models import Question
from assistant.understand.cues.intent import DATA_INTENTS
from assistant.understand.followup import BARE, STYLE_ONLY
from assistant.understand.names.fields import joined
from assistant.understand.names.periods import read_period
from assistant.understand.plans.plan_history import named_back
from assistant.understand.plans.plan_results import plan_topic
from assistant.understand.text.matcher import Text, read

# The topic is left: 「話は変わるけど、」「AAMASの話はもういい。」「いまのは忘れて。」. Going back to it (話を戻すと) is none of these.
LEAD_IN = r"(?:(?:ちょっと|少し|全然|ぜんぜん|全く|まったく|まるで|がらっと|いったん|では|じゃあ?|あ|えーと|すみません(?:が)?|失礼(?:ですが)?)[、,]?\s*)*"
LEFT = re.compile(
    rf"^{LEAD_IN}(?:"
    r"(?:話|話題|テーマ)(?:は|が|を|も)?(?:ころっと|がらりと|がらっと|少し|ちょっと|全然|全く)?(?:変わ|変え|替え|かわ|かえ|それ(?=ま|る)|飛[びん])[^。、!]{0,12}|"
    r"(?:別|違う|べつ|ほか|他)の?(?:話|件|質問|テーマ|話題)(?:です|だ|なん|に|を|で)?[^。、!]{0,8}|"
    r"(?:いま|今|さっき|先ほど|これまで|ここまで|前)の(?:話|質問|件|やつ)?(?:は|を)?(?:もう)?(?:全部|いったん|一旦)?(?:忘れ|わすれ|置い|おいと|無視し|なかったことに|もういい|終わり|おしまい)[^。、!]{0,8}|"
    r"(?:それ|これ)は(?:さておき|ともかく|(?:いったん|一旦)?(?:置い|おい)と?[^。、!]{0,6}|もういい[^。、!]{0,4})|"
    r"[^。、!??]{1,14}の(?:話|件)は(?:もう)?(?:いい|結構|おしまい|終わり|やめ|十分|忘れ|置い)[^。、!]{0,8}|"
    r"閑話休題|余談(?:だ|です|なん)[^。、!]{0,6}|(?:completely )?(?:different|another|new) (?:topic|question)|changing the subject"
    r")[。、,.!:]\s*",
    re.IGNORECASE,
)
# 「さっきの推論の話に戻って」: the matter by its name, asked anew.
BACK_TO = re.compile(rf"^{LEAD_IN}(?:さっき|先ほど|さきほど|前|最初|はじめ)?の?(?P<matter>(?!最初|元|もと|本題|前|先|その|この|今)[^、。??]{{2,20}}?)の(?:お?話|件|話題|テーマ|ところ)(?:に|へ)(?:話を)?(?:戻|もど)(?:って|り(?:たい|ます)|る|す|して|し|そう|ろう)[^。、??]{{0,8}}[。]?$")
# A slip is owned to: 「言い間違えました2011年です」「2017年の間違いでした」「正しくはEMNLP」.
SORRY = r"(?:(?:あっ|あれ|あ|おっと|いや|えっと|すみません|すいません|すまん|ごめん(?:なさい)?|失礼(?:しました|いたしました)?|申し訳(?:ありません|ない)|恐れ入ります)[、。,!]?\s*)*"
OWNED = re.compile(rf"^{SORRY}(?:私の|こちらの)?(?:言い|聞き|打ち|書き|読み|見)?(?:間違え|取り違え(?=て)|間違い|まちがえ|まちがい|間違っ|まちがっ|違え|ミス)(?!な|じゃ|では|が)(?:まし|て(?:い)?まし|ており|てい)?(?:た|でした|です|だった|だ)?(?:ので|が|けど|わ|よ)?[、。,!]?\s*(?=.)")
WRONG = re.compile(r"の(?:言い|聞き|打ち|書き)?(?:間違い|まちがい|間違え|誤り|ミス)(?:でした|です|だった|だ)?(?:ね|よ|わ)?(?=[、。!]|$)")
RIGHT = re.compile(rf"^{SORRY}(?:(?:正しくは|正確には|本当は|ほんとは|ほんまは)[、,]?\s*|訂正(?:します|させてください|です|ね)?[、。:,]\s*)")
THOUGHT_BETTER = re.compile(r"^(?:あ[、,]?)?(?:やっぱり?|やはり)[、,]?\s*")
BROKEN_OFF = re.compile(r"(?:\.{2,}|…+|―+)、?(?=(?:じゃ|では)な)")
# 「画像は?」「vision」「言葉のほうに絞ると」: a short name of a field where a follow-up names what it is about. What can also be made or shown
# (「画像にして」「文章で」) is a field only where the words say so.
STARTS = r"(?:^|(?<=[、。,!??])\s*|(?<=[^A-Za-z\s]\s))(?:(?:じゃあ?|では|でわ|ほな|ほんなら|そしたら|したら|次は?|それを?|あと|で、|今度は|同じ年の|同じく)[、,]?\s*)*"
SIDE = r"(?:(?:の)?(?:ほう|方|側|畑)|系)?(?:だけ)?"
TOPICAL = r"(?=は|だと|では|なら|やったら|やと|だったら|に(?:絞|しぼ|限|戻|もど|変|替|換|かえ|切|移|したら|すると|すれば)|も(?:[、。??]|$|お願い|頼|教)|が(?=[^。、]{0,4}(?:多|高|少な|低|上|強))|[、。??]|$)"
SHOWN = r"(?=に(?:し|す)|で(?:お願い|頼|も|$|[、。??])|を(?:教|頼|お))"
MADE = ("画像", "映像", "文章", "会話", "写真", "動画", "言葉", "ことば", "コトバ", "翻訳", "検索", "データ分析", "プログラム", "推薦", "通信")
ENGLISH = {"vision": "vision", "robotics": "robotics", "security": "security", "databases": "databases", "networking": "networks", "language": "nlp"}
LOWER = re.compile(r"(?<![a-z0-9_.-])([a-z]{3,6})(?=\s*(?:だと|では|は[??。]?$|で(?:お願い|頼|も|は|同|$|[、。??])|なら|に(?:し|絞|限|変|替|切)|も[??。]?$|やったら|[??]?$))")


def taken(text: Text, previous: Question | None, data: Question | None) -> tuple[Text, Question | None, Question | None]:
    """The message as it is to be read, and the questions it may lean on: `previous`, and the last one about figures."""
    previous, data = (previous if STYLE_ONLY.match(text.folded) else measured(previous)), measured(data)
    if match := LEFT.match(text.folded):
        rest = text.folded[match.end() :].strip()
        if len(rest) > 1:
            return (read(rest), previous, data) if BARE.match(rest) and previous is not None else (read(rest), None, None)
    if previous is not None and (back := BACK_TO.match(text.folded)) is not None and not (plan_topic(previous) and named_back(text.folded)):
        return read(f"{back['matter']}について教えてください"), None, None
    if data is None and previous is not None and (previous.intent in DATA_INTENTS or previous.intent == "explain" and previous.subjects):
        data = previous if previous.intent in DATA_INTENTS else previous.with_(intent="figure", statistic="level")
    if data is not None and not data.years and OWNED.match(text.folded) and (years := read_period(data.text).years):  # the year of a conference that is not the one meant
        data = data.with_(years=years[-1:])
        previous = data if previous is not None and previous.text == data.text else previous
    return (text if data is None else read(in_full(put_right(text.folded)))), previous, data


def measured(question: Question | None) -> Question | None:
    """The share of a group whose members were told, or the course of what was counted in other ways: what the next question goes on from."""
    if question is not None and question.family == "robustness":
        return question.with_(intent="trend", statistic="trend", family=None, computed=None)
    if question is None or question.statistic not in ("members", "member"):
        return question
    return question.with_(intent="figure", statistic="level", subjects=question.subjects[-1:], ranked=None, option=None)


def put_right(text: str) -> str:
    """A slip told in so many words, as a plain follow-up: what is right instead."""
    right = THOUGHT_BETTER.sub("", RIGHT.sub("", OWNED.sub("", BROKEN_OFF.sub("", text))))
    return WRONG.sub("だと", right) if len(right) > 1 else text


def in_full(text: str) -> str:
    """Short names of fields, and conferences whose names are also words, written in full where they are the topic of a follow-up."""
    pattern, full, capitals = short_names()
    text = pattern.sub(lambda match: match["start"] + full[match["name"].lower()], text)
    return LOWER.sub(lambda match: match[1].upper() if match[1] in capitals else match[1], text)


@lru_cache(maxsize=1)
def short_names() -> tuple[re.Pattern, dict[str, str], frozenset[str]]:
    """The pattern of short names, the full name of the field of each, and the names of conferences that are read only in capitals."""
    words = prompts.lexicon("places")
    fields = {key: names[0] for key, names in words["fields"].items()}
    full = {name.lower(): fields[key] for group in ("topics", "side_by_side") for key, names in words[group].items() if key in fields for name in names}
    full |= {name: fields[key] for name, key in ENGLISH.items()}
    plain = [name for name in full if name not in MADE]
    names = rf"(?:(?:{joined(plain)}){SIDE}(?:{TOPICAL}|{SHOWN})|(?:{joined(MADE)}){SIDE}{TOPICAL})"
    pattern = re.compile(rf"(?P<start>{STARTS})(?={names})(?P<name>{joined(full)})(?![a-z]|(?![側方系畑])[一-龥])", re.IGNORECASE)
    return pattern, full, frozenset(name.lower() for name in words["exact_only"])
