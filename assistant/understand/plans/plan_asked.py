"""Questions about the plan that a conversation calculated which change nothing of it: what a term means, where an assumption is from, whether
tax is in it, what it costs, and all the ways in one table."""

import re
from dataclasses import dataclass

import prompts
from assistant.models import Question
from assistant.understand.plans.beside_plan import put_beside
from assistant.understand.plans.investment import Investment, read_investment
from assistant.understand.plans.uncounted import uncounted
from assistant.understand.text.matcher import Text

LONGEST = 60  # characters
UNCOUNTED = r"(?![年万円%割億]|パーセント|か月)"  # 「回収期間は何年」 asks for the value
MEANING = re.compile(
    rf"とは(?:何|なに|なん|[??。]|$)|(?:って|っていうのは|というのは|は)[、,]?(?:何|なん|なに){UNCOUNTED}|(?:って|(?:という|っていう)のは)[??。]*$|(?:の|どういう|どんな)意味|意味(?:は|を|が)|何(?:の(?:こと|数字|指標)|を(?:表|示|意味))|どう(?:いう|ゆう)(?:こと|もの|数字|指標)|"
    r"どう[^。、]{0,8}(?:説明|言え|言う|言い|いえば|いう|伝え|話せ|話す)|(?:何|なん)(?:と|て)(?:説明|言え|言う|いえ|伝え)|説明(?:して|する|を|の仕方|できる|お願い)|(?:わか|分か)りやすく|(?:かみ|噛み)砕"
)
BASIS = re.compile(r"(?:根拠|出典|出どころ|出所|ソース|典拠|裏付け)(?!を(?:どう|作|つく|示|集|用意|固)|が(?:あれば|ない|要)|になる)|どこから(?:来|き|持|もっ|も[らっ]|取|とっ|と[りる]|出|引|拾|得|仕入)|どっから|どこの(?:数字|データ|資料)|(?:何|なに)に?(?:由来|基づ)|誰が決め|だれが決め|いつの(?:数字|データ|時点|もの)|(?:何|なに)を(?:元|もと|基)に")
REASON = re.compile(r"なぜ|何故|なんで|どうして")
BARE_BASIS = re.compile(r"^(?:その|この|これの|それの|今の|いまの|では|じゃあ?|で)*[、,]?(?:数字|試算|計算|前提|見込み|値)?(?:の|は|って)?(?:根拠|出典|ソース|出どころ|出所)(?:は|って|も|を)?(?:何|なに|どこ|ある|教え[^。]{0,6})?(?:です|でしょう|なの|あるの)?か?[??。]*$|^(?:それ|これ|その(?:数字|値|計算)|この(?:数字|値|計算))(?:は|って|、)*(?:どこ|何|なん)の(?:数字|データ|値|資料)(?:な|です|でしょう|の|ん|か|や|ね|よ)*[??。]*$")
# 「どこから出てきた数字?」 「何か裏付けはあるんか」 「出所も教えて」: the same of nothing but the answer before.
THOSE = r"(?:(?:その|この|今の|さっきの|先ほどの|これらの|それらの)(?:数字|試算|計算|前提|見込み|値|額|金額|結果)?|それ(?:ら)?|これ(?:ら)?|数字|試算|計算)"
LED = r"(?:で|でも|いや|ほな|ほんで|あの|ちなみに|そもそも|ところで|、)*"
GROUNDS = r"(?:根拠|裏付け|裏づけ|出典|出どころ|出所|ソース|典拠|エビデンス|証拠)"
BASIS_TOLD = re.compile(
    rf"^{LED}(?:{THOSE}(?:の|って|は|に|には|が|、)*)?(?:何か|なにか|ちゃんとした|確かな|はっきりした|、)*{GROUNDS}(?:は|って|が|も|を|とか|、)*(?:(?:ちゃんと|ほんまに|本当に|何か)?(?:ある|あん|あり|おあり|ござい|何|なに|なん|どこ|どう|どない|示|教え|出し|見せ|聞か|知り|言う)[^。、]{{0,12}})?$|"
    rf"^{LED}(?:{THOSE}(?:は|って|の?(?:根拠)?は|が|、)*)?(?:(?:どこ|どっ|何|なに|いったいどこ)(?:から|を(?:もと|元|基)に)|どうやって|どのように)(?:し(?=て|た)|出|来|き|引|取|とっ|持|もっ|拾|はじ|計算|算出)[^。、]{{0,4}}(?:た|て(?:る|い|お)|ん)[^。、]{{0,10}}$"
)
TAX = re.compile(r"(?:税金?|法人税|節税)(?:は|も|って|が|のことは|の(?:影響|扱い)は?|を)?[^。、]{0,6}?(?:考え(?:て(?:い)?(?:る|ます)|てある|た(?:数字|計算|もの|結果))|考慮(?:して(?:い)?(?:る|ます)|され|済み|した(?:数字|計算|もの|結果))|入って|入れて(?:い)?(?:る|ます)|含[まむん]|引いて(?:い)?(?:る|ます|ある)|織り込(?:ん|み)|込み(?:です|なの|の数字|[??]))|税引(?:き)?[前後](?:です|なの|の(?:数字|計算|話)|か[??]|[??]|それとも|か税)|税(?:金)?の?(?:扱い|処理)")
# 「実績ですか、それとも仮定に基づく試算ですか」
REAL = r"(?:実績|実測|実際の(?:数字|値|結果)|本物の数字|実データ)"
ESTIMATED = r"(?:試算|推定|推計|仮定|仮置き|仮の|見込み|予測|想定|シミュレーション|計算上|机上|架空|作り物|でっち)"
REAL_OR_NOT = re.compile(rf"{REAL}[^。]{{0,16}}{ESTIMATED}|{ESTIMATED}[^。]{{0,16}}{REAL}|{REAL}(?:の(?:数字|値|もの))?(?:な[のん]|です|でしょう|か[??]|ちゃう|じゃない|やろ|に?(?:基づ|もとづ|ベース|をもと))")
# 「ほんまにその数字で合うとる?」
DOUBTED = re.compile(r"^(?:で|でも|それ|これ|、)*(?:ほんま|ほんと(?:う)?|本当|まじ|マジ)(?:に|の|で|か)*、?(?:その|この|今の|さっきの)?(?:数字|計算|試算|結果|額)?(?:で|は|が|に|って)*(?:合[っうて]|あって|正し|確か|信用|信じ|大丈夫)[^。]{0,10}$|^(?:その|この|今の|さっきの)(?:数字|計算|試算|結果|額)(?:は|って|で|が)*(?:本当|ほんま|ほんと|合[っうて]|あって|正し|確か|信用|信じ|大丈夫)[^。]{0,10}$")
OF_THIS = re.compile(r"(?:その|この|今の|いまの|さっきの|先ほどの|上の|ここの)(?:試算の|計算の|数字の)?前提")
# What the sums stand on, told of no one plan: 「ROIの試算にはどのような前提がありますか」 「どんな仮定で計算してる?」.
PREMISES = r"(?:前提|仮定|仮置き|想定(?!問答|外|どおり|通り|以上|以下))"
PREMISES_ASKED = re.compile(rf"(?:どんな|どういう|どういった|どのよう[なに]|どう|何(?:を|が|の)?|なに(?:を|が)?|いかなる)[^。、??]{{0,10}}{PREMISES}|{PREMISES}(?:条件|値|の?数字|の?中身|の?内容|の?一覧|リスト|事項)?(?:と(?:は|なる|して|した|し)|は|って|を|が|に|の?出典|の?根拠|、)?[^。??0-9]{{0,14}}(?:何|なに|なん|どこ|どれ|どう|いくつ|教え|見せ|示し|知り|あ[るり]|列挙|並べ|出して|書き出|洗い出|聞[いかき]|挙げ|一覧|出典|根拠|説明|まとめ)|{PREMISES}(?:条件|値)?(?:は|って|を)?[??。]*$")
PREMISES_FIRST = re.compile(rf"^(?:で|では|じゃあ?|ちなみに|念のため|、)*(?:使った|置いた|主な)?{PREMISES}")  # 「前提の一覧を示してください」 after a plan
# 「前提を全部並べて」 in a talk on a plan.
PREMISES_LISTED = re.compile(rf"^(?:で|じゃあ?|では|ちょっと|一度|いったん|、)*(?:(?:その|この|今の|さっきの|先ほどの|使った|置いた|計算の|試算の|入れた)(?:計算の|試算の)?)?{PREMISES}(?:条件|値|の?数字|の?中身|の?内容|の?一覧)?(?:を|は|って)?、?(?:全部|ぜんぶ|すべて|全て|一通り|ひととおり|一覧で|もう一度|一つずつ)?(?:を)?、?(?:並べ|見せ|教え|列挙|出し|挙げ|一覧|書き出|洗い出|示し|確認|何|なに|どう(?:なって|いう)|どない|おさらい|整理)")
OF_SUMS = re.compile(r"試算|roi|採算|投資対効果|費用対効果|投資(?:の|判断の)?(?:計算|評価|効果)|npv|irr|正味現在価値|期待値|損益|収支|回収", re.IGNORECASE)
CALCULATING = re.compile(r"計算|算出|はじ[いくき]|見積も")
OF_NO_SUM = re.compile(r"論文|研究(?!開発)|参加率|割合|比率|共著|会議|学会|集計|合成|差の差|手法|モデル|学習|格差|データ|著者|統計|大学|企業の|[0-9](?:万|億|円|%|割)")
# 「その数字、銀行さんに言うとき何に気をつけたらええ」: what to add when a result is told to somebody.
CAUTION = re.compile(r"注意|気[をに]?(?:付|つ)け|気(?:を|に)すべ|用心|留意|断[りっるわ]|[但た]だ?し書き|前置き|添え|補足|誤解|鵜呑み|うのみ")
QUOTED = re.compile(r"言[うっいえわ]|話[すしせ]|伝え|見せ|出[すしせ](?!た)|示[すし]|説明|報告|使[うえっ]|引用|引く|載せ|発表|プレゼン|渡[すし]|提出|持って[行いく]|答え|述べ|触れる|口にす")
OF_RESULT = re.compile(r"数字|数値|試算|計算|結果|金額|この額|見込み|npv|roi|投資額|期待値|これ|それ|(?:この|その|さっきの|今の|いまの)(?:計画|案|投資)", re.IGNORECASE)
# 「割引率はいくつで計算していますか」 「何年分で見てる?」 「税率は?」: the value that the sums stand on.
VALUE_ASKED = re.compile(r"(?:いくつ|何(?:%|パーセント|割|年分?|年間)|なんぼ|いくら|どの(?:くらい|程度|ぐらい)|どれ(?:くらい|ぐらい))(?:で|を|に|と|くらい|ぐらい|として|の値)*、?(?:計算|算出|試算|見(?:て|とる|とん)|み(?:て(?:い)?る|とる)|見積|使|置い|おい|設定|仮定|仮置|想定|入れ(?:て|と)|し(?:て(?:い)?|と)(?:る|ます|ん)|はじ|前提|織り込)")
VALUE_BARE = re.compile(r"^(?:で|じゃあ?|では|ちなみに|その(?:とき|際|計算|試算)の?|この(?:計算|試算)の?|今の|使った|前提の?|、)*(?:割引率|税率|実効税率|資本コスト|ハードルレート|運用年数)(?:は|って|の(?:値|設定|前提)は)?、?(?:いくつ|何(?:%|パーセント|年)|なんぼ|どれ(?:くらい|ぐらい)|どの(?:くらい|ぐらい|程度))?(?:に(?:なって|して)(?:い)?(?:る|ます)|です|でしょう|なの|だ)*(?:っけ|か|の|ん)*[??。]*$")
OUTCOME = re.compile(r"失敗|損|赤字|マイナス|プラス|黒字|元が")
OVER_YEARS = re.compile(r"何年(?:分|間)?(?:で|を|として|に|の(?:前提|想定)で)")
# 「ROIですが、どういう計算式ですか」 「NPVってどう出してるの」: how a result is reckoned.
FORMULA = re.compile(r"(?<!一)(?<!形)(?<!正)(?:計算|算出)?式(?:は|を|って|で|です|だ|に(?:する|直)|、|[??]|$)|(?:どう(?:いう(?:ふうに|風に)?|やって)?|どのように|どない(?:して)?)、?(?:計算|算出|出し(?:て|た|と)|出す|求め|はじ(?:い|く)|算定)|(?:計算|算出|求め|出し)(?:の仕方|方法?)(?:は|を|って|$|[??])|何を何で割")
FORMULA_BARE = re.compile(r"^(?:で|じゃあ?|では|ちなみに|その|この|今の|それの|、)*(?:計算|算出)?式(?:は|を|って|も)?[^。、??]{0,10}[。??]*$")
INPUTS = ("rate", "chance", "tax", "benefit", "production", "cost", "labour", "years", "assumptions")  # what a plan stands on
WAYS = re.compile(r"(?:[3三]つ|[3三])の?(?:案|戦略|選択肢|計画|やり方|やりかた|方法|進め方|手|道|パターン)[^。]{0,8}(?:表|比べ|くらべ|並べ|比較|一覧|見せ|整理|対比)|(?:この|その|今の|いまの|以上の|上の)(?:[3三]つ|[3三]案)(?:とも)?(?:を|で|の)[^。]{0,6}(?:表|比べ|くらべ|並べ|比較|一覧|整理|対比)|^(?:では|じゃあ?|ほな|で|、)*(?:[3三]つ|[3三]案)(?:とも|全部|すべて)?(?:を|で|は)?、?(?:横に|表に|一覧で|表で|いっぺんに)?(?:して)?(?:並べ|比べ|くらべ|比較|見せ|対比)|(?:全部|全て|すべて)の?(?:案|戦略|選択肢|計画|やり方)[^。]{0,6}(?:表|比べ|並べ|比較|一覧)")
# 「2番手は?」 「次点は」 「次にいいのは?」: of the plans that were compared, the one after the first.
GOOD = r"(?:いい|良い|よい|得|お得|有利|高い|早い|安い|おすすめ|お勧め|有望|見込みがある|来る|くる)"
WAYS_TOLD = re.compile(r"[3三]つ|戦略|選択肢|方策|どうしたら|どうすれ|何から|なにから|はじめ|始め")  # what advice on all the ways is asked with
PLACE = re.compile(rf"^(?:じゃあ?|では|で|ちなみに)?[、,]?(?:(?P<nth>[2-4二三四])(?:番手|番目|位|着)(?:の(?:案|戦略|もの|候補))?|(?P<next>次点|次善|その次|次)(?:の(?:案|策|戦略|候補))?)(?:に{GOOD}[^。、]{{0,8}}?)?(?:は|って|も|を|が|、|[??]|$)[^。、]{{0,10}}$")
NTH = {"二": 2, "三": 3, "四": 4}
SHORT = 20  # characters
OTHERS = r"(?:競合|ライバル|同業|他社|他の会社|他の企業|ほかの会社|ほかの企業|よその(?:会社|企業)|よそ|世の中|業界|大手|大企業|他国|政府|米国|中国|アメリカ|日本|google|グーグル|openai|microsoft|マイクロソフト|meta|amazon|アマゾン|トヨタ)"
OF_OTHERS = re.compile(rf"{OTHERS}[^。、はが]{{0,6}}(?:は|って|では|が|だと|も|の(?:投資|費用|予算|支出|研究費|研究開発費)[^。]*)[^。]{{0,16}}(?:いくら|どれ|どの|どん|なんぼ|何円|何億|投じ|投資|使っ|かけ|払|支出|突っ込|予算|成功|失敗|回収)", re.IGNORECASE)

