"""What a number of a sentence about an investment is when it is no plain amount, length or rate: chances, people, delays, what may be spent."""

import re
from dataclasses import dataclass

from assistant.understand.plans.investment_context import CLAUSE, Context

NUMBER = r"[0-9一二三四五六七八九十百千][0-9一二三四五六七八九十百千万億,.]*(?:割(?:[0-9一二三四五六七八九]分)?|%|パーセント|円|年間?|か月|人|名|倍|万|億)"
TOO = r"甘|楽観|高(?:すぎ|過ぎ|い)|低(?:すぎ|過ぎ|い)|多(?:すぎ|過ぎ|い)|少な(?:すぎ|過ぎ|い)|厳し|きつ|無理|言い(?:すぎ|過ぎ)|過大|過小|盛り|強気|弱気|長(?:すぎ|い)|短(?:すぎ|い)"
# 「6割は甘い。3割にして」 takes 6割 back and puts 3割 under the same noun.
REJECTED = re.compile(rf"{NUMBER}(?:という?の|っていうの|って)?(?:は|では|じゃ|だと|も|が)[^。、0-9]{{0,8}}?(?:{TOO})[^。、0-9]{{0,12}}[。、!！]?\s*(?:せいぜい|良くて|よくて|まず)?(?=[^。]{{0,8}}{NUMBER})")
# 「効果が半分の450万円しか出なかったら」 tells the amount that the factor comes to.
COMES_TO = re.compile(r"(?:半分|半額|[0-9.]+倍|[0-9一二三四五六七八九](?:割|%)(?:[増減](?:し|り|って|の)?|減って|増えて|下がって|上がって|引き|増し|減り))の?、?(?=[0-9][0-9,.]*[億万千円])")
EACH_YEAR = re.compile(r"ずつ、?|を|で|×")  # 「年500万円を2年で」
LATE = re.compile(r"^(?:間)?(?:ほど|くらい|ぐらい|も)?(?:、)?(?:遅れ|遅く|ずれ|ズレ|後ろ倒し|後ろにずれ|延び|延期|延長さ|先送り)")
# 「最初の1年は効果なし」 「はじめの6か月は効果が出ない」: the effect begins that much later.
AT_FIRST = re.compile(r"(?:最初|はじめ|始め|初め|当初|立ち上げ|立上げ|スタート|開始)(?:から)?の?、?$")
NOTHING = r"(?:なし|無し|ない|ゼロ|0円?(?![0-9.%])|出(?:ない|ず|ません)|見込(?:め|ま)(?:ない|ず|ません)|期待でき(?:ない|ず|ません)|上がら)"
NO_EFFECT = re.compile(rf"^間?(?:は|が|には|って|、)*[^。0-9効]{{0,8}}?(?:効果(?:は|が|も)?[^。、0-9]{{0,4}})?{NOTHING}")
NO_FIRST_YEAR = re.compile(rf"(?:初年度?|1年目|(?:最初|はじめ|初め)の年)(?:は|が|には|、)*[^。0-9効]{{0,8}}?(?:効果(?:は|が|も)?[^。、0-9]{{0,4}})?{NOTHING}")
# 「3年に延ばしたら」 sets the length of what is spoken of, 「もう1年やるとしたら」 「1年短くすると」 move it.
SET_TO = re.compile(r"^間?(?:に|まで)(?:延ば|伸ば|のば|延長|縮め|短縮|短く|長く)")
MOVED_BEFORE, MOVED_ON = re.compile(r"(?:もう|あと|さらに|追加で|プラス)(?:、|で)?$"), re.compile(r"^間?(?:だけ|ほど|分)?(?:、|を)?(?:やる|やれ|やった|続け|つづけ|延ば|伸ば|のば|延長|追加|かけ|研究し|研究を|使[うえっ]|運用し|長く|増や|足[すし])")
LENGTHENED, SHORTENED = re.compile(r"^間?(?:だけ|ほど|分)?、?(?:延ば|伸ば|のば|延長し|長く)"), re.compile(r"^間?(?:だけ|ほど|分)?、?(?:短く|縮め|短縮)")
MORE_ALONE = re.compile(r"^間?(?:だけ|ほど)?(?:だと|なら|だったら|では|あれば|あったら|やると|やれば|は|で|、)*(?:どう[^。]{0,8})?[??。]*$")
OF_USE, OF_STUDY = re.compile(r"運用|稼働|使[うえっい]"), re.compile(r"研究|契約|検証")
BUILT_AFTER = re.compile(r"^(?:間)?(?:ほど|くらい|ぐらい|程度)?(?:の|で|は|かけて|かけ、?|使って)?(?:(?:小規模|小さな?)?(?:プロトタイプ|トライアル|試行|テスト|試し)|poc|検証|試作|開発|構築|導入|準備|立ち上げ|立上げ|実証|実験|作|つく)", re.IGNORECASE)
BUILT_BEFORE = re.compile(r"(?:開発|導入|構築|試作|準備|検証|立ち上げ|立上げ|実証|poc|作る|つくる|完成|稼働|立ち上が(?:り|る)|軌道に乗(?:る|せる)|使える|効果が出る|効果が出はじめる|効果が出始める)(?:の)?(?:期間|まで|の)?(?:に|は|が|には|までに|まで)?(?:約|およそ|だいたい|ざっと)?$", re.IGNORECASE)
BUILT_FOR = re.compile(r"^(?:間)?(?:ほど|くらい|ぐらい)?(?:で|、|に)?(?:総額|合計|費用|初期費用|約)?$")
RESEARCH_AFTER = re.compile(r"^間?(?:を?かけて|の間)[^。、0-9]{0,12}(?:共同研究|産学連携)|^間?の(?:計画の)?(?:共同研究|産学連携|研究|契約|プロジェクト)")
RESEARCH_BEFORE = re.compile(r"(?:研究|契約|共同研究の?|プロジェクトの?)期間(?:は|を|が|、|:|=)*$|(?:大学と(?:組んで|組む|組み|やる)|産学連携(?:を|は|で|、)?)、?$|共同研究(?:を|は|が|、)?(?:期間)?(?:は|を)?$")
TERM_BEFORE = re.compile(r"期間(?:は|を|が|、|:|=)*$")
WORKING = re.compile(r"(?:担当者?|専任|兼任|専従|エンジニア|技術者|研究員|開発者|開発要員|メンバー|要員|人員|人手|スタッフ|人|人材|若手|社内の?人|担当の?社員)(?:は|を|が|に|も|の|で|、|を?約)*$")
WORKED = re.compile(r"^(?:だけ|しか|くらい|ほど|体制)?(?:で(?!す|あ|は?な)(?:やる|やれ|回|進|取り組|でき|担当|始|試|、|$)?|を?(?:充て|あて|付け|つけ|割い|割り|回せ|出せ|出し|張り付|アサイン|専任|担当|投入|置い|置く|雇|増や)|しか(?:出|いな|割け|置け|付け|充て|$)|だけ|体制|がかり|の?担当|の?専任|に(?:したら|すると|すれば|減|増|する))")
ASSIGNED = re.compile(r"^(?:だけ|しか|ほど|くらい)?を?(?:充て|あて|付け|つけ|割り当て|割い|張り付|アサイン|専任|投入)")
# A department as it stands (「AI担当は6人です」 「AI人材が10人いる」), not those who are put on the plan.
DEPARTMENT = re.compile(r"(?:ai|dx|it|データ|研究|開発|技術|情報システム)[^、。]{0,8}?(?:担当者?|部門|部署|チーム|部|課|グループ|センター|人材|要員|エンジニア|技術者|研究員|研究者)(?:は|が|には?|も|の人数は)(?:現在|今|約|およそ|だいたい|全部で|全員で)*$", re.IGNORECASE)
STANDING = re.compile(r"^(?:ほど|くらい|ぐらい|程度)?(?:です|だ(?!け)|で、|で(?:す|ある|あり)|[。、]|$)")
PRESENT = re.compile(r"^(?:ほど|くらい|ぐらい|程度)?(?:が|も)?(?:い(?:る|ます|て)|おり|在籍|抱え)(?!と(?:し|どう)|なら)|^(?:ほど|くらい|ぐらい|程度)?の(?:会社|企業|部署|部門|チーム|組織)")
OF_FIRM = re.compile(r"(?:うち|当社|弊社|自社|会社|全社|わが社|我が社|企業|グループ)[^、。]*$")
FIRM_AFTER = re.compile(r"^(?:ほど|くらい|ぐらい|程度|規模)?の(?:会社|企業|メーカー|製造業|中堅|大手|[^、。のを]{1,8}(?:会社|企業|メーカー))")
OF_PLAN = re.compile(r"(?:共同研究|産学連携|計画|案|案件|プロジェクト|クラウド|プロトタイプ|テーマ|ai)(?:の|での?|に(?:かかる|かける|使う|充てる)?)(?:研究開発|r&d)[^、。]*$", re.IGNORECASE)
SIZED = re.compile(r"(?:社員|従業員|職員|社員数|従業員数|全社|全員で?)(?:は|が|の|約|、|およそ)*$")
SPENDABLE_AFTER = re.compile(
    r"^(?:円)?(?:ほど|くらい|ぐらい|程度)?(?:(?:まで|しか|だけ|以内|なら)(?:は|しか|なら|で|に)?(?:、)?(?:(?:AI|人工知能|それ|これ|投資)(?:に|へ)(?:は|なら)?、?)?(?:出せ|使え|かけられ|掛けられ|投じられ|用意|払え|動かせ|収め|抑え|許|ない|無|やり|やる|何)|(?:まで|以内|以下)の(?:予算|範囲|枠|資金|お?金|投資)|を?(?:上限|限度|枠)|が(?:上限|限度|予算)|の(?:予算|枠|資金)|(?:が|は|を)?(?:出せ|使え|用意でき|動かせ)|あ(?:る|り|れば|ったら)|"
    r"で(?:は|、)?(?:何|なに|どこまで|どれ|どの(?:案|やり方|方法|戦略)|[3三]つの(?:うち|中|どれ|案|やり方)|まず|足り|まかな|賄|できる|始めるな|始めるとし|始めるに|収ま))"
)
SPENDABLE_BEFORE = re.compile(r"(?:予算|資金|手元(?:の資金)?|上限|枠|(?:使える|出せる|かけられる|用意できる|払える|回せる|割ける)(?:の|お?金|額|費用)?|budget)(?:の?額|は|が|を|に|も|で|の|と|総額|全部で|全体で|合計で?|トータルで?|ぜんぶで|年間?|毎年|年額|月額?|毎月|月々|、|約|およそ|だいたい|ざっと|最大|せいぜい|:|=|¥|\s)*$", re.IGNORECASE)
DRIFT = re.compile(r"^(?:ほど|くらい|ぐらい|だけ)?(?:の|に)?(?:(?P<less>下振れ|未達|下回)|上振れ|上回)")  # 「2割下振れしたら」: of what is expected
EXPECTED = re.compile(r"(?:見込み|想定|予想|計画|期待|目標|見通し)(?:を|より|から)(?:も)?$")
FEWER, GREATER = r"(?:減|下振れ|下が|少な|低|安|目減り|縮|短|ダウン)", r"(?:増|上振れ|上が|多|高|伸|膨|延|長|アップ)"
RECOVERED = re.compile(r"^間?(?:以内|まで)?(?:で|に|の|には)?(?:投資(?:額|を)?)?(?:回収|元[をがは]?[取と]|ペイ|黒字)")
RECOVERED_BEFORE = re.compile(r"回収(?:期間)?(?:の?(?:目標|基準|条件|上限))?(?:は|が|を)?$")
# 「PoCを3本並行、1本600万円」: the amounts are of one of several.
ABREAST = r"(?:並行|並列|同時|一度に|いっぺんに|まとめて|平行)"
PARALLEL = re.compile(rf"(?P<first>[2-9]|1[0-9])(?:本|件|個|つ|テーマ|案件|プロジェクト)(?:の[^。、0-9]{{1,8}})?(?:を|も|で|、)*{ABREAST}|{ABREAST}(?:して|に|で|、)*(?P<second>[2-9]|1[0-9])(?:本|件|個|つ|テーマ|案件|プロジェクト)")
MACHINE = r"(?:サーバー?|gpu|機械|機器|機材|装置|設備|マシン|計算機|ワークステーション|パソコン|pc|ロボット|ソフト|ソフトウェア|システム|ツール)(?:一式|[1一]台|本体)?"
MACHINE_BEFORE = re.compile(rf"{MACHINE}(?:代|費|を|に|が|は|で|、|約|\s)*[\s¥]*$", re.IGNORECASE)
MACHINE_AFTER = re.compile(rf"(?:円)?(?:の|する)(?:自前の|専用の|新しい)?{MACHINE}", re.IGNORECASE)
BUYING = re.compile(r"(?:円)?(?:ほど|くらい|ぐらい)?(?:で|の?現金で)、?(?:[^。、0-9]{1,8}を)?(?:買[いうえおっわ]|購入|一括)")
HIRED_BEFORE = re.compile(r"(?:クラウド|リース|レンタル|saas|api|外部|外注|委託|ベンダー|パッケージ)(?:料金?|代|費用?|利用)?(?:に|は|が|で|だと|なら|だったら|の(?:場合|方|ほう)(?:は|だと|なら)?)?、?(?:毎月|月額?|月々|毎年|年間?|年額)(?:に|で|約|およそ|\s|¥)*$", re.IGNORECASE)
YEARLY_FUND = re.compile(r"(?:毎年|年間|年あたり|年)の?[^、。0-9]{0,10}(?:予算|枠|資金)[^、。0-9]{0,4}$")
CHANCE_AFTER = re.compile(r"^(?:の|くらい|ぐらい|程度)*(?:の)?(?:確率|可能性|見込み|勝率)(?:で|しか)?(?:成功|うまく|上手く|当た|効果)|^(?:くらい|ぐらい|程度)?(?:しか|は|が)?(?:、)?(?:成功し|うまくいか|うまくいく|当たら|当たる)")
LOST_AFTER = re.compile(r"^(?:の|くらい|ぐらい|程度)*(?:の)?(?:確率|可能性)?(?:で|は|が|も)?失敗")
# 「半分を補助金で」 「3分の2補助」 「750万円の補助が出れば」: what stands right before the subsidy is its size, not what is eligible for one.
GRANT_AFTER = re.compile(r"^(?:円)?(?:分)?(?:ほど|くらい|ぐらい|だけ|まで|程度|相当)?(?:を|が|は|の)?(?:国|県|市|都|自治体|行政)?(?:から|の|が|に|で)?(?:補助|助成)(?!対象|事業|者|線|率|的)")
GRANTER_BEFORE = re.compile(r"(?:国|県|市|都|自治体|行政|役所)(?:が|から|に)(?:は|も)?(?:費用|投資|投資額|初期投資|経費)?の?(?:約)?$")
GRANTED_AFTER = re.compile(r"^(?:ほど|くらい|ぐらい|だけ|程度)?(?:を|は)?(?:出|持っ|持ち|もら|貰|負担|見て|くれ|支給|賄|まかな)")
GRANT_CAP = re.compile(r"(?:上限|最大|限度)(?:額)?(?:は|が|を|で|、|:|約)*$")
NO_GRANT = re.compile(r"(?:補助金?|助成金?)(?:が|は|も|を)?(?:な[しけかく]|無[しけかく]|出な|もらえな|使わな|通らな|ゼロ|抜き|0円)")
# 「補助金は翌年に入る」 「助成金が2年後に振り込まれる」 「補助金は後払い」: when the subsidy comes in.
GRANT_LATE = re.compile(r"(?:補助金?|助成金?)[^。?？]{0,24}?(?:(?P<years>[1-9一二三])年(?:後|遅れ)(?!から)(?:に|で|の)?|(?:翌年度?|次の年|あくる年|後から|後払い|精算払い|(?P<half>半年)後)(?:に|で|の)?)[^。?？]{0,6}?(?:入|払|振|支給|もら|貰|受け取|受取|戻|交付|精算|下り|おり|です|だ|なら|と|[、。??]|$)|(?:翌年度?|(?P<then>[1-9一二三])年(?:後|遅れ))(?:に|で|の)(?:補助金?|助成金?)")

