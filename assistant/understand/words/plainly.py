"""What is asked of our data or of partners in a roundabout way, written as the plain question: 「去年の数字はないのか」, 「大学の先生に頼むといくらかかる?」,
「GAFA以外で頑張ってる会社は?」, 「企業の論文は質が低いのでは?」, 「部下にどう説明したらいい?」."""

import re

import prompts
from assistant.understand.words.advice import way_in
from assistant.understand.words.by_means import TWIN
from assistant.understand.words.on_way import COSTS

VALUES = r"(?:数字|数値|データ|値|統計|集計|実績|論文)"
NEWEST = re.compile(rf"^(?:もっと)?(?:去年|昨年|今年|一昨年|おととし|最新|最近|直近|新しい|足元|今|現在|20(?:2[4-9]|3[0-9])年|20(?:2[1-9]|3[0-9])年度?(?:以降|以後|より(?:後|先|あと)|から先))(?:度|以降)?の?{VALUES}(?:は|って|も|が)?、?(?:ない|無い|ありません|ある|あります|出て|入って|持って|使え|手に入|取れ|見られ|載って)[^。??]{{0,10}}[。??]*$")
UNIVERSITY = r"(?:大学|研究室|教授|先生|准教授)(?:の(?:先生|教授|研究室|方))?"
PRICE = r"(?:いくら|費用|お金|料金|相場|予算|何(?:百|千)?万円?|どれ(?:くらい|ぐらい|ほど)(?:の)?(?:お金|費用|予算|かか)|高い)"
FEE = re.compile(rf"^[^。、??]{{0,10}}{UNIVERSITY}(?:に|と|へ)[^。、??]{{0,10}}?(?:頼|依頼|お願い|組[むん]|委託|共同|研究して|相談|付き合って)[^。??]{{0,12}}?{PRICE}[^。??]{{0,16}}[。??]*$")
TECH = r"(?P<tech>GAFAM?|ガーファ|大手テック|ビッグテック|巨大テック|巨大IT|IT大手|テック大手)"
BUT = r"(?:以外|を除(?:く|いて|いた|けば|くと)|じゃない|でない|抜き|を外(?:して|すと)|の他|のほか)"
FIRMS = r"(?:会社|企業|メーカー|ところ|とこ)"
MANY = r"(?:論文(?:が|の|を)?(?:一番|最も)?(?:多い|多く|出し)|頑張|がんばっ|目立|強い|元気|健闘|活躍|存在感|伸びて|気を吐|すごい|上位|トップ|有力)"
BUT_TECH = re.compile(rf"{TECH}{BUT}(?:の|で|に|では|だと)*[^。、??]{{0,10}}?(?:{MANY}[^。??]{{0,12}}{FIRMS}|{FIRMS}[^。??]{{0,8}}{MANY})")
WHO = r"(?P<who>(?:日本の?)?(?:企業|会社|民間|大学|大手テック|ビッグテック|GAFA|大手))"
FEWER = re.compile(rf"^(?:最近|近年|この頃|このごろ|、)*{WHO}(?:は|が)、?[^。、??]{{0,6}}論文(?:を|は|も)?、?(?:出さなく|書かなく|発表しなく|公開しなく|出し渋|減らし)[^。??]{{0,18}}[。??]*$")
QUALITY = re.compile(rf"^{WHO}(?:が(?:書く|出す|書いた|出した))?の?論文(?:は|って|の)、?(?:質|レベル|水準|中身|価値)(?:が|は|って|も)?、?(?:低|高|悪|良|いい|よい|薄|落ち|劣|どう|大した)[^。??]{{0,18}}[。??]*$")
CITED = {"大学": "大学論文の被引用シェアは?"}
TOLD_TO = re.compile(r"^(?:これを|それを|この話を|この結果を|AIのことを)?(?P<to>部下|社長|会長|役員(?:会)?|取締役(?:会)?|上司|社員|株主|取引先|顧客|お客さん|客先|銀行|現場|経理|財務|経営陣|社内|若手|新人|親会社|本社|大学の先生|教授)(?:たち|陣|の人|さん)?(?:に|へ)(?:は|も)?、?(?:どう|どのように|なんて|何と|何て|どんなふうに)、?(?:説明|伝え|話|言え|言っ|言う|切り出|報告|頼め|頼ん|お願い|説得)[^。??]{0,14}[。??]*$")
COST_OF = re.compile(r"^(?P<way>クラウド|(?:小規模)?プロトタイプ|試作品?)(?:を(?:使う|作る|借りる)(?:と|場合)?|利用)?の?(?:費用|料金|お金|値段|価格|相場)?(?:は|って)?、?(?:いくら|費用|料金|値段|相場|お金)(?:は|って|くらい|ぐらい|ほど)?(?:かかる|です|でしょう|なの|の|か|必要|ですか)*[。??]*$")
CARD = re.compile(r"^(?:そもそも|ちなみに|ところで|一般的な|普通の|、)*(?:GPU|グラボ|グラフィックボード)\s?(?:ボード|カード|サーバー?|マシン)?(?:を|は|って)?(?:[1一](?:枚|台|基|つ))?(?:買う|購入する|買った|買えば)?(?:と|ら|場合)?(?:の)?(?:は|って)?、?(?:いくら|値段|価格|購入(?:額|費|価格)|代金|本体価格|定価)(?:は|って|が)?[^。、??]{0,12}[。??]*$")
MONOPOLY = r"(?:独占|寡占|支配|牛耳|席巻|一人勝ち|独り勝ち)"
STATED = re.compile(rf"{MONOPOLY}[^。??]{{0,16}}?(?:と(?:は|も)?|(?:という|との|って)?(?:表現|言い方|書き方|説明|見出し)(?:は|を|に)?|って)[^。??]{{0,16}}?(?:書|説明|言|表現|発表|伝え|報告|載せ|紹介|話し|断言|主張|する|使)?[^。??]{{0,10}}?(?:いい|良い|よい|大丈夫|間違|誤り|嘘|うそ|ウソ|適切|正し|問題|言い過ぎ|言いすぎ|OK|構わ|かまわ|妥当|正確|盛りすぎ|許され)")
OTHERWISE = re.compile(r"研究(?:が|は|を)?(?:あ|読|探)|論文|文献|言い回し|切り返|言い返|どう(?:答|返|言)|と言われ|根拠|なぜ|[0-9]")  # works, words to reply or a reason are wanted
MACHINE = r"(?:GPU|グラボ|グラフィックボード|計算機|計算資源|サーバー?)"
GRANT = r"(?:補助金?|助成金?)"
GRANTED = re.compile(rf"^(?!.*(?:採択|事業者|企業と|政府))[^。??\d]{{0,12}}(?:{MACHINE}[^。??\d]{{0,16}}{GRANT}|{GRANT}[^。??\d]{{0,8}}{MACHINE})[^。??\d]{{0,18}}[。??]*$")
JOINT_RATE = re.compile(r"^[^。、??\d]{0,8}共同研究費?(?:の|に(?:かかる)?|[1一]件(?:あたり)?の)?(?:費用の)?(?:相場|平均額|金額|単価|値段|料金)(?:感)?(?:は|を|って|が)?[^。、??\d]{0,12}[。??]*$")
# 「AI研究では企業と大学どっちが多い?」: what conferences are for the research itself.
IN_RESEARCH = re.compile(r"^(?:(?:今|いま|現在|最近)の?)?(?:AI|人工知能)の?研究(?:では|においては?|の世界では|の分野では|だと)、?(?P<rest>[^。]*(?:どっち|どちら|どこ|何[%割本位]|割合|多い|少ない|強い|順位|ランキング)[^。]*)$")
OF_OTHERS = re.compile(r"論文では|と言|主張|うち|当社")  # what works say, or the asker's own firm
THREE = re.compile(r"^(?:(?:(?:[3三]つ|[3三])の?(?:案|戦略|選択肢|方策|方法|やり方|道|手))|(?:小規模プロトタイプ|プロトタイプ|試作|PoC)[^。]{0,4}クラウド[^。]{0,4}共同研究(?:の(?:[3三]つ?の?)?(?:案|戦略|選択肢)?)?)(?:を|の|で|は|って)?、?[^。、??]{0,6}?(?:比べ|比較|並べ|対比|一覧|表に)[^。、??]{0,14}[。??]*$")
OVERVIEW = re.compile(r"^(?:まず|とりあえず|はじめに|、)*(?:は|、)?(?:(?:AI|人工知能)(?:の)?(?:研究|業界)?の?)(?:全体像|概要|あらまし|概況)(?:を|は|について|から)?、?(?P<manner>[^。、]{0,10}?(?:行|ざっくり|大まかに|おおまかに|簡単に|手短に|短く)(?:くらい|ぐらい|程度)?(?:で|に)?)?、?(?:(?:教えて|知りたい|説明|まとめ|お願い|聞かせ|話して|つかみたい)[^。??]{0,12}|短く|やさしく)?[。??]*$")
TO_COME = re.compile(r"これから|今後|将来|来年|先行き|下が|上が|安く|高く|値[上下]|見通し|予測")
ONE_TECH = re.compile(rf"^(?P<but>[A-Za-zァ-ヴー]{{2,16}}){BUT}(?:の|で|に|では|だと)*(?:大手テック|ビッグテック|巨大テック|GAFAM?|IT大手|テック大手|大手)(?:の(?:論文|割合|数字))?(?:は|だと|って|では|を)?[^。、??]{{0,10}}[。??]*$")
COUNTERS = {"企業": "社", "会社": "社", "大学": "校", "機関": "位", "国": "か国"}
RANKED = re.compile(r"^(?:(?:AI|ai)(?:会議|論文)?(?:の|で)?)?(?:論文が多い)?(?P<who>企業|会社|大学|機関|国)の?(?:上位|トップ|ベスト|ランキング(?:の)?)\s?(?P<number>[0-9]{1,2})(?:社|校|位|か国|カ国)?(?:[、,。.\s]|(?:AI|ai)|papers?|論文(?:数)?|の|で|を|が|お願い(?:します)?|ランキング|順位|リスト|一覧|表|ください|教えて|見せて|出して)*$")
FIRST = "論文が多い企業の上位10社は?"