HOW_MUCH = r"(?:いくら|なんぼ|どれ(?:くらい|ぐらい|だけ|ほど)|どの(?:くらい|ぐらい|程度)|どん(?:くらい|ぐらい|だけ)|いかほど|何(?:百|千)?万円?|何円)"
BACK = r"(?:元[がをは]?(?:取|と[れっる])|回収|黒字|トントン|とんとん|ペイ|採算が合)"
LEVEL = r"(?:何(?:%|割|パーセント)|いくつ|どれ(?:くらい|ぐらい|だけ|ほど)|どの(?:くらい|ぐらい|程度)|どこまで)"
SUCCESS, EVEN = r"(?:成功|うまくい|当た|確率|勝率)", rf"(?:{BACK}|トントン|とんとん|見合|割[にが]?合|プラス|採算|損し?な)"
NOT_SPENT = r"(?!(?:の期間)?で[^。]{0,6}(?:回収|元|戻|ペイ)|[^。]{0,4}(?:戻|儲|返|減|下が|下げ|増え|浮|早く))"  # 「投資はどれくらいで回収できる?」
RESULTS = {
    "break_even_success": re.compile(rf"{SUCCESS}[^。、]{{0,14}}{LEVEL}[^。、]{{0,14}}{EVEN}|{LEVEL}(?:の確率で|の割合で)?{SUCCESS}[^。、]{{0,10}}{EVEN}"),
    "break_even_annual_benefit": re.compile(
        rf"(?:効果|メリット|削減額?|粗利)[^。、]{{0,8}}{HOW_MUCH}[^。、]{{0,8}}(?:あれ|出れ|出た|でれ|あっ|必要|要[るり]|いる|なら|だと{BACK}|で{BACK})|{HOW_MUCH}(?:の?効果)?[^。、]{{0,4}}(?:稼|儲|もうか|浮[いくけ]|削減|減ら|効果)[^。]{{0,10}}{BACK}|"
        rf"{BACK}[^。、]{{0,6}}には[^。、]{{0,4}}(?:年|毎年|効果)[^。、]{{0,6}}{HOW_MUCH}(?!かか|投|出せ|払)|"
        rf"(?:{HOW_MUCH}|何割|何%)(?:の(?:人|社員|現場)[がに])?[^。、??]{{0,4}}(?:使わ|使え|活用|稼働|定着|利用)[^。、??]{{0,6}}(?:ば|たら|と)[^。、??]{{0,6}}{BACK}"
    ),
    "investment": re.compile(
        rf"(?:お?金|費用|元手|持ち出し|持出し|出費|予算|コスト|投資額|投資|資金|キャッシュ|支出)(?:は|が|って|も|の額は)?、?[^。、効]{{0,8}}?{HOW_MUCH}{NOT_SPENT}|^[^。効戻儲利]{{0,10}}{HOW_MUCH}(?:の?(?:お?金|費用|資金))?(?:が|は|も)?(?:かか[るりん]|要[るり]|いる|いん?の|必要|用意|出す|出せば|払)|(?:持ち出し|持出し|元手)(?:は|って)[??]*$"
    ),
}
WHEN = r"(?:何年|何[かヶカケ]月|いつ|どれ(?:くらい|ぐらい)の?期間|どの(?:くらい|ぐらい)の?期間)"
PAID_BACK = r"(?:回収|元[がはを]?取|黒字|ペイ)"
PAID_WHEN = re.compile(rf"{WHEN}(?!の)[^。、??]{{0,6}}{PAID_BACK}|{PAID_BACK}[^。、??何]{{0,8}}{WHEN}")