GRANT_LATER = re.compile(r"(?:補助金?|助成金?)(?:は|が|も|を)(?:翌年度?|次の年|あくる年|後から|後払い|精算払い)(?:に|で|の)?(?:約|およそ)?$")
ITEMS = ("external_support", "data_preparation", "compute", "safety", "direct_cost")
RATED = re.compile(r"率|見込")
CHANCES = ("gate1", "gate2", "realise", "passed", "failed", "success")


@dataclass(frozen=True)
class Slot:
    """A reading: which field of the investment, and its value (fractions of a year, people, percent)."""

    name: str
    value: float


def without_rejected(text: str) -> str:
    """The text without a number that is turned down and replaced: 「成功率6割は甘い、3割で」 → 「成功率3割で」."""
    return REJECTED.sub("", text)


def told_once(text: str) -> str:
    """The text without a factor whose result is told right behind it: the amount is what counts."""
    return COMES_TO.sub("", text)


def chance_of(context: Context, words: dict) -> Slot | None:
    """A percentage that says how likely something is."""
    clause = CLAUSE.split(context.before)[-1].lower()
    beside = [(place, name) for name in CHANCES if (place := context.adjacent(words[f"chance_{name}"])) is not None]
    if beside:
        return Slot(max(beside)[1], context.numeral.value)
    named = [(clause.rfind(word), name) for name in CHANCES for word in words[f"chance_{name}"] if word in clause and RATED.search(word)]
    if named:  # 「成功率をもっと下げて2割」
        return Slot(max(named)[1], context.numeral.value)
    if LOST_AFTER.match(context.after):
        return Slot("failed", context.numeral.value)
    return Slot("success", context.numeral.value) if CHANCE_AFTER.match(context.after) else None


