"""What a question asks of papers, firms or universities that no data of ours record, however sure it is that a figure is asked for."""

import re

from assistant.understand.text.matcher import Text

# Only where it is what is asked, not where it tells why: 「ページ数の平均は」 but 「ページ数を減らした資料に載せる」.
ASKED = r"(?=(?:の?(?:平均|中央値|合計|推移|差|違い|分布|割合|比率))*(?:は|って|が(?:どれ|どの|何|いくつ|多|少な)|を?(?:教え|知り|比べ|比較|出し|見せ|並べ|$)|、|$|[??]))"
ATTRIBUTE = re.compile(
    rf"(?:(?:[1一](?:本|件|報|社|校|人|機関)|論文)?(?:あたり|当たり)の?)?(?:ページ数|頁数|文字数|単語数|図表の?数|参考文献の?(?:数|本数)|引用文献の?数|執筆期間|査読期間|査読日数|著者の?人数|著者数|論文の長さ){ASKED}|(?:平均)?何(?:ページ|頁|文字)(?!目)|(?:[1一]人|ひとり|研究者|(?:[1一]人の)?著者|[1一]社|[1一]校|[1一]機関)(?:[1一]人)?(?:あたり|当たり)の?(?:論文|本数)|"
    r"筆頭(?:の)?(?:著者|執筆者|が|に)|(?:一番|1番|最初|先頭|最後)(?:目)?の著者|"
    r"(?:参加率|共著率|割合|比率|シェア|論文(?:数|の割合)?)の?(?:標準偏差|標準誤差|分散(?!学習)|四分位|最頻値|中央値|メジアン|変動係数|歪度)|"
    r"(?:1人|一人|ひとり|単身)(?:だけ|きり|のみ)?で(?:書|出し|発表|執筆|投稿|仕上げ)|(?:研究者|著者|社員|従業員)が?(?:1人|一人|ひとり)(?:だけ|きり)?の(?:会社|企業|論文)|"
    r"自己引用|自社引用|セルフ・?(?:サイテーション|引用)|自分(?:たち)?(?:の論文)?を自分(?:たち)?で引用|self-?citation"
)
# Inside a year: the data are yearly. A meeting or report of a month is only where the answer is told.
OCCASION = r"(?!の?(?:会議|報告|定例|レポート|決算|会(?!議論文)|ミーティング|資料|業績|開示|連結|役員|取締役|経営|全社|社内|総会|(?:19|20)\d\d|方針|計画|予算|面談|朝会))"
WITHIN_YEAR = re.compile(rf"(?:19|20)\d\d年の?(?:前半|後半|春|夏|秋|冬)(?=と|に|だけ|で|の)|(?:月次|月単位|月ごと|月別|何月|四半期|上期|下期|上半期|下半期|半期|半年(?:ごと|単位|刻み|別|おき)|週次|週単位|日次|季節(?:別|ごと)){OCCASION}|(?i:\b(?:quarterly|monthly|weekly)(?! (?:meeting|report|review|board|deck|brief|update|call|letter|result|newsletter|management))|\b(?:by|per|each|every) (?:month|quarter)\b|month by month)")
# Ranks of universities are those of QS.
OTHER_RANKING = re.compile(
    r"(?<![A-Za-z])THE(?=の?(?:世界|大学|ランキング|上位|トップ|\d|基準|版|順位)|で(?:の|は|も|\d|上位)|だと|に(?:替|変|換|切))|Times\s?Higher|タイムズ・?ハイヤー|(?<![A-Za-z])ARWU(?![A-Za-z])|"
    r"上海(?:交通大学?)?の?(?:世界)?(?:大学)?ランキング|軟科|(?<![A-Za-z])US\s?(?:News|ニュース)|ライデン・?ランキング|(?<![A-Za-z])(?:CWTS|CWUR)(?![A-Za-z])|(?i:CSRankings?)の?(?:順位|ランキング|ランク|上位|トップ)"
)
MACHINES = re.compile(r"(?:gpu|計算機|サーバー?|アクセラレーター?)の?(?:保有|所有|手持ち)?の?(?:台数|枚数|基数|個数|保有数|所有数|保有量)")
# Whose chips: no table of ours and no summary counts those of one owner.
OWNED = re.compile(r"(?:保有|所有|導入|購入|配備|持っ|もっ)(?:し)?(?:て(?:い)?(?:る|ます)|た|する|済み)?の?(?:h100|h200|a100|b200|gb200|v100)[^。、]{0,6}?(?:枚数|台数|基数|個数|数|何[枚台基])|(?:h100|h200|a100|b200|gb200|v100)(?:の|を|は)?(?:保有|所有|導入)?(?:を|の)?(?:枚数|台数|基数|何[枚台基])[^。、]{0,4}?(?:保有|所有|持っ|導入)")
# What is to come if things go on: 「このままのペースで半数を超えるのは何年ごろ」.
GOING_ON = re.compile(r"(?:このまま(?:の)?[^、。]{0,6}(?:ペース|勢い|調子|伸び|行け|いけ|いく|進[むめ])|(?:この|今の|いまの)(?:調子|ペース|勢い|伸び)(?=で|が|だと|なら))(?=[^。]{0,30}(?:いつ|何年|何%|何割|どこまで|どうな|そう))")
# 「今後も企業の割合は増えますか」, asked of figures; and how long a boom or a lead will last, whatever it is asked of.
COMING = r"(?:増え|伸び|広げ|縮め|減っ|上がっ|下がっ|広がっ|縮まっ)(?:て(?:い)?く|ていき)|(?:増え|伸び)(?:る(?!べき|ため|に)|ます|続け(?:る|ます)?)|(?:減|上が|下が|広が|縮ま)(?:る(?!べき|ため|に)|ります|り続け(?:る|ます)?)|続(?:く|きます)|(?:逆転|拡大|縮小|増加|減少)(?:する|します|し続け|していく)|追い(?:つく|抜く|越す)"
TO_COME = re.compile(rf"(?P<word>今後|これから先?|この先|将来(?:的に)?|先々)(?:も|は|に|、)*[^。、??]{{0,18}}?(?:{COMING})")
HOW_TO_COME = r"どう(?:な(?:る|って(?:い)?く|り(?:そう|ます))|動(?:く|き(?:そう|ます))|変わ(?:る|っていく|り(?:そう|ます)))"
BARE_TO_COME = re.compile(rf"^(?:では|じゃあ?|で|そして|それは|これは|、)*(?P<word>今後|これから先?|この先|将来(?:的に)?|先々)(?:も|は|に|、)*(?:この|その|さらに|もっと|まだ|同じように|まだまだ)*(?:割合|比率|傾向|流れ|数字|勢い|差|格差|伸び|ペース)?(?:は|が|も)?(?:{COMING}|{HOW_TO_COME})(?:の|ん|です|でしょう|だろう|か|かな|ね)*[。??]*$")
# 「来年はどのくらいになる見込みですか」
EXPECTED = re.compile(r"(?P<word>来年度?|再来年|来期|次年度|翌年度以降|今後|この先|\d+年(?:後|先))(?:は|に|には|の)?[^。、]{0,16}?(?:見込み|見通し|予想|予測|なりそう)(?!を立て|が立た|違い|の立て方|方法|モデル)")
LASTING = re.compile(r"(?:ブーム|流行|人気|熱狂|優位|独走|一強|独り勝ち|一人勝ち|勢い|快進撃|低迷)(?:は|って|が|も)、?(?P<word>いつまで)(?:も)?[^。、??]{0,8}(?:続|もつ|持[つち])")
FUNDED = re.compile(r"(?:お?金|資金|研究費|助成金?|援助|スポンサー料)(?:を|の)?(?:もら|受け|得|提供さ|出しても)[^。、]{0,8}論文")
# Firms by country: told for Japan alone.
CROSSED = re.compile(r"(?:企業|会社|民間|ビッグテック|大手テック|産学共著|産学)の?(?:論文の?|参加の?)?(?:割合|比率|率|シェア)[^。、]{0,6}(?:高|多|低|少な|大き)(?:い|かった)順?の?国(?![際立内])")
OUR = r"(?:うち|ウチ|当社|弊社|自社|わが社|我が社)"
OWN = re.compile(rf"{OUR}(?:の会社)?(?=(?:の|が|は)[^。??]{{0,20}}(?:論文|研究)[^。??]{{0,12}}(?:社内|評判|評価|受け(?:は|が)|出来(?:は|が)|質(?:は|が)))|社内(?:の|で(?:の)?)(?:評価|評判|人気|反応|満足度|序列|査定)")


