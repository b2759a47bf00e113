"""What a question about figures asks for that our figures do not tell: people, money, journals, kinds of firms, regions, forecasts."""

import re

import prompts
from assistant.understand.text.matcher import Hit, Phrases, Text
from assistant.understand.text.spans import outside

AHEAD = re.compile(r"(?<!の)(?:あと|この先|今後)?(?:\d+|[一二三四五六七八九十]{1,3}|数)年後(?!の(?:値|数字|割合)?は?.{0,4}(?:年の))")
STATED_YEAR = re.compile(r"(?:19|20)\d\d|平成|令和")
# A noun between two parts that the lexicon knows narrows what is asked: 「企業の寄付の割合」「女子大の参加率」.
LINK = r"(?:の|な|系の|系|に関する|に関わる|についての|を扱う|における|での|による|向けの?|に占める|のうち)?(?:国際)?"
TOPIC = re.compile(r"(?:の(?:世界|分野|領域))?(?:は|では|だと|って)、?")
# What we count: a noun before it narrows it.
COUNTED = re.compile(r"論文|会議|学会|分野")
RIVAL = re.compile(r"(?P<who>(?:ライバル|競合|競争相手|同業)(?:他社|各社|企業|会社|者)?|他社|あの会社)[^。]{0,10}(?P<what>戦略|計画|テーマ|予算|投資|動き|研究|秘密|内情|人事|開発|手の内|状況)")
# 「上位10%の機関」: we know the ten largest, not a tenth of all.
TOP_PERCENT = re.compile(r"(?:上位|トップ)\s*\d+(?:\.\d+)?\s*(?:%|パーセント|割)(?=の?(?:研究)?(?:機関|企業|大学|会社|組織|国)|(?:だと|なら|では|は)[??。]*$)")
NOUNS = {"儲か": "もうけ"}  # beginnings of verbs, as they are told back
# A firm without a name: 「競合のB社」「某メーカー」.
UNNAMED = re.compile(r"(?:(?:ライバル|競合|同業)の?)?(?<![A-Za-z])[A-Za-z]社(?!会)|某(?:社|企業|会社|メーカー|大手)|(?:ライバル|競合|競争相手|同業)(?:の?(?:会社|企業|他社|各社|相手|メーカー))?(?=[はがも、]|の(?=割合|比率|シェア|論文|本数|数字|数値|動[きく向]|順位|研究|投資|予算|AI|ai|発表|参加|状況|様子|戦略|位置|人[員材数]|売上|技術|開発|実力|社内|内部|現場|工場|経営|製品|サービス|取り?組み|導入|活用|利用|事例|社員|側|間|中|うち|方|ほう)|って|$)")
OWN_MOVE = re.compile(r"(?:うち|当社|弊社|自社|わが社|我が社|我々)(?:も|は|として)?[^。]{0,20}(?:べき|方がいい|ほうがいい|必要|どうすれば|どうしたら)")
# Money spent, summed over somebody: 「企業がAI研究に使った金額」.
MONEY_SPENT = re.compile(r"(?:使っ|投じ|かけ|費やし|支出し|つぎ込ん|注ぎ込ん|投資し|出し)(?:た|だ|て(?:いる|る|きた))(?:金額|総額|額|お金|資金|費用)|(?:金額|支出|出費)の?(?:総額|合計)|総額は?(?:いくら|$|[??])")
WHEN_HELD = re.compile(r"(?:次の|今度の|次回の?)[^。]{1,16}(?:いつ|どこ)|いつ(?:開催|開か|やる|やり)|開催(?:日|時期|場所|都市)|申し込み|どの(?:都市|街|町|ホテル)(?:で|に|なの|です|か|だ|$|[??])|フライト|航空券|飛行機")

