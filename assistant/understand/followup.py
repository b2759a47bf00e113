"""What a follow-up leaves out is taken from the last question of the conversation."""

import re

from assistant.models import Place, Question, Subject
from assistant.understand.investment import Investment, read_investment
from assistant.understand.matcher import Text

DATA = ("figure", "trend", "compare", "rank")
OPENERS = re.compile(
    r"^(?:じゃあ?|じゃ|では|でわ|それじゃ(?:あ)?|それでは|それなら|なら|ちなみに|あと|それと|逆に|で[、,]|同じく|同様に|一方で?|次に?は?|続いて|また|さらに|もし|and |what about|how about|then )"
)
POINTERS = re.compile(r"それ|その(?!他)|そこ|これ|この(?!\d|論文)|さっき|先ほど|上の|同じ|前の質問|今の(?:数字|話|質問|答え)")
SEVERAL = re.compile(r"両方|ふたつ|二つ|2つ|三つ|3つ|どちらも|それぞれ|[2-4二三四][かカヶ]国|並べて|全部比べ")
MAX_TOGETHER = 4
RESTRICTED = re.compile(r"だけ(?:に|で|だと|なら|を|$)|のみ")
OF_A_PAPER = re.compile(r"著者|誰が書|だれが書|限界|弱点|反論|批判|方法|手法|データは|何年の|いつの|結論|今後|対策|査読|分野は|費用は|日本")
BARE = re.compile(r"^.{1,18}(?:は|だと|では|なら|の場合は|の場合|だけでは|も|だけなら|に限ると|にすると|に絞ると|すると|だけだと|で見ると|で見ると?どう|どう|について)[??]?(?:どう(?:です|でしょう|なる|かな)?か?|いかがですか)?[??。]*$")
STYLE_ONLY = re.compile(r"^(?:もっと|もう少し|より|少し|で、)?\s*(?:短く|手短に|簡潔に|詳しく|くわしく|丁寧に|グラフ(?:で|に|を)?|図で|チャートで)(?:見せて|お願い|して|ください|教えて|出して|まとめて|説明して|で)*[。!!??]*$")
WHY_ONLY = re.compile(r"^(?:それは|これは|で、|でも|じゃあ?|では)?\s*(?:なぜ|何故|どうして|なんで|理由は?|原因は?|背景は?)(?:そんなに|こんなに|そう|差が(?:ある|あるの)?|増えた|増えて|減った|減って|違う|違いが|上がった|下がった|落ちた|高い|低い|多い|少ない)?(?:いる|の)?(?:です|でしょう|なの|なん)?(?:でしょう|です)?か?(?:教えて)?[。!!??]*$")


def complete(question: Question, previous: Question, data: Question | None, text: Text) -> Question:
    """Fill `question` from `previous`, or from the last `data` question, when it is elliptical; else return it unchanged."""
    if previous.intent == "roi" and len(text.folded) <= 40 and not question.subjects and read_investment(text.folded) != Investment():
        return question.with_(intent="roi", topic=f"{text.folded}\n{previous.topic}", inherited=("amounts",), blocker=None, years=(), statistic="level")
    if STYLE_ONLY.match(text.folded):
        return restyled(question, previous)
    if WHY_ONLY.match(text.lowered):
        topic = previous.resolved if previous.intent in DATA else previous.topic
        return question.with_(
            intent="why", subjects=previous.subjects, places=previous.places, years=previous.years, span=previous.span,
            topic=f"{topic} {question.text}", inherited=("subjects", "places", "years"), blocker=None, paper=previous.paper,
        )  # fmt: skip
    if data is not None and SEVERAL.search(text.folded) and not (question.subjects or question.places):
        return side_by_side(question, data)
    if about_paper(question, previous, text):
        return question.with_(intent="paper", paper=previous.paper, topic=question.text, inherited=("paper",), blocker=None, subjects=(), statistic="level")
    if data is not None and elliptical(question, text, previous.intent in DATA):
        return inherit(question, data)
    return question if previous.intent in DATA else pointing(question, previous, text)


def side_by_side(question: Question, data: Question) -> Question:
    """「両方比べて」「それぞれの推移」: what the conversation measured lately, together."""
    places = data.recent_places if len(data.recent_places) > 1 else data.places
    subjects = data.subjects if len(data.recent_places) > 1 else data.recent_subjects or data.subjects
    intent, statistic = ("compare", "trend") if question.cue and question.cue[1] == "trend" else ("compare", "level")
    years = () if statistic == "trend" and not data.span else data.years
    return question.with_(
        intent=intent, statistic=statistic, places=places[-MAX_TOGETHER:], subjects=subjects[-MAX_TOGETHER:], years=years,
        span=data.span if years else False, recent_places=data.recent_places, recent_subjects=data.recent_subjects, blocker=None,
        inherited=("subjects", "places", "years"),
    )  # fmt: skip


