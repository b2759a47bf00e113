"""What is asked of the answer in words just given: for instance what, what its works have in common, whether they agree, or how they differ, another explanation, whether a reason is the cause, what
is not known, and what would be missing without the thing just explained."""

import re

from assistant.models import Question
from assistant.understand.text.matcher import Text, read
from assistant.understand.works.works_asked import HOW, RIGOROUS, SOUND, WORKS, opposing_told

COMMON, OTHERWISE, RIVALS, INSTANCES = "common", "otherwise", "rivals", "instances"
LONGEST = 34  # characters
CITING = ("paper", "explain", "why", "strategy", "limits")
OPENED = r"^(?:(?:で|じゃあ?|では|それで|なるほど|ちなみに|結局|要するに|つまり|でも|えっ?|ほんで|そもそも|ところで|逆に)[、,。]?\s*)*"
SET = r"(?:(?:この|その|これら|それら|上|今|挙げた)(?:の)?)?(?:(?:[2-9二三四五]|両|全)(?:本|つ|件|者|部)|ふたつ|みっつ|論文|研究|文献|資料|これら|それら|どれも|全部|全体)?(?:の(?:論文|研究|資料))?(?:に|の|で|から|は|を(?:通じて|合わせて|通して|まとめて)|とも|も|、)*"
SHARED = re.compile(rf"{OPENED}{SET}(?:共通(?:して|する|点|項|の)[^。??]{{0,12}}|(?:同じ|一致して(?:い)?る)(?:こと|点|ところ|部分|結論)[^。??]{{0,8}}|(?:全体として|合わせて|まとめると|総じて)[^。??]{{0,10}})[。??]*$|{OPENED}{SET}(?:要するに|結局|全体として|合わせて)?、?(?:何|なに)が(?:言える|分かる|わかる|言えそう)[^。??]{{0,6}}[。??]*$")
# 「それ、結論一致してる?」 「みんな同じこと言うてんの?」 「矛盾はないの」 「意見は割れてる?」
AGREED = re.compile(
    rf"{OPENED}(?:それ(?:ら|って)?|これ(?:ら|って)?|どの論文も|どれも|みんな|皆|全部|全員|論文(?:同士|どうし)|研究(?:同士|どうし)|(?:この|その|これら|それら)(?:の)?(?:論文|研究|資料|人たち)|[2-9二三四五]つ|[2-9二三四五]本|互いに|お互い)?(?:は|って|の|で|が|とも|、)*"
    r"(?:結論|主張|意見|見方|見解|言い分|言(?:って|うて|う)(?:い)?る(?:こと|の)|方向|立場|内容|結果)?(?:は|が|も|って|に|、)*"
    r"(?:一致(?:し|は|って|$)|(?:同じ|おなじ|一緒)(?:こと|方向|結論|意見)?(?:を)?(?:言|いう|いっ|向い|な|か|です|だ|や|$|[??])|矛盾|食い違|割れて|割れと|分かれて|分かれと|バラバラ|ばらばら|揃って|そろって|対立|噛み合って)[^。??]{0,12}[。??]*$"
)
APART = re.compile(rf"{OPENED}{SET}(?:違い|違う(?:点|ところ)|異なる(?:点|ところ)|食い違い|どう違|何が違|どこが違|差(?=は|って))[^。??]{{0,8}}[。??]*$")
OTHER_REASON = re.compile(rf"{OPENED}(?:もっと)?(?:ほか|他|別|違う|それ以外)の?(?:に|の|には)?(?:も|は)?、?(?:説明|理由|原因|要因|見方|説|解釈|見解)(?:は|って|が|も|を)?[^。??]{{0,10}}[。??]*$")
REALLY = re.compile(rf"{OPENED}(?:本当に|ほんとに|ほんまに|実際に?|たしかに|確かに)?、?(?:それ|これ|その(?:説明|理由|話))(?:が|は|って|だけが?)?、?(?:本当に|ほんまに|ほんとに|本当の|唯一の)?(?:原因|理由|要因|せい)(?:(?:だ|な|なん|なの|と|で|です)[^。??]{{0,12}})?[。??]*$|{OPENED}(?:因果関係|原因)(?:は|って)(?:証明され|確か|本当)[^。??]{{0,10}}[。??]*$")
# 「ほんまに計算資源のせいなんか?人を引き抜かれただけちゃうの」
RIVAL = re.compile(r"(?:本当に|ほんまに|ほんとに|実は)[^。??]{1,16}(?:の|が)(?:せい|原因|理由)(?:なん|なの|です|だ|や|な)*(?:の|ん)?(?:です)?か[ね]?[。??]|(?:人|人材|研究者)(?:を|が|の)[^。??]{0,8}(?:引き抜|流出|移っ|取ら)[^。??]{0,8}(?:だけ|せい|から)(?:ちゃう|ちがう|違う|では|じゃ|なの|な|です|だ|や)*(?:ない)?(?:の|ん|か|です)*[。??]*$")
# 「具体例は?」 「例えば?」 「具体的に言うと」 after a paper or several.
INSTANCE = re.compile(rf"{OPENED}(?:もっと|もう少し|何か|なんか)?、?(?:(?:それ|その(?:話|論文|研究)?|この(?:話|論文|研究)?|これ)(?:の|は|って|、)*)?(?:具体的な(?:例|数字|事例|話|中身)|具体例|実例|事例|例|たとえば|例えば|例えると|具体的に(?:は|言う|いう|何|どう|どんな)?)(?:は|って|を|が|も|で|と|に|の|何|なに|どんな|どういう(?:こと|の)?|ある|あり(?:ます)?|ない|挙げて|あげて|出して|教えて|見せて|欲しい|ほしい|知りたい|ください|下さい|お願い(?:します)?|です|でしょう|なの|ん|か|ね|や|ねん|いくつか|[1-3一二三]つ|、)*[。??]*$")
# 「両方並べて表にしてくれ」 「3本を比べて」: the works just listed, side by side.
SIDE_BY_SIDE = re.compile(rf"{OPENED}(?:両方|二つ|2つ|三つ|3つ|[2-5二三四五]本|全部|それぞれ|どれも|(?:この|その|これら|それら)(?:の)?(?:論文|研究|資料|調査)?|お互い)?(?:を|とも|の|、)*(?:表(?:で|に(?:して)?|形式で)?)?、?(?:並べ|比べ|比較し|対比し|突き合わせ)(?:て|る|たい|た表)?(?:比べて|並べて|みて|見せて|一覧|表(?:に|で)|して|ほしい|欲しい|くれ|ください|下さい|お願い(?:し)?|ます|もらえますか|ん|の|か|、)*[。??]*$")
UNKNOWN = re.compile(rf"{OPENED}(?:まだ|逆に)?、?(?:何|なに|どこ|どんなこと)(?:が|は|まで)、?(?:まだ)?(?:(?:分|わ)か(?:って(?:い)?(?:ない|ません|へん)|ってへん|らへん|らん|らない|りません)|不明|未解明|言え(?:ない|ません|へん)|謎)[^。??]{{0,6}}[。??]*$|{OPENED}(?:まだ)?(?:分|わ)か(?:って(?:い)?ない|らない|らん)(?:こと|点|ところ)(?:は|って|も)[^。??]{{0,8}}[。??]*$")
WITHOUT = re.compile(rf"{OPENED}(?:なぜ|何で|なんで|どうして)?、?(?:それ|これ|そいつ)(?:が|を|は)?、?(?:無い|ない|なかった|無かった|無く|なく|足りない|持ってない|使えない)(?:と|ら|たら|なら|なると)?[^。??]{{0,4}}?(?:何が|どう|なぜ|なんで|どんなふうに)?、?(?:困|どうな|何が起|まず|問題|不便|だめ|ダメ|あか)[^。??]{{0,10}}[。??]*$|{OPENED}(?:なぜ|なんで|何で|どうして)、?(?:それ|これ)が?、?(?:そんなに)?(?:大事|重要|必要|要る|いる|騒がれ)[^。??]{{0,10}}[。??]*$|{OPENED}(?:それ|これ)(?:は|が|って)?、?(?:なぜ|なんで|何で|どうして)、?(?:そんなに)?(?:大事|重要|必要|要る|騒がれ)[^。??]{{0,10}}[。??]*$")
SCRATCH = re.compile(r"(?:一|1|ゼロ|零|最初|はじめ|いち)から(?:全部|自分で|自前で)?(?:作る|つくる|学習(?:する|させる)|開発する|育てる)(?:の|こと|やり方|方法|場合)?(?=と|より)")
TUNED = ("fine-tuning", "lora", "distillation", "transfer-learning", "foundation-model", "open-model")
# 「その理由のうち一番有力なのは」
STRONGEST = re.compile(r"(?:一番|いちばん|最も|もっとも)[^。??]{0,6}(?:有力|強い|大きい|もっともらし|確か|効い|影響)|(?:有力|本命|決め手)(?:な|なの|の)?(?:は|って)|どれが(?:一番|最も|有力|本当|正し)")
WAYS = re.compile(r"試作|プロトタイプ|クラウド|共同研究|戦略|やり方|案(?!外)|うち(?!の中)|当社|自社|弊社")  # ways to go are no works
CAUSE_ASKED = "それが原因だと断定できますか"