def named_after(context: Context, words: dict) -> tuple[str, int] | None:
    """What a part in front of its noun changes, and whether to more (1) or less (-1): 「3割減の効果」 「2割費用が増えたら」."""
    for kind in ("benefit", "cost", "labour", "budget", "initial", "spending", "years"):
        noun = "(?:" + "|".join(map(re.escape, sorted(words[kind], key=len, reverse=True))) + ")"
        for form in (rf"^(?:ほど|くらい|だけ|も)?(?P<way>{FEWER}|{GREATER})[ぁ-ん]{{0,3}}{noun}", rf"^(?:ほど|くらい|だけ)?{noun}(?:が|は|を|も)?(?P<way>{FEWER}|{GREATER})"):
            if match := re.match(form, context.after.lower()):
                return kind, -1 if re.match(FEWER, match["way"]) else 1
    drift = DRIFT.match(context.after)
    return None if drift is None or context.content_before() and not EXPECTED.search(context.before) else ("benefit", -1 if drift["less"] else 1)


def length_of(context: Context, years: float, months: bool, money_next: bool) -> Slot | None:
    """A length that is no time of use: a delay, the time to build, the years of research."""
    if LATE.match(context.after):
        return Slot("delay", years)
    if AT_FIRST.search(context.before) and NO_EFFECT.match(context.after):
        return Slot("begins", years)
    if SET_TO.match(context.after) and OF_STUDY.search(context.before[-8:]) or RESEARCH_AFTER.match(context.after) or RESEARCH_BEFORE.search(context.before):
        return Slot("research", years)
    built = BUILT_AFTER.match(context.after) or BUILT_BEFORE.search(context.before) or months and money_next and BUILT_FOR.match(context.after)
    return Slot("build", years) if built and not context.after.startswith(("以内", "目")) else None