# 「で、やるのかやらんのか。」 「GOか否か」 「進めるべきか見送るべきか」: whether to do it.
DO = r"(?:やる|する|進める|進む|投資する|踏み切る|入れる|導入する|実行する|go|ゴー)"
DECIDED = re.compile(
    rf"{DO}(?:の|べき)?(?:か|なのか|ん?か)?、?(?:や(?:ら|め|る)|し(?:ない|ません)|見送|進め|入れ|踏み切ら|否|no-?go|ノーゴー|ストップ|待)(?:[らめ])?(?:ん|ない|ません|る|き|い)?(?:の|べき)?(?:か|なのか|ん?か|どっち|どちら|は|$)|"
    r"(?:go|ゴー)(?:か|or|/|・|、|それとも)+(?:no|ノー|否|ストップ)|(?:結局|結論|要するに|つまり|一言で|で、?)[^。、]{0,8}?(?:や(?:る|った)(?:べき|方が|ほうが)|進めて|やって)(?:いい|よい|良い|か|です|なの)|(?:承認|決裁|判断)(?:していい|してよい|すべき|を?どうする|は(?:どう|go))",
    re.IGNORECASE,
)


def decided(text: str) -> bool:
    """Whether a text asks for yes or no to the plan."""
    return len(text) <= LONGEST and DECIDED.search(text) is not None