# Work on the asker's own things: 「この文を英訳して」「法律の相談に乗って」.
THINGS = r"(?:文|文章|文面|文書|契約書|手紙|メール|記事|原稿|コード|プログラム|スクリプト|クエリ|sql|SQL|ソース|アプリ|マクロ|関数|表計算|画像|写真|音声|録音|動画|ロゴ|履歴書|英文|和文|手順書|マニュアル|仕様書|ポスター|広告|挨拶文|あいさつ文|作文|感想文|俳句|詩|歌詞)"
DONE = r"(?:訳し|訳せ|翻訳|英訳|和訳|添削|校正|推敲|直し|書いて|作って|作成|書き起こ|文字起こ|描いて|修正し|デバッグ|整形|清書|変換|読み上げ|要約し|考えて)"
SERVICE = re.compile(
    rf"(?:この|その|次の|以下の|下の|添付の|会議の|手元の)?{THINGS}(?:を|の)[^。、]{{0,12}}{DONE}|(?:英語|日本語|中国語|韓国語|フランス語)に(?:訳し|翻訳)|"
    r"(?:1on1|(?<!の)人事)?(?:面談|人事評価|人事考課|査定|勤怠管理|部下の評価)(?:の|を|で|は|シート)|相談に(?:乗|の[っりる])|(?:愚痴|悩み)を聞|(?:python|パイソン|java|ジャバ|excel|エクセル|vba|sql|r言語|マクロ|プログラム|スクリプト)[^。]{{0,24}}(?:コード|プログラム|スクリプト|関数|クエリ|マクロ|実装)[^。]{{0,8}}(?:書|作|組|くれ|くださ|教え|頼|お願)|write [^.?]{{0,24}}(?:code|script|program|function|macro)\b|(?:予約|手配|注文|発注)(?:を)?(?:して|お願い)|代わりに(?:書|作|電話|連絡)",
    re.IGNORECASE,
)
OUR_SUBJECT = re.compile(r"(?<![a-z])ai戦略|研究|計算資源|gpu|戦略|投資|論文|答え|回答|グラフ|稟議|説明資料|フレーズ", re.IGNORECASE)
# A breakdown that our data do not hold, or a numbered figure or table: 「都道府県別」「月ごと」「図3」.
BREAKDOWN = re.compile(r"[一-龥ァ-ヴー]{1,8}(?:別|ごと|毎)(?=に|の|で|、|[一-龥ァ-ヴーA-Za-z]|は|を|$|[??。])")
HELD_BREAKDOWNS = re.compile(
    r"(?:国|企業|会社|大学|会議|学会|分野|領域|機関|年|年度|組織|所属|順位|順位帯|帯|ランク|区分|話題|トピック|メーカー|チップ|セクター|業態|年代|期間|前後|主体|担い手|種類|カンファレンス|グループ|モデル|個|特|区|識|差|判|類|種|性|案|戦略|論文)(?:別|ごと|毎)$"
)
# A month inside a year: the data are yearly. 「18か月で」 is a length.
MONTH = re.compile(r"(?<![\d.])((?:1[0-2]|[1-9])月)(?!面|曜)(?:だけ|分|の|に|中|は|で|から|時点)")
# Papers by how often one is cited or how many wrote it: neither is counted.
EACH_PAPER = re.compile(r"何回(?:くらい|ぐらい)?(?:被?引用)|平均(?:の)?(?:被)?引用|引用(?:数|回数|件数)の?(?:平均|中央値)|\d+(?:社|校|機関|[かカヶ]国|人|名)(?:以上|以下|未満)(?:の|が|による)(?:共著|連名|著者)")
# A part of a university that no affiliation tells: 「工学部と理学部」.
DEPARTMENT = re.compile(r"[一-龥]{1,4}(?:学部|学科|研究科|専攻)(?!生)")
# The order to make numbers up; 「捏造ではないですか」 asks something else.
FABRICATED = re.compile(
    r"(?:でっち[上あ]げ|捏造し|ねつ造し|(?:数字|数値|値|データ|割合|率)を(?:盛っ|創作し|こしらえ|改ざんし|ごまかし))(?:て(?!いな|いる|いま|る|ない)|ろ|なさい|よう|たい)|(?:もっともらしい|それらしい|それっぽい|適当な|架空の|嘘の|うその)[^。、]{0,12}(?:数字|数値|値|割合|率|データ)を|"
    r"(?:嘘|ウソ|うそ|デタラメ|でたらめ|出鱈目|架空|作り話|フェイク)で(?:も)?(?:いい|良い|よい|構わ|かまわ|かまへん|結構|OK|ok)|(?:それらしい|それっぽい|もっともらしい|適当な|架空の|ありそうな)(?:の|もの|やつ|数字|数値|値|データ|件数|本数|率|割合|根拠|統計)(?:を|で)?、?(?:[0-9一]つ)?(?:作|つく|創作|でっち|こしらえ|入れ|埋め)|"
    r"(?:数字|数値|値|データ|件数|本数|率|割合|統計|根拠|証拠)(?:を|で|は|だけ)*[^。]{0,8}(?:創作|捏造|ねつ造|でっち上げ|でっちあげ)(?:し|せ|て|ろ)(?!て(?:いな|いる|いま|る|ない))|(?:根拠|証拠|裏付け|エビデンス)を?(?:つくっ|作っ|こしらえ)て|(?:それらしく|それっぽく|もっともらしく|いい感じに|うまい(?:こと|具合に)|当てずっぽうで|想像で|適当に)[^。、]{0,14}(?:作っ|作り|作れ|つくっ|つくれ|でっち|埋め|補っ|補完し|こしらえ|創作し)(?:て|とい|とけ|ちゃ|ろ|$)|make up (?:a |some |the )?(?:number|figure|stat|value)|fabricat(?:e|ing)"
)
# The order to make them look better or to take one that is given: 「実際より高く書き換えた表を」「数字を盛って」「75%ということにして」.
ORDER = r"(?:(?:て|で|っ)?と(?:いて|け(?:$|[。!])|いた(?:表|資料|グラフ))|(?:て|で|た|だ)(?:くれ|下さ|くださ|ほし|欲し|おいて|おけ|ちょうだい|頂戴|もら|いただ|ええ|や(?:$|[。!]))|(?:て|で)[。!]?$|(?:た|だ)(?:表|資料|グラフ|版|もの|やつ|図|数字|一覧)(?:を|が|で|に|、|$)|(?:ろ|れ|け|せ|なさい|よう|たい|ましょう)(?:$|[。!]))"
NUMBERS = r"(?:数字|数値|値|割合|比率|率|データ|グラフ|統計|結果|出典)"
BENT = re.compile(
    rf"{NUMBERS}(?:を|に|は|も)?、?[^。、]{{0,10}}(?:盛っ?|盛る|盛れ|水増しし|かさ上げし|嵩上げし|上乗せし|底上げし|書き換え|書きかえ|差し替え|すり替え|改変し|改竄し|偽っ|誇張し|いじっ|膨らませ){ORDER}|"
    rf"(?:本当|実際|本来|実態|事実|元)の?(?:{NUMBERS}|数)?より(?:も)?、?(?:高|低|多|少な|大き|小さ|良|よ|悪)(?:く|めに|めの)[^。、]{{0,10}}(?:書き|書い|見せ|直し|変え|し|作っ|出し|盛っ|報告し)[^。、]{{0,4}}{ORDER}|"
    rf"都合の(?:いい|良い|よい|ええ)[^。、]{{0,4}}{NUMBERS}[^。、]{{0,8}}(?:入れ|作っ|使っ|並べ|出し|選ん|載せ|書い|埋め){ORDER}|"
    r"\d[%割]?(?:とでもし|(?:って|という|と言う)(?:こと|体|てい)(?:に|で)[^。]{0,10}(?:し|作|つく|書|まとめ|出|載せ))|都合(?:よく|良く)、?[^。、]{0,8}\d+[%割]?(?:に|と)(?:した|して|する)"
)
# Who the answer is to be told to is nobody it is about: 「新人にもわかりやすく」「学生向けに説明して」.
FOR_WHOM = re.compile(r"(?:に|向け)(?:も|は|でも|に)?[^。、]{0,8}(?:わか|分か|説明|解説|伝わ|伝え|話せ|教え)")
# A medium that something was read in or is written for is nothing to count: 「業界紙で…と読んだ」「社内報の見出し用に」.
READ_IN = re.compile(r"の(?:見出し|記事|原稿|コラム|取材|特集|記者|紙面|切り抜き)|(?:に|へ)(?:載せ|書[いくこ]|寄稿|使[うい]|出[しす]|書かれ|載っ|あった|出て)(?![^。、]{0,4}論文)|(?:で|から)(?:は)?[「『]|で(?:使[うい]|紹介|読[みん]|見[たてか]|報じ|言われ|話題)|用(?:に|の)|向け|を(?:見[てた]|読ん)")
# How somebody is reached: no summary or count of ours holds it.
CONTACT = re.compile(r"電話番号|でんわばんごう|メールアドレス|めーるあどれす|メアド|連絡先|れんらくさき|個人(?:の)?(?:トップ|上位|ランキング|別)|(?:著者|先生|教授|研究者|社長|担当者?)(?:たち|さん|方)?の(?:住所|電話|でんわ|メール)", re.IGNORECASE)
# Family and social occasions: no words of ours fit them.
PRIVATE = re.compile(r"結婚(?:式|記念)|披露宴|葬儀|葬式|弔辞|送別会|歓迎会|忘年会|新年会|誕生日|誕生会|同窓会|卒業式|入学式|運動会|還暦|ラブレター|プロポーズ")
# Persons ranked or named, and what somebody spent: neither is counted.
PERSONS = re.compile(r"(?:一番|いちばん|最も|もっとも|多く|上から|トップの?|上位の?)[^。]{0,20}?(研究者|著者|個人)(?:トップ|ランキング|の名前|は誰|を\d|\d|って誰|の一覧)")
# Buying shares, and judging a person by name: whatever else a question names. The one paper that is cited most: papers are not told one by one.
SECURITIES = re.compile(r"(?:株(?!主|式会社|価)|株式(?!会社)|銘柄|投資信託|投信|NISA|仮想通貨|ビットコイン)[^。]{0,16}?(?:買|売|仕込|狙|間に合|上が|下が|持ち続け|手放|おすすめ|お勧め)|(?:買|売)[^。、]{0,6}(?:べき|なら)[^。、]{0,6}(?:株|銘柄)|(?:儲か|もうか|稼げ|上が)る(?:株|銘柄)")
STOCKS = re.compile(r"^(?!.*\bpapers?\b).*?\b(?:stocks?|equit(?:y|ies)|etfs?)\b[^.?]{0,40}\b(?:buy|sell|benefit\w*|pick|undervalued|outperform|now|rise|fall)\b|^(?!.*\bpapers?\b).*?\b(?:buy|sell|short|invest(?:ing)? in|which|what)\b[^.?]{0,24}\b(?:stocks?|equities|etfs?)\b", re.IGNORECASE)
NAMED_PERSON = r"(?:[一-龥]{1,4}(?:くん|君|さん|ちゃん|氏)|(?<![営経技財総開製販研人広])[一-龥]{2}(?:部長|課長|係長|主任)|部下|上司|同僚)"
PERSONNEL = re.compile(rf"(?!.*(?:書け|書き|シート)){NAMED_PERSON}(?:の|を|は|が)[^。]{{0,14}}?(?:に上げ|昇進|昇格|抜擢|評価|査定|異動|配属|クビ|首に|解雇|辞めさせ|叱|登用|降格|降ろ|任命|褒め|付き合)")
CAREERS = re.compile(r"(?:学生|卒業生|院生|修了生|博士)[^。、]{0,8}(?P<what>就職先|進路|行き先)")
CITED_MOST = re.compile(r"(?:(?:最も|もっとも|一番|いちばん|最多)(?:多く)?の?(?:被)?引用(?:され|数)?[^。]{0,8}?論文|(?:被?引用(?:数|回数)?)が(?:最も|もっとも|一番|いちばん)多い[^。]{0,6}?論文)(?=は|の(?:題名|タイトル|著者|名前|一覧)|を(?!書)|って|が|[??。]|$)")
SPENT = re.compile(r"いくら(?:ぐらい|くらい|ほど)?(?:突っ込|つぎ込|注ぎ込|割い|費や|使|払|投じ|投資|かけ|稼|儲|出資|もら)")
PUBLISHED = re.compile(r"され(?:た|てい|る)|(?:済み?の?)?論文(?!数|の(?:数|割合|率))")  # 「企業が採択された論文」 are the papers we count
ACCEPTED = re.compile(r"(?:を|に)?(?:通|経|受け|パス|突破|クリア|合格)|付き|つき|あり|済み?")  # 「査読を通った論文」 are the papers we count
# Papers of the asker's own people: 「わが社の研究所がCVPRに通した論文」.
OWN_WORK = re.compile(r"(?P<who>(?:うち|当社|弊社|自社|わが社|我が社|私|僕|俺|自分|部下|同僚|上司)の(?:会社|部署|部|課|チーム|研究所|研究室|研究員|研究者|社員|若手|開発部|工場|グループ)?)(?:が|は|から|の(?=論文))[^。、??]{0,24}(?:論文|本数)")
AFFILIATED = re.compile(r"(?:会社|企業|民間|大学|産業界|メーカー|[A-Za-z]{3,})(?:側|名|人)?の$")
# Where it was read or is to be printed is not what is counted: 「社内報の見出し用に」「業界紙で「…」と読んだ」.
READ_OR_PRINTED = re.compile(r"(?:の(?:見出し|記事|原稿|コラム|特集|取材|インタビュー|連載|号))?(?:用(?!い)|向け(?!の論文)|に載せ(?:る|たい|ます)|に書(?:いて|く)|で「|で(?:読|見か|目に)|(?:の見出し|の記事|の原稿)に|に(?:出て|書かれて|載って)(?:い)?(?:た|まし))")
# How taxes, wages or areas are reckoned: 「相続税の計算方法」.
ELSEWHERE_COUNTED = re.compile(r"(?:税|保険料|手当|控除|年金|利息|給与|賞与|残業代|退職金|面積|体積|距離|カロリー|BMI|偏差値|税額|慰謝料|養育費)(?:の|を)?(?:計算|算出)(?:方法|の仕方|する方法|の?やり方)|(?:この|うちの|その)(?:案件|稟議|提案|企画|申請)(?:が|は)?[^。]{0,6}(?:通る|承認され|決裁され|却下され)(?:か|の|と|でしょ)")
NUMBERED = re.compile(r"(?:(?<![一-龥])図表?|(?<![一-龥])表|[Ff]ig(?:ure)?\.?|[Tt]able)\s*\d{1,2}(?!\d|位|社|校|つ|個)")


