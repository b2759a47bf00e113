"""What stands around a question: orders to answer in a certain way, and words that turn a share into a question to the studies."""

import re

import prompts
from assistant.understand.cues.scope import BENT, FABRICATED
from assistant.understand.cues.worded import wording_wanted
from assistant.understand.text.matcher import Hit, Phrases, Text
from assistant.understand.text.source_wanted import without_source
from assistant.understand.text.spans import outside
from assistant.understand.text.wanted_for import without_purpose
from assistant.understand.words.by_form import licence_asked

ORDERED = re.compile(
    r"^(?:これまで|今まで|前|以前|上|先)?の?(?:指示|命令|設定|ルール|プロンプト|会話)(?:は|を)?(?:すべて|全て|全部)?(?:忘れ|無視し|破棄し|捨て)(?:て(?:ください|下さい)?|ろ)?[、,。!\s]*|"
    r"^ignore (?:all |the |any )*(?:previous|above|prior|earlier) \w+[.,\s]*(?:and )?",
    re.IGNORECASE,
)
TOLD = re.compile(r"(?:だ|である)?(?:と|って)(?:だけ)?(?:答え|言っ|言い切っ|回答し|返し|書い|出力し|断言し)(?:て|なさい|ろ|ること)(?:ください|下さい|ね|よ|くれ|もらえますか)*[。!??]*$")
PREMISE = re.compile(r"(?<=[%割分倍本位数])(?:だ|である)?(?:(?:という|との|って)(?:前提|仮定|想定|設定|こと|体|てい)(?:で|に(?:し|立っ)て)|と(?:仮定|想定|前提)(?:し|にし)て)[、,]?")
PAPERED = re.compile(
    r"論文|会議|学会|カンファ|参加|著者|シェア|存在感|プレゼンス|共著|発表|所属|産学|引用|研究者|産業|paper|conference|author|publication|venue|share of|学術|研究分野|ジニ|hhi|因果|差の差|集中|順位|ランキング"
)

# Who says it, and what it is wanted for, are no part of what is asked: 「うちの若手が『…』と言うんだけど」「役員会で使うので」「記者に聞かれてまして」.
SPEAKER = (
    r"(?:うちの|当社の|弊社の|社内の|わが社の|我が社の|ある|とある|先日|さっき|昨日|今日)*(?:若手|部下|上司|同僚|先輩|後輩|新人|新入社員|社員|担当者?|社長|会長|専務|常務|役員|取締役|部長|課長|室長|本部長|"
    r"記者|株主|投資家|顧客|お客|取引先|知人|友人|息子|娘|秘書|コンサル|顧問|アナリスト|監査役|議員|[一-龥ァ-ヴー]{1,8}(?:部門|部署|チーム|本部|事業部))(?:たち|ら|さん|様|の人|の方|の一人)?"
)
SAID = r"(?:言[いうっわ]|申し|申す|聞[いかき]|主張し|話し|尋ね|問[いわ]|こぼし|ぼやい|嘆い|心配し)(?:(?!たら|れば|とき|時に|際|場合|どう|返)[^、。??]){0,12}"
REPORTED = re.compile(rf"^(?:この前|先日|昨日|さっき)?、?{SPEAKER}(?:が|は|から|に|も)、?[「『](?P<said>[^」』]{{4,}})[」』]?(?:と|って|とか|なんて)(?:よく|いつも)?{SAID}[、。??]*")
REPORTED_PLAIN = re.compile(rf"^{SPEAKER}(?:が|は|から)(?P<said>[^「」。??]{{6,60}}?)(?:と|って)(?:言う|言って(?:い)?る|言い張る|聞かされた|聞い(?:た|ている|てる))(?:んだ|の|ん)?(?:です)?(?:が|けど|けれど)、")
ACCORDING = re.compile(rf"^{SPEAKER}(?:が|の)(?:言うには|いうには|話では|話だと|話によると|説では|いわく)、?|^{SPEAKER}(?:いわく|曰く|によると|によれば)、?")
OCCASION = r"(?:(?:明日|来週|今日|今度|次|今週|月末|午後|夕方)の)?(?:役員会|取締役会|経営会議|株主総会|記者会見|報告会|説明会|商談|QBR|IR|決算説明会?|朝礼|打ち合わせ|打合せ|ミーティング|プレゼン|稟議|監査|部会|会議|社内報告|社内資料|講演)"
PURPOSE = re.compile(
    rf"[^、。??]{{2,16}}(?:担当|係|窓口|責任者|の立場)(?:者)?(?:として|で|から)(?:お?(?:聞き|尋ね|伺い|訊き)(?:し)?(?:ます|たい(?:の)?(?:です|だ))?(?:が|ので|けど)?)、?|[^、。??のを]{{1,10}}の(?:取材|会見|商談|面談|打ち合わせ|訪問|講演|出張)の?前に|[^、。??をはの\d]{{1,8}}の中から(?:失礼|すみません|恐れ入り)[^。、]*|{OCCASION}(?:用|の資料|の場)?(?:で|に|のために)(?:すぐ|急ぎで)?(?:使う|使い|使わ|要る|いる|必要|話す|出す|報告する|報告し|示す|発表する|載せ|入れ|引用する)(?:(?!一言|言い方|フレーズ|台詞)[^、。??]){{0,6}}?(?:ので|のに|から|ため|んで|のですが|んだけど|まして)、?|"
    rf"{SPEAKER}に(?:聞かれ|問われ|訊かれ|質問され|詰められ|突っ込まれ)(?:て|た)(?:い?まして|いるので|るので|いて|ので|んだけど|のですが|い?ます)?、"
)