# 「大学と共同研究すればタダで済むのでは?」
FREE = re.compile(r"(?:タダ|無料|0円|ただ(?=で|に|じゃ|や|だ|同然))[^。、]{0,12}(?:では|じゃ|だろ|でしょ|よね|やろ|ですか|なの|か[??]|[??]|$)|(?:お?金|カネ|費用|コスト)(?:は|が|も)?(?:一切|ほとんど|全然)?(?:かから|掛から|要ら|いら)(?:ない|ん|へん|ず)[^。、]{0,8}(?:では|じゃ|だろ|でしょ|よね|やろ|ですか|か[??]|[??])")


def free_thought(text: str) -> bool:
    """Whether a text takes a way to cost nothing."""
    return len(text) <= LONGEST and FREE.search(text) is not None

# 「5年だと元取れるの?」 「3年以内に回収できる?」
WITHIN = re.compile(r"(?<![0-9])(?P<years>[1-9][0-9]?)年(?:間)?(?:だと|なら|で|では|でも|以内(?:に|で)?|のうちに|までに|あれば|たてば|経てば|目までに|、)*[^。、??何]{0,4}?(?:元[がはを]?取|回収|ペイ|黒字(?:に|化)|戻[るりっ])")


def within_years(text: str) -> int | None:
    """Within how many years a text asks whether the money is back; None for any other."""
    match = WITHIN.search(text) if len(text) <= LONGEST else None
    return None if match is None else int(match["years"])


