"""What a follow-up leaves out is taken from the last question of the conversation."""

import re

from assistant.models import Question
from assistant.understand.matcher import Text

DATA = ("figure", "trend", "compare", "rank")
OPENERS = re.compile(
    r"^(?:じゃあ?|じゃ|では|でわ|それじゃ(?:あ)?|それでは|それなら|なら|ちなみに|あと|それと|逆に|で[、,]|同じく|同様に|一方で?|次に?は?|続いて|また|さらに|もし|and |what about|how about|then )"
)
POINTERS = re.compile(r"それ|その(?!他)|そこ|これ|この(?!\d|論文)|さっき|先ほど|上の|同じ|前の質問|今の(?:数字|話|質問|答え)")
BARE = re.compile(r"^.{1,18}(?:は|だと|では|なら|の場合は|の場合|だけでは|も|だけなら|に限ると|だけだと|で見ると|で見ると?どう|どう|について)[??]?(?:どう(?:です|でしょう|なる|かな)?か?|いかがですか)?[??。]*$")
STYLE_ONLY = re.compile(r"^(?:もっと|もう少し|より|少し|で、)?\s*(?:短く|手短に|簡潔に|詳しく|くわしく|丁寧に|グラフ(?:で|に|を)?|図で|チャートで)(?:見せて|お願い|して|ください|教えて|出して|まとめて|説明して|で)*[。!!??]*$")
WHY_ONLY = re.compile(r"^(?:それは|これは|で、|でも|じゃあ?|では)?\s*(?:なぜ|何故|どうして|なんで|理由は?|原因は?|背景は?)(?:です|でしょう|なの|なん)?(?:でしょう|です)?か?(?:教えて)?[。!!??]*$")


def complete(question: Question, previous: Question, text: Text) -> Question:
    """Fill `question` from `previous` when it is elliptical; else return it unchanged."""
    if STYLE_ONLY.match(text.folded):
        return restyled(question, previous)
    if WHY_ONLY.match(text.lowered):
        topic = previous.resolved if previous.intent in DATA else previous.topic
        return question.with_(
            intent="why", subjects=previous.subjects, places=previous.places, years=previous.years, span=previous.span,
            topic=f"{topic} {question.text}", inherited=("subjects", "places", "years"), blocker=None, paper=previous.paper,
        )  # fmt: skip
    if previous.intent not in DATA:
        return pointing(question, previous, text)
    if not elliptical(question, text):
        return question
    return inherit(question, previous)


def restyled(question: Question, previous: Question) -> Question:
    """「もっと短く」「グラフで」: the same question in another form."""
    style = question.style
    if style == "chart" and previous.intent == "figure":
        return previous.with_(text=question.text, intent="trend", statistic="trend", years=(), span=False, style=style, inherited=("all",))
    return previous.with_(text=question.text, style=style, inherited=("all",))


def pointing(question: Question, previous: Question, text: Text) -> Question:
    """After a worded answer, 「それ」「この論文」 keeps its topic for the search."""
    if previous.topic and (POINTERS.search(text.folded) or "この論文" in text.folded or OPENERS.match(text.lowered)) and not question.subjects:
        if question.intent in ("smalltalk", "help", "out_of_scope"):
            return question
        return question.with_(topic=f"{previous.topic} {question.text}", paper=question.paper or previous.paper, inherited=("topic",))
    return question


def elliptical(question: Question, text: Text) -> bool:
    """A data question with a part missing that leans on the last one."""
    if question.intent not in (*DATA, "explain", "paper", "out_of_scope") or question.blocker in ("outside", "unknown_name"):
        return False
    if question.intent in ("explain", "paper") and not (question.subjects or question.places or question.years) and not POINTERS.search(text.folded):
        return False
    if question.subjects and question.places and question.years:
        return False
    leaning = bool(OPENERS.match(text.lowered) or POINTERS.search(text.folded))
    if not question.subjects:
        return leaning or len(text.folded) <= 24
    return leaning or bool(BARE.match(text.folded))


def inherit(question: Question, previous: Question) -> Question:
    taken = [name for name in ("subjects", "places", "years") if not getattr(question, name) and getattr(previous, name)]
    changes = {name: getattr(previous, name) for name in taken}
    if "years" in taken:
        changes["span"] = previous.span
    years = changes.get("years", question.years)
    statistic, intent = question.statistic, question.intent
    if statistic == "level":
        if question.years and not question.span and len(question.years) == 1:
            statistic, intent = "level", "figure"
        else:
            statistic, intent = previous.statistic, previous.intent
    if statistic == "level" and len(years) >= 2:
        statistic, intent = ("trend", "trend") if question.span else ("change", "compare")
    if statistic == "level" and (len(changes.get("subjects", question.subjects)) > 1 or len(changes.get("places", question.places)) > 1):
        intent = "compare"
    if statistic in ("change", "ratio") and len(years) == 1 and "years" not in taken:
        statistic, intent = "level", "figure"
    return question.with_(
        **changes, statistic=statistic, intent=intent, variant=question.variant or previous.variant, count=question.count or previous.count,
        ascending=question.ascending or (statistic == "rank" and previous.ascending), inherited=tuple(taken) or ("statistic",), blocker=None,
    )  # fmt: skip