# Where authors come from, not where they work: 「インド人研究者」「中国系の著者」.
PEOPLE = r"(?:研究者|研究員|著者|学者|科学者|技術者|エンジニア|開発者|人材|博士|教授|教員|執筆者)"
ORIGIN = re.compile(rf"(?:(?:日本|中国|韓国|台湾|米国|英国|インド|アメリカ|ドイツ|フランス|[ァ-ヴー]{{2,8}}|外国|華)(?:人|系)|(?:日|中|韓|印|米)系|華人|邦人)(?:の|である|で)?(?:AI|ai|トップ|優秀な|若手|女性|男性)?(?:の)?{PEOPLE}|{PEOPLE}の(?:うち|中で)?[^。、??]{{0,4}}(?:日本|中国|韓国|インド|米国|アメリカ|台湾|[ァ-ヴー]{{2,8}})(?:人|系)(?=は|が|の|って|も|、|[??]|$)")
# How often one is cited: told by groups alone.
CITED = re.compile(r"(?:よく|多く|たくさん|どれ(?:くらい|ぐらい|だけ|ほど)|どのくらい|一番)?(?:被)?引用(?:のされ方|され方|されやす|されて(?:い)?る|されている|されますか|数|回数|件数|シェア|率|度|の(?:シェア|割合|数|多さ|面|観点)|で(?:も|は|見)|が(?:多|少)|(?=は|って))|サイテーション|(?<![a-z])citations?(?![a-z])|(?<![a-z])cited", re.IGNORECASE)


