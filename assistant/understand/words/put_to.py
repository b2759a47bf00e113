"""A question or an objection that somebody puts to the asker: 「社長に『なぜ今なのか』と突っ込まれたら」 「議会で『税金を使う意味があるのか』と質問されたときの答弁」.
It is answered itself, in words to say; what it doubts is told by its own words (prompts/phrases/objections.yaml)."""

import re
from functools import lru_cache

import prompts
from assistant.models import Question
from assistant.understand.cues.intent import QUESTION_OF_VALUE
from assistant.understand.cues.worded import BELIEVED
from assistant.understand.names.labels import PLAN
from assistant.understand.plans.each_plan import compared_last
from assistant.understand.plans.investment import read_investment
from assistant.understand.plans.investment_asked import weighs_renting
from assistant.understand.plans.plan_results import backing, plan_topic
from assistant.understand.plans.plan_talk import plan_told
from assistant.understand.text.lengths import shorter_wanted
from assistant.understand.words.objections_wanted import ANSWERS, objections_wanted

REPLY = "reply"
UNHELD = "unheld"
LONGEST, SHORT = 160, 40  # characters
QUOTED = re.compile(r"[「『“\"](?P<said>[^「」『』“”\"]{3,70})[」』”\"]")
TO = r"(?:など|なんて|みたいな(?:こと)?|という(?:ような|ふうな)?|といった|っていう|ちゅう|との|って|と|て|とか|を|、)*"
MATTER = r"(?:質問|疑問|指摘|声|意見|批判|懸念|反論|異論|苦情|問い|突っ込み|ツッコミ|つっこみ|声掛け|話)"
PASSIVE = r"(?:聞か|訊か|きか|問わ|尋ねら|たずねら|質問さ|言わ|いわ|突っ込ま|突込ま|つっこま|ツッコま|指摘さ|批判さ|反論さ|反対さ|詰めら|詰め寄ら|責めら|迫ら|追及さ|追求さ|疑わ|心配さ|文句を言わ|問い詰めら|問いただされ|返さ|ぶつけら|投げら|攻めら|噛みつか|叩か|突き上げら|つめら|詰問さ)れ"
ACTIVE = r"(?:聞い|訊い|言っ|言う|言うて|突っ込ん|つっこん|反対し|質問し|迫っ|詰め寄っ|攻め)(?:て)?(?:き|来|く|い|る)"
PUT_AFTER = re.compile(rf"^{TO}、?(?:{MATTER}[^。、「」]{{0,6}}?)?[^。、「」]{{0,8}}?(?:{PASSIVE}|{ACTIVE}|(?:{MATTER})(?:が|も)(?:出|来|飛|上が|寄せ|あ)|(?:{MATTER})(?:に|へ)(?:は|の|対)?)")
ANSWERED = re.compile(rf"^{TO}(?:への|に対する|に対して|にどう|に何と|には何と|に)(?:の)?[^。、「」]{{0,8}}?(?:答|返|回答|反論|切り返|答弁|説明|備え|コメント)")
# What is wanted of it: words to answer with.
WISH = re.compile(r"答え|こたえ|返[すしせそ](?!済)|返答|返事|回答|答弁|応答|受け答え|切り返|言い返|言え(?:ば|た|る)|言うたら|言ったら|説明(?:すれ|した|の仕方|を)|どう(?:言|説明|対応|応|かわ|切り抜|したら|すれば)|なんて|何て|なんと|何と|何を言|どない|どげん|どがん|反論|乗り切|備え|セリフ|台詞|フレーズ|トーク|文案|一言|ひとこと|言葉|言い方|言い回し|reply|answer|respond")
ENDS_IN_IF = re.compile(r"(?:れたら|れた(?:とき|時|場合)|きたら|来たら|れそう|れると|れるはず)(?:です|だ)?(?:は|に|の|、|どう|困る|困ります|お願い(?:します)?)*[。、??]*$")
# The same without quotation marks: what stands before 「と聞かれたら」, behind who says it.
SPEAKER = r"(?:[^。、「」\s]{1,14}(?:に|から|より)|議会で|総会で|会見で|役員会で|取締役会で|会議で|現場で|窓口で)[、,]?"
UNQUOTED = re.compile(rf"(?:^|[。、])(?:あと|それと|で|次に|もし)?[、,]?(?:{SPEAKER})?(?P<said>[^。「」]{{4,60}}?)(?:っ|っ?ていうふうに)?(?:と|って|て|とか)(?:{SPEAKER})?(?:{MATTER}[^。、]{{0,4}})?{PASSIVE}")
# An opinion that is raised by nobody in particular: 「共同研究のほうが良いという意見が出たら」 「クラウドで十分やろ言う人がおったら」.
SOMEBODY = r"(?:人|者|方|かた|役員|社員|取締役|株主|部長|奴|やつ|向き)"
RAISED = re.compile(rf"(?:^|[。、])(?:あと|それと|で|次に|もし|仮に)?[、,]?(?:{SPEAKER})?(?P<said>[^。「」]{{4,60}}?)(?:という(?:ような)?|って(?:いう)?|との|といった|っちゅう|ちゅう|(?:と|って|っ)?(?:いう|言う|言い出す|主張する|反対する))(?:反対の?)?(?:{MATTER}|{SOMEBODY})(?:が|も|に(?:は|対して(?:は)?|対する)?|から|へ(?:の|は)?)(?:反対|批判|指摘)?(?:さ|を)?、?(?:出|来|きた|飛ん|上が|挙が|あが|寄せ|あ[っるり]|おっ|お[るり]|い(?:たら|る|れば|た)|現れ|どう|何と|なんと|なんて|何て|どない|答|返|反論|切り返)")
DEFINED = re.compile(r"(?:とは|って)(?:何|なに|なん)|どういう意味|の意味(?:は|って)|何の略")
OF_SOURCE = re.compile(r"根拠|出典|出所|出どころ|ソース|裏付け|どこの(?:数字|データ)")
BASIS = re.compile(r"(?:論文|研究(?!者)|文献|エビデンス|資料|調査)")
OF_REPLY = re.compile(r"^(?:で、|じゃあ?|では|あと)?[、,]?(?:その|この|今の|いまの|上の|さっきの)?(?:答え|返し|返答|答弁|回答|言い方|それ|これ)?(?:の|を|に|で)*(?:根拠|裏付け|裏づけ|裏|支え|証拠|後ろ盾)")
AND_THEN = re.compile(r"[。、](?:あと|それと|それから|ほんで|ついでに|加えて|次に)[、,]?")