def service(text: str) -> str | None:
    """The work or help that is asked for, which is none of ours; None for questions."""
    match = SERVICE.search(text)
    return match.group() if match and not OUR_SUBJECT.search(text) else None


TRADE = re.compile(r"(?:会社|企業|業者?|業界|メーカー|[屋店局]|チェーン|関連|系)(?:の(?:者|人間|経営|担当)|な(?:ん|の)|だ|や(?!業)|です|でし|を(?:経営|やっ|営)|、)")


def of_trade(hit, text: str) -> bool:
    """Whether a word that lies outside only names somebody's trade: 「製薬ですが」「旅行会社なんだけど」."""
    made = hit.text == "薬" and text[max(0, hit.start - 1) : hit.start] in ("製", "医")
    return made or TRADE.match(text[hit.end :]) is not None


class Scope:
    """The lexicon of what lies near our figures and is not in them."""

    def __init__(self):
        self.elsewhere = Phrases(("elsewhere", word, str(word)) for word in prompts.lexicon("answerable")["elsewhere"])
        self.axes = Phrases(("axis", word, str(word)) for word in prompts.lexicon("answerable")["axes"])
        self.phrases = Phrases(("scope", key, str(word)) for key, words in prompts.lexicon("scope").items() for word in words)

    def axis(self, text: Text) -> str | None:
        """A breakdown that our data do not hold, as written."""
        if hits := self.axes.find(text):
            return hits[0].text
        if month := MONTH.search(text.folded):
            return month[1]
        return next((match.group() for match in BREAKDOWN.finditer(text.folded) if not HELD_BREAKDOWNS.search(match.group())), None)

    def firm_kind(self, text: Text) -> str | None:
        """A kind of firms that our data do not tell apart (自動車, 中小企業), as written."""
        return next((hit.text for hit in self.phrases.find(text) if hit.key == "firm_kind"), None)

    def outside(self, text: Text, known: list[Hit]) -> tuple[str, str] | None:
        """(key of the refusal table, word as written) for the first such word that is no part of a known name."""
        for hit in self.phrases.find(text):
            if hit.key == "media" and READ_IN.match(text.folded[hit.end :]):
                continue
            if hit.key in ("people", "firm_kind") and FOR_WHOM.match(text.folded[hit.end :]) or hit.text == "採択" and PUBLISHED.match(text.folded[hit.end :]):
                continue
            if hit.text == "肩書" and AFFILIATED.search(text.folded[: hit.start]):  # 「会社の肩書きの著者」
                continue
            if hit.text == "査読" and ACCEPTED.match(text.folded[hit.end :]):
                continue
            if hit.key == "media" and READ_OR_PRINTED.match(text.folded[hit.end :]):
                continue
            if not any(other.start <= hit.start and hit.end <= other.end and (other.start, other.end) != (hit.start, hit.end) for other in known):
                return f"scope_{hit.key}", NOUNS.get(hit.text, hit.text)
        if match := OWN_WORK.search(text.folded):
            return "scope_own", match["who"]
        if match := NUMBERED.search(text.folded):
            return "scope_detail", match.group()
        if (match := DEPARTMENT.search(text.folded)) and not any(other.start <= match.start() < other.end for other in known):
            return "scope_detail", match.group()
        if match := EACH_PAPER.search(text.folded):
            return "scope_detail", match.group()
        if match := MONEY_SPENT.search(text.folded):
            return "scope_business", match.group()
        institutions = [hit for hit in known if hit.kind == "institution"]
        if institutions and (hits := outside(self.elsewhere.find(text), institutions)):  # 保険 of 平安保険 is its name
            return "scope_business", hits[0].text
        if lack := of_rivals(text):
            return lack
        if (match := AHEAD.search(text.folded)) and not STATED_YEAR.search(text.folded):
            return "scope_forecast", match.group()
        return None


