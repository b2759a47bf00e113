"""Units and counters that may follow a number, with one canonical name each. Used only by `index.numerals`."""

import re
from types import MappingProxyType

PERCENT, POINT, TIMES, YEAR, FISCAL_YEAR, FRACTION, ORDINAL = "%", "ポイント", "倍", "年", "年度", "分率", "番目"
YEN, DOLLAR, YEARS_LONG = "円", "ドル", "年間"

# Canonical unit → spellings. Longest spelling wins, so 年間 is never read as 年.
SPELLINGS = MappingProxyType({
    POINT: ("%ポイント", "パーセントポイント", "ポイント", "percentage points", "percentage point", "points", "pts", "pt", "pp"),
    PERCENT: ("%", "パーセント", "percent", "per cent"),
    "割": ("割",),
    TIMES: ("倍", "times", "-fold", "fold", "x", "×"),
    "年代": ("年代",), FISCAL_YEAR: ("年度",), YEARS_LONG: ("年間", "years", "-year", "year"), YEAR: ("年",),
    "か月": ("か月", "カ月", "ヵ月", "ヶ月", "ケ月", "箇月", "months", "-month", "month"), "月": ("月",),
    "週間": ("週間", "週", "weeks", "-week", "week"), "日間": ("日間", "days", "-day", "day"), "日": ("日",),
    "時間": ("時間", "hours", "-hour", "hour"), "時": ("時",), "分間": ("分間", "分", "minutes"), "秒": ("秒", "seconds"),
    YEN: ("円", "yen"), DOLLAR: ("米ドル", "ドル", "dollars", "USD"), "ユーロ": ("ユーロ", "euros", "EUR"),
    ORDINAL: ("番目", "つ目", "点目", "本目", "件目"),
    "人": ("人", "名"), "社": ("社",), "校": ("校",), "本": ("本", "報", "篇", "編"), "件": ("件",), "点": ("点",), "台": ("台",), "枚": ("枚",),
    "基": ("基",), "個": ("個",), "つ": ("つ",), "回": ("回",), "位": ("位",), "歳": ("歳",), "桁": ("桁", "けた"), "期": ("期",),
    "か国": ("か国", "カ国", "ヵ国", "ヶ国", "ケ国", "箇国"), "か所": ("か所", "カ所", "ヵ所", "ヶ所", "ケ所", "箇所"),
    "分野": ("分野",), "業種": ("業種",), "種類": ("種類", "種"), "段階": ("段階",), "世代": ("世代",), "拠点": ("拠点",),
    "項目": ("項目",), "指標": ("指標",), "世紀": ("世紀",), "四半期": ("四半期",), "大学": ("大学",), "機関": ("機関",), "チーム": ("チーム",),
    "会議": ("会議",), "要素": ("要素",), "カテゴリー": ("カテゴリー", "カテゴリ"), "プロジェクト": ("プロジェクト",), "モデル": ("モデル",),
    "パラメータ": ("パラメータ", "パラメーター", "parameters"), "トークン": ("トークン", "tokens"),
    "トン": ("トン", "tonnes", "tons"), "kg": ("kg", "キログラム"), "GB": ("GB", "ギガバイト"), "TB": ("TB",), "MB": ("MB",),
    "kW": ("kW",), "MW": ("MW",), "GW": ("GW",), "kWh": ("kWh",), "MWh": ("MWh",), "ビット": ("ビット", "-bit", "bit", "bits"), "ms": ("ms", "ミリ秒"),
    "FLOP": ("FLOPs", "FLOP", "FLOPS"), "nm": ("nm",), "km": ("km",), "m": ("m",), "GPU時間": ("GPU時間", "GPU-hours", "GPU hours"),
    "エクサフロップス": ("エクサフロップス", "exaflops", "EFLOPS"), "ペタフロップス": ("ペタフロップス", "petaflops"),
})


def spelling_pattern(spelling):
    """A regular expression of one spelling; Latin ones must not run on into a longer word (m in `model`)."""
    latin = spelling[-1].isascii() and spelling[-1].isalpha()
    return re.escape(spelling).replace(r"\ ", " ") + ("(?![A-Za-z])" if latin else "")


CANONICAL = MappingProxyType({s: unit for unit, spellings in SPELLINGS.items() for s in spellings})
UNIT = re.compile("|".join(spelling_pattern(s) for s in sorted(CANONICAL, key=lambda s: (-len(s), s))))

# Units after which even a lone 一 is a number (一割, 一位); 一人, 一つ, 一点 and the like are mostly idioms.
STRONG = frozenset({PERCENT, POINT, "割", TIMES, "位", YEARS_LONG, YEAR, FISCAL_YEAR, "か月", "週間", YEN, DOLLAR})
# After kanji these read as ordinary words at least as often as they count: 十分な, 四国の大学, 二時.
NOT_AFTER_KANJI = frozenset({"m", "x", "時"})

# Words in which kanji numerals followed by a counter are no number.
IDIOMS = re.compile("|".join((
    "三位一体", "二人三脚", "三日坊主", "十人十色", "百人百様", "二枚舌", "[二三]枚目", "百点満点", "五月雨", "五月病", "百年の計", "百年河清",
    "十年一日", "十年一昔", "一年草", "一年生", "一年中", "一割一分", "六本木", "[二三]本松", "九十九里", "一億総", "三社祭", "四人組", "五人組", "三回忌",
    "三つ巴", "三つ子", "三つ編み", "四つ角", "七つ道具", "八つ当たり", "二つ返事", "二つとない", "瓜二つ", "千人力", "二本立て", "八百長", "五分五分", "十中八九",
    "四捨五入", "三三五五", "千差万別", "七五三", "五十歩百歩", "五十音", "百聞", "百科", "八百万の神", "二十四節気", "万一", "万が一", "三千里", "三人称", "二人称",
    "一人称", "三重", "十二分", "百戦錬磨", "一日千秋", "一石二鳥", "二日酔い", "十八番", "一騎当千", "海千山千", "第三者", "第[一二三]線", "一期一会", "十二支", "二期作",
)))