# 「2年で打ち切ったら損はいくら?」
STOPPED = re.compile(r"(?P<years>[1-9][0-9]?|[一二三四五])年(?:目)?(?:で|の時点で|経ったところで)(?:打ち切|やめ|止め|中止|撤退|諦め|あきらめ|引き揚げ|損切り)[^。、]{0,8}(?:たら|れば|ると|場合|とき|なら|と)")
KANJI_YEARS = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5}


def stopped_after(text: str) -> int | None:
    """After how many years a text supposes the plan to be given up; None where it supposes no such thing."""
    match = STOPPED.search(text) if len(text) <= LONGEST else None
    return None if match is None else KANJI_YEARS.get(match["years"]) or int(match["years"])


@dataclass(frozen=True)
class Asked:
    """`kind`: meaning, formula, value, basis, premises, real, quoting or tax; `term`: a key of the lexicon's `terms`; of `uncounted` what is asked (see there)."""

    kind: str
    term: str


def asked_of_plan(text: str) -> Asked | None:
    """What a text asks about a plan's words or sources; None where it wants a result or changes something."""
    lowered = text.lower()
    if len(text) > LONGEST:
        return None
    if (kind := uncounted(text)) is not None:
        return Asked("uncounted", kind)
    if TAX.search(lowered):
        return Asked("tax", "tax")
    if (REAL_OR_NOT.search(text) or DOUBTED.match(text)) and not OF_NO_SUM.search(text):
        return Asked("real", "assumptions")
    term = term_of(lowered)
    if cautions_asked(text):
        return Asked("quoting", "assumptions")
    if PREMISES_LISTED.search(text) and not OF_NO_SUM.search(text) or premises_asked(text, None) or OF_THIS.search(text) and PREMISES_ASKED.search(text) and not (OF_NO_SUM.search(text) or BASIS.search(text)):
        return Asked("premises", "assumptions")
    if BARE_BASIS.match(lowered) or basis_told(text):
        return Asked("basis", term if term in INPUTS else "assumptions")
    if (formula := formula_asked(lowered)) is not None:
        return Asked("formula", formula)
    if (valued := value_asked(lowered, term)) is not None:
        return Asked("value", valued)
    if term == "assumptions" and PREMISES_FIRST.match(text) and PREMISES_ASKED.search(text) and not (OF_NO_SUM.search(text) or BASIS.search(text)):
        return Asked("premises", "assumptions")
    if term in INPUTS and (BASIS.search(lowered) or REASON.search(lowered) and term in ("rate", "chance", "tax")):
        return Asked("basis", term)
    return Asked("meaning", term) if term and term != "assumptions" and MEANING.search(lowered) else None