def after_words(text: Text, previous: Question | None) -> Question | None:
    """The question, or None for any other message and where the last answer was none in words."""
    if previous is None or previous.intent not in CITING or previous.parts or previous.market or "amounts" in previous.inherited or len(text.folded) > LONGEST:
        return None
    asked = Question(text=text.folded, intent="paper", resolved=text.folded, topic=text.folded)
    several = (previous.paper is None or "opposed" in previous.inherited) and len(previous.listed) > 1
    if several and (SHARED.match(text.folded) or AGREED.match(text.folded)):
        return asked.with_(inherited=(WORKS, COMMON), listed=previous.listed)
    if previous.intent == "paper" and not previous.term and INSTANCE.match(text.folded) and (works := (previous.paper,) if previous.paper and "opposed" not in previous.inherited else previous.listed):
        return asked.with_(inherited=(WORKS, INSTANCES), listed=works, paper=works[0] if len(works) == 1 else None)
    if several and SIDE_BY_SIDE.match(text.folded):
        return asked.with_(inherited=(WORKS, COMMON), listed=previous.listed, style="table")
    if several and previous.intent != "why" and not previous.term and APART.match(text.folded):
        return asked.with_(inherited=(WORKS, HOW), listed=previous.listed)
    if several and (opposing_told(previous) or {"opposed", OTHERWISE} & {*previous.inherited}) and STRONGEST.search(text.folded) and not WAYS.search(text.folded):
        return asked.with_(inherited=(WORKS, SOUND), listed=tuple(work for work in previous.listed if work != previous.paper))
    if previous.intent == "why" or {RIGOROUS, RIVALS} & {*previous.inherited} or previous.text == CAUSE_ASKED:
        return of_reasons(text, asked, previous)
    if previous.intent == "explain" and previous.term and not previous.subjects:
        return of_term(text, asked, previous)
    return None


