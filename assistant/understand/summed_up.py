"""「ここまでの話を1分で」「以上をまとめて」: what the conversation measured lately, all of it, to be said or read in one go."""

import re

from assistant.models import Question, Subject
from assistant.understand.labels import PLAN
from assistant.understand.matcher import Text
from assistant.understand.plan_talk import plan_told

SUM = "sum"
LONGEST = 60  # characters
SO_FAR = r"(?:ここまで|これまで|今まで|いままで|以上|今日|本日|一連|さっきから)(?:の)?(?:話|内容|やり取り|やりとり|議論|結果|数字|質問|答え|回答|要点|説明|こと|点|全部)?"
GATHERED = r"(?:まとめ(?!た数字)|要約|整理|総括|振り返|おさらい|要点|ポイント|1分|一分|30秒|60秒|三行|3行|一言|ひとこと|話せる|言える|しゃべれる)"
WHOLE_TALK = re.compile(rf"{SO_FAR}(?:を|は|で|から|について|に|、|として)*[^。??]{{0,24}}?{GATHERED}|全部(?:を)?まとめ(?:て|る|ると)(?:[、。]|ください|下さい|言う|くれ|ほしい|$)|^(?:全体|話)を(?:通して)?(?:まとめ|要約|整理)")
ALOUD = re.compile(r"言え|話せ|しゃべれ|読め|読み上げ|1分|一分|30秒|60秒|口頭|スピーチ|発言|伝え")
OTHERS = re.compile(r"論文|研究|文献|20\d\d|19\d\d|word|ワード|スライド|パワポ|excel|エクセル|資料を?作|文書|試算|計画|[かカヶ]国|会議以上|以上の会議|%以上")


def summed_up(text: Text, previous: Question | None, data: Question | None) -> Question | None:
    """The question (intent phrases, `advice` sum) with what was measured lately, oldest first; of one thing or a plan, to be said aloud, the usual phrases. None for any other."""
    if previous is None or len(text.folded) > LONGEST or not WHOLE_TALK.search(text.folded) or OTHERS.search(text.lowered):
        return None
    asked = Question(text=text.folded, intent="phrases", resolved=text.folded, topic=text.folded)
    if plan := plan_told(previous):
        return asked.with_(topic=f"{text.folded}{PLAN}{plan}", inherited=("amounts",))
    if data is None:
        return None
    subjects = tuple(dict.fromkeys((*data.recent_subjects, *data.subjects))) or (Subject("firm_share"),)
    places = data.places[:1] if len(subjects) > 1 else tuple(dict.fromkeys((*data.recent_places, *data.places)))
    if len(subjects) * max(1, len(places)) > 1:
        return asked.with_(advice=(SUM,), subjects=subjects, places=places, inherited=("subjects",))
    return asked.with_(subjects=subjects, places=places, inherited=("subjects",)) if ALOUD.search(text.folded) else None
