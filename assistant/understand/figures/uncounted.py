"""「自治体が入ってるのは何%?」「通信会社についても教えて」: who is measured is a group that nobody counts here; no figure of another group may stand for it."""

import re

import prompts
from assistant.models import Question
from assistant.understand.cues.intent import DATA_INTENTS, PAPER_SOUGHT, STRONG_PAPER
from assistant.understand.cues.scope import FOR_WHOM
from assistant.understand.names.reader import Reader
from assistant.understand.text.matcher import Hit, Phrases, Text

OPENER = r"^(?:(?:じゃあ?|では|で|それで|それと|ちなみに|ほな|なら|ところで|あと|次は?|それ(?:って|は)?|その(?:うち|中)(?:で|の)?|逆に|一方)[、,]?\s*)*"
PEOPLE = r"(?:側|勢|系|勤務|所属|在籍|だけ|のみ)?(?:の|に(?:所属|勤務|在籍)(?:する|の)|に勤める|で働く)?(?:現役の?)?(?:お?医者(?:さん)?|医師|先生方?|職員|社員|学生|研究者|研究員|著者|人(?:たち|間)?|方|機関|団体|組織|企業|会社)?"
DONE = r"(?:書[いか]|入[っる]|いる|出[しすてる]|関わ|関与|参加|加わ|絡[んむ]|著者|発表|占め|載[せっ]|執筆|投稿|噛ん|含ま|登場)"
WORK = r"(?:ai|機械学習)?(?:の)?(?:論文|発表|割合|比率|シェア|参加率|存在感|プレゼンス|順位|本数|論文数)"
VALUE = r"(?:何[%割本件位番]|何パーセント|(?:どれ|どの)(?:くらい|ぐらい|だけ|ほど|程度)|どんだけ|なんぼ|いくつ|割合|比率|増え|減っ|多い|少ない|順位|数字)"
# What stands behind a group that is measured.
MEASURED = re.compile(rf"{PEOPLE}(?:(?:の|による|発の|からの|名義の){WORK}|(?:が|の|も|は|って)[^。、]{{0,8}}{DONE}|(?:が|も|は|って)[^。、]{{0,14}}{VALUE}|(?:だけ|のみ|に)(?:絞|限|しぼ)|と(?:の|は)?(?:共著|共同|連名|一緒に書|組ん)|と(?:大学|企業|会社)(?:[、はでをの]|だと))")
# In English the group stands last: 「percentage of papers by women」「hospitals' share」.
BY, ENGLISH_VALUE = re.compile(r"(?:\bby|\bfrom|\bof|\bwith|\bwritten by|\bauthored by|\bamong|^(?:and|what about|how about))\s+(?:\w+\s)?$"), re.compile(r"share|percent|how many|proportion|ratio|papers?\b|^(?:and|what about|how about)")
# In a talk about figures less is needed: 「病院は?」「高専も知りたい」「若手と比べると?」.
TOPIC = re.compile(
    rf"{PEOPLE}(?:(?:は|も|って|だと|では|でも|なら|のみ|だけ|(?:の)?(?:ほう|方)(?:は|も|だと|って)?|について(?:は|も)?|に関して(?:は|も)?|の場合(?:は|も)?|なんか(?:は|も)?|とか(?:は|も)?)[、,]?(?:どう|どない|いかが|同じ|教え|知り|見|出|お願い|数字|何|どれ|どの|なんぼ|いくつ|[??。]|$)|(?:で|を)(?:まとめ|合わせ|あわせ|括|くく|合計|見る|見た|見て)|(?:を|も)(?:教え|見せ|出し|知り|入れ|足し|加え|並べ)|と(?:の)?(?:比べ|比較|差|並べ|どっち|どちら)|[??。]*$)"
)
AMONG = re.compile(r"のうち|の中で|もの(?:は|って)|分は")
PAPERED = re.compile(r"論文|会議|学会|発表|著者|(?<![a-z])ai(?![a-z])")
VALUED = re.compile(VALUE)
# What a work found is told by that work: 「女性の割合が低いという調査があった」.
FOUND_BY = re.compile(r"調査|アンケート|白書|という(?:話|研究|論文|説|主張)|研究(?:が|で(?!す)|に)|論文(?:が(?!何|ど|いく)|で(?!す|し)|によ|に書)|文献|引き抜|流出|起業|就職|移籍|転職")
# A clause of hearsay before the question: 「製造業が出しやすいと聞きますが、…」「メーカーの発表会だと思ってるんだが、…」.
HEARSAY = re.compile(r"[^。、??]*(?:と|って)(?:聞[いき]|思[っいう]|言[わっうい]|考え|いう(?:話|噂|印象)|見[てら]|信じ)[^。、??]*(?:が|けど|けれども?|ので|から|し|けども)[、。](?=.)")
# Who asks: 「自治体の職員ですが、…」「病院なんですけど、…」.
ASKER = re.compile(r"[^。、??はがも]{0,12}?(?:です(?:が|けど|けれど|ので|。)|なの?で(?:すが|すけど|、)|なんで(?:すが|すけど|、)|でして|をして(?:い|お)|の者)(?=.{4})")
LONGEST = 26  # characters of a follow-up
WORDED = ("paper", "explain", "strategy", "limits", "out_of_scope", "figure")
GROUPS = Phrases((key, key, str(word)) for key, words in prompts.lexicon("uncounted").items() for word in words)


