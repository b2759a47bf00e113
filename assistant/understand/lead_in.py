"""How a question about figures came up and who asks it, told before it in whatever words: 「うちは工作機械だ。AIの研究、結局どこの会社が強いんだ」. What stands
before an end of a clause is left out where it limits nothing, asks nothing, and names nothing that is measured or tells who asks; what follows is whole by itself."""

import re

from assistant.understand.cues.intent import DATA_INTENTS
from assistant.understand.names.periods import read_period
from assistant.understand.text.matcher import Text, read

LONGEST, SHORTEST = 120, 8  # characters of a lead-in, and of the question behind it
# What is told of here is what the question is about, or bounds it, or is a wish of its own.
TOPICAL = re.compile(
    r"話(?:です|だ|で|なん|を)|の件|こと(?:です|だ|で|を|が)|について|に関|における|に(?:限|絞)|だけ|のみ|除[いくき]|含[めみ]|以外|場合|(?:なら|たら|れば|とき|時)(?:ば)?、?$|基準|ベース|換算|集計|定義|数え|"
    r"注目|着目|調べ|知り|探し|探る|聞き|尋ね|伺い|見(?:て|たい|る)|教え|研究(?:し|を|中)|調査|分析|比較|比べ|興味|関心|気にな|心配|疑|思[いうっ]|考え|らしい|そう(?:です|だ)|という|とのこと|言[いうわっ]|聞いた|"
    r"(?:率|割合|シェア|本数|順位|順番)(?:なん|だ|です|や|じゃ|なんです|なんや)?(?:が|けど|けども|けれど|けれども|ねんけど)?(?:さ|な|ね)?、\s*$|"  # 「題名に…が出てくる論文の割合やけど、2010年と2020年じゃどう違う」
    r"ください|下さい|お願い|頼[むみ]|ほしい|欲しい|ちょうだい|くれ|もらえ|[「『]|[??]|どう|何|なぜ|いつ|どこ|誰|いくら"
)
QUOTED = re.compile(r"「[^」]*」(?:という)?")  # what the news said
NUMBERED = re.compile(r"[0-9%]|割|億|万")
AI_ITSELF = "ai"
HARMLESS = frozenset({"smalltalk", "self", "follow"})  # cues that ask for nothing
REASON = re.compile(r"(?:ので|んで|から|ため|もんで|さかい)、?\s*$")  # 「締め切りが近いので、…」 asks for no deadline
# Who asks may name what is counted too: 「大学と企業の橋渡しをしている県の職員です」「うちは画像処理の会社なもので」「地元の大学を記事で取り上げたい」.
ROLE = r"(?:職員|社員|部長|課長|課長補佐|係長|主任|室長|所長|担当者?|担当役員|記者|編集者|教員|教授|准教授|事務員?|広報|コンサルタント|アナリスト|役員|取締役|社長|専務|常務|監査役|会計士|研究員|URA|アドミニストレーター|議員|秘書|新人|経営者|オーナー|代表|医師|医者|看護師|弁護士|税理士|先生|人間|公務員|(?<!著)者|勤務|勤め)"
# 「拝啓 …ております。」「つきましては」「敬具」.
LETTER = re.compile(r"^(?:拝啓|謹啓|前略)[、,\s]*(?:[^。]{0,20}お世話に[^。]*。)?|(?<=。)つきましては、?|\s*(?:敬具|敬白|草々|かしこ)[。]?$")
# Why it is asked, or what happens meanwhile, told behind the question: 「…は何%ですか。先方との会食は明後日です。」「…お願いします。移動中なので。」
SENTENCE = re.compile(r"[^。??!!]*[。!]\s*$|[A-Z][^.?!]*[.!]\s*$")
MEANWHILE = re.compile(
    r"(?:ので|から|ため|もので|んで|まして|さかい|けん)(?:ね|な|す)?[。!]\s*$|会食|ゴルフ|昼飯|飲み会|出張|移動中|締め?切り?は|先方|役員|取締役|理事|社長|会長|専務|常務|部長|上司|部下|同僚|秘書|お客|客先|記者|株主|賭け|完成|助かり|急い|急ぎ|"
    r"\b(?:my|our|we|i|thanks?|appreciated|cheers|regards)\b",
    re.IGNORECASE,
)
END = re.compile(
    r"(?<=[すただるいんねよなりやて])。\s*|(?:です|ます|ました|でした|ません|でして|ありまして|まして|だ|んだ|た|て|る|い|の|なん)(?:が|けど|けども|けれど|けれども|ので|から|もので|もんで|ところ|んで|のに)(?:さ|な|ね)?(?:、|…+|\.{2,})\s*|"
    r"(?:まして|ており|でして|(?:な|も|る|た)んで|やけど|なので|なもので|ですけど|さかい)(?:さ|な|ね)?(?:、|…+|\.{2,}|。)\s*|"
    rf"{ROLE}(?:ですが|ですけど|だけど)"
)
PIECE = r"(?:記事|番組|特集|原稿|紙面|コラム|報告書|レポート|資料|ブログ|授業|講義|提案書|企画書|連載|社説|冊子|社内報|スピーチ)"
TRADE = r"(?:製薬|医薬|化学|素材|鉄鋼|食品|飲料|建設|不動産|物流|運輸|鉄道|航空|銀行|証券|保険|信用金庫|信金|金融|小売|流通|商社|印刷|出版|放送|広告|電力|ガス|電機|電子部品|機械|自動車|繊維|医療|介護|病院|自治体|県庁|市役所|役所|官庁|町工場|メーカー|[一-龥](?<!企)業|[一-龥ァ-ヴー]屋)"
SECTION = r"(?:課|係|局|室|部|署|班|支店|本部|事業部|センター|商工会(?:議所)?|組合|公社|財団|研究所|会社|大学|病院|銀行|新聞社?|出版社?|放送局|代理店|事務所|役場|役所|県庁|市役所)"
ASKER = re.compile(
    rf"{SECTION}(?:の者|勤務)?(?:です|でございます|なん|だ)|{SECTION}で[^、。]{{1,14}}(?:して|務めて|働いて|やって)(?:おり|い[まるて])|"
    rf"{ROLE}(?:です|でして|でございます|なん|なので|だ|やけど|と申し|(?:を|に)?(?:して|務めて|つとめて|やって))|(?:勤め|働い|勤務し)て|(?:^|、)(?:うち|ウチ|当社|弊社|自社|わが社|我が社|当方|こちら|私ども|手前ども|私|僕)(?:の[^、。はが]{{1,8}})?(?:は|って|が|も|、)|"
    rf"{TRADE}(?:系|業界|会社)?(?:に(?:いる|勤め)|で働いて|を?やって|なん|です|や|だ|でして|やし)|(?:検討|準備|企画|立案|計画|作成|取りまとめ|とりまとめ|用意|担当|議論)(?:を|に|中)?(?:し|進め|当たっ|行っ)?(?:て(?:おり|い)|中?です)"
)
OCCASION = re.compile(rf"{PIECE}(?:で|に|を|として|の中で)[^、。]{{0,16}}(?:た[いく]|て(?:い|お)|予定|ところ)|(?:新聞|朝刊|夕刊|日経|記事|ニュース|テレビ|番組|雑誌|経済誌|業界紙|ラジオ|セミナー|講演)[^、。]{{0,24}}(?:ました|まして|た(?:ん|の|が|けど)|[出載]て)")
# What nobody could be asking of: how little the asker knows, or where it will be used. 「お恥ずかしながら不案内でございまして…」「説明会で引用予定です。」
ABOUT_ASKER = re.compile(r"恥ずかし|不案内|不勉強|無知|疎く|疎い|門外漢|素人|初心者|(?:引用|使用|利用|発表|登壇|講演|説明|報告|掲載|配布)(?:する|の)?(?:予定|つもり)(?:です|でして|なので|なんです|で)")
MEASURED = re.compile(r"率|割合|シェア|本数|推移|順位|ランキング|論文数|数字")