def moved_length(context: Context, years: float) -> Slot | None:
    """By how many years a length is changed; of the plan (`years`) unless it is said to be that of use or of research."""
    shorter = SHORTENED.match(context.after) is not None
    more = MOVED_BEFORE.search(context.before) or context.numeral.text.startswith(("プラス", "+"))
    if not (shorter or LENGTHENED.match(context.after) or more and (MOVED_ON.match(context.after) or MORE_ALONE.match(context.after))):
        return None
    around = context.before[-8:] + context.after[:8]
    name = "operation" if OF_USE.search(around) else "research" if OF_STUDY.search(around) else "years"
    return Slot(name, -years if shorter else years)


def staff_told(context: Context) -> bool:
    """Whether people are those who work on the plan, not all of the company."""
    return ASSIGNED.match(context.after) is not None or not SIZED.search(context.before) and bool(WORKING.search(context.before) or WORKED.match(context.after))


def grant_told(context: Context, words: dict) -> bool:
    """Whether a number is the size of a subsidy: an amount, or a part of what is spent."""
    if context.after.startswith(("減", "増", "下が", "上が", "カット", "少な", "多")):
        return False  # 「補助金が3割減ったら」 changes one that is not told
    if GRANTER_BEFORE.search(context.before) and GRANTED_AFTER.match(context.after):
        return True
    return context.adjacent(words["subsidy"]) is not None or GRANT_LATER.search(context.before) is not None or GRANT_AFTER.match(context.after) is not None