# Who asks, from where, and before what: 「薬局の店長として伺いますが」「移動中のバスから失礼します」「雑誌の締め切り前に」.
EVENT = r"(?:取材|収録|放送|番組|本番|締め?切り?|入稿|出稿|提出|打ち?合わせ|会議|商談|面談|授業|講義|試験|出張|訪問|会食|会合|会見|発表|発表会|プレゼン|総会|役員会|取締役会|監査|決算|講演|セミナー|研修|説明会|報告会|インタビュー|朝礼|来客|出社|搭乗)"
AROUND_IT = re.compile(
    r"(?:^|(?<=[、。]))[^、。??「」]{2,20}(?:として|の立場(?:で|から))の?お?(?:聞き|伺い|うかがい|尋ね|質問)(?:し|いたし|致し|させていただき)?(?:ます|たい(?:の|ん)?(?:です|だ)?|る(?:の|ん)です)(?:が|けど|けれども?|ので)?[、。]?|"
    r"[^、。??「」をはが]{1,14}(?:から|にて|で|中に?|ながら|途中に?|合間に)、?(?:大変|誠に)?失礼(?:し|いたし|致し)ます(?:が|けど|けれども?)?[、。]?|"
    r"(?:^|(?<=[、。]))[^、。??「」はをもが\d]{1,14}で(?:配[るりっ]|見せる|出す|使う|映す|貼る|読み上げる|話す)(?:ため|とき|際|資料|スライド|原稿|紙|冊子)?(?:用)?に、|"
    rf"[^、。??「」はをもが\d]{{0,12}}(?<![A-Za-z]){EVENT}の?(?:直前|前日|当日|前|まえ)(?:に(?:も)?|まで(?:に)?|の(?:準備|予習|下調べ|確認)(?:に|として|で|用に)?)、?"
)

# The affiliation of authors, and a word that it cannot be told: 「affiliationがunknown」「勤め先が判然としない」.
UNPLACED = re.compile(r"どこの(?:人|誰|だれ|者|所属|会社|組織|馬の骨|どなた)(?:だ|な|の)?(?:か|が|なのか)?(?:も|は|が)?(?:全く|まったく|さっぱり)?(?:わか|分か|判|知れな|不明|はっきりし)|(?:affiliations?|所属(?:先|機関)?|勤務先|勤め先|身元)[^。、]{0,8}?(?:unknown|n/a|不明|不詳|未詳|未記入|空白|空欄|判別|判然|特定でき|特定不能|特定され|わから|分から|判ら|割り出せ|読み取れな|はっきりし)|unknown[ -]?affiliations?|(?:不明|未詳|不詳)な?の?所属")
PUBLISHED = re.compile(r"論文|割合|比率|シェア|参加率|何位|順位|何[%割本件]|本数|件数|比べ|どっち|どちら|推移|存在感|share|paper|^(?:(?:じゃあ?|では|で)、?)?[^、。はがのをも]{2,8}(?:は|だと|では|なら|も|の場合は?)(?:、?(?:どう|いかが|いくつ|何|教え|お願い|見せ)[^。]{0,10})?[??。]*$")  # 「理研は?」
MODEL_NAME = re.compile(r"(?i)gpt|chatgpt|bert|llama|palm|bloom|chinchilla|チンチラ|fugaku|富岳|llm-jp|abci")
LIKENESS = re.compile(r"(?i)(?:みたい|のよう|並み?の|級の|クラスの|ぐらいの|くらいの|的な)")  # 「ChatGPTみたいなもの」 is not that model itself
CONTENTLESS = re.compile(r"^(?:それで|で|はい|いいえ|うん|ええ|いや|違う|違います|違う、?そうじゃない|そうじゃない|続けて|続き|続きを|もう一度|もう1度|次|ふーん|へえ|なるほどね|ok|OK|お願いします)[。、!!??…]*$")
LOWEST = re.compile(r"(?:以下|未満|下回)[^。、]{0,4}(?:会議|学会|カンファレンス|カンファ)|(?:少な|低)(?:い|かった|め)[^。、]{0,8}(?:会議|学会|順|はどこ|のはど)|(?:会議|学会|カンファレンス|カンファ)[^。、]{0,8}(?:最下位|低い|少ない)")
MOVED = re.compile(r"増やし|上げた|下げた|落とし|増え|増加|伸び|伸ば|上がっ|上昇|減っ|減少|減ら|下がっ|低下|落ち|躍進|台頭|後退")
ABOUT_AI = re.compile(r"(?<![a-z])ai(?![a-z])|人工知能|研究|計算|gpu|クラウド|大学")  # else a budget is one for something else


