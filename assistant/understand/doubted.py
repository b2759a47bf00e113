"""Doubts about a figure just told, in everyday words and dialect: that it hangs on how one counts (「数え方で変わるんちゃうの」), or that it is true at all
(「ほんまかいな」). No paper is searched for them."""

import re

from assistant.models import Place, Question
from assistant.understand.cues.intent import DATA_INTENTS
from assistant.understand.followup import opposing
from assistant.understand.text.matcher import Text

LONGEST = 44  # characters
WORDED, AI = ("paper", "explain"), Place("area", "ai")
COUNTING = r"(?:数え方|数えかた|かぞえ方|カウント(?:の仕方|方法|の方法)?|集計(?:の仕方|方法|の方法|のやり方)?|計算(?:の仕方|方法|の方法|のやり方)|測り方|はかり方|取り方|(?:何|なに)を数え|どう(?:やって)?(?:数え|集計|計算|測)|定義|基準|分母)"
HANGS_ON = r"(?:変わ|変え|ちが|違|次第|しだい|よ(?:る|ら|って|り)|左右|ぶれ|ブレ|動[くきい]|同じ|一緒|いっしょ|どうとでも|何とでも|いくらでも|ごまか|都合|マジック|トリック|別の|ほかの|他の)"
BY_COUNTING = re.compile(rf"{COUNTING}[^。??]{{0,14}}{HANGS_ON}|{HANGS_ON}[^。??]{{0,6}}{COUNTING}")
# What asks how a thing is counted, a figure by another way, or something else's.
ASKED_OTHERWISE = re.compile(r"(?:同じ|一緒の|同様の)(?:集計|計算|数え方|基準|定義)(?:で|を|が|に)|について|按分|1/n|毎年そろう|csrankings|論文(?:は|を|の中|に)|資料|文献|費用|GPU|モデル|予算|試算|効果|投資|教えて|とは(?:何|なに)", re.IGNORECASE)
LEAD = r"(?:え(?:え|っ|ー)*|へえ|おい|いや|いやいや|でも|けど|うーん|ん|なんか|何か|その|この|それ|これ|あの|そんな(?:に)?|さすがに|ちょっと|本当は|数字|数値|話|割合|結果|増え方|データ|は|が|って|も|に|を|、|\s)*"
UNTRUE = (
    r"(?:(?:ほんま|ほんと(?:う)?|本当|本真|まじ|マジ|ガチ)(?:か(?:いな|いね|よ|ね|な|いや)?|に|で|なん|なの|です|でしょう|っすか|の)*|(?:うそ|嘘|ウソ)(?:くさい|臭い|っぽい|やろ|だろ(?:う)?|でしょ(?:う)?|ちゃう|じゃない|や|だ|みたい|だあ)*|"
    r"(?:怪し|あやし|疑わし|胡散臭|うさんくさ|きな臭)(?:い|く)|眉唾(?:もの)?|(?:にわか(?:に)?(?:は)?)?信じ(?:られ|がた|難)(?:ない|ません|へん|ん|い|く)|まさか|ありえ(?:ない|へん)|(?:話|数字|数値|割合)?(?:を)?盛[っり](?:て|とる|すぎ)(?:い)?(?:る|ない|へん|ん|ます|ません|いる|いない)?|大げさ|おおげさ|誇張|オーバー|"
    r"(?:何か|なんか)?の?(?:間違い|まちがい|見間違い|誤り)(?:や|だ|で)?(?:ない|は|ちゃう|じゃない|やない)?|納得(?:でき|いか|が(?:いか|でき))(?:ない|ません|へん|ん)|腑に落ち(?:ない|ません|へん)|鵜呑みにして(?:いい|大丈夫|よい|ええ))"
)
ENDED = r"(?:[。、]?(?:その|この)(?:数字|数値|割合|話|結果|データ)|ちゃう|じゃない|ない|です|でしょう|だろう|やろ|なん|なの|んや|わ|なあ?|ね|よ|か|の|ん|と|に|は|や|思う|思います|思える|けど|が|話|気が|します|する|いう|っす|さ|な|[。、!?? ー~…])*"
UNTRUE_ONLY = re.compile(rf"{LEAD}{UNTRUE}{ENDED}")
RANKED = ("rank", "movers", "position")


def doubted(text: Text, previous: Question | None, data: Question | None) -> Question | None:
    """The last figures under every other way of counting, or with what speaks for and against them; after a paper, who sees it otherwise. None for any other text."""
    if previous is None or len(text.folded) > LONGEST:
        return None
    untrue = UNTRUE_ONLY.fullmatch(text.folded) is not None
    if untrue and "鵜呑み" not in text.folded and previous.intent in WORDED and (previous.paper or previous.term):  # that asks for the limits of a paper
        return opposing(Question(text=text.folded, intent="paper", resolved=text.folded, topic=text.folded), previous)
    if data is None or not data.subjects or previous.intent not in (*DATA_INTENTS, "why", "limits"):
        return None
    by_counting = BY_COUNTING.search(text.folded) is not None and not ASKED_OTHERWISE.search(text.folded)
    if by_counting and data.statistic not in RANKED and data.places in ((), (AI,)):
        return data.with_(text=text.folded, intent="figure", statistic="computed", family="robustness", computed="robustness", subjects=data.subjects[:1], years=(), span=False, places=(), style="normal", inherited=("all",), readings=(), asserted=None, claims=())
    if by_counting or untrue:
        return data.with_(text=text.folded, style="doubt", inherited=("all",), asserted=None, readings=())
    return None