def spendable(context: Context) -> bool:
    """Whether an amount is what may be spent, not what something costs."""
    return bool(SPENDABLE_BEFORE.search(context.before) or SPENDABLE_AFTER.match(context.after))


def recovered_within(context: Context) -> bool:
    """Whether a length is that within which the money has to be back: 「3年以内に回収」."""
    return bool(RECOVERED.match(context.after) or RECOVERED_BEFORE.search(context.before))


def parallel_told(text: str) -> int | None:
    """How many plans of the kind run side by side."""
    match = PARALLEL.search(text)
    return int(match["first"] or match["second"]) if match else None


def grant_delay(text: str) -> float | None:
    """Years after the outlay in which a subsidy comes in; None where nothing is said of it."""
    match = GRANT_LATE.search(text)
    if match is None:
        return None
    told = match["years"] or match["then"]
    return 0.5 if match["half"] else float({"一": 1, "二": 2, "三": 3}.get(told, told or 1))


def hired(context: Context) -> bool:
    """Whether an amount is paid for what others run: 「クラウドに月20万」 「外注なら年3000万」."""
    return HIRED_BEFORE.search(context.before) is not None


def bought(context: Context) -> bool:
    """Whether an amount is the price of a machine or of what is used for pay: 「サーバー700万で買ったら」 「機械を500万で」 「900万の装置」 「クラウドに月20万」."""
    return hired(context) or bool(MACHINE_BEFORE.search(context.before) or MACHINE_AFTER.match(context.after) or BUYING.match(context.after))


