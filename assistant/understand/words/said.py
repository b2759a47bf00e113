"""Words to say in a meeting, asked for in a talk: they carry what was told last, a figure or the result of a plan."""

import re

import prompts
from assistant.models import Question, Subject
from assistant.understand.cues.intent import DATA_INTENTS
from assistant.understand.names.labels import PLAN
from assistant.understand.plans.plan_talk import plan_to_word, sentence_wanted
from assistant.understand.text.matcher import Text
from assistant.understand.words.chosen_phrases import TELL
from assistant.understand.words.drafts import PRIVATE
from assistant.understand.words.manners import only_occasion
from assistant.understand.works.model_costs import COSTS

TOLD = (*DATA_INTENTS, "why", "explain", "limits")
# 「30秒で言えるように」「役員会でそのまま読める一文を」「記者に聞かれたときの言い回しを三つ」: words to say are wanted, and nothing of the figures is named by them.
WANTED = re.compile(
    r"言い回し|言い方|フレーズ|台詞|せりふ|セリフ|一文(?:を|で|に|くだ|下さ|欲|ほ|お願|$)|(?:30|三十|60|六十|15|十五)秒[でに](?!何)|1分で(?:言|話|説明|しゃべ)|そのまま(?:読|言|使|口に)|何と(?:言え|返せ|説明すれ)|(?:言え|話せ|読め|しゃべれ|伝えられ)る(?:よう|形|言葉|文)|(?:どう|何て|なんて)(?:言えば|説明すれば|伝えれば|話せば)|一言(?:を|くだ|下さ|欲|ほ|お願|ちょうだ)|(?:に|へ|には|から)(?:は|も)?、?(?:何て|なんて|何と|なんと|どう)(?:説明|伝え|答え|話|報告)(?:す(?:る|れば|べき)|し(?:たら|ます|よう)|る|たら|れば|せば|そう)|(?<!論文)(?:で|に)使える(?:よう|形|かたち)(?:に|で)|(?:に|へ)(?:は)?、?(?:一言|ひと言|ひとこと)で(?:言う|言え|伝え|説明|話)|phrases?\b|elevator (?:pitch|talk)|エレベーター?(?:ピッチ|トーク|で)"
)
# 「社内報向けに」 「朝礼で話すネタとして」: nothing but whom or what the words are for.
OCCASION = re.compile(r"^(?:じゃあ?|では|それを|これを|今のを)?[、,]?[^\s、。はがを]{1,12}(?:(?:用|向け|むけ|宛て?|あて)(?:に(?:して|まとめて|書いて|作って|直して|お願い|くだ|下さ|[1-5一二三四五\d]+(?:つの)?(?:文|字)|$)|の(?:文|コメント|原稿|メモ|言葉|説明)|[。]?$)|で(?:話す|使う|言う|しゃべる|紹介する)(?:ネタ|内容|話|こと|原稿|文|セリフ|ひと言|一言)(?:として|に|を|で|$))|^(?:じゃあ?|では|それを|これを|今のを)?[、,]?[^\s、。はがを]{1,12}(?:(?:で|に)(?:話す|使う|使いたい|言う|言いたい|しゃべる|紹介する|発表する|話したい|説明する|説明したい|伝えたい|教えたい|報告する|報告したい)(?:ん|の)?(?:です|だ|や)?(?:ので|から|んで|けど|ため|さかい)?(?:お願い(?:します)?|頼む|よろしく)?)[。、]?$|^(?:(?:i|we) (?:need|want) (?:this|it) )?(?:for|to (?:explain|tell|show|present|report)(?: (?:this|it))? (?:to|for)) (?:my|our|the) [a-z ]{2,20}[.!]?$", re.IGNORECASE)
THE_FIGURES = re.compile(r"何%|何割|どのくらい|どれくらい|推移|いくつ|何本|率は[??]?$|割合は[??]?$")
LEFT = re.compile(r"(?:計算資源の)?格差(?:を|に|の|について)|AI(?:活用|投資|導入)(?:を|に|の|について)")
# 「根拠になる数字を一つだけください」 after them: the figure they carry.
NUMBER_BEHIND = re.compile(r"(?:根拠|裏付け|裏づけ|元)(?:に|と)?(?:なる|なった|の|になっている)?(?:数字|数値|データ)|(?:数字|数値|データ)(?:を|は)?(?:一つ|1つ|ひとつ)|(?:数字|数値)の(?:根拠|中身|出どころ)|(?:一番|いちばん|最も)大事な数字")
CARRIED = {"university": Subject("firm_university_share"), "public": Subject("firm_university_share")}  # see assistant/phrases/figures.py
LONGEST = 48  # characters


def behind(question: Question, previous: Question, text: Text) -> Question | None:
    """The figure, or the plan, that the words to say carry; None where it is not asked for."""
    if not NUMBER_BEHIND.search(text.folded) or question.subjects or question.places or question.years:
        return None
    if PLAN in previous.topic:
        return question.with_(intent="roi", topic=previous.topic.partition(PLAN)[2], inherited=("amounts",), blocker=None, statistic="level")
    scene = previous.topic.partition("\n")[0]
    covered = {name: sum(len(cue) for cue in entry["cues"] if cue in scene) for name, entry in prompts.table("phrases/situations").items()}
    usual = CARRIED.get(max(covered, key=covered.get), Subject("firm_share")) if any(covered.values()) else Subject("firm_share")
    return question.with_(intent="figure", statistic="level", subjects=previous.subjects or (usual,), places=previous.places, years=previous.years, blocker=None, inherited=("all",), paper=None, term=None)


def to_say(question: Question, previous: Question, data: Question | None, text: Text) -> Question | None:
    """The question for phrases on what was told last; None for any other, and where it names a matter of its own."""
    wanted = question.intent == "phrases" or OCCASION.search(text.folded) is not None or only_occasion(text.folded) or sentence_wanted(text.folded) or WANTED.search(text.folded) is not None and not THE_FIGURES.search(text.folded)
    if not wanted or len(text.folded) > LONGEST or question.paper or LEFT.search(text.folded) or PRIVATE.search(text.folded):
        return None
    named = any(place.kind != "area" for place in question.places) or bool(question.years) or question.intent in DATA_INTENTS and question.subjects and not WANTED.search(text.folded)
    if named:
        return None
    asked = question.with_(intent="phrases", statistic="level", subjects=(), places=(), years=(), span=False, blocker=None, ranked=None, cue=None, asserted=None, claims=(), family=None, computed=None, parts=(), readings=())
    if plan := plan_to_word(text, previous):
        return asked.with_(topic=f"{text.folded}{PLAN}{plan}", inherited=("amounts",))
    if previous.intent == "strategy" and not previous.term:
        return asked.with_(topic=text.folded)
    if previous.intent in TOLD and previous.statistic not in ("computed", "members") and (shown := previous if previous.subjects else data if previous.intent in DATA_INTENTS else None):
        return asked.with_(topic=text.folded, subjects=shown.subjects[:1], places=shown.places[:1], years=shown.years[-1:], inherited=("subjects",))
    in_words = previous.intent in ("paper", "explain", "why", "limits", "strategy") and not previous.subjects and not previous.parts
    if in_words and (previous.paper or previous.term or previous.listed or previous.intent == "limits" or COSTS in previous.inherited):
        parts = (previous.with_(style="three", inherited=("all",), focus=None),)
        return asked.with_(topic=text.folded, advice=(TELL,), parts=parts, paper=previous.paper, listed=previous.listed)
    return asked.with_(topic=text.folded) if question.intent == "phrases" and previous.intent != "phrases" and not question.subjects else None