def without_lead_in(reader, text: str) -> str:
    """The question without it; any other text as it is."""
    text = without_tail(reader, LETTER.sub("", text))
    for match in END.finditer(text[: LONGEST + 1]):
        if ABOUT_ASKER.search(lead := text[: match.end()]) and not told(reader, read(ABOUT_ASKER.sub(" ", lead))) and len(text) - match.end() >= SHORTEST:
            text = text[match.end() :]
            break
    for match in reversed([*END.finditer(text[: LONGEST + 1])]):
        lead, rest = text[: match.end()], text[match.end() :]
        plain = OCCASION.sub("", QUOTED.sub("", lead))
        if rest and not TOPICAL.search(plain) and not NUMBERED.search(lead) and not told(reader, read(lead)) and whole(reader, read(rest)):
            return rest
    return text


def without_tail(reader, text: str) -> str:
    """The question without what is told behind it; any other text as it is."""
    while (tail := SENTENCE.search(text)) is not None and len(text) - len(tail.group()) >= SHORTEST:
        said, asked = tail.group(), text[: tail.start()]
        if not MEANWHILE.search(said) or TOPICAL.search(said) or NUMBERED.search(said) or told(reader, read(said)) or not asked.rstrip()[-1] in "。??.!":
            return text
        text = asked.rstrip()
    return text


def told(reader, lead: Text) -> bool:
    """Whether a lead-in names something of the figures that is not who asks, or says how to answer."""
    places = [hit for hit in reader.places.find(lead) if hit.key != AI_ITSELF]
    if ASKER.search(lead.folded):
        return bool(MEASURED.search(lead.folded) or read_period(lead.folded).marks or any(hit.kind == "venue" for hit in places))
    asking = set(reader.intents.find(lead)) - HARMLESS - ({"outside"} if REASON.search(lead.folded) else set())
    if asking or reader.works.find(lead):
        return True
    groups = () if OCCASION.search(lead.folded) else reader.measured(lead)
    return bool(places or reader.countries.find(lead) or reader.institutions.find(lead) or groups)


def whole(reader, rest: Text) -> bool:
    """Whether a question about figures says by itself whom it asks of."""
    if not (reader.measured(rest) or reader.countries.find(rest) or reader.institutions.find(rest)):
        return False
    question = reader.read_alone(rest)
    return question.intent in DATA_INTENTS and question.blocker is None