def cited_alone(text: Text, named: bool) -> tuple[str, str] | None:
    """The same of how often something is cited: `named`, where what is asked of is one institution or another country than Japan."""
    match = CITED.search(text.folded) if named else None
    return ("scope_detail", match.group()) if match else None


def unrecorded(text: Text, placed: bool, counted: bool = True) -> tuple[str, str] | None:
    """(key of the refusal table, word as written); None where nothing of the kind is asked. `placed`: a conference is named, so that papers are counted;
    `counted`: a figure is asked for, no words."""
    found = (
        ("scope_people", ORIGIN.search(text.folded)),
        ("scope_detail", ATTRIBUTE.search(text.folded)),
        ("scope_axis", WITHIN_YEAR.search(text.folded)),
        ("scope_detail", OTHER_RANKING.search(text.folded)),
        ("scope_business", MACHINES.search(text.lowered) if placed else None),
        ("scope_business", OWNED.search(text.lowered)),
        ("scope_business", FUNDED.search(text.folded) if placed else None),
        ("scope_forecast", GOING_ON.search(text.folded) or LASTING.search(text.folded) or EXPECTED.search(text.folded) or BARE_TO_COME.match(text.folded) or counted and TO_COME.search(text.folded)),
        ("unknown_metric", CROSSED.search(text.folded)),
        ("scope_own", OWN.search(text.folded)),
    )
    return next(((key, match.groupdict().get("word") or match.group().rstrip("、。??")) for key, match in found if match), None)