def in_plain_words(text: str) -> tuple[str, tuple[str, ...]] | None:
    """(plain question, what is to be said of it) of such a message; None for any other."""
    if NEWEST.match(text):
        return "データは何年まである?", ()
    if FEE.match(text) or JOINT_RATE.match(text):
        return COSTS["joint"], ()
    if (match := IN_RESEARCH.match(text)) and not OF_OTHERS.search(text):
        return f"AI会議では{match['rest']}", ()
    if THREE.match(text):
        return "三つの戦略の採算を比較して", ()
    if OVERVIEW.match(text):
        return TWIN, ()
    if STATED.search(text) and not OTHERWISE.search(text):
        return "AI研究は大手の独占だと言っていい?", ()
    if GRANTED.match(text):
        return "AIに使える補助金は何がありますか", ()
    if match := BUT_TECH.search(text):
        return FIRST, (prompts.render("notes", "tech_kept", name=match["tech"]),)
    if match := ONE_TECH.match(text):
        return FIRST, (prompts.render("notes", "tech_kept", name=match["but"]),)
    if match := COST_OF.match(text):
        return COSTS[way_in(match["way"].lower())], ()
    if match := RANKED.match(text):
        return f"論文が多い{match['who']}の上位{match['number']}{COUNTERS[match['who']]}は?", ()
    if CARD.match(text) and not TO_COME.search(text):
        return "RTX 5090の価格は?", ()
    if match := FEWER.match(text):
        return f"{match['who']}の割合は減っていますか", ()
    if match := QUALITY.match(text):
        return CITED.get(match["who"].removeprefix("日本の"), "企業論文の被引用シェアは?"), (prompts.render("notes", "quality_by_citation"),)
    if match := TOLD_TO.match(text):
        return f"{match['to']}への説明の言い方を教えて", ()
    return None
