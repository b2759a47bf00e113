"""Questions to put to somebody, or to expect from them, about what was talked of: 「執行側に聞くべき質問を3つ」「何を聞けばいい?」「突っ込むべき点は」."""

import re
from collections.abc import Callable

from assistant.models import Question, Subject
from assistant.understand.cues.intent import DATA_INTENTS
from assistant.understand.names.labels import PLAN
from assistant.understand.plans.plan_talk import plan_to_word
from assistant.understand.text.matcher import Text

TO_ASK, EXPECTED = "ask", "expected"
ON_ADVICE = "topic"  # in `inherited`: what was told last is advice, which no figure of papers stands for
LONGEST = 60  # characters
GIVEN = r"(?:挙げ|あげ|考え|作[っりる]|つくっ|出し|用意|くだ|下さ|教え|ほし|欲し|お願い|おねがい|ちょうだい|頂戴|並べ|書[いき]|文章|知りた|[。??]|$)"
QUESTIONS = re.compile(rf"(?:質問|問い(?!合|あわせ)|問いかけ)(?:事項|項目|案|例|リスト)?(?:を|は|って|だと|として)?、?(?:[^。、??]{{0,24}}?){GIVEN}")
WHAT_TO_ASK = re.compile(
    r"(?:聞[くい]|訊く|尋ねる|問う|問いただす|ぶつける|投げ(?:る|かける)|質問す|確認す|追及す|追求す)べき|何(?:を|て)?、?(?:聞[けい]|訊[けい]|尋ね|問[えう]|質問すれ|質問した|確認すれ|ぶつけ)(?:ば|たら|るべき|るといい)|"
    r"突っ込(?:むべき|める|みどころ|み所|みたい|むなら|むとしたら)|ツッコミどころ|(?:部下|現場|担当者?|執行側|執行部|経営陣|役員|社長|専務|部長|事業部|情シス|ベンダー|業者|相手|先方|大学|銀行)に(?:は)?(?:聞く|尋ねる|確認する|確かめる|質問する|聞いておく|確認しておく)(?:べき)?(?:こと|点|ところ|内容|もの|の)(?:は|を|って|[。??]|$)"
)
TO_COME = re.compile(r"(?:何|なに|どんなこと|どういうこと)(?:と|を|て|って)?、?(?:聞か|訊か|問わ|突っ込ま|つっこま|質問さ)れ(?:る|そう|ます)(?!ば|と)|(?:聞かれ|問われ|尋ねられ|質問され|突っ込まれ)(?:そうな|かねない|る(?:だろう|はずの|かもしれない)?)?(?:質問|こと|点|ところ)(?:は|を|って|に|[。??]|$)|想定(?:される)?(?:質問|問答)(?:(?:を|は|って|も)[^。、]{0,8}(?:教え|挙げ|作|出し|考え|くだ|下さ|ほし|欲し|お願)|(?:を|は|って)?[??。]*$)")
OF_THEM = re.compile(r"聞かれ|問われ|尋ねられ|質問され|突っ込まれ|質問に(?:は)?答|質問が(?:ある|あり|来)|(?:私|僕|こちら)の質問|よくある質問|質問(?:を|の)(?:変|終)|次の質問|ここ(?:で|に)|このチャット|このツール|あなた|あんた|君|きみ|貴サービス|初めて|はじめて|使い方|質問(?:でき|して(?:も|い))|質問です|質問だ|論文(?:に|の著者|を)|word|ワード|スライド|資料に|アンケート|弱点|限界|言えない")
ASKED_OF = re.compile(r"執行|役員|経営|会社|取締|社長|専務|常務|部下|現場|会議|株主|労使|総会|審査|稟議")
OTHERS_ASKED = re.compile(r"大臣|議員|首相|総理|知事|市長|町長|長官|官僚|官庁|役所|省庁|講師|登壇者|先生|教授|学長|ベンダー|業者|銀行|監査役")  # where it is told how many are wanted
HOW_MANY = re.compile(r"([1-5一二三四五])(?:つ|個|点|問|本|件|項目)")
DIGITS = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5}
USUAL = 3
NAMED = re.compile(r"参加率|共著|単独率|割合|比率|シェア|大手テック|ビッグテック|集中度")
MOST_SUBJECTS = 2


def wanted(text: Text, previous: Question | None) -> str | None:
    """`ask` or `expected`, what kind of questions a message wants; None for any other message."""
    if len(text.folded) > LONGEST:
        return None
    if previous is not None and previous.paper is None and TO_COME.search(text.folded) and not OF_THEM.search(TO_COME.sub("", text.lowered)):
        return EXPECTED
    if OF_THEM.search(text.lowered):
        return None
    if previous is None:
        if QUESTIONS.search(text.folded) and OTHERS_ASKED.search(text.folded) and how_many(text.folded):
            return TO_ASK
        return TO_ASK if QUESTIONS.search(text.folded) and ASKED_OF.search(text.folded) and re.search(r"べき|投げ|ぶつけ|尋ね|[つ個点問](?:ほど|くらい)?", text.folded) else None
    return TO_ASK if QUESTIONS.search(text.folded) or WHAT_TO_ASK.search(text.folded) else None


def how_many(text: str) -> int | None:
    """How many questions are to be told of; None where the text does not say."""
    number = HOW_MANY.search(text)
    return int(DIGITS.get(number[1], number[1])) if number else None


def to_ask(text: Text, previous: Question | None, data: Question | None, read_alone: Callable[[Text], Question]) -> Question | None:
    """The question (intent phrases, `advice` its kind, `count` how many) on what was told last; None for any other."""
    if (kind := wanted(text, previous)) is None:
        return None
    asked = Question(text=text.folded, intent="phrases", resolved=text.folded, topic=text.folded, advice=(kind,), count=how_many(text.folded) or USUAL)
    if NAMED.search(text.folded) and (alone := read_alone(text)).subjects:
        return asked.with_(subjects=alone.subjects[:MOST_SUBJECTS], places=alone.places[:1])
    if plan := plan_to_word(text, previous):
        return asked.with_(topic=f"{text.folded}{PLAN}{plan}", inherited=("amounts",))
    if previous is not None and previous.intent == "strategy":
        return asked.with_(inherited=(ON_ADVICE,))
    told = data if data is not None else previous if previous is not None and previous.subjects else None
    if told is None:
        return asked
    lately = (*told.recent_subjects, *told.subjects)
    subjects = tuple(dict.fromkeys(reversed(lately)))[:MOST_SUBJECTS]
    of_area = told.places[:1] if told.intent in DATA_INTENTS else ()
    return asked.with_(subjects=subjects or (Subject("firm_share"),), places=of_area, inherited=("subjects",))
