"""Figures asked for in words of their own, written as the plain question: 「2016年を1とすると2021年は」 as a multiple, 「累計の論文数」 as the sum of the main
years, 「首位から十番目までの機関」, 「2008年のピークから」, 「企業の所属しか載っていない」."""

import re

from analytics.divide.store import MAIN_FIRST, MAIN_LAST
from index.number_words import read_number

NUMBER = r"(?:10|50|100|十|五十|百)"
FIRST_ONES = re.compile(rf"(?:首位|トップ|先頭|筆頭|最上位|第?(?:1|一)(?:位|番目|番手|番))から(?:数えて)?、?第?(?P<number>{NUMBER})(?:位|番目|番手|番)まで(?:の|に(?:入|並)(?:る|ぶ|った|んだ))?(?=機関|組織)")
# 「2016年を1とすると2021年はいくつ」 asks how many times it is.
YEAR = r"(?:(?:19|20)\d\d年(?:度)?)"
BASE = re.compile(rf"(?P<year>{YEAR})(?:の(?:値|水準|数字|割合|比率|参加率))?を(?:基準(?:の|に|として|とし)?(?:し(?:て)?)?、?)?(?:1|一|100|百)(?:と(?:すると|したら|すれば|して|した(?:とき|時|場合)(?:に|、)?|置(?:くと|いたら|いて|けば)|見ると|見て|みて)|に(?:すると|したら|して|置(?:くと|いたら|いて|けば)|取(?:ると|ったら|って|れば)))、?")
HOW_LARGE = re.compile(r"(?:いくつ|いくら|どれ(?:くらい|ぐらい|ほど)|どの(?:くらい|ぐらい|程度)|何(?!倍|年|月)|なんぼ|どう(?=なり|なる|なっ))(?:に(?:な(?:る|り|っ)|当た|あた)[ぁ-ん]*|です(?:か)?|でしょう(?:か)?|でっか|だ|や)?|(?=[。??]*$)")
# A peak that is told with its year is no question for the peak: 「2008年のピーク付近から2021年まで」.
DATED_PEAK = re.compile(rf"(?<=年)の(?:ピーク|山|頂点|天井|てっぺん|最盛期|底|谷|ボトム|どん底)(?:付近|前後|あたり|時点?|の(?:頃|ころ|とき|時|年))?(?=から|と比べ|に比べ|より|以降|と(?:19|20)\d\d年)")
SINCE_UNTIL = re.compile(rf"(?P<first>{YEAR})(?:以降|以来|以後|に始まり|を皮切りに|を起点に|からずっと)、?(?P<last>{YEAR})(?=まで|にかけ)")
# 「大手以外も含めた企業全体」 are all firms.
ALL_FIRMS = re.compile(r"(?:大手(?:テック|it|IT)?(?:企業)?|ビッグテック|巨大(?:it|IT|テック)(?:企業)?)(?:だけ(?:で|じゃ)なく|以外|でない(?:ところ|会社|企業))(?:の(?:会社|企業))?(?:も|まで|を)?(?:含め|ふくめ|入れ|込み|ひっくるめ|合わせ|あわせ|足し|加え)?(?:た|て|で|に)?(?:の)?、?(?:すべての|全ての|全部の)?(?P<firms>企業|会社)(?:全体|ぜんたい|ぜんぶ|全部|すべて|全て|一般)?(?=[のでがはを、]|だと|なら|に)")
INCLUDED = re.compile(r"含め|ふくめ|入れ|込み|ひっくるめ|合わせ|あわせ|足し|加え|だけ(?:で|じゃ)なく")
AFFILIATED = re.compile(r"(?P<group>企業|会社|大学)の(?:所属|名前|肩書き?|看板|人間の名前)(?=しか|だけ(?!で(?:は)?な)|のみ)")
PARTNER = re.compile(r"その(?:産学)?(?:の)?共著(?:論文)?の(?:うち、?)?(?:大学側の)?(?:相手|パートナー|組んだ先)(?:方|側|先|の大学)?が")
# 「DLタイトル率」「深層学習っぽい題名の割合」.
DEEP_TITLES = re.compile(r"(?<![A-Za-z])(?:(?:DL|dl)|ディープラーニング|深層学習)(?:系|っぽい|関連|寄り|風|らしい)?の?(?:タイトル|題名|題)の?(?:率|割合|比率)")
# 「逆にビリの会議」「下から五つは」.
LAST_PLACE = re.compile(r"(?:ビリ(?:っけつ|ッケツ)?|びり(?:っけつ)?|ドベ|どべ|どんけつ|しんがり|どん尻)の(?=会議|学会|分野)")
FROM_BELOW = re.compile(r"下から(?:順に|数えて)?、?(?P<number>\d{1,2}|[二三四五六七八九十])(?:つ|個|件|会議|学会|分野|番目まで|位まで)(?=は|を|も|だと|では|まで|だけ|の(?:国|企業|会社|大学|機関)|教|見|出|[、。??]|$)")
LOW_ORDER = re.compile(r"(?:逆に|反対に)?、?(?:低い|少ない|小さい|弱い)(?:ほう|方)?(?:から)?(?:の)?順(?:に|で|番に|番で)、?(?P<number>\d{1,2}|[二三四五六七八九十])(?:つ|個|件|会議|学会|分野|社|校|[かカヶ]国)")
# 「同じ計算を大手テックの割合でやったら」 keeps how it was computed.
SAME_WAY = re.compile(r"^(?:(?:じゃあ?|では|で)[、,]?)*同じ(?:計算|推定|分析|やり方|方法|手法|求め方|比べ方|比較)(?:を|で|は)、?(?P<name>[^、。??]{2,24}?)(?:で|に(?:ついて)?|を)(?:も)?、?(?:やっ|し|行っ|計算し|当てはめ|適用し|使っ|見)(?:てみ)?(?:た(?:ら|とき|場合)|て(?:みて)?|ると|れば)[^。]{0,24}[。??]*$")
# 「301-500は?」 after a band is the next one.
BARE_BAND = re.compile(r"^(?:(?:じゃあ?|では|で|次は?)[、,]?)*(?P<band>1[~-]50|51[~-]100|101[~-]200|201[~-]300|301[~-]500)(?=(?:は|だと|なら|も|のほう|の方)?[、。??]*$)")
TWO_TIMES = re.compile(r"^(?:で|じゃあ?|では|ほな|、)*その(?:二つ|2つ|ふたつ|両方)(?:だと|で|は|の間で)、?(?=何倍)")  # 「その2つだと何倍になった勘定?」
LAST_TWO = re.compile(r"(?:いま|今|さっき|先ほど|上|以上|その|この)の(?:二つ|2つ|ふたつ|両方|両者|二年|2年)の(?:値の|数字の|年の)?(?=差|開き)")
OF_EVERY = re.compile(r"全(?P<kind>機関|企業|大学)(?:を通(?:じ|し)て(?:の)?|の中で(?:の)?|をひっくるめ(?:て|た)(?:の)?)(?=[一1]位|首位|トップ|筆頭)")
MOVED_BETWEEN = re.compile(r"(?<=→20\d\d)年?(?:で|に)(?:動い|振れ|変わっ)た幅")
# 「分野別に並べたとき、機械学習は何番目」 asks for a place among fields.
LINED_UP = re.compile(r"(?P<kind>分野|会議|学会)(?:別|ごと)に(?P<metric>[^、。はに]{2,12}?)(?:を|で|の(?:高い|大きい)順に|を(?:高い|大きい)順に)?(?:並べ|比べ|ランク付けし|順位をつけ|順位付けし)(?:た(?:とき|場合|時|ら)(?:に|は)?|ると|て)、?(?P<name>[^、。はが]{2,14}?)(?P<topic>は|が)(?=[^。]{0,16}(?:何番目|何位|何番手|順位))")
# 「国で言うと日本はどこ?」 asks for a place among countries.
AMONG_COUNTRIES = re.compile(r"(?:国(?:別|ごと)?|世界|各国)(?:の中)?(?:で|に)(?:言う|いう|見る|みる|並べる|比べる)と、?(?P<name>[^、。はが]{1,10})は(?:どこ(?!が)|どのへん|どの辺|どのあたり|何番目?|何位)(?:くらい|ぐらい)?(?:に?(?:いる|あたる|来る|くる|なる))?(?:の|ん)?(?:です)?か?")
# What was accepted had been sent in.
SENT_IN = re.compile(r"(?:投稿|応募|提出)(?:し(?:て|、)?|の上(?:で)?)、?(?=採択|採録|受理|通っ|採ら|載っ)")
AFTER_FIRST = re.compile(r"(?:トップ|上位|ベスト)\s?\d{1,2}(?:社|校|[かカヶ]国|位|機関)?の(?:つぎ|次|あと|後|下|続き)(?:の|は|に|、)*(?=第?(?:\d{1,2}|[一二三四五六七八九十])(?:位|番目|番手))")
# How far two are apart in each of two years: whether their difference grew.
APART_TWICE = re.compile(rf"(?P<first>[^、。と]{{1,12}})と(?P<second>[^、。と年]{{1,12}}?)(?P<of>の[^、。]{{1,8}})?の(?:差|開き|ギャップ|隔たり)(?:は|が|って)?、?(?P<before>{YEAR})(?:時点|の時点|当時)?(?:と|、|・)(?P<after>{YEAR})(?:時点|の時点)?(?:と)?(?:で|では|でそれぞれ|では?それぞれ|それぞれ)、?(?:それぞれ)?(?:何ポイント|いくら|いくつ|どれ(?:くらい|だけ|ほど)|どのくらい|どの程度|なんぼ)[^。??]*[。??]*$")
# What is taken off is the other side of a difference: 「大学側の値を引き算して」, 「引き算した値。何ポイント開いている」.
TAKEN_OFF = re.compile(r"^(?P<other>[^、。]{1,14}?)(?:側|の方|のほう)?(?:の)?(?:値|数字|数値|割合|率)を(?:引き算し|差し引い|引い|マイナスし|差っ引い)(?:て|た(?:ら|値|数字|差|結果)|ると)[^。]{0,12}[。??]*$")
SUBTRACTED = re.compile(r"^(?:(?:じゃあ?|では|で|なら|その|この|両者の|二つの|2つの|を)[、,]?)*引き算(?:を)?(?:し(?:た|て(?:出た)?)|の)(?:値|数字|数|結果|もの|差|ポイント)[^。]{0,14}[。]?(?:何ポイント(?:ほど|くらい)?(?:開|違|離|差)[^。]*)?[。??]*$")
# What the choice is for asks nothing: 「共同研究するなら東大と京大、論文数はどっちが多い?」.
CHOOSING = re.compile(r"^(?:もし|仮に)?、?(?:(?:共同研究|提携|連携|協業|コラボ|共同開発)(?:を)?(?:する|していく)|(?:一緒に|手を)?組む|採用する)(?:なら|としたら|とすれば|場合|とき|時)(?:は|、|に)*(?=[^。]{3,24}(?:論文|本数)[^。]{0,14}(?:どっち|どちら|どこ|何本|いくつ))")
FRACTION_OF = re.compile(r"(?<!全体の)(?<!論文の)(?<!うちの)(?<!その)何分の(?:1|一|いくつ)")
# What is not asked: 「採択率でも参加費でもない。」, 「株価の件は広報に任せてあります。」, 「文案はその後で整えます。」.
NEITHER = re.compile(r"^(?:[^。、はがを]{1,12}でも、?){2,4}(?:な(?:い|く(?:て)?)|ありません|ございません)(?:んだ|です|のです)?[、。]\s*(?=.{8,})")
SETTLED = re.compile(r"(?:^|(?<=[。!!]))\s*[^。、??]{2,32}(?:は|も|なら|については|に関しては)、?[^。??]{0,14}?(?:(?:に|へ)(?:任せて|頼んで|預けて|振って)(?:ある|あります|おります|いる|います)|(?:こちら|別途|別に|自分|当方|後日|あと|その後|後|のちほど|後ほど)で?(?:で)?[^。、??]{0,6}(?:調べ|聞き|確認し|対応し|整え|作り|直し|決め|考え|やり|書き)ます|(?:聞いて|尋ねて|伺って)(?:い)?(?:ない|ません|おりません)|(?:要りません|いりません|要らない|いらない|不要です|結構です))[。!!]\s*")
WHO_WANTS = re.compile(r"(?:^|(?<=[。!!]))\s*[^。、??]{1,16}(?:が|から|は)、?[^。、??]{2,28}(?:と|って)(?:申し|言い|言っ|言わ|仰っ|おっしゃっ|せっつ)[^。、??]{0,10}?(?:まして|おり|いて|るので|るから|て|まして)、(?=[^。]{8,})")
# 「割合はもういい。…実数で何本」.
NO_SHARE = re.compile(r"^(?:割合|比率|率|シェア|%|パーセント)(?:の話)?(?:は|なら)(?:もう)?(?:いい|結構|不要|いらない|要らない|十分|わかった|分かった|聞いた)(?:です|ので|から|んで)*[。、!]\s*(?=[^。]*(?:何[本件]|本数|件数|実数|論文数))")
# 「理由不要。」 behind the question.
NO_NEED = re.compile(r"(?<=[。、!??])\s*(?:理由|説明|解説|前置き|コメント|考察|補足|能書き)(?:は|も)?(?:不要|無用|いらない|要らない|いりません|要りません|結構|抜きで|省略|なしで)(?:です|で|だ)?[。!]*$")
# 「論文の多い企業を上から五社」「論文シェアが大きい企業を10社、上から順に」「産学共著の割合が高い会議トップ3」.
ROWS = r"(?P<number>\d{1,2}|[二三四五六七八九十]{1,2})\s?(?:つ|社|校|[かカヶヵケ]国|位|件|会議|学会|機関|大学|分野)?"
KIND_OF_ROWS = r"(?P<kind>企業|会社|大学|国|会議|学会|機関|分野)"
FROM_ABOVE = re.compile(rf"(?<=[いなる])(?:[^、。いなる]{{0,3}}){KIND_OF_ROWS}(?:を|の|、|は|\s)*(?:(?:上から(?:順に|順番に)?|上位|トップ|ベスト)の?{ROWS}(?:まで|だけ|ほど)?(?:を|は|、)*(?:順に|順番に)?|{ROWS.replace('number', 'rows')}(?:まで|だけ|ほど)?、?(?:上から)?(?:順に|順番に))(?=[、。??]|$|は|を|教|知|お|見|挙|並|示|出)")
# 「日本の会社でAI会議の論文が多い順に10社」.
IN_ORDER = re.compile(rf"(?P<of>[^、。]{{1,8}}の)?(?P<kind>企業|会社|大学|国|機関)(?:の中)?で、?(?P<where>[^。、]{{0,16}}?)論文(?:数|の数)?(?:が|の)(?:多い|たくさんある)順(?:に|番に)?、?{ROWS}")
COUNTER = {"企業": "社", "会社": "社", "大学": "校", "国": "か国"}
BOUNDS = re.compile(r"^(?:(?:その|(?:信頼|95%)?区間)の)?(?:下限と上限|上限と下限|下限・上限|上限・下限)(?:も|だけ|を|は|って|が)?[^。、??]{0,16}(?:、[^。??]{0,24})?[。??]*$")
MEASURED = re.compile(r"割合|比率|(?<![一-龥])率|参加率|共著率|単独率|何本|本数|論文数|何%|何パー|何割|シェア|いくつ|順位|何位")
# 「2つ目のとこは10年前と比べて」 after a ranking.
NTH_OF_THEM = re.compile(r"(?P<place>\d{1,2}|[一二三四五])(?:つ|番|社|校)目(?:ん|の)(?:とこ(?:ろ)?|会社|企業|大学|国|やつ)(?=[はがのをとよっも])")
# 「3割に乗った最初の年」 is no first year of the data.
PASSED_FIRST = re.compile(r"(?P<to>を|に)(?P<passed>(?:乗っ|乗せ|超え|越え|上回っ|下回っ|達し|突破し|届い|切っ|割っ|なっ)た)最初の(?=年|のは|のが)")
# All years together.
SUMMED = r"(?:累計|累積|通算|延べ|のべ|トータル|総計|合計|これまで(?:の(?:累計|合計|通算|総数))?|今まで(?:の(?:累計|合計|通算|総数))?)"
COUNTED = re.compile(r"何本|本数|論文数|論文の数|何件|件数|いくつ(?:の)?(?:論文|書|出)")
TOTAL = re.compile(rf"{SUMMED}(?:で(?!は?な)|に|の)?、?(?=[^。、]{{0,24}}?(?:何本|何件|本数|論文数|件数|論文の数|論文(?:は|が|を)))|(?<=[A-Za-z一-龥ァ-ヴー会議]{{2}}に)これまで(?:に)?(?=何[本件])|{SUMMED}で(?=[^。]{{0,14}}(?:比べ|対比|並べ|比較|教え|見せ|出し|お願い))")
OPEN_END = re.compile(rf"[(（]?(?:〜|~){MAIN_LAST}年?(?:まで)?[)）]?|(?<!から){MAIN_LAST}年(?:度)?まで(?:の)?")
OF_PAPERS = re.compile(r"論文|ペーパー|会議|学会|本数")
MOVING = re.compile(r"推移|増え|減っ|伸び|変わ|毎年|年ごと|割合|シェア|比率|率")