def team_told(context: Context) -> bool:
    """Whether people are told as the department that there is: no number of those who will work on the plan."""
    if ASSIGNED.match(context.after) or SIZED.search(context.before):
        return False
    return bool(DEPARTMENT.search(context.before) and STANDING.match(context.after) or WORKING.search(context.before) and PRESENT.match(context.after))


def firm_spending(context: Context) -> bool:
    """Whether an amount named 研究開発費 is what the whole firm spends (by the year, or 「…の会社」), not what a plan costs."""
    yearly = re.search(r"(?:毎年|年間?|年額)(?:約|およそ|だいたい)*[\s¥]*$", context.before)
    return not OF_PLAN.search(context.before) and bool(yearly or OF_FIRM.search(context.before) or FIRM_AFTER.match(context.after))


# 「効果が初年度だけ半分」 「1年目は効果が3割」: right before the number.
FIRST_YEAR = re.compile(r"(?:初年度?|1年目|最初の(?:1?年|1年間))(?:の|は|に|、|だけ|のみ|に限り|に限って)*(?:効果)?(?:の|は|が|も|を|だけ|、)*$")


def of_first_year(context: Context, kind: str | None, text: str, words: dict) -> bool:
    """Whether a part is of the effect in the first year only. `kind`: what the words beside the number say it changes."""
    told = text[: context.numeral.start]
    of_effect = kind == "benefit" or kind is None and (context.follows(words["benefit"]) or any(word in told.lower() for word in words["benefit"]))
    return of_effect and FIRST_YEAR.search(told) is not None


# 「2年目だけ効果が半分」: a change of one year that is not the first, which no sum here takes.
LATER_YEAR = re.compile(r"(?:[2-9]|[1-9][0-9]|最終|最後の)年(?:目|度)?(?:の|は|に|、)*(?:効果)?(?:の|は|が)*(?:だけ|のみ|に限り|に限って|限定)[^。]{0,8}$")


def of_later_year(context: Context, text: str) -> bool:
    """Whether a part is of one year only that is not the first."""
    return LATER_YEAR.search(text[: context.numeral.start]) is not None