# What a firm of others spends: 「キーエンスさんは大学にいくら払っている?」. What a model cost is told by papers.
SPENT_BY = re.compile(
    r"(?P<who>(?:競合|ライバル|競争相手|同業)の[^、。はが]{1,14}|[^、。はがの]{2,14}(?:さん|社(?![長会員内外])|製作所|工業|電機|電気|自動車|化学|製薬|銀行|グループ|ホールディングス)|(?<![ァ-ヴー])(?!メーカー|ベンダー|クラウド|スタートアップ|パートナー|サーバー|プロジェクト|プロトタイプ)[ァ-ヴー]{4,})"
    r"(?:は|が|って)[^。]{0,24}?いくら(?:ぐらい|くらい|ほど)?(?:を)?(?:払|使|投じ|投資|かけ|突っ込|つぎ込|注ぎ込|出し)"
)
OWN_OR_MODEL = re.compile(r"うち|ウチ|当社|弊社|自社|我が|わが|皆さん|みなさん|学習|訓練|モデル|GPT|gpt")


def not_ours(text: str) -> tuple[str, dict[str, str]] | None:
    """Why nothing of ours answers, whatever kind of answer the words ask for; None for any other text."""
    if SECURITIES.search(text) or STOCKS.search(text):
        return "scope_securities", {}
    if PERSONNEL.search(text):
        return "scope_person", {}
    if career := CAREERS.search(text):
        return "scope_people", {"name": career["what"]}
    if (spent := SPENT_BY.search(text)) and not OWN_OR_MODEL.search(text):
        return "scope_business", {"name": f"{spent['who']}の支出"}
    return ("scope_detail", {"name": cited.group()}) if (cited := CITED_MOST.search(text)) else None