def about_paper(question: Question, previous: Question, text: Text) -> bool:
    """「著者は?」「限界は?」 right after an answer about one paper."""
    return bool(previous.paper) and len(text.folded) <= 18 and bool(OF_A_PAPER.search(text.folded)) and not (question.places or question.years)


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
        return question.with_(topic=f"{previous.topic} {question.text}" if question.intent != "phrases" else previous.topic, paper=question.paper or previous.paper, inherited=("topic",))
    return question


def elliptical(question: Question, text: Text, after_data: bool) -> bool:
    """A data question with a part missing that leans on the last one."""
    if question.intent not in (*DATA, "explain", "paper", "out_of_scope") or question.blocker in ("outside", "unknown_name"):
        return False
    bare = question.cue or question.shift
    if question.intent in ("explain", "paper") and not (question.subjects or question.places or question.years):
        return (bool(bare) or bool(SHARE_ONLY.search(text.folded))) and after_data and len(text.folded) <= 16
    if not after_data and question.intent in ("explain", "paper"):
        return False
    if question.subjects and question.places and question.years:
        return False
    leaning = bool(OPENERS.match(text.lowered) or POINTERS.search(text.folded))
    if not question.subjects:
        return leaning or len(text.folded) <= 24
    return leaning or bool(BARE.match(text.folded))


def narrowed(question: Question, previous: Question) -> Question:
    """「企業だけにすると?」 after Japan is about Japanese firms, not about firms alone."""
    japan = bool(previous.subjects) and previous.subjects[0].metric.startswith("japan")
    if not (japan or RESTRICTED.search(question.text)) or len(question.subjects) != 1:
        return question
    plain = {"firm_only_share": "firm", "firm_share": "firm", "university_only_share": "university", "university_share": "university"}
    group = plain.get(question.subjects[0].metric)
    if group is None or (question.subjects[0].metric.endswith("only_share") and not RESTRICTED.search(question.text)):
        return question
    return question.with_(subjects=(Subject(f"japan_{group}_share" if japan else f"{group}_share"),))


JOINED = re.compile(r"と(?:も)?(?:比べ|くらべ|比較|並べ)|も(?:一緒|合わせ)|を加え")
SHARE_ONLY = re.compile(r"割合|何%|パーセント|比率")


def inherit(question: Question, previous: Question) -> Question:
    question = narrowed(question, previous)
    taken = [name for name in ("subjects", "places", "years") if not getattr(question, name) and getattr(previous, name)]
    changes = {name: getattr(previous, name) for name in taken}
    if "years" in taken:
        changes["span"] = previous.span
    if question.shift and previous.years:
        changes |= {"years": (previous.years[-1] + question.shift,), "span": False}
        question = question.with_(years=changes["years"])
    years = changes.get("years", question.years)
    statistic, intent = question.statistic, question.intent
    if intent not in DATA:
        intent, statistic = question.cue or (previous.intent, "level")
        if question.cue and question.cue[1] in ("trend", "peak", "trough", "onset") and "years" in taken and not previous.span:
            changes |= {"years": (), "span": False}
            years = ()
    if statistic == "level":
        if question.years and not question.span and len(question.years) == 1:
            statistic, intent = "level", "figure"
        else:
            statistic, intent = previous.statistic, previous.intent
    if statistic == "change" and len(question.years) == 1 and len(previous.years) == 1 and "years" not in taken and question.years != previous.years:
        changes["years"] = years = tuple(sorted((*question.years, *previous.years)))
    if statistic == "level" and len(years) >= 2:
        statistic, intent = ("trend", "trend") if question.span else ("change", "compare")
    if statistic == "level" and (len(changes.get("subjects", question.subjects)) > 1 or len(changes.get("places", question.places)) > 1):
        intent = "compare"
    if statistic in ("change", "ratio") and len(years) == 1 and "years" not in taken:
        statistic, intent = "level", "figure"
    if JOINED.search(question.text) and question.places and not question.subjects and previous.places != question.places:
        changes["places"] = tuple(dict.fromkeys((*(previous.places or (Place("area", "ai"),)), *question.places)))
        statistic, intent = ("level", "compare") if statistic == "change" and "years" in taken else (statistic, intent)
    if statistic == "change" and not question.years and len(changes.get("places", question.places)) > 1:
        statistic, intent = "level", "compare"
    if SHARE_ONLY.search(question.text) and previous.statistic == "count":
        statistic, intent = "level", "figure"
    return question.with_(
        **changes, statistic=statistic, intent=intent, variant=question.variant or previous.variant, count=question.count or previous.count,
        ascending=question.ascending or (statistic == "rank" and previous.ascending), inherited=tuple(taken) or ("statistic",), blocker=None,
    )  # fmt: skip