def said_in(text: str) -> str | None:
    """What somebody puts to the asker, where a message (as `read` folds it) wants words to answer that; None for any other message."""
    if len(text) > LONGEST or BELIEVED.search(text):
        return None
    for match in QUOTED.finditer(text):
        after, others = text[match.end() :], text[: match.start()] + text[match.end() :]
        if (PUT_AFTER.match(after) or ANSWERED.match(after)) and (WISH.search(others) or ENDS_IN_IF.search(after)):
            return match["said"]
    match = UNQUOTED.search(text) or RAISED.search(text) if "「" not in text and "『" not in text else None
    wanted = match is not None and (WISH.search(text[match.end() :]) or ENDS_IN_IF.search(text))
    return match["said"] if wanted and topic_of(match["said"]) is not None else None


@lru_cache(maxsize=1)
def topics() -> dict[str, re.Pattern | None]:
    """What an objection may doubt → the pattern of its words; None for what no words tell."""
    table = prompts.table("phrases/objections")
    return {name: re.compile("|".join(entry["cues"])) if entry["cues"] else None for name, entry in table.items()}


def topic_of(said: str) -> str | None:
    """What an objection doubts: the topic whose words are most of it, the first of equals; None where no words tell."""
    covered = {name: sum(len(match.group()) for match in pattern.finditer(said)) for name, pattern in topics().items() if pattern is not None}
    best = max(covered, key=covered.get)
    return best if covered[best] else None


def put_to(text: str, previous: Question | None) -> Question | None:
    """The question (intent phrases, `advice` reply and what is doubted) for such a message, or for several objections at once; None for any other, and where a value, a meaning, the source
    of our figures or what backs a plan's own figure is asked for. What was calculated stands behind PLAN in its topic; `parts` holds the words told before, where those are to be shorter too."""
    if (several := objections_wanted(text, previous)) is not None:
        return several
    said = said_in(text) if not ANSWERS.search(text) else None  # 「想定問答を3つ」 wants more than a reply
    if backing(text) is not None and plan_topic(previous):  # 「部長に「効果500万の根拠は?」と聞かれたら」 doubts the plan's own figure
        return None
    if said is None or DEFINED.search(said) or OF_SOURCE.search(said) and topic_of(said) != "premise" or QUESTION_OF_VALUE.search(said):
        return None
    topic = topic_of(said) or UNHELD
    plan = plan_of(topic, previous)
    asked = Question(text=text, intent="phrases", resolved=text, topic=f"{text}{PLAN}{plan}" if plan else text, advice=(REPLY, topic), inherited=("amounts",) if plan else ())
    first = AND_THEN.split(text)[0]
    if said in first or previous is None or not shorter_wanted(first):
        return asked
    told = previous.intent == "phrases" and not previous.advice and PLAN not in previous.topic
    return asked.with_(parts=(previous.with_(topic=f"{first}\n{previous.topic}"),)) if told else asked


def plan_of(topic: str, previous: Question | None) -> str:
    """The sum that bears on what is doubted: that of the talk, or the standard one of what the objection is about; empty for none."""
    entry = prompts.table("phrases/objections")[topic]
    plan = (plan_told(previous) or previous.plan) if previous is not None and "plan" in entry else ""
    if "sum" not in entry:
        return plan
    told = [read_investment(line) for line in plan.split("\n")]
    held = entry["sum"].get("several") and bool(compared_last(plan.split("\n"))) or any(set(entry["sum"]["of"]) & set(each.strategies) or "buy_gpu" in entry["sum"]["of"] and (each.rent is not None or each.price is not None) for each in told)
    return plan if plan and (held or any(map(weighs_renting, plan.split("\n"))) and "buy_gpu" in entry["sum"]["of"]) else entry["sum"]["ask"]


def behind_reply(text: str, previous: Question | None) -> Question | None:
    """The question for papers that bear on what was replied to last: 「その答えの根拠になる論文はありますか」; None for any other."""
    if previous is None or previous.advice[:1] != (REPLY,) or len(text) > SHORT or not (OF_REPLY.search(text) and BASIS.search(text)):
        return None
    entry = prompts.table("phrases/objections")[previous.advice[1]]
    if "works" not in entry:
        return Question(text=text, intent="paper", resolved=text, topic=text, blocker="reply_unbacked", blocker_details={"name": entry["name"]})
    return Question(text=text, intent="paper", resolved=text, topic=entry["works"], inherited=("topic",))


__all__ = ["REPLY", "UNHELD", "behind_reply", "put_to", "said_in", "topic_of"]
