"""Questions around a plan: whether to build AI oneself or to buy it ready-made, and going back to the plan calculated earlier in a conversation."""

import re

import prompts
from assistant.models import Question
from assistant.understand.cues.pointed_back import OF_MODELS, OF_RESEARCH, REPLIED, WHICH_TO_START
from assistant.understand.names.recent import explained
from assistant.understand.plans.investment import Investment, read_investment
from assistant.understand.plans.plan_asked import within_years
from assistant.understand.plans.plan_results import plan_topic
from assistant.understand.text.matcher import Text
from assistant.understand.words.advice import FITS_OF

READY = r"(?:出来合い|できあい|既製品?|市販|パッケージ|saas|外部(?:の)?(?:サービス|製品|ツール|ベンダー|業者)|よその|他社の|ベンダーの?(?:製品|サービス)?|完成品|既存の(?:サービス|製品|ツール))"
OF_AI = r"(?:ai|人工知能|生成ai|ツール|サービス|製品|システム|ソフト|モデル|もの|の)?"
TAKEN = r"(?:買|購入|契約|導入|使|入れ|利用|頼)"
SELF_MADE = r"(?:内製|自社開発|自前(?:で)?(?:作|つく|開発)|自社で(?:作|つく|開発)|自分で(?:作|つく)|社内で(?:作|つく|開発))"
READY_TAKEN = re.compile(rf"{READY}[^。]{{0,12}}?{OF_AI}(?:を|で|に|の|が)?[^。]{{0,8}}{TAKEN}", re.IGNORECASE)
EITHER = re.compile(rf"{SELF_MADE}[^。]{{0,24}}(?:買|購入|外部|外注|既製|市販|出来合い|パッケージ)|(?:買|購入|外部|外注|既製|市販|出来合い|パッケージ)[^。]{{0,24}}{SELF_MADE}", re.IGNORECASE)
WEIGHED = re.compile(r"済む|済ま|十分|早い|早く|安い|安く|いい|良い|よい|得|べき|方が|ほうが|どちら|どっち|ではない|じゃない|でしょうか|だめ|ダメ|成功|[??]")
MACHINES = re.compile(r"gpu|サーバ|計算機|マシン|計算資源|クラウド|スパコン|論文|学会|会議|割合|研究者", re.IGNORECASE)
QUESTION = "内製と外部購入、どちらが成功しやすい?"


CALCULATED = ("roi", "document")
# A way that the asker has settled on.
CHOSEN = re.compile(r"(?:が|で|を|に|案)[^。、]{0,10}?(?:提案し|進めたい|進める(?:つもり|こと|方向)|推し|推す|選びた|選ぶこと|決め(?:た|まし|よう)|いきたい|行きたい|しようと思|したいと思|やりたい|やろうと|始めたい|使いたい)")
LONGEST = 60  # characters of a follow-up that goes back to a plan
THE_PLAN = re.compile(r"(?:この|その|さっきの|先ほどの|今の|いまの|上の|前の)(?:計画|案|投資|試算|採算|前提|内容|条件)")
RESULT = re.compile(r"^(?:では|じゃあ?|それは?|これは?|この計画は?)?、?(?i:npv|roi|irr|採算|期待値|赤字|黒字|儲か|元[はが]取れ|回収|損益分岐)[^。論文会議]{0,16}$")
# What only a plan has: a length of years alone may be one of figures.
SLOTS = ("initial", "production", "benefit", "cost", "labour", "staff", "delay", "begins", "start", "subsidy", "granted", "research", "rate", "tax")


def make_or_buy(text: str) -> Question | None:
    """The question as the documents answer it; None for any other."""
    if MACHINES.search(text) or not WEIGHED.search(text) or not (READY_TAKEN.search(text) or EITHER.search(text)):
        return None
    return Question(text=text, intent="paper", resolved=text, topic=QUESTION)


def supposes_grant(text: Text, previous: Question | None) -> bool:
    """Whether a message supposes a subsidy or a price of a told size for the plan just calculated, and asks for no scheme and no list price."""
    if previous is None or previous.intent not in CALCULATED or not previous.topic:
        return False
    told = read_investment(text.folded)
    return told.grant_delay is not None or told.conditional and any(getattr(told, name) is not None for name in ("granted", "subsidy", "rent", "cost", "budget", "initial"))


def with_plan(question: Question, previous: Question | None) -> Question:
    """The question with the plan that the conversation calculated last and the paper that it told of last, for a later follow-up."""
    calculated = question.intent == "roi" or question.intent in ("document", "strategy") and "amounts" in question.inherited or chooses_way(question) or question.advice[:1] == (FITS_OF,)
    plan, work = ("", "") if previous is None else (previous.plan, previous.paper or previous.work)
    return question.with_(plan=question.topic if calculated else plan, work=work, explained=explained(previous))


def chooses_way(question: Question) -> bool:
    """Whether a message says which way it wants to go: 「共有クラウドがいいって提案したい」."""
    told = read_investment(question.text)
    return len(told.strategies) == 1 and not told.amounts_told and question.intent in ("strategy", "paper", "explain", "limits") and CHOSEN.search(question.text) is not None


def back_to_plan(text: Text, previous: Question | None) -> Question | None:
    """The last question, or the plan before it where a message changes or asks about that: 「効果が半分だと?」 after papers."""
    if previous is not None and previous.intent == "document" and "answer" not in previous.inherited and len(text.folded) <= LONGEST and (of_the_plan(text) or RESULT.search(text.folded)):
        return previous.with_(intent="roi", topic=plan_topic(previous))  # the plan of the document
    if previous is None or not previous.plan or previous.intent in CALCULATED or len(text.folded) > LONGEST:
        return previous
    if OF_RESEARCH.search(text.folded) or OF_MODELS.search(text.lowered) or REPLIED.search(text.folded):
        return previous
    return previous.with_(intent="roi", topic=previous.plan) if of_the_plan(text) else previous


def of_the_plan(text: Text) -> bool:
    """Whether a message is about the plan: it names it, changes one of its amounts, or asks for a result that only a plan has."""
    told = read_investment(text.folded)
    changed = told.factors or told.differences or told.chances or any(getattr(told, name) is not None for name in SLOTS)
    asked = any(word in text.lowered for name, words in prompts.lexicon("investment")["focus"].items() if name in ("failure", "loss_probability", "irr", "payback", "tornado", "to_stop", "to_go") for word in words)
    named = bool(told.strategies) and told == Investment(strategies=told.strategies) and told.same
    return bool(THE_PLAN.search(text.folded) or changed or told.alone or asked or within_years(text.folded) or named or WHICH_TO_START.search(text.folded))