def of_rivals(text: Text) -> tuple[str, str] | None:
    """What is asked of rivals that no name tells: their papers could be told by name, their plans never."""
    match = RIVAL.search(asking(text.folded))
    if match is None:
        return None
    return ("scope_unnamed", match["who"]) if match["what"] == "研究" else ("scope_business", f"{match['who']}の{match['what']}")


def asking(text: str) -> str:
    """The last sentence where it asks what the asker's firm is to do (「競合がAI研究所を作ったらしい。うちも作るべきか」), else the text."""
    last = re.split(r"(?<=[。!])", text.rstrip("。"))[-1]
    return last if OWN_MOVE.search(last) else text


def narrowing(text: str, runs: list[str], hits: list[Hit]) -> str | None:
    """A noun that nothing explained and that narrows a known word: before it (医学論文, スポンサー企業), or after 「…の」 (企業のブースの数)."""
    starts = {hit.start for hit in hits} | {match.start() for match in COUNTED.finditer(text)}
    ends = {hit.end for hit in hits}
    for run in runs:
        if len(run) < 2:
            continue
        at = text.find(run)
        end = at + len(run)
        linked = re.match(LINK, text[end:]).end() + end
        if linked in starts or end in starts:
            return run
        if (topic := TOPIC.match(text, end)) and topic.end() in starts:  # 「音声認識は企業が強い?」
            return run
        before = at - (1 if text[at - 1 : at] == "の" else 0)
        if before in ends and before < at and re.match(r"(?:の|は|って|を|が)", text[end:]):
            return run
    return None