def of_reasons(text: Text, asked: Question, previous: Question) -> Question | None:
    """After the reasons of a change: who sees it otherwise, whether the cause is shown, and what is not known."""
    if OTHER_REASON.match(text.folded):
        return asked.with_(inherited=(WORKS, OTHERWISE))
    if RIVAL.search(text.folded):
        return asked.with_(inherited=(WORKS, RIVALS))
    if REALLY.match(text.folded):
        return asked.with_(text=CAUSE_ASKED, intent="limits", topic=CAUSE_ASKED, subjects=previous.subjects[:1])
    if STRONGEST.search(text.folded):
        return asked.with_(inherited=(WORKS, RIGOROUS))
    return asked.with_(intent="limits") if UNKNOWN.match(text.folded) else None


def of_term(text: Text, asked: Question, previous: Question) -> Question | None:
    """After a term: what it is good for, and how it differs from training a model anew."""
    if WITHOUT.match(text.folded):
        return asked.with_(intent="explain", term=previous.term, inherited=("own_firm",))
    if previous.term in TUNED and (match := SCRATCH.search(text.folded)):
        words = read(f"{text.folded[: match.start()]}事前学習{text.folded[match.end() :]}").folded
        return asked.with_(text=words, topic=words, intent="explain", term=previous.term, inherited=("term_apart",))
    return None