# 「…を学内資料に引用したいのです」: the figure is to be quoted, no citations are counted.
QUOTED_IN = re.compile(r"(?:を|、)?[^。、をの]{0,12}(?:に|へ|で)引用(?:し|する|させ|いたし|致し|可能)[^。、??]*(?=[。、??]|$)")


# 「本ツールのデータで」: what all our figures are of.
BY_OURS = re.compile(r"^(?:じゃあ?|では|で)?、?(?:(?:本|この|こちらの|そちらの|御社の|貴社の)(?:ツール|サービス|システム|チャット|アプリ|サイト)|そちら|こちら|御社|貴社)の(?:データ|数字|集計)で(?:は|も)?、?(?:同じ(?:く|ことを)?)?")


# A year, whose share and that it is one.
SELF_SUFFICIENT = re.compile(r"(?=.*\d年)(?=.*(?:企業|大学|産学|機関|テック|日本))(?=.*(?:割合|比率|シェア|参加率|何%|何割|何本))")


def plain(text: str) -> str:
    """The question without who says it, what it is wanted for and the wish for its source; the text itself where nothing of it is left, and where words to reply are wanted."""
    if wording_wanted(text.lower()) or licence_asked(text):
        return text
    text = BY_OURS.sub("", without_source(text))
    said = REPORTED.search(text) or REPORTED_PLAIN.search(text)
    inner = f"{said['said']}、{text[said.end() :]}" if said else text
    if said and SELF_SUFFICIENT.search(text[said.end() :]):  # what was said only tells how the question came up
        inner = text[said.end() :]
    inner = AROUND_IT.sub("", PURPOSE.sub("", ACCORDING.sub("", QUOTED_IN.sub("", without_purpose(inner))))).strip("、 ")
    return inner if len(inner) >= 4 else text


def unwrapped(text: str) -> str | None:
    """The question inside 「前の指示は忘れて、…と答えて」 or 「…という前提で、…」; None where nothing wraps it."""
    if BENT.search(text.lower()) or FABRICATED.search(text.lower()):
        return None
    if "所属不明" in text:  # 「所属不明を企業と仮定して」 is a way of counting
        return None
    inner = PREMISE.sub("、", TOLD.sub("", ORDERED.sub("", text))).strip("、, ")
    return inner if inner != text and len(inner) >= 4 else None


DOING = re.compile(r"どうして(?:る|い(?:る|ま)|ます)(?!.*(?:なぜ|理由))")
# 「いま客先なんで数字だけ」 gives a reason, it asks for none.
BECAUSE = re.compile(r"(?:中|先|前|用|件|ところ|もん)なんで$")

# A paper to hand out that is to be made, in whatever words: 「理事会で配る資料を1枚に仕上げて」「説明用スライドのたたき台を起こして」.
PAPER_TO_MAKE = re.compile(
    r"(?<!この)(?<!その)(?:資料|ペーパー|スライド|レジュメ|ハンドアウト|配布物|一枚紙|1枚紙)(?:の(?:下書き|たたき台|叩き台|素案|原案|案|ドラフト|骨子|ひな形|ひながた|雛形))?(?:を|に)?、?[^。、]{0,8}?"
    r"(?:作(?:って|り|成|る|れ)|つく(?:って|り|る|れ)|仕上げ|仕立て|起こ(?:し|す|せ)|準備|用意|書(?:いて|き上げ)|整え|まとめ(?:て|た(?:い|の)|られ|上げ))"
)


def meant(cues: dict[str, list[Hit]], text: Text) -> dict[str, list[Hit]]:
    """The cues of a question without those that its words only contain: 「今どうしてる」 and 「いま客先なんで」 ask for no reason, 信用金庫 for no trust;
    with that of a document that is to be made."""
    kept = dict(cues)
    if "why" in cues:
        kept["why"] = [] if DOING.search(text.lowered) else [hit for hit in cues["why"] if not (hit.text == "なんで" and BECAUSE.search(text.folded[: hit.end]))]
    if "limits" in cues:
        kept["limits"] = outside(cues["limits"], cues.get("outside", []))
    if "document" not in cues and (made := PAPER_TO_MAKE.search(text.lowered)):
        kept["document"] = [Hit(made.start(), made.end(), "document", "document", made.group())]
    return {name: hits for name, hits in kept.items() if hits}


class Studied:
    """Words that belong to what studies tell of (AI in use, its success, machines owned), never to shares of papers."""

    def __init__(self):
        outcomes = [word for entry in prompts.lexicon("outcomes").values() for word in entry["asked"]]
        self.phrases = Phrases(("studied", word, str(word)) for word in (*prompts.lexicon("answerable")["studied"], *outcomes))

    def asked(self, text: Text) -> bool:
        """Whether a share or number of firms or universities is one of a study: nothing speaks of papers, something of their use of AI."""
        return not PAPERED.search(text.lowered) and bool(self.phrases.find(text))
