"""What a follow-up says beside the one thing it changes: that the rest stays as it was, what is put aside, verbs of replacing, who asks and
what for. None of it names a figure; what is left is read like any other question."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from assistant.understand.text.parts import ASIDE, PAST, WANTS

# What a question is made of, called by its kind: 「年は同じで」「先ほどの国を…に替えて」.
KIND = (
    r"(?:開催)?年(?:次|度|号|数)?|西暦|期間|時期|時点|分野|領域|会議名?|学会|国|地域|条件|範囲|対象|指標|数え方|カウント(?:方法)?|前提|場所|会場|母集団|設定|所属|グループ|機関|(?:ほか|他|その他|それ以外)(?:の条件|の設定)?|残り|year|field|venue|country"
)
KINDS = rf"(?:{KIND})(?:(?:及び|および|並びに|と|や|・|、|も)(?:{KIND}))*"
BEFORE = r"(?:先ほど|先程|さきほど|さっき|前回|直前|今|いま|上|元|もと|前|その|そ)"
KEPT = r"(?:同じ|おなじ|同様|同一|一緒|いっしょ|据え置[きいく]|変更(?:せ|し|な|は)|変え[ずな]|変えん|替え[ずな]|動かさ|変わら|(?:その|そん|この|元の|もとの)?まん?ま|いじら|触ら|固定|維持|共通|(?:元|先ほど|さっき|前|上|その)の?(?:とおり|通り))"
# Up to the end of its clause; a name never begins in hiragana here.
CLAUSE_TAIL = r"(?:[ぁ-ん]{0,6}(?:結構|構[いわ]|良[いくけ]|願[いう]|頼[むみ]|OK|ok)[ぁ-ん]{0,8}|[ぁ-ん]{0,8})(?:[、。]|$)?"
# 「会社はそのまま」: who is measured stays, where nothing else is said of them.
WHO = r"(?:会社|企業|大学|学校|メーカー|社)"
HELD = re.compile(rf"(?:{KINDS}|{WHO}(?=[はを](?:{BEFORE}の?)?(?:そのまま|同じ|おなじ|変え[ずな]|据え置|固定)))(?:の(?:方|ほう))?(?:は|も|については|に関しては|を)?、?(?:{BEFORE}の?(?:質問|もの|の|話|やつ)?(?:と|で|から)?)?{KEPT}{CLAUSE_TAIL}")
SAME = re.compile(
    rf"(?:(?:同(?:じく|じ|一の?)?|当該)、?(?:{KIND}|二時点|2時点|両年|(?:二つ|2つ|ふたつ)の(?:年|時点)|[2二]年|ところ|計算|やり方))+(?:の条件)?(?:で(?:も)?|につき|について|における|のまま|に|の)?、?|"
    r",?\s*(?:for |in |at )?(?:the )?same (?:year|venue|conference|field|period|country|metric|conditions?)s?,?",
    re.IGNORECASE,
)
# What is put aside for something else: 「企業参加率に代えて」「割合はよろしい。」「差分ではなく」「, not the percentage」.
ASIDE_FOR = re.compile(
    r"[^、。「」??]{1,18}?(?:に(?:代え|替え|換え|かえ)(?:まし)?て、?(?=[^、。]{2})|の(?:代わり|かわり)に、?|を(?:やめ|止め|外し|引っ込め)(?:まし)?て、?|"
    r"は(?:よろしい|結構(?:です|だ)?|もういい(?:です)?|いい(?:です)?から|要らな[い]|いら(?:ない|ん)|不要(?:です|だ)?|さておき|置いておいて)(?:ので|から|が|よ|な)?[、。]\s*)|"
    r"(?<![^、。「」??])[^、。「」??]{1,14}?(?<!だけ)(?<!のみ)(?:では|じゃ|で)なく(?:て|って)?、?|"
    r",?\s*(?:and )?(?:not|instead of|rather than) (?:the |a |an )?[a-z]+(?: [a-z]+)?(?=[.,?!]|$)",
    re.IGNORECASE,
)
REPLACE = (
    r"(?:替え|換え|変え|代え|かえ|改め|変更し?|直[しす]|切り?替え?|切り?かえ|差し?替え|入れ?替え|置き?換え|読み?替え|読み?換え|言い直[しす]|言い?換え|組み?替え|取り?替え|ピボット(?:し)?|スイッチ(?:し)?|シフト(?:し)?|移[しす]|戻[しす]|"
    r"ずら[しす]|広げ|振り?替え|乗り?換え|換算(?:し|する)?|引き直[しす]|焼き直[しす]|下げ|上げ|落と[しす]|進め|早め|遅らせ|訂正(?:し)?|修正(?:し)?|更新(?:し)?|統一(?:し)?)"
)
# 「change the venue to ICLR, keep the year」
ENGLISH_KIND = r"(?:year|field|area|venue|conference|country|metric|group|measure|period)"
ENGLISH_REPLACED = re.compile(rf"(?:(?:please|now|then|can you|could you|let's) )*(?:change|switch|set|swap|replace|make|move|turn) (?:the |that )?{ENGLISH_KIND}(?: from [\w-]+)? (?:to|with|for|into|by|as|be)?\s*", re.IGNORECASE)
ENGLISH_HELD = re.compile(rf",?\s*(?:and |but )?(?:keep(?:ing)?|leav(?:e|ing)|hold(?:ing)?) (?:the )?(?:same )?(?:rest|others?|{ENGLISH_KIND}(?:s)?(?: and (?:the )?{ENGLISH_KIND})?)(?: (?:the same|as (?:it )?is|as before|unchanged|fixed|constant))?", re.IGNORECASE)
REPLACED = re.compile(rf"(?:に|へ|で|まで){REPLACE}(?:たら|たい|れば|ると|って|ます|まし|る|て|た|ろ|と|ば|れ)?(?:[ぁ-ん]{{0,4}}(?:場合|とき|時))?(?:(?:と|ば|たら|て|も|は|の|なら|すと|ますと)(?![一-龥]))*、?")
# The thing that is replaced, called by its kind or by what it is to the question.
OBJECT = re.compile(
    rf"(?:{BEFORE}の?|この)?(?:{KIND}|アウトカム|目的変数|主語|相手(?:先)?|軸|切り口|視点|[^、。をはが]{{0,6}}(?:物差し|ものさし|尺度|目盛り?)|語彙|用語)\s?(?:(?:だけ|のみ)(?:を|は|、)?|[をは、])(?=[^。]{{1,24}}(?:に|へ|で|まで){REPLACE})|{BEFORE}の?(?:大学|企業|会社|機関|団体)(?:だけ|のみ)?を(?=[^。]{{1,24}}(?:に|へ){REPLACE})"
)
# 「相手をMicrosoftにして」「年も2015に」「会議はICDMへ」.
SET = re.compile(rf"(?:{BEFORE}の?)?(?:{KIND}|相手(?:先)?|主語)(?:だけ|のみ)?(?:を|は|も)、?(?P<value>[^、。をはがもに]{{1,20}}?)(?:に|へ)(?:して|した(?:ら|とき|場合)|すると|すれば|する|し、|(?=[、。]|$))(?:(?:は|も)(?=[、。]|$))?、?")
VERSION = re.compile(r"(?<=[一-龥ァ-ヴーA-Za-z0-9みけ])(?:版|バージョン|ver\.?|の(?:方|ほう)|のやつ)(?:で|に)?(?=(?:は|だと|も|なら|です|、|。|$|[??]))")
# 「期間を2010年から2020年までに絞って」
PERIOD_SET = re.compile(rf"(?:{BEFORE}の?)?(?:対象の?)?(?:期間|年|区間|年次|時期|範囲|レンジ|スパン)(?:だけ|のみ)?(?:を|は)、?(?P<years>[^、。をは]{{4,24}}?)(?:に|へ|で)(?:絞り?込?|限定し?|限|狭め|しぼ|区切|切|短縮し?|縮め|短く)[っりしてみ]{{0,4}}(?:て|ると|れば|たら|た)[、]?")
SIDE_OF = re.compile(r"の(?:方|ほう)の(?=学会|会議|分野|国|大学|企業)")  # 「言葉のほうの学会」
TOPIC_ASIDE = re.compile(r"(?<=なら)[^、。]{2,14}?(?:んだ|です|ます|だ)?(?:けど|けれど|けれども)、?(?=.)")  # 「MITなら絵になるんだけど何%」
ASKED_WAS = re.compile(r"(?:私|僕|俺|こちら|当方)?[がの]?(?:聞い(?:た|ている|てる)|聞きた(?:い|かった)|知りた(?:い|かった)|尋ね(?:た|ている)|求め(?:た|ている))の(?:は|って)、?")
# 「今の数字」 is the last answer, not the latest year.
POINTED_NOW = re.compile(r"(?:今|いま)の(?=数字|数値|値|話|条件|答え|回答|結果|質問|割合|比率|率|国|年|会議|学会|分野|件|やつ|前提)")
OPENER = re.compile(
    r"^(?:(?:(?:大変|誠に)?(?:恐れ入ります|恐縮です|すみません|すいません|申し訳(?:あり|ござい)ません|お手数(?:です|をおかけし(?:ます|て)|おかけします)|失礼(?:します|ですが)|ありがとう(?:ございます)?|了解(?:です|しました)?|承知(?:しました)?|"
    r"わかりました|分かりました|なるほど)(?:が|けど|けれど)?|えーっ?と|えっと|ええと|えー|えぇと|あのー?|うーん|んー|んじゃあ?|まあ|おっと|いやいや|いや|いえ|(?:ちょっと)?待っ?て(?:ください)?|(?:っ)?てか|(?:っ)?ていうか|つーか|つうか|"
    r"ばってん|ほんで|ほな|ほんなら|そしたら|それじゃあ?|じゃあ?|では|でわ|それなら|それでは|ちなみに|それと|あと(?!の|[0-9])|また|さらに|続いて|続けて|引き続き|同様に|同じく|一方で?|逆に|反対に|ついでに|追加で|加えて|"
    r"(?:今度|お次)は|次に?(?!の|回|年|点|位|は[??。]?$)|and |also,? |what about |how about |then,? |ok,? |now,? |next,? |\+\s*|＋)[、,。]?\s*)+",
    re.IGNORECASE,
)
QUOTED = re.compile(r"[「『](?P<said>[^」』]{4,})[」』](?:と|って|とか|との)[^、。]{0,8}?(?:申し|言[いうっわ]|おっしゃ|仰|聞[いかき]|尋ね|問[いわ]|訊[いか]|指摘|質問|詰め|要望|依頼|こと)")
OCCASION = r"(?:稟議書?|資料|報告書?|調書|監査調書|議事録|スライド|原稿|社内報|壇上|役員会|取締役会|会議|メモ|記録|台帳|一覧|表)"
USED = re.compile(rf"(?P<kept>[はをもで、]){OCCASION}(?:に|で|へ|用に)[^、。??]{{0,4}}(?:添え|載せ|書[きいけく]|入れ|使[いうっ]|出[しす]|示[しす]|報告|付け|張[りる]|貼[りる]|盛り込|記録|記載|転記|控え)[^。??]*")
PURPOSE = re.compile(r"^[^、。??]{1,18}?(?:のため(?:に)?|として|の参考(?:に|まで)|の都合で|用に|目的で|に関連(?:し|いたし)て|を踏まえ(?:まし)?て|にあたり|に当たり|の関係で|の観点(?:から|で)|(?:です|ます|だ)が|けど|(?:なの|な|の)?ので|から|ため)、(?=.{4})|^[^、。??]{1,18}?(?:のため(?:に)?|として)(?=.{4})")
SENTENCE = re.compile(r"(?<=[。!!??])\s*|\n+")
POINTED = re.compile(r"先ほど|先程|さきほど|さっき|その|それ|これ|今の|いまの|この|上の|同じ|前の")


@dataclass(frozen=True)
class Told:
    """A follow-up without what fills no slot. `leans`: its words say that it goes on from the last question. `replaces`: they say that
    something is put in the place of something else, or that the rest stays."""

    rest: str
    leans: bool = False
    replaces: bool = False


def restated(text: str, names: Callable[[str], bool]) -> Told:
    """What is left of a follow-up. `names`: whether words name something of the figures (metric, place, year, statistic)."""
    whole = text
    if quoted := QUOTED.search(text):
        others = QUOTED.sub("", text)
        text = quoted["said"] + ("。" + others[quoted.start() :].lstrip("ておりまするいたのですでがん、。") if names(others[quoted.start() :]) or HELD.search(others) else "")
    replaces = False
    text = POINTED_NOW.sub("その", text)
    for pattern in (HELD, SAME, ENGLISH_HELD, ENGLISH_REPLACED):
        shorter = pattern.sub("", text)
        replaces |= shorter != text
        text = shorter
    text = ASKED_WAS.sub("", text)
    text = asking(text, names)
    opened = OPENER.match(text)
    text = OPENER.sub("", text)
    shorter = ASIDE_FOR.sub("", text)
    if shorter != text and names(shorter):
        text, replaces = shorter, True
    text = USED.sub(r"\g<kept>", text)
    if (aim := PURPOSE.match(text)) and not names(aim.group()) and names(text[aim.end() :]):
        text = text[aim.end() :]
    if (value := SET.search(text)) and names(value["value"]):
        text, replaces = SET.sub(r"\g<value>だと、", text), True
    if (period := PERIOD_SET.search(text)) and re.search(r"\d", period["years"]):
        text, replaces = PERIOD_SET.sub(r"\g<years>だと、", text), True
    text = OBJECT.sub("", text)
    shorter = REPLACED.sub("だと", text)
    replaces |= shorter != text
    text = SIDE_OF.sub("の", shorter_aside(shorter, names))
    text = VERSION.sub("", text).strip("、 ")
    if replaces:  # 「…でした結果も」 asks for the one named, not for both
        text = re.sub(r"も[。]?$", "", text)
    if len(text) < 2:
        return Told(whole)
    return Told(text, bool(opened) or replaces or POINTED.search(whole) is not None, replaces)


def shorter_aside(text: str, names: Callable[[str], bool]) -> str:
    """The text without what is thought of its topic, where that names nothing."""
    aside = TOPIC_ASIDE.search(text)
    return text if aside is None or names(aside.group()) else text[: aside.start()] + text[aside.end() :]


def asking(text: str, names: Callable[[str], bool]) -> str:
    """The message without its sentences that name nothing, and without those that only tell how the question came up."""
    pieces = [piece for piece in SENTENCE.split(text) if piece.strip("。、 ")]
    named = [piece for piece in pieces if names(piece)]
    if len(pieces) < 2 or not named:
        return text
    if len(named) > 1 and WANTS.search(named[-1]) and POINTED.search(named[-1]) and all((ASIDE.search(piece) or PAST.search(piece)) and not re.search(r"[??]", piece) for piece in named[:-1]):
        named = named[-1:]
    return "".join(named)