def formula_asked(lowered: str) -> str | None:
    """The result whose reckoning a text asks for, "" where it says only 「その式は?」; None for any other text, and where amounts are told or papers are spoken of."""
    if len(lowered) > LONGEST or not FORMULA.search(lowered) or OF_NO_SUM.search(lowered.replace("共同研究", "")):
        return None
    return reckoned_in(lowered) or ("" if FORMULA_BARE.match(lowered) else None)


def reckoned_in(lowered: str) -> str | None:
    """The result that stands first in a text."""
    places = [(lowered.find(word), -len(word), name) for name, words in prompts.lexicon("investment")["reckoned"].items() for word in words if word in lowered]
    return min(places)[2] if places else None


def value_asked(lowered: str, term: str | None) -> str | None:
    """The assumption whose value a text asks for; None for any other text, and where it sets another value."""
    told = read_investment(lowered)
    if OF_NO_SUM.search(lowered.replace("共同研究", "")) or told != Investment(strategies=told.strategies):
        return None
    if term is None and OVER_YEARS.search(lowered) and VALUE_ASKED.search(lowered):
        return "years"
    if term == "chance" and OUTCOME.search(lowered):  # a result of the sums, no premise of theirs
        return None
    return term if term in INPUTS and (VALUE_ASKED.search(lowered) or VALUE_BARE.match(lowered)) else None