# Firms, papers or authors by an attribute that nothing records: 「創業10年以内の企業」「従業員千人以上の会社」「再現できた論文」.
SIZED = re.compile(r"(?:創業|設立|従業員|社員|資本金|年商|売上高?|時価総額|規模)[^。、]{0,10}(?:以内|以上|以下|未満|超|を超える|台)の?(?:日本)?(?:企業|会社|大学|機関)|(?:従業員|社員|人)が?[0-9]+(?:人|名)?(?:も|しか|に満た|ほど|程度|くらい|ぐらい|そこそこ|前後|規模)[^。、]{0,12}(?:企業|会社)|(?:小さ[いな]|小規模な?|ちっさい|ちっこい|大規模な?|中規模な?|巨大でない|小ぶりな)(?:会社|企業|メーカー)(?=[^。]{0,12}(?:論文|割合|比率|だけ|に絞|に限))")
# Kinds of a group that no affiliation tells apart: 「海外の大学」「地元の企業」「私立大学」.
KINDS = re.compile(r"(?:地元|海外|外国|国外|他国|近隣|県内|都内|近県|周辺|公立|私立|県立|市立|州立|文系|理系|工科系|医科系|新興|老舗|未上場)の?(?:国|小さな|大きな)?(?:大学(?!ランキング)|企業|会社|(?:研究)?機関)|(?:国立|私立|公立|旧帝国?|地方国立)の?大(?:学)?(?![一-龥])|(?:企業|会社|大学|機関)(?:どうし|同士|間)の?(?:共著|連名|共同|協力|提携)")
DONE_TO = re.compile(r"(?:([一-龥]{1,4})(?:でき|され|し|せ|っ|い|ん|き|り|え|け|れ|め|ま|わ|げ|べ|ね)*(?:た|てい(?:る|た)|てる|てた))の?(?:論文|paper)")
# What is done to a paper by writing it, publishing it and standing on it: it narrows nothing.
WRITTEN = frozenset(["掲", "冠", "謳", "入", "関", "関与", "書", "出", "発表", "連", "名", "参加", "参画", "載", "掲載", "採択", "採録", "執筆", "共著", "共同", "絡", "携", "携行", "加", "含", "組", "協力", "連携", "混", "占", "集計", "公表", "提出", "所属", "在籍", "勤", "働", "属", "通", "受理", "生", "作", "世", "送", "刊行", "出版", "手掛", "担", "顔", "揃", "集", "合", "噛", "引用", "被引用", "単独", "完結", "固", "判明", "分", "不明", "特定", "知", "見", "共", "一緒", "関係", "対象", "収録", "並", "登場", "現", "貢献", "寄与", "交", "握", "取", "残", "行", "数", "言", "示", "述", "調", "開催", "発", "表", "寄稿", "著", "登壇", "出席", "付", "切", "投稿", "介在", "介", "混在", "協働", "協業", "合作", "合同", "共作", "共同執筆", "共同発表", "提携", "結", "話", "聞", "出稿", "受", "持", "続", "増", "減", "伸", "上", "下", "落", "超", "比", "限定", "限", "絞", "除", "除外", "外"])


def qualified(text: str, named: bool, ranked: bool) -> str | None:
    """An attribute that narrows firms or papers and that nothing records; None where there is none. `named`: a group is named;
    `ranked`: by its ranks, which then say which universities are meant."""
    if match := not ranked and KINDS.search(text):
        return match.group()
    for match in DONE_TO.finditer(text):
        verb = match[1]
        if not any(verb.endswith(word) or verb.startswith(word) for word in WRITTEN) and (named or len(verb) > 1):
            return match.group()
    return None


def bare_runs(runs: list[str]) -> list[str]:
    """Runs without the words of ours that they carry along: 医学 of 医学論文, 物理学 of 物理学会議."""
    stripped = (re.sub(r"(?:論文数|論文|会議|学会|分野|領域|研究)+(?:全体)?$", "", re.sub(r"^(?:国際|全)", "", run)) for run in runs)
    return [run for run in stripped if len(run) >= 2]