def uncounted(reader: Reader, question: Question, text: Text, previous: Question | None) -> Question | None:
    """The question, refused by the name of that group; None for any other."""
    if question.blocker not in (None, "outside") or question.family is not None or "among" in question.inherited or any(subject.metric in ("hbcu_share", "hsi_share") for subject in question.subjects):
        return None
    by_country = question.ranked == "named"  # a region is told country by country
    hits = [hit for hit in GROUPS.find(text) if alone(reader, hit, text) and not (by_country and hit.key == "scope_region")]
    talked = previous is not None and previous.intent in DATA_INTENTS and len(text.folded) <= LONGEST
    opened = re.match(OPENER, text.folded).end()
    hit = next((hit for hit in hits if measured(question, hit, text) or talked and hit.start == opened and (TOPIC.match(text.lowered, hit.end) or MEASURED.match(text.lowered, hit.end))), None)
    if hit is None:
        return None
    return question.with_(intent="figure", statistic="level", ranked=None, subjects=(), blocker=hit.key, blocker_details={"name": hit.text}, parts=())


def measured(question: Question, hit: Hit, text: Text) -> bool:
    """Whether a share or number of papers of that group is asked for by the question alone."""
    if hit.text.isascii():
        return BY.search(text.lowered[: hit.start]) is not None and ENGLISH_VALUE.search(text.lowered) is not None and question.intent in WORDED + DATA_INTENTS and not PAPER_SOUGHT.search(text.lowered)
    if FOR_WHOM.match(text.folded, hit.end) or HEARSAY.match(text.folded, hit.end) or ASKER.match(text.folded, hit.end) or not MEASURED.match(text.lowered, hit.end) or not (VALUED.search(text.lowered) or AMONG.search(text.folded)) and question.intent not in DATA_INTENTS:
        return False
    if question.intent in DATA_INTENTS:
        return FOUND_BY.search(text.folded) is None
    return question.intent in WORDED and PAPERED.search(text.lowered) is not None and not any(sought.search(text.lowered) for sought in (FOUND_BY, PAPER_SOUGHT, STRONG_PAPER))


def alone(reader: Reader, hit: Hit, text: Text) -> bool:
    """Whether a word is no part of a longer name, nor of a longer noun: 軍 in 将軍, 中学 in 畑中学."""
    if any(other.start <= hit.start and hit.end <= other.end for other in reader.institutions.find(text)):
        return False
    return re.search(r"[一-龥ァ-ヴー]$", text.folded[: hit.start]) is None