def basis_told(text: str) -> bool:
    """Whether every sentence of a text asks where what was just told is from: 「それ根拠あるん?どこから出てきた数字?」."""
    pieces = [piece.strip("、 ") for piece in re.split(r"[。??!!]", text) if piece.strip("、 ")]
    return bool(pieces) and all(BASIS_TOLD.match(piece) for piece in pieces)


def premises_asked(text: str, previous: Question | None) -> bool:
    """Whether a text asks what the sums on investments stand on in general; 「どんな仮定で計算してる?」 after figures or papers asks of those."""
    if len(text) > LONGEST or not PREMISES_ASKED.search(text) or OF_NO_SUM.search(text) or read_investment(text).strategies:
        return False
    return OF_SUMS.search(text) is not None or CALCULATING.search(text) is not None and (previous is None or previous.intent in ("roi", "help", "smalltalk"))


def cautions_asked(text: str) -> bool:
    """Whether a text asks what to mind when a result is told to others."""
    return len(text) <= LONGEST and all(form.search(text) for form in (CAUTION, QUOTED, OF_RESULT))


def asked_in_general(text: str, previous: Question | None) -> Asked | None:
    """What is asked of the sums on investments when no plan was calculated just before."""
    if premises_asked(text, previous):
        return Asked("premises", "assumptions")
    if REAL_OR_NOT.search(text) and OF_SUMS.search(text) and not OF_NO_SUM.search(text):
        return Asked("real", "assumptions")
    if (formula := formula_asked(text.lower())) and (previous is None or previous.intent not in ("paper", "explain", "why")):
        return Asked("formula", formula)
    return Asked("quoting", "assumptions") if cautions_asked(text) and OF_SUMS.search(text) and not OF_NO_SUM.search(text) and not read_investment(text).strategies else None


def term_of(lowered: str) -> str | None:
    """The term of the calculation that stands first in a text."""
    places = [(lowered.find(word), -len(word), name) for name, words in prompts.lexicon("investment")["terms"].items() for word in words if word in lowered]
    return min(places)[2] if places else None


def result_asked(lowered: str) -> str | None:
    """The result that the form of a question asks for, whatever words stand between: what is spent, or the effect that breaks even."""
    return next((name for name, form in RESULTS.items() if form.search(lowered)), None)


def place_asked(text: str) -> int | None:
    """Which place among the plans compared a text asks for (2 the one after the first); None for any other."""
    match = PLACE.match(text) if len(text) <= SHORT else None
    if match is None or match["next"] == "次" and "次に" not in text:  # 「次は何をする?」
        return None
    return (NTH.get(match["nth"]) or int(match["nth"])) if match["nth"] else 3 if match["next"] == "その次" else 2


def compared_last(previous: Question) -> bool:
    """Whether several plans were told of last: compared, or advised of."""
    lines = previous.topic.split("\n")
    told = [read_investment(line) for line in lines]
    named = {name for each in told for name in each.strategies}
    own = any(each.amounts_told for each in told) and not named
    words = prompts.lexicon("investment")
    return previous.intent == "strategy" or any(place_asked(line) for line in lines) or not own and (len(named) > 1 or not named and any(word in previous.topic for word in (*words["better"], *words["strategies"])))


def all_ways(text: str) -> bool:
    """Whether a text wants all the strategies side by side."""
    return len(text) <= LONGEST and WAYS.search(text) is not None


def own_plan(question: Question, previous: Question | None, text: Text) -> Question | None:
    """The question asked of the plan that was calculated last: put next to another, or about its words, sources and ways."""
    if (beside := put_beside(question, previous)) is not None:
        return beside
    if previous is None or previous.intent not in ("roi", "strategy") or not previous.topic or OF_OTHERS.search(text.folded):
        return None
    placed = place_asked(text.folded) is not None and compared_last(previous)
    several = all_ways(text.folded) and (previous.intent == "roi" or WAYS_TOLD.search(previous.topic) is not None or previous.advice[:1] == ("pick",))
    if not placed and not several and (previous.intent != "roi" or asked_of_plan(text.folded) is None):
        return None
    return question.with_(
        intent="roi", topic=f"{text.folded}\n{previous.topic}", inherited=("amounts",), blocker=None, blocker_details={}, subjects=(), years=(), places=(), statistic="level", style="normal", parts=(), paper=None, term=None, family=None, computed=None,
    )  # fmt: skip