def lowest(match: re.Match) -> str:
    return f"ワースト{read_number(match['number']).value:.0f}"


# (words, how they are written plainly), in the order in which they are tried; the second ones once differences are written plainly.
# 「大学はどげんね。上から5つ」
THEN_ROWS = re.compile(rf"(?P<kind>大学|企業|会社|国|機関)(?:の?(?:ほう|方))?は(?:どう|どない|どげん|どんな|いかが)[^。、??]{{0,8}}[。、??]+\s*(?=(?:上から|上位|トップ|ベスト)の?{ROWS})")
FORMERLY = re.compile(r"\((?:旧|元|現)[^()]{1,14}\)")  # 「メタ(旧フェイスブック)」
COUNTED_SO = re.compile(r"(?:その|同じ|今の)(?:数え方|計算(?:方法)?|集計方法)の?(?:まま|で)、?(?=(?:19|20)\d\d年)")  # 「その数え方のまま2010年に変えて」
AT_LAST = re.compile(r"^最後[には]、?(?=[^、。??]{2,16}[。??]*$)")  # 「最後にアーキテクチャ」
SAME_OF = re.compile(r"でも、?同じ(?:もの|数字|値|割合)を、?(?:拝見|見せ|見たい|教え|お願い|知り|伺|出し|ください)[^。??]*(?=[。??]|$)")  # 「清華大学でも同じものを拝見できますか」
SINCE_LONG = re.compile(r"(?:昔|むかし|以前|かつて)(?:と(?:は)?(?:比べ|くらべ)(?:て|ると|たら)?|より(?:も)?)、?(?:どう|どない|どんな|いかが)[^。、??]{0,8}(?=[。??]|$)")  # 「昔と比べてどう?」
PLAIN = (
    (THEN_ROWS, r"\g<kind>は"), (FORMERLY, ""), (COUNTED_SO, ""), (AT_LAST, ""), (SINCE_LONG, "推移はどうですか"), (SAME_OF, "は?"),
    (FIRST_ONES, lambda match: f"上位{read_number(match['number']).value:.0f}"), (DATED_PEAK, ""), (SINCE_UNTIL, r"\g<first>から\g<last>"),
    (ALL_FIRMS, lambda match: "企業全体" if INCLUDED.search(match.group()) else match.group()), (AFFILIATED, r"\g<group>"), (PARTNER, "そのうち、相手が"), (DEEP_TITLES, "題名に深層学習の語がある割合"),
    (LAST_PLACE, "一番低い"), (OF_EVERY, r"\g<kind>の中の"), (LINED_UP, r"\g<name>\g<topic>\g<kind>の中で\g<metric>が"), (AFTER_FIRST, ""), (CHOOSING, ""), (FRACTION_OF, "何倍"),
)  # fmt: skip
PLAIN_BESIDE_DIFFERENCES = (
    (SENT_IN, ""), (NTH_OF_THEM, r"\g<place>位"), (AMONG_COUNTRIES, r"同じ年に\g<name>は何位ですか"), (PASSED_FIRST, r"\g<to>初めて\g<passed>"), (MOVED_BETWEEN, "の変化幅"),
    (BARE_BAND, lambda match: f"QS{match['band'].replace('-', '~')}位の大学の参加率"), (LAST_TWO, "その"), (TWO_TIMES, ""), (SAME_WAY, r"\g<name>だと?"), (LOW_ORDER, lowest), (FROM_BELOW, lowest),
)  # fmt: skip


def said_otherwise(text: str) -> str:
    """The text with such words written plainly; any other text as it is."""
    for not_asked in (NEITHER, SETTLED, WHO_WANTS):
        rest = not_asked.sub(lambda match: match.group() if MEASURED.search(match.group()) or re.search(r"\d", match.group()) else "", text)
        text = rest if rest != text and MEASURED.search(rest) else text
    if BOUNDS.match(text):
        return "下限と上限は?"
    for pattern, plain in PLAIN:
        text = pattern.sub(plain, text)
    text = apart(NO_SHARE.sub("", FROM_ABOVE.sub(first_rows, IN_ORDER.sub(rows_in_order, NO_NEED.sub("", text)))))
    for pattern, plain in PLAIN_BESIDE_DIFFERENCES:
        text = pattern.sub(plain, text)
    return in_total(as_multiple(text))


def rows_in_order(match: re.Match) -> str:
    """The same, where the kind that is put in order stands before where it is."""
    number = read_number(match["number"]).value
    return f"{match['where']}論文が多い{match['of'] or ''}{match['kind']}の上位{number:.0f}{COUNTER.get(match['kind'], 'つ')}はどこですか。"


def first_rows(match: re.Match) -> str:
    """So many rows of a ranking, as it is asked for most plainly."""
    number = read_number(match["number"] or match["rows"]).value
    return f"{match.group()[: match.start('kind') - match.start()]}{match['kind']}の上位{number:.0f}{COUNTER.get(match['kind'], 'つ')}はどこですか。"


def apart(text: str) -> str:
    """Differences that are told by taking one from the other, or in each of two years."""
    if SUBTRACTED.match(text):
        return "その差は何ポイントですか"
    if (off := TAKEN_OFF.match(text)) and not re.search(r"動き|伸び|変化|流れ|増加|他分野|全体|それ|これ|税|費|金|円|万|補助|投資|効果|利益|売上|コスト|割引", off["other"]):
        return f"{off['other']}との差は何ポイントですか"
    if twice := APART_TWICE.search(text):
        return f"{text[: twice.start()]}{twice['first']}と{twice['second']}{twice['of'] or ''}の差は{twice['before']}から{twice['after']}で広がりましたか"
    return text


def as_multiple(text: str) -> str:
    """「2016年を1とすると2021年はいくつ」 as 「2021年は2016年の何倍」."""
    base = BASE.search(text)
    if base is None:
        return text
    rest = text[base.end() :]
    size = HOW_LARGE.search(rest)
    if size is None or not re.search(YEAR, rest):
        return text
    return f"{text[: base.start()]}{rest[: size.start()]}{base['year']}の何倍ですか{rest[size.end() :].lstrip('か')}"


def in_total(text: str) -> str:
    """「これまで何本」「累計の論文数」 as the number of all main years together; what moves over the years, and shares, are no sums."""
    if not COUNTED.search(text) or not OF_PAPERS.search(text) or MOVING.search(text) or not TOTAL.search(text):
        return text
    years = re.findall(YEAR, text)
    if len(years) > 1 or years and not OPEN_END.search(text):
        return text
    return TOTAL.sub(f"{MAIN_FIRST}〜{MAIN_LAST}年を合わせた", OPEN_END.sub("", text), count=1)
